//! The entries about more than one person in the talk, and a call of a few lines.

use super::{
    Entry,
    Place::{Anywhere, Talk},
    make::{about, name_and_role, named, some, typed},
};
use crate::{
    conversation::{About, Caller},
    desk::{Command, Together},
    guide::GuideId,
};

pub(super) const TOGETHER: &[Entry] = &[
    typed(
        "Somebody rang for them",
        &["caller"],
        "NAME, ROLE",
        Talk,
        caller,
    ),
    typed(
        "Somebody joins the talk",
        &["with", "joined"],
        "NAME (ROLE)",
        Talk,
        joined,
    ),
    typed(
        "Somebody leaves the talk",
        &["gone"],
        "NAME",
        Talk,
        |rest| named(rest, "/gone NAME", |name| about(About::WentAway(name))),
    ),
    typed(
        "Whose words a note is",
        &["whose"],
        "NAME or person",
        Talk,
        whose,
    ),
    typed(
        "A disagreement, kept as said",
        &["disagree"],
        "",
        Talk,
        |_| Command::Together(Together::Disagree),
    ),
    typed(
        "Private family time: hide it all",
        &["family-time"],
        "",
        Talk,
        |_| Command::Together(Together::FamilyTime),
    ),
    typed(
        "The carer's own conversation",
        &["carer"],
        "NAME",
        Talk,
        |rest| Command::Together(Together::CarersOwn(some(rest))),
    ),
    typed(
        "Update call: three lines",
        &["update"],
        "",
        Anywhere,
        |_| Command::Guide(GuideId::new(GuideId::UPDATE_CALL)),
    ),
];

/// `/caller Carol, daughter`; `/caller none` when nobody rang for them after all.
fn caller(rest: &str) -> Command {
    if rest == "none" {
        return about(About::Caller(None));
    }
    let (name, role) = name_and_role(rest);
    named(name, "/caller NAME, ROLE, or none", |name| {
        let role = role.clone();
        about(About::Caller(Some(Caller { name, role })))
    })
}

fn joined(rest: &str) -> Command {
    let (name, role) = name_and_role(rest);
    named(name, "/with NAME (ROLE)", |name| {
        let role = role.clone();
        about(About::Joined { name, role })
    })
}

/// `/whose Carol`, `/whose Joan`; `/whose person` is the person it is about, named or not.
fn whose(rest: &str) -> Command {
    named(rest, "/whose NAME, or /whose person", |name| {
        let speaker = (name != "person").then_some(name);
        Command::Together(Together::Whose(speaker))
    })
}
