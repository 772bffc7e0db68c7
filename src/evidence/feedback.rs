//! What people, families and staff said when they were asked (practice.md 5.3).
//!
//! | to find | look in |
//! |---|---|
//! | what was said as rows of a spreadsheet, and back | [`mod@rows`] |
//! | somebody is being asked | [`asking`] |
//! | a blank to print | [`blank`] |

pub mod asking;
pub mod blank;
pub mod rows;

pub use asking::Asking;
pub use rows::{read, row, write};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::people::known;

/// What one person said. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Feedback {
    /// The day they were asked.
    pub on: NaiveDate,
    /// Whom the questions are for.
    pub asked: Asked,
    /// Who asked: `a volunteer`, `peer lead`. Somebody other than the worker.
    pub asked_by: Option<String>,
    /// Their answers, by the place of the question among [`Asked::questions`]. One that was skipped is not there.
    pub answers: Vec<Answered>,
}

impl Feedback {
    /// Whether the worker they know asked them, which is not to be: it was so where nobody is named as having asked.
    pub fn is_by_the_worker(&self, worker: Option<&str>) -> bool {
        let by = self.asked_by.as_deref().map(known::key);
        by.is_none_or(|by| by.is_empty() || worker.is_some_and(|worker| by == known::key(worker)))
    }
}

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Answered {
    /// The place of the question, from 0.
    pub question: usize,
    /// What they said.
    pub answer: Answer,
    /// In their words. They stay on this computer unless somebody chooses them.
    pub words: Option<String>,
}

/// Whom the questions are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// People and families.
    People,
    /// Staff.
    Staff,
}

/// What they said. Never a number: nobody's feelings are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
    /// They would rather not say.
    RatherNotSay,
}

/// So many staff answered before anything they said is shown, even to their own team: fewer could be told apart.
pub const FEWEST_STAFF: usize = 5;

/// The question of people whether anything is better, worse or the same.
pub const BETTER_OR_WORSE: usize = 3;

/// What yes, partly and no say to it.
const BETTER: [&str; 3] = ["Better", "The same, or some of each", "Worse"];

/// The same where a question asks for words.
const SOMETHING: [&str; 3] = ["There is something", "A little", "There is nothing"];

/// The same where it asks for minutes.
const IN_MINUTES: [&str; 3] = ["I can say", "Only very roughly", "I cannot say"];

impl Asked {
    /// Both.
    pub const ALL: [Self; 2] = [Self::People, Self::Staff];

    /// The word in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Staff => "staff",
        }
    }

    /// Whom a word names.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        match word.as_str() {
            "people" | "person" | "families" | "family" | "carers" | "carer" => Some(Self::People),
            "staff" | "team" => Some(Self::Staff),
            _ => None,
        }
    }

    /// Whether what so many said may be shown at all. What staff said is only ever shown together.
    pub fn may_be_shown(self, answered: usize) -> bool {
        self == Self::People || answered >= FEWEST_STAFF
    }

    /// What an answer says to a question: "yes" to whether anything is better or worse would hide that it is worse, and
    /// "what would you change?" has no yes. In files it is yes, partly and no to every question.
    pub fn says(self, question: usize, answer: Answer) -> &'static str {
        let [yes, partly, no] = match (self, question) {
            (Self::People, BETTER_OR_WORSE) => BETTER,
            (Self::People, 2 | 5) | (Self::Staff, 1..=3) => SOMETHING,
            (Self::Staff, 5) => IN_MINUTES,
            _ => return answer.name(),
        };
        match answer {
            Answer::Yes => yes,
            Answer::Partly => partly,
            Answer::No => no,
            Answer::RatherNotSay => answer.name(),
        }
    }

    /// The questions, in their order.
    pub fn questions(self) -> [&'static str; 6] {
        match self {
            Self::People => [
                "Did you get to say what you wanted to say?",
                "Did we understand what matters to you?",
                "Was there anything you wish we had asked, or not asked?",
                "Is anything better, worse, or the same because of it?",
                "Did you have to tell your story again to someone else?",
                "What one thing should we do differently?",
            ],
            Self::Staff => [
                "Could you follow the person's lead?",
                "What did the paperwork make you do that the person did not need?",
                "What did you do that you could not have before?",
                "Where did you feel alone with risk?",
                "Would you go back?",
                "Roughly how many minutes did writing take?",
            ],
        }
    }
}

impl Answer {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::RatherNotSay];

    /// The word in files, on a blank and on a screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "Partly",
            Self::No => "No",
            Self::RatherNotSay => "Rather not say",
        }
    }

    /// The answer a word is, however somebody typed it into a spreadsheet.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace(['-', '_'], " ");
        for said in [BETTER, SOMETHING, IN_MINUTES] {
            let at = said.iter().position(|said| said.to_lowercase() == word);
            if let Some(at) = at {
                return Some(Self::ALL[at]);
            }
        }
        match word.as_str() {
            "the same" | "same" => return Some(Self::Partly),
            "something" => return Some(Self::Yes),
            "nothing" => return Some(Self::No),
            _ => {}
        }
        Self::ALL.into_iter().find(|answer| {
            answer.name().to_lowercase() == word
                || (word.len() == 1 && answer.name().to_lowercase().starts_with(&word))
        })
    }
}
