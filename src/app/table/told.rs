//! The entries of the table about stories of difference and feedback.

use super::{Entry, Place::Anywhere, make::typed};
use crate::{
    desk::{AskFeedback, Command, Stories},
    evidence::{feedback::Asked, story::PARTS},
    words::evidence::{feedback as words, story},
};

pub(super) const TOLD: &[Entry] = &[
    typed(
        "Tell a story of difference",
        &["story"],
        "",
        Anywhere,
        |_| Command::Story(Stories::Tell),
    ),
    typed(
        "Stories: read, take one back",
        &["stories"],
        "",
        Anywhere,
        |_| Command::Story(Stories::List),
    ),
    typed(
        "Put a story's line under a part",
        &["part"],
        "NUMBER",
        Anywhere,
        part,
    ),
    typed(
        "Ask how it was for them",
        &["feedback"],
        "WHOM",
        Anywhere,
        feedback,
    ),
];

/// `/part 3`: the line of the record that was chosen last goes under the third part of the story.
fn part(rest: &str) -> Command {
    let part = rest.parse().ok();
    let part = part.filter(|part| (1..=PARTS.len()).contains(part));
    part.map_or(Command::Needs(story::PART_USAGE), |part| {
        Command::Story(Stories::PutLast(part - 1))
    })
}

/// `/feedback` asks whom; `/feedback staff` begins.
fn feedback(rest: &str) -> Command {
    match (rest, Asked::named(rest)) {
        ("", _) => Command::Feedback(AskFeedback::Begin(None)),
        (_, Some(asked)) => Command::Feedback(AskFeedback::Begin(Some(asked))),
        (_, None) => Command::Needs(words::USAGE),
    }
}
