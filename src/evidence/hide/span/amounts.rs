//! Amounts of sets, such as the money of some spends.

use std::collections::BTreeSet;

use super::field::{Echelon, Number, Row};
use crate::evidence::report::Members;

/// Where the amount stands, to the right of every member.
const AMOUNT: usize = u32::MAX as usize;

/// Whether the amount of a set is what the amounts of others say that it is. Where its set is not made of theirs, by
/// adding and subtracting, they say nothing of it.
pub fn add_up(others: &[(Members, u64)], one: &(Members, u64)) -> bool {
    let sets: Vec<&Members> = others.iter().chain([one]).map(|(set, _)| set).collect();
    let all = sets.iter().fold(Members::new(), |all, set| all | *set);
    // Of those that are in the same sets, one stands for all.
    let mut alike: BTreeSet<Vec<bool>> = BTreeSet::new();
    let is_first = |who: &u32| alike.insert(sets.iter().map(|set| set.contains(*who)).collect());
    let each: Members = all.iter().filter(is_first).collect();
    let row = |(set, amount): &(Members, u64)| {
        let places: Vec<usize> = (set & &each).iter().map(|who| who as usize).collect();
        Row::of(&places).with(AMOUNT, Number::of(*amount))
    };
    let mut made = Echelon::default();
    for other in others {
        let left = made.divide(row(other));
        if left.places().next() != Some(AMOUNT) {
            made.take(left);
        }
    }
    made.divide(row(one)).places().next() != Some(AMOUNT)
}
