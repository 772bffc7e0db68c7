//! Reports on their way out: a folder of files among the copies, or where somebody says; never over another.
//!
//! As with letters, a sealed home promises that nothing in it can be read without the key: there an export is written
//! only where somebody says.

use std::path::{Path, PathBuf};

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    given,
    within::within,
};

/// How many exports of one name there may be.
const MOST: usize = 1000;

/// Where an export goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes<'a> {
    /// Among the copies of the home.
    Copies,
    /// The folder somebody typed, which is made where it is not there.
    Named(&'a str),
}

/// Writes files into a new folder of this name, with a number where that is taken. Says where it is.
///
/// # Errors
///
/// [`StoreError::SealedHome`] for the copies of a sealed home; else as the disk says.
pub fn keep(
    home: &Home,
    name: &str,
    into: Goes<'_>,
    files: &[(String, Vec<u8>)],
) -> Result<PathBuf> {
    let under = match into {
        Goes::Named(typed) => Home::path_named(typed)?,
        Goes::Copies => {
            may_go(home, into)?;
            home.check_place()?;
            within(home.root(), &home.copies())?;
            home.copies()
        }
    };
    let folder = free(&under, name)?;
    match into {
        Goes::Named(_) => given::folder(&folder, files, false)?,
        Goes::Copies => {
            let on = home.on(Errand::NewFile);
            for (file, bytes) in files {
                on.write_new(&folder.join(file), bytes)?;
            }
        }
    }
    Ok(folder)
}

/// Whether an export may go there at all.
///
/// # Errors
///
/// [`StoreError::SealedHome`] for the copies of a sealed home.
pub fn may_go(home: &Home, into: Goes<'_>) -> Result<()> {
    match into {
        Goes::Copies if home.vault().is_on() => Err(StoreError::SealedHome),
        Goes::Copies | Goes::Named(_) => Ok(()),
    }
}

/// The first folder of this name that is not there: `name`, `name-2`, `name-3`.
fn free(under: &Path, name: &str) -> Result<PathBuf> {
    let numbered = (2..=MOST).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
    let found = names.find_map(|name| Some(under.join(name)).filter(is_free));
    found.ok_or_else(|| StoreError::AlreadyThere {
        path: under.join(name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_written_whole_and_never_over_another() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let files = |words: &str| vec![("a/figures.csv".to_owned(), words.as_bytes().to_vec())];
        let name = "evidence-2026-01-01-to-2026-03-31";
        let first = keep(&home, name, Goes::Copies, &files("one")).expect("kept");
        let second = keep(&home, name, Goes::Copies, &files("two")).expect("kept");
        assert_eq!(first, home.copies().join(name));
        assert_eq!(second, home.copies().join(format!("{name}-2")));
        let read = |folder: &Path| std::fs::read_to_string(folder.join("a/figures.csv"));
        assert_eq!(read(&first).expect("text"), "one");
        assert_eq!(read(&second).expect("text"), "two");
        let there = temp.path().join("stick");
        let typed = there.display().to_string();
        let named = keep(&home, name, Goes::Named(&typed), &files("three")).expect("kept");
        assert_eq!(named, there.join(name));
        assert_eq!(read(&named).expect("text"), "three");
    }
}
