//! The observer's part: what is counted, who is talking, and words that were caught.

use super::{Scenario, parts};
use crate::guide::Guide;

/// The guide beside the observer.
pub fn guide(scenario: &Scenario) -> Guide {
    let heard = parts::topic("heard", "Heard", vec![]);
    parts::guide("observer", scenario.kind, &scenario.title, vec![heard])
}
