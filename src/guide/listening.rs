//! The topic every conversation starts in. No guide has to write it; any guide may write its own.

use super::{Topic, TopicId};

/// "Just listening".
pub fn just_listening() -> Topic {
    Topic {
        id: TopicId::new(TopicId::JUST_LISTENING),
        title: "Just listening".to_owned(),
        why: "The person leads. Nothing to find yet.".to_owned(),
        ask: lines(&[
            "What's been happening?",
            "Start wherever you like.",
            "And what's behind that?",
        ]),
        gentler: Vec::new(),
        listen_for: lines(&[
            "the words they choose themselves",
            "what they come back to",
            "what they say last, on the way out",
        ]),
        follow: Vec::new(),
        pause: "Let them finish the thought.".to_owned(),
        write: String::new(),
        section: None,
        names_person: false,
    }
}

/// Puts just listening first: the guide's own, or ours.
pub(super) fn lead(topics: &mut Vec<Topic>) {
    let own = topics
        .iter()
        .position(|topic| topic.id.as_str() == TopicId::JUST_LISTENING);
    let first = match own {
        Some(at) => topics.remove(at),
        None => just_listening(),
    };
    topics.insert(0, first);
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
