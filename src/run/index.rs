//! What every record holds in short: read on a thread of its own. What became of a promise, put back where it stands.

use std::{
    sync::{Arc, PoisonError},
    thread,
};

use super::{World, answers::Answer};
use crate::{
    app::Msg,
    conversation::ConversationId,
    desk::{Following, Index},
    people::{Sticking, Told},
    store::{
        Found, index, promises,
        sticking::{self, Added},
    },
    words,
};

impl World {
    /// Reads what was promised and who was met, of people's lives alone, whichever side of the wall this is.
    pub(super) fn read_index(&mut self) -> Vec<Msg> {
        let (home, library) = (self.home.clone(), self.life.clone());
        let memory = Arc::clone(&self.index);
        let today = self.clock.now().date_naive();
        let asked = self.answers.ask(move || {
            let lock = || memory.lock().unwrap_or_else(PoisonError::into_inner);
            let found = index::read(&home, &library, &mut lock(), today);
            let memory = Arc::clone(&memory);
            let settle = move || {
                let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
                index::settle(&home, &mut memory);
            };
            // Where there is no thread for it, it is read again the next time.
            let _ = thread::Builder::new()
                .name("settle".to_owned())
                .spawn(settle);
            Answer::Indexed(if found.sealed {
                Index::Sealed
            } else {
                Index::Read(found.known)
            })
        });
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(words::no_thread(&error.to_string()))],
        }
    }

    /// Reads what these records tell of somebody: their letters alone, never what was kept apart. One that cannot be
    /// read tells nothing.
    pub(super) fn read_known(&mut self, ids: Vec<ConversationId>) -> Vec<Msg> {
        let library = self.life.clone();
        let asked = self.answers.ask(move || {
            let told = ids.iter().filter_map(|id| {
                let Found::One(file) = library.find(id.as_str()) else {
                    return None;
                };
                Told::of_record(id, &library.read(&file).ok()?)
            });
            Answer::Known(told.collect())
        });
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(words::no_thread(&error.to_string()))],
        }
    }

    pub(super) fn follow(&mut self, following: Following) -> Vec<Msg> {
        self.look_at_the_seal();
        let Following {
            promise,
            happened,
            by,
            at,
        } = &following;
        match promises::happen(&self.life, promise, happened, by.as_deref(), *at) {
            Ok(now) => vec![Msg::Followed(Box::new(following), now.map(Box::new))],
            Err(why) => {
                let mut messages = self.read_index();
                messages.push(Msg::Say(why));
                messages
            }
        }
    }

    /// Adds to a record of a crisis. Where it is no record yet, nothing comes of it.
    pub(super) fn stick(&mut self, sticking: Sticking) -> Vec<Msg> {
        self.look_at_the_seal();
        match sticking::add(&self.life, &sticking) {
            Ok(Added::Here) => vec![Msg::Stuck(Box::new(sticking))],
            Ok(Added::Nothing) => vec![],
            Err(why) => vec![Msg::Say(words::close::not_added(&sticking.what, &why))],
        }
    }
}
