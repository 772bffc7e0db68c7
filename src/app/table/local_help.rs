//! The entries of the table that are about one piece of local help.

use super::{
    Entry,
    Place::{self, Talk},
};
use crate::{
    connection::Standing,
    desk::{Command, LocalHelp},
    words,
};

const fn entry(
    words: &'static str,
    typed: &'static [&'static str],
    takes: &'static str,
    place: Place,
    make: fn(&str) -> Command,
) -> Entry {
    Entry {
        words,
        keys: &[],
        typed,
        takes,
        place,
        make,
    }
}

pub(super) const LOCAL_HELP: &[Entry] = &[
    entry(
        "Introduce them: a promise",
        &["introduce"],
        "",
        Talk,
        |_| Command::LocalHelp(LocalHelp::Ask(None)),
    ),
    entry(
        "About a listing, or remember it",
        &["listing"],
        "WORD",
        Talk,
        listing,
    ),
];

/// `/listing` says all of it; `/listing full` remembers that.
fn listing(rest: &str) -> Command {
    if rest.is_empty() {
        return Command::LocalHelp(LocalHelp::More(None));
    }
    match Standing::named(rest) {
        Some(standing) => Command::LocalHelp(LocalHelp::Remember(None, standing)),
        None => Command::Needs(words::local_help::STANDINGS),
    }
}
