//! Home: starting, carrying on, closing.

use super::*;
use crate::{
    conversation::{Ending, Stop},
    guide::Kind,
};

#[test]
fn letters_type_at_once_and_enter_starts_with_the_first_note() {
    let app = keys("Rang at nine<enter>");
    app.shows(Screen::Talk).notes(["Rang at nine"]).line("");
    assert_eq!(app.talk().kind(), Kind::ListenAndConnect);
}

#[test]
fn a_lone_number_chooses() {
    let app = keys("2<enter>");
    app.shows(Screen::Talk).notes([]).line("");
    assert_eq!(app.talk().kind(), Kind::Crisis);
    assert_eq!(app.journals.len(), 1, "the number left nothing behind");
}

#[test]
fn a_number_and_words_are_a_note() {
    keys("2 boys at home<enter>")
        .shows(Screen::Talk)
        .notes(["2 boys at home"]);
    keys("99<enter>").shows(Screen::Talk).notes(["99"]);
}

#[test]
fn arrows_and_enter_choose() {
    let app = keys("<down><down><enter>");
    assert_eq!(app.talk().kind(), Kind::GoodLife);
    let app = keys("<down><down><down><down><up><up><up><up><enter>");
    assert_eq!(app.talk().kind(), Kind::ListenAndConnect);
}

#[test]
fn other_guides_open_a_list() {
    let mut app = keys("/guides<enter>");
    assert!(app.rows().len() > 3);
    app.keys("<esc>").no_sheet().shows(Screen::Home);
    app.keys("/guides<enter>caring<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().guide().id.as_str(), "carer");
}

#[test]
fn leaving_goes_home_and_enter_carries_straight_on() {
    let mut app = keys("one<enter>half a no<c-q>");
    app.shows(Screen::Home).says("Kept for later").line("");
    app.keys("<enter>")
        .shows(Screen::Talk)
        .notes(["one"])
        .line("half a no");
}

#[test]
fn only_a_second_ctrl_q_closes() {
    let mut app = keys("one<enter><c-q>");
    assert!(!app.left);
    app.keys("<c-q>");
    assert!(app.left);
    assert_eq!(app.journals.len(), 1, "the draft is kept");
}

#[test]
fn words_on_homes_line_are_kept_when_it_closes() {
    let app = keys("half a no<c-q>");
    assert!(app.left);
    let mut app = app.restarts();
    app.keys("5<enter>").line("half a no");
}

#[test]
fn a_conversation_without_a_word_leaves_nothing() {
    let app = keys("1<enter><tab><tab><c-q>");
    app.shows(Screen::Home);
    assert!(app.journals.is_empty());
    assert_eq!(app.app.desk.drafts, []);
}

#[test]
fn what_was_cut_off_is_chosen_first() {
    let mut app = keys("one<enter>half a no").restarts();
    app.shows(Screen::Home);
    app.keys("<enter>").line("half a no").notes(["one"]);
}

#[test]
fn what_was_cut_off_says_once_how_and_where_its_line_ends() {
    let mut app = keys("one<enter>she said the");
    let journal = app.journals.values_mut().next().expect("one");
    let stopped = Stamped {
        at: app.now,
        event: Event::Stopped(Stop::Trouble),
    };
    journal.push(stopped);
    let mut app = app.restarts();
    app.keys("<enter>")
        .says("Carried on. The app had to stop at 14:20. Your line ends: \"she said the\"");
    app.keys("x");
    assert_eq!(app.app.said, None);
    app.keys("<c-q><enter>");
    assert_eq!(app.app.said, None, "left on purpose since");
}

#[test]
fn what_another_window_writes_is_not_chosen_first() {
    let mut app = keys("one<enter>half a no").restarts();
    let (id, events) = app.journals.iter().next().expect("one");
    let message = Msg::Glances(vec![(id.clone(), Glanced::Elsewhere(events.clone()))]);
    let tick = Tick {
        now: app.now,
        dice: 0,
    };
    app.app.update(message, tick);
    let draft = &app.app.desk.drafts[0];
    assert!(!draft.was_cut_off());
    assert!(draft.glance.as_ref().is_some_and(|glance| glance.elsewhere));
}

#[test]
fn what_was_left_on_purpose_is_not() {
    let app = keys("one<enter><c-q><c-q>").restarts();
    assert_eq!(app.app.row, 0);
    let glance = app.app.desk.drafts[0].glance.as_ref().expect("was read");
    assert_eq!(glance.ending, Some(Ending::Left));
    assert_eq!(glance.notes, 1);
}

#[test]
fn one_call_is_left_and_the_next_begun_and_both_are_there() {
    let mut app = keys("first<enter><c-q>second<enter><c-q>");
    assert_eq!(app.app.desk.drafts.len(), 2);
    app.keys("<enter>").notes(["second"]);
    app.keys("<c-q>6<enter>").notes(["first"]);
    app.keys("<c-q>");
    assert_eq!(app.app.desk.drafts.len(), 2);
}

#[test]
fn home_shows_initials_and_never_a_name() {
    let app = keys("one<enter>/who Joan Mary Price<enter><c-q>");
    let glance = app.app.desk.drafts[0].glance.as_ref().expect("was in hand");
    assert_eq!(glance.initials, "JMP");
}

#[test]
fn a_conversation_that_cannot_be_opened_says_so_and_stays() {
    let mut app = keys("one<enter><c-q>");
    app.journals.clear();
    app.keys("<enter>").shows(Screen::Home).says("not there");
    assert_eq!(app.app.desk.drafts.len(), 1);
}

#[test]
fn esc_on_home_throws_nothing_away() {
    keys("half a no<esc>")
        .shows(Screen::Home)
        .says("still here")
        .line("half a no");
}

#[test]
fn carrying_on_from_the_command_line_takes_the_last() {
    let mut app = keys("first<enter><c-q>second<enter><c-q><c-q>").restarts();
    app.app.carry_on_with(None).expect("there are two");
    let effects = app.app.desk.take_effects();
    app.perform(effects);
    app.notes(["second"]);
    assert!(app.app.carry_on_with(Some("1999")).is_err());
}
