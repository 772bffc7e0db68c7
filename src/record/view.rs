//! A finished record as it is read: with the words that were put right since, each with a sign; or as it was finished.

use std::ops::Range;

use super::{
    addition::{Addition, back, stands::Letter},
    front::{self, NotARecord},
    inert, read,
};

/// After words that were put right. What somebody typed never reads so: its bracket is escaped.
pub const SIGN: &str = " [corrected]";

/// The file as it is read now: the letter with what was put right in its place, and everything else of it untouched.
///
/// # Errors
///
/// When the file has no header.
pub fn corrected(markdown: &str) -> Result<String, NotARecord> {
    let letter = letter(markdown).ok_or(NotARecord::NoHeader)?;
    let (text, spots) = put_right(markdown, &markdown[letter.clone()]);
    let mut signed = text;
    for spot in spots.iter().rev() {
        signed.insert_str(spot.end, SIGN);
    }
    let (before, after) = (&markdown[..letter.start], &markdown[letter.end..]);
    Ok(format!("{before}{signed}{after}"))
}

/// The file as it was finished: without what was added since. The header is as it stands.
///
/// # Errors
///
/// When the file has no header.
pub fn as_finished(markdown: &str) -> Result<&str, NotARecord> {
    let (_, body) = front::split(markdown).ok_or(NotARecord::NoHeader)?;
    let (_, added) = read::at_the_foot(body);
    Ok(&markdown[..markdown.len() - added.len()])
}

/// What is under the header of a file, and what a person reads first.
pub fn body(markdown: &str) -> &str {
    let body = front::split(markdown).map_or(markdown, |(_, body)| body);
    body.trim_start()
}

/// The header as it stands, and under it the letter with what was put right in its place, and no sign of it.
pub(super) fn put_right_so_far(markdown: &str) -> Option<String> {
    let header = &markdown[..letter(markdown)?.start];
    Some(format!("{header}{}", corrected_letter(markdown)))
}

/// The letter with what was put right in its place, and no sign of it: what can be put right next.
pub(super) fn corrected_letter(markdown: &str) -> String {
    let letter = letter(markdown).unwrap_or_default();
    put_right(markdown, &markdown[letter]).0
}

/// The letter's bytes in the file.
fn letter(markdown: &str) -> Option<Range<usize>> {
    let (_, body) = front::split(markdown)?;
    let (letter, _) = read::at_the_foot(body);
    let start = markdown.len() - body.len();
    Some(start..start + letter.len())
}

/// A letter with every correction made, in the order they came, and where each stands.
fn put_right(markdown: &str, letter: &str) -> (String, Vec<Range<usize>>) {
    let mut text = letter.to_owned();
    let mut spots: Vec<Range<usize>> = vec![];
    for added in back::additions(markdown) {
        let Addition::Correction { old, new, .. } = added.addition else {
            continue;
        };
        let new = inert::anywhere(&new);
        for found in Letter::of(&text).find(&old).into_iter().rev() {
            text.replace_range(found.clone(), &new);
            spots = with(spots, found, new.len());
        }
    }
    spots.sort_by_key(|spot| spot.start);
    (text, spots)
}

/// The spots once another has become this long. One that it touches is part of it.
fn with(spots: Vec<Range<usize>>, found: Range<usize>, length: usize) -> Vec<Range<usize>> {
    let moved = |at: usize| at + length - found.len();
    let (touched, apart): (Vec<_>, Vec<_>) = spots
        .into_iter()
        .partition(|spot| spot.start < found.end && found.start < spot.end);
    let start = touched.iter().map(|spot| spot.start).min();
    let end = touched.iter().map(|spot| spot.end).max();
    let start = start.unwrap_or(found.start).min(found.start);
    let end = moved(end.unwrap_or(found.end).max(found.end));
    let apart = apart.into_iter().map(|spot| match spot.start >= found.end {
        true => moved(spot.start)..moved(spot.end),
        false => spot,
    });
    apart.chain(std::iter::once(start..end)).collect()
}
