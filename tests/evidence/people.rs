//! People: by kind, from one kind to another, and who came back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;

use super::{KINDS, Lines, Year, moved, place};
use crate::{
    headers::Talk,
    told::{group_line, total_line},
};

impl Year<'_> {
    pub(super) fn people_by_kind(&self, lines: &mut Lines) {
        let mut all: BTreeSet<&str> = BTreeSet::new();
        for (nth, (kind, title)) in KINDS.into_iter().enumerate() {
            let mut people: BTreeSet<&str> = BTreeSet::new();
            for talk in self.held() {
                if talk.kind() == kind {
                    people.extend(talk.person.as_deref());
                }
            }
            lines
                .0
                .push(group_line("kinds", "people", nth, title, "", people.len()));
            all.extend(people);
        }
        lines.0.push(total_line("kinds", "people", all.len()));
    }

    pub(super) fn moves_of_people(&self, lines: &mut Lines) {
        let mut moves: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
        let mut last: BTreeMap<&str, &str> = BTreeMap::new();
        for talk in self.standing() {
            let Some(person) = talk.person.as_deref() else {
                continue;
            };
            if let Some(before) = last.insert(person, talk.kind())
                && before != talk.kind()
                && self.is_in(talk.day)
            {
                let between = (place(before), place(talk.kind()));
                moves.entry(between).or_default().insert(person);
            }
        }
        moved(lines, "people-moves", &moves);
    }

    pub(super) fn back(&self, lines: &mut Lines) {
        let standing = self.standing();
        let mut theirs: BTreeMap<&str, Vec<&Talk>> = BTreeMap::new();
        for talk in &standing {
            if let Some(person) = talk.person.as_deref() {
                theirs.entry(person).or_default().push(talk);
            }
        }
        let mut firsts: BTreeMap<&str, &Talk> = BTreeMap::new();
        for talk in self.held() {
            if let (Some(person), "listen-and-connect") = (talk.person.as_deref(), talk.kind()) {
                firsts.entry(person).or_insert(talk);
            }
        }
        let mut shares = vec![];
        for months in [3, 9, 12] {
            let mut came = vec![];
            for (person, first) in &firsts {
                let last = first.day + Months::new(months);
                let mut is_back = false;
                for talk in &theirs[person] {
                    let is_other = talk.id != first.id;
                    let is_later = talk.started > first.ended && talk.day <= last;
                    is_back |= is_other && is_later && !linked(talk, first) && !linked(first, talk);
                }
                came.push(match (last >= self.today, is_back) {
                    (true, _) => "Too soon to say",
                    (false, true) => "Back",
                    (false, false) => "Not back",
                });
            }
            let table = format!("within-{months}");
            lines.bands(
                "back",
                &table,
                &["Back", "Not back", "Too soon to say"],
                &came,
            );
            let back = came.iter().filter(|came| **came == "Back").count();
            let known = came
                .iter()
                .filter(|came| **came != "Too soon to say")
                .count();
            shares.push((format!("back-within-{months}-months"), back, known));
        }
        for (figure, back, known) in shares {
            lines.share("back", &figure, back, known);
        }
    }
}

fn linked(talk: &Talk, to: &Talk) -> bool {
    talk.list("linked")
        .iter()
        .any(|link| link["id"] == to.id.as_str())
}
