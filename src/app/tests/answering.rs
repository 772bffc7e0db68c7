//! Answers about a finished record: what is a command and what is theirs, going back a question, and what is kept.

use super::{locked::sealed, *};
use crate::desk::Question;

const ID: &str = "2026-03-06-1420-crisis-7k3f";

/// A record with the same words in two places, one of them the person's own.
const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\n",
    "person: \"Terry T\"\nstarted: \"2026-03-06T14:20:00+00:00\"\n---\n\n# Talk\n\n## What worries you\n\n",
    "> \"I fell on the front step.\"\n\n- Frightened of the front step since January\n- Cooks on Sundays\n",
);

/// The list of what can be done with it.
fn with_record(mut playing: Playing) -> Playing {
    let id = ConversationId::read(ID).expect("an id");
    playing.records.insert(id, RECORD.to_owned());
    playing.takes(Msg::Indexed(Index::Read(playing.known())));
    playing.keys("/records<enter><enter>");
    playing
}

fn menu() -> Playing {
    with_record(keys(""))
}

fn record(playing: &Playing) -> &str {
    playing.records.values().next().expect("a record")
}

/// What is typed in the open list.
fn typed(playing: &Playing) -> &str {
    let sheet = playing.app.sheet.as_ref().expect("a list");
    &sheet.filter
}

fn asks(playing: &Playing) -> &Question {
    match &playing.app.sheet.as_ref().expect("a list").kind {
        SheetKind::Adding(_, question) => question,
        other => panic!("{other:?}"),
    }
}

#[test]
fn lock_typed_as_an_answer_locks_and_goes_in_no_record() {
    let mut app = with_record(sealed(""));
    app.keys("2Cooks<enter>Bakes<enter>/lock<enter>").no_sheet();
    assert!(app.app.locked.is_some());
    assert_eq!(record(&app), RECORD);
}

#[test]
fn a_command_typed_as_an_answer_is_run_and_the_answers_are_kept() {
    let mut app = menu();
    app.keys("2Cooks<enter>Bakes<enter>/help<enter>");
    assert_eq!(app.app.sheet.as_ref().expect("help").kind, SheetKind::Help);
    assert_eq!(record(&app), RECORD);
    app.keys("<esc>/records<enter><enter>2");
    let (old, new) = ("Cooks".to_owned(), "Bakes".to_owned());
    assert_eq!(*asks(&app), Question::Because(old, new));
}

#[test]
fn a_command_that_is_not_there_is_no_answer() {
    let mut app = menu();
    app.keys("5/lokc<enter>").says("No command called /lokc");
    assert_eq!((record(&app), typed(&app)), (RECORD, "/lokc"));
    app.keys("<c-u> /lokc<enter>");
    assert!(
        record(&app).contains("Why: /lokc"),
        "a space makes it theirs"
    );
}

#[test]
fn within_a_statement_only_a_whole_name_is_a_command() {
    let mut app = menu();
    app.keys("3I did not fall.<enter>/help me they said<enter>");
    let lines = ["I did not fall.", "/help me they said"].map(str::to_owned);
    assert_eq!(*asks(&app), Question::Statement(lines.to_vec()));
    app.keys("/help<enter>");
    assert_eq!(app.app.sheet.as_ref().expect("help").kind, SheetKind::Help);
    app.keys("<esc>/records<enter><enter>3");
    assert_eq!(*asks(&app), Question::Statement(lines.to_vec()));
}

#[test]
fn a_command_typed_among_the_records_is_run() {
    let mut app = menu();
    app.keys("<esc>/records<enter>/help<enter>");
    assert_eq!(app.app.sheet.as_ref().expect("help").kind, SheetKind::Help);
}

#[test]
fn what_is_begun_is_kept_as_it_is_typed_and_gone_on_with_at_the_next_start() {
    let mut app = menu();
    app.keys("2Cooks<enter>Bakes<enter>I mishe");
    assert_eq!(app.begun[0].typed, "I mishe");
    let (begun, records) = (app.begun, app.records);
    let mut app = keys("");
    app.records = records;
    app.takes(Msg::AnswersRead(begun)).says("/add goes on");
    app.keys("/add<enter>");
    assert_eq!(typed(&app), "I mishe");
    app.keys("ard<enter>");
    assert!(record(&app).contains("\"Cooks\" should be \"Bakes\". Why: I misheard"));
    assert_eq!(app.begun, []);
}

#[test]
fn words_cleared_by_hand_are_kept_no_longer() {
    let mut app = menu();
    app.keys("4The shop<esc>").says("What you typed is kept");
    assert_eq!(app.begun.len(), 1);
    app.keys("/add<enter><c-u>");
    assert_eq!(app.begun, []);
}

#[test]
fn additions_to_two_things_are_both_kept() {
    let mut app = menu();
    app.keys("4The shop<esc>/records<enter><enter>5Not theirs<esc>");
    assert_eq!(app.begun.len(), 2);
    app.keys("/records<enter><enter>4");
    assert_eq!(typed(&app), "The shop");
}

#[test]
fn esc_steps_back_a_question_with_its_words_and_loses_none_typed_after() {
    let mut app = menu();
    app.keys("2Cooks<enter>Bakes<enter>I mis<esc>");
    assert_eq!(
        (asks(&app), typed(&app)),
        (&Question::Right("Cooks".into()), "Bakes")
    );
    app.keys("<esc>");
    assert_eq!((asks(&app), typed(&app)), (&Question::Wrong, "Cooks"));
    app.keys("<esc>").no_sheet().says("What you typed is kept");
    app.keys("/add<enter> on<enter>");
    assert_eq!(typed(&app), "Bakes");
    app.keys(" bread<enter>heard<enter>");
    let said = "\"Cooks on\" should be \"Bakes bread\". Why: I misheard";
    assert!(record(&app).contains(said), "{}", record(&app));
}

#[test]
fn enter_with_nothing_typed_says_what_is_wanted() {
    let mut app = menu();
    app.keys("2Cooks<enter><enter>")
        .says("Type what they should be");
    app.keys("Bakes<enter><enter>").says("A reason is needed");
    assert_eq!(record(&app), RECORD);
}
