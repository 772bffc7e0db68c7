//! What is being written.

use std::sync::{Arc, Mutex};

use crate::{
    conversation::ConversationId,
    store::{Home, Kept, OpenConversation, StoreError, SyncHandle},
};

/// The conversation in hand, shared with the threads that hear of an ending and of another window.
pub(super) type InHand = Arc<Mutex<Hand>>;

/// What is being written.
#[derive(Debug, Default)]
pub(super) struct Hand {
    pub(super) open: Option<OpenConversation>,
    /// Put down with words that the home does not have yet. Each is let go once it does.
    pub(super) parked: Vec<OpenConversation>,
}

impl Hand {
    /// The conversation with this name, if it is being written.
    pub(super) fn holding(&mut self, id: &ConversationId) -> Option<&mut OpenConversation> {
        self.open
            .iter_mut()
            .chain(&mut self.parked)
            .find(|open| open.id == *id)
    }

    /// Takes a conversation in hand. While the home cannot be written, it is kept in the folder chosen for that, too.
    pub(super) fn take_up(
        &mut self,
        open: OpenConversation,
        spare: Option<&Home>,
    ) -> &mut OpenConversation {
        let open = self.open.insert(open);
        if let Some(spare) = spare {
            // If that folder has gone as well, the words are in memory, and the write that follows says so.
            let _ = open.keep_in(spare);
        }
        open
    }

    /// Another window has it.
    pub(super) fn forget(&mut self, id: &ConversationId) {
        self.open.take_if(|open| open.id == *id);
        self.parked.retain(|open| open.id != *id);
    }

    /// What settles the conversation in hand.
    pub(super) fn sync_handle(&self) -> Option<SyncHandle> {
        self.open.as_ref().map(OpenConversation::sync_handle)
    }

    /// Lets go of the conversation in hand, or parks it while the home does not have all of it.
    pub(super) fn put_down(&mut self) {
        self.parked
            .extend(self.open.take().filter(|open| !open.is_home()));
    }

    /// Writes what waits: first what was put down, then what is in hand.
    pub(super) fn write_waiting(&mut self) -> Result<Kept, StoreError> {
        while let Some(open) = self.parked.first_mut() {
            match open.write() {
                Ok(Kept::Home | Kept::Back) | Err(StoreError::MovedAway) => {
                    drop(self.parked.remove(0));
                }
                not_home => return not_home,
            }
        }
        match &mut self.open {
            Some(open) => open.write(),
            None => Ok(Kept::Home),
        }
    }
}
