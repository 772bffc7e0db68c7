//! People already met, as every face says it.

use chrono::NaiveDate;

use super::{ago, day, kind, one_line, promise::so_far};
use crate::{
    conversation::Moment,
    guide::{GuideId, Kind, Shelf},
    people::{Met, Person, Said},
    promise::{Doer, Promise, Standing},
    record::StepState,
    text,
};

/// Over the list of people met.
pub const PEOPLE_TITLE: &str = "People already met";
/// There is nobody in it.
pub const NOBODY_MET: &str =
    "Nobody yet. People are here once a conversation has their name: /who NAME";
/// They are being read.
pub const STILL_READING: &str = "Still reading who was met. /who lists them in a moment.";
/// They cannot be read without the key.
pub const SEALED: &str = "Who was met is sealed. /unlock opens it with your passphrase.";
/// The ten lines of nobody.
pub const NOBODY_NAMED: &str = "Nobody is named yet. /who finds people already met.";
/// What `/who` takes where it lists nobody.
pub const WHO_TAKES: &str = "/who and the name, or none to clear it";
/// What choosing an open conversation does.
pub const CARRIES_ON: &str = "carries it on";
/// On Home, where somebody was met.
pub const FINDS_THEM: &str = "Met before? /who finds them.";

/// Over the ten lines. What keeps somebody safe is said first of all.
pub fn title(name: &str, nothing_home: bool) -> String {
    let name = one_line(name);
    match nothing_home {
        true => format!("{name}: nothing sent home"),
        false => name,
    }
}

/// Somebody the records say nothing of.
pub fn not_met(name: &str) -> String {
    format!("No record of {} yet.", one_line(name))
}

/// More are met than are listed.
pub fn more_people(count: usize) -> String {
    format!("{count} more. Type a few letters of the name.")
}

/// The letters typed, as a name.
pub fn as_typed(name: &str) -> String {
    format!("Nobody listed: the name is {}", one_line(name))
}

/// When somebody was last met, and the kind of conversation it was.
pub fn last_met(person: &Person, now: Moment) -> String {
    let when = ago(person.last, now);
    let kinds: Vec<&str> = person.kinds.iter().take(2).map(|one| kind(*one)).collect();
    let open = if person.is_open { "  still open" } else { "" };
    format!("{when}  {}{open}", kinds.join(", "))
}

/// A name was set that begins like others who were met.
pub fn met_before(names: &[String]) -> String {
    match names {
        [one] => format!("Met before: {}? Enter finds them.", one_line(one)),
        _ => format!(
            "{} met before have names like it. Enter finds them.",
            names.len()
        ),
    }
}

/// A conversation is with somebody who was met before.
pub fn with(name: &str, contact: bool, nothing_home: bool) -> String {
    let contact = match contact {
        true => " Contact is as in their last record.",
        false => "",
    };
    let home = if nothing_home {
        " Nothing sent home."
    } else {
        ""
    };
    format!("With {}.{home}{contact}", one_line(name))
}

/// What a conversation is called in a list: by its guide, where that is not the one its kind begins with and is still
/// there; or else by its kind. `guide` is its id alone.
pub fn called(guide: &str, of: Kind, shelf: &Shelf) -> String {
    let guide = GuideId::new(guide);
    let other = (guide != of.main_guide())
        .then(|| shelf.listed(&guide))
        .flatten();
    let other = other.filter(|guide| guide.kind == of);
    other.map_or_else(|| kind(of).to_owned(), |guide| one_line(&guide.title))
}

/// A conversation with them that is not finished.
pub fn still_open(met: &Met, called: &str, now: Moment) -> String {
    format!("Still open: {called}, left {}", ago(met.ended, now))
}

/// Something the worker promised, as a question.
pub fn you_promised(promise: &Promise, today: NaiveDate) -> String {
    format!("You promised: {}. Done?", what_and_when(promise, today))
}

/// The same under the line, with how to answer.
pub fn enter_answers(promise: &Promise, today: NaiveDate) -> String {
    format!("{} Enter answers", you_promised(promise, today))
}

/// What somebody else promised: `Joan promised: Find her library card`.
pub fn they_promised(promise: &Promise, today: NaiveDate) -> String {
    let what = what_and_when(promise, today);
    match (&promise.who, promise.doer) {
        (_, Doer::Person) => format!("They promised: {what}"),
        (Some(who), Doer::Worker | Doer::Other) => format!("{} promised: {what}", one_line(who)),
        (None, _) | (_, Doer::NotSaid) => format!("Nobody named yet: {what}"),
    }
}

/// How often it was tried, and how many more there are.
pub fn and_more(promise: &Promise, more: usize) -> String {
    let tried = so_far(promise);
    let more = match more {
        0 => String::new(),
        more => format!("and {more} more: /due"),
    };
    let parts = [tried, more].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// What was promised and by when: `Ring about the key safe, by Mon 9 March`. A day the words say already is not said
/// again.
fn what_and_when(promise: &Promise, today: NaiveDate) -> String {
    let what = one_line(&promise.words());
    let what = what.trim_end_matches(['.', '!', '?']);
    let Some(due) = promise.due else {
        return what.to_owned();
    };
    let by = match (promise.standing(today), promise.week) {
        (_, true) => format!("in the week of {}", day(due, today)),
        (Standing::Today, false) => "by today".to_owned(),
        _ => format!("by {}", day(due, today)),
    };
    let at = promise
        .time
        .map(|time| time.format(" at %H:%M").to_string());
    format!("{what}, {by}{}", at.unwrap_or_default())
}

/// Nothing may be sent to where they live.
pub fn nothing_home(met: &Met, last: bool, today: NaiveDate) -> String {
    match last {
        true => "Nothing sent home.".to_owned(),
        false => format!(
            "Nothing sent home, says {}. The last record does not say so.",
            day(met.started.date_naive(), today)
        ),
    }
}

/// How they like to be contacted, and what helps.
pub fn contact(words: &str) -> String {
    format!("Contact: {}", one_line(words))
}

/// Something they said, word for word, and the day. Only their own words are in quotation marks.
pub fn matters(said: &Said, on: NaiveDate, today: NaiveDate) -> String {
    let words = one_line(&said.text);
    let on = day(on, today);
    match said.own {
        true => format!("\"{words}\" ({on})"),
        false if said.matters => format!("Matters: {words} ({on})"),
        false => format!("Told: {words} ({on})"),
    }
}

/// Something that was kept, or is not needed any more.
pub fn over(promise: &Promise) -> String {
    let what = one_line(&promise.words());
    let what = what.trim_end_matches(['.', '!', '?']);
    match promise.state {
        StepState::Dropped => format!("No longer needed: {what}"),
        _ => format!("Lately done: {what}"),
    }
}

/// Where the last record is. Its name comes last: where there is no room for all, the day and the worker are read first.
pub fn last_record(met: &Met, called: &str, today: NaiveDate) -> String {
    let on = day(met.started.date_naive(), today);
    let by = met
        .by
        .as_deref()
        .map(|by| format!(", by {}", text::shown(by)));
    format!(
        "Last record: {called}, {on}{}. {}",
        by.unwrap_or_default(),
        met.id
    )
}
