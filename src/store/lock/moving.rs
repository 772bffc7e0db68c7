//! One window asking another to let go of a conversation ("Move it here").
//!
//! The asking is a small file in the conversation's folder. The window that holds the conversation looks for it, lets
//! go, and the window that asks takes the lock, as anybody could. So nothing is ever taken from a window that is at
//! work: one that hangs, or cannot be reached, keeps what it has, and whoever asked is told.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use super::{
    Lock,
    holder::{Holder, Life},
    seen::Seen,
};
use crate::{
    conversation::Moment,
    store::{
        disk::{Disk, Errand},
        error::{At, Result, StoreError},
    },
};

/// The name of the file, in the conversation's folder.
const ASKING: &str = "move";

/// How often the lock is tried while another window is letting go.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Nobody waits this long: an asking that is older was left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(30);

/// Asks whatever window has the conversation in this folder to let go, waits for that at most so long (about 4 seconds
/// is a window's chance to see it and to settle the disk; never over 20), and takes the lock.
///
/// # Errors
///
/// [`StoreError::NotLetGo`] when the other window did not answer: then nothing has changed. Else as [`Lock::take`].
pub fn ask_to_move(
    disk: &Arc<dyn Disk>,
    folder: &Path,
    now: Moment,
    at_most: Duration,
) -> Result<Lock> {
    match Lock::take(disk, folder, now) {
        Err(StoreError::OpenElsewhere { .. }) => {}
        outcome => return outcome,
    }
    let asking = Asking::leave(disk, folder, now)?;
    let last = Instant::now() + at_most;
    while Instant::now() < last {
        thread::sleep(LOOK_AGAIN);
        match Lock::take(disk, folder, now) {
            Err(StoreError::OpenElsewhere { .. }) => {}
            outcome => return outcome,
        }
    }
    drop(asking);
    // It may have let go in the last moment, and nobody else would come for it.
    match Lock::take(disk, folder, now) {
        Err(StoreError::OpenElsewhere {
            since,
            on_another_computer,
        }) => Err(StoreError::NotLetGo {
            since,
            on_another_computer,
        }),
        outcome => outcome,
    }
}

/// The file that asks. It goes when dropped.
struct Asking {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    me: Holder,
}

impl Asking {
    /// Leaves it there, over one that was left behind if need be. When another window asks already, its asking does for
    /// both: the first to see the lock free has it.
    fn leave(disk: &Arc<dyn Disk>, folder: &Path, now: Moment) -> Result<Self> {
        let path = folder.join(ASKING);
        stands(&**disk, folder, &path);
        let made = disk.create(Errand::Lock, &path);
        let asking = Self {
            disk: Arc::clone(disk),
            path,
            me: Holder::this(now),
        };
        match made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StoreError::at(&asking.path, error)),
            Ok(file) => file.add_all(&asking.me.to_bytes()).at(&asking.path)?,
        }
        Ok(asking)
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        let ours = Seen::at(&self.path).is_ok_and(|seen| self.me.is_in(&seen.bytes));
        if ours {
            // One that stays is left behind soon.
            let _ = self.disk.remove(Errand::Lock, &self.path);
        }
    }
}

/// Whether another window asks for the conversation in this folder.
pub(super) fn is_asked(disk: &dyn Disk, folder: &Path, me: &Holder) -> bool {
    let path = folder.join(ASKING);
    stands(disk, folder, &path)
        && Holder::at(&path).is_some_and(|asking| !asking.is_same_process(me))
}

/// Whether there is an asking that was not left behind. One that was is cleared away.
fn stands(disk: &dyn Disk, folder: &Path, path: &Path) -> bool {
    let Ok(seen) = Seen::at(path) else {
        return false;
    };
    let gone = Holder::read(&seen.bytes).is_some_and(|asking| asking.life() == Life::Gone);
    let left_behind = gone || seen.age(disk, folder).is_some_and(|age| age > LEFT_BEHIND);
    if left_behind {
        let _ = disk.remove(Errand::Lock, path);
    }
    !left_behind
}
