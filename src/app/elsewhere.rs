//! Two windows: a conversation that is open in another one is looked at from here, or moved here.
//!
//! What is looked at is never in hand, so nothing that happens here can be written to it.

use super::{App, Key, Sheet, SheetKind, home, practice, table};
use crate::{
    conversation::{Conversation, ConversationId, Moment, Stamped},
    desk::{Command, Effect, Tick},
    words,
};

/// A conversation another window has, on the screen here.
#[derive(Debug)]
pub struct Looking {
    /// As it was when last read.
    pub talk: Conversation,
    /// How many events that was read from.
    events: usize,
    /// It was asked to move here.
    moving: bool,
}

impl App {
    /// Another window has what was to be opened.
    pub(super) fn open_elsewhere(&mut self, id: ConversationId, since: Option<Moment>) {
        self.sheet = Some(Sheet::new(SheetKind::Elsewhere(id, since), ""));
    }

    pub(super) fn look_on(&mut self, id: ConversationId, tick: Tick) {
        self.desk.put_down(tick);
        self.looks_for = Some(id.clone());
        self.desk.ask(Effect::LookOn(id));
    }

    pub(super) fn move_here(&mut self, id: ConversationId, tick: Tick) {
        self.desk.put_down(tick);
        if let Some(looking) = &mut self.looking {
            looking.moving = true;
        }
        self.said = Some(words::MOVING.to_owned());
        self.desk.ask(Effect::MoveHere(id));
    }

    /// While looking on, asks for it to be read again.
    pub(super) fn look_again(&mut self) {
        if let Some(looking) = self.looking.as_ref().filter(|looking| !looking.moving) {
            self.desk.ask(Effect::LookOn(looking.talk.id.clone()));
        }
    }

    /// What another window has was read: it is shown, if it is still what was asked for and something is new.
    pub(super) fn looked(&mut self, id: &ConversationId, events: &[Stamped]) {
        let asked = self.looks_for.take_if(|wanted| wanted == id).is_some();
        let follows = self
            .looking
            .as_ref()
            .is_some_and(|looking| looking.talk.id == *id && looking.events != events.len());
        if self.locked.is_some() || !(asked || follows) {
            return;
        }
        let Some(talk) = self.desk.replay(id, events) else {
            return;
        };
        if self.looking.is_none() {
            self.show(practice::screen_of(&talk));
        }
        self.looking = Some(Looking {
            talk,
            events: events.len(),
            moving: false,
        });
    }

    /// It could not be moved here, and is looked at as before; or it could not be looked at any more.
    pub(super) fn not_looked(&mut self, id: &ConversationId) {
        self.looks_for.take_if(|wanted| wanted == id);
        match &mut self.looking {
            Some(looking) if looking.talk.id == *id && looking.moving => looking.moving = false,
            Some(looking) if looking.talk.id == *id => self.look_away(),
            _ => {}
        }
    }

    /// Another window took the one in hand.
    pub(super) fn moved_away(&mut self, id: &ConversationId) {
        if self.desk.talk().is_none_or(|talk| talk.id != *id) {
            return;
        }
        self.desk.moved_away(id);
        self.offered = None;
        self.slash_row = None;
        self.show(self.front());
        self.row = 0;
        self.said = Some(words::MOVED_AWAY.to_owned());
    }

    /// A key while looking on: nothing types.
    pub(super) fn key_while_looking(&mut self, key: Key, tick: Tick) {
        match table::command_for(key, |place| self.counts(place)) {
            Some(command) => self.obey(command, tick),
            None => self.said = Some(words::LOOKING_HOW.to_owned()),
        }
    }

    /// Does a command, if it is one of the few that write nothing.
    pub(super) fn obey_while_looking(&mut self, command: Command, tick: Tick) {
        let Some(looking) = &self.looking else { return };
        match command {
            Command::Enter => {
                let id = looking.talk.id.clone();
                self.move_here(id, tick);
            }
            Command::MoveHere(id) => self.move_here(id, tick),
            Command::Back | Command::Leave => self.look_away(),
            Command::Toward(toward) => self.toward(toward, tick),
            Command::GuidePane => self.guide_shown = !self.guide_shown,
            Command::Help => self.sheet = Some(Sheet::new(SheetKind::Help, "")),
            Command::Redraw => self.desk.ask(Effect::Redraw),
            Command::Lock => self.lock(),
            _ => self.said = Some(words::LOOKING_HOW.to_owned()),
        }
    }

    /// Back to Home, where what was looked at is listed, as it is by now.
    fn look_away(&mut self) {
        let Some(looking) = self.looking.take() else {
            return;
        };
        self.show(self.front());
        self.row = home::row_of(self, &looking.talk.id);
        self.desk.ask(Effect::Summarise(vec![looking.talk.id]));
    }
}
