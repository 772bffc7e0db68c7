//! What is said where there is more than one person in the talk: who rang, who is there, whose words a line is, a
//! carer's own conversation, private family time; and a call of a few lines.

use super::{clock, one_line};
use crate::{
    conversation::{Alone, Facts, Moment, Note, Presence, Refusal},
    line::Mark,
    record, text,
};

// Row 1, and the line.

/// Who is on the line, for row 1: `Carol on the line`, `Carol and Joan on the line`; and in fewer letters. Nothing when
/// nobody is.
pub fn on_the_line(names: &[&str]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| gone_by(name)).collect();
    let Some((last, rest)) = names.split_last() else {
        return vec![];
    };
    let in_full = match rest {
        [] => format!("{last} on the line"),
        rest => format!("{} and {last} on the line", rest.join(", ")),
    };
    vec![in_full, format!("on: {}", names.join(", "))]
}

/// The label of a line that is somebody's unless it says otherwise.
pub fn says(name: &str) -> String {
    format!("{} says", gone_by(name))
}

fn gone_by(name: &str) -> String {
    let name = record::name_gone_by(name).unwrap_or_else(|| name.to_owned());
    text::shown(&name).into_owned()
}

/// The label of such a line that is marked: `Carol: worry`.
pub fn marked(name: &str, mark: Mark) -> String {
    format!("{}: {}", gone_by(name), super::mark(mark).to_lowercase())
}

// Private family time.

/// Row 1, and all there is to say.
pub const FAMILY_TIME: &str = "Private family time";

/// Beside its topic.
pub const FAMILY_TIME_HOW: &str = "/family-time hides all of this while you are out of the room.";

/// All there is to say of it: since when, for those who asked for the clock how long it is, and how to come back.
/// `typed` is whether there are words on the line, which nobody sees.
pub fn family_time(from: Moment, minutes: Option<i64>, typed: bool) -> Vec<String> {
    let minutes = minutes.map(|minutes| match minutes {
        1 => "1 minute.".to_owned(),
        minutes => format!("{minutes} minutes."),
    });
    let after = [
        "Nothing is noted. The notes are hidden.",
        match typed {
            true => WORDS_ARE_KEPT,
            false => ENTER_GOES_BACK,
        },
    ];
    std::iter::once(format!("{FAMILY_TIME}, since {}.", clock(from)))
        .chain(minutes)
        .chain(after.map(str::to_owned))
        .collect()
}

/// How it ends.
pub const ENTER_GOES_BACK: &str = "Enter goes back to the talk.";
/// What was typed meanwhile is on the line.
pub const WORDS_ARE_KEPT: &str = "Your words are kept. Enter goes back to the talk.";

/// The same line by line, where what was said before still stands above.
pub fn family_time_aloud(from: Moment) -> [String; 2] {
    [
        format!(
            "{FAMILY_TIME}, since {}. Nothing is noted. Enter goes back.",
            clock(from)
        ),
        "Lines above can still be read: turn the screen away.".to_owned(),
    ]
}

/// It is over.
pub fn came_back(alone: &Alone) -> Option<String> {
    let to = alone.to?;
    Some(format!(
        "Family time was {} to {}. The record says so.",
        clock(alone.from),
        clock(to)
    ))
}

// A carer's own conversation.

/// The row that begins it.
pub const CARERS_OWN: &str = "The carer's own";
/// What it is.
pub const CARERS_OWN_IS: &str = "A conversation with whoever cares for somebody";
/// What is begun beside the conversation in hand, and takes none of its notes.
pub const BESIDE_THIS: &str = "Another conversation. This one stays open";
/// It began.
pub const CARERS_OWN_BEGAN: &str =
    "This is the carer's own. The other is under Carry on. Neither shows the other.";
/// There is no conversation to come from.
pub const CARER_OF_WHOM: &str = "That begins from a conversation. From Home: F4 then 6.";
/// It is the carer's own already.
pub const CARERS_OWN_ALREADY: &str = "This is a carer's own conversation already.";

// An update call.

/// The row that begins one.
pub const UPDATE_CALL: &str = "Update call";
/// What it is.
pub const UPDATE_CALL_IS: &str = "Who, what they wait for, when they hear";
/// It began, and a conversation was put down for it.
pub const UPDATE_CALL_BEGAN: &str =
    "This is an update call. The other is under Carry on, with its notes.";
/// A call of a few lines has its last.
pub const HAS_ITS_LINES: &str = "That is all of it. Enter reads it back, or type more.";
/// What is typed names a day, and is no promise yet.
pub const COULD_BE_A_PROMISE: &str = "> makes it a promise";
/// The same line by line, once it is kept.
pub const COULD_BE_A_PROMISE_ALOUD: &str = "> on a line of its own makes it a promise.";
/// That is all of it, line by line.
pub const HAS_ITS_LINES_ALOUD: &str = "That is all of it. /read-back, or /save to finish.";

// What was just done.

/// Who came, who went, who rang, in a few words; `None` when none of that changed.
pub(super) fn changed(from: &Facts, to: &Facts, notes: usize) -> Option<String> {
    if from.caller != to.caller {
        let Some(caller) = &to.caller else {
            return Some("nobody rang for them".to_owned());
        };
        let role = caller.role.as_deref().map(|role| format!(", {role},"));
        let role = role.unwrap_or_default();
        let rang = format!("{}{} rang", text::shown(&caller.name), text::shown(&role));
        return Some(match notes {
            0 => rang,
            1 => format!("{rang}: the line so far is theirs. /whose changes it"),
            _ => format!("{rang}: {notes} lines so far are theirs. /whose changes one"),
        });
    }
    let is_there = |facts: &Facts, one: &Presence| {
        let same = |other: &&Presence| other.name == one.name && other.to.is_none();
        facts.present.iter().any(|other| same(&other))
    };
    let came = to
        .present
        .iter()
        .find(|one| one.to.is_none() && !is_there(from, one));
    if let Some(one) = came {
        let theirs = to.is_the_person(&one.name) && to.caller.is_some();
        let theirs = if theirs { ": lines are theirs now" } else { "" };
        return Some(format!("{} is here{theirs}", text::shown(&one.name)));
    }
    let gone = to
        .present
        .iter()
        .find(|one| one.to.is_some() && !from.present.contains(one));
    if let Some(one) = gone {
        return Some(format!("{} has gone", text::shown(&one.name)));
    }
    let known = to.present.iter().find(|one| !from.present.contains(one))?;
    let role = known.role.as_deref().unwrap_or_default();
    Some(format!(
        "{}: {}",
        text::shown(&known.name),
        text::shown(role)
    ))
}

/// Whose words a note is now.
pub(super) fn whose_now(note: &Note) -> String {
    match &note.speaker {
        Some(name) => super::whose(name),
        None => "the person's words".to_owned(),
    }
}

/// A note went among disagreements, or back.
pub(super) fn disagreed(note: &Note) -> &'static str {
    if note.is_disagreement() {
        "kept as said, under Where we disagree"
    } else {
        "no longer a disagreement"
    }
}

/// Which note was kept as one side of a disagreement, and how the other is. `sides` is how many there are with it.
pub fn kept_as_said(note: &Note, sides: usize) -> String {
    let next = match sides {
        0 | 1 => OTHER_SIDE,
        _ => "It stands under Where we disagree",
    };
    let around = text::width("Kept as said: \"\". ") + text::width(OTHER_SIDE);
    let room = LONGEST_SENTENCE.saturating_sub(around);
    let line = one_line(&note.text);
    format!("Kept as said: \"{}\". {next}", text::fit(&line, room))
}

/// The most columns a sentence takes on a screen.
const LONGEST_SENTENCE: usize = 75;

/// How the other side of a disagreement is kept.
const OTHER_SIDE: &str = "Choose the other side and /disagree again";

/// The same line by line, after what was kept.
pub fn other_side_aloud() -> String {
    super::plain::stopped(OTHER_SIDE)
}

/// Beside a note that is one side of a disagreement.
pub const WE_DISAGREE: &str = "(we disagree)";

/// Whose words a note is now, line by line.
pub fn whose_aloud(note: &Note) -> String {
    format!("{}: {}", capital(whose_now(note)), one_line(&note.text))
}

/// A disagreement, line by line.
pub fn disagreed_aloud(note: &Note) -> String {
    format!(
        "{}: {}",
        capital(disagreed(note).to_owned()),
        one_line(&note.text)
    )
}

fn capital(words: String) -> String {
    super::done::capital(&words)
}

/// Why something about who is there cannot be done; `None` of any other refusal.
pub(super) fn refusal(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::NobodyCalled(name) => {
            format!("Nobody called {} is in the talk.", text::shown(name))
        }
        Refusal::HereAlready(name) => format!("{} is here already.", text::shown(name)),
        Refusal::IsThePerson => {
            "That is who this is with. /caller is for somebody who rang for them.".to_owned()
        }
        Refusal::WorkersOwn => {
            "What you saw, think, ask, promise or connect is yours. Change the mark first."
                .to_owned()
        }
        _ => return None,
    })
}
