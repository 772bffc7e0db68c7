//! Open conversations: a folder each, with a journal and a lock.
//!
//! A conversation is there from its first letter, whether or not the disk can take it: [`OpenConversation`] holds all of
//! it, and the disk catches up. A folder goes in two steps: it is renamed, which happens whole or not at all, and then
//! emptied. A crash in between leaves a folder that is plainly not a conversation, and the next listing clears it away.

use std::{
    fs::{self, DirEntry},
    time::{Duration, SystemTime},
};

mod open;

pub use open::{Kept, OpenConversation};

use super::{
    CutOff, Home, Lock, boot,
    disk::Errand,
    error::{At, Result, StoreError},
    files::{entries, refuse_link},
    journal::Journal,
    lines::JournalRead,
    lock, pieces,
    within::within,
};
use crate::conversation::{ConversationId, Event, Moment, Side, Stamped};

const GONE: &str = ".gone-";

/// The open conversations of one home.
#[derive(Debug, Clone)]
pub struct Conversations {
    home: Home,
}

/// A conversation as the list shows it before its journal is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub id: ConversationId,
    /// When something was last written in it.
    pub changed: SystemTime,
}

impl Conversations {
    /// Those in this home. Nothing is written until one is begun.
    pub fn of(home: &Home) -> Self {
        Self { home: home.clone() }
    }

    /// The home they are in.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Begins a conversation with its first event. It is in memory; [`OpenConversation::write`] puts it on the disk.
    ///
    /// # Errors
    ///
    /// As [`Journal::take`].
    pub fn begin(&self, id: &ConversationId, first: &Stamped) -> Result<OpenConversation> {
        self.home.check_side(id)?;
        check_told(id, std::slice::from_ref(first))?;
        let open = OpenConversation::new(&self.home, id, Journal::new(&self.home, id), first.at);
        open.journal.take(std::slice::from_ref(first))?;
        Ok(open)
    }

    /// Opens a conversation to go on with it, and reads what was said.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when another window is writing it (look at it with [`Self::load`] instead),
    /// [`StoreError::Sealed`] when it is sealed and locked, [`StoreError::NotThere`] and [`StoreError::Link`]; else as
    /// the disk says.
    pub fn open(
        &self,
        id: &ConversationId,
        now: Moment,
    ) -> Result<(OpenConversation, JournalRead)> {
        self.check(id)?;
        let lock = Lock::take(self.home.disk(), &self.home.conversation(id), now)?;
        self.open_with(id, lock, now)
    }

    /// As [`Self::open`], with the lock already taken.
    ///
    /// # Errors
    ///
    /// As [`Self::open`], less the other window.
    pub fn open_with(
        &self,
        id: &ConversationId,
        lock: Lock,
        now: Moment,
    ) -> Result<(OpenConversation, JournalRead)> {
        self.home.check_side(id)?;
        let mut found = pieces::load(&self.home, id)?;
        check_told(id, &found.read.events)?;
        let read = std::mem::take(&mut found.read);
        let journal = Journal::found(&self.home, id, found, &read);
        let open = OpenConversation::new(&self.home, id, journal, now).found(lock);
        Ok((open, read))
    }

    /// Asks the window that has a conversation to let it go, and takes its lock. Waits at most this long.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when it did not let go; else as the disk says.
    pub fn ask_to_move(&self, id: &ConversationId, now: Moment, at_most: Duration) -> Result<Lock> {
        self.check(id)?;
        lock::ask_to_move(self.home.disk(), &self.home.conversation(id), now, at_most)
    }

    /// Reads a conversation, whoever is writing it.
    ///
    /// # Errors
    ///
    /// As [`Self::open`], less the other window.
    pub fn load(&self, id: &ConversationId) -> Result<JournalRead> {
        self.check(id)?;
        let read = pieces::load(&self.home, id)?.read;
        check_told(id, &read.events)?;
        Ok(read)
    }

    /// What became of whoever was writing a conversation that has no ending.
    pub fn cut_off(&self, id: &ConversationId) -> CutOff {
        boot::cut_off(&self.home.conversation(id))
    }

    /// Those there are, the last written first. Reads no journal: there may be hundreds.
    ///
    /// # Errors
    ///
    /// As the disk says of the folder that holds them.
    pub fn list(&self) -> Result<Vec<Listed>> {
        let folder = self.home.conversations();
        within(self.home.root(), &folder)?;
        let entries = entries(&folder)?;
        entries.iter().for_each(|entry| self.clear_gone(entry));
        let mut listed: Vec<_> = entries.iter().filter_map(|e| self.listed(e)).collect();
        listed.sort_by(|a, b| (b.changed, &b.id).cmp(&(a.changed, &a.id)));
        Ok(listed)
    }

    /// Takes a conversation away: its record is safely on the disk, or nothing was ever said in it.
    ///
    /// # Errors
    ///
    /// As the disk says; then the conversation is still there, whole.
    pub fn remove(&self, open: OpenConversation) -> Result<()> {
        let Some((folder, lock)) = open.put_away() else {
            return Ok(());
        };
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let gone = self.home.conversations().join(format!("{GONE}{name}"));
        // Windows moves no folder with open files in it. Elsewhere nobody else may get in before it is moved.
        let held = if cfg!(windows) {
            drop(lock);
            None
        } else {
            lock
        };
        let disk = self.home.disk();
        let _ = disk.remove_folder(Errand::TakeAway, &gone);
        disk.rename(Errand::TakeAway, &folder, &gone).at(&folder)?;
        drop(held);
        // What stays is cleared away by the next listing.
        let _ = disk.remove_folder(Errand::TakeAway, &gone);
        Ok(())
    }

    /// Takes a conversation away unread, so that it may be sealed and locked: its record is safely on the disk.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when another window is writing it; else as [`Self::remove`].
    pub fn take_away(&self, id: &ConversationId, now: Moment) -> Result<()> {
        self.check(id)?;
        let lock = Lock::take(self.home.disk(), &self.home.conversation(id), now)?;
        let unread = Journal::new(&self.home, id);
        self.remove(OpenConversation::new(&self.home, id, unread, now).found(lock))
    }

    /// Before anything is opened or made in a conversation's folder.
    fn check(&self, id: &ConversationId) -> Result<()> {
        self.home.check_side(id)?;
        let folder = self.home.conversation(id);
        refuse_link(&folder)?;
        within(self.home.root(), &folder)?;
        if folder.is_dir() {
            Ok(())
        } else {
            Err(StoreError::NotThere { path: folder })
        }
    }

    /// A journal in one file says itself when it was written; of one in pieces the folder does.
    fn listed(&self, entry: &DirEntry) -> Option<Listed> {
        let id = ConversationId::read(entry.file_name().to_str()?)?;
        self.home.check_side(&id).ok()?;
        if !is_real_folder(entry) {
            return None;
        }
        let folder = entry.path();
        let found = match fs::symlink_metadata(folder.join("journal.jsonl")) {
            Ok(journal) if journal.is_file() && journal.len() > 0 => journal,
            Ok(_) => return None,
            Err(_) => fs::symlink_metadata(folder).ok()?,
        };
        let changed = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        Some(Listed { id, changed })
    }

    fn clear_gone(&self, entry: &DirEntry) {
        let name = entry.file_name();
        let gone = name.to_str().and_then(|name| name.strip_prefix(GONE));
        // Only what we could have put there.
        if gone.and_then(ConversationId::read).is_some() && is_real_folder(entry) {
            let _ = self
                .home
                .disk()
                .remove_folder(Errand::TakeAway, &entry.path());
        }
    }
}

/// A journal that says it is role-play under a name that does not, or the other way round, was put there by hand.
fn check_told(id: &ConversationId, events: &[Stamped]) -> Result<()> {
    let told = events.iter().find_map(|stamped| match &stamped.event {
        Event::Began { practice: None, .. } => Some(Side::Life),
        Event::Began { .. } => Some(Side::Practice),
        _ => None,
    });
    if told.is_none_or(|side| side == id.side()) {
        return Ok(());
    }
    Err(StoreError::OtherSide { id: id.clone() })
}

/// Not a link to one.
fn is_real_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
}

#[cfg(test)]
mod tests;
