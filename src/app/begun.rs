//! What was begun to be added to a record: put by when somebody goes away from it, and kept on the disk as it is typed,
//! because no journal takes it.

use super::{App, Sheet, SheetKind, records::For};
use crate::{
    conversation::ConversationId,
    desk::{Begun, Effect, Question},
    words::adding as words,
};

impl App {
    /// Asks for what is begun to be kept, where it is not as it was. Before the frame that shows it.
    pub fn keep_what_is_begun(&mut self) {
        self.keep_what_is_unfinished();
        let begun: Vec<Begun> = self.begun.iter().cloned().chain(self.at_hand()).collect();
        if begun == self.begun_kept {
            return;
        }
        let same =
            |one: &Begun, other: &Begun| one.id == other.id && one.question == other.question;
        let pairs = || begun.iter().zip(&self.begun_kept);
        let typing = begun.len() == self.begun_kept.len() && pairs().all(|(a, b)| same(a, b));
        self.begun_kept.clone_from(&begun);
        self.desk.ask(Effect::KeepAnswers { begun, typing });
    }

    /// What is being answered on the screen.
    fn at_hand(&self) -> Option<Begun> {
        let sheet = self.sheet.as_ref()?;
        let SheetKind::Adding(id, question) = &sheet.kind else {
            return None;
        };
        let begun = Begun {
            id: id.clone(),
            question: question.clone(),
            typed: sheet.filter.clone(),
            ahead: self.ahead.clone(),
        };
        Some(begun).filter(Begun::holds_words)
    }

    /// What was kept when the program was last here.
    pub(super) fn begun_read(&mut self, kept: Vec<Begun>) {
        let is_new = |one: &Begun| {
            !self
                .begun_kept
                .iter()
                .any(|it| it.is_of(&one.id, &one.question))
        };
        let new: Vec<Begun> = kept.into_iter().filter(is_new).collect();
        if new.is_empty() || self.locked.is_some() {
            return;
        }
        self.begun_kept.extend(new.iter().cloned());
        self.begun.extend(new);
        if self.is_at_front() && self.said.is_none() {
            self.said = Some(words::KEPT_SINCE.to_owned());
        }
    }

    /// The answers before this question wait, where it is asked without a list: line by line.
    pub fn is_begun(&mut self, id: &ConversationId, question: &Question) {
        let said = self.said.take();
        self.put_by(id, question, "");
        self.said = said;
    }

    /// The question is answered.
    pub fn forget_begun(&mut self, id: &ConversationId, question: &Question) {
        self.take_begun(id, question);
    }

    /// Puts by what was answered about a record so far, where that is anything.
    pub fn put_by(&mut self, id: &ConversationId, question: &Question, typed: &str) {
        let begun = Begun {
            id: id.clone(),
            question: question.clone(),
            typed: typed.to_owned(),
            ahead: std::mem::take(&mut self.ahead),
        };
        if begun.holds_words() {
            self.wait_for(begun);
            self.said = Some(words::KEPT_WORDS.to_owned());
        }
    }

    /// Keeps it until it is gone on with, in the place of what was begun of the same before.
    pub(super) fn wait_for(&mut self, begun: Begun) {
        self.take_begun(&begun.id, &begun.question);
        self.begun.push(begun);
    }

    /// What was begun of this, to go on with.
    pub(super) fn take_begun(&mut self, id: &ConversationId, question: &Question) -> Option<Begun> {
        let at = self.begun.iter().position(|one| one.is_of(id, question))?;
        Some(self.begun.remove(at))
    }

    /// `/add`: goes on with what was begun, of the record that was read last or of any; true when there is such.
    pub(super) fn goes_on_adding(&mut self) -> bool {
        let read = self.shown_record.as_ref().map(|shown| &shown.id);
        let is_of_it = |one: &&Begun| read.is_none_or(|id| one.id == *id);
        let Some(begun) = self.begun.iter().rev().find(is_of_it) else {
            return false;
        };
        let (id, question) = (begun.id.clone(), begun.question.clone());
        self.ask_for_record(id, For::GoingOn(question));
        true
    }

    /// Opens a question, with what was begun of it.
    pub(super) fn go_on_with(&mut self, begun: Begun) {
        self.ahead = begun.ahead;
        self.sheet = Some(Sheet::new(
            SheetKind::Adding(begun.id, begun.question),
            &begun.typed,
        ));
    }
}
