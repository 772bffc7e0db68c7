//! Many rows become a report. Rows come in any order and from several readers at once; no more of each is kept than
//! what its figures need, so that a hundred thousand take little room.

mod joined;
mod names;
mod others;
mod talk;
mod talks;
#[cfg(test)]
pub(super) mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub(super) use joined::{Looked, met};
pub(super) use names::{Names, Number};
pub(super) use others::Others;
pub(super) use talk::{Noted, Talk};

use talks::Talks;

use super::{
    baseline::{Baseline, Before, BeforeAmount},
    compare::Share,
    kept::Kept,
    measures::{self, Ground},
    period::Period,
    report::{Count, Counted, Measure, Members, Now, NowAmount, Population, Report, WhoBefore},
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
    /// Those of the period that count.
    talks: Talks,
    /// Those of other days: what came before and what came after say who came back.
    others: Others,
    /// Those held the old way, of any day.
    old_way: Talks,
    /// How many of the period no longer stand.
    voided: usize,
    /// How many count, of any day.
    counting: usize,
}

impl Tally {
    /// Nothing counted yet, for the report of these days on this day.
    pub fn new(period: Period, today: NaiveDate) -> Self {
        Self {
            period,
            today,
            names: Names::default(),
            talks: Talks::default(),
            others: Others::default(),
            old_way: Talks::default(),
            voided: 0,
            counting: 0,
        }
    }

    /// One more record.
    pub fn take(&mut self, row: &Row) {
        let is_in_period = self.period.holds(row.day());
        if row.void {
            self.voided += usize::from(is_in_period);
            return;
        }
        self.counting += usize::from(row.old_way.is_none());
        match &row.old_way {
            Some(_) => self.old_way.take(Talk::of(row, &mut self.names)),
            None if is_in_period => self.talks.take(Talk::of(row, &mut self.names)),
            None => self.others.take(row, &mut self.names),
        }
    }

    /// What another reader counted of the same days.
    pub fn merge(&mut self, other: Self) {
        let numbers = self.names.merge(other.names);
        self.others.merge(other.others, &numbers);
        self.talks.merge(other.talks);
        self.old_way.merge(other.old_way);
        self.voided += other.voided;
        self.counting += other.counting;
    }

    /// Everybody who had a conversation in the period, once for each quarter, by name and then by quarter.
    pub fn people(&self) -> impl Iterator<Item = PersonSeen<'_>> {
        let mut last = BTreeMap::new();
        for talk in self.talks.in_order() {
            if let Some(key) = talk.person() {
                last.insert((key, Period::quarter_of(talk.day())), talk.kind);
            }
        }
        let seen = last.into_iter();
        seen.map(|((key, quarter), kind)| PersonSeen { key, quarter, kind })
    }

    /// Every conversation of the period, in the order they began.
    pub fn conversations(&self) -> impl Iterator<Item = ConversationSeen<'_>> {
        let talks = self.talks.in_order().into_iter();
        talks.map(|talk| ConversationSeen {
            id: &talk.id,
            quarter: Period::quarter_of(talk.day()),
            kind: talk.kind,
        })
    }

    /// What conversations held the old way come to, by the same rules: one baseline for each name, in their order.
    pub fn baselines(&self) -> Vec<Baseline> {
        let mut from = 0;
        let looked = self.looked();
        let old_way = self.old_way.in_order();
        let named = old_way.chunk_by(|one, next| one.baseline() == next.baseline());
        named
            .filter_map(|talks| {
                let first = from;
                from += number(talks.len());
                self.baseline(talks, first, &looked)
            })
            .collect()
    }

    /// Of these, which count in the same one. `first` is the number of the first of them.
    fn baseline(&self, talks: &[&Talk], first: u32, looked: &Looked) -> Option<Baseline> {
        let name = talks.first()?.baseline();
        let days = || talks.iter().map(|talk| talk.day());
        let period = Period::new(days().min()?, days().max()?)?;
        let nobody = Others::default();
        let ground = Ground::new(
            period,
            self.today,
            talks.to_vec(),
            &nobody,
            looked,
            &self.names,
        );
        let measures = measures::all(&ground, &Kept::default());
        Some(Baseline {
            name: said::old_way(name),
            period,
            counted_by: said::COUNTED_FROM.to_owned(),
            is_returned: false,
            read_with_care: None,
            figures: measures
                .into_iter()
                .flat_map(|measure| before(measure, first))
                .collect(),
        })
    }

    /// What it adds up to, with what is kept beside the records.
    pub fn report(&self, kept: &Kept) -> Report {
        let looked = self.looked();
        let ground = Ground::new(
            self.period,
            self.today,
            self.talks.in_order(),
            &self.others,
            &looked,
            &self.names,
        );
        let stories = kept.stories.iter();
        let stories = stories.filter(|story| story.may_be_shown(self.today));
        Report {
            period: self.period,
            made: self.today,
            counted: self.counted(&ground),
            measures: measures::all(&ground, kept),
            stories: stories.cloned().collect(),
            troubles: kept.troubles.clone(),
        }
    }

    fn counted(&self, ground: &Ground<'_>) -> Counted {
        let held = ground.held.iter();
        let unnamed = held.filter(|held| held.talk.person().is_none());
        let nameless: Members = unnamed.map(|held| held.number).collect();
        let old_way = (0..).zip(self.old_way.in_order());
        let old_way = old_way.filter(|(_, talk)| self.period.holds(talk.day()));
        let held_old_way: Members = old_way.map(|(number, _)| number).collect();
        Counted {
            conversations: Count::Is(ground.held.len()),
            people: Count::Is(ground.people.len()),
            unnamed: Count::of(&nameless),
            nameless,
            voided: Count::Is(self.voided),
            old_way: Count::of(&held_old_way),
            held_old_way,
            of_any_day: self.counting,
            ..Counted::default()
        }
    }

    /// Who was looked at again. A check-in keeps that promise whichever way either was held.
    fn looked(&self) -> Looked {
        let talks = self.talks.in_order().into_iter();
        Looked::of(talks.chain(self.old_way.in_order()), &self.others)
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The figures of a measure that have anything in them, as they were. `first` is the number of the first conversation
/// among all that were held the old way.
fn before(measure: Measure, first: u32) -> impl Iterator<Item = Before> {
    measure.figures.into_iter().filter_map(move |now| {
        let who = who(&now, first);
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
            who: Some(who),
        })
    })
}

fn who(now: &Now, first: u32) -> WhoBefore {
    let numbered = |members: &Members| match now.of {
        Population::Conversations => members.iter().map(|member| member + first).collect(),
        _ => members.clone(),
    };
    let (members, others) = match &now.amount {
        NowAmount::Share {
            members, others, ..
        } => (numbered(members), numbered(others)),
        NowAmount::Values { members, .. } => (numbered(members), Members::new()),
    };
    WhoBefore {
        of: now.of,
        members,
        others,
    }
}
