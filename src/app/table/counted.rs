//! The entries about what is noted for the figures.

use super::{
    Entry,
    Place::Talk,
    make::{named, some, typed},
};
use crate::{
    desk::{Command, Count},
    line,
    words::evidence::facts as said,
};

pub(super) const COUNTED: &[Entry] = &[
    typed(
        "A spend from the small budget",
        &["spent"],
        "22 WHAT FOR",
        Talk,
        spent,
    ),
    typed(
        "When they first got in touch",
        &["contacted"],
        "DAY or none",
        Talk,
        |rest| {
            named(rest, said::CONTACTED, |day| {
                Command::Count(Count::Contacted(day))
            })
        },
    ),
    typed(
        "You handed it to a colleague",
        &["handed-over"],
        "NAME: WHY",
        Talk,
        |rest| colleague(rest, said::HANDED_OVER, Count::HandedOver),
    ),
    typed(
        "You talked it over with somebody",
        &["talked-over"],
        "NAME: WHAT",
        Talk,
        |rest| colleague(rest, said::TALKED_OVER, Count::TalkedOver),
    ),
    typed(
        "What happened next, from your list",
        &["route"],
        "WORDS or none",
        Talk,
        |rest| Command::Count(Count::Route(rest.to_owned())),
    ),
    typed(
        "Held the old way, to compare",
        &["old-way"],
        "NAME or none",
        Talk,
        |rest| Command::Count(Count::OldWay(some(rest))),
    ),
];

/// `/spent 22 electric key`.
fn spent(rest: &str) -> Command {
    match line::read_spend(rest) {
        Some(line) => Command::Count(Count::Spent(line)),
        None => Command::Needs(said::SPENT),
    }
}

/// `/handed-over Sam Okoro she knows the housing team`.
fn colleague(
    rest: &str,
    usage: &'static str,
    count: fn(String, Option<String>) -> Count,
) -> Command {
    match line::read_colleague(rest) {
        Some((who, said)) => Command::Count(count(who, said)),
        None => Command::Needs(usage),
    }
}
