//! What the people in the room say of each thread: heard, brushed past, or not met. Nobody counts them.

use super::answers;
use crate::{
    conversation::{Conversation, Note},
    guide::TopicId,
    practice::{Thread, ThreadId},
};

/// How the id of what is kept of a thread begins.
const THREAD: &str = "thread-";

/// What became of a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It was picked up.
    Heard,
    /// It came up, and the talk went on without it.
    BrushedPast,
    /// It never came up.
    NotMet,
}

impl Met {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Heard, Self::BrushedPast, Self::NotMet];

    /// In words: what is shown, and the text of the note that keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::BrushedPast => "brushed past",
            Self::NotMet => "not met",
        }
    }
}

/// Where what is said of a thread is kept.
pub fn topic(thread: &ThreadId) -> TopicId {
    TopicId::new(format!("{THREAD}{thread}"))
}

/// The thread a note is about, when it is what was said of one.
pub(super) fn thread_of(note: &Note) -> Option<&str> {
    note.topic.topic.as_str().strip_prefix(THREAD)
}

/// What was said of a thread last; `None` while nobody has said.
pub fn met(talk: &Conversation, thread: &Thread) -> Option<Met> {
    let topic = topic(&thread.id);
    let last = answers(talk, &topic).last()?;
    Met::ALL.into_iter().find(|met| met.name() == last.text)
}
