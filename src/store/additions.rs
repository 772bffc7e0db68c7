//! Something added to a finished record, put into its file in one change.

use super::{Found, Library, RecordFile, StoreError};
use crate::{
    conversation::{ConversationId, Moment, Tie},
    people::{Stick, Sticking, stick},
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

/// Adds to a record, and gives its file as it is now. Where a check-in no longer stands, the days to look again that it
/// kept are to come again.
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
        if matches!(addition, Addition::Void { .. }) {
            // First of the two: while the check-in stands, whoever reads both puts it back.
            look_again(library, &was, by, at).map_err(NotAdded::Store)?;
        }
        match library.add(file, &was, &becomes) {
            Err(StoreError::Changed { .. }) if tries > 0 => {}
            added => return added.map(|()| becomes).map_err(NotAdded::Store),
        }
    }
}

/// Tells the records a check-in kept a promise of that it did not. One that cannot be read is told nothing.
fn look_again(
    library: &Library,
    check_in: &str,
    by: Option<&str>,
    at: Moment,
) -> Result<(), StoreError> {
    let Ok(front) = record::read_front(check_in) else {
        return Ok(());
    };
    let linked = |markdown: &str, tie: Tie| -> Vec<ConversationId> {
        let front = record::read_front(markdown).ok();
        let links = front.into_iter().flat_map(|front| front.linked);
        let links = links.filter(|link| link.tie == tie);
        links.map(|link| link.to).collect()
    };
    for on in linked(check_in, Tie::CheckInOn) {
        let others = read(library, &on).map(|(_, text)| linked(&text, Tie::CheckedBy));
        let others = others.unwrap_or_default().into_iter();
        for record in others.filter(|other| *other != front.id).chain([on]) {
            let sticking = Sticking {
                record,
                what: Stick::Unchecked {
                    by: front.id.clone(),
                },
                by: by.map(str::to_owned),
                at,
            };
            unchecked(library, &sticking)?;
        }
    }
    Ok(())
}

fn unchecked(library: &Library, sticking: &Sticking) -> Result<(), StoreError> {
    let mut tries = TRIES;
    loop {
        tries -= 1;
        let Some((file, was)) = read(library, &sticking.record) else {
            return Ok(());
        };
        let Ok(Some(becomes)) = stick::add(&was, sticking) else {
            return Ok(());
        };
        match library.add(&file, &was, &becomes) {
            Err(StoreError::Changed { .. }) if tries > 0 => {}
            added => return added,
        }
    }
}

fn read(library: &Library, id: &ConversationId) -> Option<(RecordFile, String)> {
    let Found::One(file) = library.find(id.as_str()) else {
        return None;
    };
    let text = library.read(&file).ok()?;
    Some((file, text))
}
