//! Schedules to the days something is there.

use chrono::{NaiveDate, Weekday};

use super::fields::{Fields, Object};
use crate::connection::{
    hours::{DAY_AND_NIGHT, Days, Hours, day_code, days_of, is_date},
    import::Fault,
};

/// The days a schedule says, or none where it is not understood.
pub(super) fn read(schedule: &Object, fields: &mut Fields) -> Option<Hours> {
    let days = days(schedule, fields)?;
    let times = times(schedule, fields);
    let start = fields.day(schedule, "dtstart");
    let from = latest(start, fields.day(schedule, "valid_from"));
    let until = earliest(
        fields.day(schedule, "until"),
        fields.day(schedule, "valid_to"),
    );
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        fields.fault(Fault::EndsFirst);
        return None;
    }
    let every = match fields.number(schedule, "interval") {
        Some(every) if (2.0..=60.0).contains(&every) => {
            let Some(first) = from else {
                fields.fault(Fault::NoStart);
                return None;
            };
            // Whole and small, as was just seen.
            Some((every as u32, start.unwrap_or(first)))
        }
        _ => None,
    };
    Some(Hours {
        days,
        times,
        from,
        until,
        every,
    })
}

fn latest(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.max(other)
}

fn earliest(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

fn days(schedule: &Object, fields: &mut Fields) -> Option<Days> {
    let byday = fields.words(schedule, "byday");
    let freq = fields.words(schedule, "freq").to_uppercase();
    let dates = fields.words(schedule, "bymonthday");
    let codes = byday.split([',', ' ']).filter(|code| !code.is_empty());
    let codes: Option<Vec<(Option<i8>, Weekday)>> = codes.map(day_code).collect();
    let Some(codes) = codes else {
        fields.fault(Fault::OddDay);
        return None;
    };
    match freq.as_str() {
        "DAILY" => days_of(
            &["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
                .map(|code| day_code(code).unwrap_or((None, Weekday::Mon))),
        ),
        "MONTHLY" if codes.is_empty() && !dates.is_empty() => {
            let each = dates.split([',', ' ']).filter(|date| !date.is_empty());
            let each = each.map(|date| date.parse().ok().filter(|date| is_date(*date)));
            let dates: Option<Vec<i8>> = each.collect();
            if dates.is_none() {
                fields.fault(Fault::OddDay);
            }
            dates.map(Days::Dates)
        }
        "" | "WEEKLY" | "MONTHLY" => {
            let days = days_of(&codes);
            // Each Tuesday of the month is each Tuesday; the second Tuesday of a week is nothing.
            let fits = !matches!((&days, freq.as_str()), (Some(Days::Month(_)), "WEEKLY"));
            if days.is_none() && codes.is_empty() {
                // Times without days say nothing of a day, and are nobody's slip.
                return None;
            }
            if days.is_none() || !fits {
                fields.fault(Fault::OddDay);
                return None;
            }
            days
        }
        _ => {
            fields.fault(Fault::OddFrequency);
            None
        }
    }
}

/// `10:00-12:00`; day and night when it opens at 00:00 and closes at 23:59 or later.
fn times(schedule: &Object, fields: &mut Fields) -> String {
    let opens = time(schedule, "opens_at", fields);
    let closes = time(schedule, "closes_at", fields);
    match (opens, closes) {
        (Some((0, 0)), Some((23, 59) | (24, 0) | (0, 0))) => DAY_AND_NIGHT.to_owned(),
        (Some(opens), Some(closes)) if closes < opens => {
            // Until two in the morning is after it opened; until noon is not.
            if closes.0 < 6 {
                return format!("{}-{}", shown(opens), shown(closes));
            }
            fields.fault(Fault::ClosesFirst);
            String::new()
        }
        (Some(opens), Some(closes)) => format!("{}-{}", shown(opens), shown(closes)),
        (Some(opens), None) => shown(opens),
        (None, _) => String::new(),
    }
}

fn shown((hour, minute): (u32, u32)) -> String {
    format!("{hour:02}:{minute:02}")
}

/// Hour and minute of `10:00`, `10:00:00`, `10:00Z` or `10:00+01:00`. The clock meant is the one on the wall there.
fn time(schedule: &Object, key: &str, fields: &mut Fields) -> Option<(u32, u32)> {
    let written = fields.words(schedule, key);
    if written.is_empty() {
        return None;
    }
    let clock = written
        .split_once('T')
        .map_or(written.as_str(), |(_, clock)| clock);
    let clock = clock
        .trim_end_matches('Z')
        .split('+')
        .next()
        .unwrap_or_default();
    let mut parts = clock.split(':');
    let mut next = || parts.next()?.trim().parse::<u32>().ok();
    let time = next().zip(next());
    let time =
        time.filter(|(hour, minute)| *hour < 24 && *minute < 60 || (*hour, *minute) == (24, 0));
    if time.is_none() {
        fields.fault(Fault::OddTime);
    }
    time
}
