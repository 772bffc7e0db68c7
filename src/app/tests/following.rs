//! What was promised: on Home, in the list, and what became of it.

use super::*;
use crate::{
    desk::{Command, Follow},
    line::Outcome,
    promise::Happened,
};

const ID: &str = "2026-03-06-1420-crisis-7k3f";

/// A record with a promise that is overdue, one for today and one to come.
const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\n",
    "person: \"Terry T\"\nstarted: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\nnext_steps:\n",
    "  - id: \"s1\"\n    what: \"Sam rings Terry\"\n    who: \"Sam\"\n    due: \"2026-03-10\"\n",
    "  - id: \"s2\"\n    what: \"Ring about the key safe\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n",
    "  - id: \"s3\"\n    what: \"Look again\"\n    who: \"Priya N\"\n    due: \"2026-03-13\"\n---\n\n# Talk\n",
);

fn with_record() -> Playing {
    let mut playing = keys("");
    let id = ConversationId::read(ID).expect("an id");
    playing.records.insert(id, RECORD.to_owned());
    playing.app.desk.prefs.name = Some("Priya N".to_owned());
    playing.takes(Msg::Indexed(Index::Read(playing.known())));
    playing
}

fn record(playing: &Playing) -> &str {
    playing.records.values().next().expect("a record")
}

fn whats(playing: &Playing) -> Vec<&str> {
    let due = playing.app.due_now().into_iter();
    due.map(|promise| promise.what.as_str()).collect()
}

#[test]
fn home_lists_what_is_overdue_first_and_a_number_opens_it() {
    let mut app = with_record();
    assert_eq!(whats(&app), ["Ring about the key safe", "Sam rings Terry"]);
    app.keys("6<enter>");
    let first: Vec<String> = app.rows().into_iter().map(|row| row.text).collect();
    assert_eq!(first[0], "Done");
    app.keys("<esc>").no_sheet().shows(Screen::Home).line("");
    assert_eq!(record(&app), RECORD);
}

#[test]
fn done_is_written_and_then_what_they_said() {
    let mut app = with_record();
    app.keys("6<enter>1");
    assert!(record(&app).contains("- Done: Ring about the key safe. *(Priya N,"));
    app.says("It is in the record");
    app.keys("So glad<enter>").no_sheet().line("");
    assert!(record(&app).contains("What they said: \"So glad\""));
    assert_eq!(whats(&app), ["Sam rings Terry"]);
    app.keys("6<enter>1<enter>").no_sheet();
    assert_eq!(
        record(&app).matches("What they said").count(),
        1,
        "Enter skips"
    );
}

#[test]
fn no_answer_moves_it_to_tomorrow() {
    let mut app = with_record();
    app.keys("6<enter>2").says("It moves to Wed 11 March");
    assert!(record(&app).contains("tries: 1"));
    assert_eq!(whats(&app), ["Sam rings Terry"]);
}

#[test]
fn another_day_and_another_person_are_typed() {
    let mut app = with_record();
    app.keys("6<enter>3not a day<enter>");
    assert!(app.app.sheet.is_some() && record(&app) == RECORD);
    app.keys("<c-u>friday<enter>")
        .no_sheet()
        .says("Moved to Fri 13 March");
    app.keys("6<enter>4Carol<enter>").says("Now with Carol");
    assert!(record(&app).contains("who: \"Carol\""));
    app.keys("6<enter>6").says("No longer needed");
    assert!(whats(&app).is_empty());
}

#[test]
fn the_record_can_be_read_and_the_week_is_one_list() {
    let mut app = with_record();
    app.keys("6<enter>5");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &sheet.kind),
        Some(&SheetKind::Record)
    );
    app.keys("<esc>/due week<enter>");
    let week: Vec<String> = app.rows().into_iter().map(|row| row.text).collect();
    assert_eq!(
        week,
        [
            "Overdue",
            "Ring about the key safe",
            "Due today",
            "Sam rings Terry",
            "Coming up",
            "Look again"
        ]
    );
}

#[test]
fn a_promise_of_an_open_conversation_is_followed_up_there() {
    let mut app = keys("> Sam rings Joan today<enter>& > Ring Derek today<enter><c-q>");
    assert_eq!(
        whats(&app),
        ["Sam rings Joan today"],
        "what is kept apart stays apart"
    );
    app.keys("<up><up><down><down>");
    let at = app.app.desk.index.promises()[0].place.clone();
    let follow = Follow::Happened(at, Happened::Done);
    let tick = app.tick();
    app.app.obey(Command::Follow(follow), tick);
    let effects = app.app.desk.take_effects();
    app.perform(effects);
    app.shows(Screen::Talk).says("What did they say about it?");
    let outcome = app.talk().notes[0].step.as_ref().map(|step| step.outcome);
    assert_eq!(outcome, Some(Outcome::Done));
    app.keys("<c-q>");
    assert!(whats(&app).is_empty());
}

#[test]
fn nothing_promised_is_known_while_it_is_locked() {
    let mut app = with_record();
    app.app.seal = Seal::Unlocked;
    app.keys("/lock<enter>");
    assert!(whats(&app).is_empty() && app.app.desk.index.promises().is_empty());
}

#[test]
fn no_promise_of_a_life_is_shown_in_practice() {
    let mut app = with_record();
    app.keys("4<enter>").shows(Screen::Cards);
    assert!(whats(&app).is_empty());
    app.keys("/due<enter>").no_sheet();
    app.keys("<c-q>").shows(Screen::Home);
    assert_eq!(whats(&app).len(), 2);
}
