//! A report made by hand, with something in every place it can have something.

use alongside::evidence::{
    compare::{Interval, Went},
    measure::{Figure, MeasureId, Unit},
    period::Period,
    report::{
        Amount, Comparison, Count, Counted, Group, Measure, Members, Now, NowAmount, Population,
        Report, Sum, Summary, Table,
    },
    spread::Spread,
    story::{PARTS, Permission, Reach, Story, Told},
};
use chrono::NaiveDate;

/// Words that somebody typed, or a team's file has, wherever a report repeats some.
pub struct Typed<'a> {
    pub group: &'a str,
    pub baseline: &'a str,
    pub counted_by: &'a str,
    pub note: &'a str,
    pub story: &'a str,
}

pub const PLAIN: Typed<'_> = Typed {
    group: "Connected locally",
    baseline: "North team",
    counted_by: "S. Lane",
    note: "Where nobody noted the day, it is left out of how long it took.",
    story: "She rings the bus company herself now.\n\nNobody asked her to.",
};

pub fn report(typed: &Typed<'_>) -> Report {
    let mut measures = MeasureId::ALL.map(Measure::new).to_vec();
    fill(&mut measures, typed);
    Report {
        period: period("2026-01-01", "2026-03-31"),
        made: period("2026-01-01", "2026-03-31").to(),
        counted: Counted {
            conversations: Count::Is(148),
            people: Count::Is(131),
            unnamed: Count::Is(9),
            nameless: members(0, 9),
            voided: Count::Is(2),
            unreadable_count: 1,
            ..Counted::default()
        },
        measures,
        stories: vec![story(typed)],
        troubles: vec![],
    }
}

fn fill(measures: &mut [Measure], typed: &Typed<'_>) {
    let of = |id: MeasureId| {
        let at = MeasureId::ALL.iter().position(|one| *one == id);
        at.expect("one of them")
    };
    let steps = &mut measures[of(MeasureId::NextSteps)];
    let days = [
        ("Same day", 31),
        ("1 to 2 days", 46),
        ("3 to 7 days", 27),
        ("Over a week", 12),
        ("Not done yet", 9),
        ("No longer needed", 0),
    ];
    steps.tables.push(Table::of(
        "days",
        "How long until the next step happened",
        Population::NextSteps,
        groups(&days),
    ));
    let until = [(0.0, 31), (2.0, 46), (4.0, 27), (9.0, 12)];
    let until = until.map(|(days, held)| std::iter::repeat_n(days, held));
    steps.spreads.push(Summary {
        title: "Days from a promise to the day it was kept".to_owned(),
        figure: Some(Figure::DaysToNextStep),
        unit: Unit::Days,
        of: Population::NextSteps,
        n: Count::Is(116),
        spread: Spread::of(until.into_iter().flatten()),
        members: members(0, 116),
    });
    steps.read_with.push(typed.note.to_owned());

    let talk = &mut measures[of(MeasureId::FirstTalk)];
    talk.figures.push(share(Figure::TalkWithin3Days, 60, 148));
    let (before, now) = ((31, 112), (60, 148));
    talk.comparisons
        .push(comparison(typed, before, now, Went::Up));
    talk.comparisons
        .push(comparison(typed, (0, 9), now, Went::NoClearChange));

    let routes = &mut measures[of(MeasureId::Routes)];
    let sizes = [
        ("", 80),
        ("Equipment", 40),
        ("Nothing more", 25),
        ("Telecare", 3),
    ];
    let mut all = groups(&sizes);
    all[0].name = typed.group.to_owned();
    routes.tables.push(Table::of(
        "routes",
        "What happened next",
        Population::Conversations,
        all,
    ));

    let spends = &mut measures[of(MeasureId::Spends)];
    spends.sums.push(Sum {
        title: "All spends".to_owned(),
        pence: Some(41_250),
        n: Count::Is(31),
        of: Population::Spends,
        members: members(0, 31),
    });

    let length = &mut measures[of(MeasureId::Length)];
    let mut against = groups(&[("Under 15", 60), ("Under 15", 40), ("15 to 29", 48)]);
    for (group, part) in
        against
            .iter_mut()
            .zip(["Under 100 words", "100 to 249 words", "100 to 249 words"])
    {
        group.part = Some(part.to_owned());
    }
    length.tables.push(Table::of(
        "against",
        "Minutes of talk and words in the record",
        Population::Conversations,
        against,
    ));

    let weeks = Table {
        screen_only: true,
        ..Table::of(
            "weeks",
            "Conversations each week",
            Population::Conversations,
            groups(&[("a week for the screen alone", 12)]),
        )
    };
    measures[of(MeasureId::Kinds)].tables.push(weeks);
}

fn comparison(
    typed: &Typed<'_>,
    before: (usize, usize),
    now: (usize, usize),
    went: Went,
) -> Comparison {
    let share = |(count, of): (usize, usize)| Amount::Share {
        count: Count::Is(count),
        of: Count::Is(of),
    };
    Comparison {
        figure: Figure::TalkWithin3Days,
        name: typed.baseline.to_owned(),
        period: period("2025-04-01", "2025-06-30"),
        counted_by: typed.counted_by.to_owned(),
        definition: Some(typed.note.to_owned()),
        before: share(before),
        now: share(now),
        interval: Some(Interval {
            from: 0.01,
            to: 0.24,
        }),
        went: Some(went),
        warnings: vec![typed.note.to_owned()],
        who: None,
    }
}

fn share(figure: Figure, count: usize, of: usize) -> Now {
    Now {
        figure,
        of: Population::Conversations,
        amount: NowAmount::Share {
            count: Count::Is(count),
            of: Count::Is(of),
            members: members(0, count),
            others: members(count, of - count),
        },
    }
}

fn story(typed: &Typed<'_>) -> Story {
    let mut parts = PARTS.map(|_| String::new());
    parts[0] = "A woman of eighty who misses the bus".to_owned();
    parts[4] = typed.story.to_owned();
    Story {
        id: "zq-name-of-a-file".to_owned(),
        parts,
        went: Told::Better,
        permission: Some(Permission {
            given_by: "The person".to_owned(),
            on: day("2026-03-01"),
            reach: Reach::Council,
            to_use: "team meetings".to_owned(),
            until: day("2026-12-31"),
            withdrawn: None,
        }),
    }
}

fn groups(sizes: &[(&str, usize)]) -> Vec<Group> {
    let mut next = 0;
    let sizes = sizes.iter();
    sizes
        .map(|(name, size)| {
            let from = next;
            next += size;
            Group::of(*name, members(from, *size))
        })
        .collect()
}

fn members(from: usize, count: usize) -> Members {
    let number = |at: usize| u32::try_from(at).expect("few");
    (number(from)..number(from + count)).collect()
}

fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).expect("in order")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
