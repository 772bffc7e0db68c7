//! What sticking close adds to a finished record.

use super::{Found, Library};
use crate::people::{Sticking, stick};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is in the record.
    Here,
    /// There is no such record, or it says all of that already.
    Nothing,
}

/// Adds it to its record in one change of the whole file. A record somebody added to meanwhile is read again.
///
/// # Errors
///
/// A sentence. Then the record is as it was.
pub fn add(library: &Library, sticking: &Sticking) -> Result<Added, String> {
    once(library, sticking).or_else(|_| once(library, sticking))
}

fn once(library: &Library, sticking: &Sticking) -> Result<Added, String> {
    let Found::One(file) = library.find(sticking.record.as_str()) else {
        return Ok(Added::Nothing);
    };
    let was = library.read(&file).map_err(|error| error.to_string())?;
    let becomes = stick::add(&was, sticking).map_err(|why| why.to_string())?;
    let Some(becomes) = becomes else {
        return Ok(Added::Nothing);
    };
    let added = library.add(&file, &was, &becomes);
    added.map_err(|error| error.to_string())?;
    Ok(Added::Here)
}
