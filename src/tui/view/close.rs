//! People in crisis, on Home: initials only, when somebody was last in touch, when somebody is next, and by whom. And in
//! Read back, when the worker looks again.

use super::{
    Draw,
    home::{Nth, heading, inset, numbered},
};
use crate::{
    app::home,
    conversation::ConversationId,
    people::InCrisis,
    text,
    tui::row::{Role, Row},
    words::close as said,
};

/// The columns of whose it is, of the last contact and of the next, each with the space after it.
const WHOSE: usize = 5;
const LAST: usize = 27;
const NEXT: usize = 36;

/// What stands above the board.
pub(super) fn before(draw: &Draw<'_>) -> Vec<Row> {
    match draw.shape.has_rules {
        true => vec![Row::new(), heading(draw, said::TITLE)],
        false => vec![],
    }
}

/// Somebody in crisis.
pub(super) fn row(draw: &Draw<'_>, nth: Nth, root: &ConversationId) -> Row {
    let lead = numbered(draw, nth);
    match draw.app.in_crisis(root) {
        Some(row) => columns(draw, lead, row),
        None => lead,
    }
}

/// The row that leads to the whole board.
pub(super) fn more(draw: &Draw<'_>, nth: Nth, count: usize) -> Row {
    numbered(draw, nth).with(Role::Quiet, said::more(count))
}

fn columns(draw: &Draw<'_>, lead: Row, row: &InCrisis) -> Row {
    let app = draw.app;
    let (now, today) = (app.now, app.now.date_naive());
    let width = draw.shape.columns.saturating_sub(inset(draw).len());
    let room = width.saturating_sub(lead.width());
    let (who, by) = (
        said::whose(row, app.sticking_close()),
        said::by(row, app.desk.prefs.name.as_deref()),
    );
    let shown = app.sticking_close().iter().take(home::MOST_CLOSE + 1);
    let names = shown.map(|row| text::width(&said::whose(row, app.sticking_close())) + 1);
    let whose = names.max().unwrap_or(WHOSE).max(WHOSE);
    if room < whose + LAST + NEXT {
        let words = said::row_short(row, app.sticking_close(), now);
        let by = format!(", {by}");
        let whole = match text::width(&words) + text::width(&by) <= room {
            true => words + &by,
            false => words,
        };
        return lead.with(Role::Text, text::fit(&whole, room).into_owned());
    }
    let start = lead.width();
    let row = lead
        .with(Role::Text, text::fit(&who, whose - 1).into_owned())
        .pad_to(start + whose)
        .with(
            Role::Text,
            text::fit(&said::last(row, now), LAST - 2).into_owned(),
        )
        .pad_to(start + whose + LAST)
        .with(Role::Text, said::look_again(row, today))
        .pad_to(start + whose + LAST + NEXT);
    let room = width.saturating_sub(row.width());
    row.with(Role::Quiet, text::fit(&by, room).into_owned())
}

/// What ending a talk about a crisis asks, in one line that can be skipped, until a day is set.
pub(super) fn when(draw: &Draw<'_>, width: usize) -> Vec<Row> {
    let (app, today) = (draw.app, draw.app.now.date_naive());
    if !app.asks_look_again() || !draw.shape.has_footer {
        return vec![];
    }
    let words = match draw.shape.has_rules {
        true => said::when_line(today),
        false => said::when_short(today),
    };
    let margin = draw.shape.margin();
    let room = width.saturating_sub(2 * margin.len()).max(1);
    let pieces = text::wrap(&words, room).into_iter();
    let row = |piece: std::ops::Range<usize>| {
        let words = words[piece].to_owned();
        Row::new().with(Role::Text, margin).with(Role::Label, words)
    };
    pieces.map(row).collect()
}
