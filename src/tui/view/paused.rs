//! Paused: the screen shows nothing of anybody.

use super::{Body, Draw};
use crate::{
    text,
    tui::row::{Role, Row},
    words::{self, together},
};

/// A few words in the middle, where there is room.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let talk = draw.app.desk.talk();
    if let Some(from) = talk.and_then(|talk| talk.family_time()) {
        let minutes = (draw.app.now - from).num_minutes().max(0);
        let has_clock = draw.app.desk.prefs.clock;
        let said = together::family_time(
            from,
            has_clock.then_some(minutes),
            !draw.app.line_is_empty(),
        );
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        return in_the_middle(draw, &said, height);
    }
    let at = draw
        .app
        .desk
        .talk()
        .and_then(|talk| talk.paused)
        .map(words::clock)
        .unwrap_or_default();
    let first = format!("Paused at {at}. Your notes are hidden.");
    let said = [first.as_str(), words::PAUSED_BODY[0], words::PAUSED_BODY[1]];
    in_the_middle(draw, &said, height)
}

/// Sentences in the middle of an empty body, apart from each other where there is room.
pub(super) fn in_the_middle(draw: &Draw<'_>, said: &[&str], height: usize) -> Body {
    let widest = said
        .iter()
        .map(|words| text::width(words))
        .max()
        .unwrap_or(0);
    let indent = draw.shape.columns.saturating_sub(widest) / 2;
    let mut rows: Vec<Row> = vec![];
    for words in said {
        for piece in text::wrap(words, draw.shape.columns.max(1)) {
            rows.push(
                Row::new()
                    .with(Role::Text, " ".repeat(indent))
                    .with(Role::Text, words[piece].to_owned()),
            );
        }
        if height >= 3 * said.len() {
            rows.push(Row::new());
        }
    }
    let above = height.saturating_sub(rows.len()) / 2;
    let mut all: Vec<Row> = std::iter::repeat_with(Row::new).take(above).collect();
    all.extend(rows);
    Body::of(all)
}
