//! The days somebody asked for, as they type them: `2026-01-01`, `1 jan`, `last monday`.

mod during;

use std::str::FromStr;

pub use during::{During, Stretch};

use chrono::{Datelike, Month, Months, NaiveDate};

use super::period::Period;
use crate::line::{self, Day};

/// How many days ahead a day without a year may be and still be the one that was meant.
const SOON: i64 = 7;

/// Why there is no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAPeriod {
    /// This is not a day.
    NotADay(String),
    /// The last day is before the first.
    EndsBeforeItBegins,
}

/// The days from one typed day to another. Without either it is the quarter today is in; without a first day the
/// quarter of the last one, up to it; without a last day everything up to today.
///
/// A day without a year is the last such day there was, because nothing has happened yet on the others; but the last
/// day of a period is never a year before its first.
///
/// # Errors
///
/// When one of them is not a day, or they are the wrong way round.
pub fn period(
    from: Option<&str>,
    to: Option<&str>,
    today: NaiveDate,
) -> Result<Period, NotAPeriod> {
    let first = from.map(|typed| first_day(typed, today)).transpose()?;
    let last = to.map(|typed| last_day(typed, first, today)).transpose()?;
    let (first, last) = match (first, last) {
        (None, None) => return Ok(Period::quarter_of(today)),
        (Some(first), None) => (first, today.max(first)),
        (None, Some(last)) => (Period::quarter_of(last).from(), last),
        (Some(first), Some(last)) => (first, last),
    };
    Period::new(first, last).ok_or(NotAPeriod::EndsBeforeItBegins)
}

fn first_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, NotAPeriod> {
    let day = day(typed, today)?;
    Ok(year_before(typed, day, today).unwrap_or(day))
}

fn last_day(
    typed: &str,
    first: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, NotAPeriod> {
    let day = last_of_month(typed, day(typed, today)?);
    let before = year_before(typed, day, today);
    let before = before.map(|before| last_of_month(typed, before));
    Ok(before
        .filter(|before| first.is_none_or(|first| first <= *before))
        .unwrap_or(day))
}

fn day(typed: &str, today: NaiveDate) -> Result<NaiveDate, NotAPeriod> {
    match line::read_day(typed, today).day {
        Day::On(day) | Day::Passed(day) => Ok(day),
        Day::None | Day::Unsure(_) => Err(NotAPeriod::NotADay(typed.to_owned())),
    }
}

/// The same day a year before, of one that is ahead and was typed without its year.
fn year_before(typed: &str, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let mut numbers = typed.split(|c: char| !c.is_ascii_digit());
    let has_year = numbers.any(|number| number.len() == 4) || typed.matches('/').count() == 2;
    let is_ahead = (day - today).num_days() > SOON;
    let before = || day.checked_sub_months(Months::new(12));
    (is_ahead && !has_year).then(before).flatten()
}

/// `to march` holds all of March; any other day is itself.
fn last_of_month(typed: &str, day: NaiveDate) -> NaiveDate {
    if Month::from_str(typed.trim()).is_err() {
        return day;
    }
    let next = day
        .with_day(1)
        .and_then(|day| day.checked_add_months(Months::new(1)));
    next.and_then(|day| day.pred_opt()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: Option<&str>, to: Option<&str>) -> String {
        let today = "2026-03-10".parse().expect("a day");
        match period(from, to, today) {
            Ok(period) => format!("{} {}", period.from(), period.to()),
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn without_days_it_is_this_quarter_and_one_day_is_enough() {
        assert_eq!(asked(None, None), "2026-01-01 2026-03-31");
        assert_eq!(asked(Some("2026-02-01"), None), "2026-02-01 2026-03-10");
        assert_eq!(asked(None, Some("2025-11-30")), "2025-10-01 2025-11-30");
    }

    #[test]
    fn days_are_read_as_everywhere_and_without_a_year_they_are_the_last_there_were() {
        let said = |from, to| asked(Some(from), Some(to));
        assert_eq!(said("1 jan", "31 mar"), "2026-01-01 2026-03-31");
        assert_eq!(said("1 april", "30 june"), "2025-04-01 2025-06-30");
        assert_eq!(said("1/4", "30/6"), "2025-04-01 2025-06-30");
        assert_eq!(said("1 oct 2025", "31 dec"), "2025-10-01 2025-12-31");
        assert_eq!(said("last monday", "today"), "2026-03-09 2026-03-10");
        assert_eq!(said("october", "december"), "2025-10-01 2025-12-31");
        assert_eq!(said("2025-02-01", "feb"), "2025-02-01 2026-02-28");
    }

    #[test]
    fn what_is_not_a_day_is_said_and_so_are_days_the_wrong_way_round() {
        assert_eq!(asked(Some("soon"), None), "NotADay(\"soon\")");
        assert_eq!(
            asked(Some("2026-02-01"), Some("2026-01-01")),
            "EndsBeforeItBegins"
        );
    }
}
