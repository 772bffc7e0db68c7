//! The small budget, connections, routes, what mattered, copies and lengths.

use super::*;
use crate::record::counted::Spent;

fn spent(pence: u32, what: &str) -> Spent {
    Spent {
        pence,
        what: what.to_owned(),
    }
}

#[test]
fn spends_fall_in_bands_are_added_up_and_are_told_by_what_they_were_for() {
    let rows = [
        Row {
            spent: vec![
                spent(999, "bus fare"),
                spent(1_000, "electric key"),
                spent(2_400, "Bus fare "),
            ],
            ..row(1, "2026-01-05T10:00")
        },
        Row {
            spent: vec![
                spent(2_500, "kettle"),
                spent(5_000, "BUS FARE"),
                spent(0, ""),
            ],
            ..row(2, "2026-01-06T10:00")
        },
        row(3, "2026-01-07T10:00"),
    ];
    let report = report(&rows);
    let spends = measure(&report, MeasureId::Spends);
    assert_eq!(
        groups(spends, "amounts"),
        [
            "Under £10 2",
            "£10 to £24.99 2",
            "£25 to £49.99 1",
            "£50 and over 1"
        ]
    );
    // Spelt as it was first.
    assert_eq!(
        groups(spends, "what"),
        ["bus fare 3", "electric key 1", "kettle 1", "Not said 1"]
    );
    let what = &table(spends, "what").groups;
    assert!(what[..3].iter().all(|group| group.typed) && !what[3].typed);
    assert_eq!(spends.sums[0].pence, Some(11_899));
    assert_eq!(spends.sums[0].n.known(), Some(6));
    assert_eq!(
        spends.spreads[0].spread.map(|spread| spread.median),
        Some(17.0)
    );
    assert_eq!(share(spends, Figure::Spent), (2, 3));
}

#[test]
fn connections_are_told_by_kind_most_first_and_those_without_one_last() {
    let kind = |kind: &str| Some(kind.to_owned());
    let rows = [
        Row {
            connected: vec![
                kind("Lunch club"),
                None,
                kind("carers "),
                kind("Ann's shed"),
            ],
            ..row(1, "2026-01-05T10:00")
        },
        Row {
            connected: vec![kind("Lunch club"), kind("Advice"), None, None],
            ..row(2, "2026-01-06T10:00")
        },
        row(3, "2026-01-07T10:00"),
    ];
    let report = report(&rows);
    let connections = measure(&report, MeasureId::Connections);
    assert_eq!(
        groups(connections, "kinds"),
        [
            "Lunch club 2",
            "Advice 1",
            "Ann's shed 1",
            "Carers 1",
            "Not said 3"
        ]
    );
    // What the program has a name for may leave the team by it.
    let kinds = &table(connections, "kinds").groups;
    let typed: Vec<bool> = kinds.iter().map(|group| group.typed).collect();
    assert_eq!(typed, [false, false, true, false, false]);
    assert_eq!(share(connections, Figure::Connected), (2, 3));
}

#[test]
fn the_teams_routes_come_in_their_order_then_what_was_typed_then_those_that_say_nothing() {
    let route = |nth, route: &str| Row {
        route: Some(route.to_owned()),
        ..row(nth, "2026-01-05T10:00")
    };
    let rows = [
        route(1, "equipment "),
        route(2, "Link made"),
        route(3, "LINK MADE"),
        route(4, "went to her sister"),
        route(5, " "),
        row(6, "2026-01-05T10:00"),
    ];
    let routes = ["Short-term help", "Link made", "Equipment", "link made"];
    let kept = Kept {
        routes: routes.map(str::to_owned).to_vec(),
        ..Kept::default()
    };
    let report = report_with(&rows, &kept);
    let table = table(measure(&report, MeasureId::Routes), "routes");
    let told = table.groups.iter();
    let told: Vec<_> = told
        .map(|group| (group.name.as_str(), group.count.known(), group.typed))
        .collect();
    assert_eq!(
        told,
        [
            ("Short-term help", Some(0), false),
            ("Link made", Some(2), false),
            ("Equipment", Some(1), false),
            ("went to her sister", Some(1), true),
            ("Not said", Some(2), false)
        ]
    );
    assert_eq!(table.total.known(), Some(6));
}

#[test]
fn what_mattered_is_told_by_the_title_of_its_topic() {
    let rows = [
        Row {
            mattered: [
                "what-matters",
                "what-matters",
                "our-own-topic",
                "",
                "just-listening",
                "just-listening",
            ]
            .map(str::to_owned)
            .to_vec(),
            ..row(1, "2026-01-05T10:00")
        },
        Row {
            mattered: vec!["an-ordinary-day".to_owned()],
            ..row(2, "2026-01-06T10:00")
        },
    ];
    let report = report(&rows);
    assert_eq!(
        groups(measure(&report, MeasureId::Mattered), "topics"),
        [
            "What matters 2",
            "An ordinary day 1",
            "our-own-topic 1",
            "No topic in particular 3"
        ]
    );
    // The id of a topic that no guide of ours has was typed: it stays in the team.
    let topics = &table(measure(&report, MeasureId::Mattered), "topics").groups;
    let typed: Vec<bool> = topics.iter().map(|group| group.typed).collect();
    assert_eq!(typed, [false, false, true, false]);
}

#[test]
fn a_copy_that_was_had_counts_though_nothing_may_be_sent_home_now() {
    let copy = |nth, had_copy, no_copy_home| Row {
        had_copy,
        no_copy_home,
        ..row(nth, "2026-01-05T10:00")
    };
    let rows = [
        copy(1, true, true),
        copy(2, false, true),
        copy(3, false, false),
    ];
    let report = report(&rows);
    let copies = measure(&report, MeasureId::Copies);
    assert_eq!(
        groups(copies, "copies"),
        [
            "Had a copy 1",
            "Nothing may be sent home 1",
            "No copy noted 1"
        ]
    );
    assert_eq!(share(copies, Figure::HadCopy), (1, 3));
}

#[test]
fn records_and_talks_are_told_by_their_length_and_against_each_other() {
    let long = |nth, words, talk_minutes| Row {
        words,
        talk_minutes,
        ..row(nth, "2026-01-05T10:00")
    };
    let rows = [
        long(1, 99, Some(14)),
        long(2, 100, Some(15)),
        long(3, 249, Some(29)),
        long(4, 250, Some(30)),
        long(5, 500, Some(60)),
        long(6, 499, None),
    ];
    let report = report(&rows);
    let length = measure(&report, MeasureId::Length);
    assert_eq!(
        groups(length, "words"),
        [
            "Under 100 1",
            "100 to 249 2",
            "250 to 499 2",
            "500 and over 1"
        ]
    );
    assert_eq!(
        groups(length, "minutes"),
        [
            "Under 15 1",
            "15 to 29 2",
            "30 to 59 1",
            "60 and over 1",
            "Not known 1"
        ]
    );
    assert_eq!(
        groups(length, "against"),
        [
            "Under 15, Under 100 1",
            "15 to 29, 100 to 249 2",
            "30 to 59, 250 to 499 1",
            "60 and over, 500 and over 1",
            "Not known, 250 to 499 1"
        ]
    );
    assert_eq!(table(length, "against").groups.len(), 20);
    assert_eq!(
        values(length, Figure::TalkMinutes),
        [14.0, 15.0, 29.0, 30.0, 60.0]
    );
    assert_eq!(values(length, Figure::Words).len(), 6);
}
