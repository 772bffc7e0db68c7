//! A talk with somebody who answers from the card, as a conversation.

use super::{Scenario, parts};
use crate::guide::Guide;

/// The guide of such a talk.
pub fn guide(scenario: &Scenario) -> Guide {
    let said = parts::topic("said", "Said", vec![]);
    parts::guide("alone", scenario.kind, &scenario.title, vec![said])
}
