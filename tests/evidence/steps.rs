//! Next steps, and how long somebody waited for the first talk.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{Lines, Year};
use crate::headers::day;

impl Year<'_> {
    /// The day of the first check-in that began once a talk had ended, of the crisis the talk belongs to: what the talk
    /// says of looking again was kept then, told of it or not.
    fn looked_again(&self) -> BTreeMap<String, NaiveDate> {
        let mut looked = BTreeMap::new();
        for crisis in self.hanging_together(&self.not_void()) {
            for talk in &crisis {
                let check_ins = crisis.iter().filter(|other| {
                    let ties = other.list("linked").iter();
                    let is_one = ties.map(|link| &link["as"]).any(|tie| tie == "check-in on");
                    is_one && other.id != talk.id && other.started >= talk.ended
                });
                if let Some(first) = check_ins.min_by_key(|one| (one.started, &one.id)) {
                    looked.insert(talk.id.clone(), first.day);
                }
            }
        }
        looked
    }

    pub(super) fn steps(&self, lines: &mut Lines) {
        let looked_again = self.looked_again();
        let (mut until, mut kept, mut days) = (vec![], vec![], vec![]);
        let (mut by_the_day, mut held_to_a_day) = (0, 0);
        for talk in self.held() {
            for step in talk.list("next_steps") {
                let on = |key: &str| step[key].as_str().map(day);
                let state = step["state"].as_str().expect("a state");
                let week = if step["week"] == true { 6 } else { 0 };
                let agreed = on("agreed").or_else(|| on("due").map(|day| day + Days::new(week)));
                let settled = on("settled").filter(|_| state == "done");
                let is_over = state == "done" || state == "dropped";
                let looked = looked_again.get(&talk.id);
                let (state, settled) = match looked {
                    Some(day) if step["again"] == true && !is_over => ("done", Some(*day)),
                    _ => (state, settled),
                };
                until.push(match (state, settled) {
                    ("done", Some(settled)) => {
                        let after = (settled - talk.ended_day).num_days().max(0);
                        days.push(after as f64);
                        match after {
                            0 => "Same day",
                            1..=2 => "1 to 2 days",
                            3..=7 => "3 to 7 days",
                            _ => "Over a week",
                        }
                    }
                    ("done", None) => "Done, day not known",
                    ("dropped", _) => "No longer needed",
                    _ => "Not done yet",
                });
                kept.push(match (state, agreed, settled) {
                    ("dropped", ..) => "No longer needed",
                    ("done", Some(agreed), Some(settled)) if settled <= agreed => {
                        "Done by the day agreed"
                    }
                    ("done", Some(_), Some(_)) => "Done late",
                    ("done", ..) => "Done, no day to hold it to",
                    (_, Some(agreed), _) if agreed < self.today => "Not done, its day is over",
                    (_, Some(_), _) => "Not done, its day is to come",
                    (_, None, _) => "Not done, no day agreed",
                });
                let is_over = agreed.is_some_and(|agreed| agreed < self.today);
                if state != "dropped" && is_over && !(state == "done" && settled.is_none()) {
                    held_to_a_day += 1;
                    by_the_day += usize::from(settled.is_some_and(|on| Some(on) <= agreed));
                }
            }
        }
        let names = [
            "Same day",
            "1 to 2 days",
            "3 to 7 days",
            "Over a week",
            "Done, day not known",
            "Not done yet",
            "No longer needed",
        ];
        lines.bands("next-steps", "days", &names, &until);
        let names = [
            "Done by the day agreed",
            "Done late",
            "Done, no day to hold it to",
            "Not done, its day is over",
            "Not done, its day is to come",
            "Not done, no day agreed",
            "No longer needed",
        ];
        lines.bands("next-steps", "kept", &names, &kept);
        lines.values("next-steps", "days-to-next-step", &days);
        lines.share("next-steps", "done-by-day", by_the_day, held_to_a_day);
    }

    pub(super) fn first_talk(&self, lines: &mut Lines) {
        let (mut bands, mut days) = (vec![], vec![]);
        for talk in self.held() {
            let contacted = talk.text("contacted").map(|text| day(&text));
            let after = contacted.map(|contacted| (talk.day - contacted).num_days());
            days.extend(after.filter(|days| *days >= 0).map(|days| days as f64));
            bands.push(match after {
                None | Some(..0) => "Not said",
                Some(0) => "Same day",
                Some(1..=3) => "1 to 3 days",
                Some(4..=7) => "4 to 7 days",
                Some(8..=28) => "8 to 28 days",
                Some(_) => "Over 28 days",
            });
        }
        let names = [
            "Same day",
            "1 to 3 days",
            "4 to 7 days",
            "8 to 28 days",
            "Over 28 days",
            "Not said",
        ];
        lines.bands("first-talk", "days", &names, &bands);
        let soon = days.iter().filter(|days| **days <= 3.0).count();
        lines.share("first-talk", "talk-within-3-days", soon, days.len());
        lines.values("first-talk", "days-to-first-talk", &days);
    }
}
