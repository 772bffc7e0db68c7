//! A part of a role-play as one file that somebody carries to another computer: the lines of its journal, the first of
//! which says that nothing in it is real.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Home,
    error::{At, Result, StoreError},
    files::{parent_of, read_limited},
    library::save_to,
    lines::{self, JournalRead},
};
use crate::conversation::Stamped;

/// The most a carried file may hold, in bytes: what an observer counts and hears in a day.
const LIMIT: u64 = 2 << 20;

/// Writes it in plain text under a name that is free, outside the home.
///
/// # Errors
///
/// [`StoreError::InTheHome`] when it would be among what the home looks after, [`StoreError::AlreadyThere`] when the
/// name is taken, [`StoreError::TooLarge`]; else as the disk says.
pub fn carry(home: &Home, path: &Path, events: &[Stamped]) -> Result<()> {
    if is_in(home.root(), path) {
        return Err(StoreError::InTheHome {
            path: path.to_owned(),
        });
    }
    let text = lines::written(events).ok_or_else(|| too_large(path))?;
    if text.len() as u64 > LIMIT {
        return Err(too_large(path));
    }
    save_to(path, &text, None)
}

/// Reads one. Damage in it is no error: see [`JournalRead`].
///
/// # Errors
///
/// [`StoreError::NotThere`], [`StoreError::NotAFile`], [`StoreError::TooLarge`]; else as the disk says.
pub fn bring(path: &Path) -> Result<JournalRead> {
    // A pipe would be waited for.
    if !fs::metadata(path).at(path)?.is_file() {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        });
    }
    Ok(lines::read(&read_limited(path, LIMIT)?))
}

fn too_large(path: &Path) -> StoreError {
    StoreError::TooLarge {
        path: path.to_owned(),
        limit: LIMIT,
    }
}

/// Whether a path leads into this folder, whatever links it goes by.
fn is_in(root: &Path, path: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let folder = parent_of(path).map(real);
    path.starts_with(root) || folder.is_some_and(|folder| folder.starts_with(real(root)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::samples::typed;

    #[test]
    fn what_is_carried_is_read_again_and_stays_out_of_the_home() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        fs::create_dir(home.root()).expect("made");
        let events = [typed(0, "a"), typed(1, "b")];
        let path = temp.path().join("watched.txt");
        carry(&home, &path, &events).expect("written");
        assert_eq!(bring(&path).expect("is read").events, events);
        let again = carry(&home, &path, &events);
        assert!(matches!(again, Err(StoreError::AlreadyThere { .. })));
        let roundabout = temp.path().join("home/../home/watched.txt");
        for inside in [home.root().join("watched.txt"), roundabout] {
            let refused = carry(&home, &inside, &events);
            assert!(matches!(refused, Err(StoreError::InTheHome { .. })));
        }
        assert_eq!(fs::read_dir(home.root()).expect("is there").count(), 0);
    }

    #[test]
    fn what_is_no_file_or_has_no_end_is_not_read() {
        let temp = tempfile::tempdir().expect("a folder");
        let folder = bring(temp.path());
        assert!(matches!(folder, Err(StoreError::NotAFile { .. })));
        let long = temp.path().join("long");
        fs::write(&long, vec![b'x'; 1 + (2 << 20)]).expect("written");
        assert!(matches!(bring(&long), Err(StoreError::TooLarge { .. })));
        let nothing = bring(&temp.path().join("nothing"));
        assert!(matches!(nothing, Err(StoreError::NotThere { .. })));
    }
}
