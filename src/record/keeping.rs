//! When to look at a record again and decide whether it stays. Nothing ever goes by itself.

use chrono::NaiveDate;

use super::{inert, model::Front};
use crate::{guide::Kind, line::Length};

/// After how long a team looks at a record again: its council's own rules, never ours. Blank until somebody says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keeping {
    /// For every kind that has nothing of its own.
    pub look_at_after: Option<Length>,
    /// For one kind.
    pub kinds: Vec<(Kind, Length)>,
}

/// Somebody looked at a record and kept it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedAt {
    /// The day they did.
    pub on: NaiveDate,
    /// Who.
    pub by: Option<String>,
    /// The day to look at it again.
    pub keep_until: NaiveDate,
    /// Why it stays.
    pub because: Option<String>,
}

impl LookedAt {
    /// A look as a record holds it: what was typed is on one line, and nothing in it acts.
    #[must_use]
    pub fn new(
        on: NaiveDate,
        by: Option<&str>,
        keep_until: NaiveDate,
        because: Option<&str>,
    ) -> Self {
        let written =
            |text: Option<&str>| text.map(inert::on_one_line).filter(|text| !text.is_empty());
        Self {
            on,
            by: written(by),
            keep_until,
            because: written(because),
        }
    }
}

impl Keeping {
    /// Whether nobody has said how long.
    pub fn is_blank(&self) -> bool {
        self.look_at_after.is_none() && self.kinds.is_empty()
    }

    /// The day to look at a record: the one somebody chose when they last looked, else so long after the day it ended.
    /// A talk that moved from one kind to another goes by the latest of their days. `None` when nobody has said.
    pub fn look_at(&self, front: &Front) -> Option<NaiveDate> {
        if let Some(last) = front.looked_at.last() {
            return Some(last.keep_until);
        }
        let ended = front.ended.date_naive();
        let moved = front.moved.iter().map(|moved| moved.kind);
        let days = [front.kind].into_iter().chain(moved);
        days.filter_map(|kind| self.after(kind)?.after(ended)).max()
    }

    fn after(&self, kind: Kind) -> Option<Length> {
        let own = self.kinds.iter().find(|(own, _)| *own == kind);
        own.map(|(_, length)| *length).or(self.look_at_after)
    }
}

/// Whose record it is, for a screen that others may see: `J M` for Joan M.
pub fn initials(person: &str) -> String {
    let first = person
        .split_whitespace()
        .filter_map(|name| name.chars().find(|c| c.is_alphanumeric()));
    first.map(String::from).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Moved, read_front};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn front() -> Front {
        let text = "---\nid: \"2026-03-10-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\n\
                    started: \"2026-03-10T23:50:00+00:00\"\nended: \"2026-03-11T00:10:00+00:00\"\n---\n";
        read_front(text).expect("a header")
    }

    fn keeping() -> Keeping {
        Keeping {
            look_at_after: Some(Length::Months(12)),
            kinds: vec![(Kind::Crisis, Length::Months(72))],
        }
    }

    #[test]
    fn there_is_no_day_until_somebody_says_how_long() {
        assert!(Keeping::default().is_blank() && !keeping().is_blank());
        assert_eq!(Keeping::default().look_at(&front()), None);
    }

    #[test]
    fn the_time_runs_from_the_day_it_ended() {
        assert_eq!(keeping().look_at(&front()), Some(day("2027-03-11")));
        let crisis = Front {
            kind: Kind::Crisis,
            ..front()
        };
        assert_eq!(keeping().look_at(&crisis), Some(day("2032-03-11")));
    }

    #[test]
    fn a_talk_that_moved_goes_by_the_latest_day() {
        let mut front = front();
        front.moved.push(Moved {
            kind: Kind::Crisis,
            guide: "crisis 2026.1".to_owned(),
            at: front.started,
        });
        assert_eq!(keeping().look_at(&front), Some(day("2032-03-11")));
    }

    #[test]
    fn what_somebody_chose_when_they_looked_comes_first() {
        let mut front = front();
        for until in ["2040-01-01", "2030-01-01"] {
            let looked = LookedAt::new(day("2027-03-12"), None, day(until), None);
            front.looked_at.push(looked);
        }
        assert_eq!(keeping().look_at(&front), Some(day("2030-01-01")));
        assert_eq!(Keeping::default().look_at(&front), Some(day("2030-01-01")));
    }

    #[test]
    fn initials_name_nobody() {
        assert_eq!(initials("Joan M"), "J M");
        assert_eq!(initials("  Siân  (Jones-Évans)"), "S J");
        assert_eq!(initials("?"), "");
    }
}
