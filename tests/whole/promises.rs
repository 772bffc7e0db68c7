//! What was promised: found the day after, followed up in a real terminal, listed for a script, put in a calendar.

use std::{fs, process::Output};

use super::{
    home::Home,
    piped::{home_after, piped as at},
    program::Start,
};

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A call on Friday with three promises, and a note about one kept apart.
const CALL: &str = "/me Priya N\n/who Joan M\n\" I can't have strangers letting themselves in.\n\
    > I ring Dr Ŵyn about the key safe on Monday\n> Sam rings Joan on Tuesday at 5pm\n\
    > Joan finds her library card\n& > Ring Derek on Monday about the bruise\n/save\n";

#[test]
fn the_day_after_it_is_on_home_and_what_became_of_it_is_in_the_record() {
    let home = home_after(CALL);
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    let screen = program.see("Due today");
    assert!(
        screen.has("was due Mon 9 March") && screen.has("by 17:00"),
        "{screen}"
    );
    assert!(
        !screen.has("Derek"),
        "what is kept apart is not shown: {screen}"
    );
    program.enter("5");
    program.see("I can't have strangers");
    program.write("2");
    program.see("It moves to Wed 11 March");
    program.wait("it is no longer due", |screen| !screen.has("was due Mon"));
    program.enter("5");
    program.see("No longer needed");
    program.write("1");
    program.see("What did they say about it?");
    program.enter("She was glad of the call");
    program.see("What they said is in the record");
    program.enter("/due week");
    let screen = program.see("Promised this week");
    assert!(screen.has("done") && screen.has("tried once"), "{screen}");
    program.kill();
    let texts = home.record_texts();
    let (record, apart) = &texts[0];
    assert!(
        record.contains("## What happened next\n\n- Tried, no answer: I ring Dr Ŵyn"),
        "{record}"
    );
    assert!(
        record.contains(
            "\n- Done: Sam rings Joan on Tuesday at 5pm. *(Priya N, Tue 10 March 2026, 14:2"
        ),
        "{record}"
    );
    assert!(
        record.contains("- What they said: \"She was glad of the call\""),
        "{record}"
    );
    assert!(apart.as_deref().expect("it is there").contains("Derek"));
}

#[test]
fn a_promise_of_an_open_conversation_is_followed_up_in_it() {
    let home = Home::new();
    at(
        "2026-03-06T14:20",
        &home,
        &["new", "listen", "--plain"],
        "> Ring the surgery on Monday\n",
    );
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.see("was due Mon 9 March");
    program.enter("6");
    program.see("Its conversation is still open");
    program.write("1");
    program.see("What did they say about it? Type it as a note");
    program.enter("\" At last");
    program.see("At last");
    program.press("Ctrl+Q");
    program.wait("it is done", |screen| {
        screen.has("Carry on") && !screen.has("Due today")
    });
    program.kill();
    assert_eq!(home.conversation().notes.len(), 2);
}

#[test]
fn due_lists_overdue_first_and_a_script_reads_the_same() {
    let home = home_after(CALL);
    let now = "2026-03-10T14:20";
    let text = out(&at(now, &home, &["due"], ""));
    let at_of = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert!(at_of("Overdue") < at_of("key safe") && at_of("key safe") < at_of("Due today"));
    assert!(at_of("Sam rings") < at_of("No day set"));
    assert!(!text.contains("Derek"));
    let data = out(&at(now, &home, &["due", "--json"], ""));
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(data.as_array().map(Vec::len), Some(3));
    assert_eq!(
        (&data[0]["overdue"], &data[0]["whose"]),
        (&true.into(), &"worker".into())
    );
    assert_eq!(
        (&data[1]["time"], &data[1]["due"]),
        (&"17:00".into(), &"2026-03-10".into())
    );
    let week = out(&at("2026-03-20T09:00", &home, &["due", "--week"], ""));
    assert!(
        week.contains("Overdue") && !week.contains("library card"),
        "{week}"
    );
    assert!(out(&at(now, &Home::new(), &["due"], "")).contains("Nothing due."));
}

#[test]
fn a_calendar_file_names_nobody_and_is_not_written_over_unasked() {
    let home = home_after(CALL);
    let now = "2026-03-10T14:20";
    let file = home.path().join("due.ics");
    let path = file.to_str().expect("text");
    assert!(at(now, &home, &["due", "--ics", path], "").status.success());
    let written = fs::read_to_string(&file).expect("written");
    assert_eq!(written.matches("BEGIN:VEVENT").count(), 2);
    for name in ["Joan", "Sam", "Priya", "Ŵyn", "key", "listen"] {
        assert!(!written.contains(name), "{name}: {written}");
    }
    let again = at(now, &home, &["due", "--ics", path], "");
    assert_eq!(again.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&again.stderr).contains("--replace"));
    fs::write(&file, "theirs").expect("written");
    at(now, &home, &["due", "--ics", path], "");
    assert_eq!(fs::read_to_string(&file).expect("text"), "theirs");
    assert!(
        at(now, &home, &["due", "--ics", path, "--replace"], "")
            .status
            .success()
    );
    assert_eq!(fs::read_to_string(&file).expect("text"), written);
    assert_eq!(out(&at(now, &home, &["due", "--ics", "-"], "")), written);
}

#[test]
fn line_by_line_it_is_counted_listed_and_followed_up_by_number() {
    let home = home_after(CALL);
    let typed = "5\n1\n3\nsoonish\n3\n/due\n1\n3\nnext friday\n/due\n1\n1\nShe was glad\n";
    let said = at("2026-03-10T14:20", &home, &["--plain"], typed);
    let said =
        String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
    for words in [
        "Nothing to carry on. 2 due today.",
        "4 Practice. 5 Due today.",
        "1 Done.",
        "Which day?",
        "\"soonish\" is not a day",
        "Moved to Fri 20 March",
        "What did they say about it?",
        "What they said is in the record",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (record, _) = home.record_texts().remove(0);
    assert!(
        record.contains("- What they said: \"She was glad\""),
        "{record}"
    );
    assert!(home.conversations().is_empty(), "no answer became a note");
}

#[test]
fn read_back_says_who_will_do_what() {
    let home = Home::new();
    let typed = CALL.replace("/save\n", "/read-back\n");
    let said = out(&at(
        "2026-03-06T14:20",
        &home,
        &["new", "listen", "--plain"],
        &typed,
    ));
    for words in [
        "I will: ring Dr Ŵyn about the key safe, Mon 9 March.",
        "You will: Joan finds her library card.",
        "They will: Sam rings Joan at 5pm, Tue 10 March, 17:00.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("will: Ring Derek"));
}
