//! Texts that are plain in a plain home and sealed in a sealed one: records, and what was kept apart from them.
//!
//! A text has one name, `a.md`; sealed it is the age file `a.md.age`. While a home is being sealed or unsealed both may
//! be there, each whole and saying the same; the plain one is read then, because anybody can.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    files::{read_limited, refuse_link},
    vault::Vault,
};

/// The longest text there may be, in bytes.
pub const TEXT_LIMIT: u64 = 16 << 20;

/// What an age file's name ends with.
const SEALED: &str = "age";

/// The name of a text when it is sealed.
pub fn sealed_name(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(SEALED);
    PathBuf::from(name)
}

/// The name of a text when it is plain, whichever of its names this is.
pub fn plain_name(path: &Path) -> PathBuf {
    if is_sealed(path) {
        path.with_extension("")
    } else {
        path.to_owned()
    }
}

/// Whether this is the name of a sealed text.
pub fn is_sealed(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == SEALED)
}

/// The file a text is in, if there is one. A link is none.
pub fn standing(path: &Path) -> Option<PathBuf> {
    let plain = plain_name(path);
    let sealed = sealed_name(&plain);
    let is_file = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    [plain, sealed].into_iter().find(is_file)
}

/// Writes a text that must not be there yet, in either form, and says where it is.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when it is there; else as the disk says, and then it is not.
pub fn write_new(home: &Home, errand: Errand, path: &Path, text: &str) -> Result<PathBuf> {
    if let Some(path) = standing(path) {
        return Err(StoreError::AlreadyThere { path });
    }
    let (path, bytes) = formed(home.vault(), path, text)?;
    home.on(errand).write_new(&path, &bytes)?;
    Ok(path)
}

/// Puts a whole text in the place of the one that is there.
///
/// # Errors
///
/// As the disk says; then the old one is there as it was.
pub fn replace(home: &Home, errand: Errand, path: &Path, text: &str) -> Result<PathBuf> {
    let (new, bytes) = formed(home.vault(), path, text)?;
    home.on(errand).replace(&new, &bytes)?;
    if let Some(other) = standing(path).filter(|other| *other != new) {
        home.on(errand).remove(&other)?;
    }
    Ok(new)
}

/// The same while somebody types: the disk settles it when it likes.
///
/// # Errors
///
/// As [`replace`].
pub(super) fn replace_unsettled(
    home: &Home,
    errand: Errand,
    path: &Path,
    text: &str,
) -> Result<()> {
    let (new, bytes) = formed(home.vault(), path, text)?;
    home.on(errand).replace_unsettled(&new, &bytes)?;
    match standing(path).filter(|other| *other != new) {
        Some(other) => home.on(errand).remove(&other),
        None => Ok(()),
    }
}

/// Reads a text in the file it is in.
///
/// # Errors
///
/// [`StoreError::Sealed`] when it is sealed and locked, [`StoreError::TooLarge`] over [`TEXT_LIMIT`],
/// [`StoreError::Damaged`] when it is not text; else as the disk says.
pub fn read(home: &Home, path: &Path) -> Result<String> {
    let path = standing(path).unwrap_or_else(|| path.to_owned());
    refuse_link(&path)?;
    let mut bytes = read_limited(&path, TEXT_LIMIT)?;
    if is_sealed(&path) {
        bytes = home.vault().open(&path, &bytes)?;
    }
    String::from_utf8(bytes).map_err(|error| StoreError::Damaged {
        path,
        why: format!("byte {} is not text", error.utf8_error().valid_up_to() + 1),
    })
}

/// Whether a text is there and says just this. False also when that cannot be read.
pub fn holds(home: &Home, path: &Path, text: &str) -> bool {
    standing(path).is_some_and(|path| read(home, &path).is_ok_and(|found| found == text))
}

fn formed(vault: &Vault, path: &Path, text: &str) -> Result<(PathBuf, Vec<u8>)> {
    let plain = plain_name(path);
    if vault.is_on() {
        return Ok((sealed_name(&plain), vault.seal(text.as_bytes())?));
    }
    Ok((plain, text.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_two_names() {
        let plain = Path::new("records/2026/03/a.apart.md");
        let sealed = Path::new("records/2026/03/a.apart.md.age");
        assert_eq!(sealed_name(plain), sealed);
        assert_eq!(plain_name(sealed), plain);
        assert_eq!(plain_name(plain), plain);
        assert!(is_sealed(sealed) && !is_sealed(plain));
    }

    #[test]
    fn a_text_that_is_there_in_either_form_is_not_written_again() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path());
        let path = temp.path().join("a.md");
        std::fs::write(sealed_name(&path), "sealed").expect("written");
        let outcome = write_new(&home, Errand::Record, &path, "plain");
        assert!(matches!(outcome, Err(StoreError::AlreadyThere { .. })));
        assert!(!path.exists());
    }
}
