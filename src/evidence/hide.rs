//! Small groups are hidden in everything that leaves a team, and cannot be worked out by subtraction.
//!
//! A table is a population in groups: everybody is in exactly one. Its groups under [`SMALLEST`] are hidden, and with
//! them the next smallest, until what is hidden in it is two groups or more and [`SMALLEST`] or more together: from the
//! total and the others nobody learns more than that. Then every difference of two figures from any two tables is
//! tried, figures put together included, and as long as one of them is a small group, one more is hidden.

use std::collections::BTreeSet;

/// The smallest group whose size anybody outside may learn (practice.md has the rule of thumb).
pub const SMALLEST: usize = 5;

/// The most groups a table may show: every way of putting them together is tried.
pub const MOST_GROUPS: usize = 14;

/// Somebody or something that is counted, by a number that means nothing outside.
pub type Counted = u32;

/// A group of a table, and whether its size may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Who or what is in it.
    pub members: BTreeSet<Counted>,
    /// Whether its size may be shown.
    pub shown: bool,
}

/// A population in groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Everybody is in exactly one.
    pub groups: Vec<Group>,
    /// Whether the size of the whole may be shown.
    pub total_shown: bool,
}

impl Table {
    /// A population in these groups, all of them shown as yet.
    pub fn of(groups: impl IntoIterator<Item = BTreeSet<Counted>>) -> Self {
        let shown = |members| Group {
            members,
            shown: true,
        };
        Self {
            groups: groups.into_iter().map(shown).collect(),
            total_shown: true,
        }
    }

    /// The whole population.
    pub fn all(&self) -> BTreeSet<Counted> {
        let groups = self.groups.iter();
        groups
            .flat_map(|group| group.members.iter().copied())
            .collect()
    }

    /// Hides what is small in it, and enough beside it that the total gives nothing away.
    fn hide_small(&mut self) {
        let total: usize = self.groups.iter().map(|group| group.members.len()).sum();
        if is_small(total) {
            self.hide_all();
            return;
        }
        for group in &mut self.groups {
            group.shown &= !is_small(group.members.len());
        }
        while self.gives_away() {
            match self.smallest_shown() {
                Some(group) => group.shown = false,
                None => return self.hide_all(),
            }
        }
    }

    /// Whether the total less what is shown is the size of one group, or of too few.
    fn gives_away(&self) -> bool {
        let hidden = || self.groups.iter().filter(|group| !group.shown);
        let count = hidden().count();
        let together: usize = hidden().map(|group| group.members.len()).sum();
        self.total_shown && count > 0 && (count == 1 || together < SMALLEST)
    }

    /// The smallest group that is shown and holds anybody.
    fn smallest_shown(&mut self) -> Option<&mut Group> {
        let groups = self.groups.iter_mut();
        let shown = groups.filter(|group| group.shown && !group.members.is_empty());
        shown.min_by_key(|group| group.members.len())
    }

    fn hide_all(&mut self) {
        self.total_shown = false;
        for group in &mut self.groups {
            group.shown = false;
        }
    }

    /// Every set of people whose size follows from this table alone: the groups that are shown, the whole, and what the
    /// two leave.
    fn known(&self) -> Vec<BTreeSet<Counted>> {
        let shown = self.groups.iter().filter(|group| group.shown);
        let mut known: Vec<_> = shown.map(|group| group.members.clone()).collect();
        if self.total_shown {
            let hidden = self.groups.iter().filter(|group| !group.shown);
            known.push(
                hidden
                    .flat_map(|group| group.members.iter().copied())
                    .collect(),
            );
        }
        known.retain(|members| !members.is_empty());
        known
    }
}

fn is_small(count: usize) -> bool {
    (1..SMALLEST).contains(&count)
}

/// Hides what must not leave. Tables that count the same people or things number them alike. A table of more than
/// [`MOST_GROUPS`] groups keeps only its total: put the smallest of them together first.
pub fn hide(tables: &mut [Table]) {
    for table in tables
        .iter_mut()
        .filter(|table| table.groups.len() > MOST_GROUPS)
    {
        table
            .groups
            .iter_mut()
            .for_each(|group| group.shown = false);
    }
    tables.iter_mut().for_each(Table::hide_small);
    while let Some(at) = a_difference(tables) {
        match tables[at].smallest_shown() {
            Some(group) => group.shown = false,
            None => tables[at].hide_all(),
        }
        tables[at].hide_small();
    }
}

/// A table that gives a small group away together with another: some figures of this one, put together, are all but a
/// few of some figures of the other.
fn a_difference(tables: &[Table]) -> Option<usize> {
    let known: Vec<Vec<BTreeSet<Counted>>> = tables.iter().map(Table::known).collect();
    for (at, ours) in known.iter().enumerate() {
        for (other, theirs) in known.iter().enumerate().filter(|(other, _)| *other != at) {
            if all_but_a_few(ours, theirs) {
                let hides = tables[at].groups.iter().any(|group| group.shown);
                return Some(if hides { at } else { other });
            }
        }
    }
    None
}

/// Whether some of `ours`, put together, are all but a few of some of `theirs`. Both are disjoint and none is small, so
/// that the fewest of theirs that hold ours leave the least.
fn all_but_a_few(ours: &[BTreeSet<Counted>], theirs: &[BTreeSet<Counted>]) -> bool {
    let size = |sets: &[BTreeSet<Counted>], chosen: u32| -> usize {
        let sets = sets.iter().enumerate();
        let chosen = sets.filter(|(nth, _)| chosen & (1 << nth) != 0);
        chosen.map(|(_, set)| set.len()).sum()
    };
    // For each of ours: which of theirs it reaches into, when they hold all of it.
    let held: Vec<Option<u32>> = ours
        .iter()
        .map(|set| {
            let reached = theirs.iter().enumerate();
            let reached = reached.filter(|(_, their)| !their.is_disjoint(set));
            let (within, mask) = reached.fold((0, 0), |(within, mask), (nth, their)| {
                (within + their.intersection(set).count(), mask | 1 << nth)
            });
            (within == set.len()).then_some(mask)
        })
        .collect();
    (1_u32..1 << ours.len()).any(|chosen| {
        let mut masks = (0..ours.len()).filter(|nth| chosen & (1 << nth) != 0);
        let holds = masks.try_fold(0, |all, nth| Some(all | held[nth]?));
        holds.is_some_and(|holds| is_small(size(theirs, holds) - size(ours, chosen)))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Tables over people 0 up, from the sizes of their groups.
    fn table(sizes: &[usize]) -> Table {
        let mut next = 0;
        let groups = sizes.iter().map(|&size| {
            let from = next;
            next += Counted::try_from(size).expect("few");
            (from..next).collect()
        });
        Table::of(groups)
    }

    fn shown(table: &Table) -> Vec<Option<usize>> {
        let groups = table.groups.iter();
        groups
            .map(|group| group.shown.then_some(group.members.len()))
            .collect()
    }

    #[test]
    fn a_small_group_goes_with_the_next_smallest() {
        let mut tables = [table(&[40, 3, 12, 0])];
        hide(&mut tables);
        assert_eq!(shown(&tables[0]), [Some(40), None, None, Some(0)]);
        assert!(tables[0].total_shown);
        let mut large = [table(&[40, 5, 12])];
        hide(&mut large);
        assert_eq!(shown(&large[0]), [Some(40), Some(5), Some(12)]);
    }

    #[test]
    fn two_small_groups_that_are_few_together_take_another_with_them() {
        let mut tables = [table(&[40, 1, 2, 12])];
        hide(&mut tables);
        assert_eq!(shown(&tables[0]), [Some(40), None, None, None]);
    }

    #[test]
    fn of_very_few_people_nothing_is_shown() {
        let mut tables = [table(&[2, 1])];
        hide(&mut tables);
        assert!(!tables[0].total_shown && shown(&tables[0]) == [None, None]);
    }

    #[test]
    fn what_another_table_would_give_away_is_hidden() {
        // All 50, and the 47 of them that have a route: the others would be three.
        let mut tables = [table(&[30, 20]), table(&[25, 22])];
        hide(&mut tables);
        assert_eq!(gives_away(&tables), None);
    }

    /// A difference of any two known figures, groups of one table put together as well, that is a small count.
    fn gives_away(tables: &[Table]) -> Option<(usize, usize)> {
        let mut figures: Vec<BTreeSet<Counted>> = vec![];
        for table in tables {
            let known = table.known();
            for subset in 1_u32..1 << known.len() {
                let chosen = (0..known.len()).filter(|nth| subset & (1 << nth) != 0);
                figures.push(chosen.flat_map(|nth| known[nth].iter().copied()).collect());
            }
        }
        for large in &figures {
            if is_small(large.len()) {
                return Some((large.len(), 0));
            }
            for small in &figures {
                if small.is_subset(large) && is_small(large.len() - small.len()) {
                    return Some((large.len(), small.len()));
                }
            }
        }
        None
    }

    /// Up to three tables over one population, or over a part of it, cut anywhere.
    fn tables() -> impl Strategy<Value = Vec<Table>> {
        let one = prop::collection::vec(prop_oneof![0_usize..7, 5_usize..30], 1..5);
        prop::collection::vec(one, 1..4)
            .prop_map(|sizes| sizes.iter().map(|sizes| table(sizes)).collect())
    }

    proptest! {
        #[test]
        fn no_subtraction_gives_a_small_group_away(mut tables in tables()) {
            hide(&mut tables);
            prop_assert_eq!(gives_away(&tables), None);
        }

        #[test]
        fn where_nothing_is_small_everything_is_shown(sizes in prop::collection::vec(5_usize..40, 1..6)) {
            let mut tables = [table(&sizes), table(&sizes)];
            hide(&mut tables);
            prop_assert!(tables.iter().all(|table| table.groups.iter().all(|group| group.shown)));
        }
    }
}
