//! What is known of every record and every open conversation, beside the one in hand.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Conversation, ConversationId},
    people::{Met, board},
    promise::{self, Place, Promise},
    record,
};

/// What is known of every record and every open conversation. Read off the disk when Home shows, and never kept by us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Index {
    /// Nobody has read it yet.
    #[default]
    Unread,
    /// It is sealed and the key is not open.
    Sealed,
    /// All of it.
    Read(Known),
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What was promised, in no order.
    pub promises: Vec<Promise>,
    /// Who was met, in no order.
    pub met: Vec<Met>,
}

impl Known {
    /// What one finished record holds; nothing of one that cannot be read.
    pub fn of_record(id: &ConversationId, markdown: &str) -> Self {
        let Ok(reading) = record::read(markdown) else {
            return Self::default();
        };
        let record = &reading.record;
        Self {
            promises: promise::in_record(id, record),
            // A record saved beside another of its name is found by its own.
            met: Met::in_record(&record.front)
                .map(|met| Met {
                    id: id.clone(),
                    words: record.words(),
                    ..met
                })
                .into_iter()
                .collect(),
        }
    }

    /// What one open conversation holds.
    pub fn of_conversation(talk: &Conversation) -> Self {
        Self {
            promises: promise::of_conversation(talk),
            met: Met::in_conversation(talk).into_iter().collect(),
        }
    }

    /// The same with the promises that a check-in kept as kept, whether or not their records were told of it yet.
    pub fn as_looked_at(self) -> Self {
        Self {
            promises: board::as_looked_at(&self.met, self.promises),
            met: self.met,
        }
    }
}

impl FromIterator<Self> for Known {
    fn from_iter<T: IntoIterator<Item = Self>>(each: T) -> Self {
        let mut all = Self::default();
        all.extend(each);
        all
    }
}

impl Extend<Self> for Known {
    fn extend<T: IntoIterator<Item = Self>>(&mut self, more: T) {
        for known in more {
            self.promises.extend(known.promises);
            self.met.extend(known.met);
        }
    }
}

impl Index {
    /// What was promised; nothing while it is not read.
    pub fn promises(&self) -> &[Promise] {
        match self {
            Self::Read(known) => &known.promises,
            Self::Unread | Self::Sealed => &[],
        }
    }

    /// Who was met; nobody while it is not read.
    pub fn met(&self) -> &[Met] {
        match self {
            Self::Read(known) => &known.met,
            Self::Unread | Self::Sealed => &[],
        }
    }

    /// The promise that is kept there.
    pub fn promise(&self, place: &Place) -> Option<&Promise> {
        self.promises()
            .iter()
            .find(|promise| promise.place == *place)
    }
}
