//! What is added to a finished record: under its foot, under one of three headings of ours, and nothing else of it
//! changes.
//!
//! | file | what it holds |
//! |---|---|
//! | [`model`] | what can be added, and why something is not |
//! | `entry` | an addition as Markdown |
//! | [`back`] | the additions of a file, read back |
//! | `spent` | a spend that is put right, in the header too |
//! | [`stands`] | where words stand in a letter, however it writes them |

pub mod back;
mod entry;
pub mod model;
mod spent;
pub mod stands;

pub use model::{AddRefusal, Added, Addition};

use super::{
    dates,
    front::{self, NotARecord},
    inert,
    model::{Status, Voided},
    read,
};
use crate::conversation::Moment;

/// Corrections, and what was heard later.
pub const ADDED_SINCE: &str = "## Added since";

/// The person's own statement.
pub const YOU_SAY: &str = "## You say";

/// What became of the promises.
pub const WHAT_HAPPENED_NEXT: &str = "## What happened next";

/// Every heading that may stand under the foot.
pub const HEADINGS: [&str; 3] = [ADDED_SINCE, YOU_SAY, WHAT_HAPPENED_NEXT];

/// One item of a list, from words that were typed and a few of ours in italics after them.
pub fn item(words: &str, by_and_when: &str) -> String {
    let words = inert::line_start(&inert::on_one_line(words));
    let tag = inert::inline(&inert::on_one_line(by_and_when));
    format!("- {words} *({tag})*\n")
}

/// Who added something, and when: `Priya N, Wed 11 March 2026, 09:10`.
pub fn by_and_when(by: Option<&str>, at: Moment) -> String {
    let by = by.map(inert::on_one_line).filter(|by| !by.is_empty());
    let by = by.map(|by| format!("{by}, ")).unwrap_or_default();
    let (day, time) = (dates::due_day(at.date_naive()), dates::clock(at));
    format!("{by}{day}, {time}")
}

/// The record with this added: the text under its foot, and what the header says of how the record stands. Every byte
/// of the letter is as it was.
///
/// # Errors
///
/// When it is no record, or there is a reason not to. Then nothing is added.
pub fn add(
    markdown: &str,
    addition: &Addition,
    by: Option<&str>,
    at: Moment,
) -> Result<String, AddRefusal> {
    let mut front = front::read_front(markdown)?;
    let addition = addition.as_it_will_stand(markdown)?;
    match &addition {
        Addition::Void { .. } if front.is_void() => return Err(AddRefusal::AlreadyVoid),
        Addition::StandsAgain { .. } if !front.is_void() => return Err(AddRefusal::NotVoid),
        Addition::Void { why } => front.voided = Some(Voided::new(at, by, why)),
        Addition::StandsAgain { .. } => front.voided = None,
        _ => {}
    }
    front.status = Status::Amended;
    let entry = entry::write(&addition, &by_and_when(by, at));
    let added = add_under(markdown, addition.heading(), &entry)?;
    if let Addition::Correction { .. } = addition {
        spent::put_right(&mut front, markdown, &added);
    }
    Ok(front::replace_front(&added, &front)?)
}

/// The record with an entry at the end of what is under a heading. The heading comes with the first one. Every byte
/// that was there is there still, in its order.
///
/// # Errors
///
/// When the file has no header.
pub fn add_under(markdown: &str, heading: &str, entry: &str) -> Result<String, NotARecord> {
    let (_, body) = front::split(markdown).ok_or(NotARecord::NoHeader)?;
    let (_, added) = read::at_the_foot(body);
    let from = markdown.len() - added.len();
    let Some(end) = end_of(added, heading) else {
        let gap = if markdown.ends_with('\n') { "" } else { "\n" };
        return Ok(format!("{markdown}{gap}\n{heading}\n\n{entry}"));
    };
    let (before, after) = markdown.split_at(from + end);
    let is_first = before.trim_end().ends_with(heading);
    let goes_on = !is_first && entry.starts_with("- ");
    let gap = if goes_on { "\n" } else { "\n\n" };
    let rest = if after.is_empty() { "\n" } else { after };
    Ok(format!("{before}{gap}{}{rest}", entry.trim_end()))
}

/// Where what stands under a heading ends, without the empty lines after it.
fn end_of(added: &str, heading: &str) -> Option<usize> {
    let mut at = 0;
    let mut begins = None;
    for line in added.split_inclusive('\n') {
        match begins {
            None if line.trim_end() == heading => begins = Some(at),
            Some(from) if line.starts_with("## ") => return Some(filled(added, from, at)),
            _ => {}
        }
        at += line.len();
    }
    begins.map(|from| filled(added, from, at))
}

fn filled(added: &str, from: usize, to: usize) -> usize {
    from + added[from..to].trim_end().len()
}

#[cfg(test)]
mod tests;
