//! Many rows become a report. Rows come in any order and from several readers at once; no more of each is kept than
//! what its figures need, so that a hundred thousand take little room.

use chrono::NaiveDate;

use super::{
    baseline::Baseline,
    kept::Kept,
    measure::MeasureId,
    period::Period,
    report::{Counted, Measure, Report},
    row::Row,
    seen::{ConversationSeen, PersonSeen},
};

/// Rows as they come in.
#[derive(Debug, Clone)]
pub struct Tally {
    period: Period,
    today: NaiveDate,
}

impl Tally {
    /// Nothing counted yet, for the report of these days on this day.
    pub fn new(period: Period, today: NaiveDate) -> Self {
        Self { period, today }
    }

    /// One more record.
    pub fn take(&mut self, row: &Row) {
        let _ = (row, self.today);
    }

    /// What another reader counted.
    pub fn merge(&mut self, other: Self) {
        let _ = other;
    }

    /// Everybody who had a conversation in the period, once for each quarter, by name.
    pub fn people(&self) -> impl Iterator<Item = PersonSeen<'_>> {
        std::iter::empty()
    }

    /// Every conversation of the period, in the order they began.
    pub fn conversations(&self) -> impl Iterator<Item = ConversationSeen<'_>> {
        std::iter::empty()
    }

    /// What conversations held the old way come to, by the same rules: one baseline for each name, in their order.
    pub fn baselines(&self) -> Vec<Baseline> {
        vec![]
    }

    /// What it adds up to, with what is kept beside the records.
    pub fn report(&self, kept: &Kept) -> Report {
        let stories = kept
            .stories
            .iter()
            .filter(|story| story.may_be_shown(self.today));
        Report {
            period: self.period,
            counted: Counted::default(),
            measures: MeasureId::ALL.map(Measure::new).to_vec(),
            stories: stories.cloned().collect(),
            troubles: kept.troubles.clone(),
        }
    }
}
