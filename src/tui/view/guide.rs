//! The guide beside the notes: where you are, what you could ask, a cue to wait.

use super::Draw;
use crate::{
    conversation::{Conversation, Note},
    guide::Topic,
    line::Mark,
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// However little room there is, this many topics are listed.
const FEWEST_TOPICS: usize = 5;

/// The guide's column.
pub(super) fn pane(draw: &Draw<'_>, talk: &Conversation, width: usize, height: usize) -> Vec<Row> {
    let inner = width.saturating_sub(2).max(1);
    let pad = |row: Row| {
        let ground = row.ground;
        let mut padded = Row::new().with(Role::Text, " ");
        padded.spans.extend(row.spans);
        padded.ground = ground;
        padded
    };
    let heading = Row::left_right(
        Row::new().with(Role::Title, words::GUIDE),
        Row::new().with(Role::Quiet, draw.tab_moves()),
        inner,
    );
    let roomy = draw.shape.is_wide && height >= 28;
    let beside = talk
        .current_topic()
        .map_or(vec![], |topic| questions(topic, inner, roomy));
    let count = talk.guide().topics.len();
    let room = height.saturating_sub(1 + beside.len());
    let mut rows = vec![heading];
    rows.extend(topic_rows(
        draw,
        talk,
        inner,
        room.max(FEWEST_TOPICS).min(count),
    ));
    rows.extend(beside);
    if roomy {
        rows.extend(lists(talk, inner));
    }
    rows.truncate(height);
    rows.into_iter().map(pad).collect()
}

/// The topics, or as many as there is room for around the one that is showing.
fn topic_rows(draw: &Draw<'_>, talk: &Conversation, width: usize, most: usize) -> Vec<Row> {
    let topics = &talk.guide().topics;
    let here = talk.guide().position(&talk.topic.topic).unwrap_or(0);
    let shown = most.min(topics.len());
    let first = here.saturating_sub(shown / 2).min(topics.len() - shown);
    let last = first + shown;
    let row = |at: usize| {
        let cut = (at == first && first > 0 && at != here)
            || (at + 1 == last && last < topics.len() && at != here);
        if cut {
            let more = if at == first {
                words::MORE_ABOVE
            } else {
                words::MORE_BELOW
            };
            return Row::new().with(Role::Quiet, format!("  {more}"));
        }
        topic_row(draw, talk, &topics[at], at == here, width)
    };
    (first..last).map(row).collect()
}

fn topic_row(draw: &Draw<'_>, talk: &Conversation, topic: &Topic, here: bool, width: usize) -> Row {
    let ground = if here { Ground::Chosen } else { Ground::Page };
    let pointer = if here {
        draw.glyphs.pointer
    } else {
        draw.glyphs.no_pointer
    };
    let count = talk.notes_under(&talk.topic_ref(topic));
    let count = if count == 0 {
        String::new()
    } else {
        count.to_string()
    };
    let role = if here { Role::Label } else { Role::Text };
    let left = Row::new()
        .on(ground)
        .with(role, pointer)
        .with(role, text::shown(&topic.title).into_owned());
    let right = Row::new().on(ground).with(Role::Quiet, count);
    let mut row = Row::left_right(left, right, width);
    for span in &mut row.spans {
        span.ground = ground;
    }
    row
}

/// Questions and a cue: as many questions as read well in a narrow column, or 5 where there is room.
fn questions(topic: &Topic, width: usize, roomy: bool) -> Vec<Row> {
    let indent = if roomy { "  " } else { "" };
    let mut rows = vec![];
    if !topic.ask.is_empty() {
        rows.push(Row::new());
        rows.push(Row::new().with(Role::Label, words::YOU_COULD_ASK));
        let most = if roomy { 12 } else { 4 };
        let mut asked = 0;
        for question in topic.ask.iter().take(if roomy { 5 } else { 3 }) {
            let question = wrapped(question, width, indent, Role::Text);
            if asked > 0 && asked + question.len() > most {
                break;
            }
            asked += question.len();
            rows.extend(question);
        }
    }
    if !topic.pause.is_empty() {
        rows.push(Row::new());
        rows.push(Row::new().with(Role::Label, words::LISTENING));
        rows.extend(
            wrapped(&topic.pause, width, indent, Role::Text)
                .into_iter()
                .take(2),
        );
    }
    rows
}

/// Steps and things to come back to, where there is room for them.
fn lists(talk: &Conversation, width: usize) -> Vec<Row> {
    let mut rows = vec![];
    // Counted already: the notes are only looked through when there is something to find.
    let few = talk.steps().min(4);
    let steps = talk.notes.iter().rev().filter(|note| note.step.is_some());
    let steps: Vec<_> = steps.take(few).collect();
    if !steps.is_empty() {
        rows.push(Row::new());
        rows.push(Row::new().with(Role::Label, words::NEXT_STEPS_SO_FAR));
        for note in steps.iter().rev() {
            let tag = note.step.as_ref().map(words::step_tag).unwrap_or_default();
            let tag = tag.trim_matches(['[', ']']).replace(", ", "  ");
            let room = width.saturating_sub(text::width(&tag) + 4);
            let words = text::fit(&words::one_line(&note.text), room).into_owned();
            let left = Row::new()
                .with(Role::Text, "  ")
                .with(Role::NextStep, words);
            rows.push(Row::left_right(
                left,
                Row::new().with(Role::Quiet, tag),
                width,
            ));
        }
    }
    let few = talk.to_come_back_to().min(4);
    let asked = |note: &&Note| note.mark == Some(Mark::ComeBack);
    let back: Vec<_> = talk.notes.iter().filter(asked).take(few).collect();
    if !back.is_empty() {
        rows.push(Row::new());
        rows.push(Row::new().with(Role::Label, words::COME_BACK_TO));
        for note in back {
            let words =
                text::fit(&words::one_line(&note.text), width.saturating_sub(2)).into_owned();
            rows.push(
                Row::new()
                    .with(Role::Text, "  ")
                    .with(Role::ComeBack, words),
            );
        }
    }
    rows
}

/// One question of the topic that is showing, on one row.
pub(super) fn one_question(talk: &Conversation, margin: &'static str, columns: usize) -> Row {
    let Some(topic) = talk.current_topic() else {
        return Row::new();
    };
    let question = topic.ask.first().unwrap_or(&topic.pause);
    let room = columns.saturating_sub(words::ASK.len() + 1 + 2 * margin.len());
    Row::new()
        .with(Role::Text, margin)
        .with(Role::Label, words::ASK)
        .with(Role::Text, " ")
        .with(Role::Text, text::fit(question, room).into_owned())
}

fn wrapped(words: &str, width: usize, indent: &'static str, role: Role) -> Vec<Row> {
    let words = text::shown(words);
    let pieces = text::wrap(&words, width.saturating_sub(indent.len()).max(1));
    pieces
        .into_iter()
        .map(|piece| {
            Row::new()
                .with(Role::Text, indent)
                .with(role, words[piece].to_owned())
        })
        .collect()
}
