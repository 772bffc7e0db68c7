//! Which counts of a report may be said, and what goes with one that may not.

mod alone;
mod before;
mod sets;
mod withheld;

use std::mem;

pub(in crate::evidence::cleared) use sets::each;

use super::given::{self, Given};
use crate::evidence::{
    compare::FEW,
    hide::is_small,
    measure::Figure,
    package::Rows,
    report::{Amount, Comparison, Count, Measure, Members, Now, NowAmount, Report},
};

/// Hides every count that may not be said, and what follows from it, beside what was given before. Says what is given now.
pub(super) fn hide(report: &mut Report, rows: &mut Option<Rows>, before: &[Given]) -> Given {
    let beside = given::beside(before, report.period);
    let mut known = mem::take(&mut report.counted.known);
    withheld::in_whole_units(report);
    alone::hide(report, before, &beside);
    sets::hide(report, rows, &mut known, &beside);
    alone::hide_of_sets(report, &known, &beside);
    hide_if_small(&mut report.counted.voided);
    for measure in &mut report.measures {
        measure
            .comparisons
            .iter_mut()
            .for_each(|compared| now(compared, &measure.figures));
    }
    before::hide(report);
    withheld::withhold(report, &known);
    let whose = alone::whose(report);
    let given = Given::of(report, rows.as_ref(), &known, whose);
    report.measures.iter_mut().for_each(what_follows);
    report.counted.nameless = Members::new();
    report.counted.held_old_way = Members::new();
    given.saying(alone::said(report))
}

/// What no longer stands is in no other number: it is hidden for itself alone.
fn hide_if_small(count: &mut Count) {
    if count.known().is_some_and(is_small) {
        *count = Count::Hidden;
    }
}

/// The same figure is hidden wherever it stands.
fn now(compared: &mut Comparison, figures: &[Now]) {
    let figure = figures.iter().find(|now| now.figure == compared.figure);
    match (&mut compared.now, figure.map(|now| &now.amount)) {
        (
            Amount::Share { count, of },
            Some(NowAmount::Share {
                count: c, of: o, ..
            }),
        ) => {
            (*count, *of) = (*c, *o);
        }
        (Amount::Median { n, .. }, Some(NowAmount::Values { n: now, .. })) => *n = *now,
        // A figure that stands nowhere else.
        (amount, _) => hide_amount(amount),
    }
}

fn hide_amount(amount: &mut Amount) {
    match amount {
        Amount::Share { count, of } => (*count, *of) = (Count::Hidden, Count::Hidden),
        Amount::Median { n, .. } => *n = Count::Hidden,
    }
}

/// A figure that has no middle by itself has none where it is set against another time.
fn hide_middles_of(measure: &mut Measure, figures: &[Figure]) {
    for compared in &mut measure.comparisons {
        let is_middle = matches!(compared.now, Amount::Median { .. });
        if is_middle && figures.contains(&compared.figure) {
            compared.now.hide_middle();
            compared.hide_difference();
        }
    }
}

/// What is worked out from a number goes with it, and nobody in particular stays in the report.
fn what_follows(measure: &mut Measure) {
    for table in &mut measure.tables {
        for group in &mut table.groups {
            group.members = Members::new();
        }
    }
    for summary in &mut measure.spreads {
        summary.spread = summary.spread.filter(|_| has_a_middle(summary.n));
        summary.members = Members::new();
    }
    for sum in &mut measure.sums {
        sum.pence = sum.pence.filter(|_| sum.n.known().is_some());
        sum.members = Members::new();
    }
    for note in &mut measure.noted {
        note.members = Members::new();
    }
    for figure in &mut measure.figures {
        match &mut figure.amount {
            NowAmount::Share {
                members, others, ..
            } => (*members, *others) = (Members::new(), Members::new()),
            NowAmount::Values { members, .. } => *members = Members::new(),
        }
    }
    for compared in &mut measure.comparisons {
        let is_whole = without_middle(&mut compared.before) & without_middle(&mut compared.now);
        if !is_whole {
            compared.hide_difference();
        }
    }
}

/// Whether all of it is known. The middle of values goes with how many there are.
fn without_middle(amount: &mut Amount) -> bool {
    match amount {
        Amount::Share { count, of } => count.known().is_some() && of.known().is_some(),
        Amount::Median { n, .. } => {
            let has = has_a_middle(*n);
            if !has {
                amount.hide_middle();
            }
            has
        }
    }
}

/// Of fewer the quartiles and the middle are what single people had, or lie between two of those.
fn has_a_middle(n: Count) -> bool {
    n.known().is_some_and(|n| n >= FEW)
}
