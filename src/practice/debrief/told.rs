//! What was said, under its headings: once, for the screen, for plain mode and for the page that is kept.

use super::{
    WARNING, answers, is_debrief,
    questions::{COUNTED, FROM_MEMORY, HEARD, THREADS},
    threads,
};
use crate::{
    conversation::{Conversation, Moment, Note},
    guide::{Topic, TopicId},
    line::Mark,
    practice::{Scenario, Thread},
};

/// One heading, and what stands under it: always something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The question, in a few words; or what the lines are.
    pub heading: String,
    /// In the order they were said. Some hold words that were typed, as they were typed.
    pub lines: Vec<String>,
}

/// Over what the listener noted while it was played.
pub const NOTES: &str = "Notes while it was played";

/// All that was said in a debrief, in the order of its questions, and then what was noted before it. A heading with
/// nothing under it is not there. `threads`: they have been shown, so that their names may be read here.
pub fn told(talk: &Conversation, scenario: Option<&Scenario>, threads: bool) -> Vec<Told> {
    let asked: Vec<&Topic> = asked_in_either_order(talk);
    let mut all: Vec<Told> = asked
        .iter()
        .map(|topic| match topic.id.as_str() {
            COUNTED => counted(talk, topic),
            THREADS => threads_told(talk, topic, scenario, threads),
            _ => Told {
                heading: topic.title.clone(),
                lines: answers(talk, &topic.id).map(in_words).collect(),
            },
        })
        .collect();
    let ours = |id: &TopicId| {
        let aside = matches!(id.as_str(), COUNTED | HEARD | THREADS | FROM_MEMORY);
        aside || asked.iter().any(|topic| topic.id == *id)
    };
    let others = talk.notes.iter().filter(|note| {
        let of_a_thread = threads::thread_of(note).is_some();
        !of_a_thread && !ours(&note.topic.topic)
    });
    all.push(Told {
        heading: NOTES.to_owned(),
        lines: others.map(noted).collect(),
    });
    all.retain(|told| !told.lines.is_empty());
    all
}

/// Every question that was asked: those of the order in use, and where the other was used before, what it asked besides.
fn asked_in_either_order(talk: &Conversation) -> Vec<&Topic> {
    let debriefs = talk.talks.iter().rev().map(|talk| &talk.guide);
    let topics = debriefs.filter(|guide| is_debrief(guide));
    let mut asked: Vec<&Topic> = vec![];
    for topic in topics.flat_map(|guide| &guide.topics) {
        if !asked.iter().any(|one| one.id == topic.id) {
            asked.push(topic);
        }
    }
    asked
}

/// The counts beside their warning, and then what was heard and when.
fn counted(talk: &Conversation, topic: &Topic) -> Told {
    let mut lines: Vec<String> = answers(talk, &topic.id).map(in_words).collect();
    if !lines.is_empty() {
        lines.push(WARNING.to_owned());
    }
    let heard = TopicId::new(HEARD);
    lines.extend(answers(talk, &heard).map(in_words));
    Told {
        heading: topic.title.clone(),
        lines,
    }
}

fn threads_told(
    talk: &Conversation,
    topic: &Topic,
    scenario: Option<&Scenario>,
    shown: bool,
) -> Told {
    let threads = scenario.map_or(&[][..], |scenario| &scenario.threads);
    let mut lines = vec![];
    if shown {
        lines.extend(threads.iter().map(|thread| one_thread(talk, thread)));
        let known = |id: &str| threads.iter().any(|thread| thread.id.as_str() == id);
        lines.extend(talk.notes.iter().filter_map(|note| {
            let thread = threads::thread_of(note).filter(|id| !known(id))?;
            Some(format!("{thread}: {}", note.text))
        }));
    }
    lines.extend(answers(talk, &topic.id).map(in_words));
    Told {
        heading: topic.title.clone(),
        lines,
    }
}

fn one_thread(talk: &Conversation, thread: &Thread) -> String {
    match threads::met(talk, thread) {
        Some(met) => format!("{}: {}", thread.title, met.name()),
        None => format!("{}.", thread.title),
    }
}

/// A note as it was typed, after whose words it is and what kind of note it is, when it has either.
pub fn in_words(note: &Note) -> String {
    let apart = note.apart.then(|| "kept apart".to_owned());
    let mark = note.mark.map(|mark| kind(mark).to_owned());
    let said: Vec<String> = [apart, mark, note.speaker.clone()]
        .into_iter()
        .flatten()
        .collect();
    match said.is_empty() {
        true => note.text.clone(),
        false => format!("{}: {}", said.join(", "), note.text),
    }
}

fn kind(mark: Mark) -> &'static str {
    match mark {
        Mark::OwnWords => "own words",
        Mark::View => "my view",
        Mark::ComeBack => "to come back to",
        Mark::NextStep => "next step",
        mark => mark.name(),
    }
}

/// The same with when it was begun.
fn noted(note: &Note) -> String {
    format!("{} {}", clock(note.at), in_words(note))
}

pub(super) fn clock(at: Moment) -> String {
    at.format("%H:%M").to_string()
}
