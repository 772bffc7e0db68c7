//! What a record is counted by, from as little of its file as says it.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    str,
};

use crate::{
    evidence::row::Row,
    record::{self, Front, NotARecord},
    store::{
        Home, RecordFile,
        error::{At, Result, StoreError},
        texts,
    },
};

/// How many bytes of a file are read first. A header is hardly ever longer.
const HEAD: usize = 8 << 10;

/// What a record is counted by; none of a role-play. Only the header is asked: the whole file is read where that does not
/// say how many words the letter holds, or is longer than headers are. `length` is how long the file was when it was listed.
pub(super) fn row(home: &Home, file: &RecordFile, length: u64) -> Result<Option<Row>> {
    if texts::is_sealed(&file.path) || length > texts::TEXT_LIMIT {
        return of_whole(home, file);
    }
    let mut head = [0; HEAD];
    let read = fill(&file.path, &mut head)?;
    // The last line may go on.
    let lines = head[..read].iter().rposition(|byte| *byte == b'\n');
    let Ok(lines) = str::from_utf8(&head[..lines.map_or(0, |last| last + 1)]) else {
        return of_whole(home, file);
    };
    match record::read_front(lines) {
        Ok(front) if front.counted.words.is_some() => Ok(counted(file, &front, || 0)),
        Ok(_) | Err(NotARecord::NoHeader) => of_whole(home, file),
        Err(why) => Err(damaged(file, &why)),
    }
}

fn fill(path: &Path, head: &mut [u8]) -> Result<usize> {
    let mut file = File::open(path).at(path)?;
    loop {
        match file.read(head) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            outcome => return outcome.at(path),
        }
    }
}

fn of_whole(home: &Home, file: &RecordFile) -> Result<Option<Row>> {
    let text = texts::read(home, &file.path)?;
    let front = record::read_front(&text).map_err(|why| damaged(file, &why))?;
    let words = || record::read(&text).map_or(0, |reading| reading.record.words());
    Ok(counted(file, &front, words))
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
