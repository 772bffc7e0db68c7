//! What is said to somebody who practises on her own.

use crate::{
    practice::{Did, Move, alone::Step},
    text,
};

/// Where a command counts.
pub const ON_YOUR_OWN: &str = "on your own";
/// On row 1.
const ON_YOUR_OWN_TITLE: &str = "On your own";

/// The label of the line.
pub const YOU_SAY: &str = "You say";

/// Before what the learner did.
pub const YOU: &str = "You: ";

/// Over the seven things she can do.
pub const WHAT_DID_YOU_DO: &str = "What did you do?";

/// The last of what a question may be about.
pub const SOMETHING_ELSE: &str = "Something else";

/// A talk began.
pub const STARTED: &str = "Begun. Nobody in it is real. Ctrl+R is the end.";

/// There is no record to change or copy, and no note to mark.
pub const NOT_HERE: &str = "Here you say something, and what you do: 1 to 7. Ctrl+R is the end.";

/// The person has ended the talk, and something more was done.
pub const IT_HAS_ENDED: &str = "The talk has ended. /again goes back to any moment of it.";

/// A turn was taken back.
pub const TAKEN_BACK: &str = "Taken back: what you did, and what was said to it.";

/// A turn was done again.
pub const DONE_AGAIN: &str = "Done again: what you did, and what was said to it.";

/// The scenario of a talk is no longer there, so nobody can answer.
pub const SCENARIO_GONE: &str =
    "This scenario is no longer here, so nobody can answer. What was said is.";

/// There is no number like that among what can be done.
pub const ONE_TO_SEVEN: &str = "There are seven things to do: 1 to 7.";

/// Over what becomes of a talk.
pub const OVER_TITLE: &str = "Not real. Is any of it kept?";
/// The end of it.
pub const KEEP_AS_PAGE: &str = "Keep it as a page";
/// What that is.
pub const KEEP_AS_PAGE_IS: &str = "the path you took, in the practice folder";

/// In the end, below what is read: line by line.
pub const AFTER_THE_END: &str =
    "/again goes back to any moment of it. /save throws it away, or keeps a page.";

/// How to go on, line by line.
pub const HOW: &str =
    "Type what you would say, or only a number. /do lists the numbers. /end ends.";

/// Words are on the line, and nothing was done with them yet.
pub fn going_to_say(words: &str) -> String {
    format!("You were going to say: {}", text::shown(words))
}

/// `On your own, try 2`
pub fn which_try(number: u32) -> String {
    match number {
        1 => ON_YOUR_OWN_TITLE.to_owned(),
        number => format!("{ON_YOUR_OWN_TITLE}, try {number}"),
    }
}

/// `An open question about`
pub fn what_about(at: usize) -> &'static str {
    match Did::ALL.get(at) {
        Some(Did::Opened(Move::PlainKindQuestion)) => "A plain and kind question about",
        _ => "An open question about",
    }
}

/// Words that were to be said are off the line again, line by line.
pub fn words_taken_back(words: &str) -> String {
    format!("Taken back: {}", text::shown(words))
}

/// `Winifred Okafor: "I slid down on Sunday."`
pub fn spoken(name: &str, words: &str) -> String {
    format!("{}: \"{}\"", text::shown(name), text::shown(words))
}

/// A moment to go back to, by what was said last, or what the learner did.
pub fn after(step: &Step<'_>) -> String {
    let last = step.said.last();
    let said = last.map(|note| format!("\"{}\"", text::shown(&note.text)));
    let did = || step.did.map(|note| text::shown(&note.text).into_owned());
    format!("After: {}", said.or_else(did).unwrap_or_default())
}

/// What can be done, in one sentence: `What did you do? 1 Ask an open question. 2 ...`
pub fn moves() -> String {
    let titles = Did::ALL.map(|did| did.title().to_owned());
    format!("{WHAT_DID_YOU_DO} {}", super::plain::numbered(&titles))
}
