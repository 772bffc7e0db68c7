//! The only place where an effect becomes input or output.
//!
//! A [`World`] holds the disk and the clock. [`World::perform`] does one [`Effect`] and gives back what came of it as
//! messages. What cannot be written is kept in memory and tried again; nothing typed is dropped.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use chrono::{Local, NaiveDateTime, TimeZone};

use crate::{
    app::{Glanced, Msg},
    conversation::{ConversationId, Event, Moment, Stamped, Stop},
    desk::{Effect, Preference, Saving, Tick},
    store::{
        self, Conversations, Home, JournalRead, Library, OpenConversation, Setting, StoreError,
        SyncHandle, Syncer, settings,
    },
    words,
};

/// The worker's clock, or the one `ALONGSIDE_NOW` sets for tests: it starts there and goes on from there.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    set: Option<(Moment, Instant)>,
}

impl Clock {
    /// The computer's clock, unless `set` names another time (`2026-03-10T14:20`, in local time).
    pub fn new(set: Option<&str>) -> Self {
        let read = set.and_then(|text| {
            let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
            formats
                .iter()
                .find_map(|format| NaiveDateTime::parse_from_str(text.trim(), format).ok())
        });
        let moment = read.and_then(|naive| Local.from_local_datetime(&naive).earliest());
        Self {
            set: moment.map(|moment| (moment.fixed_offset(), Instant::now())),
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        match self.set {
            Some((moment, since)) => {
                let passed = chrono::TimeDelta::from_std(since.elapsed()).unwrap_or_default();
                moment.checked_add_signed(passed).unwrap_or(moment)
            }
            None => Local::now().fixed_offset(),
        }
    }

    /// Now, with a little chance.
    pub fn tick(&self) -> Tick {
        Tick {
            now: self.now(),
            dice: RandomState::new().build_hasher().finish(),
        }
    }
}

/// The conversation in hand, shared with the thread that hears of an ending.
type InHand = Arc<Mutex<Hand>>;

/// What is being written.
#[derive(Debug, Default)]
struct Hand {
    open: Option<OpenConversation>,
    /// Put down with words that could not be written yet. Each is let go once they are.
    parked: Vec<OpenConversation>,
    /// Events of a conversation whose folder could not be made yet, the first of them its beginning.
    unborn: Vec<(ConversationId, Stamped)>,
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
        let outcome = hand.write_waiting(&self.conversations);
        drop(hand);
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

    /// What to do when the program is stopped from outside: write that down and settle it. Runs on another thread.
    pub fn last_words(&self) -> impl FnOnce(Stop) + Send + 'static {
        let (hand, clock) = (Arc::clone(&self.hand), self.clock);
        move |stop| {
            let mut hand = hand.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(open) = &mut hand.open {
                let end = Stamped {
                    at: clock.now(),
                    event: Event::Stopped(stop),
                };
                // The words themselves are in the journal already; this line only says how it ended.
                let _ = open.journal.append(std::slice::from_ref(&end));
                let handle = open.journal.sync_handle();
                if let Ok(syncer) = Syncer::spawn() {
                    syncer.now(&handle);
                    syncer.finish(Duration::from_secs(1));
                }
            }
        }
    }

    fn hand(&self) -> MutexGuard<'_, Hand> {
        self.hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&mut self, id: ConversationId, first: Stamped) -> Vec<Msg> {
        let mut hand = self.hand();
        hand.put_down();
        hand.unborn.push((id, first));
        let outcome = hand.write_waiting(&self.conversations);
        let handles = hand
            .open
            .as_ref()
            .map(OpenConversation::sync_handles)
            .unwrap_or_default();
        drop(hand);
        if let Some(syncer) = &self.syncer {
            handles.iter().for_each(|handle| syncer.soon(handle));
        }
        self.handle = handles.into_iter().next();
        self.wrote(outcome)
    }

    fn append(&mut self, id: &ConversationId, event: Stamped) -> Vec<Msg> {
        let mut hand = self.hand();
        let outcome = match &mut hand.open {
            Some(open) if open.id == *id => open.journal.append(std::slice::from_ref(&event)),
            _ => {
                hand.unborn.push((id.clone(), event));
                hand.write_waiting(&self.conversations)
            }
        };
        drop(hand);
        if let (Some(syncer), Some(handle)) = (&self.syncer, &self.handle) {
            syncer.soon(handle);
        }
        self.wrote(outcome)
    }

    /// Turns an outcome of writing into what the screen should say: once when it stops, once when it goes again.
    fn wrote(&mut self, outcome: Result<(), StoreError>) -> Vec<Msg> {
        let settled = self.syncer.as_ref().and_then(Syncer::trouble);
        match outcome.err().or(settled) {
            Some(error) => {
                self.in_trouble = true;
                vec![Msg::Trouble(words::safe_in_memory(&error.to_string()))]
            }
            None if self.in_trouble => {
                self.in_trouble = false;
                let handle = self
                    .hand()
                    .open
                    .as_ref()
                    .map(|open| open.journal.sync_handle());
                self.handle = handle;
                vec![Msg::Mended]
            }
            None => vec![],
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
        match self.conversations.open(&id, self.clock.now()) {
            Ok((open, read)) => {
                self.handle = Some(open.journal.sync_handle());
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
        let mut hand = self.hand();
        hand.unborn.retain(|(unborn, _)| unborn != id);
        let open = hand.open.take_if(|open| open.id == *id);
        drop(hand);
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
        let Ok(read) = self.conversations.load(&id) else {
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
            let _ = open.journal.append(std::slice::from_ref(&saving.end));
            let _ = self.conversations.remove(open);
        }
        hand.unborn.retain(|(id, _)| *id != saving.id);
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
        match settings::set(&self.home.config(), &setting) {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }
}

impl Hand {
    /// Lets go of the conversation in hand, or parks it while words of it are only in memory.
    fn put_down(&mut self) {
        self.parked
            .extend(self.open.take().filter(|open| open.journal.waiting() > 0));
    }

    /// Writes what waits: first the beginning of a conversation that has no folder yet, then its events in order.
    fn write_waiting(&mut self, conversations: &Conversations) -> Result<(), StoreError> {
        while let Some((id, event)) = self.unborn.first() {
            match &mut self.open {
                Some(open) if open.id == *id => open.journal.append(std::slice::from_ref(event))?,
                _ => {
                    let begun = conversations.create(id, event)?;
                    self.put_down();
                    self.open = Some(begun);
                }
            }
            self.unborn.remove(0);
        }
        while let Some(open) = self.parked.first_mut() {
            open.journal.retry()?;
            self.parked.remove(0);
        }
        match &mut self.open {
            Some(open) if open.journal.waiting() > 0 => open.journal.retry(),
            _ => Ok(()),
        }
    }
}

/// What could not be read of a journal, as a sentence.
fn set_aside(read: &JournalRead) -> Option<String> {
    let lines = read.set_aside.len();
    (lines > 0)
        .then(|| words::set_aside(lines, read.set_aside.first().map_or(0, |first| first.line)))
}
