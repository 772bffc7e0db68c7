//! People and conversations by kind, and which of them count at all.

use super::*;

fn of_kind(kind: Kind, row: Row) -> Row {
    Row { kind, ..row }
}

#[test]
fn what_is_void_or_of_the_old_way_or_of_other_days_counts_in_no_measure() {
    let rows = [
        with("Joan M", 1, "2026-01-05T10:00"),
        Row {
            void: true,
            ..with("Joan M", 2, "2026-01-06T10:00")
        },
        Row {
            old_way: Some("Before".to_owned()),
            ..with("Amrit B", 3, "2026-01-07T10:00")
        },
        with("Sam", 4, "2025-12-31T23:59"),
        with("Sam", 5, "2026-04-01T00:00"),
        row(6, "2026-03-31T23:59"),
        // Void and of the old way: it no longer stands, and that is all.
        Row {
            void: true,
            old_way: Some("Before".to_owned()),
            ..row(7, "2026-03-01T10:00")
        },
    ];
    let report = report(&rows);
    let counted = &report.counted;
    let known = |count: crate::evidence::report::Count| count.known().expect("shown");
    assert_eq!(known(counted.conversations), 2);
    assert_eq!(known(counted.people), 1);
    assert_eq!(known(counted.unnamed), 1);
    assert_eq!(known(counted.voided), 2);
    assert_eq!(known(counted.old_way), 1);
    let kinds = measure(&report, MeasureId::Kinds);
    assert_eq!(groups(kinds, "conversations"), ["Listen and connect 2"]);
}

#[test]
fn a_talk_counts_on_the_day_its_own_clock_showed_when_it_began() {
    let rows = [
        // Over midnight, and over the clock change of 29 March: an hour that never was.
        Row {
            ended: "2026-03-29T02:30:00+01:00".parse().expect("a time"),
            ..row(1, "2026-03-28T23:50:00+00:00")
        },
        // In UTC it is still March.
        row(2, "2026-04-01T00:30:00+01:00"),
        // In UTC it is already January.
        row(3, "2025-12-31T23:30:00-02:00"),
    ];
    let report = report(&rows);
    assert_eq!(report.counted.conversations.known(), Some(1));
    let weeks = groups(measure(&report, MeasureId::Kinds), "weeks");
    assert_eq!(weeks, ["23 Mar, Listen and connect 1"]);
}

#[test]
fn every_week_is_there_also_one_in_which_nothing_was() {
    let report = report(&[row(1, "2026-01-01T10:00"), crisis(2, "2026-01-04T10:00")]);
    let kinds = measure(&report, MeasureId::Kinds);
    // 29 December to 30 March: 14 weeks of three kinds.
    let weeks = table(kinds, "weeks");
    assert_eq!(weeks.groups.len(), 14 * 3);
    assert!(weeks.screen_only);
    assert_eq!(
        groups(kinds, "weeks"),
        ["29 Dec, Listen and connect 1", "29 Dec, Crisis 1"]
    );
}

#[test]
fn somebody_is_the_same_in_other_capitals_and_spaces_and_counts_once_for_each_kind() {
    let rows = [
        with("Joan M", 1, "2026-01-05T10:00"),
        with("  joan   m ", 2, "2026-01-06T10:00"),
        of_kind(Kind::GoodLife, with("JOAN M", 3, "2026-01-07T10:00")),
        with("Joan", 4, "2026-01-08T10:00"),
        with("  ", 5, "2026-01-09T10:00"),
    ];
    let report = report(&rows);
    let kinds = measure(&report, MeasureId::Kinds);
    assert_eq!(report.counted.people.known(), Some(2));
    assert_eq!(report.counted.unnamed.known(), Some(1));
    assert_eq!(
        groups(kinds, "people"),
        ["Listen and connect 2", "Good life 1"]
    );
    assert_eq!(table(kinds, "people").total.known(), Some(2));
    assert_eq!(
        groups(kinds, "conversations"),
        ["Listen and connect 4", "Good life 1"]
    );
}

#[test]
fn a_talk_that_moved_twice_is_in_two_moves_and_once_among_those_that_moved() {
    let rows = [
        Row {
            moved: vec![Kind::Crisis, Kind::GoodLife],
            ..row(1, "2026-01-05T10:00")
        },
        Row {
            moved: vec![Kind::Crisis],
            ..row(2, "2026-01-06T10:00")
        },
        // From one guide to another of the same kind is no move.
        Row {
            moved: vec![Kind::ListenAndConnect],
            ..row(3, "2026-01-07T10:00")
        },
        // There and back: it ended as what it began as.
        Row {
            moved: vec![Kind::Crisis, Kind::ListenAndConnect],
            ..row(4, "2026-01-08T10:00")
        },
    ];
    let report = report(&rows);
    let kinds = measure(&report, MeasureId::Kinds);
    assert_eq!(
        groups(kinds, "moves"),
        [
            "Listen and connect to crisis 3",
            "Crisis to listen and connect 1",
            "Crisis to good life 1"
        ]
    );
    assert_eq!(share(kinds, Figure::Moved), (3, 4));
    assert_eq!(share(kinds, Figure::Crisis), (1, 4));
    assert_eq!(
        groups(kinds, "conversations"),
        ["Listen and connect 2", "Crisis 1", "Good life 1"]
    );
}

#[test]
fn people_move_from_the_talk_before_whenever_that_was() {
    let good = |row| of_kind(Kind::GoodLife, row);
    let rows = [
        // The one before was last year.
        with("Joan M", 1, "2025-06-05T10:00"),
        good(with("Joan M", 2, "2026-01-06T10:00")),
        // Twice the same move counts once.
        with("Joan M", 3, "2026-02-06T10:00"),
        good(with("Joan M", 4, "2026-03-06T10:00")),
        // Only the one after is of another kind, and it is after the period.
        with("Amrit B", 5, "2026-01-06T10:00"),
        good(with("Amrit B", 6, "2026-04-06T10:00")),
        // Nobody knows who these are.
        row(7, "2026-01-08T10:00"),
        good(row(8, "2026-01-09T10:00")),
    ];
    let report = report(&rows);
    assert_eq!(
        groups(measure(&report, MeasureId::Kinds), "people-moves"),
        [
            "Listen and connect to good life 1",
            "Good life to listen and connect 1"
        ]
    );
}
