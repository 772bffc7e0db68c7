//! Playing on one's own: the talk as it was said, the newest nearest the line; how the person sounds; what can be done.

use super::{
    Body, Draw,
    page::{self, wrapped},
};
use crate::{
    conversation::{Conversation, NoteId},
    guide::Guide,
    practice::{
        Did,
        alone::{self, Step},
    },
    text,
    tui::row::{Ground, Role, Row},
    words::alone as words,
};

/// The fewest rows of the talk that must be left before the moves are drawn.
const TALK_ROWS: usize = 5;

/// The most rows of how the person sounds.
const MOST_SOUNDS: usize = 3;

/// The body of the screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    if draw.app.is_at_end() {
        return end(draw, height);
    }
    let Some(talk) = draw.app.shown() else {
        return Body::of(vec![]);
    };
    let foot = foot(draw, talk, height);
    let mut rows = said(draw, talk, height - foot.len());
    let cursor = on_chosen(draw, &rows);
    rows.extend(foot);
    Body {
        rows,
        cursor,
        divider: None,
    }
}

/// The end: as far down as the keys went.
fn end(draw: &Draw<'_>, height: usize) -> Body {
    let page = draw.app.end_page();
    let rows = page.map_or_else(Vec::new, |page| page::rows(draw, &page));
    let top = draw.app.practice.as_ref().map_or(0, |one| one.top);
    let top = top.min(rows.len().saturating_sub(height));
    Body::of(rows.into_iter().skip(top).take(height).collect())
}

/// The first cell of the chosen words, while nothing is typed.
fn on_chosen(draw: &Draw<'_>, rows: &[Row]) -> Option<(u16, u16)> {
    let chosen = rows.iter().position(|row| row.ground == Ground::Chosen)?;
    draw.app.line_is_empty().then_some((0, chosen as u16))
}

/// How the person sounds, and under it what can be done, as far as there is room.
fn foot(draw: &Draw<'_>, talk: &Conversation, height: usize) -> Vec<Row> {
    let mut rows = vec![];
    if draw.shape.has_rules {
        rows.push(Row::new());
    }
    if let Some(sounds) = alone::sounds(talk) {
        let most = MOST_SOUNDS.min(height / 3);
        rows.extend(cut(draw, sounds, most));
    }
    let moves = moves(draw);
    let can_go_on = draw.app.scenario_alone().is_some() && !draw.app.is_over();
    if can_go_on && draw.shape.has_rules && rows.len() + 1 + moves.len() + TALK_ROWS <= height {
        rows.push(Row::new());
        rows.extend(moves);
    }
    rows.truncate(height);
    rows
}

/// Quiet words in so many rows; the last ends in dots when that is too few.
fn cut(draw: &Draw<'_>, words: &str, most: usize) -> Vec<Row> {
    let all = wrapped(draw, Role::Quiet, "", words);
    if all.len() <= most {
        return all;
    }
    let room = draw
        .shape
        .columns
        .saturating_sub(2 * draw.shape.margin().len());
    let shown = text::shown(words);
    let pieces = text::wrap(&shown, room.max(1));
    let rows = pieces.iter().take(most).enumerate().map(|(nth, piece)| {
        let words = match nth + 1 == most {
            true => text::fit(&shown[piece.start..], room).into_owned(),
            false => shown[piece.clone()].to_owned(),
        };
        Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(Role::Quiet, words)
    });
    rows.collect()
}

/// The seven things, as many in a row as fit.
fn moves(draw: &Draw<'_>) -> Vec<Row> {
    let margin = draw.shape.margin();
    let room = draw.shape.columns.saturating_sub(margin.len());
    let gap = "   ";
    let mut rows: Vec<Row> = vec![];
    for (did, number) in Did::ALL.into_iter().zip(1..) {
        let taken = 2 + text::width(did.title());
        let last = rows.last_mut();
        match last.filter(|row| row.width() + gap.len() + taken <= room) {
            Some(row) => {
                row.push(Role::Text, gap);
                row.push(Role::Label, format!("{number}"));
                row.push(Role::Quiet, format!(" {}", did.title()));
            }
            None => rows.push(
                Row::new()
                    .with(Role::Text, margin)
                    .with(Role::Label, format!("{number}"))
                    .with(Role::Quiet, format!(" {}", did.title())),
            ),
        }
    }
    rows
}

/// The last of what was said that there is room for, or from what is chosen on.
fn said(draw: &Draw<'_>, talk: &Conversation, height: usize) -> Vec<Row> {
    let guide = draw.app.guide_of_scenario();
    let mut rows: Vec<(Option<NoteId>, Row)> = vec![];
    if draw.app.scenario_alone().is_none() {
        let gone = wrapped(draw, Role::Problem, "", words::SCENARIO_GONE);
        rows.extend(gone.into_iter().map(|row| (None, row)));
    }
    for step in alone::steps(talk) {
        if draw.shape.has_rules && !rows.is_empty() {
            rows.push((None, Row::new()));
        }
        rows.extend(step_rows(draw, guide.as_ref(), &step));
    }
    let last = rows.len().saturating_sub(height);
    let chosen = draw.app.note;
    let first = rows
        .iter()
        .position(|(note, _)| note.is_some() && *note == chosen);
    let top = first.map_or(last, |first| first.min(last));
    let shown = rows.into_iter().skip(top).take(height);
    let mut shown: Vec<Row> = shown
        .map(|(note, row)| match note.is_some() && note == chosen {
            true => row.on(Ground::Chosen),
            false => row,
        })
        .collect();
    let mut above: Vec<Row> = vec![];
    above.resize_with(height - shown.len(), Row::new);
    above.append(&mut shown);
    above
}

/// What the learner did, and what was said to it.
fn step_rows(
    draw: &Draw<'_>,
    guide: Option<&Guide>,
    step: &Step<'_>,
) -> Vec<(Option<NoteId>, Row)> {
    let mut rows = vec![];
    if let Some(note) = step.did {
        let did = step.turn.as_ref().map(|turn| alone::did(turn, guide));
        let under = " ".repeat(words::YOU.len());
        let words_typed = step.words().map(|typed| (Role::Text, typed.to_owned()));
        let did = did.map(|did| (Role::Quiet, did));
        let leads = [words::YOU, &under];
        for (lead, (role, words)) in leads
            .into_iter()
            .zip([words_typed, did].into_iter().flatten())
        {
            let wrapped = wrapped(draw, role, lead, &words);
            rows.extend(wrapped.into_iter().map(|row| (Some(note.id), row)));
        }
    }
    for note in &step.said {
        let name = note.speaker.as_deref().unwrap_or_default();
        let spoken = words::spoken(name, &note.text);
        let wrapped = wrapped(draw, Role::OwnWords, "", &spoken);
        rows.extend(wrapped.into_iter().map(|row| (Some(note.id), row)));
    }
    rows
}
