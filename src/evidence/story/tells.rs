//! What in a story may give somebody away though no name is in it: a day, a place, an age, a number.
//!
//! Nobody can say what tells somebody apart in a town where everybody knows who fell on the ice. So nothing is judged
//! here: what is found is marked by what it is, and the person who tells the story looks at it.

use super::{
    common::{is_also_a_word, is_common},
    names::TRADES,
};
use crate::line::{month, weekday};

/// Something that may give somebody away, as it stands in the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tell {
    /// A day, a month or a year: `3 March`, `Thursday`.
    Day(String),
    /// An age: `83 years old`.
    Age(String),
    /// Another number: `14`, `07700 900123`.
    Number(String),
    /// Words with capitals, as places and names have them: `Chapel Lane`, and `Tariq` at the start of a sentence.
    Place(String),
    /// A blank that is not filled: `[someone]`.
    Blank(String),
}

/// Whom a question is about, right after the word that asks it.
const AFTER_HELPING: [&str; 20] = [
    "i", "you", "he", "she", "it", "we", "they", "the", "a", "an", "my", "your", "his", "her",
    "our", "their", "this", "that", "there", "not",
];

/// What may give somebody away in these words, in order and each once. What is done on `Tuesdays` gives
/// nobody away; `Tuesday` was one day.
pub fn tells(words: &str) -> Vec<Tell> {
    let mut found = vec![];
    for line in words.lines() {
        let words = Words::of(line);
        let mut at = 0;
        while at < words.0.len() {
            let (tell, next) = words.at(at);
            if let Some(tell) = tell
                && !found.contains(&tell)
            {
                found.push(tell);
            }
            at = next;
        }
    }
    found
}

/// Words with capitals that are no ordinary words, as a name or a place has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capitals {
    /// The words: `Chapel Lane`, `Tariq` of `Tariq's`.
    pub words: String,
    /// They begin a sentence, where any word has a capital.
    pub begins: bool,
}

/// The words with capitals, in order. A month that people are called by is one of them where no day or year says that
/// it is a month.
pub fn capitals(words: &str) -> Vec<Capitals> {
    let mut found = vec![];
    for line in words.lines() {
        let words = Words::of(line);
        let mut at = 0;
        while at < words.0.len() {
            let (tell, next) = words.at(at);
            let begins = words.0[at].is_first;
            match tell {
                Some(Tell::Place(words)) => found.push((words, begins)),
                Some(Tell::Day(words)) if is_also_a_word(&words) && begins_large(&words) => {
                    found.push((words, begins));
                }
                _ => {}
            }
            at = next;
        }
    }
    let found = found.into_iter().map(|(words, begins)| Capitals {
        words: nobodys(&words).to_owned(),
        begins,
    });
    found.filter(|one| !is_ordinary(&one.words)).collect()
}

/// `Tariq` of `Tariq's`.
fn nobodys(words: &str) -> &str {
    let end = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("\u{2019}s"));
    end.unwrap_or(words)
}

/// `Mum`, `the Council` and `NHS` name nobody.
fn is_ordinary(words: &str) -> bool {
    let mut words = words.split_whitespace();
    words.all(|word| is_common(word) || TRADES.contains(&word))
}

/// The words of a line.
struct Words<'a>(Vec<Word<'a>>);

struct Word<'a> {
    /// Without what stands round it.
    bare: &'a str,
    /// It is the first of a sentence.
    is_first: bool,
    /// A sentence, or a part of one, ends with it.
    ends: bool,
}

impl<'a> Words<'a> {
    fn of(line: &'a str) -> Self {
        let mut is_first = true;
        let words = line.split_whitespace().map(|whole| {
            let keeps = |c: char| c.is_alphanumeric() || matches!(c, '[' | ']');
            let bare = whole.trim_matches(|c: char| !keeps(c));
            let word = Word {
                bare,
                is_first,
                ends: whole.ends_with(['.', '!', '?', ':', ';', ',']),
            };
            let closed = whole.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']);
            is_first = closed.ends_with(['.', '!', '?', ':']) || (is_first && bare.is_empty());
            word
        });
        Self(words.collect())
    }

    /// What begins here, and where to go on.
    fn at(&self, at: usize) -> (Option<Tell>, usize) {
        let word = &self.0[at];
        if word.bare.starts_with('[') {
            let end = (at..self.0.len()).find(|end| self.0[*end].bare.contains(']'));
            let end = end.unwrap_or(at);
            return (Some(Tell::Blank(self.joined(at, end + 1))), end + 1);
        }
        if let Some(end) = self.day(at) {
            return (Some(Tell::Day(self.joined(at, end))), end);
        }
        if let Some(end) = self.age(at) {
            return (Some(Tell::Age(self.joined(at, end))), end);
        }
        if has_digit(word.bare) {
            let end = self.number(at);
            return (Some(Tell::Number(self.joined(at, end))), end);
        }
        match self.place(at) {
            Some(end) => (Some(Tell::Place(self.joined(at, end))), end),
            None => (None, at + 1),
        }
    }

    /// `07700 900123` is one number: where it ends.
    fn number(&self, at: usize) -> usize {
        let only_digits = |nth: usize| {
            let word = self.0[nth].bare;
            has_digit(word) && !word.chars().any(char::is_alphabetic)
        };
        let mut end = at + 1;
        while only_digits(at)
            && end < self.0.len()
            && !self.0[end - 1].ends
            && only_digits(end)
            && self.day(end).is_none()
        {
            end += 1;
        }
        end
    }

    /// `Thursday`, and with the day after it: where it ends.
    fn day(&self, at: usize) -> Option<usize> {
        if !is_weekday(self.0[at].bare) {
            return self.day_of_month(at);
        }
        let next = Some(at + 1).filter(|next| *next < self.0.len());
        let with = next.and_then(|next| self.day_of_month(next));
        Some(with.unwrap_or(at + 1))
    }

    /// `3 March`, `March 2026`, `3rd of March 2026`, `03/02/2026`, `2026`: where it ends.
    fn day_of_month(&self, at: usize) -> Option<usize> {
        let bare = |nth: usize| self.0.get(nth).map_or("", |word| word.bare);
        if is_dashed_day(bare(at)) || is_year(bare(at)) {
            return Some(at + 1);
        }
        let of = |nth: usize| nth + usize::from(bare(nth) == "of");
        let ends = |nth: usize| nth + usize::from(is_year(bare(nth)));
        let month = |nth: usize| is_month(bare(nth)) || is_short_month(bare(nth));
        if is_day_of_month(bare(at)) && month(of(at + 1)) {
            return Some(ends(of(at + 1) + 1));
        }
        // "may" and "march" are words too, so alone they are months only with a capital within a sentence.
        let has_more = is_day_of_month(bare(at + 1)) || is_year(bare(at + 1));
        let is_named = is_month(bare(at)) && (begins_large(bare(at)) && !self.0[at].is_first);
        let is_sure =
            is_month(bare(at)) && !matches!(bare(at).to_lowercase().as_str(), "may" | "march");
        match is_month(bare(at)) && has_more {
            true => Some(ends(at + 1 + usize::from(is_day_of_month(bare(at + 1))))),
            false => (is_named || is_sure).then_some(at + 1),
        }
    }

    /// `83 years old`, `aged 83`, `83-year-old`, `in her 80s`: where it ends.
    fn age(&self, at: usize) -> Option<usize> {
        let bare = |nth: usize| self.0.get(nth).map_or("", |word| word.bare).to_lowercase();
        let word = bare(at);
        if word.contains("year-old")
            || (word.ends_with("0s") && word.len() <= 4 && has_digit(&word))
        {
            return Some(at + 1);
        }
        if matches!(word.as_str(), "aged" | "age") && has_digit(&bare(at + 1)) {
            return Some(at + 2);
        }
        let years = has_digit(&word) && matches!(bare(at + 1).as_str(), "year" | "years");
        (years && bare(at + 2) == "old").then_some(at + 3)
    }

    /// Words with capitals. The first of a sentence has one anyway, so there an ordinary word is none.
    fn place(&self, at: usize) -> Option<usize> {
        let is_large = |nth: usize| {
            let Word { bare, is_first, .. } = self.0[nth];
            let is_ordinary = is_first && (is_common(nobodys(bare)) || self.is_helping(nth));
            let is_day = is_weekday(bare) || is_weekday(bare.trim_end_matches('s'));
            begins_large(bare) && !is_pronoun(bare) && !is_day && !is_ordinary
        };
        if !is_large(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.0.len() && is_large(end) && !self.0[end - 1].ends && !self.0[end].is_first
        {
            end += 1;
        }
        Some(end)
    }

    /// `Will she come?` asks: there it is no name and no month. `Will rang` may be one.
    fn is_helping(&self, nth: usize) -> bool {
        let next = self.0.get(nth + 1).map(|word| word.bare.to_lowercase());
        matches!(self.0[nth].bare, "Will" | "May")
            && next.is_some_and(|next| AFTER_HELPING.contains(&next.as_str()))
    }

    fn joined(&self, from: usize, to: usize) -> String {
        let words: Vec<&str> = self.0[from..to].iter().map(|word| word.bare).collect();
        words.join(" ")
    }
}

fn has_digit(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}

fn begins_large(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "I" | "I'm" | "I'd" | "I've" | "I'll") || word.starts_with("I\u{2019}")
}

fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    weekday(&word).is_some() && word.ends_with("day")
}

/// Short for a month only after a day: a name and a word otherwise.
fn is_short_month(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(word.as_str(), "mar" | "dec" | "sept")
}

fn is_month(word: &str) -> bool {
    !is_short_month(word) && month(&word.to_lowercase()).is_some()
}

fn is_day_of_month(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let day: Option<u32> = digits.parse().ok();
    day.is_some_and(|day| (1..=31).contains(&day))
        && matches!(ending, "" | "st" | "nd" | "rd" | "th")
}

fn is_year(word: &str) -> bool {
    let year: Option<u32> = word.parse().ok();
    word.len() == 4 && year.is_some_and(|year| (1900..=2100).contains(&year))
}

/// `03/02/2026`, `3.2.26`, `2026-02-03`.
fn is_dashed_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let are_digits = parts
        .iter()
        .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    parts.len() == 3 && are_digits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_may_give_somebody_away_is_marked_by_what_it_is() {
        use Tell::{Age, Blank, Day, Number, Place};
        let one = |tell: fn(String) -> Tell, words: &str| vec![tell(words.to_owned())];
        for (words, expected) in [
            ("She fell on 3 March.", one(Day, "3 March")),
            (
                "Since the 3rd of March 2026 she",
                one(Day, "3rd of March 2026"),
            ),
            ("It was 03/02/2026.", one(Day, "03/02/2026")),
            ("She may march on in May", one(Day, "May")),
            ("in january", one(Day, "january")),
            ("An 83-year-old", one(Age, "83-year-old")),
            ("She is 83 years old.", one(Age, "83 years old")),
            ("in his 80s", one(Age, "80s")),
            ("Goes to Chapel Lane.", one(Place, "Chapel Lane")),
            ("Chapel Lane is far.", one(Place, "Chapel Lane")),
            ("Then she, with [someone], left", one(Blank, "[someone]")),
            ("Ring [a number].", one(Blank, "[a number]")),
            ("It took 12 calls.", one(Number, "12")),
            ("on 07700 900123, then", one(Number, "07700 900123")),
            ("Rang on 10 Mar.", one(Day, "10 Mar")),
            (
                "came home on Thursday 19 March",
                one(Day, "Thursday 19 March"),
            ),
            ("home on thursday", one(Day, "thursday")),
            ("Tariq came home", one(Place, "Tariq")),
            ("Will rang, will he?", one(Place, "Will")),
            ("Will she ring? Neighbour's boy", vec![]),
            ("It was late. Sandra rang.", one(Place, "Sandra")),
            ("She went out on Tuesdays. I'm glad. He too.", vec![]),
            ("\"I go out,\" she said. Now she sings.", vec![]),
        ] {
            assert_eq!(tells(words), expected, "{words}");
        }
        assert_eq!(
            tells("In Leeds.\nNear Leeds, in Leeds").len(),
            1,
            "each once"
        );
    }

    #[test]
    fn capitals_that_are_no_ordinary_words_are_asked_about_and_no_others() {
        for (words, expected) in [
            ("Tariq's brother saw Tariq", &["Tariq", "Tariq"][..]),
            ("At Chapel Lane, with Mum and her GP", &["Chapel Lane"]),
            ("June rang on 3 June. Will came", &["June", "Will"]),
            ("She said She is [someone Else]", &[]),
            ("Home on Thursday. Tuesdays too.", &[]),
        ] {
            let found: Vec<String> = capitals(words).into_iter().map(|one| one.words).collect();
            assert_eq!(found, expected, "{words}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_what_is_marked_stands_in_it(words in "([A-Za-z0-9 .,\\[\\]'-]|\n|ŵ|é){0,80}") {
            for tell in tells(&words) {
                let (Tell::Day(one) | Tell::Age(one) | Tell::Number(one) | Tell::Place(one) | Tell::Blank(one)) = tell;
                prop_assert!(one.split(' ').all(|word| words.contains(word)), "{one}");
            }
        }
    }
}
