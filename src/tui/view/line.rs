//! The line: what is being typed, with the name of what it will be, and the row under it.

use super::Draw;
use crate::{
    app::{Screen, sheet::Stage, under},
    conversation::{Conversation, Line, TopicRef},
    line::{Mark, Reading},
    text,
    tui::row::{Role, Row},
    words,
};

/// The rows of the line, and where the cursor is in them.
pub(super) struct LineView {
    /// Label and text, then the row under them.
    pub rows: Vec<Row>,
    /// Column and row.
    pub cursor: (u16, u16),
}

/// The line as it stands.
pub(super) fn line(draw: &Draw<'_>) -> LineView {
    let shape = &draw.shape;
    let empty = Line::default();
    let line = draw.app.desk.talk().map_or(&empty, |talk| &talk.line);
    let (label, role) = label(draw);
    let prefix = prefix(draw, &label);
    let mut view = typed(draw, line, &prefix, role);
    if shape.label_above {
        view.rows.insert(0, Row::new().with(role, label));
        view.cursor.1 += 1;
    }
    if shape.has_under {
        view.rows.push(under_row(draw));
    }
    view
}

/// The words before the text on its first row.
fn prefix(draw: &Draw<'_>, label: &str) -> String {
    let shape = &draw.shape;
    if !shape.label_beside {
        return String::new();
    }
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
    let first = (cursor_row + 1)
        .saturating_sub(most)
        .min(pieces.len().saturating_sub(most));
    let first = first.max((cursor_row + 1).saturating_sub(most));
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
fn label(draw: &Draw<'_>) -> (String, Role) {
    let app = draw.app;
    if !app.focused {
        return (words::NOT_TYPING_HERE.to_owned(), Role::Problem);
    }
    let Some(talk) = app.desk.talk() else {
        return (words::NOTE.to_owned(), Role::Label);
    };
    reading_label(talk, &talk.reading())
}

fn reading_label(talk: &Conversation, reading: &Reading<'_, TopicRef>) -> (String, Role) {
    match reading {
        Reading::Blank => (words::NOTE.to_owned(), Role::Label),
        Reading::Mark(mark) => (words::mark(*mark).to_owned(), mark_role(Some(*mark))),
        Reading::Apart => (words::APART.to_owned(), Role::Apart),
        Reading::Topic(topic) => (topic_title(talk, topic), Role::Label),
        Reading::Command { .. } => (words::COMMAND.to_owned(), Role::Label),
        Reading::Note(note) if note.apart => (words::APART.to_owned(), Role::Apart),
        Reading::Note(note) => match (note.mark, note.speaker) {
            (Some(mark), _) => (words::mark(mark).to_owned(), mark_role(Some(mark))),
            (None, Some(name)) => (words::whose(name), Role::OwnWords),
            (None, None) if note.text.starts_with('£') => (words::SPEND.to_owned(), Role::Label),
            (None, None) => (words::NOTE.to_owned(), Role::Label),
        },
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

/// The row under the line: trouble first, then what was just done, then what was understood.
pub(super) fn under_row(draw: &Draw<'_>) -> Row {
    match under_words(draw) {
        Some((words, role)) => {
            let indent = if draw.shape.has_margin { 12 } else { 0 };
            let width = text::width(&words);
            let indent = indent.min(draw.shape.columns.saturating_sub(width));
            Row::new()
                .with(Role::Text, " ".repeat(indent))
                .with(role, words)
        }
        None => Row::new(),
    }
}

/// The words of that row, for sizes where they stand in another's place.
pub(super) fn under_words(draw: &Draw<'_>) -> Option<(String, Role)> {
    let app = draw.app;
    if let Some(trouble) = &app.trouble {
        return Some((trouble.clone(), Role::Problem));
    }
    if let Some(said) = &app.said {
        return Some((said.clone(), Role::Quiet));
    }
    if app.sheet.as_ref().is_some_and(|sheet| matches!(&sheet.kind, crate::app::SheetKind::When(when) if when.stage != Stage::List)) {
        return None;
    }
    let words = match under::under(app)? {
        under::Under::Step(step) => words::step_reading(&step, app.now.date_naive()),
        under::Under::Suggestion(listing) => format!(
            "{}   {} uses it",
            text::shown(&listing),
            draw.glyphs.arrows[1]
        ),
        under::Under::Words(words) => words,
    };
    let _ = Screen::Home;
    Some((words, Role::Quiet))
}
