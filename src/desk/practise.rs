//! What a person can ask in practice, beside what can be asked of any conversation.

use crate::{
    conversation::{ConversationId, NoteId},
    guide::TopicId,
    practice::{self, debrief::Met},
};

/// What can be asked in practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Practise {
    /// Go to practice; there, to the scenarios.
    Go,
    /// The scenario with this place in the list, the first being 0.
    Scenario(usize),
    /// A list of the scenarios.
    Scenarios,
    /// Show the card of the actor with this number, the first being 0; the same again, or none, hides it.
    Card(Option<usize>),
    /// Play the scenario that is shown, as its listener.
    Start,
    /// Play it on one's own.
    Alone,
    /// Observe it.
    Observe,
    /// What has been played and not thrown away.
    SoFar,
    /// What can be done with one of those.
    Played(ConversationId),
    /// Take a part of a role-play off the disk, for good.
    ThrowAway(ConversationId),
    /// What the trainer may make happen.
    Injects,
    /// Make it happen: the inject with this place in the scenario, the first being 0.
    Inject(usize),
    /// The moments to try again from.
    Moments,
    /// Try again from just after this note; without one, from the start.
    AgainFrom(Option<NoteId>),
    /// What was observed, minute by minute.
    Minutes,
    /// A number counts only once Enter is pressed; or else at once.
    TallyWithEnter(bool),
    /// Write what was observed as a file, for another computer.
    Carry(String),
    /// Read such a file beside what was played; without one, look again on this computer.
    Bring(Option<String>),
    /// The debrief; on one's own, the end.
    Debrief,
    /// What can be done in a turn on one's own, to choose from.
    Moves,
    /// Do it: the one with this place in that list, the first being 0. One that asks leads to what about.
    Move(usize),
    /// Do it, about this topic; without one, about something else.
    AskAbout(usize, Option<TopicId>),
    /// Keep the end as a page. The talk goes.
    KeepEnd,
    /// The questions of the debrief in this order.
    Order(practice::Debrief),
    /// All that was said in the debrief, on one page; asked again, the questions.
    All,
    /// Show the threads, which are hidden until then.
    Threads,
    /// What the people in the room say of the thread with this place in the scenario, the first being 0.
    Met(usize, Met),
    /// Whoever was played says whether the record is them: the answer with this place among those there are.
    IsItMe(usize),
    /// What becomes of the debrief.
    End,
    /// Take what was played, and the tries it took up again from, off the disk for good.
    ThrowAllAway(ConversationId),
    /// Keep a page of the debrief.
    KeepPage,
}
