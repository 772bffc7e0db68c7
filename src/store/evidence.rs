//! What all finished records add up to. Every one is read, and nothing is written.

use chrono::NaiveDate;

use super::{Home, Library, RecordFile, error::StoreError};
use crate::{
    evidence::{period::Period, row::Row, tally::Tally},
    record,
};

/// What was counted, and what could not be.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// What was counted.
    pub tally: Tally,
    /// The records that could not be read, by name.
    pub unreadable: Vec<String>,
    /// Some of it is sealed, and the key is not open.
    pub sealed: bool,
}

/// Counts every record of the home. `progress` hears how many have been read of how many, from any thread.
pub fn gather(
    home: &Home,
    library: &Library,
    period: Period,
    today: NaiveDate,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Gathered {
    let _ = home.vault().refresh();
    let listing = library.list();
    let mut gathered = Gathered {
        tally: Tally::new(period, today),
        unreadable: vec![],
        sealed: false,
    };
    let of = listing.records.len();
    for (nth, file) in listing.records.iter().enumerate() {
        match row(library, file) {
            Ok(Some(row)) => gathered.tally.take(&row),
            Ok(None) => {}
            Err(StoreError::Sealed { .. }) => gathered.sealed = true,
            Err(_) => gathered.unreadable.push(file.id.as_str().to_owned()),
        }
        progress(nth + 1, of);
    }
    gathered
}

fn row(library: &Library, file: &RecordFile) -> Result<Option<Row>, StoreError> {
    let text = library.read(file)?;
    let read = record::read(&text).map_err(|why| StoreError::Damaged {
        path: file.path.clone(),
        why: why.to_string(),
    });
    let record = read?.record;
    let words = || record.words();
    Ok(Row::of(&record.front, words).map(|row| Row {
        id: file.id.clone(),
        ..row
    }))
}
