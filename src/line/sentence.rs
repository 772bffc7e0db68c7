//! A sentence as words with places, so that what is read from it can be shown in the words it came from.

use std::ops::Range;

/// A sentence cut into words. Asking past either end answers with an empty word: a phrase then simply does not match.
pub(super) struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

struct Word<'a> {
    typed: &'a str,
    lower: String,
    start: usize,
    /// Something was written after it that ends a thought: in "Ring Friday, lunch club is shut" Friday is a day.
    ends: bool,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let pieces = text.split(|c: char| c.is_whitespace() || c == '\u{2014}');
        let words = pieces.filter_map(|piece| Word::new(text, piece)).collect();
        Self { text, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word in lower case, without the punctuation around it.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The word before `at`, in the same way.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The word after `at`, unless a thought ends between the two.
    pub(super) fn goes_on(&self, at: usize) -> &str {
        match self.words.get(at) {
            Some(word) if !word.ends => self.word(at + 1),
            _ => "",
        }
    }

    /// The word as typed, without the punctuation around it.
    pub(super) fn typed(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.typed)
    }

    /// Whether the words from `at` on are these.
    pub(super) fn says(&self, at: usize, phrase: &[&str]) -> bool {
        (at..).zip(phrase).all(|(at, word)| self.word(at) == *word)
    }

    /// The words of a range exactly as typed, with all between them.
    pub(super) fn span(&self, range: &Range<usize>) -> &'a str {
        self.place(range).map_or("", |place| &self.text[place])
    }

    /// Where that is, in bytes. `None` of no words at all.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words.get(range.clone())?;
        let (first, last) = (words.first()?, words.last()?);
        Some(first.start..last.start + last.typed.len())
    }
}

impl<'a> Word<'a> {
    fn new(text: &'a str, piece: &'a str) -> Option<Self> {
        let typed = piece.trim_matches(is_punctuation);
        if typed.is_empty() {
            return None;
        }
        let start = typed.as_ptr() as usize - text.as_ptr() as usize;
        Some(Self {
            typed,
            lower: typed.to_lowercase().replace('\u{2019}', "'"),
            start,
            ends: piece.ends_with(is_punctuation),
        })
    }
}

fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '"' | '\'' | '*' | '\u{2026}'
    ) || matches!(c, '\u{2018}'..='\u{201F}')
}
