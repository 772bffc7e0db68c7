//! A report: what the records of some days add up to, and what stands beside it.
//!
//! Every number that counts people or things is a [`Count`], so that one that must not leave a team can be hidden where
//! it stands. Whoever is counted is known by a number that means nothing outside ([`Members`]): from those it is
//! worked out what may be shown (see [`hide`](mod@super::hide)). What is drawn on the team's own screen hides nothing.

mod known;
mod within;

use chrono::NaiveDate;
use roaring::RoaringBitmap;

use super::{
    brought::What,
    compare::{Interval, Went},
    measure::{Figure, MeasureId, Unit},
    period::Period,
    spread::Spread,
    story::Story,
};
pub use known::{Known, KnownBy, known_of};

/// What the records of some days add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The days it is about.
    pub period: Period,
    /// The day it was made: what comes after is in no figure.
    pub made: NaiveDate,
    /// What was counted, and what was not.
    pub counted: Counted,
    /// Every measure, in the order of [`MeasureId::ALL`].
    pub measures: Vec<Measure>,
    /// Stories that may be shown on the day of the report.
    pub stories: Vec<Story>,
    /// Kept beside the records and not used, and why: a sentence each.
    pub troubles: Vec<String>,
}

/// What was counted, and what was not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counted {
    /// Finished conversations that began in the period and stand.
    pub conversations: Count,
    /// People they were with whose name is known.
    pub people: Count,
    /// Conversations that name nobody: each counts as a conversation, and as no person.
    pub unnamed: Count,
    /// Which those are.
    pub nameless: Members,
    /// Records of the period that no longer stand. They count nowhere else.
    pub voided: Count,
    /// Who or what each number of a population stands for. Never in what is exported.
    pub known: KnownBy,
    /// Conversations held the old way. They count in baselines alone.
    pub old_way: Count,
    /// Which those are, by their numbers in the baselines they make.
    pub held_old_way: Members,
    /// Records that could not be read, by name. They are in no figure. In what is exported only how many there are.
    pub unreadable: Vec<String>,
    /// How many that is.
    pub unreadable_count: usize,
    /// Finished conversations of any day that stand, so that a screen of days without any does not say there are
    /// none. Never in what is exported.
    pub of_any_day: usize,
    /// The home is sealed and the key is not open: nothing could be counted.
    pub sealed: bool,
}

/// How many, or that it may not be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Is(usize),
    /// Fewer than [`SMALLEST`](super::hide::SMALLEST), or what would give such a number away.
    Hidden,
}

/// Who or what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Population {
    /// People whose name is known.
    People,
    /// Finished conversations.
    Conversations,
    /// Promises.
    NextSteps,
    /// Crises, each with its check-ins.
    Crises,
    /// Hand-offs.
    HandOffs,
    /// Spends.
    Spends,
    /// Connections.
    Connections,
    /// Notes of what mattered.
    Mattered,
    /// People and families who answered.
    Answers,
    /// Staff who answered.
    StaffAnswers,
    /// Counted by somebody else: only that one number is known.
    Elsewhere,
}

/// Those in a group, by their number in their population.
pub type Members = RoaringBitmap;

/// One measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Which.
    pub id: MeasureId,
    /// Its tables; the first is what the chart draws.
    pub tables: Vec<Table>,
    /// How its values spread.
    pub spreads: Vec<Summary>,
    /// Sums of money.
    pub sums: Vec<Sum>,
    /// What can be set against another time.
    pub figures: Vec<Now>,
    /// What it is set against, when there is a baseline.
    pub comparisons: Vec<Comparison>,
    /// What else must be read with it, a sentence each. None says how many anybody counted here: [`CountNote`]s do.
    pub read_with: Vec<String>,
    /// What was left out of it, and how many those are.
    pub noted: Vec<CountNote>,
}

/// What must be read with a measure and says how many: the words are made when it is said, so that none holds a number
/// that may not be.
#[derive(Debug, Clone, PartialEq)]
pub struct CountNote {
    /// What it says.
    pub about: NoteAbout,
    /// Who or what is counted.
    pub of: Population,
    /// How many.
    pub count: Count,
    /// Which.
    pub members: Members,
}

/// What a note says of those it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteAbout {
    /// Next steps that are done, on a day that nobody noted.
    DoneOnNoDay,
    /// Conversations that say the person got in touch after they began.
    ContactedAfter,
    /// Conversations that name nobody, where it matters who came back.
    NobodyNamed,
    /// Of how many something was counted elsewhere.
    BroughtIn {
        /// What.
        what: What,
        /// What it was, when, and who counted it.
        who: String,
        /// How, where that was said.
        how: Option<String>,
    },
}

/// A population, or part of one, in groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows: `How long until the next step happened`.
    pub title: String,
    /// The same in a file's name and a column: `days`. Unique in its measure.
    pub name: &'static str,
    /// Who or what is counted.
    pub of: Population,
    /// The groups, in the order they are drawn. Where they are disjoint, the total is that of the table.
    pub groups: Vec<Group>,
    /// How many in all the groups together.
    pub total: Count,
    /// Too fine for anything that leaves the team, such as weeks: it is drawn on the screen alone.
    pub screen_only: bool,
}

/// A group of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// `Same day`.
    pub name: String,
    /// The second name where a table has two ways of grouping: the kind, of a week. Drawn as parts of one bar.
    pub part: Option<String>,
    /// The name is what somebody typed. Such a name is never in what leaves a team: the group goes with the others.
    pub typed: bool,
    /// How many.
    pub count: Count,
    /// Who or what is in it. Empty where somebody else counted.
    pub members: Members,
}

/// How the values of something spread.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// `Days from first contact to the conversation`.
    pub title: String,
    /// Which figure it is.
    pub figure: Option<Figure>,
    /// What a value counts.
    pub unit: Unit,
    /// Who or what has a value.
    pub of: Population,
    /// How many have a value.
    pub n: Count,
    /// Median and quartiles; none where nothing has a value, or it may not be said.
    pub spread: Option<Spread>,
    /// Who or what has a value.
    pub members: Members,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// `All spends`.
    pub title: String,
    /// In pence; none where it may not be said.
    pub pence: Option<u64>,
    /// How many were added up.
    pub n: Count,
    /// What was added up.
    pub of: Population,
    /// Which.
    pub members: Members,
}

/// A figure as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// Which.
    pub figure: Figure,
    /// Who or what is counted.
    pub of: Population,
    /// What it is.
    pub amount: NowAmount,
}

/// What a figure is now.
#[derive(Debug, Clone, PartialEq)]
pub enum NowAmount {
    /// So many of so many.
    Share {
        /// How many.
        count: Count,
        /// Of how many.
        of: Count,
        /// Those in it.
        members: Members,
        /// Those that might have been.
        others: Members,
    },
    /// Values, in no order. Empty where they may not be said.
    Values {
        /// How many there are.
        n: Count,
        /// Each of them.
        values: Vec<f64>,
        /// Who or what has one.
        members: Members,
    },
}

/// Before, now, and the difference, in that order.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Which figure.
    pub figure: Figure,
    /// The name of the baseline.
    pub name: String,
    /// The days it is about.
    pub period: Period,
    /// Who counted it.
    pub counted_by: String,
    /// How it was counted, where that was said.
    pub definition: Option<String>,
    /// Before.
    pub before: Amount,
    /// Now.
    pub now: Amount,
    /// How far it may have moved: a share from -1 to 1, values in their unit. None where it cannot or may not be said.
    pub interval: Option<Interval>,
    /// Which way it went; none where that cannot or may not be said.
    pub went: Option<Went>,
    /// What must be read with it, a sentence each. None says how many are counted: that is said of the two amounts.
    pub warnings: Vec<String>,
    /// Those it counted before, where that is known.
    pub who: Option<WhoBefore>,
}

/// Those a figure of before counts, as conversations held the old way have them.
#[derive(Debug, Clone, PartialEq)]
pub struct WhoBefore {
    /// Who or what is counted. Conversations have a number among all that were held the old way, others among those of
    /// one baseline.
    pub of: Population,
    /// Those in it, or those with a value.
    pub members: Members,
    /// Those that might have been.
    pub others: Members,
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// So many of so many.
    Share {
        /// How many.
        count: Count,
        /// Of how many.
        of: Count,
    },
    /// The middle of so many values, and the quarters where they are known.
    Median {
        /// How many values.
        n: Count,
        /// The middle; none where it may not be said.
        median: Option<f64>,
        /// The lower and the upper quartile.
        quartiles: Option<(f64, f64)>,
    },
}

impl Population {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::People,
        Self::Conversations,
        Self::NextSteps,
        Self::Crises,
        Self::HandOffs,
        Self::Spends,
        Self::Connections,
        Self::Mattered,
        Self::Answers,
        Self::StaffAnswers,
        Self::Elsewhere,
    ];

    /// The name in files: `next-steps`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Conversations => "conversations",
            Self::NextSteps => "next-steps",
            Self::Crises => "crises",
            Self::HandOffs => "hand-offs",
            Self::Spends => "spends",
            Self::Connections => "connections",
            Self::Mattered => "mattered",
            Self::Answers => "answers",
            Self::StaffAnswers => "staff-answers",
            Self::Elsewhere => "elsewhere",
        }
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::Is(0)
    }
}

impl Count {
    /// How many are in a group.
    pub fn of(members: &Members) -> Self {
        Self::Is(usize::try_from(members.len()).unwrap_or(usize::MAX))
    }

    /// So many less so many; it may not be said where either may not.
    fn without(self, less: Self) -> Self {
        match (self, less) {
            (Self::Is(count), Self::Is(less)) => Self::Is(count.saturating_sub(less)),
            _ => Self::Hidden,
        }
    }

    /// So many; none where it may not be said.
    pub fn known(self) -> Option<usize> {
        match self {
            Self::Is(count) => Some(count),
            Self::Hidden => None,
        }
    }
}

impl CountNote {
    /// A note of these; none of nobody.
    pub fn of(about: NoteAbout, of: Population, members: Members) -> Option<Self> {
        let count = Count::of(&members);
        (!members.is_empty()).then_some(Self {
            about,
            of,
            count,
            members,
        })
    }
}
