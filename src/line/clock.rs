//! A time of day in a sentence: "at 2", "9am", "by noon", "half past 3".
//!
//! A bare number is a time only after "at" or "by", and only when what follows cannot be counted: "at 2 on Friday" is a
//! time, "at 2 Chapel Lane" and "by 5 March" are not.

use std::ops::Range;

use chrono::NaiveTime;

use super::{names, sentence::Sentence};

/// What may follow a bare hour.
const GOES_ON: &str = "\
    on today tomorrow tonight this next o'clock oclock about to and for with if in then when so or re as \
    but sharp latest please after before by until every at from";

/// Returns the last time of day in the sentence, and the words it is in.
pub(super) fn last_time(sentence: &Sentence<'_>) -> Option<(Range<usize>, NaiveTime)> {
    (0..sentence.len()).rev().find_map(|at| {
        noon(sentence, at)
            .or_else(|| spoken(sentence, at))
            .or_else(|| written(sentence, at))
    })
}

fn noon(sentence: &Sentence<'_>, at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let is_noon = matches!(sentence.word(at), "noon" | "midday");
    let time = NaiveTime::from_hms_opt(12, 0, 0)?;
    is_noon.then_some((at..at + 1, time))
}

/// "half past 3", "quarter to 4", and "half 3" as it is said in Britain.
fn spoken(sentence: &Sentence<'_>, at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let (hour_at, minutes) = match (sentence.word(at), sentence.word(at + 1)) {
        ("half", "past") => (at + 2, 30),
        ("quarter", "past") => (at + 2, 15),
        ("quarter", "to") => (at + 2, -15),
        ("half", _) if is_lead(sentence.before(at)) => (at + 1, 30),
        _ => return None,
    };
    let clock = Clock::read(sentence.word(hour_at)).filter(|clock| clock.minute.is_none())?;
    let hour = clock.hour_of_day(sentence)?;
    let total = i64::from(hour) * 60 + minutes;
    let seconds = u32::try_from(total * 60).ok()?;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
    Some((at..hour_at + 1, time))
}

fn written(sentence: &Sentence<'_>, at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let mut clock = Clock::read(sentence.word(at))?;
    let mut end = at + 1;
    if clock.half.is_none()
        && let Some(half) = Half::read(sentence.word(end))
    {
        clock.half = Some(half);
        end += 1;
    }
    let after_lead = is_lead(sentence.before(at)) && ends_well(sentence, at);
    let is_time = clock.half.is_some() || clock.colon || after_lead;
    if !is_time {
        return None;
    }
    let hour = clock.hour_of_day(sentence)?;
    let time = NaiveTime::from_hms_opt(hour, clock.minute.unwrap_or(0), 0)?;
    Some((at..end, time))
}

fn is_lead(word: &str) -> bool {
    matches!(word, "at" | "by")
}

fn ends_well(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = sentence.goes_on(at);
    next.is_empty()
        || names::weekday(next).is_some()
        || GOES_ON.split_whitespace().any(|word| word == next)
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    fn read(word: &str) -> Option<Self> {
        match word {
            "am" | "a.m" => Some(Self::Morning),
            "pm" | "p.m" => Some(Self::Afternoon),
            _ => None,
        }
    }
}

/// A time as written: `2`, `2pm`, `9.30am`, `14:30`.
struct Clock {
    hour: u32,
    minute: Option<u32>,
    half: Option<Half>,
    colon: bool,
    /// `02:30`: written in full, so not the afternoon.
    padded: bool,
}

impl Clock {
    fn read(word: &str) -> Option<Self> {
        let letters = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
        let (number, half) = word.split_at(letters);
        let half = match half {
            "" => None,
            other => Some(Half::read(other)?),
        };
        let (hour, minute) = match number.split_once([':', '.']) {
            Some((hour, minute)) => (
                hour,
                Some(names::digits(minute).filter(|_| minute.len() == 2)?),
            ),
            None => (number, None),
        };
        Some(Self {
            hour: names::digits(hour).filter(|_| hour.len() <= 2)?,
            minute,
            half,
            colon: number.contains(':'),
            padded: hour.len() == 2 && hour.starts_with('0'),
        })
    }

    /// Without am or pm, 1 to 7 are in the afternoon: nobody is rung at two in the night. "At 8 this evening" and "at 7
    /// in the morning" mean what they say.
    fn hour_of_day(&self, sentence: &Sentence<'_>) -> Option<u32> {
        let says =
            |words: &[&str]| (0..sentence.len()).any(|at| words.contains(&sentence.word(at)));
        match (self.half, self.hour) {
            (Some(_), 0 | 13..) => None,
            (Some(Half::Morning), 12) => Some(0),
            (Some(Half::Morning), hour) => Some(hour),
            (Some(Half::Afternoon), 12) => Some(12),
            (Some(Half::Afternoon), hour) => Some(hour + 12),
            (None, hour) if self.padded => Some(hour),
            (None, hour @ 5..=7) if says(&["morning"]) => Some(hour),
            (None, hour @ 1..=7) => Some(hour + 12),
            (None, hour @ 8..=11) if says(&["tonight", "evening"]) => Some(hour + 12),
            (None, hour @ 8..=23) => Some(hour),
            (None, _) => None,
        }
    }
}
