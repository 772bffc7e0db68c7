//! Playing a scenario: what a trainer makes happen, trying a moment again, and what has been played so far.

use chrono::TimeDelta;

use crate::{
    app::{App, Screen, SheetKind},
    conversation::{self as talk, Added, ConversationId, NoteId, Part, Side},
    desk::{Effect, Tick},
    words,
};

/// More words than this in [`A_WHILE`] are typing, not listening.
const MANY_WORDS: usize = 90;

/// How far back they are counted.
const A_WHILE: TimeDelta = TimeDelta::minutes(2);

impl App {
    /// Opens what the trainer may make happen.
    pub(super) fn injects(&mut self) {
        let none = self.scenario().is_none_or(|one| one.injects.is_empty());
        if none {
            self.said = Some(words::practice::NO_INJECTS.to_owned());
        } else {
            self.open(SheetKind::Injects);
        }
    }

    /// Makes it happen: it stands among the notes, at its moment.
    pub(super) fn inject(&mut self, at: usize, tick: Tick) {
        let happens = self.scenario().and_then(|one| one.injects.get(at)).cloned();
        let topic = self.desk.talk().map(|talk| talk.topic.topic.clone());
        let (Some(inject), Some(topic)) = (happens, topic) else {
            return;
        };
        let added = Added {
            text: words::practice::happened(&inject.title),
            topic,
            mark: None,
            speaker: Some(words::practice::TRAINER.to_owned()),
        };
        self.put(&talk::Command::Add(vec![added]), tick);
        // What the player is to do stands on the trainer's sheet: the listener reads this screen.
        self.said = Some(words::practice::IT_HAPPENS.to_owned());
    }

    /// Another try, from just after a note or from the start. The one before stays as it is.
    pub(super) fn again_from(&mut self, note: Option<NoteId>, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        let notes = note
            .and_then(|note| talk.index_of(note))
            .map_or(0, |at| at + 1);
        self.desk.try_again(notes, tick);
        if let Some(screen) = self.desk.talk().map(super::screen_of) {
            self.show(screen);
        }
        self.open_alone(tick);
        let nth = self.desk.talk().and_then(|talk| talk.practice.as_ref());
        self.said = nth.map(|practised| words::practice::again(practised.try_number()));
    }

    /// Opens the list of what has been played, as it is by now: others play and observe in windows of their own.
    pub(super) fn so_far(&mut self) {
        self.desk.ask(Effect::Relist);
        self.open(SheetKind::SoFar);
    }

    /// What has been played was listed again. All of it is read: nobody keeps many.
    pub(in crate::app) fn relisted(&mut self, open: Vec<ConversationId>) {
        self.desk.relisted(open);
        self.read_all();
    }

    /// Asks for everything listed to be read that was not.
    pub(super) fn read_all(&mut self) {
        let drafts = self.desk.drafts.iter();
        let unread = drafts.filter(|draft| draft.is_unread());
        let unread: Vec<ConversationId> = unread.map(|draft| draft.id.clone()).collect();
        if !unread.is_empty() {
            self.desk.ask(Effect::Summarise(unread));
        }
    }

    /// Takes a part of a role-play off the disk.
    pub(super) fn throw_away(&mut self, id: &ConversationId) {
        if id.side() != Side::Practice {
            return;
        }
        self.desk.throw_away(id);
        self.show(Screen::Cards);
        self.said = Some(words::practice::THROWN_AWAY.to_owned());
    }

    /// After a note of a role-play was kept: says so when there is more typing than listening.
    pub(super) fn mind_the_typing(&mut self) {
        let Some(talk) = self.desk.talk() else { return };
        let listens = talk
            .practice
            .as_ref()
            .is_some_and(|one| one.part == Part::Listener);
        if !listens || self.screen != Screen::Talk {
            return;
        }
        let since = self.now - A_WHILE;
        let lately = talk.notes.iter().rev().take_while(|note| note.at >= since);
        let typed = lately.filter(|note| note.speaker.as_deref() != Some(words::practice::TRAINER));
        let count: usize = typed.map(|note| note.text.split_whitespace().count()).sum();
        if count >= MANY_WORDS {
            self.said = Some(words::practice::TYPING_A_LOT.to_owned());
        }
    }
}
