//! What a measure is worked out from: the conversations that count, in order, with a number for each of the period and
//! for each person.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::evidence::{
    period::Period,
    report::Members,
    tally::{Looked, Names, Noted, Number, Others, Talk},
};
use crate::{conversation::Moment, guide::Kind};

/// What a measure is worked out from.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The days the report is about.
    pub period: Period,
    /// The day it is made.
    pub today: NaiveDate,
    /// Those of other days.
    pub others: &'a Others,
    /// Promises to look again that were kept, where their records were not told.
    pub looked: &'a Looked,
    /// The conversations of the period, by their number.
    pub held: Vec<Held<'a>>,
    /// The people of those, by their number.
    pub people: Vec<Person<'a>>,
}

/// A conversation of the period.
#[derive(Debug)]
pub struct Held<'a> {
    /// Its number.
    pub number: u32,
    /// The number of the person, where their name is known.
    pub person: Option<u32>,
    /// Who was met, when.
    pub talk: &'a Talk,
    /// What was noted in it.
    pub noted: &'a Noted,
}

/// Somebody who had a conversation in the period.
#[derive(Debug)]
pub struct Person<'a> {
    /// Their number.
    pub number: u32,
    /// Their conversations of any day, in the order they began.
    pub talks: Vec<Seen<'a>>,
}

/// A conversation of any day in what coming back is told by.
#[derive(Debug)]
pub struct Seen<'a> {
    /// Its name.
    pub id: &'a str,
    /// When it began.
    pub started: Moment,
    /// The kind it was when it ended.
    pub kind: Kind,
    /// The names of the conversations it belongs to.
    pub links: Vec<&'a str>,
}

impl<'a> Ground<'a> {
    /// Gives each conversation of the period its number: `talks` are in order, and `names` are those that others go by.
    pub fn new(
        period: Period,
        today: NaiveDate,
        talks: Vec<&'a Talk>,
        others: &'a Others,
        looked: &'a Looked,
        names: &Names,
    ) -> Self {
        let keys = keys(&talks);
        let numbers: HashMap<&str, u32> = keys.iter().copied().zip(0..).collect();
        let with = |talk: &Talk| talk.person().and_then(|key| numbers.get(key).copied());
        let held = (0..).zip(&talks).map(|(number, talk)| Held {
            number,
            person: with(talk),
            talk,
            noted: &talk.noted,
        });
        let held: Vec<Held<'a>> = held.collect();
        let people = people(&held, &keys, others, names);
        Self {
            period,
            today,
            others,
            looked,
            held,
            people,
        }
    }

    /// Every conversation of the period.
    pub fn everything(&self) -> Members {
        self.held.iter().map(|held| held.number).collect()
    }

    /// The conversations of the period that are so.
    pub fn held_where(&self, is_so: impl Fn(&Held<'a>) -> bool) -> Members {
        let held = self.held.iter().filter(|held| is_so(held));
        held.map(|held| held.number).collect()
    }

    /// What each conversation of the period has more than one of, with a number for each.
    pub fn each<'g, T>(
        &'g self,
        of: impl Fn(&'g Held<'a>) -> T,
    ) -> impl Iterator<Item = (u32, &'g Held<'a>, T::Item)>
    where
        T: IntoIterator,
        'a: 'g,
    {
        let each = self.held.iter().flat_map(move |held| {
            let things = of(held).into_iter();
            things.map(move |thing| (held, thing))
        });
        (0..)
            .zip(each)
            .map(|(number, (held, thing))| (number, held, thing))
    }
}

/// Whoever was met, once each, in order.
fn keys<'a>(talks: &[&'a Talk]) -> Vec<&'a str> {
    let mut keys: Vec<&str> = talks.iter().filter_map(|talk| talk.person()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Everybody met, with all their conversations.
fn people<'a>(
    held: &[Held<'a>],
    keys: &[&str],
    others: &'a Others,
    names: &Names,
) -> Vec<Person<'a>> {
    let none_yet = |number| Person {
        number,
        talks: vec![],
    };
    let mut people: Vec<Person<'a>> = (0..).take(keys.len()).map(none_yet).collect();
    for held in held {
        if let Some(person) = held.person {
            people[person as usize].talks.push(Seen::of(held.talk));
        }
    }
    let named = keys.iter().map(|key| names.number(key)).zip(&mut people);
    let mut met: HashMap<Number, &mut Person<'a>> = named
        .filter_map(|(name, person)| Some((name?, person)))
        .collect();
    for other in others.iter() {
        let person = other.person().and_then(|name| met.get_mut(&name));
        if let Some(person) = person {
            person.talks.push(Seen {
                id: other.id(),
                started: other.started(),
                kind: other.kind(),
                links: other.linked().collect(),
            });
        }
    }
    for person in &mut people {
        let talks = &mut person.talks;
        talks.sort_unstable_by(|one, other| one.order().cmp(&other.order()));
    }
    people
}

impl<'a> Seen<'a> {
    fn of(talk: &'a Talk) -> Self {
        Self {
            id: talk.id.as_str(),
            started: talk.started,
            kind: talk.kind,
            links: talk.links.iter().map(|link| link.to.as_str()).collect(),
        }
    }

    /// The local day it began.
    pub fn day(&self) -> NaiveDate {
        self.started.date_naive()
    }

    /// Whether one of the two says that it belongs to the other.
    pub fn is_linked_with(&self, talk: &Talk) -> bool {
        let theirs = || talk.links.iter().any(|link| link.to.as_str() == self.id);
        self.links.contains(&talk.id.as_str()) || theirs()
    }

    fn order(&self) -> (Moment, &'a str) {
        (self.started, self.id)
    }
}
