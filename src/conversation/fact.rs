//! What a note says for the figures, beside its words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a note says for the figures. Said by a command, never worked out from the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The person first got in touch on this day.
    Contacted(NaiveDate),
    /// This colleague took it on.
    HandedOver(String),
    /// It was talked over with this colleague.
    TalkedOver(String),
}

impl Fact {
    /// A note's words without what says the fact: why somebody else took it on, what was decided.
    pub fn told<'a>(&self, text: &'a str) -> Option<&'a str> {
        let name = match self {
            Self::Contacted(_) => return None,
            Self::HandedOver(name) | Self::TalkedOver(name) => name,
        };
        let (before, after) = text.split_once(':').unwrap_or(("", text));
        let told = if before.ends_with(name.as_str()) {
            after
        } else {
            text
        };
        Some(told.trim())
            .filter(|told| !told.is_empty() && !told.trim_end_matches('.').ends_with(name.as_str()))
    }
}
