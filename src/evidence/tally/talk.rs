//! One conversation of the period in what is kept of it while all are counted.

use chrono::NaiveDate;

use super::names::{Name, Names};
use crate::{
    conversation::{ConversationId, Link, Moment},
    evidence::row::{Promised, Row},
    guide::Kind,
    people::known::key,
};

/// A conversation.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Its name.
    pub id: ConversationId,
    /// When it began.
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// The kind it was when it ended.
    pub kind: Kind,
    /// The conversations it belongs to.
    pub links: Box<[Link]>,
    /// What was last said of whether it is steady.
    pub steady: Option<(Moment, bool)>,
    /// It says when the worker looks again.
    pub again: bool,
    /// What was noted in it.
    pub noted: Noted,
    /// As names are compared.
    person: Option<Name>,
}

/// What was noted in a conversation for the figures.
#[derive(Debug, Clone)]
pub struct Noted {
    /// The kind it began as.
    pub began: Kind,
    /// The kinds it moved to, in order.
    pub moved: Box<[Kind]>,
    /// The name of the baseline it counts in.
    pub old_way: Option<Name>,
    /// The day the person first got in touch.
    pub contacted: Option<NaiveDate>,
    /// What happened next.
    pub route: Option<Name>,
    /// Why somebody else took it on, each time.
    pub handed_over: Box<[Option<Name>]>,
    /// How often it was talked over.
    pub talked_over: usize,
    /// What was promised.
    pub steps: Box<[Promised]>,
    /// What was spent, in pence, and what for.
    pub spent: Box<[(u32, Name)]>,
    /// The kind of each connection.
    pub connected: Box<[Option<Name>]>,
    /// The topic of each note of what mattered.
    pub mattered: Box<[Name]>,
    /// The person had a copy.
    pub had_copy: bool,
    /// Nothing may be sent to where they live.
    pub no_copy_home: bool,
    /// How many words its letter held.
    pub words: usize,
    /// How long the talk was.
    pub talk_minutes: Option<u32>,
}

impl Talk {
    /// What a record says.
    pub fn of(row: &Row, names: &mut Names) -> Self {
        let person = row.person.as_deref().map(key);
        let person = person.filter(|key| !key.is_empty());
        Self {
            id: row.id.clone(),
            started: row.started,
            ended: row.ended,
            kind: row.kind_now(),
            links: row.links.as_slice().into(),
            steady: row.steady,
            again: row.again,
            noted: Noted::of(row, names),
            person: names.maybe(person.as_ref()),
        }
    }

    /// Who it was with, as names are compared.
    pub fn person(&self) -> Option<&str> {
        self.person.as_deref()
    }

    /// The local day it began.
    pub fn day(&self) -> NaiveDate {
        self.started.date_naive()
    }

    /// What conversations are put in order by: the baseline it counts in, where it does, then when it began.
    pub fn order(&self) -> (&str, Moment, &ConversationId) {
        (self.baseline(), self.started, &self.id)
    }

    /// The name of the baseline it counts in.
    pub fn baseline(&self) -> &str {
        self.noted.old_way.as_deref().unwrap_or_default()
    }
}

impl Noted {
    fn of(row: &Row, names: &mut Names) -> Self {
        let spent = row.spent.iter();
        Self {
            began: row.kind,
            moved: row.moved.as_slice().into(),
            old_way: names.maybe(row.old_way.as_ref()),
            contacted: row.contacted,
            route: names.maybe(row.route.as_ref()),
            talked_over: row.talked_over,
            steps: row.steps.as_slice().into(),
            spent: spent
                .map(|spent| (spent.pence, names.keep(&spent.what)))
                .collect(),
            handed_over: each(&row.handed_over, names),
            connected: each(&row.connected, names),
            mattered: row.mattered.iter().map(|topic| names.keep(topic)).collect(),
            had_copy: row.had_copy,
            no_copy_home: row.no_copy_home,
            words: row.words,
            talk_minutes: row.talk_minutes,
        }
    }

    /// The changes of kind in it, in order: from what to what.
    pub fn moves(&self) -> impl Iterator<Item = (Kind, Kind)> {
        let from = std::iter::once(&self.began).chain(&self.moved);
        let moves = from.zip(&self.moved);
        moves
            .map(|(from, to)| (*from, *to))
            .filter(|(from, to)| from != to)
    }
}

fn each(texts: &[Option<String>], names: &mut Names) -> Box<[Option<Name>]> {
    let texts = texts.iter();
    texts.map(|text| names.maybe(text.as_ref())).collect()
}
