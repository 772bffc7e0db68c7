//! Contacts and days until somebody in crisis was steady. What belongs to one crisis is told as the board tells it.

use chrono::NaiveDate;

use super::{
    Ground,
    tables::{band, share, table, values},
};
use crate::{
    conversation::{ConversationId, Moment},
    evidence::{
        measure::{Figure, MeasureId, Unit},
        report::{Measure, Members, Population},
        said::groups,
        tally::met,
    },
    people::{Met, Thread, threads},
};

const ID: MeasureId = MeasureId::Crises;
const OF: Population = Population::Crises;

/// Crises that began in the period, whether they are steady, and what it took until then.
pub fn crises(ground: &Ground<'_>) -> Measure {
    let held = ground.held.iter().map(|held| held.talk);
    let met = met(held, ground.others, |_| true);
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
                days().map(|(number, days)| (number, band(days, groups::STEADY_DAYS_BEGIN))),
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
