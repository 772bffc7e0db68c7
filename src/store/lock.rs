//! One writer a conversation.
//!
//! The lock is the operating system's, on a small file beside the journal: it goes with its process, so a crash leaves
//! nothing to clear away. What the file says (which process, since when) is only for the sentence.
//!
//! | file | what it is for |
//! |---|---|
//! | `claim` | the same where the drive has no locks, as some network drives |
//! | `moving` | one window asking another to let go |
//! | `holder` | who holds it, or asks for it, and whether they are still there |
//! | `seen` | a small file as another window left it, and how old it is by the drive's own clock |
//!
//! What is not covered: two computers of which one has locks on the same network drive and the other has not, and that
//! open the same conversation within the same moment.

use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

mod claim;
mod holder;
mod moving;
mod seen;
#[cfg(test)]
mod tests;

pub(super) use holder::has_gone;
pub use moving::ask_to_move;

use self::{claim::Claim, holder::Holder};
use super::{
    disk::{Disk, DiskFile, Errand},
    error::{At, Result, StoreError},
    files::refuse_link,
};
use crate::conversation::Moment;

/// The lock's name in a conversation's folder.
pub(super) const LOCK: &str = "lock";
/// The claim's, where the drive has no locks.
pub(super) const CLAIM: &str = "claim";

/// How often a lock is tried for, and how long between: whoever only looks whether it is held has it for an instant.
const TRIES: usize = 5;
const BETWEEN: Duration = Duration::from_millis(5);

/// Held while a conversation is being written. Let go when dropped.
#[derive(Debug)]
pub struct Lock {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    me: Arc<Holder>,
    claim: Option<Box<Claim>>,
    _file: Box<dyn DiskFile>,
}

/// Whether a conversation is still in this window's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It is.
    Still,
    /// Another window has taken it: nothing more may be written here.
    Lost,
}

impl Lock {
    /// Takes the lock of the conversation in this folder, if nobody has it.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when another window has it, [`StoreError::Link`] when it is a link; else as the
    /// disk says.
    pub fn take(disk: &Arc<dyn Disk>, folder: &Path, now: Moment) -> Result<Self> {
        let (path, claim) = (folder.join(LOCK), folder.join(CLAIM));
        refuse_link(&path)?;
        refuse_link(&claim)?;
        let file = disk.open_or_create(Errand::Lock, &path).at(&path)?;
        let me = Arc::new(Holder::this(now));
        let claim = match try_often(&*file) {
            Ok(()) => {
                // Another computer may have no locks on this drive.
                claim::clear_if_stale(disk, &claim)?;
                // A full disk must not keep anybody out: this is only for another window's sentence.
                let _ = file.clear().and_then(|()| file.add_all(&me.to_bytes()));
                None
            }
            Err(TryLockError::WouldBlock) => return Err(open_elsewhere(Holder::at(&path))),
            // Whatever it answers, this drive has no locks that could be had.
            Err(TryLockError::Error(_)) => Some(Box::new(Claim::stake(disk, &claim, &me)?)),
        };
        Ok(Self {
            disk: Arc::clone(disk),
            folder: folder.to_owned(),
            me,
            claim,
            _file: file,
        })
    }

    /// Says on the drive that this window is still here, and looks whether the conversation is still its own. To be
    /// called every few seconds, off the drawing thread: after a minute without, another computer may take over. Does
    /// nothing where the drive has locks.
    ///
    /// # Errors
    ///
    /// As the disk says; then nothing is known, and it is worth trying again.
    pub fn refresh(&self) -> Result<Held> {
        self.claim
            .as_deref()
            .map_or(Ok(Held::Still), Claim::refresh)
    }

    /// Whether another window is known to have taken the conversation. Writes nothing, and where the drive has locks looks
    /// at nothing.
    pub fn is_lost(&self) -> bool {
        self.claim.as_deref().is_some_and(Claim::is_lost)
    }

    /// Whether another window asks for the conversation. Whoever holds the lock then writes what waits, settles it, drops
    /// the lock, and writes nothing more. Cheap enough for every key: one look at a file that is not there.
    ///
    /// An asking that was left behind is cleared away and does not count.
    pub fn is_wanted_elsewhere(&self) -> bool {
        moving::is_asked(&*self.disk, &self.folder, &self.me)
    }
}

fn try_often(file: &dyn DiskFile) -> std::result::Result<(), TryLockError> {
    for _ in 1..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN),
            outcome => return outcome,
        }
    }
    file.try_lock()
}

/// Whether somebody has the conversation in this folder just now. Writes nothing; the lock is shared for as long as that
/// takes to know.
pub(super) fn is_held(folder: &Path) -> bool {
    let path = folder.join(LOCK);
    let file = refuse_link(&path).and_then(|()| File::open(&path).at(&path));
    let locked =
        file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)));
    locked || claim::seems_held(&folder.join(CLAIM))
}

fn open_elsewhere(holder: Option<Holder>) -> StoreError {
    StoreError::OpenElsewhere {
        since: holder.as_ref().and_then(|holder| holder.since),
        on_another_computer: holder.is_some_and(|holder| !holder.is_on_this_computer()),
    }
}
