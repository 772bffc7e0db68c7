//! Promises as an iCalendar file (RFC 5545): events, because many calendars do not show anything else; the alarm last
//! in each, because one that comes early made a calendar refuse the file; and nobody's name, because calendars at work
//! are widely seen.

use chrono::{Days, NaiveDate, NaiveTime};

use super::model::Promise;
use crate::conversation::Moment;

/// The most octets a line of the file may have, without its end.
const FOLD_AT: usize = 75;

/// Seconds from 1970 to 2020: small numbers last longer in a field of 32 bits.
const SINCE: i64 = 1_577_836_800;

/// The promises that have a day, as a calendar file. Each has the same identity every time, and a number that rises
/// with whatever becomes of it, so that a calendar puts the new one in the place of the old.
pub fn calendar<'a>(promises: impl IntoIterator<Item = &'a Promise>, now: Moment) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Alongside//Next steps//EN");
    file.line("CALSCALE", "GREGORIAN");
    for promise in promises {
        if let Some(due) = promise.due {
            file.event(promise, due, now);
        }
    }
    file.line("END", "VCALENDAR");
    file.0
}

#[derive(Default)]
struct File(String);

impl File {
    fn event(&mut self, promise: &Promise, due: NaiveDate, now: Moment) {
        let reference = promise.reference();
        let title = escaped(&format!("Next step {reference}"));
        self.line("BEGIN", "VEVENT");
        self.line("UID", &identity(promise));
        self.line(
            "DTSTAMP",
            &now.to_utc().format("%Y%m%dT%H%M%SZ").to_string(),
        );
        self.line("SEQUENCE", &sequence(promise).to_string());
        match promise.time {
            Some(time) => self.at(due, time),
            None => self.all_day(due, promise.week),
        }
        self.line("SUMMARY", &title);
        self.line("CLASS", "PRIVATE");
        self.line("TRANSP", "TRANSPARENT");
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("DESCRIPTION", &title);
        // At the time; at nine in the morning where there is none.
        let before = if promise.time.is_some() {
            "PT0S"
        } else {
            "PT9H"
        };
        self.line("TRIGGER", before);
        self.line("END", "VALARM");
        self.line("END", "VEVENT");
    }

    /// A time with no zone is that time wherever the calendar is.
    fn at(&mut self, day: NaiveDate, time: NaiveTime) {
        let starts = format!("{}T{}", date(day), time.format("%H%M%S"));
        self.line("DTSTART", &starts);
        self.line("DURATION", "PT15M");
    }

    fn all_day(&mut self, day: NaiveDate, week: bool) {
        let days = Days::new(if week { 7 } else { 1 });
        self.line("DTSTART;VALUE=DATE", &date(day));
        if let Some(after) = day.checked_add_days(days) {
            self.line("DTEND;VALUE=DATE", &date(after));
        }
    }

    fn line(&mut self, name: &str, value: &str) {
        self.0.push_str(&folded(&format!("{name}:{value}")));
    }
}

/// The same every time, whatever becomes of it, and says nothing of anybody.
fn identity(promise: &Promise) -> String {
    format!("{:016x}@next-step.alongside", promise.fingerprint())
}

/// Rises with whatever becomes of it: in the conversation with every minute of it, in the record with every change.
fn sequence(promise: &Promise) -> u32 {
    let last = u32::try_from((promise.last - SINCE).clamp(0, i64::from(i32::MAX) / 2));
    last.unwrap_or_default().saturating_add(promise.changes)
}

fn date(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Words as a text value.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line as the file has it: parted before the 76th octet, never inside a character, and ended.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / FOLD_AT * 3 + 2);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > FOLD_AT {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests;
