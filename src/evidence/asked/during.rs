//! Days that have a name of their own: `2025`, `march`, `last quarter`.

use std::str::FromStr;

use chrono::{Datelike, Month, NaiveDate};

use crate::evidence::period::Period;

/// Days by their name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum During {
    /// A year.
    Year(i32),
    /// A month, of this year or of the last such month there was.
    Month(Month, Option<i32>),
    /// What today is in.
    This(Stretch),
    /// The one before that.
    Last(Stretch),
}

/// How long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// From the first of a month.
    Month,
    /// As [`Period::quarter_of`] has it.
    Quarter,
    /// From January to December.
    Year,
}

impl During {
    /// What was typed, if it names days.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        match words.as_slice() {
            ["this", stretch] => Stretch::read(stretch).map(Self::This),
            ["last", stretch] => Stretch::read(stretch).map(Self::Last),
            [one] => year(one)
                .map(Self::Year)
                .or_else(|| Some(Self::Month(Month::from_str(one).ok()?, None))),
            [month, of] => Some(Self::Month(Month::from_str(month).ok()?, Some(year(of)?))),
            _ => None,
        }
    }

    /// The days it is, as it is said on this day.
    pub fn period(self, today: NaiveDate) -> Period {
        let months = |year: i32, month: u32, count: u32| {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today);
            Period::of_months(first, count)
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            Self::Month(month, year) => {
                let month = month.number_from_month();
                let is_ahead = month > today.month();
                let year = year.unwrap_or(today.year() - i32::from(is_ahead));
                months(year, month, 1)
            }
            Self::This(Stretch::Month) => months(today.year(), today.month(), 1),
            Self::This(Stretch::Quarter) => Period::quarter_of(today),
            Self::This(Stretch::Year) => months(today.year(), 1, 12),
            Self::Last(stretch) => Self::This(stretch).period(today).before(),
        }
    }
}

impl Stretch {
    fn read(typed: &str) -> Option<Self> {
        match typed {
            "month" => Some(Self::Month),
            "quarter" => Some(Self::Quarter),
            "year" => Some(Self::Year),
            _ => None,
        }
    }
}

fn year(typed: &str) -> Option<i32> {
    let year = typed.parse().ok()?;
    (1900..3000).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_asked_for_by_their_name() {
        let named = |typed: &str| {
            let today = "2026-03-10".parse().expect("a day");
            During::read(typed).map(|during| during.period(today).name())
        };
        for (typed, days) in [
            ("2025", "January to December 2025"),
            ("last year", "January to December 2025"),
            ("this year", "January to December 2026"),
            ("last quarter", "October to December 2025"),
            ("this quarter", "January to March 2026"),
            ("last month", "February 2026"),
            ("March", "March 2026"),
            ("october", "October 2025"),
            ("feb 2024", "February 2024"),
        ] {
            assert_eq!(named(typed).as_deref(), Some(days), "{typed}");
        }
        for typed in ["3", "25", "last", "last orders", "march of the bands", ""] {
            assert_eq!(named(typed), None, "{typed}");
        }
    }
}
