//! The board: people in crisis, when somebody was last in touch, and when somebody will be.
//!
//! A crisis is on it from its first word until the worker says that it is steady, or that its record no longer stands:
//! never by the time that has gone, and never worked out. Whoever says after that when to look again puts it back.

use std::{cmp::Reverse, collections::HashSet};

use chrono::{NaiveDate, NaiveTime};

use super::{
    Met, Thread,
    stick::{Stick, Sticking},
    threads::{checked_since, threads},
};
use crate::{
    conversation::{ConversationId, Link, Moment, Tie},
    promise::{Promise, Standing},
    record::StepState,
};

/// Somebody in crisis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCrisis {
    /// Their crises, the one with the last contact first. More than one only where it is the same person without doubt.
    pub crises: Vec<Crisis>,
    /// Who it is, when they are named.
    pub person: Option<String>,
    /// How they like to be contacted, as it was last said.
    pub contact: Option<String>,
    /// Nothing may be sent to where they live.
    pub no_copy_home: bool,
    /// The last contact.
    pub last: Contact,
    /// The next contact, when one was said: the first that is still to be kept.
    pub next: Option<Promise>,
}

/// One crisis of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crisis {
    /// The talk it began with.
    pub root: ConversationId,
    /// The last contact about it.
    pub last: Contact,
    /// A check-in on it that is not finished yet.
    pub open_check_in: Option<ConversationId>,
    /// The conversations that hold it.
    pub ids: Vec<ConversationId>,
}

/// One contact there was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The record, or the conversation while it is open.
    pub id: ConversationId,
    /// When it ended.
    pub at: Moment,
    /// It is not finished yet.
    pub open: bool,
    /// It was a check-in.
    pub check_in: bool,
    /// The worker who was in touch.
    pub by: Option<String>,
}

impl InCrisis {
    /// What it is known by: the talk their crisis began with.
    pub fn root(&self) -> &ConversationId {
        &self.crises[0].root
    }

    /// The check-in that is not finished yet, if there is one.
    pub fn open_check_in(&self) -> Option<&ConversationId> {
        self.crises
            .iter()
            .find_map(|one| one.open_check_in.as_ref())
    }

    /// Whether a conversation is about it.
    pub fn holds(&self, id: &ConversationId) -> bool {
        let mut ids = self.crises.iter().flat_map(|one| &one.ids);
        ids.any(|one| one == id)
    }

    /// Whether it is about somebody of this name, as far as anybody would call it the same.
    pub fn is_about(&self, person: &str) -> bool {
        self.person
            .as_deref()
            .is_some_and(|name| same_name(name, person))
    }
}

/// Every crisis there is a record or a conversation of, steady or not, each as a row of its own.
pub fn crises(met: &[Met], promises: &[Promise]) -> Vec<InCrisis> {
    let threads = threads(met);
    let rows = threads.iter();
    rows.filter_map(|thread| in_crisis(thread, promises))
        .collect()
}

/// Who is in crisis, the most pressing first: those whose next contact has gone by, then those of today, then those
/// nobody has said a day for, the last spoken to first; then those to come.
pub fn board(met: &[Met], promises: &[Promise], today: NaiveDate) -> Vec<InCrisis> {
    let threads = threads(met);
    let live = threads.iter().filter(|thread| thread.is_live());
    let mut rows: Vec<InCrisis> = live
        .filter_map(|thread| in_crisis(thread, promises))
        .collect();
    rows.sort_by_key(|row| Reverse((row.last.at, row.root().clone())));
    let mut board: Vec<InCrisis> = vec![];
    for row in rows {
        match board.iter_mut().find(|other| are_one_person(other, &row)) {
            Some(other) => join(other, row),
            None => board.push(row),
        }
    }
    board.sort_by_cached_key(|row| pressing(row, today));
    board
}

/// Whoever was said to be steady, the last said first: one row a person, with the crises that were said to be so at once.
pub fn steadied(met: &[Met], promises: &[Promise]) -> Vec<InCrisis> {
    let threads = threads(met);
    let steady = |thread: &Thread<'_>| Some((thread.steady_since()?, in_crisis(thread, promises)?));
    let mut all: Vec<(Moment, InCrisis)> = threads.iter().filter_map(steady).collect();
    all.sort_by_cached_key(|(on, row)| Reverse((*on, row.last.at, row.root().clone())));
    let mut steadied: Vec<(Moment, InCrisis)> = vec![];
    for (on, row) in all {
        match steadied
            .iter_mut()
            .find(|(_, other)| are_one_person(other, &row))
        {
            Some((at, other)) if *at == on => join(other, row),
            Some(_) => {}
            None => steadied.push((on, row)),
        }
    }
    steadied.into_iter().map(|(_, row)| row).collect()
}

/// Where two records do not say of each other what one of them says, and where a check-in was made and the step it
/// kept is still open: what is to be added, so that both do. The program may have been stopped between the two.
pub fn to_mend(met: &[Met], promises: &[Promise], at: Moment) -> Vec<Sticking> {
    let mut mends: Vec<Sticking> = vec![];
    for thread in threads(met) {
        for one in thread.met.iter().filter(|one| !one.is_open()) {
            let is_step = |promise: &&Promise| {
                promise.again && promise.is_open() && *promise.place.id() == one.id
            };
            let step = promises.iter().find(is_step);
            let since = step.and_then(|_| checked_since(&thread, one));
            let unsaid = thread.met.iter().copied();
            let unsaid = unsaid.filter(|other| is_on(other, one) && !says_so(one, other));
            // The first of them is the one that kept the promise.
            let mut checks: Vec<&Met> = unsaid.chain(since).collect();
            checks.sort_by_key(|check| (check.started, &check.id));
            mends.extend(checks.into_iter().map(|check| told(one, check, at)));
        }
    }
    mends.dedup();
    mends
}

/// The promises as they stand once every record is told of the check-ins there are: who only reads them sees what
/// whoever is about to put them right would.
pub fn as_looked_at(met: &[Met], mut promises: Vec<Promise>) -> Vec<Promise> {
    let is_to_come = |promise: &Promise| promise.again && promise.is_open();
    let to_come = promises.iter().filter(|one| is_to_come(one));
    let to_come: HashSet<ConversationId> = to_come.map(|one| one.place.id().clone()).collect();
    if to_come.is_empty() {
        return promises;
    }
    let threads = threads(met);
    let looked_at = threads.iter().flat_map(|thread| {
        let finished = thread.met.iter().copied().filter(|met| !met.is_open());
        let of = finished.filter(|met| to_come.contains(&met.id));
        of.filter(|met| checked_since(thread, met).is_some())
    });
    let looked_at: HashSet<&ConversationId> = looked_at.map(|met| &met.id).collect();
    for promise in promises.iter_mut().filter(|one| is_to_come(one)) {
        if looked_at.contains(promise.place.id()) {
            promise.state = StepState::Done;
        }
    }
    promises
}

/// What a record of a thread is told of a check-in that was made.
pub fn told(record: &Met, check_in: &Met, at: Moment) -> Sticking {
    told_as(&record.id, check_in, is_on(check_in, record), at)
}

/// The same of a record that was not read yet, and that the check-in is on.
pub fn told_of(record: &ConversationId, check_in: &Met, at: Moment) -> Sticking {
    told_as(record, check_in, true, at)
}

fn told_as(record: &ConversationId, check_in: &Met, on_this: bool, at: Moment) -> Sticking {
    Sticking {
        record: record.clone(),
        what: Stick::Checked {
            by: check_in.id.clone(),
            began: check_in.started,
            on_this,
        },
        by: check_in.by.clone(),
        at,
    }
}

fn is_on(check_in: &Met, record: &Met) -> bool {
    let link = Link {
        to: record.id.clone(),
        tie: Tie::CheckInOn,
    };
    !check_in.is_open() && check_in.links.contains(&link)
}

fn says_so(record: &Met, check_in: &Met) -> bool {
    let link = Link {
        to: check_in.id.clone(),
        tie: Tie::CheckedBy,
    };
    record.links.contains(&link)
}

fn in_crisis(thread: &Thread<'_>, promises: &[Promise]) -> Option<InCrisis> {
    let last = contact(thread.last()?);
    let newest = || thread.met.iter().rev();
    let open_check_in = newest().find(|met| met.is_open() && is_check_in(met));
    let crisis = Crisis {
        root: thread.root.clone(),
        last: last.clone(),
        open_check_in: open_check_in.map(|met| met.id.clone()),
        ids: thread.met.iter().map(|met| met.id.clone()).collect(),
    };
    let next = promises
        .iter()
        .filter(|promise| is_to_come(promise, thread));
    Some(InCrisis {
        crises: vec![crisis],
        person: newest().find_map(|met| met.person.clone()),
        contact: newest().find_map(|met| met.contact.clone()),
        no_copy_home: thread.met.iter().any(|met| met.no_copy_home),
        last,
        next: next.min_by_key(|promise| first(promise)).cloned(),
    })
}

/// The day somebody looks again, unless somebody has looked since.
fn is_to_come(promise: &Promise, thread: &Thread<'_>) -> bool {
    let of = thread.met.iter().find(|met| met.id == *promise.place.id());
    let of = of.filter(|_| promise.again && promise.is_open());
    of.is_some_and(|met| checked_since(thread, met).is_none())
}

fn contact(met: &Met) -> Contact {
    Contact {
        id: met.id.clone(),
        at: met.ended,
        open: met.is_open(),
        check_in: is_check_in(met),
        by: met.by.clone(),
    }
}

fn is_check_in(met: &Met) -> bool {
    met.guide == "check-in" || met.links.iter().any(|link| link.tie == Tie::CheckInOn)
}

/// Two crises of one person are one row: whoever reads it rings somebody once. To take two people for one would let one
/// of them drop out of sight, so they are one only where nothing speaks against it: the whole name is the same and is
/// more than a first name, and how to be in touch is not said in two ways.
fn are_one_person(a: &InCrisis, b: &InCrisis) -> bool {
    let is_whole = |name: &str| name.split_whitespace().count() > 1;
    let same_contact = match (&a.contact, &b.contact) {
        (Some(a), Some(b)) => same_name(a, b),
        _ => true,
    };
    let same = |name: &String| is_whole(name) && b.is_about(name);
    same_contact && a.person.as_ref().is_some_and(same)
}

/// The same but for letters' size and spaces.
fn same_name(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        name.split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    plain(a) == plain(b)
}

/// Puts a crisis of the same person, spoken of less lately, with the other.
fn join(row: &mut InCrisis, other: InCrisis) {
    row.crises.extend(other.crises);
    row.contact = row.contact.take().or(other.contact);
    row.no_copy_home |= other.no_copy_home;
    let both = row.next.take().into_iter().chain(other.next);
    row.next = both.min_by_key(first);
}

/// The first of several: by day, then by time. One with no day comes last.
fn first(promise: &Promise) -> (NaiveDate, Option<NaiveTime>, ConversationId) {
    let due = promise.due.unwrap_or(NaiveDate::MAX);
    (due, promise.time, promise.place.id().clone())
}

fn pressing(row: &InCrisis, today: NaiveDate) -> (u8, NaiveDate, Reverse<Moment>, ConversationId) {
    let standing = row
        .next
        .as_ref()
        .map_or(Standing::NoDay, |next| next.standing(today));
    let nth = match standing {
        Standing::Overdue => 0,
        Standing::Today => 1,
        Standing::NoDay => 2,
        Standing::Later => 3,
    };
    let due = row.next.as_ref().and_then(|next| next.due);
    (
        nth,
        due.unwrap_or(NaiveDate::MAX),
        Reverse(row.last.at),
        row.root().clone(),
    )
}
