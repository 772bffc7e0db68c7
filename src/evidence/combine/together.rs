//! People and conversations of several teams, once each, by their pseudonyms.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Package, Total};
use crate::evidence::{
    hide::{Cell, hide},
    package::quarter_name,
    report::{Count, Members},
};

/// Those of a quarter, once each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The quarter: `2026-Q1`.
    pub quarter: String,
    /// The kind; none for all of them.
    pub kind: Option<String>,
    /// How many.
    pub count: Total,
    /// How many of them more than one team has.
    pub several: Count,
}

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    People,
    Conversations,
}

/// A row of either.
struct Row<'a> {
    name: &'a str,
    quarter: &'a str,
    kind: Option<&'a str>,
}

/// What a quarter holds.
#[derive(Default)]
struct Quarter<'a> {
    numbers: HashMap<&'a str, u32>,
    /// Each package's classes, as its reader can count them.
    parts: BTreeMap<(usize, Option<&'a str>), Members>,
}

/// Each quarter's total, then its kinds where every package says them.
pub(super) fn together(packages: &[Package], of: Of) -> Vec<Together> {
    let mut quarters: BTreeMap<&str, Quarter> = BTreeMap::new();
    for (nth, package) in packages.iter().enumerate() {
        for row in rows(package, of) {
            quarters.entry(row.quarter).or_default().take(nth, &row);
        }
    }
    let quarters = quarters.into_iter();
    quarters
        .flat_map(|(name, quarter)| quarter.counted(name, packages))
        .collect()
}

fn rows(package: &Package, of: Of) -> Vec<Row<'_>> {
    match of {
        Of::People => {
            let rows = package.people.iter();
            rows.map(|row| Row {
                name: &row.person,
                quarter: &row.quarter,
                kind: row.kind.as_deref(),
            })
            .collect()
        }
        Of::Conversations => {
            let rows = package.conversations.iter();
            rows.map(|row| Row {
                name: &row.conversation,
                quarter: &row.quarter,
                kind: row.kind.as_deref(),
            })
            .collect()
        }
    }
}

impl<'a> Quarter<'a> {
    fn take(&mut self, package: usize, row: &Row<'a>) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(row.name).or_insert(next);
        self.parts
            .entry((package, row.kind))
            .or_default()
            .insert(number);
    }

    fn counted(&self, name: &str, packages: &[Package]) -> Vec<Together> {
        let mut wanted = vec![(None, self.of_kind(None), self.several(packages, None))];
        if self.parts.keys().all(|(_, kind)| kind.is_some()) {
            let kinds: BTreeSet<&str> = self.parts.keys().filter_map(|(_, kind)| *kind).collect();
            wanted.extend(kinds.into_iter().map(|kind| {
                let several = self.several(packages, Some(kind));
                (Some(kind), self.of_kind(Some(kind)), several)
            }));
        }
        let new = wanted.iter().flat_map(|(_, all, several)| [all, several]);
        let new = new.map(|members| Cell {
            members,
            stays: false,
        });
        let parts = self.parts.values().map(|members| Cell {
            members,
            stays: true,
        });
        let cells: Vec<Cell> = new.chain(parts).collect();
        let mut may = hide(&cells, &[]).into_iter();
        let mut said = |members: &Members| match may.next() {
            Some(true) => Count::of(members),
            _ => Count::Hidden,
        };
        let all_are_here = self.all_are_here(name, packages);
        wanted
            .into_iter()
            .map(|(kind, all, several)| Together {
                quarter: name.to_owned(),
                kind: kind.map(str::to_owned),
                count: match (said(&all), all_are_here) {
                    (Count::Is(count), true) => Total::Exactly(count),
                    (Count::Is(count), false) => Total::AtLeast(count),
                    (Count::Hidden, _) => Total::Hidden,
                },
                several: said(&several),
            })
            .collect()
    }

    fn of_kind(&self, kind: Option<&str>) -> Members {
        let parts = self.parts.iter();
        let parts = parts.filter(|((_, its), _)| kind.is_none() || *its == kind);
        parts.fold(Members::new(), |all, (_, part)| all | part)
    }

    /// Those that packages of more than one team have, of any kind or of this one.
    fn several(&self, packages: &[Package], kind: Option<&str>) -> Members {
        let mut teams: BTreeMap<&str, Members> = BTreeMap::new();
        for ((package, its), part) in &self.parts {
            if kind.is_none() || *its == kind {
                *teams.entry(&packages[*package].whose.team).or_default() |= part;
            }
        }
        let (mut once, mut several) = (Members::new(), Members::new());
        for team in teams.values() {
            several |= &once & team;
            once |= team;
        }
        several
    }

    /// Whether every package that is about this quarter has rows of it: one of too few leaves them out.
    fn all_are_here(&self, name: &str, packages: &[Package]) -> bool {
        let mut about = packages.iter().enumerate().filter(|(_, package)| {
            let mut quarters = package.whose.period.quarters();
            quarters.any(|quarter| quarter_name(quarter) == name)
        });
        about.all(|(nth, _)| self.parts.keys().any(|(package, _)| *package == nth))
    }
}
