//! The tables under one name: `[[topics]]`.

use std::ops::Range;

use super::{
    Sort,
    fields::kind_of,
    tree::{Node, Table, Value},
};
use crate::guide::Problem;

/// The tables under `[[name]]`, each a `one`. Anything else under that name is said.
pub fn rows<'t>(
    root: &'t Table,
    name: &str,
    one: &str,
    sort: Sort,
    problems: &mut Vec<Problem>,
) -> Vec<&'t Table> {
    let mut rows = Vec::new();
    for entry in root.entries.iter().filter(|entry| entry.key == name) {
        match &entry.value.node {
            Node::List(items) if items.is_empty() => {
                problems.push(none_of(name, sort, entry.value.span.clone()))
            }
            Node::List(items) => rows.extend(
                items
                    .iter()
                    .filter_map(|item| row(item, name, one, problems)),
            ),
            _ => rows.extend(row(&entry.value, name, one, problems)),
        }
        if let Node::Table(table) = &entry.value.node {
            let message = format!("`{name}` needs two brackets on each side.");
            problems.push(
                Problem::error(table.span.clone(), message).hint(format!("Write [[{name}]]")),
            );
        }
    }
    rows
}

/// Whether every table under `[[name]]` could be read: only then is a name among none of them wrong.
pub fn are_complete(root: &Table, name: &str) -> bool {
    let rows = root.get(name).map(|entry| &entry.value.node);
    match rows {
        Some(Node::List(rows)) => {
            let whole = |row: &Value| matches!(&row.node, Node::Table(table) if !table.torn);
            !root.torn && rows.iter().all(whole)
        }
        _ => false,
    }
}

fn none_of(name: &str, sort: Sort, span: Range<usize>) -> Problem {
    Problem::error(span, format!("There are no {name} in this {}.", sort.one))
        .hint(format!("Write at least one [[{name}]] part."))
}

fn row<'t>(
    value: &'t Value,
    name: &str,
    one: &str,
    problems: &mut Vec<Problem>,
) -> Option<&'t Table> {
    if let Node::Table(table) = &value.node {
        return Some(table);
    }
    let article = if one.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "An"
    } else {
        "A"
    };
    let message = format!(
        "{article} {one} should be a [[{name}]] part, not {}.",
        kind_of(value)
    );
    problems.push(Problem::error(value.span.clone(), message));
    None
}
