//! Those who are in exactly the same sets cannot be told apart by any sum: they are taken together.

use crate::evidence::report::Members;

/// Everybody who is in any set, by the sets they are in.
pub(super) struct Kinds(Vec<Kind>);

/// Those who are in one set more than another kind was. No list of sets is kept for each: there may be as many kinds as
/// there are people.
struct Kind {
    /// The kind they were of before; none for nobody's.
    before: usize,
    set: usize,
    count: usize,
}

impl Kinds {
    /// Of these sets; one that is none holds its place and nobody. Things count as the conversations they are `whose`.
    pub(super) fn of<'a>(sets: impl Iterator<Item = Option<&'a Members>>, whose: &[u32]) -> Self {
        // The first kind is of those who are in no set. Nobody knows how many they are.
        let mut kinds = vec![Kind {
            before: 0,
            set: 0,
            count: 0,
        }];
        let mut kind_of: Vec<u32> = vec![];
        for (nth, members) in sets.enumerate() {
            let Some(members) = members else { continue };
            let last = members.max().map_or(0, |last| last as usize + 1);
            kind_of.resize(kind_of.len().max(last), 0);
            let mut split: Vec<Option<u32>> = vec![None; kinds.len()];
            for member in members {
                let kind = &mut kind_of[member as usize];
                let old = *kind as usize;
                *kind = *split[old].get_or_insert_with(|| {
                    kinds.push(Kind {
                        before: old,
                        set: nth,
                        count: 0,
                    });
                    (kinds.len() - 1) as u32
                });
                kinds[old].count = kinds[old].count.saturating_sub(1);
                kinds[*kind as usize].count += 1;
            }
        }
        let mut seen: Vec<(u32, u32)> =
            kind_of.iter().copied().zip(whose.iter().copied()).collect();
        seen.sort_unstable();
        for again in seen.windows(2).filter(|two| two[0] == two[1]) {
            let kind = &mut kinds[again[0].0 as usize];
            kind.count = kind.count.saturating_sub(1);
        }
        Self(kinds)
    }

    /// Each kind that anybody is of, and how many they are.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, usize)> {
        let kinds = self.0.iter().enumerate().skip(1);
        kinds.filter_map(|(kind, its)| (its.count > 0).then_some((kind, its.count)))
    }

    /// The sets a kind is in, from the last.
    pub(super) fn sets(&self, kind: usize) -> impl Iterator<Item = usize> {
        let before = |kind: &usize| Some(self.0[*kind].before);
        let kinds = std::iter::successors(Some(kind), before).take_while(|kind| *kind > 0);
        kinds.map(|kind| self.0[kind].set)
    }
}
