//! The day in a sentence.
//!
//! A wrong date is worse than no date. So a day that may describe something ("Sunday lunch") is named but not set, a
//! fraction is not a date, and where people disagree ("next Friday") the other reading is kept beside. The last sure
//! day in a sentence wins: it is the one typed to put the first one right.
//!
//! Written dates (13/3, 13 March, the 5th) are read in [`super::dated`], lengths of time (in 2 weeks) in
//! [`super::counted`]; this file reads the days with names.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Day, When, calendar, clock, names, sentence::Sentence};

/// Words after a day that make it describe something: "Sunday lunch", "the Friday club".
const DESCRIBED: &str = "\
    lunch lunches dinner tea breakfast brunch roast coffee drinks club group service services school \
    mass prayers market fair paper papers class classes lesson session sessions choir band bingo bowls \
    dance dancing swim swimming walk walks yoga chapel church meeting meetings appointment clinic \
    surgery visit visits call calls carer carers nurse team shift shifts round rota slot run bus trip \
    outing delivery bins shop shopping routine sitting crew girl lady man people volunteers drop-in film \
    game match football darts quiz physio mornings afternoons evenings nights";

/// Words before a day that make it one of many, or one with a name of its own.
const ONE_OF_MANY: &str = "\
    the a an her his their our my your every each most all usual regular another any some alternate good \
    easter palm shrove ash black holiday";

/// Words before a day that make it what the talk is about, not when something is done.
const SPOKEN_OF: &str = "about after since of re regarding like missed";

/// A day found, and the words it was found in.
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) day: Day,
    pub(super) other: Option<NaiveDate>,
    pub(super) week: bool,
}

/// Reads a day typed alone, as after `/date`: "fri", "sat", "18 march", "may", "13th". There is nothing it could
/// describe here, so it must be a day from end to end, or it is none.
pub fn read_day(text: &str, today: NaiveDate) -> When {
    let sentence = Sentence::new(text);
    let time = clock::last_time(&sentence);
    let reader = Reader {
        sentence: &sentence,
        today,
        alone: true,
    };
    let Some(found) = best(reader.all()) else {
        return When::default();
    };
    let is_used = |at: usize| {
        let in_time = time.as_ref().is_some_and(|(words, _)| words.contains(&at));
        let filler = matches!(
            sentence.word(at),
            "by" | "on" | "at" | "for" | "due" | "the" | "time"
        );
        found.words.contains(&at) || in_time || filler
    };
    if !(0..sentence.len()).all(is_used) {
        return When::default();
    }
    when(&sentence, Some(found))
}

/// Reads every day in a sentence, in the order they were typed.
pub(super) fn days(sentence: &Sentence<'_>, today: NaiveDate) -> Vec<Found> {
    Reader {
        sentence,
        today,
        alone: false,
    }
    .all()
}

/// Returns the day that counts, with the time of day.
pub(super) fn when(sentence: &Sentence<'_>, found: Option<Found>) -> When {
    let time = clock::last_time(sentence).map(|(_, time)| time);
    let Some(found) = found else {
        return When {
            time,
            ..When::default()
        };
    };
    When {
        day: found.day,
        other: found.other,
        words: String::from(sentence.span(&found.words)),
        week: found.week,
        time,
    }
}

/// The last sure day, else the last one named.
pub(super) fn best(mut found: Vec<Found>) -> Option<Found> {
    let sure = found
        .iter()
        .rposition(|found| matches!(found.day, Day::On(_)));
    let index = sure.or(found.len().checked_sub(1))?;
    Some(found.swap_remove(index))
}

/// Reads one sentence on one day.
pub(super) struct Reader<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) today: NaiveDate,
    /// The text is a day and nothing else.
    pub(super) alone: bool,
}

impl Reader<'_> {
    fn all(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < self.sentence.len() {
            let here = self.at(at);
            at = here.as_ref().map_or(at + 1, |found| found.words.end);
            found.extend(here);
        }
        found
    }

    /// The phrase that begins at this word. Longer phrases are tried before the words they begin with.
    fn at(&self, at: usize) -> Option<Found> {
        self.week_beginning(at)
            .or_else(|| self.counted(at))
            .or_else(|| self.counted_from(at))
            .or_else(|| self.end_of(at))
            .or_else(|| self.dated(at))
            .or_else(|| self.next(at))
            .or_else(|| self.this(at))
            .or_else(|| self.last(at))
            .or_else(|| self.weekend(at))
            .or_else(|| self.near(at))
            .or_else(|| self.weekday(at))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.sentence.word(at)
    }

    /// "today", "tonight", "this afternoon", "tomorrow", "day after tomorrow", "yesterday", "last night".
    fn near(&self, at: usize) -> Option<Found> {
        let today = self.today;
        let tomorrow = calendar::plus(today, 1);
        let (length, day) = match self.word(at) {
            "day" if self.sentence.says(at, &["day", "after", "tomorrow"]) => {
                (3, calendar::plus(today, 2)?)
            }
            "today" | "tonight" => (1, today),
            "tomorrow" | "tomorow" | "tommorow" | "tommorrow" | "tmrw" => (1, tomorrow?),
            "today's" => return Some(unsure(at..at + 1, today)),
            "tomorrow's" => return Some(unsure(at..at + 1, tomorrow?)),
            "yesterday" => return Some(passed(at..at + 1, calendar::minus(today, 1)?)),
            "last" if self.word(at + 1) == "night" => {
                return Some(passed(at..at + 2, calendar::minus(today, 1)?));
            }
            "this" if matches!(self.word(at + 1), "morning" | "afternoon" | "evening") => {
                (2, today)
            }
            _ => return None,
        };
        // "Tomorrow week".
        match self.weeks_on(at + length) {
            Some(days) => Some(on(at..at + length + 1, calendar::plus(day, days)?)),
            None => Some(on(at..at + length, day)),
        }
    }

    /// "end of the week", "end of next month", "end of March", "end of today".
    fn end_of(&self, at: usize) -> Option<Found> {
        if !self.sentence.says(at, &["end", "of"]) {
            return None;
        }
        let is_small = matches!(self.word(at + 2), "the" | "this");
        let unit = if is_small { at + 3 } else { at + 2 };
        let today = self.today;
        let (end, day) = match (self.word(unit), self.word(unit + 1)) {
            ("day" | "today" | "play", _) => (unit + 1, today),
            ("week", _) => (unit + 1, calendar::end_of_week(today)?),
            ("month", _) => (unit + 1, calendar::end_of_month(today)?),
            ("next", "week") => (unit + 2, calendar::of_next_week(Weekday::Fri, today)?),
            ("next", "month") => {
                let first = calendar::first_of_next_month(today)?;
                (unit + 2, calendar::end_of_month(first)?)
            }
            (name, _) => (unit + 1, self.end_of_named_month(names::month(name)?)?),
        };
        Some(on(at..end, day))
    }

    fn end_of_named_month(&self, month: u32) -> Option<NaiveDate> {
        let year = self.today.year() + i32::from(month < self.today.month());
        calendar::end_of_month(NaiveDate::from_ymd_opt(year, month, 1)?)
    }

    /// "next Friday", "next week", "next month", "next weekend".
    fn next(&self, at: usize) -> Option<Found> {
        if self.word(at) != "next" {
            return None;
        }
        let today = self.today;
        let within = self.sentence.before(at) == "the";
        match self.word(at + 1) {
            "week" if within => Some(on(at..at + 2, calendar::plus(today, 7)?)),
            "month" if within => Some(on(at..at + 2, calendar::plus_months(today, 1)?)),
            "week" => self.next_week(at),
            "month" => Some(on(at..at + 2, calendar::first_of_next_month(today)?)),
            "weekend" => self.of_next_week(at..at + 2, Weekday::Sat),
            name => {
                let found = self.of_next_week(at..at + 2, names::weekday(name)?)?;
                Some(self.doubted(found, at + 1, at))
            }
        }
    }

    /// Monday stands for the week, unless a day of it is named: "next week on Friday".
    fn next_week(&self, at: usize) -> Option<Found> {
        let joined = self.word(at + 2) == "on";
        let named = if joined { at + 3 } else { at + 2 };
        if let Some(weekday) = names::weekday(self.word(named)) {
            return Some(on(
                at..named + 1,
                calendar::of_next_week(weekday, self.today)?,
            ));
        }
        let monday = calendar::of_next_week(Weekday::Mon, self.today)?;
        Some(Found {
            week: true,
            ..on(at..at + 2, monday)
        })
    }

    /// The day of next week, with this week's as the other reading, because people disagree.
    fn of_next_week(&self, words: Range<usize>, weekday: Weekday) -> Option<Found> {
        let day = calendar::of_next_week(weekday, self.today)?;
        let soon = calendar::coming(weekday, self.today)?;
        let other = Some(soon).filter(|soon| *soon != day);
        Some(Found {
            other,
            ..on(words, day)
        })
    }

    /// "this Friday", "coming Friday", "this week" (to its end).
    fn this(&self, at: usize) -> Option<Found> {
        let name = match (self.word(at), self.word(at + 1)) {
            ("this", "week") => return Some(on(at..at + 2, calendar::end_of_week(self.today)?)),
            ("this", "coming") => at + 2,
            ("this" | "coming", _) => at + 1,
            _ => return None,
        };
        let weekday = names::weekday(self.word(name))?;
        let day = if name == at + 1 && self.word(at) == "this" {
            calendar::this(weekday, self.today)?
        } else {
            calendar::coming(weekday, self.today)?
        };
        Some(self.doubted(on(at..name + 1, day), name, at))
    }

    /// "last Tuesday", "last week".
    fn last(&self, at: usize) -> Option<Found> {
        if self.word(at) != "last" {
            return None;
        }
        let day = match self.word(at + 1) {
            "week" => calendar::minus(calendar::of_next_week(Weekday::Mon, self.today)?, 14)?,
            "month" => calendar::minus(self.today.with_day(1)?, 1)?.with_day(1)?,
            "weekend" => calendar::last(Weekday::Sat, self.today)?,
            name => calendar::last(names::weekday(name)?, self.today)?,
        };
        Some(passed(at..at + 2, day))
    }

    /// "at the weekend", "this weekend": Saturday, and on a Sunday today.
    fn weekend(&self, at: usize) -> Option<Found> {
        let length = match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("at" | "over" | "by" | "for" | "during", "the", "weekend") => 3,
            ("this", "weekend", _) => 2,
            ("weekend", _, _) if self.alone => 1,
            _ => return None,
        };
        let saturday = calendar::this(Weekday::Sat, self.today)?;
        let day = if self.today.weekday() == Weekday::Sun {
            self.today
        } else {
            saturday
        };
        Some(self.doubted(on(at..at + length, day), at + length - 1, usize::MAX))
    }

    /// "Friday", "by Fri", "Friday week", "Friday of next week".
    fn weekday(&self, at: usize) -> Option<Found> {
        let led = matches!(self.word(at), "by" | "on");
        let name = if led { at + 1 } else { at };
        let typed = self.word(name);
        let (weekday, owns) = match typed.strip_suffix("'s") {
            Some(owner) => (names::weekday(owner)?, true),
            None => (names::weekday(typed)?, false),
        };
        let soon = calendar::coming(weekday, self.today)?;
        if let Some(found) = self.weekday_of(at, name, weekday, soon) {
            return Some(found);
        }
        // "Sat with her" and "sun" are words of their own.
        if matches!(typed, "sat" | "sun") && !led && !self.alone {
            return None;
        }
        // "Friday 13 March" is read at its own first word.
        if led && self.dated(name).is_some() {
            return None;
        }
        let other = Some(self.today).filter(|today| today.weekday() == weekday);
        let found = Found {
            other,
            ..on(at..name + 1, soon)
        };
        Some(if owns {
            unsure(name..name + 1, soon)
        } else {
            self.doubted(found, name, at)
        })
    }

    /// A weekday with words after it that say which.
    fn weekday_of(
        &self,
        at: usize,
        name: usize,
        weekday: Weekday,
        soon: NaiveDate,
    ) -> Option<Found> {
        if let Some(days) = self.weeks_on(name + 1) {
            let day = calendar::plus(soon, days)?;
            let is_today = self.today.weekday() == weekday;
            let other = if is_today {
                calendar::plus(self.today, days)
            } else {
                None
            };
            return Some(Found {
                other,
                ..on(at..name + 2, day)
            });
        }
        let of = usize::from(self.word(name + 1) == "of");
        let which = name + 1 + of;
        match (self.word(which), self.word(which + 1)) {
            ("next", "week") => Some(on(
                at..which + 2,
                calendar::of_next_week(weekday, self.today)?,
            )),
            ("this", "week") => Some(on(at..which + 2, calendar::this(weekday, self.today)?)),
            ("after", "next") => Some(unsure(at..which + 2, calendar::plus(soon, 7)?)),
            ("gone" | "last", _) if of == 0 => {
                Some(passed(at..which + 1, calendar::last(weekday, self.today)?))
            }
            _ => None,
        }
    }

    /// The days that "week" or "fortnight" adds after a day: "Friday week".
    fn weeks_on(&self, at: usize) -> Option<u32> {
        match self.word(at) {
            "week" => Some(7),
            "fortnight" => Some(14),
            _ => None,
        }
    }

    /// Takes a day back to unsure when it may describe something. `name` is the day's own word, `start` the first word
    /// of its phrase.
    fn doubted(&self, found: Found, name: usize, start: usize) -> Found {
        let is_in = |list: &str, word: &str| {
            !word.is_empty() && list.split_whitespace().any(|listed| listed == word)
        };
        let before = self.sentence.before(start);
        let led = start < name && matches!(self.word(start), "by" | "on");
        let describes = is_in(DESCRIBED, self.sentence.goes_on(name))
            || is_in(ONE_OF_MANY, before) && !led
            || is_in(SPOKEN_OF, before);
        match found.day {
            Day::On(day) if describes && !self.alone => unsure(found.words, day),
            _ => found,
        }
    }
}

pub(super) fn on(words: Range<usize>, day: NaiveDate) -> Found {
    found(words, Day::On(day))
}

pub(super) fn passed(words: Range<usize>, day: NaiveDate) -> Found {
    found(words, Day::Passed(day))
}

pub(super) fn unsure(words: Range<usize>, day: NaiveDate) -> Found {
    found(words, Day::Unsure(day))
}

pub(super) fn found(words: Range<usize>, day: Day) -> Found {
    Found {
        words,
        day,
        other: None,
        week: false,
    }
}
