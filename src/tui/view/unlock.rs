//! The passphrase, as a sheet: dots for its letters, and what to do.

use super::Draw;
use crate::{
    app::{SheetRow, Unlocking},
    text,
    tui::row::{Role, Row},
    words,
};

/// The row that shows the dots, and the column after them.
pub(super) fn passphrase(draw: &Draw<'_>, asked: &Unlocking) -> (Row, u16) {
    let margin = draw.shape.margin();
    let before = margin.len() + words::PASSPHRASE_LABEL.len() + 1;
    let room = draw.shape.columns.saturating_sub(before + 1);
    let dots = draw.glyphs.hidden.repeat(asked.count().min(room));
    let column = before + text::width(&dots);
    let row = Row::new()
        .with(Role::Text, margin)
        .with(Role::Label, words::PASSPHRASE_LABEL)
        .with(Role::Text, format!(" {dots}"))
        .cut(draw.shape.columns);
    (row, column.min(draw.shape.columns.saturating_sub(1)) as u16)
}

/// What to do, or what was the matter.
pub(super) fn rows(asked: &Unlocking) -> Vec<SheetRow> {
    let first = match (&asked.said, asked.waiting) {
        (_, true) => words::OPENING,
        (Some(said), false) => said,
        (None, false) => words::UNLOCK_HOW,
    };
    vec![SheetRow::words(first)]
}
