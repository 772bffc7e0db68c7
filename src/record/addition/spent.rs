//! A spend that is put right counts as it was put right: what the record says and what is added up are one amount.

use crate::record::{counted::Spent, model::Front, read, view};

/// Puts right in the header what a correction put right in the letter. `before` is the record without the correction and
/// `after` with it. A line that says no amount any more leaves what was counted as it was.
pub(super) fn put_right(front: &mut Front, before: &str, after: &str) {
    if front.counted.spent.is_empty() {
        return;
    }
    let (Some(before), Some(after)) = (entries(before), entries(after)) else {
        return;
    };
    if before.len() != after.len() {
        return;
    }
    let changed = before.iter().zip(&after).filter(|(was, is)| was != is);
    for (was, is) in changed {
        let spent = front.counted.spent.iter_mut();
        let mut spent = spent.filter(|spent| spent.is_said_by(was));
        if let (Some(spent), Some(now)) = (spent.next(), Spent::said_by(is)) {
            *spent = now;
        }
    }
}

/// The words of every entry of a letter, as it was put right so far.
fn entries(markdown: &str) -> Option<Vec<String>> {
    let record = read(&view::put_right_so_far(markdown)?).ok()?.record;
    let sections = record.sections.into_iter();
    let entries = sections.flat_map(|section| section.entries);
    Some(entries.map(|entry| entry.text).collect())
}
