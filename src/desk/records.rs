//! Finished records: reading one, and adding to it.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationId, Moment},
    record::Addition,
};

/// What a person can ask about finished records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Records {
    /// The list of them, narrowed by these words.
    List(String),
    /// What can be done with the one that was read last; the list, where none was.
    Add,
    /// What can be done with this one.
    Menu(ConversationId),
    /// Read this one.
    Read(ConversationId),
    /// The one being read as it was finished; asked again, as it was put right.
    Turn,
    /// Ask for what is to be added.
    Ask(ConversationId, Question),
    /// What was typed in answer.
    Answer(ConversationId, Question, String),
}

/// What is asked of somebody who adds to a record, with what they have answered so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// Which words are wrong.
    Wrong,
    /// What these should be.
    Right(String),
    /// Why these should be those.
    Because(String, String),
    /// What the person says: the next line, after these.
    Statement(Vec<String>),
    /// What was heard.
    Heard,
    /// Why it no longer stands.
    Void,
    /// Why it stands after all.
    Again,
}

impl Question {
    /// The last question before an addition, and what was answered: where to go on when it could not be kept.
    pub fn before(addition: &Addition) -> (Self, String) {
        match addition {
            Addition::Correction { old, new, why } => {
                (Self::Because(old.clone(), new.clone()), why.clone())
            }
            Addition::Statement(words) => {
                let lines = words.lines().map(str::to_owned).collect();
                (Self::Statement(lines), String::new())
            }
            Addition::HeardLater(words) => (Self::Heard, words.clone()),
            Addition::Void { why } => (Self::Void, why.clone()),
            Addition::StandsAgain { why } => (Self::Again, why.clone()),
        }
    }

    /// Whether it is asked of the same thing, however far the answers have come.
    pub fn is_of_one_kind_with(&self, other: &Self) -> bool {
        let kind = |question: &Self| match question {
            Self::Wrong | Self::Right(_) | Self::Because(..) => 0,
            Self::Statement(_) => 1,
            Self::Heard => 2,
            Self::Void => 3,
            Self::Again => 4,
        };
        kind(self) == kind(other)
    }

    /// Whether somebody's own words have begun: every line is one of them.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::Statement(lines) if !lines.is_empty())
    }

    /// Whether anything was answered already.
    pub fn holds_words(&self) -> bool {
        match self {
            Self::Right(_) | Self::Because(..) => true,
            Self::Statement(lines) => !lines.is_empty(),
            _ => false,
        }
    }
}

/// Something on its way into a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adding {
    /// The record.
    pub id: ConversationId,
    /// What.
    pub addition: Addition,
    /// The worker.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}
