//! Where the drive has no locks: a file that only one window can make, and that says whose it is.
//!
//! It is written again every few seconds, which is how another computer sees that its window is still there. A process
//! on this computer that has ended is seen at once. A claim that is stale is renamed before a new one is made, so of
//! two windows that would take over only one does.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, SystemTime},
};

use super::{
    Held,
    holder::{Holder, Life, token},
    open_elsewhere,
    seen::Seen,
};
use crate::store::{
    disk::{Disk, DiskFile, Errand},
    error::{At, Result, StoreError},
};

/// How long a window on another computer may be silent before it counts as gone.
const SILENCE: Duration = Duration::from_secs(60);

/// How often a claim is tried for while others come and go.
const TRIES: usize = 8;

/// A claim put aside by mistake is back well within this.
const SETTLES: Duration = Duration::from_millis(100);

/// A claim that is this window's.
#[derive(Debug)]
pub(super) struct Claim {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    me: Arc<Holder>,
    file: Box<dyn DiskFile>,
}

impl Claim {
    /// Makes the claim, over one that is stale if need be.
    pub fn stake(disk: &Arc<dyn Disk>, path: &Path, me: &Arc<Holder>) -> Result<Self> {
        for _ in 0..TRIES {
            match disk.create(Errand::Lock, path) {
                Ok(file) => return Self::sign(disk, path, me, file)?.settled(),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    clear_if_stale(disk, path)?;
                }
                Err(error) => return Err(StoreError::at(path, error)),
            }
        }
        Err(open_elsewhere(Holder::at(path)))
    }

    fn sign(
        disk: &Arc<dyn Disk>,
        path: &Path,
        me: &Arc<Holder>,
        file: Box<dyn DiskFile>,
    ) -> Result<Self> {
        let signed = file.add_all(&me.to_bytes()).and_then(|()| file.sync());
        if let Err(error) = signed {
            let _ = disk.remove(Errand::Lock, path);
            return Err(StoreError::at(path, error));
        }
        Ok(Self {
            disk: Arc::clone(disk),
            path: path.to_owned(),
            me: Arc::clone(me),
            file,
        })
    }

    /// Makes sure that no other window that saw a stale claim has put this one aside in its place. Also where none was in
    /// the way: it may have been put aside a moment before.
    fn settled(self) -> Result<Self> {
        thread::sleep(SETTLES);
        if self.is_ours()? == Held::Lost {
            return Err(open_elsewhere(Holder::at(&self.path)));
        }
        Ok(self)
    }

    /// As [`super::Lock::refresh`].
    pub fn refresh(&self) -> Result<Held> {
        // Even if the claim has been put aside by now, this only touches the file that was ours.
        self.file
            .add_all(b"\n")
            .and_then(|()| self.file.sync())
            .at(&self.path)?;
        self.is_ours()
    }

    /// Whether the claim is known to be another window's by now.
    pub fn is_lost(&self) -> bool {
        matches!(self.is_ours(), Ok(Held::Lost))
    }

    fn is_ours(&self) -> Result<Held> {
        let seen = match self.look() {
            // Put aside by mistake, and on its way back.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                thread::sleep(SETTLES);
                self.look()
            }
            outcome => outcome,
        };
        match seen {
            Ok(seen) if self.me.is_in(&seen.bytes) => Ok(Held::Still),
            Ok(_) => Ok(Held::Lost),
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.has_folder() => {
                Ok(Held::Lost)
            }
            Err(error) => Err(StoreError::at(&self.path, error)),
        }
    }

    fn look(&self) -> io::Result<Seen> {
        Seen::at(&self.path)
    }

    /// A drive that is off has lost nothing.
    fn has_folder(&self) -> bool {
        folder_of(&self.path).is_dir()
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if self.look().is_ok_and(|seen| self.me.is_in(&seen.bytes)) {
            // What stays is stale as soon as this process has ended.
            let _ = self.disk.remove(Errand::Lock, &self.path);
        }
    }
}

/// Puts a stale claim out of the way. One that is not there is no trouble.
///
/// # Errors
///
/// [`StoreError::OpenElsewhere`] when it is not stale.
pub(super) fn clear_if_stale(disk: &Arc<dyn Disk>, path: &Path) -> Result<()> {
    let seen = match Seen::at(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        outcome => outcome.at(path)?,
    };
    if is_stale(&seen, &**disk, path) {
        put_aside(&seen, &**disk, path)
    } else {
        Err(open_elsewhere(Holder::read(&seen.bytes)))
    }
}

/// Whether somebody has this claim, as far as can be told without writing anything: from a window on another computer,
/// by this computer's clock.
pub(super) fn seems_held(path: &Path) -> bool {
    let Ok(seen) = Seen::at(path) else {
        return false;
    };
    match Holder::read(&seen.bytes).map(|holder| holder.life()) {
        Some(Life::Running) => true,
        Some(Life::Gone) => false,
        Some(Life::NotKnown) | None => seen.age_at(SystemTime::now()) <= SILENCE,
    }
}

fn is_stale(seen: &Seen, disk: &dyn Disk, path: &Path) -> bool {
    match Holder::read(&seen.bytes).map(|holder| holder.life()) {
        Some(Life::Running) => false,
        Some(Life::Gone) => true,
        // Also while it is only half written.
        Some(Life::NotKnown) | None => seen
            .age(disk, folder_of(path))
            .is_some_and(|age| age > SILENCE),
    }
}

/// Renames the claim that was seen. Between looking and renaming another window may have taken over: then what was
/// renamed is its claim, and goes back.
fn put_aside(seen: &Seen, disk: &dyn Disk, path: &Path) -> Result<()> {
    if Seen::at(path).ok().as_ref() != Some(seen) {
        return Ok(());
    }
    let aside = path.with_extension(token());
    match disk.rename(Errand::Lock, path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        outcome => outcome.at(path)?,
    }
    let found = Seen::at(&aside).at(&aside)?;
    if found == *seen {
        let _ = disk.remove(Errand::Lock, &aside);
        return Ok(());
    }
    put_back(disk, &aside, path);
    Err(open_elsewhere(Holder::read(&found.bytes)))
}

/// Unless a third window has made a claim of its own meanwhile: then that one counts.
fn put_back(disk: &dyn Disk, aside: &Path, path: &Path) {
    match disk.link(Errand::Lock, aside, path) {
        // Not every drive has second names.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => {
            let _ = disk.rename(Errand::Lock, aside, path);
        }
        _ => {
            let _ = disk.remove(Errand::Lock, aside);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}
