//! What was promised, as every face says it.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use super::{day, kind};
use crate::{
    conversation::Moment,
    desk::Asked,
    line,
    promise::{Doer, Happened, Promise, Side, Standing},
    record::StepState,
    text,
};

/// Over what is due on Home.
pub const DUE_TODAY: &str = "Due today";
/// Over what is overdue in a list of everything.
pub const OVERDUE: &str = "Overdue";
/// Over what is to come.
pub const LATER: &str = "Coming up";
/// Over what has no day.
pub const NO_DAY: &str = "No day set";
/// Over the promises of this week that were kept or are not needed.
pub const OVER: &str = "Done this week";
/// The list of everything that was promised.
pub const DUE_TITLE: &str = "What was promised";
/// The list of this week's.
pub const WEEK_TITLE: &str = "Promised this week";
/// Nothing is still to be kept.
pub const NOTHING_PROMISED: &str = "Nothing due. Nothing promised is still to be done.";
/// Nothing this week.
pub const NOTHING_THIS_WEEK: &str = "Nothing was promised this week, and nothing is due in it.";
/// Home, when there is nothing at all.
pub const NOTHING_AT_ALL: &str = "Nothing to carry on and nothing due.";
/// The promises are being read.
pub const STILL_READING: &str = "Still reading what was promised. Ask again in a moment.";
/// They cannot be read without the key.
pub const SEALED: &str = "What was promised is sealed. /unlock opens it with your passphrase.";
/// It is not there any more.
pub const NOT_THERE: &str = "That promise is not there any more. Somebody changed its record.";
/// It was done.
pub const DONE: &str = "Done";
/// Nobody answered.
pub const TRIED: &str = "Tried, no answer";
/// What that does.
pub const TRIED_DOES: &str = "moves to tomorrow and counts the try";
/// Another day.
pub const CHANGE_DAY: &str = "Change the day";
/// Another person.
pub const CHANGE_WHO: &str = "Change who";
/// Its conversation.
pub const OPEN_TALK: &str = "Open the conversation";
/// Its record, to read.
pub const OPEN_RECORD: &str = "Read the record";
/// It is not needed.
pub const DROP: &str = "No longer needed";
/// What follows Done.
pub const SAID_TITLE: &str = "What did they say about it? Enter skips.";
/// The same, where the answer is a note of the conversation it was promised in.
pub const SAID_HERE: &str = "Done. What did they say about it? Type it as a note, or leave it.";
/// Enter with nothing typed, for a day or a name.
pub const AS_IT_IS_KEPT: &str = "Enter leaves it as it is";
/// Asks for a day.
pub const DAY_TITLE: &str = "Which day? Such as friday, 18 march or in 2 weeks";
/// Asks for a name.
pub const WHO_TITLE: &str = "Who does it? Type a name, or me";
/// Before what is typed in answer.
pub const ANSWER_LABEL: &str = "Type";
/// Enter with nothing typed, after Done.
pub const SKIP: &str = "Enter skips";
/// Where a change of an open conversation goes.
pub const GOES_THERE: &str = "Its conversation is still open: a change opens it and goes in there.";
/// Nothing was changed.
pub const AS_IT_WAS: &str = "Nothing changed.";
/// The calendar file is there already.
pub const ICS_HOW: &str = "To write a new one in its place: alongside due --ics FILE --replace";

/// What is asked about a promise.
pub fn asks(asked: Asked) -> &'static str {
    match asked {
        Asked::Day => DAY_TITLE,
        Asked::Who => WHO_TITLE,
        Asked::Said => SAID_TITLE,
    }
}

/// Over the block of promises that is read out before the record is saved.
pub const AGREED: &str = "Agreed, to read out";

/// Read back: so many notes above, and so many lines of what was agreed below.
pub fn agreed_below(above: usize, lines: usize) -> String {
    let lines = match lines {
        1 => "1 line".to_owned(),
        _ => format!("{lines} lines"),
    };
    match above {
        0 => format!("{lines} more below. PgDn"),
        above => format!("{above} more above, {lines} below. PgUp PgDn"),
    }
}

/// Who keeps it, in a word, for the worker at the screen.
pub fn promiser<'a>(promise: &'a Promise, me: Option<&str>) -> Cow<'a, str> {
    match (&promise.who, promise.doer) {
        (_, Doer::Worker) if promise.is_mine(me) => "You".into(),
        (_, Doer::NotSaid) | (None, _) => "who?".into(),
        (Some(who), _) => text::shown(who),
    }
}

/// By when: `was due Mon 9 March`, `by 17:00`, `today`, `Wed 11 March`.
pub fn by_when(promise: &Promise, today: NaiveDate) -> String {
    let Some(due) = promise.due else {
        return "no day".to_owned();
    };
    let at = promise.time.map(|time| time.format("%H:%M").to_string());
    match (promise.standing(today), promise.week, at) {
        (Standing::Overdue, true, _) => format!("was due week of {}", day(due, today)),
        (Standing::Overdue, ..) => format!("was due {}", day(due, today)),
        (Standing::Today, true, _) => "this week".to_owned(),
        (Standing::Today, false, Some(at)) => format!("by {at}"),
        (Standing::Today, ..) => "today".to_owned(),
        (_, true, _) => format!("week of {}", day(due, today)),
        (_, false, Some(at)) => format!("{}, {at}", day(due, today)),
        _ => day(due, today),
    }
}

/// What became of it, where that is worth saying beside it: `tried twice`, `done`.
pub fn so_far(promise: &Promise) -> String {
    match (promise.state, promise.tries) {
        (StepState::Done, _) => "done".to_owned(),
        (StepState::Dropped, _) => "no longer needed".to_owned(),
        (_, 0) => String::new(),
        (_, 1) => "tried once".to_owned(),
        (_, 2) => "tried twice".to_owned(),
        (_, tries) => format!("tried {tries} times"),
    }
}

/// Who, by when and what became of it, for beside its words.
pub fn beside(promise: &Promise, me: Option<&str>, today: NaiveDate) -> String {
    let when = match promise.is_open() {
        true => by_when(promise, today),
        false => String::new(),
    };
    let parts = [promiser(promise, me).into_owned(), when, so_far(promise)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

/// Which conversation it comes from: `Crisis, Fri 6 March`.
pub fn comes_from(promise: &Promise, today: NaiveDate) -> String {
    let made = match promise.made == today {
        true => "today".to_owned(),
        false => day(promise.made, today),
    };
    format!("{}, {made}", kind(promise.kind))
}

/// The same as a sentence, with something the person said.
pub fn from_sentence(promise: &Promise, today: NaiveDate) -> String {
    let from = format!("From {}.", comes_from(promise, today));
    match &promise.own_words {
        Some(words) => format!("{from}  \"{}\"", text::shown(words)),
        None => from,
    }
}

/// What a promise was before it is asked what became of it.
pub fn tries_so_far(promise: &Promise) -> Option<String> {
    (promise.tries > 0).then(|| super::done::capital(&so_far(promise)) + ".")
}

/// What happened, once it is written down.
pub fn happened(happened: &Happened, now: Moment) -> String {
    let today = now.date_naive();
    match happened {
        Happened::Done => "Done. It is in the record.".to_owned(),
        Happened::Tried => {
            let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
            format!("Tried. It moves to {}.", day(tomorrow, today))
        }
        Happened::Day(to) => format!("Moved to {}.", day(*to, today)),
        Happened::Who(name) => format!("Now with {}.", text::shown(name)),
        Happened::Dropped => "No longer needed. That is in the record.".to_owned(),
        Happened::Said(_) => "What they said is in the record.".to_owned(),
    }
}

/// Over a block of promises as they are read to the person.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Worker => "I will",
        Side::Person => "You will",
        Side::Others => "They will",
        Side::Nobody => "Nobody named yet",
    }
}

/// What one side will do, read out: `I will: Ring Mr T about the key safe, Wed 11 March.`
pub fn side_aloud(of: Side, promises: &[Promise], today: NaiveDate) -> String {
    let one = |promise: &Promise| {
        let what = super::one_line(&promise.words());
        let what = match of {
            Side::Worker => line::after_i_will(&what),
            Side::Person | Side::Others | Side::Nobody => &what,
        };
        let what = what.trim_end_matches(['.', '!', '?']);
        let when = by_when(promise, today);
        match promise.due {
            Some(_) if !what.contains(&when) => format!("{what}, {when}"),
            _ => what.to_owned(),
        }
    };
    let all: Vec<String> = promises.iter().map(one).collect();
    format!("{}: {}.", side(of), all.join(". "))
}

/// How many are due, for the first line of plain mode.
pub fn count_due(count: usize) -> String {
    match count {
        0 => "Nothing due.".to_owned(),
        _ => format!("{count} due today."),
    }
}

/// More are due than Home shows.
pub fn more_due(count: usize) -> String {
    format!("{count} more due. /due lists them all")
}

/// Over the promises that stand as this one does.
pub fn heading(promise: &Promise, today: NaiveDate) -> &'static str {
    match promise.standing(today) {
        _ if !promise.is_open() => OVER,
        Standing::Overdue => OVERDUE,
        Standing::Today => DUE_TODAY,
        Standing::Later => LATER,
        Standing::NoDay => NO_DAY,
    }
}

/// A promise as `alongside due` lists it.
pub fn line(promise: &Promise, me: Option<&str>, today: NaiveDate) -> String {
    let what = promise.words();
    let what = text::shown(&what);
    let from = comes_from(promise, today);
    let beside = beside(promise, me, today);
    format!(
        "  {what}\n      {beside}  |  {from}  {}\n",
        promise.reference()
    )
}

/// How many calendar entries were written, and where.
pub fn written(count: usize, path: &str) -> String {
    let entries = match count {
        1 => "1 next step".to_owned(),
        _ => format!("{count} next steps"),
    };
    format!("Written: {entries} with a day, to {path}. No names are in it.")
}
