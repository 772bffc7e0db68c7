//! What people and staff said, made up and counted.

use alongside::evidence::feedback::{Answer, Answered, Asked, Feedback};
use chrono::{Days, NaiveDate};

use super::{Lines, Year};

const ANSWERS: [Answer; 4] = [
    Answer::Yes,
    Answer::Partly,
    Answer::No,
    Answer::RatherNotSay,
];

/// The same to whether anything is better, worse or the same.
const BETTER_OR_WORSE: [&str; 5] = [
    "Better",
    "The same, or some of each",
    "Worse",
    "Rather not say",
    "Skipped",
];

/// The same where words are asked for.
const SOMETHING: [&str; 5] = [
    "There is something",
    "A little",
    "There is nothing",
    "Rather not say",
    "Skipped",
];

/// The same where minutes are asked for.
const MINUTES: [&str; 5] = [
    "I can say",
    "Only very roughly",
    "I cannot say",
    "Rather not say",
    "Skipped",
];

/// The worker, who should not have asked.
pub const WORKER: &str = "Sam Worker";

/// Sixty of them through the year, each with a question or two skipped.
pub fn feedback() -> Vec<Feedback> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 5).expect("a day");
    let answers = |nth: usize| {
        let asked = (0..6).filter(move |question| !(nth + question).is_multiple_of(4));
        asked.map(move |question| Answered {
            question,
            answer: ANSWERS[(nth * 7 + question * question) % 4],
            words: None,
        })
    };
    let one = |nth: usize| Feedback {
        on: first + Days::new(nth as u64 * 6),
        asked: if nth.is_multiple_of(3) {
            Asked::Staff
        } else {
            Asked::People
        },
        asked_by: match nth % 4 {
            0 => None,
            1 => Some(WORKER.to_uppercase()),
            _ => Some("A volunteer".to_owned()),
        },
        answers: answers(nth).collect(),
    };
    (0..60).map(one).collect()
}

impl Year<'_> {
    pub(super) fn asked(&self, lines: &mut Lines) {
        for (id, asked) in [("said", Asked::People), ("staff", Asked::Staff)] {
            for question in 0..6 {
                let names = match (asked, question) {
                    (Asked::People, 3) => BETTER_OR_WORSE,
                    (Asked::People, 2 | 5) | (Asked::Staff, 1..=3) => SOMETHING,
                    (Asked::Staff, 5) => MINUTES,
                    _ => ["Yes", "Partly", "No", "Rather not say", "Skipped"],
                };
                let mut said = vec![];
                for one in feedback() {
                    if one.asked != asked || !self.is_in(one.on) {
                        continue;
                    }
                    let answer = one.answers.iter().find(|one| one.question == question);
                    let name = |answer: &Answered| {
                        let at = ANSWERS.iter().position(|one| *one == answer.answer);
                        names[at.expect("an answer")]
                    };
                    said.push(answer.map_or("Skipped", name));
                }
                lines.bands(id, &format!("q{}", question + 1), &names, &said);
            }
            let ours = feedback().into_iter();
            let ours = ours.filter(|one| one.asked == asked && self.is_in(one.on));
            let who: Vec<&str> = ours
                .map(|one| match one.asked_by.as_deref() {
                    Some("A volunteer") => "Somebody else",
                    _ => "The worker who knows them",
                })
                .collect();
            let names = ["Somebody else", "The worker who knows them"];
            lines.bands(id, "who-asked", &names, &who);
        }
    }
}
