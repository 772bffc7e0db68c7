//! From the conversation in hand to a record on its way to the disk.

use super::{Desk, Effect, Saving, Tick};
use crate::{
    conversation::{ConversationId, Event, Stamped},
    record::{self, Cleared, Front, Reader, Record},
};

impl Desk {
    /// Asks for the record to be saved, and for `copy` to be on the clipboard after.
    ///
    /// The conversation stays in hand until [`Desk::finished`] says the record is safe.
    pub fn save(&mut self, copy: bool, tick: Tick) {
        // A role-play has no record: a page of it is made by the debrief, and says first that it is not real.
        let Some(talk) = self.talk().filter(|talk| talk.practice.is_none()) else {
            return;
        };
        let ended = talk.last.max(talk.started);
        let mut kept = Record::from_conversation(talk, ended);
        self.link_back(&mut kept.front);
        let markdown = record::markdown(&kept);
        let saving = Saving {
            id: talk.id.clone(),
            apart: record::apart_markdown(talk, ended),
            copy: copy.then(|| record::paste::whole(&kept).ok()).flatten(),
            record: markdown,
            end: Stamped {
                at: tick.now,
                event: Event::Finished,
            },
        };
        self.ask(Effect::Save(Box::new(saving)));
    }

    /// What was finished before and belongs to this conversation is named in its record, too.
    fn link_back(&self, front: &mut Front) {
        let finished = self.index.met().iter().filter(|met| !met.is_open());
        for met in finished {
            let ours = met.links.iter().filter(|link| link.to == front.id);
            for link in ours.map(|link| link.turned(&met.id)) {
                if !front.linked.contains(&link) {
                    front.linked.push(link);
                }
            }
        }
    }

    /// Asks for this page of a role-play to be saved in the folder of what is not real. Nothing else is ever kept of one.
    pub fn keep_page(&mut self, page: String, tick: Tick) {
        let Some(talk) = self.talk().filter(|talk| talk.practice.is_some()) else {
            return;
        };
        let saving = Saving {
            id: talk.id.clone(),
            record: page,
            apart: None,
            copy: None,
            end: Stamped {
                at: tick.now,
                event: Event::Finished,
            },
        };
        self.ask(Effect::Save(Box::new(saving)));
    }

    /// The record as it would be saved now.
    pub fn so_far(&self) -> Option<Record> {
        let talk = self.talk().filter(|talk| talk.practice.is_none())?;
        Some(Record::from_conversation(talk, talk.last.max(talk.started)))
    }

    /// The same as the text of its file, for whoever asks for it.
    pub fn record_so_far(&self, reader: Reader) -> Option<Cleared> {
        let record = self.so_far()?;
        let allowed = reader.ask(record.front.no_copy_home, None).ok()?;
        Some(allowed.words(record::markdown(&record)))
    }

    /// The record is safe: the conversation is no longer in hand.
    pub fn finished(&mut self, id: &ConversationId) {
        if self.talk.as_ref().is_some_and(|talk| talk.id == *id) {
            self.talk = None;
        }
        self.drafts.retain(|draft| draft.id != *id);
    }
}
