//! Those who are in exactly the same sets cannot be told apart by any sum: they are taken together.

use crate::evidence::report::Members;

/// Everybody who is in any set, by the sets they are in.
pub(super) struct Kinds(Vec<Alike>);

/// Those who are in exactly these sets.
#[derive(Debug, Clone)]
pub(super) struct Alike {
    /// The sets, from the first.
    pub(super) sets: Vec<usize>,
    /// How many they are.
    pub(super) count: usize,
}

impl Kinds {
    /// Of these sets; one that is none holds its place and nobody.
    pub(super) fn of<'a>(sets: impl Iterator<Item = Option<&'a Members>>) -> Self {
        let mut kinds = vec![Alike {
            sets: vec![],
            count: 0,
        }];
        // The kind of each, by their number; nobody has been seen yet.
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
                    let mut sets = kinds[old].sets.clone();
                    sets.push(nth);
                    kinds.push(Alike { sets, count: 0 });
                    (kinds.len() - 1) as u32
                });
                // Of the first kind, those who were in no set yet, nobody knows how many there are.
                kinds[old].count = kinds[old].count.saturating_sub(1);
                kinds[*kind as usize].count += 1;
            }
        }
        kinds.retain(|kind| kind.count > 0 && !kind.sets.is_empty());
        Self(kinds)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Alike> {
        self.0.iter()
    }
}
