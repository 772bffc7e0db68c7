//! What became of a promise, put back into its record.

use super::{Found, Library};
use crate::{
    conversation::Moment,
    promise::{self, Happened, NotAdded, Promise},
};

/// Writes what became of a promise into its record, if nobody has changed that promise since it was looked at. Gives the
/// promise as it stands there now.
///
/// # Errors
///
/// A sentence. Then the record is as it was.
pub fn happen(
    library: &Library,
    seen: &Promise,
    happened: &Happened,
    by: Option<&str>,
    at: Moment,
) -> std::result::Result<Option<Promise>, String> {
    let Found::One(file) = library.find(seen.place.id().as_str()) else {
        return Err(NotAdded::Changed.to_string());
    };
    let was = library.read(&file).map_err(|error| error.to_string())?;
    let becomes = promise::happen(&was, seen, happened, by, at).map_err(|why| why.to_string())?;
    library
        .add(&file, &was, &becomes)
        .map_err(|error| error.to_string())?;
    let now = promise::of_record(&file.id, &becomes);
    Ok(now.into_iter().find(|one| one.place == seen.place))
}
