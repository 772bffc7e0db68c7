//! The debrief: what is asked in it and in what order, and what was said, for a screen and for a page that is kept.
//!
//! It happens in the listener's own conversation, with a guide of its own: a topic for each question. An answer is a
//! note under the question's topic, so it is as safe as any note; and as the topics of both orders have the same ids
//! where they ask the same, an answer is found under its topic whatever the order was when it was given.
//!
//! | file | what it holds |
//! |---|---|
//! | [`mod@questions`] | the questions of each order, for a sheet of paper and for the screen |
//! | [`threads`] | what the people in the room say of each thread |
//! | `told` | what was said, under its headings |
//! | `page` | the same as a file |

mod page;
pub mod questions;
pub mod threads;
mod told;

pub use page::page;
pub use threads::Met;
pub use told::{NOTES, Told, in_words, told};

use super::{Debrief, Scenario, parts};
use crate::{
    conversation::{Conversation, Note},
    guide::{Guide, GuideId, Kind, Topic, TopicId},
};
use questions::{AFTERWARDS, Question, questions};

/// How the id of every debrief's guide begins.
const DEBRIEF: &str = "debrief";

/// As the conversation says what it moved to.
const TITLE: &str = "The debrief";

/// Said beside every count of what was asked.
pub const WARNING: &str = "A closed question is sometimes the right one.";

/// How many lines the listener writes from memory.
pub const LINES_FROM_MEMORY: usize = 5;

/// The guide of a debrief in this order: a topic for each question, out of role first and Monday last.
pub fn guide(scenario: &Scenario, order: Debrief) -> Guide {
    guide_of(scenario.kind, &scenario.questions, order)
}

/// The guide of a debrief whose scenario is not there any more: it asks what is asked in all of them.
pub fn guide_without(kind: Kind, order: Debrief) -> Guide {
    guide_of(kind, &[], order)
}

fn guide_of(kind: Kind, own: &[String], order: Debrief) -> Guide {
    let before = questions(order).map(topic);
    let own = own.iter().zip(1..).map(|(ask, nth)| own_question(ask, nth));
    let after = AFTERWARDS.iter().map(topic);
    let topics = before.chain(own).chain(after).collect();
    parts::guide(guide_id(order).as_str(), kind, TITLE, topics)
}

fn guide_id(order: Debrief) -> GuideId {
    GuideId::new(format!("{DEBRIEF}-{}", order.name()))
}

fn topic(question: &Question) -> Topic {
    Topic {
        why: question.why.to_owned(),
        ..parts::topic(question.id, question.title, vec![question.ask.to_owned()])
    }
}

/// A question the scenario asks. Its title is the whole of it.
fn own_question(ask: &str, nth: usize) -> Topic {
    Topic {
        why: questions::TO_EVERYBODY.to_owned(),
        ..parts::topic(&format!("question-{nth}"), ask, vec![ask.to_owned()])
    }
}

/// Whether the debrief of this role-play has begun.
pub fn is_on(talk: &Conversation) -> bool {
    is_debrief(talk.guide())
}

fn is_debrief(guide: &Guide) -> bool {
    guide.id.as_str().starts_with(DEBRIEF)
}

/// The order the questions are in now, while it is on.
pub fn order_of(talk: &Conversation) -> Option<Debrief> {
    let mut all = Debrief::ALL.into_iter();
    all.find(|order| guide_id(*order) == talk.guide().id)
}

/// The question that is asked now, and its place among them, the first being 0.
pub fn asked(talk: &Conversation) -> Option<(usize, &Topic)> {
    let at = talk.guide().position(&talk.topic.topic)?;
    talk.guide().topics.get(at).map(|topic| (at, topic))
}

/// Whether this is what is asked now.
pub fn asks(talk: &Conversation, id: &str) -> bool {
    talk.topic.topic.as_str() == id
}

/// What was answered to the question with this id, in either order, the first answer first.
pub fn answers<'t>(talk: &'t Conversation, id: &'t TopicId) -> impl Iterator<Item = &'t Note> {
    talk.notes
        .iter()
        .filter(move |note| note.topic.topic == *id)
}

/// What was kept under this id.
pub fn kept<'t>(talk: &'t Conversation, id: &'t str) -> impl Iterator<Item = &'t Note> {
    let under = move |note: &&Note| note.topic.topic.as_str() == id;
    talk.notes.iter().filter(under)
}

#[cfg(test)]
mod laws;
