//! Each measure over a handful of conversations that a reader can count by hand.

mod colleagues;
mod contact;
mod crises;
mod kept_beside;
mod kinds;
mod records;
mod steps;

use chrono::{NaiveDate, TimeDelta};

use crate::{
    conversation::{ConversationId, Link, Tie},
    evidence::{
        kept::Kept,
        measure::{Figure, MeasureId},
        period::Period,
        report::{Count, Measure, NowAmount, Report, Table},
        row::{Promised, Row},
        said,
        tally::Tally,
    },
    guide::Kind,
    record::StepState,
};

/// The days most of these are about.
pub fn first_quarter() -> Period {
    period("2026-01-01", "2026-03-31")
}

pub fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).expect("in order")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The day these reports are made on: all of the quarter is over, and little after it.
pub fn today() -> NaiveDate {
    day("2026-04-10")
}

/// A listen and connect of half an hour that began then, with nothing noted in it. `2026-01-05T10:00` is UTC.
pub fn row(nth: u64, started: &str) -> Row {
    let whole = match started.len() {
        16 => format!("{started}:00+00:00"),
        _ => started.to_owned(),
    };
    let started = whole.parse().expect("a time");
    Row {
        id: ConversationId::new(started, Kind::ListenAndConnect, nth),
        kind: Kind::ListenAndConnect,
        moved: vec![],
        person: None,
        started,
        ended: started + TimeDelta::minutes(30),
        void: false,
        old_way: None,
        contacted: None,
        route: None,
        handed_over: vec![],
        talked_over: 0,
        steps: vec![],
        spent: vec![],
        connected: vec![],
        mattered: vec![],
        had_copy: false,
        no_copy_home: false,
        words: 0,
        talk_minutes: None,
        links: vec![],
        steady: None,
        again: false,
    }
}

/// The same with a person.
pub fn with(person: &str, nth: u64, started: &str) -> Row {
    Row {
        person: Some(person.to_owned()),
        ..row(nth, started)
    }
}

pub fn crisis(nth: u64, started: &str) -> Row {
    Row {
        kind: Kind::Crisis,
        ..row(nth, started)
    }
}

pub fn check_in(on: &Row, nth: u64, started: &str) -> Row {
    let tie = Tie::CheckInOn;
    Row {
        links: vec![Link {
            to: on.id.clone(),
            tie,
        }],
        person: on.person.clone(),
        ..crisis(nth, started)
    }
}

pub fn step(made: &str, agreed: Option<&str>, state: StepState, settled: Option<&str>) -> Promised {
    Promised {
        made: day(made),
        agreed: agreed.map(day),
        state,
        settled: settled.map(day),
        again: false,
    }
}

pub fn report(rows: &[Row]) -> Report {
    report_with(rows, &Kept::default())
}

pub fn report_with(rows: &[Row], kept: &Kept) -> Report {
    let mut tally = Tally::new(first_quarter(), today());
    rows.iter().for_each(|row| tally.take(row));
    tally.report(kept)
}

pub fn measure(report: &Report, id: MeasureId) -> &Measure {
    report.measure(id).expect("every measure is there")
}

/// The groups of a table that hold anybody: `Same day 2`.
pub fn groups(measure: &Measure, name: &str) -> Vec<String> {
    let groups = table(measure, name).groups.iter();
    let held = groups.filter(|group| !group.members.is_empty());
    held.map(|group| {
        let count = group.count.known().expect("is shown");
        assert_eq!(count as u64, group.members.len());
        match &group.part {
            Some(part) => format!("{}, {part} {count}", group.name),
            None => format!("{} {count}", group.name),
        }
    })
    .collect()
}

pub fn table<'m>(measure: &'m Measure, name: &str) -> &'m Table {
    let found = measure.table(name);
    found.unwrap_or_else(|| panic!("{name} is no table of {:?}", measure.id))
}

/// How many of how many, which must be as many as are named in it.
pub fn share(measure: &Measure, figure: Figure) -> (usize, usize) {
    match &measure.figure(figure).expect("is there").amount {
        NowAmount::Share {
            count,
            of,
            members,
            others,
        } => {
            let (count, of) = (count.known().expect("shown"), of.known().expect("shown"));
            assert!(members.is_disjoint(others));
            assert_eq!(
                (count as u64, of as u64),
                (members.len(), members.len() + others.len())
            );
            (count, of)
        }
        NowAmount::Values { .. } => panic!("{figure:?} is values"),
    }
}

/// The values of a figure, from the least.
pub fn values(measure: &Measure, figure: Figure) -> Vec<f64> {
    match &measure.figure(figure).expect("is there").amount {
        NowAmount::Values { values, n, .. } => {
            assert_eq!(n.known(), Some(values.len()));
            let mut values = values.clone();
            values.sort_by(f64::total_cmp);
            values
        }
        NowAmount::Share { .. } => panic!("{figure:?} is a share"),
    }
}
