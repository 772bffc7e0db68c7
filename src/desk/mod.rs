//! What is open now.
//!
//! The [`Desk`] holds the shelf of guides, the team's lists, the open conversations, and the one that has the line.
//! It takes commands and the time, and gives [`Effect`]s. Both faces, full screen and plain, work at the same desk.

pub mod command;
pub mod draft;
pub mod effect;
pub mod finish;
pub mod prefs;
pub mod secret;
#[cfg(test)]
mod tests;

pub use command::{Command, Preference, Toward};
pub use draft::{Draft, Glance};
pub use effect::{Effect, Saving};
pub use prefs::{Preferences, Team};
pub use secret::Passphrase;

use crate::{
    connection::Listings,
    conversation::{self as talk, Conversation, ConversationId, Event, Moment, Refusal, Stamped},
    guide::{Guide, GuideId, Kind, Shelf},
};

/// The time, and a little chance, for one turn.
#[derive(Debug, Clone, Copy)]
pub struct Tick {
    /// The worker's clock.
    pub now: Moment,
    /// Chance, for a new conversation's id.
    pub dice: u64,
}

/// What is open now.
#[derive(Debug)]
pub struct Desk {
    /// The guides.
    pub shelf: Shelf,
    /// The team's local help.
    pub listings: Listings,
    /// The team's numbers, steps and routes.
    pub team: Team,
    /// The worker's preferences.
    pub prefs: Preferences,
    /// Open conversations that are not in hand, the last used first.
    pub drafts: Vec<Draft>,
    talk: Option<Conversation>,
    effects: Vec<Effect>,
}

impl Desk {
    /// A desk with nothing in hand.
    pub fn new(shelf: Shelf, listings: Listings, team: Team, prefs: Preferences) -> Self {
        Self {
            shelf,
            listings,
            team,
            prefs,
            drafts: vec![],
            talk: None,
            effects: vec![],
        }
    }

    /// The conversation in hand.
    pub fn talk(&self) -> Option<&Conversation> {
        self.talk.as_ref()
    }

    /// The words on the line; empty when there is no conversation in hand.
    pub fn line(&self) -> &str {
        self.talk
            .as_ref()
            .map_or("", |talk| talk.line.text.as_str())
    }

    /// What the outside should do, in order. Empties the list.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Adds something for the outside to do.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Puts a command to the conversation in hand, beginning one if there is none: the line is always ready.
    ///
    /// # Errors
    ///
    /// The conversation's reason, when it says no.
    pub fn say(&mut self, command: &talk::Command, tick: Tick) -> Result<Vec<Event>, Refusal> {
        if self.talk.is_none() {
            self.begin(&Kind::ListenAndConnect.main_guide(), tick);
        }
        let Some(talk) = &self.talk else {
            return Ok(vec![]);
        };
        let events = talk.decide(command, tick.now)?;
        for event in &events {
            self.keep(event.clone(), tick.now);
        }
        if let (talk::Command::Keep { .. }, Some(talk)) = (command, &self.talk) {
            self.effects.push(Effect::Sync(talk.id.clone()));
        }
        Ok(events)
    }

    /// Begins a conversation with a guide. A blank one in hand is let go first; one with words becomes a draft.
    pub fn begin(&mut self, guide: &GuideId, tick: Tick) {
        self.put_down(tick);
        let Some(guide) = self.shelf.guide(guide) else {
            return;
        };
        let id = self.free_id(guide.kind, tick);
        let by = self.prefs.name.clone();
        let event = Event::Began {
            guide: Box::new(guide.clone()),
            by: by.clone(),
        };
        let mut conversation = Conversation::begin(id.clone(), guide, by, tick.now);
        let first = Stamped {
            at: tick.now,
            event,
        };
        conversation.apply(&first);
        self.effects.push(Effect::Begin(id, Box::new(first)));
        self.talk = Some(conversation);
    }

    /// Puts down the conversation in hand, for later. One that never held a word is taken away.
    pub fn put_down(&mut self, tick: Tick) {
        let Some(talk) = &self.talk else { return };
        if talk.is_blank() {
            self.effects.push(Effect::Discard(talk.id.clone()));
            self.talk = None;
            return;
        }
        self.keep(Event::Left, tick.now);
        let Some(talk) = self.talk.take() else { return };
        self.effects.push(Effect::Close(talk.id.clone()));
        self.drafts.retain(|draft| draft.id != talk.id);
        self.drafts.insert(0, Draft::of(&talk));
    }

    /// Takes a conversation in hand that was read from its journal.
    pub fn take_up(&mut self, talk: Conversation, tick: Tick) {
        self.put_down(tick);
        self.drafts.retain(|draft| draft.id != talk.id);
        let events = talk.decide(&talk::Command::TakeUp, tick.now);
        self.talk = Some(talk);
        for event in events.unwrap_or_default() {
            self.keep(event, tick.now);
        }
    }

    /// The clock went on by this many seconds while nothing could happen, or was set: no part of the talk in hand.
    pub fn clock_moved(&mut self, seconds: i64, tick: Tick) {
        self.keep(Event::Away(seconds), tick.now);
    }

    /// A conversation as its events tell it. The guide comes from the shelf if the event that held it was lost.
    pub fn replay(&self, id: &ConversationId, events: &[Stamped]) -> Option<Conversation> {
        let kind = id.kind().unwrap_or(Kind::ListenAndConnect);
        talk::apply::replay(id.clone(), events, || self.shelf.guide(&kind.main_guide()))
    }

    /// An open conversation was read far enough for a line on Home. `elsewhere`: another window is writing it.
    pub fn looked_at(&mut self, talk: &Conversation, elsewhere: bool) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.id == talk.id) {
            *draft = Draft::of(talk);
            if let Some(glance) = &mut draft.glance {
                glance.elsewhere = elsewhere;
            }
        }
    }

    /// An open conversation cannot be read until the key is open.
    pub fn found_sealed(&mut self, id: &ConversationId) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.id == *id) {
            *draft = Draft::sealed(id.clone());
        }
    }

    /// The key is forgotten: what was read with it goes from memory too.
    pub fn seal_drafts(&mut self) {
        let seal = |draft: &mut Draft| *draft = Draft::sealed(draft.id.clone());
        self.drafts
            .iter_mut()
            .filter(|draft| !draft.sealed)
            .for_each(seal);
    }

    /// The key is open: what could not be read can be looked at again.
    pub fn unseal_drafts(&mut self) {
        let unread = |draft: &mut Draft| *draft = Draft::unread(draft.id.clone());
        self.drafts
            .iter_mut()
            .filter(|draft| draft.sealed)
            .for_each(unread);
    }

    /// Another window took the conversation in hand. It is only listed from here on, as it is there: what was typed here
    /// since is not in it.
    pub fn moved_away(&mut self, id: &ConversationId) {
        if self.talk.take_if(|talk| talk.id == *id).is_some() {
            self.drafts.insert(0, Draft::unread(id.clone()));
            self.effects.push(Effect::Summarise(vec![id.clone()]));
        }
    }

    /// An open conversation turned out to be none: its record is kept, or it never held a word.
    pub fn forget(&mut self, id: &ConversationId, blank: bool) {
        self.drafts.retain(|draft| draft.id != *id);
        if blank {
            self.effects.push(Effect::Sweep(id.clone()));
        }
    }

    /// Moves the conversation in hand to another guide, or begins one with it.
    ///
    /// # Errors
    ///
    /// The conversation's reason, when it says no.
    pub fn move_to(&mut self, guide: &GuideId, tick: Tick) -> Result<(), Refusal> {
        let Some(guide) = self.shelf.guide(guide) else {
            return Err(Refusal::NoTopic);
        };
        self.say(&talk::Command::Switch(Box::new(guide)), tick)
            .map(drop)
    }

    /// A typed command was asked: its own letters leave the line and the history.
    pub fn asked(&mut self, tick: Tick) {
        if let Some(talk) = &self.talk {
            let words = talk.line.text.clone();
            self.keep(Event::Asked(words), tick.now);
        }
    }

    /// The guide of the topic in hand, for views.
    pub fn guide(&self) -> Option<&Guide> {
        self.talk.as_ref().map(Conversation::guide)
    }

    /// Applies an event and asks for it to be written, in the order it must be seen.
    fn keep(&mut self, event: Event, at: Moment) {
        let Some(talk) = &mut self.talk else { return };
        let settle = matches!(
            event,
            Event::Left | Event::Stopped(_) | Event::Paused | Event::Began { .. }
        );
        let stamped = Stamped { at, event };
        talk.apply(&stamped);
        let id = talk.id.clone();
        self.effects
            .push(Effect::Append(id.clone(), Box::new(stamped)));
        if settle {
            self.effects.push(Effect::Sync(id));
        }
    }

    /// An id no open conversation has.
    fn free_id(&self, kind: Kind, tick: Tick) -> ConversationId {
        let taken = |id: &ConversationId| self.drafts.iter().any(|draft| draft.id == *id);
        (0..32)
            .map(|turn| ConversationId::new(tick.now, kind, tick.dice.rotate_left(turn * 5)))
            .find(|id| !taken(id))
            .unwrap_or_else(|| ConversationId::new(tick.now, kind, tick.dice))
    }
}
