//! Whether the home is still where it was.
//!
//! A drive that goes away leaves nothing at its place, or an empty folder of the disk below. What is written there then is
//! hidden as soon as the drive is back. So the drive a home was first seen on is remembered.

use std::{fs, path::Path, sync::OnceLock};

/// The drive a home was first seen on, once it was.
#[derive(Debug, Default)]
pub(super) struct Place(OnceLock<u64>);

impl Place {
    /// Looks where a home is now, if it is anywhere yet.
    pub fn of(root: &Path) -> Self {
        let place = Self::default();
        place.is_there(root);
        place
    }

    /// Whether what is kept in the home now is found there again: it was never seen before and can be made, or it is on
    /// the drive it was on, or what was kept in it is in it.
    pub fn is_there(&self, root: &Path) -> bool {
        match (drive_of(root), self.0.get()) {
            (None, seen) => seen.is_none(),
            (Some(drive), None) => *self.0.get_or_init(|| drive) == drive,
            (Some(drive), Some(seen)) => drive == *seen || root.join("conversations").is_dir(),
        }
    }
}

#[cfg(unix)]
fn drive_of(root: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(root).ok().filter(fs::Metadata::is_dir)?;
    Some(found.dev())
}

/// Drives have no numbers there, and a drive that is gone has no folder in its place.
#[cfg(not(unix))]
fn drive_of(root: &Path) -> Option<u64> {
    let found = fs::metadata(root).ok().filter(fs::Metadata::is_dir);
    found.map(|_| 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_that_was_there_and_has_gone_is_not_there() {
        let temp = tempfile::tempdir().expect("a folder");
        let root = temp.path().join("home");
        let place = Place::of(&root);
        assert!(place.is_there(&root), "it can be made");
        fs::create_dir(&root).expect("made");
        assert!(place.is_there(&root));
        fs::remove_dir(&root).expect("gone");
        assert!(!place.is_there(&root));
    }

    #[cfg(unix)]
    #[test]
    fn another_drive_in_its_place_is_not_it_unless_it_has_what_was_kept() {
        let temp = tempfile::tempdir().expect("a folder");
        let place = Place(OnceLock::from(0));
        assert!(!place.is_there(temp.path()));
        fs::create_dir(temp.path().join("conversations")).expect("made");
        assert!(place.is_there(temp.path()));
    }
}
