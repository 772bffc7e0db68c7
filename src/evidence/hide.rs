//! Small groups are hidden in everything that leaves a team, and cannot be worked out by subtraction.
//!
//! Every number that is said of one population is a [`Cell`]: the size of a set of people or things. Whoever reads them
//! can add and subtract any of them, from one table or from several. What comes out is a small count when it is nought
//! for everybody but one to four of those who were counted, so that is what is looked for, with any factors
//! (`hide/span.rs` has how); as long as there is such a sum, one more of the numbers in it is hidden: a part
//! rather than a whole, and of those that help the one that stands last. Were it the smallest, a reader could say that it
//! is at most any that is shown. The reader is taken to know who is in which set, which is more than anybody outside does.

mod refine;
mod span;

#[cfg(test)]
pub(crate) mod tests;

use std::cmp::Reverse;

use super::report::Members;
use refine::Kinds;
pub use span::add_up;
use span::{Sum, small_sum};

/// The smallest group whose size anybody outside may learn (practice.md has the rule of thumb).
pub const SMALLEST: usize = 5;

/// How many numbers of a sum are tried before the last is hidden whether or not that alone helps.
const TRIED: usize = 12;

/// A number that is to be said.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Who or what it counts, by their number in the population.
    pub members: &'a Members,
    /// It is out already, or cannot be left out: others are hidden for its sake.
    pub stays: bool,
}

/// Which of these numbers of one population may be said, in their order. One that stays is said, whatever it is.
///
/// Things such as next steps may be many and of few conversations: `whose` says of each the conversation it belongs to,
/// and a number is small where those are few. Whoever is not in it is counted for themselves.
pub fn hide(cells: &[Cell], whose: &[u32]) -> Vec<bool> {
    let sets = Sets::of(cells, whose);
    let mut shown: Vec<bool> = sets.0.iter().map(Set::may_be_tried).collect();
    while let Some(sum) = leak(&sets, &shown, whose) {
        match sets.to_hide(&sum, &shown) {
            Some(set) => shown[set] = false,
            None => sets.hide_all(&mut shown),
        }
    }
    let mut may = vec![true; cells.len()];
    for (set, shown) in sets.0.iter().zip(shown) {
        set.cells.iter().for_each(|&cell| may[cell] = shown);
    }
    may
}

/// Whether this many is a number nobody outside may learn.
pub fn is_small(count: usize) -> bool {
    (1..SMALLEST).contains(&count)
}

/// Of how many conversations these are; of things that belong to none, how many they are.
pub fn of_how_many(members: &Members, whose: &[u32]) -> usize {
    let of = |member: u32| whose.get(member as usize).copied();
    let (owned, own): (Vec<u32>, Vec<u32>) = members.iter().partition(|one| of(*one).is_some());
    let owners: Members = owned.into_iter().filter_map(of).collect();
    usize::try_from(owners.len()).unwrap_or(usize::MAX) + own.len()
}

/// A set of people or things, and the cells that say its size: one number in two tables is one number.
struct Set<'a> {
    members: &'a Members,
    cells: Vec<usize>,
    stays: bool,
    /// How many it counts, or of how many those are.
    size: usize,
}

/// The largest first: totals are kept where a part of them can go instead.
struct Sets<'a>(Vec<Set<'a>>);

impl Set<'_> {
    fn may_be_tried(&self) -> bool {
        self.stays || !is_small(self.size)
    }
}

impl<'a> Sets<'a> {
    /// Sets of nobody are left out: nought says nothing of anybody.
    fn of(cells: &[Cell<'a>], whose: &[u32]) -> Self {
        let mut sets: Vec<Set<'a>> = vec![];
        for (nth, cell) in cells.iter().enumerate() {
            if cell.members.is_empty() {
                continue;
            }
            match sets.iter_mut().find(|set| set.members == cell.members) {
                Some(set) => {
                    set.cells.push(nth);
                    set.stays |= cell.stays;
                }
                None => sets.push(Set {
                    members: cell.members,
                    cells: vec![nth],
                    stays: cell.stays,
                    size: of_how_many(cell.members, whose),
                }),
            }
        }
        sets.sort_by_key(|set| Reverse(set.members.len()));
        Self(sets)
    }

    /// The set to hide against a sum, of those that are no whole of another in it: the last that helps by itself, else
    /// the last of all.
    fn to_hide(&self, sum: &Sum, shown: &[bool]) -> Option<usize> {
        let may_go = |set: &usize| shown[*set] && !self.0[*set].stays;
        let in_sum: Vec<usize> = sum.sets().into_iter().filter(may_go).collect();
        let is_whole = |set: &usize| {
            let its = self.0[*set].members;
            let mut others = in_sum.iter().filter(|other| *other != set);
            others.any(|other| self.0[*other].members.is_subset(its))
        };
        let mut parts = in_sum.clone();
        parts.retain(|set| !is_whole(set));
        parts.sort_by_key(|set| Reverse(self.0[*set].cells.first()));
        let helps = |set: &&usize| !sum.is_known_without(**set);
        let helping = parts.iter().take(TRIED).find(helps);
        helping.or(parts.first()).copied()
    }

    fn hide_all(&self, shown: &mut [bool]) {
        for (set, shown) in self.0.iter().zip(shown) {
            *shown &= set.stays;
        }
    }
}

/// A sum of what is shown that is a small count. None when all that is left stays: then nothing can be done about it.
fn leak(sets: &Sets, shown: &[bool], whose: &[u32]) -> Option<Sum> {
    let any_may_go = sets
        .0
        .iter()
        .zip(shown)
        .any(|(set, shown)| *shown && !set.stays);
    let members = sets.0.iter().zip(shown);
    let members = members.map(|(set, shown)| shown.then_some(set.members));
    any_may_go
        .then(|| small_sum(&Kinds::of(members, whose), sets.0.len()))
        .flatten()
}
