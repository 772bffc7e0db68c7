//! Finished records: what is said of the list, of reading one, and of adding to it.

use chrono::NaiveDate;

use super::day;
use crate::{
    desk::Question,
    people::{Met, Stands},
    record::{AddRefusal, Addition, Voided},
    text,
};

/// The list of finished records.
pub const RECORDS_TITLE: &str = "Finished records";
/// There is none.
pub const NO_RECORDS: &str = "No finished records yet. /read-back in a conversation finishes one.";
/// They are being read.
pub const STILL_READING: &str = "Reading the records. They are listed in a moment.";
/// They cannot be read without the key.
pub const SEALED: &str = "The records are sealed. /unlock opens them with your passphrase.";
/// It is not there any more.
pub const NOT_THERE: &str = "That record is not there any more. Nothing was changed.";
/// `/as-finished`, with no record to turn.
pub const NONE_READ: &str = "No record was read yet. /records lists them.";

/// Over a record that is being read.
pub const RECORD_TITLE: &str = "The record";
/// Over the same without what was put right.
pub const AS_FINISHED_TITLE: &str = "The record as it was finished";
/// Reads it.
pub const READ: &str = "Read it";
/// A correction.
pub const PUT_RIGHT: &str = "Put something right";
/// What that does.
pub const PUT_RIGHT_IS: &str = "the old words are kept, with who, when and why";
/// The person's own statement.
pub const THEY_SAY: &str = "What they say themselves";
/// What that is.
pub const THEY_SAY_IS: &str = "their own statement, word for word";
/// Something heard later.
pub const HEARD: &str = "Something heard later";
/// What that does.
pub const HEARD_IS: &str = "goes under the record, with who and when";
/// The record is void.
pub const VOID: &str = "It no longer stands";
/// What that does.
pub const VOID_IS: &str = "it is kept, and counts for nothing";
/// It is not void any more.
pub const AGAIN: &str = "It stands after all";
/// What that does.
pub const AGAIN_IS: &str = "it counts again";

/// The words that are wrong are to be typed, and nothing is yet.
pub const CHANGES_NOTHING: &str = "Enter with nothing typed changes nothing";
/// What must be typed, and is not yet.
pub const TYPE_IT: &str = "Type it, then Enter. Esc goes back, and keeps what you typed";
/// The end of a statement.
pub const ENDS_IT: &str = "Enter keeps it as it stands above";
/// A line of a statement.
pub const NEXT_LINE: &str = "Enter goes on to the next line";
/// Words that are not there, and what to do.
pub const NOT_IN_RECORD: [&str; 2] = [
    "These words do not stand in the record. Type them as they stand there.",
    "Or go back, and keep it as something heard later.",
];
/// Esc, with words typed.
pub const KEPT_WORDS: &str = "What you typed is kept. Choose the same again to go on with it.";
/// A command that is not there, typed where an answer is.
pub fn no_command(typed: &str, nearest: Option<&str>) -> String {
    let typed = text::shown(typed);
    match nearest {
        Some(name) => format!("No command called /{typed}. Did you mean /{name}?"),
        None => format!("No command called /{typed}. A space first makes it your answer."),
    }
}

/// At the start, when something is kept from before.
pub const KEPT_SINCE: &str = "Something you were adding to a record is kept. /add goes on with it.";
/// Nothing was added.
pub const AS_IT_WAS: &str = "Nothing changed.";
/// Nothing was said to be done, and there is nobody to ask.
pub const SAY_WHAT: &str =
    "Say what to add: --correct, --statement, --heard, --void or --stands-again.";
/// Asks what is to be added, where there is somebody to ask.
pub const WHICH: &str = "Number, or just Enter to leave it as it is:";
/// A number that is not among the choices.
pub const NOT_A_CHOICE: &str = "That is not one of the numbers.";
/// Beside a record of a list that was added to.
const ADDED_TO: &str = "added to";
/// After the kind of one that is void.
const VOID_BESIDE: &str = ", no longer stands";

/// What is asked.
pub fn asks(question: &Question) -> &'static str {
    match question {
        Question::Wrong => "Which words are wrong? Type them as they stand",
        Question::Right(_) => "What should they be?",
        Question::Because(..) => "Why? Such as: I misheard",
        Question::Statement(_) => "What do they say? Line by line. An empty line ends it",
        Question::Heard => "What was heard, and from whom?",
        Question::Void => "Why does it no longer stand?",
        Question::Again => "Why does it stand after all?",
    }
}

/// Enter with nothing typed, where something must be.
pub fn wanted(question: &Question) -> Option<&'static str> {
    match question {
        Question::Right(_) => Some("Type what they should be, then Enter. Nothing is changed yet."),
        Question::Because(..) => {
            Some("A reason is needed. Type it, then Enter. Nothing is changed yet.")
        }
        _ => None,
    }
}

/// What was answered before, to be seen beside the next question.
pub fn so_far(question: &Question) -> Vec<String> {
    let wrong = |old: &str| format!("Wrong: {}", text::shown(old));
    match question {
        Question::Right(old) => vec![wrong(old)],
        Question::Because(old, new) => vec![wrong(old), format!("Right: {}", text::shown(new))],
        Question::Statement(lines) => lines
            .iter()
            .map(|line| text::shown(line).into_owned())
            .collect(),
        _ => vec![],
    }
}

/// How often words that are wrong stand in the record.
pub fn stand_there(times: usize) -> String {
    match times {
        1 => "In the record once.".to_owned(),
        times => format!("In the record {times} times. All are put right."),
    }
}

/// After a void record in a list of one line each.
pub fn void_mark(is_void: bool) -> &'static str {
    if is_void { VOID_BESIDE } else { "" }
}

/// What was added.
pub fn added(addition: &Addition) -> &'static str {
    match addition {
        Addition::Correction { .. } => "Put right. The old words are kept, with who, when and why.",
        Addition::Statement(_) => "Their words are in the record, as they were typed.",
        Addition::HeardLater(_) => "What was heard is under the record.",
        Addition::Void { .. } => {
            "The record no longer stands, and says why. Stories told from it stay."
        }
        Addition::StandsAgain { .. } => "The record stands again. It says why.",
    }
}

/// Why nothing was added, and what can be done.
pub fn refusal(why: &AddRefusal) -> String {
    match why {
        AddRefusal::NotARecord(why) => format!("{why} Nothing was added."),
        AddRefusal::Nothing => "Nothing was typed, so nothing was added.".to_owned(),
        AddRefusal::NotThere(words) => {
            format!("\"{}\": {}", text::shown(words), NOT_IN_RECORD.join(" "))
        }
        AddRefusal::SameWords => "The record says that already. Nothing was added.".to_owned(),
        AddRefusal::NoReason => "A reason is needed, and nothing was added without one.".to_owned(),
        AddRefusal::AlreadyVoid => "The record does not stand any more as it is.".to_owned(),
        AddRefusal::NotVoid => "The record stands as it is. Nothing was added.".to_owned(),
    }
}

/// That a record no longer stands, in a sentence.
pub fn void(voided: &Voided) -> String {
    let because = voided.because.as_deref().map(text::shown);
    let because = because.map(|why| format!(" Why: {why}"));
    let by = voided.by.as_deref().map(|by| text::shown(by).into_owned());
    let on = voided.on.map(super::full_date);
    let tag: Vec<String> = by.into_iter().chain(on).collect();
    let tag = match tag.is_empty() {
        true => String::new(),
        false => format!(" ({})", tag.join(", ")),
    };
    format!(
        "This record no longer stands.{}{tag}",
        because.unwrap_or_default()
    )
}

/// A record as a list shows it: `JM  Crisis`, by what the conversation is called, and beside it the day. That it no longer
/// stands is said where it is never cut. `others` are the names its initials are told apart from.
pub fn row(met: &Met, called: &str, others: &[&str], today: NaiveDate) -> (String, String) {
    let name = met.person.as_deref().unwrap_or_default();
    let initials = super::initials_among(name, others.iter().copied());
    let (void, added_to) = stands(met);
    let parts = [initials, format!("{called}{void}")];
    let beside = [day(met.started.date_naive(), today), added_to.to_owned()];
    (spaced(&parts), spaced(&beside))
}

/// What a record's row says of how it stands: after what it is called, and beside the day.
pub fn stands(met: &Met) -> (&'static str, &'static str) {
    match met.stands {
        Stands::Void => (VOID_BESIDE, ""),
        Stands::Amended => ("", ADDED_TO),
        Stands::Open | Stands::Finished => ("", ""),
    }
}

/// What can be done with it stands under this.
pub fn title(met: &Met, called: &str, others: &[&str], today: NaiveDate) -> String {
    let (who, when) = row(met, called, others, today);
    spaced(&[who, when])
}

/// More records than are listed.
pub fn more_records(count: usize) -> String {
    format!("{count} more. Type a name, a kind or a day to find one")
}

/// None answers to what was typed.
pub fn none_called(typed: &str) -> String {
    format!("No finished record answers to \"{}\".", text::shown(typed))
}

fn spaced(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}
