//! Packages of any number of teams become one, and nobody counts twice.
//!
//! - Counts are added where every team says its own. A part that a team hides makes the sum "at least" what is known; it
//!   is never made up.
//! - Tables of people are not added: somebody two teams met would count twice. With a team key people are counted by
//!   their pseudonyms, a quarter at a time, once each.
//! - Middles cannot be added, and are left to whoever has the parts.
//! - A team and its days count once: what was exported last stands.
//!
//! What comes out is hidden by the same rule as what went in, taken together with the parts: whoever reads the whole has
//! those as well.

mod added;
mod read;
mod sheets;
mod together;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use added::{Added, Total};
pub use read::{NotAPackage, Package, is_inside};
pub use together::Together;

use super::{package::PackageFile, report::Population};
use together::Of;

/// Several packages as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Combined {
    /// What was put together: each package by the name of its folder, its team, its days, and when it was exported.
    pub packages: Vec<Whose>,
    /// What must be known of it.
    pub said: Vec<Said>,
    /// How many in each group, and other counts that can be added.
    pub added: Added,
    /// People, once each, by quarter and kind.
    pub people: Vec<Together>,
    /// Conversations, once each.
    pub conversations: Vec<Together>,
}

/// Whose package it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The name of its folder.
    pub folder: String,
    /// Its team, by a name that says nothing.
    pub team: String,
    /// Its days.
    pub period: super::period::Period,
    /// When it was exported.
    pub exported_on: chrono::NaiveDate,
    /// The check of its key, when it has rows of people.
    pub key_check: Option<String>,
}

/// What must be known of a combination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This package is of a team and days that a later one has too. It was left out.
    Again {
        /// The one left out.
        folder: String,
        /// The one that stands.
        stands: String,
    },
    /// Packages are of different days.
    DifferentDays,
    /// Packages were made with different keys: people cannot be counted once.
    DifferentKeys,
    /// So many packages have no rows of people.
    NoRows(usize),
    /// Tables of people are not added.
    PeopleNotAdded,
}

impl Combined {
    /// Of these packages, in any order.
    pub fn of(packages: Vec<Package>) -> Self {
        let (packages, mut said) = once_each(packages);
        let days: BTreeSet<_> = packages.iter().map(|one| one.whose.period).collect();
        if days.len() > 1 {
            said.push(Said::DifferentDays);
        }
        let keys = packages
            .iter()
            .filter_map(|one| one.whose.key_check.as_ref());
        let keys: BTreeSet<&String> = keys.collect();
        let without = packages
            .iter()
            .filter(|one| one.whose.key_check.is_none())
            .count();
        match keys.len() {
            0 | 1 if without > 0 => said.push(Said::NoRows(without)),
            0 | 1 => {}
            _ => said.push(Said::DifferentKeys),
        }
        if packages.len() > 1 {
            said.push(Said::PeopleNotAdded);
        }
        let together = |of| match keys.len() {
            1 => together::together(&packages, of),
            _ => vec![],
        };
        Self {
            said,
            added: Added::of(&packages),
            people: together(Of::People),
            conversations: together(Of::Conversations),
            packages: packages.iter().map(|one| one.whose.clone()).collect(),
        }
    }

    /// The same as a package of its own.
    pub fn files(&self, made_on: chrono::NaiveDate) -> Vec<PackageFile> {
        sheets::files(self, made_on)
    }

    /// The same for scripts.
    pub fn json(&self) -> serde_json::Value {
        sheets::json(self)
    }
}

/// Each team's days once: the package exported last, of two on one day the one given last.
fn once_each(packages: Vec<Package>) -> (Vec<Package>, Vec<Said>) {
    let mut latest: Vec<Package> = packages;
    latest.reverse();
    latest.sort_by_key(|one| std::cmp::Reverse(one.whose.exported_on));
    let mut once: Vec<Package> = vec![];
    let mut said = vec![];
    for package in latest {
        match once
            .iter()
            .find(|there| overlap(&there.whose, &package.whose))
        {
            Some(there) => said.push(Said::Again {
                folder: package.whose.folder,
                stands: there.whose.folder.clone(),
            }),
            None => once.push(package),
        }
    }
    once.sort_by(|a, b| order(&a.whose).cmp(&order(&b.whose)));
    (once, said)
}

fn order(whose: &Whose) -> (super::period::Period, &str) {
    (whose.period, &whose.team)
}

fn overlap(a: &Whose, b: &Whose) -> bool {
    a.team == b.team && a.period.overlaps(b.period)
}

/// Whether counts of this population may be added over teams: a conversation is one team's, a person may be of two.
fn can_be_added(of: &str) -> bool {
    of != Population::People.name()
}
