//! Days that are counted to: "in a fortnight", "a week on Friday", "2 days ago".

use chrono::NaiveDate;

use super::{
    calendar, names,
    when::{Found, Reader, on, passed},
};

impl Reader<'_> {
    /// "in a fortnight", "in 2 weeks", "within 3 days", "2 days ago".
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        let leads = matches!(self.word(at), "in" | "within");
        let start = if leads { at + 1 } else { at };
        let (span, end) = self.length_of_time(start)?;
        if leads {
            return Some(on(at..end, span.after(self.today)?));
        }
        if self.word(end) != "ago" {
            return None;
        }
        Some(passed(at..end + 1, span.before(self.today)?))
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
        let (span, end) = match self.word(at) {
            "week" | "fortnight" if matches!(before, "a" | "this" | "last") => return None,
            "week" | "fortnight" => self.unit(at, 1)?,
            _ => self.length_of_time(at)?,
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
        Some(on(at..from + 1, span.after(day)?))
    }

    /// A number and a unit: "2 weeks", "a couple of days", "a fortnight". And where it ends.
    fn length_of_time(&self, at: usize) -> Option<(Span, usize)> {
        if self.sentence.says(at, &["a", "couple", "of"]) {
            return self.unit(at + 3, 2);
        }
        let count = names::number(self.word(at))?;
        // No time at all is not a length of it.
        if count == 0 {
            None
        } else {
            self.unit(at + 1, count)
        }
    }

    fn unit(&self, at: usize, count: u32) -> Option<(Span, usize)> {
        let span = match self.word(at) {
            "day" | "days" => Span::Days(count),
            "week" | "weeks" | "wk" | "wks" => Span::Days(count * 7),
            "fortnight" | "fortnights" => Span::Days(count * 14),
            "month" | "months" => Span::Months(count),
            "year" | "years" => Span::Months(count * 12),
            _ => return None,
        };
        Some((span, at + 1))
    }
}

/// A length of time, as it is counted on a calendar.
#[derive(Clone, Copy)]
enum Span {
    Days(u32),
    Months(u32),
}

impl Span {
    fn after(self, day: NaiveDate) -> Option<NaiveDate> {
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
