//! Commands where there is more than one person in the talk.

use crate::{
    app::{App, Key, Screen, read_back, table},
    conversation::{self as talk, NoteId},
    desk::{Command, Tick, Together},
    guide::GuideId,
    line::Reading,
    words,
};

impl App {
    pub(super) fn together(&mut self, what: Together, tick: Tick) {
        match what {
            Together::Whose(name) => self.put(&talk::Command::Whose(self.note_meant(), name), tick),
            Together::Disagree => self.disagree(tick),
            Together::FamilyTime => {
                self.sheet = None;
                self.put(&talk::Command::FamilyTime, tick);
            }
            Together::CarersOwn(name) => self.carers_own(name, tick),
        }
    }

    /// Keeps the note meant as one side of a disagreement and says which it was, or puts it back.
    fn disagree(&mut self, tick: Tick) {
        let meant = self.note_meant();
        self.put(&talk::Command::Disagree(meant), tick);
        let Some(talk) = self.desk.talk() else { return };
        let note = match meant {
            Some(id) => talk.note(id),
            None => talk.notes.last(),
        };
        if let Some(note) = note.filter(|note| note.is_disagreement()) {
            let sides = talk.notes.iter().filter(|note| note.is_disagreement());
            self.said = Some(words::together::kept_as_said(note, sides.count()));
        }
    }

    /// A key while the family is alone. What is typed goes onto the line, unseen; a slip on the keys shows nobody's notes.
    /// Only Enter goes back. True when that is all the key did.
    pub(in crate::app) fn key_in_family_time(&mut self, key: Key, tick: Tick) -> bool {
        let typed = match key {
            Key::Enter => {
                self.come_back(tick);
                return true;
            }
            Key::Ctrl('q' | 'l') | Key::F(1) => return false,
            Key::Char(letter) => talk::Command::Type(letter.to_string()),
            Key::NewLine => talk::Command::Type("\n".to_owned()),
            Key::Backspace => talk::Command::Backspace,
            Key::CtrlBackspace | Key::Ctrl('w') => talk::Command::DeleteWord,
            Key::Ctrl('u') => talk::Command::ClearLine,
            _ => return true,
        };
        self.put(&typed, tick);
        true
    }

    /// Back to the talk. What was typed meanwhile is on the line, unless it asked for just this.
    fn come_back(&mut self, tick: Tick) {
        let asked = self.desk.talk().is_some_and(|talk| match talk.reading() {
            Reading::Command { name, rest } => {
                table::typed(name, rest) == Command::Together(Together::FamilyTime)
            }
            _ => false,
        });
        if asked {
            self.put(&talk::Command::ClearLine, tick);
        }
        self.carry_on(tick);
    }

    /// Enter on an empty line, once a call of a few lines has them all: reads it back. Nothing otherwise.
    pub(super) fn read_back_if_it_has_its_lines(&mut self) {
        if self.has_its_lines() {
            self.read_back();
        }
    }

    /// Whether the next Enter reads back a call of a few lines.
    pub fn has_its_lines(&self) -> bool {
        let talk = self.desk.talk().filter(|_| self.screen == Screen::Talk);
        talk.is_some_and(|talk| talk.has_its_lines())
    }

    /// Whether a guide begins another conversation from this one. An update call does once there are notes: they are of
    /// somebody else, and their record is no place for it.
    pub fn begins_beside(&self, guide: &GuideId) -> bool {
        let has_notes = self.desk.talk().is_some_and(|talk| !talk.notes.is_empty());
        let is_here = self.desk.guide().is_some_and(|here| here.id == *guide);
        let is_update = guide.as_str() == GuideId::UPDATE_CALL;
        is_update && has_notes && !is_here && self.practice.is_none()
    }

    /// The chosen note; `None` is the last.
    fn note_meant(&self) -> Option<NoteId> {
        match self.screen {
            Screen::ReadBack => read_back::chosen(self),
            _ => self.note,
        }
    }

    /// Puts this conversation down and begins the carer's own. Only their name goes with them.
    fn carers_own(&mut self, name: Option<String>, tick: Tick) {
        let guide = GuideId::new(GuideId::CARER);
        let Some(talk) = self.desk.talk().filter(|_| self.practice.is_none()) else {
            self.said = Some(words::together::CARER_OF_WHOM.to_owned());
            return;
        };
        if talk.talks.iter().any(|talk| talk.guide.id == guide) {
            self.said = Some(words::together::CARERS_OWN_ALREADY.to_owned());
            return;
        }
        let name = name.or_else(|| talk.facts.carer().map(str::to_owned));
        self.desk.begin_carers_own(&guide, name, tick);
        self.show(Screen::Talk);
        self.said = Some(words::together::CARERS_OWN_BEGAN.to_owned());
    }
}
