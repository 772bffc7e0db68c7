//! What is added to a finished record: under its foot, under one of three headings of ours, and nothing else of it
//! changes.

use super::{
    front::{self, NotARecord},
    inert, read,
};

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
    let gap = if is_first { "\n\n" } else { "\n" };
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
mod tests {
    use super::*;
    use crate::record::FOOT;

    fn record(added: &str) -> String {
        format!("---\nalongside: 1\n---\n\n# Talking\n\n{FOOT}\n{added}")
    }

    #[test]
    fn the_heading_comes_with_the_first_and_the_next_go_under_it() {
        let first = add_under(&record(""), WHAT_HAPPENED_NEXT, "- one\n").expect("added");
        assert_eq!(first, record("\n## What happened next\n\n- one\n"));
        let second = add_under(&first, WHAT_HAPPENED_NEXT, "- two\n").expect("added");
        assert_eq!(second, record("\n## What happened next\n\n- one\n- two\n"));
    }

    #[test]
    fn an_entry_goes_under_its_own_heading_whatever_follows() {
        let was = record("\n## What happened next\n\n- one\n\n## You say\n\n> Mine.\n");
        let now = add_under(&was, WHAT_HAPPENED_NEXT, "- two\n").expect("added");
        assert_eq!(
            now,
            record("\n## What happened next\n\n- one\n- two\n\n## You say\n\n> Mine.\n")
        );
    }

    #[test]
    fn a_heading_of_the_letter_that_reads_the_same_is_left_alone() {
        let was =
            format!("---\nalongside: 1\n---\n\n## What happened next\n\n- talked\n\n{FOOT}\n");
        let now = add_under(&was, WHAT_HAPPENED_NEXT, "- one\n").expect("added");
        assert_eq!(now, format!("{was}\n## What happened next\n\n- one\n"));
    }
}
