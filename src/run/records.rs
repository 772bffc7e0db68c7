//! A finished record, read to be looked at, and something added to it.

use super::World;
use crate::{
    app::Msg,
    conversation::ConversationId,
    desk::{Adding, Begun},
    record::Reader,
    store::{
        Found, RecordFile, StoreError,
        additions::{self, NotAdded},
        answers,
    },
    words::adding as words,
};

impl World {
    /// Reads a record: never what was kept apart.
    pub(super) fn read_record(&self, id: ConversationId) -> Msg {
        let read = self.record(&id).map(|file| self.life.read(&file));
        match read {
            None => Msg::Say(words::NOT_THERE.to_owned()),
            Some(Ok(markdown)) => match Reader::Reading.ask(false, None) {
                Ok(allowed) => Msg::RecordRead(id, allowed.words(markdown).words().to_owned()),
                Err(why) => Msg::Say(why.to_string()),
            },
            Some(Err(error)) => Msg::Say(error.to_string()),
        }
    }

    /// Adds to a record. What could not be added goes back to be asked again.
    pub(super) fn add(&self, adding: Adding) -> Vec<Msg> {
        self.look_at_the_seal();
        let Some(file) = self.record(&adding.id) else {
            return vec![Msg::NotAdded(Box::new(adding), words::NOT_THERE.to_owned())];
        };
        let by = adding.by.as_deref();
        vec![
            match additions::add(&self.life, &file, &adding.addition, by, adding.at) {
                Ok(markdown) => Msg::Added(Box::new(adding), markdown),
                Err(NotAdded::Refused(why)) => {
                    Msg::NotAdded(Box::new(adding), words::refusal(&why))
                }
                Err(NotAdded::Store(error)) => Msg::NotAdded(Box::new(adding), error.to_string()),
            },
        ]
    }

    /// Keeps what is begun to be added, as it is typed.
    pub(super) fn keep_answers(&self, begun: &[Begun], typing: bool) -> Vec<Msg> {
        self.look_at_the_seal();
        match answers::keep(&self.home, begun, typing) {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }

    /// Reads what was begun. While it is sealed nothing is known of it.
    pub(super) fn read_answers(&self) -> Vec<Msg> {
        match answers::read(&self.home) {
            Ok(begun) => vec![Msg::AnswersRead(begun)],
            Err(StoreError::Sealed { .. }) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }

    /// The finished record with this name.
    pub(super) fn record(&self, id: &ConversationId) -> Option<RecordFile> {
        match self.life.find(id.as_str()) {
            Found::One(file) => Some(file),
            _ => None,
        }
    }
}
