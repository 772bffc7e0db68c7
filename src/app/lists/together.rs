//! What stands beside the kinds of conversation, in the same order everywhere: an update call, and a carer's own.

use crate::{
    app::{App, Screen, SheetRow},
    desk::{Command, Together},
    guide::GuideId,
    words::{self, together as said},
};

/// The rows after the other guides.
pub(super) fn beside_kinds(app: &App) -> Vec<SheetRow> {
    if app.practice.is_some() {
        return vec![];
    }
    let here = app.desk.guide().filter(|_| app.screen != Screen::Home);
    let is_here = |id: &str| here.is_some_and(|guide| guide.id.as_str() == id);
    let update = GuideId::new(GuideId::UPDATE_CALL);
    let update_is = match is_here(GuideId::UPDATE_CALL) {
        true => words::YOU_ARE_HERE,
        false if app.begins_beside(&update) => said::BESIDE_THIS,
        false => said::UPDATE_CALL_IS,
    };
    let update = SheetRow::new(said::UPDATE_CALL, update_is, Command::Guide(update));
    let (own_is, own) = match app.screen {
        Screen::Home => (
            said::CARERS_OWN_IS,
            Command::Guide(GuideId::new(GuideId::CARER)),
        ),
        _ => (
            said::BESIDE_THIS,
            Command::Together(Together::CarersOwn(None)),
        ),
    };
    let own = SheetRow::new(said::CARERS_OWN, own_is, own);
    let own = (!is_here(GuideId::CARER)).then_some(own);
    std::iter::once(update).chain(own).collect()
}
