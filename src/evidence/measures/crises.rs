//! Contacts and days until somebody in crisis was steady. What belongs to one crisis is told as the board tells it.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    Ground,
    tables::{band, share, table, values},
};
use crate::{
    conversation::{ConversationId, Moment, Tie},
    evidence::{
        measure::{Figure, MeasureId, Unit},
        report::{Known, Measure, Members, Population},
        said::groups,
    },
    guide::Kind,
    people::{Met, Stands, Thread, threads},
};

const ID: MeasureId = MeasureId::Crises;
const OF: Population = Population::Crises;

/// Crises that began in the period, whether they are steady, and what it took until then.
pub fn crises(ground: &Ground<'_>) -> Measure {
    let met = met(ground);
    let crises: Vec<(u32, Crisis)> = (0..).zip(begun(&met, ground)).collect();
    let steady = || {
        let crises = crises.iter();
        crises.filter_map(|(number, crisis)| Some((*number, crisis.steady.as_ref()?)))
    };
    let days = || steady().map(|(number, steady)| (number, steady.days));
    let placed = crises
        .iter()
        .map(|(number, crisis)| (*number, usize::from(crisis.steady.is_none())));
    let (until, days_until) = values(
        Figure::DaysToSteady,
        Unit::Days,
        OF,
        days().map(|(number, days)| (number, days as f64)).collect(),
    );
    let contacts = steady().map(|(number, steady)| (number, steady.contacts as f64));
    let contacts = contacts.collect();
    let (met_until, contacts) = values(Figure::ContactsToSteady, Unit::Contacts, OF, contacts);
    let all: Members = crises.iter().map(|(number, _)| *number).collect();
    Measure {
        tables: vec![
            table(ID, "steady", OF, groups::STEADY, placed),
            table(
                ID,
                "days",
                OF,
                groups::STEADY_DAYS,
                days().map(|(number, days)| (number, band(days, [1, 4, 8]))),
            ),
        ],
        figures: vec![
            share(Figure::Steady, OF, until.members.clone(), all),
            days_until,
            contacts,
        ],
        spreads: vec![until, met_until],
        ..Measure::new(ID)
    }
}

/// What each crisis that began in the period is known by: its first conversation.
pub(super) fn known(ground: &Ground<'_>) -> Vec<Known> {
    let met = met(ground);
    let begun = begun(&met, ground);
    begun
        .map(|crisis| Known::by(crisis.began.1.as_str()))
        .collect()
}

/// A crisis that began in the period.
struct Crisis {
    began: (Moment, ConversationId),
    steady: Option<Steady>,
}

/// How it came to be steady.
struct Steady {
    days: i64,
    contacts: usize,
}

/// The crises that began in the period, in the order they began.
fn begun(met: &[Met], ground: &Ground<'_>) -> impl Iterator<Item = Crisis> {
    let crises = threads(met);
    let mut crises: Vec<Crisis> = crises.iter().filter_map(Crisis::of).collect();
    crises.retain(|crisis| ground.period.holds(crisis.day()));
    crises.sort_unstable_by(|one, other| one.began.cmp(&other.began));
    crises.into_iter()
}

impl Crisis {
    fn of(thread: &Thread<'_>) -> Option<Self> {
        let first = thread.met.iter().min_by_key(|met| (met.started, &met.id))?;
        let steady = thread.steady_since().map(|on| Steady {
            days: (on.date_naive() - first.started.date_naive())
                .num_days()
                .max(0),
            contacts: thread.met.iter().filter(|met| met.started <= on).count(),
        });
        Some(Self {
            began: (first.started, first.id.clone()),
            steady,
        })
    }

    fn day(&self) -> NaiveDate {
        self.began.0.date_naive()
    }
}

/// Those that may belong to a crisis of the period, as whoever tells what does knows them. A talk in which one began may
/// have moved to another kind since: then only a link leads to it.
fn met(ground: &Ground<'_>) -> Vec<Met> {
    let joined = joined(ground);
    let held = ground.held.iter().map(|held| held.talk);
    let held = held.filter(|talk| talk.kind == Kind::Crisis || joined.contains(talk.id.as_str()));
    let held = held.map(|talk| Met {
        ended: talk.ended,
        links: talk.links.to_vec(),
        steady: talk.steady,
        again: talk.again,
        ..bare(talk.id.clone(), talk.started, talk.kind)
    });
    let others = ground.others.iter();
    let others = others.filter(|other| joined.contains(other.id()));
    let others = others.filter_map(|other| {
        let id = ConversationId::read(other.id())?;
        Some(Met {
            ended: other.ended(),
            links: other.links(),
            steady: other.steady(),
            again: other.again(),
            ..bare(id, other.started(), other.kind())
        })
    });
    let mut met: Vec<Met> = held.chain(others).collect();
    met.sort_unstable_by(|one, other| (one.started, &one.id).cmp(&(other.started, &other.id)));
    met
}

/// The names of all that check-ins join to a conversation of the period, whichever side says so.
fn joined<'g>(ground: &'g Ground<'_>) -> HashSet<&'g str> {
    let held = ground.held.iter().map(|held| held.talk);
    let held = held.flat_map(|talk| {
        let links = talk.links.iter();
        links.map(|link| (talk.id.as_str(), link.to.as_str(), link.tie))
    });
    let ties = held.chain(ground.others.links());
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
    let held = ground.held.iter().map(|held| held.talk.id.as_str());
    let mut next: Vec<&str> = held.filter(|id| !of(id).is_empty()).collect();
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
