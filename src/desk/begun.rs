//! What somebody began to add to a finished record, and had not added yet.

use serde::{Deserialize, Serialize};

use super::Question;
use crate::{conversation::ConversationId, record::Addition};

/// The question somebody is at, with their answers so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The record.
    pub id: ConversationId,
    /// What is asked, which holds what was answered before.
    pub question: Question,
    /// The letters typed in answer.
    pub typed: String,
    /// What was typed to the questions after this one, the next one last: somebody stepped back to change an answer.
    #[serde(default)]
    pub ahead: Vec<String>,
}

impl Begun {
    /// An addition that is on its way into its record.
    pub fn before(id: &ConversationId, addition: &Addition) -> Self {
        let (question, typed) = Question::before(addition);
        Self {
            id: id.clone(),
            question,
            typed,
            ahead: vec![],
        }
    }

    /// Whether there are any words in it.
    pub fn holds_words(&self) -> bool {
        self.question.holds_words() || !self.typed.trim().is_empty() || !self.ahead.is_empty()
    }

    /// Whether the other is about the same addition, however far each has come.
    pub fn is_of(&self, id: &ConversationId, question: &Question) -> bool {
        self.id == *id && self.question.is_of_one_kind_with(question)
    }
}
