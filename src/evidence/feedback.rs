//! What people, families and staff said when they were asked (practice.md 5.3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What one person said. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl Asked {
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
