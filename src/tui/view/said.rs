//! What is said under the line: trouble, what was just done, what was understood of the words.
//!
//! No sentence is cut without a sign. One that does not fit under the line goes on in place of the keys, so that the
//! line stays where it is; on a small screen, which has no row under the line, it takes the last rows of the body.

use super::Draw;
use crate::{
    app::{SheetKind, sheet::Stage, under},
    text,
    tui::row::{Role, Row},
    words,
};

/// Where the words start under a line that has its label beside it.
const INDENT: usize = 12;

/// The most rows a sentence takes on a small screen.
const MOST_ABOVE: usize = 4;

/// What is said, where it is drawn.
#[derive(Default)]
pub(super) struct Said {
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
    let Some((words, role)) = words_now(draw) else {
        return Said {
            under: shape.has_under.then(Row::new),
            ..Said::default()
        };
    };
    let words = draw.said(&words);
    let row = |indent: usize, words: String| {
        Row::new()
            .with(Role::Text, " ".repeat(indent))
            .with(role, words)
    };
    let margin = shape.margin().len();
    let width = shape.columns.saturating_sub(2 * margin).max(1);
    if !shape.has_under {
        let most = MOST_ABOVE.min(shape.rows / 3).max(1);
        let rows = pieces(&words, width, most);
        return Said {
            above: rows.into_iter().map(|words| row(margin, words)).collect(),
            ..Said::default()
        };
    }
    let spare = shape.columns.saturating_sub(margin + text::width(&words));
    let indent = if shape.has_margin { INDENT } else { 0 };
    let indent = indent.min(spare).max(margin);
    let mut rows = pieces(&words, width, 2).into_iter();
    Said {
        above: vec![],
        under: rows.next().map(|words| row(indent, words)),
        in_place_of_keys: rows.next().map(|words| row(margin, words)),
    }
}

/// Whether anything is said now.
pub(super) fn says_something(draw: &Draw<'_>) -> bool {
    words_now(draw).is_some()
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

/// The words and the part they play: trouble first, then what was just done, then what was understood.
fn words_now(draw: &Draw<'_>) -> Option<(String, Role)> {
    let app = draw.app;
    if let Some(trouble) = &app.trouble {
        return Some((trouble.clone(), Role::Problem));
    }
    if app.is_paused() {
        return None;
    }
    if let Some(said) = &app.said {
        return Some((said.clone(), Role::Quiet));
    }
    // While a day or a name is being chosen, the sheet says what the row under the line would.
    let choosing = app.sheet.as_ref().is_some_and(
        |sheet| matches!(&sheet.kind, SheetKind::When(when) if when.stage != Stage::List),
    );
    if choosing {
        return None;
    }
    let words = match under::under(app)? {
        under::Under::Step(step) => words::step_reading(&step, app.now.date_naive()),
        under::Under::Words(words) => words,
        under::Under::Suggestion(listing) => {
            let how = format!("   {} uses it", draw.glyphs.arrows[1]);
            let room = draw.shape.columns.saturating_sub(text::width(&how) + 2);
            format!("{}{how}", text::fit(&listing, room))
        }
    };
    Some((words, Role::Quiet))
}
