//! What is said under the line: trouble, what was just done, what was understood of the words.
//!
//! No sentence is cut without a sign. One that does not fit under the line goes on in place of the keys, so that the
//! line stays where it is; one that is longer still stands whole above the line. On a small screen, which has no row
//! under the line, it takes the last rows of the body.
//! Trouble stays until it is mended, so it has rows of its own above the line and leaves the keys where they are.

use super::Draw;
use crate::{
    app::{SheetKind, sheet::Stage, under},
    text,
    tui::row::{Role, Row},
    words,
};

/// Where the words start under a line that has its label beside it.
const INDENT: usize = 12;

/// The most rows a sentence takes above the line.
const MOST_ABOVE: usize = 4;

/// The rows a sentence can take below it.
const MOST_BELOW: usize = 2;

/// What is said, where it is drawn.
#[derive(Default)]
pub(super) struct Said {
    /// What cannot be written, and what is too long to stand below the line, above it; on a small screen both are in
    /// `above`.
    pub trouble: Vec<Row>,
    /// The last rows of the body, on a small screen.
    pub above: Vec<Row>,
    /// The row under the line, where there is one.
    pub under: Option<Row>,
    /// The rest of a long sentence.
    pub in_place_of_keys: Option<Row>,
}

/// What is said now.
pub(super) fn said(draw: &Draw<'_>) -> Said {
    let shape = &draw.shape;
    let margin = shape.margin().len();
    let width = shape.columns.saturating_sub(2 * margin).max(1);
    let rows = |words: &str, role: Role, most: usize| -> Vec<Row> {
        let row = |words| {
            Row::new()
                .with(Role::Text, shape.margin())
                .with(role, words)
        };
        pieces(&draw.said(words), width, most)
            .into_iter()
            .map(row)
            .collect()
    };
    let trouble = draw.app.trouble.as_deref().unwrap_or_default();
    if !shape.has_under {
        // What can be done about trouble takes the room that what it is would take.
        let acts = draw.app.sheet.as_ref();
        let acts = acts.is_some_and(|sheet| sheet.kind == SheetKind::Where);
        let most = if acts { 1 } else { MOST_ABOVE };
        let most = most.min(shape.rows / 3).max(1);
        let mut above = vec![];
        if !trouble.is_empty() {
            above = rows(trouble, Role::Problem, most);
        }
        if let Some(words) = words_now(draw).filter(|_| above.len() < most) {
            above.extend(rows(&words, Role::Quiet, most - above.len()));
        }
        return Said {
            above,
            ..Said::default()
        };
    }
    let mut said = Said {
        under: Some(Row::new()),
        ..Said::default()
    };
    if !trouble.is_empty() {
        said.trouble = rows(trouble, Role::Problem, 2);
    }
    if let Some(words) = words_now(draw) {
        let most = MOST_ABOVE.min(shape.rows / 3);
        let above = rows(&words, Role::Quiet, most);
        if above.len() > MOST_BELOW {
            said.trouble.extend(above);
            return said;
        }
        let spare = shape
            .columns
            .saturating_sub(margin + text::width(&draw.said(&words)));
        let indent = if shape.has_margin { INDENT } else { 0 };
        let mut rows = rows(&words, Role::Quiet, MOST_BELOW).into_iter();
        said.under = rows.next().map(|row| {
            let lead = indent.min(spare).saturating_sub(margin);
            let mut set_in = Row::new().with(Role::Text, " ".repeat(lead));
            set_in.spans.extend(row.spans);
            set_in
        });
        said.in_place_of_keys = rows.next();
    }
    said
}

/// Whether anything is said now.
pub(super) fn says_something(draw: &Draw<'_>) -> bool {
    draw.app.trouble.is_some() || words_now(draw).is_some()
}

/// Words in at most this many rows; the last ends in dots when that is too few.
fn pieces(words: &str, width: usize, most: usize) -> Vec<String> {
    let ranges = text::wrap(words, width);
    let mut rows: Vec<String> = ranges
        .iter()
        .take(most)
        .map(|piece| words[piece.clone()].to_owned())
        .collect();
    if ranges.len() > most
        && let Some(last) = rows.last_mut()
    {
        *last = text::fit(&words[ranges[most - 1].start..], width).into_owned();
    }
    rows
}

/// What was just done; or else what was understood.
fn words_now(draw: &Draw<'_>) -> Option<String> {
    let app = draw.app;
    if app.is_paused() && app.locked.is_none() {
        return None;
    }
    if let Some(said) = &app.said {
        return Some(said.clone());
    }
    if app.looking.is_some() {
        return Some(words::LOOKING_HOW.to_owned());
    }
    if app.locked.is_some() {
        return None;
    }
    // While a day or a name is being chosen, the sheet says what the row under the line would.
    let choosing = app.sheet.as_ref().is_some_and(
        |sheet| matches!(&sheet.kind, SheetKind::When(when) if when.stage != Stage::List),
    );
    if choosing {
        return None;
    }
    Some(match under::under(app)? {
        under::Under::Step(step) => words::step_reading(&step, app.now.date_naive()),
        under::Under::Words(words) => words,
        under::Under::Suggestion(listing) => words::suggested(&listing),
    })
}
