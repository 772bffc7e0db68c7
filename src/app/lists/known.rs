//! People already met, and what to know of one.

use super::SheetRow;
use crate::{
    app::App,
    conversation::ConversationId,
    desk::{Command, Follow, Know, Records},
    people::{Line, Met, Person},
    promise::Place,
    words::{self, known as said},
};

/// More than anybody looks through: a letter more finds them.
const MOST: usize = 60;

/// Whoever answers to the letters typed, best first, and the letters themselves as a name.
pub(super) fn people(app: &App, typed: &str) -> Vec<SheetRow> {
    let people = app.people();
    if people.is_empty() && typed.trim().is_empty() {
        return vec![SheetRow::words(said::NOBODY_MET)];
    }
    let found = people.found(typed);
    let mut rows: Vec<SheetRow> = found
        .iter()
        .take(MOST)
        .map(|person| row(app, person))
        .collect();
    if found.len() > MOST {
        rows.push(SheetRow::words(said::more_people(found.len() - MOST)));
    }
    let name = typed.trim();
    if !name.is_empty() && people.called(name).is_none() {
        let name = name.to_owned();
        rows.push(SheetRow::new(
            said::as_typed(&name),
            "",
            Command::Know(Know::Name(name)),
        ));
    }
    rows
}

fn row(app: &App, person: &Person) -> SheetRow {
    SheetRow::new(
        words::one_line(&person.name),
        said::last_met(person, app.now),
        Command::Know(Know::Take(person.name.clone())),
    )
}

/// What to know of somebody. Every line leads to where it is from.
pub(super) fn ten_lines(app: &App, name: &str) -> Vec<SheetRow> {
    let today = app.now.date_naive();
    let lines = app.lines_of(name);
    if lines.is_empty() {
        return vec![SheetRow::words(said::not_met(name))];
    }
    let read = |id: &ConversationId| Command::Records(Records::Read(id.clone()));
    let choose = |place: &Place| Command::Follow(Follow::Choose(place.clone()));
    let open = |met: &Met| match met.is_open() {
        true => Command::Know(Know::CarryOn(met.id.clone())),
        false => read(&met.id),
    };
    let rows = lines.into_iter().map(|line| match line {
        Line::StillOpen(met) => SheetRow::new(
            said::still_open(met, &app.called(met), app.now),
            said::CARRIES_ON,
            Command::Know(Know::CarryOn(met.id.clone())),
        ),
        Line::Asked(promise, more) => SheetRow::new(
            said::you_promised(promise, today),
            said::and_more(promise, more),
            choose(&promise.place),
        ),
        Line::NothingHome(met, last) => {
            SheetRow::new(said::nothing_home(met, last, today), "", open(met))
        }
        Line::Contact(met, contact) => SheetRow::new(said::contact(contact), "", open(met)),
        Line::Matters(told, words) => {
            SheetRow::new(said::matters(words, told.day, today), "", read(&told.id))
        }
        Line::Promised(promise, more) => SheetRow::new(
            said::they_promised(promise, today),
            said::and_more(promise, more),
            choose(&promise.place),
        ),
        Line::Over(promise) => SheetRow::new(said::over(promise), "", read(promise.place.id())),
        Line::Last(met) => {
            let called = app.called(met);
            SheetRow::new(said::last_record(met, &called, today), "", read(&met.id))
        }
    });
    rows.collect()
}
