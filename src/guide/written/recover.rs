//! Reading a file with faults, so that one fault hides nothing beyond its own line.
//!
//! The TOML reader stops the tree at a line without `=`, and a list that is never closed swallows the rest of the
//! file. So the file is cut into blocks at its `[[headers]]`, each block is read alone, and a line that stops the
//! reader is blanked (spaces keep every position) and the block read again.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::{
    Sort, syntax,
    tree::{self, Entry, Node, Read, Table, Value},
};
use crate::guide::Problem;

/// How many bytes may be read again in all. Each stopping fault costs another reading of its block: nothing in a
/// file with slips in it, but without a limit a large file of noise would take minutes.
const MOST_READ_AGAIN: usize = 1024 * 1024;

/// Reads `text` block by block. `errors` are what the reader said of the whole.
pub fn read(text: &str, errors: &[Error], sort: Sort) -> Read {
    let mut budget = MOST_READ_AGAIN;
    let mut problems = Vec::new();
    let mut root = Table::default();
    for block in blocks(text) {
        let body = read_body(text, block.body, &mut budget);
        let torn = !body.problems.is_empty();
        problems.extend(body.problems);
        match block.header {
            None => root = top(body.entries, torn),
            Some(header) => {
                let header = Header::read(text, header, sort, &mut problems);
                header.add_to(&mut root, body.entries, torn);
            }
        }
    }
    if problems.is_empty() {
        problems = errors.iter().map(|error| said(text, error, 0)).collect();
    }
    Read {
        root,
        problems: first_of_each_line(text, problems),
    }
}

fn top(entries: Vec<Entry>, torn: bool) -> Table {
    Table {
        span: tree::end_of_top(&entries),
        torn,
        entries,
    }
}

/// One fault often draws several complaints about the rest of its line. The first is the one to mend.
fn first_of_each_line(text: &str, mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| problem.span.start);
    problems.dedup_by(|next, kept| !text[kept.span.start..next.span.start].contains('\n'));
    problems
}

struct Block {
    header: Option<Range<usize>>,
    body: Range<usize>,
}

/// The file cut before each line that looks like a header, sound or not.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = vec![Block {
        header: None,
        body: 0..0,
    }];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if looks_like_header(line) {
            blocks.push(Block {
                header: Some(at..end),
                body: end..end,
            });
        } else if let Some(block) = blocks.last_mut() {
            block.body.end = end;
        }
        at = end;
    }
    blocks
}

/// A list's own items start with a quote or another bracket, so they are not taken for headers.
fn looks_like_header(line: &str) -> bool {
    let line = line.trim_start();
    let name = line.trim_start_matches('[');
    let brackets = line.len() - name.len();
    (1..=2).contains(&brackets)
        && name
            .trim_start()
            .starts_with(|letter: char| letter.is_ascii_alphabetic())
}

struct Header<'t> {
    name: &'t str,
    name_span: Range<usize>,
    span: Range<usize>,
    /// `[[name]]`, or meant to be.
    list: bool,
    torn: bool,
}

impl<'t> Header<'t> {
    fn read(text: &'t str, line: Range<usize>, sort: Sort, problems: &mut Vec<Problem>) -> Self {
        let whole = &text[line.clone()];
        let written = whole.split('#').next().unwrap_or(whole).trim();
        let start = line.start + (whole.len() - whole.trim_start().len());
        let span = start..start + written.len();
        let name = written.trim_matches(['[', ']']).trim();
        let name_start = start + written.find(name).unwrap_or(0);
        let name_span = name_start..name_start + name.len();
        let torn = DeTable::parse(written).is_err();
        if torn {
            let problem = Problem::error(span.clone(), "This line is not understood.");
            problems.push(problem.hint(format!(
                "A part of a {} begins with {}.",
                sort.one, sort.parts
            )));
        }
        let list = written.starts_with("[[") || torn;
        Self {
            name,
            name_span,
            span,
            list,
            torn,
        }
    }

    fn add_to(self, root: &mut Table, entries: Vec<Entry>, torn: bool) {
        if self.torn {
            root.torn = true;
        }
        let table = Table {
            span: self.span.clone(),
            torn,
            entries,
        };
        let table = Value {
            span: self.span.clone(),
            node: Node::Table(table),
        };
        let there = root.entries.iter_mut().find(|entry| entry.key == self.name);
        if let (
            true,
            Some(Entry {
                value:
                    Value {
                        node: Node::List(rows),
                        ..
                    },
                ..
            }),
        ) = (self.list, there)
        {
            rows.push(table);
            return;
        }
        let node = if self.list {
            Node::List(vec![table])
        } else {
            table.node
        };
        let value = Value {
            span: self.span,
            node,
        };
        root.entries.push(Entry {
            key: self.name.to_owned(),
            key_span: self.name_span,
            value,
        });
    }
}

struct Body {
    entries: Vec<Entry>,
    problems: Vec<Problem>,
}

fn read_body(text: &str, body: Range<usize>, budget: &mut usize) -> Body {
    let offset = body.start;
    let mut left = text[body].to_owned();
    let mut problems = Vec::new();
    loop {
        let (tree, errors) = DeTable::parse_recoverable(&left);
        let stop = errors.iter().find_map(|error| Stop::at(&left, error));
        let Some(stop) = stop.filter(|_| *budget >= left.len()) else {
            problems.extend(errors.iter().map(|error| said(text, error, offset)));
            let entries = tree::entries(tree.get_ref(), offset);
            return Body { entries, problems };
        };
        *budget -= left.len();
        // What else is wrong with the lines about to go is only heard now.
        let gone = |error: &&Error| stop.swallows(error) && Stop::at(&left, error).is_none();
        let gone: Vec<&Error> = errors.iter().filter(gone).collect();
        problems.extend(gone.iter().map(|error| said(text, error, offset)));
        // A quote that is not closed takes the end of its list with it: one fault, told once.
        if !gone
            .iter()
            .any(|error| syntax::is_open_quote(error.message()))
        {
            problems.push(stop.problem(text, offset));
        }
        blank(&mut left, stop.lines);
    }
}

fn said(text: &str, error: &Error, offset: usize) -> Problem {
    let span = error.span().unwrap_or(0..0);
    syntax::problem(
        text,
        error.message(),
        span.start + offset..span.end + offset,
    )
}

/// A fault after which the reader makes nothing of what follows.
struct Stop {
    lines: Range<usize>,
    span: Range<usize>,
    why: Why,
}

enum Why {
    NoEquals,
    OpenList,
    OpenText,
}

impl Stop {
    fn at(block: &str, error: &Error) -> Option<Self> {
        let at = error.span().map_or(0, |span| span.start.min(block.len()));
        let message = error.message();
        if message.starts_with("key with no value") {
            let lines = line_start(block, at)..line_end(block, at);
            return Some(Self {
                lines,
                span: at..at,
                why: Why::NoEquals,
            });
        }
        if message.starts_with("unexpected `=` in array") {
            return Self::from_list(block, line_start(block, at));
        }
        if message.starts_with("unclosed array, ") {
            return Self::from_list(block, block.len());
        }
        if message.starts_with("invalid multi-line") && at == block.len() {
            let quotes = if message.contains("literal") {
                "'''"
            } else {
                "\"\"\""
            };
            let open = block.rfind(quotes)?;
            let lines = line_start(block, open)..block.len();
            return Some(Self {
                lines,
                span: open..open + 3,
                why: Why::OpenText,
            });
        }
        None
    }

    /// The list that is still open where the next key begins: the last one opened before it.
    fn from_list(block: &str, next_key: usize) -> Option<Self> {
        let mut end = next_key;
        while end > 0 {
            let start = line_start(block, end - 1);
            if let Some(bracket) = opens_list(&block[start..end]) {
                let open = start + bracket;
                return Some(Self {
                    lines: start..next_key,
                    span: open..open + 1,
                    why: Why::OpenList,
                });
            }
            end = start;
        }
        None
    }

    fn swallows(&self, error: &Error) -> bool {
        let inside =
            |span: Range<usize>| self.lines.contains(&span.start) && span.start != self.span.start;
        error.span().is_some_and(inside)
    }

    fn problem(&self, text: &str, offset: usize) -> Problem {
        let span = self.span.start + offset..self.span.end + offset;
        match self.why {
            Why::NoEquals => syntax::problem(text, "key with no value", span),
            Why::OpenList => Problem::error(span, "This list is never closed.")
                .hint("Put ] after its last item."),
            Why::OpenText => Problem::error(span, "These quotes are never closed.")
                .hint("Put three quotes after the last word."),
        }
    }
}

/// Where `key = [` opens its list in a line.
fn opens_list(line: &str) -> Option<usize> {
    let (key, value) = line.split_once('=')?;
    let is_key = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let key_like = key.trim().chars().all(is_key) && !key.trim().is_empty();
    let bracket = line.len() - value.trim_start().len();
    (key_like && line[bracket..].starts_with('[')).then_some(bracket)
}

/// Looked for in bytes: the reader's own positions need not stand between two characters.
fn line_start(text: &str, at: usize) -> usize {
    let newline = text.as_bytes()[..at]
        .iter()
        .rposition(|byte| *byte == b'\n');
    newline.map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    let newline = text.as_bytes()[at..].iter().position(|byte| *byte == b'\n');
    newline.map_or(text.len(), |length| at + length)
}

/// Spaces for every byte but line ends, so that positions stay true.
fn blank(text: &mut String, lines: Range<usize>) {
    let spaces: String = text[lines.clone()]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    text.replace_range(lines, &spaces);
}
