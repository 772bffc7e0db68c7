//! What an observer's strokes add up to, and whose role-play they belong beside.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{Command, Event, Stamped, apply},
    guide::Shelf,
    practice::Scenarios,
};

/// 14:20:00, and so many seconds.
fn at(seconds: i64) -> Moment {
    let began = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
    began + TimeDelta::seconds(seconds)
}

fn began(part: Part, guide: Guide, seconds: i64) -> Conversation {
    let scenario = Scenarios::new(&[], &Shelf::default());
    let scenario = scenario.nth(0).expect("one").clone();
    let first = Stamped {
        at: at(seconds),
        event: Event::Began {
            practice: Some(Box::new(scenario.practised(part))),
            guide: Box::new(guide),
            by: None,
        },
    };
    let id = ConversationId::practice(at(seconds), 7);
    apply::replay(id, &[first], || None).expect("it began")
}

fn watching() -> Conversation {
    let scenarios = Scenarios::new(&[], &Shelf::default());
    began(Part::Observer, guide(scenarios.nth(0).expect("one")), 0)
}

fn playing(seconds: i64) -> Conversation {
    let guide = parts::guide(
        "talk",
        crate::guide::Kind::Crisis,
        "Talk",
        vec![parts::topic("said", "Said", vec![])],
    );
    began(Part::Listener, guide, seconds)
}

fn say(talk: &mut Conversation, command: &Command, seconds: i64) {
    let events = talk.decide(command, at(seconds)).unwrap_or_default();
    for event in events {
        let stamped = Stamped {
            at: at(seconds),
            event,
        };
        talk.apply(&stamped);
    }
}

fn count(talk: &mut Conversation, tally: Tally, seconds: i64) {
    say(talk, &Command::Add(vec![tally.stroke()]), seconds);
}

fn swap(talk: &mut Conversation, who: Talker, seconds: i64) {
    say(talk, &Command::Add(vec![who.stroke()]), seconds);
}

fn hear(talk: &mut Conversation, words: &str, seconds: i64) {
    say(talk, &Command::Type(words.to_owned()), seconds);
    let keep = Command::Keep {
        late: false,
        chosen: None,
    };
    say(talk, &keep, seconds);
}

fn watched(talk: &Conversation) -> Watched {
    Watched::of(talk).expect("an observer's")
}

#[test]
fn every_tally_has_a_key_and_a_topic_of_its_own() {
    for tally in Tally::ALL {
        assert_eq!(Tally::of_topic(&tally.topic()), Some(tally));
        let same = Tally::ALL
            .into_iter()
            .filter(|one| one.key() == tally.key());
        assert_eq!(same.count(), 1, "{tally:?}");
    }
    assert_eq!(Tally::ALL.iter().filter(|one| one.opens()).count(), 5);
    let scenarios = Scenarios::new(&[], &Shelf::default());
    let guide = guide(scenarios.nth(0).expect("one"));
    assert_eq!(guide.topics.first().expect("one").title, "Heard");
}

#[test]
fn words_under_a_tally_are_words_and_no_stroke() {
    let mut talk = watching();
    count(&mut talk, Tally::OpenQuestion, 10);
    hear(&mut talk, "and what would you cook? #open", 20);
    hear(&mut talk, "#talking The caller talks", 30);
    let watched = watched(&talk);
    assert_eq!(watched.count(Tally::OpenQuestion), 1);
    assert_eq!(watched.quotes[0].1, "and what would you cook?");
    assert_eq!(watched.quotes.len() + watched.turns.len(), 3);
}

#[test]
fn shares_are_of_the_talking_and_leave_pauses_out() {
    let mut talk = watching();
    assert_eq!(watched(&talk).shares(at(60)), None);
    swap(&mut talk, Talker::Listener, 60);
    say(&mut talk, &Command::Pause, 80);
    say(&mut talk, &Command::CarryOn, 680);
    swap(&mut talk, Talker::Caller, 690);
    let watched = watched(&talk);
    // The caller 60 and 30 seconds, the listener 20 and 10.
    assert_eq!(watched.shares(at(720)), Some((75, 25)));
    assert_eq!(watched.seconds(at(720)), 120);
}

#[test]
fn a_summary_goes_minute_by_minute_and_leaves_quiet_ones_out() {
    let mut talk = watching();
    count(&mut talk, Tally::Pause, 5);
    swap(&mut talk, Talker::Listener, 30);
    hear(&mut talk, "and what would you cook?", 340);
    count(&mut talk, Tally::OpenQuestion, 345);
    let minutes = watched(&talk).minutes();
    let numbers: Vec<i64> = minutes.iter().map(|minute| minute.number).collect();
    assert_eq!(numbers, [0, 5]);
    assert_eq!((minutes[0].caller, minutes[0].listener), (30, 30));
    assert_eq!((minutes[1].caller, minutes[1].listener), (0, 45));
    assert_eq!(minutes[1].quotes, ["and what would you cook?"]);
    assert_eq!(minutes[1].tallies, [Tally::OpenQuestion]);
}

#[test]
fn it_joins_what_was_played_at_that_time_and_nothing_else() {
    let mut talk = watching();
    count(&mut talk, Tally::Pause, 130);
    let watched = watched(&talk);
    let mut played = playing(60);
    hear(&mut played, "slid down on Sunday", 125);
    assert!(watched.is_of(&played));
    assert!(!watched.is_of(&talk), "an observer is no role-play");
    assert!(!watched.is_of(&playing(130 + APART + 1)), "much later");
    assert!(watched.is_of(&playing(130 + APART)));
    played.practice.as_mut().expect("played").scenario = "another".into();
    assert!(!watched.is_of(&played));
    let rows = joined(&played, &watched);
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].minute, rows[0].notes.len()), (1, 1));
    assert_eq!(rows[0].tallies, [Tally::Pause]);
}

/// A file from another computer may say any time at all.
#[test]
fn any_clock_adds_up_to_something() {
    let (early, late) = (
        DateTime::<Utc>::MIN_UTC.into(),
        DateTime::<Utc>::MAX_UTC.into(),
    );
    for (first, last) in [(early, late), (late, early)] {
        let watched = Watched {
            tallies: vec![(last, Tally::Pause), (first, Tally::Fix)],
            turns: vec![(last, Talker::Caller), (first, Talker::Listener)],
            quotes: vec![(first, "words".into()), (last, "more".into())],
            gaps: vec![(last, first), (first, last), (first, last)],
            began: first,
            until: last,
            ..watched(&watching())
        };
        let counted: usize = watched.minutes().iter().map(|one| one.tallies.len()).sum();
        assert_eq!(counted, 2);
        let _ = (watched.shares(first), watched.shares(last));
        assert_eq!(watched.is_of(&playing(0)), first == early);
        assert!(!joined(&playing(0), &watched).is_empty());
    }
}

/// What a person can do at the keys of the tally.
#[derive(Debug, Clone)]
enum Press {
    Count(usize),
    Undo,
    Redo,
}

fn press() -> impl Strategy<Value = Press> {
    prop_oneof![
        4 => (0..Tally::ALL.len()).prop_map(Press::Count),
        2 => Just(Press::Undo),
        1 => Just(Press::Redo),
    ]
}

proptest! {
    #[test]
    fn what_stands_is_what_was_counted_and_not_taken_back(presses in prop::collection::vec(press(), 0..60)) {
        let mut talk = watching();
        let (mut counted, mut taken_back) = (vec![], vec![]);
        for (seconds, press) in (0..).zip(&presses) {
            match press {
                Press::Count(nth) => {
                    count(&mut talk, Tally::ALL[*nth], seconds);
                    counted.push(Tally::ALL[*nth]);
                    taken_back.clear();
                }
                Press::Undo => {
                    say(&mut talk, &Command::Undo, seconds);
                    taken_back.extend(counted.pop());
                }
                Press::Redo => {
                    say(&mut talk, &Command::Redo, seconds);
                    counted.extend(taken_back.pop());
                }
            }
        }
        let watched = watched(&talk);
        let stands: Vec<Tally> = watched.tallies.iter().map(|(_, tally)| *tally).collect();
        prop_assert_eq!(&stands, &counted);
        let by_minute: usize = watched.minutes().iter().map(|minute| minute.tallies.len()).sum();
        prop_assert_eq!(by_minute, counted.len());
        for tally in Tally::ALL {
            let expected = counted.iter().filter(|one| **one == tally).count();
            prop_assert_eq!(watched.count(tally), expected);
        }
    }
}
