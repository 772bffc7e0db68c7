//! A promise, who keeps it, and how it stands on a day.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationId, NoteId},
    guide::Kind,
    line,
    record::StepState,
};

pub use crate::record::Doer;

/// A promise, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Where it is kept.
    pub place: Place,
    /// The sentence.
    pub what: String,
    /// Who keeps it, by name, when that was said.
    pub who: Option<String>,
    /// Whose promise that makes it.
    pub doer: Doer,
    /// The worker who had the conversation.
    pub by: Option<String>,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// The day stands for the week that begins on it.
    pub week: bool,
    /// At what time of that day.
    pub time: Option<NaiveTime>,
    /// What became of it.
    pub state: StepState,
    /// How often it was tried.
    pub tries: u32,
    /// How many things happened to it since its record was finished.
    pub changes: u32,
    /// The kind of conversation it was made in.
    pub kind: Kind,
    /// The day it was made.
    pub made: NaiveDate,
    /// When the conversation last changed, in seconds since 1970.
    pub last: i64,
    /// Which of the promises there with these very words it is, from 0.
    pub nth: u32,
    /// Something the person said in that conversation, to know it by.
    pub own_words: Option<String>,
    /// It is when the worker looks again at how somebody in a crisis is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// Where a promise is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In a finished record, under this id.
    Record(ConversationId, String),
    /// In an open conversation, as this note.
    Open(ConversationId, NoteId),
}

impl Place {
    /// The record or the conversation.
    pub fn id(&self) -> &ConversationId {
        match self {
            Self::Record(id, _) | Self::Open(id, _) => id,
        }
    }
}

/// How a promise stands on a day, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its day has gone.
    Overdue,
    /// It is due that day, or in the week the day is in.
    Today,
    /// Its day is to come.
    Later,
    /// No day was set.
    NoDay,
}

impl Promise {
    /// Whether it is still to be kept.
    pub fn is_open(&self) -> bool {
        !matches!(self.state, StepState::Done | StepState::Dropped)
    }

    /// Its words as they stand beside its day, which then says the day alone: "tomorrow" is wrong on the morrow.
    pub fn words(&self) -> String {
        match self.due {
            Some(_) => line::without_day(&self.what, self.made),
            None => self.what.clone(),
        }
    }

    /// How it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match (self.due, self.last_day()) {
            (Some(_), Some(last)) if last < today => Standing::Overdue,
            (Some(due), Some(_)) if due <= today => Standing::Today,
            (Some(_), _) => Standing::Later,
            (None, _) => Standing::NoDay,
        }
    }

    /// The last day it can be kept on in time: its own, or the Sunday of its week.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let days = if self.week { 6 } else { 0 };
        self.due?.checked_add_days(Days::new(days))
    }

    /// Whether it is for the worker at the screen to keep. Where nobody's name is known, the worker is.
    pub fn is_mine(&self, me: Option<&str>) -> bool {
        let same = |me: &str| self.by.as_deref().is_none_or(|by| by == me);
        self.doer == Doer::Worker && me.is_none_or(same)
    }

    /// What it can be called where others may see: it says nothing of anybody, and stays the same.
    pub fn reference(&self) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnopqrstuvwxyz2345678";
        let mark = self.fingerprint();
        let letters = (0..4).map(|nth| LETTERS[(mark >> (nth * 5)) as usize % LETTERS.len()]);
        let tail = self.place.id().as_str().rsplit('-').next();
        let tail = tail.unwrap_or_default();
        format!("{tail}-{}", letters.map(char::from).collect::<String>())
    }

    /// A number that stays the same from the conversation to the record, and hardly anything else has: of where it
    /// was made and its words (64-bit FNV-1a).
    pub(super) fn fingerprint(&self) -> u64 {
        let nth = self.nth.to_string();
        let parts = [self.place.id().as_str(), &self.what, &nth];
        let bytes = parts
            .iter()
            .flat_map(|part| part.bytes().chain(std::iter::once(0)));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }
}
