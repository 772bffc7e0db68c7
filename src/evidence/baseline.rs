//! What figures are set against: another time, counted by somebody who says so.

use super::{compare::Share, measure::Figure, period::Period};

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
