//! What is in hand, what is put down, and the order in which the outside is asked.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::*;

fn desk() -> Desk {
    Desk::new(
        Shelf::new(vec![]),
        Listings::default(),
        Team::default(),
        Preferences::default(),
    )
}

fn tick(dice: u64) -> Tick {
    let start = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
    let passed = i64::try_from(dice % 50).expect("is small");
    Tick {
        now: start + TimeDelta::seconds(passed),
        dice,
    }
}

fn listen() -> GuideId {
    Kind::ListenAndConnect.main_guide()
}

fn types(desk: &mut Desk, words: &str) {
    let typed = talk::Command::Type(words.into());
    desk.say(&typed, tick(1)).expect("can be typed");
}

/// What was asked of the outside, in a word each.
fn asked(desk: &mut Desk) -> Vec<&'static str> {
    let name = |effect: &Effect| match effect {
        Effect::Begin(..) => "begin",
        Effect::Append(..) => "append",
        Effect::Sync(_) => "sync",
        Effect::Open(_) => "open",
        Effect::Close(_) => "close",
        Effect::Discard(_) => "discard",
        Effect::Sweep(_) => "sweep",
        Effect::Save(_) => "save",
        _ => "other",
    };
    desk.take_effects().iter().map(name).collect()
}

#[test]
fn the_line_is_always_ready() {
    let mut desk = desk();
    assert_eq!(desk.line(), "");
    types(&mut desk, "Rang");
    assert_eq!(desk.line(), "Rang");
    assert_eq!(asked(&mut desk), ["begin", "append"], "the journal first");
    assert_eq!(asked(&mut desk), [""; 0], "asked once");
}

#[test]
fn what_is_written_is_what_is_shown() {
    let mut desk = desk();
    desk.prefs.name = Some("Priya N".into());
    types(&mut desk, "Rang");
    let id = desk.talk().expect("is in hand").id.clone();
    let events: Vec<Stamped> = desk
        .take_effects()
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Begin(at, event) | Effect::Append(at, event) if at == id => Some(*event),
            _ => None,
        })
        .collect();
    assert_eq!(desk.replay(&id, &events).as_ref(), desk.talk());
    let talk = desk.talk().expect("is in hand");
    assert_eq!(talk.facts.by.as_deref(), Some("Priya N"));
}

#[test]
fn a_journal_that_lost_its_first_line_opens_with_the_guide_of_its_kind() {
    let desk = desk();
    let id = ConversationId::new(tick(1).now, Kind::Crisis, 1);
    let event = Stamped {
        at: tick(1).now,
        event: Event::Paused,
    };
    let talk = desk.replay(&id, &[event]).expect("opens");
    assert_eq!(talk.kind(), Kind::Crisis);
    assert_eq!(desk.replay(&id, &[]), None);
}

#[test]
fn a_blank_conversation_is_taken_away() {
    let mut desk = desk();
    desk.begin(&listen(), tick(1));
    desk.take_effects();
    desk.put_down(tick(2));
    assert_eq!(asked(&mut desk), ["discard"]);
    assert!(desk.talk().is_none());
    assert_eq!(desk.drafts, []);
}

#[test]
fn one_with_words_is_settled_and_let_go_and_listed_first() {
    let mut desk = desk();
    types(&mut desk, "first");
    desk.put_down(tick(2));
    types(&mut desk, "second");
    desk.take_effects();
    desk.put_down(tick(3));
    assert_eq!(asked(&mut desk), ["append", "sync", "close"]);
    let last_words: Vec<&str> = desk
        .drafts
        .iter()
        .filter_map(|draft| Some(&*draft.glance.as_ref()?.last_words))
        .collect();
    assert_eq!(last_words, ["second", "first"]);
    desk.put_down(tick(4));
    assert_eq!(asked(&mut desk), [""; 0], "nothing is in hand");
}

#[test]
fn beginning_puts_down_what_is_in_hand_first() {
    let mut desk = desk();
    types(&mut desk, "first");
    desk.take_effects();
    desk.begin(&listen(), tick(2));
    assert_eq!(asked(&mut desk), ["append", "sync", "close", "begin"]);
    assert_eq!(desk.drafts.len(), 1);
}

#[test]
fn what_is_taken_up_is_no_longer_listed() {
    let mut desk = desk();
    types(&mut desk, "first");
    let first = desk.talk().expect("is in hand").clone();
    desk.put_down(tick(2));
    types(&mut desk, "second");
    desk.take_effects();
    desk.take_up(first.clone(), tick(3));
    // Taken up, and the time since it was put down.
    assert_eq!(
        asked(&mut desk),
        ["append", "sync", "close", "append", "append"]
    );
    assert_eq!(desk.line(), "first");
    assert!(desk.drafts.iter().all(|draft| draft.id != first.id));
    assert_eq!(desk.drafts.len(), 1);
}

#[test]
fn moving_to_a_guide_nobody_has_changes_nothing() {
    let mut desk = desk();
    types(&mut desk, "first");
    let before = desk.talk().cloned();
    let nowhere = GuideId::new("nowhere");
    assert_eq!(desk.move_to(&nowhere, tick(2)), Err(Refusal::NoTopic));
    assert_eq!(desk.talk().cloned(), before);
}

#[test]
fn a_refusal_asks_nothing_of_the_outside() {
    let mut desk = desk();
    desk.begin(&listen(), tick(1));
    desk.take_effects();
    let refused = desk.say(&talk::Command::Undo, tick(2));
    assert_eq!(refused, Err(Refusal::NothingToUndo));
    assert_eq!(asked(&mut desk), [""; 0]);
}

#[test]
fn a_save_keeps_the_conversation_until_it_is_safe() {
    let mut desk = desk();
    types(&mut desk, "first");
    desk.take_effects();
    desk.save(false, tick(2));
    assert_eq!(asked(&mut desk), ["save"]);
    let id = desk.talk().expect("is still in hand").id.clone();
    desk.finished(&id);
    assert!(desk.talk().is_none());
    assert_eq!(desk.line(), "");
}

proptest! {
    // A guide is read for each conversation begun: a few dozen cases say enough.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_two_open_conversations_share_an_id(dice in prop::collection::vec(0_u64..4, 1..30)) {
        let mut desk = desk();
        for dice in dice {
            desk.begin(&listen(), tick(dice));
            types(&mut desk, "words");
        }
        desk.put_down(tick(0));
        let mut ids: Vec<_> = desk.drafts.iter().map(|draft| draft.id.clone()).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}
