//! The words that are said, and names as they are typed.

use fastrand::Rng;

const WORDS: [&str; 40] = [
    "still",
    "cooks",
    "for",
    "the",
    "neighbour",
    "every",
    "Sunday",
    "and",
    "used",
    "to",
    "go",
    "out",
    "dancing",
    "at",
    "chapel",
    "misses",
    "company",
    "since",
    "fall",
    "on",
    "front",
    "step",
    "her",
    "daughter",
    "rings",
    "most",
    "evenings",
    "likes",
    "tomatoes",
    "from",
    "allotment",
    "with",
    "a",
    "lift",
    "there",
    "back",
    "before",
    "dark",
    "in",
    "winter",
];

/// A name as somebody in a hurry types it: in another case, or with more white space.
pub(super) fn in_a_hurry(name: &str, dice: &mut Rng) -> String {
    match dice.usize(..4) {
        0 => name.to_lowercase(),
        1 => name.to_uppercase(),
        2 => name.replace(' ', "  "),
        _ => format!(" {name} "),
    }
}

/// A line of so many words.
pub(super) fn line(words: usize, dice: &mut Rng) -> String {
    let words: Vec<&str> = (0..words)
        .map(|_| WORDS[dice.usize(..WORDS.len())])
        .collect();
    let line = words.join(" ");
    let (first, rest) = line.split_at(1);
    format!("{}{rest}.", first.to_uppercase())
}
