//! Who and what was counted in each quarter: what several teams put together so that nobody counts twice.

use super::period::Period;
use crate::{conversation::ConversationId, guide::Kind};

/// Somebody who had a conversation in a quarter. Nobody is in a quarter twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonSeen<'a> {
    /// Their name as it is compared: see [`key`](crate::people::known::key).
    pub key: &'a str,
    /// The quarter of the year, whole. Only what of it is in the report's period was counted.
    pub quarter: Period,
    /// The kind of their last conversation of the quarter in the period, as it was when it ended.
    pub kind: Kind,
}

/// A conversation that was counted, in its quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConversationSeen<'a> {
    /// Its name.
    pub id: &'a ConversationId,
    /// The quarter of the year, whole.
    pub quarter: Period,
    /// The kind it was when it ended.
    pub kind: Kind,
}
