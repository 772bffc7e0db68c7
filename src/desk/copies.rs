//! The right copy for each reader: a paste, a letter, and how the person had theirs.

use crate::{
    conversation::{ConversationId, Moment},
    record::{Around, Cleared, Form, NotHome},
};

/// What a person can ask about copies, and about the words in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copies {
    /// Copy what is under the heading of this name.
    Section(String),
    /// The person's copy as a letter, to go somewhere else than the home where that is said. No form asks which.
    Letter(Option<Form>, Option<NotHome>),
    /// The words that make people go hmm.
    Words,
}

/// A letter on its way to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterAsked {
    /// The record's name.
    pub id: ConversationId,
    /// The letter, of a conversation that is still open. Without it the finished record is read.
    pub so_far: Option<Cleared>,
    /// What it is written as.
    pub form: Form,
    /// Where it goes, when that is not the home.
    pub not_home: Option<NotHome>,
    /// What it says besides the record.
    pub around: Around,
}

/// How the person had their copy of a finished record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyGiven {
    /// The record's name.
    pub id: ConversationId,
    /// `large print, by post`.
    pub how: String,
    /// The worker.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}
