//! Which promises come first, which are of this week, and what each side will do.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::model::{Doer, Promise, Standing};
use crate::conversation::Conversation;

/// Everything still to be kept: overdue first, then today's, then by day; those with no day last.
pub fn due(promises: &[Promise], today: NaiveDate) -> Vec<&Promise> {
    let mut open: Vec<&Promise> = promises
        .iter()
        .filter(|promise| promise.is_open())
        .collect();
    open.sort_by_cached_key(|promise| order(promise, today));
    open
}

fn order(promise: &Promise, today: NaiveDate) -> (Standing, NaiveDate, NaiveTime, String) {
    // What is due at a time comes before what is due at any time of the day.
    let at = promise.time.or(NaiveTime::from_hms_opt(23, 59, 59));
    (
        promise.standing(today),
        promise.due.unwrap_or(NaiveDate::MAX),
        at.unwrap_or_default(),
        promise.place.id().as_str().to_owned() + &promise.what,
    )
}

/// What was promised this week, kept or not: made in it or due in it, and what is overdue from before. Weeks begin on
/// Monday.
pub fn of_week(promises: &[Promise], today: NaiveDate) -> Vec<&Promise> {
    let (monday, sunday) = week_of(today);
    let within = |day: NaiveDate| (monday..=sunday).contains(&day);
    let is_of_it = |promise: &&Promise| {
        within(promise.made)
            || promise.due.is_some_and(within)
            || (promise.is_open() && promise.due.is_some_and(|due| due < monday))
    };
    let mut of_it: Vec<&Promise> = promises.iter().filter(is_of_it).collect();
    of_it.sort_by_cached_key(|promise| (!promise.is_open(), order(promise, today)));
    of_it
}

/// The Monday and the Sunday around a day.
pub fn week_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let gone = u64::from(day.weekday().num_days_from_monday());
    let monday = day.checked_sub_days(Days::new(gone)).unwrap_or(day);
    let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(day);
    (monday, sunday)
}

/// Who a block of promises is of, as it is read to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the worker will do: I will.
    Worker,
    /// What the person will do: you will.
    Person,
    /// What others will do: they will.
    Others,
    /// Nobody is named yet.
    Nobody,
}

impl Side {
    /// All of them, in the order they are read.
    pub const ALL: [Self; 4] = [Self::Worker, Self::Person, Self::Others, Self::Nobody];

    fn of(doer: Doer) -> Self {
        match doer {
            Doer::Worker => Self::Worker,
            Doer::Person => Self::Person,
            Doer::Other => Self::Others,
            Doer::NotSaid => Self::Nobody,
        }
    }
}

/// Promises by who keeps them. A side that promised nothing is not there.
pub fn by_side<'a>(promises: &[&'a Promise]) -> Vec<(Side, Vec<&'a Promise>)> {
    let of = |side: Side| {
        let theirs = promises.iter().filter(|one| Side::of(one.doer) == side);
        (side, theirs.copied().collect::<Vec<_>>())
    };
    let sides = Side::ALL.into_iter().map(of);
    sides.filter(|(_, promises)| !promises.is_empty()).collect()
}

/// What was promised in a conversation, by who keeps it, for reading back.
pub fn side_by_side(talk: &Conversation) -> Vec<(Side, Vec<Promise>)> {
    let promises = super::of_conversation(talk);
    let open: Vec<&Promise> = promises
        .iter()
        .filter(|promise| promise.is_open())
        .collect();
    let sides = by_side(&open).into_iter();
    sides
        .map(|(side, theirs)| (side, theirs.into_iter().cloned().collect()))
        .collect()
}
