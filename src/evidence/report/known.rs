//! By what somebody or something is known in every report of a home, of whatever days.
//!
//! The numbers of a report mean nothing outside it. Two reports of a home can only be held against one another by what
//! stays: the name of a conversation, and the place of a thing in it. No name is kept here, only what is made of it.

use std::collections::BTreeMap;

use super::{Members, Population};

/// Who or what a number of a report stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known {
    /// The person, or the conversation it belongs to.
    pub whole: u64,
    /// Which of its things, where it may have several.
    pub part: u32,
}

/// By population, who or what each number stands for.
pub type KnownBy = BTreeMap<Population, Vec<Known>>;

/// What these of a population stand for, as far as that is known.
pub fn known_of<'a>(
    known: &'a KnownBy,
    of: Population,
    members: &'a Members,
) -> impl Iterator<Item = Known> + 'a {
    let known = known.get(&of).map_or(&[] as &[Known], Vec::as_slice);
    let each = members.iter();
    each.filter_map(|one| known.get(one as usize).copied())
}

impl Known {
    /// What is known by this name alone.
    pub fn by(name: &str) -> Self {
        Self {
            whole: scattered(name),
            part: 0,
        }
    }

    /// The thing at this place of it.
    #[must_use]
    pub fn part(self, part: u32) -> Self {
        Self { part, ..self }
    }
}

/// FNV-1a, then D. Stafford's thirteenth mix: the same on every computer and in every version.
fn scattered(name: &str) -> u64 {
    let fold = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    let mut mixed = name.bytes().fold(0xCBF2_9CE4_8422_2325, fold);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
