//! The promises of a record, and of a conversation that is still open.

use chrono::NaiveDate;

use super::model::{Doer, Place, Promise};
use crate::{
    conversation::{Conversation, ConversationId, Moment, Side},
    guide::Kind,
    line::Mark,
    record::{self, Front, NextStep, Reader, Record, Voice},
};

/// How much of what the person said is kept beside a promise, in letters.
const OWN_WORDS: usize = 120;

/// The promises of a finished record, from its file. None of a record that cannot be read.
pub fn of_record(id: &ConversationId, markdown: &str) -> Vec<Promise> {
    match record::read(markdown) {
        Ok(reading) => in_record(id, &reading.record),
        Err(_) => vec![],
    }
}

/// The same where it was read already. None of a record that is void, or of a role-play.
pub fn in_record(id: &ConversationId, record: &Record) -> Vec<Promise> {
    let front = &record.front;
    if front.is_void() || front.next_steps.is_empty() || id.side() != Side::Life {
        return vec![];
    }
    let made = from_record(front);
    let steps = front.next_steps.iter();
    let promises = steps.map(|step| made.promise(Place::Record(id.clone(), step.id.clone()), step));
    let mut promises: Vec<Promise> = counted(promises.collect());
    if promises.iter().any(Promise::is_open) {
        let own_words = own_words(record);
        for promise in promises.iter_mut().filter(|promise| promise.is_open()) {
            promise.own_words.clone_from(&own_words);
        }
    }
    promises
}

/// The promises of an open conversation that its record would hold. What is kept apart stays apart.
pub fn of_conversation(talk: &Conversation) -> Vec<Promise> {
    if talk.practice.is_some() || talk.id.side() != Side::Life {
        return vec![];
    }
    let by = talk.facts.by.as_deref().map(record::inert::on_one_line);
    let made = Made {
        by: by.as_deref(),
        person: talk.facts.person.as_deref(),
        kind: talk.kind(),
        day: talk.started.date_naive(),
        last: talk.last,
    };
    let own = talk.notes.iter().find(|note| {
        note.mark == Some(Mark::OwnWords)
            && note.speaker.is_none()
            && Reader::Promises.may_have(note)
    });
    let own_words = own.map(|note| shortened(&note.text));
    let promises = record::promises(talk)
        .into_iter()
        .map(|(note, step)| Promise {
            own_words: own_words.clone(),
            ..made.promise(Place::Open(talk.id.clone(), note), &step)
        });
    counted(promises.collect())
}

/// What every promise of one conversation has in common.
struct Made<'a> {
    by: Option<&'a str>,
    person: Option<&'a str>,
    kind: Kind,
    day: NaiveDate,
    last: Moment,
}

fn from_record(front: &Front) -> Made<'_> {
    Made {
        by: front.by.as_deref(),
        person: front.person.as_deref(),
        kind: front.kind_now(),
        day: front.started.date_naive(),
        last: front.ended,
    }
}

impl Made<'_> {
    fn promise(&self, place: Place, step: &NextStep) -> Promise {
        Promise {
            place,
            doer: Doer::of(step.who.as_deref(), self.by, self.person),
            what: step.what.clone(),
            who: step.who.clone(),
            by: self.by.map(str::to_owned),
            due: step.due,
            week: step.week,
            time: step.time,
            state: step.state,
            tries: step.tries,
            changes: step.changes,
            kind: self.kind,
            made: self.day,
            last: self.last.timestamp(),
            nth: 0,
            own_words: None,
            again: step.again,
        }
    }
}

/// Tells promises of the same words apart.
fn counted(mut promises: Vec<Promise>) -> Vec<Promise> {
    for at in 1..promises.len() {
        let (before, rest) = promises.split_at_mut(at);
        if let Some(promise) = rest.first_mut() {
            let same = before.iter().filter(|other| other.what == promise.what);
            promise.nth = same.count().try_into().unwrap_or(u32::MAX);
        }
    }
    promises
}

/// The first words of the person's own in a record.
fn own_words(record: &Record) -> Option<String> {
    let mut entries = record.sections.iter().flat_map(|section| &section.entries);
    let own = entries.find(|entry| entry.voice == Voice::OwnWords)?;
    Some(shortened(&own.text))
}

fn shortened(text: &str) -> String {
    let line = record::inert::on_one_line(text);
    match line.char_indices().nth(OWN_WORDS) {
        Some((end, _)) => format!("{}...", line[..end].trim_end()),
        None => line,
    }
}
