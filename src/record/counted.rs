//! What a record's header says for the figures. Each is a line of the record as well, and none is asked for.
//!
//! What is kept apart is in no field, money too: an amount may say what it must not. What is left out of the record, by
//! its detail or by hand, is left out of the letter only: the money was spent and the colleague asked all the same, and
//! figures must not go down because letters are short. A connection or a thing that mattered that is left out
//! by hand is the worker's second thought, and is not counted. What is added to a finished record, a correction too, is
//! added to the letter and changes no field: the header says how it was when it was finished. But an amount of money that
//! was put right since counts as it was put right, or the record and the figures would say two things.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    inert::{as_written, on_one_line},
    intro,
    proportion::{has_words, is_counted},
    reader::Reader,
};
use crate::{
    conversation::{Conversation, Fact, Moment, Note},
    line::{self, Mark, spent::what_for},
};

/// What is noted in a talk for the figures. All of it may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// The day the person first got in touch.
    pub contacted: Option<NaiveDate>,
    /// Each time somebody else took it on.
    pub handed_over: Vec<HandedOver>,
    /// Each time it was talked over with a colleague.
    pub talked_over: Vec<TalkedOver>,
    /// Each spend from the small budget.
    pub spent: Vec<Spent>,
    /// Each connection made.
    pub connected: Vec<Connected>,
    /// How long the talk was, in minutes, without what it was paused for.
    pub talk_minutes: Option<u32>,
    /// How many words the letter holds as it was finished, headings left out.
    pub words: Option<usize>,
    /// The topic of each note of what mattered most or was said in own words: its id in its guide.
    pub mattered: Vec<String>,
    /// It was held the old way, to have something to compare with: the name of the baseline it counts in.
    pub old_way: Option<String>,
}

/// Somebody else took it on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// Who.
    pub to: String,
    /// Why.
    pub why: Option<String>,
}

/// It was talked over with a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkedOver {
    /// Who.
    pub with: String,
    /// What was decided, in a line.
    pub decision: Option<String>,
}

/// A spend from the small budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// How much, in pence.
    pub pence: u32,
    /// What it was for.
    pub what: String,
}

/// A connection made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connected {
    /// As the note begins: `Chapel Lane lunch club`.
    pub with: String,
    /// What kind of local help it is, as the list it came from says; none where it was typed.
    pub kind: Option<String>,
}

/// What a conversation says that counts. How many words its letter holds is not known before that is written.
pub(super) fn of(talk: &Conversation, ended: Moment) -> Counted {
    let seconds = talk.seconds(ended);
    let mut counted = Counted {
        contacted: talk.facts.contacted,
        old_way: intro::line(talk.facts.old_way.as_deref()),
        talk_minutes: ((seconds + 30) / 60).try_into().ok(),
        ..Counted::default()
    };
    for note in talk.notes.iter().filter(|note| has_words(note)) {
        counted.take(note, talk.speaker(note).is_some());
    }
    counted
}

impl Counted {
    fn take(&mut self, note: &Note, is_anothers: bool) {
        if is_counted(note) {
            self.take_marked(note, is_anothers);
        }
        self.spent.extend(Spent::of(note).filter(|_| !note.apart));
        // As the record has it: nothing happened where the line is quoted, promised, thought or left for later.
        let has_a_voice = matches!(
            note.mark,
            Some(Mark::NextStep | Mark::View | Mark::ComeBack | Mark::OwnWords | Mark::Saw)
        );
        if !is_anothers && !has_a_voice && Reader::Record.may_have(note) {
            self.take_fact(note);
        }
    }

    fn take_marked(&mut self, note: &Note, is_anothers: bool) {
        if note.mark == Some(Mark::Connection) {
            self.connected.push(Connected::of(note));
        }
        let is_theirs = matches!(note.mark, Some(Mark::OwnWords | Mark::Matters));
        if is_theirs && !is_anothers {
            self.mattered.push(note.topic.topic.as_str().to_owned());
        }
    }

    fn take_fact(&mut self, note: &Note) {
        let Some(fact) = &note.fact else { return };
        let told = intro::line(fact.told(&note.text));
        match fact {
            Fact::HandedOver(to) => self.handed_over.push(HandedOver {
                to: on_one_line(to),
                why: told,
            }),
            Fact::TalkedOver(with) => self.talked_over.push(TalkedOver {
                with: on_one_line(with),
                decision: told,
            }),
            Fact::Kind(_) | Fact::JustWords | Fact::Spent => {}
        }
    }
}

impl Connected {
    fn of(note: &Note) -> Self {
        let kind = match &note.fact {
            Some(Fact::Kind(kind)) => Some(kind.as_str()),
            _ => None,
        };
        Self {
            with: on_one_line(note.text.split(", ").next().unwrap_or_default()),
            kind: intro::line(kind),
        }
    }
}

impl Spent {
    /// The spend a note is, as its line in the record says it.
    pub(super) fn of(note: &Note) -> Option<Self> {
        note.spend()?;
        Self::said_by(&as_written(&note.text))
    }

    /// The spend that an entry with these words is.
    pub(super) fn said_by(text: &str) -> Option<Self> {
        let (pence, what) = line::spend(text)?;
        Some(Self {
            pence,
            what: on_one_line(what),
        })
    }

    /// Whether an entry with these words is for the same thing, whatever it cost.
    pub(super) fn is_for_what(&self, text: &str) -> bool {
        Self::said_by(text).is_some_and(|said| said.what == on_one_line(what_for(&self.what)))
    }

    /// Whether an entry with these words is it.
    pub(super) fn is_said_by(&self, text: &str) -> bool {
        let is_as_much = Self::said_by(text).is_some_and(|said| said.pence == self.pence);
        is_as_much && self.is_for_what(text)
    }
}
