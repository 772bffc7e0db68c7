//! The first lines of a record: its title, who and when, and how the person likes to be contacted.

use super::{
    dates::{self, clock, long_day},
    inert::{as_written, on_one_line},
    voices,
};
use crate::conversation::{Conversation, Facts, Moment};

/// `Talking with you, Joan`, or without a name `Talking with you`.
pub(super) fn title(pattern: &str, facts: &Facts) -> String {
    let title = match first_name(facts) {
        Some(name) => pattern.replace("{person}", &name),
        None => without_person(pattern),
    };
    on_one_line(&title)
}

/// The name the person goes by: `Joan` of `Joan M`, the whole of `Mrs Khan`.
pub(super) fn first_name(facts: &Facts) -> Option<String> {
    name_gone_by(facts.person.as_deref()?)
}

/// The name somebody goes by: `Joan` of `Joan M`, the whole of `Mrs Khan`. `None` of no name at all.
pub fn name_gone_by(person: &str) -> Option<String> {
    const TITLES: [&str; 9] = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "lady"];
    let name = line(Some(person))?;
    let first = name.split_whitespace().next()?;
    let is_title = TITLES.contains(&first.trim_end_matches('.').to_lowercase().as_str());
    Some(if is_title { name } else { first.to_owned() })
}

/// A fact on one line, when there is anything in it.
pub(super) fn line(fact: Option<&str>) -> Option<String> {
    fact.map(on_one_line).filter(|line| !line.is_empty())
}

/// The lines under the title.
pub(super) fn lines(conversation: &Conversation, ended: Moment) -> Vec<String> {
    let facts = &conversation.facts;
    let mut lines = vec![format!(
        "{}{}. {}.",
        when(conversation.started, ended),
        how(facts),
        voices::who(facts)
    )];
    lines.extend(moved(conversation));
    lines.extend(voices::alone(conversation, ended));
    lines.extend(contacted(facts));
    lines.extend(contact(facts));
    lines
}

/// How the person likes to be contacted, as it was typed. What begins in the middle of a sentence is given its
/// beginning: `by text`.
fn contact(facts: &Facts) -> Vec<String> {
    let contact = as_written(facts.contact.as_deref().unwrap_or_default());
    let lines = contact.lines().filter(|line| !line.is_empty());
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    if let Some(first) = lines
        .first_mut()
        .filter(|first| first.starts_with(char::is_lowercase))
    {
        *first = stopped(format!("How you like to be contacted: {first}"));
    }
    lines
}

/// `What we agreed comes next: connected locally.`
pub(super) fn next(facts: &Facts) -> Option<String> {
    let route = line(facts.route.as_deref())?;
    Some(stopped(format!("What we agreed comes next: {route}")))
}

/// With the stop that ends a sentence.
fn stopped(mut words: String) -> String {
    if !words.ends_with(['.', '!', '?', '…']) {
        words.push('.');
    }
    words
}

/// A role as the record says it to the person: `your daughter`.
pub(super) fn your(role: &str) -> String {
    const ALREADY: [&str; 9] = ["your", "the", "a", "an", "my", "our", "her", "his", "their"];
    let first = role.split(' ').next().unwrap_or_default().to_lowercase();
    if ALREADY.contains(&first.as_str()) || role.contains("'s ") || role.contains("’s ") {
        role.to_owned()
    } else {
        format!("your {role}")
    }
}

fn when(started: Moment, ended: Moment) -> String {
    let from = format!("{}, {}", long_day(started), clock(started));
    if ended <= started {
        from
    } else if ended.date_naive() == started.date_naive() {
        format!("{from} to {}", clock(ended))
    } else {
        format!("{from}, to {}, {}", long_day(ended), clock(ended))
    }
}

fn how(facts: &Facts) -> String {
    match line(facts.how.as_deref()).as_deref() {
        None => String::new(),
        Some("phone") => ", by phone".to_owned(),
        Some("video") => ", by video".to_owned(),
        Some("home") => ", at your home".to_owned(),
        Some("ward") => ", on the ward".to_owned(),
        Some("group") => ", in a group".to_owned(),
        Some(other) => format!(", {}", other.trim_end_matches('.')),
    }
}

/// `Listen and connect, then Crisis from 14:41.`, when the talk moved.
fn moved(conversation: &Conversation) -> Option<String> {
    let (first, later) = conversation.talks.split_first()?;
    if later.is_empty() {
        return None;
    }
    let later = later.iter().map(|talk| {
        let another_day = talk.from.date_naive() != conversation.started.date_naive();
        let day = if another_day {
            format!("{}, ", long_day(talk.from))
        } else {
            String::new()
        };
        format!(", then {} from {day}{}", talk.guide.title, clock(talk.from))
    });
    let later: String = later.collect();
    Some(on_one_line(&format!("{}{later}.", first.guide.title)))
}

/// `You first got in touch on Tuesday 3 March 2026.`, or whoever did for them.
fn contacted(facts: &Facts) -> Option<String> {
    let day = dates::long_date(facts.contacted?);
    let caller = facts
        .caller
        .as_ref()
        .map(|caller| on_one_line(&caller.name));
    Some(match caller.filter(|name| !name.is_empty()) {
        Some(name) => format!("{name} first got in touch for you on {day}."),
        None => format!("You first got in touch on {day}."),
    })
}

/// A title pattern with the place for a name taken out, and what joined it to the rest.
fn without_person(pattern: &str) -> String {
    const JOINED: [(&str, &str); 9] = [
        ("{person}'s", "your"),
        ("{person}’s", "your"),
        (", {person}", ""),
        (": {person}", ""),
        ("{person}, ", ""),
        ("{person}: ", ""),
        (" with {person}", " with you"),
        (" {person}", ""),
        ("{person}", ""),
    ];
    let title = JOINED
        .iter()
        .fold(pattern.to_owned(), |title, (with, without)| {
            title.replace(with, without)
        });
    let mut letters = title.trim().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_space_ends_the_name_somebody_goes_by() {
        for (person, goes_by) in [
            ("Joan M", "Joan"),
            ("Joan\u{a0}M", "Joan"),
            ("  Joan\u{a0} M", "Joan"),
            ("Mrs\u{a0}Khan", "Mrs\u{a0}Khan"),
        ] {
            assert_eq!(name_gone_by(person).as_deref(), Some(goes_by), "{person:?}");
        }
        assert_eq!(name_gone_by("\u{a0}"), None);
    }
}
