//! How much would go into the record.

use super::{model::Record, reader::Reader};
use crate::conversation::{Choice, Conversation, Detail, Note};

/// What Read back says of the record to be: `9 of 12, 70 words`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Notes that would be in the record.
    pub included: usize,
    /// All notes, in, out and kept apart.
    pub total: usize,
    /// Words under the headings of the letter, as [`Record::words`] counts them once it is finished.
    pub words: usize,
}

/// Counts what would go into the record as the conversation stands.
pub fn tally(conversation: &Conversation) -> Tally {
    let detail = conversation.detail();
    let goes_in = |note: &&Note| goes_in(note, detail);
    Tally {
        total: conversation.notes.len(),
        included: conversation.notes.iter().filter(goes_in).count(),
        // What is under a heading and was not noted counts too: what was agreed comes next. No word hangs on the end.
        words: Record::from_conversation(conversation, conversation.started).words(),
    }
}

/// Whether a note goes into the record: in at this detail or by hand, not kept apart, and not empty.
pub fn goes_in(note: &Note, detail: Detail) -> bool {
    Reader::Record.may_have(note) && note.is_in(detail) && has_words(note)
}

/// Whether what a note says counts for more than what was done: not kept apart, and not left out by hand. A shorter
/// letter leaves more out, but what was noted happened all the same.
pub(super) fn is_counted(note: &Note) -> bool {
    Reader::Record.may_have(note) && note.choice != Choice::Out && has_words(note)
}

/// Notes for the file kept apart: all but those left out by hand, whatever the detail, because each was flagged by
/// hand and is nowhere else.
pub(super) fn kept_apart(conversation: &Conversation) -> impl Iterator<Item = &Note> {
    conversation.notes.iter().filter(|note| goes_apart(note))
}

/// Whether a note goes into the file kept apart.
pub fn goes_apart(note: &Note) -> bool {
    Reader::KeptApart.may_have(note) && note.choice != Choice::Out && has_words(note)
}

pub(super) fn has_words(note: &Note) -> bool {
    !note.text.trim().is_empty()
}
