//! Practice: choosing a scenario, playing it, making something happen, trying again, and the way back.

use super::*;
use crate::conversation::{Part, Side};

fn practice(rest: &str) -> Playing {
    keys(&format!("4<enter>{rest}"))
}

impl Playing {
    fn role_plays(&self) -> Vec<&ConversationId> {
        let ids = self.journals.keys();
        ids.filter(|id| id.side() == Side::Practice).collect()
    }

    fn at(&self) -> usize {
        self.app.practice.as_ref().expect("in practice").at
    }

    fn card(&self) -> Option<usize> {
        self.app.practice.as_ref().expect("in practice").card
    }
}

#[test]
fn home_leads_to_practice_and_practice_back_home() {
    let mut app = practice("");
    app.shows(Screen::Cards);
    app.keys("<esc>").shows(Screen::Home);
    assert!(app.app.practice.is_none());
    app.keys("/practice<enter>").shows(Screen::Cards);
    app.keys("<c-q>").shows(Screen::Home);
    assert!(!app.left);
    app.keys("<c-q>");
    assert!(app.left);
}

#[test]
fn a_conversation_in_hand_is_left_for_later_on_its_own_side() {
    let mut app = keys("Rang at nine<enter>/practice<enter>");
    app.shows(Screen::Cards);
    assert!(
        app.app.desk.drafts.is_empty(),
        "nothing of it is listed here"
    );
    app.keys("<esc>").shows(Screen::Home);
    assert_eq!(app.app.desk.drafts.len(), 1);
}

#[test]
fn arrows_turn_the_scenarios_and_space_the_cards() {
    let mut app = practice("<right><right><left>");
    assert_eq!((app.at(), app.card()), (1, None));
    app.keys(" ");
    assert_eq!(app.card(), Some(0));
    app.keys(" ");
    assert_eq!(app.card(), None, "there is one");
    app.keys(" <right>");
    assert_eq!(
        (app.at(), app.card()),
        (2, None),
        "a card is not carried along"
    );
    app.keys(" <esc>").shows(Screen::Cards);
    assert_eq!(app.card(), None);
    app.keys("/card 3<enter>").says("There is one card");
}

#[test]
fn enter_plays_and_so_does_the_first_word() {
    for begun in ["<enter>Rang for a seat<enter>", "Rang for a seat<enter>"] {
        let app = practice(begun);
        app.shows(Screen::Talk).notes(["Rang for a seat"]);
        let practised = app.talk().practice.as_ref().expect("a role-play");
        assert_eq!(practised.part, Part::Listener);
        assert_eq!(practised.scenario, "only-about-the-bath");
        assert_eq!(app.talk().guide().id.as_str(), "first-call");
        assert_eq!(app.talk().facts.by, None, "nobody is named");
    }
}

#[test]
fn the_guide_is_the_one_the_scenario_names_and_the_kind_may_change() {
    let mut app = practice("<enter>Rang<enter>/crisis<enter>");
    app.shows(Screen::Talk);
    assert_eq!(app.talk().guide().id.as_str(), "crisis");
    assert!(app.talk().practice.is_some());
    app.keys("<c-q>/crisis<enter>").shows(Screen::Cards);
    app.says("the scenario chooses");
}

#[test]
fn what_a_trainer_makes_happen_stands_among_the_notes_and_is_undone() {
    let mut app = practice("<enter>Rang<enter>half a wo/inj");
    app.keys("<c-u>half a wo");
    app.keys("<home>/inject <home>");
    app.keys("<c-u>/inject<enter>1");
    app.notes(["Rang", "Now: The kettle"])
        .says("It happens now");
    assert_eq!(app.talk().notes[1].speaker.as_deref(), Some("Trainer"));
    app.keys("<c-z>").notes(["Rang"]);
}

#[test]
fn another_try_begins_at_the_moment_and_the_one_before_stays() {
    let mut app = practice("<enter>One<enter>Two<enter>Three<enter>");
    let first = app.talk().clone();
    app.keys("/again<enter>two<enter>").shows(Screen::Talk);
    app.notes(["One", "Two"]).says("Try 2");
    let again = app
        .talk()
        .practice
        .as_ref()
        .and_then(|one| one.again.clone());
    let again = again.expect("another try");
    assert_eq!((&again.of, again.nth, again.notes), (&first.id, 2, 2));
    app.keys("Other<enter>").notes(["One", "Two", "Other"]);
    let replayed = app.app.desk.replay(&first.id, &app.journals[&first.id]);
    assert_eq!(replayed.expect("is there").notes, first.notes);
    app.keys("/again<enter>from the<enter>").says("Try 3");
    assert_eq!(app.talk().notes.len(), 0);
}

#[test]
fn thrown_away_is_gone_and_only_a_role_play_is() {
    let mut app = practice("<enter>One<enter><c-q>");
    let played = app.role_plays()[0].clone();
    app.keys("/so-far<enter><enter>2").shows(Screen::Cards);
    app.says("Nothing of it is kept");
    assert!(!app.journals.contains_key(&played));
    app.keys("<c-q>");
    assert_eq!(app.role_plays().len(), 0, "nor of the command");
    let mut app = keys("Rang at nine<enter>");
    let id = app.talk().id.clone();
    app.app.desk.throw_away(&id);
    app.keys(" ").notes(["Rang at nine"]);
}

#[test]
fn there_is_no_record_to_save_or_copy() {
    let mut app = practice("<enter>One<enter>");
    app.keys("/copy<enter>").says("makes no record");
    assert!(app.app.desk.so_far().is_none());
    assert!(app.saved.is_empty() && app.copied.is_empty());
}

#[test]
fn commands_of_practice_do_nothing_in_life() {
    for typed in ["/inject", "/again", "/so-far", "/alone", "/observe"] {
        let mut app = keys("Rang at nine<enter>");
        app.keys(&format!("{typed}<enter>"));
        app.shows(Screen::Talk)
            .notes(["Rang at nine"])
            .line(typed)
            .says("works");
        assert!(app.app.sheet.is_none(), "{typed}");
    }
}

#[test]
fn many_words_in_little_time_are_minded_in_practice_alone() {
    let words = "she said so ".repeat(31);
    practice(&format!("<enter>{words}<enter>")).says("typing a lot");
    let app = keys(&format!("{words}<enter>"));
    assert!(app.app.said.is_none());
}
