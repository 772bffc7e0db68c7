//! Days that are counted to: "in a fortnight", "a week on Friday", "2 days ago".

use chrono::NaiveDate;

use super::{
    calendar, names,
    sentence::Sentence,
    when::{Found, Reader, on, passed},
};

/// Reads a length of time and nothing else: "6 years", "18 months", "a fortnight".
pub fn read_length(text: &str) -> Option<Length> {
    let sentence = Sentence::new(text);
    let (length, end) = length_of_time(&sentence, 0)?;
    (end == sentence.len()).then_some(length)
}

impl Reader<'_> {
    /// "in a fortnight", "in 2 weeks", "within 3 days", "2 days ago".
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        let leads = matches!(self.word(at), "in" | "within");
        let start = if leads { at + 1 } else { at };
        let (length, end) = length_of_time(self.sentence, start)?;
        if leads {
            return Some(on(at..end, length.after(self.today)?));
        }
        if self.word(end) != "ago" {
            return None;
        }
        Some(passed(at..end + 1, length.before(self.today)?))
    }

    /// "a week on Friday", "a fortnight today", "3 days from tomorrow". Not "twice a week on Friday", nor "for 3 days
    /// from Friday".
    pub(super) fn counted_from(&self, at: usize) -> Option<Found> {
        let before = self.sentence.before(at);
        if matches!(
            before,
            "once"
                | "twice"
                | "times"
                | "day"
                | "days"
                | "visits"
                | "hours"
                | "every"
                | "each"
                | "per"
        ) {
            return None;
        }
        let (length, end) = match self.word(at) {
            "week" | "fortnight" if matches!(before, "a" | "this" | "last") => return None,
            "week" | "fortnight" => unit(self.sentence, at, 1)?,
            _ => length_of_time(self.sentence, at)?,
        };
        if before == "for" && self.word(end) == "from" {
            return None;
        }
        let joined = matches!(self.word(end), "on" | "from" | "after");
        let from = if joined { end + 1 } else { end };
        let day = match self.word(from) {
            "today" | "now" => self.today,
            "tomorrow" => calendar::plus(self.today, 1)?,
            name => calendar::coming(names::weekday(name)?, self.today)?,
        };
        Some(on(at..from + 1, length.after(day)?))
    }
}

/// A number and a unit: "2 weeks", "a couple of days", "a fortnight". And where it ends.
fn length_of_time(sentence: &Sentence<'_>, at: usize) -> Option<(Length, usize)> {
    if sentence.says(at, &["a", "couple", "of"]) {
        return unit(sentence, at + 3, 2);
    }
    let count = names::number(sentence.word(at))?;
    // No time at all is not a length of it.
    if count == 0 {
        None
    } else {
        unit(sentence, at + 1, count)
    }
}

fn unit(sentence: &Sentence<'_>, at: usize, count: u32) -> Option<(Length, usize)> {
    let length = match sentence.word(at) {
        "day" | "days" => Length::Days(count),
        "week" | "weeks" | "wk" | "wks" => Length::Days(count * 7),
        "fortnight" | "fortnights" => Length::Days(count * 14),
        "month" | "months" => Length::Months(count),
        "year" | "years" => Length::Months(count * 12),
        _ => return None,
    };
    Some((length, at + 1))
}

/// A length of time, as it is counted on a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// So many days.
    Days(u32),
    /// So many months; a year is twelve.
    Months(u32),
}

impl Length {
    /// The day so long after this one. Where the month has no such day it is its last: a year after 29 February is 28
    /// February. `None` past the end of the calendar.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => calendar::plus(day, days),
            Self::Months(months) => calendar::plus_months(day, months),
        }
    }

    fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => calendar::minus(day, days),
            Self::Months(months) => calendar::minus_months(day, months),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_stands_alone_and_is_more_than_none() {
        for (typed, length) in [
            ("6 years", Length::Months(72)),
            ("six years", Length::Months(72)),
            ("18 months", Length::Months(18)),
            ("a year", Length::Months(12)),
            ("90 days", Length::Days(90)),
            ("2 weeks", Length::Days(14)),
        ] {
            assert_eq!(read_length(typed), Some(length), "{typed}");
        }
        for typed in ["", "6", "years", "0 years", "6.5 years", "6 years or so"] {
            assert_eq!(read_length(typed), None, "{typed}");
        }
    }

    #[test]
    fn months_end_where_the_calendar_ends_them() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (length, from, to) in [
            (Length::Months(12), "2028-02-29", "2029-02-28"),
            (Length::Months(48), "2028-02-29", "2032-02-29"),
            (Length::Months(1), "2027-01-31", "2027-02-28"),
            (Length::Months(18), "2026-08-31", "2028-02-29"),
            (Length::Months(72), "2026-03-10", "2032-03-10"),
            (Length::Days(90), "2026-03-10", "2026-06-08"),
        ] {
            assert_eq!(length.after(day(from)), Some(day(to)), "{length:?} {from}");
        }
        assert_eq!(Length::Months(1).after(NaiveDate::MAX), None);
    }
}
