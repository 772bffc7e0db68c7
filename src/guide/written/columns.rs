//! The cells of rows by what their column is called, and what is wrong with each.

use std::ops::Range;

use csv::StringRecord;

use super::{Marked, Sort, fields::unknown, sheet::Sheet, syntax, tree::LARGEST_FILE};
use crate::guide::{Problem, keys::Key};

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Its first line.
    pub span: Range<usize>,
    cells: Vec<(&'static str, Marked<String>)>,
    /// Columns of the file without words here.
    empty: Vec<&'static str>,
}

impl Row {
    /// The words in the column of this name; `None` when there are none.
    pub fn get(&self, column: &str) -> Option<Marked<String>> {
        let cell = self.cells.iter().find(|(name, _)| *name == column)?;
        Some(cell.1.clone())
    }

    /// Says each of these columns that has no words here. One that is not in the file was said there.
    pub fn say_empty<S>(&self, columns: &[&str], keys: &[Key<S>], problems: &mut Vec<Problem>) {
        let ours = |key: &&Key<S>| columns.contains(&key.name) && self.empty.contains(&key.name);
        for key in keys.iter().filter(ours) {
            let message = format!("`{}` is empty in this row.", key.name);
            problems.push(Problem::error(self.span.clone(), message).hint(key.about));
        }
    }
}

/// The name of a column, however somebody typed it.
pub fn plain_name(cell: &str) -> String {
    cell.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The rows below the first, which names the columns: those in `columns`. Empty rows are left out.
pub fn rows<S>(
    text: &str,
    columns: &[Key<S>],
    sort: Sort,
    problems: &mut Vec<Problem>,
) -> Vec<Row> {
    rows_up_to(LARGEST_FILE, text, columns, sort, problems)
}

/// The same of a file of up to so many bytes.
pub fn rows_up_to<S>(
    largest: usize,
    text: &str,
    columns: &[Key<S>],
    sort: Sort,
    problems: &mut Vec<Problem>,
) -> Vec<Row> {
    if text.len() > largest {
        let limit = largest / 1024;
        let message = format!(
            "This file is too large to be a {}: the limit is {limit} KiB.",
            sort.one
        );
        problems.push(Problem::error(0..0, message));
        return vec![];
    }
    let (mut sheet, mut record) = (Sheet::of(text), StringRecord::new());
    let Some(header) = sheet.next(&mut record) else {
        let problem = Problem::error(0..0, "There is nothing in this file.");
        problems.push(problem.hint(format!(
            "A {} begins with the names of its columns.",
            sort.one
        )));
        return vec![];
    };
    let names = names(&record, &sheet.cells(header.start), columns, sort, problems);
    say_missing(&names, header, columns, sort, problems);
    let mut rows = vec![];
    let (mut line, mut counted) = (1, 0);
    while let Some(span) = sheet.next(&mut record) {
        line += text[counted..span.start].matches('\n').count();
        counted = span.start;
        let places = sheet.cells(span.start);
        say_length(&record, line, &span, &names, problems);
        rows.extend(row(&record, span, places, &names, problems));
    }
    problems.append(&mut sheet.problems);
    rows
}

/// The name of each column; `None` is not for us.
fn names<S>(
    header: &StringRecord,
    places: &[Range<usize>],
    columns: &[Key<S>],
    sort: Sort,
    problems: &mut Vec<Problem>,
) -> Vec<Option<&'static str>> {
    let mut names: Vec<Option<&'static str>> = vec![];
    for (cell, place) in header.iter().zip(places) {
        let written = plain_name(cell);
        let known = columns.iter().find(|column| column.name == written);
        let is_twice = known.is_some_and(|known| names.contains(&Some(known.name)));
        if is_twice {
            let problem = Problem::error(place.clone(), format!("`{written}` is here twice."));
            problems.push(problem.hint("Delete one of the two columns."));
        } else if known.is_none() && !written.is_empty() {
            let name = cell.trim().escape_debug();
            let message = format!("`{name}` is not a column of a {}.", sort.one);
            let hint = unknown(&written, "columns", columns);
            problems.push(Problem::warning(place.clone(), message).hint(hint));
        }
        names.push(known.filter(|_| !is_twice).map(|known| known.name));
    }
    names
}

fn say_missing<S>(
    names: &[Option<&'static str>],
    header: Range<usize>,
    columns: &[Key<S>],
    sort: Sort,
    problems: &mut Vec<Problem>,
) {
    let missing = columns
        .iter()
        .filter(|column| column.required && !names.contains(&Some(column.name)));
    for column in missing {
        let message = format!("There is no column `{}` in this {}.", column.name, sort.one);
        problems.push(Problem::error(header.clone(), message).hint(column.about));
    }
}

/// A row with a cell too few or too many may have every one of them under the wrong name. Empty cells at the end are
/// nobody's slip: spreadsheets write them.
fn say_length(
    record: &StringRecord,
    line: usize,
    span: &Range<usize>,
    names: &[Option<&'static str>],
    problems: &mut Vec<Problem>,
) {
    let filled = record.iter().enumerate();
    let filled = filled.filter(|(_, cell)| !cell.trim().is_empty()).last();
    let Some((last, _)) = filled else {
        return;
    };
    let (cells, columns) = (record.len(), names.len());
    let count = match cells {
        1 => "1 cell".to_owned(),
        cells => format!("{cells} cells"),
    };
    let message = format!("Line {line} has {count}; the first line has {columns}.");
    let problem = match () {
        () if last >= columns => Problem::error(span.clone(), message)
            .hint("Put quotes round words with a comma in them."),
        () if cells < columns => Problem::warning(span.clone(), message)
            .hint("What is missing is read as empty cells at its end. Is a comma missing?"),
        () => return,
    };
    problems.push(problem);
}

fn row(
    record: &StringRecord,
    span: Range<usize>,
    places: Vec<Range<usize>>,
    names: &[Option<&'static str>],
    problems: &mut Vec<Problem>,
) -> Option<Row> {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let mut cells = vec![];
    for ((name, cell), place) in names.iter().zip(record).zip(places) {
        let Some(name) = name else { continue };
        let is_steering = |c: char| syntax::is_control(c) && !c.is_whitespace();
        if let Some(control) = cell.chars().find(|c| is_steering(*c)) {
            let problem = Problem::error(place, syntax::control_message(control));
            problems.push(problem.hint("Delete it, or type the words again."));
            continue;
        }
        let value = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            cells.push((*name, Marked { value, span: place }));
        }
    }
    let is_empty = |name: &&'static str| cells.iter().all(|(filled, _)| filled != name);
    let empty = names
        .iter()
        .flatten()
        .copied()
        .filter(|name| is_empty(name));
    Some(Row {
        span,
        empty: empty.collect(),
        cells,
    })
}
