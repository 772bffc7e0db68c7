//! Local help from Find to a promise, and what is remembered of it.

use super::*;
use crate::{
    connection::{Listings, Remembering, Standing},
    words,
};

fn asked_to_remember(playing: &Playing) -> Vec<Remembering> {
    let of = |effect: &Effect| match effect {
        Effect::RememberListing(id, what) if id == "chapel-lane" => Some(*what),
        _ => None,
    };
    playing.asked.iter().filter_map(of).collect()
}

#[test]
fn a_connection_note_is_remembered_as_used_and_offers_a_promise() {
    let mut app = keys("/who Joan M<enter>one<enter><c-f>chap<enter>");
    app.notes(["one", "Chapel Lane lunch club"]);
    let today = app.now.date_naive();
    assert_eq!(asked_to_remember(&app), [Remembering::Used(today)]);
    let said = app.app.said.clone().expect("said");
    assert!(
        said.contains("/introduce makes it a promise: you introduce Joan"),
        "{said}"
    );
    app.keys("/introduce<enter>1");
    app.line("> I introduce Joan to Chapel Lane lunch club (they said yes) ");
    app.keys("tomorrow<enter>");
    let step = app
        .talk()
        .notes
        .last()
        .and_then(|note| note.step.clone())
        .expect("a step");
    assert_eq!(step.who, crate::line::Who::You);
    assert!(step.when.due().is_some(), "{step:?}");
}

#[test]
fn an_introduction_with_no_day_leaves_no_comma_behind() {
    let app = keys("/who Joan M<enter>one<enter><c-f>chap<enter>/introduce<enter>1<enter>");
    let last = app.talk().notes.last().expect("a step");
    assert_eq!(
        last.text,
        "I introduce Joan to Chapel Lane lunch club (they said yes)"
    );
    app.line("");
}

#[test]
fn what_must_be_said_first_is_in_the_note_and_before_an_introduction() {
    let mut app = keys("one<enter>");
    let club = crate::connection::Listing {
        id: "chapel-lane".to_owned(),
        name: "Chapel Lane lunch club".to_owned(),
        alert: "closed until May".to_owned(),
        ..Default::default()
    };
    app.app.desk.listings = Listings::new(vec![club], None);
    app.keys("<c-f>chap<enter>")
        .notes(["one", "Chapel Lane lunch club, closed until May"]);
    app.keys("/introduce<enter>");
    assert_eq!(app.rows()[0].text, "closed until May");
}

fn times_read(app: &Playing) -> usize {
    let is_it = |effect: &&Effect| **effect == Effect::ReadLocalHelp;
    app.asked.iter().filter(is_it).count()
}

#[test]
fn a_list_imported_meanwhile_is_there_when_find_is_opened() {
    let mut app = keys("one<enter>");
    let imported = std::mem::take(&mut app.app.desk.listings);
    app.keys("<c-f>chap");
    assert_eq!(times_read(&app), 1);
    app.takes(Msg::LocalHelp(Box::new(imported), vec![]));
    app.keys("<enter>").notes(["one", "Chapel Lane lunch club"]);
}

#[test]
fn a_list_that_is_there_is_read_again_once_a_minute_at_most_and_stays_meanwhile() {
    let mut app = keys("one<enter><c-f>chap<esc>");
    let before = times_read(&app);
    app.now += TimeDelta::minutes(2);
    app.keys("<c-f>chap");
    assert!(
        app.rows()
            .iter()
            .any(|row| row.text == "Chapel Lane lunch club")
    );
    app.keys("<esc><c-f>chap<esc>");
    assert_eq!(times_read(&app), before + 1);
}

#[test]
fn what_is_remembered_while_the_list_is_read_again_is_not_forgotten() {
    let mut app = keys("one<enter>");
    let listings = app.app.desk.listings.clone();
    app.now += TimeDelta::minutes(2);
    app.keys("<c-f>chap<enter>");
    let said = vec!["Said of it.".to_owned()];
    for _ in 0..2 {
        app.takes(Msg::LocalHelp(Box::new(listings.clone()), said.clone()));
    }
    assert!(app.app.desk.listings.memory().of("chapel-lane").is_some());
    assert_eq!(app.app.notices, said, "said once");
}

#[test]
fn without_a_yes_nothing_is_promised() {
    let mut app = keys("<c-f>chap<enter>one<enter><c-f>chap<enter>/introduce<enter>3");
    app.line("").no_sheet();
    let notes = app.talk().notes.len();
    assert!(
        app.app
            .said
            .as_deref()
            .is_some_and(|said| said.starts_with("Nothing is promised"))
    );
    app.keys("/introduce<enter>2")
        .line("> I ask them again about Chapel Lane lunch club ");
    assert_eq!(
        app.talk().notes.len(),
        notes,
        "nothing is kept before Enter"
    );
}

#[test]
fn right_in_find_says_more_and_a_digit_remembers_and_again_forgets() {
    let mut app = keys("one<enter><c-f>chap<right>");
    assert!(matches!(
        app.app.sheet.as_ref().map(|sheet| &sheet.kind),
        Some(SheetKind::Listing(_))
    ));
    app.keys("6").no_sheet();
    let today = app.now.date_naive();
    app.keys("<c-f>chap<right>6");
    assert_eq!(
        asked_to_remember(&app),
        [
            Remembering::Is(Standing::Closed, today),
            Remembering::IsNot(Standing::Closed)
        ]
    );
}

#[test]
fn a_typed_word_is_about_the_connection_noted_last() {
    let mut app = keys("one<enter>/listing full<enter>");
    assert_eq!(asked_to_remember(&app), []);
    app.keys("<c-f>chap<enter>/listing full<enter>");
    assert_eq!(asked_to_remember(&app).len(), 2);
    assert!(
        app.app
            .desk
            .listings
            .memory()
            .of("chapel-lane")
            .is_some_and(|it| it.is(Standing::Full))
    );
    app.keys("/listing splendid<enter>");
    assert_eq!(asked_to_remember(&app).len(), 2);
}

#[test]
fn practice_remembers_nothing() {
    let mut app = keys("one<enter><c-f>chap<enter>");
    let before = asked_to_remember(&app).len();
    app.keys("/leave<enter>/practice<enter>");
    assert!(app.app.practice.is_some(), "on the other side");
    app.keys("<enter>two<enter><c-f>chap<enter>/listing lovely<enter>");
    assert_eq!(asked_to_remember(&app).len(), before);
    app.keys("<c-f>chap<right>");
    assert!(!app.rows().iter().any(|row| row.text.starts_with("Lovely")));
}

#[test]
fn a_long_list_is_waited_for_by_nobody_and_shows_in_find_once_it_is_read() {
    let mut app = keys("");
    let listings = std::mem::take(&mut app.app.desk.listings);
    app.app.ask_for_local_help();
    app.keys("one<enter><c-f>chap");
    let is_there = |app: &Playing, text: &str| app.rows().iter().any(|row| row.text == text);
    assert!(is_there(&app, words::STILL_READING_LIST));
    app.takes(Msg::LocalHelp(
        Box::new(listings),
        vec!["Said of it.".to_owned()],
    ));
    assert!(is_there(&app, "Chapel Lane lunch club") && !is_there(&app, words::STILL_READING_LIST));
    app.keys("<enter>").notes(["one", "Chapel Lane lunch club"]);
    assert_eq!(app.app.notices, ["Said of it."]);
}
