//! What became of a promise, written into its record: the state in the header, and a line under "What happened next".

use chrono::{Days, NaiveDate};

use super::model::{Place, Promise};
use crate::{
    conversation::Moment,
    record::{
        self, Front, NextStep, NotARecord, Status, StepState,
        addition::{self, WHAT_HAPPENED_NEXT},
        inert,
    },
};

/// What became of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// It was done.
    Done,
    /// It was tried, and nobody answered: it moves to the next day.
    Tried,
    /// It moves to this day.
    Day(NaiveDate),
    /// Somebody else keeps it.
    Who(String),
    /// Nobody needs it any more.
    Dropped,
    /// Somebody said this about it.
    Said(String),
}

/// Why nothing was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAdded {
    /// The file is no record any more.
    #[error(transparent)]
    NotARecord(#[from] NotARecord),
    /// The promise is not there, or something happened to it since it was looked at.
    #[error("Somebody changed this promise meanwhile, and theirs stands. Look at it again.")]
    Changed,
}

/// The record's file with what became of one of its promises: header and text in one. Nothing else of it changes.
///
/// # Errors
///
/// When the promise in the file is not the one that was looked at.
pub fn happen(
    markdown: &str,
    seen: &Promise,
    happened: &Happened,
    by: Option<&str>,
    at: Moment,
) -> Result<String, NotAdded> {
    let mut front = record::read_front(markdown)?;
    let step = found(&mut front, seen).ok_or(NotAdded::Changed)?;
    let before = step.clone();
    change(step, happened, by, at);
    let words = sentence(&before, step, happened);
    front.status = Status::Amended;
    let entry = addition::item(&words, &addition::by_and_when(by, at));
    let added = addition::add_under(markdown, WHAT_HAPPENED_NEXT, &entry)?;
    Ok(record::replace_front(&added, &front)?)
}

/// The step that was looked at, if it is still as it was then.
fn found<'a>(front: &'a mut Front, seen: &Promise) -> Option<&'a mut NextStep> {
    let Place::Record(_, id) = &seen.place else {
        return None;
    };
    let step = front.next_steps.iter_mut().find(|step| step.id == *id)?;
    let is_as_seen =
        step.what == seen.what && step.state == seen.state && step.changes == seen.changes;
    is_as_seen.then_some(step)
}

fn change(step: &mut NextStep, happened: &Happened, by: Option<&str>, at: Moment) {
    step.changes = step.changes.saturating_add(1);
    if matches!(happened, Happened::Tried | Happened::Day(_)) {
        step.agreed = step.agreed.or(step.last_day());
    }
    match happened {
        Happened::Done => {
            step.state = StepState::Done;
            step.settled = Some(at.date_naive());
        }
        Happened::Tried => {
            step.state = StepState::Tried;
            step.tries = step.tries.saturating_add(1);
            step.week = false;
            step.due = next_day(at).or(step.due);
        }
        Happened::Day(day) => {
            step.state = StepState::Moved;
            (step.due, step.week, step.time) = (Some(*day), false, None);
        }
        Happened::Who(name) => step.who = Some(named(name, by)),
        Happened::Dropped => {
            step.state = StepState::Dropped;
            step.settled = Some(at.date_naive());
        }
        Happened::Said(_) => {}
    }
}

/// The day a promise moves to when nobody answered.
pub fn next_day(at: Moment) -> Option<NaiveDate> {
    at.date_naive().checked_add_days(Days::new(1))
}

/// A name as records hold it; the worker by their own.
fn named(name: &str, by: Option<&str>) -> String {
    match name.trim().to_lowercase().as_str() {
        "me" | "i" | "you" => by.unwrap_or("Me").to_owned(),
        _ => record::inert::on_one_line(name),
    }
}

fn sentence(before: &NextStep, after: &NextStep, happened: &Happened) -> String {
    let what = stopped(&after.what);
    let due = |step: &NextStep| step.due.map_or("no day".to_owned(), day);
    let who = |step: &NextStep| step.who.clone().unwrap_or_else(|| "nobody".to_owned());
    match happened {
        Happened::Done => format!("Done: {what}"),
        Happened::Tried => {
            let times = match after.tries {
                1 => String::new(),
                times => format!(", {times} times now"),
            };
            format!("Tried, no answer{times}: {what} Now {}.", due(after))
        }
        Happened::Day(_) => {
            format!(
                "Another day: {what} From {} to {}.",
                due(before),
                due(after)
            )
        }
        Happened::Who(_) => {
            format!(
                "Another person: {what} From {} to {}.",
                who(before),
                who(after)
            )
        }
        Happened::Dropped => format!("No longer needed: {what}"),
        Happened::Said(words) => {
            let words = inert::unquoted(words.trim().to_owned());
            format!("What they said: \"{words}\" About: {what}")
        }
    }
}

/// `Wed 11 March 2026`.
fn day(day: NaiveDate) -> String {
    day.format("%a %-d %B %Y").to_string()
}

fn stopped(sentence: &str) -> String {
    if sentence.ends_with(['.', '!', '?', '…']) {
        sentence.to_owned()
    } else {
        format!("{sentence}.")
    }
}

#[cfg(test)]
mod tests;
