//! What the sheets of practice list.

use super::SheetRow;
use crate::{
    app::{App, Screen},
    conversation::{ConversationId, Note},
    desk::{Command, Draft, Practise},
    words,
};

/// The scenarios.
pub(super) fn scenarios(app: &App) -> Vec<SheetRow> {
    let Some(practice) = &app.practice else {
        return vec![];
    };
    let listed = practice.scenarios.list();
    let row = |(at, one)| {
        let detail = words::practice::in_short(&one);
        SheetRow::new(one.title, detail, Command::Practise(Practise::Scenario(at)))
    };
    listed.into_iter().enumerate().map(row).collect()
}

/// What has been played and not thrown away, the last first.
pub(super) fn so_far(app: &App) -> Vec<SheetRow> {
    let row = |draft: &Draft| {
        let (text, detail) = words::practice::played(draft, app.now);
        let command = Command::Practise(Practise::Played(draft.id.clone()));
        SheetRow::new(text, detail, command)
    };
    if app.desk.drafts.is_empty() {
        return vec![SheetRow::words(words::practice::NOTHING_PLAYED)];
    }
    app.desk.drafts.iter().map(row).collect()
}

/// What can be done with one of them.
pub(super) fn played(id: &ConversationId) -> Vec<SheetRow> {
    let throw_away = Command::Practise(Practise::ThrowAway(id.clone()));
    vec![
        SheetRow::new(words::practice::GO_ON, "", Command::Open(id.clone())),
        SheetRow::new(
            words::practice::THROW_AWAY,
            words::practice::THROW_AWAY_IS,
            throw_away,
        ),
    ]
}

/// What the trainer may make happen.
pub(super) fn injects(app: &App) -> Vec<SheetRow> {
    let injects = app.scenario().map(|one| one.injects.as_slice());
    let row = |(at, inject): (usize, &crate::practice::Inject)| {
        let command = Command::Practise(Practise::Inject(at));
        SheetRow::new(&inject.title, "", command)
    };
    injects
        .unwrap_or_default()
        .iter()
        .enumerate()
        .map(row)
        .collect()
}

/// The moments to try again from, the last first.
pub(super) fn moments(app: &App) -> Vec<SheetRow> {
    let start = Command::Practise(Practise::AgainFrom(None));
    let start = SheetRow::new(words::practice::FROM_THE_START, "", start);
    if app.screen == Screen::Alone {
        return super::alone::moments(app).chain([start]).collect();
    }
    let notes = app.desk.talk().map(|talk| talk.notes.as_slice());
    let row = |note: &Note| {
        let command = Command::Practise(Practise::AgainFrom(Some(note.id)));
        SheetRow::new(words::practice::after(note), words::clock(note.at), command)
    };
    let notes = notes.unwrap_or_default().iter().rev().map(row);
    notes.chain([start]).collect()
}
