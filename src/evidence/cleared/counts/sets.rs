//! Every count of a report as the size of a set, one population at a time.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::{
    brought::What,
    hide::{Cell, hide as may_be_said, is_small},
    package::Rows,
    report::{Count, CountNote, Measure, Members, NoteAbout, NowAmount, Population, Report},
};

/// More that stand for nobody are not made: what somebody typed may be any number.
const MANY: u32 = 1 << 20;

/// The counts of one population, in the order they are met.
#[derive(Debug, Default)]
struct Said {
    sets: Vec<Members>,
    /// The first number that stands for nobody.
    next: u32,
    /// Sets that stand for what somebody else counted: the same number is taken for the same people.
    elsewhere: BTreeMap<usize, Members>,
}

/// Hides the counts of a report that may not be said. `rows` are out: they hide, and are not hidden.
pub(super) fn hide(report: &mut Report, rows: Option<&Rows>) {
    let mut said: BTreeMap<Population, Said> = BTreeMap::new();
    each(&mut report.measures, &mut |of, _, members| {
        let said = said.entry(of).or_default();
        said.next = said.next.max(members().max().map_or(0, |last| last + 1));
    });
    stand_for_what_somebody_else_counted(&mut report.measures, &mut said);
    hide_parts_of_small_wholes(&mut report.measures);
    if Count::of(&report.counted.nameless) != report.counted.unnamed {
        // Nobody can say what follows from it.
        report.counted.unnamed = Count::Hidden;
    }
    each(&mut report.measures, &mut |of, count, members| {
        if let Count::Is(count) = *count {
            said.entry(of).or_default().take(count, members(), of);
        }
    });
    if let Count::Is(count) = report.counted.unnamed {
        let (of, who) = (Population::Conversations, report.counted.nameless.clone());
        said.entry(of).or_default().take(count, who, of);
    }
    let (counted, all) = (
        &report.counted,
        [Population::Conversations, Population::People],
    );
    for (of, count) in all.into_iter().zip([counted.conversations, counted.people]) {
        if let Count::Is(count) = count {
            said.entry(of).or_default().take_all(count, of);
        }
    }
    let mut may: BTreeMap<Population, std::vec::IntoIter<bool>> = said
        .iter()
        .map(|(of, said)| (*of, said.may(*of, rows).into_iter()))
        .collect();
    let mut decide = |of: Population, count: &mut Count| {
        let mut next = || may.get_mut(&of).and_then(Iterator::next);
        if count.known().is_some() && next() == Some(false) {
            *count = Count::Hidden;
        }
    };
    each(&mut report.measures, &mut |of, count, _| decide(of, count));
    decide(Population::Conversations, &mut report.counted.unnamed);
    decide(Population::Conversations, &mut report.counted.conversations);
    decide(Population::People, &mut report.counted.people);
}

/// Tables and figures of what somebody else counted hold no members: others stand for them, so that a figure and what
/// is left of its whole are seen to belong together.
fn stand_for_what_somebody_else_counted(
    measures: &mut [Measure],
    said: &mut BTreeMap<Population, Said>,
) {
    for measure in measures {
        let tables = measure.tables.iter_mut();
        for table in tables.filter(|table| table.of == Population::Elsewhere) {
            for group in &mut table.groups {
                if let Count::Is(count) = group.count {
                    group.members = said.entry(table.of).or_default().elsewhere(count);
                }
            }
        }
        for figure in &mut measure.figures {
            if let NowAmount::Share {
                count: Count::Is(count),
                of: Count::Is(of),
                members,
                others,
            } = &mut figure.amount
                && figure.of == Population::Elsewhere
            {
                let said = said.entry(figure.of).or_default();
                *members = said.elsewhere(*count);
                *others = said.fresh(of.saturating_sub(*count));
                let all = &*members | &*others;
                said.elsewhere.entry(*of).or_insert(all);
            }
        }
    }
}

/// Of how many each of several counts was is a part of the whole: where one of them is small, none is said.
fn hide_parts_of_small_wholes(measures: &mut [Measure]) {
    for measure in measures {
        let of = |note: &CountNote| match note.about {
            NoteAbout::BroughtIn { what, .. } => Some(what),
            _ => None,
        };
        let notes = measure.noted.iter();
        let small = notes.filter(|note| note.count.known().is_some_and(is_small));
        let small: BTreeSet<What> = small.filter_map(of).collect();
        for note in &mut measure.noted {
            if of(note).is_some_and(|what| small.contains(&what)) {
                note.count = Count::Hidden;
            }
        }
    }
}

impl Said {
    /// A set of so many. What the members do not account for, others do; a count that is less than its members is
    /// nobody's, and is hidden as one person would be.
    fn take(&mut self, count: usize, members: Members, of: Population) {
        let there = usize::try_from(members.len()).unwrap_or(usize::MAX);
        let set = match count.checked_sub(there) {
            Some(0) => members,
            Some(all) if of == Population::Elsewhere && there == 0 => self.elsewhere(all),
            Some(more) => members | self.fresh(more),
            None => self.fresh(1),
        };
        self.sets.push(set);
    }

    /// The whole population, of which every set is a part.
    fn take_all(&mut self, count: usize, of: Population) {
        let mut all = Members::new();
        self.sets.iter().for_each(|set| all |= set);
        self.take(count, all, of);
    }

    fn fresh(&mut self, count: usize) -> Members {
        let from = self.next;
        self.next += u32::try_from(count).unwrap_or(MANY).min(MANY);
        (from..self.next).collect()
    }

    fn elsewhere(&mut self, count: usize) -> Members {
        match self.elsewhere.get(&count) {
            Some(there) => there.clone(),
            None => {
                let fresh = self.fresh(count);
                self.elsewhere.insert(count, fresh.clone());
                fresh
            }
        }
    }

    fn may(&self, of: Population, rows: Option<&Rows>) -> Vec<bool> {
        let out = rows.map(|rows| rows.classes_of(of)).unwrap_or_default();
        let ours = self.sets.iter().map(|members| Cell {
            members,
            stays: false,
        });
        let theirs = out.iter().map(|members| Cell {
            members,
            stays: true,
        });
        let cells: Vec<Cell> = ours.chain(theirs).collect();
        let mut may = may_be_said(&cells);
        may.truncate(self.sets.len());
        may
    }
}

/// What is done with a count, its population, and who is in it.
type Take<'a> = dyn FnMut(Population, &mut Count, &dyn Fn() -> Members) + 'a;

/// Every count of the measures, with its population and who is in it; always in the same order.
fn each(measures: &mut [Measure], take: &mut Take<'_>) {
    for measure in measures {
        for table in &mut measure.tables {
            for group in &mut table.groups {
                take(table.of, &mut group.count, &|| group.members.clone());
            }
            let groups = &table.groups;
            take(table.of, &mut table.total, &|| {
                let mut all = Members::new();
                groups.iter().for_each(|group| all |= &group.members);
                all
            });
        }
        for summary in &mut measure.spreads {
            take(summary.of, &mut summary.n, &|| summary.members.clone());
        }
        for sum in &mut measure.sums {
            take(sum.of, &mut sum.n, &|| sum.members.clone());
        }
        for figure in &mut measure.figures {
            match &mut figure.amount {
                NowAmount::Share {
                    count,
                    of,
                    members,
                    others,
                } => {
                    take(figure.of, count, &|| members.clone());
                    take(figure.of, of, &|| &*members | &*others);
                }
                NowAmount::Values { n, members, .. } => {
                    take(figure.of, n, &|| members.clone());
                }
            }
        }
        for note in &mut measure.noted {
            take(note.of, &mut note.count, &|| note.members.clone());
        }
    }
}
