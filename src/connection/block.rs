//! One `[[listing]]` and the lines under it, as keys and values that know where they stand.
//!
//! Each block is read as if it were a file of its own: a quote left open in one cannot swallow the next. Of a line with
//! a fault nothing is used, because half a phone number is worse than none.

use std::{collections::BTreeSet, ops::Range};

use toml::de::{DeTable, DeValue};

use crate::guide::Problem;

/// Curly brackets in one block. A list needs none, but words may hold a few; thousands inside each other would be
/// too deep to take apart again.
const MOST_CURLY: usize = 8;

/// What stands in a block, and what is wrong with its spelling.
pub(super) struct Block {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
}

/// The values of a block, as far as a list cares.
pub(super) enum Value {
    Text(String),
    /// `None` when it is not a number of a sensible size.
    Whole(Option<i64>),
    Texts(Vec<String>),
    /// The entries of a `[[listing]]`.
    Tables(Vec<Entry>),
    /// Something no list uses.
    Other,
}

pub(super) struct Entry {
    pub key: String,
    pub key_span: Range<usize>,
    /// Of the value.
    pub span: Range<usize>,
    pub value: Value,
}

/// Reads the block that stands at `span` in `text`.
pub(super) fn entries(text: &str, span: Range<usize>) -> Block {
    let (source, offset) = (&text[span.clone()], span.start);
    let mut problems = Vec::new();
    if source.matches('{').count() > MOST_CURLY {
        let message = "There are more curly brackets here than a listing has a use for.";
        problems.push(Problem::error(first_line(text, &span), message).hint("Take them out."));
        return Block {
            entries: Vec::new(),
            problems,
        };
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    let mut faulty = Lines::default();
    for error in errors {
        let there = within(source, error.span().unwrap_or(0..0));
        // The first complaint about a line is the one that helps.
        if faulty.add(source, there.start) {
            let message = format!("This line is not understood: {}.", error.message());
            let there = there.start + offset..there.end + offset;
            problems.push(Problem::error(there, message).hint(HOW_A_LINE_IS_WRITTEN));
        }
    }
    let reader = Reader {
        source,
        offset,
        faulty,
    };
    Block {
        entries: reader.entries(table.get_ref(), 1),
        problems,
    }
}

const HOW_A_LINE_IS_WRITTEN: &str =
    "A line is written phone = \"01632 960123\", with straight quotes on both sides.";

/// Takes a parsed block apart.
struct Reader<'a> {
    source: &'a str,
    /// Where the block begins in its file.
    offset: usize,
    faulty: Lines,
}

impl Reader<'_> {
    /// The entries of a table in the order of the file; tables inside it to a depth of `deeper`.
    fn entries(&self, table: &DeTable<'_>, deeper: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = table
            .iter()
            .filter(|(key, value)| {
                let line = key.span().start.min(value.span().start)..value.span().end;
                is_header(value.get_ref()) || !self.faulty.meet(self.source, line)
            })
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: self.in_file(key.span()),
                span: self.in_file(value.span()),
                value: self.value(value.get_ref(), deeper),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span.start);
        entries
    }

    fn value(&self, value: &DeValue<'_>, deeper: usize) -> Value {
        let inner = |table: &DeTable<'_>| match deeper.checked_sub(1) {
            Some(deeper) => Value::Tables(self.entries(table, deeper)),
            None => Value::Other,
        };
        match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            // A day without quotes is as good as one with them.
            DeValue::Datetime(day) => Value::Text(day.to_string()),
            DeValue::Integer(number) => {
                Value::Whole(i64::from_str_radix(number.as_str(), number.radix()).ok())
            }
            // `[listing]` for `[[listing]]` leaves no doubt what is meant.
            DeValue::Table(table) => inner(table),
            DeValue::Array(items) => match items.first().map(|item| item.get_ref()) {
                Some(DeValue::Table(table)) => inner(table),
                _ => texts(items.iter().map(|item| item.get_ref())),
            },
            DeValue::Float(_) | DeValue::Boolean(_) => Value::Other,
        }
    }

    fn in_file(&self, span: Range<usize>) -> Range<usize> {
        let span = within(self.source, span);
        span.start + self.offset..span.end + self.offset
    }
}

/// A table stands where its header is. A fault there says nothing about the lines below.
fn is_header(value: &DeValue<'_>) -> bool {
    let first = match value {
        DeValue::Array(items) => items.first().map(|item| item.get_ref()),
        other => Some(other),
    };
    matches!(first, Some(DeValue::Table(_)))
}

fn texts<'a>(items: impl Iterator<Item = &'a DeValue<'a>>) -> Value {
    let texts = items.map(|item| match item {
        DeValue::String(text) => Some(text.to_string()),
        _ => None,
    });
    texts
        .collect::<Option<Vec<String>>>()
        .map_or(Value::Other, Value::Texts)
}

/// Lines of a block, each as the offset it begins at.
#[derive(Default)]
struct Lines {
    starts: BTreeSet<usize>,
    /// The one added last. One line can have thousands of faults, and each would look for its beginning.
    last: Range<usize>,
}

impl Lines {
    /// Adds the line that holds the byte at `at`. False when it was there.
    fn add(&mut self, source: &str, at: usize) -> bool {
        if self.last.contains(&at) {
            return false;
        }
        let start = line_of(source, at);
        let newline = source[at..].find('\n');
        self.last = start..newline.map_or(source.len(), |newline| at + newline + 1);
        self.starts.insert(start)
    }

    /// Whether a part of the block is on any of these lines.
    fn meet(&self, source: &str, span: Range<usize>) -> bool {
        let span = within(source, span);
        let lines = line_of(source, span.start)..=line_of(source, span.end);
        self.starts.range(lines).next().is_some()
    }
}

/// Where the line begins that holds the byte at `at`.
fn line_of(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The nearest span inside `source` that splits no character.
fn within(source: &str, span: Range<usize>) -> Range<usize> {
    let floor = |at: usize| {
        let mut at = at.min(source.len());
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end).max(start)
}

/// The top of the file, and each listing from its header on.
pub(super) fn split(text: &str) -> (Range<usize>, Vec<Range<usize>>) {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if trimmed.starts_with("[[") || trimmed.starts_with("[listing") {
            starts.push(at);
        }
        at += line.len();
    }
    let top = 0..starts.first().copied().unwrap_or(text.len());
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let listings = starts.iter().copied().zip(ends);
    (top, listings.map(|(start, end)| start..end).collect())
}

/// The span of a block's first line, without its end.
pub(super) fn first_line(text: &str, block: &Range<usize>) -> Range<usize> {
    let line = text[block.clone()].lines().next().unwrap_or_default();
    block.start..block.start + line.trim_end().len()
}
