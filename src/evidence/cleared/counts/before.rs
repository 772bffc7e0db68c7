//! The other side of a comparison is hidden by the same rules: those who were counted then are people too.

use std::{collections::BTreeMap, mem};

use crate::evidence::{
    hide::{Cell, hide as may_be_said},
    measure::{Figure, MeasureId},
    report::{Amount, Count, Members, Population, Report},
};

/// Hides the counts of baselines that may not be said, one baseline at a time, and of those that were counted from
/// conversations held the old way what all of them together would give away.
pub(super) fn hide(report: &mut Report) {
    let mut typed: BTreeMap<String, Vec<(Figure, &mut Amount)>> = BTreeMap::new();
    let mut known: BTreeMap<(String, Population), Vec<Known<'_>>> = BTreeMap::new();
    let measures = report.measures.iter_mut();
    for compared in measures.flat_map(|measure| &mut measure.comparisons) {
        let Some(who) = compared.who.take() else {
            let its = typed.entry(compared.name.clone()).or_default();
            its.push((compared.figure, &mut compared.before));
            continue;
        };
        // Conversations are numbered through all of those baselines, all else in each of them.
        let whose = match who.of {
            Population::Conversations => String::new(),
            _ => compared.name.clone(),
        };
        let all = &who.members | &who.others;
        let its = counts(&mut compared.before).into_iter();
        let its = its.zip([who.members, all]);
        known.entry((whose, who.of)).or_default().extend(its);
    }
    let counted = &mut report.counted;
    let held = mem::take(&mut counted.held_old_way);
    let conversations = known.entry((String::new(), Population::Conversations));
    conversations
        .or_default()
        .push((&mut counted.old_way, held));
    typed.into_values().for_each(hide_in);
    known.into_values().for_each(hide_known);
}

/// A count, and who is in it.
type Known<'a> = (&'a mut Count, Members);

fn hide_known(mut its: Vec<Known<'_>>) {
    for (count, members) in &mut its {
        if **count != Count::of(members) {
            // It is not known whose number that is.
            **count = Count::Hidden;
        }
    }
    its.retain(|(count, _)| count.known().is_some());
    let cells: Vec<Cell> = its.iter().map(|(_, members)| cell(members)).collect();
    for (may, (count, _)) in may_be_said(&cells, &[]).into_iter().zip(&mut its) {
        if !may {
            **count = Count::Hidden;
        }
    }
}

fn cell(members: &Members) -> Cell<'_> {
    Cell {
        members,
        stays: false,
    }
}

fn hide_in(mut its: Vec<(Figure, &mut Amount)>) {
    let mut next = 0;
    let mut sets: Vec<Members> = vec![];
    for (figure, amount) in &its {
        sets.extend(sets_of(*figure, **amount, &mut next));
    }
    let cells: Vec<Cell> = sets.iter().map(cell).collect();
    let mut may = may_be_said(&cells, &[]).into_iter();
    for (_, amount) in &mut its {
        for count in counts(amount) {
            if count.known().is_some() && may.next() == Some(false) {
                *count = Count::Hidden;
            }
        }
    }
}

/// A set for each count that is known. Whoever was back within three months was back within nine: those are parts of
/// one another, and so are those who were not.
fn sets_of(figure: Figure, amount: Amount, next: &mut u32) -> Vec<Members> {
    let mut fresh = |count: usize| {
        let from = *next;
        *next += u32::try_from(count).unwrap_or(MANY).min(MANY);
        Members::from_iter(from..*next)
    };
    let (count, of) = match amount {
        Amount::Share {
            count: Count::Is(count),
            of: Count::Is(of),
        } if count <= of => (count, of),
        Amount::Share { count, of } => {
            let known = [count, of].into_iter().filter_map(Count::known);
            return known.map(|_| fresh(1)).collect();
        }
        Amount::Median { n, .. } => return n.known().map(&mut fresh).into_iter().collect(),
    };
    let (back, not) = (u32::try_from(count), u32::try_from(of - count));
    match (back, not) {
        (Ok(back), Ok(not)) if figure.measure() == MeasureId::Back && back.max(not) < FAR => {
            let back = Members::from_iter(FAR..FAR + back);
            let not = Members::from_iter(2 * FAR..2 * FAR + not);
            vec![back.clone(), back | not]
        }
        _ => {
            let (members, others) = (fresh(count), fresh(of - count));
            vec![members.clone(), members | others]
        }
    }
}

/// More stand for more as well: what could be a small count of them is none.
const MANY: u32 = 1000;

/// Where those who were back begin, and as far again those who were not: beyond all others, who are many but few tables.
const FAR: u32 = 1 << 18;

fn counts(amount: &mut Amount) -> Vec<&mut Count> {
    match amount {
        Amount::Share { count, of } => vec![count, of],
        Amount::Median { n, .. } => vec![n],
    }
}
