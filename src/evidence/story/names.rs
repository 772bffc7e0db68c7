//! Names go before a story begins. Everybody a record knows of is a blank to fill, and a number to ring is another.
//!
//! A word too many is blanked rather than one too few: a worker can fill a blank, and nobody can take a name back once
//! it was shown.

use serde::{Deserialize, Serialize};

use super::{
    common::{is_also_a_word, is_common},
    tells::{Tell, capitals, tells},
};
use crate::{people::Named, record::Record};

/// In the place of anybody's name.
pub const SOMEONE: &str = "[someone]";
/// In the place of where something is.
pub const SOMEWHERE: &str = "[somewhere]";
/// In the place of a number to ring.
pub const NUMBER: &str = "[a number]";

/// Words that stand where a name could, and name nobody.
const NOBODY: [&str; 14] = [
    "me", "you", "i", "we", "us", "they", "them", "she", "he", "her", "him", "mr", "mrs", "and",
];

/// First letters that stand for a place or a trade wherever they are read, whoever has them too.
pub(super) const TRADES: [&str; 12] = [
    "GP", "OT", "IT", "TV", "UK", "CPN", "NHS", "AMHP", "DWP", "PA", "OK", "BP",
];

/// Fewer digits than this are no number to ring.
const FEWEST_DIGITS: usize = 7;

/// Everybody a record or a home knows of, in every form that could stand in a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Found whatever the size of their letters: `joan m`, `joan`. By their first letter, the longest first.
    words: Vec<String>,
    /// Found as they are: `JM`, `J.M.`, and `Will` of whoever else has a name that is a word. In the same order.
    initials: Vec<String>,
}

impl Names {
    /// Everybody a record knows of: whom it is about, who rang, who was there, the worker, who is to do something, who
    /// was asked, and whose words it holds.
    pub fn of(record: &Record) -> Self {
        let named = Named::in_record(record);
        let all = named.people.iter().chain(&named.asked);
        Self::from_names(all.map(|name| without_role(name)))
    }

    /// These names, each whole, by each of its words, and by its first letters. A word every story has names nobody:
    /// `the`, of `the landlord`.
    pub fn from_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for name in names {
            let name = name.replace('\u{2019}', "'");
            let name: Vec<&str> = name.split_whitespace().collect();
            let parts: Vec<&str> = parts(&name).filter(|part| !is_common(part)).collect();
            if parts.is_empty() {
                continue;
            }
            found.words.push(name.join(" ").to_lowercase());
            found
                .words
                .extend(parts.iter().map(|part| part.to_lowercase()));
            found.initials.extend(first_letters(&name));
        }
        found.in_order()
    }

    /// Everybody a home knows of, by the same. A story is about few of them, so a name that is a word as well is one
    /// only with a capital (`Will`), and what has no capital is no name (`the landlord`).
    pub fn of_home<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for name in names {
            let name = without_role(name).replace('\u{2019}', "'");
            let name: Vec<&str> = name.split_whitespace().collect();
            let is_name = |part: &&str| part.starts_with(char::is_uppercase) && !is_common(part);
            let parts: Vec<&str> = parts(&name).filter(is_name).collect();
            if parts.is_empty() {
                continue;
            }
            if name.len() > 1 {
                found.words.push(name.join(" ").to_lowercase());
                let letters = first_letters(&name).into_iter();
                let is_trade = |letters: &String| TRADES.contains(&letters.as_str());
                found.initials.extend(letters.filter(|one| !is_trade(one)));
            }
            for part in parts {
                match is_also_a_word(part) {
                    true => found
                        .initials
                        .extend([part.to_owned(), part.to_uppercase()]),
                    false => found.words.push(part.to_lowercase()),
                }
            }
        }
        found.in_order()
    }

    /// Names of those who were asked for something, as they are written. They may be a team, and what a team does has
    /// the same word with no capital: `Occupational Therapy`.
    pub fn as_written<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for name in names {
            let name = without_role(name).replace('\u{2019}', "'");
            let name: Vec<&str> = name.split_whitespace().collect();
            let is_name = |part: &&str| part.starts_with(char::is_uppercase) && !is_common(part);
            let is_trade = |part: &&str| TRADES.contains(part);
            let parts = parts(&name).filter(is_name).filter(|part| !is_trade(part));
            found.initials.extend(parts.map(str::to_owned));
        }
        found.in_order()
    }

    /// Words that may be names though nobody says so: those with a capital within a sentence of these words. They are
    /// asked about wherever they stand, with a capital or without, and blanked by nobody but the worker. A name that is
    /// an ordinary word as well is not among them.
    pub fn maybe_in(words: &str) -> Self {
        let found = capitals(words).into_iter();
        let found = found.filter(|one| !one.begins);
        let mut may_be = Self::default();
        for one in found {
            let one: Vec<&str> = one.words.split_whitespace().collect();
            let is_sure = |part: &&str| !is_common(part) && !is_also_a_word(part);
            let parts = parts(&one).filter(is_sure).map(str::to_lowercase);
            may_be.words.extend(parts);
        }
        may_be.in_order()
    }

    /// With these too.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.words.extend(others.words);
        self.initials.extend(others.initials);
        self.in_order()
    }

    fn in_order(mut self) -> Self {
        let is_name = |word: &String| word.chars().count() > 1 && !NOBODY.contains(&word.as_str());
        self.words.retain(is_name);
        for list in [&mut self.words, &mut self.initials] {
            list.retain(|name| !name.is_empty());
            let first = |name: &String| name.chars().next();
            list.sort_by(|a, b| {
                let by_first = first(a).cmp(&first(b));
                by_first.then(b.len().cmp(&a.len())).then(a.cmp(b))
            });
            list.dedup();
        }
        self
    }

    /// The words without anybody's name, and without a number to ring.
    pub fn blanked(&self, words: &str) -> String {
        let letters: Vec<char> = words.chars().collect();
        let mut out = String::with_capacity(words.len());
        let mut at = 0;
        while at < letters.len() {
            let begins = begins_a_word(&letters, at);
            let found = if begins {
                self.found(&letters[at..])
            } else {
                None
            };
            match found {
                Some((length, blank)) => {
                    out.push_str(blank);
                    at += length;
                }
                None => {
                    out.push(letters[at]);
                    at += 1;
                }
            }
        }
        out
    }

    /// The names that stand in these words, as they stand there: somebody may have typed one back in.
    pub fn in_words(&self, words: &str) -> Vec<String> {
        let letters: Vec<char> = words.chars().collect();
        let mut found: Vec<String> = vec![];
        let mut at = 0;
        while at < letters.len() {
            let begins = begins_a_word(&letters, at);
            let name = if begins {
                self.name(&letters[at..])
            } else {
                None
            };
            if let Some(length) = name {
                let name: String = letters[at..at + length].iter().collect();
                if !found.contains(&name) {
                    found.push(name);
                }
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// Those of them that are a name whatever anybody says: a whole name, or one with its capital. A word that somebody is
    /// called by too (`baker`), first letters (`JM`) and a month may tell nobody who it is.
    pub fn surely_in(&self, words: &str) -> Vec<String> {
        let mut found = self.in_words(words);
        found.retain(|name| is_surely_one(name));
        if !found.is_empty() {
            let days = tells(words).into_iter();
            let days = days.filter_map(|tell| match tell {
                Tell::Day(words) => Some(words),
                _ => None,
            });
            let days: Vec<String> = days.collect();
            let is_of = |day: &String, name: &String| day.split(' ').any(|word| word == name);
            found.retain(|name| !days.iter().any(|day| is_of(day, name)));
        }
        found
    }

    /// What begins these letters and is blanked: how many letters, and the blank.
    fn found(&self, letters: &[char]) -> Option<(usize, &'static str)> {
        let name = self.name(letters).map(|length| (length, SOMEONE));
        name.or_else(|| number(letters).map(|length| (length, NUMBER)))
    }

    fn name(&self, letters: &[char]) -> Option<usize> {
        let here = match *letters.first()? {
            '\u{2019}' => '\'',
            here => here,
        };
        let small = here.to_lowercase().next()?;
        let any_size = of_first(&self.words, small)
            .iter()
            .find_map(|name| begins(letters, name, true));
        let as_is = || {
            let mut names = of_first(&self.initials, here).iter();
            names.find_map(|name| begins(letters, name, false))
        };
        any_size.or_else(as_is)
    }
}

/// Those that begin with a letter: a home knows thousands, and a story is looked over with each letter that is typed.
fn of_first(list: &[String], letter: char) -> &[String] {
    let first = |name: &String| name.chars().next();
    let from = list.partition_point(|name| first(name) < Some(letter));
    let to = list.partition_point(|name| first(name) <= Some(letter));
    &list[from..to]
}

/// `Siân`, `O'Brien` and `Lee` of `Siân O'Brien-Lee`.
fn parts<'a>(name: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let parts = name.iter().flat_map(|word| word.split('-'));
    parts
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|part| !part.is_empty())
}

fn is_surely_one(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_initials = letters <= 3 && !name.chars().any(char::is_lowercase);
    let is_whole = name.contains(char::is_whitespace);
    !is_initials && (is_whole || name.starts_with(char::is_uppercase))
}

/// `Carol (daughter), from 14:31` is Carol.
fn without_role(name: &str) -> &str {
    let end = name.find(['(', ',', ';']).unwrap_or(name.len());
    name[..end].trim()
}

/// `JM`, `J.M.`, `J M`, `J. M.`; of one name alone `J`, unless that is a word.
fn first_letters(name: &[&str]) -> Vec<String> {
    let letters: Vec<String> = name
        .iter()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
        .map(|letter| letter.to_uppercase().collect())
        .collect();
    match letters.len() {
        0 => vec![],
        1 => letters
            .into_iter()
            .filter(|letter| !matches!(letter.as_str(), "I" | "A"))
            .collect(),
        _ => ["", ".", " ", ". "]
            .into_iter()
            .map(|between| letters.join(between))
            .collect(),
    }
}

/// Whether a word begins here: not within one, nor after its apostrophe.
fn begins_a_word(letters: &[char], at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).map(|at| letters[at]);
    let of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let apostrophe = matches!(before(1), Some('\'' | '\u{2019}'));
    !(of_word(before(1)) || (apostrophe && of_word(before(2))))
}

/// How many letters the name takes where it stands at the start of these, and ends there.
fn begins(letters: &[char], name: &str, any_size: bool) -> Option<usize> {
    let mut at = 0;
    for wanted in name.chars() {
        let here = *letters.get(at)?;
        let here = if here == '\u{2019}' { '\'' } else { here };
        let same = match any_size {
            true => here.to_lowercase().eq(wanted.to_lowercase()),
            false => here == wanted,
        };
        let space = wanted == ' ' && here.is_whitespace();
        if !same && !space {
            return None;
        }
        at += 1;
    }
    let ends = letters.get(at).is_none_or(|next| !next.is_alphanumeric());
    ends.then_some(at)
}

/// How many letters a number to ring takes at the start of these.
fn number(letters: &[char]) -> Option<usize> {
    if !letters
        .first()
        .is_some_and(|c| c.is_ascii_digit() || *c == '+')
    {
        return None;
    }
    let of_number = |c: &&char| c.is_ascii_digit() || matches!(**c, ' ' | '-' | '+' | '(' | ')');
    let run: Vec<char> = letters.iter().take_while(of_number).copied().collect();
    let digits = run.iter().filter(|c| c.is_ascii_digit()).count();
    let last = run.iter().rposition(char::is_ascii_digit)?;
    (digits >= FEWEST_DIGITS).then_some(last + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> Names {
        Names::from_names([
            "Joan M",
            "Carol",
            "Priya N",
            "Sam",
            "Siân O'Brien-Lee",
            "Me",
        ])
    }

    #[test]
    fn nobody_is_named_however_they_were_written() {
        for (typed, blanked) in [
            ("Joan M rang", "[someone] rang"),
            ("joan said so", "[someone] said so"),
            ("JOAN'S step", "[someone]'S step"),
            ("JM, J.M. and J M", "[someone], [someone]. and [someone]"),
            ("Carol\u{2019}s car", "[someone]\u{2019}s car"),
            ("o\u{2019}brien came", "[someone] came"),
            ("Lee and siân", "[someone] and [someone]"),
            ("Joanne is another", "Joanne is another"),
            ("Me and my same old chair", "Me and my same old chair"),
            ("ring 01632 960123.", "ring [a number]."),
            ("+44 1632 960123 after 5", "[a number] after 5"),
            ("at 14:20 on 3 March 2026", "at 14:20 on 3 March 2026"),
            ("Sam rings Joan", "[someone] rings [someone]"),
        ] {
            assert_eq!(names().blanked(typed), blanked, "{typed}");
        }
    }

    #[test]
    fn everybody_the_home_knows_is_a_blank_and_ordinary_words_are_not() {
        let home = Names::of_home([
            "Pat",
            "Will T",
            "Gina P",
            "the housing team",
            "The landlord",
            "Marcus Oyelaran (son)",
        ]);
        for (typed, blanked) in [
            ("pat died", "[someone] died"),
            ("Marcus will ring", "[someone] will ring"),
            ("WILL and Will, at will", "[someone] and [someone], at will"),
            ("the team and her GP", "the team and her GP"),
            ("G.P. the landlord rang", "[someone]. the landlord rang"),
        ] {
            assert_eq!(home.blanked(typed), blanked, "{typed}");
        }
    }

    #[test]
    fn a_name_is_told_from_a_word_that_somebody_is_called_by() {
        let home = Names::of_home(["Mary Ann A Baker", "May K", "Carol (daughter)"]);
        for (typed, found) in [
            ("A baker in May, and JM", vec![]),
            ("Carol rings, with Mr Baker", vec!["Carol", "Baker"]),
            ("said yes: mary ann a baker", vec!["mary ann a baker"]),
            ("a carol was sung on 3 May 2026", vec![]),
            ("MABEL and MARY", vec!["MARY"]),
        ] {
            assert_eq!(home.surely_in(typed), found, "{typed}");
        }
        let asked = Names::as_written(["Occupational Therapy", "Sam Okoro", "the OT team"]);
        assert_eq!(
            asked.blanked("Sam Okoro of Therapy gave therapy, an OT"),
            "[someone] [someone] of [someone] gave therapy, an OT"
        );
    }

    #[test]
    fn a_name_that_was_typed_back_in_is_found() {
        let found = names().in_words("She and Carol, and carol again, and JM");
        assert_eq!(found, ["Carol", "carol", "JM"]);
        assert!(names().in_words("[someone] and her daughter").is_empty());
    }

    proptest! {
        #[test]
        fn whatever_stands_round_it_no_name_is_left(before in "[a-z ,.]{0,10}", after in "[ ,.'!][a-z ]{0,10}") {
            let told = names().blanked(&format!("{before} Joan M{after} 01632 960123"));
            prop_assert!(names().in_words(&told).is_empty(), "{told}");
            prop_assert!(!told.contains("960123"), "{told}");
        }
    }
}
