//! Before, now and the difference: baselines set against a report.

use super::{
    Baseline, Before, BeforeAmount,
    warnings::{self, Days},
};
use crate::evidence::{
    compare::{self, FEW, Interval, NotSure, Share, Went},
    report::{Amount, Comparison, Count, Measure, Now, NowAmount, Report},
    spread::Spread,
};

/// Sets every figure of the report beside what each baseline has of it, in the order of the baselines. What was compared
/// before goes.
pub fn compare(report: &mut Report, baselines: &[Baseline]) {
    let days = Days {
        all: report.period,
        so_far: report.days_over(),
        not_over: report.not_over(),
    };
    for measure in &mut report.measures {
        let figures = measure.figures.iter();
        let comparisons = figures.flat_map(|now| {
            let compared = |baseline| compared(now, baseline, &days);
            baselines.iter().filter_map(compared)
        });
        measure.comparisons = comparisons.collect();
        say_alone(measure, baselines);
    }
}

/// A figure that nothing now stands beside is said, or somebody would look for it.
fn say_alone(measure: &mut Measure, baselines: &[Baseline]) {
    for baseline in baselines {
        let is_alone = |before: &&Before| {
            let figures = &measure.figures;
            before.figure.measure() == measure.id
                && figures.iter().all(|now| now.figure != before.figure)
        };
        for before in baseline.figures.iter().filter(is_alone).collect::<Vec<_>>() {
            let said = warnings::alone(before.figure, &baseline.name);
            if !measure.read_with.contains(&said) {
                measure.read_with.push(said);
            }
        }
    }
}

fn compared(now: &Now, baseline: &Baseline, days: &Days) -> Option<Comparison> {
    let mut figures = baseline.figures.iter();
    let before = figures.find(|before| before.figure == now.figure)?;
    let difference = difference(&before.amount, &now.amount)?;
    let (was, is) = (amount_before(&before.amount), amount_now(&now.amount));
    let not_sure = difference.not_sure.and_then(warnings::not_sure);
    let warnings = warnings::of(baseline, before, days);
    Some(Comparison {
        figure: now.figure,
        name: baseline.name.clone(),
        period: baseline.period,
        counted_by: baseline.counted_by.clone(),
        definition: Some(before.definition.clone()),
        before: was,
        now: is,
        interval: difference.interval,
        went: difference.went,
        warnings: not_sure.into_iter().chain(warnings).collect(),
        who: before.who.clone(),
    })
}

/// How far something moved, as far as anybody can say.
#[derive(Default)]
struct Difference {
    interval: Option<Interval>,
    went: Option<Went>,
    /// Why there is neither, where the values say so.
    not_sure: Option<NotSure>,
}

/// `None` when the two are not of one shape.
fn difference(before: &BeforeAmount, now: &NowAmount) -> Option<Difference> {
    match (before, now) {
        (BeforeAmount::Share(before), NowAmount::Share { count, of, .. }) => {
            Some(of_shares(*before, *count, *of))
        }
        (BeforeAmount::Values(before), NowAmount::Values { values, .. }) => {
            Some(match compare::medians(before, values) {
                Ok(interval) => Difference::of(Some(interval)),
                Err(why) => Difference {
                    not_sure: Some(why),
                    ..Difference::default()
                },
            })
        }
        (BeforeAmount::Middle { .. }, NowAmount::Values { .. }) => Some(Difference::default()),
        _ => None,
    }
}

fn of_shares(before: Share, count: Count, of: Count) -> Difference {
    let now = count.known().zip(of.known());
    let Some(now) = now.and_then(|(count, of)| Share::new(count, of)) else {
        return Difference::default();
    };
    let difference = Difference::of(compare::shares(before, now));
    if before.of() < FEW || now.of() < FEW {
        // So many in every hundred is a percentage, and of so few there is none.
        return Difference {
            interval: None,
            ..difference
        };
    }
    difference
}

impl Difference {
    fn of(interval: Option<Interval>) -> Self {
        Self {
            interval,
            went: interval.map(Interval::went),
            not_sure: None,
        }
    }
}

fn amount_before(before: &BeforeAmount) -> Amount {
    match before {
        BeforeAmount::Share(share) => Amount::Share {
            count: Count::Is(share.count()),
            of: Count::Is(share.of()),
        },
        BeforeAmount::Values(values) => middle(Count::Is(values.len()), values),
        BeforeAmount::Middle {
            n,
            median,
            quartiles,
        } => Amount::Median {
            n: Count::Is(*n),
            median: Some(*median),
            quartiles: *quartiles,
        },
    }
}

fn amount_now(now: &NowAmount) -> Amount {
    match now {
        NowAmount::Share { count, of, .. } => Amount::Share {
            count: *count,
            of: *of,
        },
        NowAmount::Values { n, values, .. } => middle(*n, values),
    }
}

fn middle(n: Count, values: &[f64]) -> Amount {
    let spread = Spread::of(values.iter().copied());
    Amount::Median {
        n,
        median: spread.map(|spread| spread.median),
        quartiles: spread.map(|spread| (spread.lower, spread.upper)),
    }
}
