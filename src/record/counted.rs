//! What a record's header says for the figures: each is a line of the record as well, and none is asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{inert::on_one_line, proportion::goes_in};
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

/// What the notes say that are in the record.
pub(super) fn of(talk: &Conversation, ended: Moment) -> Counted {
    let detail = talk.detail();
    let seconds = talk.seconds(ended);
    let mut counted = Counted {
        talk_minutes: ((seconds + 30) / 60).try_into().ok(),
        ..Counted::default()
    };
    for note in talk.notes.iter().filter(|note| goes_in(note, detail)) {
        counted.take(note, talk.speaker(note).is_some());
    }
    counted
}

impl Counted {
    fn take(&mut self, note: &Note, is_anothers: bool) {
        let line = |text: Option<&str>| text.map(on_one_line).filter(|text| !text.is_empty());
        let told = note.fact.as_ref().and_then(|fact| fact.told(&note.text));
        match &note.fact {
            Some(Fact::Contacted(day)) => self.contacted = Some(*day),
            Some(Fact::HandedOver(to)) => self.handed_over.push(HandedOver {
                to: on_one_line(to),
                why: line(told),
            }),
            Some(Fact::TalkedOver(with)) => self.talked_over.push(TalkedOver {
                with: on_one_line(with),
                decision: line(told),
            }),
            None => {}
        }
        if note.mark == Some(Mark::Connection) {
            self.connected.push(Connected {
                with: on_one_line(note.text.split(", ").next().unwrap_or_default()),
                kind: None,
            });
        }
        // As the record has money: not where the line is quoted, promised, thought or left for later.
        let has_a_voice = matches!(
            note.mark,
            Some(Mark::NextStep | Mark::View | Mark::ComeBack | Mark::OwnWords | Mark::Saw)
        );
        if !is_anothers && !has_a_voice {
            self.spent.extend(Spent::of(&note.text));
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
