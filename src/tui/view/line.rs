//! The line: what is being typed, with the name of what it will be.

use super::{Draw, locked};
use crate::{
    app::Screen,
    conversation::{Conversation, Line, TopicRef},
    line::{Mark, Reading},
    text,
    tui::row::{Role, Row},
    words::{self, together},
};

/// The rows of the line, and where the cursor is in them.
pub(super) struct LineView {
    /// Label and text.
    pub rows: Vec<Row>,
    /// Column and row.
    pub cursor: (u16, u16),
}

/// The line as it stands.
pub(super) fn line(draw: &Draw<'_>) -> LineView {
    let shape = &draw.shape;
    let empty = Line::default();
    // While the notes are hidden so are the words on the line, and whose they would be.
    let talk = draw.app.shown().filter(|_| !draw.app.is_paused());
    let line = talk.map_or(&empty, |talk| &talk.line);
    let hidden = draw.app.locked.is_some_and(|locked| !locked.command);
    let dots = hidden.then(|| locked::dots(draw, line));
    let line = dots.as_ref().unwrap_or(line);
    let (label, role) = label(draw, talk.filter(|_| !hidden));
    let prefix = prefix(draw, &label);
    let mut view = typed(draw, line, &prefix, role);
    if shape.label_above {
        let label = Row::new().with(role, format!("{}{label}", shape.margin()));
        view.rows.insert(0, label);
        view.cursor.1 += 1;
    }
    view
}

/// The words before the text on its first row.
fn prefix(draw: &Draw<'_>, label: &str) -> String {
    let shape = &draw.shape;
    if !shape.label_beside {
        return shape.margin().to_owned();
    }
    // A long name leaves most of the row to what is typed.
    let label = text::fit(label, (shape.columns / 3).max(12));
    if shape.has_margin {
        let label = format!(" {label}");
        let width = text::width(&label);
        return format!(
            "{label}{}",
            " ".repeat(12usize.saturating_sub(width).max(2))
        );
    }
    format!("{label}  ")
}

fn typed(draw: &Draw<'_>, line: &Line, prefix: &str, role: Role) -> LineView {
    let indent = text::width(prefix);
    // One column stays free for the cursor after the last letter.
    let width = draw.shape.columns.saturating_sub(indent + 1).max(1);
    let pieces = text::wrap(&line.text, width);
    let (cursor_row, column) = text::place(&line.text, &pieces, line.cursor);
    let most = draw.shape.line_rows.min(draw.shape.rows).max(1);
    let first = (cursor_row + 1).saturating_sub(most);
    let rows = pieces[first..]
        .iter()
        .take(most)
        .enumerate()
        .map(|(nth, piece)| {
            let lead = if nth == 0 {
                prefix.to_owned()
            } else {
                " ".repeat(indent)
            };
            let words = text::shown(&line.text[piece.clone()]).into_owned();
            Row::new().with(role, lead).with(Role::Text, words)
        });
    LineView {
        rows: rows.collect(),
        cursor: ((indent + column) as u16, (cursor_row - first) as u16),
    }
}

/// What the words on the line will be, and its colour.
fn label(draw: &Draw<'_>, talk: Option<&Conversation>) -> (String, Role) {
    match talk {
        _ if !draw.app.focused => (words::NOT_TYPING_HERE.to_owned(), Role::Problem),
        _ if draw.app.looking.is_some() => (words::LOOKING_ON.to_owned(), Role::Label),
        Some(talk) if draw.app.screen == Screen::Alone => match talk.reading() {
            Reading::Command { .. } => (words::COMMAND.to_owned(), Role::Label),
            _ => (words::alone::YOU_SAY.to_owned(), Role::Label),
        },
        Some(talk) => {
            let (label, role) = reading_label(talk, &talk.reading());
            let heard = draw.app.screen == Screen::Watch && label == words::NOTE;
            let heard = heard.then(|| words::watching::HEARD.to_owned());
            (heard.unwrap_or(label), role)
        }
        None => (words::NOTE.to_owned(), Role::Label),
    }
}

fn reading_label(talk: &Conversation, reading: &Reading<'_, TopicRef>) -> (String, Role) {
    match reading {
        Reading::Blank => told(talk),
        Reading::Mark(mark) => (words::mark(*mark).to_owned(), mark_role(Some(*mark))),
        Reading::Apart => (words::APART.to_owned(), Role::Apart),
        Reading::Topic(topic) => (topic_title(talk, topic), Role::Label),
        Reading::Command { .. } => (words::COMMAND.to_owned(), Role::Label),
        Reading::Note(note) if note.apart => (words::APART.to_owned(), Role::Apart),
        Reading::Note(note) => match (note.mark, talk.voice(note)) {
            (Some(mark), Some(name)) => (together::marked(name, mark), mark_role(Some(mark))),
            (Some(mark), None) => (words::mark(mark).to_owned(), mark_role(Some(mark))),
            (None, Some(_)) if note.speaker.is_none() => told(talk),
            (None, Some(name)) => (words::whose(name), Role::OwnWords),
            (None, None) if talk.is_spend(note) => (words::SPEND.to_owned(), Role::Label),
            (None, None) => told(talk),
        },
    }
}

/// A line that says nothing of itself: where somebody rang for the person, whose words it is.
fn told(talk: &Conversation) -> (String, Role) {
    let speaking = talk.facts.speaking_by_name();
    match speaking.filter(|_| talk.line.writing.editing.is_none()) {
        Some(name) => (together::says(name), Role::OwnWords),
        None => (words::NOTE.to_owned(), Role::Label),
    }
}

fn topic_title(talk: &Conversation, topic: &TopicRef) -> String {
    let title = talk
        .guide()
        .topic(&topic.topic)
        .map(|topic| topic.title.clone());
    title.unwrap_or_else(|| words::TOPIC.to_owned())
}

/// The colour of a kind of note.
pub(super) fn mark_role(mark: Option<Mark>) -> Role {
    match mark {
        None => Role::Text,
        Some(Mark::OwnWords) => Role::OwnWords,
        Some(Mark::Matters) => Role::Matters,
        Some(Mark::Worry) => Role::Worry,
        Some(Mark::Strength) => Role::Strength,
        Some(Mark::Connection) => Role::Connection,
        Some(Mark::Saw) => Role::Saw,
        Some(Mark::View) => Role::View,
        Some(Mark::ComeBack) => Role::ComeBack,
        Some(Mark::NextStep) => Role::NextStep,
    }
}
