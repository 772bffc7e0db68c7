//! Words no two of which are alike, to tell whether any was lost; and chance that can be had again.

use std::fmt::Write;

use alongside::conversation::{Change, Event, Stamped};

/// Chance from a seed (xorshift): the same seed, the same run.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        &these[self.below(these.len())]
    }
}

/// The word with this number: six letters, never a digit, which could choose something, and never a name or a day.
pub fn word(number: usize) -> String {
    let mut word = String::from("q");
    for place in [10_000, 1000, 100, 10, 1] {
        let letter = b"bdfghjkmpv"[number / place % 10];
        let _ = word.write_char(letter.into());
    }
    word
}

/// Whether this is a word of ours, or the beginning of one.
pub fn is_ours(word: &str) -> bool {
    word.starts_with('q')
        && word.len() <= 6
        && word[1..]
            .bytes()
            .all(|letter| b"bdfghjkmpv".contains(&letter))
}

/// Everything that was typed, pasted or looked for, letter after letter as the journal has it, whatever became of it.
pub fn written(events: &[Stamped]) -> String {
    let mut written = String::new();
    for stamped in events {
        match &stamped.event {
            Event::Did { changes, .. } => {
                for change in changes {
                    if let Change::Line(edit) = change {
                        written.push_str(&edit.inserted);
                    }
                }
            }
            // Letters typed into a list come with those before them.
            Event::Sought(words) => written.extend(words.chars().last()),
            _ => {}
        }
    }
    written
}
