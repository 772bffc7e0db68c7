//! Local help from a published file to a promise, in a real terminal; and what its publisher hears of it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use super::{home::Home, program::Start};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/local-help")
        .join(name)
}

fn connections(home: &Home, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .arg("connections")
        .args(args)
        .env_clear()
        .env("ALONGSIDE_HOME", home.path())
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .env("TZ", "Europe/London")
        .output()
        .expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn what_a_council_publishes_becomes_a_promise_and_a_correction() {
    let home = Home::new();
    let page = sample("page.json").display().to_string();
    let imported = connections(&home, &["import", &page, "--as", "county"]);
    assert_eq!(imported.status.code(), Some(0), "{imported:?}");
    let words = said(&imported);
    assert!(
        words.starts_with("3 listings from county: 3 new, 0 changed, 0 as before.\n"),
        "{words}"
    );
    assert!(words.contains("3 warnings:\n"), "{words}");
    assert!(
        words.contains("The latitude is not between -90 and 90.\n        Chapel Lane lunch club\n"),
        "{words}"
    );

    let found = said(&connections(&home, &["find", "lonely", "zz1"]));
    assert!(
        found.starts_with("Chapel Lane lunch club\n  New door code: ring the bell\n"),
        "{found}"
    );
    for line in [
        "When: Tue 12:00-14:00, open today",
        "Phone: 01632 960123 ext 4",
        "Cost: Meal £4.50 each",
        "Checked 3 months ago",
    ] {
        assert!(found.contains(line), "{line}: {found}");
    }

    let mut program = Start::in_home(&home).open();
    program.enter("She misses the chapel");
    program.wait("a first note", |screen| {
        screen.has("She misses") && screen.line_is_empty()
    });
    program.press("Ctrl+F");
    program.write("lonely");
    program.wait("found as typed", |screen| {
        screen.has("Chapel Lane lunch club") && screen.has("open today")
    });
    program.press("Enter");
    program.see("/introduce makes it a promise");
    program.enter("/introduce");
    program.see("An introduction needs a yes");
    program.write("1");
    program.see("they said yes");
    program.enter("tomorrow");
    program.wait("a promise", |screen| {
        screen.has("Wed 11 Mar") && screen.line_is_empty()
    });
    program.enter("/listing full");
    program.see("Only your team sees this");
    program.press("Ctrl+Q");
    program.press("Ctrl+Q");
    program.finish();

    let kept = fs::read_to_string(home.path().join("local-help.csv")).expect("remembered");
    assert_eq!(
        kept,
        "listing,what,on\n5b3fe3d6-0001,full,2026-03-10\n5b3fe3d6-0001,used,2026-03-10\n"
    );
    let again = connections(&home, &["import", &page, "--as", "county"]);
    assert!(said(&again).starts_with("3 listings from county: 0 new, 0 changed, 3 as before.\n"));
    assert_eq!(
        said(&connections(&home, &["export-corrections"])),
        "source,id,name,what,since\ncounty,5b3fe3d6-0001,Chapel Lane lunch club,full,2026-03-10\n"
    );
}

#[test]
fn what_cannot_be_read_leaves_the_list_as_it_was() {
    let home = Home::new();
    let one = sample("one.json").display().to_string();
    assert_eq!(connections(&home, &["import", &one]).status.code(), Some(0));
    let before = fs::read(home.path().join("connections/imported.csv")).expect("imported");
    home.write("brought/empty.json", "[]");
    home.write("brought/broken.json", "[{\"id\": 1,");
    for name in ["empty.json", "broken.json", "not-there.json"] {
        let path = home.path().join("brought").join(name).display().to_string();
        let output = connections(&home, &["import", &path]);
        assert_ne!(output.status.code(), Some(0), "{name}: {output:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains("Your list is as it was."), "{told}");
    }
    let check = connections(
        &home,
        &["check", &sample("broken-off.json").display().to_string()],
    );
    assert_eq!(check.status.code(), Some(1));
    assert!(
        said(&check).contains("broken-off.json:2:"),
        "{}",
        said(&check)
    );
    assert_eq!(
        fs::read(home.path().join("connections/imported.csv")).expect("there"),
        before
    );
}
