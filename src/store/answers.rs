//! What was begun to be added to records and is not in them yet: one small file, written as it is typed.
//!
//! A conversation has its journal for this; what is asked on Home has none. The file is sealed in a sealed home, and is
//! gone once nothing is begun any more. Each window writes all it knows of: the last one to type has the last word.
//! A story that is being told, and somebody who is being asked, have a file of the same kind, and a small one beside it
//! for the letters that are being typed: the lines of a record are not written again at each key.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};

use super::{
    Home,
    disk::Errand,
    error::{At, Result, StoreError},
    texts,
};
use crate::{
    conversation::ConversationId,
    desk::{Begun, Letters, Unfinished},
    evidence::story::Telling,
};

/// All the files, by their plain names.
#[cfg(feature = "seal")]
pub(super) fn files(home: &Home) -> [PathBuf; 3] {
    [file(home), unfinished_file(home), letters_file(home)]
}

fn file(home: &Home) -> PathBuf {
    home.root().join("answers.json")
}

/// The file of a story that is being told and of somebody who is being asked.
fn unfinished_file(home: &Home) -> PathBuf {
    home.root().join("unfinished.json")
}

/// The file of the letters being typed of that.
fn letters_file(home: &Home) -> PathBuf {
    home.root().join("typing.json")
}

/// Keeps all that is begun. While somebody is `typing` nobody waits for the disk to settle: a kill costs nothing then,
/// and a power cut the last letters.
///
/// # Errors
///
/// As the disk says; then what was kept before is as it was.
pub fn keep(home: &Home, begun: &[Begun], typing: bool) -> Result<()> {
    match begun.is_empty() {
        true => forget(home, &file(home)),
        false => put(home, &file(home), &begun, typing),
    }
}

/// Keeps a story that is being told and somebody who is being asked, letters and all. The disk settles it when it likes,
/// or when [`settle_unfinished`] asks it to.
///
/// # Errors
///
/// As [`keep`].
pub fn keep_unfinished(home: &Home, unfinished: &Unfinished) -> Result<()> {
    match unfinished.is_empty() {
        true => forget(home, &unfinished_file(home))?,
        false => put(home, &unfinished_file(home), unfinished, true)?,
    }
    // Those that stay behind belong to the step before, and are not read with this one.
    forget(home, &letters_file(home))
}

/// The file of what is not finished, where it stands and cannot be read without the passphrase.
pub fn unread_unfinished(home: &Home) -> Option<PathBuf> {
    let standing = texts::standing(&unfinished_file(home));
    standing.filter(|path| texts::is_sealed(path) && !home.vault().has_key())
}

/// Keeps the letters being typed of it.
///
/// # Errors
///
/// As [`keep`].
pub fn keep_letters(home: &Home, letters: &Letters) -> Result<()> {
    put(home, &letters_file(home), letters, true)
}

/// Waits for the disk to settle what is not finished. It may be gone by now.
///
/// # Errors
///
/// As the disk says.
pub fn settle_unfinished(home: &Home) -> Result<()> {
    let Some(path) = texts::standing(&unfinished_file(home)) else {
        return Ok(());
    };
    match home.disk().open(Errand::Answers, &path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => opened.and_then(|file| file.sync()).at(&path)?,
    }
    home.on(Errand::Answers)
        .sync_folder(path.parent().unwrap_or(Path::new(".")))
}

fn put(home: &Home, path: &Path, begun: &impl Serialize, typing: bool) -> Result<()> {
    home.check_place()?;
    let text = serde_json::to_string(begun).map_err(|error| StoreError::Damaged {
        path: path.to_owned(),
        why: error.to_string(),
    })?;
    if typing {
        return texts::replace_unsettled(home, Errand::Answers, path, &text);
    }
    texts::replace(home, Errand::Answers, path, &text).map(drop)
}

/// Takes away what was begun on a record that goes. What cannot be read is sealed, and stays so.
///
/// # Errors
///
/// As the disk says.
pub(super) fn forget_of(home: &Home, id: &ConversationId) -> Result<()> {
    forget_telling(home, |telling| telling.record.as_ref() == Some(id))?;
    let Ok(mut begun) = read(home) else {
        return Ok(());
    };
    let before = begun.len();
    begun.retain(|one| one.id != *id);
    match begun.len() == before {
        true => Ok(()),
        false => keep(home, &begun, false),
    }
}

/// Takes away what was being told of a story whose words go for good.
///
/// # Errors
///
/// As the disk says.
pub fn forget_story(home: &Home, story: &str) -> Result<()> {
    forget_telling(home, |telling| telling.id == story)
}

fn forget_telling(home: &Home, is_of: impl Fn(&Telling) -> bool) -> Result<()> {
    let Ok(mut unfinished) = read_unfinished(home) else {
        return Ok(());
    };
    match unfinished.telling.take_if(|telling| is_of(telling)) {
        Some(_) => keep_unfinished(home, &unfinished),
        None => Ok(()),
    }
}

/// Takes away what was kept, in either form.
fn forget(home: &Home, path: &Path) -> Result<()> {
    let Some(path) = texts::standing(path) else {
        return Ok(());
    };
    let on = home.on(Errand::Answers);
    on.remove(&texts::plain_name(&path))?;
    on.remove(&texts::sealed_name(&texts::plain_name(&path)))?;
    on.sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// What is begun. Nothing, where nothing is kept.
///
/// # Errors
///
/// [`StoreError::Sealed`] without the key, [`StoreError::Damaged`] when it says nothing; else as the disk says.
pub fn read(home: &Home) -> Result<Vec<Begun>> {
    take(home, &file(home))
}

/// A story that was being told, and somebody who was being asked.
///
/// # Errors
///
/// As [`read`].
pub fn read_unfinished(home: &Home) -> Result<Unfinished> {
    let mut unfinished: Unfinished = take(home, &unfinished_file(home))?;
    unfinished.take_letters(take(home, &letters_file(home))?);
    Ok(unfinished)
}

fn take<T: Default + DeserializeOwned>(home: &Home, path: &Path) -> Result<T> {
    if texts::standing(path).is_none() {
        return Ok(T::default());
    }
    let text = texts::read(home, path)?;
    serde_json::from_str(&text).map_err(|error| StoreError::Damaged {
        path: path.to_owned(),
        why: error.to_string(),
    })
}
