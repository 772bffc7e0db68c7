//! What sums of counts do not show, and a reader can still work out: from where the middle lies, from a sum of money,
//! from a nought beside what is hidden, and from things that all belong to a few conversations.

mod middles;

use std::collections::BTreeSet;

use super::{hide_middles_of, sets::are_things};
use crate::evidence::{
    hide::is_small,
    measure::Figure,
    report::{
        Amount, Count, KnownBy, Measure, Members, NowAmount, Population, Report, Table, known_of,
    },
};

/// Puts every middle in whole units, as it leaves: what was given before is held against it so.
pub(super) fn in_whole_units(report: &mut Report) {
    report.measures.iter_mut().for_each(middles::round);
}

/// Withholds it.
pub(super) fn withhold(report: &mut Report, known: &KnownBy) {
    let is_nobody = report.counted.conversations == Count::Hidden;
    for measure in &mut report.measures {
        of_few_conversations(measure, is_nobody);
        for table in &mut measure.tables {
            together_of_few(table, known);
            noughts(table);
        }
        noughts_of_hidden(measure);
        middles_and_sums(measure);
        middles::hold_back(measure);
    }
}

/// Things such as spends may all be one conversation's: where those are few, the things are not counted either.
fn of_few_conversations(measure: &mut Measure, is_nobody: bool) {
    let any = [Figure::HandedOver, Figure::Spent, Figure::Connected];
    let few = measure.figures.iter().any(|now| {
        let NowAmount::Share { members, .. } = &now.amount else {
            return false;
        };
        let count = usize::try_from(members.len()).unwrap_or(usize::MAX);
        any.contains(&now.figure) && is_small(count)
    });
    let is_theirs = |of: Population| {
        let by_themselves = [
            Population::Answers,
            Population::StaffAnswers,
            Population::Elsewhere,
        ];
        let things = [
            Population::HandOffs,
            Population::Spends,
            Population::Connections,
        ];
        (is_nobody && !by_themselves.contains(&of)) || (few && things.contains(&of))
    };
    for table in measure
        .tables
        .iter_mut()
        .filter(|table| is_theirs(table.of))
    {
        table.total = Count::Hidden;
        table.hide_groups();
    }
    for summary in measure.spreads.iter_mut().filter(|one| is_theirs(one.of)) {
        summary.n = Count::Hidden;
    }
    for sum in measure.sums.iter_mut().filter(|one| is_theirs(one.of)) {
        sum.n = Count::Hidden;
    }
}

/// What several hidden groups hold together is known from their total. Where that is of a few conversations, which may
/// be the same in each of them, no group is said.
fn together_of_few(table: &mut Table, known: &KnownBy) {
    if !are_things(table.of) {
        return;
    }
    let mut hidden = Members::new();
    let groups = table.groups.iter();
    groups
        .filter(|group| group.count == Count::Hidden)
        .for_each(|group| hidden |= &group.members);
    let wholes: BTreeSet<u64> = known_of(known, table.of, &hidden)
        .map(|known| known.whole)
        .collect();
    if is_small(wholes.len()) {
        table.hide_groups();
    }
}

/// A nought beside a hidden group says that whoever is hidden is in the other one.
fn noughts(table: &mut Table) {
    let has_hidden = hides(table);
    for group in &mut table.groups {
        if has_hidden && group.count == Count::Is(0) {
            group.count = Count::Hidden;
        }
    }
}

/// None of so many says that all of those are the others, however many they are.
fn noughts_of_hidden(measure: &mut Measure) {
    let hide = |count: &mut Count, of: Count| {
        if of == Count::Hidden && *count == Count::Is(0) {
            *count = Count::Hidden;
        }
    };
    for now in &mut measure.figures {
        if let NowAmount::Share { count, of, .. } = &mut now.amount {
            hide(count, *of);
        }
    }
    for compared in &mut measure.comparisons {
        for side in [&mut compared.before, &mut compared.now] {
            if let Amount::Share { count, of } = side {
                hide(count, *of);
            }
        }
    }
}

/// How many values lie on either side of a quartile is known. Beside bands of which some are hidden, it can fix how
/// many are in those; and so can a sum.
fn middles_and_sums(measure: &mut Measure) {
    let hidden = |of: Population| {
        let tables = measure.tables.iter();
        tables.filter(|table| table.of == of).any(hides)
    };
    let spreads: Vec<bool> = measure.spreads.iter().map(|one| hidden(one.of)).collect();
    let sums: Vec<bool> = measure.sums.iter().map(|one| hidden(one.of)).collect();
    let figures: Vec<Figure> = measure
        .figures
        .iter()
        .filter(|now| hidden(now.of))
        .map(|now| now.figure)
        .collect();
    for (summary, hidden) in measure.spreads.iter_mut().zip(spreads) {
        summary.spread = summary.spread.filter(|_| !hidden);
    }
    for (sum, hidden) in measure.sums.iter_mut().zip(sums) {
        sum.pence = sum.pence.filter(|_| !hidden);
    }
    hide_middles_of(measure, &figures);
}

fn hides(table: &Table) -> bool {
    table.of != Population::Elsewhere
        && table
            .groups
            .iter()
            .any(|group| group.count == Count::Hidden)
}
