//! The observer's part: what is counted, who is talking, and words that were caught.
//!
//! It is a conversation with a guide of its own: a topic for each thing that is counted, one for who talks, one for what
//! was heard. A stroke is a note under its topic, so that it is written before it is seen and is taken back by undo. It
//! counts what was heard, and scores nobody.

use std::collections::BTreeMap;

use super::{Scenario, parts};
use crate::{
    conversation::{Added, Conversation, ConversationId, Moment, Note, Part},
    guide::{Guide, TopicId},
};

/// The id of the observer's guide.
const OBSERVER: &str = "observer";

/// How the id of a debrief's guide begins: what is noted under it was not said in the role-play.
const DEBRIEF: &str = "debrief";

/// The topic of who is talking.
const TALKING: &str = "talking";

/// How far the clocks and the starts of two people in one role-play may be apart, in seconds.
const APART: i64 = 10 * 60;

/// The guide beside the observer. What is typed was heard, so that comes first; nothing moves it.
pub fn guide(scenario: &Scenario) -> Guide {
    let heard = parts::topic("heard", "Heard", vec![]);
    let tallies = Tally::ALL.map(|tally| parts::topic(tally.name(), tally.title(), vec![]));
    let talking = parts::topic(TALKING, "Who is talking", vec![]);
    let topics = std::iter::once(heard)
        .chain(tallies)
        .chain([talking])
        .collect();
    parts::guide(OBSERVER, scenario.kind, &scenario.title, topics)
}

/// Something the observer counts. What opens a talk up comes before what may close it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tally {
    /// A question that is answered in more than a word.
    OpenQuestion,
    /// What was said, in the words it was said in.
    SaidItBack,
    /// Silence that was left alone.
    Pause,
    /// What matters to them.
    WhatMatters,
    /// Something they are good at, noticed aloud.
    Strength,
    /// A question that is answered in a word. Sometimes the right one.
    ClosedQuestion,
    /// Talking while they did.
    TalkedOver,
    /// Help that was offered before it was known what for.
    EarlyOffer,
    /// Words nobody uses at home.
    Jargon,
    /// A way out that was theirs to find.
    Fix,
}

impl Tally {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 10] = [
        Self::OpenQuestion,
        Self::SaidItBack,
        Self::Pause,
        Self::WhatMatters,
        Self::Strength,
        Self::ClosedQuestion,
        Self::TalkedOver,
        Self::EarlyOffer,
        Self::Jargon,
        Self::Fix,
    ];

    /// As it stands on the screen, on paper and in its note.
    pub fn title(self) -> &'static str {
        match self {
            Self::OpenQuestion => "Open question",
            Self::SaidItBack => "Said it back",
            Self::Pause => "Left a pause",
            Self::WhatMatters => "Asked what matters",
            Self::Strength => "Noticed a strength",
            Self::ClosedQuestion => "Closed question",
            Self::TalkedOver => "Talked over them",
            Self::EarlyOffer => "Offered something early",
            Self::Jargon => "Used office words",
            Self::Fix => "Fixed it for them",
        }
    }

    /// The topic its strokes are under.
    pub fn topic(self) -> TopicId {
        TopicId::new(self.name())
    }

    /// Whether it opens a talk up. The others may close it.
    pub fn opens(self) -> bool {
        self <= Self::Strength
    }

    /// Whose topic this is.
    pub fn of_topic(topic: &TopicId) -> Option<Self> {
        let named = |tally: &Self| tally.name() == topic.as_str();
        Self::ALL.into_iter().find(named)
    }

    /// Its key, while nothing is typed.
    pub fn key(self) -> char {
        match self {
            Self::OpenQuestion => '1',
            Self::SaidItBack => '2',
            Self::Pause => '3',
            Self::WhatMatters => '4',
            Self::Strength => '5',
            Self::ClosedQuestion => '6',
            Self::TalkedOver => '7',
            Self::EarlyOffer => '8',
            Self::Jargon => '9',
            Self::Fix => '-',
        }
    }

    /// The note that is a stroke of it.
    pub fn stroke(self) -> Added {
        stroke(self.title(), self.topic())
    }

    /// What this note is a stroke of. Words somebody put under the topic of a tally are none.
    pub fn of_note(note: &Note) -> Option<Self> {
        let counted = Self::of_topic(&note.topic.topic)?;
        (note.topic.guide.as_str() == OBSERVER && note.text == counted.title()).then_some(counted)
    }

    fn name(self) -> &'static str {
        match self {
            Self::OpenQuestion => "open-question",
            Self::SaidItBack => "said-it-back",
            Self::Pause => "pause",
            Self::WhatMatters => "what-matters",
            Self::Strength => "strength",
            Self::ClosedQuestion => "closed-question",
            Self::TalkedOver => "talked-over",
            Self::EarlyOffer => "early-offer",
            Self::Jargon => "jargon",
            Self::Fix => "fix",
        }
    }
}

/// Who is talking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Talker {
    /// Whoever rings, or is visited.
    Caller,
    /// Whoever listens, for once.
    Listener,
}

impl Talker {
    /// As it stands in its note.
    pub fn title(self) -> &'static str {
        match self {
            Self::Caller => "The caller talks",
            Self::Listener => "The listener talks",
        }
    }

    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Caller => Self::Listener,
            Self::Listener => Self::Caller,
        }
    }

    /// The note that says this one talks from here on.
    pub fn stroke(self) -> Added {
        stroke(self.title(), TopicId::new(TALKING))
    }

    /// Who talks from this note on.
    pub fn of_note(note: &Note) -> Option<Self> {
        let is_swap = note.topic.guide.as_str() == OBSERVER && note.topic.topic.as_str() == TALKING;
        let mut both = [Self::Caller, Self::Listener].into_iter();
        both.find(|talker| is_swap && note.text == talker.title())
    }
}

fn stroke(title: &str, topic: TopicId) -> Added {
    Added {
        text: title.to_owned(),
        topic,
        mark: None,
        speaker: None,
    }
}

/// What an observer counted and heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Whose.
    pub id: ConversationId,
    /// The stable name of the scenario.
    pub scenario: String,
    /// When watching began.
    pub began: Moment,
    /// When the last thing happened.
    pub until: Moment,
    /// What was counted, in order.
    pub tallies: Vec<(Moment, Tally)>,
    /// Who talked from when on. The caller first: the phone is answered, or the door opened, to somebody who has rung.
    pub turns: Vec<(Moment, Talker)>,
    /// Words that were caught, in order.
    pub quotes: Vec<(Moment, String)>,
    /// From when until when nobody watched: it was paused, or left for later.
    pub gaps: Vec<(Moment, Moment)>,
}

/// A minute in which something was counted, heard or swapped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Minute {
    /// Whole minutes since it began.
    pub number: i64,
    /// What was counted in it, in order.
    pub tallies: Vec<Tally>,
    /// Words that were caught in it.
    pub quotes: Vec<String>,
    /// Seconds of it the caller talked. Nothing where no swap was ever counted.
    pub caller: i64,
    /// Seconds of it the listener talked.
    pub listener: i64,
}

impl Watched {
    /// What an observer's part holds; `None` when it is another part.
    pub fn of(talk: &Conversation) -> Option<Self> {
        let practised = talk.practice.as_ref()?;
        if practised.part != Part::Observer {
            return None;
        }
        let mut watched = Self {
            id: talk.id.clone(),
            scenario: practised.scenario.clone(),
            began: talk.started,
            until: talk.last,
            tallies: vec![],
            turns: vec![(talk.started, Talker::Caller)],
            quotes: vec![],
            gaps: talk.gaps.clone(),
        };
        for note in &talk.notes {
            if let Some(tally) = Tally::of_note(note) {
                watched.tallies.push((note.at, tally));
            } else if let Some(talker) = Talker::of_note(note) {
                watched.turns.push((note.at, talker));
            } else {
                watched.quotes.push((note.at, note.text.clone()));
            }
        }
        Some(watched)
    }

    /// How often it was counted.
    pub fn count(&self, tally: Tally) -> usize {
        self.tallies.iter().filter(|(_, one)| *one == tally).count()
    }

    /// Who is talking, as far as it was counted.
    pub fn talker(&self) -> Talker {
        self.turns.last().map_or(Talker::Caller, |(_, who)| *who)
    }

    /// Seconds of watching up to this moment.
    pub fn seconds(&self, at: Moment) -> i64 {
        seconds(self.began, &self.gaps, at)
    }

    /// How much of the talking was whose, in percent: the caller's and the listener's. `None` where no swap was counted:
    /// then nothing is known of it.
    pub fn shares(&self, until: Moment) -> Option<(u8, u8)> {
        if self.turns.len() < 2 {
            return None;
        }
        let (mut caller, mut all) = (0, 0);
        for (who, from, to) in self.stretches(until) {
            all += to - from;
            caller += if who == Talker::Caller { to - from } else { 0 };
        }
        let percent = (caller * 100 + all / 2).checked_div(all)?;
        let caller = u8::try_from(percent).ok()?.min(100);
        Some((caller, 100 - caller))
    }

    /// Who talked from which second to which, in order, without those of no length.
    fn stretches(&self, until: Moment) -> Vec<(Talker, i64, i64)> {
        let mut turns: Vec<(i64, Talker)> = self
            .turns
            .iter()
            .map(|(at, who)| (self.seconds(*at), *who))
            .collect();
        turns.sort_by_key(|(at, _)| *at);
        let ends = turns.iter().skip(1).map(|(at, _)| *at);
        let ends: Vec<i64> = ends.chain([self.seconds(until)]).collect();
        let stretches = turns.iter().zip(ends);
        stretches
            .map(|((from, who), to)| (*who, *from, to))
            .filter(|(_, from, to)| from < to)
            .collect()
    }

    /// Minute by minute, in order; those in which nothing was counted or heard are left out.
    pub fn minutes(&self) -> Vec<Minute> {
        let mut minutes: BTreeMap<i64, Minute> = BTreeMap::new();
        let number = |at: &Moment| self.seconds(*at) / 60;
        for (at, tally) in &self.tallies {
            minutes.entry(number(at)).or_default().tallies.push(*tally);
        }
        for (at, words) in &self.quotes {
            let minute = minutes.entry(number(at)).or_default();
            minute.quotes.push(words.clone());
        }
        for (at, _) in self.turns.iter().skip(1) {
            minutes.entry(number(at)).or_default();
        }
        let swapped = self.turns.len() > 1;
        for (who, from, to) in self.stretches(self.until).into_iter().filter(|_| swapped) {
            for (number, minute) in minutes.range_mut(from / 60..=to / 60) {
                let talked = (to.min((number + 1) * 60) - from.max(number * 60)).max(0);
                match who {
                    Talker::Caller => minute.caller += talked,
                    Talker::Listener => minute.listener += talked,
                }
            }
        }
        let numbered = |(number, minute)| Minute { number, ..minute };
        minutes.into_iter().map(numbered).collect()
    }

    /// Whether it was this role-play that was watched: the same scenario, at the same time as far as two clocks go.
    pub fn is_of(&self, played: &Conversation) -> bool {
        let practised = played.practice.as_ref();
        let is_played = practised
            .is_some_and(|one| one.part != Part::Observer && one.scenario == self.scenario);
        let after = |later: Moment, earlier: Moment| (later - earlier).num_seconds() <= APART;
        is_played && after(self.began, played.last) && after(played.started, self.until)
    }
}

/// A minute of what was played, with what was counted and heard in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Whole minutes since it began.
    pub minute: i64,
    /// The listener's notes, and what the trainer made happen.
    pub notes: Vec<Note>,
    /// What the observer counted, in order.
    pub tallies: Vec<Tally>,
    /// Words the observer caught.
    pub quotes: Vec<String>,
}

/// The tally beside the time line of what was played. Of another try the time line begins with the first note both tries
/// have. What was said in the debrief is left out; what was counted before it began is in its first minute.
pub fn joined(played: &Conversation, watched: &Watched) -> Vec<Row> {
    let mut rows: BTreeMap<i64, Row> = BTreeMap::new();
    let again = played.practice.as_ref().and_then(|one| one.again.as_ref());
    let shared = played
        .notes
        .iter()
        .take(again.map_or(0, |again| again.notes));
    let first = shared.map(|note| note.at).min();
    let began = first.map_or(played.started, |first| first.min(played.started));
    let minute = |at: Moment| seconds(began, &played.gaps, at) / 60;
    let said = |note: &&Note| !note.topic.guide.as_str().starts_with(DEBRIEF);
    for note in played.notes.iter().filter(said) {
        let row = rows.entry(minute(note.at)).or_default();
        row.notes.push(note.clone());
    }
    let counts = |at: Moment| again.is_none() || at >= began;
    for (at, tally) in watched.tallies.iter().filter(|(at, _)| counts(*at)) {
        rows.entry(minute(*at)).or_default().tallies.push(*tally);
    }
    for (at, words) in watched.quotes.iter().filter(|(at, _)| counts(*at)) {
        let row = rows.entry(minute(*at)).or_default();
        row.quotes.push(words.clone());
    }
    let numbered = |(minute, row)| Row { minute, ..row };
    rows.into_iter().map(numbered).collect()
}

/// Seconds from a beginning to a moment, less those in gaps. Never negative, whatever the clock did.
fn seconds(began: Moment, gaps: &[(Moment, Moment)], at: Moment) -> i64 {
    let gone = |(from, until): &(Moment, Moment)| {
        let (from, until) = ((*from).max(began), (*until).min(at));
        (until - from).num_seconds().max(0)
    };
    let gone: i64 = gaps.iter().map(gone).fold(0, i64::saturating_add);
    (at - began).num_seconds().saturating_sub(gone).max(0)
}

#[cfg(test)]
mod tests;
