//! What a record is counted by, from as little of its file as says it.

use std::{
    fs::File,
    io::{self, Read},
    str,
};

use crate::{
    evidence::row::Row,
    record::{self, InShort, NotARecord},
    store::{
        Home, RecordFile,
        error::{At, Result, StoreError},
        stamp::Stamp,
        texts,
    },
};

/// How many bytes of a file are read first. A header is hardly ever longer.
const HEAD: usize = 4 << 10;

/// Room for the first bytes of one file after another.
pub(super) struct Room(Vec<u8>);

impl Default for Room {
    fn default() -> Self {
        Self(vec![0; HEAD])
    }
}

/// What a record is counted by, none of a role-play; and what the disk says of the file it was read from. Only the header
/// is asked: the whole file is read where that does not say how many words the letter holds, or is longer than headers are.
pub(super) fn row(
    home: &Home,
    record: &RecordFile,
    room: &mut Room,
) -> Result<(Option<Row>, Option<Stamp>)> {
    let file = File::open(&record.path).at(&record.path)?;
    let stamp = Stamp::of_open(&file);
    let is_short = stamp.is_some_and(|stamp| stamp.length() <= texts::TEXT_LIMIT);
    if texts::is_sealed(&record.path) || !is_short {
        return Ok((of_whole(home, record)?, stamp));
    }
    let read = fill(&file, &mut room.0).at(&record.path)?;
    let row = match header(record, &room.0[..read])? {
        Some(said) if said.words.is_some() => Row::of(&record.id, said, || 0),
        Some(said) => {
            let text = texts::read(home, &record.path)?;
            Row::of(&record.id, said, || words(&text))
        }
        None => of_whole(home, record)?,
    };
    Ok((row, stamp))
}

/// The header, if it ends within the first bytes of a file and they are text.
fn header(record: &RecordFile, head: &[u8]) -> Result<Option<InShort>> {
    // The last line may go on.
    let end = head.iter().rposition(|byte| *byte == b'\n');
    let Ok(lines) = str::from_utf8(&head[..end.map_or(0, |last| last + 1)]) else {
        return Ok(None);
    };
    match record::read_in_short(lines) {
        Ok(said) => Ok(Some(said)),
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
    let said = record::read_in_short(&text).map_err(|why| damaged(file, &why))?;
    Ok(Row::of(&file.id, said, || words(&text)))
}

fn words(text: &str) -> usize {
    record::read(text).map_or(0, |reading| reading.record.words())
}

fn damaged(file: &RecordFile, why: &NotARecord) -> StoreError {
    StoreError::Damaged {
        path: file.path.clone(),
        why: why.to_string(),
    }
}
