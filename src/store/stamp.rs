//! What the disk says of a file without reading it.

use std::{
    fmt, fs,
    path::Path,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

use super::pieces::Pieces;

/// A file changed so shortly before it was read may change again within the same tick of the disk's clock.
const STILL_WARM: Duration = Duration::from_secs(2);

/// How many threads ask the disk about many files. A disk far away answers each in its own time.
const ASKING: usize = 4;

/// How many files make it worth a thread.
const MANY: usize = 512;

/// Tells one state of a file from the next without reading it: its length, and seconds and nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(u64, u64, u32);

impl Stamp {
    /// Of each of these files, in their order. `None` of one that is not there.
    pub(super) fn of_files(paths: &[&Path]) -> Vec<Option<Self>> {
        let of_each = |paths: &[&Path]| -> Vec<Option<Self>> {
            paths.iter().map(|path| Self::of_file(path)).collect()
        };
        if paths.len() < MANY {
            return of_each(paths);
        }
        thread::scope(|scope| {
            let share = paths.len().div_ceil(ASKING);
            let asked = paths.chunks(share).map(|paths| {
                let asking = thread::Builder::new().spawn_scoped(scope, move || of_each(paths));
                (paths, asking)
            });
            let asked: Vec<_> = asked.collect();
            let told = asked.into_iter().map(|(paths, asking)| {
                let told = asking.ok().and_then(|asking| asking.join().ok());
                // Where there is no thread for it, it is asked here.
                told.unwrap_or_else(|| of_each(paths))
            });
            told.flatten().collect()
        })
    }

    /// How long all the pieces of a journal are together, and when the last of them was written.
    pub(super) fn of_journal(folder: &Path) -> Option<Self> {
        let mut all = (0, UNIX_EPOCH);
        for piece in Pieces::of(folder).ok()?.standing {
            let found = fs::symlink_metadata(piece.path(folder)).ok()?;
            all = (all.0 + found.len(), all.1.max(found.modified().ok()?));
        }
        Some(Self::of(all.0, all.1))
    }

    /// Of a file that is open.
    pub(super) fn of_open(file: &fs::File) -> Option<Self> {
        let found = file.metadata().ok()?;
        Some(Self::of(found.len(), found.modified().ok()?))
    }

    /// How long it is, in bytes.
    pub(super) fn length(self) -> u64 {
        self.0
    }

    /// Whether what it says was so for long enough when the reading began.
    pub(super) fn is_before(self, began: SystemTime) -> bool {
        let changed = UNIX_EPOCH + Duration::new(self.1, self.2);
        changed + STILL_WARM < began
    }

    /// Of this file. `None` when it is not there.
    pub(super) fn of_file(path: &Path) -> Option<Self> {
        let found = fs::symlink_metadata(path).ok()?;
        Some(Self::of(found.len(), found.modified().ok()?))
    }

    fn of(length: u64, changed: SystemTime) -> Self {
        let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(length, since.as_secs(), since.subsec_nanos())
    }
}

/// As text, for a file that holds many.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(length, seconds, nanoseconds) = self;
        write!(f, "{length}-{seconds}-{nanoseconds}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_told_in_their_order_and_one_that_is_gone_is_none() {
        let temp = tempfile::tempdir().expect("a folder");
        let paths: Vec<_> = (0..MANY + 7)
            .map(|nth| temp.path().join(nth.to_string()))
            .collect();
        for (nth, path) in paths.iter().enumerate() {
            fs::write(path, "x".repeat(nth % 97)).expect("written");
        }
        fs::remove_file(&paths[300]).expect("removed");
        let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
        let told = Stamp::of_files(&paths);
        let one_by_one: Vec<_> = paths.iter().map(|path| Stamp::of_file(path)).collect();
        assert_eq!(told, one_by_one);
        assert_eq!(told[300], None);
        assert_eq!(told[299].map(|stamp| stamp.0), Some(299 % 97));
    }
}
