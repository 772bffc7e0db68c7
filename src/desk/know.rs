//! People already met: finding one, and starting with them.

use crate::conversation::ConversationId;

/// What a person can ask about people already met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Know {
    /// What was typed after `/who`: nothing lists everybody, a name that is known takes that person, a few letters list
    /// whoever they begin, and any other words are the name.
    Who(String),
    /// The list of people met, narrowed by these letters.
    List(String),
    /// This conversation is with the person of this name, who was met before.
    Take(String),
    /// This conversation is with somebody of this name, whoever else was met.
    Name(String),
    /// Carry on a conversation with them that is still open, in place of this one.
    CarryOn(ConversationId),
    /// What to know of the person this conversation is with.
    Lines,
}
