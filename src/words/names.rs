//! What things are called: kinds, marks, people, who and when of a step.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::day_short;
use crate::{
    guide::Kind,
    line::{Mark, Step, When, Who},
    text,
};

/// The name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ListenAndConnect => "Listen and connect",
        Kind::Crisis => "Crisis",
        Kind::GoodLife => "Good life",
    }
}

/// What a kind is for.
pub fn kind_purpose(kind: Kind) -> &'static str {
    match kind {
        Kind::ListenAndConnect => "Understand what really matters to someone",
        Kind::Crisis => "Find what must change now, and stick with it",
        Kind::GoodLife => "Plan the future around what they value",
    }
}

/// The name of a mark, as labels say it.
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::OwnWords => "Own words",
        Mark::Matters => "Matters most",
        Mark::Worry => "Worry",
        Mark::Strength => "Strength",
        Mark::Connection => "Connection",
        Mark::Saw => "I saw",
        Mark::View => "My view",
        Mark::ComeBack => "Come back to",
        Mark::NextStep => "Next step",
    }
}

/// The tip after a mark was typed alone: said once.
pub fn short_way(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::OwnWords => Some("Marked own words. Ctrl+O does this."),
        Mark::Worry => Some("Marked as a worry. F6 does this."),
        Mark::Strength => Some("Marked as a strength. F7 does this."),
        Mark::Connection => Some("Marked as a connection. F8 does this."),
        Mark::NextStep => Some("Marked as a next step. F9 does this."),
        Mark::Matters | Mark::Saw | Mark::View | Mark::ComeBack => None,
    }
}

/// Somebody else's words, on the label.
pub fn whose(name: &str) -> String {
    let name = text::shown(name);
    if name.ends_with('s') {
        format!("{name}' words")
    } else {
        format!("{name}'s words")
    }
}

/// How many notes a topic has, for the topics sheet.
pub fn notes_here(count: usize) -> String {
    match count {
        0 => "no notes yet".to_owned(),
        1 => "1 note".to_owned(),
        _ => format!("{count} notes"),
    }
}

/// The heading over local help.
pub fn near_the_person(checked: Option<NaiveDate>) -> String {
    match checked {
        Some(day) => format!(
            "Near the person (your list, checked {} {} {})",
            day.day(),
            month(day),
            day.year()
        ),
        None => "Near the person (your list)".to_owned(),
    }
}

pub(super) fn month(day: NaiveDate) -> String {
    day.format("%b").to_string()
}

/// Who does a step, as the when sheet says it.
pub fn does_it(who: &Who) -> String {
    format!("Who does it: {}", self::who(who))
}

/// Who, in a word.
pub fn who(who: &Who) -> Cow<'_, str> {
    match who {
        Who::You => "You".into(),
        Who::Person => "the person".into(),
        Who::Named(name) => text::shown(name),
        Who::NotSaid => "not said".into(),
    }
}

/// `from "next Friday"`, and what kind of day that is.
pub fn reading_from(day: NaiveDate, when: &When, today: NaiveDate) -> String {
    format!(
        "{}   from \"{}\"",
        which_week(day, today),
        text::shown(&when.words)
    )
    .trim_start()
    .to_owned()
}

/// The other day the words could mean.
pub fn other_reading(day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        "today".to_owned()
    } else {
        which_week(day, today)
    }
}

fn which_week(day: NaiveDate, today: NaiveDate) -> String {
    let weeks = (day.iso_week().year(), day.iso_week().week());
    let next = today + chrono::Days::new(7);
    if weeks == (today.iso_week().year(), today.iso_week().week()) {
        format!("this coming {}", day.format("%A"))
    } else if weeks == (next.iso_week().year(), next.iso_week().week()) {
        format!("{} of next week", day.format("%A"))
    } else {
        String::new()
    }
}

/// The row under a next step being typed.
pub fn step_reading(step: &Step, today: NaiveDate) -> String {
    use crate::line::Day;
    let when = &step.when;
    let said = text::shown(&when.words);
    let time = when
        .time
        .map(|time| time.format(" %H:%M").to_string())
        .unwrap_or_default();
    let day = match when.day {
        Day::None => "When: no date".to_owned(),
        Day::On(day) if when.week => format!(
            "When: {} (week starting), from \"{said}\"",
            super::day(day, today)
        ),
        Day::On(day) if said.is_empty() => format!("When: {}{time}", super::day(day, today)),
        Day::On(day) => format!("When: {}{time}, from \"{said}\"", super::day(day, today)),
        Day::Unsure(day) => {
            return format!(
                "No date set. \"{said}\" could be {}: Ctrl+D",
                super::day(day, today)
            );
        }
        Day::Passed(day) => {
            return format!(
                "That day has passed ({}). Kept as words, no due date.",
                super::day(day, today)
            );
        }
    };
    let other = when
        .other
        .map(|day| format!(", or {}", super::day(day, today)))
        .unwrap_or_default();
    format!("Who: {}    {day}{other}", who(&step.who))
}

/// `[Sam, Wed 11 Mar]` after a kept step. Empty when nothing was read.
pub fn step_tag(step: &Step) -> String {
    let day = step.when.due().map(day_short);
    let who = match &step.who {
        Who::NotSaid => None,
        who => Some(self::who(who).into_owned()),
    };
    match (who, day) {
        (None, None) => String::new(),
        (Some(who), None) => format!("[{who}]"),
        (None, Some(day)) => format!("[{day}]"),
        (Some(who), Some(day)) => format!("[{who}, {day}]"),
    }
}

/// A number the team may not have filled in.
pub fn or_not_set(number: &str) -> String {
    if number.trim().is_empty() {
        "not set".to_owned()
    } else {
        text::shown(number).into_owned()
    }
}

/// One line of a note that may have several.
pub fn one_line(note: &str) -> String {
    text::shown(&note.replace('\n', " ")).into_owned()
}
