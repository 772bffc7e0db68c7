//! The days something is there, and whether one of them is today.
//!
//! The days come from Open Referral schedules, or from a `when` that says them in the few forms people write them in.
//! What is not understood whole is not used at all: a wrong day is worse than none.

use std::fmt::{self, Display};

use chrono::{Datelike, Days as DayCount, NaiveDate, Weekday};

mod said;

pub use said::from_words;

/// Days on which something is there at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Which days.
    pub days: Days,
    /// From when until when, in words of digits, letters, `:`, `.` and `-`: `12-2`, `10:00-12:00`. May be empty.
    pub times: String,
    /// The first day this is so, if it says.
    pub from: Option<NaiveDate>,
    /// The last day this is so, if it says. After it nobody knows.
    pub until: Option<NaiveDate>,
    /// Only every so many weeks (or months), counted from the one with this day in it.
    pub every: Option<(u32, NaiveDate)>,
}

/// Which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Days {
    /// These days of each week.
    Week(Vec<Weekday>),
    /// These of each month: the second Monday is 2, the last Friday -1.
    Month(Vec<(i8, Weekday)>),
    /// These dates of each month; -1 is the last.
    Dates(Vec<i8>),
}

/// What a list tells of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Today {
    /// It is there.
    Open,
    /// It is there on other days.
    Not,
    /// The list does not say, or what it says has run out.
    Unknown,
    /// The list says until when it was right, and that has passed.
    RunOut,
}

/// The times of what never closes.
pub const DAY_AND_NIGHT: &str = "day-and-night";

/// Whether something with these hours is there on a day.
pub fn on(hours: &[Hours], day: NaiveDate) -> Today {
    let each: Vec<Today> = hours.iter().map(|hours| hours.on(day)).collect();
    [Today::Open, Today::RunOut, Today::Not]
        .into_iter()
        .find(|today| each.contains(today))
        .filter(|today| *today == Today::Open || !each.contains(&Today::Unknown))
        .unwrap_or(Today::Unknown)
}

impl Hours {
    /// Each week on these days, at these times.
    pub fn weekly(days: Vec<Weekday>, times: impl Into<String>) -> Self {
        Self {
            days: Days::Week(days),
            times: times.into(),
            from: None,
            until: None,
            every: None,
        }
    }

    fn on(&self, day: NaiveDate) -> Today {
        if self.until.is_some_and(|until| until < day) {
            return Today::RunOut;
        }
        if self.from.is_some_and(|from| day < from) {
            return Today::Not;
        }
        if !self.days.hold(day) {
            return Today::Not;
        }
        match self.every {
            None => Today::Open,
            Some((every, first))
                if self.turns_between(first, day) % i64::from(every.max(1)) == 0 =>
            {
                Today::Open
            }
            Some(_) => Today::Not,
        }
    }

    /// Weeks, or months, from the one that holds `first`.
    fn turns_between(&self, first: NaiveDate, day: NaiveDate) -> i64 {
        match self.days {
            Days::Week(_) => (monday(day) - monday(first)).num_days() / 7,
            Days::Month(_) | Days::Dates(_) => {
                let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
                months(day) - months(first)
            }
        }
    }

    /// `Tue and Thu 10:00-12:00`, as a row says it.
    pub fn in_words(&self) -> String {
        let mut said = match self.every {
            Some((every, _)) if every > 1 => {
                format!("every {every} ")
                    + match self.days {
                        Days::Week(_) => "weeks ",
                        Days::Month(_) | Days::Dates(_) => "months ",
                    }
            }
            _ => String::new(),
        };
        said += &self.days.in_words();
        match self.times.as_str() {
            "" => {}
            DAY_AND_NIGHT if said == EVERY_DAY => "day and night".clone_into(&mut said),
            DAY_AND_NIGHT => said += " day and night",
            times => said = format!("{said} {times}"),
        }
        said
    }
}

const EVERY_DAY: &str = "every day";

fn monday(day: NaiveDate) -> NaiveDate {
    let past = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(DayCount::new(past)).unwrap_or(day)
}

impl Days {
    fn hold(&self, day: NaiveDate) -> bool {
        let length = i64::from(days_in_month(day));
        let date = i64::from(day.day());
        let counted = |nth: i8, from_start: i64, from_end: i64| match nth {
            0 => false,
            1.. => i64::from(nth) == from_start,
            _ => i64::from(-nth) == from_end,
        };
        match self {
            Self::Week(days) => days.contains(&day.weekday()),
            Self::Month(days) => days.iter().any(|(nth, weekday)| {
                *weekday == day.weekday()
                    && counted(*nth, (date - 1) / 7 + 1, (length - date) / 7 + 1)
            }),
            Self::Dates(dates) => dates
                .iter()
                .any(|nth| counted(*nth, date, length - date + 1)),
        }
    }

    fn in_words(&self) -> String {
        match self {
            Self::Week(days) => week_in_words(days),
            Self::Month(days) => {
                let each = days
                    .iter()
                    .map(|(nth, day)| format!("{} {}", nth_in_words(*nth), short(*day)));
                joined(&each.collect::<Vec<_>>())
            }
            Self::Dates(dates) => {
                let each = dates.iter().map(|nth| nth_in_words(*nth));
                let s = if dates.len() == 1 { "" } else { "s" };
                format!("day{s} {} of the month", joined(&each.collect::<Vec<_>>()))
            }
        }
    }
}

fn days_in_month(day: NaiveDate) -> u32 {
    (28..=31)
        .rev()
        .find(|last| day.with_day(*last).is_some())
        .unwrap_or(28)
}

/// `every day`, `Mon-Fri`, `Tue and Thu`.
fn week_in_words(days: &[Weekday]) -> String {
    let mut numbers: Vec<u32> = days.iter().map(Weekday::num_days_from_monday).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let in_a_row = numbers.windows(2).all(|two| two[1] == two[0] + 1);
    let named = |number: &u32| {
        let day = WEEK[*number as usize % 7];
        short(day).to_owned()
    };
    match numbers.as_slice() {
        [_, _, _, _, _, _, _] => EVERY_DAY.to_owned(),
        [first, .., last] if in_a_row && numbers.len() > 2 => {
            format!("{}-{}", named(first), named(last))
        }
        _ => joined(&numbers.iter().map(named).collect::<Vec<_>>()),
    }
}

fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn nth_in_words(nth: i8) -> String {
    match nth {
        -1 => "last".to_owned(),
        ..=0 => format!("{} from last", -i32::from(nth)),
        1 | 21 | 31 => format!("{nth}st"),
        2 | 22 => format!("{nth}nd"),
        3 | 23 => format!("{nth}rd"),
        _ => format!("{nth}th"),
    }
}

/// From Monday.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// As calendars write them, from Monday.
const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn short(day: Weekday) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.num_days_from_monday() as usize]
}

/// `TU` or `2MO` or `-1FR`: the day, and which of the month if it says.
pub fn day_code(code: &str) -> Option<(Option<i8>, Weekday)> {
    let code = code.trim().to_ascii_uppercase();
    let start = code
        .len()
        .checked_sub(2)
        .filter(|at| code.is_char_boundary(*at))?;
    let (nth, day) = code.split_at(start);
    let day = CODES.iter().position(|known| *known == day)?;
    let nth = match nth.trim_start_matches('+') {
        "" => None,
        nth => Some(
            nth.parse()
                .ok()
                .filter(|nth| (-5..=5).contains(nth) && *nth != 0)?,
        ),
    };
    Some((nth, WEEK[day]))
}

/// As the file of imported listings keeps it: `TU,TH|10:00-12:00|2025-01-01..2026-12-31|2@2025-01-07`, without what it
/// does not say at the end.
impl Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = |day: &Weekday| CODES[day.num_days_from_monday() as usize];
        let days: Vec<String> = match &self.days {
            Days::Week(days) => days.iter().map(|day| code(day).to_owned()).collect(),
            Days::Month(days) => days
                .iter()
                .map(|(nth, day)| format!("{nth}{}", code(day)))
                .collect(),
            Days::Dates(dates) => dates.iter().map(i8::to_string).collect(),
        };
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let span = match (self.from, self.until) {
            (None, None) => String::new(),
            (from, until) => format!("{}..{}", day(from), day(until)),
        };
        let every = self
            .every
            .map(|(every, first)| format!("{every}@{first}"))
            .unwrap_or_default();
        let whole = [days.join(","), self.times.clone(), span, every].join("|");
        f.write_str(whole.trim_end_matches('|'))
    }
}

/// Reads what [`Hours`] displays. `None` when any of it is not understood.
pub fn read(text: &str) -> Option<Hours> {
    let mut parts = text.trim().split('|').map(str::trim);
    let days = read_days(parts.next()?)?;
    let times = parts.next().unwrap_or_default();
    if !is_times(times) {
        return None;
    }
    let (from, until) = match parts.next().unwrap_or_default() {
        "" => (None, None),
        span => {
            let (from, until) = span.split_once("..")?;
            (read_date(from)?, read_date(until)?)
        }
    };
    let every = match parts.next().unwrap_or_default() {
        "" => None,
        every => {
            let (every, first) = every.split_once('@')?;
            Some((every.parse().ok()?, read_date(first)??))
        }
    };
    parts.next().is_none().then(|| Hours {
        days,
        times: times.to_owned(),
        from,
        until,
        every,
    })
}

/// Outside `None`: not a date. Inside: nothing is said.
fn read_date(text: &str) -> Option<Option<NaiveDate>> {
    match text {
        "" => Some(None),
        text => Some(Some(NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?)),
    }
}

fn read_days(text: &str) -> Option<Days> {
    if let Some(dates) = text
        .split(',')
        .map(|date| date.parse().ok().filter(|date| is_date(*date)))
        .collect::<Option<Vec<i8>>>()
    {
        return Some(Days::Dates(dates));
    }
    let codes: Vec<(Option<i8>, Weekday)> = text.split(',').map(day_code).collect::<Option<_>>()?;
    days_of(&codes)
}

/// A date of a month, from its start or its end.
pub fn is_date(date: i8) -> bool {
    (-31..=31).contains(&date) && date != 0
}

/// Days of the week, or days of the month where each says which. `None` when some do and some do not, or none is there.
pub fn days_of(codes: &[(Option<i8>, Weekday)]) -> Option<Days> {
    let nth: Option<Vec<(i8, Weekday)>> = codes
        .iter()
        .map(|(nth, day)| Some(((*nth)?, *day)))
        .collect();
    match nth {
        _ if codes.is_empty() => None,
        Some(days) => Some(Days::Month(days)),
        None if codes.iter().all(|(nth, _)| nth.is_none()) => {
            Some(Days::Week(codes.iter().map(|(_, day)| *day).collect()))
        }
        None => None,
    }
}

/// Whether these can be the times of [`Hours`].
pub fn is_times(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '-'))
}

#[cfg(test)]
mod tests;
