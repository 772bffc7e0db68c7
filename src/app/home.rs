//! What Home lists, and what a number or Enter opens there.

use super::App;
use crate::{
    conversation::ConversationId,
    guide::{GuideId, Kind},
    words,
};

/// A row of Home that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Begin with a guide.
    Begin(GuideId),
    /// Role-play.
    Practice,
    /// Carry on the open conversation at this place in the desk's list.
    Draft(usize),
}

/// The rows, in order. Their numbers start at 1.
pub fn rows(app: &App) -> Vec<Row> {
    let begin = Kind::ALL
        .into_iter()
        .map(|kind| Row::Begin(kind.main_guide()));
    let drafts = (0..app.desk.drafts.len()).map(Row::Draft);
    begin.chain([Row::Practice]).chain(drafts).collect()
}

/// The row of the first open conversation; the first row when there is none.
pub fn first_draft(app: &App) -> usize {
    rows(app)
        .iter()
        .position(|row| matches!(row, Row::Draft(_)))
        .unwrap_or(0)
}

/// The row of this open conversation; the first row when it is not listed.
pub fn row_of(app: &App, id: &ConversationId) -> usize {
    let drafts = &app.desk.drafts;
    let is_it = |row: &Row| matches!(row, Row::Draft(at) if drafts.get(*at).is_some_and(|draft| draft.id == *id));
    rows(app).iter().position(is_it).unwrap_or(0)
}

/// The row a lone number chooses. Anything else on the line is a note.
pub fn numbered(app: &App, line: &str) -> Option<usize> {
    let number: usize = line.parse().ok()?;
    let row = number.checked_sub(1)?;
    (row < rows(app).len()).then_some(row)
}

/// What a start row says: its title and its purpose.
pub fn start_words(row: &Row) -> (&'static str, &'static str) {
    match row {
        Row::Begin(id) => match Kind::named(id.as_str()) {
            Some(kind) => (words::kind(kind), words::kind_purpose(kind)),
            None => ("", ""),
        },
        Row::Practice | Row::Draft(_) => (words::practice::PRACTICE, words::practice::PRACTICE_IS),
    }
}
