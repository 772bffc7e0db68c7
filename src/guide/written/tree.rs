//! TOML text as a tree in which every key and value knows where it stands.
//!
//! Sound text is read in one go. Text with faults is read block by block ([`super::recover`]), so that one fault
//! hides nothing beyond its own line.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use super::{Sort, recover};
use crate::guide::Problem;

/// The largest file we read. The longest we ship is a twentieth of this.
pub const LARGEST_FILE: usize = 256 * 1024;

/// Brackets inside brackets. Our files need three.
const DEEPEST: usize = 16;

/// Dots between two commas of one line outside quotes. Our files need one, in a number.
const MOST_DOTS: usize = 16;

/// A table, or the whole file.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The `[[header]]`, or the braces; empty and at the end of the top keys for the file itself.
    pub span: Range<usize>,
    /// Whether some of it could not be read, so that nothing can be said about what is missing.
    pub torn: bool,
    /// In the order of the file. A key can stand here twice when the file is faulty.
    pub entries: Vec<Entry>,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Entry {
    pub key: String,
    pub key_span: Range<usize>,
    pub value: Value,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Value {
    pub span: Range<usize>,
    pub node: Node,
}

/// What a value is, as far as our files care.
#[derive(Debug, Clone)]
pub enum Node {
    Text(String),
    /// `None` when it is too large for us.
    Whole(Option<i64>),
    List(Vec<Value>),
    Table(Table),
    Flag(bool),
    /// A number with a point.
    Point(f64),
    /// A day without a time.
    Day(NaiveDate),
    /// Something no file of ours uses, by name: `a day with a time`.
    Other(&'static str),
}

impl Table {
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The words of `key` and where they stand, when words they are.
    pub fn text(&self, key: &str) -> Option<(Range<usize>, &str)> {
        let value = &self.get(key)?.value;
        match &value.node {
            Node::Text(text) => Some((value.span.clone(), text)),
            _ => None,
        }
    }

    /// The tables under `[[key]]`.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = &Table> {
        let rows = match self.get(key).map(|entry| &entry.value.node) {
            Some(Node::List(rows)) => rows.as_slice(),
            _ => &[],
        };
        rows.iter().filter_map(|row| match &row.node {
            Node::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// The tree, and what is wrong with its spelling.
pub struct Read {
    pub root: Table,
    pub problems: Vec<Problem>,
}

/// Reads `text`. A file too large or too deep to be of this sort gives an empty, torn tree and one problem.
pub fn read(text: &str, sort: Sort) -> Read {
    if let Some(problem) = beyond_limits(text, sort) {
        let root = Table {
            torn: true,
            ..Table::default()
        };
        return Read {
            root,
            problems: vec![problem],
        };
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return recover::read(text, &errors, sort);
    }
    let entries = entries(tree.get_ref(), 0);
    let root = Table {
        span: end_of_top(&entries),
        torn: false,
        entries,
    };
    Read {
        root,
        problems: Vec::new(),
    }
}

/// The entries of a table read from text that starts `offset` bytes into the file.
pub fn entries(table: &DeTable<'_>, offset: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: shifted(key.span(), offset),
            value: Value {
                span: shifted(value.span(), offset),
                node: node(value.get_ref(), value.span(), offset),
            },
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}

fn node(value: &DeValue<'_>, span: Range<usize>, offset: usize) -> Node {
    match value {
        DeValue::String(text) => Node::Text(text.to_string()),
        DeValue::Integer(number) => {
            Node::Whole(i64::from_str_radix(number.as_str(), number.radix()).ok())
        }
        DeValue::Array(items) => Node::List(
            items
                .iter()
                .map(|item| Value {
                    span: shifted(item.span(), offset),
                    node: node(item.get_ref(), item.span(), offset),
                })
                .collect(),
        ),
        DeValue::Table(table) => Node::Table(Table {
            span: shifted(span, offset),
            torn: false,
            entries: entries(table, offset),
        }),
        DeValue::Float(number) => match number.as_str().parse() {
            Ok(number) => Node::Point(number),
            Err(_) => Node::Other("a number of its own"),
        },
        DeValue::Boolean(flag) => Node::Flag(*flag),
        DeValue::Datetime(written) => {
            let alone = written.time.is_none() && written.offset.is_none();
            let day = written.date.filter(|_| alone).and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            });
            day.map_or(Node::Other("a day with a time"), Node::Day)
        }
    }
}

/// Where a key missing from the top of the file would go: after the last one that is there.
pub fn end_of_top(entries: &[Entry]) -> Range<usize> {
    let end = entries
        .iter()
        .filter(|entry| entry.key_span.start < entry.value.span.start)
        .map(|entry| entry.value.span.end)
        .max()
        .unwrap_or(0);
    end..end
}

fn shifted(span: Range<usize>, offset: usize) -> Range<usize> {
    span.start + offset..span.end + offset
}

fn beyond_limits(text: &str, sort: Sort) -> Option<Problem> {
    if text.len() > LARGEST_FILE {
        let message = format!(
            "This file is too large to be a {}: the limit is {} KiB.",
            sort.one,
            LARGEST_FILE / 1024
        );
        return Some(Problem::error(0..0, message));
    }
    let at = too_deep(text)?;
    let message = format!(
        "There are too many levels inside each other here to be a {}.",
        sort.one
    );
    Some(Problem::error(at..at + 1, message))
}

/// Where brackets or dotted keys go deeper than any file of ours does.
///
/// The TOML reader limits each of the two, not their product, and a tree of thousands of levels overflows the stack
/// when it is dropped. Quotes are followed exactly as that reader follows them, faulty ones too, so that no bracket
/// it would see can hide from this.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut dots) = (0, 0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'.' => dots += 1,
            // A list of numbers with points has many, and each key of it would begin anew.
            b'\n' | b',' => dots = 0,
            _ => {}
        }
        if depth > DEEPEST || dots > MOST_DOTS {
            return Some(at);
        }
        at = match byte {
            b'#' => find(bytes, at, b"\n").unwrap_or(bytes.len()),
            b'"' | b'\'' => end_of_quoted(bytes, at),
            b'.' | b'=' | b',' | b'[' | b']' | b'{' | b'}' | b' ' | b'\t' | b'\r' | b'\n' => at + 1,
            _ => end_of_word(bytes, at),
        };
    }
    None
}

/// A bare word reaches to the next mark; a quote inside it (`don't`) opens nothing.
fn end_of_word(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|byte| b".=,[]{} \t#\r\n".contains(byte))
        .map_or(bytes.len(), |length| at + length)
}

/// Where a quoted text that opens at `at` ends. One of a single line ends with its line at the latest.
fn end_of_quoted(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let long = bytes[at..].starts_with(&[quote; 3]);
    let mut here = at + if long { 3 } else { 1 };
    while let Some(byte) = bytes.get(here) {
        if *byte == b'\\' && quote == b'"' {
            let skips = matches!(bytes.get(here + 1), Some(b'\\' | b'"'));
            here += if skips { 2 } else { 1 };
        } else if long && bytes[here..].starts_with(&[quote; 3]) {
            let extra = bytes[here + 3..]
                .iter()
                .take(2)
                .take_while(|next| **next == quote)
                .count();
            return here + 3 + extra;
        } else if !long && *byte == quote {
            return here + 1;
        } else if !long && *byte == b'\n' {
            return here;
        } else {
            here += 1;
        }
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    bytes[from..]
        .windows(what.len())
        .position(|window| window == what)
        .map(|found| from + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: Sort = Sort {
        one: "note",
        parts: "[[lines]]",
    };

    #[test]
    fn silly_depth_is_one_problem() {
        let dotted = format!(
            "k = {}1{}",
            format!("{{{}a = ", "a.".repeat(70)).repeat(70),
            "}".repeat(70)
        );
        for text in [
            dotted,
            "[".repeat(100_000),
            "a = [".repeat(40_000),
            "a.".repeat(9_000),
            "a=[{b=".repeat(10_000),
        ] {
            let read = read(&text, NOTE);
            assert_eq!(read.problems.len(), 1);
            assert!(read.problems[0].message.contains("too many levels"));
        }
    }

    #[test]
    fn depth_inside_quotes_and_comments_is_no_depth() {
        let brackets = "[".repeat(100);
        for text in [
            format!("a = \"{brackets}\""),
            format!("a = '{brackets}'"),
            format!("a = \"\"\"\n{brackets}\"\"\"\"\""),
            format!("# {brackets}\na = \"\\\"{brackets}\""),
            format!("a = '''it's {brackets}'''"),
            format!("a = \"{}\"", "...".repeat(40)),
        ] {
            assert!(read(&text, NOTE).problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_large_file_is_one_problem() {
        let read = read(&"# x\n".repeat(LARGEST_FILE), NOTE);
        assert_eq!(read.problems.len(), 1);
        assert!(read.problems[0].message.contains("too large"));
    }

    #[test]
    fn keys_and_values_know_where_they_stand() {
        let text = "title = \"Tŷ\"\n\n[[topics]]\nid = 'a'\n";
        let root = read(text, NOTE).root;
        let title = root.get("title").map(|entry| {
            (
                &text[entry.key_span.clone()],
                &text[entry.value.span.clone()],
            )
        });
        assert_eq!(title, Some(("title", "\"Tŷ\"")));
        let topics = root
            .get("topics")
            .map(|entry| &text[entry.value.span.clone()]);
        assert_eq!(topics, Some("[[topics]]"));
        assert_eq!(root.span, 13..13);
    }
}
