//! The entries of the table that are for practice.

use super::{
    Entry,
    Place::{Alone, Anywhere, Cards, Debrief, Ending, Play, Practice, Watch},
    make::{entry, named, typed},
};
use crate::{
    app::key::Key,
    desk::{Command, Practise},
    practice,
};

pub(super) const PRACTICE: &[Entry] = &[
    typed("Practice: role-plays", &["practice"], "", Anywhere, |_| {
        Command::Practise(Practise::Go)
    }),
    entry(
        "Choose a scenario",
        &[Key::Ctrl('t'), Key::F(3)],
        &["scenarios"],
        "",
        Cards,
        |_| Command::Practise(Practise::Scenarios),
    ),
    typed("Show a card, or hide it", &["card"], "NUMBER", Cards, card),
    typed("Play it: you listen", &["play"], "", Cards, |_| {
        Command::Practise(Practise::Start)
    }),
    typed("Practise on your own", &["alone"], "", Cards, |_| {
        Command::Practise(Practise::Alone)
    }),
    typed("Observe it", &["observe"], "", Cards, |_| {
        Command::Practise(Practise::Observe)
    }),
    typed(
        "What has been played so far",
        &["so-far"],
        "",
        Practice,
        |_| Command::Practise(Practise::SoFar),
    ),
    typed("Make something happen", &["inject"], "", Play, |_| {
        Command::Practise(Practise::Injects)
    }),
    typed("Try a moment again", &["again"], "", Play, |_| {
        Command::Practise(Practise::Moments)
    }),
    typed("The debrief", &["debrief"], "", Play, |_| {
        Command::Practise(Practise::Debrief)
    }),
    entry(
        "All that was said, on one page",
        &[Key::Ctrl('r'), Key::F(10)],
        &["all"],
        "",
        Debrief,
        |_| Command::Practise(Practise::All),
    ),
    typed("Show the threads", &["threads"], "", Debrief, |_| {
        Command::Practise(Practise::Threads)
    }),
    typed("Ask in another order", &["order"], "NAME", Debrief, order),
    typed("Read it minute by minute", &["minutes"], "", Watch, |_| {
        Command::Practise(Practise::Minutes)
    }),
    typed(
        "Count with a number and Enter",
        &["tally"],
        "enter or key",
        Watch,
        |rest| Command::Practise(Practise::TallyWithEnter(rest == "enter")),
    ),
    typed(
        "Carry it to another computer",
        &["carry"],
        "FILE",
        Watch,
        |rest| {
            named(rest, "/carry FILE", |file| {
                Command::Practise(Practise::Carry(file))
            })
        },
    ),
    typed(
        "Bring what was observed",
        &["bring"],
        "FILE",
        Practice,
        |rest| {
            let file = (!rest.is_empty()).then(|| rest.to_owned());
            Command::Practise(Practise::Bring(file))
        },
    ),
    typed("Do one of the seven things", &["do"], "NUMBER", Alone, turn),
    entry(
        "The end, and the path you took",
        &[Key::Ctrl('r'), Key::F(10)],
        &["end"],
        "",
        Alone,
        |_| Command::Practise(Practise::Debrief),
    ),
    entry(
        "Throw it away, or keep a page",
        &[Key::Ctrl('s')],
        &["finish", "throw-away"],
        "",
        Ending,
        |_| Command::Save,
    ),
];

/// A card by its number, as people count; the first when none is given.
fn card(rest: &str) -> Command {
    let number = rest.parse::<usize>().unwrap_or(1);
    Command::Practise(Practise::Card(number.checked_sub(1)))
}

/// What the learner does by its number, as people count; a list when none is given.
fn turn(rest: &str) -> Command {
    let number = rest.parse::<usize>().ok();
    Command::Practise(match number.and_then(|number| number.checked_sub(1)) {
        Some(at) => Practise::Move(at),
        None => Practise::Moves,
    })
}

/// The order of a debrief by its name, or the first letters of it.
fn order(rest: &str) -> Command {
    let named = |order: &practice::Debrief| order.name().starts_with(&rest.to_lowercase());
    let order = practice::Debrief::ALL.into_iter().find(named);
    match order.filter(|_| !rest.is_empty()) {
        Some(order) => Command::Practise(Practise::Order(order)),
        None => Command::Needs("/order pendleton, or /order learner-led"),
    }
}
