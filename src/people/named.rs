//! Whom a record or an open conversation names: whoever it is with, and everybody else who is in it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Conversation, Fact},
    line::Who,
    record::{Record, Voice},
};

/// Who is named in one or more conversations, each as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// People: who rang, who was there, who was quoted, who is to do something, the workers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub people: BTreeSet<String>,
    /// Whom it was handed or talked over to. They may be a team as well: `Occupational Therapy`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub asked: BTreeSet<String>,
}

impl Named {
    /// Everybody a record names.
    pub fn in_record(record: &Record) -> Self {
        let front = &record.front;
        let one = [&front.person, &front.caller, &front.by];
        let voided = front.voided.as_ref().and_then(|voided| voided.by.clone());
        let doers = front.next_steps.iter().filter_map(|step| step.who.clone());
        let kept = front
            .looked_at
            .iter()
            .filter_map(|looked| looked.by.clone());
        let mut people: BTreeSet<String> = one
            .into_iter()
            .flatten()
            .chain(&front.present)
            .cloned()
            .chain(voided)
            .chain(doers)
            .chain(kept)
            .collect();
        for entry in record.sections.iter().flat_map(|section| &section.entries) {
            match &entry.voice {
                Voice::Others { speaker, .. } => people.insert(speaker.clone()),
                Voice::View { by: Some(by), .. } => people.insert(by.clone()),
                _ => false,
            };
        }
        let counted = &front.counted;
        let taken = counted.handed_over.iter().map(|one| one.to.clone());
        let asked = counted.talked_over.iter().map(|one| one.with.clone());
        Self {
            people,
            asked: taken.chain(asked).collect(),
        }
    }

    /// Everybody an open conversation names.
    pub fn in_conversation(talk: &Conversation) -> Self {
        let mut named = Self::default();
        let facts = &talk.facts;
        let caller = facts.caller.as_ref().map(|caller| &caller.name);
        let present = facts.present.iter().map(|one| &one.name);
        let one = [facts.person.as_ref(), facts.by.as_ref(), caller];
        let all = one.into_iter().flatten().chain(present);
        named.people.extend(all.cloned());
        for note in &talk.notes {
            named.people.extend(note.speaker.clone());
            if let Some(Who::Named(who)) = note.step.as_ref().map(|step| &step.who) {
                named.people.insert(who.clone());
            }
            if let Some(Fact::HandedOver(to) | Fact::TalkedOver(to)) = &note.fact {
                named.asked.insert(to.clone());
            }
        }
        named
    }

    /// Whoever else is named.
    #[must_use]
    pub fn without(mut self, known: [Option<&String>; 2]) -> Self {
        for name in known.into_iter().flatten() {
            self.people.remove(name);
        }
        self
    }
}

impl Extend<Self> for Named {
    fn extend<T: IntoIterator<Item = Self>>(&mut self, more: T) {
        for named in more {
            self.people.extend(named.people);
            self.asked.extend(named.asked);
        }
    }
}
