//! Before, now, and the difference.

use std::collections::BTreeMap;

use super::{FIGURES, HIDDEN, MEASURE, OF_MEASURE, WENT};
use crate::evidence::{
    compare::Went,
    package::{Cell, Column, Sheet, Type},
    period::Period,
    report::{Amount, Comparison, Count, Report},
};

/// Baselines are known by a number: what they are called was typed. Two of one name and other days are two.
pub(super) fn sheet_of(report: &Report) -> Sheet {
    let all = || {
        report
            .measures
            .iter()
            .flat_map(|measure| &measure.comparisons)
    };
    let mut baselines: BTreeMap<(&str, Period), usize> = BTreeMap::new();
    for compared in all() {
        let next = baselines.len() + 1;
        baselines
            .entry((&compared.name, compared.period))
            .or_insert(next);
    }
    Sheet {
        rows: all()
            .map(|compared| {
                row(
                    compared,
                    baselines[&(compared.name.as_str(), compared.period)],
                )
            })
            .collect(),
        belongs_to: &[OF_MEASURE],
        ..Sheet::at_top(
            "comparisons",
            "Each figure before and now, with 95 in 100 intervals for the difference",
            columns(),
            &["figure", "baseline"],
        )
    }
}

fn columns() -> Vec<Column> {
    let count = |name, about| Column::maybe(name, Type::Count, about);
    let number = |name, about| Column::maybe(name, Type::Number, about);
    vec![
        MEASURE,
        Column::of("figure", Type::OneOf(&FIGURES), "The figure"),
        Column::of("baseline", Type::Count, "Which baseline, by a number"),
        Column::of("before_from", Type::Day, "Before: the first day"),
        Column::of("before_to", Type::Day, "Before: the last day"),
        count("before_count", "Before: how many"),
        count("before_of", "Before: of how many, or how many values"),
        number("before_median", "Before: the middle value"),
        number("before_lower", "Before: the lower quartile"),
        number("before_upper", "Before: the upper quartile"),
        count("now_count", "Now: how many"),
        count("now_of", "Now: of how many, or how many values"),
        number("now_median", "Now: the middle value"),
        number("now_lower", "Now: the lower quartile"),
        number("now_upper", "Now: the upper quartile"),
        number("difference_from", "The least the difference may well be"),
        number("difference_to", "The most the difference may well be"),
        Column::maybe("went", Type::OneOf(&WENT), "Which way it went"),
        HIDDEN,
    ]
}

fn row(compared: &Comparison, baseline: usize) -> Vec<Cell> {
    let mut row = vec![
        Cell::text(compared.figure.measure().name()),
        Cell::text(compared.figure.name()),
        Cell::Count(baseline),
        Cell::Day(compared.period.from()),
        Cell::Day(compared.period.to()),
    ];
    row.extend(side(compared.before));
    row.extend(side(compared.now));
    row.extend([
        Cell::number(compared.interval.map(|interval| interval.from)),
        Cell::number(compared.interval.map(|interval| interval.to)),
        Cell::maybe(compared.went.map(Went::name)),
        Cell::YesNo(is_hidden(compared.before) || is_hidden(compared.now)),
    ]);
    row
}

fn side(amount: Amount) -> [Cell; 5] {
    match amount {
        Amount::Share { count, of } => [
            count.into(),
            of.into(),
            Cell::Nothing,
            Cell::Nothing,
            Cell::Nothing,
        ],
        Amount::Median {
            n,
            median,
            quartiles,
        } => [
            Cell::Nothing,
            n.into(),
            Cell::number(median),
            Cell::number(quartiles.map(|(lower, _)| lower)),
            Cell::number(quartiles.map(|(_, upper)| upper)),
        ],
    }
}

fn is_hidden(amount: Amount) -> bool {
    match amount {
        Amount::Share { count, of } => count.known().is_none() || of.known().is_none(),
        Amount::Median { n, median, .. } => median.is_none() && n != Count::Is(0),
    }
}
