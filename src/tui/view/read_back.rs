//! Read back: every note under its heading, in or out; beside it the record as it will be, where there is room.

use super::{Body, Draw, line::mark_role, notes};
use crate::{
    app::read_back,
    conversation::{Conversation, Detail, Note},
    line::{Mark, Who},
    record, text,
    tui::row::{Ground, Role, Row},
    words,
};

/// The body of Read back.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(talk) = draw.app.desk.talk() else {
        return Body::of(vec![]);
    };
    if !draw.shape.is_wide || draw.shape.rows < 20 {
        let (rows, cursor) = list(draw, talk, draw.shape.columns, height);
        return Body {
            rows,
            cursor,
            divider: None,
        };
    }
    let left = (draw.shape.columns * 54) / 100;
    let right = draw.shape.columns - left - 1;
    let (mut rows, cursor) = list(draw, talk, left, height);
    rows.resize_with(height, Row::new);
    let beside = preview(draw, talk, right)
        .into_iter()
        .chain(std::iter::repeat_with(Row::new));
    let rows = rows
        .into_iter()
        .zip(beside)
        .map(|(row, beside)| row.beside(left, draw.glyphs.down, beside));
    Body {
        rows: rows.collect(),
        cursor,
        divider: Some(left),
    }
}

/// Detail, headings and notes, in the rows there are.
fn list(
    draw: &Draw<'_>,
    talk: &Conversation,
    width: usize,
    height: usize,
) -> (Vec<Row>, Option<(u16, u16)>) {
    let mut rows = vec![detail(draw, talk, width)];
    if draw.shape.has_margin {
        rows.push(Row::new());
    }
    if talk.notes.is_empty() {
        rows.extend(words::NOTHING_NOTED.map(|words| {
            Row::new()
                .with(Role::Text, draw.shape.margin())
                .with(Role::Quiet, words)
        }));
        return (rows, None);
    }
    let chosen = read_back::chosen(draw.app);
    let mut drawn: Vec<(Row, Option<bool>)> = vec![];
    for heading in record::headings(talk) {
        let title = text::shown(&heading.heading).into_owned();
        drawn.push((
            Row::new()
                .with(Role::Text, draw.shape.margin())
                .with(Role::Title, title),
            None,
        ));
        for note in heading.notes.iter().filter_map(|at| talk.notes.get(*at)) {
            let is_chosen = chosen == Some(note.id);
            drawn.extend(
                note_rows(draw, talk, note, is_chosen, width)
                    .into_iter()
                    .map(|row| (row, Some(is_chosen))),
            );
        }
    }
    let room = height.saturating_sub(rows.len());
    let head = rows.len();
    let (shown, at) = window(draw, drawn, room);
    rows.extend(shown);
    let cursor = draw
        .app
        .line_is_empty()
        .then(|| at.map(|at| (draw.shape.margin().len() as u16, (head + at) as u16)));
    (rows, cursor.flatten())
}

/// The rows there is room for around the chosen note, and how many are below.
fn window(
    draw: &Draw<'_>,
    drawn: Vec<(Row, Option<bool>)>,
    room: usize,
) -> (Vec<Row>, Option<usize>) {
    let chosen = drawn.iter().position(|(_, chosen)| *chosen == Some(true));
    if drawn.len() <= room {
        return (drawn.into_iter().map(|(row, _)| row).collect(), chosen);
    }
    let last = drawn
        .iter()
        .rposition(|(_, chosen)| *chosen == Some(true))
        .unwrap_or(0);
    let room = room.saturating_sub(1);
    let first = (last + 3).saturating_sub(room).min(drawn.len() - room);
    let first = chosen.map_or(first, |at| first.min(at));
    let below = drawn.len() - (first + room).min(drawn.len());
    let mut rows: Vec<Row> = drawn
        .into_iter()
        .skip(first)
        .take(room)
        .map(|(row, _)| row)
        .collect();
    let more = if below == 0 {
        String::new()
    } else {
        format!("{below} more. PgDn")
    };
    rows.push(
        Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(Role::Quiet, more),
    );
    (rows, chosen.map(|at| at - first))
}

/// `Detail:  Short  [Standard]  Everything        In the record: 9 of 12, 70 words`
fn detail(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Row {
    let tally = record::tally(talk);
    let mut row = Row::new().with(Role::Text, draw.shape.margin());
    let roomy = width >= 60;
    if roomy {
        row.push(Role::Label, words::DETAIL);
        row.push(Role::Text, "  ");
    }
    for level in [Detail::Short, Detail::Standard, Detail::Everything] {
        let name = name_of(level);
        if level == talk.detail() {
            row.push(Role::Title, format!("[{name}]"));
        } else if roomy {
            row.push(Role::Quiet, format!(" {name} "));
        }
    }
    let count = if roomy && width >= 76 {
        format!(
            "In the record: {} of {}, {} words ",
            tally.included, tally.total, tally.words
        )
    } else {
        format!(
            "{} of {}, {} words",
            tally.included, tally.total, tally.words
        )
    };
    Row::left_right(row, Row::new().with(Role::Quiet, count), width)
}

fn name_of(detail: Detail) -> &'static str {
    match detail {
        Detail::Short => "Short",
        Detail::Standard => "Standard",
        Detail::Everything => "Everything",
    }
}

fn note_rows(
    draw: &Draw<'_>,
    talk: &Conversation,
    note: &Note,
    chosen: bool,
    width: usize,
) -> Vec<Row> {
    let ground = if chosen { Ground::Chosen } else { Ground::Page };
    let pointer = if chosen {
        draw.glyphs.pointer
    } else {
        draw.glyphs.no_pointer
    };
    let is_in = note.is_in(talk.detail()) && !note.apart;
    let state = match (note.apart, is_in) {
        (true, _) => "[ & ]",
        (false, true) => words::IN,
        (false, false) => words::OUT,
    };
    let mark = note.mark.map_or(' ', Mark::char);
    let lead = format!("{}{pointer}{state} {mark} ", draw.shape.margin());
    let indent = text::width(&lead);
    let right = note.step.as_ref().map(step_columns).unwrap_or_default();
    let beside = if right.is_empty() {
        0
    } else {
        text::width(&right) + 2
    };
    let words = notes::spoken(note);
    let words = if note.late {
        format!("{words} (added after the call)").into()
    } else {
        words
    };
    let pieces = text::wrap(&words, width.saturating_sub(indent + beside + 1).max(8));
    let role = if is_in {
        mark_role(note.mark)
    } else {
        Role::Quiet
    };
    let rows = pieces.iter().enumerate().map(|(nth, piece)| {
        let lead = if nth == 0 {
            lead.clone()
        } else {
            " ".repeat(indent)
        };
        let mut row = Row::new().on(ground).with(Role::Quiet, lead);
        row.push(role, text::shown(&words[piece.clone()]).into_owned());
        if nth == 0 && !right.is_empty() {
            let beside = Row::new().on(ground).with(Role::Quiet, format!("{right} "));
            row = Row::left_right(row, beside, width);
        }
        row.ground = ground;
        row.cut(width)
    });
    rows.collect()
}

/// `Sam    Wed 11 Mar`, `who?   Fri 13 Mar`.
fn step_columns(step: &crate::line::Step) -> String {
    let who = match &step.who {
        Who::NotSaid => words::WHO_IS_IT.to_owned(),
        who => words::who(who).into_owned(),
    };
    let day = step.when.due().map(words::day_short).unwrap_or_default();
    format!("{who}  {day}").trim_end().to_owned()
}

/// The record as it will be, without its header.
fn preview(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Row> {
    let tally = record::tally(talk);
    let inner = width.saturating_sub(2).max(1);
    let count = format!(
        "{} of {}, {} words",
        tally.included, tally.total, tally.words
    );
    let title = Row::left_right(
        Row::new()
            .with(Role::Text, " ")
            .with(Role::Title, words::THE_RECORD),
        Row::new().with(Role::Quiet, count).with(Role::Text, " "),
        width,
    );
    let mut rows = vec![title, Row::new()];
    let markdown = draw.app.desk.record_so_far().unwrap_or_default();
    let body = markdown.splitn(3, "---\n").nth(2).unwrap_or(&markdown);
    for line in body.trim_start().lines() {
        let role = if line.starts_with('#') {
            Role::Title
        } else {
            Role::Text
        };
        for piece in text::wrap(line, inner) {
            rows.push(
                Row::new()
                    .with(Role::Text, " ")
                    .with(role, text::shown(&line[piece]).into_owned()),
            );
        }
    }
    rows
}
