//! What sticking close adds to a finished record: that somebody checked in, that it is steady, when somebody looks again.
//!
//! Each is one change of the whole file, header and text together, so that a record is as it was or as it is to be.

use chrono::NaiveDate;

use crate::{
    conversation::{ConversationId, Link, Moment, Reason, Tie, Whose},
    promise::{self, Happened, NotAdded, Place, Promise},
    record::{
        self, Front, NextStep, Status, Steadiness, StepState,
        addition::{self, ADDED_SINCE, WHAT_HAPPENED_NEXT},
    },
};

/// What is written of a day to look again that is to come after all.
const UNCHECKED: &str = "Still to do, as the check-in no longer stands";

/// Something to be added to a finished record of a crisis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sticking {
    /// The record.
    pub record: ConversationId,
    /// What is added.
    pub what: Stick,
    /// The worker.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}

/// What is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stick {
    /// A check-in was made: where it was on this talk the record names it, and the day to look again was kept.
    Checked {
        /// The record of the check-in.
        by: ConversationId,
        /// When it began.
        began: Moment,
        /// It was on this very talk.
        on_this: bool,
    },
    /// That check-in no longer stands: the day to look again that it kept is to come again.
    Unchecked {
        /// The record of the check-in.
        by: ConversationId,
    },
    /// It is steady; and how anybody knows, when that was said.
    Steady(Option<Reason>),
    /// It is not, after all.
    NotSteady,
    /// The day the worker looks again. There is never more than one to come.
    LookAgain {
        /// The day.
        on: NaiveDate,
        /// The step, in words.
        words: String,
    },
}

/// The record with what is added. `None` where it says all of that already.
///
/// # Errors
///
/// When the file is no record any more.
pub fn add(markdown: &str, sticking: &Sticking) -> Result<Option<String>, NotAdded> {
    match &sticking.what {
        Stick::Checked { by, began, on_this } => {
            let link = on_this.then(|| Link {
                to: by.clone(),
                tie: Tie::CheckedBy,
            });
            checked(markdown, link, (by, *began), sticking)
        }
        Stick::Unchecked { by } => unchecked(markdown, by, sticking),
        Stick::Steady(reason) => steady(markdown, reason.as_ref(), sticking).map(Some),
        Stick::NotSteady => not_steady(markdown, sticking).map(Some),
        Stick::LookAgain { on, words } => look_again(markdown, *on, words, sticking),
    }
}

fn checked(
    markdown: &str,
    link: Option<Link>,
    (check_in, began): (&ConversationId, Moment),
    sticking: &Sticking,
) -> Result<Option<String>, NotAdded> {
    let mut text = markdown.to_owned();
    let front = record::read_front(&text)?;
    for step in to_look_again(&front, markdown) {
        // What was to be looked at after that is still to come.
        if began.timestamp() >= front.ended.timestamp() {
            text = looked_at(&text, &step, (check_in, began), sticking.by.as_deref())?;
        }
    }
    if let Some(link) = link.filter(|link| !front.linked.contains(link)) {
        let on = began.format("%a %-d %B %Y, %H:%M");
        let words = format!("Check-in on {on}: {}.", link.to);
        text = with(&text, &words, ADDED_SINCE, sticking, |front| {
            front.linked.push(link);
        })?;
    }
    Ok((text != markdown).then_some(text))
}

/// The day to look again was kept when the check-in began, whenever the record comes to be told of it: a promise is not
/// late because the program was stopped.
fn looked_at(
    markdown: &str,
    step: &Promise,
    (check_in, began): (&ConversationId, Moment),
    by: Option<&str>,
) -> Result<String, NotAdded> {
    let text = promise::happen(markdown, step, &Happened::Done, by, began)?;
    let mut front = record::read_front(&text)?;
    let is_it = |one: &&mut NextStep| matches!(&step.place, Place::Record(_, id) if *id == one.id);
    for one in front.next_steps.iter_mut().filter(is_it) {
        one.check_in = Some(check_in.clone());
    }
    Ok(record::replace_front(&text, &front)?)
}

fn unchecked(
    markdown: &str,
    check_in: &ConversationId,
    sticking: &Sticking,
) -> Result<Option<String>, NotAdded> {
    let front = record::read_front(markdown)?;
    let was_kept_by_it =
        |step: &NextStep| step.state == StepState::Done && step.check_in.as_ref() == Some(check_in);
    let steps = front.next_steps.iter().filter(|step| was_kept_by_it(step));
    let words: Vec<&str> = steps.map(|step| step.what.trim_end_matches('.')).collect();
    if words.is_empty() {
        return Ok(None);
    }
    let words = format!("{}: {}.", UNCHECKED, words.join(". "));
    let open_again = |front: &mut Front| {
        let steps = front.next_steps.iter_mut();
        for step in steps.filter(|step| was_kept_by_it(step)) {
            step.state = StepState::Open;
            step.changes = step.changes.saturating_add(1);
            (step.settled, step.check_in) = (None, None);
        }
    };
    with(markdown, &words, WHAT_HAPPENED_NEXT, sticking, open_again).map(Some)
}

fn steady(
    markdown: &str,
    reason: Option<&Reason>,
    sticking: &Sticking,
) -> Result<String, NotAdded> {
    let words = match reason {
        None => "Steady.".to_owned(),
        Some(Reason {
            words,
            whose: Whose::Person,
        }) => format!("Steady. You said: \"{words}\""),
        Some(Reason {
            words,
            whose: Whose::Worker,
        }) => format!("Steady. I think: {words}"),
    };
    let said = Steadiness::new(sticking.at, sticking.by.as_deref(), reason);
    with(markdown, &words, ADDED_SINCE, sticking, |front| {
        front.steady = Some(said)
    })
}

fn not_steady(markdown: &str, sticking: &Sticking) -> Result<String, NotAdded> {
    let said = Steadiness {
        is: false,
        ..Steadiness::new(sticking.at, sticking.by.as_deref(), None)
    };
    let words = "Not steady after all.";
    with(markdown, words, ADDED_SINCE, sticking, |front| {
        front.steady = Some(said)
    })
}

fn look_again(
    markdown: &str,
    on: NaiveDate,
    words: &str,
    sticking: &Sticking,
) -> Result<Option<String>, NotAdded> {
    let front = record::read_front(markdown)?;
    if let Some(step) = to_look_again(&front, markdown).first() {
        if step.due == Some(on) {
            return Ok(None);
        }
        let by = sticking.by.as_deref();
        return promise::happen(markdown, step, &Happened::Day(on), by, sticking.at).map(Some);
    }
    let said = format!("{words}: {}.", on.format("%a %-d %B %Y"));
    let by = front.by.clone().or_else(|| sticking.by.clone());
    let step = |id: String| NextStep {
        id,
        what: record::inert::on_one_line(words),
        who: Some(by.unwrap_or_else(|| "Me".to_owned())),
        due: Some(on),
        week: false,
        time: None,
        state: StepState::Open,
        agreed: None,
        settled: None,
        tries: 0,
        changes: 0,
        again: true,
        check_in: None,
        extra: record::model::Extra::new(),
    };
    let add = |front: &mut Front| {
        let id = record::free_id(&front.next_steps);
        front.next_steps.push(step(id));
    };
    with(markdown, &said, WHAT_HAPPENED_NEXT, sticking, add).map(Some)
}

/// The record with a line under a heading, and its header changed.
fn with(
    markdown: &str,
    words: &str,
    heading: &str,
    sticking: &Sticking,
    change: impl FnOnce(&mut Front),
) -> Result<String, NotAdded> {
    let mut front = record::read_front(markdown)?;
    change(&mut front);
    front.status = Status::Amended;
    let by_and_when = addition::by_and_when(sticking.by.as_deref(), sticking.at);
    let entry = addition::item(words, &by_and_when);
    let added = addition::add_under(markdown, heading, &entry)?;
    Ok(record::replace_front(&added, &front)?)
}

/// The days to look again that are still to come.
fn to_look_again(front: &Front, markdown: &str) -> Vec<Promise> {
    let promises = promise::of_record(&front.id, markdown);
    let to_come = promises
        .into_iter()
        .filter(|one| one.again && one.is_open());
    to_come.collect()
}
