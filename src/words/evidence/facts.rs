//! The few facts that are noted in a talk for the figures: what their notes say, and what is said of them.
//!
//! A note of these is a line of the record, which the person reads at home. So it says what it means for them: who has
//! it now, and why; who else thought about it, and what came of that. A colleague is named as they were typed.

use chrono::NaiveDate;

use crate::{
    conversation::{Conversation, Fact, Facts, Note},
    line::{NotPast, NotSpent},
    text,
    words::{day, full_date, one_line, plain::stopped},
};

// What the notes say.

/// Somebody else took it on: `I handed this to Sam Okoro: she knows the housing team.`
pub fn handed_over(who: &str, why: Option<&str>) -> String {
    told("I handed this to", who, why)
}

/// It was talked over with a colleague: `I talked this over with Ana Silva: we stay another week.`
pub fn talked_over(who: &str, decision: Option<&str>) -> String {
    told("I talked this over with", who, decision)
}

fn told(lead: &str, who: &str, said: Option<&str>) -> String {
    let words = match said {
        Some(said) => format!("{lead} {who}: {said}"),
        None => format!("{lead} {who}"),
    };
    match words.ends_with(['.', '!', '?', '…']) {
        true => words,
        false => format!("{words}."),
    }
}

// The first contact.

/// How it is typed.
pub const CONTACTED: &str = "/contacted 3 march, last monday, or none to clear it";

/// Why a day is no day of first contact.
pub fn not_past(typed: &str, why: NotPast, today: NaiveDate) -> String {
    match why {
        NotPast::NoDay => format!(
            "\"{}\" is not a day I can read. Try: monday, 3 march, 2 weeks ago.",
            text::shown(typed)
        ),
        NotPast::ToCome(ahead) => format!(
            "{} is still to come. First contact was today or before.",
            day(ahead, today)
        ),
    }
}

/// A day that is after the conversation began.
pub fn after_it_began(began: NaiveDate, today: NaiveDate) -> String {
    format!(
        "That is after this conversation began ({}).",
        day(began, today)
    )
}

/// The day was noted, or taken back.
pub fn contacted(day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => format!("first got in touch: {}", full_date(day)),
        None => "first contact: not said".to_owned(),
    }
}

// How the others are typed.

/// A spend.
pub const SPENT: &str = "/spent 22.50 and what it was for";
/// A hand-over.
pub const HANDED_OVER: &str = "/handed-over NAME: why";
/// A talk with a colleague.
pub const TALKED_OVER: &str = "/talked-over NAME: what was decided";
/// A route, where the team has no list of them.
pub const ROUTE: &str = "/route and what happened next, or none to clear it";
/// A number, where the team has no list of routes.
pub const NO_LIST_OF_ROUTES: &str =
    "There is no list of routes here. Say what happened next in words.";

// What happened next, from the team's list.

/// The title of the list.
pub const ROUTES_TITLE: &str = "What happened next";

/// A number the list does not have.
pub fn no_such_route(typed: &str, routes: usize) -> String {
    format!(
        "There is no {} in your list, which has {routes}. /route shows it.",
        text::shown(typed)
    )
}

/// The row that takes what was typed, whatever the list has.
pub fn as_typed(typed: &str) -> String {
    format!("Use \"{}\"", text::shown(typed))
}

/// The row of the route that is set.
pub const IS_SET: &str = "as it is now";

// Held the old way.

/// On row 1, before anything else.
pub const OLD_WAY: &str = "Old way";

/// How it is typed.
pub const OLD_WAY_NAME: &str = "/old-way and the name of the baseline, or none to end it";

/// It was taken off where it was not.
pub const NOT_THE_OLD_WAY: &str = "This is not held the old way.";

/// It was said, or taken off.
pub fn old_way(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("old way: {}", text::shown(name)),
        None => "no longer the old way".to_owned(),
    }
}

/// The same line by line, when such a conversation is carried on.
pub fn old_way_aloud(talk: &Conversation) -> Option<String> {
    held_the_old_way(&talk.facts)
}

fn held_the_old_way(facts: &Facts) -> Option<String> {
    let name = text::shown(facts.old_way.as_deref()?);
    Some(format!(
        "Not in the figures: held the old way, counts in \"{name}\"."
    ))
}

// Before the record is saved.

/// What was said of the conversation and is no note, a line each: that it is held the old way, when they first got in
/// touch, what happens next.
pub fn known(facts: &Facts) -> Vec<String> {
    let contacted = facts.contacted;
    let contacted = contacted.map(|day| format!("First got in touch: {}.", full_date(day)));
    let next = facts.route.as_deref();
    let next = next.map(|route| stopped(&format!("What happens next: {}", one_line(route))));
    let old_way = held_the_old_way(facts).into_iter();
    old_way.chain(contacted).chain(next).collect()
}

// Of a note that counts.

/// It was kept, line by line.
pub fn kept_aloud(note: &Note) -> String {
    let what = match note.spend() {
        Some(_) => "Spend",
        None => "Kept",
    };
    stopped(&format!("{what}: {}", one_line(&note.text)))
}

/// What a line that begins with an amount was taken for, and how to say that it is something else. `None` where there is
/// nothing to say.
pub fn taken_for(note: &Note) -> Option<&'static str> {
    match note.not_spent() {
        _ if note.apart => None,
        None if note.is_guessed_spend() => Some(A_SPEND),
        Some(NotSpent::NoWhat) => Some(NO_WHAT),
        Some(NotSpent::TooMuch) => Some(TOO_MUCH),
        Some(NotSpent::TellsOfMoney) | None => None,
    }
}

/// The same of a note that was just said to be a spend.
pub fn taken_aloud(note: &Note) -> Option<&'static str> {
    match taken_for(note) {
        Some(A_SPEND) => Some(SPACE_FIRST),
        taken => taken,
    }
}

const A_SPEND: &str = "A spend. A space first makes it words.";
const SPACE_FIRST: &str = "A space first makes it words.";
const NO_WHAT: &str = "Not a spend yet: say what for, as £22 electric key.";
const TOO_MUCH: &str = "Over £500 is only a spend with /spent.";

/// Left out of the record by hand, a note counts all the same: what was done was done.
pub fn still_counts(note: &Note) -> Option<&'static str> {
    match note.spend() {
        _ if note.apart => None,
        Some(_) => Some("It still counts as spent."),
        None => note
            .tells_a_fact()
            .then_some("It still counts in the figures."),
    }
}

/// Kept apart, what would count does not.
pub fn counts_no_more(note: &Note) -> Option<&'static str> {
    let counts = note.spend().is_some() || note.tells_a_fact();
    (note.apart && counts).then_some("It does not count in the figures.")
}

/// Its words were changed, and say it no longer.
pub fn no_longer_said(fact: &Fact) -> &'static str {
    match fact {
        Fact::HandedOver(_) => "changed words, no longer a hand-over",
        Fact::TalkedOver(_) => "changed words, no longer a talk with a colleague",
        Fact::Spent => "changed words, no longer a spend",
        Fact::Kind(_) | Fact::JustWords => "changed words",
    }
}

/// It cannot be joined to another.
pub const COUNTED_ALONE: &str = "A hand-over or a talk with a colleague stays a note of its own.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_reads_as_a_sentence_to_the_person() {
        let why = Some("she knows the housing team");
        for (said, sentence) in [
            (
                handed_over("Sam Okoro", why),
                "I handed this to Sam Okoro: she knows the housing team.",
            ),
            (
                handed_over("Sam Okoro", None),
                "I handed this to Sam Okoro.",
            ),
            (
                talked_over("Ana", Some("stay another week?")),
                "I talked this over with Ana: stay another week?",
            ),
        ] {
            assert_eq!(said, sentence);
        }
    }

    #[test]
    fn a_note_says_again_what_was_typed() {
        let said = handed_over("Sam Okoro", Some("she knows."));
        assert_eq!(
            Fact::HandedOver("Sam Okoro".into()).told(&said),
            Some("she knows")
        );
        let said = talked_over("Ana", None);
        assert_eq!(Fact::TalkedOver("Ana".into()).told(&said), None);
    }
}
