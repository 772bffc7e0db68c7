//! What must be read with a comparison, a sentence or two each (practice.md 5.1 and 5.4). What must be read with every
//! table is among [`said::CAVEATS`], and is not said again here; how few a side has is said when the two are, in `said`.

use chrono::NaiveDate;

use super::{Baseline, Before, BeforeAmount, reaches_over_the_change, returns_changed};
use crate::evidence::{compare::NotSure, measure::Figure, period::Period, said};

/// Periods whose lengths differ by more than one in so many are said to.
const ONE_IN: usize = 10;

/// The days of a report.
#[derive(Debug)]
pub struct Days {
    /// All of them.
    pub all: Period,
    /// Those that are over: all that can be counted of.
    pub so_far: Period,
    /// That some are to come, where that is so.
    pub not_over: Option<String>,
}

/// What stands beside a measure when a baseline has a figure of it and these days have nothing.
pub fn alone(figure: Figure, name: &str) -> String {
    let figure = said::figure(figure);
    format!("{name} has a figure for this ({figure}). These days have nothing to set beside it.")
}

/// What must be read with this figure of a baseline beside a report of these days, whatever the numbers are.
pub fn of(baseline: &Baseline, before: &Before, now: &Days) -> Vec<String> {
    let mut all = vec![];
    all.extend(returned(baseline, now.all));
    all.extend(defined(before));
    all.extend(middle_alone(&before.amount));
    all.extend(lengths(baseline.period, now.so_far));
    all.extend(now.not_over.clone());
    all.extend(covid(baseline.period, now.all));
    let care = baseline.read_with_care.iter();
    all.extend(care.map(|care| format!("Read with care: {care}")));
    all
}

/// Councils returned figures once a year until April 2023, and event by event since: the two do not agree, nor are they
/// expected to.
fn returned(baseline: &Baseline, now: Period) -> Option<String> {
    let changed = returns_changed();
    if !baseline.is_returned {
        return None;
    }
    let what = said::notes::RETURNS_CHANGED;
    let (before, reaches_over) = (baseline.period, reaches_over_the_change(baseline.period));
    let said = match () {
        () if reaches_over => "reaches over 1 April 2023",
        () if before.to() < changed && now.to() >= changed => "was returned before 1 April 2023",
        () if before.from() >= changed && now.from() < changed => {
            "was returned after 1 April 2023, and these days begin before it"
        }
        () => return None,
    };
    Some(format!("This before {said}. {what}"))
}

/// The definition of before is part of the comparison: what is missing beside it is ours.
fn defined(before: &Before) -> Option<String> {
    let ours = said::counted(before.figure);
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ").trim_end_matches('.').to_owned()
    };
    (plain(&before.definition) != plain(ours)).then(|| {
        let ours = ours.trim_end_matches('.');
        format!(
            "Now, counted: {ours}. Counted in different ways, the two may differ for that alone."
        )
    })
}

/// Why there is no difference to speak of, where that is not said by how few there are.
pub fn not_sure(why: NotSure) -> Option<String> {
    let said = "Too many of the values are the same to say how sure this is.";
    (why == NotSure::TooAlike).then(|| said.to_owned())
}

fn middle_alone(before: &BeforeAmount) -> Option<String> {
    let is_alone = matches!(before, BeforeAmount::Middle { .. });
    is_alone.then(|| {
        "Only the middle of before is known, so nobody can say how sure the difference is."
            .to_owned()
    })
}

fn lengths(before: Period, now: Period) -> Option<String> {
    let (was, is) = (before.days(), now.days());
    let differ = was.abs_diff(is) * ONE_IN > was.max(is);
    differ.then(|| format!("Before is of {}, now of {}.", days(was), days(is)))
}

fn days(count: usize) -> String {
    match count {
        1 => "1 day".to_owned(),
        count => format!("{count} days"),
    }
}

/// From the first restrictions in the United Kingdom to the end of the last of them in England.
fn covid(before: Period, now: Period) -> Option<String> {
    let from = NaiveDate::from_ymd_opt(2020, 3, 1)?;
    let to = NaiveDate::from_ymd_opt(2022, 2, 28)?;
    let years = Period::new(from, to)?;
    (years.overlaps(before) || years.overlaps(now)).then(|| {
        "Some of these days are in the Covid years (March 2020 to February 2022), when little was \
         as usual."
            .to_owned()
    })
}
