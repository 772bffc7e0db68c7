//! Whether somebody in a crisis is steady, as a record's header says it.

use super::{gather::to_the_second, inert, proportion::goes_in};
use crate::{
    conversation::{Conversation, Moment, Reason, Whose},
    line::Mark,
};

/// What was last said of whether it is steady. Said by the worker, and never worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steadiness {
    /// When that was said.
    pub on: Moment,
    /// Whether it is.
    pub is: bool,
    /// Who said so.
    pub by: Option<String>,
    /// How anybody knows.
    pub because: Option<String>,
    /// Whose words that is in.
    pub whose: Whose,
}

impl Steadiness {
    /// It is steady, as a record holds it: what was typed is on one line, and nothing in it acts.
    #[must_use]
    pub fn new(on: Moment, by: Option<&str>, reason: Option<&Reason>) -> Self {
        Self {
            on: to_the_second(on),
            is: true,
            by: written(by),
            because: written(reason.map(|reason| reason.words.as_str())),
            whose: reason.map(|reason| reason.whose).unwrap_or_default(),
        }
    }

    /// What a conversation says of it. A reason that is kept apart or left out of the record is in no header either.
    pub(super) fn in_conversation(talk: &Conversation) -> Option<Self> {
        let said = talk.facts.steady.as_ref()?;
        let because = talk.steady_because();
        let because = because.filter(|note| goes_in(note, talk.detail()));
        let reason = because.map(|note| Reason {
            words: inert::unquoted(inert::as_written(&note.text)),
            whose: match note.mark {
                Some(Mark::OwnWords) => Whose::Person,
                _ => Whose::Worker,
            },
        });
        Some(Self {
            is: !said.not,
            ..Self::new(said.on, talk.facts.by.as_deref(), reason.as_ref())
        })
    }
}

fn written(text: Option<&str>) -> Option<String> {
    text.map(inert::on_one_line).filter(|text| !text.is_empty())
}
