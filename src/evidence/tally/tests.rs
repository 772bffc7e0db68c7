//! However rows come in and whoever reads them, the report is the same, and its tables add up.

use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{ConversationId, Link, Tie},
    evidence::{measure::MeasureId, report::Table, row::Promised},
    guide::Kind,
    record::{StepState, counted::Spent},
};

pub(in crate::evidence) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(in crate::evidence) fn half_a_year() -> Period {
    Period::new(day("2025-11-01"), day("2026-04-30")).expect("in order")
}

pub(in crate::evidence) fn id(nth: usize) -> ConversationId {
    ConversationId::read(&format!("2026-01-01-1000-listen-{nth}")).expect("an id")
}

/// What differs from row to row, in small numbers.
pub(in crate::evidence) type Facts = ((i64, usize, usize, usize), (usize, i64, usize, u32));

pub(in crate::evidence) fn facts() -> impl Strategy<Value = Facts> {
    let who = (-600_i64..600, 0_usize..3, 0_usize..7, 0_usize..12);
    (who, (0_usize..20, -3_i64..40, 0_usize..5, 0_u32..90))
}

/// Facts made into a row: days round the period, seven names of five people, links to any of the first twelve.
pub(in crate::evidence) fn row(
    nth: usize,
    ((hours, kind, person, link), (rare, days, few, minutes)): Facts,
) -> Row {
    let names = ["Joan M", "joan  m", "Amrit B", "Sam", "SAM", "Bo", " "];
    let typed = ["lunch club", "Lunch club ", "bus fare", "", "Été"];
    let began: crate::conversation::Moment = "2026-01-01T10:00:00+00:00".parse().expect("a time");
    let started = began + chrono::TimeDelta::hours(hours * 4);
    let made = started.date_naive();
    let later = made + chrono::TimeDelta::days(days);
    let states = [
        StepState::Open,
        StepState::Done,
        StepState::Dropped,
        StepState::Moved,
    ];
    let ties = [Tie::CheckInOn, Tie::CheckedBy, Tie::CarerOf];
    Row {
        id: id(nth),
        kind: Kind::ALL[kind],
        moved: vec![Kind::ALL[few % 3]; usize::from(rare % 3 == 0)],
        person: names.get(person).map(|&name| name.to_owned()),
        started,
        ended: started + chrono::TimeDelta::minutes(minutes.into()),
        void: rare == 1,
        old_way: (rare == 2).then(|| "Before".to_owned()),
        contacted: (rare > 10).then(|| made - chrono::TimeDelta::days(days)),
        route: typed.get(rare).map(|&route| route.to_owned()),
        handed_over: vec![Some(typed[few].to_owned()); rare % 3],
        talked_over: rare % 4,
        steps: vec![
            Promised {
                made,
                agreed: (few > 0).then_some(later),
                state: states[few % 4],
                settled: (few > 1).then_some(later),
                again: rare > 12,
            };
            kind
        ],
        spent: vec![
            Spent {
                pence: minutes * 70,
                what: typed[few].to_owned(),
            };
            rare % 2
        ],
        connected: vec![(few > 1).then(|| typed[few].to_owned()); kind],
        mattered: vec!["what-matters".to_owned(); few],
        had_copy: rare % 2 == 0,
        no_copy_home: rare % 5 == 0,
        words: rare * 40,
        talk_minutes: (few > 0).then_some(minutes),
        links: (link < 6)
            .then(|| Link {
                to: id(link),
                tie: ties[few % 3],
            })
            .into_iter()
            .collect(),
        steady: (rare > 14).then_some((started, rare != 15)),
        again: rare == 16,
    }
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let rows = prop::collection::vec(facts(), 0..40);
    rows.prop_map(|facts| {
        let rows = facts.into_iter().enumerate();
        rows.map(|(nth, facts)| row(nth, facts)).collect()
    })
}

fn tally<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Tally {
    let mut tally = Tally::new(half_a_year(), day("2026-05-15"));
    rows.into_iter().for_each(|row| tally.take(row));
    tally
}

fn tables(report: &Report) -> impl Iterator<Item = (MeasureId, &Table)> {
    let measures = report.measures.iter();
    measures.flat_map(|measure| measure.tables.iter().map(|table| (measure.id, table)))
}

proptest! {
    #[test]
    fn any_number_of_readers_in_any_order_make_the_same_report(
        (rows, readers) in rows().prop_flat_map(|rows| {
            let readers = prop::collection::vec(0_usize..4, rows.len());
            (Just(rows).prop_shuffle(), readers)
        }),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let mut in_order = rows.clone();
        in_order.sort_by(|one, other| one.id.cmp(&other.id));
        let alone = tally(&in_order);
        let mut together = tally([]);
        for reader in order {
            let theirs = rows.iter().zip(&readers).filter(|(_, of)| **of == reader);
            together.merge(tally(theirs.map(|(row, _)| row)));
        }
        prop_assert_eq!(together.report(&Kept::default()), alone.report(&Kept::default()));
        prop_assert_eq!(together.baselines(), alone.baselines());
        prop_assert_eq!(
            together.people().collect::<Vec<_>>(),
            alone.people().collect::<Vec<_>>()
        );
        prop_assert_eq!(
            together.conversations().collect::<Vec<_>>(),
            alone.conversations().collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_groups_of_a_table_add_up_to_its_total(rows in rows()) {
        let report = tally(&rows).report(&Kept::default());
        for (id, table) in tables(&report) {
            let sum: usize = table.groups.iter().filter_map(|group| group.count.known()).sum();
            let total = table.total.known().expect("shown");
            let overlaps = id == MeasureId::Kinds && ["people", "moves", "people-moves"].contains(&table.name);
            prop_assert!(if overlaps { sum >= total } else { sum == total }, "{} of {id:?}", table.name);
            let numbers = table.groups.iter().flat_map(|group| &group.members).max();
            prop_assert!(numbers.is_none_or(|number| (number as usize) < 200));
        }
        let held = report.counted.conversations.known();
        for (id, name) in [
            (MeasureId::Kinds, "weeks"),
            (MeasureId::Kinds, "conversations"),
            (MeasureId::FirstTalk, "days"),
            (MeasureId::Routes, "routes"),
            (MeasureId::HandOffs, "conversations"),
            (MeasureId::Copies, "copies"),
            (MeasureId::Length, "against"),
            (MeasureId::TalkedOver, "conversations"),
        ] {
            let table = report.measure(id).and_then(|measure| measure.table(name));
            prop_assert_eq!(table.and_then(|table| table.total.known()), held, "{}", name);
        }
    }

    #[test]
    fn those_seen_in_quarters_are_those_who_were_counted(rows in rows()) {
        let tally = tally(&rows);
        let report = tally.report(&Kept::default());
        let mut people: Vec<&str> = tally.people().map(|seen| seen.key).collect();
        people.dedup();
        prop_assert_eq!(Some(people.len()), report.counted.people.known());
        prop_assert_eq!(Some(tally.conversations().count()), report.counted.conversations.known());
        for seen in tally.conversations() {
            prop_assert!(half_a_year().quarters().any(|quarter| quarter == seen.quarter));
        }
    }
}

#[test]
fn somebody_is_seen_once_a_quarter_as_the_kind_of_their_last_talk_in_it() {
    let talk = |nth, started: &str, kind| Row {
        started: started.parse().expect("a time"),
        kind,
        moved: vec![],
        person: Some("Joan M".to_owned()),
        void: false,
        old_way: None,
        ..row(nth, ((0, 0, 0, 9), (0, 0, 0, 0)))
    };
    let rows = [
        talk(1, "2026-02-01T10:00:00+00:00", Kind::Crisis),
        talk(2, "2026-01-01T10:00:00+00:00", Kind::ListenAndConnect),
        talk(3, "2025-12-31T10:00:00+00:00", Kind::GoodLife),
        // Before the period, though in a quarter that reaches into it.
        talk(4, "2025-10-31T10:00:00+00:00", Kind::Crisis),
    ];
    let tally = tally(&rows);
    let quarter = |text| Period::quarter_of(day(text));
    let seen: Vec<_> = tally.people().collect();
    assert_eq!(
        seen,
        [
            PersonSeen {
                key: "joan m",
                quarter: quarter("2025-12-31"),
                kind: Kind::GoodLife
            },
            PersonSeen {
                key: "joan m",
                quarter: quarter("2026-01-01"),
                kind: Kind::Crisis
            }
        ]
    );
    let ids: Vec<_> = tally.conversations().map(|seen| seen.id.clone()).collect();
    assert_eq!(ids, [id(3), id(2), id(1)]);
}
