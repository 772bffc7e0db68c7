//! One at a time: a small file that many windows read, change and put back whole.

use std::{
    fs::TryLockError,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use super::{
    atomic::OnErrand,
    disk::{Disk, DiskFile, Errand},
    files::parent_of,
};

/// How long a turn is waited for, and how often it is looked for. Others need milliseconds each, but there may be many of
/// them on a slow drive; one that needs longer hangs.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// Held from before a file is read until it has been replaced.
#[derive(Debug)]
pub(super) struct Turn {
    _file: Option<Box<dyn DiskFile>>,
}

impl Turn {
    /// Waits for a turn with the file at `path`, beside which a lock stays: a file that is replaced cannot hold its own.
    ///
    /// Where there are no locks, or somebody hangs, it is as if the turn had come. Then the last to write the file wins,
    /// and it is whole all the same.
    pub fn wait(disk: &dyn Disk, errand: Errand, path: &Path) -> Self {
        Self {
            _file: locked(disk, errand, path),
        }
    }
}

fn locked(disk: &dyn Disk, errand: Errand, path: &Path) -> Option<Box<dyn DiskFile>> {
    OnErrand::new(disk, errand)
        .make_folder(parent_of(path)?)
        .ok()?;
    let file = disk
        .open_or_create(errand, &path.with_extension("lock"))
        .ok()?;
    let last = Instant::now() + PATIENCE;
    while let Err(TryLockError::WouldBlock) = file.try_lock() {
        if Instant::now() > last {
            return None;
        }
        thread::sleep(LOOK_AGAIN);
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        Home,
        disk::{self, faulty::FaultyDisk},
        settings::{self, FromFile, Setting},
    };

    #[test]
    fn a_turn_comes_when_the_one_before_is_done() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("new/config.toml");
        let disk = disk::real();
        let first = Turn::wait(&*disk, Errand::Settings, &path);
        assert!(first._file.is_some());
        thread::scope(|scope| {
            let second = scope.spawn(|| Turn::wait(&*disk, Errand::Settings, &path));
            thread::sleep(Duration::from_millis(30));
            assert!(!second.is_finished());
            drop(first);
            assert!(second.join().expect("no panic")._file.is_some());
        });
    }

    #[test]
    fn a_drive_without_locks_keeps_nobody_waiting() {
        let temp = tempfile::tempdir().expect("a folder");
        let disk = std::sync::Arc::new(FaultyDisk::new().without_locks());
        let home = Home::at(temp.path()).on_disk(disk);
        settings::set(&home, &Setting::Hints(false)).expect("set");
        assert!(!FromFile::settings(&home).expect("read").value.hints);
    }
}
