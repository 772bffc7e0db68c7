//! Help: five rules, marks, keys. Fills the screen; typing finds.

use super::{Body, Draw};
use crate::{
    app::Sheet,
    text,
    tui::row::{Role, Row},
    words,
};

/// Help's rows, from the top one on, and what is typed to find.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(sheet) = &draw.app.sheet else {
        return Body::of(vec![]);
    };
    let width = draw
        .shape
        .columns
        .saturating_sub(2 * draw.shape.margin().len())
        .max(1);
    let mut lines: Vec<(Role, String)> = vec![];
    for row in sheet.rows(draw.app) {
        let role = if row.text.starts_with(' ') {
            Role::Text
        } else {
            Role::Title
        };
        let indent = row.text.len() - row.text.trim_start().len();
        for (nth, piece) in text::wrap(&row.text, width).into_iter().enumerate() {
            let lead = if nth > 0 {
                " ".repeat(indent + 3)
            } else {
                String::new()
            };
            lines.push((role, lead + &row.text[piece]));
        }
    }
    let room = height.saturating_sub(1);
    let top = sheet.chosen.min(lines.len().saturating_sub(room));
    let mut rows = vec![find_row(draw, sheet)];
    rows.extend(lines.into_iter().skip(top).take(room).map(|(role, line)| {
        Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(role, line)
    }));
    Body {
        rows,
        cursor: Some((find_column(draw, sheet), 0)),
        divider: None,
    }
}

/// `Find: mo`, with the cursor after it.
pub(super) fn find_row(draw: &Draw<'_>, sheet: &Sheet) -> Row {
    Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Label, words::FIND_LABEL)
        .with(Role::Text, format!(" {}", text::shown(&sheet.filter)))
        .cut(draw.shape.columns)
}

/// The column after what is typed to find.
pub(super) fn find_column(draw: &Draw<'_>, sheet: &Sheet) -> u16 {
    let before = draw.shape.margin().len() + words::FIND_LABEL.len() + 1;
    (before + text::width(&sheet.filter)).min(draw.shape.columns.saturating_sub(1)) as u16
}
