//! A report that may leave a team: no small group is in it, and none can be worked out.

use super::report::Report;

/// A report that may leave a team. Whatever is written outside the home takes nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared(Report);

impl Cleared {
    /// What of a report may leave a team.
    pub fn of(report: Report) -> Self {
        Self(report)
    }

    /// The report, with [`Count::Hidden`](super::report::Count::Hidden) where a number may not be said.
    pub fn report(&self) -> &Report {
        &self.0
    }
}
