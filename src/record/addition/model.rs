//! What can be added to a finished record, and why something is not.

use super::{
    ADDED_SINCE, YOU_SAY,
    stands::{Letter, unquoted},
};
use crate::record::{NotARecord, inert, view};

/// Something to be added to a finished record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// Words of the letter that are wrong, wherever they stand in it.
    Correction {
        /// The words as they stand. White space and the shape of quotation marks do not matter.
        old: String,
        /// What they should be.
        new: String,
        /// Why.
        why: String,
    },
    /// What the person says themselves, word for word and line for line.
    Statement(String),
    /// Something heard after the record was finished.
    HeardLater(String),
    /// The record no longer stands. It is kept, and counts for nothing.
    Void {
        /// Why.
        why: String,
    },
    /// It stands after all.
    StandsAgain {
        /// Why.
        why: String,
    },
}

/// Something that was added, read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// What.
    pub addition: Addition,
    /// Who and when, as the record says it.
    pub by_and_when: String,
}

/// Why nothing was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddRefusal {
    /// The file is no record any more.
    #[error(transparent)]
    NotARecord(#[from] NotARecord),
    /// There are no words in it.
    #[error("nothing was typed")]
    Nothing,
    /// The words to be corrected are not in the letter.
    #[error("{0:?} is not in the record")]
    NotThere(String),
    /// They should be what they are.
    #[error("the words are the same")]
    SameWords,
    /// Nobody said why.
    #[error("no reason was given")]
    NoReason,
    /// It is void already.
    #[error("it does not stand already")]
    AlreadyVoid,
    /// It is not void.
    #[error("it stands")]
    NotVoid,
}

impl Addition {
    /// The heading it goes under.
    pub fn heading(&self) -> &'static str {
        match self {
            Self::Statement(_) => YOU_SAY,
            _ => ADDED_SINCE,
        }
    }

    /// The addition in the words the record will hold.
    pub(super) fn as_it_will_stand(&self, markdown: &str) -> Result<Self, AddRefusal> {
        let said = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        let line = |words: &str| said(&inert::on_one_line(words));
        let reason = |why: &str| line(why).ok_or(AddRefusal::NoReason);
        Ok(match self {
            Self::Correction { old, new, why } => {
                let old = stands_there(markdown, old)?;
                let new = line(new).ok_or(AddRefusal::Nothing)?;
                if old == new {
                    return Err(AddRefusal::SameWords);
                }
                let why = reason(why)?;
                Self::Correction { old, new, why }
            }
            Self::Statement(words) => {
                let words = said(&inert::as_written(words));
                Self::Statement(words.ok_or(AddRefusal::Nothing)?)
            }
            Self::HeardLater(words) => Self::HeardLater(line(words).ok_or(AddRefusal::Nothing)?),
            Self::Void { why } => Self::Void { why: reason(why)? },
            Self::StandsAgain { why } => Self::StandsAgain { why: reason(why)? },
        })
    }
}

/// How often words stand in a record's letter as it is corrected so far: each is corrected.
pub fn times(markdown: &str, words: &str) -> usize {
    let corrected = view::corrected_letter(markdown);
    let letter = Letter::of(&corrected);
    let found = letter.find(words);
    match found.is_empty() {
        true => letter.find(unquoted(words)).len(),
        false => found.len(),
    }
}

/// The words as the letter has them, corrected so far.
fn stands_there(markdown: &str, typed: &str) -> Result<String, AddRefusal> {
    let wanted = inert::on_one_line(typed);
    if wanted.is_empty() {
        return Err(AddRefusal::Nothing);
    }
    let corrected = view::corrected_letter(markdown);
    let letter = Letter::of(&corrected);
    let first = |words: &str| letter.find(words).into_iter().next();
    let found = first(&wanted).or_else(|| first(unquoted(&wanted)));
    let range = found.ok_or(AddRefusal::NotThere(wanted))?;
    Ok(letter.words_at(&range))
}
