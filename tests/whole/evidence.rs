//! What records add up to, from the command line: as text, for scripts, as a page.

use std::fs;

use super::{
    home::Home,
    piped::{FRIDAY, home_after, piped},
};

/// A call with two promises, of which nothing but how many there were may be said.
const CALL: &str = "/who Joan Marbury\n\" I used to be out every day.\n> I ring Sam tomorrow\n\
    > Joan finds her library card\n/save\n";

/// So many calls are no small group.
const CALLS: usize = 6;

struct Answer {
    code: Option<i32>,
    out: String,
    said: String,
}

fn evidence(home: &Home, args: &[&str]) -> Answer {
    let args = [&["evidence"], args].concat();
    let output = piped("2026-03-31T09:10", home, &args, "");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Answer {
        code: output.status.code(),
        out: text(&output.stdout),
        said: text(&output.stderr),
    }
}

/// A home with a few records, of as many people.
fn a_quarter() -> Home {
    let home = home_after(CALL);
    for name in ["Ana", "Bo", "Cai", "Dee", "Ed"] {
        let call = CALL.replace("Joan Marbury", name);
        let saved = piped(FRIDAY, &home, &["new", "listen", "--plain"], &call);
        assert!(saved.status.success(), "{saved:?}");
    }
    home
}

#[test]
fn this_quarter_is_said_in_text_and_names_nobody() {
    let given = evidence(&a_quarter(), &[]);
    assert_eq!(given.code, Some(0), "{}", given.said);
    let out = &given.out;
    assert!(
        out.starts_with("Evidence, January to March 2026\n"),
        "{out}"
    );
    assert!(
        out.contains(&format!("  - Conversations: {CALLS}\n")),
        "{out}"
    );
    assert!(out.contains("12 next steps"), "{out}");
    for name in ["Joan", "Marbury", "ring", "library", "Ana"] {
        assert!(!out.contains(name), "{name}\n{out}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_small_group_is_in_no_form_of_it() {
    let home = home_after(CALL);
    let text = evidence(&home, &[]).out;
    assert!(!text.contains("2 next steps"), "{text}");
    assert!(text.contains("Not shown"), "{text}");
    let data = evidence(&home, &["--as", "json"]).out;
    let data: serde_json::Value = serde_json::from_str(&data).expect("data");
    let people = &data["counted"]["people"];
    assert_eq!(people["hidden"], true, "{data}");
    assert!(people["count"].is_null(), "{data}");
}

#[test]
fn other_days_hold_other_records() {
    let home = a_quarter();
    let days = ["--from", "1 oct 2025", "--to", "31 dec 2025"];
    let before = evidence(&home, &days);
    assert!(
        before
            .out
            .starts_with("Evidence, October to December 2025\n")
    );
    assert!(
        before.out.contains("  - Conversations: 0\n"),
        "{}",
        before.out
    );
    for (args, says) in [
        (["--from", "soon"], "soon is not a day."),
        (["--to", "2026-13-01"], "2026-13-01 is not a day."),
    ] {
        let refused = evidence(&home, &args);
        assert_eq!(refused.code, Some(2));
        assert!(refused.said.contains(says), "{}", refused.said);
        assert!(refused.out.is_empty());
    }
    let turned = evidence(&home, &["--from", "2026-02-01", "--to", "2026-01-01"]);
    assert_eq!(turned.code, Some(2));
    assert!(turned.said.contains("before the first"), "{}", turned.said);
}

#[test]
fn a_page_is_written_once_and_over_another_only_when_asked() {
    let home = a_quarter();
    let path = home.path().join("for the director.html");
    let into = path.to_str().expect("text");
    let args = ["--as", "html", "--into", into];
    let given = evidence(&home, &args);
    assert_eq!((given.code, given.out.as_str()), (Some(0), ""));
    assert!(given.said.contains(into), "{}", given.said);
    let page = fs::read_to_string(&path).expect("a page");
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"),
        "{page}"
    );
    assert!(page.ends_with("</html>\n"));
    assert!(!page.contains("Joan"));

    fs::write(&path, "mine").expect("written");
    let again = evidence(&home, &args);
    assert_eq!(again.code, Some(3));
    assert!(again.said.contains("--replace"), "{}", again.said);
    assert_eq!(fs::read_to_string(&path).expect("text"), "mine");
    let replaced = evidence(&home, &[&args[..], &["--replace"]].concat());
    assert_eq!(replaced.code, Some(0), "{}", replaced.said);
    assert_eq!(fs::read_to_string(&path).expect("text"), page);
}

#[test]
fn the_same_page_and_data_come_on_standard_output() {
    let home = a_quarter();
    let page = evidence(&home, &["--as", "html"]);
    assert!(page.out.contains("</html>"), "{}", page.out);
    let data = evidence(&home, &["--as", "json", "--into", "-"]);
    let data: serde_json::Value = serde_json::from_str(&data.out).expect("data");
    assert_eq!(data["format"], 1);
    assert_eq!(data["counted"]["conversations"]["count"], CALLS);
    assert_eq!(data["period"]["to"], "2026-03-31");
    assert_eq!(data["measures"].as_array().map(Vec::len), Some(16));
}

#[test]
fn a_record_that_could_not_be_read_is_counted_and_named() {
    let home = a_quarter();
    home.write(
        "records/2026/03/2026-03-07-1000-listen-torn.md",
        "---\nalongside: 1\nid:",
    );
    let given = evidence(&home, &[]);
    assert_eq!(given.code, Some(1));
    assert!(
        given.said.contains("1 record could not be read."),
        "{}",
        given.said
    );
    assert!(
        given.said.contains("2026-03-07-1000-listen-torn"),
        "{}",
        given.said
    );
    assert!(
        given
            .out
            .contains("  - Records that could not be read, in no figure: 1\n"),
        "{}",
        given.out
    );
    assert!(!given.out.contains("listen-torn"), "{}", given.out);
}

#[test]
fn what_makes_no_sense_together_is_said_before_anything_is_read() {
    let home = Home::new();
    for (args, says) in [
        (&["--as", "pdf"][..], "text, csv, json or html"),
        (&["--as", "csv"], "--into FOLDER"),
        (&["--key", "team.key"], "--as csv"),
    ] {
        let refused = evidence(&home, args);
        assert_eq!(refused.code, Some(2), "{args:?}");
        assert!(refused.said.contains(says), "{}", refused.said);
        assert!(refused.out.is_empty());
    }
}

#[cfg(feature = "seal")]
#[test]
fn a_sealed_home_asks_for_its_passphrase_and_gives_the_same_figures() {
    use super::{home::PASSPHRASE, program::Start, sealing::seal};

    let home = a_quarter();
    let plain = evidence(&home, &[]).out;
    seal(&home);
    let alone = evidence(&home, &[]);
    assert_eq!(alone.code, Some(1), "{}", alone.said);
    assert!(alone.out.is_empty(), "{}", alone.out);

    let path = home.path().join("figures.txt");
    let args = ["evidence", "--into", path.to_str().expect("text")];
    let start = Start::in_home(&home).env("ALONGSIDE_NOW", "2026-03-31T09:10");
    let mut program = start.size(100, 40).args(&args).run();
    program.see("Passphrase:");
    program.enter(PASSPHRASE);
    assert_eq!(program.left().code, 0);
    assert_eq!(fs::read_to_string(&path).expect("text"), plain);
}
