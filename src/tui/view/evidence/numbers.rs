//! A table as numbers: each with how many it is of.

use super::{
    super::{Draw, page::wrapped},
    bars::{columns, name_columns, named},
    lead,
};
use crate::{
    evidence::{
        report::{Group, Table},
        said,
    },
    text,
    tui::row::{Role, Row},
    words::evidence::screen as words,
};

/// Columns between two columns of numbers.
const BETWEEN: usize = 3;

/// The rows of a table, at most so many groups of it.
pub(super) fn rows(draw: &Draw<'_>, table: &Table, most: usize) -> Vec<Row> {
    let parts = table.parts();
    match parts.is_empty() {
        true => plain(draw, table, most),
        false => by_part(draw, table, &parts, most),
    }
}

/// `Same day              31 of 128 (24%)`
fn plain(draw: &Draw<'_>, table: &Table, most: usize) -> Vec<Row> {
    let groups: Vec<&Group> = table.groups.iter().take(most).collect();
    let names = name_columns(draw, groups.iter().map(|group| group.name.as_str()));
    let row = |group: &&Group| {
        let share = said::group(group, table);
        named(draw, &group.name, names).with(Role::Title, format!("  {share}"))
    };
    groups.iter().map(row).collect()
}

/// A column for each part and one for all of them; in little room `5 Jan   7 + 2 + 1 = 10` under what they are.
fn by_part(draw: &Draw<'_>, table: &Table, parts: &[&str], most: usize) -> Vec<Row> {
    let bars = table.by_part(parts);
    let bars = &bars[..bars.len().min(most)];
    let names = name_columns(draw, bars.iter().map(|(name, _)| *name));
    let heads: Vec<&str> = parts.iter().copied().chain([words::TOTAL]).collect();
    let wide: usize = heads.iter().map(|head| text::width(head) + BETWEEN).sum();
    if names + wide > columns(draw) {
        let mut rows = key(draw, parts, &[" + "; 3]);
        rows.extend(bars.iter().map(|(name, counts)| {
            let total: usize = counts.iter().sum();
            let sum = format!("  {} = {total}", sum(counts));
            named(draw, name, names).with(Role::Title, sum)
        }));
        return rows;
    }
    let mut head = named(draw, "", names);
    for part in &heads {
        let wide = text::width(part) + BETWEEN;
        head.push(Role::Quiet, format!("{part:>wide$}"));
    }
    let mut rows = vec![head];
    for (name, counts) in bars {
        let mut row = named(draw, name, names);
        let total: usize = counts.iter().sum();
        for (count, part) in counts.iter().chain([&total]).zip(&heads) {
            let wide = text::width(part) + BETWEEN;
            row.push(Role::Title, format!("{count:>wide$}"));
        }
        rows.push(row);
    }
    rows
}

/// `7 + 2 + 1`
pub(super) fn sum(counts: &[usize]) -> String {
    let counts: Vec<String> = counts.iter().map(usize::to_string).collect();
    counts.join(" + ")
}

/// What each part is: `Listen and connect █   Crisis ▒   Good life ░`; with a plus between them what is added up.
pub(super) fn key(draw: &Draw<'_>, parts: &[&str], signs: &[&str]) -> Vec<Row> {
    let adds = signs.first() == Some(&" + ");
    let named: Vec<String> = match adds {
        true => vec![parts.join(" + ")],
        false => {
            let signed = parts.iter().zip(signs);
            signed
                .map(|(part, sign)| format!("{part} {sign}"))
                .collect()
        }
    };
    wrapped(draw, Role::Quiet, lead(draw), &named.join("   "))
}
