//! What records cannot know, brought in from a small file: long-term support started, complaints, cost.

mod read;

#[cfg(test)]
mod tests;

use super::{measure::Figure, period::Period};

pub use read::{columns, marked, read, without};

/// One number that somebody else counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// What was counted.
    pub what: What,
    /// The days it is about.
    pub period: Period,
    /// How many, or how much.
    pub amount: BroughtAmount,
    /// Who counted it.
    pub counted_by: String,
    /// How.
    pub definition: Option<String>,
    /// It was counted from what councils return each year or quarter, which changed in April 2023.
    pub is_returned: bool,
}

/// What was counted elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// People who started long-term support, of people who had a conversation.
    LongTermSupportStarted,
    /// People who went from hospital straight into a care home for good, of those who left hospital.
    HospitalToCareHome,
    /// Complaints.
    Complaints,
    /// Safeguarding concerns.
    SafeguardingConcerns,
    /// Support that costs more than before, over a full year.
    CostUp,
    /// Support that costs less than before, over a full year.
    CostDown,
}

/// How many, or how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BroughtAmount {
    /// So many, of so many where that is known.
    Count {
        /// How many.
        count: usize,
        /// Of how many.
        of: Option<usize>,
    },
    /// Money, in pence.
    Pence(u64),
}

impl What {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::LongTermSupportStarted,
        Self::SafeguardingConcerns,
        Self::Complaints,
        Self::HospitalToCareHome,
        Self::CostUp,
        Self::CostDown,
    ];

    /// The name in files: `long-term-support-started`.
    pub fn name(self) -> &'static str {
        match self {
            Self::LongTermSupportStarted => "long-term-support-started",
            Self::HospitalToCareHome => "hospital-to-care-home",
            Self::Complaints => "complaints",
            Self::SafeguardingConcerns => "safeguarding-concerns",
            Self::CostUp => "cost-up",
            Self::CostDown => "cost-down",
        }
    }

    /// Whether it is money, and not so many.
    pub fn is_money(self) -> bool {
        matches!(self, Self::CostUp | Self::CostDown)
    }

    /// The figure it is, where it is so many of so many: without the second it is a count alone.
    pub fn figure(self) -> Option<Figure> {
        match self {
            Self::LongTermSupportStarted => Some(Figure::LongTermStarted),
            Self::HospitalToCareHome => Some(Figure::HospitalToCareHome),
            Self::Complaints | Self::SafeguardingConcerns | Self::CostUp | Self::CostDown => None,
        }
    }
}

impl Brought {
    /// Whether the two count some of the same days of the same thing: added up, those would count twice.
    pub fn counts_twice_with(&self, other: &Self) -> bool {
        self.what == other.what && self.period.overlaps(other.period)
    }
}
