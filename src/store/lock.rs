//! One writer a conversation.
//!
//! The lock is the operating system's, on an empty-looking file beside the journal: it goes with its process, so a
//! crash leaves nothing to clear away. What the file says (which process, since when, in which run of the
//! computer) is only for sentences.

use std::{fs::TryLockError, io, path::Path, process};

use chrono::DateTime;

use super::{
    boot::Boot,
    disk::{Disk, DiskFile, Errand},
    error::{At, Result, StoreError},
    files::{read_limited, refuse_link},
};
use crate::conversation::Moment;

/// More than a lock ever says.
const LIMIT: u64 = 4096;

/// Held while a conversation is being written. Let go when dropped.
#[derive(Debug)]
pub struct Lock {
    _file: Box<dyn DiskFile>,
}

impl Lock {
    /// Takes the lock at this path, if nobody has it.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when another window has it, [`StoreError::Link`] when it is a link; else as the
    /// disk says.
    pub fn take(disk: &dyn Disk, path: &Path, now: Moment) -> Result<Self> {
        refuse_link(path)?;
        let file = disk.open_or_create(Errand::Lock, path).at(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::OpenElsewhere { since: since(path) });
            }
            // Some network drives have no locks. Being able to write matters more than knowing nobody else does.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(StoreError::at(path, error)),
        }
        // A full disk must not keep anybody out: this is only for another window's sentence.
        let _ = sign(&*file, now);
        Ok(Self { _file: file })
    }
}

fn sign(file: &dyn DiskFile, now: Moment) -> io::Result<()> {
    file.clear()?;
    let (process, since, boot) = (process::id(), now.to_rfc3339(), Boot::line());
    file.add_all(format!("process {process}\nsince {since}\n{boot}").as_bytes())
}

/// When the lock was taken. Windows lets nobody read a locked file; there it is not known.
fn since(path: &Path) -> Option<Moment> {
    let bytes = read_limited(path, LIMIT).ok()?;
    let text = str::from_utf8(&bytes).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("since "))?;
    DateTime::parse_from_rfc3339(line).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{conversation::samples::moment, store::disk::RealDisk};

    #[test]
    fn a_second_window_is_told_since_when() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("lock");
        let _held = Lock::take(&RealDisk, &path, moment(0)).expect("free");
        let Err(StoreError::OpenElsewhere { since }) = Lock::take(&RealDisk, &path, moment(60))
        else {
            panic!("it was held");
        };
        if cfg!(unix) {
            assert_eq!(since, Some(moment(0)));
        }
    }

    #[test]
    fn a_lock_goes_with_its_holder() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("lock");
        drop(Lock::take(&RealDisk, &path, moment(0)).expect("free"));
        drop(Lock::take(&RealDisk, &path, moment(1)).expect("free again"));
    }

    #[test]
    fn whatever_the_file_says_only_the_lock_counts() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("lock");
        fs::write(&path, b"since \xFF\n").expect("written");
        assert_eq!(since(&path), None);
        Lock::take(&RealDisk, &path, moment(0)).expect("free");
    }
}
