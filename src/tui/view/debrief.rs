//! The debrief: the question that is asked, what belongs to it, and all of them with what was answered.
//!
//! The question comes first and never goes. Where there is little room, the list of questions shows what stands around
//! the one that is asked.

use super::{Body, Draw, page::wrapped, talk};
use crate::{
    conversation::Conversation,
    guide::Topic,
    practice::debrief::{
        self, WARNING, answers, in_words, kept,
        questions::{COUNTED, FROM_MEMORY, HEARD, IS_THIS_ME, THREADS},
    },
    text,
    tui::row::{Role, Row},
    words::debriefing as words,
};

/// The fewest rows the list of questions is worth.
const FEWEST: usize = 3;

/// The body of the screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(talk) = draw.app.shown() else {
        return Body::of(vec![]);
    };
    if !debrief::is_on(talk) {
        return talk::body(draw, height);
    }
    let debriefing = draw.app.practice.as_ref().map(|one| &one.debriefing);
    match debriefing.filter(|debriefing| debriefing.whole) {
        Some(debriefing) => whole(draw, debriefing.top, height),
        None => Body::of(questions(draw, talk, height)),
    }
}

/// All that was said, from a row on.
fn whole(draw: &Draw<'_>, top: usize, height: usize) -> Body {
    let mut rows = vec![];
    for told in draw.app.told_of_debrief() {
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        rows.extend(wrapped(draw, Role::Label, "", &told.heading));
        for line in &told.lines {
            rows.extend(typed(draw, Role::Text, "- ", line));
        }
    }
    if rows.is_empty() {
        rows = wrapped(draw, Role::Quiet, "", words::NOTHING_SAID);
    }
    // Drawing stops at the end, however far the keys went.
    let top = top.min(rows.len().saturating_sub(height));
    Body::of(rows.into_iter().skip(top).take(height).collect())
}

/// The question, what belongs to it, the list, and that it is not a score.
fn questions(draw: &Draw<'_>, talk: &Conversation, height: usize) -> Vec<Row> {
    let Some((at, topic)) = debrief::asked(talk) else {
        return vec![];
    };
    let mut blocks = vec![place(draw, talk, at, topic)];
    let ask = topic.ask.first().unwrap_or(&topic.title);
    blocks.push(wrapped(draw, Role::Title, "", ask));
    // All of a long time line is on the page of all that was said.
    let most = height.saturating_sub(blocks.iter().map(Vec::len).sum::<usize>() + FEWEST + 2);
    blocks.push(
        belonging(draw, talk)
            .into_iter()
            .take(most.max(FEWEST))
            .collect(),
    );
    let foot = foot(draw, talk);
    blocks.retain(|block| !block.is_empty());
    let roomy = draw.shape.has_rules;
    let taken: usize = blocks
        .iter()
        .map(|block| block.len() + usize::from(roomy))
        .sum();
    let (list, asked) = list(draw, talk);
    let room = height.saturating_sub(taken);
    let foot = if roomy && room > foot.len() + FEWEST {
        foot
    } else {
        vec![]
    };
    let room = room.saturating_sub(foot.len());
    let mut rows = vec![];
    for block in blocks {
        rows.extend(block);
        rows.extend(roomy.then(Row::new));
    }
    rows.extend(around(list, asked, room));
    rows.truncate(height.saturating_sub(foot.len()));
    rows.extend(foot);
    rows
}

/// `Question 2 of 6     To the listener, first`
fn place(draw: &Draw<'_>, talk: &Conversation, at: usize, topic: &Topic) -> Vec<Row> {
    let place = words::question(at + 1, talk.guide().topics.len());
    let gap = if draw.shape.has_rules { "     " } else { "  " };
    let row = Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Quiet, place)
        .with(Role::Text, gap)
        .with(Role::Label, text::shown(&topic.why).into_owned());
    vec![row.cut(draw.shape.columns)]
}

/// What belongs to the question that is asked: the counts, the threads, what was written from memory.
fn belonging(draw: &Draw<'_>, talk: &Conversation) -> Vec<Row> {
    match talk.topic.topic.as_str() {
        COUNTED => counts(draw, talk),
        THREADS => threads(draw),
        IS_THIS_ME => from_memory(draw, talk),
        _ => vec![],
    }
}

fn counts(draw: &Draw<'_>, talk: &Conversation) -> Vec<Row> {
    let mut rows = counted(draw, talk);
    if rows.is_empty() {
        return wrapped(draw, Role::Quiet, "", words::NOTHING_COUNTED);
    }
    rows.extend(wrapped(draw, Role::Label, "", WARNING));
    let observed = draw.app.observed().unwrap_or_default();
    for minute in observed.minutes {
        rows.extend(wrapped(draw, Role::Quiet, "  ", &minute));
    }
    rows
}

/// What was counted and heard, as it is kept with the debrief.
fn counted(draw: &Draw<'_>, talk: &Conversation) -> Vec<Row> {
    let reached = kept(talk, COUNTED).next().is_some();
    let Some(summary) = draw.app.counted().filter(|_| reached) else {
        return vec![];
    };
    let mut rows = wrapped(draw, Role::Text, "", &words::counted(&summary));
    for quote in kept(talk, HEARD) {
        rows.extend(wrapped(draw, Role::Text, "", &words::heard(&quote.text)));
    }
    rows
}

/// The threads and what was said of each, once they were asked for. Until then nothing of them.
fn threads(draw: &Draw<'_>) -> Vec<Row> {
    let shown = draw.app.threads_shown();
    if shown.is_empty() {
        return wrapped(draw, Role::Quiet, "", words::THREADS_HIDDEN);
    }
    let chosen = draw.app.practice.as_ref().map(|one| one.debriefing.thread);
    let mut rows = vec![];
    for (nth, (thread, met)) in shown.iter().enumerate() {
        let here = chosen == Some(nth);
        let (lead, role) = match here {
            true => (draw.glyphs.pointer, Role::Label),
            false => (draw.glyphs.no_pointer, Role::Text),
        };
        let said = met.map_or_else(String::new, |met| format!("   {}", met.name()));
        rows.extend(wrapped(
            draw,
            role,
            lead,
            &format!("{}{said}", thread.title),
        ));
    }
    rows.extend(wrapped(draw, Role::Quiet, "  ", words::MET_HOW));
    rows
}

/// What the listener wrote from memory, for whoever was played to read; nothing that was noted before.
fn from_memory(draw: &Draw<'_>, talk: &Conversation) -> Vec<Row> {
    let lines = kept(talk, FROM_MEMORY).flat_map(|note| typed(draw, Role::Text, "  ", &note.text));
    let mut rows: Vec<Row> = lines.collect();
    if rows.is_empty() {
        rows = wrapped(draw, Role::Quiet, "", words::NOTHING_FROM_MEMORY);
    }
    rows.extend(wrapped(draw, Role::Quiet, "", words::IS_IT_ME_HOW));
    rows
}

/// Every question with what was answered, and the rows of the one that is asked.
fn list(draw: &Draw<'_>, talk: &Conversation) -> (Vec<Row>, std::ops::Range<usize>) {
    let mut rows = vec![];
    let mut asked = 0..0;
    for (nth, topic) in talk.guide().topics.iter().enumerate() {
        let from = rows.len();
        let here = topic.id == talk.topic.topic;
        rows.push(in_list(draw, nth + 1, topic, here));
        // What was counted stands above the list, or under it.
        let counted = draw.app.counted().filter(|_| topic.id.as_str() == COUNTED);
        let all = answers(talk, &topic.id);
        for note in all.filter(|note| counted.as_ref() != Some(&note.text)) {
            rows.extend(typed(draw, Role::Text, "      ", &in_words(note)));
        }
        if here {
            asked = from..rows.len();
        }
    }
    (rows, asked)
}

fn in_list(draw: &Draw<'_>, number: usize, topic: &Topic, here: bool) -> Row {
    let margin = draw.shape.margin();
    let (pointer, role) = match here {
        true => (draw.glyphs.pointer, Role::Label),
        false => (draw.glyphs.no_pointer, Role::Quiet),
    };
    let now = if here { words::NOW } else { "" };
    let taken = margin.len() + 6 + 3 + words::NOW.len();
    let room = draw.shape.columns.saturating_sub(taken).max(1);
    let title = text::shown(&topic.title);
    Row::new()
        .with(Role::Text, margin)
        .with(Role::Label, pointer)
        .with(Role::Quiet, format!("{number:>2}  "))
        .with(role, text::fit(&title, room).into_owned())
        .with(Role::Quiet, format!("   {now}"))
}

/// As many rows as fit, with those of the question that is asked among them.
fn around(rows: Vec<Row>, asked: std::ops::Range<usize>, room: usize) -> Vec<Row> {
    let last = rows.len().saturating_sub(room);
    let before = asked.start.saturating_sub(room / 3);
    let top = before.max(asked.end.saturating_sub(room)).min(asked.start);
    rows.into_iter().skip(top.min(last)).take(room).collect()
}

fn foot(draw: &Draw<'_>, talk: &Conversation) -> Vec<Row> {
    let mut rows = vec![Row::new()];
    let from_memory = debrief::asks(talk, FROM_MEMORY) || debrief::asks(talk, IS_THIS_ME);
    if !debrief::asks(talk, COUNTED) && !from_memory {
        rows.extend(counted(draw, talk));
    }
    rows.extend(wrapped(draw, Role::Quiet, "", words::NOT_A_SCORE));
    rows
}

/// Words as they were typed, a row or more for each of their lines.
fn typed(draw: &Draw<'_>, role: Role, lead: &str, words: &str) -> Vec<Row> {
    let lines = words.split('\n').filter(|line| !line.trim().is_empty());
    let lines = lines.enumerate().flat_map(|(nth, line)| {
        let lead = if nth == 0 {
            lead.to_owned()
        } else {
            " ".repeat(lead.len())
        };
        wrapped(draw, role, &lead, line)
    });
    lines.collect()
}
