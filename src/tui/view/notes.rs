//! Notes as rows: mark, words, time.

use std::borrow::Cow;

use super::{Draw, line::mark_role};
use crate::{
    conversation::{Conversation, Note, Talk},
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// How notes are laid in their column.
struct Columns {
    /// The column's width.
    width: usize,
    /// Before the words.
    indent: usize,
    /// For the words.
    text: usize,
    /// Whether times are shown.
    times: bool,
    /// Whether kinds are spelled out.
    spelled: bool,
}

/// The last rows of the notes that fit, oldest first; or those that end with the chosen note when it is further up.
pub(super) fn rows(draw: &Draw<'_>, talk: &Conversation, width: usize, height: usize) -> Vec<Row> {
    let columns = columns(draw, width);
    let mut end = talk.notes.len();
    if let Some(chosen) = draw.app.note.and_then(|id| talk.index_of(id)) {
        let below = (chosen..end).rev().scan(0, |used, at| {
            *used += note_rows(draw, talk, at, &columns).len();
            Some(*used)
        });
        if below.last().is_some_and(|used| used > height) {
            end = chosen + 1;
        }
        let mut alone = note_rows(draw, talk, chosen, &columns);
        if alone.len() > height {
            alone.truncate(height);
            return alone;
        }
    }
    let mut upward: Vec<Row> = vec![];
    if end == talk.notes.len() {
        upward.extend(moved(talk, end).map(|moved| moved_row(moved, &columns)));
    }
    for at in (0..end).rev() {
        if upward.len() >= height {
            break;
        }
        upward.extend(note_rows(draw, talk, at, &columns).into_iter().rev());
        upward.extend(moved(talk, at).map(|moved| moved_row(moved, &columns)));
        if draw.app.desk.prefs.spacing && at > 0 {
            upward.push(Row::new());
        }
    }
    upward.truncate(height);
    upward.reverse();
    upward
}

/// The talk that began with this note, when it is not the first.
fn moved(talk: &Conversation, note: usize) -> impl Iterator<Item = &Talk> {
    talk.talks
        .iter()
        .skip(1)
        .rev()
        .filter(move |talk| talk.notes_before == note)
}

fn columns(draw: &Draw<'_>, width: usize) -> Columns {
    let spelled = draw.shape.is_wide;
    let times = draw.shape.has_rules;
    let pointer = text::width(draw.glyphs.pointer.trim_end());
    let indent = pointer + if spelled { 14 } else { 2 };
    let time = if times { 7 } else { 0 };
    let most = usize::from(draw.app.desk.prefs.width).max(20);
    let text = width.saturating_sub(indent + time).clamp(1, most);
    Columns {
        width,
        indent,
        text,
        times,
        spelled,
    }
}

fn moved_row(talk: &Talk, columns: &Columns) -> Row {
    let words = Row::new()
        .with(Role::Text, " ".repeat(columns.indent))
        .with(
            Role::Label,
            text::fit(&words::moved_to(&talk.guide.title), columns.text).into_owned(),
        );
    with_time(words, talk.from, columns)
}

fn with_time(row: Row, at: crate::conversation::Moment, columns: &Columns) -> Row {
    if !columns.times {
        return row.fit(columns.width);
    }
    let ground = row.ground;
    let time = Row::new()
        .on(ground)
        .with(Role::Quiet, format!("{} ", words::clock(at)));
    let mut row = Row::left_right(row, time, columns.width);
    row.ground = ground;
    row
}

/// A note's rows; the time stands on the last.
fn note_rows(draw: &Draw<'_>, talk: &Conversation, at: usize, columns: &Columns) -> Vec<Row> {
    let note = &talk.notes[at];
    let chosen = draw.app.note == Some(note.id);
    let ground = if chosen { Ground::Chosen } else { Ground::Page };
    let role = mark_role_of(note);
    let mut lines = lines(note, columns);
    let last = lines.pop().unwrap_or_default();
    let row = |first: bool, words: String| {
        let mut row = Row::new().on(ground);
        if first {
            lead(draw, &mut row, note, columns, chosen);
        } else {
            row.push(Role::Text, " ".repeat(columns.indent));
        }
        row.with(role, words)
    };
    let one = lines.is_empty();
    let mut rows: Vec<Row> = lines
        .into_iter()
        .enumerate()
        .map(|(nth, words)| row(nth == 0, words).fit(columns.width))
        .collect();
    rows.push(with_time(row(one, last), note.at, columns));
    rows
}

/// A note's words in lines of their width. That it is one side of a disagreement, who and when of a step, and that it is
/// a spend where kinds are not spelled out, stand after them, never broken in two.
fn lines(note: &Note, columns: &Columns) -> Vec<String> {
    let width = columns.text;
    let words = spoken(note);
    let pieces = text::wrap(&words, width).into_iter();
    let mut lines: Vec<String> = pieces
        .map(|piece| text::shown(&words[piece]).into_owned())
        .collect();
    let step = note.step.as_ref().map(words::step_tag).unwrap_or_default();
    let tag = match note.is_disagreement() {
        true if step.is_empty() => words::together::WE_DISAGREE.to_owned(),
        true => format!("{}  {step}", words::together::WE_DISAGREE),
        false if !columns.spelled && !note.apart && note.spend().is_some() => {
            words::SPEND.to_owned()
        }
        false => step,
    };
    if !tag.is_empty() {
        match lines.last_mut() {
            Some(last) if text::width(last) + 2 + text::width(&tag) <= width => {
                last.push_str("  ");
                last.push_str(&tag);
            }
            _ => lines.push(text::fit(&tag, width).into_owned()),
        }
    }
    lines
}

fn mark_role_of(note: &Note) -> Role {
    match note.mark {
        None if note.apart => Role::Apart,
        mark => mark_role(mark),
    }
}

/// What stands before the words: the pointer or the kept-apart sign, then the mark. A chosen note that is kept apart
/// keeps its sign, in the mark's place where kinds are not spelled out, so that nobody reads it out by mistake.
fn lead(draw: &Draw<'_>, row: &mut Row, note: &Note, columns: &Columns, chosen: bool) {
    let pointer = draw.glyphs.pointer.trim_end();
    let first = match (chosen, note.apart) {
        (true, _) => pointer,
        (false, true) => "&",
        (false, false) => " ",
    };
    let first = format!("{first:<width$}", width = text::width(pointer));
    let also = if chosen && note.apart { "&" } else { "" };
    let cell = if columns.spelled {
        let name = match note.mark {
            Some(mark) => words::mark(mark),
            None if note.apart => words::APART,
            None if note.spend().is_some() => words::SPEND,
            None => "",
        };
        format!("{first}{also}{name}")
    } else {
        let mark = note.mark.map_or(' ', crate::line::Mark::char);
        if chosen && note.apart {
            format!("{first}&")
        } else {
            format!("{first}{mark}")
        }
    };
    row.push(mark_role_of(note), pad(cell, columns.indent));
}

fn pad(cell: String, width: usize) -> String {
    let missing = width.saturating_sub(text::width(&cell));
    cell + &" ".repeat(missing)
}

/// The words, with whose they are before them.
pub(super) fn spoken(note: &Note) -> Cow<'_, str> {
    match &note.speaker {
        Some(name) => format!("{name}: {}", note.text).into(),
        None => note.text.as_str().into(),
    }
}
