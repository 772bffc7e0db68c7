//! Crises: one count for each, however many contacts it had.

use super::*;

fn steady(row: Row, on: &str, is: bool) -> Row {
    let on = format!("{on}:00+00:00").parse().expect("a time");
    Row {
        steady: Some((on, is)),
        ..row
    }
}

#[test]
fn a_crisis_and_its_check_ins_count_once_by_the_day_the_first_began() {
    let first = crisis(1, "2026-01-05T10:00");
    let second = check_in(&first, 2, "2026-01-06T10:00");
    // A check-in on the check-in, after the quarter, in which it was said to be steady.
    let third = steady(
        check_in(&second, 3, "2026-04-02T10:00"),
        "2026-04-02T10:20",
        true,
    );
    // It began last year, and only its check-in is of these days.
    let earlier = crisis(4, "2025-12-30T10:00");
    let look = check_in(&earlier, 5, "2026-01-02T10:00");
    let live = crisis(6, "2026-02-05T10:00");
    let report = report(&[third, look, live, first, earlier, second]);
    let crises = measure(&report, MeasureId::Crises);
    assert_eq!(groups(crises, "steady"), ["Steady 1", "Not steady yet 1"]);
    assert_eq!(share(crises, Figure::Steady), (1, 2));
    assert_eq!(values(crises, Figure::DaysToSteady), [87.0]);
    assert_eq!(values(crises, Figure::ContactsToSteady), [3.0]);
    assert_eq!(groups(crises, "days"), ["Over a week 1"]);
}

#[test]
fn days_until_steady_fall_in_bands_and_contacts_after_it_do_not_count() {
    let settled = |nth: u64, said: &str| steady(crisis(nth, "2026-01-05T10:00"), said, true);
    let last = settled(5, "2026-01-05T10:10");
    let after = check_in(&last, 6, "2026-01-07T10:00");
    let rows = [
        settled(1, "2026-01-05T10:20"),
        settled(2, "2026-01-08T09:00"),
        settled(3, "2026-01-12T09:00"),
        settled(4, "2026-01-13T09:00"),
        last,
        after,
    ];
    let report = report(&rows);
    let crises = measure(&report, MeasureId::Crises);
    assert_eq!(
        groups(crises, "days"),
        [
            "Same day 2",
            "1 to 3 days 1",
            "4 to 7 days 1",
            "Over a week 1"
        ]
    );
    assert_eq!(
        values(crises, Figure::DaysToSteady),
        [0.0, 0.0, 3.0, 7.0, 8.0]
    );
    assert_eq!(values(crises, Figure::ContactsToSteady), [1.0; 5]);
}

#[test]
fn it_is_not_steady_while_somebody_is_to_look_again_or_a_void_record_alone_said_so() {
    let first = steady(crisis(1, "2026-01-05T10:00"), "2026-01-05T10:20", true);
    let again = Row {
        again: true,
        ..check_in(&first, 2, "2026-01-06T10:00")
    };
    let unsteady = steady(crisis(3, "2026-01-05T11:00"), "2026-01-05T11:20", false);
    let live = crisis(4, "2026-01-05T12:00");
    let void = Row {
        void: true,
        ..steady(
            check_in(&live, 5, "2026-01-06T10:00"),
            "2026-01-06T10:10",
            true,
        )
    };
    let report = report(&[first, again, unsteady, live, void]);
    let crises = measure(&report, MeasureId::Crises);
    assert_eq!(groups(crises, "steady"), ["Not steady yet 3"]);
}

#[test]
fn a_talk_that_became_a_crisis_is_one_and_one_that_moved_on_stays_with_its_check_in() {
    let became = Row {
        moved: vec![Kind::Crisis],
        ..row(1, "2026-01-05T10:00")
    };
    let moved_on = Row {
        moved: vec![Kind::GoodLife],
        ..crisis(2, "2026-01-05T10:00")
    };
    let look = check_in(&moved_on, 3, "2026-01-09T10:00");
    let report = report(&[became, moved_on, look]);
    let crises = measure(&report, MeasureId::Crises);
    assert_eq!(groups(crises, "steady"), ["Not steady yet 2"]);
}
