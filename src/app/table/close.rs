//! The entries of the table that are about people in crisis.

use super::{
    Entry,
    Place::{Anywhere, Talk},
    make::typed,
};
use crate::desk::{Close, Command};

pub(super) const CLOSE: &[Entry] = &[
    typed(
        "Who is in crisis: the board",
        &["sticking", "board"],
        "",
        Anywhere,
        |_| Command::Close(Close::Board),
    ),
    typed(
        "Check in with one of them",
        &["check-in", "checkin"],
        "INITIALS",
        Anywhere,
        |rest| Command::Close(Close::CheckIn(rest.to_owned())),
    ),
    typed(
        "When you look again",
        &["look", "look-again"],
        "DAY or none",
        Talk,
        look,
    ),
    typed(
        "They are steady, and how you know",
        &["steady"],
        "WORDS or off",
        Anywhere,
        |rest| Command::Close(Close::Steady(None, rest.to_owned())),
    ),
];

/// `/look` offers days; `/look friday` is one.
fn look(rest: &str) -> Command {
    Command::Close(match rest {
        "" => Close::When(None),
        rest => Close::Again(None, rest.to_owned()),
    })
}
