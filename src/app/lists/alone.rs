//! What the sheets list for somebody who practises on her own.

use super::SheetRow;
use crate::{
    app::App,
    desk::{Command, Practise},
    practice::{
        Did,
        alone::{self, Step},
    },
    words,
};

/// The seven things she can do.
pub(super) fn moves() -> Vec<SheetRow> {
    let row = |(at, did): (usize, Did)| {
        let command = Command::Practise(Practise::Move(at));
        SheetRow::new(did.title(), "", command)
    };
    Did::ALL.into_iter().enumerate().map(row).collect()
}

/// What a question may be about, something else last.
pub(super) fn topics(app: &App, at: usize) -> Vec<SheetRow> {
    let guide = app.guide_of_scenario();
    let row = |topic| {
        let title = alone::topic_title(guide.as_ref(), &topic);
        let command = Command::Practise(Practise::AskAbout(at, Some(topic)));
        SheetRow::new(title, "", command)
    };
    let else_ = Command::Practise(Practise::AskAbout(at, None));
    let else_ = SheetRow::new(words::alone::SOMETHING_ELSE, "", else_);
    app.topics_alone()
        .into_iter()
        .map(row)
        .chain([else_])
        .collect()
}

/// The moments to go back to, the last first.
pub(super) fn moments(app: &App) -> impl Iterator<Item = SheetRow> {
    let steps = app.desk.talk().map(alone::steps).unwrap_or_default();
    let guide = app.guide_of_scenario();
    let row = move |step: Step<'_>| {
        let turn = step.turn.as_ref()?;
        let did = alone::did(turn, guide.as_ref());
        let command = Command::Practise(Practise::AgainFrom(step.last().map(|note| note.id)));
        Some(SheetRow::new(words::alone::after(&step), did, command))
    };
    // Nothing can be done after what ended it.
    let last = usize::from(app.is_over());
    let rows: Vec<SheetRow> = steps.into_iter().rev().skip(last).filter_map(row).collect();
    rows.into_iter()
}

/// What becomes of it: nothing is kept unless that is chosen.
pub(super) fn over(app: &App) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let throw_away = Command::Practise(Practise::ThrowAllAway(talk.id.clone()));
    let tries = app.tries(&talk.id).len().saturating_sub(1);
    vec![
        SheetRow::new(
            words::debriefing::THROW_ALL_AWAY,
            words::debriefing::throw_all_away_is(tries),
            throw_away,
        ),
        SheetRow::new(
            words::alone::KEEP_AS_PAGE,
            words::alone::KEEP_AS_PAGE_IS,
            Command::Practise(Practise::KeepEnd),
        ),
    ]
}
