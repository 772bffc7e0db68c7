//! Typed commands: `/find lunch`.

use super::*;
use crate::{conversation::PartOfAssessment, guide::Kind};

#[test]
fn a_typed_command_leaves_the_line_and_history() {
    let mut app = keys("one<enter>/who Joan M<enter>");
    app.line("");
    assert_eq!(app.talk().facts.person.as_deref(), Some("Joan M"));
    app.keys("<c-z>");
    assert_eq!(app.talk().facts.person, None);
    app.keys("<c-z>").line("one");
}

#[test]
fn undo_and_redo_can_be_typed() {
    let mut app = keys("one<enter><f6>/undo<enter>");
    assert_eq!(app.talk().notes[0].mark, None);
    app.keys("/redo<enter>");
    assert!(app.talk().notes[0].mark.is_some());
}

#[test]
fn who_and_when_are_for_the_chosen_note_and_a_note_that_is_no_step_is_refused() {
    let step_of = |app: &Playing| app.talk().notes[1].step.clone().expect("a step");
    let mut app = keys("one<enter>> Sam rings Friday<enter><up><up>/owner Bev<enter>");
    let before = step_of(&app);
    assert_eq!(before.who, crate::line::Who::Named("Sam".to_owned()));
    app.says("That note is no next step. Choose a step, then type it again.");
    for when in ["/date tomorrow<enter>", "/date none<enter>", "/date<enter>"] {
        app.keys(when).no_sheet();
        app.says("That note is no next step. Choose a step, then type it again.");
    }
    assert_eq!(step_of(&app), before);
    app.keys("<esc><esc>/owner Bev<enter>/date none<enter>");
    let after = step_of(&app);
    assert_eq!(after.who, crate::line::Who::Named("Bev".to_owned()));
    assert_eq!(after.when.due(), None);
}

#[test]
fn with_no_step_at_all_who_and_when_say_how_to_make_one() {
    for typed in ["/owner Bev<enter>", "/date tomorrow<enter>"] {
        keys(&format!("one<enter>{typed}"))
            .says("There is no next step yet. > and a sentence makes one.");
    }
}

#[test]
fn facts_are_typed() {
    let app = keys(
        "one<enter>/how phone<enter>/with Carol (daughter)<enter>/no-copy-home<enter>\
         /formal yes<enter>/contact Ring the landline<enter>/short<enter>",
    );
    let facts = &app.talk().facts;
    assert_eq!(facts.how.as_deref(), Some("phone"));
    assert_eq!(facts.present[0].name, "Carol");
    assert_eq!(facts.present[0].role.as_deref(), Some("daughter"));
    assert!(facts.no_copy_home);
    assert_eq!(facts.part_of_assessment, PartOfAssessment::Yes);
    assert_eq!(facts.contact.as_deref(), Some("Ring the landline"));
    assert_eq!(app.talk().detail().name(), "short");
}

#[test]
fn kinds_are_typed_mid_talk_and_on_home() {
    let app = keys("one<enter>/crisis<enter>");
    app.notes(["one"]);
    assert_eq!(app.talk().kind(), Kind::Crisis);
    let app = keys("/good<enter>");
    app.shows(Screen::Talk).notes([]);
    assert_eq!(app.talk().kind(), Kind::GoodLife);
}

#[test]
fn a_slip_offers_the_nearest_and_enter_runs_it() {
    let mut app = keys("one<enter>/udno<enter>");
    app.says("Did you mean /undo?").line("/udno");
    app.keys("<enter>").line("one");
}

#[test]
fn letters_after_an_offer_take_it_back() {
    let app = keys("one<enter>/udno<enter>x<enter>");
    app.notes(["one"]).says("No command called /udnox");
    let mut app = keys("one<enter>/udno<enter>");
    app.pastes(" important words").keys("<enter>");
    assert!(
        app.app.desk.line().contains("important words")
            || app
                .talk()
                .notes
                .iter()
                .any(|note| note.text.contains("important words")),
        "what was pasted is still there"
    );
}

#[test]
fn what_is_no_command_stays_on_the_line() {
    keys("one<enter>/zzzzzzzz<enter>")
        .says("// keeps it as a note")
        .line("/zzzzzzzz");
    keys("//zzz<enter>").notes(["/zzz"]);
    keys("1<enter>/me<enter>").says("/me NAME").line("/me");
}

#[test]
fn the_slash_list_shows_commands_and_down_chooses() {
    let mut app = keys("one<enter>/");
    assert!(app.app.is_slash());
    app.keys("read");
    let first = super::super::lists::commands(&app.app, app.app.slash_filter());
    assert_eq!(first[0].text, "Read back and finish");
    app.keys("<down><enter>").shows(Screen::ReadBack).line("");
}

#[test]
fn a_slash_deleted_again_is_nothing() {
    let mut app = keys("one<enter>/<bs>");
    assert!(!app.app.is_slash());
    app.keys("<esc>two<enter>").notes(["one", "two"]);
}

#[test]
fn commands_of_a_conversation_do_not_count_on_home() {
    for typed in [
        "/pause",
        "/next",
        "/save",
        "/mark worry",
        "/read-back",
        "/find lunch",
    ] {
        let app = keys(&format!("{typed}<enter>"));
        app.shows(Screen::Home).no_sheet().line(typed);
    }
}

#[test]
fn preferences_are_remembered() {
    let app = keys("/me Priya N<enter>/clock on<enter>/width 80<enter>/width 7<enter>");
    assert_eq!(
        app.remembered,
        [
            Preference::Name("Priya N".into()),
            Preference::Clock(true),
            Preference::Width(80)
        ]
    );
    app.says("from 20 to 200");
}

#[test]
fn the_record_can_be_copied_at_any_time() {
    let mut app = keys("+ cooks a roast<enter>/copy<enter>");
    app.says("not saved as a record yet").shows(Screen::Talk);
    assert!(app.copied[0].contains("cooks a roast"));
    app.keys("<up>/note<enter>8");
    assert_eq!(app.copied[1], "cooks a roast");
}

#[test]
fn the_first_letters_of_one_command_are_enough() {
    let app = keys("one<enter>/pau<enter>");
    assert!(app.app.is_paused());
    // Three begin like this, so it asks.
    let app = keys("one<enter>/sa<enter>");
    app.line("/sa");
}
