//! Before, now and the difference, in that order, as practice.md 5.1 draws it. "No clear change" is as easy to say as
//! "down".

use super::numbers::{NOT_SHOWN, NOTHING, amount, bare, count, share};
use crate::{
    evidence::{
        compare::{FEW, Interval, Went},
        measure::{Figure, Shape, Unit},
        report::{Amount, Comparison},
    },
    text,
};

/// Under so many values on a side nobody can say how far a middle moved.
const FEWEST_VALUES: usize = 5;

/// A comparison in words, in the order it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// `Before (north team, April to June 2025): 31 of 112 (28%)`.
    pub before: String,
    /// `Now: 39 of 64 (61%)`.
    pub now: String,
    /// `Up 33 in every 100. It may well be anything from up 18 to up 46.` or `No clear change. ...`.
    pub difference: String,
    /// How it was counted, who counted it, and what must be read with it: a sentence or two each.
    pub read_with: Vec<String>,
}

/// Before, now and the difference, in words.
pub fn comparison(comparison: &Comparison) -> Compared {
    let unit = match comparison.figure.shape() {
        Shape::Values(unit) => Some(unit),
        Shape::Share => None,
    };
    let definition = match &comparison.definition {
        Some(definition) => format!("Before, counted: {definition}"),
        None => "Nobody said how before was counted.".to_owned(),
    };
    let counted_by = comparison.counted_by.trim_end_matches('.');
    let counted_by = match counted_by.strip_prefix("Counted ") {
        Some(_) => format!("{counted_by}."),
        None => format!("Counted by {counted_by}."),
    };
    let read_with = [definition, counted_by];
    Compared {
        before: format!(
            "Before ({}, {}): {}",
            text::shown(&comparison.name),
            comparison.period.name(),
            side(&comparison.before, unit)
        ),
        now: format!("Now: {}", side(&comparison.now, unit)),
        difference: difference(comparison, unit),
        read_with: read_with
            .iter()
            .chain(&warnings(comparison))
            .map(|said| text::shown(said).into_owned())
            .collect(),
    }
}

/// What must be read with a comparison: first how few there are, as far as that may be said.
pub fn warnings(comparison: &Comparison) -> Vec<String> {
    let mut all = few(comparison.figure, comparison.before, comparison.now);
    all.extend(comparison.warnings.iter().cloned());
    all
}

fn few(figure: Figure, was: Amount, is: Amount) -> Vec<String> {
    let sides = [("Before", n(was)), ("Now", n(is))];
    let said = sides.into_iter().filter_map(|(side, n)| {
        let n = n?;
        let is_share = figure.shape() == Shape::Share;
        Some(match n {
            0 => format!("{side} there is nothing to count, so there is nothing to compare."),
            n if is_share && n < FEW => format!(
                "{side} is of {n}. Under 10 there is no percentage, and chance alone moves it far."
            ),
            n if !is_share && n < FEWEST_VALUES => {
                format!("{side} has {n} of these. Under 5 nobody can say how far it moved.")
            }
            n if n < FEW => {
                format!("{side} has {n} of these. Under 10, chance alone moves it far.")
            }
            _ => return None,
        })
    });
    said.collect()
}

/// How many a side is of.
fn n(amount: Amount) -> Option<usize> {
    match amount {
        Amount::Share { of, .. } => of.known(),
        Amount::Median { n, .. } => n.known(),
    }
}

/// One side: `39 of 64 (61%)`, or `median 2 days, half of them between 1 and 4, of 119`.
pub(in crate::evidence) fn side(amount_of: &Amount, unit: Option<Unit>) -> String {
    match (amount_of, unit) {
        (Amount::Share { count, of }, _) => share(*count, *of),
        (
            Amount::Median {
                n,
                median,
                quartiles,
            },
            Some(unit),
        ) => {
            let median = match (median, n.known()) {
                (_, None) => return NOT_SHOWN.to_owned(),
                (_, Some(0)) => return NOTHING.to_owned(),
                (None, Some(_)) => return format!("{NOT_SHOWN}, of {}", count(*n)),
                (Some(median), Some(_)) => median,
            };
            let half = quartiles.map_or_else(String::new, |(lower, upper)| {
                let (lower, upper) = (bare(lower, unit), bare(upper, unit));
                format!(", half of them between {lower} and {upper}")
            });
            format!("median {}{half}, of {}", amount(*median, unit), count(*n))
        }
        (Amount::Median { .. }, None) => NOT_SHOWN.to_owned(),
    }
}

fn difference(comparison: &Comparison, unit: Option<Unit>) -> String {
    let moved = moved(comparison);
    let way = match comparison.went {
        Some(Went::Up) => "Up",
        Some(Went::Down) => "Down",
        Some(Went::NoClearChange) => "No clear change",
        None if is_hidden(&comparison.before) || is_hidden(&comparison.now) => {
            return format!("{NOT_SHOWN}.");
        }
        None => return "Nobody can say whether that is a change.".to_owned(),
    };
    let (Some(moved), Some(interval)) = (moved, comparison.interval) else {
        return format!("{way}. Of so few, nobody can say by how much.");
    };
    let by = match comparison.went {
        Some(Went::NoClearChange) => way.to_owned(),
        _ => format!("{way} {}", size(moved.abs(), unit)),
    };
    format!("{by}. {}", may_be(interval, unit))
}

/// How far it moved: a share from -1 to 1, values in their unit. None of a share of fewer than ten.
fn moved(comparison: &Comparison) -> Option<f64> {
    let middle = |amount: &Amount| match *amount {
        Amount::Share { count, of } => {
            let (count, of) = (count.known()?, of.known()?);
            (of >= FEW).then(|| count as f64 / of as f64)
        }
        Amount::Median { median, .. } => median,
    };
    Some(middle(&comparison.now)? - middle(&comparison.before)?)
}

fn is_hidden(amount: &Amount) -> bool {
    match amount {
        Amount::Share { count, of } => count.known().is_none() || of.known().is_none(),
        Amount::Median { n, median, .. } => match n.known() {
            Some(n) => n > 0 && median.is_none(),
            None => true,
        },
    }
}

/// `It may well be anything from down 5 to up 12 in every 100.`
fn may_be(interval: Interval, unit: Option<Unit>) -> String {
    let signed = |value: f64| {
        let size = match unit {
            // To a tenth: a difference is not known to the hundredth.
            Some(unit) => bare((value.abs() * 10.0).round() / 10.0, unit),
            None => hundredths(value.abs()),
        };
        match () {
            () if size.trim_matches(['£', '0', '.']).is_empty() => "no change".to_owned(),
            () if value < 0.0 => format!("down {size}"),
            () => format!("up {size}"),
        }
    };
    let (from, to) = (signed(interval.from), signed(interval.to));
    let of = match unit {
        None => " in every 100",
        Some(Unit::Days) => " days",
        Some(Unit::Minutes) => " minutes",
        Some(Unit::Words) => " words",
        Some(Unit::Contacts) => " contacts",
        Some(Unit::Pounds) => "",
    };
    format!("It may well be anything from {from} to {to}{of}.")
}

/// `33 in every 100`, `9 days`.
fn size(moved: f64, unit: Option<Unit>) -> String {
    match unit {
        Some(unit) => amount(moved, unit),
        None => format!("{} in every 100", hundredths(moved)),
    }
}

fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
