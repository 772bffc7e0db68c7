//! One finished record in what is counted of it.

mod numbers;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationId, Link, Moment, Side},
    guide::Kind,
    record::{InShort, StepInShort, StepState, counted::Spent},
};

/// One finished record in what is counted of it. What is kept of it is in the home's cache alone. It does not say who wrote it: no figure by worker can be made of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its name.
    pub id: ConversationId,
    /// The kind it began as.
    pub kind: Kind,
    /// The kinds it moved to, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Kind>,
    /// Who it is about, as typed. The same name is the same person, as [`key`](crate::people::known::key) compares it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// When it began. It counts in the period its own local day is in, wherever it is read.
    #[serde(with = "numbers::moment")]
    pub started: Moment,
    /// When it ended.
    #[serde(with = "numbers::moment")]
    pub ended: Moment,
    /// It no longer stands, and counts for nothing but the number of those.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub void: bool,
    /// It was held the old way, to have something to compare with: the name of the baseline it counts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_way: Option<String>,
    /// The day the person first got in touch.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "numbers::maybe_day"
    )]
    pub contacted: Option<NaiveDate>,
    /// What happened next, from the team's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// Each time somebody else took it on: why, where that was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed_over: Vec<Option<String>>,
    /// How often it was talked over with a colleague.
    #[serde(default)]
    pub talked_over: usize,
    /// What was promised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Promised>,
    /// What was spent from the small budget.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spent: Vec<Spent>,
    /// The kind of each connection made; none where the record does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connected: Vec<Option<String>>,
    /// The topic of each note of what mattered or was said in own words, by its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mattered: Vec<String>,
    /// The person had a copy.
    #[serde(default)]
    pub had_copy: bool,
    /// Nothing of it may be sent to where they live.
    #[serde(default)]
    pub no_copy_home: bool,
    /// How many words its letter held when it was finished.
    #[serde(default)]
    pub words: usize,
    /// How long the talk was, in minutes, without pauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk_minutes: Option<u32>,
    /// The conversations it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What was last said of whether it is steady: when, and whether it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steady: Option<(Moment, bool)>,
    /// It says when the worker looks again, whether or not that was kept since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// A promise in what is counted of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// The day it was made.
    #[serde(with = "numbers::day")]
    pub made: NaiveDate,
    /// The last day it was first agreed for: the day itself, or the Sunday of the week.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "numbers::maybe_day"
    )]
    pub agreed: Option<NaiveDate>,
    /// What became of it.
    pub state: StepState,
    /// The day it was done or dropped, where that is known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "numbers::maybe_day"
    )]
    pub settled: Option<NaiveDate>,
    /// It is when the worker looks again at how somebody in a crisis is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

impl Row {
    /// What the record of this name says in its header. `words` counts those of the letter, where the header does not say
    /// how many there are. `None` of a role-play: nothing in it happened.
    pub fn of(id: &ConversationId, said: InShort, words: impl FnOnce() -> usize) -> Option<Self> {
        let made = said.ended.date_naive();
        (said.side == Side::Life).then(|| Self {
            id: id.clone(),
            kind: said.kind,
            moved: said.moved,
            person: said.person,
            started: said.started,
            ended: said.ended,
            void: said.is_void,
            old_way: said.old_way,
            contacted: said.contacted,
            route: said.route,
            handed_over: said.handed_over,
            talked_over: said.talked_over,
            again: said.steps.iter().any(StepInShort::is_another_look),
            steps: said
                .steps
                .into_iter()
                .map(|step| Promised::of(step, made))
                .collect(),
            spent: said.spent,
            connected: said.connected,
            mattered: said.mattered,
            had_copy: said.had_copy,
            no_copy_home: said.no_copy_home,
            words: said.words.unwrap_or_else(words),
            talk_minutes: said.talk_minutes,
            links: said.linked,
            steady: said.steady,
        })
    }

    /// The local day it began.
    pub fn day(&self) -> NaiveDate {
        self.started.date_naive()
    }

    /// The kind it was when it ended.
    pub fn kind_now(&self) -> Kind {
        self.moved.last().copied().unwrap_or(self.kind)
    }
}

impl Promised {
    fn of(step: StepInShort, made: NaiveDate) -> Self {
        // A week is over with its Sunday; a day that was moved away from is the last of its own already.
        let last = |day: NaiveDate| {
            let in_week = step.week && step.agreed.is_none();
            let days = if in_week { 6 } else { 0 };
            day.checked_add_days(chrono::Days::new(days)).unwrap_or(day)
        };
        Self {
            made,
            agreed: step.agreed.or(step.due).map(last),
            state: step.state,
            settled: step.settled,
            again: step.again,
        }
    }
}
