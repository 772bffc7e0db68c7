//! What is measured, and which figures of it a baseline may have.
//!
//! The measures are those innovation sites collect (practice.md 5.1). A figure is what can be set against another time:
//! a share, or values with a middle.

use serde::{Deserialize, Serialize};

/// What is measured, in the order it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureId {
    /// People and conversations by kind, each week, and movement between kinds.
    Kinds,
    /// How long until the next step happened; kept, late, dropped.
    NextSteps,
    /// Days from first contact to the day the conversation began.
    FirstTalk,
    /// People back within 3, 9 and 12 months of a listen-and-connect.
    Back,
    /// Long-term support started, complaints, safeguarding concerns, cost: brought in from elsewhere.
    Elsewhere,
    /// What happened next, from the team's list.
    Routes,
    /// How often somebody else took it on.
    HandOffs,
    /// Contacts and days until somebody in crisis was steady.
    Crises,
    /// Spends from the small budget.
    Spends,
    /// Connections made, by kind.
    Connections,
    /// What mattered most, by topic.
    Mattered,
    /// Who had a copy.
    Copies,
    /// Words in a record against minutes of talk.
    Length,
    /// Talked over with colleagues.
    TalkedOver,
    /// What people and families said.
    Said,
    /// What staff said.
    Staff,
}

/// A figure that can be set against another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Share of conversations that were a crisis when they ended.
    Crisis,
    /// Share of conversations that moved to another kind.
    Moved,
    /// Share of next steps done by the day first agreed, of those whose day is over.
    DoneByDay,
    /// Days from a promise to the day it was kept.
    DaysToNextStep,
    /// Share of conversations that began within 3 days of first contact, of those that say when that was.
    TalkWithin3Days,
    /// Days from first contact to the day the conversation began.
    DaysToFirstTalk,
    /// Share of people back within 3 months of a listen-and-connect.
    BackWithin3Months,
    /// The same within 9 months.
    BackWithin9Months,
    /// The same within 12 months.
    BackWithin12Months,
    /// Share of people having a conversation who started long-term support.
    LongTermStarted,
    /// Share of people leaving hospital who went straight into a care home for good.
    HospitalToCareHome,
    /// Share of conversations somebody else took on.
    HandedOver,
    /// Share of crises that became steady.
    Steady,
    /// Days from the beginning of a crisis until it was steady.
    DaysToSteady,
    /// Contacts in a crisis until it was steady.
    ContactsToSteady,
    /// Share of conversations with a spend from the small budget.
    Spent,
    /// Share of conversations in which a connection was made.
    Connected,
    /// Share of conversations of which the person had a copy.
    HadCopy,
    /// Words in a record.
    Words,
    /// Minutes of talk.
    TalkMinutes,
    /// Share of conversations talked over with a colleague.
    TalkedOver,
}

/// What a figure is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// So many of so many.
    Share,
    /// Values in this unit.
    Values(Unit),
}

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Days,
    /// Minutes.
    Minutes,
    /// Words.
    Words,
    /// Contacts.
    Contacts,
    /// Pounds, to the penny.
    Pounds,
}

impl MeasureId {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 16] = [
        Self::Kinds,
        Self::NextSteps,
        Self::FirstTalk,
        Self::Back,
        Self::Elsewhere,
        Self::Routes,
        Self::HandOffs,
        Self::Crises,
        Self::Spends,
        Self::Connections,
        Self::Mattered,
        Self::Copies,
        Self::Length,
        Self::TalkedOver,
        Self::Said,
        Self::Staff,
    ];

    /// The name in files: `next-steps`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kinds => "kinds",
            Self::NextSteps => "next-steps",
            Self::FirstTalk => "first-talk",
            Self::Back => "back",
            Self::Elsewhere => "elsewhere",
            Self::Routes => "routes",
            Self::HandOffs => "hand-offs",
            Self::Crises => "crises",
            Self::Spends => "spends",
            Self::Connections => "connections",
            Self::Mattered => "mattered",
            Self::Copies => "copies",
            Self::Length => "length",
            Self::TalkedOver => "talked-over",
            Self::Said => "said",
            Self::Staff => "staff",
        }
    }

    /// What must stand beside it wherever it is shown: fewer people back can mean better lives or people turned away.
    pub fn beside(self) -> &'static [Self] {
        match self {
            Self::Back => &[Self::Elsewhere, Self::Said],
            _ => &[],
        }
    }
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Crisis,
        Self::Moved,
        Self::DoneByDay,
        Self::DaysToNextStep,
        Self::TalkWithin3Days,
        Self::DaysToFirstTalk,
        Self::BackWithin3Months,
        Self::BackWithin9Months,
        Self::BackWithin12Months,
        Self::LongTermStarted,
        Self::HospitalToCareHome,
        Self::HandedOver,
        Self::Steady,
        Self::DaysToSteady,
        Self::ContactsToSteady,
        Self::Spent,
        Self::Connected,
        Self::HadCopy,
        Self::Words,
        Self::TalkMinutes,
        Self::TalkedOver,
    ];

    /// The name in files: `days-to-first-talk`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Crisis => "crisis",
            Self::Moved => "moved",
            Self::DoneByDay => "done-by-day",
            Self::DaysToNextStep => "days-to-next-step",
            Self::TalkWithin3Days => "talk-within-3-days",
            Self::DaysToFirstTalk => "days-to-first-talk",
            Self::BackWithin3Months => "back-within-3-months",
            Self::BackWithin9Months => "back-within-9-months",
            Self::BackWithin12Months => "back-within-12-months",
            Self::LongTermStarted => "long-term-started",
            Self::HospitalToCareHome => "hospital-to-care-home",
            Self::HandedOver => "handed-over",
            Self::Steady => "steady",
            Self::DaysToSteady => "days-to-steady",
            Self::ContactsToSteady => "contacts-to-steady",
            Self::Spent => "spent",
            Self::Connected => "connected",
            Self::HadCopy => "had-copy",
            Self::Words => "words",
            Self::TalkMinutes => "talk-minutes",
            Self::TalkedOver => "talked-over",
        }
    }

    /// The figure of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }

    /// The measure it is a figure of.
    pub fn measure(self) -> MeasureId {
        match self {
            Self::Crisis | Self::Moved => MeasureId::Kinds,
            Self::DoneByDay | Self::DaysToNextStep => MeasureId::NextSteps,
            Self::TalkWithin3Days | Self::DaysToFirstTalk => MeasureId::FirstTalk,
            Self::BackWithin3Months | Self::BackWithin9Months | Self::BackWithin12Months => {
                MeasureId::Back
            }
            Self::LongTermStarted | Self::HospitalToCareHome => MeasureId::Elsewhere,
            Self::HandedOver => MeasureId::HandOffs,
            Self::Steady | Self::DaysToSteady | Self::ContactsToSteady => MeasureId::Crises,
            Self::Spent => MeasureId::Spends,
            Self::Connected => MeasureId::Connections,
            Self::HadCopy => MeasureId::Copies,
            Self::Words | Self::TalkMinutes => MeasureId::Length,
            Self::TalkedOver => MeasureId::TalkedOver,
        }
    }

    /// What it is made of.
    pub fn shape(self) -> Shape {
        match self {
            Self::DaysToNextStep | Self::DaysToFirstTalk | Self::DaysToSteady => {
                Shape::Values(Unit::Days)
            }
            Self::ContactsToSteady => Shape::Values(Unit::Contacts),
            Self::Words => Shape::Values(Unit::Words),
            Self::TalkMinutes => Shape::Values(Unit::Minutes),
            _ => Shape::Share,
        }
    }
}
