//! The entries of the table about stories of difference and feedback.

use super::{Entry, Place::Anywhere, make::typed};
use crate::{
    desk::{AskFeedback, Command, Stories},
    evidence::feedback::Asked,
    words::evidence::feedback as words,
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
        "Ask how it was for them",
        &["feedback"],
        "people or staff",
        Anywhere,
        feedback,
    ),
];

/// `/feedback` asks whom; `/feedback staff` begins.
fn feedback(rest: &str) -> Command {
    match (rest, Asked::named(rest)) {
        ("", _) => Command::Feedback(AskFeedback::Begin(None)),
        (_, Some(asked)) => Command::Feedback(AskFeedback::Begin(Some(asked))),
        (_, None) => Command::Needs(words::USAGE),
    }
}
