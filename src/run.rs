//! The only place where an effect becomes input or output.
//!
//! A [`World`] holds the disk and the clock. [`World::perform`] does one [`Effect`] and gives back what came of it as
//! messages. What cannot be written is kept in memory and tried again; nothing typed is dropped.

mod clock;
mod last_words;

pub use clock::Clock;

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use clock::Steady;

use crate::{
    app::{Glanced, Msg},
    conversation::{ConversationId, Event, Stamped},
    desk::{Effect, Preference, Saving},
    store::{
        self, Conversations, CutOff, Home, JournalRead, Kept, Library, OpenConversation, Setting,
        StoreError, SyncHandle, Syncer, settings,
    },
    words,
};

/// The conversation in hand, shared with the thread that hears of an ending.
type InHand = Arc<Mutex<Hand>>;

/// What is being written.
#[derive(Debug, Default)]
struct Hand {
    open: Option<OpenConversation>,
    /// Put down with words that could not be written yet. Each is let go once they are.
    parked: Vec<OpenConversation>,
}

/// The disk and the clock.
#[derive(Debug)]
pub struct World {
    /// Where everything is.
    pub home: Home,
    /// What time it is.
    pub clock: Clock,
    conversations: Conversations,
    library: Library,
    hand: InHand,
    handle: Option<SyncHandle>,
    syncer: Option<Syncer>,
    in_trouble: bool,
    steady: Steady,
}

impl World {
    /// A world on a home. The disk is not touched until something is kept.
    pub fn new(home: Home, library: Library, clock: Clock) -> Self {
        Self {
            conversations: Conversations::of(&home),
            library,
            hand: InHand::default(),
            handle: None,
            // Without the thread words still reach the system at once; only a power cut could cost the last of them.
            syncer: Syncer::spawn().ok(),
            in_trouble: false,
            steady: Steady::new(&clock),
            home,
            clock,
        }
    }

    /// The open conversations, the last used first.
    ///
    /// # Errors
    ///
    /// As the disk says of the folder that holds them.
    pub fn open_conversations(&self) -> Result<Vec<ConversationId>, StoreError> {
        Ok(self
            .conversations
            .list()?
            .into_iter()
            .map(|listed| listed.id)
            .collect())
    }

    /// Whether something could not be written and is being tried again.
    pub fn is_in_trouble(&self) -> bool {
        self.in_trouble
    }

    /// Does one effect. Redrawing, copying and leaving are the face's own and do nothing here.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Begin(id, first) => self.begin(id, *first),
            Effect::Append(id, event) => self.append(&id, *event),
            Effect::Sync(id) => self.settle_now(&id),
            Effect::Open(id) => vec![self.open(id)],
            Effect::Close(id) => self.close(&id),
            Effect::Discard(id) => self.discard(&id),
            Effect::Summarise(ids) => vec![Msg::Glances(
                ids.into_iter().map(|id| self.glance(id)).collect(),
            )],
            Effect::Save(saving) => self.save(&saving),
            Effect::Remember(preference) => self.remember(preference),
            Effect::LookOn(_)
            | Effect::MoveHere(_)
            | Effect::Unlock(_)
            | Effect::Lock
            | Effect::KeepIn(_)
            | Effect::TryAgain => vec![],
            Effect::Copy(_) | Effect::Redraw | Effect::Leave => vec![],
        }
    }

    /// Writes a record, and what was kept apart from it, under a name somebody chose outside the home.
    ///
    /// # Errors
    ///
    /// A sentence, when the name is taken or cannot be written. Then neither file is there.
    pub fn save_to(&self, path: &Path, saving: &Saving) -> Result<(), String> {
        store::save_to(path, &saving.record, saving.apart.as_deref())
            .map_err(|error| error.to_string())
    }

    /// Tries again what could not be written, and says what the settling thread met.
    pub fn retry(&mut self) -> Vec<Msg> {
        let mut hand = self.hand();
        let outcome = hand.write_waiting();
        drop(hand);
        // What could not be settled is asked for again.
        if let (Some(syncer), Some(handle)) = (&self.syncer, &self.handle) {
            syncer.now(handle);
        }
        self.wrote(outcome)
    }

    /// Settles everything and ends, waiting at most a second for the disk.
    pub fn finish(mut self) {
        if let Some(handle) = &self.handle
            && let Some(syncer) = &self.syncer
        {
            syncer.now(handle);
        }
        if let Some(syncer) = self.syncer.take() {
            syncer.finish(Duration::from_secs(1));
        }
    }

    /// Seconds the computer slept, or the clock was set by, since this was last asked; `None` when it only went on.
    pub fn clock_moved(&mut self) -> Option<Msg> {
        self.steady.moved(&self.clock).map(Msg::ClockMoved)
    }

    fn hand(&self) -> MutexGuard<'_, Hand> {
        self.hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&mut self, id: ConversationId, first: Stamped) -> Vec<Msg> {
        let begun = self.conversations.begin(&id, &first);
        let mut hand = self.hand();
        hand.put_down();
        let outcome = begun.and_then(|open| hand.open.insert(open).write());
        let handles = hand.open.as_ref().map(OpenConversation::sync_handles);
        drop(hand);
        let handles = handles.unwrap_or_default();
        if let Some(syncer) = &self.syncer {
            handles.iter().for_each(|handle| syncer.soon(handle));
        }
        self.handle = handles.into_iter().next();
        self.wrote(outcome)
    }

    fn append(&mut self, id: &ConversationId, event: Stamped) -> Vec<Msg> {
        let mut hand = self.hand();
        let outcome = match hand.holding(id) {
            Some(open) => open.append(std::slice::from_ref(&event)),
            // Nothing is left of it to write to: its record is kept, or it was taken away.
            None => Ok(Kept::Home),
        };
        drop(hand);
        if let (Some(syncer), Some(handle)) = (&self.syncer, &self.handle) {
            syncer.soon(handle);
        }
        self.wrote(outcome)
    }

    /// Turns an outcome of writing into what the screen should say: once when it stops, once when it goes again.
    fn wrote(&mut self, outcome: Result<Kept, StoreError>) -> Vec<Msg> {
        let settled = self.syncer.as_ref().and_then(Syncer::trouble);
        let kept = match (outcome, settled) {
            (Ok(Kept::Home | Kept::Back), Some(unsettled)) => Err(unsettled),
            (outcome, _) => outcome,
        };
        match kept {
            Err(error) => {
                self.in_trouble = true;
                vec![Msg::Trouble(words::safe_in_memory(&error.to_string()))]
            }
            Ok(Kept::Spare(why)) => {
                self.in_trouble = true;
                vec![Msg::Trouble(words::safe_in_spare(&why.to_string()))]
            }
            Ok(Kept::Home | Kept::Back) if self.in_trouble => {
                self.in_trouble = false;
                let handle = self.hand().open.as_ref().map(OpenConversation::sync_handle);
                self.handle = handle;
                vec![Msg::Mended]
            }
            Ok(Kept::Home | Kept::Back) => vec![],
        }
    }

    fn settle_now(&self, id: &ConversationId) -> Vec<Msg> {
        let ours = self.hand().open.as_ref().is_some_and(|open| open.id == *id);
        if let (true, Some(syncer), Some(handle)) = (ours, &self.syncer, &self.handle) {
            syncer.now(handle);
        }
        vec![]
    }

    fn open(&mut self, id: ConversationId) -> Msg {
        // Asked first: opening it signs the lock anew.
        let cut_off = self.conversations.cut_off(&id);
        match self.conversations.open(&id, self.clock.now()) {
            Ok((open, mut read)) => {
                read.end_with(cut_off);
                self.handle = Some(open.sync_handle());
                let mut hand = self.hand();
                hand.put_down();
                hand.open = Some(open);
                drop(hand);
                let said = set_aside(&read);
                Msg::Opened {
                    id,
                    events: read.events,
                    said,
                }
            }
            Err(error) => Msg::NotOpened(id, error.to_string()),
        }
    }

    fn close(&mut self, id: &ConversationId) -> Vec<Msg> {
        self.settle_now(id);
        let mut hand = self.hand();
        if hand.open.as_ref().is_some_and(|open| open.id == *id) {
            hand.put_down();
        }
        vec![]
    }

    /// Takes a blank conversation away. One that stays behind is blank, and Home tries again.
    fn discard(&mut self, id: &ConversationId) -> Vec<Msg> {
        let open = self.hand().open.take_if(|open| open.id == *id);
        match open {
            Some(open) => drop(self.conversations.remove(open)),
            None => self.take_away(id),
        }
        vec![]
    }

    /// Takes a conversation away that is not in hand, unless another window has it.
    fn take_away(&self, id: &ConversationId) {
        if let Ok((open, _)) = self.conversations.open(id, self.clock.now()) {
            // What stays behind is found again the next time Home looks.
            let _ = self.conversations.remove(open);
        }
    }

    /// Reads an open conversation for Home. One whose record is already kept is taken away instead: the program was
    /// stopped between saving it and saying so.
    fn glance(&self, id: ConversationId) -> (ConversationId, Glanced) {
        let Ok(mut read) = self.conversations.load(&id) else {
            return (id, Glanced::Unreadable);
        };
        let finished = matches!(
            read.events.last().map(|last| &last.event),
            Some(Event::Finished)
        );
        if finished || self.library.holds(&id) {
            self.take_away(&id);
            return (id, Glanced::Gone);
        }
        if !read.has_ending() {
            match self.conversations.cut_off(&id) {
                CutOff::OpenElsewhere => return (id, Glanced::Elsewhere(read.events)),
                cut_off => read.end_with(cut_off),
            }
        }
        (id, Glanced::Read(read.events))
    }

    fn save(&mut self, saving: &Saving) -> Vec<Msg> {
        let saved = match self
            .library
            .save(&saving.id, &saving.record, saving.apart.as_deref())
        {
            Ok(saved) => saved,
            Err(error) => return vec![Msg::NotSaved(error.to_string())],
        };
        self.let_go(saving);
        vec![Msg::Saved {
            id: saving.id.clone(),
            path: saved.path.display().to_string(),
            said: saved.elsewhere.map(|elsewhere| elsewhere.to_string()),
            copied: saving.copy.is_some(),
        }]
    }

    /// The record is whole, wherever it is: from here on the journal only says so, and goes.
    pub fn let_go(&mut self, saving: &Saving) {
        let mut hand = self.hand();
        if let Some(mut open) = hand.open.take_if(|open| open.id == saving.id) {
            let _ = open.append(std::slice::from_ref(&saving.end));
            let _ = self.conversations.remove(open);
        }
        drop(hand);
        self.handle = None;
    }

    fn remember(&self, preference: Preference) -> Vec<Msg> {
        let setting = match preference {
            Preference::Name(name) => Setting::Name(name),
            Preference::Hints(on) => Setting::Hints(on),
            Preference::Clock(on) => Setting::Clock(on),
            Preference::Spacing(on) => Setting::Spacing(on),
            Preference::Width(columns) => Setting::Width(Some(columns)),
            Preference::LockAfter(minutes) => Setting::LockAfter(minutes),
        };
        match settings::set(&self.home, &setting) {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }
}

impl Hand {
    /// The conversation with this name, if it is being written.
    fn holding(&mut self, id: &ConversationId) -> Option<&mut OpenConversation> {
        self.open
            .iter_mut()
            .chain(&mut self.parked)
            .find(|open| open.id == *id)
    }

    /// Lets go of the conversation in hand, or parks it while the home does not have all of it.
    fn put_down(&mut self) {
        self.parked
            .extend(self.open.take().filter(|open| !open.is_home()));
    }

    /// Writes what waits: first what was put down, then what is in hand.
    fn write_waiting(&mut self) -> Result<Kept, StoreError> {
        while let Some(open) = self.parked.first_mut() {
            match open.write()? {
                Kept::Home | Kept::Back => drop(self.parked.remove(0)),
                spare => return Ok(spare),
            }
        }
        match &mut self.open {
            Some(open) => open.write(),
            None => Ok(Kept::Home),
        }
    }
}

/// What could not be read of a journal, as a sentence.
fn set_aside(read: &JournalRead) -> Option<String> {
    let lines = read.set_aside.len();
    (lines > 0)
        .then(|| words::set_aside(lines, read.set_aside.first().map_or(0, |first| first.line)))
}
