//! A baseline as rows of a spreadsheet: one row a figure, and what is the same for all of them in each row or in the
//! first alone.

use super::{
    Baseline,
    drafted::{Drafted, Head},
    keys::{self, BASELINE},
};
use crate::{
    evidence::measure::Figure,
    guide::{
        Marked, Problem,
        written::{
            columns::{self, Row},
            fields::named,
            problems::are_sound,
            values::{A_COUNT, A_DAY, A_NUMBER, YES_OR_NO, cell, day, number, whole, yes_or_no},
        },
    },
};

/// Columns that say the same in every row.
const SHARED: [&str; 6] = [
    "name",
    "from",
    "to",
    "counted_by",
    "returned",
    "read_with_care",
];

/// Columns of the figure itself.
const OWN: [&str; 6] = ["count", "of", "n", "median", "lower", "upper"];

/// Reads the rows.
pub fn read(text: &str) -> (Option<Baseline>, Vec<Problem>) {
    let mut problems = vec![];
    let rows = columns::rows(text, keys::COLUMNS, BASELINE, &mut problems);
    let Some(first) = rows.first() else {
        if are_sound(&problems) {
            let problem = Problem::error(
                text.len()..text.len(),
                "There are no figures in this baseline.",
            );
            problems.push(problem.hint("Write one row for each figure."));
        }
        return (None, problems);
    };
    let head = head(first, &mut problems);
    say_unlike(&rows, &mut problems);
    let figures = rows.iter().map(|row| figure(row, &mut problems)).collect();
    let baseline = head.with(figures, &mut problems);
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    (baseline, problems)
}

fn head(row: &Row, problems: &mut Vec<Problem>) -> Head {
    let needed = ["name", "counted_by", "from", "to"];
    row.say_empty(&needed, keys::COLUMNS, problems);
    let [name, counted_by, from, to] = needed.map(|column| row.get(column));
    let returned = row.get("returned");
    Head {
        name,
        counted_by,
        from: cell(from, "from", day, &A_DAY, problems),
        to: cell(to, "to", day, &A_DAY, problems),
        returned: cell(returned, "returned", yes_or_no, &YES_OR_NO, problems)
            .is_some_and(|returned| returned.value),
        read_with_care: row.get("read_with_care").map(|text| text.value),
    }
}

/// A row that is about something else than the first belongs in a file of its own.
fn say_unlike(rows: &[Row], problems: &mut Vec<Problem>) {
    let Some((first, others)) = rows.split_first() else {
        return;
    };
    for row in others {
        let unlike = SHARED.into_iter().filter_map(|column| {
            let here = row.get(column)?;
            let differs = first
                .get(column)
                .is_none_or(|there| there.value != here.value);
            differs.then_some((column, here.span))
        });
        for (column, span) in unlike {
            let message = format!("`{column}` is not what it is in the first row.");
            let hint = "One file is one baseline. Put the rows of another in a file of its own.";
            problems.push(Problem::error(span, message).hint(hint));
        }
    }
}

fn figure(row: &Row, problems: &mut Vec<Problem>) -> Drafted {
    let written = row.get("figure");
    let definition = row.get("definition").map(|text| text.value);
    row.say_empty(&["figure", "definition"], keys::COLUMNS, problems);
    let span = written
        .as_ref()
        .map_or(row.span.clone(), |written| written.span.clone());
    let mut count = |column| cell(row.get(column), column, whole, &A_COUNT, problems);
    let (n, how_many, of) = (count("n"), count("count"), count("of"));
    let mut value = |column| -> Option<Marked<f64>> {
        cell(row.get(column), column, number, &A_NUMBER, problems)
    };
    let (median, lower, upper) = (value("median"), value("lower"), value("upper"));
    let there = OWN
        .iter()
        .filter_map(|column| Some(((*column).to_owned(), row.get(column)?.span)));
    Drafted {
        span,
        is_torn: false,
        there: there.collect(),
        figure: written
            .and_then(|written| named(written, "figure", &Figure::ALL, Figure::name, problems)),
        definition,
        count: how_many,
        of,
        values: None,
        n,
        median,
        lower,
        upper,
    }
}
