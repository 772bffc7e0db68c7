//! The entries about evidence: what the records add up to.

use super::{
    Entry,
    Place::{self, Anywhere},
    make::{entry, some, typed},
};
use crate::{
    app::key::Key,
    desk::{Command, Evidence},
    words::evidence::screen as words,
};

pub(super) const EVIDENCE: &[Entry] = &[
    typed(
        "Evidence: is this way better?",
        &["evidence"],
        "DAYS or CHART",
        Anywhere,
        read,
    ),
    entry(
        "Next chart",
        &[Key::Tab],
        &["chart"],
        "NUMBER or NAME",
        Place::Evidence,
        |rest| match rest {
            "" => Command::Evidence(Evidence::Next),
            rest => read(rest),
        },
    ),
    entry(
        "Chart before",
        &[Key::BackTab],
        &["chart-before"],
        "",
        Place::Evidence,
        |_| Command::Evidence(Evidence::Previous),
    ),
    typed(
        "Numbers or bars: Space",
        &["numbers"],
        "",
        Place::Evidence,
        |_| Command::Evidence(Evidence::Turn),
    ),
    typed(
        "The days before these: Left",
        &["days-before"],
        "",
        Place::Evidence,
        |_| Command::Evidence(Evidence::Earlier),
    ),
    typed(
        "The days after these: Right",
        &["days-after"],
        "",
        Place::Evidence,
        |_| Command::Evidence(Evidence::Later),
    ),
    entry(
        "Export it, without names",
        &[Key::Ctrl('s')],
        &["export-evidence"],
        "FOLDER",
        Place::Evidence,
        |rest| Command::Evidence(Evidence::Export(some(rest))),
    ),
];

fn read(rest: &str) -> Command {
    Evidence::read(rest).map_or(Command::Needs(words::HOW), Command::Evidence)
}
