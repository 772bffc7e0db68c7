//! The entries of the table about copies for each reader, and the words in them.

use super::{
    Entry,
    Place::{Anywhere, Talk},
    make::typed,
};
use crate::{
    app::obey,
    desk::{Command, Copies, Preference},
    words::copies as said,
};

pub(super) const COPIES: &[Entry] = &[
    typed(
        "Copy the record as it stands",
        &["copy"],
        "or HEADING",
        Talk,
        copy,
    ),
    typed(
        "Their copy as a letter",
        &["letter"],
        "text or page",
        Anywhere,
        |rest| match obey::letter(rest) {
            Some(letter) => Command::Copies(letter),
            None => Command::Needs(said::LETTER_USAGE),
        },
    ),
    typed(
        "Words that make you go hmm",
        &["words"],
        "or on, off",
        Anywhere,
        words,
    ),
];

/// `/copy` is the whole record; `/copy worries` what is under that heading.
fn copy(rest: &str) -> Command {
    match rest {
        "" => Command::Copy,
        heading => Command::Copies(Copies::Section(heading.to_owned())),
    }
}

/// `/words` lists them; `/words off` looks for none.
fn words(rest: &str) -> Command {
    match rest {
        "" => Command::Copies(Copies::Words),
        "on" => Command::Prefer(Preference::Words(true)),
        "off" => Command::Prefer(Preference::Words(false)),
        _ => Command::Needs(said::WORDS_USAGE),
    }
}
