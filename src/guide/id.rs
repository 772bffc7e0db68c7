//! Names of things in a guide, each of its own type so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The stable name of a guide: `listen-and-connect`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GuideId(String);

/// The stable name of a topic inside its guide: `what-matters`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TopicId(String);

/// The stable name of a heading of a record: `what-next`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionId(String);

impl GuideId {
    /// The guide of a carer's own conversation.
    pub const CARER: &'static str = "carer";
    /// The guide of a call to ask what is happening.
    pub const UPDATE_CALL: &'static str = "update-call";

    /// Takes a name as it is; whether it is sound is the parser's business.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TopicId {
    /// The topic every conversation starts in, present in every guide.
    pub const JUST_LISTENING: &'static str = "just-listening";
    /// The topic of a time the family has to itself: the notes can be hidden for it.
    pub const FAMILY_TIME: &'static str = "family-time";

    /// Takes a name as it is; whether it is sound is the parser's business.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SectionId {
    /// The heading under which what was said by its topics' speakers stays as it was said, side by side.
    pub const WHERE_WE_DISAGREE: &'static str = "where-we-disagree";

    /// Takes a name as it is; whether it is sound is the parser's business.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GuideId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
