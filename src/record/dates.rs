//! Dates and times as a record says them.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::conversation::Moment;

/// `Tuesday 10 March 2026`.
pub(super) fn long_day(at: Moment) -> String {
    long_date(at.date_naive())
}

/// The same of a day.
pub(super) fn long_date(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// `Wed 11 March 2026`.
pub(super) fn due_day(day: NaiveDate) -> String {
    day.format("%a %-d %B %Y").to_string()
}

/// Reads what [`due_day`] writes.
pub(super) fn read_due_day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%a %d %B %Y").ok()
}

/// `14:20`.
pub(super) fn clock(at: Moment) -> String {
    at.format("%H:%M").to_string()
}

/// `14:20`, of a time with no date.
pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Reads what [`time`] writes.
pub(super) fn read_time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// `10 March`, or with its year when that is not `year`.
pub(super) fn day_in(day: NaiveDate, year: i32) -> String {
    let form = if day.year() == year {
        "%-d %B"
    } else {
        "%-d %B %Y"
    };
    day.format(form).to_string()
}

/// Reads what [`day_in`] writes.
pub(super) fn read_day_in(text: &str, year: i32) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%d %B %Y")
        .or_else(|_| NaiveDate::parse_from_str(&format!("{text} {year}"), "%d %B %Y"))
        .ok()
}

/// `2026-03-10T14:20:00+00:00`. A year has four digits there; a clock that says another is far out, and what it says is
/// taken as the nearest that can be read back.
pub(super) fn stamp(at: Moment) -> String {
    match at.year() {
        ..0 => "0000-01-01T00:00:00+00:00".to_owned(),
        10_000.. => "9999-12-31T23:59:59+00:00".to_owned(),
        _ => at.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}
