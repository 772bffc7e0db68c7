//! Commands about the record: what is in it, and saving it.

use crate::{
    app::{App, Screen, SheetKind, read_back},
    conversation::{self as talk, Choice, Ending, Refusal},
    desk::Tick,
    record, words,
};

impl App {
    /// In, out, or the other of the two; and on to the next row.
    pub(super) fn choose_in_or_out(&mut self, choice: Option<Choice>, tick: Tick) {
        let chosen = if self.screen == Screen::ReadBack {
            read_back::chosen(self)
        } else {
            self.last_or_chosen()
        };
        let Some(talk) = self.desk.talk() else { return };
        let Some(note) = chosen.and_then(|id| talk.note(id)) else {
            self.said = Some(words::refusal(&Refusal::NoNote).into_owned());
            return;
        };
        let other = if note.is_in(talk.detail()) {
            Choice::Out
        } else {
            Choice::In
        };
        let id = note.id;
        self.note = (self.screen == Screen::ReadBack)
            .then_some(id)
            .or(self.note);
        self.put(
            &talk::Command::Choose(Some(id), choice.unwrap_or(other)),
            tick,
        );
    }

    pub(super) fn read_back(&mut self) {
        self.show(Screen::ReadBack);
        self.note = read_back::order(self).first().copied();
    }

    pub(super) fn save(&mut self, tick: Tick) {
        if self.screen != Screen::ReadBack {
            self.read_back();
        }
        if self
            .desk
            .talk()
            .is_some_and(|talk| !talk.line.text.trim().is_empty())
            && !self.choose_look_again(tick)
        {
            self.keep(tick);
        }
        self.open(SheetKind::Save);
    }

    pub(super) fn save_now(&mut self, copy: bool, tick: Tick) {
        if self
            .desk
            .talk()
            .is_some_and(|talk| talk.ending == Some(Ending::Finished))
        {
            return;
        }
        self.desk.save(copy, tick);
    }

    /// Words of the record so far, for views.
    pub fn tally(&self) -> Option<record::Tally> {
        self.desk.talk().map(record::tally)
    }
}
