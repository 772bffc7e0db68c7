//! Sticking close: the day the worker looks again, and when it is steady.
//!
//! The day is a next step like any other, with a flag, so that all that is done for promises is done for it. How anybody
//! knows that it is steady is a note like any other: what is kept apart or left out stays so in every place.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Change, Choice, Conversation, Due, Event, Moment, Note, NoteId,
    decide::{Decision, did},
};
use crate::{
    guide::SectionId,
    line::{Day, Mark, Outcome, Step, When, Who},
    text,
};

/// The heading a guide may have for how anybody knows that it is steadier.
const STEADIER: &str = "steadier";

/// What the worker last said of whether it is steady.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steady {
    /// When that was said.
    pub on: Moment,
    /// It is not, after all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// The note that says how anybody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<NoteId>,
}

/// Whose words a reason is in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// The person's own.
    Person,
    /// The worker's.
    #[default]
    Worker,
}

/// Whether it is steady, as the worker says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// It is; and how anybody knows, if that is said.
    Steady(Option<Reason>),
    /// It is not, after all.
    NotYet,
}

/// How anybody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The words. Never empty.
    pub words: String,
    /// Whose.
    pub whose: Whose,
}

impl Whose {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Person, Self::Worker];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Worker => "worker",
        }
    }
}

impl Reason {
    /// A reason as it is typed: in quotation marks, or with one before it, it is in the person's own words. `None` of
    /// no words.
    pub fn read(typed: &str) -> Option<Self> {
        const MARKS: [char; 3] = ['"', '“', '”'];
        let typed = typed.trim();
        let whose = match typed.starts_with(MARKS) {
            true => Whose::Person,
            false => Whose::Worker,
        };
        let words = match whose {
            Whose::Person => typed.trim_matches(MARKS).trim(),
            Whose::Worker => typed,
        };
        (!words.is_empty()).then(|| Self {
            words: words.to_owned(),
            whose,
        })
    }
}

impl Conversation {
    /// The step that is the day the worker looks again, while it is still to be kept.
    pub fn look_again(&self) -> Option<&Note> {
        let is_open =
            |step: &Step| step.again && !matches!(step.outcome, Outcome::Done | Outcome::Dropped);
        let mut notes = self.notes.iter().rev();
        notes.find(|note| note.step.as_ref().is_some_and(is_open))
    }

    /// The note that says how anybody knows that it is steady.
    pub fn steady_because(&self) -> Option<&Note> {
        let steady = self.facts.steady.as_ref().filter(|steady| !steady.not)?;
        self.note(steady.because?)
    }

    /// Sets the day the worker looks again: there is never more than one to come.
    pub(super) fn set_look_again(
        &self,
        day: Option<NaiveDate>,
        words: &str,
        now: Moment,
    ) -> Decision {
        let there = self.look_again().and_then(|note| self.index_of(note.id));
        match (there, day) {
            (Some(at), Some(day)) => self.due(Some(self.notes[at].id), Due::On(day), now),
            (Some(at), None) => Ok(did(vec![self.taken_out(at)])),
            (None, Some(day)) => Ok(did(vec![self.put_in(look_again_on(day), words, now)])),
            (None, None) => Ok(vec![]),
        }
    }

    fn put_in(&self, step: Step, words: &str, now: Moment) -> Change {
        let note = Note {
            mark: Some(Mark::NextStep),
            step: Some(step),
            at: now,
            ..self.new_note(text::stored(words), now)
        };
        self.added(note)
    }

    /// Says that it is steady, or that it is not. The reason said before goes with what it was the reason for.
    pub(super) fn say_steady(&self, holds: &Holds, now: Moment) -> Vec<Event> {
        let before = self.steady_because();
        let reason = match holds {
            Holds::Steady(reason) => reason.as_ref().map(|reason| self.reason(reason, now)),
            Holds::NotYet => None,
        };
        let (change, because) = match (before, reason) {
            (Some(before), Some(reason)) => {
                let note = Note {
                    text: reason.text,
                    mark: reason.mark,
                    ..before.clone()
                };
                (self.becomes(before, note), Some(before.id))
            }
            (Some(before), None) if *holds == Holds::NotYet => {
                let at = self.index_of(before.id);
                (at.map(|at| self.taken_out(at)), None)
            }
            (Some(before), None) => (None, Some(before.id)),
            (None, Some(reason)) => {
                let id = reason.id;
                (Some(self.added(reason)), Some(id))
            }
            (None, None) => (None, None),
        };
        let facts = super::Facts {
            steady: Some(Steady {
                on: now,
                not: *holds == Holds::NotYet,
                because,
            }),
            ..self.facts.clone()
        };
        let facts = Change::Facts {
            from: Box::new(self.facts.clone()),
            to: Box::new(facts),
        };
        did(change.into_iter().chain([facts]).collect())
    }

    /// The reason as a note: the person's own words, or the worker's view, in the record whatever its detail.
    fn reason(&self, reason: &Reason, now: Moment) -> Note {
        let section = SectionId::new(STEADIER);
        let has_it = |talk: &super::Talk| talk.guide.section(&section).is_some();
        let mark = match reason.whose {
            Whose::Person => Mark::OwnWords,
            Whose::Worker => Mark::View,
        };
        Note {
            mark: Some(mark),
            at: now,
            choice: Choice::In,
            section: self.talks.iter().any(has_it).then_some(section),
            ..self.new_note(text::stored(&reason.words), now)
        }
    }

    fn added(&self, note: Note) -> Change {
        Change::Note {
            index: self.notes.len(),
            from: None,
            to: Some(Box::new(note)),
        }
    }

    fn becomes(&self, from: &Note, to: Note) -> Option<Change> {
        let index = self.index_of(from.id)?;
        Some(Change::Note {
            index,
            from: Some(Box::new(from.clone())),
            to: Some(Box::new(to)),
        })
    }

    fn taken_out(&self, index: usize) -> Change {
        Change::Note {
            index,
            from: Some(Box::new(self.notes[index].clone())),
            to: None,
        }
    }
}

/// The worker's own step, due that day.
fn look_again_on(day: NaiveDate) -> Step {
    Step {
        who: Who::You,
        when: When {
            day: Day::On(day),
            ..When::default()
        },
        outcome: Outcome::Open,
        agreed: None,
        settled: None,
        again: true,
    }
}
