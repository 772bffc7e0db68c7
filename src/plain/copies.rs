//! The clipboard of the computer, where there is one: no code a terminal would obey is ever sent. And the words that make
//! people go hmm, note by note.

use super::Plain;
use crate::{
    app::Msg,
    conversation::NoteId,
    desk::{Command, Tick},
    words::copies as said,
};

impl Plain {
    /// Copies, and says so once it is known.
    pub(super) fn copy(&mut self, command: Command, tick: Tick) {
        self.app.obey(command, tick);
        match self.app.sheet.take() {
            Some(sheet) => self.list_sheet(&sheet),
            None => self.copied = self.app.said.take(),
        }
        if !self.app.desk.is_copying() {
            let said = self.copied.take();
            self.said.extend(said);
        }
    }

    /// Whether the words reached the clipboard.
    pub(super) fn hear_of_copy(&mut self, msg: &Msg) {
        match (msg, self.app.desk.talk()) {
            (Msg::Copied, _) => {
                let said = self.copied.take();
                self.said.extend(said);
            }
            (Msg::NotCopied(_), Some(talk)) => {
                self.copied = None;
                self.said
                    .push(said::not_copied(&talk.id, &self.app.kept_in_hand()));
            }
            _ => {}
        }
    }

    /// What could be said instead, with the numbers Read back gave the notes.
    pub(super) fn hmm_by_number(&self, order: &[NoteId]) -> Vec<String> {
        let found = self.app.hmm().into_iter();
        let numbered = found.filter_map(|(id, words)| {
            let at = order.iter().position(|note| *note == id)?;
            Some((at + 1, words))
        });
        let mut numbered: Vec<_> = numbered.collect();
        numbered.sort_by_key(|(number, _)| *number);
        let line = |(number, words): (usize, Vec<_>)| said::in_numbered(number, &words);
        numbered.into_iter().map(line).collect()
    }
}
