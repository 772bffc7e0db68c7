//! The days a report is about.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// How a day is written in a sentence: `10 March 2026`.
const DAY: &str = "%-d %B %Y";

/// From one day to another, both of them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// From one day to another; `None` when the last is before the first.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The quarter of the year a day is in: January to March, and so on, as the national return has them.
    pub fn quarter_of(day: NaiveDate) -> Self {
        let first = day.month0() / 3 * 3 + 1;
        let from = day
            .with_day(1)
            .and_then(|day| day.with_month(first))
            .unwrap_or(day);
        Self::of_months(from, 3)
    }

    /// So many months that begin on this day.
    pub fn of_months(from: NaiveDate, months: u32) -> Self {
        let to = after_months(from, months);
        Self {
            from,
            to: to.max(from),
        }
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// Whether a day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Whether all days of another are in it.
    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether some day is in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The part of it up to this day; none where it has not begun.
    pub fn up_to(self, day: NaiveDate) -> Option<Self> {
        Self::new(self.from, self.to.min(day))
    }

    /// Whether its days are of more than one year.
    pub fn holds_a_new_year(self) -> bool {
        self.from.year() != self.to.year()
    }

    /// How many days.
    pub fn days(self) -> usize {
        usize::try_from((self.to - self.from).num_days()).unwrap_or(0) + 1
    }

    /// The one as long before it: as many whole months before whole months, as many days before any others.
    #[must_use]
    pub fn before(self) -> Self {
        let Some(last) = self.from.pred_opt() else {
            return self;
        };
        match self.whole_months() {
            Some(months) => {
                let from = self.from.checked_sub_months(Months::new(months));
                from.map_or(self, |from| Self { from, to: last })
            }
            None => {
                let days = Days::new(self.days() as u64 - 1);
                last.checked_sub_days(days)
                    .map_or(self, |from| Self { from, to: last })
            }
        }
    }

    /// The one as long after it.
    #[must_use]
    pub fn after(self) -> Self {
        let Some(first) = self.to.succ_opt() else {
            return self;
        };
        match self.whole_months() {
            Some(months) => Self::of_months(first, months),
            None => {
                let days = Days::new(self.days() as u64 - 1);
                first
                    .checked_add_days(days)
                    .map_or(self, |to| Self { from: first, to })
            }
        }
    }

    /// The quarters of the year it reaches into, in order, whole.
    pub fn quarters(self) -> impl Iterator<Item = Self> {
        let first = Self::quarter_of(self.from);
        std::iter::successors(Some(first), |quarter| {
            Some(quarter.after()).filter(|next| next != quarter)
        })
        .take_while(move |quarter| quarter.from <= self.to)
    }

    /// The Mondays of the weeks it reaches into, in order.
    pub fn weeks(self) -> impl Iterator<Item = NaiveDate> {
        let first = monday(self.from);
        std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(7)))
            .take_while(move |day| *day <= self.to)
    }

    /// The first days of the months it reaches into, in order.
    pub fn months(self) -> impl Iterator<Item = NaiveDate> {
        let first = first_of_month(self.from);
        std::iter::successors(Some(first), |day| day.checked_add_months(Months::new(1)))
            .take_while(move |day| *day <= self.to)
    }

    /// `January to March 2026`, `March 2026`, or `8 September to 1 December 2025`.
    pub fn name(self) -> String {
        let (from, to) = (self.from, self.to);
        let same_year = from.year() == to.year();
        let whole_months = self.whole_months().is_some();
        let first = match (whole_months, same_year) {
            (true, true) => "%B",
            (true, false) => "%B %Y",
            (false, true) => "%-d %B",
            (false, false) => DAY,
        };
        let last = if whole_months { "%B %Y" } else { DAY };
        let last = to.format(last);
        let is_one = from == to || (whole_months && same_year && from.month() == to.month());
        if is_one {
            last.to_string()
        } else {
            format!("{} to {last}", from.format(first))
        }
    }

    /// How many months it is, where it is nothing but whole months.
    fn whole_months(self) -> Option<u32> {
        let (from, next) = (self.from, self.to.succ_opt()?);
        let years = u32::try_from(next.year() - from.year()).ok()?;
        (from.day() == 1 && next.day() == 1).then(|| years * 12 + next.month() - from.month())
    }
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let since = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(since).unwrap_or(day)
}

/// The first day of a day's month.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// `10 March 2026`.
pub fn day_name(day: NaiveDate) -> String {
    day.format(DAY).to_string()
}

/// The last day of so many months that begin on this day.
fn after_months(from: NaiveDate, months: u32) -> NaiveDate {
    let next = from.checked_add_months(Months::new(months));
    next.and_then(|day| day.pred_opt()).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        let day = |text: &str| text.parse().expect("a day");
        Period::new(day(from), day(to)).expect("in order")
    }

    #[test]
    fn a_quarter_is_found_named_and_stepped_from() {
        let quarter = Period::quarter_of("2026-03-10".parse().expect("a day"));
        assert_eq!(quarter, period("2026-01-01", "2026-03-31"));
        assert_eq!(quarter.name(), "January to March 2026");
        assert_eq!(quarter.before().name(), "October to December 2025");
        assert_eq!(quarter.after(), period("2026-04-01", "2026-06-30"));
        assert_eq!(quarter.before().after(), quarter);
        // A leap day, a short month and the end of a year.
        for day in ["2024-02-29", "2026-11-30", "2026-12-31", "2026-10-31"] {
            assert!(
                Period::quarter_of(day.parse().expect("a day")).holds(day.parse().expect("a day"))
            );
        }
    }

    #[test]
    fn any_days_are_named_and_stepped_from() {
        let twelve_weeks = period("2025-09-08", "2025-12-01");
        assert_eq!(twelve_weeks.name(), "8 September to 1 December 2025");
        assert_eq!(twelve_weeks.before(), period("2025-06-15", "2025-09-07"));
        assert_eq!(twelve_weeks.before().after(), twelve_weeks);
        let march = period("2026-03-01", "2026-03-31");
        assert_eq!(march.name(), "March 2026");
        assert_eq!(march.before().name(), "February 2026");
        let year = period("2025-01-01", "2025-12-31");
        assert_eq!(year.before(), period("2024-01-01", "2024-12-31"));
        assert_eq!(year.before().after(), year);
        assert_eq!(
            period("2025-12-01", "2026-01-31").name(),
            "December 2025 to January 2026"
        );
        assert_eq!(period("2026-03-10", "2026-03-10").name(), "10 March 2026");
        assert_eq!(Period::new(twelve_weeks.to(), twelve_weeks.from()), None);
    }

    #[test]
    fn it_is_known_what_it_holds_of_other_days() {
        let march = period("2026-03-01", "2026-03-31");
        let quarter = Period::quarter_of(march.from());
        let over_the_end = period("2026-03-31", "2026-04-02");
        let after = period("2026-04-01", "2026-04-02");
        assert!(quarter.contains(march) && quarter.contains(quarter) && !march.contains(quarter));
        assert!(!quarter.contains(over_the_end) && !quarter.contains(after));
        assert!(quarter.overlaps(over_the_end) && over_the_end.overlaps(quarter));
        assert!(!quarter.overlaps(after) && !after.overlaps(quarter));
        let up_to = |day: &str| quarter.up_to(day.parse().expect("a day"));
        assert_eq!(
            up_to("2026-01-10"),
            Some(period("2026-01-01", "2026-01-10"))
        );
        assert_eq!(up_to("2026-05-01"), Some(quarter));
        assert_eq!(up_to("2025-12-31"), None);
        let months: Vec<String> = over_the_end.months().map(|day| day.to_string()).collect();
        assert_eq!(months, ["2026-03-01", "2026-04-01"]);
    }

    #[test]
    fn its_weeks_begin_on_mondays_and_its_quarters_are_whole() {
        let days = period("2025-12-31", "2026-01-12");
        let weeks: Vec<String> = days.weeks().map(|day| day.to_string()).collect();
        assert_eq!(weeks, ["2025-12-29", "2026-01-05", "2026-01-12"]);
        let quarters: Vec<String> = days.quarters().map(Period::name).collect();
        assert_eq!(
            quarters,
            ["October to December 2025", "January to March 2026"]
        );
    }
}
