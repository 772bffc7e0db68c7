//! The line an answer of a story or of feedback is typed on: it is edited with the keys that edit the line of a
//! conversation, and they do the same.

use std::ops::Range;

use super::{
    App, Key, Sheet,
    table::{self, Place},
};
use crate::{
    conversation::{self as talk, Motion},
    desk::{Command, Toward},
    text,
    words::evidence::story as words,
};

/// What a typed answer was before each change of it, and what was undone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    before: Vec<Typed>,
    undone: Vec<Typed>,
    /// The last change typed a letter of a word: the next one goes with it.
    in_word: bool,
}

/// What is typed, and how many bytes of it stand after the cursor.
type Typed = (String, usize);

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

    /// This, with what it was before kept to be undone. Letters of one word go together with the space after it.
    #[must_use]
    pub(super) fn changed_from(mut self, before: &Self) -> Self {
        if self.filter == before.filter {
            self.edits.in_word = false;
            return self;
        }
        self.edits
            .before
            .push((before.filter.clone(), before.after));
        self.edits.undone.clear();
        self.edits.in_word = false;
        self
    }

    fn with_letter_typed(&self, at: usize, letter: char) -> Self {
        let typed = self.with_letters(at..at, letter.encode_utf8(&mut [0; 4]));
        let mut typed = match self.edits.in_word {
            true => typed,
            false => typed.changed_from(self),
        };
        typed.edits.in_word = !letter.is_whitespace();
        typed
    }

    /// One change of the answer undone, or done again. None where there is none.
    fn turned(&self, turn: &talk::Command) -> Option<Self> {
        let mut turned = self.clone();
        let edits = &mut turned.edits;
        let (from, to) = match turn {
            talk::Command::Undo => (&mut edits.before, &mut edits.undone),
            _ => (&mut edits.undone, &mut edits.before),
        };
        let (filter, after) = from.pop()?;
        to.push((self.filter.clone(), self.after));
        edits.in_word = false;
        turned.filter = filter;
        Some(turned.with_after(after))
    }
}

impl App {
    /// A key that edits the answer that is typed. True when it was one.
    pub(super) fn key_in_answer(&mut self, sheet: &Sheet, key: Key) -> bool {
        let (typed, at) = (sheet.filter.as_str(), sheet.cursor());
        let edited = match (
            key,
            table::command_for(key, |place| place == Place::Anywhere),
        ) {
            (Key::Char(letter), _) => {
                self.sheet = Some(sheet.with_letter_typed(at, letter));
                return true;
            }
            (_, Some(Command::Talk(turn @ (talk::Command::Undo | talk::Command::Redo)))) => {
                self.turn_answer(sheet, &turn);
                return true;
            }
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
        self.sheet = Some(edited.changed_from(sheet));
        true
    }

    fn turn_answer(&mut self, sheet: &Sheet, turn: &talk::Command) {
        match sheet.turned(turn) {
            Some(turned) => self.sheet = Some(turned),
            None => {
                let nothing = match turn {
                    talk::Command::Undo => words::NOTHING_TO_UNDO,
                    _ => words::NOTHING_TO_REDO,
                };
                self.said = Some(nothing.to_owned());
            }
        }
    }

    /// What was pasted or taken into lines of its own is not undone letter by letter.
    pub(super) fn forget_edits(&mut self) {
        if let Some(sheet) = &mut self.sheet {
            sheet.edits = Edits::default();
        }
    }
}
