//! Finished records.

use std::io::Write;

use super::{DONE, Trouble};
use crate::store::{Home, Library};

/// Lists them.
pub(super) fn list(_library: &Library, _json: bool, _out: &mut dyn Write) -> Result<u8, Trouble> {
    Ok(DONE)
}

/// Reads one.
pub(super) fn show(
    _home: &Home,
    _library: &Library,
    _id: &str,
    _detail: Option<&str>,
    _copy: bool,
    _out: &mut dyn Write,
) -> Result<u8, Trouble> {
    Ok(DONE)
}
