//! Many rows become a report. Rows come in any order and from several readers at once; no more of each is kept than
//! what its figures need, so that a hundred thousand take little room.

mod talk;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use talk::Names;
pub(super) use talk::{Noted, Talk};

use super::{
    baseline::{Baseline, Before, BeforeAmount},
    compare::Share,
    kept::Kept,
    measures::{self, Ground},
    period::Period,
    report::{Count, Counted, Measure, NowAmount, Report},
    row::Row,
    said,
    seen::{ConversationSeen, PersonSeen},
};

/// Rows as they come in.
#[derive(Debug, Clone)]
pub struct Tally {
    period: Period,
    today: NaiveDate,
    names: Names,
    /// Those that count, of any day: what came before and what came after say who came back.
    talks: Vec<Talk>,
    /// Those held the old way, of any day.
    old_way: Vec<Talk>,
    /// How many of the period no longer stand.
    voided: usize,
}

impl Tally {
    /// Nothing counted yet, for the report of these days on this day.
    pub fn new(period: Period, today: NaiveDate) -> Self {
        Self {
            period,
            today,
            names: Names::default(),
            talks: vec![],
            old_way: vec![],
            voided: 0,
        }
    }

    /// One more record.
    pub fn take(&mut self, row: &Row) {
        let is_in_period = self.period.holds(row.day());
        if row.void {
            self.voided += usize::from(is_in_period);
            return;
        }
        match &row.old_way {
            Some(_) => self.old_way.push(Talk::whole(row, &mut self.names)),
            None if is_in_period => self.talks.push(Talk::whole(row, &mut self.names)),
            None => self.talks.push(Talk::outside(row, &mut self.names)),
        }
    }

    /// What another reader counted of the same days.
    pub fn merge(&mut self, other: Self) {
        self.names.merge(other.names);
        self.talks.extend(other.talks);
        self.old_way.extend(other.old_way);
        self.voided += other.voided;
    }

    /// Everybody who had a conversation in the period, once for each quarter, by name and then by quarter.
    pub fn people(&self) -> impl Iterator<Item = PersonSeen<'_>> {
        let mut last = BTreeMap::new();
        for talk in self.in_period() {
            if let Some(key) = talk.person() {
                last.insert((key, Period::quarter_of(talk.day())), talk.kind);
            }
        }
        let seen = last.into_iter();
        seen.map(|((key, quarter), kind)| PersonSeen { key, quarter, kind })
    }

    /// Every conversation of the period, in the order they began.
    pub fn conversations(&self) -> impl Iterator<Item = ConversationSeen<'_>> {
        let talks = self.in_period().into_iter();
        talks.map(|talk| ConversationSeen {
            id: &talk.id,
            quarter: Period::quarter_of(talk.day()),
            kind: talk.kind,
        })
    }

    /// What conversations held the old way come to, by the same rules: one baseline for each name, in their order.
    pub fn baselines(&self) -> Vec<Baseline> {
        let mut named: BTreeMap<&str, Vec<&Talk>> = BTreeMap::new();
        for talk in &self.old_way {
            named.entry(talk.baseline()).or_default().push(talk);
        }
        let baselines = named.into_iter();
        baselines
            .filter_map(|(name, talks)| self.baseline(name, talks))
            .collect()
    }

    fn baseline(&self, name: &str, talks: Vec<&Talk>) -> Option<Baseline> {
        let days = || talks.iter().map(|talk| talk.day());
        let period = Period::new(days().min()?, days().max()?)?;
        let counted_by = said::counted_from(talks.len());
        let ground = Ground::new(period, self.today, talks);
        let measures = measures::all(&ground, &Kept::default());
        Some(Baseline {
            name: said::old_way(name),
            period,
            counted_by,
            is_returned: false,
            read_with_care: None,
            figures: measures.into_iter().flat_map(before).collect(),
        })
    }

    /// What it adds up to, with what is kept beside the records.
    pub fn report(&self, kept: &Kept) -> Report {
        let ground = Ground::new(self.period, self.today, self.talks.iter().collect());
        let stories = kept.stories.iter();
        let stories = stories.filter(|story| story.may_be_shown(self.today));
        Report {
            period: self.period,
            counted: self.counted(&ground),
            measures: measures::all(&ground, kept),
            stories: stories.cloned().collect(),
            troubles: kept.troubles.clone(),
        }
    }

    fn counted(&self, ground: &Ground<'_>) -> Counted {
        let held = ground.held.iter();
        let unnamed = held.filter(|held| held.talk.person().is_none());
        let old_way = self.old_way.iter();
        let old_way = old_way.filter(|talk| self.period.holds(talk.day()));
        Counted {
            conversations: Count::Is(ground.held.len()),
            people: Count::Is(ground.people.len()),
            unnamed: Count::Is(unnamed.count()),
            voided: Count::Is(self.voided),
            old_way: Count::Is(old_way.count()),
            of_any_day: ground.all.len(),
            ..Counted::default()
        }
    }

    /// The conversations of the period, in the order they began.
    fn in_period(&self) -> Vec<&Talk> {
        let talks = self.talks.iter();
        let mut talks: Vec<&Talk> = talks.filter(|talk| self.period.holds(talk.day())).collect();
        talks.sort_unstable_by_key(|talk| talk.order());
        talks
    }
}

/// The figures of a measure that have anything in them, as they were.
fn before(measure: Measure) -> impl Iterator<Item = Before> {
    measure.figures.into_iter().filter_map(|now| {
        let amount = match now.amount {
            NowAmount::Share { count, of, .. } => {
                let share = Share::new(count.known()?, of.known()?)?;
                (share.of() > 0).then_some(BeforeAmount::Share(share))
            }
            NowAmount::Values { values, .. } => {
                (!values.is_empty()).then_some(BeforeAmount::Values(values))
            }
        };
        Some(Before {
            figure: now.figure,
            definition: said::counted(now.figure).to_owned(),
            amount: amount?,
        })
    })
}
