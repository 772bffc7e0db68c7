//! "Did you mean?": the known name nearest to a mistyped one.

use crate::text::slips;

/// The candidate nearest to `word`, when one is near enough to be what was meant.
///
/// Near enough is one slip for every three letters. Case, `-` and `_` are not slips.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    if word.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (slips(&word, &folded(candidate)), candidate))
        .filter(|(slips, candidate)| *slips <= candidate.chars().count().div_ceil(3))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}

/// Nothing longer is a slip of a name we know, and comparing costs the product of the lengths.
const LONGEST: usize = 64;

fn folded(word: &str) -> Vec<char> {
    word.to_lowercase()
        .chars()
        .map(|letter| if letter == '_' { '-' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["listen_for", "ask", "gentler", "section", "title"];
        for (typed, meant) in [
            ("listen_fro", Some("listen_for")),
            ("listen-for", Some("listen_for")),
            ("Ask", Some("ask")),
            ("asks", Some("ask")),
            ("sectoin", Some("section")),
            ("titel", Some("title")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, keys), meant, "{typed}");
        }
    }
}
