//! The program itself.

use std::io::Write;

use super::{DONE, Trouble};
use crate::store::Home;

/// What this terminal and home can do.
pub(super) fn doctor(_home: &Home, _out: &mut dyn Write) -> Result<u8, Trouble> {
    Ok(DONE)
}

/// Every key.
pub(super) fn keys(_out: &mut dyn Write) -> Result<u8, Trouble> {
    Ok(DONE)
}

/// Completions for a shell.
pub(super) fn completions(
    _shell: clap_complete::Shell,
    _out: &mut dyn Write,
) -> Result<u8, Trouble> {
    Ok(DONE)
}

/// The manual page.
pub(super) fn man(_out: &mut dyn Write) -> Result<u8, Trouble> {
    Ok(DONE)
}
