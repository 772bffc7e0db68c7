//! Conversations by who they were with, found with a few letters.
//!
//! The same name is the same person when it is equal but for case and white space. Two spellings are two people, and
//! nobody is guessed to be somebody else.

use std::{cmp::Reverse, collections::HashMap};

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::met::{Met, Stands};
use crate::{
    conversation::{ConversationId, Moment},
    guide::Kind,
};

/// Everybody met who has a name, whoever was met last first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    people: Vec<Person>,
    /// The place in `people` of each name, as [`key`] has it.
    called: HashMap<String, usize>,
}

/// Somebody met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// As the last conversation has it: `Joan M`.
    pub name: String,
    /// When they were last met.
    pub last: Moment,
    /// The kinds of conversation there were, the last first.
    pub kinds: Vec<Kind>,
    /// One of them is still open.
    pub is_open: bool,
    key: String,
    /// The first letter of each name.
    initials: String,
    /// The places of their conversations in what this was made from, the last first.
    met: Vec<usize>,
}

/// How well a name answers to the letters typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answers {
    /// It is those letters.
    Whole,
    /// It begins with them.
    Begins,
    /// Each word of them begins one of its own; or they are its first letters.
    Words,
    /// They are in it, one after the other.
    Within,
    /// They are in it, in that order.
    Scattered,
}

/// A name as it is compared: without regard to case, and to how much white space there is.
pub fn key(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whether a record or an open conversation of somebody of this name says that nothing may go to where they live. It is
/// said of one talk and holds for every copy: a letter about another opens at the same door.
pub fn none_home(met: &[Met], name: &str) -> bool {
    let name = key(name);
    let theirs = |met: &&Met| met.person.as_deref().is_some_and(|one| key(one) == name);
    met.iter().filter(theirs).any(|met| met.no_copy_home)
}

impl People {
    /// Everybody in `met`. A conversation that is `but` this one, that is void or that names nobody does not count.
    pub fn of(met: &[Met], but: Option<&ConversationId>) -> Self {
        let mut order: Vec<usize> = (0..met.len()).filter(|at| counts(&met[*at], but)).collect();
        order.sort_by_cached_key(|at| Reverse((met[*at].ended, met[*at].id.clone())));
        let mut people = Self::default();
        for at in order {
            people.take(at, &met[at]);
        }
        people
    }

    fn take(&mut self, at: usize, met: &Met) {
        let name = met.person.as_deref().unwrap_or_default();
        let key = key(name);
        let person = match self.called.get(&key) {
            Some(person) => &mut self.people[*person],
            None => {
                self.called.insert(key.clone(), self.people.len());
                let initials = key.split(' ').filter_map(|word| word.chars().next());
                let initials = initials.collect();
                self.people.push(Person {
                    name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                    last: met.ended,
                    kinds: vec![],
                    is_open: false,
                    key,
                    initials,
                    met: vec![],
                });
                let last = self.people.len() - 1;
                &mut self.people[last]
            }
        };
        person.met.push(at);
        person.is_open |= met.is_open();
        if !person.kinds.contains(&met.kind) {
            person.kinds.push(met.kind);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether nobody was met whose name is known.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The person with this name, and no other.
    pub fn called(&self, name: &str) -> Option<&Person> {
        self.called.get(&key(name)).map(|at| &self.people[*at])
    }

    /// Those whose name answers to the letters typed, best first, and of those that answer alike whoever was met last.
    /// All of them when nothing is typed.
    pub fn found(&self, typed: &str) -> Vec<&Person> {
        let typed = key(typed);
        if typed.is_empty() {
            return self.people.iter().collect();
        }
        let mut scattered = Scattered::new(&typed);
        let answer = |person: &Person| match person.answers(&typed) {
            Some(answers) => Some((answers, Reverse(0))),
            None => {
                let score = scattered.score(&person.key)?;
                Some((Answers::Scattered, Reverse(score)))
            }
        };
        let mut found: Vec<_> = self
            .people
            .iter()
            .zip(self.people.iter().map(answer))
            .collect();
        found.retain(|(_, answer)| answer.is_some());
        // They are in the order they were met in, and those that answer alike stay in it.
        found.sort_by_key(|(_, answer)| *answer);
        found.into_iter().map(|(person, _)| person).collect()
    }

    /// Those whose name, or a word of it, begins with the letters typed: whoever a name cut short may well mean.
    pub fn begun(&self, typed: &str) -> Vec<&Person> {
        let typed = key(typed);
        let begins = |person: &&Person| person.answers(&typed) <= Some(Answers::Words);
        let answers = |person: &&Person| person.answers(&typed).is_some();
        let people = self.people.iter().filter(|_| !typed.is_empty());
        people.filter(answers).filter(begins).collect()
    }
}

impl Person {
    /// Their conversations, the last first. `met` is what they were made from.
    pub fn talks<'a>(&self, met: &'a [Met]) -> Vec<&'a Met> {
        self.met.iter().filter_map(|at| met.get(*at)).collect()
    }

    fn answers(&self, typed: &str) -> Option<Answers> {
        let begins = |word: &str| self.key.split(' ').any(|own| own.starts_with(word));
        if self.key == typed {
            Some(Answers::Whole)
        } else if self.key.starts_with(typed) {
            Some(Answers::Begins)
        } else if typed.split(' ').all(begins)
            || (typed.chars().nth(1).is_some() && self.initials.starts_with(typed))
        {
            Some(Answers::Words)
        } else if self.key.contains(typed) {
            Some(Answers::Within)
        } else {
            None
        }
    }
}

fn counts(met: &Met, but: Option<&ConversationId>) -> bool {
    let is_named = met
        .person
        .as_deref()
        .is_some_and(|name| !name.trim().is_empty());
    is_named && met.stands != Stands::Void && Some(&met.id) != but
}

/// Finds letters in a name in the order they were typed, however far apart.
struct Scattered {
    pattern: Pattern,
    matcher: Matcher,
    letters: Vec<char>,
}

impl Scattered {
    fn new(typed: &str) -> Self {
        let (case, normal) = (CaseMatching::Ignore, Normalization::Smart);
        Self {
            pattern: Pattern::new(typed, case, normal, AtomKind::Fuzzy),
            matcher: Matcher::new(Config::DEFAULT),
            letters: vec![],
        }
    }

    fn score(&mut self, name: &str) -> Option<u32> {
        let name = Utf32Str::new(name, &mut self.letters);
        self.pattern.score(name, &mut self.matcher)
    }
}

#[cfg(test)]
mod tests;
