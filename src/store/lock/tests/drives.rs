//! Drives with locks, without, and with another window at work.

use std::{io, path::Path, sync::Arc};

use crate::store::disk::{self, Disk, DiskFile, Errand, faulty::FaultyDisk};

pub(super) const DRIVES: [Drive; 2] = [Drive::WithLocks, Drive::Without];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drive {
    WithLocks,
    Without,
}

impl Drive {
    pub(super) fn disk(self) -> Arc<dyn Disk> {
        match self {
            Self::WithLocks => disk::real(),
            Self::Without => Arc::new(FaultyDisk::new().without_locks()),
        }
    }
}

/// A disk on which the claim is written again just before it is renamed.
#[derive(Debug)]
pub(super) struct Meddling(pub(super) FaultyDisk);

impl Disk for Meddling {
    fn rename(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()> {
        if from.ends_with("claim") {
            self.open(errand, from)?.add_all(b"\n")?;
        }
        self.0.rename(errand, from, to)
    }

    fn create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.0.create(errand, path)
    }

    fn open(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.0.open(errand, path)
    }

    fn open_or_create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.0.open_or_create(errand, path)
    }

    fn make_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.0.make_folder(errand, path)
    }

    fn link(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()> {
        self.0.link(errand, from, to)
    }

    fn remove(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.0.remove(errand, path)
    }

    fn remove_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.0.remove_folder(errand, path)
    }

    fn sync_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.0.sync_folder(errand, path)
    }
}
