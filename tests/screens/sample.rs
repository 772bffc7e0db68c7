//! A report made by hand: the numbers of the example the screens were drawn from, and some that say little.

use alongside::evidence::{
    compare::{Share, shares},
    kept::Kept,
    measure::{Figure, MeasureId, Unit},
    period::Period,
    report::{
        Amount, Comparison, Count, Group, Measure, Members, Population, Report, Sum, Summary, Table,
    },
    spread::Spread,
    story::{Permission, Reach, Story, Told},
    tally::Tally,
};
use chrono::NaiveDate;

/// January to March 2026.
pub fn quarter() -> Period {
    Period::quarter_of(day("2026-03-10"))
}

/// A team's quarter: 148 conversations, a baseline, a story.
pub fn report() -> Report {
    let mut report = nothing();
    report.counted.conversations = Count::Is(148);
    report.counted.people = Count::Is(131);
    report.counted.unnamed = Count::Is(4);
    report.counted.voided = Count::Is(1);
    report.stories = vec![story()];
    put(&mut report, kinds());
    put(&mut report, next_steps());
    put(&mut report, first_talk());
    put(&mut report, back());
    put(&mut report, connections());
    put(&mut report, spends());
    put(&mut report, mattered());
    report
}

/// A home that is six conversations old, one of which could not be read.
pub fn few() -> Report {
    let mut report = nothing();
    report.counted.conversations = Count::Is(6);
    report.counted.people = Count::Is(6);
    report.counted.unreadable = vec!["2026-03-02-0900-listen-7k3f".to_owned()];
    report.counted.unreadable_count = 1;
    let groups = [("Same day", 1), ("1 to 2 days", 3), ("Not done yet", 1)];
    put(
        &mut report,
        Measure {
            tables: vec![table("days", "How long until it happened", &groups)],
            ..Measure::new(MeasureId::NextSteps)
        },
    );
    report
}

/// A home with six records, none of them of these days.
pub fn none_in_these_days() -> Report {
    let mut report = nothing();
    report.counted.of_any_day = 6;
    report
}

/// A home with no records.
pub fn nothing() -> Report {
    Tally::new(quarter(), day("2026-03-10")).report(&Kept::default())
}

fn put(report: &mut Report, measure: Measure) {
    let at = MeasureId::ALL.iter().position(|id| *id == measure.id);
    report.measures[at.expect("it is one of them")] = measure;
}

fn kinds() -> Measure {
    let weeks = [
        ("5 Jan", [7, 2, 1]),
        ("12 Jan", [8, 3, 1]),
        ("19 Jan", [6, 6, 1]),
        ("26 Jan", [9, 4, 2]),
        ("2 Feb", [10, 3, 1]),
        ("9 Feb", [9, 3, 2]),
        ("16 Feb", [11, 2, 2]),
        ("23 Feb", [12, 3, 2]),
        ("2 Mar", [13, 4, 3]),
        ("9 Mar", [12, 4, 2]),
    ];
    let kinds = ["Listen and connect", "Crisis", "Good life"];
    let mut next = 0;
    let groups = weeks.into_iter().flat_map(|(week, counts)| {
        let parts = kinds.into_iter().zip(counts);
        parts.map(move |(kind, count)| (week, kind, count))
    });
    let groups = groups.map(|(week, kind, count)| Group {
        part: Some(kind.to_owned()),
        ..Group::of(week, some(&mut next, count))
    });
    let mut each = Table::of(
        "weeks",
        "Conversations each week, by kind",
        Population::Conversations,
        groups.collect(),
    );
    each.screen_only = true;
    let all = [
        ("Listen and connect", 97),
        ("Crisis", 34),
        ("Good life", 17),
    ];
    Measure {
        tables: vec![
            each,
            table(
                "conversations",
                "Conversations, by the kind they were when they ended",
                &all,
            ),
        ],
        comparisons: vec![crisis()],
        ..Measure::new(MeasureId::Kinds)
    }
}

fn crisis() -> Comparison {
    let share = |count, of| Share::new(count, of).expect("a share");
    let interval = shares(share(31, 112), share(34, 148));
    Comparison {
        figure: Figure::Crisis,
        name: "the same months last year".to_owned(),
        period: Period::quarter_of(day("2025-03-10")),
        counted_by: "S. Lane".to_owned(),
        definition: Some("Conversations that ended as a crisis, of all of them.".to_owned()),
        before: Amount::Share {
            count: Count::Is(31),
            of: Count::Is(112),
        },
        now: Amount::Share {
            count: Count::Is(34),
            of: Count::Is(148),
        },
        interval,
        went: interval.map(|interval| interval.went()),
        warnings: vec!["Site took one postcode; two extra workers.".to_owned()],
        who: None,
    }
}

fn next_steps() -> Measure {
    let groups = [
        ("Same day", 31),
        ("1 to 2 days", 46),
        ("3 to 7 days", 27),
        ("Over a week", 12),
        ("Not done yet", 9),
        ("No longer needed", 3),
    ];
    let spread = Spread {
        n: 116,
        lower: 1.0,
        median: 2.0,
        upper: 4.0,
    };
    Measure {
        tables: vec![table(
            "days",
            "How long until the next step happened",
            &groups,
        )],
        spreads: vec![Summary {
            title: "Days from a promise to the day it was kept".to_owned(),
            figure: Some(Figure::DaysToNextStep),
            unit: Unit::Days,
            of: Population::NextSteps,
            n: Count::Is(116),
            spread: Some(spread),
            members: Members::new(),
        }],
        comparisons: vec![Comparison {
            figure: Figure::DaysToNextStep,
            name: "the same months last year".to_owned(),
            period: Period::quarter_of(day("2025-03-10")),
            counted_by: "S. Lane".to_owned(),
            definition: None,
            before: Amount::Median {
                n: Count::Is(96),
                median: Some(11.0),
                quartiles: Some((5.0, 19.0)),
            },
            now: Amount::Median {
                n: Count::Is(116),
                median: Some(2.0),
                quartiles: Some((1.0, 4.0)),
            },
            interval: None,
            went: None,
            warnings: vec![],
            who: None,
        }],
        ..Measure::new(MeasureId::NextSteps)
    }
}

fn first_talk() -> Measure {
    let groups = [("Same day", 2_104), ("1 to 3 days", 911), ("Not said", 12)];
    Measure {
        tables: vec![table("days", "Days from first contact", &groups)],
        ..Measure::new(MeasureId::FirstTalk)
    }
}

fn back() -> Measure {
    let within = |name, title, counts: [usize; 3]| {
        let names = ["Back", "Not back", "Too soon to say"];
        let groups: Vec<(&str, usize)> = names.into_iter().zip(counts).collect();
        table(name, title, &groups)
    };
    Measure {
        tables: vec![
            within("within-3", "Back within 3 months", [11, 52, 34]),
            within("within-9", "Back within 9 months", [0, 0, 97]),
        ],
        ..Measure::new(MeasureId::Back)
    }
}

fn connections() -> Measure {
    let groups = [
        ("Family and neighbours", 58),
        ("Community and free", 44),
        ("Small one-off purchase", 11),
        ("Long-term paid support", 9),
    ];
    Measure {
        tables: vec![table("kinds", "Connections made, by kind", &groups)],
        ..Measure::new(MeasureId::Connections)
    }
}

fn spends() -> Measure {
    let groups = [("Under £10", 4), ("£10 to £24.99", 6), ("£50 and over", 1)];
    Measure {
        tables: vec![table("amounts", "How much was spent", &groups)],
        sums: vec![Sum {
            title: "All spends".to_owned(),
            pence: Some(24_250),
            n: Count::Is(11),
            of: Population::Spends,
            members: Members::new(),
        }],
        read_with: vec!["One spend names no amount. It is not in it.".to_owned()],
        ..Measure::new(MeasureId::Spends)
    }
}

fn mattered() -> Measure {
    let groups = [
        ("Seeing people", 41),
        ("Being in my own home", 37),
        ("Not being a burden", 29),
        ("Getting out", 26),
        ("Money worries", 14),
        ("Faith", 8),
    ];
    Measure {
        tables: vec![table("topics", "What mattered most, by topic", &groups)],
        ..Measure::new(MeasureId::Mattered)
    }
}

fn story() -> Story {
    let mut parts: [String; 8] = Default::default();
    parts[4] = "\"It was the first time anyone asked what I did on a Tuesday.\"".to_owned();
    Story {
        id: "a-tuesday".to_owned(),
        parts,
        went: Told::Better,
        permission: Some(Permission {
            given_by: "the person".to_owned(),
            on: day("2026-02-01"),
            reach: Reach::Team,
            to_use: "team meetings".to_owned(),
            until: day("2027-02-01"),
            withdrawn: None,
        }),
    }
}

fn table(name: &'static str, title: &str, groups: &[(&str, usize)]) -> Table {
    let mut next = 0;
    let groups = groups.iter();
    let groups = groups.map(|(name, count)| Group::of(*name, some(&mut next, *count)));
    Table::of(name, title, Population::Conversations, groups.collect())
}

/// So many who are in no other group.
fn some(next: &mut u32, count: usize) -> Members {
    let from = *next;
    *next += u32::try_from(count).expect("a small number");
    (from..*next).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
