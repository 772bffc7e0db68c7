//! Who was in the talk, as a record says it: who got in touch, who was there from when to when, and when a family had
//! the room to themselves.

use super::{
    dates::{clock, long_day},
    intro::{first_name, line, your},
};
use crate::conversation::{Conversation, Facts, Moment, Presence};

/// Who got in touch for the person, for the header: `Carol (daughter)`.
pub(super) fn caller(facts: &Facts) -> Option<String> {
    let caller = facts.caller.as_ref()?;
    let name = line(Some(&caller.name))?;
    let role = line(caller.role.as_deref()).map_or(String::new(), |role| format!(" ({role})"));
    Some(format!("{name}{role}"))
}

/// Everybody there, for the header: `Joan`, `Carol (daughter), from 14:31`. Where somebody rang for the person, the
/// person only from when they were on the line too.
pub(super) fn present(facts: &Facts) -> Vec<String> {
    let named = |name: String, role: Option<&str>, one: &Presence| {
        let role = line(role).map_or(String::new(), |role| format!(" ({role})"));
        let times = times(one);
        let comma = if times.is_empty() { "" } else { "," };
        format!("{name}{role}{comma}{times}")
    };
    let theirs = of_the_person(facts).map(|(name, one)| named(name, None, one));
    let others = others(facts).filter_map(|one| {
        let name = line(Some(&one.name))?;
        Some(named(name, one.role.as_deref(), one))
    });
    let throughout = first_name(facts).filter(|_| was_there_throughout(facts));
    throughout.into_iter().chain(theirs).chain(others).collect()
}

/// `Joan and Priya N; Carol (your daughter) from 14:31`, or who rang about them.
pub(super) fn who(facts: &Facts) -> String {
    let worker = line(facts.by.as_deref()).unwrap_or_else(|| "me".to_owned());
    match (&facts.caller, caller(facts)) {
        (Some(caller), Some(_)) => {
            let is_caller = |one: &&Presence| one.name.eq_ignore_ascii_case(&caller.name);
            let rang = facts.present.iter().find(is_caller);
            let others = others(facts).filter(|one| rang.is_none_or(|rang| *one != rang));
            let name = with_role(&caller.name, caller.role.as_deref()).unwrap_or_default();
            let times = rang.map(times).unwrap_or_default();
            let theirs = of_the_person(facts).map(|(name, one)| later(&name, one));
            let theirs: String = theirs.chain(others.filter_map(other)).collect();
            format!(
                "{name} {} about you, and spoke with {worker}{times}{theirs}",
                got_in_touch(facts)
            )
        }
        _ => {
            let person = first_name(facts).unwrap_or_else(|| "You".to_owned());
            let mut theirs = of_the_person(facts).map(|(_, one)| times(one));
            let first = theirs.next().unwrap_or_default();
            let again = theirs.map(|times| format!("; {person}{times}"));
            let others: String = again.chain(others(facts).filter_map(other)).collect();
            format!("{person}{first} and {worker}{others}")
        }
    }
}

/// `You had the room to yourselves from 14:36 to 15:05, and nothing was noted.`
pub(super) fn alone(conversation: &Conversation, ended: Moment) -> Option<String> {
    let started = conversation.started.date_naive();
    let at = |moment: Moment| {
        if moment.date_naive() == started {
            clock(moment)
        } else {
            format!("{}, {}", long_day(moment), clock(moment))
        }
    };
    let times: Vec<String> = conversation
        .alone
        .iter()
        .map(|alone| {
            let to = alone.to.unwrap_or(ended).max(alone.from);
            format!("from {} to {}", at(alone.from), at(to))
        })
        .collect();
    (!times.is_empty()).then(|| {
        format!(
            "You had the room to yourselves {}, and nothing was noted.",
            times.join(", and ")
        )
    })
}

/// The person's own comings and goings, where it was said that they were not there throughout.
fn of_the_person(facts: &Facts) -> impl Iterator<Item = (String, &Presence)> {
    let name = first_name(facts);
    let theirs = facts
        .present
        .iter()
        .filter(|one| facts.is_the_person(&one.name));
    theirs.filter_map(move |one| Some((name.clone()?, one)))
}

fn was_there_throughout(facts: &Facts) -> bool {
    facts.caller.is_none() && of_the_person(facts).next().is_none()
}

fn others(facts: &Facts) -> impl Iterator<Item = &Presence> {
    let present = facts.present.iter();
    present.filter(|one| !facts.is_the_person(&one.name))
}

fn other(one: &Presence) -> Option<String> {
    Some(later(&with_role(&one.name, one.role.as_deref())?, one))
}

fn later(name: &str, one: &Presence) -> String {
    format!("; {name}{}", times(one))
}

fn with_role(name: &str, role: Option<&str>) -> Option<String> {
    let name = line(Some(name))?;
    let role = line(role).map_or(String::new(), |role| format!(" ({})", your(&role)));
    Some(format!("{name}{role}"))
}

/// On the phone somebody rings; otherwise nobody said how.
fn got_in_touch(facts: &Facts) -> &'static str {
    match line(facts.how.as_deref()).as_deref() {
        None | Some("phone") => "rang",
        Some(_) => "got in touch",
    }
}

fn times(one: &Presence) -> String {
    let from = one.from.map(|at| format!(" from {}", clock(at)));
    let to = one.to.map(|at| format!(" till {}", clock(at)));
    from.into_iter().chain(to).collect()
}
