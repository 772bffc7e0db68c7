//! People and conversations by kind, and moves between kinds: within a conversation, and from one to the next.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Ground,
    tables::{named, share, table},
};
use crate::{
    evidence::{
        measure::{Figure, MeasureId},
        period::{first_of_month, monday},
        report::{Group, Measure, Members, Population, Table},
        said,
    },
    guide::Kind,
};

const ID: MeasureId = MeasureId::Kinds;

/// More weeks are drawn as months.
const MOST_WEEKS: usize = 60;

/// From a kind to another.
type Move = (Kind, Kind);

/// People and conversations by kind, each week, and movement between kinds.
pub fn kinds(ground: &Ground<'_>) -> Measure {
    let moved = moves(ground);
    let any = ground.held_where(|held| held.noted.moves().next().is_some());
    let crisis = ground.held_where(|held| held.talk.kind == Kind::Crisis);
    let of = Population::Conversations;
    Measure {
        tables: vec![
            over_time(ground),
            conversations(ground),
            people(ground),
            by_move("moves", of, moved),
            by_move("people-moves", Population::People, people_moves(ground)),
        ],
        figures: vec![
            share(Figure::Crisis, of, crisis, ground.everything()),
            share(Figure::Moved, of, any, ground.everything()),
        ],
        ..Measure::new(ID)
    }
}

/// Every week the period reaches into, also one in which nothing was; of very many weeks every month.
fn over_time(ground: &Ground<'_>) -> Table {
    let period = ground.period;
    if period.weeks().nth(MOST_WEEKS).is_some() {
        let months = period.months().map(|month| (month, said::month(month)));
        return each_time(ground, "months", months, first_of_month);
    }
    let has_years = period.holds_a_new_year();
    let weeks = period
        .weeks()
        .map(|week| (week, said::week(week, has_years)));
    each_time(ground, "weeks", weeks, monday)
}

/// A bar for each of these times, by the day each begins on; but none that has not begun, unless a clock was wrong and
/// something is in it.
fn each_time(
    ground: &Ground<'_>,
    name: &'static str,
    times: impl Iterator<Item = (NaiveDate, String)>,
    begins: impl Fn(NaiveDate) -> NaiveDate,
) -> Table {
    let mut held: BTreeMap<_, Members> = BTreeMap::new();
    for one in &ground.held {
        let time = (begins(one.talk.day()), place(one.talk.kind));
        held.entry(time).or_default().insert(one.number);
    }
    let last = held.keys().map(|(time, _)| *time).max();
    let last = last.map_or(ground.today, |last| last.max(ground.today));
    let mut groups = vec![];
    for (time, name) in times.take_while(|(time, _)| *time <= last) {
        groups.extend(Kind::ALL.map(|kind| Group {
            part: Some(said::kind(kind).to_owned()),
            ..Group::of(
                name.as_str(),
                held.remove(&(time, place(kind))).unwrap_or_default(),
            )
        }));
    }
    Table {
        screen_only: true,
        ..named(ID, name, Population::Conversations, groups)
    }
}

fn conversations(ground: &Ground<'_>) -> Table {
    let held = ground.held.iter();
    let placed = held.map(|held| (held.number, place(held.talk.kind)));
    let names = Kind::ALL.map(said::kind);
    table(
        ID,
        "conversations",
        Population::Conversations,
        names,
        placed,
    )
}

/// Somebody who had talks of two kinds is in both groups.
fn people(ground: &Ground<'_>) -> Table {
    let held = ground.held.iter();
    let placed = held.filter_map(|held| Some((held.person?, place(held.talk.kind))));
    let names = Kind::ALL.map(said::kind);
    table(ID, "people", Population::People, names, placed)
}

/// The conversations in which each move happened.
fn moves(ground: &Ground<'_>) -> BTreeMap<(usize, usize), Members> {
    let mut moves: BTreeMap<_, Members> = BTreeMap::new();
    for held in &ground.held {
        for one in held.noted.moves() {
            moves.entry(places(one)).or_default().insert(held.number);
        }
    }
    moves
}

/// The people whose conversation was of another kind than the one just before it, of whatever day that one was.
fn people_moves(ground: &Ground<'_>) -> BTreeMap<(usize, usize), Members> {
    let mut moves: BTreeMap<_, Members> = BTreeMap::new();
    for person in &ground.people {
        for two in person.talks.windows(2) {
            let (before, now) = (two[0], two[1]);
            if before.kind() != now.kind() && ground.period.holds(now.day()) {
                let between = places((before.kind(), now.kind()));
                moves.entry(between).or_default().insert(person.number);
            }
        }
    }
    moves
}

/// Moves that happened, in the order of the kinds.
fn by_move(
    name: &'static str,
    of: Population,
    mut moves: BTreeMap<(usize, usize), Members>,
) -> Table {
    let from_to = Kind::ALL
        .into_iter()
        .flat_map(|from| Kind::ALL.map(|to| (from, to)));
    let groups = from_to.filter_map(|(from, to)| {
        let members = moves.remove(&places((from, to)))?;
        Some(Group::of(said::moved(from, to), members))
    });
    named(ID, name, of, groups.collect())
}

fn places((from, to): Move) -> (usize, usize) {
    (place(from), place(to))
}

/// The place of a kind in their order.
fn place(kind: Kind) -> usize {
    Kind::ALL.iter().take_while(|one| **one != kind).count()
}
