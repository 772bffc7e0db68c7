//! A report that may leave a team: no small group is in it, and none can be worked out.
//!
//! What somebody typed is not in it either, but for the name of a baseline that was handed in and who counted it, stories that may be shown, and
//! the names on the team's own lists. Nor is any single value: a minute, a day, a spend,
//! and so no middle of fewer than ten; what others
//! have of them is rounded to whole units.

mod counts;
mod shape;

#[cfg(test)]
mod tests;

use super::{package::Rows, report::Report};

/// A report that may leave a team. Whatever is written outside the home takes nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    report: Report,
    rows: Option<Rows>,
}

impl Cleared {
    /// What of a report may leave a team.
    pub fn of(report: Report) -> Self {
        let mut report = report;
        shape::only_what_is_counted(&mut report);
        counts::hide(&mut report, None);
        shape::in_order_of_what_is_shown(&mut report);
        Self { report, rows: None }
    }

    /// The same with a row for each person and conversation under a pseudonym, so that several teams' can be put
    /// together. What a reader learns by counting those rows hides more of the report where it must.
    pub fn with_rows(report: Report, rows: Rows) -> Self {
        let mut report = report;
        shape::only_what_is_counted(&mut report);
        let rows = rows.in_classes();
        counts::hide(&mut report, Some(&rows));
        shape::in_order_of_what_is_shown(&mut report);
        Self {
            report,
            rows: Some(rows),
        }
    }

    /// The report, with [`Count::Hidden`](super::report::Count::Hidden) where a number may not be said.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The rows that go with it.
    pub fn rows(&self) -> Option<&Rows> {
        self.rows.as_ref()
    }
}
