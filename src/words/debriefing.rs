//! What a debrief says on the screen and line by line. Its questions are with it, in `practice`.

use super::practice::NOT_REAL_SAID;
use crate::{
    guide::Topic,
    practice::{Debrief, Thread, debrief::Met},
    text,
};

/// On row 1.
pub const DEBRIEF: &str = "Debrief";
/// Where a command counts.
pub const IN_THE_DEBRIEF: &str = "in the debrief";
/// Beside the question that is asked.
pub const NOW: &str = "now";
/// Under the questions.
pub const NOT_A_SCORE: &str = "Feedback says what was seen and what it did. It is not a score.";

/// It began.
pub const BEGUN: &str = "The debrief. Answers are kept as you go; none has to be typed.";
/// Nothing is in hand.
pub const NOTHING_PLAYED: &str = "Nothing is being played. /so-far shows what was.";
/// Asked for from another part.
pub const WITH_THE_LISTENER: &str =
    "The debrief is with the listener. What you noted is kept: /leave puts it down.";
/// A command that counts in the debrief alone.
pub const ONLY_IN_DEBRIEF: &str = "That works in the debrief. /debrief opens it.";
/// After the last question.
pub const THAT_WAS_THE_LAST: &str =
    "That was the last question. /finish throws it all away or keeps a page.";
/// Nothing was observed.
pub const NOTHING_COUNTED: &str = "Nothing was counted here. Enter goes on.";
/// In the threads' place.
pub const THREADS_HIDDEN: &str = "The threads are hidden. Space shows them to everybody here.";
/// The same, line by line.
pub const THREADS_HIDDEN_SAID: &str = "The threads are hidden. /threads says them.";
/// Line by line, before the first question.
pub const HOW_SAID: &str =
    "An answer is kept. A blank line goes on. /all reads it all. /finish ends it.";
/// Line by line, after the last thread.
pub const BLANK_GOES_ON: &str = "A blank line goes on.";
/// The scenario has none.
pub const NO_THREADS: &str = "This scenario has no threads.";
/// Under the threads.
pub const MET_HOW: &str = "1 heard   2 brushed past   3 not met";
/// Under the lines from memory.
pub const IS_IT_ME_HOW: &str = "1 yes   2 partly   3 no   or in words";
/// Nothing was written from memory.
pub const NOTHING_FROM_MEMORY: &str = "Nothing was written from memory.";
/// Nothing was said yet, on the page of all of it.
pub const NOTHING_SAID: &str = "Nothing has been said yet.";

/// Over what may become of a debrief.
pub const END_TITLE: &str = "What becomes of it?";
/// The first choice.
pub const THROW_ALL_AWAY: &str = "Throw it all away";
/// The second.
pub const KEEP_PAGE: &str = "Keep it as a page";
/// What that does.
pub const KEEP_PAGE_IS: &str = "in the practice folder; it says it is not real";

/// Nobody listened in anything that is kept.
pub const NOTHING_TO_DEBRIEF: &str =
    "Nothing that was played is here to talk over. Enter plays this one.";

/// `Question 2 of 6`
pub fn question(number: usize, of: usize) -> String {
    format!("Question {number} of {of}")
}

/// `To the listener, first. What are two things that worked well? 3 of 17.`
pub fn question_said(number: usize, of: usize, topic: &Topic) -> String {
    let ask = topic.ask.first().unwrap_or(&topic.title);
    let (why, ask) = (text::shown(&topic.why), text::shown(ask));
    format!("{why}. {ask} {number} of {of}.")
}

/// `Debrief. It's only about the bath.`
pub fn debrief_of(title: &str) -> String {
    format!("{NOT_REAL_SAID} {DEBRIEF}. {}.", text::shown(title))
}

/// `Choir, and Beryl. Somebody there needs her to find the note.`
pub fn thread_said(thread: &Thread) -> String {
    let said = format!(
        "{}. {}",
        text::shown(&thread.title),
        text::shown(&thread.about)
    );
    said.trim_end().to_owned()
}

/// `Counted: open 6, closed 4`
pub fn counted(summary: &str) -> String {
    format!("Counted: {}", text::shown(summary))
}

/// `Heard at 5:40 "and what would you cook?"`
pub fn heard(quote: &str) -> String {
    format!("Heard at {}", text::shown(quote))
}

/// Another order was asked for.
pub fn in_order(order: Debrief) -> String {
    match order {
        Debrief::Pendleton => "What went well comes first. What was answered is still here.",
        Debrief::LearnerLed => {
            "The listener's own question comes first. What was answered is still here."
        }
    }
    .to_owned()
}

/// `Partly. In words, if you like, or Enter goes on.`
pub fn and_why(said: &str) -> String {
    format!("{said}. In words, if you like, or Enter goes on.")
}

/// `Choir, and Beryl: heard.`
pub fn met(thread: &Thread, met: Met) -> String {
    format!("{}: {}.", text::shown(&thread.title), met.name())
}

/// What throwing it away takes away.
pub fn throw_all_away_is(tries: usize) -> String {
    match tries {
        0 => "nothing of it is kept".to_owned(),
        1 => "and the try before it; nothing is kept".to_owned(),
        tries => format!("and the {tries} tries before it; nothing is kept"),
    }
}

/// It was thrown away, and perhaps somebody observed it.
pub fn thrown_away(tries: usize, is_observed: bool) -> String {
    let tries = match tries {
        0 => "",
        1 => ", and the try before it",
        _ => ", and the tries before it",
    };
    let rest = match is_observed {
        true => "What an observer counted is theirs: /so-far.",
        false => "Nothing of it is kept.",
    };
    format!("Thrown away{tries}. {rest}")
}

/// A page was kept here, and how many earlier tries are still there.
pub fn page_kept(path: &str, tries: usize) -> Vec<String> {
    let kept = format!("Kept as a page, not real: {}", text::shown(path));
    let tries = (tries > 0).then(|| "Earlier tries stay in /so-far.".to_owned());
    std::iter::once(kept).chain(tries).collect()
}

/// None that was played has an id that begins like this.
pub fn none_called(id: &str) -> String {
    format!(
        "Nothing that was played is called {}. /so-far shows what is here.",
        text::shown(id)
    )
}
