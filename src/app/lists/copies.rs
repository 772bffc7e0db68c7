//! What can be copied, what a letter is written as, and the words that make people go hmm.

use super::{App, SheetRow};
use crate::{
    desk::{Command, Copies},
    record::{Form, NotHome},
    words::copies as said,
};

/// The whole record, and each heading of it.
pub(super) fn parts(app: &App) -> Vec<SheetRow> {
    let Some(record) = app.desk.so_far() else {
        return vec![];
    };
    let sections = record.sections.into_iter().map(|section| {
        let copies = Copies::Section(section.heading.clone());
        SheetRow::new(section.heading, "", Command::Copies(copies))
    });
    let whole = SheetRow::new(said::COPY_WHOLE, "", Command::Copy);
    std::iter::once(whole).chain(sections).collect()
}

/// The forms of a letter.
pub(super) fn letter(not_home: Option<&NotHome>) -> Vec<SheetRow> {
    let row = |words, detail, form| {
        let copies = Copies::Letter(Some(form), not_home.cloned());
        SheetRow::new(words, detail, Command::Copies(copies))
    };
    vec![
        row(said::AS_TEXT, said::AS_TEXT_IS, Form::Text),
        row(said::AS_PAGE, said::AS_PAGE_IS, Form::Page),
    ]
}

/// The list of words, and first what is in the conversation in hand.
pub(super) fn words(app: &App) -> Vec<SheetRow> {
    let talk = app.desk.talk().filter(|_| !app.is_at_front());
    let lines = said::list(&app.desk.team.words, talk, app.desk.prefs.words);
    lines.into_iter().map(SheetRow::words).collect()
}
