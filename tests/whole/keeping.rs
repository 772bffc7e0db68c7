//! How long records stay, and removing one: nothing goes by itself, and what is removed is removed.

use std::{fs, path::PathBuf, process::Output};

#[cfg(feature = "seal")]
use super::program::Start;
use super::{home::Home, piped::piped};

/// Words of the record and of what was kept apart from it, and whose it is.
const IN_THE_RECORD: &str = "carried other people's shopping";
const IN_WHAT_IS_APART: &str = "tripped on the gate step";
const WHOSE: &str = "Featherstonehaugh";

/// A home with one record, of 10 March 2026, and something kept apart from it; and its id.
fn home_with_a_record() -> (Home, String) {
    let home = Home::new();
    let typed = format!(
        "/me Priya N\n/who Joan {WHOSE}\n\" I've {IN_THE_RECORD}.\n& Derek {IN_WHAT_IS_APART}.\n/save\n"
    );
    let saved = on("2026-03-10", &home, &["new", "listen", "--plain"], &typed);
    assert!(saved.status.success(), "{saved:?}");
    let names = home.records();
    assert_eq!(names.len(), 2, "a record, and what is apart");
    let name = names[1]
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    (home, name.split('.').next().expect("a stem").to_owned())
}

/// Runs the program on a day, with no terminal at all.
fn on(day: &str, home: &Home, args: &[&str], typed: &str) -> Output {
    piped(&format!("{day}T14:20"), home, args, typed)
}

fn due(day: &str, home: &Home) -> String {
    text(&on(day, home, &["records", "--due-to-go"], "").stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What must be typed to remove it.
fn answer(id: &str) -> String {
    format!("remove {}\n", &id[id.len() - 4..])
}

/// The one file of the records: the note that stays.
fn note(home: &Home) -> String {
    let names = home.records();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].to_string_lossy().ends_with(".removed.md"));
    fs::read_to_string(&names[0]).expect("text")
}

fn assert_no_word_in_any_file(home: &Home) {
    for name in home.file_names() {
        let found = text(&fs::read(home.path().join(&name)).expect("is read"));
        for words in [IN_THE_RECORD, IN_WHAT_IS_APART, WHOSE, "Joan", "Derek"] {
            assert!(!found.contains(words), "{words:?} is in {name}");
        }
    }
}

#[test]
fn nothing_is_due_until_the_team_says_how_long() {
    let (home, id) = home_with_a_record();
    let said = due("2126-03-10", &home);
    assert!(said.contains("There is no record whose day"), "{said}");
    assert!(said.contains("look-at-after"), "{said}");
    assert!(said.contains("local.toml") && !said.contains(&id), "{said}");
}

#[test]
fn a_record_is_due_from_the_day_and_goes_nowhere_by_itself() {
    let (home, id) = home_with_a_record();
    home.write("local.toml", "[keeping]\nlook-at-after = '6 years'\n");
    assert!(!due("2032-03-09", &home).contains(&id));
    let said = due("2032-03-10", &home);
    assert!(said.contains("It does not go by itself."), "{said}");
    assert!(said.contains("2032-03-10") && said.contains(&id), "{said}");
    assert_eq!(home.records().len(), 2);

    let data = on(
        "2032-03-10",
        &home,
        &["records", "--due-to-go", "--json"],
        "",
    );
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).expect("JSON");
    assert_eq!(data[0]["look_at"], "2032-03-10");
    let data = on("2026-03-11", &home, &["records", "--json"], "");
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).expect("JSON");
    assert_eq!(data[0]["look_at"], "2032-03-10");
}

#[test]
fn the_oldest_day_is_first_and_one_kind_may_have_its_own() {
    let (home, id) = home_with_a_record();
    let saved = on(
        "2025-01-10",
        &home,
        &["new", "crisis", "--plain"],
        "Flood.\n/save\n",
    );
    assert!(saved.status.success());
    home.write(
        "local.toml",
        "[keeping]\nlook-at-after = '1 year'\ncrisis = '18 months'\n",
    );
    let said = due("2027-03-10", &home);
    let crisis = said.find("2026-07-10").expect("the crisis");
    assert!(crisis < said.find(&id).expect("the other"), "{said}");
}

#[test]
fn a_record_somebody_looked_at_and_kept_is_due_later() {
    let (home, id) = home_with_a_record();
    home.write("local.toml", "[keeping]\nlook-at-after = '1 year'\n");
    let was = fs::read_to_string(&home.records()[1]).expect("text");
    for until in ["2027-03-09", "soon"] {
        let refused = on("2027-03-10", &home, &["keep", &id, "--until", until], "");
        assert_eq!(refused.status.code(), Some(2), "{until}");
        assert_eq!(fs::read_to_string(&home.records()[1]).expect("text"), was);
    }
    let args = [
        "keep",
        &id,
        "--until",
        "2030-01-31",
        "--because",
        "A complaint is open",
    ];
    let kept = on("2027-03-10", &home, &args, "");
    assert!(kept.status.success(), "{kept:?}");
    assert!(
        text(&kept.stderr).contains("Thursday 31 January 2030"),
        "{kept:?}"
    );
    assert!(!due("2030-01-30", &home).contains(&id));
    assert!(due("2030-01-31", &home).contains(&id));
    let shown = text(&on("2027-03-10", &home, &["show", &id], "").stdout);
    for said in ["A complaint is open", "2030-01-31", "2027-03-10", "Priya N"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

#[test]
fn it_says_what_would_go_and_what_removing_cannot_do_and_anything_else_changes_nothing() {
    let (home, id) = home_with_a_record();
    let before = home.file_names();
    for typed in [
        "",
        "\n",
        "yes\n",
        "remove\n",
        "REMOVE\n",
        "remove 0000\n",
        &format!("{id}\n"),
    ] {
        let ran = on("2032-03-10", &home, &["remove", &id], typed);
        assert_eq!(ran.status.code(), Some(1), "{typed:?}");
        let said = text(&ran.stderr);
        for expected in [
            "Tuesday 10 March 2026",
            "J F",
            &id,
            "kept apart",
            "Backups",
            "OneDrive",
            "SSD",
            "Nothing has changed.",
        ] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        assert!(!said.contains("Joan") && !said.contains(WHOSE), "{said}");
        assert_eq!(home.file_names(), before);
    }
}

#[test]
fn a_record_that_is_removed_leaves_a_note_without_a_word_of_it() {
    let (home, id) = home_with_a_record();
    let because = ["remove", &id, "--because", "Kept for six years"];
    let ran = on("2032-03-10", &home, &because, &answer(&id));
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    assert!(text(&ran.stderr).contains("for anybody to read"));
    assert_no_word_in_any_file(&home);
    let note = note(&home);
    for said in [
        &id,
        "listen-and-connect",
        "2026-03",
        "2032-03-10",
        "Priya N",
        "Kept for six years",
    ] {
        assert!(note.contains(said), "{said}: {note}");
    }

    let listed = text(&on("2032-03-10", &home, &["records"], "").stdout);
    assert!(!listed.contains(&id), "{listed}");
    for args in [
        &["show", &id][..],
        &["remove", &id],
        &["keep", &id, "--until", "2040-01-01"],
        &["show", &id[..8]],
    ] {
        let ran = on("2032-03-11", &home, args, "");
        assert_eq!(ran.status.code(), Some(1), "{args:?}");
        let said = text(&ran.stderr);
        assert!(
            said.contains("was removed on Wednesday 10 March 2032 by Priya N"),
            "{said}"
        );
    }
    let doctor = text(&on("2032-03-11", &home, &["doctor"], "").stdout);
    assert!(
        doctor.contains("Records: 0.") && doctor.contains("Records removed: 1."),
        "{doctor}"
    );
}

#[test]
fn an_open_conversation_is_no_record_to_remove() {
    let home = Home::new();
    on(
        "2026-03-10",
        &home,
        &["new", "listen", "--plain"],
        "Not finished\n",
    );
    let id = home.conversation().id.to_string();
    let ran = on("2026-03-10", &home, &["remove", &id], &answer(&id));
    assert_eq!(ran.status.code(), Some(1));
    assert!(
        text(&ran.stderr).contains("is an open conversation"),
        "{ran:?}"
    );
    assert_eq!(home.conversation().id.to_string(), id);
}

#[test]
fn a_record_whose_conversation_was_not_put_away_stays_until_it_is() {
    let (home, id) = home_with_a_record();
    home.write(&format!("conversations/{id}/journal.jsonl"), "");
    let ran = on("2032-03-10", &home, &["remove", &id], &answer(&id));
    assert_eq!(ran.status.code(), Some(1));
    assert!(
        text(&ran.stderr).contains("still on this computer"),
        "{ran:?}"
    );
    assert_eq!(home.records().len(), 2);
}

#[test]
fn a_removal_that_was_interrupted_is_said_and_gone_on_with() {
    let (home, id) = home_with_a_record();
    let [apart, record]: [PathBuf; 2] = home.records().try_into().expect("two");
    let words = fs::read(&record).expect("is read");
    on("2032-03-10", &home, &["remove", &id], &answer(&id));
    // As a synced folder puts it back, or as it is when the program was stopped before the record went.
    fs::write(&record, words).expect("written");

    assert!(!text(&on("2032-03-11", &home, &["records"], "").stdout).contains(&id));
    let due = on("2032-03-11", &home, &["records", "--due-to-go"], "");
    assert_eq!(due.status.code(), Some(1));
    assert!(
        text(&due.stderr).contains("To go on: alongside remove"),
        "{due:?}"
    );
    let doctor = on("2032-03-11", &home, &["doctor"], "");
    assert!(
        text(&doctor.stdout).contains("Removals not finished: 1."),
        "{doctor:?}"
    );
    let not = on("2032-03-11", &home, &["remove", &id], "no\n");
    assert_eq!(not.status.code(), Some(1));
    assert!(record.exists() && !apart.exists());

    let ran = on("2032-03-11", &home, &["remove", &id], &answer(&id));
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    assert_no_word_in_any_file(&home);
    assert!(note(&home).contains("2032-03-10"), "when it was asked for");
}

#[cfg(feature = "seal")]
mod sealed {
    use super::*;
    use crate::{home::PASSPHRASE, sealing::seal};

    #[test]
    fn a_sealed_record_is_shown_with_its_passphrase_and_removed() {
        let (home, id) = home_with_a_record();
        home.write("local.toml", "[keeping]\nlook-at-after = '1 day'\n");
        seal(&home);
        assert!(home.records().is_empty(), "all are sealed");

        let list = ["records", "--due-to-go"];
        let mut program = Start::in_home(&home)
            .size(100, 40)
            .env("ALONGSIDE_NOW", "2032-03-10T14:20")
            .args(&list)
            .run();
        program.see("Passphrase:");
        program.enter(PASSPHRASE);
        let left = program.left();
        assert!(text(&left.bytes).contains(&id));

        let args = ["remove", &id];
        let mut program = Start::in_home(&home).size(100, 50).args(&args).run();
        program.see("Passphrase:");
        program.enter(PASSPHRASE);
        program.see("To remove it, type remove");
        program.enter(answer(&id).trim());
        let left = program.left();
        assert_eq!(left.code, 0, "{}", text(&left.bytes));
        assert!(text(&left.bytes).contains("J F"));
        assert!(note(&home).contains(&id));
        let names = home.file_names();
        let is_sealed = |name: &String| name.starts_with("records/") && name.ends_with(".age");
        assert!(!names.iter().any(is_sealed), "{names:?}");
        let status = on("2032-03-10", &home, &["seal", "status"], "");
        assert_eq!(status.status.code(), Some(0), "{status:?}");
        let said = text(&status.stdout);
        assert!(said.contains("Records: 0 sealed, 0 not sealed"), "{said}");
    }
}
