//! A shorter look at a finished record.

use super::model::{Record, Voice};
use crate::conversation::Detail;

/// The record with less in it. Never more: what was left out at the finish is not in it.
///
/// A finished record keeps voices but not marks, so a worry and a thing told in passing look alike. The cut goes by
/// voice, and where it cannot tell it keeps:
///
/// - short: the person's own words, what they told, and the promises;
/// - standard: and what others said, what was noticed, what the worker thinks, and money;
/// - everything: and things to come back to.
#[must_use]
pub fn detail_cut(record: &Record, detail: Detail) -> Record {
    let mut cut = record.clone();
    cut.front.detail = detail.min(record.front.detail);
    for section in &mut cut.sections {
        section
            .entries
            .retain(|entry| level(&entry.voice) <= detail);
    }
    cut.sections.retain(|section| !section.entries.is_empty());
    cut
}

fn level(voice: &Voice) -> Detail {
    match voice {
        Voice::Told | Voice::OwnWords | Voice::Step { .. } => Detail::Short,
        Voice::Others { .. } | Voice::Saw | Voice::View { .. } | Voice::Spend { .. } => {
            Detail::Standard
        }
        Voice::ComeBack => Detail::Everything,
    }
}
