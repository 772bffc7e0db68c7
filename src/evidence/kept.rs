//! What is kept beside the records, in the home's `evidence` folder.

use super::{baseline::Baseline, brought::Brought, feedback::Feedback, story::Story};

/// What is kept beside the records.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// What figures are set against.
    pub baselines: Vec<Baseline>,
    /// What was counted elsewhere.
    pub brought: Vec<Brought>,
    /// What people, families and staff said.
    pub feedback: Vec<Feedback>,
    /// The worker's own name: whoever asks what people thought should be somebody else.
    pub worker: Option<String>,
    /// Stories of difference.
    pub stories: Vec<Story>,
    /// The team's own list of what happens next, in its order.
    pub routes: Vec<String>,
    /// What could not be used, and why: a sentence each.
    pub troubles: Vec<String>,
}
