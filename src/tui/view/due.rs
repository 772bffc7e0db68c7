//! What is due, on Home: what, who, and by when; on a wide screen which conversation it comes from, and what is to
//! come.

use super::{
    Draw,
    home::{Nth, heading, inset, is_spacious, numbered},
};
use crate::{
    promise::{self, Place, Promise, Standing},
    text,
    tui::row::{Role, Row},
    words::promise as said,
};

/// The columns of what, of who, and of when, each with the space after it.
const WHAT: usize = 37;
const WHO: usize = 7;
const WHEN: usize = 26;

/// How many of the promises to come stand under what is due.
const TO_COME: usize = 5;

/// What stands above the promises that are due.
pub(super) fn before(draw: &Draw<'_>) -> Vec<Row> {
    if draw.shape.has_rules {
        vec![Row::new(), heading(draw, said::DUE_TODAY)]
    } else {
        vec![]
    }
}

/// A promise that is due.
pub(super) fn row(draw: &Draw<'_>, nth: Nth, place: &Place) -> Row {
    let lead = numbered(draw, nth);
    match draw.app.desk.index.promise(place) {
        Some(promise) => columns(draw, lead, promise),
        None => lead,
    }
}

/// The row that leads to all that is due.
pub(super) fn more(draw: &Draw<'_>, nth: Nth, count: usize) -> Row {
    numbered(draw, nth).with(Role::Quiet, said::more_due(count))
}

fn columns(draw: &Draw<'_>, lead: Row, promise: &Promise) -> Row {
    let (app, today) = (draw.app, draw.app.now.date_naive());
    let columns = draw.shape.columns.saturating_sub(inset(draw).len());
    let what = app.promised(promise);
    let who = said::promiser(promise, app.desk.prefs.name.as_deref());
    let when = said::by_when(promise, today);
    let room = columns.saturating_sub(lead.width());
    if room < WHAT + WHO + 12 {
        let beside = format!(", {who}, {when}");
        let what = text::fit(&what, room.saturating_sub(text::width(&beside)).max(8));
        let words = format!("{what}{beside}");
        return lead.with(Role::Text, text::fit(&words, room).into_owned());
    }
    let start = lead.width();
    let row = lead
        .with(Role::Text, text::fit(&what, WHAT - 2).into_owned())
        .pad_to(start + WHAT)
        .with(Role::Text, text::fit(&who, WHO - 1).into_owned())
        .pad_to(start + WHAT + WHO);
    let room = columns.saturating_sub(row.width());
    let when = text::fit(&when, room.min(WHEN - 2)).into_owned();
    if !draw.shape.is_wide {
        return row.with(Role::Quiet, when);
    }
    let row = row
        .with(Role::Quiet, when)
        .pad_to(start + WHAT + WHO + WHEN);
    let room = columns.saturating_sub(row.width());
    let from = said::comes_from(promise, today);
    row.with(Role::Quiet, text::fit(&from, room).into_owned())
}

/// What is to come, where there is room to spare. Nothing there can be chosen; `/due` lists it all.
pub(super) fn to_come(draw: &Draw<'_>) -> Vec<Row> {
    let (app, today) = (draw.app, draw.app.now.date_naive());
    if !is_spacious(draw) || app.practice.is_some() || app.locked.is_some() {
        return vec![];
    }
    let due = promise::due(app.desk.index.promises(), today);
    let later = due
        .into_iter()
        .filter(|promise| promise.standing(today) == Standing::Later);
    let rows: Vec<Row> = later
        .take(TO_COME)
        .map(|promise| coming(draw, promise))
        .collect();
    if rows.is_empty() {
        return rows;
    }
    let above = [Row::new(), heading(draw, said::LATER)];
    above.into_iter().chain(rows).collect()
}

fn coming(draw: &Draw<'_>, promise: &Promise) -> Row {
    let (app, today) = (draw.app, draw.app.now.date_naive());
    let start = inset(draw).len() + 5;
    let who = said::promiser(promise, app.desk.prefs.name.as_deref()).into_owned();
    let what = app.promised(promise);
    let row = Row::new()
        .with(Role::Text, " ".repeat(start))
        .with(Role::Text, text::fit(&what, WHAT - 2).into_owned())
        .pad_to(start + WHAT)
        .with(Role::Text, text::fit(&who, WHO - 1).into_owned())
        .pad_to(start + WHAT + WHO)
        .with(Role::Quiet, said::by_when(promise, today))
        .pad_to(start + WHAT + WHO + WHEN);
    row.with(Role::Quiet, said::comes_from(promise, today))
}
