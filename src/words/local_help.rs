//! What is said of local help.

use chrono::{Datelike, NaiveDate};

use super::names::month;
use crate::{
    connection::{Listing, Remembered, Running, Standing, Today, import::Merged},
    text,
};

/// Makes a connection note of it.
pub const ADD_IT: &str = "Add it as a connection note";
/// Asks for a yes before an introduction.
pub const INTRODUCE: &str = "Make it a promise: I introduce them";
/// In a note's menu.
pub const MORE_ABOUT_IT: &str = "More about it, and what you remember of it";
/// Heads the question before an introduction.
pub const MAY_I: &str = "An introduction needs a yes. What did they say?";
/// They said yes.
pub const THEY_SAID_YES: &str = "Yes, please introduce me";
/// They want to think.
pub const THEY_WILL_THINK: &str = "Let me think about it";
/// They said no.
pub const THEY_SAID_NO: &str = "No, thank you";
/// What comes of a yes, beside it.
pub const GOES_ON_THE_LINE: &str = "a next step on your line: add when, then Enter";
/// Nothing comes of a no.
pub const NOTHING_PROMISED: &str = "Nothing is promised. The connection note stays.";
/// Role-play is not remembered.
pub const NOT_IN_PRACTICE: &str = "Practice remembers nothing about local help.";
/// No note is a connection from the list.
pub const NO_LISTING_MEANT: &str = "Choose a connection from your list first: /find and a word.";
/// A listing that notes have and lists do not.
pub const NOT_LISTED_NOW: &str = "That is no longer in your list of local help.";
/// A standing that is not one.
pub const STANDINGS: &str = "/listing lovely, tried, full, closed or wrong";

/// What a row says beside a name: today first, then what to read out, then what is remembered.
///
/// `said_for_all` is the day the heading gives for every listing, which rows need not repeat.
pub fn row(
    listing: &Listing,
    remembered: Option<&Remembered>,
    today: NaiveDate,
    said_for_all: Option<NaiveDate>,
) -> String {
    let checked = match said_for_all {
        Some(day) if listing.checked == Some(day) => String::new(),
        _ => checked(listing.checked, today),
    };
    let join = match listing.join.as_str() {
        "" => String::new(),
        join => format!("to join: {join}"),
    };
    joined(
        &[
            standing(listing, remembered),
            listing.alert.clone(),
            when(listing, today),
            listing.phone.clone(),
            listing.cost.clone(),
            join,
            checked,
            memory(remembered),
            listing.about.clone(),
            listing.place.clone(),
        ],
        "  ",
    )
}

/// All that is known of a listing, a line each.
pub fn whole(listing: &Listing, remembered: Option<&Remembered>, today: NaiveDate) -> Vec<String> {
    let line = |what: &str, words: &str| match words {
        "" => String::new(),
        words => format!("{what}: {words}"),
    };
    let lines = [
        standing(listing, remembered),
        listing.alert.clone(),
        line("Kind", &listing.kind),
        line("When", &when(listing, today)),
        line("Phone", &listing.phone),
        line("Cost", &listing.cost),
        line("To join", &listing.join),
        line("Where", &listing.place),
        listing.about.clone(),
        capital(&checked(listing.checked, today)),
        capital(&memory(remembered)),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// What must be said before anybody is introduced: that it may not be worth a call, and what its publisher wants said.
pub fn said_first(listing: &Listing, remembered: Option<&Remembered>) -> Vec<String> {
    let lines = [
        capital(&standing(listing, remembered)),
        listing.alert.clone(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Said before anything else: it may not be worth a call.
fn standing(listing: &Listing, remembered: Option<&Remembered>) -> String {
    let since = |standing| remembered?.standings.get(&standing).copied();
    match listing.running {
        Running::Paused => return "not running for now".to_owned(),
        Running::Ended => return "not running any more".to_owned(),
        Running::Yes => {}
    }
    if let Some(day) = since(Standing::Closed) {
        return format!("closed, you said on {}", day_and_month(day));
    }
    match since(Standing::Full) {
        Some(day) => format!("full, you said on {}", day_and_month(day)),
        None => String::new(),
    }
}

fn when(listing: &Listing, today: NaiveDate) -> String {
    match (listing.on(today), listing.when.as_str()) {
        (Today::Open, when) => joined(&[when.to_owned(), "open today".to_owned()], ", "),
        (Today::RunOut, "") => String::new(),
        (Today::RunOut, when) => format!("{when}, but those dates have passed: ask"),
        (Today::Not | Today::Unknown, when) => when.to_owned(),
    }
}

/// `checked 3 months ago`, `not checked since 2024`.
pub fn checked(checked: Option<NaiveDate>, today: NaiveDate) -> String {
    let Some(day) = checked else {
        return "check date not known".to_owned();
    };
    let days = (today - day).num_days();
    match days {
        ..=0 => "checked today".to_owned(),
        1 => "checked yesterday".to_owned(),
        2..=13 => format!("checked {days} days ago"),
        14..=59 => format!("checked {} weeks ago", days / 7),
        60..=547 => format!("checked {} months ago", days / 30),
        _ => format!("not checked since {}", day.year()),
    }
}

fn memory(remembered: Option<&Remembered>) -> String {
    let Some(remembered) = remembered else {
        return String::new();
    };
    let said = [
        (Standing::Lovely, "you said: lovely"),
        (Standing::Tried, "tried"),
        (Standing::Wrong, "you said: details wrong"),
    ];
    let mut parts: Vec<String> = said
        .into_iter()
        .filter(|(standing, _)| remembered.is(*standing))
        .map(|(_, words)| words.to_owned())
        .collect();
    let used = remembered
        .used
        .map(|day| format!("last used {}", day_and_month(day)));
    parts.extend(used);
    parts.join(", ")
}

fn joined(parts: &[String], between: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(between)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn day_and_month(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// A choice of what to remember; chosen again it is taken back.
pub fn remember(standing: Standing, is_so: bool) -> &'static str {
    match (standing, is_so) {
        (Standing::Lovely, false) => "Lovely: it went well",
        (Standing::Lovely, true) => "No longer lovely",
        (Standing::Tried, false) => "Tried: somebody went",
        (Standing::Tried, true) => "Not tried after all",
        (Standing::Full, false) => "Full: no room just now",
        (Standing::Full, true) => "Room again",
        (Standing::Closed, false) => "Closed: it is not there any more",
        (Standing::Closed, true) => "Open after all",
        (Standing::Wrong, false) => "Something the list says is wrong",
        (Standing::Wrong, true) => "The list is right after all",
    }
}

/// It is remembered.
pub fn remembered(name: &str, standing: Standing, is_so: bool) -> String {
    let (name, word) = (text::fit(name, 30), standing.word());
    match is_so {
        true => format!("{}: {word}. Only your team sees this.", text::shown(&name)),
        false => format!("{}: no longer {word}.", text::shown(&name)),
    }
}

/// A connection note was made: what may come next.
pub fn added(person: &str) -> String {
    format!("Added from your list. {}", may_introduce(person))
}

/// An introduction is offered.
pub fn may_introduce(person: &str) -> String {
    let them = them(person);
    format!("/introduce makes it a promise: you introduce {them}.")
}

/// What can be typed, where a line is typed whole.
pub fn type_it(words: &str) -> String {
    format!(
        "Type it with the day, and change it as you like: {}",
        text::shown(words).trim_end()
    )
}

/// The next step an introduction is, for the line.
pub fn introduces(person: &str, name: &str) -> String {
    format!("> I introduce {} to {name} (they said yes) ", them(person))
}

/// The next step there is when somebody wants to think.
pub fn asks_again(person: &str, name: &str) -> String {
    format!("> I ask {} again about {name} ", them(person))
}

fn them(person: &str) -> String {
    match person.split_whitespace().next() {
        Some(first) => text::fit(&text::shown(first), 20).into_owned(),
        None => "them".to_owned(),
    }
}

/// What `alongside connections` says.
pub mod cli {
    use super::{Merged, text};

    /// The list has nothing yet.
    pub const NOTHING_READ: &str =
        "Nothing there could be read as local help. Your list is as it was.";
    /// Nothing answers.
    pub const NOTHING_FOUND: &str = "Nothing in your list answers to that.";
    /// No list.
    pub const NO_LIST: &str =
        "There is no list of local help yet: import one, or write one by hand.";
    /// Nothing for the publisher.
    pub const NO_CORRECTIONS: &str = "Nothing is marked full, closed or wrong.";

    /// How many were read, and what became of those there were.
    pub fn read(count: usize, source: &str, merged: Merged) -> String {
        let source = text::shown(source);
        let mut parts = vec![
            format!("{} new", merged.new),
            format!("{} changed", merged.changed),
            format!("{} as before", merged.same),
        ];
        if merged.gone > 0 {
            parts.push(format!("{} no longer in it and taken out", merged.gone));
        }
        format!("{} from {source}: {}.", listings(count), parts.join(", "))
    }

    /// Where they are now.
    pub fn kept_in(path: &str) -> String {
        format!("Kept in {}", text::shown(path))
    }

    /// Not all of the source was read.
    pub const NOT_WHOLE: &str =
        "Not all of it could be read, so nothing that was there before is taken out.";

    /// Lines of what is remembered that are not understood.
    pub fn not_remembered(lines: usize) -> String {
        match lines {
            1 => "One line of local-help.csv is not understood. It stays there.".to_owned(),
            lines => {
                format!("{lines} lines of local-help.csv are not understood. They stay there.")
            }
        }
    }

    /// Heads what was counted.
    pub fn warnings(count: usize) -> String {
        match count {
            1 => "1 warning:".to_owned(),
            count => format!("{count} warnings:"),
        }
    }

    /// One sort of warning, how often, and where first.
    pub fn counted(what: &str, of: &[&str]) -> String {
        let first: Vec<String> = of
            .iter()
            .take(3)
            .map(|of| text::fit(&text::shown(of), 40).into_owned())
            .collect();
        let more = if of.len() > 3 { ", ..." } else { "" };
        format!(
            "{:>6}  {}\n        {}{more}",
            of.len(),
            text::shown(what),
            first.join("; ")
        )
    }

    /// Where each warning stands can be asked for.
    pub fn see_each(path: &str) -> String {
        format!(
            "Each with its place: alongside connections check {}",
            text::shown(path)
        )
    }

    /// How many.
    pub fn listings(count: usize) -> String {
        match count {
            1 => "1 listing".to_owned(),
            count => format!("{count} listings"),
        }
    }

    /// A file that was brought cannot be read.
    pub fn cannot_read(path: &str, why: &str) -> String {
        format!(
            "Could not read {}: {}. Your list is as it was.",
            text::shown(path),
            text::shown(why)
        )
    }

    /// The folder has nothing for us in it.
    pub fn no_files(path: &str) -> String {
        format!(
            "There is no .json, .csv or .toml file in {}. Your list is as it was.",
            text::shown(path)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
    }

    #[test]
    fn how_long_ago_is_said_as_people_say_it() {
        let said = |at: &str| checked(Some(day(at)), day("2026-03-10"));
        assert_eq!(said("2026-03-10"), "checked today");
        assert_eq!(said("2026-03-05"), "checked 5 days ago");
        assert_eq!(said("2026-02-02"), "checked 5 weeks ago");
        assert_eq!(said("2025-12-08"), "checked 3 months ago");
        assert_eq!(said("2024-08-01"), "not checked since 2024");
        assert_eq!(checked(None, day("2026-03-10")), "check date not known");
    }

    #[test]
    fn what_is_not_worth_a_call_is_said_first() {
        let full = Remembered {
            standings: BTreeMap::from([(Standing::Full, day("2026-03-03"))]),
            used: Some(day("2026-03-03")),
        };
        let club = Listing {
            name: "Club".into(),
            when: "Tue 12-2".into(),
            phone: "01632 960123".into(),
            ..Listing::default()
        };
        assert_eq!(
            row(&club, Some(&full), day("2026-03-10"), None),
            "full, you said on 3 Mar 2026  Tue 12-2  01632 960123  check date not known  last used 3 Mar 2026"
        );
    }
}
