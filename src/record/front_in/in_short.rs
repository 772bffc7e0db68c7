//! A header in what is counted of it. Nothing is made of the rest: a hundred thousand are read for one report.

use chrono::NaiveDate;

use super::{Fields, Spent, StepState};
use crate::{
    conversation::{Link, Moment, Side},
    guide::Kind,
    record::front::{self, NotARecord},
};

/// What is counted of a record, as its header says it. Each field is as [`Front`](super::Front) has it, or what is left
/// of that.
#[derive(Debug, Clone, PartialEq)]
pub struct InShort {
    /// Whether it happened.
    pub side: Side,
    /// The kind it began as.
    pub kind: Kind,
    /// The kinds it moved to, in order.
    pub moved: Vec<Kind>,
    /// Who it is about.
    pub person: Option<String>,
    /// When it began.
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// It no longer stands.
    pub is_void: bool,
    /// Nothing of it may be sent to where the person lives.
    pub no_copy_home: bool,
    /// The person had a copy.
    pub had_copy: bool,
    /// The outcome route.
    pub route: Option<String>,
    /// The day the person first got in touch.
    pub contacted: Option<NaiveDate>,
    /// How long the talk was, in minutes.
    pub talk_minutes: Option<u32>,
    /// How many words the letter holds.
    pub words: Option<usize>,
    /// The name of the baseline it counts in.
    pub old_way: Option<String>,
    /// The topic of each note of what mattered.
    pub mattered: Vec<String>,
    /// Why somebody else took it on, each time.
    pub handed_over: Vec<Option<String>>,
    /// How often it was talked over.
    pub talked_over: usize,
    /// Each spend.
    pub spent: Vec<Spent>,
    /// The kind of each connection made.
    pub connected: Vec<Option<String>>,
    /// The conversations it belongs to.
    pub linked: Vec<Link>,
    /// When it was last said whether it is steady, and whether it is.
    pub steady: Option<(Moment, bool)>,
    /// What was promised.
    pub steps: Vec<StepInShort>,
}

/// What is counted of a promise, as [`NextStep`](super::NextStep) has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepInShort {
    /// By which day.
    pub due: Option<NaiveDate>,
    /// The day stands for the week that begins on it.
    pub week: bool,
    /// What became of it.
    pub state: StepState,
    /// The last day it was first due, once it was moved to another.
    pub agreed: Option<NaiveDate>,
    /// The day it was done, or was no longer needed.
    pub settled: Option<NaiveDate>,
    /// It is when the worker looks again.
    pub again: bool,
}

impl StepInShort {
    /// It says when the worker looks again, whether or not that was kept since.
    pub fn is_another_look(&self) -> bool {
        self.again && self.state != StepState::Dropped
    }
}

/// Reads only what is counted of a record's header: the same as is left of what [`read_front`](front::read_front) reads.
///
/// # Errors
///
/// As for the whole of it.
pub fn read_in_short(markdown: &str) -> Result<InShort, NotARecord> {
    let (yaml, _) = front::split(markdown).ok_or(NotARecord::NoHeader)?;
    Fields::read(yaml)?.in_short()
}

impl Fields<'_> {
    fn in_short(&mut self) -> Result<InShort, NotARecord> {
        // In the order they are written in, so that each is found at once.
        let id = self.id()?;
        let kind = self.kind(&id);
        let moved = self.some_of("moved", |fields| {
            let kind = fields.kind_moved_to()?;
            fields.moment("at").map(|_| kind)
        });
        let person = self.text("person");
        let started = self.started()?;
        Ok(InShort {
            side: id.side(),
            kind,
            moved,
            person,
            started,
            ended: self.moment("ended").unwrap_or(started),
            no_copy_home: self.no_copy_home(),
            had_copy: self.words("copy").is_some(),
            route: self.text("route"),
            contacted: self.day("contacted"),
            talk_minutes: self.parsed("talk_minutes"),
            words: self.parsed("words"),
            old_way: self.text("old_way"),
            mattered: self.texts("mattered"),
            handed_over: self.some_of("handed_over", |fields| {
                fields.words("to").map(|_| fields.text("why"))
            }),
            talked_over: {
                let times = self.some_of("talked_over", |fields| fields.words("with").map(drop));
                times.len()
            },
            spent: self.spent(),
            connected: self.some_of("connected", |fields| {
                fields.words("with").map(|_| fields.text("kind"))
            }),
            is_void: self.voided().is_some(),
            linked: self.linked(),
            steady: self.steady_since(),
            steps: self.each("next_steps", |fields| StepInShort {
                due: fields.day("due"),
                week: fields.flag("week"),
                state: fields.step_state(),
                agreed: fields.day("agreed"),
                settled: fields.day("settled"),
                again: fields.flag("again"),
            }),
        })
    }
}
