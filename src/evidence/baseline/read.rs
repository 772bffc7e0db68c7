//! A file to a baseline, with every problem found in one run.
//!
//! Nothing here stops at a fault. What can be read is read, and what cannot is said with its place.

use super::{
    Baseline,
    drafted::{Drafted, Head},
    keys::{self, BASELINE},
    rows,
};
use crate::evidence::measure::Figure;
use crate::guide::{
    Problem,
    written::{
        fields::Fields,
        problems::{are_sound, capped, together},
        rows::rows as tables,
        tree::{self, Table},
    },
};

/// Reads a baseline: rows when the file is called so, else TOML. Never fails: what is wrong is among the problems, in the
/// order of the text, and there is a baseline only when none of them is an error.
pub fn read(text: &str, file_name: &str) -> (Option<Baseline>, Vec<Problem>) {
    let (baseline, problems) = match is_rows(file_name) {
        true => rows::read(text),
        false => toml(text),
    };
    let baseline = baseline.filter(|_| are_sound(&problems));
    (baseline, capped(problems))
}

/// Whether a file of this name holds the rows of a spreadsheet.
pub(in crate::evidence) fn is_rows(file_name: &str) -> bool {
    let name = file_name.to_ascii_lowercase();
    [".csv", ".tsv"].iter().any(|end| name.ends_with(end))
}

fn toml(text: &str) -> (Option<Baseline>, Vec<Problem>) {
    let tree::Read {
        root,
        problems: syntax,
    } = tree::read(text, BASELINE);
    let mut problems = vec![];
    let mut fields = Fields::in_order(&root, keys::TOP, "this baseline", &mut problems);
    fields.format(keys::FORMAT, BASELINE);
    let head = Head {
        name: fields.text("name"),
        from: fields.day("from"),
        to: fields.day("to"),
        counted_by: fields.text("counted_by"),
        returned: fields.flag("returned"),
        read_with_care: fields.text("read_with_care").map(|text| text.value),
    };
    let figures = figures(&root, &mut problems);
    let baseline = head.with(figures, &mut problems);
    (baseline, together(text, syntax, problems))
}

fn figures(root: &Table, problems: &mut Vec<Problem>) -> Vec<Drafted> {
    let all = tables(root, "figures", "figure", BASELINE, problems);
    all.into_iter()
        .map(|table| figure(table, problems))
        .collect()
}

fn figure(table: &Table, problems: &mut Vec<Problem>) -> Drafted {
    let mut fields = Fields::of(table, keys::FIGURES, "this figure", problems);
    let (count, of) = (fields.whole("count"), fields.whole("of"));
    let (n, values) = (fields.whole("n"), fields.numbers("values"));
    let mut number = |key| fields.number(key);
    let (median, lower, upper) = (number("median"), number("lower"), number("upper"));
    let definition = fields.text("definition").map(|text| text.value);
    let written = fields.text("figure");
    let span = written
        .as_ref()
        .map_or(table.span.clone(), |written| written.span.clone());
    let figure =
        written.and_then(|written| fields.named(written, "figure", &Figure::ALL, Figure::name));
    Drafted {
        span,
        is_torn: table.torn,
        there: table
            .entries
            .iter()
            .map(|entry| (entry.key.clone(), entry.key_span.clone()))
            .collect(),
        figure,
        definition,
        count,
        of,
        values,
        n,
        median,
        lower,
        upper,
    }
}
