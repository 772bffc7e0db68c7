//! Conversations that belong to one crisis: the talk it began with, and every check-in on it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Met, Stands};
use crate::{
    conversation::{ConversationId, Moment, Tie},
    guide::Kind,
};

/// The talk a crisis began with, and every check-in on it, and on those.
#[derive(Debug)]
pub struct Thread<'a> {
    /// The talk it began with. It is not among the others where its record is gone.
    pub root: ConversationId,
    /// All that stand, in the order they ended. Never empty.
    pub met: Vec<&'a Met>,
}

impl Thread<'_> {
    /// The last contact there was.
    pub fn last(&self) -> Option<&Met> {
        self.met.last().copied()
    }

    /// Whether somebody is in crisis still: one of them is about a crisis, and it was not said to be steady.
    pub fn is_live(&self) -> bool {
        self.is_in_crisis() && self.steady_since().is_none()
    }

    /// When it was said to be steady, where that still holds: whoever spoke last of it said that it is, and no contact
    /// that began after that says when the worker looks again. Whoever is to be looked at again is let go of by nobody.
    pub fn steady_since(&self) -> Option<Moment> {
        let said = self.met.iter().filter_map(|met| met.steady);
        let (on, _) = said
            .max_by_key(|(on, is)| (*on, !is))
            .filter(|(_, is)| *is)?;
        // Records know the time to the second.
        let is_later = |met: &&Met| met.started.timestamp() > on.timestamp();
        let looks_again = self.met.iter().any(|met| met.again && is_later(met));
        (self.is_in_crisis() && !looks_again).then_some(on)
    }

    fn is_in_crisis(&self) -> bool {
        self.met.iter().any(|met| met.kind == Kind::Crisis)
    }
}

/// The crises there are records or conversations of, each with its check-ins. What is void is in none.
pub fn threads(met: &[Met]) -> Vec<Thread<'_>> {
    let above = above(met);
    let checked: HashSet<&ConversationId> = above.values().copied().collect();
    // The talk a check-in is on may have moved to another kind since.
    let is_of_one = |met: &&Met| {
        let is_linked = above.contains_key(&met.id) || checked.contains(&met.id);
        met.stands != Stands::Void && (met.kind == Kind::Crisis || is_linked)
    };
    let mut threads: BTreeMap<&ConversationId, Vec<&Met>> = BTreeMap::new();
    for met in met.iter().filter(is_of_one) {
        threads.entry(root(&met.id, &above)).or_default().push(met);
    }
    let mut gathered = Vec::with_capacity(threads.len());
    for (root, mut met) in threads {
        met.sort_by_key(|met| (met.ended, &met.id));
        gathered.push(Thread {
            root: root.clone(),
            met,
        });
    }
    gathered
}

/// What each check-in is on. Either side may say so: the program may have been stopped between writing the two.
fn above(met: &[Met]) -> HashMap<&ConversationId, &ConversationId> {
    let mut above = HashMap::new();
    let links = || {
        met.iter()
            .flat_map(|met| met.links.iter().map(move |link| (met, link)))
    };
    for (met, link) in links().filter(|(_, link)| link.tie == Tie::CheckInOn) {
        above.entry(&met.id).or_insert(&link.to);
    }
    for (met, link) in links().filter(|(_, link)| link.tie == Tie::CheckedBy) {
        above.entry(&link.to).or_insert(&met.id);
    }
    above
}

/// Up to the first. Files are edited by hand: where they lead round in a circle, the first by name is as good as any.
fn root<'a>(
    id: &'a ConversationId,
    above: &HashMap<&'a ConversationId, &'a ConversationId>,
) -> &'a ConversationId {
    let mut seen = HashSet::from([id]);
    let mut here = id;
    while let Some(next) = above.get(here) {
        if !seen.insert(next) {
            return circle(next, above);
        }
        here = next;
    }
    here
}

fn circle<'a>(
    id: &'a ConversationId,
    above: &HashMap<&'a ConversationId, &'a ConversationId>,
) -> &'a ConversationId {
    let (mut first, mut here) = (id, id);
    while let Some(next) = above.get(here).filter(|next| **next != id) {
        first = first.min(next);
        here = next;
    }
    first
}

/// The first check-in that began once this one had ended, and is kept: looking again is what it was. Records know the
/// time to the second.
pub fn checked_since<'a>(thread: &Thread<'a>, since: &Met) -> Option<&'a Met> {
    let is_check_in = |met: &&Met| {
        let is_later = met.started.timestamp() >= since.ended.timestamp();
        let is_on_one = met.links.iter().any(|link| link.tie == Tie::CheckInOn);
        !met.is_open() && met.id != since.id && is_later && is_on_one
    };
    let check_ins = thread.met.iter().copied().filter(is_check_in);
    check_ins.min_by_key(|met| (met.started, &met.id))
}
