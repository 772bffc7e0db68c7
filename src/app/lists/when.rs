//! When is it due, and who does it: the readings of a sentence, another day, a name.

use chrono::{Datelike, Days, NaiveDate};

use super::{SheetRow, say};
use crate::{
    app::{
        App,
        sheet::{Stage, When},
    },
    conversation::{self as talk, Conversation, Due, NoteId},
    line::{self, Day, Step, Who},
    words,
};

/// The step the when sheet is about: its sentence and its reading.
pub fn step_in_hand(
    talk: &Conversation,
    note: Option<NoteId>,
    now: talk::Moment,
) -> Option<(String, Step)> {
    match note {
        Some(id) => talk
            .note(id)
            .and_then(|note| Some((note.text.clone(), note.step.clone()?))),
        None => talk.step_on_line().map(|sentence| {
            let step = talk.step_of(&sentence, talk.begun(now));
            (sentence, step)
        }),
    }
}

/// The rows of the when sheet at its stage.
pub(super) fn rows(app: &App, when: &When, typed: &str) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let Some((sentence, step)) = step_in_hand(talk, when.note, app.now) else {
        return vec![];
    };
    let today = app.now.date_naive();
    match when.stage {
        Stage::Owner => {
            let who = if typed.is_empty() {
                step.who
            } else {
                Who::Named(typed.to_owned())
            };
            let text = words::does_it(&who);
            vec![SheetRow::new(
                text,
                words::TYPE_A_NAME,
                say(talk::Command::Owner(when.note, who)),
            )]
        }
        Stage::Day(picked) => {
            let day = if typed.trim().is_empty() {
                Some(picked)
            } else {
                line::read_day(typed, today).due()
            };
            match day {
                Some(day) => {
                    let text = words::day(day, today);
                    vec![SheetRow::new(
                        text,
                        words::DAY_KEYS,
                        say(talk::Command::Due(when.note, Due::On(day))),
                    )]
                }
                None => vec![SheetRow::words(words::not_a_day(typed))],
            }
        }
        Stage::List => {
            let mut rows: Vec<SheetRow> = readings(app, talk, when, &sentence, &step)
                .into_iter()
                .map(|(day, detail)| {
                    let command = say(talk::Command::Due(when.note, Due::On(day)));
                    SheetRow::new(words::day(day, today), detail, command)
                })
                .collect();
            rows.push(SheetRow::new(
                words::NO_DATE,
                "",
                say(talk::Command::Due(when.note, Due::NoDate)),
            ));
            rows.push(SheetRow::then(
                words::ANOTHER_DAY,
                words::DAY_KEYS,
                Stage::Day(today),
            ));
            if when.note.is_some() {
                rows.push(SheetRow::then(words::does_it(&step.who), "", Stage::Owner));
            }
            rows
        }
    }
}

/// The days offered: what the words say now, the other thing they could mean, or the next few days.
fn readings(
    app: &App,
    talk: &Conversation,
    when: &When,
    sentence: &str,
    step: &Step,
) -> Vec<(NaiveDate, String)> {
    let today = app.now.date_naive();
    let written = when
        .note
        .and_then(|id| talk.note(id))
        .map_or(today, |note| note.at.date_naive());
    let fresh = line::read_step(sentence, written, &line::Known::default()).when;
    let mut days: Vec<(NaiveDate, String)> = vec![];
    let mut offer = |day: NaiveDate, detail: String| {
        if !days.iter().any(|(had, _)| *had == day) {
            days.push((day, detail));
        }
    };
    match fresh.day {
        Day::On(day) | Day::Unsure(day) => offer(day, words::reading_from(day, &fresh, today)),
        Day::None | Day::Passed(_) => {}
    }
    if let Some(other) = fresh.other {
        offer(other, words::other_reading(other, today));
    }
    if let Some(day) = step.when.due() {
        offer(day, words::AS_IT_IS.to_owned());
    }
    if days.is_empty() {
        let friday = today + Days::new(u64::from(11 - today.weekday().number_from_monday()) % 7);
        for (day, detail) in [
            (today + Days::new(1), words::TOMORROW),
            (
                if friday <= today + Days::new(1) {
                    friday + Days::new(7)
                } else {
                    friday
                },
                "",
            ),
            (today + Days::new(7), words::IN_A_WEEK),
        ] {
            days.push((day, detail.to_owned()));
        }
    }
    days
}
