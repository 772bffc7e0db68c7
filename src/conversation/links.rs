//! How one conversation belongs to another: each keeps its own record, and names the other by its id alone.

use serde::{Deserialize, Serialize};

use super::ConversationId;

/// One conversation as another names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The other one.
    pub to: ConversationId,
    /// What this one is to it.
    pub tie: Tie,
}

/// What a conversation is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// A contact of a crisis that began with the other.
    CheckInOn,
    /// The crisis the other looks in on.
    CheckedBy,
    /// The own conversation of somebody who cares for the person of the other.
    CarerOf,
    /// The conversation of the person the other's person cares for.
    CaredForBy,
}

impl Tie {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::CheckInOn,
        Self::CheckedBy,
        Self::CarerOf,
        Self::CaredForBy,
    ];

    /// The words in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::CheckInOn => "check-in on",
            Self::CheckedBy => "has check-in",
            Self::CarerOf => "carer's own, beside",
            Self::CaredForBy => "has carer's own",
        }
    }

    /// What the other is to this one.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::CheckInOn => Self::CheckedBy,
            Self::CheckedBy => Self::CheckInOn,
            Self::CarerOf => Self::CaredForBy,
            Self::CaredForBy => Self::CarerOf,
        }
    }
}

impl Link {
    /// The same from the other side, which `from` names.
    #[must_use]
    pub fn turned(&self, from: &ConversationId) -> Self {
        Self {
            to: from.clone(),
            tie: self.tie.turned(),
        }
    }
}
