//! One conversation that this window alone may write.

use std::{path::PathBuf, sync::Arc};

use crate::{
    conversation::{ConversationId, Moment, Stamped},
    store::{
        Home, Lock, SyncHandle,
        disk::Errand,
        error::{At, Result, StoreError},
        journal::Journal,
        sync::Settle,
        within::within,
    },
};

/// How many names are tried for a folder when another conversation has the first.
const NAMES: u32 = 100;

/// A conversation that this window alone may write. Let go when dropped.
#[derive(Debug)]
pub struct OpenConversation {
    /// Its name.
    pub id: ConversationId,
    /// The name of its folder: the same, unless that was taken.
    folder: ConversationId,
    /// Where what is said goes.
    pub(super) journal: Journal,
    home: Home,
    at: Moment,
    there: There,
    /// All of it once more in another folder, while its own cannot be written.
    spare: Option<Box<OpenConversation>>,
}

/// Whether the conversation has its folder yet.
#[derive(Debug)]
enum There {
    NotYet,
    /// Made, without its lock.
    Folder,
    Locked(Arc<Lock>),
    /// Another window has it.
    Away,
}

/// Where what was said is.
#[derive(Debug)]
pub enum Kept {
    /// In the home.
    Home,
    /// In the home again, and no longer in the folder chosen meanwhile.
    Back,
    /// In the folder chosen meanwhile, and why not in the home.
    Spare(StoreError),
}

impl OpenConversation {
    pub(super) fn new(home: &Home, id: &ConversationId, journal: Journal, at: Moment) -> Self {
        Self {
            id: id.clone(),
            folder: id.clone(),
            journal,
            home: home.clone(),
            at,
            there: There::NotYet,
            spare: None,
        }
    }

    pub(super) fn found(self, lock: Lock) -> Self {
        Self {
            there: There::Locked(Arc::new(lock)),
            ..self
        }
    }

    /// Takes events in and writes them, after any that are still waiting.
    ///
    /// # Errors
    ///
    /// As [`Journal::take`], and then none of them is taken; else as [`Self::write`], and then they wait.
    pub fn append(&mut self, events: &[Stamped]) -> Result<Kept> {
        self.journal.take(events)?;
        if let Some(spare) = &self.spare {
            spare.journal.take(events)?;
        }
        self.write()
    }

    /// Writes what waits: the folder and the lock if they are not there yet, then what was said.
    ///
    /// # Errors
    ///
    /// As the disk says, when neither the home nor the folder chosen meanwhile can be written.
    pub fn write(&mut self) -> Result<Kept> {
        match (self.write_home(), &mut self.spare) {
            (Ok(()), None) => Ok(Kept::Home),
            (Ok(()), Some(_)) => {
                self.drop_spare();
                Ok(Kept::Back)
            }
            (Err(StoreError::MovedAway), _) => Err(StoreError::MovedAway),
            (Err(why), None) => Err(why),
            (Err(why), Some(spare)) => spare.write_home().map(|()| Kept::Spare(why)),
        }
    }

    fn write_home(&mut self) -> Result<()> {
        if matches!(self.there, There::NotYet) {
            self.make_folder()?;
            // Looked at now, so that it is known where the home is even if it has just been made.
            self.home.check_place()?;
            self.there = There::Folder;
        }
        if matches!(self.there, There::Folder) {
            let lock = Lock::take(
                self.home.disk(),
                &self.home.conversation(&self.folder),
                self.at,
            )?;
            self.there = There::Locked(Arc::new(lock));
        }
        if matches!(self.there, There::Away) {
            return Err(StoreError::MovedAway);
        }
        if self.journal.is_astray() {
            self.come_back()?;
        }
        self.journal.write()
    }

    /// Its files went, or may not hold what they should: if its home is there, all of it is written there again.
    fn come_back(&mut self) -> Result<()> {
        self.home.check_place()?;
        let folder = self.home.conversation(&self.folder);
        self.home.on(Errand::Begin).make_folder(&folder)?;
        // The lock that was held may be on a file that is gone.
        self.there = There::Folder;
        let lock = Lock::take(self.home.disk(), &folder, self.at)?;
        self.there = There::Locked(Arc::new(lock));
        self.journal.write_again()
    }

    /// Makes its folder, under its own name or, when another conversation has that, with a number.
    fn make_folder(&mut self) -> Result<()> {
        self.home.check_place()?;
        within(self.home.root(), &self.home.conversations())?;
        let on = self.home.on(Errand::Begin);
        on.make_folder(&self.home.conversations())?;
        for number in 2..NAMES {
            let folder = self.home.conversation(&self.folder);
            match self.home.disk().make_folder(Errand::Begin, &folder) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    self.folder = self.id.numbered(number);
                    self.journal = self.journal.copy_to(&self.home, &self.folder);
                }
                outcome => return outcome.at(&folder),
            }
        }
        Err(StoreError::AlreadyThere {
            path: self.home.conversation(&self.id),
        })
    }

    /// Keeps all of it in another home as well, until its own can be written again.
    ///
    /// # Errors
    ///
    /// As the disk says of that home; then nothing has changed.
    pub fn keep_in(&mut self, home: &Home) -> Result<()> {
        let home = &home.on_the_side_of(&self.id);
        let journal = self.journal.copy_to(home, &self.id);
        let mut spare = Self::new(home, &self.id, journal, self.at);
        spare.write_home()?;
        spare.journal.settle()?;
        self.drop_spare();
        self.spare = Some(Box::new(spare));
        Ok(())
    }

    /// Where it is kept while its own home cannot be written.
    pub fn spare_home(&self) -> Option<&Home> {
        self.spare.as_ref().map(|spare| &spare.home)
    }

    /// How many events are in memory only.
    pub fn waiting(&self) -> usize {
        match &self.spare {
            Some(spare) => spare.journal.waiting(),
            None => self.journal.waiting(),
        }
    }

    /// Whether its own home has all of it.
    pub fn is_home(&self) -> bool {
        matches!(self.there, There::Locked(_))
            && self.journal.waiting() == 0
            && !self.journal.is_astray()
    }

    /// What must be settled for the conversation to be found again after a power cut: its journal, and the two folders
    /// that hold its name. Ask for all of them once; after that the journal alone.
    pub fn sync_handles(&self) -> Vec<SyncHandle> {
        let folders = [
            self.home.conversation(&self.folder),
            self.home.conversations(),
        ];
        let mut handles = vec![self.sync_handle()];
        handles.extend(folders.into_iter().map(|folder| {
            let home = self.home.clone();
            SyncHandle::new(Arc::new(Folder { home, folder }))
        }));
        handles
    }

    /// What settles its journal.
    pub fn sync_handle(&self) -> SyncHandle {
        match &self.spare {
            Some(spare) => spare.journal.sync_handle(),
            None => self.journal.sync_handle(),
        }
    }

    /// Settles what was written, and folds what can be. Slow.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn settle(&self) -> Result<()> {
        self.journal.settle()
    }

    /// What keeps other windows out, while it does.
    pub fn lock(&self) -> Option<Arc<Lock>> {
        match &self.there {
            There::Locked(lock) => Some(Arc::clone(lock)),
            There::NotYet | There::Folder | There::Away => None,
        }
    }

    /// Another window asks for it: what waits is written and settled, then nothing more is, and the lock goes.
    pub fn let_go(&mut self) {
        // What the disk does not take now, it takes from nobody; the other window has all before it.
        let _ = self.journal.write().and_then(|()| self.journal.settle());
        self.lose();
    }

    /// Another window has taken it: nothing more is written.
    pub fn lose(&mut self) {
        self.journal.let_go();
        self.there = There::Away;
    }

    /// Its folder and its lock, for taking it away. None when it never had one.
    pub(super) fn put_away(mut self) -> Option<(PathBuf, Option<Arc<Lock>>)> {
        self.drop_spare();
        self.journal.end();
        let folder = self.home.conversation(&self.folder);
        match self.there {
            There::NotYet | There::Away => None,
            There::Folder => Some((folder, None)),
            There::Locked(lock) => Some((folder, Some(lock))),
        }
    }

    fn drop_spare(&mut self) {
        if let Some(spare) = self.spare.take() {
            let conversations = super::Conversations::of(&spare.home);
            // What stays there is a copy of what the home has.
            let _ = conversations.remove(*spare);
        }
    }
}

/// A folder whose list of names has to be settled.
#[derive(Debug)]
struct Folder {
    home: Home,
    folder: PathBuf,
}

impl Settle for Folder {
    fn settle(&self) -> Result<()> {
        match self.home.on(Errand::Begin).sync_folder(&self.folder) {
            // It was taken away before its turn came: there is nothing left to settle.
            Err(StoreError::NotThere { .. }) => Ok(()),
            outcome => outcome,
        }
    }
}
