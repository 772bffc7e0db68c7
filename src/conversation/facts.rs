//! Who is talking, how, and what has been agreed about the record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Link, Moment, Steady};

/// What is known of the conversation itself. Everything is optional; nothing is asked first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Who it is with: `Joan M`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Who got in touch for them, when it was somebody else. Until the person is on the line too, what is told is theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caller: Option<Caller>,
    /// How they like to be contacted and what helps: `Ring the landline. Hears better on the left.` Shown first, always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The day the person first got in touch. A line of its own under the title: it is known of the conversation, and
    /// whoever rang for them can still be named after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacted: Option<NaiveDate>,
    /// How the talk was held: `phone`, `home`, `ward`, `video`, or the worker's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// The worker's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Who else was there, in the order they came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Presence>,
    /// Nothing about this talk may be sent to where the person lives. Beats every default.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_copy_home: bool,
    /// Whether the worker says the record also serves as part of the formal process the law names.
    pub part_of_assessment: PartOfAssessment,
    /// How and when the person had a copy: `large print, by post, 2026-03-11`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<String>,
    /// The outcome route from the team's list: `connected locally`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// It is held the old way, to have something to compare with: the name of the baseline it counts in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_way: Option<String>,
    /// The conversations it belongs to, in the order that was said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What the worker last said of whether it is steady.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steady: Option<Steady>,
}

/// Somebody who got in touch for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// `Carol`.
    pub name: String,
    /// `daughter`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// Somebody else in the talk; or the person, when they came later or left before the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// `Carol`.
    pub name: String,
    /// `daughter`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// When they joined; `None` is from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    /// When they left; `None` is to the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Moment>,
}

/// The worker's own word on it; never worked out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartOfAssessment {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Not said.
    #[default]
    Unsure,
}

impl PartOfAssessment {
    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
        }
    }
}

impl Facts {
    /// The person's initials, at most three: all that Home shows of a name. Empty when nobody is named.
    pub fn initials(&self) -> String {
        let name = self.person.as_deref().unwrap_or_default();
        name.split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(3)
            .flat_map(char::to_uppercase)
            .collect()
    }
}
