//! Answers of the terminal that its reader takes for typing.
//!
//! A program that ran before may have asked the terminal about itself, and the answer comes late, over a slow line, in
//! the middle of a word. The reader knows most answers. Of those it does not know it takes the beginning away and gives
//! the rest as keys, all at once: those are known here by their whole shape, and dropped. What has not that shape to
//! its end is typing.

use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

/// The longest answer there is room for; a clipboard is longer, and nobody asks for one.
pub const LONGEST: usize = 4096;

/// An answer that may have begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Words up to a mark that ends them: the colour of the ground, a version, a picture's answer.
    Words,
    /// What terminal it is, less its beginning: `41;354;0c`, with so many semicolons behind us.
    Numbers(u8),
}

/// What an event is to an answer that has begun.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// A piece of it, and what it is then.
    Inside(Reply),
    /// Its end: all of it was an answer.
    End,
    /// No piece of it: none of it was.
    Typed,
}

impl Reply {
    /// The answer that may begin with this event.
    pub fn begins(event: &Event) -> Option<Self> {
        match pressed(event)? {
            (']' | 'P' | '_' | '^' | 'X', true) => Some(Self::Words),
            ('0'..='9', false) => Some(Self::Numbers(0)),
            _ => None,
        }
    }

    /// How long to wait for the next event. An answer comes at once; nobody who types a number should wait for one.
    pub fn patience(self) -> Duration {
        match self {
            Self::Words => Duration::from_millis(20),
            Self::Numbers(_) => Duration::from_micros(2),
        }
    }

    /// What comes of the next event.
    pub fn then(self, event: &Event) -> Part {
        match (self, pressed(event)) {
            (Self::Words, Some(('\\', true))) => Part::End,
            (Self::Words, None) if is_bell(event) => Part::End,
            (Self::Words, Some((_, false))) => Part::Inside(self),
            (Self::Numbers(_), Some(('0'..='9', false))) => Part::Inside(self),
            (Self::Numbers(signs @ 0..=1), Some((';', false))) => {
                Part::Inside(Self::Numbers(signs + 1))
            }
            (Self::Numbers(2), Some(('c', false))) => Part::End,
            _ => Part::Typed,
        }
    }
}

/// The character pressed, and whether Esc came with it.
fn pressed(event: &Event) -> Option<(char, bool)> {
    let Event::Key(key) = event else { return None };
    let KeyCode::Char(c) = key.code else {
        return None;
    };
    let with_esc = key.modifiers.contains(KeyModifiers::ALT);
    let plain = KeyModifiers::ALT | KeyModifiers::SHIFT;
    (key.kind == KeyEventKind::Press && plain.contains(key.modifiers)).then_some((c, with_esc))
}

/// As a key it is Ctrl+G.
fn is_bell(event: &Event) -> bool {
    let Event::Key(key) = event else { return false };
    key.code == KeyCode::Char('g') && key.modifiers == KeyModifiers::CONTROL
}
