//! Counts of several teams added up, and never further than they are known.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Package, can_be_added};

/// A sum of what several teams count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exactly(usize),
    /// So many, and what some team hides.
    AtLeast(usize),
    /// Every team that has any hides it.
    Hidden,
}

/// Everything that can be added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Added {
    /// What was counted, and what was not.
    pub counted: Vec<(String, Total)>,
    /// How many in each group of each table.
    pub tables: Vec<AddedTable>,
    /// So many of so many: only those that every team says.
    pub shares: Vec<AddedShare>,
    /// Money: what was added up, how many of them, and pence.
    pub sums: Vec<(String, Total, Total)>,
}

/// A table of several teams.
#[derive(Debug, Clone, PartialEq)]
pub struct AddedTable {
    /// The measure.
    pub measure: String,
    /// The table.
    pub table: String,
    /// What it shows.
    pub title: String,
    /// Who or what is counted.
    pub of: String,
    /// All of its groups.
    pub total: Total,
    /// Each group and part.
    pub groups: Vec<(String, Option<String>, Total)>,
    /// How many teams' packages have it.
    pub packages: usize,
}

/// A share of several teams.
#[derive(Debug, Clone, PartialEq)]
pub struct AddedShare {
    /// The figure.
    pub figure: String,
    /// What it is called.
    pub title: String,
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

impl Total {
    /// Of these parts; a part that is none is hidden.
    pub(super) fn of(parts: impl IntoIterator<Item = Option<usize>>) -> Self {
        let (mut sum, mut known, mut hidden) = (0_usize, false, false);
        for part in parts {
            known |= part.is_some_and(|part| part > 0);
            hidden |= part.is_none();
            sum = sum.saturating_add(part.unwrap_or(0));
        }
        match (known, hidden) {
            (_, false) => Self::Exactly(sum),
            (true, true) => Self::AtLeast(sum),
            (false, true) => Self::Hidden,
        }
    }

    /// The number, where there is one.
    pub fn number(self) -> Option<usize> {
        match self {
            Self::Exactly(sum) | Self::AtLeast(sum) => Some(sum),
            Self::Hidden => None,
        }
    }
}

impl Added {
    pub(super) fn of(packages: &[Package]) -> Self {
        Self {
            counted: counted(packages),
            tables: tables(packages),
            shares: shares(packages),
            sums: sums(packages),
        }
    }
}

/// The names in the order the first package has them, with what each package says of each.
fn by_name<'a, T>(rows: impl Iterator<Item = (&'a str, T)>) -> Vec<(&'a str, Vec<T>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: Vec<(&str, Vec<T>)> = vec![];
    for (name, row) in rows {
        let at = *places.entry(name).or_insert(all.len());
        match all.get_mut(at) {
            Some((_, rows)) => rows.push(row),
            None => all.push((name, vec![row])),
        }
    }
    all
}

fn counted(packages: &[Package]) -> Vec<(String, Total)> {
    let rows = packages.iter().flat_map(|one| &one.counted);
    let rows = rows.filter(|row| packages.len() == 1 || can_be_added(&row.what));
    by_name(rows.map(|row| (row.what.as_str(), row.count)))
        .into_iter()
        .map(|(what, counts)| (what.to_owned(), Total::of(counts)))
        .collect()
}

fn tables(packages: &[Package]) -> Vec<AddedTable> {
    // The groups of each package's table, found once.
    type Name<'a> = (&'a str, Option<&'a str>);
    type Groups<'a> = BTreeMap<Name<'a>, Option<usize>>;
    let mut groups: Vec<BTreeMap<(&str, &str), Groups>> = vec![];
    let mut names: BTreeMap<(&str, &str), Vec<Name>> = BTreeMap::new();
    // What comes from outside may be long: nothing is looked for row by row.
    let mut seen: HashSet<((&str, &str), Name)> = HashSet::new();
    let mut totals: BTreeMap<(&str, &str), Vec<Option<usize>>> = BTreeMap::new();
    for package in packages {
        let mut its: BTreeMap<(&str, &str), Option<usize>> = BTreeMap::new();
        for row in &package.tables {
            let table = (row.measure.as_str(), row.table.as_str());
            its.entry(table).or_insert(row.total);
        }
        for (table, total) in its {
            totals.entry(table).or_default().push(total);
        }
    }
    for package in packages {
        let mut its: BTreeMap<(&str, &str), Groups> = BTreeMap::new();
        for row in &package.figures {
            let table = (row.measure.as_str(), row.table.as_str());
            let group = (row.group.as_str(), row.part.as_deref());
            its.entry(table).or_default().insert(group, row.count);
            if seen.insert((table, group)) {
                names.entry(table).or_default().push(group);
            }
        }
        groups.push(its);
    }
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut tables = vec![];
    for row in packages.iter().flat_map(|one| &one.tables) {
        let at = (row.measure.as_str(), row.table.as_str());
        let may = packages.len() == 1 || can_be_added(&row.of);
        if !may || !seen.insert(at) {
            continue;
        }
        let totals = totals.remove(&at).unwrap_or_default();
        let empty = Groups::new();
        let in_group = |group: &Name| {
            // A group that a team's table does not have is nobody there.
            let parts = groups.iter().map(|its| {
                its.get(&at)
                    .unwrap_or(&empty)
                    .get(group)
                    .copied()
                    .unwrap_or(Some(0))
            });
            (
                group.0.to_owned(),
                group.1.map(str::to_owned),
                Total::of(parts),
            )
        };
        tables.push(AddedTable {
            measure: row.measure.clone(),
            table: row.table.clone(),
            title: row.title.clone(),
            of: row.of.clone(),
            packages: totals.len(),
            total: Total::of(totals),
            groups: names.get(&at).into_iter().flatten().map(in_group).collect(),
        });
    }
    tables
}

fn shares(packages: &[Package]) -> Vec<AddedShare> {
    let rows = packages.iter().flat_map(|one| &one.shares);
    let rows = rows.filter(|row| packages.len() == 1 || can_be_added(&row.what));
    let added = by_name(rows.map(|row| (row.figure.as_str(), row))).into_iter();
    added
        .filter_map(|(figure, rows)| {
            let sum = |part: &dyn Fn(&super::read::ShareRow) -> Option<usize>| {
                rows.iter()
                    .try_fold(0_usize, |sum, row| sum.checked_add(part(row)?))
            };
            Some(AddedShare {
                figure: figure.to_owned(),
                title: rows.first()?.title.clone(),
                count: sum(&|row| row.count)?,
                of: sum(&|row| row.of)?,
            })
        })
        .collect()
}

fn sums(packages: &[Package]) -> Vec<(String, Total, Total)> {
    let rows = packages.iter().flat_map(|one| &one.sums);
    by_name(rows.map(|row| (row.title.as_str(), row)))
        .into_iter()
        .map(|(title, rows)| {
            let counts = rows.iter().map(|row| row.n);
            let pence = rows.iter().map(|row| pence(row.pounds.as_deref()?));
            (title.to_owned(), Total::of(counts), Total::of(pence))
        })
        .collect()
}

fn pence(pounds: &str) -> Option<usize> {
    let (pounds, pence) = pounds.split_once('.').unwrap_or((pounds, "00"));
    let pence = (pence.len() == 2).then_some(pence)?.parse::<usize>().ok()?;
    pounds
        .parse::<usize>()
        .ok()?
        .checked_mul(100)?
        .checked_add(pence)
}
