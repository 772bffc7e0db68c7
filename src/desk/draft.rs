//! An open conversation as Home lists it: initials only, never a name.

use crate::{
    conversation::{Conversation, ConversationId, Ending, Moment, Practised},
    line::Reading,
    record::Reader,
};

/// One open conversation that is not on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub id: ConversationId,
    /// What could be read of it; `None` until it has been looked at.
    pub glance: Option<Glance>,
    /// It cannot be read until the key is open; its name says its kind and when it began.
    pub sealed: bool,
}

/// What Home shows of an open conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The person's initials. Empty when nobody is named.
    pub initials: String,
    /// The guide's title.
    pub title: String,
    /// What is played in it, when nothing in it is real.
    pub practice: Option<Practised>,
    /// How it was left.
    pub ending: Option<Ending>,
    /// Another window is writing it.
    pub elsewhere: bool,
    /// When the last thing happened in it.
    pub last: Moment,
    /// How many notes it holds.
    pub notes: usize,
    /// The words waiting on its line. Empty when there are none.
    pub line: String,
    /// Its last words, on the line or kept, for a wide screen.
    pub last_words: String,
}

impl Draft {
    /// A draft known only by name.
    pub fn unread(id: ConversationId) -> Self {
        Self {
            id,
            glance: None,
            sealed: false,
        }
    }

    /// A draft that cannot be read until the key is open.
    pub fn sealed(id: ConversationId) -> Self {
        Self {
            sealed: true,
            ..Self::unread(id)
        }
    }

    /// Whether nobody has looked at it yet.
    pub fn is_unread(&self) -> bool {
        self.glance.is_none() && !self.sealed
    }

    /// A draft as it stands.
    pub fn of(conversation: &Conversation) -> Self {
        let mut notes = conversation.notes.iter().rev();
        let last_note = notes
            .find(|note| Reader::Home.may_have(note))
            .map(|note| note.text.as_str())
            .unwrap_or_default();
        let line = match conversation.reading() {
            Reading::Note(note) if note.apart => "",
            _ => conversation.line.text.trim(),
        };
        Self {
            id: conversation.id.clone(),
            glance: Some(Glance {
                initials: conversation.facts.initials(),
                title: conversation.guide().title.clone(),
                practice: conversation.practice.clone(),
                ending: conversation.ending,
                elsewhere: false,
                last: conversation.last,
                notes: conversation.notes.len(),
                line: line.to_owned(),
                last_words: if line.is_empty() {
                    last_note.to_owned()
                } else {
                    line.to_owned()
                },
            }),
            sealed: false,
        }
    }

    /// Whether it was cut off rather than left.
    pub fn was_cut_off(&self) -> bool {
        self.glance
            .as_ref()
            .is_some_and(|glance| glance.ending != Some(Ending::Left) && !glance.elsewhere)
    }
}
