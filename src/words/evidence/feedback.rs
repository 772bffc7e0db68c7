//! Feedback: what is said before it, what is asked, and what came of it.

use crate::{evidence::feedback::Asked, text};

/// Whom it is asked of.
pub const WHOM_TITLE: &str = "Whom do you ask?";
/// Before the first question, over what is said first.
pub const INTRO_TITLE: &str = "Say this first. Enter goes on";
/// Who asks.
pub const BY_TITLE: &str = "Who asks? Not the worker, and not a name";
/// While nothing is typed there.
pub const BY_HINT: &str = "Such as: a volunteer. Enter skips";
/// The same line by line.
pub const BY_ALOUD: &str =
    "Who asks? Such as: a volunteer. Not the worker, not a name. Enter skips.";
/// Their words, line by line.
pub const WORDS_ALOUD: &str = "In their words? Leave names out. Enter skips.";
/// Takes the answer.
pub const TAKE: &str = "Enter takes it and goes on";
/// A question that was skipped.
pub const SKIP: &str = "Skip this question";
/// Beside the answer that was given.
pub const GIVEN: &str = "chosen";
/// Their words.
pub const WORDS_TITLE: &str = "In their words? Enter goes on";
/// While nothing is typed of them.
pub const WORDS_HINT: &str = "Enter skips. Leave names out";
/// What becomes of it.
pub const END_TITLE: &str = "All 6 were asked. Thank them";
/// Keep it.
pub const KEEP: &str = "Keep what they said";
/// What that does.
pub const KEEP_IS: &str = "as one row that names nobody";
/// The same where words in it may be a name.
pub const KEEP_AS_ROW: &str = "as one row, as it stands";
/// Back to the first question.
pub const BACK: &str = "Go back to the questions";
/// Throw it away.
pub const THROW_AWAY: &str = "Throw it away";
/// What that does.
pub const THROW_AWAY_IS: &str = "they would rather not";
/// Over the question whether it is.
pub const THROW_AWAY_TITLE: &str = "Throw away what they said?";
/// What cannot be undone.
pub const FOR_GOOD: &str = "for good";
/// A word that is no answer, where one is asked for.
pub const ANSWER_HOW: &str = "Type a number, or yes, partly, no, rather not say, or skip.";
/// Line by line, `/help` at a question.
pub const HELP_ALOUD: [&str; 3] = [
    "Type a number or the answer. Where words are asked for, type them.",
    "A blank line where words are asked for, or skip at a question, goes on.",
    "Another command leaves. /feedback goes on with what was answered.",
];
/// Thrown away.
pub const THROWN_AWAY: &str = "Thrown away. Nothing was kept.";
/// Nothing was answered.
pub const ALL_SKIPPED: &str = "Every question was skipped, so there is nothing to keep.";
/// The list closed.
pub const KEPT_AS_IT_IS: &str = "The answers so far are kept. /feedback goes on with them.";
/// A question was left, and nothing was answered yet.
pub const LEFT: &str = "You left the questions. /feedback goes on with them.";
/// It cannot be asked without the key.
pub const SEALED: &str = "Feedback is sealed. /unlock opens it with your passphrase.";
/// At the start, when something is kept from before.
pub const KEPT_SINCE: &str = "Answers somebody gave are kept. /feedback goes on with them.";
/// `/feedback` where something was begun.
pub const GOES_ON: &str = "Going on where you were.";
/// What may follow the command.
pub const USAGE: &str = "/feedback, /feedback people or /feedback staff";
/// `alongside evidence feedback` with another word.
pub const WHOM_USAGE: &str = "Say whom: alongside evidence feedback people, or staff.";

/// Whom the questions are for.
pub fn whom(asked: Asked) -> &'static str {
    match asked {
        Asked::People => "The person, or their family",
        Asked::Staff => "Somebody on the staff",
    }
}

/// `Question 2 of 6`.
pub fn title(question: usize, of: usize) -> String {
    format!("Question {} of {of}", question + 1)
}

/// It was kept. Words in it that may be a name are nobody known here.
pub fn kept(asked: Asked, may_name: bool) -> &'static str {
    match (asked, may_name) {
        (Asked::People, false) => "Kept. It names nobody. /feedback asks somebody else.",
        (Asked::People, true) => "Kept. No name known here is in it. /feedback asks somebody else.",
        (Asked::Staff, _) => "Kept. It is shown only with the answers of 4 others or more.",
    }
}

/// Words with capitals in what was said, before it is kept.
pub fn may_name(words: &[String]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|words| text::shown(words).into_owned())
        .collect();
    format!(
        "May tell who it is: {}. Go back to change it.",
        words.join(", ")
    )
}

/// An answer as it was given so far, for the end: `Question 1: Yes. Mostly`.
pub fn so_far(question: usize, answer: Option<&str>, words: &str) -> String {
    let answer = answer.unwrap_or("Skipped");
    let question = question + 1;
    match words.trim() {
        "" => format!("Question {question}: {answer}"),
        words => format!("Question {question}: {answer}. {}", text::shown(words)),
    }
}

/// A blank has no such form.
pub fn no_form(typed: &str) -> String {
    format!("A blank is text or html, not \"{}\".", text::shown(typed))
}
