//! Fewer events, and nothing different for it.

use proptest::prelude::*;

use super::{
    laws::{command, commands},
    *,
};
use crate::conversation::{Change, Edit, Stop, fold::fold, samples};

impl Talking {
    fn folded(&self) -> Option<Vec<Stamped>> {
        fold(&self.talk.id, &self.events, || None)
    }

    /// The folded events, which must give back this very conversation.
    #[track_caller]
    fn folds(&self) -> Vec<Stamped> {
        let folded = self.folded().expect("shown to be the same");
        let again = replay(self.talk.id.clone(), &folded, || None).expect("begins with its guide");
        assert_eq!(again, self.talk);
        folded
    }

    /// Puts commands with their gaps; what is refused is passed over.
    fn tries(&mut self, commands: impl IntoIterator<Item = (i64, Command)>) {
        for (gap, command) in commands {
            self.now += TimeDelta::milliseconds(gap);
            for event in self.talk.decide(&command, self.now).unwrap_or_default() {
                self.happens(event);
            }
        }
    }
}

fn kinds(events: &[Stamped]) -> Vec<String> {
    let name = |stamped: &Stamped| {
        let told = format!("{:?}", stamped.event);
        told.split([' ', '(']).next().unwrap_or_default().to_owned()
    };
    events.iter().map(name).collect()
}

#[test]
fn a_word_is_one_event() {
    let talk = given("lonely");
    let folded = talk.folds();
    assert_eq!(kinds(&folded), ["Began", "Did"]);
    assert_eq!(folded[1].at, talk.now);
    let mut back = given("lonely");
    back.waits(2_000).keys("<bs><bs><bs>");
    assert_eq!(back.folds().len(), 3);
}

#[test]
fn a_command_that_was_asked_is_gone_once_something_follows() {
    let mut talk = given("one<enter>/find lunch");
    talk.asked();
    assert_eq!(
        kinds(&talk.folds()),
        ["Began", "Did", "Did", "Asked"],
        "the last event says when"
    );
    talk.keys("two");
    assert_eq!(kinds(&talk.folds()), ["Began", "Did", "Did", "Did"]);
}

#[test]
fn a_number_that_ended_what_could_be_done_again_stays() {
    let mut talk = given("one<enter>");
    talk.does(mark(Mark::Worry)).expect("there is a note");
    talk.keys("<c-z>2").asked().keys("a");
    assert!(kinds(&talk.folds()).contains(&"Asked".to_owned()));
}

#[test]
fn only_the_last_of_cursor_and_search_and_leaving_stays() {
    let mut talk = given("one<left><left><left>");
    for words in ["l", "lu", "lun"] {
        talk.happens(Event::Sought(words.into()));
    }
    for end in [Event::Left, Event::TakenUp, Event::Stopped(Stop::Trouble)] {
        talk.happens(end);
    }
    assert_eq!(
        kinds(&talk.folds()),
        ["Began", "Did", "CursorAt", "Sought", "Stopped"]
    );
}

#[test]
fn events_that_lost_their_beginning_fold_too() {
    let talk = given("one two<enter>");
    let events = &talk.events[1..];
    let guide = || Some(LISTEN.clone());
    let folded = fold(&talk.talk.id, events, guide).expect("the same");
    assert!(folded.len() < events.len());
    let replayed = |events| replay(talk.talk.id.clone(), events, guide);
    assert_eq!(replayed(&folded), replayed(events));
    assert_eq!(fold(&talk.talk.id, events, || None), None);
    assert_eq!(fold(&talk.talk.id, &[], guide), None);
}

#[test]
fn what_cannot_be_shown_to_be_the_same_is_not_folded() {
    let mut talk = given("one<enter>");
    talk.does(mark(Mark::Worry)).expect("there is a note");
    talk.keys("<c-z>");
    let edit = |at, removed: &str, inserted: &str| {
        vec![Change::Line(Edit {
            at,
            removed: removed.into(),
            inserted: inserted.into(),
        })]
    };
    // Nobody's keys: a letter that ended what could be done again, joined by the sign that would have kept it.
    for (join, changes) in [(false, edit(0, "", "x")), (true, edit(0, "", "/"))] {
        talk.happens(Event::Did { join, changes });
    }
    assert_eq!(talk.folded(), None);
}

/// Six hundred notes of ten words, at the pace of a good typist. Each word stays a step of undo, and so an event.
#[test]
fn a_long_talk_folds_to_less_than_a_third() {
    let mut talk = Talking::begun(LISTEN.clone());
    let words = "! She said the front step is what stops her going";
    for note in 0..600 {
        let letters = words.chars().map(|letter| Command::Type(letter.into()));
        talk.tries(letters.map(|command| (150, command)));
        if note % 10 == 0 {
            talk.tries([(400, Command::Backspace), (100, Command::Type("g".into()))]);
        }
        talk.tries([(300, keep())]);
    }
    let (before, after) = (bytes(&talk.events), bytes(&talk.folds()));
    println!("600 notes: {before} bytes, folded {after}");
    assert!(after * 3 < before, "{before} to {after}");
}

/// As lines of a journal, near enough.
fn bytes(events: &[Stamped]) -> usize {
    let lengths = events
        .iter()
        .map(|event| serde_json::to_string(event).expect("can be written").len() + 7);
    lengths.sum()
}

/// Applies an event the way it was once done: a step holds each letter by itself.
fn apply_letter_by_letter(talk: &mut Conversation, stamped: &Stamped) {
    let before = talk.done.last().cloned();
    talk.apply(stamped);
    if let Event::Did {
        join: true,
        changes,
    } = &stamped.event
        && let (Some(step), Some(mut before)) = (talk.done.last_mut(), before)
    {
        before.changes.extend_from_slice(changes);
        step.changes = before.changes;
    }
}

/// All but the shape of the steps.
fn seen(talk: &Conversation) -> Conversation {
    let mut talk = talk.clone();
    let steps = talk.done.iter_mut().chain(&mut talk.undone);
    steps.for_each(|step| step.changes.clear());
    talk
}

proptest! {
    #[test]
    fn folding_changes_nothing_that_was_or_will_be(before in commands(), after in commands()) {
        let mut talking = Talking::begun(LISTEN.clone());
        talking.tries(before);
        let folded = talking.folded();
        prop_assert!(folded.is_some(), "what keys do can always be folded");
        let folded = folded.unwrap_or_default();
        let id = talking.talk.id.clone();
        prop_assert_eq!(fold(&id, &folded, || None), Some(folded.clone()), "twice is no more");
        let mut again = Talking {
            talk: replay(id, &folded, || None).expect("begins"),
            events: folded,
            now: talking.now,
        };
        for talk in [&mut talking, &mut again] {
            talk.tries(after.clone());
            while talk.talk.last_done().is_some() {
                talk.happens(Event::Undone);
            }
            talk.tries([(0, Command::Redo), (0, Command::Redo)]);
        }
        prop_assert_eq!(&again.talk, &talking.talk);
        prop_assert_eq!(again.folds(), talking.folds(), "a folded journal goes on as it would have");
    }

    #[test]
    fn what_is_folded_of_any_events_at_all_is_the_same(
        events in prop::collection::vec(samples::event(), 0..24),
        keys in prop::collection::vec(command(), 0..12),
    ) {
        let mut talking = Talking::begun(LISTEN.clone());
        talking.tries(keys);
        for stamped in events {
            talking.now = stamped.at;
            talking.happens(stamped.event);
        }
        if let Some(folded) = talking.folded() {
            let again = replay(talking.talk.id.clone(), &folded, || None);
            prop_assert_eq!(again.as_ref(), Some(&talking.talk));
            prop_assert_eq!(fold(&talking.talk.id, &folded, || None), Some(folded));
        }
    }

    #[test]
    fn steps_of_letters_joined_undo_and_redo_as_letter_by_letter(
        commands in prop::collection::vec(command(), 1..80)
    ) {
        let mut talking = Talking::begun(LISTEN.clone());
        let mut plain = talking.talk.clone();
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            let decided = talking.talk.decide(&command, talking.now);
            prop_assert_eq!(&plain.decide(&command, talking.now), &decided);
            if command == Command::Redo && !talking.talk.line.text.is_empty() {
                // Redone beside a command half typed: the line is not as it was, and no law holds it.
                continue;
            }
            for event in decided.unwrap_or_default() {
                talking.happens(event);
                apply_letter_by_letter(&mut plain, talking.events.last().expect("just happened"));
                prop_assert_eq!(seen(&plain), seen(&talking.talk));
            }
        }
        // To the very beginning, all the way forward, and back again.
        for turn in [Event::Undone, Event::Redone, Event::Undone] {
            let more = |talk: &Conversation| match turn {
                Event::Redone => talk.last_undone().is_some(),
                _ => talk.last_done().is_some(),
            };
            while more(&talking.talk) {
                talking.happens(turn.clone());
                apply_letter_by_letter(&mut plain, talking.events.last().expect("just happened"));
                prop_assert_eq!(seen(&plain), seen(&talking.talk));
            }
        }
    }
}
