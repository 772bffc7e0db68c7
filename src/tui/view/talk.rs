//! The conversation: notes on the left, the guide on the right where there is room.

use super::{Body, Draw, guide, notes, said};
use crate::{
    conversation::Conversation,
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// The body of the conversation screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(talk) = draw.app.shown() else {
        return Body::of(vec![]);
    };
    if !draw.shape.has_guide {
        let rows = one_column(draw, talk, height);
        return Body {
            cursor: on_chosen(draw, &rows),
            rows,
            divider: None,
        };
    }
    let right = if draw.shape.is_wide { 42 } else { 26 };
    let left = draw.shape.columns - right - 1;
    let mut rows = notes_column(draw, talk, left, height);
    while rows.len() < height {
        rows.push(Row::new());
    }
    let cursor = on_chosen(draw, &rows);
    let beside = guide::pane(draw, talk, right, height);
    let rows = rows
        .into_iter()
        .zip(beside.into_iter().chain(std::iter::repeat_with(Row::new)));
    let rows = rows.map(|(row, beside)| row.beside(left, draw.glyphs.down, beside));
    Body {
        rows: rows.collect(),
        cursor,
        divider: Some(left),
    }
}

/// The first cell of the chosen note, while nothing is typed.
fn on_chosen(draw: &Draw<'_>, rows: &[Row]) -> Option<(u16, u16)> {
    let chosen = rows.iter().position(|row| row.ground == Ground::Chosen)?;
    draw.app.line_is_empty().then_some((0, chosen as u16))
}

/// What must be seen first at the top, the notes nearest the line.
fn notes_column(draw: &Draw<'_>, talk: &Conversation, width: usize, height: usize) -> Vec<Row> {
    let mut rows = pinned(draw, talk, width, height / 3);
    let left = height - rows.len();
    let mut below = if talk.notes.is_empty() && talk.talks.len() == 1 {
        nothing_yet(draw, width)
    } else {
        notes::rows(draw, talk, width, left)
    };
    below.truncate(left);
    rows.resize_with(height - below.len(), Row::new);
    rows.append(&mut below);
    rows
}

/// How the person likes to be contacted, and no copy to the home: shown first, always; cut, with dots, only where it
/// would leave no room for notes.
pub(super) fn pinned(draw: &Draw<'_>, talk: &Conversation, width: usize, most: usize) -> Vec<Row> {
    let mut said: Vec<String> = vec![];
    if talk.facts.no_copy_home {
        said.push(words::NO_COPY_HOME.to_owned());
    }
    said.extend(
        talk.facts
            .contact
            .iter()
            .map(|contact| text::shown(contact).into_owned()),
    );
    let margin = draw.shape.margin();
    let width = width.saturating_sub(2 * margin.len()).max(1);
    let words = said.join(" ");
    if words.is_empty() || most == 0 {
        return vec![];
    }
    let pieces = text::wrap(&words, width);
    let rows = pieces.iter().take(most).enumerate().map(|(nth, piece)| {
        let cut = nth + 1 == most && pieces.len() > most;
        let words = if cut {
            text::fit(&words[piece.start..], width).into_owned()
        } else {
            words[piece.clone()].to_owned()
        };
        Row::new().with(Role::Text, margin).with(Role::Label, words)
    });
    rows.collect()
}

fn nothing_yet(draw: &Draw<'_>, width: usize) -> Vec<Row> {
    let indent = if draw.shape.has_margin { "   " } else { "  " };
    let rows = words::LISTENING_EMPTY.into_iter().flat_map(|words| {
        let pieces = text::wrap(words, width.saturating_sub(indent.len()).max(1));
        pieces.into_iter().map(move |piece| {
            Row::new()
                .with(Role::Quiet, indent)
                .with(Role::Quiet, &words[piece])
        })
    });
    rows.collect()
}

/// Notes at full width, and above the line one row of the guide with one question.
fn one_column(draw: &Draw<'_>, talk: &Conversation, height: usize) -> Vec<Row> {
    let columns = draw.shape.columns;
    let mut foot = vec![];
    let asks = !draw.app.is_talked_over();
    if draw.shape.has_rules && asks {
        let topic = talk.current_topic();
        let title = topic.map(|topic| text::shown(&topic.title).into_owned());
        foot.push(draw.titled_rule(&title.unwrap_or_default(), draw.tab_moves(), None));
    }
    // What is said takes the question's place where there is little room.
    let silent = draw.shape.has_under || !(said::says_something(draw) || draw.has_quiet());
    if draw.shape.has_footer && draw.app.guide_shown && silent && asks {
        foot.push(guide::one_question(talk, draw.shape.margin(), columns));
    }
    foot.truncate(height);
    let mut rows = notes_column(draw, talk, columns, height - foot.len());
    rows.append(&mut foot);
    rows
}
