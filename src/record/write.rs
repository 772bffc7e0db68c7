//! A record becomes Markdown.

use super::{
    entry, front, inert,
    model::{Front, Record, Section},
};

/// The last sentence of every record.
pub const FOOT: &str =
    "Nothing under a heading means we did not talk about it. It does not mean all was well.";

/// A record as the text of its file.
pub fn markdown(record: &Record) -> String {
    let mut out = front::write(&record.front);
    out.push('\n');
    out.push_str(&letter(record));
    if !record.added.is_empty() {
        out.push('\n');
        out.push_str(&record.added);
        out.push('\n');
    }
    out
}

/// A line that says what our last sentence says is not the foot: what is below it would be taken for added.
fn intro_line(line: &str) -> String {
    let line = inert::line_start(line);
    match line.strip_suffix('.') {
        Some(words) if line == FOOT => format!("{words}\\."),
        _ => line,
    }
}

/// A record without its header and without what was added since.
pub(super) fn letter(record: &Record) -> String {
    let mut out = format!("# {}\n\n", inert::heading(&record.title));
    for line in &record.intro {
        out.push_str(&intro_line(line));
        out.push('\n');
    }
    out.push('\n');
    for part in &record.sections {
        out.push_str(&section(part, &record.front));
    }
    out.push_str(FOOT);
    out.push('\n');
    out
}

fn section(section: &Section, front: &Front) -> String {
    let mut out = format!("## {}\n\n", inert::heading(&section.heading));
    let mut before = None;
    for part in &section.entries {
        if entry::need_gap(before.replace(part), part) {
            out.push('\n');
        }
        out.push_str(&entry::write(part, front));
    }
    out.push('\n');
    out
}
