//! Whose promise a next step is, from the names in its record.

use serde::{Deserialize, Serialize};

use super::name_gone_by;

/// Whose promise it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doer {
    /// The worker who had the conversation.
    Worker,
    /// The person it was with.
    Person,
    /// Somebody else.
    Other,
    /// Nobody was named.
    NotSaid,
}

impl Doer {
    /// Whose a promise is, from the names in its record.
    pub fn of(who: Option<&str>, by: Option<&str>, person: Option<&str>) -> Self {
        let Some(who) = who else {
            return Self::NotSaid;
        };
        let person = person.and_then(name_gone_by);
        if by == Some(who) || who == "Me" {
            Self::Worker
        } else if person.as_deref() == Some(who) || who == "You" {
            Self::Person
        } else {
            Self::Other
        }
    }
}
