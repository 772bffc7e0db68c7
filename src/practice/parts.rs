//! The parts of a role-play as conversations: what each journal says of itself, and the guide beside it.
//!
//! A part is an ordinary conversation with a guide of its own making, so that everything typed in it is as safe as in
//! life. The listener has the guide her scenario names; the observer's guide has a topic for each thing that is counted,
//! the debrief's one for each question.

use super::{Actor, Scenario};
use crate::{
    conversation::{Part, Practised},
    guide::{Guide, GuideId, Kind, Section, SectionId, Topic, TopicId},
};

/// What every guide of a part is versioned as: they are made anew each time.
const VERSION: &str = "practice";

impl Scenario {
    /// What the journal of this part says of itself.
    pub fn practised(&self, part: Part) -> Practised {
        Practised {
            not_real: crate::conversation::practised::NotReal,
            scenario: self.id.as_str().to_owned(),
            title: self.title.clone(),
            part,
            again: None,
        }
    }

    /// The actor with this number, the first being 0.
    pub fn actor(&self, number: usize) -> Option<&Actor> {
        self.actors.get(number)
    }
}

/// A guide for a part that has none: these topics, and one heading for all of them. Never without a topic.
pub(super) fn guide(id: &str, kind: Kind, title: &str, topics: Vec<Topic>) -> Guide {
    Guide {
        id: GuideId::new(id),
        kind,
        title: title.to_owned(),
        version: VERSION.to_owned(),
        language: "en-GB".to_owned(),
        purpose: String::new(),
        record_title: title.to_owned(),
        a_line_each: false,
        topics,
        sections: vec![Section {
            id: SectionId::new("all"),
            heading: title.to_owned(),
            takes: vec![],
        }],
    }
}

/// A topic with a title, and what may be asked.
pub(super) fn topic(id: &str, title: &str, ask: Vec<String>) -> Topic {
    Topic {
        id: TopicId::new(id),
        title: title.to_owned(),
        why: String::new(),
        ask,
        gentler: vec![],
        listen_for: vec![],
        follow: vec![],
        pause: String::new(),
        write: String::new(),
        section: None,
        names_person: false,
    }
}
