//! The entries of the table that are about one piece of local help.

use super::{Entry, Place::Talk, make::typed};
use crate::{
    connection::Standing,
    desk::{Command, LocalHelp},
    words,
};

pub(super) const LOCAL_HELP: &[Entry] = &[
    typed(
        "Introduce them: a promise",
        &["introduce"],
        "",
        Talk,
        |_| Command::LocalHelp(LocalHelp::Ask(None)),
    ),
    typed(
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
