//! The line an answer of a story or of feedback is typed on: it is edited with the keys that edit the line of a
//! conversation, and they do the same.

use std::ops::Range;

use super::{App, Key, Sheet, table};
use crate::{
    conversation::{self as talk, Motion},
    desk::{Command, Toward},
    text,
};

impl Sheet {
    /// Where the cursor is in what is typed, in bytes.
    pub fn cursor(&self) -> usize {
        let at = self.filter.len().saturating_sub(self.after);
        match text::is_boundary(&self.filter, at) {
            true => at,
            false => self.filter.len(),
        }
    }

    /// The same with the cursor before so many bytes of what is typed.
    #[must_use]
    pub fn with_after(self, after: usize) -> Self {
        Self { after, ..self }
    }

    fn with_cursor(&self, at: usize) -> Self {
        self.clone().with_after(self.filter.len() - at)
    }

    /// These bytes gone, and these letters in their place with the cursor after them.
    fn with_letters(&self, gone: Range<usize>, letters: &str) -> Self {
        let after = self.filter.len() - gone.end;
        let mut filter = self.filter.clone();
        filter.replace_range(gone, letters);
        Self {
            filter,
            chosen: 0,
            ..self.clone()
        }
        .with_after(after)
    }
}

impl App {
    /// A key that edits the answer that is typed. True when it was one.
    pub(super) fn key_in_answer(&mut self, sheet: &Sheet, key: Key) -> bool {
        let (typed, at) = (sheet.filter.as_str(), sheet.cursor());
        let edited = match (key, table::command_for(key, |_| false)) {
            (Key::Char(letter), _) => sheet.with_letters(at..at, letter.encode_utf8(&mut [0; 4])),
            (_, Some(Command::Talk(command))) => match command {
                talk::Command::Backspace => sheet.with_letters(text::prev(typed, at)..at, ""),
                talk::Command::DeleteWord => sheet.with_letters(text::word_left(typed, at)..at, ""),
                talk::Command::ClearLine => sheet.with_letters(0..typed.len(), ""),
                talk::Command::Cursor(motion) => sheet.with_cursor(motion.from(typed, at)),
                _ => return false,
            },
            (_, Some(Command::Delete)) => sheet.with_letters(at..text::next(typed, at), ""),
            (_, Some(Command::Toward(toward))) => {
                let motion = match toward {
                    Toward::Left => Motion::Left,
                    Toward::Right => Motion::Right,
                    Toward::Start => Motion::Start,
                    Toward::End => Motion::End,
                    Toward::Up | Toward::Down | Toward::PageUp | Toward::PageDown => return false,
                };
                sheet.with_cursor(motion.from(typed, at))
            }
            _ => return false,
        };
        self.sheet = Some(edited);
        true
    }
}
