//! What makes a conversation a role-play: nothing in it is real, and its journal says so in its first line.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ConversationId;

/// What is written first in the journal of a role-play, for whoever opens the file.
pub const NOT_REAL: &str = "Practice   Not real";

/// The role-play a conversation belongs to, and whose part in it this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// Always [`NOT_REAL`], whatever was read.
    #[serde(default)]
    pub not_real: NotReal,
    /// The stable name of the scenario.
    pub scenario: String,
    /// The scenario's title as it was that day.
    pub title: String,
    /// Whose part this is.
    pub part: Part,
    /// The try this one took up again from a moment of, when it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
}

impl Practised {
    /// Which try this is, the first being 1.
    pub fn try_number(&self) -> u32 {
        self.again.as_ref().map_or(1, |again| again.nth)
    }
}

/// Which side of the wall something is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// People's lives.
    Life,
    /// Role-play. Nothing in it is real.
    Practice,
}

/// Whose part of a role-play a conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Somebody listens and takes notes, while somebody else plays the person.
    Listener,
    /// Somebody watches and counts.
    Observer,
    /// Somebody listens on her own: the person answers from the card.
    Alone,
}

/// The moment of an earlier try that another one took up from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The earlier try, which stays as it is.
    pub of: ConversationId,
    /// Which try this is, the first being 1.
    pub nth: u32,
    /// How many notes both have.
    pub notes: usize,
}

/// The words every file of a role-play begins with. It holds nothing: there is only one thing to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NotReal;

impl Serialize for NotReal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(NOT_REAL)
    }
}

impl<'de> Deserialize<'de> for NotReal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|_| Self)
    }
}
