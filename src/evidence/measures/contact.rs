//! From first contact to the conversation, and who came back.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};

use super::{
    Ground,
    ground::{Held, Person, Seen},
    tables::{band, share, table, values},
};
use crate::{
    evidence::{
        brought::What,
        feedback::Asked,
        kept::Kept,
        measure::{Figure, MeasureId, Unit},
        report::{CountNote, Measure, Members, NoteAbout, Population},
        said::{self, groups},
        tally::Talk,
    },
    guide::Kind,
};

/// Days from first contact within which a conversation is soon.
const SOON: i64 = 3;

/// What is said of coming back, by months: the table's name, and the figure.
const WITHIN: [(u32, &str, Figure); 3] = [
    (3, "within-3", Figure::BackWithin3Months),
    (9, "within-9", Figure::BackWithin9Months),
    (12, "within-12", Figure::BackWithin12Months),
];

/// Days from first contact to the day a conversation began.
pub fn first_talk(ground: &Ground<'_>) -> Measure {
    let of = Population::Conversations;
    let days = |held: &Held<'_>| days_since_contact(held).filter(|days| *days >= 0);
    let held = || ground.held.iter();
    let placed = held().map(|held| match days(held) {
        Some(days) => (held.number, band(days, groups::FIRST_TALK_BEGIN)),
        None => (held.number, groups::FIRST_TALK.len() - 1),
    });
    let known = held().filter_map(|held| Some((held.number, days(held)? as f64)));
    let (spread, figure) = values(Figure::DaysToFirstTalk, Unit::Days, of, known.collect());
    let soon = ground.held_where(|held| days(held).is_some_and(|days| days <= SOON));
    let after = ground.held_where(|held| days_since_contact(held).is_some_and(|days| days < 0));
    Measure {
        tables: vec![table(
            MeasureId::FirstTalk,
            "days",
            of,
            groups::FIRST_TALK,
            placed,
        )],
        figures: vec![
            share(Figure::TalkWithin3Days, of, soon, spread.members.clone()),
            figure,
        ],
        spreads: vec![spread],
        noted: CountNote::of(NoteAbout::ContactedAfter, of, after)
            .into_iter()
            .collect(),
        ..Measure::new(MeasureId::FirstTalk)
    }
}

/// Days from the first contact to the day it began; under 0 where that is said to have been later.
fn days_since_contact(held: &Held<'_>) -> Option<i64> {
    let contacted = held.noted.contacted?;
    Some((held.talk.day() - contacted).num_days())
}

/// People back within so many months of their first listen and connect of the period.
pub fn back(ground: &Ground<'_>, kept: &Kept) -> Measure {
    let firsts = First::of_each(ground);
    let mut measure = Measure::new(MeasureId::Back);
    for (months, name, figure) in WITHIN {
        let came: Vec<(u32, Came)> = firsts
            .iter()
            .map(|first| (first.person.number, first.came_back(months, ground.today)))
            .collect();
        let where_so = |is_so: fn(Came) -> bool| -> Members {
            let came = came.iter().filter(|(_, came)| is_so(*came));
            came.map(|(number, _)| *number).collect()
        };
        let back = where_so(|came| came == Came::Back);
        let known = where_so(|came| came != Came::TooSoon);
        let placed = came.iter().map(|(number, came)| (*number, *came as usize));
        let of = Population::People;
        let table = table(measure.id, name, of, groups::BACK, placed);
        measure.tables.push(table);
        measure.figures.push(share(figure, of, back, known));
    }
    measure.read_with = notes(ground, kept);
    let unnamed = ground.held_where(|held| held.person.is_none());
    let conversations = Population::Conversations;
    let unnamed = CountNote::of(NoteAbout::NobodyNamed, conversations, unnamed);
    measure.noted.extend(unnamed);
    measure
}

/// Whether somebody came back, by their place among [`groups::BACK`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Back,
    NotBack,
    TooSoon,
}

/// Somebody's first listen and connect of the period: what coming back is counted from.
struct First<'g> {
    person: &'g Person<'g>,
    talk: &'g Talk,
}

impl<'g> First<'g> {
    /// One for each person who had one, by their number.
    fn of_each(ground: &'g Ground<'_>) -> Vec<Self> {
        let mut firsts: BTreeMap<u32, &Talk> = BTreeMap::new();
        for held in &ground.held {
            let person = held
                .person
                .filter(|_| held.talk.kind == Kind::ListenAndConnect);
            if let Some(person) = person {
                firsts.entry(person).or_insert(held.talk);
            }
        }
        let firsts = firsts.into_iter();
        firsts
            .map(|(person, talk)| Self {
                person: &ground.people[person as usize],
                talk,
            })
            .collect()
    }

    fn came_back(&self, months: u32, today: NaiveDate) -> Came {
        let day = self.talk.day();
        let last = day.checked_add_months(Months::new(months));
        let last = last.unwrap_or(NaiveDate::MAX - Days::new(1));
        if last >= today {
            return Came::TooSoon;
        }
        let is_back = |talk: &Seen<'_>| {
            let is_later = talk.started > self.talk.ended && talk.day() <= last;
            is_later && !talk.is_linked_with(self.talk)
        };
        match self.person.talks.iter().any(is_back) {
            true => Came::Back,
            false => Came::NotBack,
        }
    }
}

/// What people coming back cannot be read without, where it is not there.
fn notes(ground: &Ground<'_>, kept: &Kept) -> Vec<String> {
    let is_brought = |what: What| {
        let mut brought = kept.brought.iter().filter(|one| one.what == what);
        brought.any(|one| ground.period.contains(one.period))
    };
    let beside = [
        What::LongTermSupportStarted,
        What::SafeguardingConcerns,
        What::Complaints,
    ];
    let missing: Vec<What> = beside
        .into_iter()
        .filter(|what| !is_brought(*what))
        .collect();
    let mut asked = kept.feedback.iter();
    let is_asked = asked.any(|one| one.asked == Asked::People && ground.period.holds(one.on));
    let notes = [
        said::notes::not_brought_in(&missing),
        (!is_asked).then(|| said::notes::NOBODY_ASKED.to_owned()),
    ];
    notes.into_iter().flatten().collect()
}
