//! What a measure is worked out from: the conversations that count, in order, with a number for each of the period and
//! for each person.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::evidence::{
    period::Period,
    report::Members,
    tally::{Noted, Talk},
};

/// What a measure is worked out from.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The days the report is about.
    pub period: Period,
    /// The day it is made.
    pub today: NaiveDate,
    /// Every conversation that counts, of any day, in the order they began.
    pub all: Vec<&'a Talk>,
    /// Those of the period, by their number.
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
    pub talks: Vec<&'a Talk>,
}

impl<'a> Ground<'a> {
    /// Puts conversations in order and gives each its number.
    pub fn new(period: Period, today: NaiveDate, mut all: Vec<&'a Talk>) -> Self {
        all.sort_unstable_by_key(|talk| talk.order());
        let (held, people) = numbered(period, &all);
        Self {
            period,
            today,
            all,
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

fn numbered<'a>(period: Period, all: &[&'a Talk]) -> (Vec<Held<'a>>, Vec<Person<'a>>) {
    let in_period = all.iter().filter(|talk| period.holds(talk.day()));
    let mut keys: Vec<&str> = in_period.filter_map(|talk| talk.person()).collect();
    keys.sort_unstable();
    keys.dedup();
    let numbers: HashMap<&str, u32> = keys.into_iter().zip(0..).collect();
    let mut people: Vec<Person<'a>> = (0..)
        .take(numbers.len())
        .map(|number| Person {
            number,
            talks: vec![],
        })
        .collect();
    let mut held = vec![];
    for talk in all {
        let person = talk.person().and_then(|key| numbers.get(key).copied());
        if let Some(number) = person {
            people[number as usize].talks.push(talk);
        }
        let noted = talk.noted.as_deref();
        if let Some(noted) = noted.filter(|_| period.holds(talk.day())) {
            held.push((person, *talk, noted));
        }
    }
    let held = (0..).zip(held);
    let held = held.map(|(number, (person, talk, noted))| Held {
        number,
        person,
        talk,
        noted,
    });
    (held.collect(), people)
}
