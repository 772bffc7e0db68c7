//! Something added to a finished record, put into its file in one change.

use super::{Library, RecordFile, StoreError};
use crate::{
    conversation::Moment,
    record::{self, AddRefusal, Addition},
};

/// How often it is tried again when somebody else added to the record meanwhile: nothing that was looked at stands in
/// the way of a second addition.
const TRIES: usize = 3;

/// Why nothing was added. The record is as it was.
#[derive(Debug)]
pub enum NotAdded {
    /// There is a reason not to.
    Refused(AddRefusal),
    /// The disk would not.
    Store(StoreError),
}

/// Adds to a record, and gives its file as it is now.
///
/// # Errors
///
/// Then the record is as it was.
pub fn add(
    library: &Library,
    file: &RecordFile,
    addition: &Addition,
    by: Option<&str>,
    at: Moment,
) -> Result<String, NotAdded> {
    let mut tries = TRIES;
    loop {
        tries -= 1;
        let was = library.read(file).map_err(NotAdded::Store)?;
        let becomes = record::add(&was, addition, by, at).map_err(NotAdded::Refused)?;
        match library.add(file, &was, &becomes) {
            Err(StoreError::Changed { .. }) if tries > 0 => {}
            added => return added.map(|()| becomes).map_err(NotAdded::Store),
        }
    }
}
