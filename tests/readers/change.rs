//! What is done to an input: from a small slip to a storm.

use super::chance::Chance;

/// The most bytes an input has. Readers' own limits have tests of their own.
const LARGEST: usize = 16 << 10;

/// Words that mean something to some reader or terminal, whichever it is.
const ANYWHERE: [&str; 34] = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "\"",
    "'",
    "\\",
    "---",
    "=",
    "[",
    "]",
    "{",
    "}",
    ":",
    "#",
    "\0",
    "\u{1b}[31m",
    "\u{1b}]2;x\u{7}",
    "\u{9b}5m",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{85}",
    "\u{200d}",
    "\u{301}",
    "\u{E0041}",
    "\u{FEFF}",
    "王",
    "👩‍👩‍👧",
    "ŵ",
    "99999999999999999999",
    "-1",
];

/// Changes one of the corpus a few times over.
pub fn changed(corpus: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut input = corpus
        .get(chance.below(corpus.len() + 1))
        .cloned()
        .unwrap_or_default();
    for _ in 0..=chance.below(5) {
        change(&mut input, corpus, words, chance);
        input.truncate(LARGEST);
    }
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], words: &[&str], chance: &mut Chance) {
    let (from, to) = span(input, chance);
    match chance.below(12) {
        0 => turn_over(input, chance),
        1 => drop(input.drain(from..to)),
        2 => input.truncate(from),
        3 => drop(input.drain(..from)),
        4 => {
            let piece = input[from..to].to_vec();
            insert(input, &piece, chance);
        }
        5 => splice(input, corpus, chance),
        6 => storm(input, words, chance),
        7 => swap_lines(input, chance),
        8 => {
            let letter = char::from_u32(chance.below(0x11_0000) as u32).unwrap_or('\u{FFFD}');
            insert(input, letter.to_string().as_bytes(), chance);
        }
        _ => {
            let word = word(words, chance);
            insert(input, word.as_bytes(), chance);
        }
    }
}

/// A short part of the input, mostly.
fn span(input: &[u8], chance: &mut Chance) -> (usize, usize) {
    let from = chance.below(input.len() + 1);
    let most = if chance.once_in(4) { input.len() } else { 40 };
    (from, (from + chance.below(most + 1)).min(input.len()))
}

fn word<'a>(words: &[&'a str], chance: &mut Chance) -> &'a str {
    if words.is_empty() || chance.once_in(3) {
        chance.pick(&ANYWHERE)
    } else {
        chance.pick(words)
    }
}

fn insert(input: &mut Vec<u8>, piece: &[u8], chance: &mut Chance) {
    let at = chance.below(input.len() + 1);
    input.splice(at..at, piece.iter().copied());
}

fn turn_over(input: &mut [u8], chance: &mut Chance) {
    let at = chance.below(input.len());
    let bits = chance.next().to_le_bytes()[0] >> chance.below(8);
    if let Some(byte) = input.get_mut(at) {
        *byte ^= bits;
    }
}

/// The beginning of this one and the end of another.
fn splice(input: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let other = corpus.get(chance.below(corpus.len()));
    let other = other.map(Vec::as_slice).unwrap_or_default();
    let (from, to) = (chance.below(input.len() + 1), chance.below(other.len() + 1));
    input.truncate(from);
    input.extend_from_slice(&other[to..]);
}

/// One thing over and over: depth, and length.
fn storm(input: &mut Vec<u8>, words: &[&str], chance: &mut Chance) {
    let times = if chance.once_in(16) { 2000 } else { 40 };
    let piece = word(words, chance).repeat(1 + chance.below(times));
    insert(input, piece.as_bytes(), chance);
}

fn swap_lines(input: &mut Vec<u8>, chance: &mut Chance) {
    let mut lines: Vec<&[u8]> = input.split(|&byte| byte == b'\n').collect();
    let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
    lines.swap(one, other);
    *input = lines.join(&b'\n');
}
