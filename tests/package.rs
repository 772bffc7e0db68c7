//! Tables that leave a team, as other programs find them: the descriptor held against the published schema of data
//! packages, and the whole way from records through a key and packages to one combination.

#[path = "../examples/year/made.rs"]
mod made;
#[path = "package/referee.rs"]
mod referee;
#[path = "evidence_page/sample.rs"]
mod sample;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use alongside::{
    evidence::{
        cleared::Cleared,
        package::{About, package},
        report::Measure,
    },
    store::Home,
};
use sample::{PLAIN, day, report};
use serde_json::Value;

/// The schema of a descriptor, version 2.0 of the standard.
const SCHEMA: &str = include_str!("fixtures/data-package/data-package-2-0.json");

fn complaints(descriptor: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("json");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let complaints = validator.iter_errors(descriptor);
    complaints.map(|one| one.to_string()).collect()
}

#[test]
fn the_descriptor_is_what_the_published_schema_asks_for() {
    let about = About {
        team: "1f2e3d".into(),
        exported_on: day("2026-04-02"),
    };
    let files = package(&Cleared::of(report(&PLAIN)), &about);
    let (_, descriptor) = files.last().expect("a descriptor");
    let mut descriptor: Value = serde_json::from_slice(descriptor).expect("json");
    assert_eq!(complaints(&descriptor), Vec::<String>::new());
    // It can complain.
    descriptor["resources"][0]["schema"]["fields"][0]["type"] = "words".into();
    assert!(!complaints(&descriptor).is_empty());
}

/// What the referee says of the package in a folder.
fn broken_rules(folder: &Path) -> Vec<String> {
    let descriptor = fs::read(folder.join("datapackage.json")).expect("a descriptor");
    let descriptor = serde_json::from_slice(&descriptor).expect("json");
    assert_eq!(complaints(&descriptor), Vec::<String>::new());
    let file = |path: &str| fs::read(folder.join(path)).expect("a file");
    referee::complaints(&descriptor, &file)
}

#[test]
fn the_rows_are_what_the_descriptor_says_and_the_referee_can_complain() {
    let about = About {
        team: "1f2e3d".into(),
        exported_on: day("2026-04-02"),
    };
    let mut report = report(&PLAIN);
    // A baseline says a figure once.
    let compared = |measure: &mut Measure| measure.comparisons.truncate(1);
    report.measures.iter_mut().for_each(compared);
    let files = package(&Cleared::of(report), &about);
    let (descriptor, tables) = files.split_last().expect("some");
    let descriptor: Value = serde_json::from_slice(&descriptor.1).expect("json");
    let said_with = |table: &str, from: &str, to: &str| {
        let file = |path: &str| {
            let (_, bytes) = tables.iter().find(|(name, _)| name == path).expect("it");
            let text = words(bytes);
            let text = match path == table {
                true => {
                    assert!(text.contains(from), "{from} in {text}");
                    text.replacen(from, to, 1)
                }
                false => text,
            };
            text.into_bytes()
        };
        referee::complaints(&descriptor, &file)
    };
    assert_eq!(said_with("", "", ""), Vec::<String>::new());
    // More than its length and its hash is wrong with each of these.
    for (table, from, to) in [
        ("package.csv", "1f2e3d,", ","),
        ("package.csv", "2026-04-02", "2 April"),
        ("counted.csv", "people,", "conversations,"),
        ("definitions.csv", "\r\nkinds,", "\r\nother,"),
        ("tables.csv", ",false", ",perhaps"),
        ("figures.csv", ",2,", ",1,"),
        ("figures.csv", ",2,", ",,"),
        ("figures.csv", ",2,", ",-2,"),
    ] {
        let said = said_with(table, from, to);
        let other = said
            .iter()
            .filter(|one| !one.ends_with("bytes") && !one.ends_with("hash"));
        assert!(other.count() > 0, "{table} {from}: {said:?}");
    }
}

fn alongside(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .arg("--home")
        .arg(home)
        .arg("evidence")
        .args(args)
        .env("ALONGSIDE_NOW", "2026-07-02T10:00")
        .output()
        .expect("it runs")
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn two_teams_make_a_key_export_and_are_put_together() {
    let temp = tempfile::tempdir().expect("a folder");
    let at = |name: &str| temp.path().join(name);
    let shown = |name: &str| at(name).display().to_string();
    for (home, seed) in [("a", 1), ("b", 2)] {
        made::write(&Home::at(at(home)), 200, seed).expect("a year");
    }
    let key = shown("team.key");
    assert_eq!(alongside(&at("a"), &["key", &key]).status.code(), Some(0));
    let first = fs::read_to_string(&key).expect("a key");
    // Never over one that is there.
    assert_eq!(alongside(&at("a"), &["key", &key]).status.code(), Some(3));
    assert_eq!(fs::read_to_string(&key).expect("a key"), first);
    for (home, into) in [("a", "north"), ("b", "south")] {
        let into = shown(into);
        let days = ["--from", "2025-01-01", "--to", "2025-06-30"];
        let form = ["--as", "csv", "--into", &into, "--key", &key];
        let output = alongside(&at(home), &[days.as_slice(), &form].concat());
        // One record of a made-up year cannot be read, and that is said.
        assert_eq!(output.status.code(), Some(1), "{}", words(&output.stderr));
        assert_eq!(broken_rules(Path::new(&into)), Vec::<String>::new());
        assert!(at("north").join("people/2025-Q2.csv").exists());
    }
    let (north, south) = (shown("north"), shown("south"));
    let output = alongside(&at("a"), &["combine", &north, &south, "--as", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let both: Value = serde_json::from_slice(&output.stdout).expect("json");
    assert_eq!(both["packages"].as_array().map(Vec::len), Some(2));
    let output = alongside(&at("a"), &["combine", &north, &south]);
    assert!(words(&output.stdout).contains("People, once each"));
    let into = shown("both");
    let output = alongside(
        &at("a"),
        &["combine", &north, &south, "--as", "csv", "--into", &into],
    );
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    assert_eq!(broken_rules(&at("both")), Vec::<String>::new());
    // A package is no file to be checked and kept.
    let output = alongside(&at("a"), &["check", &north]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output.stderr).contains("alongside evidence combine"));
    // A package that somebody changed is left out, and said.
    fs::write(at("south").join("figures.csv"), "measure\n").expect("written");
    let output = alongside(&at("a"), &["combine", &north, &south]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output.stderr).contains("not as it was exported"));
}

/// What is said on standard error when a package is written: how it went may differ.
fn written(home: &Path, into: &Path, more: &[&str]) -> String {
    let into = into.display().to_string();
    let form = ["--as", "csv", "--into", &into];
    words(&alongside(home, &[&form, more].concat()).stderr)
}

#[test]
fn days_that_were_given_before_or_are_not_over_are_said() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, at) = (temp.path().join("home"), |name: &str| {
        temp.path().join(name)
    });
    let winter = ["--from", "2026-01-01", "--to", "2026-03-31"];
    let said = written(&home, &at("winter"), &winter);
    assert!(!said.contains("beside that"), "{said}");
    // The same days again, of which the same is said.
    let again = [winter.as_slice(), &["--replace"]].concat();
    let said = written(&home, &at("winter"), &again);
    assert!(!said.contains("beside that"), "{said}");
    let less = ["--from", "2026-01-01", "--to", "2026-03-30"];
    let said = written(&home, &at("less"), &less);
    assert!(
        said.contains("what you gave of January to March 2026"),
        "{said}"
    );
    let summer = ["--from", "2026-07-01", "--to", "2026-09-30"];
    let said = written(&home, &at("summer"), &summer);
    assert!(said.contains("These days are not over"), "{said}");
}

/// How many conversations a printed report of these days says; none where it is hidden.
fn conversations(home: &Home, to: &str) -> Option<u64> {
    let days = ["--from", "2025-01-01", "--to", to];
    let output = alongside(home.root(), &[days.as_slice(), &["--as", "json"]].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("json");
    report["counted"]["conversations"]["count"].as_u64()
}

#[test]
fn every_form_that_leaves_is_remembered_and_a_later_one_is_held_against_it() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, other) = (
        Home::at(temp.path().join("a")),
        Home::at(temp.path().join("b")),
    );
    for home in [&home, &other] {
        made::write(home, 200, 1).expect("a year");
    }
    let given = || match fs::read_dir(home.evidence().join("given")) {
        Ok(entries) => entries.count(),
        Err(_) => 0,
    };
    let form = |form: &str, into: &str, to: &str| {
        let into = temp.path().join(into).display().to_string();
        let days = ["--from", "2025-01-01", "--to", to];
        let form = ["--as", form, "--into", &into];
        alongside(home.root(), &[days.as_slice(), &form].concat())
    };
    for (nth, name) in ["html", "text", "json", "csv"].into_iter().enumerate() {
        // Days that share none of their numbers with the others.
        let to = ["2025-03-31", "2025-05-31", "2025-07-31", "2025-09-30"][nth];
        let output = form(name, name, to);
        assert_eq!(output.status.code(), Some(1), "{}", words(&output.stderr));
        assert_eq!(given(), nth + 1, "{name}");
        // The same again, as it is printed, is the same.
        conversations(&home, to);
        assert_eq!(given(), nth + 1, "{name}");
    }
    // One day less differs by a few, and only where something was given before is that hidden.
    let whole = conversations(&home, "2025-09-30");
    let fewer = (20..30)
        .rev()
        .map(|day| format!("2025-09-{day}"))
        .find(|to| {
            let fewer = conversations(&other, to);
            // Nothing of the other home is kept against the next of these.
            fs::remove_dir_all(other.evidence().join("given")).expect("there");
            let less = whole.expect("said").saturating_sub(fewer.expect("said"));
            (1..5).contains(&less)
        });
    let fewer = fewer.expect("some day is one of few");
    assert_eq!(conversations(&home, &fewer), None);
    // What cannot be understood lets nothing out.
    let first = fs::read_dir(home.evidence().join("given"))
        .expect("there")
        .next();
    let first = first.expect("one").expect("one").path();
    fs::write(&first, "{}").expect("written");
    let output = form("csv", "after", "2025-09-30");
    assert_eq!(output.status.code(), Some(3), "{}", words(&output.stderr));
    assert!(words(&output.stderr).contains("given before"));
    assert!(!temp.path().join("after").exists());
}

#[test]
fn a_package_of_nobody_made_with_a_key_does_not_say_that_people_are_in_it() {
    let temp = tempfile::tempdir().expect("a folder");
    let home = temp.path().join("home");
    let key = temp.path().join("team.key").display().to_string();
    assert_eq!(alongside(&home, &["key", &key]).status.code(), Some(0));
    let said = written(&home, &temp.path().join("empty"), &["--key", &key]);
    assert!(
        !said.contains("People and conversations are in it"),
        "{said}"
    );
    assert!(said.contains("Nobody is in it"), "{said}");
}
