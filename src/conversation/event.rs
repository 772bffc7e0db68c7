//! What happened, in the past tense: one journal line each.
//!
//! Additive only: an event is never renamed and never changes meaning, and a new field has a default.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Facts, Moment, Note, NoteId, Practised, TopicRef, note::Detail};
use crate::{
    guide::Guide,
    line::{Day, When},
};

/// One event and when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped {
    /// The worker's clock.
    pub at: Moment,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The conversation began, with this guide.
    Began {
        /// What is played, when nothing in it is real. First, so that the first line of the journal begins by saying so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        practice: Option<Box<Practised>>,
        /// The guide as it was that day.
        guide: Box<Guide>,
        /// The worker's name, when it was known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// Something the worker did that can be undone.
    Did {
        /// Belongs to the same step of undo as the one before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        join: bool,
        /// What changed, in order.
        changes: Vec<Change>,
    },
    /// The last step was taken back.
    Undone,
    /// The step last taken back was done again.
    Redone,
    /// The cursor moved on the line, to this byte.
    CursorAt(usize),
    /// Words typed into a list to narrow it: not a note, but kept, because they were typed.
    Sought(String),
    /// A typed command was asked: its letters leave the line, and the history.
    Asked(String),
    /// The notes were hidden and the clock stopped.
    Paused,
    /// The family was left alone: the notes were hidden and the clock stopped, and the record says from when to when.
    FamilyTime,
    /// The talk went on.
    CarriedOn,
    /// Left for later on purpose.
    Left,
    /// Opened again.
    TakenUp,
    /// The clock went on by this many seconds that are no part of the talk: it was left for later, the computer slept,
    /// or the clock was set. Less than nothing when it was set back.
    Away(i64),
    /// The program was stopped from outside.
    Stopped(Stop),
    /// The record is safely on the disk.
    Finished,
}

/// How a program was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// The window closed or the line dropped.
    WindowClosed,
    /// The computer or somebody asked it to end.
    AskedToEnd,
    /// Something in the program went wrong, or it was ended with no warning.
    Trouble,
    /// The computer stopped, and the program with it. Nobody was left to write this down: the next start finds it out.
    ComputerStopped,
    /// No ending was written down and nothing says why. The next start finds that out, too.
    WithoutWarning,
}

/// A change with what was there before and what came after, so that its inverse is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The line was edited.
    Line(Edit),
    /// What is known of the words on the line changed.
    Writing {
        /// Before.
        from: Writing,
        /// After.
        to: Writing,
    },
    /// A note came, went or changed. `None` is not there.
    Note {
        /// Its place in the list.
        index: usize,
        /// Before.
        from: Option<Box<Note>>,
        /// After.
        to: Option<Box<Note>>,
    },
    /// A note moved in the list.
    Order {
        /// From this place.
        from: usize,
        /// To this place.
        to: usize,
    },
    /// The guide pointer moved.
    Topic {
        /// Before.
        from: TopicRef,
        /// After.
        to: TopicRef,
    },
    /// The talk moved to another kind (`to`), or back (`from`).
    Talk {
        /// Taken away.
        from: Option<Box<Talk>>,
        /// Added.
        to: Option<Box<Talk>>,
    },
    /// Who, how, or what was agreed changed.
    Facts {
        /// Before.
        from: Box<Facts>,
        /// After.
        to: Box<Facts>,
    },
    /// The level of detail changed. `None` is not yet chosen.
    Detail {
        /// Before.
        from: Option<Detail>,
        /// After.
        to: Option<Detail>,
    },
}

/// An edit of the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Byte offset.
    pub at: usize,
    /// What was taken out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub removed: String,
    /// What was put in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inserted: String,
}

/// What is known of the words on the line, beside the words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Writing {
    /// When its first letter was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
    /// The kept note whose words these are, when one is being changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editing: Option<Editing>,
    /// Set when some of it was pasted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pasted: Option<Pasted>,
    /// The day chosen by hand for the next step being typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
}

/// A day chosen by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// This day.
    On(NaiveDate),
    /// No date, whatever the words say.
    NoDate,
}

impl Due {
    /// What was read, with the day chosen by hand in its place. The words and the time of day stay.
    #[must_use]
    pub fn chosen_over(self, read: &When) -> When {
        match self {
            Self::On(day) => When {
                day: Day::On(day),
                other: None,
                week: false,
                ..read.clone()
            },
            Self::NoDate => When {
                words: read.words.clone(),
                ..When::default()
            },
        }
    }
}

/// A paste on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pasted {
    /// After words that were typed: a mark before it counts.
    Within,
    /// The line began with it: marks in it are just text.
    First,
}

/// A kept note whose words are on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editing {
    /// Which note.
    pub note: NoteId,
    /// Each line becomes a note of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub split: bool,
}

/// A stretch of the conversation with one guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// The guide as it was used.
    pub guide: Guide,
    /// When it began.
    pub from: Moment,
    /// How many notes there were then.
    pub notes_before: usize,
}

impl Edit {
    /// The edit that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }

    /// Takes in the next edit when it only goes on: letters put in where these end, or taken out where these began.
    /// False, and unchanged, when it does not.
    pub(super) fn goes_on(&mut self, next: &Self) -> bool {
        let only_in = self.removed.is_empty() && next.removed.is_empty();
        let only_out = self.inserted.is_empty() && next.inserted.is_empty();
        if only_in && self.at.checked_add(self.inserted.len()) == Some(next.at) {
            self.inserted.push_str(&next.inserted);
            true
        } else if only_out && next.at.checked_add(next.removed.len()) == Some(self.at) {
            self.removed.insert_str(0, &next.removed);
            self.at = next.at;
            true
        } else {
            false
        }
    }
}

impl Change {
    /// Whether it only changes what is on the line.
    pub fn is_typing(&self) -> bool {
        matches!(self, Self::Line(_) | Self::Writing { .. })
    }

    /// The change that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Line(edit) => Self::Line(edit.inverse()),
            Self::Writing { from, to } => Self::Writing { from: to, to: from },
            Self::Note { index, from, to } => Self::Note {
                index,
                from: to,
                to: from,
            },
            Self::Order { from, to } => Self::Order { from: to, to: from },
            Self::Topic { from, to } => Self::Topic { from: to, to: from },
            Self::Talk { from, to } => Self::Talk { from: to, to: from },
            Self::Facts { from, to } => Self::Facts { from: to, to: from },
            Self::Detail { from, to } => Self::Detail { from: to, to: from },
        }
    }
}
