//! What may be a name in a story is asked about, a word at a time, before the story is kept. Nobody but the worker knows
//! whether `Chapel Lane` tells who it is, so nothing is blanked here that was not said to be.

use super::{
    super::{
        names::{SOMEONE, SOMEWHERE},
        tells::capitals,
    },
    Telling,
};

/// What becomes of words that may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// They are somebody's name, and go.
    Someone,
    /// They are a place, and go.
    Somewhere,
    /// They tell nobody who it is, and stay.
    Stays,
}

impl Settled {
    /// What stands in their place; `None` where they stay.
    fn blank(self) -> Option<&'static str> {
        match self {
            Self::Someone => Some(SOMEONE),
            Self::Somewhere => Some(SOMEWHERE),
            Self::Stays => None,
        }
    }
}

impl Telling {
    /// The words that are still to be asked about, each once: names known here, words that are names elsewhere in the
    /// record or in one linked with it, and every other word with a capital that is no ordinary word.
    pub fn asks(&self) -> Vec<String> {
        let words = self.all_words();
        let goes = self.surely_named_in(&words);
        let capitals = capitals(&words).into_iter().map(|one| one.words);
        let mut found: Vec<String> = vec![];
        let all = self.named_in(&words).into_iter();
        let all = all.chain(self.may_be.in_words(&words)).chain(capitals);
        for one in all.filter(|one| goes.contains(one) || !self.stays.contains(one)) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found
    }

    /// Whether these words are a name known here, so that they cannot stay.
    pub fn must_go(&self, asked: &str) -> bool {
        let named = self.surely_named_in(&self.all_words());
        named.iter().any(|name| name == asked)
    }

    /// Names of the talk, and of anybody the home knows, that stand in it.
    pub fn names(&self) -> Vec<String> {
        let mut found: Vec<String> = vec![];
        for part in self.story().parts {
            for name in self.named_in(&part) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    pub(super) fn named_in(&self, words: &str) -> Vec<String> {
        let mut found = self.names.in_words(words);
        let known = self.known.in_words(words);
        found.extend(known);
        let mut seen = std::collections::HashSet::new();
        found.retain(|name| seen.insert(name.to_lowercase()));
        found
    }

    /// Names that nobody keeps in a story, whatever is said of them: of the talk, and of anybody the home knows.
    fn surely_named_in(&self, words: &str) -> Vec<String> {
        let mut found = self.names.surely_in(words);
        found.extend(self.known.surely_in(words));
        found
    }

    fn all_words(&self) -> String {
        let mut words = self.story().parts.to_vec();
        words.extend([self.yes.by.clone(), self.yes.to_use.clone()]);
        words.join("\n")
    }

    /// Where words stand that are asked about: the first line with them.
    pub fn line_with(&self, asked: &str) -> Option<String> {
        let parts = self.story().parts.join("\n");
        let has = |line: &&str| line.contains(asked);
        parts.lines().find(has).map(str::to_owned)
    }

    /// Answers what was asked of these words.
    pub fn settle(&mut self, asked: &str, settled: Settled) {
        let Some(blank) = settled.blank() else {
            self.stays.push(asked.to_owned());
            return;
        };
        // As they are written: what is not shown may stand within a word that is.
        let parts = self.story().parts;
        self.typed = None;
        self.parts = parts.map(|part| part.lines().map(str::to_owned).collect());
        self.put(asked, blank);
        // Words that stand further apart than one space are put out one by one.
        if self.asks().iter().any(|one| one == asked) {
            asked
                .split_whitespace()
                .for_each(|one| self.put(one, blank));
        }
    }

    fn put(&mut self, asked: &str, blank: &str) {
        let parts = self.parts.iter_mut().flatten();
        let lines = self.lines.iter_mut().map(|line| &mut line.words);
        let yes = [&mut self.yes.by, &mut self.yes.to_use];
        for words in parts.chain(lines).chain(yes) {
            *words = in_place_of(words, asked, blank);
        }
    }
}

/// The words with a blank wherever these stand whole.
fn in_place_of(words: &str, asked: &str, blank: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(asked).filter(|_| !asked.is_empty()) {
        let (before, after) = (&rest[..at], &rest[at + asked.len()..]);
        let last = before.chars().next_back().or(out.chars().next_back());
        let of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_whole = !of_word(last) && !of_word(after.chars().next());
        out.push_str(before);
        out.push_str(if is_whole { blank } else { asked });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{super::names::Names, tests::begun},
        *,
    };

    #[test]
    fn what_may_be_a_name_is_asked_about_until_it_is_blanked_or_stays() {
        let mut telling = begun();
        telling.parts[0].push("She met tariq at Chapel Lane. Tariq's friend".to_owned());
        assert_eq!(telling.asks(), ["tariq", "Tariq", "Chapel Lane"]);
        telling.settle("tariq", Settled::Someone);
        assert_eq!(telling.asks(), ["Tariq", "Chapel Lane"]);
        telling.settle("Tariq", Settled::Someone);
        telling.settle("Chapel Lane", Settled::Stays);
        assert!(telling.asks().is_empty());
        let told = "She met [someone] at Chapel Lane. [someone]'s friend";
        assert_eq!(telling.story().parts[0], told);
        telling.yes.by = "Marta".to_owned();
        assert_eq!(telling.asks(), ["Marta"], "who said yes is shown as well");
    }

    #[test]
    fn a_name_known_here_cannot_stay() {
        let mut telling = begun();
        telling.know(std::sync::Arc::new(Names::of_home([
            "Carol B",
            "Rashid Baker",
        ])));
        telling.parts[0].push("Carol rings a baker".to_owned());
        telling.settle("Carol", Settled::Stays);
        assert_eq!(telling.asks(), ["Carol", "baker"]);
        assert!(telling.must_go("Carol") && !telling.must_go("baker"));
        telling.settle("Carol", Settled::Someone);
        telling.settle("baker", Settled::Stays);
        assert!(telling.asks().is_empty());
    }

    #[test]
    fn a_line_that_was_blanked_comes_out_of_its_part_again() {
        let mut telling = begun();
        telling.lines[1].words = "The step, said Tariq".to_owned();
        telling.choose(1);
        telling.settle("Tariq", Settled::Someone);
        telling.choose(1);
        assert!(!telling.holds_words());
    }

    proptest! {
        #[test]
        fn whatever_was_typed_every_question_can_be_answered(
            words in "([A-Za-z .,'\"\\[\\]\u{200b}\u{2019}-]|\n|Tariq|Joan |É){0,60}",
            blank in any::<bool>(),
        ) {
            let mut telling = begun();
            telling.parts[3] = words.lines().map(str::to_owned).collect();
            let settled = if blank { Settled::Somewhere } else { Settled::Stays };
            for _ in 0..100 {
                let Some(asked) = telling.asks().into_iter().next() else { break };
                let goes = telling.must_go(&asked);
                telling.settle(&asked, if goes { Settled::Someone } else { settled });
            }
            prop_assert!(telling.asks().is_empty(), "{:?}", telling.asks());
        }
    }
}
