//! What records cannot know, brought in from a small file: long-term support started, complaints, cost.

use super::period::Period;

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
