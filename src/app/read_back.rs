//! What Read back lists: every note under its heading, in or out.

use super::App;
use crate::{conversation::NoteId, record};

/// The notes in the order they are drawn.
pub fn order(app: &App) -> Vec<NoteId> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    record::headings(talk)
        .iter()
        .flat_map(|heading| &heading.notes)
        .filter_map(|index| talk.notes.get(*index))
        .map(|note| note.id)
        .collect()
}

/// The chosen note, or the first.
pub fn chosen(app: &App) -> Option<NoteId> {
    let order = order(app);
    app.note
        .filter(|id| order.contains(id))
        .or_else(|| order.first().copied())
}
