//! What can be asked where there is more than one person in the talk.

use super::{Desk, Tick};
use crate::{
    conversation::{Change, ConversationId, Event, Facts, Link, Tie},
    guide::GuideId,
};

/// Something about who is in the talk, and whose words are whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Together {
    /// Say whose words a note is; `None` is the person's.
    Whose(Option<String>),
    /// Keep a note as one side of a disagreement; again puts it back.
    Disagree,
    /// Leave the family alone: hide everything, note nothing.
    FamilyTime,
    /// Put this down and begin the carer's own conversation, of this name where one is given.
    CarersOwn(Option<String>),
}

impl Desk {
    /// Puts down the conversation in hand, which stays open, and begins the own conversation of whoever cares for its
    /// person. Each names the other by its id alone; nothing else goes from one to the other but the carer's name.
    pub fn begin_carers_own(&mut self, guide: &GuideId, name: Option<String>, tick: Tick) {
        let Some(guide) = self.shelf.guide(guide) else {
            return;
        };
        let id = self.free_id(|dice| ConversationId::new(tick.now, guide.kind, dice), tick);
        let beside = self.talk().filter(|talk| !talk.is_blank());
        let own = beside.map(|talk| Link {
            to: talk.id.clone(),
            tie: Tie::CarerOf,
        });
        if let Some(own) = &own {
            self.know(tick, |facts| facts.links.push(own.turned(&id)));
        }
        self.put_down(tick);
        self.begin_as(id, self.began(guide), tick);
        self.know(tick, |facts| {
            facts.person = name;
            facts.links.extend(own);
        });
    }

    /// Changes what is known of the conversation in hand, in one step.
    fn know(&mut self, tick: Tick, change: impl FnOnce(&mut Facts)) {
        let Some(from) = self.talk().map(|talk| talk.facts.clone()) else {
            return;
        };
        let mut to = from.clone();
        change(&mut to);
        if to != from {
            let known = Change::Facts {
                from: Box::new(from),
                to: Box::new(to),
            };
            let did = Event::Did {
                join: false,
                changes: vec![known],
            };
            self.keep(did, tick.now);
        }
    }
}
