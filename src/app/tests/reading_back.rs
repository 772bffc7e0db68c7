//! Read back: what goes into the record, and saving it.

use super::*;
use crate::conversation::Detail;

/// A talk with a worry, a strength and a plain note, read back.
fn read_back() -> Playing {
    keys("! the step frightens me<enter>+ cooks a roast<enter>rang at nine<enter><c-r>")
}

fn out(app: &Playing) -> Vec<&str> {
    let talk = app.talk();
    let notes = talk.notes.iter();
    notes
        .filter(|note| !note.is_in(talk.detail()))
        .map(|note| &*note.text)
        .collect()
}

#[test]
fn the_first_row_is_chosen_and_space_takes_it_in_or_out() {
    let mut app = read_back();
    app.shows(Screen::ReadBack);
    let first = app
        .app
        .note
        .and_then(|id| app.talk().note(id))
        .expect("is chosen");
    let text = first.text.clone();
    assert_eq!(out(&app), ["rang at nine"]);
    app.keys("<space>");
    assert_eq!(out(&app).contains(&&*text), text != "rang at nine");
    app.keys("<space><c-z><c-z>");
    assert_eq!(out(&app), ["rang at nine"]);
}

#[test]
fn space_types_when_there_are_words_on_the_line() {
    let mut app = read_back();
    app.keys("one more").line("one more");
    assert_eq!(out(&app), ["rang at nine"]);
}

#[test]
fn delete_leaves_out_and_deletes_nothing() {
    let mut app = read_back();
    app.keys("<delete>");
    assert_eq!(app.talk().notes.len(), 3);
    assert!(out(&app).len() <= 2);
    app.says("Ctrl+Z puts it back");
}

#[test]
fn left_and_right_turn_the_detail() {
    let mut app = read_back();
    app.keys("<right>");
    assert_eq!(app.talk().detail(), Detail::Everything);
    assert_eq!(out(&app), [""; 0]);
    app.keys("<left><left><left>");
    assert_eq!(app.talk().detail(), Detail::Short);
    assert_eq!(out(&app), ["cooks a roast", "rang at nine"]);
}

#[test]
fn what_is_typed_there_is_late_and_in() {
    let mut app = read_back();
    app.keys("she waved at the end<enter>")
        .shows(Screen::ReadBack);
    let last = app.talk().notes.last().expect("is kept");
    assert!(last.late);
    assert_eq!(out(&app), ["rang at nine"]);
}

#[test]
fn enter_opens_what_can_be_done_with_the_note() {
    let mut app = read_back();
    app.keys("<enter>");
    assert_eq!(app.rows()[0].text, "Change the words");
    app.keys("1").no_sheet();
    assert!(!app.app.desk.line().is_empty());
    app.keys(" indeed<enter>");
    assert!(
        app.talk()
            .notes
            .iter()
            .any(|note| note.text.ends_with(" indeed"))
    );
    assert_eq!(app.talk().notes.len(), 3);
}

#[test]
fn a_note_moves_to_another_heading() {
    let mut app = read_back();
    app.keys("/move matters<enter>");
    let moved = app
        .talk()
        .notes
        .iter()
        .filter(|note| note.section.is_some());
    assert_eq!(moved.count(), 1);
}

#[test]
fn kept_apart_goes_in_a_file_of_its_own() {
    let mut app = keys("! he shouts<enter>& he throws things<enter><c-r><c-s><enter>");
    let saved = app.saved.pop().expect("was saved");
    assert!(saved.record.contains("he shouts"));
    assert!(!saved.record.contains("throws things"));
    assert!(
        saved
            .apart
            .is_some_and(|apart| apart.contains("throws things"))
    );
}

#[test]
fn esc_goes_back_to_the_conversation() {
    let mut app = read_back();
    app.keys("<esc>").shows(Screen::Talk);
    app.keys("half<c-r>").line("half").shows(Screen::ReadBack);
    app.keys("<esc>").says("still here").shows(Screen::ReadBack);
}

#[test]
fn save_asks_once_and_goes_home_with_what_was_saved() {
    let mut app = read_back();
    app.keys("<c-s>");
    assert_eq!(app.chosen(), "Save and finish");
    assert!(app.saved.is_empty(), "Enter is the last word");
    app.keys("<enter>").shows(Screen::Home).no_sheet();
    assert_eq!(app.saved.len(), 1);
    assert!(app.saved[0].record.contains("the step frightens me"));
    assert_eq!(app.saved[0].apart, None);
    let notice = app.app.saved.as_ref().expect("is on top of Home");
    assert!(notice.lines[0].starts_with("Saved."), "{:?}", notice.lines);
    assert!(app.app.desk.talk().is_none());
    assert_eq!(app.app.desk.drafts, []);
    app.keys("next call<enter>").notes(["next call"]);
}

#[test]
fn words_on_the_line_are_kept_before_a_save() {
    let mut app = read_back();
    app.keys("and she waved<c-s><enter>");
    assert!(app.saved[0].record.contains("and she waved"));
}

#[test]
fn save_and_copy_copies_what_was_saved() {
    let mut app = read_back();
    app.keys("<c-s>2");
    let copy = app.saved[0].copy.as_ref().expect("as well").words();
    assert!(
        copy.contains("the step frightens me") && !copy.contains("no_copy_home"),
        "{copy}"
    );
    let notice = app.app.saved.as_ref().expect("is on top of Home");
    assert!(notice.lines.iter().any(|line| line.starts_with("Copied")));
}

#[test]
fn kept_as_a_draft_is_not_saved() {
    let mut app = read_back();
    app.keys("<c-s>3").shows(Screen::Home);
    assert!(app.saved.is_empty());
    app.keys("<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().notes.len(), 3);
}

#[test]
fn a_save_that_fails_leaves_everything_as_it_was() {
    let mut app = read_back();
    let before = app.talk().clone();
    app.takes(Msg::NotSaved("The disk is full.".into()));
    app.says("The disk is full.").shows(Screen::ReadBack);
    assert_eq!(app.talk(), &before);
}

#[test]
fn an_empty_talk_can_be_read_back_and_left() {
    let mut app = keys("1<enter><c-r>");
    app.shows(Screen::ReadBack);
    app.keys("<space><delete><up><down><enter>");
    app.keys("<left><right><c-d><f6><c-t>");
    app.keys("<esc><esc>").shows(Screen::Talk);
}
