//! What is known of every record and every open conversation, beside the one in hand.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Conversation, ConversationId},
    evidence::story::names::Names,
    people::{Met, Named, board},
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
    /// Who else is named, wherever that is.
    #[serde(default)]
    pub named: Named,
}

impl Known {
    /// What one finished record holds; nothing of one that cannot be read.
    pub fn of_record(id: &ConversationId, markdown: &str) -> Self {
        let Ok(reading) = record::read(markdown) else {
            return Self::default();
        };
        let record = &reading.record;
        // A record saved beside another of its name is found by its own.
        let met = Met::in_record(&record.front).map(|met| Met {
            id: id.clone(),
            words: record.words(),
            ..met
        });
        Self {
            promises: promise::in_record(id, record),
            named: beside(met.as_ref(), || Named::in_record(record)),
            met: met.into_iter().collect(),
        }
    }

    /// What one open conversation holds.
    pub fn of_conversation(talk: &Conversation) -> Self {
        let met = Met::in_conversation(talk);
        Self {
            promises: promise::of_conversation(talk),
            named: beside(met.as_ref(), || Named::in_conversation(talk)),
            met: met.into_iter().collect(),
        }
    }

    /// Everybody it knows of, in every form that could stand in a line.
    pub fn names(&self) -> Names {
        let met = self.met.iter().flat_map(|met| [&met.person, &met.by]);
        let promises = self.promises.iter();
        let promised = promises.flat_map(|promise| [&promise.who, &promise.by]);
        let people = met.chain(promised).flatten().chain(&self.named.people);
        let asked = self.named.asked.iter().map(String::as_str);
        Names::of_home(people.map(String::as_str)).and(Names::as_written(asked))
    }

    /// The same with the promises that a check-in kept as kept, whether or not their records were told of it yet.
    pub fn as_looked_at(self) -> Self {
        Self {
            promises: board::as_looked_at(&self.met, self.promises),
            met: self.met,
            named: self.named,
        }
    }
}

/// Who else is named where somebody was met; nobody in a role-play, where nobody was.
fn beside(met: Option<&Met>, named: impl FnOnce() -> Named) -> Named {
    let one = |met: &Met| named().without([met.person.as_ref(), met.by.as_ref()]);
    met.map(one).unwrap_or_default()
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
            self.named.extend([known.named]);
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

    /// Everybody the home knows of; nobody while it is not read.
    pub fn names(&self) -> Names {
        match self {
            Self::Read(known) => known.names(),
            Self::Unread | Self::Sealed => Names::default(),
        }
    }

    /// The promise that is kept there.
    pub fn promise(&self, place: &Place) -> Option<&Promise> {
        self.promises()
            .iter()
            .find(|promise| promise.place == *place)
    }
}
