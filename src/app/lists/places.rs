//! Where things are: a conversation another window has, and everything that is kept.

use super::SheetRow;
use crate::{
    app::{App, Seal},
    conversation::{ConversationId, Moment, Side},
    desk::{Command, Practise},
    guide::Kind,
    words,
};

/// What can be done about a conversation another window has.
pub(super) fn elsewhere(app: &App, id: &ConversationId, since: Option<Moment>) -> Vec<SheetRow> {
    let kind = id.kind().unwrap_or(Kind::ListenAndConnect);
    let (other, begin) = match id.side() {
        Side::Life => (words::kind(kind), Command::Guide(kind.main_guide())),
        Side::Practice => (words::practice::PRACTICE, Command::Practise(Practise::Go)),
    };
    let another = SheetRow::new(words::START_ANOTHER, other, begin);
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
        another,
    ]
}

/// Where everything is kept, and whether it is sealed. What can be done while it cannot be written comes first; what is
/// the matter stands above the line already.
pub(super) fn whereabouts(app: &App) -> Vec<SheetRow> {
    let try_now = SheetRow::new(words::TRY_NOW, words::TRIES_ITSELF, Command::TryAgain);
    let sealed = match app.seal {
        Seal::Off => words::NOT_SEALED,
        Seal::Locked => words::SEALED_AND_LOCKED,
        Seal::Unlocked => words::SEALED_AND_UNLOCKED,
    };
    let mut rows = vec![];
    if app.trouble.is_some() {
        rows.extend([try_now, SheetRow::words(words::ANOTHER_FOLDER)]);
    }
    let meanwhile = app.kept_meanwhile.as_deref().map(words::kept_meanwhile);
    let records = app.records_path.as_deref().map(words::records_in);
    let said = [
        Some(words::kept_in(&app.home_path)),
        meanwhile,
        records,
        Some(sealed.to_owned()),
    ];
    rows.extend(said.into_iter().flatten().map(SheetRow::words));
    rows
}
