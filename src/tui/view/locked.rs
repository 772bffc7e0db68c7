//! Locked: the screen shows nothing of anybody, and how to open it.

use super::{Body, Draw, paused};
use crate::{app::Locked, conversation::Line, text, words};

/// A few words in the middle, where there is room.
pub(super) fn body(draw: &Draw<'_>, locked: Locked, height: usize) -> Body {
    let at = words::locked_at(locked.since);
    let said: Vec<&str> = std::iter::once(at.as_str())
        .chain(words::LOCKED_BODY)
        .collect();
    paused::in_the_middle(draw, &said, height)
}

/// The line with a dot for each letter, and the cursor where it is among them.
pub(super) fn dots(draw: &Draw<'_>, line: &Line) -> Line {
    let dot = draw.glyphs.hidden;
    let (mut dots, mut cursor, mut at) = (String::new(), 0, 0);
    while at < line.text.len() {
        if at == line.cursor {
            cursor = dots.len();
        }
        let after = text::next(&line.text, at);
        dots.push_str(if line.text[at..after].contains('\n') {
            "\n"
        } else {
            dot
        });
        at = after;
    }
    if line.cursor >= line.text.len() {
        cursor = dots.len();
    }
    Line {
        text: dots,
        cursor,
        ..Line::default()
    }
}
