//! The only place where an effect becomes input or output.
//!
//! A [`World`] holds the disk and the clock. [`World::perform`] does one [`Effect`] and gives back what came of it as
//! messages. What cannot be written is kept in memory and tried again; nothing typed is dropped.

mod answers;
mod clipboard;
mod clock;
mod copies;
mod cross;
mod evidence;
mod hand;
mod index;
mod last_words;
mod local_help;
mod meanwhile;
mod observed;
mod records;
mod told;
mod watch;

pub use clipboard::{Clipboard, Seat};
pub use clock::Clock;
pub use cross::team_files;
pub use local_help::listings;
pub use observed::carry;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use answers::Answers;
use clock::Steady;
use hand::{Hand, InHand};

use crate::{
    app::{Glanced, Msg},
    conversation::{ConversationId, Event, Stamped},
    desk::{Effect, Preference, Saving},
    store::{
        self, Conversations, CutOff, Home, JournalRead, Kept, Library, OpenConversation, Setting,
        StoreError, SyncHandle, Syncer, index::Memory, pieces, settings,
    },
    words,
};

/// The disk and the clock.
#[derive(Debug)]
pub struct World {
    /// Where everything is.
    pub home: Home,
    /// What time it is.
    pub clock: Clock,
    conversations: Conversations,
    library: Library,
    /// The records of people's lives, while on the other side of the wall.
    life: Library,
    hand: InHand,
    handle: Option<SyncHandle>,
    syncer: Option<Syncer>,
    in_trouble: bool,
    /// Where everything is kept while the home cannot be written, if a folder was chosen.
    spare: Option<Home>,
    answers: Answers,
    watched: bool,
    /// What another window has, as it was when it was last read from here.
    looked_at: Option<(ConversationId, pieces::Seen)>,
    steady: Steady,
    /// What was not finished and could not be read: it is never written over.
    unread: Option<PathBuf>,
    /// What was found in every record so far.
    index: Arc<Mutex<Memory>>,
    /// What is being read for evidence.
    reading: evidence::Reading,
    /// The platform's clipboard, where there is one.
    clipboard: Option<Clipboard>,
}

impl World {
    /// A world on a home. The disk is not touched until something is kept.
    pub fn new(home: Home, library: Library, clock: Clock) -> Self {
        Self {
            conversations: Conversations::of(&home),
            life: library.clone(),
            library,
            hand: InHand::default(),
            handle: None,
            // Without the thread words still reach the system at once; only a power cut could cost the last of them.
            syncer: Syncer::spawn().ok(),
            in_trouble: false,
            spare: None,
            answers: Answers::default(),
            watched: false,
            looked_at: None,
            steady: Steady::new(&clock),
            unread: None,
            index: Arc::default(),
            reading: evidence::Reading::default(),
            clipboard: Clipboard::at(&Seat::here()),
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

    /// Does one effect. Redrawing and leaving are the face's own and do nothing here.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Begin(id, first) => self.begin(id, *first),
            Effect::Append(id, event) => self.append(&id, *event),
            Effect::Sync(id) => self.settle_now(&id),
            Effect::Open(id) => vec![self.open(id)],
            Effect::Close(id) => self.close(&id),
            Effect::Discard(id) => self.discard(&id),
            Effect::Sweep(id) => self.sweep(&id),
            Effect::Summarise(ids) => {
                // Home looks: what was looked on from here is not on the screen any more.
                self.looked_at = None;
                let read = ids.into_iter().map(|id| self.glance(id));
                vec![Msg::Glances(read.collect())]
            }
            Effect::Save(saving) => self.save(&saving),
            Effect::Remember(preference) => self.remember(preference),
            Effect::RememberListing(id, what) => self.remember_listing(&id, what),
            Effect::LookOn(id) => self.look_on(id),
            Effect::MoveHere(id) => self.move_here(id),
            Effect::Unlock(passphrase) => self.unlock(passphrase),
            Effect::Lock => {
                self.home.vault().lock();
                self.index = Arc::default();
                vec![]
            }
            Effect::KeepIn(folder) => self.keep_in(&folder),
            Effect::TryAgain => self.retry(),
            Effect::Cross(side) => self.cross(side),
            Effect::Relist => vec![self.relist()],
            Effect::ReadIndex => self.read_index(),
            Effect::ReadLocalHelp => self.read_local_help(),
            Effect::ReadEvidence(period) => self.read_evidence(period),
            Effect::ExportEvidence(export) => self.export_evidence(*export),
            Effect::Follow(following) => self.follow(*following),
            Effect::Stick(sticking) => self.stick(*sticking),
            Effect::ReadKnown(ids) => self.read_known(ids),
            Effect::ReadRecord(id) => vec![self.read_record(id)],
            Effect::Add(adding) => self.add(*adding),
            Effect::KeepAnswers { begun, typing } => self.keep_answers(&begun, typing),
            Effect::ReadAnswers => self.read_answers(),
            Effect::Tell(what) => self.tell(*what),
            Effect::Fetch(played) => self.fetch(&played),
            Effect::Carry(id, file) => self.carry(&id, &file),
            Effect::Bring(file) => self.bring(&file),
            Effect::Copy(words) => self.copy(words),
            Effect::WriteLetter(asked) => self.write_letter(&asked),
            Effect::NoteCopyGiven(given) => self.note_copy_given(&given),
            Effect::Redraw | Effect::Leave => vec![],
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
        if let Some(syncer) = &self.syncer {
            // What it met before this try says nothing of now.
            while syncer.trouble().is_some() {}
        }
        let outcome = self.hand().write_waiting();
        // What could not be settled is asked for again.
        if let (Some(syncer), Some(handle)) = (&self.syncer, &self.handle) {
            syncer.now(handle);
        }
        let in_hand = self.hand().open.as_ref().map(|open| open.id.clone());
        self.wrote(in_hand.as_ref(), outcome)
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
        self.look_at_the_seal();
        let begun = self.conversations.begin(&id, &first);
        let mut hand = self.hand();
        hand.put_down();
        let outcome = begun.and_then(|open| hand.take_up(open, self.spare.as_ref()).write());
        let handles = hand.open.as_ref().map(OpenConversation::sync_handles);
        drop(hand);
        let handles = handles.unwrap_or_default();
        if let Some(syncer) = &self.syncer {
            handles.iter().for_each(|handle| syncer.soon(handle));
        }
        self.handle = handles.into_iter().next();
        self.watch();
        self.wrote(Some(&id), outcome)
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
        self.wrote(Some(id), outcome)
    }

    /// Turns an outcome of writing into what the screen should say: once when it stops, once when it goes again.
    fn wrote(
        &mut self,
        id: Option<&ConversationId>,
        outcome: Result<Kept, StoreError>,
    ) -> Vec<Msg> {
        if let (Err(StoreError::MovedAway), Some(id)) = (&outcome, id) {
            self.hand().forget(id);
            self.handle = None;
            return vec![Msg::MovedAway(id.clone())];
        }
        let unsettled = self.syncer.as_ref().and_then(Syncer::trouble);
        let trouble = match (outcome, unsettled) {
            (Err(why), _) | (Ok(Kept::Home | Kept::Back), Some(why)) => {
                Some(words::safe_in_memory(in_short(&why)))
            }
            (Ok(Kept::Spare(why)), _) => Some(words::safe_in_spare(in_short(&why))),
            (Ok(Kept::Home | Kept::Back), None) => None,
        };
        let was_in_trouble = std::mem::replace(&mut self.in_trouble, trouble.is_some());
        match trouble {
            Some(trouble) => vec![Msg::Trouble(trouble)],
            None if was_in_trouble => {
                self.spare = None;
                let handle = self.hand().sync_handle();
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
        self.look_at_the_seal();
        // Asked first: opening it signs the lock anew.
        let cut_off = self.conversations.cut_off(&id);
        let opened = self.conversations.open(&id, self.clock.now());
        self.opened(id, cut_off, opened)
    }

    fn opened(
        &mut self,
        id: ConversationId,
        cut_off: CutOff,
        opened: Result<(OpenConversation, JournalRead), StoreError>,
    ) -> Msg {
        match opened {
            Ok((open, mut read)) => {
                read.end_with(cut_off);
                self.handle = Some(open.sync_handle());
                let mut hand = self.hand();
                hand.put_down();
                hand.take_up(open, None);
                drop(hand);
                self.watch();
                let said = set_aside(&read);
                Msg::Opened {
                    id,
                    events: read.events,
                    said,
                }
            }
            Err(StoreError::OpenElsewhere { since, .. }) => Msg::OpenElsewhere { id, since },
            Err(StoreError::Sealed { .. }) => Msg::NeedsKey(id),
            Err(error) => Msg::NotOpened(id, error.to_string()),
        }
    }

    /// Reads what another window has, unless nothing in it is new since the last look.
    fn look_on(&mut self, id: ConversationId) -> Vec<Msg> {
        let seen = pieces::look(self.conversations.home(), &id)
            .ok()
            .map(|seen| (id.clone(), seen));
        if seen.is_some() && seen == self.looked_at {
            return vec![];
        }
        self.looked_at = seen;
        vec![match self.conversations.load(&id) {
            Ok(read) => Msg::Looked {
                id,
                events: read.events,
            },
            Err(StoreError::Sealed { .. }) => Msg::NeedsKey(id),
            Err(error) => Msg::NotOpened(id, error.to_string()),
        }]
    }

    /// Another window may have turned sealing on since. Where that cannot be known, what was known stands.
    fn look_at_the_seal(&self) {
        let _ = self.home.vault().refresh();
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
        if let Some(open) = open {
            let _ = self.conversations.remove(open);
            return vec![];
        }
        self.sweep(id)
    }

    /// Takes away one that was blank when it was read. In hand by now, it is being written.
    fn sweep(&mut self, id: &ConversationId) -> Vec<Msg> {
        if self.hand().holding(id).is_none() {
            self.take_away(id);
        }
        vec![]
    }

    /// Takes a conversation away that is not in hand, unless another window has it.
    fn take_away(&self, id: &ConversationId) {
        // What stays behind is found again the next time Home looks.
        let _ = self.conversations.take_away(id, self.clock.now());
    }

    /// Reads an open conversation for Home. One whose record is already kept is taken away instead: the program was
    /// stopped between saving it and saying so.
    fn glance(&self, id: ConversationId) -> (ConversationId, Glanced) {
        let mut read = match self.conversations.load(&id) {
            Ok(read) => read,
            Err(StoreError::Sealed { .. }) if !self.library.holds(&id) => {
                return (id, Glanced::Sealed);
            }
            Err(StoreError::Sealed { .. }) => JournalRead::default(),
            Err(_) => return (id, Glanced::Unreadable),
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
        self.look_at_the_seal();
        let saved = match self.save_somewhere(saving) {
            Ok(saved) => saved,
            Err(error) => return vec![Msg::NotSaved(error.to_string())],
        };
        self.let_go(saving);
        let saved = Msg::Saved {
            id: saving.id.clone(),
            path: saved.path.display().to_string(),
            said: saved.elsewhere.map(|elsewhere| elsewhere.to_string()),
            copied: saving.copy.is_some(),
        };
        let copied = saving.copy.clone().map(|words| self.copy(words));
        std::iter::once(saved)
            .chain(copied.into_iter().flatten())
            .collect()
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
            Preference::Words(on) => Setting::Words(on),
            Preference::Width(columns) => Setting::Width(Some(columns)),
            Preference::LockAfter(minutes) => Setting::LockAfter(minutes),
        };
        match settings::set(&self.home, &setting) {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }
}

/// Why a journal cannot be written, in the few words there is room for under the line.
fn in_short(why: &StoreError) -> &'static str {
    match why {
        StoreError::Full { .. } => words::DISK_FULL,
        StoreError::NotThere { .. } => words::FOLDER_NOT_THERE,
        StoreError::Denied { .. } => words::FOLDER_NOT_ALLOWED,
        _ => words::FOLDER_NOT_USABLE,
    }
}

/// What could not be read of a journal, as a sentence.
fn set_aside(read: &JournalRead) -> Option<String> {
    let first = read.set_aside.first().map(|first| first.line);
    first
        .map(|first| words::set_aside(read.set_aside.len(), first))
        .or_else(|| (read.unopened > 0).then(|| words::unopened(read.unopened)))
}

#[cfg(test)]
mod tests;
