//! A combination as a package of its own, and as data for scripts.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{Combined, Together, Total};
use crate::evidence::package::{
    Cell, Column, Described, GROUP_NUMBER, PackageFile, Sheet, Type, described,
};

const AT_LEAST: Column = Column::of(
    "at_least",
    Type::YesNo,
    "Whether there may be more: some team hides its part",
);

/// What stands for every kind together: part of a key, so never empty.
const ALL_KINDS: &str = "all";

const HIDDEN: Column = Column::of("hidden", Type::YesNo, "Whether it may not be said");

/// The files, the descriptor last.
pub(super) fn files(combined: &Combined, made_on: NaiveDate) -> Vec<PackageFile> {
    let package = Described {
        name: format!("alongside-evidence-combined-{made_on}"),
        title: "Evidence of several teams".to_owned(),
        created: made_on,
        ours: json!({ "combined": 1, "packages": combined.packages.len() }),
    };
    described(&sheets(combined), &package)
}

/// Every sheet as a list of rows by its name.
pub(super) fn json(combined: &Combined) -> Value {
    let sheets = sheets(combined).into_iter();
    let sheets = sheets.map(|sheet| {
        let row = |row: &Vec<Cell>| {
            let cells = sheet.columns.iter().zip(row);
            let cells = cells.map(|(column, cell)| (column.name.to_owned(), cell.json()));
            Value::Object(cells.collect())
        };
        let rows: Vec<Value> = sheet.rows.iter().map(row).collect();
        (sheet.name.clone(), Value::Array(rows))
    });
    Value::Object(sheets.collect::<Map<String, Value>>())
}

fn sheets(combined: &Combined) -> Vec<Sheet> {
    vec![
        packages(combined),
        missing(combined),
        counted(combined),
        tables(combined),
        figures(combined),
        shares(combined),
        sums(combined),
        together(
            "people",
            "People, once each however many teams met them",
            &combined.people,
        ),
        together(
            "conversations",
            "Conversations, once each",
            &combined.conversations,
        ),
    ]
}

fn total(total: Total) -> [Cell; 3] {
    [
        total.number().map_or(Cell::Nothing, Cell::Count),
        Cell::YesNo(matches!(total, Total::AtLeast(_))),
        Cell::YesNo(total == Total::Hidden),
    ]
}

fn packages(combined: &Combined) -> Sheet {
    let rows = combined.packages.iter().map(|whose| {
        vec![
            Cell::text(&whose.team),
            Cell::Day(whose.period.from()),
            Cell::Day(whose.period.to()),
            Cell::Day(whose.exported_on),
        ]
    });
    let columns = vec![
        Column::of(
            "team",
            Type::Text,
            "A name by chance that says nothing of the team",
        ),
        Column::of("from", Type::Day, "The first day"),
        Column::of("to", Type::Day, "The last day"),
        Column::of("exported_on", Type::Day, "The day it was exported"),
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top(
            "packages",
            "What was put together",
            columns,
            &["team", "from"],
        )
    }
}

fn missing(combined: &Combined) -> Sheet {
    let rows = combined.missing.iter().map(|missing| {
        vec![
            Cell::text(&missing.team),
            Cell::Day(missing.period.from()),
            Cell::Day(missing.period.to()),
        ]
    });
    let columns = vec![
        Column::of("team", Type::Text, "The team"),
        Column::of("from", Type::Day, "The first day"),
        Column::of("to", Type::Day, "The last day"),
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top(
            "missing",
            "Days of a team that were only in packages left out, because others of it share days with those",
            columns,
            &["team", "from"],
        )
    }
}

fn counted(combined: &Combined) -> Sheet {
    let rows = combined.added.counted.iter().map(|(what, count)| {
        let mut row = vec![Cell::text(what)];
        row.extend(total(*count));
        row
    });
    let columns = vec![
        Column::of("what", Type::Text, "What"),
        Column::maybe("count", Type::Count, "How many"),
        AT_LEAST,
        HIDDEN,
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top(
            "counted",
            "What was counted, and what was not",
            columns,
            &["what"],
        )
    }
}

fn tables(combined: &Combined) -> Sheet {
    let rows = combined.added.tables.iter().map(|table| {
        let mut row = vec![
            Cell::text(&table.measure),
            Cell::text(&table.table),
            Cell::text(&table.title),
            Cell::text(&table.of),
            Cell::Count(table.packages),
        ];
        row.extend(total(table.total));
        row
    });
    let columns = vec![
        Column::of("measure", Type::Text, "What is measured"),
        Column::of("table", Type::Text, "The table"),
        Column::of("title", Type::Text, "What it shows"),
        Column::of("of", Type::Text, "Who or what is counted"),
        Column::of("packages", Type::Count, "How many packages have it"),
        Column::maybe("total", Type::Count, "How many in all its groups together"),
        AT_LEAST,
        HIDDEN,
    ];
    let about = "The tables whose groups are in figures";
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top("tables", about, columns, &["measure", "table"])
    }
}

fn figures(combined: &Combined) -> Sheet {
    let mut rows = vec![];
    for table in &combined.added.tables {
        for (number, (group, part, count)) in (1..).zip(&table.groups) {
            let mut row = vec![
                Cell::text(&table.measure),
                Cell::text(&table.table),
                Cell::Count(number),
                Cell::text(group),
                Cell::maybe(part.as_deref()),
            ];
            row.extend(total(*count));
            rows.push(row);
        }
    }
    let columns = vec![
        Column::of("measure", Type::Text, "What is measured"),
        Column::of("table", Type::Text, "The table"),
        GROUP_NUMBER,
        Column::of("group", Type::Text, "The group"),
        Column::maybe("part", Type::Text, "Its second name, where there are two"),
        Column::maybe("count", Type::Count, "How many"),
        AT_LEAST,
        HIDDEN,
    ];
    Sheet {
        belongs_to: &[(&["measure", "table"], "tables")],
        rows,
        ..Sheet::at_top(
            "figures",
            "How many are in each group of each table. Tables of people are not added",
            columns,
            &["measure", "table", "group_number"],
        )
    }
}

fn shares(combined: &Combined) -> Sheet {
    let rows = combined.added.shares.iter().map(|share| {
        vec![
            Cell::text(&share.figure),
            Cell::text(&share.title),
            Cell::Count(share.count),
            Cell::Count(share.of),
        ]
    });
    let columns = vec![
        Column::of("figure", Type::Text, "The figure"),
        Column::of("title", Type::Text, "What it is called"),
        Column::of("count", Type::Count, "How many"),
        Column::of("of", Type::Count, "Of how many"),
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top(
            "shares",
            "So many of so many, where every team says it",
            columns,
            &["figure"],
        )
    }
}

fn sums(combined: &Combined) -> Sheet {
    let rows = combined.added.sums.iter().map(|(title, n, pence)| {
        let pounds = pence.number().and_then(|pence| u64::try_from(pence).ok());
        let [n, at_least, hidden] = total(*n);
        vec![
            Cell::text(title),
            n,
            pounds.map_or(Cell::Nothing, Cell::Pence),
            at_least,
            hidden,
        ]
    });
    let columns = vec![
        Column::of("title", Type::Text, "What was added up"),
        Column::maybe("n", Type::Count, "How many were added up"),
        Column::maybe("pounds", Type::Number, "The sum, in pounds"),
        AT_LEAST,
        HIDDEN,
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top("sums", "Sums of money", columns, &["title"])
    }
}

fn together(name: &str, about: &'static str, rows: &[Together]) -> Sheet {
    let rows = rows.iter().map(|row| {
        let kind = row.kind.as_deref().unwrap_or(ALL_KINDS);
        let mut cells = vec![Cell::text(&row.quarter), Cell::text(kind)];
        cells.extend(total(row.count));
        cells.extend([
            row.several.into(),
            Cell::YesNo(row.several.known().is_none()),
        ]);
        cells
    });
    let columns = vec![
        Column::of("quarter", Type::Quarter, "The quarter of the year"),
        Column::of("kind", Type::Text, "The kind, or all"),
        Column::maybe("count", Type::Count, "How many, once each"),
        AT_LEAST,
        HIDDEN,
        Column::maybe(
            "several",
            Type::Count,
            "How many of them more than one team has",
        ),
        Column::of(
            "several_hidden",
            Type::YesNo,
            "Whether that may not be said",
        ),
    ];
    Sheet {
        rows: rows.collect(),
        ..Sheet::at_top(name, about, columns, &["quarter", "kind"])
    }
}
