//! What holds whatever is done.

use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{
        About, Caller, Change, Choice, Detail, Due, Fact, Facts, Line, PartOfAssessment, Stop,
        Talk, TopicRef, samples,
    },
    text,
};

/// Anything a person can ask, and how long after the last.
pub(super) fn command() -> impl Strategy<Value = (i64, Command)> {
    let note = || prop::option::of((1_u32..6).prop_map(NoteId));
    let day = (0_i32..40).prop_map(|days| {
        Due::On(chrono::NaiveDate::from_epoch_days(20_500 + days).expect("a day"))
    });
    let motion = prop::sample::select(vec![
        Motion::Left,
        Motion::Right,
        Motion::WordLeft,
        Motion::WordRight,
        Motion::Start,
        Motion::End,
    ]);
    let typing = prop_oneof![
        6 => words().prop_map(Command::Type),
        1 => (words(), words()).prop_map(|(a, b)| Command::Paste(format!("{a}\n\n{b}"))),
        1 => words().prop_map(Command::Paste),
        2 => Just(Command::Backspace),
        1 => Just(Command::Delete),
        1 => Just(Command::DeleteWord),
        1 => Just(Command::ClearLine),
        2 => motion.prop_map(Command::Cursor),
    ];
    let keeping = (any::<bool>(), note()).prop_map(|(late, chosen)| Command::Keep { late, chosen });
    let mark = prop::sample::select(Mark::ALL.to_vec());
    let choice = prop::sample::select(vec![Choice::ByDetail, Choice::In, Choice::Out]);
    let section = prop::sample::select(LISTEN.sections.clone()).prop_map(|section| section.id);
    let topic = prop::sample::select(LISTEN.topics.clone()).prop_map(|topic| topic.id);
    let notes = prop_oneof![
        (note(), mark).prop_map(|(note, mark)| Command::Mark(note, mark)),
        note().prop_map(Command::Apart),
        (note(), topic.clone()).prop_map(|(note, topic)| {
            let guide = LISTEN.id.clone();
            Command::Refile(note, TopicRef { guide, topic })
        }),
        (note(), section).prop_map(|(note, section)| Command::Section(note, section)),
        (note(), prop::option::of(words())).prop_map(|(note, name)| Command::Whose(note, name)),
        note().prop_map(Command::Disagree),
        (note(), choice).prop_map(|(note, choice)| Command::Choose(note, choice)),
        (note(), prop_oneof![day, Just(Due::NoDate)])
            .prop_map(|(note, due)| Command::Due(note, due)),
        (note(), words()).prop_map(|(note, name)| Command::Owner(note, Who::Named(name))),
        (note(), any::<bool>()).prop_map(|(note, split)| Command::Change { note, split }),
        note().prop_map(Command::Join),
        note().prop_map(Command::Up),
        note().prop_map(Command::Down),
        words().prop_map(|text| Command::Connect {
            listing: "a".into(),
            kind: Some("friendship".into()),
            text: format!("Club {text}"),
        }),
        words().prop_map(|text| Command::FindOut(format!("Find out about: {text}"))),
        (words(), any::<bool>()).prop_map(|(name, late)| Command::Count {
            text: format!("I handed this to {name}: she knows."),
            fact: Some(Fact::HandedOver(name)),
            late,
        }),
    ];
    let about = prop_oneof![
        prop::option::of(words()).prop_map(About::Person),
        words().prop_map(|name| About::Joined { name, role: None }),
        words().prop_map(About::WentAway),
        prop::option::of(words())
            .prop_map(|name| name.map(|name| Caller { name, role: None }))
            .prop_map(About::Caller),
        any::<bool>().prop_map(About::NoCopyHome),
        prop::option::of(words()).prop_map(About::OldWay),
        prop::option::of(0_i32..40).prop_map(|day| About::Contacted(
            day.and_then(|day| chrono::NaiveDate::from_epoch_days(20_500 + day))
        )),
        Just(About::PartOfAssessment(PartOfAssessment::No)),
    ];
    let guides = prop::sample::select(vec![LISTEN.clone(), CRISIS.clone()]);
    let details = prop::sample::select(vec![Detail::Short, Detail::Standard, Detail::Everything]);
    let rest = prop_oneof![
        Just(Command::NextTopic),
        Just(Command::PreviousTopic),
        topic.prop_map(Command::Topic),
        guides.prop_map(|guide| Command::Switch(Box::new(guide))),
        about.prop_map(Command::About),
        details.prop_map(Command::Detail),
        Just(Command::Pause),
        Just(Command::FamilyTime),
        Just(Command::CarryOn),
        Just(Command::Leave),
        Just(Command::TakeUp),
        Just(Command::Stop(Stop::Trouble)),
        words().prop_map(Command::Sought),
    ];
    let history = prop_oneof![2 => Just(Command::Undo), 1 => Just(Command::Redo)];
    let any = prop_oneof![8 => typing, 6 => keeping, 4 => notes, 2 => rest, 3 => history];
    (0_i64..1_500, any)
}

/// What is typed: signs the line knows, words, and letters made of several characters.
fn words() -> impl Strategy<Value = String> {
    let bit = prop::sample::select(vec![
        "a", "Sam ", "rings ", "tomorrow", "Carol: ", "\"", "!", "> ", "&", "#home", "/", "£22 ",
        " ", "\n", "\u{302}", "\u{200d}", "👩", "👧", "🇬", "ŷ", "中", "\r\n", "\t", "\u{1b}",
    ]);
    prop::collection::vec(bit, 1..4).prop_map(|bits| bits.concat())
}

pub(super) fn commands() -> impl Strategy<Value = Vec<(i64, Command)>> {
    prop::collection::vec(command(), 1..40)
}

/// All that undo must bring back.
#[derive(Debug, Clone, PartialEq)]
struct Whole {
    facts: Facts,
    notes: Vec<Note>,
    line: String,
    writing: crate::conversation::Writing,
    topic: TopicRef,
    talks: Vec<Talk>,
    detail: Option<Detail>,
}

fn whole(talk: &Conversation) -> Whole {
    let Line { text, writing, .. } = talk.line.clone();
    Whole {
        facts: talk.facts.clone(),
        notes: talk.notes.clone(),
        line: text,
        writing,
        topic: talk.topic.clone(),
        talks: talk.talks.clone(),
        detail: talk.detail,
    }
}

fn is_sound(talk: &Conversation) -> Result<(), TestCaseError> {
    prop_assert!(!talk.talks.is_empty());
    prop_assert!(talk.line.text.is_char_boundary(talk.line.cursor));
    let mut ids: Vec<NoteId> = talk.notes.iter().map(|note| note.id).collect();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), talk.notes.len(), "a number is used once");
    let guide = talk.guide();
    prop_assert!(guide.topics.is_empty() || talk.current_topic().is_some());
    Ok(())
}

proptest! {
    #[test]
    fn a_journal_cut_anywhere_is_the_conversation_as_it_was_then(commands in commands()) {
        let mut talking = Talking::begun(LISTEN.clone());
        let mut was = vec![talking.talk.clone()];
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            let before = talking.talk.clone();
            let Ok(events) = talking.talk.decide(&command, talking.now) else { continue };
            prop_assert_eq!(&talking.talk, &before, "to decide changes nothing");
            for event in events {
                talking.happens(event);
                was.push(talking.talk.clone());
            }
        }
        let lines: Vec<String> = talking.events.iter()
            .map(|event| serde_json::to_string(event).expect("can be written"))
            .collect();
        let read: Vec<Stamped> = lines.iter()
            .map(|line| serde_json::from_str(line).expect("can be read"))
            .collect();
        prop_assert_eq!(&read, &talking.events);
        for (cut, then) in was.iter().enumerate() {
            let again = replay(then.id.clone(), &read[..=cut], || None).expect("begins");
            prop_assert_eq!(&again, then);
        }
    }

    #[test]
    fn undo_brings_back_what_was_and_redo_what_was_done(commands in commands()) {
        let mut talking = Talking::begun(LISTEN.clone());
        let (mut past, mut future): (Vec<Whole>, Vec<Option<Whole>>) = (vec![], vec![]);
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            let Ok(events) = talking.talk.decide(&command, talking.now) else { continue };
            for event in events {
                let before = whole(&talking.talk);
                talking.happens(event.clone());
                let after = whole(&talking.talk);
                match event {
                    Event::Did { join, changes } => {
                        if !join {
                            past.push(before);
                        }
                        // A command being typed leaves what can be redone.
                        if changes.iter().all(Change::is_typing) && talking.talk.last_undone().is_some() {
                            future.iter_mut().for_each(|step| *step = None);
                        } else {
                            future.clear();
                        }
                    }
                    Event::Undone => {
                        prop_assert_eq!(Some(after), past.pop(), "undone");
                        future.push(Some(before));
                    }
                    Event::Redone => {
                        // Redone beside a command half typed: the line is not as it was, and no law holds it.
                        let Some(Some(expected)) = future.pop() else { return Ok(()) };
                        prop_assert_eq!(after, expected, "redone");
                        past.push(before);
                    }
                    _ => prop_assert_eq!(before, after, "{:?}", command),
                }
            }
        }
        while talking.talk.last_done().is_some() {
            talking.happens(Event::Undone);
            prop_assert_eq!(Some(whole(&talking.talk)), past.pop());
        }
    }

    #[test]
    fn whatever_is_done_the_conversation_is_sound(commands in commands()) {
        let mut talking = Talking::begun(LISTEN.clone());
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            let Ok(events) = talking.talk.decide(&command, talking.now) else { continue };
            for event in events {
                talking.happens(event);
            }
            is_sound(&talking.talk)?;
            let line = &talking.talk.line;
            prop_assert!(text::is_boundary(&line.text, line.cursor), "{:?} in {:?}", line.cursor, line.text);
            for note in &talking.talk.notes {
                prop_assert!(!note.text.trim().is_empty());
                prop_assert_eq!(note.step.is_some(), note.mark == Some(Mark::NextStep), "{:?}", note);
            }
        }
    }

    #[test]
    fn words_brought_to_the_line_and_kept_again_are_the_same_note(commands in commands()) {
        let mut talking = Talking::begun(LISTEN.clone());
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            for event in talking.talk.decide(&command, talking.now).unwrap_or_default() {
                talking.happens(event);
            }
        }
        if talking.talk.line.writing.editing.is_none() {
            talking.does(Command::ClearLine).expect("can be");
            let before = talking.talk.notes.clone();
            for note in &before {
                talking.does(Command::Change { note: Some(note.id), split: false }).expect("the line is free");
                talking.does(keep()).expect("can be kept");
                prop_assert_eq!(&talking.talk.notes, &before);
            }
        }
    }

    #[test]
    fn any_events_at_all_give_a_sound_conversation(
        events in prop::collection::vec(samples::event(), 0..24),
        commands in prop::collection::vec(command(), 0..8),
    ) {
        let mut talking = Talking::begun(LISTEN.clone());
        for stamped in events {
            talking.now = stamped.at;
            talking.happens(stamped.event);
            is_sound(&talking.talk)?;
        }
        for (gap, command) in commands {
            talking.now += TimeDelta::milliseconds(gap);
            for event in talking.talk.decide(&command, talking.now).unwrap_or_default() {
                talking.happens(event);
            }
            is_sound(&talking.talk)?;
        }
    }

    #[test]
    fn every_letter_typed_is_on_the_line_until_it_is_kept(words in prop::collection::vec(words(), 0..12)) {
        let mut talking = Talking::begun(LISTEN.clone());
        for words in &words {
            talking.does(Command::Type(words.clone())).expect("types");
        }
        prop_assert_eq!(talking.talk.line.text.len(), words.concat().len());
    }
}
