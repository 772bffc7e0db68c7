//! From first contact to first conversation, and who came back.

use super::*;
use crate::evidence::{
    brought::{Brought, BroughtAmount, What},
    feedback::{Asked, Feedback},
};

#[test]
fn days_from_first_contact_are_counted_where_a_record_says_when_that_was() {
    let contacted = |nth, on: &str| Row {
        contacted: Some(day(on)),
        ..row(nth, "2026-02-01T10:00")
    };
    let rows = [
        contacted(1, "2026-02-01"),
        contacted(2, "2026-01-29"),
        contacted(3, "2026-01-28"),
        contacted(4, "2026-01-24"),
        contacted(5, "2026-01-04"),
        contacted(6, "2026-01-03"),
        // After it began: somebody mistyped.
        contacted(7, "2026-02-02"),
        row(8, "2026-02-01T10:00"),
    ];
    let report = report(&rows);
    let first = measure(&report, MeasureId::FirstTalk);
    assert_eq!(
        groups(first, "days"),
        [
            "Same day 1",
            "1 to 3 days 1",
            "4 to 7 days 1",
            "8 to 28 days 2",
            "Over 28 days 1",
            "Not said 2"
        ]
    );
    assert_eq!(
        values(first, Figure::DaysToFirstTalk),
        [0.0, 3.0, 4.0, 8.0, 28.0, 29.0]
    );
    assert_eq!(share(first, Figure::TalkWithin3Days), (2, 6));
    assert_eq!(
        said::read_with(first),
        [
            "1 conversation says that the person first got in touch after it began. It counts as not said."
        ]
    );
}

/// Who came back within three months, of a report made in the summer.
fn back(rows: &[Row]) -> Vec<String> {
    let mut tally = Tally::new(first_quarter(), day("2026-08-01"));
    rows.iter().for_each(|row| tally.take(row));
    let report = tally.report(&Kept::default());
    groups(measure(&report, MeasureId::Back), "within-3")
}

#[test]
fn somebody_is_back_with_another_talk_of_any_kind_until_the_last_day_of_the_months() {
    let first = with("Joan M", 1, "2026-01-31T10:00");
    let again = |started: &str| Row {
        kind: Kind::Crisis,
        ..with("joan  m", 2, started)
    };
    assert_eq!(back(std::slice::from_ref(&first)), ["Not back 1"]);
    // After the quarter, and in the night of the last day: three months from 31 January are over on 30 April.
    assert_eq!(
        back(&[first.clone(), again("2026-04-30T23:30")]),
        ["Back 1"]
    );
    assert_eq!(
        back(&[first.clone(), again("2026-05-01T00:10")]),
        ["Not back 1"]
    );
    // Before it, or while it went on.
    assert_eq!(
        back(&[first.clone(), again("2026-01-30T10:00")]),
        ["Not back 1"]
    );
    assert_eq!(
        back(&[first.clone(), again("2026-01-31T10:20")]),
        ["Not back 1"]
    );
    // Somebody else.
    let other = with("Joan", 3, "2026-02-02T10:00");
    assert_eq!(back(&[first, other]), ["Not back 2"]);
}

#[test]
fn a_check_in_on_it_is_not_coming_back_whichever_of_the_two_says_so() {
    let first = with("Joan M", 1, "2026-01-05T10:00");
    let mut check = check_in(&first, 2, "2026-01-12T10:00");
    assert_eq!(back(&[first.clone(), check.clone()]), ["Not back 1"]);
    check.links.clear();
    assert_eq!(back(&[first.clone(), check.clone()]), ["Back 1"]);
    let told = Row {
        links: vec![Link {
            to: check.id.clone(),
            tie: Tie::CheckedBy,
        }],
        ..first
    };
    assert_eq!(back(&[told, check]), ["Not back 1"]);
}

#[test]
fn only_the_first_listen_and_connect_of_the_days_is_counted_from() {
    let moved_in = Row {
        kind: Kind::Crisis,
        moved: vec![Kind::ListenAndConnect],
        ..with("Joan M", 1, "2026-01-05T10:00")
    };
    let last_year = with("Amrit B", 2, "2025-12-05T10:00");
    let theirs = with("Amrit B", 3, "2026-01-05T10:00");
    let only_a_crisis = Row {
        person: Some("Sam".to_owned()),
        ..crisis(4, "2026-01-05T10:00")
    };
    let rows = [moved_in, last_year, theirs, only_a_crisis];
    assert_eq!(back(&rows), ["Not back 2"]);
}

#[test]
fn while_the_months_are_not_over_it_is_too_soon_to_say_whether_back_or_not() {
    let rows = [
        with("Joan M", 1, "2026-01-05T10:00"),
        with("Joan M", 2, "2026-01-20T10:00"),
        with("Amrit B", 3, "2026-01-09T10:00"),
        // Three months are over on 10 April, which is today.
        with("Sam", 4, "2026-01-10T10:00"),
        with("Sam", 5, "2026-01-20T10:00"),
    ];
    let report = report(&rows);
    let back = measure(&report, MeasureId::Back);
    assert_eq!(
        groups(back, "within-3"),
        ["Back 1", "Not back 1", "Too soon to say 1"]
    );
    assert_eq!(share(back, Figure::BackWithin3Months), (1, 2));
    assert_eq!(groups(back, "within-9"), ["Too soon to say 3"]);
    assert_eq!(share(back, Figure::BackWithin12Months), (0, 0));
}

#[test]
fn people_coming_back_say_what_stands_beside_them_and_is_not_there() {
    let rows = [
        with("Joan M", 1, "2026-01-05T10:00"),
        row(2, "2026-01-05T10:00"),
    ];
    let alone = report(&rows);
    assert_eq!(
        said::read_with(measure(&alone, MeasureId::Back)),
        [
            "Nobody has brought in long-term support, safeguarding concerns or complaints for these \
             days, so fewer people back cannot be told from people who gave up asking.",
            "Nobody asked people and families what they think, on these days. What they say belongs \
             beside this.",
            "1 conversation names nobody. Nobody can be seen to come back in those."
        ]
    );
    let brought = |what, from: &str| Brought {
        what,
        period: period(from, "2026-03-31"),
        amount: BroughtAmount::Count { count: 3, of: None },
        counted_by: "S. Lane".to_owned(),
        definition: None,
        is_returned: false,
    };
    let kept = Kept {
        brought: vec![
            brought(What::LongTermSupportStarted, "2026-01-01"),
            brought(What::Complaints, "2026-03-01"),
            // It reaches outside, and does not stand beside it.
            brought(What::SafeguardingConcerns, "2025-12-01"),
        ],
        feedback: vec![Feedback {
            on: day("2026-02-01"),
            asked: Asked::People,
            asked_by: None,
            answers: vec![],
        }],
        ..Kept::default()
    };
    let beside = report_with(&rows[..1], &kept);
    let notes = said::read_with(measure(&beside, MeasureId::Back));
    assert_eq!(notes.len(), 1);
    assert!(notes[0].starts_with("Nobody has brought in safeguarding concerns for"));
}
