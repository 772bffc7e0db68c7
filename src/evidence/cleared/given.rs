//! What a report gave when it left: who was counted in each of its numbers, and what else it said.
//!
//! A later report of some of the same days is held against it, so that no small group can be worked out from the two. It
//! is kept as it was given: what is added to a record or taken back since opens no gap. Nobody's name is in it, but
//! whoever has the records can tell from it who was counted, so it stays with them.

mod written;

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::{
    package::Rows,
    period::Period,
    report::{Count, Known, KnownBy, Members, Population, Report},
};

/// What a report gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    period: Period,
    sets: BTreeMap<Population, Sets>,
    /// What else it said that counts: a line each.
    said: BTreeSet<String>,
    /// Which set a line of those is of, by its place; of older ones it is not known.
    whose: BTreeMap<String, (Population, usize)>,
    /// The rows it had, a quarter at a time, by what is made of them.
    rows: BTreeMap<String, Known>,
}

/// Who was counted, of one population.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sets {
    /// Everybody who was, by their number in the sets.
    pub(super) known: Vec<Known>,
    /// Those of each number that was said, each once.
    pub(super) sets: Vec<Members>,
}

/// Which of whom a number is of.
pub(super) type Whose = (Population, Members);

/// A middle or a sum that was given.
pub(super) struct Remembered<'a> {
    pub(super) days: Period,
    pub(super) value: &'a str,
    /// Whose it was, where that is known.
    pub(super) whose: Option<BTreeSet<Known>>,
}

/// How it is remembered that this was said of these days.
pub(super) fn line(days: Period, label: &str, value: &str) -> String {
    format!("{} {} {label}: {value}", days.from(), days.to())
}

impl Given {
    /// What is given by a report whose small numbers are hidden, while it still has its members.
    pub(super) fn of(
        report: &mut Report,
        rows: Option<&Rows>,
        known: &KnownBy,
        whose: BTreeMap<String, Whose>,
    ) -> Self {
        let mut sets: BTreeMap<Population, Vec<Members>> = BTreeMap::new();
        let mut take = |of: Population, count: Count, members: &Members| {
            let its = sets.entry(of).or_default();
            if count == Count::of(members) && !members.is_empty() && !its.contains(members) {
                its.push(members.clone());
            }
        };
        super::counts::each(&mut report.measures, &mut |of, count, members| {
            if count.known().is_some() {
                take(of, *count, &members());
            }
        });
        let counted = &report.counted;
        take(
            Population::Conversations,
            counted.unnamed,
            &counted.nameless,
        );
        let all = [
            (Population::Conversations, counted.conversations),
            (Population::People, counted.people),
        ];
        for (of, count) in all {
            let everybody = (0..).take(known.get(&of).map_or(0, Vec::len)).collect();
            take(of, count, &everybody);
            for class in rows.map(|rows| rows.classes_of(of)).unwrap_or_default() {
                take(of, Count::of(&class), &class);
            }
        }
        sets.remove(&Population::Elsewhere);
        let place = |(line, (of, members)): (String, Whose)| {
            let place = sets.get(&of)?.iter().position(|set| *set == members)?;
            Some((line, (of, place)))
        };
        let whose = whose.into_iter().filter_map(place).collect();
        let named = |(of, sets)| {
            (
                of,
                Sets::of(sets, known.get(&of).map_or(&[], Vec::as_slice)),
            )
        };
        Self {
            period: report.period,
            sets: sets.into_iter().map(named).collect(),
            said: BTreeSet::new(),
            whose,
            rows: rows.map(|rows| rows.known_by(known)).unwrap_or_default(),
        }
    }

    /// With these lines, which it says as well.
    pub(super) fn saying(self, said: BTreeSet<String>) -> Self {
        let mut whose = self.whose;
        whose.retain(|line, _| said.contains(line));
        Self {
            said,
            whose,
            ..self
        }
    }

    /// The days it is about.
    pub fn period(&self) -> Period {
        self.period
    }

    /// Who was counted in the numbers of a population.
    pub(super) fn sets(&self, of: Population) -> Option<&Sets> {
        self.sets.get(&of)
    }

    /// Whether it said just this.
    pub(super) fn said(&self, line: &str) -> bool {
        self.said.contains(line)
    }

    /// Whether it said anything that begins so.
    pub(super) fn said_any(&self, begins: &str) -> bool {
        let mut from = self.said.range(begins.to_owned()..);
        from.next().is_some_and(|line| line.starts_with(begins))
    }

    /// What it said of this, and of whom.
    pub(super) fn remembers(&self, label: &str) -> Option<Remembered<'_>> {
        let begins = line(self.period, label, "");
        let mut from = self.said.range(begins.clone()..);
        let line = from.next().filter(|line| line.starts_with(&begins))?;
        let whose = self.whose.get(line).and_then(|(of, place)| {
            let Sets { known, sets } = self.sets.get(of)?;
            let who = sets.get(*place)?.iter();
            who.map(|one| known.get(one as usize).copied()).collect()
        });
        Some(Remembered {
            days: self.period,
            value: &line[begins.len()..],
            whose,
        })
    }

    /// The rows it had of a quarter.
    pub(super) fn rows(&self, quarter: &str) -> Option<Known> {
        self.rows.get(quarter).copied()
    }
}

impl Sets {
    /// Numbers of the report become numbers of those who are in any set. Whoever nothing is known of is left out.
    fn of(sets: Vec<Members>, known: &[Known]) -> Self {
        let mut all = sets.iter().fold(Members::new(), |all, set| all | set);
        all.remove_range(u32::try_from(known.len()).unwrap_or(u32::MAX)..);
        let place = |set: &Members| {
            let set = set & &all;
            let places = set.iter().map(|one| all.rank(one).saturating_sub(1));
            places
                .filter_map(|place| u32::try_from(place).ok())
                .collect()
        };
        Self {
            sets: sets.iter().map(place).collect(),
            known: all.iter().map(|one| known[one as usize]).collect(),
        }
    }
}

/// What was given of these days, or of days that lead to them over days that several share.
pub(super) fn beside(before: &[Given], period: Period) -> Vec<&Given> {
    let (mut found, mut left): (Vec<&Given>, Vec<&Given>) = (vec![], before.iter().collect());
    let mut days = vec![period];
    while let Some(period) = days.pop() {
        let (shares, others): (Vec<&Given>, Vec<&Given>) = left
            .into_iter()
            .partition(|one| one.period.overlaps(period));
        days.extend(shares.iter().map(|one| one.period));
        found.extend(shares);
        left = others;
    }
    found
}
