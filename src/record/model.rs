//! The structure of a finished record, whatever file it is in.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{counted::Counted, inert, keeping::LookedAt, steady::Steadiness};
use crate::{
    conversation::{ConversationId, Detail, Link, Moment, PartOfAssessment},
    guide::Kind,
};

/// Header fields this version does not know, kept for the one that does.
pub type Extra = BTreeMap<String, Value>;

/// A finished record. Made by [`Record::from_conversation`] or [`read`](super::read()); every text in it is
/// [`as_written`](super::inert::as_written).
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The header.
    pub front: Front,
    /// `Talking with you, Joan`.
    pub title: String,
    /// Who, when and how; what the talk moved to; how the person likes to be contacted. A line each.
    pub intro: Vec<String>,
    /// The headings that hold something, in order.
    pub sections: Vec<Section>,
    /// What was added under the foot since, as Markdown, untouched.
    pub added: String,
}

/// The header of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// The conversation's name.
    pub id: ConversationId,
    /// The kind it began as.
    pub kind: Kind,
    /// The guide it began with: `listen-and-connect 2026.1`.
    pub guide: String,
    /// The guides it moved to, in order.
    pub moved: Vec<Moved>,
    /// `Joan M`.
    pub person: Option<String>,
    /// Who got in touch for them: `Carol (daughter)`.
    pub caller: Option<String>,
    /// How they like to be contacted, and what helps.
    pub contact: Option<String>,
    /// When it began.
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// `phone`.
    pub how: Option<String>,
    /// The worker.
    pub by: Option<String>,
    /// The person and who else was there: `Carol (daughter), from 14:31`.
    pub present: Vec<String>,
    /// Whether anything was added since.
    pub status: Status,
    /// How much of what was noted is in it.
    pub detail: Detail,
    /// The worker's own word on it.
    pub part_of_assessment: PartOfAssessment,
    /// Nothing of it may be sent to where the person lives.
    pub no_copy_home: bool,
    /// How and when the person had a copy.
    pub copy: Option<String>,
    /// The outcome route.
    pub route: Option<String>,
    /// What was noted for the figures.
    pub counted: Counted,
    /// How many notes are in the file kept apart.
    pub kept_apart: usize,
    /// Said when the record no longer stands. It is kept all the same.
    pub voided: Option<Voided>,
    /// The conversations it belongs to.
    pub linked: Vec<Link>,
    /// What was last said of whether it is steady.
    pub steady: Option<Steadiness>,
    /// Who looked at it since and kept it, in order.
    pub looked_at: Vec<LookedAt>,
    /// What was promised.
    pub next_steps: Vec<NextStep>,
    /// What a later version wrote.
    pub extra: Extra,
}

/// A move from one guide to another during the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The kind moved to.
    pub kind: Kind,
    /// The guide moved to: `crisis 2026.1`.
    pub guide: String,
    /// When.
    pub at: Moment,
}

/// That a record no longer stands. Written by hand it may say no more than that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voided {
    /// The day somebody said so.
    pub on: Option<NaiveDate>,
    /// Who.
    pub by: Option<String>,
    /// Why.
    pub because: Option<String>,
}

/// Whether a record stands as it was finished.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// Not finished.
    Draft,
    /// Finished.
    #[default]
    Final,
    /// Finished, and corrected or added to since.
    Amended,
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// `s1`, unique in its record.
    pub id: String,
    /// The sentence.
    pub what: String,
    /// Who does it, when that was said.
    pub who: Option<String>,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// The day stands for the week that begins on it.
    pub week: bool,
    /// At what time of that day.
    pub time: Option<NaiveTime>,
    /// What became of it.
    pub state: StepState,
    /// The last day it was first due, once it was moved to another: the day itself, or the Sunday of its week.
    pub agreed: Option<NaiveDate>,
    /// The day it was done, or was no longer needed.
    pub settled: Option<NaiveDate>,
    /// How often it was tried.
    pub tries: u32,
    /// How many things happened to it since the record was finished. Only rises.
    pub changes: u32,
    /// It is when the worker looks again at how somebody in a crisis is.
    pub again: bool,
    /// The check-in that was the looking again, where one was.
    pub check_in: Option<ConversationId>,
    /// What a later version wrote.
    pub extra: Extra,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not yet done.
    #[default]
    Open,
    /// Done.
    Done,
    /// Tried, and still to do.
    Tried,
    /// Moved to another day.
    Moved,
    /// No longer wanted.
    Dropped,
}

/// A heading and what is under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// `What matters to you`.
    pub heading: String,
    /// Never empty.
    pub entries: Vec<Entry>,
}

/// One note of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose words.
    pub voice: Voice,
    /// The words. Never empty.
    pub text: String,
    /// Added after the call.
    pub late: bool,
}

/// Whose words, or what kind of line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voice {
    /// What the person said, in the worker's words.
    Told,
    /// The person's own words.
    OwnWords,
    /// Somebody else's words.
    Others {
        /// `Carol`.
        speaker: String,
        /// As the record says it: `your daughter`.
        role: Option<String>,
        /// They are their own words. Else the worker put it in words.
        quoted: bool,
    },
    /// What the worker saw or noticed.
    Saw,
    /// What the worker thinks.
    View {
        /// The worker.
        by: Option<String>,
        /// That day.
        on: NaiveDate,
    },
    /// A promise of the header.
    Step {
        /// Its id there.
        id: String,
    },
    /// Money from the small budget; its text begins with the amount, and the header counts it.
    Spend {
        /// The amount.
        pence: u32,
    },
    /// Something to come back to.
    ComeBack,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Final, Self::Amended];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Final => "final",
            Self::Amended => "amended",
        }
    }
}

impl StepState {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Done,
        Self::Tried,
        Self::Moved,
        Self::Dropped,
    ];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Tried => "tried",
            Self::Moved => "moved",
            Self::Dropped => "dropped",
        }
    }
}

impl Record {
    /// How many words there are under its headings.
    pub fn words(&self) -> usize {
        let entries = self.sections.iter().flat_map(|section| &section.entries);
        entries
            .map(|entry| entry.text.split_whitespace().count())
            .sum()
    }
}

impl Voided {
    /// As a record holds it: what was typed is on one line, and nothing in it acts.
    pub(super) fn new(at: Moment, by: Option<&str>, why: &str) -> Self {
        let line = |text: &str| Some(inert::on_one_line(text)).filter(|text| !text.is_empty());
        Self {
            on: Some(at.date_naive()),
            by: by.and_then(line),
            because: line(why),
        }
    }
}

impl NextStep {
    /// The last day it can be kept on in time: its own, or the Sunday of its week.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let days = if self.week { 6 } else { 0 };
        self.due?.checked_add_days(Days::new(days))
    }
}

impl Front {
    /// Whether somebody said that the record no longer stands. It is kept all the same.
    pub fn is_void(&self) -> bool {
        self.voided.is_some()
    }

    /// The kind it was when it ended.
    pub fn kind_now(&self) -> Kind {
        self.moved.last().map_or(self.kind, |moved| moved.kind)
    }

    /// The promise with this id.
    pub fn step(&self, id: &str) -> Option<&NextStep> {
        self.next_steps.iter().find(|step| step.id == id)
    }
}
