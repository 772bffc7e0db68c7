//! What figures are set against: another time, counted by somebody who says so.
//!
//! | file | what it does |
//! |---|---|
//! | `keys` | every key and column of a file, once |
//! | [`read`](mod@read), `rows`, `drafted` | a file to a baseline and every problem in one run: TOML, rows, and what both come to |
//! | `write` | a baseline to TOML |
//! | [`ask`] | the questions that make one on the line |
//! | `against` | before, now and the difference in a report, with what must be read with each |
//! | `warnings` | those sentences |

mod against;
pub mod ask;
mod drafted;
mod keys;
pub mod read;
mod rows;
mod warnings;
mod write;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::{compare::Share, measure::Figure, period::Period, report::WhoBefore};

pub use against::compare;
pub(super) use drafted::says_it_reaches_over;
pub use read::read;
pub use write::text_of;

/// The first day of the returns that councils make now. What was returned before was counted in another way.
pub(super) fn returns_changed() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 4, 1).unwrap_or_default()
}

/// Whether days reach over the day the returns changed.
pub(super) fn reaches_over_the_change(period: Period) -> bool {
    period.from() < returns_changed() && returns_changed() <= period.to()
}

/// The names of the columns of a baseline in rows, in order.
pub fn columns() -> impl Iterator<Item = &'static str> {
    keys::COLUMNS.iter().map(|column| column.name)
}

/// Figures of another time or place. Named, dated, and with who counted it.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// `North team, the same months last year`.
    pub name: String,
    /// The days it is about.
    pub period: Period,
    /// Who counted it.
    pub counted_by: String,
    /// It was counted from what councils return each year or quarter, which changed in April 2023.
    pub is_returned: bool,
    /// What must be read with it: `Site took one postcode; two extra workers.`
    pub read_with_care: Option<String>,
    /// Its figures.
    pub figures: Vec<Before>,
}

/// A figure as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// Which.
    pub figure: Figure,
    /// How it was counted. Where it differs from ours, the two are not the same thing.
    pub definition: String,
    /// What it was.
    pub amount: BeforeAmount,
    /// Those it counts, where they are known.
    pub who: Option<WhoBefore>,
}

/// What a figure was.
#[derive(Debug, Clone, PartialEq)]
pub enum BeforeAmount {
    /// So many of so many.
    Share(Share),
    /// Each value, as a conversation held the old way or a list has them.
    Values(Vec<f64>),
    /// Only the middle is known, of so many values; maybe the quartiles.
    Middle {
        /// How many values.
        n: usize,
        /// The middle one.
        median: f64,
        /// The lower and the upper quartile.
        quartiles: Option<(f64, f64)>,
    },
}
