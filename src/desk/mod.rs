//! What is open now.
//!
//! The [`Desk`] holds the shelf of guides, the team's lists, the open conversations, and the one that has the line.
//! It takes commands and the time, and gives [`Effect`]s. Both faces, full screen and plain, work at the same desk.

pub mod begun;
pub mod close;
pub mod command;
pub mod copies;
pub mod count;
pub mod draft;
pub mod effect;
pub mod evidence;
pub mod finish;
pub mod follow;
pub mod index;
pub mod know;
pub mod local_help;
pub mod practise;
pub mod prefs;
pub mod records;
pub mod secret;
pub mod tell;
#[cfg(test)]
mod tests;
pub mod together;

pub use begun::Begun;
pub use close::Close;
pub use command::{Command, Preference, Toward};
pub use copies::{Copies, CopyGiven, LetterAsked};
pub use count::Count;
pub use draft::{Draft, Glance};
pub use effect::{Effect, Saving};
pub use evidence::{Evidence, Export};
pub use follow::{Asked, Follow, Following};
pub use index::{Index, Known};
pub use know::Know;
pub use local_help::LocalHelp;
pub use practise::Practise;
pub use prefs::{Preferences, Team};
pub use records::{Adding, Question, Records};
pub use secret::Passphrase;
pub use tell::{AskFeedback, Heard, Keeping, Letters, Stories, Tell, Unfinished, Way};
pub use together::Together;

use crate::{
    connection::Listings,
    conversation::{
        self as talk, Again, Change, Conversation, ConversationId, Event, Moment, Note, Practised,
        Refusal, Side, Stamped,
    },
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

/// What the first letter begins where nothing is in hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Begins {
    /// Listen and connect.
    #[default]
    Life,
    /// The role-play that is shown, with the guide beside it.
    Practice(Box<(Practised, Guide)>),
}

/// What is open now.
#[derive(Debug)]
pub struct Desk {
    /// The guides.
    pub shelf: Shelf,
    /// The team's local help.
    pub listings: Listings,
    /// It is still being read.
    pub awaits_listings: bool,
    /// The team's numbers, steps and routes.
    pub team: Team,
    /// The worker's preferences.
    pub prefs: Preferences,
    /// Open conversations that are not in hand, the last used first.
    pub drafts: Vec<Draft>,
    /// What is known of every record and every open conversation.
    pub index: Index,
    /// What the first letter begins.
    pub begins: Begins,
    talk: Option<Conversation>,
    effects: Vec<Effect>,
}

impl Desk {
    /// A desk with nothing in hand.
    pub fn new(shelf: Shelf, listings: Listings, team: Team, prefs: Preferences) -> Self {
        Self {
            shelf,
            listings,
            awaits_listings: false,
            team,
            prefs,
            drafts: vec![],
            index: Index::default(),
            begins: Begins::default(),
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

    /// Whether words are on their way to the clipboard.
    pub fn is_copying(&self) -> bool {
        let copies = |effect: &Effect| matches!(effect, Effect::Copy(_));
        self.effects.iter().any(copies)
    }

    /// Whether local help is about to be read.
    pub fn is_reading_local_help(&self) -> bool {
        self.effects.contains(&Effect::ReadLocalHelp)
    }

    /// Whether the records are about to be read for what they add up to.
    pub fn is_reading_evidence(&self) -> bool {
        let reads = |effect: &Effect| matches!(effect, Effect::ReadEvidence(_));
        self.effects.iter().any(reads)
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
            self.begin_ready(tick);
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
        let id = self.free_id(|dice| ConversationId::new(tick.now, guide.kind, dice), tick);
        self.begin_as(id, self.began(guide), tick);
    }

    /// That it began with this guide, and by whom.
    fn began(&self, guide: Guide) -> Event {
        Event::Began {
            practice: None,
            guide: Box::new(guide),
            by: self.prefs.name.clone(),
        }
    }

    /// Begins what the first letter begins: the line is always ready.
    pub fn begin_ready(&mut self, tick: Tick) {
        match self.begins.clone() {
            Begins::Life => self.begin(&Kind::ListenAndConnect.main_guide(), tick),
            Begins::Practice(ready) => {
                let (practised, guide) = *ready;
                self.practise(practised, guide, tick);
            }
        }
    }

    /// Takes a role-play up again from a moment: another try begins with the notes up to there, and the one before stays
    /// as it is. Nothing happens where nothing is being played.
    pub fn try_again(&mut self, notes: usize, tick: Tick) {
        let Some(talk) = &self.talk else { return };
        let Some(practised) = talk.practice.clone() else {
            return;
        };
        let (guide, notes) = (talk.talks[0].guide.clone(), notes.min(talk.notes.len()));
        let again = Again {
            of: talk.id.clone(),
            nth: practised.try_number().saturating_add(1),
            notes,
        };
        let kept: Vec<Change> = talk.notes[..notes].iter().enumerate().map(there).collect();
        let practised = Practised {
            again: Some(again),
            ..practised
        };
        self.practise(practised, guide, tick);
        if !kept.is_empty() {
            let did = Event::Did {
                join: false,
                changes: kept,
            };
            self.keep(did, tick.now);
        }
    }

    /// Takes the conversation in hand off the disk, for good: only ever a role-play.
    pub fn throw_away(&mut self, id: &ConversationId) {
        if id.side() != Side::Practice {
            return;
        }
        self.talk.take_if(|talk| talk.id == *id);
        self.drafts.retain(|draft| draft.id != *id);
        self.effects.push(Effect::Discard(id.clone()));
    }

    /// Begins a part of a role-play. Nothing in it is real, and nobody's name is in it unless it is typed.
    pub fn practise(&mut self, practised: Practised, guide: Guide, tick: Tick) {
        self.put_down(tick);
        let id = self.free_id(|dice| ConversationId::practice(tick.now, dice), tick);
        let began = Event::Began {
            practice: Some(Box::new(practised)),
            guide: Box::new(guide),
            by: None,
        };
        self.begin_as(id, began, tick);
    }

    fn begin_as(&mut self, id: ConversationId, event: Event, tick: Tick) {
        let first = Stamped {
            at: tick.now,
            event,
        };
        let begun = talk::apply::replay(id.clone(), std::slice::from_ref(&first), || None);
        self.effects.push(Effect::Begin(id, Box::new(first)));
        self.talk = begun;
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

    /// What is open was listed again: what is new is not read yet, and what is gone is not listed any more.
    pub fn relisted(&mut self, open: Vec<ConversationId>) {
        let in_hand = self.talk.as_ref().map(|talk| talk.id.clone());
        let mut known = std::mem::take(&mut self.drafts);
        let listed = open.into_iter().filter(|id| Some(id) != in_hand.as_ref());
        self.drafts = listed
            .map(|id| match known.iter().position(|draft| draft.id == id) {
                Some(at) => known.swap_remove(at),
                None => Draft::unread(id),
            })
            .collect();
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
            Event::Left
                | Event::Stopped(_)
                | Event::Paused
                | Event::FamilyTime
                | Event::Began { .. }
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
    fn free_id(&self, id: impl Fn(u64) -> ConversationId, tick: Tick) -> ConversationId {
        let in_hand = self.talk.as_ref().map(|talk| &talk.id);
        let taken = |id: &ConversationId| {
            in_hand == Some(id) || self.drafts.iter().any(|draft| draft.id == *id)
        };
        (0..32)
            .map(|turn| id(tick.dice.rotate_left(turn * 5)))
            .find(|id| !taken(id))
            .unwrap_or_else(|| id(tick.dice))
    }
}

/// A note as a change that puts it there.
fn there((index, note): (usize, &Note)) -> Change {
    Change::Note {
        index,
        from: None,
        to: Some(Box::new(note.clone())),
    }
}
