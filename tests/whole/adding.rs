//! Finished records: found from Home in a few keys, read, put right, added to; the same for a script, line by line, and
//! at a terminal that is asked.

use std::process::Output;

use super::{
    home::Home,
    piped::piped,
    program::{Program, Start},
};

const DAY_AFTER: &str = "2026-03-11T09:10";

const CALL: &str = "/me Priya N\n/who Joan M\n\" I fell on the front step.\n\
    ! Frightened of the front step since January\n> Sam rings Joan on Friday\n\
    & He drinks, she thinks\n/save\n";

fn run(home: &Home, args: &[&str], typed: &str) -> Output {
    piped(DAY_AFTER, home, args, typed)
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn talk(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn home_with_a_record() -> Home {
    let home = Home::new();
    let saved = piped(
        "2026-03-10T14:20",
        &home,
        &["new", "listen", "--plain"],
        CALL,
    );
    assert!(saved.status.success(), "{saved:?}");
    home
}

/// The record's text.
fn record(home: &Home) -> String {
    home.record_texts().remove(0).0
}

/// The letter, without the header.
fn letter(record: &str) -> &str {
    record.split_once("---\n\n").expect("a letter").1
}

#[test]
fn from_home_a_record_is_read_put_right_and_added_to() {
    let home = home_with_a_record();
    let finished = record(&home);
    let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", DAY_AFTER).open();
    program.enter("/records");
    program.see("JM  Listen and connect");
    program.write("joan");
    program.press("Enter");
    program.see("Put something right");
    program.write("2");
    program.write("the garden step");
    program.see("do not stand in the record");
    program.press("Ctrl+U");
    program.write("the front step");
    program.see("In the record 2 times");
    program.press("Enter");
    program.enter("the back step");
    program.see("Right: the back step");
    program.enter("I misheard");
    program.see("back step [corrected]");
    program.press("Tab");
    program.wait("as it was finished", |screen| {
        screen.has("The record as it was finished") && screen.has("fell on the front step.")
    });
    program.press("Enter");
    program.see("What they say themselves");
    program.write("3");
    program.see("Line by line");
    program.enter("I did not fall.");
    program.enter("I sat down.");
    program.press("Enter");
    program.see("Their words are in the record");
    program.kill();
    let now = record(&home);
    assert!(letter(&now).starts_with(letter(&finished)), "{now}");
    assert!(now.contains("Corrected: \"the front step\" should be \"the back step\". Why: I misheard *(Priya N, Wed 11 March 2026, 09:1"));
    assert!(now.contains("## You say\n\n> I did not fall.\\\n> I sat down.\n\n*(Priya N,"));
    let apart = home.record_texts().remove(0).1.expect("it is there");
    assert!(apart.contains("drinks") && !now.contains("drinks"));
}

#[test]
fn a_script_adds_and_shows_what_was_put_right_or_what_was_finished() {
    let home = home_with_a_record();
    let finished = record(&home);
    let args = [
        "add",
        "2026",
        "--correct",
        "the  front step",
        "--to",
        "the back step",
    ];
    let missing = run(&home, &args, "");
    assert_eq!(missing.status.code(), Some(2), "why is part of it");
    let args = [&args[..], &["--why", "I misheard", "--by", "Sam"]].concat();
    assert!(run(&home, &args, "").status.success());
    let again = run(&home, &args, "");
    assert_eq!(again.status.code(), Some(2));
    assert!(
        talk(&again).contains("\"the  front step\": These words do not stand"),
        "{again:?}"
    );
    let shown = out(&run(&home, &["show", "2026"], ""));
    assert!(
        shown.contains("I fell on the back step [corrected]."),
        "{shown}"
    );
    let copy = out(&run(&home, &["show", "2026", "--copy"], ""));
    assert!(copy.contains("the back step"), "{copy}");
    let shown = out(&run(&home, &["show", "2026", "--as-finished"], ""));
    assert_eq!(letter(&shown), letter(&finished));
    let theirs = "I did not fall.\n\n## I sat down.\n";
    assert!(
        run(&home, &["add", "2026", "--statement", "-"], theirs)
            .status
            .success()
    );
    assert!(record(&home).contains("> I did not fall.\n>\n> \\## I sat down.\n"));
    let nothing = run(&home, &["add", "2026"], "");
    assert_eq!(nothing.status.code(), Some(2));
    assert!(talk(&nothing).contains("--stands-again"));
}

#[test]
fn a_void_record_is_kept_and_counts_for_nothing_until_it_stands_again() {
    let home = home_with_a_record();
    assert!(out(&run(&home, &["due"], "")).contains("Sam rings"));
    let void = ["add", "2026", "--void", "Notes of another call"];
    assert!(run(&home, &void, "").status.success());
    assert_eq!(run(&home, &void, "").status.code(), Some(2));
    assert!(record(&home).contains("voided: \"2026-03-11\"\nvoided_by: \"Priya N\"\n"));
    assert!(out(&run(&home, &["due"], "")).contains("Nothing due."));
    assert!(out(&run(&home, &["records"], "")).contains("no longer stands"));
    assert!(out(&run(&home, &["records", "--json"], "")).contains("\"void\": true"));
    let shown = run(&home, &["show", "2026"], "");
    assert!(talk(&shown).contains("Why: Notes of another call (Priya N, Wednesday 11 March 2026)"));
    let back = ["add", "2026", "--stands-again", "It was hers"];
    assert!(run(&home, &back, "").status.success());
    assert!(out(&run(&home, &["due"], "")).contains("Sam rings"));
    assert_eq!(record(&home).matches("stands").count(), 2, "both are kept");
}

#[test]
fn at_a_terminal_it_is_asked_line_by_line() {
    let home = home_with_a_record();
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", DAY_AFTER)
        .args(&["add", "2026"])
        .run();
    program.see("4  It no longer stands");
    program.enter("9");
    program.see("not one of the numbers");
    program.enter("1");
    program.see("Which words are wrong?");
    program.enter("the garden step");
    program.see("do not stand in the record");
    program.enter("the front step");
    program.see("In the record 2 times");
    program.enter("the back step");
    program.see("Such as: I misheard");
    program.enter("I misheard");
    program.see("The old words are kept");
    assert!(record(&home).contains("Why: I misheard *(Priya N,"));
}

#[test]
fn line_by_line_a_record_is_found_read_and_added_to() {
    let home = home_with_a_record();
    let typed = "/records joan\n1\n2\nthe garden step\nthe front step\nthe back step\nI misheard\n\
        /add\n3\nI did not fall.\n/no command of mine\n.\n/add\n1\n/as-finished\n/records nobody\n";
    let said = run(&home, &["--plain"], typed);
    let said = out(&said) + &talk(&said);
    for words in [
        "1 JM  Listen and connect. Tue 10 March.",
        "2 Put something right.",
        "Which words are wrong?",
        "do not stand in the record",
        "What should they be?",
        "The old words are kept",
        "What do they say?",
        "Their words are in the record",
        "back step [corrected]",
        "front step since January",
        "No finished record answers to \"nobody\".",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(record(&home).contains("> I did not fall.\\\n> /no command of mine\n"));
    assert!(home.conversations().is_empty(), "no answer became a note");
}

#[cfg(feature = "seal")]
#[test]
fn a_sealed_record_is_added_to_and_stays_sealed() {
    use super::home::PASSPHRASE;
    let home = Home::sealed();
    piped(
        "2026-03-10T14:20",
        &home,
        &["new", "listen", "--plain"],
        CALL,
    );
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", DAY_AFTER)
        .args(&["add", "2026"])
        .run();
    program.see("Passphrase:");
    program.enter(PASSPHRASE);
    program.see("4  It no longer stands");
    program.enter("3");
    program.see("What was heard");
    program.enter("A rail is in now");
    program.see("is under the record");
    assert!(record(&home).contains("- Heard later: A rail is in now *(Priya N,"));
    assert!(home.records().is_empty(), "nothing in plain text");
}

/// Opens the record and comes as far as the reason for putting it right.
fn at_the_reason(home: &Home) -> Program {
    let mut program = Start::in_home(home).env("ALONGSIDE_NOW", DAY_AFTER).open();
    program.enter("/records");
    program.see("JM  Listen and connect");
    program.press("Enter");
    program.see("Put something right");
    program.write("2");
    program.see("Which words are wrong");
    program.enter("the front step");
    program.see("What should they be");
    program.enter("the back step");
    program.see("Why?");
    program.write("I misheard her on the pho");
    program.see("I misheard her on the pho");
    program
}

#[test]
fn killed_in_the_middle_of_a_reason_it_is_there_at_the_next_start() {
    let home = home_with_a_record();
    at_the_reason(&home).kill();
    let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", DAY_AFTER).open();
    program.see("Something you were adding to a record is kept");
    program.enter("/add");
    program.see("I misheard her on the pho");
    program.enter("ne");
    program.see("Put right");
    program.kill();
    assert!(record(&home).contains("Why: I misheard her on the phone *("));
    assert!(!home.path().join("answers.json").exists());
}
