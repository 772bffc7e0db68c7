//! Following up what was promised.

use crate::{
    conversation::Moment,
    promise::{Happened, Place, Promise},
};

/// What a person can ask about what was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follow {
    /// Everything still to be kept.
    Due,
    /// What was promised this week.
    Week,
    /// What can be done about one.
    Choose(Place),
    /// Ask for the rest of it: a day, a name, what they said.
    Ask(Place, Asked),
    /// What was typed in answer.
    Answer(Place, Asked, String),
    /// What became of one.
    Happened(Place, Happened),
}

/// What is asked about a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Which day it moves to.
    Day,
    /// Who keeps it from now on.
    Who,
    /// What they said about it.
    Said,
}

/// What became of a promise, on its way into its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The promise as it was looked at.
    pub promise: Promise,
    /// What became of it.
    pub happened: Happened,
    /// The worker.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}
