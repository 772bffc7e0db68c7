//! Where things are: a conversation another window has, and everything that is kept.

use super::SheetRow;
use crate::{
    app::{App, Seal},
    conversation::{ConversationId, Moment},
    desk::Command,
    guide::Kind,
    words,
};

/// What can be done about a conversation another window has.
pub(super) fn elsewhere(app: &App, id: &ConversationId, since: Option<Moment>) -> Vec<SheetRow> {
    let kind = id.kind().unwrap_or(Kind::ListenAndConnect);
    vec![
        SheetRow::words(words::open_elsewhere(since, app.now)),
        SheetRow::new(
            words::LOOK_HERE,
            words::LOOK_HERE_IS,
            Command::LookOn(id.clone()),
        ),
        SheetRow::new(
            words::MOVE_HERE,
            words::MOVE_HERE_IS,
            Command::MoveHere(id.clone()),
        ),
        SheetRow::new(
            words::START_ANOTHER,
            words::kind(kind),
            Command::Guide(kind.main_guide()),
        ),
    ]
}

/// Where everything is kept, whether it is sealed, and what can be done while it cannot be written.
pub(super) fn whereabouts(app: &App) -> Vec<SheetRow> {
    let mut rows = vec![SheetRow::words(words::kept_in(&app.home_path))];
    let records = app.records_path.as_deref();
    rows.extend(records.map(|folder| SheetRow::words(words::records_in(folder))));
    rows.push(SheetRow::words(match app.seal {
        Seal::Off => words::NOT_SEALED,
        Seal::Locked => words::SEALED_AND_LOCKED,
        Seal::Unlocked => words::SEALED_AND_UNLOCKED,
    }));
    if let Some(trouble) = &app.trouble {
        rows.push(SheetRow::words(trouble.clone()));
        rows.push(SheetRow::new(
            words::TRY_NOW,
            words::TRIES_ITSELF,
            Command::TryAgain,
        ));
    }
    rows.push(SheetRow::words(words::ANOTHER_FOLDER));
    rows
}
