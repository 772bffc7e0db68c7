//! Rows to what was counted elsewhere, with every problem found in one run.

use std::ops::Range;

use csv::StringRecord;

use super::{Brought, BroughtAmount, What};
use crate::{
    evidence::{baseline::says_it_reaches_over, period::Period},
    guide::{
        Marked, Problem, keys,
        written::{
            Sort,
            columns::{self, Row},
            fields::named,
            problems::{are_sound, capped},
            sheet::{LineEnd, Sheet, written},
            values::{A_COUNT, A_DAY, Should, YES_OR_NO, cell, day, number, whole, yes_or_no},
        },
    },
};

/// A file of what was brought in, as sentences about it name it.
const FIGURES: Sort = Sort {
    one: "file of figures from elsewhere",
    parts: "rows",
};

/// Money.
const POUNDS: Should = Should {
    what: "an amount of money",
    hint: "Write it in figures: 1204 or 1204.50",
};

/// The most money a row may say: more is a slip of the point.
const MOST_POUNDS: f64 = 1e12;

type Key = keys::Key<()>;

/// The columns, each with what it is for.
const COLUMNS: &[Key] = &[
    Key::must("what", "What was counted."),
    Key::must("from", "The first day it is about: 2026-01-01."),
    Key::must("to", "The last day it is about: 2026-03-31."),
    Key::may("count", "How many."),
    Key::may("of", "Of how many."),
    Key::may("pounds", "How much money, over a full year."),
    Key::must("counted_by", "Who counted it."),
    Key::may("definition", "How it was counted, in a sentence."),
    Key::may("returned", "yes where it comes from the national return."),
];

/// The names of the columns, in order.
pub fn columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|column| column.name)
}

/// Reads rows. Never fails: what is wrong is among the problems, in the order of the text, and a row with an error is
/// left out.
pub fn read(text: &str) -> (Vec<Brought>, Vec<Problem>) {
    let (read, problems) = marked(text);
    (read.into_iter().map(|row| row.value).collect(), problems)
}

/// The same, each with where its row stands.
pub fn marked(text: &str) -> (Vec<Marked<Brought>>, Vec<Problem>) {
    let mut problems = vec![];
    let rows = columns::rows(text, COLUMNS, FIGURES, &mut problems);
    if rows.is_empty() && are_sound(&problems) {
        let end = text.len();
        let problem = Problem::error(end..end, "There are no rows in this file.");
        problems.push(problem.hint("Write one row for each number."));
    }
    let mut read: Vec<Marked<Brought>> = vec![];
    let mut days: Vec<Days> = vec![];
    for row in &rows {
        let before = problems.len();
        let (of, one) = brought(row, &mut problems);
        // Days that are counted twice are said of a row that has another problem as well.
        if let Some(of) = of {
            match twice(&of, row, &days, text) {
                Some(problem) => problems.push(problem),
                None => days.push(of),
            }
        }
        let one = one.filter(|_| are_sound(&problems[before..]));
        read.extend(one.map(|value| Marked {
            value,
            span: row.span.clone(),
        }));
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    (read, capped(problems))
}

/// What a row counts, and of which days, whatever else is the matter with it.
struct Days {
    what: What,
    period: Period,
    at: Range<usize>,
}

/// The rows of a file that begin at these places left out; all else is as it was, but for how it is spelled.
pub fn without(text: &str, starts: &[usize]) -> String {
    let (mut sheet, mut record) = (Sheet::of(text), StringRecord::new());
    let mut kept: Vec<Vec<String>> = vec![];
    while let Some(span) = sheet.next(&mut record) {
        if !starts.contains(&span.start) {
            kept.push(record.iter().map(str::to_owned).collect());
        }
    }
    written(&kept, sheet.delimiter(), LineEnd::Ours)
}

fn brought(row: &Row, problems: &mut Vec<Problem>) -> (Option<Days>, Option<Brought>) {
    let needed = COLUMNS.iter().filter(|column| column.required);
    let needed: Vec<&str> = needed.map(|column| column.name).collect();
    row.say_empty(&needed, COLUMNS, problems);
    let what = row
        .get("what")
        .and_then(|written| named(written, "`what` called", &What::ALL, What::name, problems));
    let from = cell(row.get("from"), "from", day, &A_DAY, problems);
    let to = cell(row.get("to"), "to", day, &A_DAY, problems);
    let returned = row.get("returned");
    let returned = cell(returned, "returned", yes_or_no, &YES_OR_NO, problems);
    let is_returned = returned.is_some_and(|returned| returned.value);
    let period = from.zip(to).and_then(|(from, to)| {
        let period = Period::new(from.value, to.value);
        let over = period.filter(|_| is_returned);
        problems.extend(over.and_then(|period| says_it_reaches_over(period, from.span)));
        if period.is_none() {
            let problem = Problem::error(to.span, "The last day is before the first.");
            problems.push(problem.hint("Put the first day under `from` and the last under `to`."));
        }
        period
    });
    let amount = amount(row, what, problems);
    let Some((what, period)) = what.zip(period) else {
        return (None, None);
    };
    let days = Days {
        what,
        period,
        at: row.span.clone(),
    };
    let counted_by = row.get("counted_by");
    let one = amount.zip(counted_by).map(|(amount, by)| Brought {
        what,
        period,
        amount,
        counted_by: by.value,
        definition: row.get("definition").map(|cell| cell.value),
        is_returned,
    });
    (Some(days), one)
}

fn amount(row: &Row, what: Option<What>, problems: &mut Vec<Problem>) -> Option<BroughtAmount> {
    let count = cell(row.get("count"), "count", whole, &A_COUNT, problems);
    let of = cell(row.get("of"), "of", whole, &A_COUNT, problems);
    let pounds = cell(row.get("pounds"), "pounds", pence, &POUNDS, problems);
    let what = what?;
    let (needed, others): (_, &[&str]) = match what.is_money() {
        true => ("pounds", &["count", "of"]),
        false => ("count", &["pounds"]),
    };
    for cell in others
        .iter()
        .filter_map(|other| Some((other, row.get(other)?)))
    {
        let (other, Marked { span, .. }) = cell;
        let message = format!("`{other}` does not go with `{}`.", what.name());
        problems.push(Problem::error(span, message).hint(format!("Write `{needed}` instead.")));
    }
    if row.get(needed).is_none() {
        let message = format!("`{needed}` is empty in this row.");
        let hint = "Nobody counted is not the same as none: write 0, or delete the row.";
        problems.push(Problem::error(row.span.clone(), message).hint(hint));
    }
    if what.is_money() {
        return pounds.map(|pence| BroughtAmount::Pence(pence.value));
    }
    say_shares(row, what, count.as_ref(), of.as_ref(), problems);
    Some(BroughtAmount::Count {
        count: count?.value,
        of: of.map(|of| of.value),
    })
}

fn say_shares(
    row: &Row,
    what: What,
    count: Option<&Marked<usize>>,
    of: Option<&Marked<usize>>,
    problems: &mut Vec<Problem>,
) {
    if let (Some(count), Some(of)) = (count, of)
        && count.value > of.value
    {
        let message = format!("{} is more than the {} there are.", count.value, of.value);
        let problem = Problem::error(count.span.clone(), message);
        problems.push(problem.hint("`count` is how many of `of`."));
    }
    if what.figure().is_some() && row.get("of").is_none() {
        let message = format!("`{}` does not say of how many.", what.name());
        let hint = "It is shown as a count. With `of` it can be set against a baseline.";
        problems.push(Problem::warning(row.span.clone(), message).hint(hint));
    }
}

/// Pounds as people write them, in pence.
fn pence(words: &str) -> Option<u64> {
    let pounds = number(words.trim_start_matches('£'))?;
    let pence = (pounds * 100.0).round();
    let is_whole = (pence - pounds * 100.0).abs() < 1e-4;
    (is_whole && pounds < MOST_POUNDS).then_some(pence as u64)
}

/// What is wrong with a row that counts days of something that a row above counts too.
fn twice(one: &Days, row: &Row, above: &[Days], text: &str) -> Option<Problem> {
    let is_same = |above: &&Days| above.what == one.what && above.period.overlaps(one.period);
    let other = above.iter().find(is_same)?;
    let line = Problem::error(other.at.clone(), "").place(text).line;
    let message = format!(
        "`{}` is counted for some of these days in line {line} already.",
        one.what.name()
    );
    let hint = "Days that are in two rows would count twice. Keep one of them.";
    Some(Problem::error(row.span.clone(), message).hint(hint))
}
