//! What was found in files, kept in the home so that they need not all be read again.
//!
//! It is never asked for anything that is not on the disk elsewhere: whoever deletes it loses nothing. It is sealed when
//! sealing is on, and goes when a record is removed, so that no word of it stays behind.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use super::{
    Home,
    disk::Errand,
    error::Result,
    files::{entries, read_limited},
    texts,
};

/// More than any of these files ever holds, in bytes.
const LIMIT: u64 = 256 << 20;

/// Takes all of it away.
///
/// # Errors
///
/// As the disk says.
pub fn forget(home: &Home) -> Result<()> {
    remove(home, &index(home))?;
    for month in kept_months(home) {
        remove(home, &month)?;
    }
    home.on(Errand::Cache).clear_left_behind(&months(home));
    Ok(())
}

/// What records and open conversations hold in short, by its plain name.
pub(super) fn index(home: &Home) -> PathBuf {
    home.root().join("cache").join("index.json")
}

/// The folder of what is counted of records, a file for each month.
pub(super) fn months(home: &Home) -> PathBuf {
    home.root().join("cache").join("evidence")
}

/// The plain name of every file in it.
pub(super) fn kept_months(home: &Home) -> Vec<PathBuf> {
    let found = entries(&months(home)).unwrap_or_default();
    let plain = found.iter().map(|entry| texts::plain_name(&entry.path()));
    plain
        .filter(|path| path.extension() == Some(OsStr::new("jsonl")))
        .collect()
}

/// What a file holds. None when it is not there, or cannot be read.
pub(super) fn read(home: &Home, path: &Path) -> Option<Vec<u8>> {
    // One that is plain in a sealed home was left by somebody else, and says nothing here.
    if home.vault().is_on() {
        let path = texts::sealed_name(path);
        let sealed = read_limited(&path, LIMIT).ok()?;
        home.vault().open(&path, &sealed).ok()
    } else {
        read_limited(path, LIMIT).ok()
    }
}

/// Writes a file: whole, or not at all.
pub(super) fn write(home: &Home, path: &Path, text: &str) -> Result<()> {
    home.check_place()?;
    texts::replace(home, Errand::Cache, path, text).map(drop)
}

/// The same for one of many, which the disk settles when it likes. One that was cut short says so in its own form.
pub(super) fn write_unsettled(home: &Home, path: &Path, text: &str) -> Result<()> {
    home.check_place()?;
    texts::replace_unsettled(home, Errand::Cache, path, text)
}

/// Takes a file away, in both its forms.
pub(super) fn remove(home: &Home, path: &Path) -> Result<()> {
    for path in [texts::sealed_name(path), path.to_owned()] {
        if path.exists() {
            home.on(Errand::Cache).remove(&path)?;
        }
    }
    Ok(())
}
