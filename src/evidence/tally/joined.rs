//! Conversations that check-ins join, as whoever tells what belongs to one crisis knows them; and the days to look
//! again that were kept by one.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Others, Talk};
use crate::{
    conversation::{ConversationId, Moment, Tie},
    evidence::row::Promised,
    guide::Kind,
    people::{Met, Stands, checked_since, threads},
    record::StepState,
};

/// Those that may belong to a crisis of one of `from`, in the order they began: of `talks`, those that are about one or
/// that a check-in joins to one of these, and of others, those that are joined. A talk in which one began may have moved
/// to another kind since: then only a link leads to it.
pub fn met<'a>(
    talks: impl Iterator<Item = &'a Talk> + Clone,
    others: &'a Others,
    from: impl Fn(&Talk) -> bool,
) -> Vec<Met> {
    let joined = joined(talks.clone(), others, from);
    let of_talks = talks
        .filter(|talk| talk.kind == Kind::Crisis || joined.contains(talk.id.as_str()))
        .map(|talk| Met {
            ended: talk.ended,
            links: talk.links.to_vec(),
            steady: talk.steady,
            again: talk.again,
            ..bare(talk.id.clone(), talk.started, talk.kind)
        });
    let of_others = others.iter().filter(|other| joined.contains(other.id()));
    let of_others = of_others.filter_map(|other| {
        let id = ConversationId::read(other.id())?;
        Some(Met {
            ended: other.ended(),
            links: other.links(),
            steady: other.steady(),
            again: other.again(),
            ..bare(id, other.started(), other.kind())
        })
    });
    let mut met: Vec<Met> = of_talks.chain(of_others).collect();
    met.sort_unstable_by(|one, other| (one.started, &one.id).cmp(&(other.started, &other.id)));
    met
}

/// The names of all that check-ins join to one of these, whichever side says so.
fn joined<'a>(
    talks: impl Iterator<Item = &'a Talk> + Clone,
    others: &'a Others,
    from: impl Fn(&Talk) -> bool,
) -> HashSet<&'a str> {
    let links = talks.clone().flat_map(|talk| {
        let links = talk.links.iter();
        links.map(|link| (talk.id.as_str(), link.to.as_str(), link.tie))
    });
    let ties = links.chain(others.links());
    let ties = ties.filter(|(_, _, tie)| matches!(tie, Tie::CheckInOn | Tie::CheckedBy));
    let mut ties: Vec<(&str, &str)> = ties
        .flat_map(|(one, other, _)| [(one, other), (other, one)])
        .collect();
    ties.sort_unstable();
    let of = |id: &str| {
        let first = ties.partition_point(|(from, _)| *from < id);
        let first = &ties[first..];
        &first[..first.partition_point(|(from, _)| *from == id)]
    };
    let from = talks.filter(|talk| from(talk)).map(|talk| talk.id.as_str());
    let mut next: Vec<&str> = from.filter(|id| !of(id).is_empty()).collect();
    let mut joined: HashSet<&str> = next.iter().copied().collect();
    while let Some(id) = next.pop() {
        next.extend(
            of(id)
                .iter()
                .map(|(_, to)| *to)
                .filter(|to| joined.insert(to)),
        );
    }
    joined
}

/// What of a conversation no crisis is told by is left out.
fn bare(id: ConversationId, started: Moment, kind: Kind) -> Met {
    Met {
        id,
        stands: Stands::Finished,
        kind,
        guide: String::new(),
        person: None,
        contact: None,
        by: None,
        started,
        ended: started,
        links: vec![],
        no_copy_home: false,
        steady: None,
        again: false,
        words: 0,
    }
}

/// The days on which somebody looked again, by the conversation that says when they would, where its record was not
/// told of it: the program may have been stopped before it could be, and figures are the same before and after it is.
#[derive(Debug, Default)]
pub struct Looked(HashMap<ConversationId, NaiveDate>);

impl Looked {
    /// Those of these conversations; `others` are the rest that count.
    pub fn of<'a>(talks: impl Iterator<Item = &'a Talk> + Clone, others: &'a Others) -> Self {
        let is_to_look = |talk: &Talk| talk.noted.steps.iter().any(is_to_come);
        let looking: HashSet<&ConversationId> = talks
            .clone()
            .filter(|talk| is_to_look(talk))
            .map(|talk| &talk.id)
            .collect();
        if looking.is_empty() {
            return Self::default();
        }
        let met = met(talks, others, is_to_look);
        let threads = threads(&met);
        let each = threads.iter().flat_map(|thread| {
            let looking = thread.met.iter().filter(|met| looking.contains(&met.id));
            looking.filter_map(|met| {
                let check_in = checked_since(thread, met)?;
                Some((met.id.clone(), check_in.started.date_naive()))
            })
        });
        Self(each.collect())
    }

    /// A promise of a conversation as its record will have it once it is told.
    pub fn step(&self, talk: &Talk, step: Promised) -> Promised {
        let looked = self.0.get(&talk.id).filter(|_| is_to_come(&step));
        looked.map_or(step, |day| Promised {
            state: StepState::Done,
            settled: Some(*day),
            ..step
        })
    }
}

fn is_to_come(step: &Promised) -> bool {
    step.again && !matches!(step.state, StepState::Done | StepState::Dropped)
}
