//! `alongside evidence key`: what several teams share so that somebody they all met counts once.

use std::path::Path;

use super::{
    super::{DONE, Trouble},
    say,
};
use crate::{
    evidence::{package::Rows, pseudonym::TeamKey, tally::Tally},
    store::{given, packages},
    words::evidence::package as words,
};

/// Makes a key. Never over a file that is there: packages made with another could not be joined.
pub(super) fn make(file: &Path) -> Result<u8, Trouble> {
    let key = TeamKey::new(chance()?);
    given::file(file, key.text().as_bytes(), false)?;
    say(&words::key_made(file, &key.check()));
    Ok(DONE)
}

/// A row for everybody counted, under the names this key gives.
pub(super) fn rows(file: &Path, tally: &Tally) -> Result<Rows, Trouble> {
    let text = packages::key(file)
        .map_err(|error| Trouble::not_understood(words::no_key(&error.to_string())))?;
    let key = TeamKey::read(&text);
    let key = key.ok_or_else(|| Trouble::not_understood(words::not_a_key(file)))?;
    Ok(Rows::of(tally, &key))
}

/// Bytes that nobody can guess, from the operating system.
pub(super) fn chance<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Trouble::found(words::no_chance(&error.to_string())))?;
    Ok(bytes)
}
