//! People in crisis, what can be done about one of them, and when the worker looks again.

use super::SheetRow;
use crate::{
    app::{App, sheet::CloseSheet},
    conversation::{ConversationId, Reason},
    desk::{Close, Command, Records},
    line,
    people::InCrisis,
    text,
    words::{self, close as said},
};

/// The rows of a list about people in crisis, with what was typed into it.
pub(super) fn rows(app: &App, which: &CloseSheet, typed: &str) -> Vec<SheetRow> {
    match which {
        CloseSheet::Board { check_in } => board(app, *check_in),
        CloseSheet::Person(root) => match app.in_crisis(root) {
            Some(row) => choices(row),
            None => vec![SheetRow::words(said::NOT_THERE)],
        },
        CloseSheet::When(whose) => when(app, whose.as_ref()),
        CloseSheet::Day(root) => vec![which_day(app, root, typed)],
        CloseSheet::Why(root) => vec![why(root, typed)],
    }
}

fn board(app: &App, check_in: bool) -> Vec<SheetRow> {
    let me = app.desk.prefs.name.as_deref();
    let rows = app.sticking_close().iter().map(|row| {
        let root = row.root().clone();
        let command = match check_in {
            true => Close::CheckOn(root),
            false => Close::Choose(root),
        };
        let detail = said::beside(row, me, app.now);
        SheetRow::new(
            said::whose(row, app.sticking_close()),
            detail,
            Command::Close(command),
        )
    });
    let else_ = SheetRow::new(
        said::SOMEBODY_ELSE,
        said::SOMEBODY_ELSE_DOES,
        Command::Close(Close::CheckInAlone),
    );
    let rows: Vec<SheetRow> = rows.chain(check_in.then_some(else_)).collect();
    match rows.is_empty() {
        true => vec![SheetRow::words(said::NOBODY)],
        false => rows,
    }
}

fn choices(row: &InCrisis) -> Vec<SheetRow> {
    let root = row.root();
    let ask = |words, detail, close| SheetRow::new(words, detail, Command::Close(close));
    let check_in = match row.open_check_in() {
        Some(_) => said::CARRY_ON_CHECK_IN,
        None => said::CHECK_IN,
    };
    let last = &row.last;
    let read = match last.open {
        true => SheetRow::new(said::OPEN, "", Command::Open(last.id.clone())),
        false => {
            let read = Command::Records(Records::Read(last.id.clone()));
            SheetRow::new(said::READ, "", read)
        }
    };
    vec![
        ask(check_in, said::CHECK_IN_IS, Close::CheckOn(root.clone())),
        read,
        ask(said::STEADY, said::STEADY_DOES, Close::Why(root.clone())),
        ask(said::WHEN, "", Close::When(Some(root.clone()))),
    ]
}

fn when(app: &App, whose: Option<&ConversationId>) -> Vec<SheetRow> {
    let today = app.now.date_naive();
    let days = said::days(today).into_iter().map(|(words, day)| {
        let again = Close::On(whose.cloned(), day);
        SheetRow::new(words, words::day(day, today), Command::Close(again))
    });
    let typed = match whose {
        Some(root) => Command::Close(Close::WhichDay(root.clone())),
        None => Command::TypeOut("look"),
    };
    days.chain([SheetRow::new(said::TYPE_A_DAY, "", typed)])
        .collect()
}

fn which_day(app: &App, root: &ConversationId, typed: &str) -> SheetRow {
    let today = app.now.date_naive();
    let again = Close::Again(Some(root.clone()), typed.to_owned());
    let words = match (typed.trim(), line::read_day(typed, today).due()) {
        ("", _) => said::NO_DAY_YET.to_owned(),
        (_, Some(day)) => words::day(day, today),
        (_, None) => return SheetRow::words(words::not_a_day(typed)),
    };
    SheetRow::new(words, "", Command::Close(again))
}

fn why(root: &ConversationId, typed: &str) -> SheetRow {
    let steady = Command::Close(Close::Steady(Some(root.clone()), typed.to_owned()));
    let words = match Reason::read(typed) {
        None => said::SKIP.to_owned(),
        Some(_) => text::shown(typed).into_owned(),
    };
    SheetRow::new(words, "", steady)
}

/// The way to say when the worker looks again, among the ways to save.
pub(super) fn before_saving(app: &App) -> Option<SheetRow> {
    let set = app.looks_again_on();
    if set.is_none() && !app.asks_look_again() {
        return None;
    }
    let today = app.now.date_naive();
    let detail = set.flatten().map(|day| words::day(day, today));
    let command = Command::Close(Close::BeforeSaving);
    Some(SheetRow::new(
        said::WHEN,
        detail.unwrap_or_default(),
        command,
    ))
}
