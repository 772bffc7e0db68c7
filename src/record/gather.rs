//! A conversation becomes a record.

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::{
    counted::{self, Spent},
    dates, inert,
    inert::{as_written, on_one_line},
    intro,
    model::{Entry, Extra, Front, Moved, NextStep, Record, Section, Status, StepState, Voice},
    place::{self, all_headings},
    proportion::{goes_in, kept_apart},
    steady::Steadiness,
    voices,
};
use crate::{
    conversation::{Conversation, Facts, Moment, Note, NoteId},
    line::{Mark, Outcome, Step, Who},
};

impl Record {
    /// The record of a conversation that ended at `ended`: the notes that are in and not kept apart, under the
    /// headings of its guides. Nothing is added to what was noted but who, when, and the headings.
    #[must_use]
    pub fn from_conversation(conversation: &Conversation, ended: Moment) -> Self {
        let detail = conversation.detail();
        let mut gathered = Gathered::new(conversation, "s");
        let mut next = intro::next(&conversation.facts);
        let under = place::what_happens_next(conversation).map(|section| &section.id);
        let sections = all_headings(conversation)
            .into_iter()
            .map(|heading| Section {
                heading: on_one_line(&heading.heading),
                entries: heading
                    .notes
                    .iter()
                    .map(|&index| &conversation.notes[index])
                    .filter(|note| goes_in(note, detail))
                    .map(|note| gathered.entry(note))
                    .chain(next.take_if(|_| under == Some(&heading.id)).map(told))
                    .collect(),
            })
            .filter(|section| !section.entries.is_empty())
            .collect();
        let pattern = &conversation.guide().record_title;
        let mut record = Self {
            title: intro::title(pattern, &conversation.facts),
            intro: intro::lines(conversation, ended),
            sections,
            front: front(conversation, ended, gathered.steps),
            added: String::new(),
        };
        record.front.counted.words = Some(record.words());
        record
    }
}

fn told(text: String) -> Entry {
    Entry {
        voice: Voice::Told,
        text,
        late: false,
    }
}

/// The promises of a conversation as its record would hold them now, each with the note it is. One that is kept apart
/// or left out is none of them.
pub fn promises(conversation: &Conversation) -> Vec<(NoteId, NextStep)> {
    let detail = conversation.detail();
    let mut gathered = Gathered::new(conversation, "s");
    let is_step = |note: &&Note| note.mark == Some(Mark::NextStep) && goes_in(note, detail);
    let mut notes = vec![];
    for note in conversation.notes.iter().filter(is_step) {
        gathered.entry(note);
        notes.push(note.id);
    }
    notes.into_iter().zip(gathered.steps).collect()
}

/// Entries and the promises among them, as they come.
pub(super) struct Gathered<'a> {
    conversation: &'a Conversation,
    facts: &'a Facts,
    /// What the ids of promises begin with.
    prefix: &'static str,
    pub(super) steps: Vec<NextStep>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(conversation: &'a Conversation, prefix: &'static str) -> Self {
        Self {
            conversation,
            facts: &conversation.facts,
            prefix,
            steps: Vec::new(),
        }
    }

    /// The entry a note becomes.
    pub(super) fn entry(&mut self, note: &Note) -> Entry {
        let speaker = intro::line(self.conversation.speaker(note));
        let text = words(note, speaker.as_deref());
        let voice = match (note.mark, speaker) {
            (Some(Mark::NextStep), _) => self.promise(note, &text),
            (Some(Mark::View), _) => Voice::View {
                by: intro::line(self.facts.by.as_deref()),
                on: note.at.date_naive(),
            },
            (Some(Mark::ComeBack), _) => Voice::ComeBack,
            (_, Some(speaker)) => self.others(speaker, is_quoted(note)),
            (Some(Mark::OwnWords), None) => Voice::OwnWords,
            (Some(Mark::Saw), None) => Voice::Saw,
            _ => match Spent::of(note) {
                Some(spent) => Voice::Spend { pence: spent.pence },
                None => Voice::Told,
            },
        };
        Entry {
            voice,
            text,
            late: note.late,
        }
    }

    fn others(&self, speaker: String, quoted: bool) -> Voice {
        let known = self.facts.present.iter();
        let role = known
            .filter(|other| on_one_line(&other.name).to_lowercase() == speaker.to_lowercase())
            .find_map(|other| intro::line(other.role.as_deref()));
        Voice::Others {
            role: role.map(|role| intro::your(&role)),
            speaker,
            quoted,
        }
    }

    fn promise(&mut self, note: &Note, text: &str) -> Voice {
        let id = format!("{}{}", self.prefix, self.steps.len() + 1);
        let outcome = note.step.as_ref().map(|step| step.outcome);
        self.steps.push(NextStep {
            id: id.clone(),
            what: text.to_owned(),
            who: note.step.as_ref().and_then(|step| self.who(step)),
            due: note.step.as_ref().and_then(|step| step.when.due()),
            week: note.step.as_ref().is_some_and(is_for_a_week),
            time: note.step.as_ref().and_then(time_of_day),
            state: outcome.map_or(StepState::Open, state),
            tries: outcome.map_or(0, Outcome::tries),
            agreed: note.step.as_ref().and_then(|step| step.agreed),
            settled: note.step.as_ref().and_then(|step| self.settled(step)),
            changes: 0,
            again: note.step.as_ref().is_some_and(|step| step.again),
            check_in: None,
            extra: Extra::new(),
        });
        Voice::Step { id }
    }

    /// A journal from before the day was kept does not say it: what came of a step within the talk came by its end.
    fn settled(&self, step: &Step) -> Option<NaiveDate> {
        let by_its_end = || self.conversation.last.date_naive();
        let is_settled = step.outcome.is_settled();
        is_settled.then(|| step.settled.unwrap_or_else(by_its_end))
    }

    fn who(&self, step: &Step) -> Option<String> {
        match self.conversation.doer(step) {
            Who::You => {
                Some(intro::line(self.facts.by.as_deref()).unwrap_or_else(|| "Me".to_owned()))
            }
            Who::Person => Some(intro::first_name(self.facts).unwrap_or_else(|| "You".to_owned())),
            Who::Named(name) => intro::line(Some(name)),
            Who::NotSaid => None,
        }
    }
}

fn is_for_a_week(step: &Step) -> bool {
    step.when.week && step.when.due().is_some()
}

fn state(outcome: Outcome) -> StepState {
    match outcome {
        Outcome::Open => StepState::Open,
        Outcome::Done => StepState::Done,
        Outcome::Tried(_) => StepState::Tried,
        Outcome::Dropped => StepState::Dropped,
    }
}

/// The time, to the minute; without a day it is in the sentence and nowhere else.
fn time_of_day(step: &Step) -> Option<NaiveTime> {
    step.when.due()?;
    dates::read_time(&dates::time(step.when.time?))
}

/// Whether a note of somebody else's is in their own words: typed as theirs, or marked so.
fn is_quoted(note: &Note) -> bool {
    !note.told || note.mark == Some(Mark::OwnWords)
}

/// A note's words. What the voice already shows is not said twice: quotation marks round words that are quoted. What
/// the voice cannot show is kept in the words: who said a thing that became a promise.
fn words(note: &Note, speaker: Option<&str>) -> String {
    let text = as_written(&note.text);
    match (note.mark, speaker) {
        (Some(Mark::NextStep | Mark::View | Mark::ComeBack), Some(speaker)) => {
            format!("{speaker}: {text}")
        }
        (_, Some(_)) if is_quoted(note) => inert::unquoted(text),
        (Some(Mark::OwnWords), None) => inert::unquoted(text),
        _ => text,
    }
}

fn front(conversation: &Conversation, ended: Moment, next_steps: Vec<NextStep>) -> Front {
    let facts = &conversation.facts;
    let first = &conversation.talks[0].guide;
    Front {
        id: conversation.id.clone(),
        kind: first.kind,
        guide: on_one_line(&first.name_and_version()),
        moved: moved(conversation),
        person: intro::line(facts.person.as_deref()),
        caller: voices::caller(facts),
        contact: intro::line(facts.contact.as_deref()),
        started: to_the_second(conversation.started),
        ended: to_the_second(ended),
        how: intro::line(facts.how.as_deref()),
        by: intro::line(facts.by.as_deref()),
        present: voices::present(facts),
        status: Status::Final,
        detail: conversation.detail(),
        part_of_assessment: facts.part_of_assessment,
        no_copy_home: facts.no_copy_home,
        copy: intro::line(facts.copy.as_deref()),
        route: intro::line(facts.route.as_deref()),
        counted: counted::of(conversation, ended),
        kept_apart: kept_apart(conversation).count(),
        voided: None,
        linked: facts.links.clone(),
        steady: Steadiness::in_conversation(conversation),
        looked_at: Vec::new(),
        next_steps,
        extra: Extra::new(),
    }
}

fn moved(conversation: &Conversation) -> Vec<Moved> {
    let later = conversation.talks.iter().skip(1);
    later
        .map(|talk| Moved {
            kind: talk.guide.kind,
            guide: on_one_line(&talk.guide.name_and_version()),
            at: to_the_second(talk.from),
        })
        .collect()
}

pub(super) fn to_the_second(at: Moment) -> Moment {
    at.with_nanosecond(0).unwrap_or(at)
}
