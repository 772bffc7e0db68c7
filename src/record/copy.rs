//! The person's copy: a plain letter.

use super::{
    model::{Record, Voice},
    write,
};

/// Why there is no copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopyRefusal {
    /// The worker marked the record.
    #[error(
        "This record is marked: no copy to the home. Ask the person where a copy would be safe; take the mark off first."
    )]
    NoCopyHome,
}

/// The record as a letter to the person: no header, no boxes to tick, nothing of what the worker means to come back
/// to. What was added since is in it, because a correction or their own statement is theirs.
///
/// # Errors
///
/// When the record is marked `no_copy_home`, whatever else is asked for.
pub fn person_copy(record: &Record) -> Result<String, CopyRefusal> {
    if record.front.no_copy_home {
        return Err(CopyRefusal::NoCopyHome);
    }
    let mut theirs = record.clone();
    for section in &mut theirs.sections {
        section
            .entries
            .retain(|entry| entry.voice != Voice::ComeBack);
    }
    theirs
        .sections
        .retain(|section| !section.entries.is_empty());
    let mut copy = without_boxes(&write::letter(&theirs));
    if !theirs.added.is_empty() {
        copy.push('\n');
        copy.push_str(&theirs.added);
        copy.push('\n');
    }
    Ok(copy)
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
