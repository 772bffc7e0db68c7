//! Tell it once: somebody rings back, is found with a few letters, and does not have to start again.

use std::{fs, path::Path, process::Output};

use super::{
    home::Home,
    piped::{home_after, piped as at},
    program::Start,
};

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

fn call(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/calls")
        .join(name);
    fs::read_to_string(path).expect("an example call")
}

/// Friday's call, with a promise, a note kept apart, and how to be in touch.
const CALL: &str = "/me Priya N\n/who Joan M\n/contact Ring the landline\n/no-copy-home\n\
    \" I can't have strangers letting themselves in.\n* Your own front door\n\
    > I ring Dr Ŵyn about the key safe on Monday\n> Joan finds her library card\n\
    & Derek must not hear of it\n/save\n";

#[test]
fn a_returning_caller_is_found_with_a_few_letters_and_the_promise_is_asked_about_first() {
    let home = home_after(CALL);
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.see("Met before? /who finds them.");
    program.enter("/who jo");
    let screen = program.see("People already met");
    assert!(
        screen.has("Joan M") && screen.has("Listen and connect"),
        "{screen}"
    );
    program.press("Enter");
    let screen = program.see("Your own front door");
    for words in [
        "Joan M: nothing sent home",
        "1  You promised: I ring Dr Ŵyn about the key safe",
        "Contact: Ring the landline",
        "\"I can't have strangers letting themselves in.\"",
        "They promised: Joan finds her library card",
        "Last record: Listen and connect, Fri 6 March, by Priya N",
    ] {
        assert!(screen.has(words), "{words}: {screen}");
    }
    assert!(
        !screen.has("Derek"),
        "what is kept apart is not shown: {screen}"
    );
    program.press("Esc");
    program.see("Done? Enter");
    program.press("Enter");
    program.see("No longer needed");
    program.write("1");
    program.see("What did they say about it?");
    program.enter("It is fitted");
    program.see("What they said is in the record");
    program.enter("Rang to say so");
    program.wait("it is a note", |screen| screen.has("Rang to say so"));
    program.enter("/known");
    program.see("Lately done: I ring Dr");
    program.kill();

    let (record, apart) = home.record_texts().remove(0);
    assert!(record.contains("- Done: I ring Dr Ŵyn"), "{record}");
    assert!(
        record.contains("- What they said: \"It is fitted\""),
        "{record}"
    );
    assert!(apart.expect("it is there").contains("Derek"));
    let talk = home.conversation();
    assert_eq!(talk.facts.person.as_deref(), Some("Joan M"));
    assert_eq!(talk.facts.contact.as_deref(), Some("Ring the landline"));
    assert!(talk.facts.no_copy_home);
    assert_eq!(talk.notes.len(), 1);
}

#[test]
fn one_left_open_is_listed_first_and_carried_on() {
    let home = home_after(CALL);
    let now = "2026-03-09T11:05";
    at(
        now,
        &home,
        &["new", "crisis", "--plain"],
        "/who joan m\nNo heating\n",
    );
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.see("Met before?");
    program.enter("/who joan m");
    program.see("1  Still open: Crisis, left Monday 11:05");
    program.write("1");
    program.see("No heating");
    program.kill();
    assert_eq!(home.conversation().notes.len(), 1);
}

#[test]
fn a_name_nobody_has_is_only_a_name() {
    let home = home_after(CALL);
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.see("Met before?");
    program.enter("/who Derek H");
    program.see("With Derek H");
    program.kill();
    let talk = home.conversation();
    assert_eq!(talk.facts.person.as_deref(), Some("Derek H"));
    assert_eq!(talk.facts.contact, None);
}

#[test]
fn line_by_line_the_example_call_is_from_somebody_who_does_not_start_again() {
    let home = Home::new();
    let first = call("turns-into-a-crisis.txt");
    at(
        "2026-03-10T14:20",
        &home,
        &["new", "listen", "--plain"],
        &first,
    );
    let again = call("returning-caller.txt");
    let ran = at(
        "2026-03-12T09:40",
        &home,
        &["new", "listen", "--plain"],
        &again,
    );
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let said = said(&ran);
    for words in [
        "1 Nasreen B. Tuesday 14:",
        "1 You promised: I ring Nasreen at 7, by Tue 10 March at 19:00. Done?",
        "Contact: Mobile. Text before ringing, so the phone does not wake Tariq.",
        "\"I only rang about a bath board.\" (Tue 10 March)",
        "Last record: Crisis, Tue 10 March, by Beth R. 2026-03-10-1420-listen-",
        "1 Done.",
        "What did they say about it?",
        "What they said is in the record. You promised: I ring Nasreen at 10",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let lines = said
        .lines()
        .skip_while(|line| !line.contains("You promised: I ring Nasreen at 7"));
    let lines = lines.take_while(|line| !line.starts_with("A number"));
    assert!((5..=10).contains(&lines.count()), "{said}");
    assert!(
        !said.contains("walking out") || said.matches("walking out").count() == 0,
        "{said}"
    );

    let texts = home.record_texts();
    let old = texts
        .iter()
        .find(|(text, _)| text.contains("I only rang about"));
    let (old, _) = old.expect("the first record");
    assert!(old.contains("- Done: I ring Nasreen tonight at 7"), "{old}");
    assert!(
        old.contains("- What they said: \"You had slept by the time I rang\""),
        "{old}"
    );
    let new = texts
        .iter()
        .find(|(text, _)| text.contains("I didn't have to start again"));
    let (new, _) = new.expect("the second record");
    assert!(new.contains("person: \"Nasreen B\""), "{new}");
    assert!(new.contains("Text before ringing"), "{new}");
    assert!(!new.contains("walking out"), "{new}");
}

#[test]
fn records_lists_one_person() {
    let home = home_after(CALL);
    let now = "2026-03-10T14:20";
    at(
        now,
        &home,
        &["new", "--plain"],
        "/who Derek H\nHe rang\n/save\n",
    );
    let listed = |args: &[&str]| said(&at(now, &home, args, ""));
    assert_eq!(listed(&["records"]).lines().count(), 2);
    for name in ["joan  M", "jo"] {
        let one = listed(&["records", "--person", name]);
        assert_eq!(one.lines().count(), 1, "{one}");
        assert!(one.contains("Joan M") && one.contains("2 open"), "{one}");
    }
    let json = listed(&["records", "--person", "joan m", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(1));
    assert_eq!(json[0]["person"], "Joan M");
    let nobody = at(now, &home, &["records", "--person", "Sam"], "");
    assert_eq!(nobody.status.code(), Some(1));
    assert!(said(&nobody).contains("No record of Sam yet."));
}

#[cfg(feature = "seal")]
#[test]
fn a_sealed_home_without_its_key_says_so_and_the_name_is_set() {
    let home = Home::sealed();
    let before = "2026-03-09T11:05";
    at(
        before,
        &home,
        &["new", "crisis", "--plain"],
        "/who Joan M\nNo heating\n",
    );
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.see("are sealed. /unlock opens them");
    program.enter("/who");
    program.see("Who was met is sealed. /unlock opens it");
    program.enter("/who Joan M");
    let screen = program.see("With Joan M. Who was met is sealed");
    assert!(!screen.has("No heating"), "{screen}");
    program.enter("Rang back");
    program.see("Rang back");
    program.kill();
}
