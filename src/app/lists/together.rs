//! What stands beside the kinds of conversation: a carer's own, from within one; an update call, from Home.

use crate::{
    app::{App, Screen, SheetRow},
    desk::{Command, Together},
    guide::GuideId,
    words::together as said,
};

/// The row after the other guides.
pub(super) fn beside_kinds(app: &App) -> Option<SheetRow> {
    if app.practice.is_some() {
        return None;
    }
    if app.screen == Screen::Home {
        let update = Command::Guide(GuideId::new(GuideId::UPDATE_CALL));
        return Some(SheetRow::new(
            said::UPDATE_CALL,
            said::UPDATE_CALL_IS,
            update,
        ));
    }
    let begins = Command::Together(Together::CarersOwn(None));
    let own = app
        .desk
        .guide()
        .is_some_and(|guide| guide.id.as_str() == GuideId::CARER);
    (!own).then(|| SheetRow::new(said::CARERS_OWN, said::CARERS_OWN_IS, begins))
}
