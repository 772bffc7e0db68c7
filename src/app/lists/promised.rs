//! What was promised, and what can be done about one.

use super::SheetRow;
use crate::{
    app::App,
    desk::{Asked, Command, Follow, Records},
    line,
    promise::{self, Happened, Place, Promise},
    text,
    words::{self, promise as said},
};

/// Everything still to be kept, or what was promised this week, under headings.
pub(super) fn promises(app: &App, week: bool) -> Vec<SheetRow> {
    let today = app.now.date_naive();
    let all = app.desk.index.promises();
    let (listed, nothing) = match week {
        true => (promise::of_week(all, today), said::NOTHING_THIS_WEEK),
        false => (promise::due(all, today), said::NOTHING_PROMISED),
    };
    if listed.is_empty() {
        return vec![SheetRow::words(nothing)];
    }
    let me = app.desk.prefs.name.as_deref();
    let mut before = None;
    let mut rows = vec![];
    for promise in listed {
        let heading = said::heading(promise, today);
        if before.replace(heading) != Some(heading) {
            rows.push(SheetRow::words(heading));
        }
        let detail = said::beside(promise, me, today);
        rows.push(SheetRow::new(
            app.promised(promise),
            detail,
            choose(promise),
        ));
    }
    rows
}

fn choose(promise: &Promise) -> Command {
    Command::Follow(Follow::Choose(promise.place.clone()))
}

/// What can be done about a promise; or what is asked about it, with what was typed so far.
pub(super) fn follow_up(
    app: &App,
    place: &Place,
    asked: Option<Asked>,
    typed: &str,
) -> Vec<SheetRow> {
    let Some(promise) = app.desk.index.promise(place) else {
        return vec![SheetRow::words(said::NOT_THERE)];
    };
    match asked {
        None => choices(promise),
        Some(asked) => vec![answer(app, place, asked, typed)],
    }
}

fn choices(promise: &Promise) -> Vec<SheetRow> {
    let place = &promise.place;
    let happened = |words, detail, happened| {
        let command = Command::Follow(Follow::Happened(place.clone(), happened));
        SheetRow::new(words, detail, command)
    };
    let ask = |words, asked| {
        let command = Command::Follow(Follow::Ask(place.clone(), asked));
        SheetRow::new(words, "", command)
    };
    let (opens, open) = match place {
        Place::Open(id, _) => (said::OPEN_TALK, Command::Open(id.clone())),
        Place::Record(id, _) => (
            said::OPEN_RECORD,
            Command::Records(Records::Read(id.clone())),
        ),
    };
    let rows = [
        happened(said::DONE, "", Happened::Done),
        happened(said::TRIED, said::TRIED_DOES, Happened::Tried),
        ask(said::CHANGE_DAY, Asked::Day),
        ask(said::CHANGE_WHO, Asked::Who),
        SheetRow::new(opens, "", open),
        happened(said::DROP, "", Happened::Dropped),
    ];
    let tries = said::tries_so_far(promise).map(SheetRow::words);
    let goes = matches!(place, Place::Open(..)).then(|| SheetRow::words(said::GOES_THERE));
    tries.into_iter().chain(goes).chain(rows).collect()
}

fn answer(app: &App, place: &Place, asked: Asked, typed: &str) -> SheetRow {
    let today = app.now.date_naive();
    let command = Command::Follow(Follow::Answer(place.clone(), asked, typed.to_owned()));
    let words = match (asked, typed.trim()) {
        (Asked::Said, "") => said::SKIP.to_owned(),
        (_, "") => said::AS_IT_IS_KEPT.to_owned(),
        (Asked::Said | Asked::Who, typed) => text::shown(typed).into_owned(),
        (Asked::Day, typed) => match line::read_day(typed, today).due() {
            Some(day) => words::day(day, today),
            None => return SheetRow::words(words::not_a_day(typed)),
        },
    };
    SheetRow::new(words, "", command)
}
