//! The entries of the table that are about finished records.

use super::{Entry, Place::Anywhere, make::typed};
use crate::desk::{Command, Records};

pub(super) const RECORDS: &[Entry] = &[
    typed(
        "Finished records: read, add to one",
        &["records"],
        "WORDS",
        Anywhere,
        |rest| Command::Records(Records::List(rest.into())),
    ),
    typed(
        "Put right or add to a record",
        &["add"],
        "",
        Anywhere,
        |_| Command::Records(Records::Add),
    ),
    typed(
        "The record as it was finished",
        &["as-finished"],
        "",
        Anywhere,
        |_| Command::Records(Records::Turn),
    ),
];
