//! A row for each person, and for each conversation: one file a quarter, so that a warehouse can take them as they come.

use std::collections::BTreeMap;

use crate::evidence::{
    package::{Cell, Column, Line, Rows, Sheet, Type, quarter_name},
    period::Period,
};
use crate::guide::Kind;

const KINDS: [&str; 3] = [
    Kind::ListenAndConnect.name(),
    Kind::Crisis.name(),
    Kind::GoodLife.name(),
];

const PEOPLE: Column = Column::of(
    "person",
    Type::Text,
    "Somebody, under a name that all teams with this key have for them in this quarter",
);

const CONVERSATIONS: Column = Column::of(
    "conversation",
    Type::Text,
    "A conversation, under a name for this quarter",
);

pub(super) fn sheets(rows: &Rows) -> Vec<Sheet> {
    let people = by_quarter(rows.people())
        .into_iter()
        .map(|(quarter, lines)| {
            let about =
                "A row for everybody, and the kind of their last conversation of the quarter";
            sheet("people", &["person"], PEOPLE, about, quarter, &lines)
        });
    let about = "A row for every conversation, and the kind it was when it ended";
    let talks = by_quarter(rows.conversations()).into_iter();
    let talks = talks.map(|(quarter, lines)| {
        sheet(
            "conversations",
            &["conversation"],
            CONVERSATIONS,
            about,
            quarter,
            &lines,
        )
    });
    people.chain(talks).collect()
}

fn by_quarter(lines: &[Line]) -> BTreeMap<Period, Vec<&Line>> {
    let mut quarters: BTreeMap<Period, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        quarters.entry(line.quarter).or_default().push(line);
    }
    quarters
}

fn sheet(
    of: &str,
    key: &'static [&'static str],
    who: Column,
    about: &'static str,
    quarter: Period,
    lines: &[&Line],
) -> Sheet {
    let quarter = quarter_name(quarter);
    let row = |line: &&Line| {
        vec![
            Cell::text(&line.pseudonym),
            Cell::text(&quarter),
            Cell::maybe(line.kind.map(Kind::name)),
        ]
    };
    Sheet {
        name: format!("{of}-{}", quarter.to_lowercase()),
        path: format!("{of}/{quarter}.csv"),
        about,
        columns: vec![
            who,
            Column::of("quarter", Type::Quarter, "The quarter of the year"),
            Column::maybe(
                "kind",
                Type::OneOf(&KINDS),
                "The kind; empty where too few had it",
            ),
        ],
        key,
        belongs_to: &[],
        rows: lines.iter().map(row).collect(),
    }
}
