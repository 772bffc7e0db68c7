//! What a record is counted by, from as little of its file as says it.

use std::{
    fs::File,
    io::{self, Read},
    str,
};

use crate::{
    evidence::row::Row,
    record::{self, Front, NotARecord},
    store::{
        Home, RecordFile,
        error::{At, Result, StoreError},
        stamp::Stamp,
        texts,
    },
};

/// How many bytes of a file are read first. A header is hardly ever longer.
const HEAD: usize = 8 << 10;

/// What a record is counted by, none of a role-play; and what the disk says of the file it was read from. Only the header
/// is asked: the whole file is read where that does not say how many words the letter holds, or is longer than headers are.
pub(super) fn row(home: &Home, record: &RecordFile) -> Result<(Option<Row>, Option<Stamp>)> {
    let file = File::open(&record.path).at(&record.path)?;
    let stamp = Stamp::of_open(&file);
    let is_short = stamp.is_some_and(|stamp| stamp.length() <= texts::TEXT_LIMIT);
    if texts::is_sealed(&record.path) || !is_short {
        return Ok((of_whole(home, record)?, stamp));
    }
    let mut head = [0; HEAD];
    let read = fill(&file, &mut head).at(&record.path)?;
    let row = match front(record, &head[..read])? {
        Some(front) if front.counted.words.is_some() => counted(record, &front, || 0),
        Some(front) => {
            let text = texts::read(home, &record.path)?;
            counted(record, &front, || words(&text))
        }
        None => of_whole(home, record)?,
    };
    Ok((row, stamp))
}

/// The header, if it ends within the first bytes of a file and they are text.
fn front(record: &RecordFile, head: &[u8]) -> Result<Option<Front>> {
    // The last line may go on.
    let end = head.iter().rposition(|byte| *byte == b'\n');
    let Ok(lines) = str::from_utf8(&head[..end.map_or(0, |last| last + 1)]) else {
        return Ok(None);
    };
    match record::read_front(lines) {
        Ok(front) => Ok(Some(front)),
        Err(NotARecord::NoHeader) => Ok(None),
        Err(why) => Err(damaged(record, &why)),
    }
}

fn fill(mut file: &File, head: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(head) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}

fn of_whole(home: &Home, file: &RecordFile) -> Result<Option<Row>> {
    let text = texts::read(home, &file.path)?;
    let front = record::read_front(&text).map_err(|why| damaged(file, &why))?;
    Ok(counted(file, &front, || words(&text)))
}

fn words(text: &str) -> usize {
    record::read(text).map_or(0, |reading| reading.record.words())
}

/// A record goes by the name of its file.
fn counted(file: &RecordFile, front: &Front, words: impl FnOnce() -> usize) -> Option<Row> {
    Row::of(front, words).map(|row| Row {
        id: file.id.clone(),
        ..row
    })
}

fn damaged(file: &RecordFile, why: &NotARecord) -> StoreError {
    StoreError::Damaged {
        path: file.path.clone(),
        why: why.to_string(),
    }
}
