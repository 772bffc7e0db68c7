//! Commands where there is more than one person in the talk.

use crate::{
    app::{App, Screen, read_back},
    conversation::{self as talk, NoteId},
    desk::{Tick, Together},
    guide::GuideId,
    words,
};

impl App {
    pub(super) fn together(&mut self, what: Together, tick: Tick) {
        match what {
            Together::Whose(name) => self.put(&talk::Command::Whose(self.note_meant(), name), tick),
            Together::Disagree => self.put(&talk::Command::Disagree(self.note_meant()), tick),
            Together::FamilyTime => {
                self.sheet = None;
                self.put(&talk::Command::FamilyTime, tick);
            }
            Together::CarersOwn(name) => self.carers_own(name, tick),
        }
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
