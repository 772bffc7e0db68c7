//! How much would go into the record.

use super::inert::as_written;
use crate::conversation::{Choice, Conversation, Note};

/// What Read back says of the record to be: `9 of 12, 70 words`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Notes that would be in the record.
    pub included: usize,
    /// All notes, in, out and kept apart.
    pub total: usize,
    /// Words of the notes that would be in.
    pub words: usize,
}

/// Counts what would go into the record as the conversation stands.
pub fn tally(conversation: &Conversation) -> Tally {
    let included: Vec<_> = included(conversation).collect();
    Tally {
        included: included.len(),
        total: conversation.notes.len(),
        words: included
            .iter()
            .map(|note| note.text.split_whitespace().count())
            .sum(),
    }
}

/// Whether a note goes into the record: in at this detail or by hand, not kept apart, and not empty.
pub(super) fn goes_in(conversation: &Conversation, note: &Note) -> bool {
    !note.apart && note.is_in(conversation.detail()) && !as_written(&note.text).is_empty()
}

/// Notes for the file kept apart: all but those left out by hand, whatever the detail, because each was flagged by
/// hand and is nowhere else.
pub(super) fn kept_apart(conversation: &Conversation) -> impl Iterator<Item = &Note> {
    conversation.notes.iter().filter(|note| {
        note.apart && note.choice != Choice::Out && !as_written(&note.text).is_empty()
    })
}

fn included(conversation: &Conversation) -> impl Iterator<Item = &Note> {
    conversation
        .notes
        .iter()
        .filter(|note| goes_in(conversation, note))
}
