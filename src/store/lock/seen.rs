//! A small file as another window left it, and how old it is by the drive's own clock.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
    time::{Duration, SystemTime},
};

use super::{super::disk::Disk, holder};
use crate::store::disk::Errand;

/// More than such a file ever says. What is added to a claim later only tells when it was added.
const LIMIT: u64 = 4096;

/// A file as it was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// What it says at its beginning.
    pub bytes: Vec<u8>,
    /// When it was last written, as the drive says.
    written: SystemTime,
}

impl Seen {
    /// Looks at a file. Only a plain file is opened: anything else could be somewhere else, or never end.
    pub fn at(path: &Path) -> io::Result<Self> {
        if !fs::symlink_metadata(path)?.is_file() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        // Opened first: a network drive then asks its server, and does not answer from memory.
        let file = File::open(path)?;
        let written = file.metadata()?.modified()?;
        let mut bytes = Vec::new();
        file.take(LIMIT).read_to_end(&mut bytes)?;
        Ok(Self { bytes, written })
    }

    /// How long ago it was written. Measured against a file written there now, because two computers' clocks need not
    /// agree. A time to come counts as that far away: nobody has written it since that clock was put back.
    ///
    /// `None` when nothing can be written there.
    pub fn age(&self, disk: &dyn Disk, folder: &Path) -> Option<Duration> {
        now_on(disk, folder).ok().map(|now| self.age_at(now))
    }

    /// How long before this time it was written, or after.
    pub fn age_at(&self, now: SystemTime) -> Duration {
        let age = now.duration_since(self.written);
        age.unwrap_or_else(|to_come| to_come.duration())
    }
}

fn now_on(disk: &dyn Disk, folder: &Path) -> io::Result<SystemTime> {
    let path = folder.join(format!("now-{}", holder::token()));
    let file = disk.create(Errand::Lock, &path)?;
    let written = file.add_all(b"now\n").and_then(|()| file.sync());
    let now = written.and_then(|()| fs::metadata(&path)?.modified());
    let _ = disk.remove(Errand::Lock, &path);
    now
}
