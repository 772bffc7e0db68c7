//! One conversation, finished or open, in what its header says: enough to find it again by, and none of its words.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Conversation, ConversationId, Link, Moment, Side},
    guide::Kind,
    line::Outcome,
    record::{self, Front, Status, StepState},
};

/// One conversation, finished or open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// Its name, and its record's.
    pub id: ConversationId,
    /// Whether it is open, or how its record stands.
    pub stands: Stands,
    /// The kind it is now.
    pub kind: Kind,
    /// The guide it began with: `check-in`.
    pub guide: String,
    /// Who it is about: `Joan M`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// How they like to be contacted, and what helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The worker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When it began.
    pub started: Moment,
    /// When it ended; when the last thing happened in it, while it is open.
    pub ended: Moment,
    /// The conversations it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Nothing of it may be sent to where the person lives.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_copy_home: bool,
    /// What was last said of whether it is steady: when, and whether it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steady: Option<(Moment, bool)>,
    /// It says when the worker looks again, whether or not that was kept since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// How many words its record holds; 0 while it is open, and where only its header was read.
    #[serde(default)]
    pub words: usize,
}

/// Whether a conversation is open, or how its record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// Not finished yet.
    Open,
    /// Its record is kept as it was finished.
    Finished,
    /// Its record is kept, and was added to.
    Amended,
    /// Its record is kept, and no longer stands.
    Void,
}

impl Met {
    /// What the header of a finished record says. `None` of a role-play: nobody was met in it.
    pub fn in_record(front: &Front) -> Option<Self> {
        let stands = match front.status {
            _ if front.is_void() => Stands::Void,
            Status::Amended => Stands::Amended,
            Status::Final | Status::Draft => Stands::Finished,
        };
        (front.id.side() == Side::Life).then(|| Self {
            id: front.id.clone(),
            stands,
            kind: front.kind_now(),
            guide: guide_alone(&front.guide),
            person: front.person.clone(),
            contact: front.contact.clone(),
            by: front.by.clone(),
            started: front.started,
            ended: front.ended,
            links: front.linked.clone(),
            no_copy_home: front.no_copy_home,
            steady: front.steady.as_ref().map(|said| (said.on, said.is)),
            again: {
                let mut steps = front.next_steps.iter();
                steps.any(|step| step.again && step.state != StepState::Dropped)
            },
            words: 0,
        })
    }

    /// What is known of an open conversation. `None` of a role-play.
    pub fn in_conversation(talk: &Conversation) -> Option<Self> {
        let is_life = talk.practice.is_none() && talk.id.side() == Side::Life;
        let line = |fact: &Option<String>| {
            let line = record::inert::on_one_line(fact.as_deref()?);
            (!line.is_empty()).then_some(line)
        };
        is_life.then(|| Self {
            id: talk.id.clone(),
            stands: Stands::Open,
            kind: talk.kind(),
            guide: talk.talks[0].guide.id.as_str().to_owned(),
            person: line(&talk.facts.person),
            contact: line(&talk.facts.contact),
            by: line(&talk.facts.by),
            started: talk.started,
            ended: talk.last,
            links: talk.facts.links.clone(),
            no_copy_home: talk.facts.no_copy_home,
            steady: talk.facts.steady.as_ref().map(|said| (said.on, !said.not)),
            again: {
                let mut steps = talk.notes.iter().filter_map(|note| note.step.as_ref());
                steps.any(|step| step.again && step.outcome != Outcome::Dropped)
            },
            words: 0,
        })
    }

    /// Whether it is not finished yet.
    pub fn is_open(&self) -> bool {
        self.stands == Stands::Open
    }
}

/// `check-in` of `check-in 2026.1`.
fn guide_alone(guide: &str) -> String {
    let alone = guide.split(' ').next().unwrap_or_default();
    alone.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conversation::{Facts, Tie},
        guide::Shelf,
    };

    fn id(text: &str) -> ConversationId {
        ConversationId::read(text).expect("an id")
    }

    #[test]
    fn a_record_and_the_conversation_it_was_say_the_same() {
        let at = "2026-03-10T14:20:00+00:00".parse().expect("a time");
        let guide = Shelf::new(vec![]).guide(&Kind::Crisis.main_guide());
        let id_of_it = id("2026-03-10-1420-crisis-7k3f");
        let mut talk = Conversation::begin(id_of_it, guide.expect("ours"), None, at);
        talk.facts = Facts {
            person: Some("Joan M".to_owned()),
            contact: Some("Ring the landline.\nHears better on the left.".to_owned()),
            by: Some("Priya N".to_owned()),
            no_copy_home: true,
            links: vec![Link {
                to: id("2026-03-06-1420-crisis-aaaa"),
                tie: Tie::CheckInOn,
            }],
            ..Facts::default()
        };
        let open = Met::in_conversation(&talk).expect("of life");
        let kept = record::markdown(&record::Record::from_conversation(&talk, talk.last));
        let front = record::read_front(&kept).expect("ours");
        let kept = Met::in_record(&front).expect("of life");
        let finished = Met {
            stands: Stands::Finished,
            ..open
        };
        assert_eq!(kept, finished);
    }
}
