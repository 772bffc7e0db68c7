//! Sums with days. All of them are checked: at the end of time there is no next week, and then nothing is read.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Day;

/// How long ago a day named without a year may be and still be the one that was meant. "Rang 20 February" on 10 March
/// is last month; "Ring 20 December" then is nine months ahead.
const RECENT_DAYS: i64 = 60;

/// How many years ahead a year of two digits may be: 13/03/42 is when somebody was born.
const YEARS_AHEAD: i32 = 10;

/// Returns the day as one that can be due, or as one that has passed.
pub(super) fn due(day: NaiveDate, today: NaiveDate) -> Day {
    if day < today {
        Day::Passed(day)
    } else {
        Day::On(day)
    }
}

pub(super) fn plus(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days.into()))
}

pub(super) fn minus(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(days.into()))
}

pub(super) fn plus_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

pub(super) fn minus_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

/// Returns the first such weekday after today, never today itself.
pub(super) fn coming(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = weekday.days_since(today.weekday());
    plus(today, if ahead == 0 { 7 } else { ahead })
}

/// Returns the first such weekday that is not before today.
pub(super) fn this(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    plus(today, weekday.days_since(today.weekday()))
}

/// Returns the last such weekday before today.
pub(super) fn last(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ago = today.weekday().days_since(weekday);
    minus(today, if ago == 0 { 7 } else { ago })
}

/// Returns the weekday in the week that begins next Monday.
pub(super) fn of_next_week(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    plus(coming(Weekday::Mon, today)?, weekday.num_days_from_monday())
}

/// Returns the Friday of this week, or the Sunday when Friday is over.
pub(super) fn end_of_week(today: NaiveDate) -> Option<NaiveDate> {
    match today.weekday() {
        Weekday::Sat | Weekday::Sun => this(Weekday::Sun, today),
        _ => this(Weekday::Fri, today),
    }
}

/// Returns the last day of the month that `day` is in.
pub(super) fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    minus(first_of_next_month(day)?, 1)
}

pub(super) fn first_of_next_month(day: NaiveDate) -> Option<NaiveDate> {
    plus_months(day.with_day(1)?, 1)
}

/// Returns the first day with this number that is not before today: the 5th, or the 31st in a month that has one.
pub(super) fn day_of_month(number: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=12)
        .filter_map(|months| plus_months(first, months)?.with_day(number))
        .find(|day| *day >= today)
}

/// Returns a day named without a year: the one that has just passed (at most 60 days ago), else the next one to come.
pub(super) fn day_and_month(number: u32, month: u32, today: NaiveDate) -> Option<Day> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, number);
    let recent = [today.year() - 1, today.year()]
        .into_iter()
        .filter_map(in_year)
        .find(|day| (1..=RECENT_DAYS).contains(&(today - *day).num_days()));
    let ahead = || {
        [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(in_year)
            .find(|day| *day >= today)
    };
    recent.map(Day::Passed).or_else(|| ahead().map(Day::On))
}

/// Returns the year meant by its last two digits.
pub(super) fn full_year(two_digits: i32, today: NaiveDate) -> i32 {
    let century = today.year() - today.year().rem_euclid(100);
    let year = century + two_digits;
    if year > today.year() + YEARS_AHEAD {
        year - 100
    } else {
        year
    }
}
