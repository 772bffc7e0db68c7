//! Somebody is being asked, a question at a time. It is kept as it is typed, and becomes a row when it is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Answered, Asked, Feedback};
use crate::{
    evidence::story::{names::Names, tells::capitals},
    record::inert::on_one_line,
};

/// Somebody is being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Whom the questions are for.
    pub asked: Asked,
    /// Who asks, as typed.
    #[serde(default)]
    pub by: String,
    /// The answers so far, in the order of the questions.
    pub given: [Given; 6],
    /// The question that is asked next, from 0; 6 is the end.
    #[serde(default)]
    pub next: usize,
}

/// An answer so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What they said; none where it was skipped, or not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// In their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Asking {
    /// Nothing asked yet.
    pub fn begin(asked: Asked) -> Self {
        Self {
            asked,
            by: String::new(),
            given: Default::default(),
            next: 0,
        }
    }

    /// Answers a question, or skips it. Words that were typed to it stay where something was answered.
    pub fn answer(&mut self, question: usize, answer: Option<Answer>) {
        if let Some(given) = self.given.get_mut(question) {
            given.answer = answer;
            if !takes_words(answer) {
                given.words.clear();
            }
        }
    }

    /// The words to a question, as typed.
    pub fn words(&mut self, question: usize, words: &str) {
        if let Some(given) = self.given.get_mut(question) {
            given.words = words.to_owned();
        }
    }

    /// Whether words are asked for after the answer to this question.
    pub fn takes_words(&self, question: usize) -> bool {
        let given = self.given.get(question);
        given.is_some_and(|given| takes_words(given.answer))
    }

    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.asked.questions().len()
    }

    /// Whether anything was answered that would be missed.
    pub fn holds_answers(&self) -> bool {
        self.given.iter().any(|given| given.answer.is_some())
    }

    /// All that was typed.
    fn all_words(&self) -> String {
        let words = self.given.iter().map(|given| given.words.as_str());
        let all: Vec<&str> = std::iter::once(self.by.as_str()).chain(words).collect();
        all.join("\n")
    }

    /// Names known here that stand in what was typed.
    pub fn names(&self, known: &Names) -> Vec<String> {
        known.surely_in(&self.all_words())
    }

    /// Words with capitals in it that may be a name or a place, each once.
    pub fn may_name(&self) -> Vec<String> {
        let mut found: Vec<String> = vec![];
        for one in capitals(&self.all_words()) {
            if !found.contains(&one.words) {
                found.push(one.words);
            }
        }
        found
    }

    /// What was said, on this day. `None` where every question was skipped.
    pub fn feedback(&self, on: NaiveDate) -> Option<Feedback> {
        let words = |words: &str| Some(on_one_line(words)).filter(|words| !words.is_empty());
        let given = self.given.iter().enumerate();
        let answers: Vec<Answered> = given
            .filter_map(|(question, given)| {
                Some(Answered {
                    question,
                    answer: given.answer?,
                    words: words(&given.words),
                })
            })
            .collect();
        (!answers.is_empty()).then(|| Feedback {
            on,
            asked: self.asked,
            asked_by: words(&self.by),
            answers,
        })
    }
}

/// Whoever skips a question, or would rather not say, is not asked for words.
fn takes_words(answer: Option<Answer>) -> bool {
    matches!(answer, Some(Answer::Yes | Answer::Partly | Answer::No))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_skipped_is_not_there_and_nobody_who_said_nothing_is_counted() {
        let on = "2026-03-12".parse().expect("a day");
        let mut asking = Asking::begin(Asked::People);
        assert_eq!(asking.feedback(on), None);
        asking.answer(0, Some(Answer::Partly));
        asking.words(0, " Nearly\nall ");
        asking.answer(1, None);
        asking.answer(2, Some(Answer::Yes));
        asking.words(2, "About the dog");
        asking.answer(2, Some(Answer::RatherNotSay));
        asking.by = "A volunteer".to_owned();
        let said = asking.feedback(on).expect("something was said");
        assert_eq!(said.asked_by.as_deref(), Some("A volunteer"));
        let answers: Vec<(usize, Answer, Option<&str>)> = said
            .answers
            .iter()
            .map(|one| (one.question, one.answer, one.words.as_deref()))
            .collect();
        assert_eq!(
            answers,
            [
                (0, Answer::Partly, Some("Nearly all")),
                (2, Answer::RatherNotSay, None)
            ]
        );
        asking.answer(9, Some(Answer::Yes));
        asking.words(9, "x");
    }
}
