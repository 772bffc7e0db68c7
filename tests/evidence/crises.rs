//! Crises: whatever hangs together by check-ins, until it is steady.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Lines, Year};
use crate::headers::Talk;

impl Year<'_> {
    pub(super) fn crises(&self, lines: &mut Lines) {
        let (mut steady, mut bands) = (vec![], vec![]);
        let (mut days, mut contacts) = (vec![], vec![]);
        for crisis in self.hanging_together(&self.standing()) {
            let first = crisis[0];
            if !self.is_in(first.day) {
                continue;
            }
            let Some((on, day)) = steady_since(&crisis) else {
                steady.push("Not steady yet");
                continue;
            };
            steady.push("Steady");
            let after = (day - first.day).num_days();
            days.push(after as f64);
            contacts.push(crisis.iter().filter(|talk| talk.started <= on).count() as f64);
            bands.push(match after {
                0 => "Same day",
                1..=3 => "1 to 3 days",
                4..=7 => "4 to 7 days",
                _ => "Over a week",
            });
        }
        lines.bands("crises", "steady", &["Steady", "Not steady yet"], &steady);
        let names = ["Same day", "1 to 3 days", "4 to 7 days", "Over a week"];
        lines.bands("crises", "days", &names, &bands);
        lines.values("crises", "days-to-steady", &days);
        lines.values("crises", "contacts-to-steady", &contacts);
        lines.share("crises", "steady", days.len(), steady.len());
    }

    /// Each crisis, in the order its talks began: two that name each other as check-ins are in one.
    pub(super) fn hanging_together<'t>(&self, standing: &[&'t Talk]) -> Vec<Vec<&'t Talk>> {
        let mut group: BTreeMap<String, usize> = BTreeMap::new();
        for (nth, talk) in standing.iter().enumerate() {
            if talk.kind() == "crisis" {
                group.insert(talk.id.clone(), nth);
            }
            for link in talk.list("linked") {
                let tie = link["as"].as_str().expect("a tie");
                if tie == "check-in on" || tie == "has check-in" {
                    group.insert(talk.id.clone(), nth);
                    let other = link["id"].as_str().expect("an id").to_owned();
                    let next = standing.len() + group.len();
                    group.entry(other).or_insert(next);
                }
            }
        }
        // Until nothing changes, both ends of a tie are in the lower of their two groups.
        loop {
            let mut changed = false;
            for talk in standing {
                for link in talk.list("linked") {
                    let tie = link["as"].as_str().expect("a tie");
                    if tie != "check-in on" && tie != "has check-in" {
                        continue;
                    }
                    let other = link["id"].as_str().expect("an id");
                    let low = group[&talk.id].min(group[other]);
                    for id in [talk.id.as_str(), other] {
                        changed |= group[id] != low;
                        group.insert(id.to_owned(), low);
                    }
                }
            }
            if !changed {
                break;
            }
        }
        let mut crises: BTreeMap<usize, Vec<&Talk>> = BTreeMap::new();
        for talk in standing {
            if let Some(group) = group.get(&talk.id) {
                crises.entry(*group).or_default().push(talk);
            }
        }
        crises.into_values().collect()
    }
}

/// When it was last said to be steady, unless somebody said otherwise at that time or later, or looks again after it.
fn steady_since(crisis: &[&Talk]) -> Option<(i64, NaiveDate)> {
    let steady = crisis.iter().filter_map(|talk| talk.time("steady")).max()?;
    let not_steady = crisis
        .iter()
        .filter_map(|talk| talk.time("not_steady"))
        .max();
    let looks_again = |talk: &&&Talk| {
        let steps = talk.list("next_steps");
        let again = steps
            .iter()
            .any(|step| step["again"] == true && step["state"] != "dropped");
        again && talk.started > steady.0
    };
    let is_a_crisis = crisis.iter().any(|talk| talk.kind() == "crisis");
    let is_taken_back = not_steady.is_some_and(|not| not.0 >= steady.0);
    let is_looked_at = crisis.iter().any(|talk| looks_again(&talk));
    (is_a_crisis && !is_taken_back && !is_looked_at).then_some(steady)
}
