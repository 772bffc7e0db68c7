//! The debrief as a guide: a topic for each question, in the order it is asked.

use super::{Scenario, parts};
use crate::{conversation::Conversation, guide::Guide};

/// How the id of every debrief's guide begins.
const DEBRIEF: &str = "debrief";

/// The guide of a debrief.
pub fn guide(scenario: &Scenario) -> Guide {
    let feeling = parts::topic("feeling", "How did that feel?", vec![]);
    parts::guide(DEBRIEF, scenario.kind, &scenario.title, vec![feeling])
}

/// Whether the debrief of this role-play has begun.
pub fn is_on(talk: &Conversation) -> bool {
    talk.guide().id.as_str().starts_with(DEBRIEF)
}
