//! "Did you mean?": the known name nearest to a mistyped one.

/// The candidate nearest to `word`, when one is near enough to be what was meant.
///
/// Near enough is one slip for every three letters. Case, `-` and `_` are not slips.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = folded(word);
    if word.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &folded(candidate)), candidate))
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

/// Letters added, dropped, changed, or swapped with a neighbour.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, from_letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, to_letter) in to.iter().enumerate() {
            let changed = above[column] + usize::from(from_letter != to_letter);
            let mut best = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let swapped =
                row > 0 && column > 0 && from[row - 1] == *to_letter && from[row] == to[column - 1];
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[to.len()]
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

    #[test]
    fn counts_a_swap_as_one_slip() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters("kind"), &letters("knid")), 1);
        assert_eq!(distance(&letters("kind"), &letters("")), 4);
        assert_eq!(distance(&letters(""), &letters("kind")), 4);
    }
}
