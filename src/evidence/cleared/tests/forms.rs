//! What every form of an export says, of small groups and of what somebody typed.

use super::*;
use crate::evidence::{page::page, text::text};

/// A report with a table of these groups.
fn with_table(id: MeasureId, name: &'static str, of: Population, sizes: &[(&str, u32)]) -> Report {
    let mut next = 0;
    let groups = sizes.iter().map(|(name, size)| {
        let members = next..next + size;
        next += size;
        Group::of(*name, members.collect())
    });
    let mut report = report(&of_kinds([40, 20, 20]));
    report.measures.push(Measure {
        tables: vec![Table::of(name, name, of, groups.collect())],
        ..Measure::new(id)
    });
    report
}

fn groups_shown(report: &Report) -> Vec<(String, Option<usize>)> {
    let groups = &report.measures.last().expect("is there").tables[0].groups;
    let shown = groups.iter();
    shown
        .map(|group| (group.name.clone(), group.count.known()))
        .collect()
}

#[test]
fn neither_the_order_of_groups_nor_which_goes_with_a_small_one_says_how_many_are_hidden() {
    let kinds = |advice: u32| {
        let sizes = [
            ("Lunch club", 6),
            ("Transport", 6),
            ("Advice", advice),
            ("Not said", 10 - advice),
        ];
        let of = Population::Connections;
        groups_shown(Cleared::of(with_table(MeasureId::Connections, "kinds", of, &sizes)).report())
    };
    let four = kinds(4);
    let hidden: Vec<&str> = four
        .iter()
        .filter(|(_, count)| count.is_none())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(hidden, ["Advice", "Not said"]);
    for advice in 1..4 {
        assert_eq!(kinds(advice), four, "{advice}");
    }
}

#[test]
fn groups_of_which_all_are_shown_stand_with_the_most_first() {
    let sizes = [
        ("Advice", 7),
        ("Lunch club", 12),
        ("Not said", 30),
        ("Transport", 9),
    ];
    let of = Population::Connections;
    let shown =
        groups_shown(Cleared::of(with_table(MeasureId::Connections, "kinds", of, &sizes)).report());
    let names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Lunch club", "Transport", "Advice", "Not said"]);
}

#[test]
fn nothing_is_called_the_most_where_what_is_hidden_may_be_more_or_another_is_as_many() {
    let day = period().to();
    let said = |sizes: &[(&str, u32)]| {
        let of = Population::Connections;
        let cleared = Cleared::of(with_table(MeasureId::Connections, "kinds", of, sizes));
        let all = page(&cleared, day) + &text(&cleared, day);
        (
            all.contains("The most: Lunch club") || all.contains("The most: Advice"),
            all.contains("Most often: Lunch club"),
        )
    };
    assert_eq!(said(&[("Lunch club", 9), ("Advice", 8)]), (true, true));
    assert_eq!(
        said(&[("Lunch club", 8), ("Advice", 3), ("Transport", 6)]),
        (false, false)
    );
    assert_eq!(
        said(&[("Lunch club", 30), ("Advice", 3), ("Transport", 6)]),
        (true, true)
    );
    // Both are said to be as often, and neither is the most.
    assert_eq!(said(&[("Lunch club", 9), ("Advice", 9)]), (false, false));
}

#[test]
fn none_of_a_number_that_is_hidden_is_hidden_with_it_before_and_now() {
    let mut report = report(&of_kinds([40, 3, 12]));
    report.measures[0].comparisons = vec![comparison(Figure::Crisis, (0, 3), (3, 55))];
    let cleared = Cleared::of(report);
    let before = cleared.report().measures[0].comparisons[0].before;
    let hidden = Amount::Share {
        count: Count::Hidden,
        of: Count::Hidden,
    };
    assert_eq!(before, hidden);
}

/// A comparison with so many conversations held the old way, under this name.
fn held_the_old_way(name: &str, numbers: std::ops::Range<u32>) -> Comparison {
    let members: Members = numbers.collect();
    let count = members.len() as usize;
    Comparison {
        name: name.to_owned(),
        who: Some(WhoBefore {
            of: Population::Conversations,
            members,
            others: Members::new(),
        }),
        ..comparison(Figure::Crisis, (count, count), (20, 80))
    }
}

#[test]
fn a_time_before_that_was_held_the_old_way_leaves_without_what_was_typed_and_of_few_without_its_days()
 {
    let mut report = report(&of_kinds([40, 20, 20]));
    let few = held_the_old_way("asked Mrs Jones", 0..1);
    let many = held_the_old_way("winter with Ann", 1..31);
    report.measures[0].comparisons = vec![few, many];
    let cleared = Cleared::of(report);
    let comparisons = &cleared.report().measures[0].comparisons;
    let names: Vec<&str> = comparisons.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["The old way"]);
    let all = page(&cleared, period().to()) + &text(&cleared, period().to());
    assert!(!all.contains("Jones") && !all.contains("winter"), "{all}");
    assert!(all.contains("Fewer than 5 conversations of one time before"));
}
