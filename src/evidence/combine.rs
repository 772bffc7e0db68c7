//! Packages of any number of teams become one, and nobody counts twice.
//!
//! - Counts are added where every team says its own. A part that a team hides makes the sum "at least" what is known; it
//!   is never made up.
//! - Tables of people are not added: somebody two teams met would count twice. With a team key people are counted by
//!   their pseudonyms, a quarter at a time, once each.
//! - Middles cannot be added, and are left to whoever has the parts.
//! - A team and a day count once: of its packages that share a day, the one exported last stands. What days are then in
//!   none is said.
//!
//! What comes out is hidden by the same rule as what went in, taken together with the parts: whoever reads the whole has
//! those as well.

mod added;
mod once;
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
    /// Days of a team that only packages left out have.
    pub missing: Vec<Missing>,
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

/// Days of a team that are in nothing that was put together, and were in something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The team.
    pub team: String,
    /// The days.
    pub period: super::period::Period,
}

/// What must be known of a combination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This package is of days that another of its team has too, which was exported later or has more. It was left out.
    Again {
        /// The one left out.
        folder: String,
        /// The one that stands.
        stands: String,
        /// Its days that are in no package of its team now.
        missing: Vec<super::period::Period>,
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
        let once::Once {
            packages,
            mut said,
            missing,
        } = once::once_each(packages);
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
            missing,
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

/// Whether counts of this population may be added over teams: a conversation is one team's, a person may be of two.
fn can_be_added(of: &str) -> bool {
    of != Population::People.name()
}
