//! Who will do a next step, and by when: what was read from a sentence, beside the sentence, never instead of it.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{sentence::Sentence, when, who};

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The worker: "I", "me", "we".
    You,
    /// The person: "she", "he", "they".
    Person,
    /// Somebody named.
    Named(String),
    /// The sentence does not say.
    NotSaid,
}

/// What the sentence says of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Day {
    /// No day in it.
    #[default]
    None,
    /// This day.
    On(NaiveDate),
    /// A day is named but may describe something ("Sunday lunch"): no date is set.
    Unsure(NaiveDate),
    /// The day named is before today: kept as words, no date is set.
    Passed(NaiveDate),
}

/// When it is due.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The reading taken.
    pub day: Day,
    /// The other day it could mean, where people disagree ("next Friday").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<NaiveDate>,
    /// The words it came from, exactly as typed. Empty when there is no day.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Set when the day stands for the week that starts on it ("next week").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub week: bool,
    /// A time of day in the sentence ("at 2" is 14:00).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
}

/// Who and when, read from a sentence and corrected by the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who does it.
    pub who: Who,
    /// By when.
    pub when: When,
    /// What has come of it.
    #[serde(default, skip_serializing_if = "Outcome::is_open")]
    pub outcome: Outcome,
    /// The last day it was first agreed for, once it was moved to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<NaiveDate>,
    /// The day it was done, or was no longer needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<NaiveDate>,
    /// It is when the worker looks again at how somebody in a crisis is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

impl Step {
    /// Takes another day. On the day it was `made` that puts a reading right; on a later one the promise is moved, and
    /// the day it was agreed for stays known.
    pub fn moved_to(&mut self, when: When, made: NaiveDate, today: NaiveDate) {
        if made < today && when.due() != self.when.due() {
            self.agreed = self.agreed.or(self.when.last_day());
        }
        self.when = when;
    }

    /// Takes what came of it, `today`.
    pub fn came_of_it(&mut self, outcome: Outcome, today: NaiveDate) {
        self.outcome = outcome;
        self.settled = outcome.is_settled().then_some(today);
    }
}

/// What has come of a step since it was agreed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Nothing yet.
    #[default]
    Open,
    /// It was done.
    Done,
    /// It was tried so many times, and is still to do.
    Tried(u32),
    /// Nobody needs it any more.
    Dropped,
}

impl Outcome {
    fn is_open(&self) -> bool {
        *self == Self::Open
    }

    /// Whether nothing more is to come of it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }

    /// How often it was tried.
    pub fn tries(self) -> u32 {
        match self {
            Self::Tried(tries) => tries,
            Self::Open | Self::Done | Self::Dropped => 0,
        }
    }
}

impl When {
    /// The due day, when one is set.
    pub fn due(&self) -> Option<NaiveDate> {
        match self.day {
            Day::On(day) => Some(day),
            Day::None | Day::Unsure(_) | Day::Passed(_) => None,
        }
    }

    /// The last day it can be kept on in time: the day itself, or the Sunday of its week.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let days = if self.week { 6 } else { 0 };
        self.due()?.checked_add_days(Days::new(days))
    }
}

/// What the conversation knows that helps to read a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// People named so far.
    pub names: &'a [&'a str],
    /// In a crisis a step that names nobody is the worker's own.
    pub crisis: bool,
}

/// Reads who and when from a sentence typed on the day `today`.
pub fn read_step(sentence: &str, today: NaiveDate, known: &Known<'_>) -> Step {
    let words = Sentence::new(sentence);
    let days = when::days(&words, today);
    // "Tomorrow Sam rings": whoever does it comes after the day.
    let subject = days
        .first()
        .filter(|day| day.words.start == 0)
        .map_or(0, |day| day.words.end);
    Step {
        who: who::who(sentence, &words, subject, known),
        when: when::when(&words, when::best(days)),
        outcome: Outcome::Open,
        agreed: None,
        settled: None,
        again: false,
    }
}
