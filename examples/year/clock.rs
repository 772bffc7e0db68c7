//! The clock on the wall in the United Kingdom, which goes forward on the last Sunday of March and back on the last Sunday
//! of October.

use alongside::conversation::Moment;
use chrono::{Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, TimeZone};

/// What the clock on the wall showed at a time in Greenwich.
pub(super) fn uk(greenwich: NaiveDateTime) -> Moment {
    let year = greenwich.year();
    let changes = [3, 10].map(|month| {
        last_sunday(year, month)
            .and_hms_opt(1, 0, 0)
            .unwrap_or_default()
    });
    let is_summer = (changes[0]..changes[1]).contains(&greenwich);
    let ahead = FixedOffset::east_opt(if is_summer { 3_600 } else { 0 });
    let ahead = ahead.unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
    ahead.from_utc_datetime(&greenwich)
}

/// The last Sunday of a month that has 31 days.
pub(super) fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    last - Days::new(last.weekday().num_days_from_sunday().into())
}
