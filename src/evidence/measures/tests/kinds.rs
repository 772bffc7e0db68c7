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

#[test]
fn over_two_years_every_bar_says_its_year_and_no_two_are_added_together() {
    let mut tally = Tally::new(period("2025-03-01", "2026-03-20"), day("2026-04-10"));
    for (nth, started) in ["2025-03-10T10:00", "2025-03-17T10:00", "2026-03-17T10:00"]
        .into_iter()
        .enumerate()
    {
        tally.take(&row(nth as u64, started));
    }
    let report = tally.report(&Kept::default());
    let kinds = measure(&report, MeasureId::Kinds);
    assert_eq!(
        groups(kinds, "weeks"),
        [
            "10 Mar 2025, Listen and connect 1",
            "17 Mar 2025, Listen and connect 1",
            "16 Mar 2026, Listen and connect 1"
        ]
    );
}

#[test]
fn over_sixty_weeks_there_is_a_bar_a_month_and_the_title_says_so() {
    let weeks = |from: &str, to: &str| {
        let mut tally = Tally::new(period(from, to), day("2026-04-10"));
        tally.take(&row(1, "2025-03-17T10:00"));
        tally.take(&row(2, "2026-03-17T10:00"));
        let report = tally.report(&Kept::default());
        measure(&report, MeasureId::Kinds).clone()
    };
    // From a Monday, 60 weeks to the day; then a day more.
    let kinds = weeks("2025-02-03", "2026-03-29");
    assert_eq!(table(&kinds, "weeks").groups.len(), 60 * 3);
    assert_eq!(said::title_of(&kinds), "Conversations each week, by kind");
    let kinds = weeks("2025-02-03", "2026-03-30");
    let months = table(&kinds, "months");
    assert_eq!(months.groups.len(), 14 * 3);
    assert!(months.screen_only);
    assert_eq!(
        groups(&kinds, "months"),
        [
            "Mar 2025, Listen and connect 1",
            "Mar 2026, Listen and connect 1"
        ]
    );
    assert_eq!(said::title_of(&kinds), "Conversations each month, by kind");
    assert_eq!(months.title, said::title_of(&kinds));
}
