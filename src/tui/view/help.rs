//! Help: five rules, marks, keys. Fills the screen; typing finds.

use super::{Body, Draw};
use crate::{
    app::{
        Sheet, SheetKind,
        sheet::{CloseSheet, Stage},
        story::StorySheet,
    },
    text,
    tui::row::{Role, Row},
    words,
};

/// Help's rows, from the top one on, and what is typed to find.
pub(super) fn body(draw: &Draw<'_>, sheet: &Sheet, height: usize) -> Body {
    let margin = draw.shape.margin();
    let width = draw.shape.columns.saturating_sub(2 * margin.len()).max(1);
    let rows = sheet.rows(draw.app);
    let in_columns = rows.iter().all(|row| text::width(&row.text) <= width);
    let lines: Vec<(usize, Role, String)> = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| {
            let heading = !row.text.starts_with(' ');
            let role = if heading { Role::Title } else { Role::Text };
            laid(&row.text, width, in_columns)
                .into_iter()
                .map(move |line| (at, role, line))
        })
        .collect();
    let room = height.saturating_sub(1);
    let first = lines
        .iter()
        .position(|(at, ..)| *at >= sheet.chosen)
        .unwrap_or(lines.len())
        .min(lines.len().saturating_sub(room));
    let mut find = find_row(draw, sheet);
    if first + room < lines.len() && room > 0 {
        let more = format!("{}{margin}", words::MORE_BELOW);
        find = Row::left_right(find, Row::new().with(Role::Quiet, more), draw.shape.columns);
    }
    let mut rows = vec![find];
    if lines.is_empty() {
        let none = text::fit(words::NO_HELP_MATCHES, width).into_owned();
        rows.push(Row::new().with(Role::Text, margin).with(Role::Quiet, none));
    }
    let shown = lines.into_iter().skip(first).take(room);
    rows.extend(shown.map(|(_, role, line)| Row::new().with(Role::Text, margin).with(role, line)));
    Body {
        rows,
        cursor: Some((find_column(draw, sheet), 0)),
        divider: None,
    }
}

/// A row of help in this width. Its columns are kept where those of every row fit; where they do not, what was in
/// columns follows on, and what wraps is set in under its own first row.
fn laid(row: &str, width: usize, in_columns: bool) -> Vec<String> {
    if in_columns {
        return vec![row.to_owned()];
    }
    let indent = if row.starts_with(' ') { 2 } else { 0 };
    let columns: Vec<&str> = row.split("  ").map(str::trim).collect();
    let words: Vec<&str> = columns
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let words = words.join("  ");
    let indent = indent.min(width / 4);
    let under = (indent + indent.min(2)).min(width / 2);
    let pieces = text::wrap_with(&words, width - indent, (width - under).max(1));
    let lines = pieces.into_iter().enumerate().map(|(nth, piece)| {
        let lead = if nth == 0 { indent } else { under };
        format!("{}{}", " ".repeat(lead), &words[piece])
    });
    lines.collect()
}

/// `Find: mo`, with the cursor after it. Of a long one the end shows.
pub(super) fn find_row(draw: &Draw<'_>, sheet: &Sheet) -> Row {
    Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Label, label(sheet))
        .with(
            Role::Text,
            format!(" {}", text::shown(typed(draw, sheet).0)),
        )
        .cut(draw.shape.columns)
}

/// The column after what is typed to find.
pub(super) fn find_column(draw: &Draw<'_>, sheet: &Sheet) -> u16 {
    let before = draw.shape.margin().len() + label(sheet).len() + 1;
    let (piece, at) = typed(draw, sheet);
    let column = before + text::width(&text::shown(&piece[..at]));
    column.min(draw.shape.columns.saturating_sub(1)) as u16
}

fn label(sheet: &Sheet) -> &'static str {
    match &sheet.kind {
        SheetKind::When(when) if when.stage == Stage::Owner => words::NAME_LABEL,
        SheetKind::FollowUp(..)
        | SheetKind::Adding(..)
        | SheetKind::Close(CloseSheet::Day(_) | CloseSheet::Why(_))
        | SheetKind::Story(StorySheet::Part(_) | StorySheet::Yes(_))
        | SheetKind::Feedback(_) => words::promise::ANSWER_LABEL,
        SheetKind::When(_) => words::DAY_LABEL,
        _ => words::FIND_LABEL,
    }
}

/// What is typed, from where there is room for all up to the cursor and a column for that; and where the cursor is in it.
fn typed<'a>(draw: &Draw<'_>, sheet: &'a Sheet) -> (&'a str, usize) {
    let before = draw.shape.margin().len() + label(sheet).len() + 2;
    let room = draw.shape.columns.saturating_sub(before);
    let (typed, cursor, mut from) = (&sheet.filter, sheet.cursor(), 0);
    while text::width(&typed[from..cursor]) > room {
        from = text::next(typed, from);
    }
    (&typed[from..], cursor - from)
}
