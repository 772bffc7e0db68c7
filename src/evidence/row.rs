//! One finished record in what is counted of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationId, Link, Moment, Side},
    guide::Kind,
    record::{Front, NextStep, StepState, counted::Spent},
};

/// One finished record in what is counted of it. It does not say who wrote it: no figure by worker can be made of it.
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
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// It no longer stands, and counts for nothing but the number of those.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub void: bool,
    /// It was held the old way, to have something to compare with: the name of the baseline it counts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_way: Option<String>,
    /// The day the person first got in touch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    pub made: NaiveDate,
    /// The last day it was first agreed for: the day itself, or the Sunday of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<NaiveDate>,
    /// What became of it.
    pub state: StepState,
    /// The day it was done or dropped, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<NaiveDate>,
    /// It is when the worker looks again at how somebody in a crisis is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

impl Row {
    /// What a header says. `words` counts those of the letter, where the header does not say how many there are. `None`
    /// of a role-play: nothing in it happened.
    pub fn of(front: &Front, words: impl FnOnce() -> usize) -> Option<Self> {
        let counted = &front.counted;
        (front.id.side() == Side::Life).then(|| Self {
            id: front.id.clone(),
            kind: front.kind,
            moved: front.moved.iter().map(|moved| moved.kind).collect(),
            person: front.person.clone(),
            started: front.started,
            ended: front.ended,
            void: front.is_void(),
            old_way: counted.old_way.clone(),
            contacted: counted.contacted,
            route: front.route.clone(),
            handed_over: counted
                .handed_over
                .iter()
                .map(|one| one.why.clone())
                .collect(),
            talked_over: counted.talked_over.len(),
            steps: {
                let made = front.ended.date_naive();
                let steps = front.next_steps.iter();
                steps.map(|step| Promised::of(step, made)).collect()
            },
            spent: counted.spent.clone(),
            connected: counted
                .connected
                .iter()
                .map(|one| one.kind.clone())
                .collect(),
            mattered: counted.mattered.clone(),
            had_copy: front.copy.is_some(),
            no_copy_home: front.no_copy_home,
            words: counted.words.unwrap_or_else(words),
            talk_minutes: counted.talk_minutes,
            links: front.linked.clone(),
            steady: front.steady.as_ref().map(|said| (said.on, said.is)),
            again: {
                let mut steps = front.next_steps.iter();
                steps.any(|step| step.again && step.state != StepState::Dropped)
            },
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
    fn of(step: &NextStep, made: NaiveDate) -> Self {
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
