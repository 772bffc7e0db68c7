//! How an entry of the table is made, and how its command is made from what follows its name.

use super::{Entry, Place};
use crate::{
    app::key::Key,
    conversation::{self as talk, About, PartOfAssessment},
    desk::{Command, Follow, Know, Preference},
    guide::Kind,
    line::Mark,
};

/// An entry of the table.
pub(super) const fn entry(
    words: &'static str,
    keys: &'static [Key],
    typed: &'static [&'static str],
    takes: &'static str,
    place: Place,
    make: fn(&str) -> Command,
) -> Entry {
    Entry {
        words,
        keys,
        typed,
        takes,
        place,
        make,
    }
}

/// An entry that has no key of its own.
pub(super) const fn typed(
    words: &'static str,
    typed: &'static [&'static str],
    takes: &'static str,
    place: Place,
    make: fn(&str) -> Command,
) -> Entry {
    entry(words, &[], typed, takes, place, make)
}

pub(super) fn say(command: talk::Command) -> Command {
    Command::Talk(command)
}

pub(super) fn about(about: About) -> Command {
    Command::About(about)
}

pub(super) fn guide(kind: Kind) -> Command {
    Command::Guide(kind.main_guide())
}

/// Something that can be said, or with `none` unsaid.
pub(super) fn set(rest: &str, fact: fn(Option<String>) -> About) -> Command {
    match rest {
        "" => Command::Needs("/name and the words, or none to clear it"),
        "none" => about(fact(None)),
        words => about(fact(Some(words.to_owned()))),
    }
}

/// `/who` finds people already met, `/who Joan M` says who it is with, `/who none` takes that back.
pub(super) fn who(rest: &str) -> Command {
    match rest {
        "none" => about(About::Person(None)),
        rest => Command::Know(Know::Who(rest.to_owned())),
    }
}

pub(super) fn some(rest: &str) -> Option<String> {
    (!rest.is_empty()).then(|| rest.to_owned())
}

pub(super) fn named(rest: &str, usage: &'static str, make: impl Fn(String) -> Command) -> Command {
    if rest.is_empty() {
        Command::Needs(usage)
    } else {
        make(rest.to_owned())
    }
}

pub(super) fn mark(rest: &str) -> Command {
    match rest {
        "" => Command::Marks,
        name => Mark::named(name).map_or(
            Command::Needs("/mark own, worry, strength, view ..."),
            Command::Mark,
        ),
    }
}

/// `Carol (daughter)` or `Carol, daughter`: a name, and who they are.
pub(super) fn name_and_role(rest: &str) -> (&str, Option<String>) {
    match rest.split_once(['(', ',']) {
        Some((name, role)) => (name.trim(), some(role.trim_end_matches(')').trim())),
        None => (rest, None),
    }
}

pub(super) fn formal(rest: &str) -> Command {
    let word = match rest {
        "yes" => PartOfAssessment::Yes,
        "no" => PartOfAssessment::No,
        "unsure" => PartOfAssessment::Unsure,
        _ => return Command::Needs("/formal yes, no or unsure"),
    };
    about(About::PartOfAssessment(word))
}

pub(super) fn switch(rest: &str, preference: fn(bool) -> Preference) -> Command {
    match rest {
        "on" | "" => Command::Prefer(preference(true)),
        "off" => Command::Prefer(preference(false)),
        _ => Command::Needs("on or off after it"),
    }
}

/// `/lock` now, `/lock 10` by itself after ten minutes without a key, `/lock never`.
pub(super) fn lock(rest: &str) -> Command {
    match (rest, rest.parse()) {
        ("", _) => Command::Lock,
        ("never", _) => Command::Prefer(Preference::LockAfter(None)),
        (_, Ok(minutes @ 1..=240)) => Command::Prefer(Preference::LockAfter(Some(minutes))),
        _ => Command::Needs("/lock, /lock 10 for 10 minutes, or /lock never"),
    }
}

/// `/due` is everything still to be kept; `/due week` is what was promised this week.
pub(super) fn promised(rest: &str) -> Command {
    match rest {
        "" => Command::Follow(Follow::Due),
        "week" | "this week" => Command::Follow(Follow::Week),
        _ => Command::Needs("/due, or /due week for what was promised this week"),
    }
}

/// `/where` says; `/where FOLDER` changes it.
pub(super) fn keep_in(rest: &str) -> Command {
    if rest.is_empty() {
        Command::Where
    } else {
        Command::KeepIn(rest.to_owned())
    }
}

pub(super) fn width(rest: &str) -> Command {
    match rest.parse() {
        Ok(columns @ 20..=200) => Command::Prefer(Preference::Width(columns)),
        _ => Command::Needs("/width and a number from 20 to 200"),
    }
}
