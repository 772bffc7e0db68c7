//! The files a journal is in.
//!
//! Most journals are one file, `journal.jsonl`. A long one goes on in `journal.1.jsonl`, and what is complete is folded
//! into one piece that says which it stands for: `journal.0-3.jsonl`. Where the home is sealed each piece is an age file
//! (`journal.17.jsonl.age`), because an age file cannot be added to; there every write is a piece, folded soon after.
//!
//! A fold is written whole before what it stands for is taken away. So after a crash a piece may be there twice over;
//! the wider one counts.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use super::{
    Home,
    error::{Result, StoreError},
    files::{entries, read_limited, refuse_link},
    lines::{self, JournalRead},
    vault::Vault,
};
use crate::conversation::ConversationId;

/// The most a journal may hold, in bytes: hundreds of hours of typing.
pub const JOURNAL_LIMIT: u64 = 256 << 20;

/// How often a journal is looked at again when a piece went while it was read: its writer folded it.
const LOOKS: usize = 8;

/// One piece of a journal, by what its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The first number it stands for.
    pub from: u32,
    /// The last number it stands for.
    pub to: u32,
    /// Whether it is an age file.
    pub sealed: bool,
}

impl Piece {
    /// A piece that stands for one number.
    pub fn single(number: u32, sealed: bool) -> Self {
        Self {
            from: number,
            to: number,
            sealed,
        }
    }

    /// Whether this stands for all that the other does.
    fn covers(&self, other: &Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Its file in a conversation's folder.
    pub fn path(&self, folder: &Path) -> PathBuf {
        folder.join(self.to_string())
    }

    fn named(name: &str) -> Option<Self> {
        let rest = name.strip_prefix("journal")?;
        let (rest, sealed) = match rest.strip_suffix(".age") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let numbers = rest.strip_suffix(".jsonl")?;
        let number = |digits: &str| {
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| plain)
        };
        let (from, to) = match numbers.strip_prefix('.') {
            None if numbers.is_empty() => (0, 0),
            None => return None,
            Some(numbers) => match numbers.split_once('-') {
                Some((from, to)) => (number(from)?, number(to)?),
                None => (number(numbers)?, number(numbers)?),
            },
        };
        (from <= to).then_some(Self { from, to, sealed })
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("journal")?;
        match (self.from, self.to) {
            (0, 0) => {}
            (from, to) if from == to => write!(f, ".{from}")?,
            (from, to) => write!(f, ".{from}-{to}")?,
        }
        f.write_str(".jsonl")?;
        f.write_str(if self.sealed { ".age" } else { "" })
    }
}

/// The pieces in a conversation's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Those that make up the journal, in order.
    pub standing: Vec<Piece>,
    /// Those that a wider piece, or the same one unsealed, stands for.
    pub spent: Vec<Piece>,
}

impl Pieces {
    /// Looks into a conversation's folder.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn of(folder: &Path) -> Result<Self> {
        let names = entries(folder)?;
        let found = names
            .iter()
            .filter_map(|entry| Piece::named(entry.file_name().to_str()?));
        Ok(Self::from_all(found.collect()))
    }

    fn from_all(mut found: Vec<Piece>) -> Self {
        // The widest first, and of the same the one anybody can read.
        found.sort_by_key(|piece| (piece.from, std::cmp::Reverse(piece.to), piece.sealed));
        let mut pieces = Self::default();
        for piece in found {
            match pieces.standing.last() {
                Some(last) if last.covers(&piece) => pieces.spent.push(piece),
                _ => pieces.standing.push(piece),
            }
        }
        pieces
    }

    /// The number of the next piece. A name used once is never used again, even for a piece that is spent.
    pub fn next(&self) -> u32 {
        let all = self.standing.iter().chain(&self.spent);
        all.map(|piece| piece.to.saturating_add(1))
            .max()
            .unwrap_or(0)
    }
}

/// What the pieces of a journal hold.
#[derive(Debug, Default)]
pub struct Found {
    /// Which pieces there are.
    pub pieces: Pieces,
    /// All they hold, in order, unsealed.
    pub bytes: Vec<u8>,
    /// Where each standing piece ends in them.
    pub ends: Vec<usize>,
    /// The events, and what could not be read.
    pub read: JournalRead,
}

/// Reads the journal in a conversation's folder, whoever is writing it.
///
/// # Errors
///
/// [`StoreError::Sealed`] when it is sealed and locked, [`StoreError::Link`] when a piece is a link,
/// [`StoreError::TooLarge`] over [`JOURNAL_LIMIT`]; else as the disk says. Damage inside is no error: see
/// [`JournalRead::set_aside`].
pub fn load(home: &Home, id: &ConversationId) -> Result<Found> {
    let folder = home.conversation(id);
    let mut looks = 0;
    loop {
        looks += 1;
        let pieces = Pieces::of(&folder)?;
        match read_all(home.vault(), &folder, &pieces) {
            Err(StoreError::NotThere { .. }) if looks < LOOKS => {}
            Err(error) => return Err(error),
            Ok(read) => return Ok(read.into_found(pieces)),
        }
    }
}

/// Tells one state of a journal from the next without reading it: which pieces there are, and how long they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(Vec<(Piece, u64)>);

/// Looks at a journal without reading it.
///
/// # Errors
///
/// As the disk says.
pub fn look(home: &Home, id: &ConversationId) -> Result<Seen> {
    let folder = home.conversation(id);
    let pieces = Pieces::of(&folder)?.standing;
    let length = |piece: &Piece| fs::metadata(piece.path(&folder)).map_or(0, |found| found.len());
    Ok(Seen(
        pieces.iter().map(|piece| (*piece, length(piece))).collect(),
    ))
}

/// The bytes of the pieces, one after the other.
#[derive(Default)]
struct Reading {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// A sealed piece that does not open, in the middle and at the end.
    unopened: usize,
    torn: bool,
}

fn read_all(vault: &Vault, folder: &Path, pieces: &Pieces) -> Result<Reading> {
    let mut reading = Reading::default();
    for piece in &pieces.standing {
        reading.add(vault, &piece.path(folder), piece.sealed)?;
        reading.ends.push(reading.bytes.len());
    }
    Ok(reading)
}

impl Reading {
    fn add(&mut self, vault: &Vault, path: &Path, sealed: bool) -> Result<()> {
        refuse_link(path)?;
        let left = JOURNAL_LIMIT.saturating_sub(self.bytes.len() as u64);
        let found = read_limited(path, left).map_err(|error| match error {
            StoreError::TooLarge { path, .. } => StoreError::TooLarge {
                path,
                limit: JOURNAL_LIMIT,
            },
            error => error,
        })?;
        // The end of a piece is the end of a line, whatever stopped its writer.
        if !self.bytes.is_empty() && !self.bytes.ends_with(b"\n") {
            self.bytes.push(b'\n');
        }
        self.unopened += usize::from(std::mem::take(&mut self.torn));
        if !sealed {
            self.bytes.extend(found);
            return Ok(());
        }
        // Begun and never written: its writer was killed between the two, before it showed what it was to hold.
        if found.is_empty() {
            return Ok(());
        }
        match vault.open(path, &found) {
            Ok(opened) => self.bytes.extend(opened),
            // Cut short while it was written: it costs itself alone, as a torn line does.
            Err(StoreError::Damaged { .. }) => self.torn = true,
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn into_found(self, pieces: Pieces) -> Found {
        let mut read = lines::read(&self.bytes);
        read.torn |= self.torn;
        read.unopened = self.unopened;
        Found {
            pieces,
            bytes: self.bytes,
            ends: self.ends,
            read,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(from: u32, to: u32, sealed: bool) -> Piece {
        Piece { from, to, sealed }
    }

    #[test]
    fn names_say_what_a_piece_stands_for() {
        for (name, expected) in [
            ("journal.jsonl", piece(0, 0, false)),
            ("journal.jsonl.age", piece(0, 0, true)),
            ("journal.7.jsonl", piece(7, 7, false)),
            ("journal.0-12.jsonl.age", piece(0, 12, true)),
        ] {
            assert_eq!(Piece::named(name), Some(expected));
            assert_eq!(expected.to_string(), name);
        }
        for other in [
            "journal",
            "journal.jsonl.tmp",
            "journal.-1.jsonl",
            "journal.3-1.jsonl",
            "journal.+3.jsonl",
            "journal.99999999999.jsonl",
            "journal..jsonl",
            "journal.x.jsonl",
            "lock",
        ] {
            assert_eq!(Piece::named(other), None, "{other}");
        }
    }

    #[test]
    fn the_wider_piece_counts_and_the_others_are_spent() {
        let pieces = Pieces::from_all(vec![
            piece(4, 4, true),
            piece(0, 0, false),
            piece(1, 1, false),
            piece(0, 3, false),
            piece(5, 5, true),
            piece(0, 3, true),
        ]);
        assert_eq!(
            pieces.standing,
            [piece(0, 3, false), piece(4, 4, true), piece(5, 5, true)]
        );
        assert_eq!(pieces.spent.len(), 3);
        assert_eq!(pieces.next(), 6);
    }

    #[test]
    fn nothing_there_is_an_empty_journal() {
        assert_eq!(Pieces::from_all(vec![]).next(), 0);
    }
}
