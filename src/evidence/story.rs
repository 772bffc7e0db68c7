//! A story of difference (practice.md 5.2): drafted by choosing lines of a finished record, told without names, and
//! shown only while whoever it is about says it may be.

use chrono::NaiveDate;

/// A story of difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its file's name without the ending. It says nothing of whose story it is.
    pub id: String,
    /// The eight parts, in the order of [`PARTS`]; empty where nothing was written.
    pub parts: [String; PARTS.len()],
    /// How it went. Stories that went badly are wanted as much.
    pub went: Told,
    /// Who said yes, to what, until when. Without it a story is shown to nobody.
    pub permission: Option<Permission>,
}

/// The ninth part: who said yes to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Who said yes, without a name: `the person`, `her daughter, who holds power of attorney`.
    pub given_by: String,
    /// The day they did.
    pub on: NaiveDate,
    /// What it may be used for: `team meetings and the report to councillors`.
    pub to_use: String,
    /// The last day it may be used.
    pub until: NaiveDate,
    /// The day it was taken back.
    pub withdrawn: Option<NaiveDate>,
}

/// How it went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Told {
    /// Better.
    Better,
    /// Not better, or worse.
    Badly,
    /// Some of it, or nobody knows yet.
    #[default]
    Open,
}

/// The parts a story has, in order.
pub const PARTS: [&str; 8] = [
    "Who",
    "What was going on",
    "What we used to do",
    "What happened instead",
    "What is different now",
    "What it took",
    "What did not work, or we do not know yet",
    "What we learned",
];

impl Story {
    /// Whether it may be shown on this day.
    pub fn may_be_shown(&self, on: NaiveDate) -> bool {
        let permission = self.permission.as_ref();
        permission.is_some_and(|given| {
            given.withdrawn.is_none() && (given.on..=given.until).contains(&on)
        })
    }
}
