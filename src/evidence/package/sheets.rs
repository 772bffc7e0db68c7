//! Every sheet of a team's package, from its report.

mod compared;
mod people;
mod words;

use super::{About, Cell, Column, Sheet, Type};
use crate::evidence::{
    cleared::Cleared,
    measure::MeasureId,
    report::{Count, NowAmount, Report},
    said,
};
use words::{FIGURES, MEASURES, POPULATIONS, UNITS, WENT, unit};

/// What a count column says where it is empty.
const HIDDEN: Column = Column::of(
    "hidden",
    Type::YesNo,
    "Whether it is not shown: a group under 5, or one that would give such a group away",
);

/// What names a row of figures with its measure and table: a group's second name is empty in most.
pub const GROUP_NUMBER: Column = Column::of(
    "group_number",
    Type::Count,
    "The place of the group in its table, from 1. With measure and table it names a row",
);

const MEASURE: Column = Column::of("measure", Type::OneOf(&MEASURES), "What is measured");

/// The sheets, in the order a reader wants them.
pub(super) fn of(cleared: &Cleared, about: &About) -> Vec<Sheet> {
    let report = cleared.report();
    let mut sheets = vec![
        whose(cleared, about),
        counted(report),
        definitions(),
        tables(report),
        figures(report),
        shares(report),
        spreads(report),
        sums(report),
        compared::sheet_of(report),
    ];
    sheets.extend(cleared.rows().map(people::sheets).unwrap_or_default());
    sheets
}

fn is_hidden(count: Count) -> Cell {
    Cell::YesNo(count.known().is_none())
}

fn whose(cleared: &Cleared, about: &About) -> Sheet {
    let period = cleared.report().period;
    let key = cleared.rows().map(|rows| rows.key_check());
    Sheet {
        rows: vec![vec![
            Cell::text(&about.team),
            Cell::Day(period.from()),
            Cell::Day(period.to()),
            Cell::Day(about.exported_on),
            Cell::maybe(key),
        ]],
        ..Sheet::at_top(
            "package",
            "Whose package it is and what days it is about: one row",
            vec![
                Column::of(
                    "team",
                    Type::Text,
                    "A name by chance that says nothing of the team",
                ),
                Column::of("from", Type::Day, "The first day it is about"),
                Column::of("to", Type::Day, "The last day it is about"),
                Column::of("exported_on", Type::Day, "The day it was exported"),
                Column::maybe(
                    "key_check",
                    Type::Text,
                    "The same for all packages of one team key",
                ),
            ],
            &["team"],
        )
    }
}

fn counted(report: &Report) -> Sheet {
    let counted = &report.counted;
    let rows = [
        ("conversations", counted.conversations),
        ("people", counted.people),
        ("unnamed", counted.unnamed),
        ("no-longer-standing", counted.voided),
        ("old-way", counted.old_way),
        ("unreadable", Count::Is(counted.unreadable_count)),
    ];
    let row = |(what, count): (&str, Count)| vec![Cell::text(what), count.into(), is_hidden(count)];
    Sheet {
        rows: rows.into_iter().map(row).collect(),
        ..Sheet::at_top(
            "counted",
            "What was counted, and what was not",
            vec![
                Column::of("what", Type::Text, "What"),
                Column::maybe("count", Type::Count, "How many"),
                HIDDEN,
            ],
            &["what"],
        )
    }
}

fn definitions() -> Sheet {
    let caveats = said::CAVEATS.join(" ");
    let row = |id: MeasureId| {
        vec![
            Cell::text(id.name()),
            Cell::text(said::title(id)),
            Cell::text(said::definition(id)),
            Cell::text(&caveats),
        ]
    };
    Sheet {
        rows: MeasureId::ALL.map(row).to_vec(),
        ..Sheet::at_top(
            "definitions",
            "How each measure is counted, and what must be read with it",
            vec![
                MEASURE,
                Column::of("title", Type::Text, "What it is called"),
                Column::of("definition", Type::Text, "How it is counted"),
                Column::of(
                    "caveats",
                    Type::Text,
                    "What must be read with every figure of it",
                ),
            ],
            &["measure"],
        )
    }
}

const OF_MEASURE: (&[&str], &str) = (&["measure"], "definitions");

fn tables(report: &Report) -> Sheet {
    let tables = report.measures.iter().flat_map(|measure| {
        measure.tables.iter().map(|table| {
            vec![
                Cell::text(measure.id.name()),
                Cell::text(table.name),
                Cell::text(&table.title),
                Cell::text(table.of.name()),
                table.total.into(),
                is_hidden(table.total),
            ]
        })
    });
    Sheet {
        rows: tables.collect(),
        belongs_to: &[OF_MEASURE],
        ..Sheet::at_top(
            "tables",
            "The tables whose groups are in figures",
            vec![
                MEASURE,
                Column::of("table", Type::Text, "The table"),
                Column::of("title", Type::Text, "What it shows"),
                Column::of("of", Type::OneOf(&POPULATIONS), "Who or what is counted"),
                Column::maybe("total", Type::Count, "How many in all its groups together"),
                HIDDEN,
            ],
            &["measure", "table"],
        )
    }
}

fn figures(report: &Report) -> Sheet {
    let mut rows = vec![];
    for measure in &report.measures {
        for table in &measure.tables {
            rows.extend((1..).zip(&table.groups).map(|(number, group)| {
                vec![
                    Cell::text(measure.id.name()),
                    Cell::text(table.name),
                    Cell::Count(number),
                    Cell::text(&group.name),
                    Cell::maybe(group.part.as_deref()),
                    group.count.into(),
                    is_hidden(group.count),
                ]
            }));
        }
    }
    Sheet {
        rows,
        belongs_to: &[(&["measure", "table"], "tables")],
        ..Sheet::at_top(
            "figures",
            "How many are in each group of each table. Groups of one table may share people",
            vec![
                MEASURE,
                Column::of("table", Type::Text, "The table"),
                GROUP_NUMBER,
                Column::of("group", Type::Text, "The group"),
                Column::maybe("part", Type::Text, "Its second name, where there are two"),
                Column::maybe("count", Type::Count, "How many"),
                HIDDEN,
            ],
            &["measure", "table", "group_number"],
        )
    }
}

fn shares(report: &Report) -> Sheet {
    let figures = report.measures.iter().flat_map(|measure| &measure.figures);
    let rows = figures.filter_map(|now| match now.amount {
        NowAmount::Share { count, of, .. } => Some(vec![
            Cell::text(now.figure.measure().name()),
            Cell::text(now.figure.name()),
            Cell::text(said::figure(now.figure)),
            Cell::text(now.of.name()),
            count.into(),
            of.into(),
            Cell::YesNo(count.known().is_none() || of.known().is_none()),
        ]),
        NowAmount::Values { .. } => None,
    });
    Sheet {
        rows: rows.collect(),
        belongs_to: &[OF_MEASURE],
        ..Sheet::at_top(
            "shares",
            "So many of so many",
            vec![
                MEASURE,
                Column::of("figure", Type::OneOf(&FIGURES), "The figure"),
                Column::of("title", Type::Text, "What it is called"),
                Column::of("what", Type::OneOf(&POPULATIONS), "Who or what is counted"),
                Column::maybe("count", Type::Count, "How many"),
                Column::maybe("of", Type::Count, "Of how many"),
                HIDDEN,
            ],
            &["figure"],
        )
    }
}

fn spreads(report: &Report) -> Sheet {
    let rows = report.measures.iter().flat_map(|measure| {
        measure.spreads.iter().map(|summary| {
            let spread = summary.spread;
            vec![
                Cell::text(measure.id.name()),
                Cell::text(&summary.title),
                Cell::maybe(summary.figure.map(|figure| figure.name())),
                Cell::text(unit(summary.unit)),
                Cell::text(summary.of.name()),
                summary.n.into(),
                Cell::number(spread.map(|spread| spread.lower)),
                Cell::number(spread.map(|spread| spread.median)),
                Cell::number(spread.map(|spread| spread.upper)),
                Cell::YesNo(spread.is_none() && summary.n != Count::Is(0)),
            ]
        })
    });
    Sheet {
        rows: rows.collect(),
        belongs_to: &[OF_MEASURE],
        ..Sheet::at_top(
            "spreads",
            "The middle and the quartiles of values, rounded to whole ones, not shown of fewer than 10. They cannot be added up",
            vec![
                MEASURE,
                Column::of("title", Type::Text, "What the values are"),
                Column::maybe("figure", Type::OneOf(&FIGURES), "Which figure it is"),
                Column::of("unit", Type::OneOf(&UNITS), "What a value counts"),
                Column::of("of", Type::OneOf(&POPULATIONS), "Who or what has a value"),
                Column::maybe("n", Type::Count, "How many values"),
                Column::maybe("lower", Type::Number, "A quarter are at or under this"),
                Column::maybe("median", Type::Number, "Half are at or under this"),
                Column::maybe("upper", Type::Number, "Three quarters are at or under this"),
                HIDDEN,
            ],
            &["measure", "title"],
        )
    }
}

fn sums(report: &Report) -> Sheet {
    let rows = report.measures.iter().flat_map(|measure| {
        measure.sums.iter().map(|sum| {
            vec![
                Cell::text(measure.id.name()),
                Cell::text(&sum.title),
                Cell::text(sum.of.name()),
                sum.n.into(),
                sum.pence.map_or(Cell::Nothing, Cell::Pence),
                Cell::YesNo(sum.pence.is_none() && sum.n != Count::Is(0)),
            ]
        })
    });
    Sheet {
        rows: rows.collect(),
        belongs_to: &[OF_MEASURE],
        ..Sheet::at_top(
            "sums",
            "Sums of money",
            vec![
                MEASURE,
                Column::of("title", Type::Text, "What was added up"),
                Column::of("of", Type::OneOf(&POPULATIONS), "What a sum is of"),
                Column::maybe("n", Type::Count, "How many were added up"),
                Column::maybe("pounds", Type::Number, "The sum, in pounds"),
                HIDDEN,
            ],
            &["measure", "title"],
        )
    }
}
