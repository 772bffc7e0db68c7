//! What the worker prefers and what the team has filled in, as plain data.

use crate::record::Kinder;

/// What the worker prefers. Every field has a default that needs no set-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// For the record and next steps.
    pub name: Option<String>,
    /// The quiet line after a worry.
    pub hints: bool,
    /// Minutes on row 1.
    pub clock: bool,
    /// A blank row between notes.
    pub spacing: bool,
    /// Words that make people go hmm are shown in Read back.
    pub words: bool,
    /// The widest a note may be drawn, in columns.
    pub width: u16,
    /// Minutes without a key until everything is hidden and the key forgotten. Only ever chosen: listening for twenty
    /// minutes without typing is good practice.
    pub lock_after: Option<u16>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            name: None,
            hints: true,
            clock: false,
            spacing: false,
            words: true,
            width: 62,
            lock_after: None,
        }
    }
}

/// What the team has filled in. Ships blank, and says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Team {
    /// Names and telephone numbers.
    pub numbers: Vec<(String, String)>,
    /// The team's own steps for keeping someone safe.
    pub safe_steps: Vec<String>,
    /// Outcome routes.
    pub routes: Vec<String>,
    /// Words that make people go hmm.
    pub words: Kinder,
}
