//! A talk with somebody who answers from the card, as a conversation.
//!
//! Each turn is a few notes, kept in one step: what the learner did, with the words she typed, then what was said to it,
//! then how the person sounds, when that changed. How the talk stands is the fold of the turns in the notes, so that
//! taking one back, opening it again and playing it again from a moment need nothing of their own.
//!
//! | file | what it holds |
//! |---|---|
//! | [`path`](mod@path) | the end: the path taken, the threads met and missed, and a page of it to keep |

pub mod path;

#[cfg(test)]
mod laws;

pub use path::{page, path};

use super::{Answer, Caller, Scenario, Turn, parts};
use crate::{
    conversation::{Added, Conversation, Note},
    guide::{Guide, TopicId},
    line::Mark,
};

/// How the topic of what the learner did begins; the [`Turn::key`] follows.
const DID: &str = "did:";

/// The topic of how the talk began.
const OPENING: &str = "opening";

/// The topic of what was said.
const SAID: &str = "said";

/// The topic of how the person sounds.
const SOUNDS: &str = "sounds";

/// The guide of such a talk.
pub fn guide(scenario: &Scenario) -> Guide {
    let said = parts::topic(SAID, "Said", vec![]);
    parts::guide("alone", scenario.kind, &scenario.title, vec![said])
}

/// A turn as it stands in the notes, or how the talk began.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step<'t> {
    /// The turn. `None`: nobody did anything yet, or only words were kept.
    pub turn: Option<Turn>,
    /// What the learner did, or the words she typed.
    pub did: Option<&'t Note>,
    /// What was said to it.
    pub said: Vec<&'t Note>,
    /// How the person sounds since then, when that changed.
    pub sounds: Option<&'t Note>,
}

impl<'t> Step<'t> {
    /// The words the learner typed, if she did.
    pub fn words(&self) -> Option<&'t str> {
        let typed = |words: &&str| {
            let turn = self.turn.as_ref();
            turn.is_none_or(|turn| turn.did.title() != *words)
        };
        self.did.map(|note| &*note.text).filter(typed)
    }

    /// The last of its notes.
    pub fn last(&self) -> Option<&'t Note> {
        let said = self.said.last().copied();
        let notes = [self.did, said, self.sounds].into_iter().flatten();
        notes.max_by_key(|note| note.id)
    }
}

/// What a turn adds to the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The notes, to be kept in one step.
    pub added: Vec<Added>,
    /// Whether the talk is over.
    pub ended: bool,
}

/// The talk step by step, in order. The first is how it began, when that is in the notes.
pub fn steps(talk: &Conversation) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for note in &talk.notes {
        let topic = note.topic.topic.as_str();
        let key = topic.strip_prefix(DID);
        if key.is_some() || (note.speaker.is_none() && topic != SOUNDS) || steps.is_empty() {
            steps.push(Step::default());
        }
        let Some(step) = steps.last_mut() else {
            continue;
        };
        match key {
            Some(key) => (step.turn, step.did) = (Turn::of_key(key), Some(note)),
            None if topic == SOUNDS => step.sounds = Some(note),
            None if note.speaker.is_some() => step.said.push(note),
            None => step.did = Some(note),
        }
    }
    steps
}

/// The turns taken, in order: all that the talk depends on.
pub fn turns(talk: &Conversation) -> Vec<Turn> {
    let steps = steps(talk).into_iter();
    steps.filter_map(|step| step.turn).collect()
}

/// Whether these notes are how a talk began, with or without turns after it: what nobody did cannot be taken back.
pub fn is_opening<'n>(mut notes: impl Iterator<Item = &'n Note>) -> bool {
    notes.any(|note| note.topic.topic.as_str() == OPENING)
}

/// Whether this note says how the person sounds.
pub fn is_how_they_sound(note: &Note) -> bool {
    note.topic.topic.as_str() == SOUNDS
}

/// How the person sounds now.
pub fn sounds(talk: &Conversation) -> Option<&str> {
    let last = talk.notes.iter().rev().find(|note| is_how_they_sound(note));
    last.map(|note| &*note.text)
}

/// Whether the person has ended the talk.
pub fn is_over(scenario: &Scenario, talk: &Conversation) -> bool {
    Caller::replay(scenario, &turns(talk)).0.ended()
}

/// How a talk begins, as notes.
pub fn opening(scenario: &Scenario) -> Vec<Added> {
    answered(scenario, &Caller::new(scenario).opening(), OPENING)
}

/// Takes a turn: what the learner did and the words she typed, or what it is called when she typed none; what was said
/// to it; and how the person sounds, when that changed.
pub fn take(scenario: &Scenario, talk: &Conversation, turn: &Turn, words: &str) -> Taken {
    let (mut caller, _) = Caller::replay(scenario, &turns(talk));
    let answer = caller.answer(turn);
    let words = match words.trim() {
        "" => turn.did.title(),
        words => words,
    };
    let did = added(words, format!("{DID}{}", turn.key()));
    let answered = answered(scenario, &answer, SAID);
    Taken {
        added: std::iter::once(did).chain(answered).collect(),
        ended: answer.ended,
    }
}

/// The title of a topic of the guide the scenario names; one the guide has not, by its name.
pub fn topic_title(guide: Option<&Guide>, topic: &TopicId) -> String {
    let found = guide.and_then(|guide| guide.topic(topic));
    found.map_or_else(
        || topic.as_str().replace('-', " "),
        |topic| topic.title.clone(),
    )
}

/// What the learner did, and on what: `Ask an open question: A day and a night`.
pub fn did(turn: &Turn, guide: Option<&Guide>) -> String {
    let title = turn.did.title();
    match &turn.about {
        Some(topic) => format!("{title}: {}", topic_title(guide, topic)),
        None => title.to_owned(),
    }
}

fn answered(scenario: &Scenario, answer: &Answer, topic: &str) -> Vec<Added> {
    let says = answer.says.iter().map(|spoken| {
        let actor = scenario.actors.iter().find(|actor| actor.id == spoken.by);
        Added {
            mark: Some(Mark::OwnWords),
            speaker: Some(actor.map_or_else(String::new, |actor| actor.name.clone())),
            ..added(&spoken.words, topic.to_owned())
        }
    });
    let sounds = answer.sounds.iter();
    let sounds = sounds.map(|sounds| added(sounds, SOUNDS.to_owned()));
    says.chain(sounds).collect()
}

fn added(words: &str, topic: String) -> Added {
    Added {
        text: words.to_owned(),
        topic: TopicId::new(topic),
        mark: None,
        speaker: None,
    }
}
