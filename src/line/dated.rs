//! Dates as written: 13/3, 13/03/26, 2026-03-13, 13 March, March 13, Fri 13 March, by the 5th. The day comes before the
//! month, always.
//!
//! Numbers with a stroke are dates only when nothing else is likely. Care notes are full of others: 1/2 a tablet, a
//! 24/7 line, pain 3/10, review 6/52. So without a year, a date such as 5/3 needs "by" or "on" before it; 13/3 does
//! not, because no fraction looks like that.

use chrono::{Datelike, NaiveDate};

use super::{
    Day, calendar, names,
    when::{Found, Reader, found, on, unsure},
};

/// Words that may follow a number when it is not a date: "on the 2nd floor", "on 1/2 tablet".
const COUNTED: &str = "\
    floor storey landing flat door house time times attempt try go visit call one day week month year \
    anniversary birthday stroke fall dose flight bell letter bus stop person son daughter child wife \
    husband half tablet tablets tab tabs pill pills mg ml hour hours pint portion of";

impl Reader<'_> {
    /// A written date, with its weekday when there is one.
    pub(super) fn dated(&self, at: usize) -> Option<Found> {
        self.named_and_dated(at)
            .or_else(|| self.full_date(at))
            .or_else(|| self.day_alone(at))
    }

    /// "w/c 16 March", "week commencing Monday": the day stands for its week.
    pub(super) fn week_beginning(&self, at: usize) -> Option<Found> {
        let start = match (self.word(at), self.word(at + 1)) {
            ("w/c", _) => at + 1,
            ("week", "commencing" | "beginning" | "starting") => at + 2,
            _ => return None,
        };
        let day = match names::weekday(self.word(start)) {
            Some(weekday) => on(start..start + 1, calendar::coming(weekday, self.today)?),
            None => self.full_date(start)?,
        };
        Some(Found {
            words: at..day.words.end,
            week: true,
            ..day
        })
    }

    /// "Fri 13 March", "Friday 13th", "fri 13". A weekday that contradicts its date leaves both in doubt.
    fn named_and_dated(&self, at: usize) -> Option<Found> {
        let weekday = names::weekday(self.word(at))?;
        let start = at + 1 + usize::from(self.word(at + 1) == "the");
        let (end, day, is_number) = match self.full_date(start) {
            Some(date) => (date.words.end, date.day, false),
            None => {
                let (number, is_number) = self.day_number(start)?;
                let day = calendar::day_of_month(number, self.today)?;
                (start + 1, Day::On(day), is_number)
            }
        };
        let words = at..end;
        match day {
            Day::On(date) if date.weekday() == weekday => Some(on(words, date)),
            // "Friday 2 carers needed": a number that does not fit the weekday was not a date.
            Day::On(_) if is_number => None,
            Day::On(date) => Some(unsure(words, date)),
            other => Some(found(words, other)),
        }
    }

    fn full_date(&self, at: usize) -> Option<Found> {
        self.in_figures(at)
            .or_else(|| self.day_then_month(at))
            .or_else(|| self.month_then_day(at))
            .or_else(|| self.month_alone(at))
    }

    /// 13/3, 13/03/26, 13.03.2026, 2026-03-13.
    fn in_figures(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let mark = word.chars().find(|c| !c.is_ascii_digit())?;
        if !matches!(mark, '/' | '-' | '.') {
            return None;
        }
        let parts: Vec<&str> = word.split(mark).collect();
        let numbers = parts
            .iter()
            .map(|part| names::digits(part))
            .collect::<Option<Vec<u32>>>()?;
        let day = match (numbers.as_slice(), parts.as_slice()) {
            ([year, month, day], [typed, _, _]) if typed.len() == 4 => {
                self.exact(*year, *month, *day)?
            }
            ([day, month, year], [_, _, typed]) => {
                self.exact(self.year(*year, typed.len())?, *month, *day)?
            }
            ([day, month], _) if mark == '/' && self.is_date(at, *day, *month) => {
                calendar::day_and_month(*day, *month, self.today)?
            }
            _ => return None,
        };
        Some(found(at..at + 1, day))
    }

    /// Whether day/month is a date and not a fraction, a score or "24/7".
    fn is_date(&self, at: usize, day: u32, month: u32) -> bool {
        let before = self.sentence.before(at);
        let led = is_lead(before) || names::weekday(before).is_some();
        let plain = day > 12 && (day, month) != (24, 7);
        self.alone || plain || led && (day, month) != (24, 7) && !self.is_counted(at)
    }

    fn exact(&self, year: u32, month: u32, day: u32) -> Option<Day> {
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some(calendar::due(date, self.today))
    }

    fn year(&self, typed: u32, figures: usize) -> Option<u32> {
        match figures {
            4 => Some(typed),
            2 => u32::try_from(calendar::full_year(i32::try_from(typed).ok()?, self.today)).ok(),
            _ => None,
        }
    }

    /// "13 March", "13th of March 2026".
    fn day_then_month(&self, at: usize) -> Option<Found> {
        let (day, is_number) = self.day_number(at)?;
        let name = at + 1 + usize::from(self.word(at + 1) == "of");
        let month = names::month(self.word(name))?;
        // "Flat 2 may be free".
        let doubtful =
            is_number && self.sentence.typed(name) == "may" && !is_lead(self.sentence.before(at));
        if doubtful && !self.alone {
            return None;
        }
        self.with_year(at, name + 1, day, month)
    }

    /// "March 13". Not "march 2 miles" or "may 5": those words need their capital here.
    fn month_then_day(&self, at: usize) -> Option<Found> {
        let month = names::month(self.word(at))?;
        let doubtful = matches!(self.sentence.typed(at), "march" | "may");
        if doubtful && !self.alone {
            return None;
        }
        let (day, _) = self.day_number(at + 1)?;
        self.with_year(at, at + 2, day, month)
    }

    /// A month typed alone is its first day.
    fn month_alone(&self, at: usize) -> Option<Found> {
        if !self.alone {
            return None;
        }
        let month = names::month(self.word(at))?;
        Some(found(
            at..at + 1,
            calendar::day_and_month(1, month, self.today)?,
        ))
    }

    /// A day and a month, with the year if the next word is one. Two figures are one only when they are this year or
    /// the next: "13 March 30 people" is not in 2030.
    fn with_year(&self, at: usize, end: usize, day: u32, month: u32) -> Option<Found> {
        let typed = self.word(end);
        let year = names::digits(typed)
            .and_then(|number| self.year(number, typed.len()))
            .filter(|year| {
                let this = i64::from(self.today.year());
                typed.len() == 4 || (this..=this + 1).contains(&i64::from(*year))
            });
        match year {
            Some(year) => Some(found(at..end + 1, self.exact(year, month, day)?)),
            None => Some(found(
                at..end,
                calendar::day_and_month(day, month, self.today)?,
            )),
        }
    }

    /// "by the 5th", "on the 2nd", "the 5th of next month". Without "by" or "on" it is the 2nd of something else.
    fn day_alone(&self, at: usize) -> Option<Found> {
        let led = is_lead(self.word(at));
        let the = at + usize::from(led);
        let name = the + usize::from(self.word(the) == "the");
        let (number, is_number) = self.day_number(name)?;
        let in_month = match (
            self.word(name + 1),
            self.word(name + 2),
            self.word(name + 3),
        ) {
            ("of", "next", "month") => Some((name + 4, calendar::first_of_next_month(self.today)?)),
            ("of", "this", "month") => Some((name + 4, self.today)),
            ("of", "the", "month") => Some((name + 4, self.today)),
            _ => None,
        };
        if let Some((end, from)) = in_month {
            return Some(on(at..end, calendar::day_of_month(number, from)?));
        }
        let is_hour = matches!(self.sentence.before(name), "at" | "half" | "past" | "to");
        let is_day = led && !is_number && !self.is_counted(name);
        // "By the 5th March" is read at its number.
        if !(is_day || self.alone && !is_hour) || self.day_then_month(name).is_some() {
            return None;
        }
        let day = calendar::day_of_month(number, self.today)?;
        Some(on(at..name + 1, day))
    }

    /// A day's number, and whether it is a bare number and not `5th`.
    fn day_number(&self, at: usize) -> Option<(u32, bool)> {
        let word = self.word(at);
        let bare = names::digits(word)
            .filter(|_| word.len() <= 2)
            .map(|number| (number, true));
        let day = bare.or_else(|| names::ordinal(word).map(|number| (number, false)));
        day.filter(|(number, _)| (1..=31).contains(number))
    }

    fn is_counted(&self, at: usize) -> bool {
        let next = self.sentence.goes_on(at);
        !next.is_empty() && COUNTED.split_whitespace().any(|word| word == next)
    }
}

/// Words that are followed by the day something is due.
fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "by" | "on"
            | "before"
            | "until"
            | "till"
            | "due"
            | "w/c"
            | "commencing"
            | "beginning"
            | "starting"
    )
}
