//! Days and times as people say them.

use chrono::{Datelike, NaiveDate};

use crate::conversation::Moment;

/// `14:20`.
pub fn clock(at: Moment) -> String {
    at.format("%H:%M").to_string()
}

/// `Wed 11 March`; with the year when it is another one.
pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    let same_year = day.year() == today.year();
    day.format(if same_year {
        "%a %-d %B"
    } else {
        "%a %-d %B %Y"
    })
    .to_string()
}

/// `Wed 11 Mar`.
pub fn day_short(day: NaiveDate) -> String {
    day.format("%a %-d %b").to_string()
}

/// `Tuesday 10 March 2026`.
pub fn full_date(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// `today at 11:05`, `Monday 16:40`, `Tue 3 March`.
pub fn ago(at: Moment, now: Moment) -> String {
    let (then, today) = (at.date_naive(), now.date_naive());
    match (today - then).num_days() {
        0 => format!("today at {}", clock(at)),
        1..=6 => format!("{} {}", at.format("%A"), clock(at)),
        _ => day(then, today),
    }
}
