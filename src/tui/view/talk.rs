//! The conversation: notes on the left, the guide on the right where there is room.

use super::{Body, Draw, guide, line, notes};
use crate::{
    app::Screen,
    conversation::Conversation,
    text,
    tui::row::{Role, Row},
    words,
};

/// The body of the conversation screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(talk) = draw.app.desk.talk() else {
        return Body::of(vec![]);
    };
    if !draw.shape.has_guide {
        return Body::of(one_column(draw, talk, height));
    }
    let right = if draw.shape.is_wide { 42 } else { 26 };
    let left = draw.shape.columns - right - 1;
    let mut rows = notes_column(draw, talk, left, height);
    while rows.len() < height {
        rows.push(Row::new());
    }
    let beside = guide::pane(draw, talk, right, height);
    let rows = rows
        .into_iter()
        .zip(beside.into_iter().chain(std::iter::repeat_with(Row::new)));
    let rows = rows.map(|(row, beside)| row.beside(left, draw.glyphs.down, beside));
    Body {
        rows: rows.collect(),
        cursor: None,
        divider: Some(left),
    }
}

/// What must be seen first at the top, the notes nearest the line.
fn notes_column(draw: &Draw<'_>, talk: &Conversation, width: usize, height: usize) -> Vec<Row> {
    let mut rows = pinned(draw, talk, width);
    rows.truncate(height / 3);
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

/// How the person likes to be contacted, and no copy to the home: shown first, always.
fn pinned(draw: &Draw<'_>, talk: &Conversation, width: usize) -> Vec<Row> {
    let mut said: Vec<String> = talk
        .facts
        .contact
        .iter()
        .map(|contact| text::shown(contact).into_owned())
        .collect();
    if talk.facts.no_copy_home {
        said.push("No copy to the home.".to_owned());
    }
    let margin = draw.shape.margin();
    let width = width.saturating_sub(2 * margin.len()).max(1);
    let rows = said.iter().flat_map(|words| {
        text::wrap(words, width).into_iter().map(|piece| {
            Row::new()
                .with(Role::Text, margin)
                .with(Role::Label, words[piece].to_owned())
        })
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
    if draw.shape.has_footer && draw.app.screen == Screen::Talk {
        if draw.shape.has_rules {
            let here = talk.guide().position(&talk.topic.topic).unwrap_or(0);
            let title = talk
                .current_topic()
                .map(|topic| text::shown(&topic.title).into_owned())
                .unwrap_or_default();
            foot.push(draw.titled_rule(
                &format!("{title} ({} of {})", here + 1, talk.guide().topics.len()),
                None,
            ));
            foot.push(guide::one_question(talk, columns));
        } else {
            let under = line::under_words(draw);
            foot.push(match under {
                Some((words, role)) => {
                    Row::new().with(role, text::fit(&words, columns).into_owned())
                }
                None => guide::one_question(talk, columns),
            });
        }
    }
    let mut rows = notes_column(draw, talk, columns, height.saturating_sub(foot.len()));
    rows.append(&mut foot);
    rows
}
