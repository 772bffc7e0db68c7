//! What a person can ask about local help.

use crate::connection::Standing;

/// Something about a listing. Without an id it is that of the chosen connection note, or the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalHelp {
    /// All that is known of it.
    More(Option<String>),
    /// An introduction is offered: did they say yes?
    Ask(Option<String>),
    /// These words go on the line, ready to be changed and kept.
    WriteOut(String),
    /// They said no.
    NotThisTime,
    /// Remember this of it; said already, forget it.
    Remember(Option<String>, Standing),
}
