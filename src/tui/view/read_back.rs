//! Read back: every note under its heading, in or out; beside it the record as it will be, where there is room.

use super::{Body, Draw, close, line::mark_role, notes, talk::pinned};
use crate::{
    app::{App, read_back},
    conversation::{Conversation, Detail, Note, NoteId},
    line::{Mark, Step, Who},
    promise::side_by_side,
    record::{self, Reader},
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// The body of Read back.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(talk) = draw.app.desk.talk() else {
        return Body::of(vec![]);
    };
    if !has_preview(draw) {
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
    let beside = preview(draw, talk, right, height)
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

/// Whether there is room for the record beside the list.
fn has_preview(draw: &Draw<'_>) -> bool {
    draw.shape.is_wide && draw.shape.rows >= 20
}

/// Detail, headings and notes, in the rows there are.
fn list(
    draw: &Draw<'_>,
    talk: &Conversation,
    width: usize,
    height: usize,
) -> (Vec<Row>, Option<(u16, u16)>) {
    let margin = draw.shape.margin();
    let mut rows = pinned(draw, talk, width, height / 5);
    if height > 2 {
        rows.push(detail(draw, talk, width));
    }
    if height > 7 {
        rows.extend(known(draw, talk, width));
    }
    if draw.shape.has_margin && draw.shape.has_rules {
        rows.push(Row::new());
    }
    if talk.notes.is_empty() {
        let room = width.saturating_sub(2 * margin.len()).max(1);
        rows.extend(words::NOTHING_NOTED.into_iter().flat_map(|words| {
            let pieces = text::wrap(words, room).into_iter();
            pieces.map(move |piece| {
                Row::new()
                    .with(Role::Text, margin)
                    .with(Role::Quiet, &words[piece])
            })
        }));
        return (rows, None);
    }
    let foot = foot(draw, talk, width);
    let drawn = drawn(draw, talk, width);
    let room = height.saturating_sub(rows.len() + foot.len());
    let head = rows.len();
    let (shown, at) = window(draw, drawn, room);
    rows.extend(shown);
    rows.resize_with(head + room, Row::new);
    rows.extend(foot);
    let cursor = at
        .filter(|_| draw.app.line_is_empty())
        .map(|at| (margin.len() as u16, (head + at) as u16));
    (rows, cursor)
}

/// What is said of the conversation and is no note.
fn known(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Row> {
    let margin = draw.shape.margin();
    let room = width.saturating_sub(2 * margin.len()).max(1);
    let said = words::evidence::facts::known(&talk.facts).into_iter();
    let row = |said: String| {
        Row::new()
            .with(Role::Text, margin)
            .with(Role::Label, text::fit(&said, room).into_owned())
    };
    said.map(row).collect()
}

/// A row of the list, and the note it is part of.
type Drawn = (Row, Option<NoteId>);

fn drawn(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Drawn> {
    let chosen = read_back::chosen(draw.app);
    let mut drawn: Vec<Drawn> = vec![];
    for heading in record::headings(talk) {
        let title = Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(Role::Title, text::fit(&heading.heading, width).into_owned());
        drawn.push((title, None));
        for note in heading.notes.iter().filter_map(|at| talk.notes.get(*at)) {
            let rows = note_rows(draw, talk, note, chosen == Some(note.id), width);
            drawn.extend(rows.into_iter().map(|row| (row, Some(note.id))));
        }
    }
    drawn.extend(sides(draw, talk, width).into_iter().map(|row| (row, None)));
    drawn
}

/// What was promised, in one block to read out: I will, you will, they will.
fn sides(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Row> {
    let margin = draw.shape.margin();
    let today = draw.app.now.date_naive();
    let sides = side_by_side(talk);
    if sides.is_empty() {
        return vec![];
    }
    let room = width.saturating_sub(2 * margin.len() + 1).max(8);
    let title = Row::new().with(Role::Text, margin).with(
        Role::Title,
        text::fit(words::promise::AGREED, width).into_owned(),
    );
    let lines = sides.iter().flat_map(|(side, promises)| {
        let said = words::promise::side_aloud(*side, promises, today);
        let pieces = text::wrap(&said, room).into_iter();
        let row = |piece: std::ops::Range<usize>| {
            let words = said[piece].to_owned();
            Row::new().with(Role::Text, margin).with(Role::Text, words)
        };
        pieces.map(row).collect::<Vec<Row>>()
    });
    std::iter::once(title).chain(lines).collect()
}

/// Below the list, where there is room: what could still be said before it is saved. Nothing has to be.
fn foot(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Row> {
    if draw.app.sheet.is_some() {
        return vec![];
    }
    if !draw.shape.has_rules {
        let here = hmm_chosen(draw.app).filter(|_| draw.shape.rows >= 12);
        return quiet(draw, here.into_iter(), width);
    }
    let margin = draw.shape.margin();
    let room = width.saturating_sub(2 * margin.len()).max(1);
    let unnamed = talk.notes.iter().find(|note| {
        let nobody = |step: &Step| *talk.doer(step) == Who::NotSaid;
        record::goes_in(note, talk.detail()) && note.step.as_ref().is_some_and(nobody)
    });
    let back = talk.to_come_back_to();
    let back = (back > 0).then(|| words::meant_to_come_back(back));
    let who = unnamed.map(|note| {
        let around = text::width(&words::who_will_do(""));
        let step = words::one_line(&note.text);
        words::who_will_do(&text::fit(&step, room.saturating_sub(around).max(24)))
    });
    quiet(
        draw,
        back.into_iter().chain(who).chain(hmm(draw.app)),
        width,
    )
}

/// Sentences that nobody has to heed.
fn quiet(draw: &Draw<'_>, sentences: impl Iterator<Item = String>, width: usize) -> Vec<Row> {
    let margin = draw.shape.margin();
    let room = width.saturating_sub(2 * margin.len()).max(1);
    let rows = sentences.flat_map(|words| {
        let pieces = text::wrap(&words, room).into_iter();
        let row = |piece: std::ops::Range<usize>| {
            Row::new()
                .with(Role::Text, margin)
                .with(Role::Quiet, words[piece].to_owned())
        };
        pieces.map(row).collect::<Vec<Row>>()
    });
    rows.chain(close::when(draw, width)).collect()
}

/// What could be said instead of a word in the chosen note; else how many notes hold such words.
fn hmm(app: &App) -> Option<String> {
    let notes = app.hmm().len();
    hmm_chosen(app).or_else(|| (notes > 0).then(|| words::copies::hmm(notes)))
}

/// What could be said instead of a word in the chosen note.
fn hmm_chosen(app: &App) -> Option<String> {
    let chosen = read_back::chosen(app)?;
    let found = app.hmm().into_iter().find(|(note, _)| *note == chosen);
    found.and_then(|(_, words)| words.first().map(|word| words::copies::perhaps(word)))
}

/// The rows there is room for around the chosen note, and how many notes are above and below, or how many lines of
/// what was agreed.
fn window(draw: &Draw<'_>, drawn: Vec<Drawn>, room: usize) -> (Vec<Row>, Option<usize>) {
    let chosen = read_back::chosen(draw.app);
    let begins = drawn.iter().position(|(_, note)| *note == chosen);
    if drawn.len() <= room {
        return (drawn.into_iter().map(|(row, _)| row).collect(), begins);
    }
    let ends = drawn.iter().rposition(|(_, note)| *note == chosen);
    let says_more = room > 2;
    let room = room - usize::from(says_more);
    // What was agreed stands under the last note, and is shown with it.
    let is_last = drawn.iter().rposition(|(_, note)| note.is_some()) == ends;
    let ends = if is_last {
        drawn.len()
    } else {
        ends.unwrap_or(0)
    };
    let first = (ends + 3)
        .saturating_sub(room)
        .min(drawn.len() - room)
        .min(begins.unwrap_or(usize::MAX));
    let past_last = if is_last { draw.app.past_last } else { 0 };
    let first = first.saturating_add(past_last).min(drawn.len() - room);
    let count = |rows: &[Drawn], but: Option<NoteId>| {
        let mut notes: Vec<NoteId> = rows.iter().filter_map(|(_, note)| *note).collect();
        notes.dedup();
        notes.retain(|note| Some(*note) != but);
        notes.len()
    };
    let note_at = |at: usize| drawn.get(at).and_then(|(_, note)| *note);
    let above = count(&drawn[..first], note_at(first));
    let end = (first + room).min(drawn.len());
    let below = count(&drawn[end..], end.checked_sub(1).and_then(note_at));
    let agreed = drawn[end..].iter().filter(|(_, note)| note.is_none());
    let lines = if below == 0 { agreed.count() } else { 0 };
    let mut rows: Vec<Row> = drawn
        .into_iter()
        .skip(first)
        .take(room)
        .map(|(row, _)| row)
        .collect();
    if says_more && above + below + lines > 0 {
        let words = match lines {
            0 => words::notes_around(above, below),
            lines => words::promise::agreed_below(above, lines),
        };
        rows.push(
            Row::new()
                .with(Role::Text, draw.shape.margin())
                .with(Role::Quiet, words),
        );
    }
    (rows, begins.and_then(|at| at.checked_sub(first)))
}

/// `Detail:  Short  [Standard]  Everything        In the record: 9 of 12, 70 words`
fn detail(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Row {
    let tally = record::tally(talk);
    let margin = draw.shape.margin();
    let mut row = Row::new().with(Role::Text, margin);
    if width >= 56 {
        row.push(Role::Label, words::DETAIL);
        row.push(Role::Text, " ");
        for level in [Detail::Short, Detail::Standard, Detail::Everything] {
            let name = name_of(level);
            if level == talk.detail() {
                row.push(Role::Title, format!("[{name}]"));
            } else {
                row.push(Role::Quiet, format!(" {name} "));
            }
        }
    } else {
        row.push(Role::Title, format!("[{}]", name_of(talk.detail())));
        if width >= 40 {
            let how = draw.said(words::ARROWS_DETAIL);
            row.push(Role::Quiet, format!(" {how}"));
        }
    }
    let room = width.saturating_sub(row.width() + margin.len() + 1);
    let counts = [words::in_the_record(&tally), words::in_short(&tally)];
    // Where the record stands beside the list, the count stands over the record.
    let beside = has_preview(draw) || talk.notes.is_empty();
    let count = counts
        .into_iter()
        .find(|count| !beside && text::width(count) <= room)
        .unwrap_or_default();
    let right = Row::new().with(Role::Quiet, count).with(Role::Text, margin);
    Row::left_right(row, right, width)
}

fn name_of(detail: Detail) -> &'static str {
    match detail {
        Detail::Short => "Short",
        Detail::Standard => "Standard",
        Detail::Everything => "Everything",
    }
}

/// Columns under which states are short and who and when of a step stand after its words.
const NARROW: usize = 56;

fn note_rows(
    draw: &Draw<'_>,
    talk: &Conversation,
    note: &Note,
    chosen: bool,
    width: usize,
) -> Vec<Row> {
    let narrow = width < NARROW;
    let (ground, pointer) = if chosen {
        (Ground::Chosen, draw.glyphs.pointer)
    } else {
        (Ground::Page, draw.glyphs.no_pointer)
    };
    let is_in = Reader::Record.may_have(note) && note.is_in(talk.detail());
    let state = match (note.apart, is_in) {
        (true, _) => words::APART_SIGN,
        (false, true) => words::IN,
        (false, false) => words::OUT,
    };
    let state = if narrow {
        format!("{:<3}", state.trim_matches(['[', ']', ' ']))
    } else {
        state.to_owned()
    };
    let mark = note.mark.map_or(' ', Mark::char);
    let lead = format!("{}{pointer}{state} ", draw.shape.margin());
    let indent = text::width(&lead) + 2;
    let mut words = notes::spoken(note).into_owned();
    if note.late {
        words.push_str(words::ADDED_LATE);
    }
    let right = match &note.step {
        Some(step) if narrow => {
            let tag = words::step_tag(step);
            if !tag.is_empty() {
                words = format!("{words} {tag}");
            }
            String::new()
        }
        Some(step) => step_columns(talk, step),
        None => String::new(),
    };
    let beside = match text::width(&right) {
        0 => 0,
        taken => taken + 2,
    };
    let room = width.saturating_sub(indent + beside + draw.shape.margin().len());
    let pieces = text::wrap(&words, room.max(8));
    let role = if is_in {
        mark_role(note.mark)
    } else {
        Role::Quiet
    };
    let rows = pieces.iter().enumerate().map(|(nth, piece)| {
        let mut row = Row::new().on(ground);
        if nth == 0 {
            row.push(Role::Quiet, lead.clone());
            row.push(role, format!("{mark} "));
        } else {
            row.push(Role::Text, " ".repeat(indent));
        }
        row.push(role, text::shown(&words[piece.clone()]).into_owned());
        if nth == 0 && !right.is_empty() {
            let beside = Row::new()
                .on(ground)
                .with(Role::Quiet, right.clone())
                .with(Role::Quiet, draw.shape.margin());
            row = Row::left_right(row, beside, width);
        }
        row.ground = ground;
        row.cut(width)
    });
    rows.collect()
}

/// `Sam    Wed 11 Mar`, `who?   Fri 13 Mar`.
fn step_columns(talk: &Conversation, step: &Step) -> String {
    let who = match talk.doer(step) {
        Who::NotSaid => words::WHO_IS_IT.to_owned(),
        who => words::who(who).into_owned(),
    };
    let day = step.when.due().map(words::day_short).unwrap_or_default();
    format!("{who:<6} {day:<10}").trim_end().to_owned()
}

/// The record as it will be, without its header.
fn preview(draw: &Draw<'_>, talk: &Conversation, width: usize, height: usize) -> Vec<Row> {
    let inner = width.saturating_sub(2).max(1);
    let count = words::in_short(&record::tally(talk));
    let title = Row::left_right(
        Row::new()
            .with(Role::Text, " ")
            .with(Role::Title, words::THE_RECORD),
        Row::new().with(Role::Quiet, count).with(Role::Text, " "),
        width,
    );
    let mut rows = vec![title, Row::new()];
    let record = draw.app.desk.record_so_far(Reader::Record);
    let markdown = record.as_ref().map_or("", |record| record.words());
    let body = markdown.splitn(3, "---\n").nth(2).unwrap_or(markdown);
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
    if rows.len() > height && height > 0 {
        let below = rows.len() + 1 - height;
        rows.truncate(height - 1);
        rows.push(
            Row::new()
                .with(Role::Text, " ")
                .with(Role::Quiet, words::lines_below(below)),
        );
    }
    rows
}
