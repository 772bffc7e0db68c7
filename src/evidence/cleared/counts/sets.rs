//! Every count of a report as the size of a set, one population at a time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::evidence::{
    brought::What,
    cleared::given::Given,
    hide::{Cell, hide as may_be_said, is_small},
    package::{LeftOut, Rows, rows_name},
    report::{
        Count, CountNote, Known, KnownBy, Measure, Members, NoteAbout, NowAmount, Population,
        Report,
    },
};

/// More that stand for nobody are not made: what somebody typed may be any number.
const MANY: u32 = 1 << 20;

/// The counts of one population, in the order they are met.
#[derive(Debug, Default)]
struct Said {
    sets: Vec<Members>,
    /// Those that were given before.
    out: Vec<Members>,
    /// The conversation each thing belongs to, where several may be of one.
    whose: Vec<u32>,
    /// The first number that stands for nobody.
    next: u32,
    /// Sets that stand for what somebody else counted: the same number is taken for the same people.
    elsewhere: BTreeMap<usize, Members>,
}

/// Hides the counts of a report that may not be said. What was given `before` is out: it hides, and is not hidden. So are
/// `rows`, but for those that cannot be given beside it.
pub(super) fn hide(
    report: &mut Report,
    rows: &mut Option<Rows>,
    known: &mut KnownBy,
    before: &[&Given],
) {
    let mut said: BTreeMap<Population, Said> = BTreeMap::new();
    each(&mut report.measures, &mut |of, _, members| {
        let said = said.entry(of).or_default();
        said.next = said.next.max(members().max().map_or(0, |last| last + 1));
    });
    for (of, said) in &mut said {
        said.meet(*of, known.entry(*of).or_default(), before);
    }
    if let Some(rows) = rows.as_mut().filter(|_| !before.is_empty()) {
        leave_out_rows(rows, known, &said, before);
    }
    let rows = rows.as_ref();
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

/// Leaves out rows that others were given for: whoever has both could tell who is new. So are all, where what they can be
/// counted by would give a small group away beside what was given.
fn leave_out_rows(
    rows: &mut Rows,
    known: &KnownBy,
    said: &BTreeMap<Population, Said>,
    before: &[&Given],
) {
    let now = rows.known_by(known);
    let was_other = |quarter: &str| {
        let mut given = before.iter().filter_map(|one| one.rows(quarter));
        given.any(|given| now.get(quarter) != Some(&given))
    };
    rows.leave_out(LeftOut::Changed, |of, quarter| {
        was_other(&rows_name(of, quarter))
    });
    for (of, said) in said {
        let classes = rows.classes_of(*of);
        let ours = classes.iter().map(hidden_first);
        let cells: Vec<Cell> = ours.chain(said.out.iter().map(out_already)).collect();
        let may = may_be_said(&cells, &said.whose);
        if may[..classes.len()].contains(&false) {
            rows.leave_out(LeftOut::ShowFew, |rows_of, _| rows_of == *of);
        }
    }
}

fn hidden_first(members: &Members) -> Cell<'_> {
    Cell {
        members,
        stays: false,
    }
}

fn out_already(members: &Members) -> Cell<'_> {
    Cell {
        members,
        stays: true,
    }
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

/// Whether several of them may belong to one conversation.
pub(super) fn are_things(of: Population) -> bool {
    matches!(
        of,
        Population::NextSteps
            | Population::HandOffs
            | Population::Spends
            | Population::Connections
            | Population::Mattered
    )
}

impl Said {
    /// Takes in who is known, and in which sets they were given before. Whoever was then and is not now is numbered
    /// after the others.
    fn meet(&mut self, of: Population, known: &mut Vec<Known>, before: &[&Given]) {
        for number in known.len()..self.next as usize {
            known.push(Known::by(&format!("{} {number}", of.name())));
        }
        let mut all = known.clone();
        let mut numbers: HashMap<Known, u32> = all.iter().copied().zip(0..).collect();
        for given in before.iter().filter_map(|one| one.sets(of)) {
            let number = |one: &Known| {
                *numbers.entry(*one).or_insert_with(|| {
                    all.push(*one);
                    (all.len() - 1) as u32
                })
            };
            let numbers: Vec<u32> = given.known.iter().map(number).collect();
            let sets = given.sets.iter();
            let sets = sets.map(|set| set.iter().map(|one| numbers[one as usize]).collect());
            let sets: Vec<Members> = sets.collect();
            for set in sets {
                if !self.out.contains(&set) {
                    self.out.push(set);
                }
            }
        }
        self.next = all.len() as u32;
        if are_things(of) {
            let mut wholes: HashMap<u64, u32> = HashMap::new();
            let whole = |one: &Known| {
                let next = wholes.len() as u32;
                *wholes.entry(one.whole).or_insert(next)
            };
            self.whose = all.iter().map(whole).collect();
        }
    }

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
        let ours = self.sets.iter().map(hidden_first);
        let theirs = self.out.iter().chain(&out).map(out_already);
        let cells: Vec<Cell> = ours.chain(theirs).collect();
        let mut may = may_be_said(&cells, &self.whose);
        may.truncate(self.sets.len());
        may
    }
}

/// What is done with a count, its population, and who is in it.
pub(in crate::evidence::cleared) type Take<'a> =
    dyn FnMut(Population, &mut Count, &dyn Fn() -> Members) + 'a;

/// Every count of the measures, with its population and who is in it; always in the same order.
pub(in crate::evidence::cleared) fn each(measures: &mut [Measure], take: &mut Take<'_>) {
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
