//! Each day of a team once: which packages stand, and what days are then in none.

use chrono::NaiveDate;

use super::{Missing, Package, Said, Whose};
use crate::evidence::period::Period;

/// What stands, and what was left out.
pub(super) struct Once {
    /// The packages that stand, in order of their days and teams.
    pub packages: Vec<Package>,
    /// What was left out, one by one.
    pub said: Vec<Said>,
    /// Days that were only in what was left out.
    pub missing: Vec<Missing>,
}

/// Of a team's packages that share a day, the one exported last stands; of one day's, the one of more days; of those the
/// one whose folder is last by name. `examples/warehouse/combine.sql` does the same.
pub(super) fn once_each(packages: Vec<Package>) -> Once {
    let mut latest = packages;
    latest.reverse();
    latest.sort_by(|a, b| standing(&b.whose).cmp(&standing(&a.whose)));
    let mut packages: Vec<Package> = vec![];
    let mut left_out: Vec<(Whose, String)> = vec![];
    for package in latest {
        let mut stand = packages.iter().map(|one| &one.whose);
        match stand.find(|there| overlap(there, &package.whose)) {
            Some(there) => left_out.push((package.whose, there.folder.clone())),
            None => packages.push(package),
        }
    }
    packages.sort_by(|a, b| order(&a.whose).cmp(&order(&b.whose)));
    let without = |whose: &Whose| {
        let ours = packages.iter().map(|one| &one.whose);
        let ours = ours.filter(|one| one.team == whose.team);
        ours.fold(vec![whose.period], |days, one| less(&days, one.period))
    };
    let said = left_out.iter().map(|(whose, stands)| Said::Again {
        folder: whose.folder.clone(),
        stands: stands.clone(),
        missing: without(whose),
    });
    let said = said.collect();
    let missing = left_out.iter().flat_map(|(whose, _)| {
        let days = without(whose).into_iter();
        days.map(|period| Missing {
            team: whose.team.clone(),
            period,
        })
    });
    let missing = together(missing.collect());
    Once {
        packages,
        said,
        missing,
    }
}

fn standing(whose: &Whose) -> (NaiveDate, usize, &str) {
    (whose.exported_on, whose.period.days(), &whose.folder)
}

fn order(whose: &Whose) -> (Period, &str) {
    (whose.period, &whose.team)
}

fn overlap(a: &Whose, b: &Whose) -> bool {
    a.team == b.team && a.period.overlaps(b.period)
}

/// These days without those of another period.
fn less(days: &[Period], other: Period) -> Vec<Period> {
    let parts = days.iter().flat_map(|part| {
        if !part.overlaps(other) {
            return [Some(*part), None];
        }
        let before = other.from().pred_opt();
        let after = other.to().succ_opt();
        [
            before.and_then(|last| Period::new(part.from(), last)),
            after.and_then(|first| Period::new(first, part.to())),
        ]
    });
    parts.flatten().collect()
}

/// Each team's days in as few pieces as there are.
fn together(mut missing: Vec<Missing>) -> Vec<Missing> {
    missing.sort_by(|a, b| (&a.team, a.period).cmp(&(&b.team, b.period)));
    let mut all: Vec<Missing> = vec![];
    for one in missing {
        let next = all.last_mut().filter(|last| last.team == one.team);
        let joined = next.and_then(|last| {
            let touches = one.period.from() <= last.period.to().succ_opt()?;
            let end = last.period.to().max(one.period.to());
            let period = Period::new(last.period.from(), end).filter(|_| touches)?;
            last.period = period;
            Some(())
        });
        if joined.is_none() {
            all.push(one);
        }
    }
    all
}
