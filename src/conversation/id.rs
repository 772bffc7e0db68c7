//! Names of conversations and notes.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::Side;
use crate::guide::{GuideId, Kind, TopicId};

/// A point in time with the offset the worker's clock showed.
pub type Moment = DateTime<FixedOffset>;

/// The word in the id of a role-play, where others have their kind.
const PRACTICE: &str = "practice";

/// The name of a conversation, of its folder and of its record: `2026-03-10-1420-listen-7k3f`.
///
/// Date, time, kind and four letters; no name and no initials of anybody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConversationId(String);

impl ConversationId {
    /// Makes an id from when it began, its kind, and 20 bits of chance.
    pub fn new(at: Moment, kind: Kind, dice: u64) -> Self {
        Self::of(at, kind.short(), dice)
    }

    /// The id of a role-play: the file's own name says that nothing in it is real.
    pub fn practice(at: Moment, dice: u64) -> Self {
        Self::of(at, PRACTICE, dice)
    }

    fn of(at: Moment, word: &str, dice: u64) -> Self {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let tail: String = (0..4)
            .map(|n| LETTERS[(dice >> (5 * n)) as usize & 31] as char)
            .collect();
        // A clock that is far out must not make a name that is not found again.
        let year = at.year().clamp(0, 9999);
        Self(format!(
            "{year:04}-{}-{word}-{tail}",
            at.format("%m-%d-%H%M"),
        ))
    }

    /// Reads an id, as a folder or a person gives it. Only this shape can name a folder or file.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(5, '-');
        let (year, month, day, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
        };
        let dated = digits(year, 4) && digits(month, 2) && digits(day, 2) && digits(time, 4);
        let rest = parts.next()?;
        let plain = (1..=40).contains(&rest.len())
            && rest
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (dated && plain).then(|| Self(text.to_owned()))
    }

    /// The name with a number at its end, for when the name itself is taken.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        Self(format!("{self}-{number}"))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// When it began to the minute, where the clock shows this offset. `None` when its digits name no time.
    pub fn began(&self, offset: &FixedOffset) -> Option<Moment> {
        let digits = self.0.get(.."2026-03-10-1420".len())?;
        let began = NaiveDateTime::parse_from_str(digits, "%Y-%m-%d-%H%M").ok()?;
        began.and_local_timezone(*offset).single()
    }

    /// Year and month, as the records folder is laid out.
    pub fn year_and_month(&self) -> (&str, &str) {
        (&self.0[..4], &self.0[5..7])
    }

    /// Which side of the wall its name puts it on. Nothing of life may be kept under the name of a role-play, and no
    /// role-play under another.
    pub fn side(&self) -> Side {
        match self.word() {
            Some(PRACTICE) => Side::Practice,
            _ => Side::Life,
        }
    }

    /// The kind in its name, when it is one of ours.
    pub fn kind(&self) -> Option<Kind> {
        Kind::named(self.word()?)
    }

    /// The word between the time and the letters.
    fn word(&self) -> Option<&str> {
        self.0.get(16..)?.split('-').next()
    }
}

impl fmt::Display for ConversationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A note's number in its conversation, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub u32);

/// A topic of a guide: a conversation may have used more than one guide.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TopicRef {
    /// The guide.
    pub guide: GuideId,
    /// The topic in it.
    pub topic: TopicId,
}
