//! Sticking close to people in crisis: what can be asked about it.

use chrono::NaiveDate;

use crate::conversation::ConversationId;

/// What a person can ask about people in crisis. Each of those on the board is named by the talk the crisis began with;
/// `None` is the conversation in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Close {
    /// Everybody on the board.
    Board,
    /// What can be done about one of them.
    Choose(ConversationId),
    /// Begin a check-in: on the one these initials or letters name, or else on one that is chosen.
    CheckIn(String),
    /// Begin a check-in on this one; or carry on the one that was begun.
    CheckOn(ConversationId),
    /// Begin a check-in on nobody who is on the board.
    CheckInAlone,
    /// Ask when the worker looks again.
    When(Option<ConversationId>),
    /// The same among the ways to save, and then back to those.
    BeforeSaving,
    /// Ask for a day that is typed.
    WhichDay(ConversationId),
    /// The worker looks again on this day.
    On(Option<ConversationId>, NaiveDate),
    /// The worker looks again on the day these words name; `none` takes it out.
    Again(Option<ConversationId>, String),
    /// They are steady: ask how anybody knows.
    Why(ConversationId),
    /// They are steady, and how anybody knows, if anything is typed; `off` says they are not, after all.
    Steady(Option<ConversationId>, String),
}
