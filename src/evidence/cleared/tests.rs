mod beside;
mod forms;
mod middles;
mod months;
mod real;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::{
    evidence::{
        compare::{Interval, Went},
        hide::tests::some_sum_is_small,
        measure::{Figure, MeasureId, Unit},
        package::{About, Line, package},
        period::Period,
        report::*,
        spread::Spread,
        story::{Permission, Reach, Story},
    },
    guide::Kind,
};

fn period() -> Period {
    let day = |text: &str| text.parse().expect("a day");
    Period::new(day("2026-01-01"), day("2026-06-30")).expect("in order")
}

/// What is made up of a conversation.
#[derive(Debug, Clone)]
struct Talk {
    person: u32,
    kind: usize,
    route: usize,
    had_copy: bool,
    in_spring: bool,
}

const ROUTES: [&str; 4] = ["Link made", "Equipment", "asked Mrs Jones", "wrote to Ann"];
const KINDS: [&str; 3] = ["Listen and connect", "Crisis", "Good life"];

fn talks() -> impl Strategy<Value = Vec<Talk>> {
    let skewed = |most: usize| prop_oneof![4 => Just(0), 1 => 0..most];
    let talk = (
        0_u32..40,
        skewed(3),
        skewed(4),
        prop::bool::weighted(0.8),
        prop::bool::weighted(0.7),
    );
    let talk = talk.prop_map(|(person, kind, route, had_copy, in_spring)| Talk {
        person,
        kind,
        route,
        had_copy,
        in_spring,
    });
    prop::collection::vec(talk, 1..70)
}

fn those(talks: &[Talk], is_in: impl Fn(&Talk) -> bool) -> Members {
    (0_u32..)
        .zip(talks)
        .filter(|(_, talk)| is_in(talk))
        .map(|(nth, _)| nth)
        .collect()
}

fn people(talks: &[Talk], is_in: impl Fn(&Talk) -> bool) -> Members {
    talks
        .iter()
        .filter(|talk| is_in(talk))
        .map(|talk| talk.person)
        .collect()
}

fn report(talks: &[Talk]) -> Report {
    let all = |_: &Talk| true;
    let conversations = Population::Conversations;
    let table = |name, of, groups| Table::of(name, name, of, groups);
    let share = |figure, members: Members| Now {
        figure,
        of: conversations,
        amount: NowAmount::Share {
            count: Count::of(&members),
            of: Count::Is(talks.len()),
            others: &those(talks, all) - &members,
            members,
        },
    };
    let kind = |of: fn(&[Talk], usize) -> Members| {
        let groups = KINDS.iter().enumerate();
        groups
            .map(|(nth, name)| Group::of(*name, of(talks, nth)))
            .collect()
    };
    let mut kinds = Measure::new(MeasureId::Kinds);
    kinds.tables = vec![
        table(
            "conversations",
            conversations,
            kind(|talks, kind| those(talks, |one| one.kind == kind)),
        ),
        table(
            "people",
            Population::People,
            kind(|talks, kind| people(talks, |one| one.kind == kind)),
        ),
    ];
    kinds.figures = vec![share(Figure::Crisis, those(talks, |one| one.kind == 1))];
    let mut routes = Measure::new(MeasureId::Routes);
    let route = |(nth, name): (usize, &&str)| Group {
        typed: nth > 1,
        ..Group::of(*name, those(talks, |one| one.route == nth))
    };
    let groups = ROUTES.iter().enumerate().map(route).collect();
    routes.tables = vec![table("routes", conversations, groups)];
    let mut copies = Measure::new(MeasureId::Copies);
    copies.figures = vec![share(Figure::HadCopy, those(talks, |one| one.had_copy))];
    Report {
        period: period(),
        made: period().to(),
        counted: Counted {
            conversations: Count::Is(talks.len()),
            people: Count::of(&people(talks, all)),
            ..Counted::default()
        },
        measures: vec![kinds, routes, copies],
        stories: vec![],
        troubles: vec![],
    }
}

/// Pseudonyms that say who it is, so that the test can tell.
fn rows(talks: &[Talk]) -> Rows {
    let line = |number: u32, talk: &Talk| {
        let day = if talk.in_spring {
            "2026-02-01"
        } else {
            "2026-05-01"
        };
        Line {
            pseudonym: number.to_string(),
            quarter: Period::quarter_of(day.parse().expect("a day")),
            kind: Some(Kind::ALL[talk.kind]),
            number,
        }
    };
    let mut people: BTreeMap<(bool, u32), Line> = BTreeMap::new();
    for talk in talks {
        people.insert((talk.in_spring, talk.person), line(talk.person, talk));
    }
    let conversations = (0..).zip(talks).map(|(nth, talk)| line(nth, talk));
    Rows::new(
        "check".into(),
        people.into_values().collect(),
        conversations.collect(),
    )
}

/// The rows of a file of the package, by column.
fn read(files: &[(String, Vec<u8>)], path: &str) -> Vec<BTreeMap<String, String>> {
    let file = files.iter().find(|(name, _)| name == path);
    let bytes = &file.expect("a file").1;
    let rows = csv::Reader::from_reader(bytes.as_slice()).into_deserialize();
    rows.map(|row| row.expect("a row")).collect()
}

/// Every count in the package, as those it counts: conversations, then people. Names are looked up in what was made up.
fn said(talks: &[Talk], files: &[(String, Vec<u8>)]) -> [Vec<Vec<u32>>; 2] {
    let all = |_: &Talk| true;
    let [mut conversations, mut everybody] = [vec![], vec![]];
    let mut take = |row: &BTreeMap<String, String>, column: &str, of: &str, members: Members| {
        let count = &row[column];
        if count.is_empty() {
            return;
        }
        assert_eq!(count, &members.len().to_string(), "{row:?}");
        match of {
            "people" => everybody.push(members.iter().collect()),
            _ => conversations.push(members.iter().collect()),
        }
    };
    for row in read(files, "figures.csv") {
        let kind = |talk: &Talk| KINDS[talk.kind] == row["group"];
        let members = match row["table"].as_str() {
            "people" => people(talks, kind),
            "conversations" => those(talks, kind),
            _ if row["group"] == "Something else" => those(talks, |one| one.route > 1),
            _ => those(talks, |one| ROUTES[one.route] == row["group"]),
        };
        take(&row, "count", &row["table"], members);
    }
    for row in read(files, "tables.csv") {
        let members = match row["of"].as_str() {
            "people" => people(talks, all),
            _ => those(talks, all),
        };
        take(&row, "total", &row["of"], members);
    }
    for row in read(files, "shares.csv") {
        let members = match row["figure"].as_str() {
            "crisis" => those(talks, |one| one.kind == 1),
            _ => those(talks, |one| one.had_copy),
        };
        take(&row, "count", "conversations", members);
        take(&row, "of", "conversations", those(talks, all));
    }
    for row in read(files, "counted.csv") {
        match row["what"].as_str() {
            "people" => take(&row, "count", "people", people(talks, all)),
            "conversations" => take(&row, "count", "", those(talks, all)),
            _ => {}
        }
    }
    let mut classes: BTreeMap<(bool, String, String), Vec<u32>> = BTreeMap::new();
    for (path, _) in files.iter().filter(|(path, _)| path.contains('/')) {
        let is_people = path.starts_with("people/");
        for row in read(files, path) {
            let who = &row[if is_people { "person" } else { "conversation" }];
            let class = (is_people, row["quarter"].clone(), row["kind"].clone());
            classes
                .entry(class)
                .or_default()
                .push(who.parse().expect("a number"));
        }
    }
    for ((is_people, ..), members) in classes {
        assert!(members.len() >= 5, "a class of {}", members.len());
        let all = if is_people {
            &mut everybody
        } else {
            &mut conversations
        };
        all.push(members);
    }
    [conversations, everybody].map(|mut sets| {
        sets.iter_mut()
            .for_each(|set: &mut Vec<u32>| set.sort_unstable());
        let sets: BTreeSet<Vec<u32>> = sets.into_iter().filter(|set| !set.is_empty()).collect();
        sets.into_iter().collect()
    })
}

fn exported(cleared: &Cleared) -> Vec<(String, Vec<u8>)> {
    let about = About {
        team: "1f".into(),
        exported_on: period().to(),
    };
    package(cleared, &about)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Of very many numbers any seven are tried, so that over the runs all of them are.
    #[test]
    fn nothing_in_a_package_adds_up_to_a_small_group(talks in talks(), from in 0_usize..100, with_key in any::<bool>()) {
        let cleared = match with_key {
            true => Cleared::beside(report(&talks), Some(rows(&talks)), &[]),
            false => Cleared::of(report(&talks)),
        };
        for mut sets in said(&talks, &exported(&cleared)) {
            let len = sets.len().max(1);
            sets.rotate_left(from % len);
            sets.truncate(7);
            prop_assert!(!some_sum_is_small(&sets), "{sets:?}");
        }
    }
}

/// So many conversations with a person each, of these kinds.
fn of_kinds(counts: [usize; 3]) -> Vec<Talk> {
    let kinds = counts.iter().enumerate();
    let kinds = kinds.flat_map(|(kind, &count)| std::iter::repeat_n(kind, count));
    let talk = |(person, kind)| Talk {
        person,
        kind,
        route: 0,
        had_copy: true,
        in_spring: true,
    };
    (0..).zip(kinds).map(talk).collect()
}

#[test]
fn a_small_kind_is_hidden_with_the_next_in_figures_and_in_rows() {
    let talks = of_kinds([40, 3, 12]);
    let cleared = Cleared::beside(report(&talks), Some(rows(&talks)), &[]);
    let kinds = &cleared.report().measures[0];
    let counts: Vec<Count> = kinds.tables[0]
        .groups
        .iter()
        .map(|group| group.count)
        .collect();
    assert_eq!(counts, [Count::Is(40), Count::Hidden, Count::Hidden]);
    assert_eq!(kinds.tables[0].total, Count::Is(55));
    let files = exported(&cleared);
    let rows = read(&files, "conversations/2026-Q1.csv");
    let unsaid = rows.iter().filter(|row| row["kind"].is_empty()).count();
    assert_eq!((rows.len(), unsaid), (55, 15));
    let NowAmount::Share { count, .. } = kinds.figures[0].amount else {
        panic!("a share");
    };
    assert_eq!(count, Count::Hidden);
}

#[test]
fn a_quarter_of_too_few_is_left_out_and_cannot_be_worked_out() {
    let mut talks = of_kinds([30, 0, 0]);
    talks[..3]
        .iter_mut()
        .for_each(|talk| talk.in_spring = false);
    let cleared = Cleared::beside(report(&talks), Some(rows(&talks)), &[]);
    let files = exported(&cleared);
    assert!(!files.iter().any(|(path, _)| path.contains("Q2")));
    assert_eq!(cleared.report().counted.conversations, Count::Hidden);
}

#[test]
fn nothing_typed_and_nobody_in_particular_leaves() {
    let mut report = report(&of_kinds([40, 10, 12]));
    let routes = &mut report.measures[1];
    routes.tables[0].groups[2].members = (0..9).collect();
    routes.tables[0].groups[2].count = Count::Is(9);
    routes.tables.push(Table {
        screen_only: true,
        ..routes.tables[0].clone()
    });
    let mut typed_only = routes.tables[0].clone();
    typed_only.groups.retain(|group| group.typed);
    routes.tables.push(typed_only);
    routes.read_with = vec![
        "Counted by S. Lane, 2025. Of 40.".into(),
        "Read with care.".into(),
    ];
    routes.figures.push(Now {
        figure: Figure::Words,
        of: Population::Conversations,
        amount: NowAmount::Values {
            n: Count::Is(9),
            values: vec![1.0; 9],
            members: (0..9).collect(),
        },
    });
    report.counted.unreadable = vec!["2026-03-10-1420-listen-7k3f".into()];
    report.counted.unreadable_count = 1;
    report.troubles = vec!["joan.toml cannot be used.".into()];
    let day = period().from();
    report.stories = Reach::ALL
        .map(|reach| Story {
            id: "joan".into(),
            parts: Default::default(),
            went: Default::default(),
            permission: Some(Permission {
                given_by: reach.name().into(),
                on: day,
                reach,
                to_use: String::new(),
                until: day,
                withdrawn: None,
            }),
        })
        .to_vec();
    let cleared = Cleared::of(report);
    let cleared = cleared.report();
    let routes = &cleared.measures[1];
    let names: Vec<&str> = routes.tables[0]
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    assert_eq!(names, ["Link made", "Equipment", "Something else"]);
    assert_eq!((routes.tables.len(), routes.read_with.len()), (1, 2));
    let shown = format!("{cleared:?}");
    for name in ["Jones", "Ann", "joan", "7k3f"] {
        assert!(!shown.contains(name), "{name} in {shown}");
    }
    let reach: Vec<Reach> = cleared
        .stories
        .iter()
        .filter_map(|story| Some(story.permission.as_ref()?.reach))
        .collect();
    assert_eq!(reach, [Reach::Council, Reach::Anybody]);
    assert_eq!(cleared.counted.unreadable_count, 1);
    assert!(
        routes.tables[0]
            .groups
            .iter()
            .all(|group| group.members.is_empty())
    );
    let values =
        |now: &Now| matches!(&now.amount, NowAmount::Values { values, .. } if values.is_empty());
    assert!(routes.figures.iter().any(values));
}

fn comparison(figure: Figure, before: (usize, usize), now: (usize, usize)) -> Comparison {
    let share = |(count, of)| Amount::Share {
        count: Count::Is(count),
        of: Count::Is(of),
    };
    Comparison {
        figure,
        name: "last year".into(),
        period: period().before(),
        counted_by: "S. Lane".into(),
        definition: None,
        before: share(before),
        now: share(now),
        interval: Some(Interval { from: 0.1, to: 0.2 }),
        went: Some(Went::Up),
        warnings: vec![],
        who: None,
    }
}

#[test]
fn what_is_worked_out_from_a_hidden_number_goes_with_it() {
    let mut report = report(&of_kinds([40, 3, 12]));
    let kinds = &mut report.measures[0];
    kinds.comparisons = vec![comparison(Figure::Crisis, (20, 100), (3, 55))];
    kinds.spreads = vec![Summary {
        title: "Days".into(),
        figure: None,
        unit: Unit::Days,
        of: Population::Conversations,
        n: Count::Is(3),
        spread: Spread::of([1.0, 2.0, 3.0]),
        members: (0..3).collect(),
    }];
    kinds.sums = vec![Sum {
        title: "All spends".into(),
        pence: Some(100),
        n: Count::Is(3),
        of: Population::Spends,
        members: (0..3).collect(),
    }];
    let cleared = Cleared::of(report);
    let kinds = &cleared.report().measures[0];
    assert_eq!(
        (kinds.spreads[0].n, kinds.spreads[0].spread),
        (Count::Hidden, None)
    );
    assert_eq!(
        (kinds.sums[0].n, kinds.sums[0].pence),
        (Count::Hidden, None)
    );
    let compared = &kinds.comparisons[0];
    assert_eq!((compared.interval, compared.went), (None, None));
    let Amount::Share { count, .. } = compared.now else {
        panic!("a share");
    };
    assert_eq!(count, Count::Hidden);
}

#[test]
fn those_back_later_cannot_be_counted_from_two_figures_of_a_baseline() {
    let mut report = report(&of_kinds([40, 0, 0]));
    let before = [(20, 60), (23, 60), (40, 60)];
    let figures = [
        Figure::BackWithin3Months,
        Figure::BackWithin9Months,
        Figure::BackWithin12Months,
    ];
    report.measures[0].comparisons = figures
        .into_iter()
        .zip(before)
        .map(|(figure, before)| comparison(figure, before, (10, 20)))
        .collect();
    let cleared = Cleared::of(report);
    let comparisons = &cleared.report().measures[0].comparisons;
    let before: Vec<Option<usize>> = comparisons
        .iter()
        .map(|compared| match compared.before {
            Amount::Share { count, .. } => count.known(),
            Amount::Median { .. } => None,
        })
        .collect();
    assert!(before[0].is_none() || before[1].is_none(), "{before:?}");
    assert_eq!(before[2], Some(40));
}
