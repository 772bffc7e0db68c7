//! Whether a middle or a sum may be said where those of some of the same days were given.
//!
//! How many it is of is held against all sets that were given, so no few are left by adding and subtracting those, nor by
//! adding and subtracting sums of the same sets. Where sets go together and their sums do not, something was put right
//! since, and the difference would show it. From two middles little follows where many are in one set and not in the other.

use std::collections::{BTreeSet, HashMap};

use crate::evidence::{
    cleared::given::{Given, Remembered, Whose},
    compare::FEW,
    hide::add_up,
    period::Period,
    report::{Known, KnownBy, Members, known_of},
};

/// What is to be said.
pub(super) struct Said {
    /// Of what, whatever the days.
    pub(super) label: String,
    pub(super) value: String,
    /// It is a sum, of so many pence.
    pence: Option<u64>,
}

impl Said {
    pub(super) fn middle(label: String, value: String) -> Self {
        Self {
            label,
            value,
            pence: None,
        }
    }

    pub(super) fn sum(label: String, pence: u64) -> Self {
        Self {
            label,
            value: pence.to_string(),
            pence: Some(pence),
        }
    }
}

/// By what they are known in every report.
pub(super) fn known(whose: &Whose, known: &KnownBy) -> BTreeSet<Known> {
    let (of, members) = whose;
    known_of(known, *of, members).collect()
}

/// Whether it may be said of these, and of these days, beside what was given.
pub(super) fn may_be_said(
    said: &Said,
    ours: &BTreeSet<Known>,
    days: Period,
    beside: &[&Given],
) -> bool {
    let before = beside.iter().filter_map(|one| one.remembers(&said.label));
    let before: Vec<Remembered<'_>> = before.collect();
    // Whose it was is not told by what was given long ago: there it is the same only of the same days.
    let is_again = |one: &Remembered<'_>| {
        let is_theirs = match &one.whose {
            Some(theirs) => theirs == ours,
            None => one.days == days,
        };
        is_theirs && one.value == said.value
    };
    before.iter().any(is_again)
        || (before.iter().all(|one| are_apart(ours, one)) && goes_with(said, ours, &before))
}

/// Whether each of the two sets has nobody, or many, that the other has not.
fn are_apart(ours: &BTreeSet<Known>, before: &Remembered<'_>) -> bool {
    let many = |one: &BTreeSet<Known>, other: &BTreeSet<Known>| {
        let wholes = one.difference(other).map(|known| known.whole);
        let wholes: BTreeSet<u64> = wholes.collect();
        wholes.is_empty() || wholes.len() >= FEW
    };
    let theirs = before.whose.as_ref();
    theirs.is_some_and(|theirs| theirs != ours && many(ours, theirs) && many(theirs, ours))
}

/// Whether a sum is what the sums before say that it is, where they do.
fn goes_with(said: &Said, ours: &BTreeSet<Known>, before: &[Remembered<'_>]) -> bool {
    let Some(pence) = said.pence else { return true };
    let mut numbers: HashMap<Known, u32> = HashMap::new();
    let mut numbered = |set: &BTreeSet<Known>| -> Members {
        let number = |one: &Known| {
            let next = numbers.len() as u32;
            *numbers.entry(*one).or_insert(next)
        };
        set.iter().map(number).collect()
    };
    let before = before.iter();
    let before = before.map(|one| Some((numbered(one.whose.as_ref()?), one.value.parse().ok()?)));
    let before: Option<Vec<(Members, u64)>> = before.collect();
    let ours = (numbered(ours), pence);
    before.is_some_and(|before| add_up(&before, &ours))
}
