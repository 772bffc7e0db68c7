//! Sticking close: a crisis, three check-ins and steady, in a real terminal, with the program killed at the save of one.

use std::{fs, path::Path, thread, time::Duration};

use alongside::{
    conversation::Tie,
    record::{Front, StepState, read_front},
};

use super::{home::Home, piped::piped, program::Start};

/// A crisis on Friday, to be looked at again on Monday.
const CRISIS: &str =
    "/me Priya N\n/who Joan M\n/contact Ring the landline.\n! No heating\n/look monday\n/save\n";

fn home_in_crisis() -> Home {
    let home = Home::new();
    let saved = piped(
        "2026-03-06T14:20",
        &home,
        &["new", "crisis", "--plain"],
        CRISIS,
    );
    assert!(saved.status.success(), "{saved:?}");
    home
}

fn fronts(home: &Home) -> Vec<Front> {
    let texts = home.record_texts().into_iter();
    let mut fronts: Vec<Front> = texts
        .map(|(text, _)| read_front(&text).expect("a record"))
        .collect();
    fronts.sort_by_key(|front| front.started);
    fronts
}

/// Each names the other, and the days to look again that came before a check-in are done.
fn assert_linked(fronts: &[Front]) {
    let (crisis, check_ins) = fronts.split_first().expect("a crisis");
    for check_in in check_ins {
        let link = &check_in.linked[0];
        assert_eq!((&link.to, link.tie), (&crisis.id, Tie::CheckInOn));
        assert!(
            crisis.linked.contains(&link.turned(&check_in.id)),
            "{crisis:?}"
        );
    }
    let done = |front: &Front| {
        let mut again = front.next_steps.iter().filter(|step| step.again);
        again.all(|step| step.state == StepState::Done)
    };
    let before = &fronts[..fronts.len() - 1];
    assert!(before.iter().all(done), "{before:?}");
}

#[test]
fn three_check_ins_and_steady_with_the_keys_of_home() {
    let home = home_in_crisis();
    let days = ["2026-03-10T14:20", "2026-03-12T10:00", "2026-03-16T10:00"];
    for (nth, now) in days.into_iter().enumerate() {
        let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", now).open();
        let screen = program.see("Sticking close");
        let last = if nth == 0 { "Crisis" } else { "Check-in" };
        assert!(
            screen.has("JM") && screen.has(last) && !screen.has("Joan"),
            "{screen}"
        );
        program.enter("5");
        program.see("Check in now");
        program.write("1");
        program.see("Check-in with JM, linked to");
        program.enter("\" Better than it was");
        if nth == 2 {
            program.enter("/steady \"I sleep again\"");
            program.see("They leave the board");
        }
        program.press("Ctrl+R");
        if nth < 2 {
            program.see("Look again?");
            program.enter("2");
            program.see("You look again on");
        }
        program.press("Ctrl+S");
        program.press("Enter");
        program.see("Saved.");
        program.wait("the crisis says so", |_| {
            let all = fronts(&home);
            all[0].linked.len() == nth + 1
        });
        program.kill();
    }
    assert_linked(&fronts(&home));
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-17T09:00")
        .open();
    let screen = program.see("Nothing to carry on and nothing due.");
    assert!(!screen.has("Sticking close"), "{screen}");
    program.kill();
}

#[test]
fn killed_at_the_save_of_a_check_in_it_is_all_there_on_the_next_start() {
    for pause in [0, 2, 5, 9, 14, 20, 30, 60] {
        let home = home_in_crisis();
        let now = "2026-03-10T14:20";
        let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", now).open();
        program.see("Sticking close");
        program.enter("5");
        program.see("Check in now");
        program.write("1");
        program.see("Check-in with JM");
        program.enter("Better, she says");
        program.press("Ctrl+R");
        program.press("Ctrl+S");
        program.see("Save and finish");
        program.press("Enter");
        thread::sleep(Duration::from_millis(pause));
        program.kill();
        let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", now).open();
        let screen = program.see("Sticking close");
        if home.records().len() == 1 {
            assert!(screen.has("Carry on"), "{screen}");
            assert_eq!(home.conversation().notes.len(), 1);
        } else {
            program.wait("both say so", |_| fronts(&home)[0].linked.len() == 1);
            program.wait("it is no longer due", |screen| !screen.has("was due"));
            assert_linked(&fronts(&home));
        }
        program.kill();
    }
}

#[test]
fn the_example_call_leaves_four_records_and_an_empty_board() {
    let call = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/calls/three-check-ins.txt");
    let call = fs::read_to_string(call).expect("an example call");
    let home = Home::new();
    let ran = piped(
        "2026-03-10T14:20",
        &home,
        &["new", "crisis", "--plain"],
        &call,
    );
    assert!(ran.status.success(), "{ran:?}");
    let fronts = fronts(&home);
    assert_eq!(fronts.len(), 4);
    assert!(home.conversations().is_empty());
    let crisis = fronts
        .iter()
        .find(|front| front.linked.len() == 3)
        .expect("a crisis");
    let check_ins: Vec<&Front> = fronts
        .iter()
        .filter(|front| front.id != crisis.id)
        .collect();
    assert!(
        check_ins
            .iter()
            .all(|front| front.person.as_deref() == Some("Rahim B"))
    );
    let steady: Vec<_> = fronts
        .iter()
        .filter_map(|front| front.steady.as_ref())
        .collect();
    assert_eq!(steady.len(), 1);
    assert_eq!(steady[0].because.as_deref(), Some("I can hold this now."));
    let due = piped("2026-03-11T09:00", &home, &["due"], "");
    let due = String::from_utf8_lossy(&due.stdout).into_owned();
    assert!(!due.contains("Sticking close"), "{due}");
}

#[test]
fn due_lists_the_board_first_and_a_check_in_can_be_begun_on_an_id() {
    let home = home_in_crisis();
    let now = "2026-03-10T14:20";
    let due = piped(now, &home, &["due"], "");
    let due = String::from_utf8_lossy(&due.stdout).into_owned();
    assert!(
        due.starts_with("Sticking close\n  JM, Crisis Friday"),
        "{due}"
    );
    assert!(due.contains("look again: was due Mon 9 March"), "{due}");
    let data = piped(now, &home, &["due", "--json"], "");
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).expect("JSON");
    assert_eq!(data[0]["again"], true);
    let id = fronts(&home)[0].id.to_string();
    let args = ["new", "check-in", "--on", &id[..15], "--plain"];
    let ran = piped(now, &home, &args, "Better today\n/save\n");
    assert!(ran.status.success(), "{ran:?}");
    assert_linked(&fronts(&home));
    let wrong = piped(now, &home, &["new", "listen", "--on", &id, "--plain"], "");
    assert_eq!(wrong.status.code(), Some(2));
    let nobody = piped(
        now,
        &home,
        &["new", "check-in", "--on", "2020", "--plain"],
        "",
    );
    assert_eq!(nobody.status.code(), Some(2));
}

#[test]
fn line_by_line_the_board_has_numbers_and_what_it_asks_is_answered() {
    let home = home_in_crisis();
    let typed = "5\n1\nBetter today\n/read-back\n/look friday\n/save\n/sticking\n1\n4\n4\nsoonish\nnext monday\n/sticking\n1\n3\nShe is sleeping\n/leave\n";
    let ran = piped("2026-03-10T14:20", &home, &["--plain"], typed);
    let said =
        String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    for words in [
        "5 Sticking close: JM, Crisis Friday 14:2",
        "look again: was due Mon 9 March, You.",
        "1 Check in now.",
        "Check-in with JM",
        "When will you look again? /look and a day.",
        "You look again on Fri 13 March",
        "\"soonish\" is not a day",
        "Moved to Mon 16 March",
        "How do you know?",
        "They leave the board",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let plan = "3\n/who Joan M\n/leave\n";
    let home = home_in_crisis();
    let ran = piped("2026-03-10T14:20", &home, &["--plain"], plan);
    let said =
        String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    assert_eq!(said.matches("Still sticking close?").count(), 1, "{said}");
}

/// Its day to look again, as it stands in the crisis' record.
fn look_again(home: &Home) -> (StepState, Option<String>) {
    let steps = fronts(home).swap_remove(0).next_steps;
    let again = steps.into_iter().find(|step| step.again);
    let again = again.expect("a day to look again");
    (again.state, again.settled.map(|day| day.to_string()))
}

#[test]
fn a_check_in_that_no_longer_stands_kept_no_promise() {
    let home = home_in_crisis();
    let now = "2026-03-09T14:20";
    let id = fronts(&home)[0].id.to_string();
    let args = ["new", "check-in", "--on", &id, "--plain"];
    piped(now, &home, &args, "Better today\n/save\n");
    let monday = Some("2026-03-09".to_owned());
    assert_eq!(look_again(&home), (StepState::Done, monday.clone()));
    let later = "2026-03-20T09:00";
    let check_in = fronts(&home)[1].id.to_string();
    let void = ["add", &check_in, "--void", "Wrong person"];
    assert!(piped(later, &home, &void, "").status.success());
    assert_eq!(look_again(&home), (StepState::Open, None));
    let due = piped(later, &home, &["due"], "");
    let due = String::from_utf8_lossy(&due.stdout).into_owned();
    assert!(due.contains("was due Mon 9 March"), "{due}");
    let stands = ["add", &check_in, "--stands-again", "It was her"];
    assert!(piped(later, &home, &stands, "").status.success());
    piped(later, &home, &["--plain"], "/sticking\n/leave\n");
    assert_eq!(look_again(&home), (StepState::Done, monday));
}

#[test]
fn the_command_line_counts_a_check_in_its_record_was_not_told_of() {
    let home = home_in_crisis();
    let crisis = home.records().swap_remove(0);
    let untold = fs::read(&crisis).expect("a record");
    let id = fronts(&home)[0].id.to_string();
    let args = ["new", "check-in", "--on", &id, "--plain"];
    piped("2026-03-09T14:20", &home, &args, "Better today\n/save\n");
    fs::write(&crisis, untold).expect("as before");
    let now = "2026-03-20T09:00";
    let said = |args: &[&str]| {
        let ran = piped(now, &home, args, "");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    };
    let each = || {
        [
            said(&["evidence", "--from", "2026-01-01", "--as", "json"]),
            said(&["due"]),
            said(&["due", "--json"]),
            said(&["records"]),
        ]
    };
    let before = each();
    piped(now, &home, &["--plain"], "/sticking\n/leave\n");
    let monday = Some("2026-03-09".to_owned());
    assert_eq!(look_again(&home), (StepState::Done, monday));
    assert_eq!(each(), before);
}
