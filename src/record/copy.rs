//! The person's copy as Markdown: a plain letter.

use super::{
    addition,
    front::{self, NotARecord},
    inert::on_one_line,
    letter::NO_LONGER_STANDS,
    model::{Record, Status, Voice},
    reader::{Cleared, NotHome, Reader, Refused},
    write,
};
use crate::conversation::Moment;

/// The record as a letter to the person: no header, no boxes to tick, nothing of what the worker means to come back
/// to. What was added since is in it, because a correction or their own statement is theirs.
///
/// # Errors
///
/// When the record is marked `no_copy_home` and it is not said where else this copy goes.
pub fn person_copy(record: &Record, not_home: Option<&NotHome>) -> Result<Cleared, Refused> {
    let allowed = Reader::Copy.ask(record.front.no_copy_home, not_home)?;
    let mut theirs = record.clone();
    for section in &mut theirs.sections {
        section
            .entries
            .retain(|entry| entry.voice != Voice::ComeBack);
    }
    theirs
        .sections
        .retain(|section| !section.entries.is_empty());
    let void = match theirs.front.is_void() {
        true => format!("{NO_LONGER_STANDS}\n\n"),
        false => String::new(),
    };
    let mut copy = void + &without_boxes(&write::letter(&theirs));
    if !theirs.added.is_empty() {
        copy.push('\n');
        copy.push_str(&theirs.added);
        copy.push('\n');
    }
    Ok(allowed.words(copy))
}

/// A finished record in which it is noted, in the header and under the foot, how the person had their copy.
///
/// # Errors
///
/// When the file has no header that can be read.
pub fn with_given(
    markdown: &str,
    how: &str,
    by: Option<&str>,
    at: Moment,
) -> Result<String, NotARecord> {
    let mut front = front::read_front(markdown)?;
    let how = on_one_line(how);
    let stop = if how.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    let by_and_when = addition::by_and_when(by, at);
    let entry = addition::item(&format!("Your copy: {how}{stop}"), &by_and_when);
    let added = addition::add_under(markdown, addition::ADDED_SINCE, &entry)?;
    front.copy = Some(format!("{how}, {}", at.format("%Y-%m-%d")));
    front.status = Status::Amended;
    front::replace_front(&added, &front)
}

/// A box at the start of an item is always ours: a typed `[` is escaped.
fn without_boxes(letter: &str) -> String {
    let lines = letter.lines().map(|line| {
        let sentence = line
            .strip_prefix("- [ ] ")
            .or_else(|| line.strip_prefix("- [x] "));
        sentence.map_or(format!("{line}\n"), |sentence| format!("- {sentence}\n"))
    });
    lines.collect()
}
