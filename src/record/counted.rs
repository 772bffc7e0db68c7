//! What a record's header says for the figures. Each is a line of the record as well, and none is asked for.
//!
//! What is kept apart, or left out by hand, is in no field: those two beat every default. It happened all the same, so
//! the figures may say less than happened and never more; a letter that is only shorter leaves nothing uncounted. What
//! is added to a finished record, a correction too, is added to the letter and changes no field: the header says how it
//! was when it was finished. A spend that was put right since counts as it was, unless the record is voided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{inert::on_one_line, intro::line, proportion::is_counted};
use crate::{
    conversation::{Conversation, Fact, Moment, Note, note},
    line::Mark,
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
        old_way: line(talk.facts.old_way.as_deref()),
        talk_minutes: ((seconds + 30) / 60).try_into().ok(),
        ..Counted::default()
    };
    for note in talk.notes.iter().filter(|note| is_counted(note)) {
        counted.take(note, talk.speaker(note).is_some());
    }
    counted
}

impl Counted {
    fn take(&mut self, note: &Note, is_anothers: bool) {
        if note.mark == Some(Mark::Connection) {
            self.connected.push(Connected::of(note));
        }
        let is_theirs = matches!(note.mark, Some(Mark::OwnWords | Mark::Matters));
        if is_theirs && !is_anothers {
            self.mattered.push(note.topic.topic.as_str().to_owned());
        }
        // As the record has it: nothing happened where the line is quoted, promised, thought or left for later.
        let has_a_voice = matches!(
            note.mark,
            Some(Mark::NextStep | Mark::View | Mark::ComeBack | Mark::OwnWords | Mark::Saw)
        );
        if !is_anothers && !has_a_voice {
            self.spent.extend(Spent::of(&note.text));
            self.take_fact(note);
        }
    }

    fn take_fact(&mut self, note: &Note) {
        let Some(fact) = &note.fact else { return };
        let told = line(fact.told(&note.text));
        match fact {
            Fact::HandedOver(to) => self.handed_over.push(HandedOver {
                to: on_one_line(to),
                why: told,
            }),
            Fact::TalkedOver(with) => self.talked_over.push(TalkedOver {
                with: on_one_line(with),
                decision: told,
            }),
            Fact::Kind(_) => {}
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
            kind: line(kind),
        }
    }
}

impl Spent {
    /// The spend a note is: it begins `£22 ` or `£22.50 `.
    fn of(text: &str) -> Option<Self> {
        let pence = note::pence(text)?;
        let what = text.split_once(char::is_whitespace);
        Some(Self {
            pence,
            what: on_one_line(what.map_or("", |(_, what)| what)),
        })
    }
}
