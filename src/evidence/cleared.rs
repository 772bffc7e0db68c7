//! A report that may leave a team: no small group is in it, and none can be worked out.
//!
//! What somebody typed is not in it either, but for the name of a baseline that was handed in and who counted it, stories that may be shown, and
//! the names on the team's own lists. Nor is any single value: a minute, a day, a spend,
//! and so no middle of fewer than ten; what others have of them is rounded to whole units. Nor can any of that be worked
//! out from it and from what was given before.

mod counts;
mod given;
mod shape;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{package::Rows, period::Period, report::Report};
pub use given::Given;

/// A report that may leave a team. Whatever is written outside the home takes nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    report: Report,
    rows: Option<Rows>,
    given: Given,
    beside: Vec<Period>,
}

impl Cleared {
    /// What of a report may leave a team that gave nothing before.
    pub fn of(report: Report) -> Self {
        Self::beside(report, None, &[])
    }

    /// What of it may leave beside what was given `before`. With `rows`, one for each person and conversation under a
    /// pseudonym, several teams' can be put together: what a reader learns by counting those hides more of the report
    /// where it must.
    pub fn beside(report: Report, rows: Option<Rows>, before: &[Given]) -> Self {
        let mut report = report;
        shape::only_what_is_counted(&mut report);
        let mut rows = rows.map(Rows::in_classes);
        let given = counts::hide(&mut report, &mut rows, before);
        shape::in_order_of_what_is_shown(&mut report);
        let others = given::beside(before, given.period()).into_iter();
        let others = others.filter(|one| **one != given).map(Given::period);
        let beside: BTreeSet<Period> = others.collect();
        Self {
            report,
            rows,
            given,
            beside: beside.into_iter().collect(),
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

    /// The days of what was given before that it is held against, unless the very same was given; the earliest first.
    pub fn held_against(&self) -> &[Period] {
        &self.beside
    }

    /// What is given by it: to be remembered before it goes.
    pub fn given(&self) -> &Given {
        &self.given
    }
}
