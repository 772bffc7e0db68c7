//! Hand-offs and talks with colleagues.

use super::*;

#[test]
fn hand_offs_are_told_by_how_often_and_by_why() {
    let why = |why: &str| Some(why.to_owned());
    let rows = [
        Row {
            handed_over: vec![why("on leave"), None],
            ..row(1, "2026-01-05T10:00")
        },
        Row {
            handed_over: vec![why("On leave")],
            ..row(2, "2026-01-05T10:00")
        },
        row(3, "2026-01-05T10:00"),
    ];
    let report = report(&rows);
    let hand_offs = measure(&report, MeasureId::HandOffs);
    assert_eq!(
        groups(hand_offs, "conversations"),
        ["None 1", "Once 1", "Twice or more 1"]
    );
    assert_eq!(groups(hand_offs, "why"), ["on leave 2", "Not said 1"]);
    let why = table(hand_offs, "why");
    assert!(why.screen_only && why.groups[0].typed);
    assert_eq!(share(hand_offs, Figure::HandedOver), (2, 3));
}

#[test]
fn talks_with_colleagues_are_told_by_how_often() {
    let talked = |nth, talked_over| Row {
        talked_over,
        ..row(nth, "2026-01-05T10:00")
    };
    let report = report(&[talked(1, 0), talked(2, 1), talked(3, 2), talked(4, 5)]);
    let talked = measure(&report, MeasureId::TalkedOver);
    assert_eq!(
        groups(talked, "conversations"),
        ["None 1", "Once 1", "Twice or more 2"]
    );
    assert_eq!(share(talked, Figure::TalkedOver), (3, 4));
}
