//! What Home lists, and what a number or Enter opens there.

use super::App;
use crate::{
    conversation::ConversationId,
    guide::{GuideId, Kind},
    promise::Place,
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
    /// Somebody in crisis, by the talk it began with.
    Close(ConversationId),
    /// So many more are in crisis: the list of all.
    MoreClose(usize),
    /// Follow up a promise that is due.
    Due(Place),
    /// So many more are due: the list of all.
    MoreDue(usize),
}

/// How many open conversations come before who is in crisis and what is due: the ones that were cut off or just left.
const BEFORE_DUE: usize = 2;

/// How many promises are listed.
const MOST_DUE: usize = 6;

/// How many people in crisis are listed.
pub const MOST_CLOSE: usize = 5;

/// The rows, in order. Their numbers start at 1.
pub fn rows(app: &App) -> Vec<Row> {
    let begin = Kind::ALL
        .into_iter()
        .map(|kind| Row::Begin(kind.main_guide()));
    let due = due_rows(app);
    let drafts = app.desk.drafts.len();
    let close = close_rows(app);
    let first = if due.is_empty() && close.is_empty() {
        drafts
    } else {
        drafts.min(BEFORE_DUE)
    };
    begin
        .chain([Row::Practice])
        .chain((0..first).map(Row::Draft))
        .chain(close)
        .chain(due)
        .chain((first..drafts).map(Row::Draft))
        .collect()
}

fn close_rows(app: &App) -> Vec<Row> {
    let board = app.sticking_close();
    let more = board.len().saturating_sub(MOST_CLOSE);
    // One more row says no more than the one it stands for would.
    let shown = if more > 1 { MOST_CLOSE } else { board.len() };
    let rows = board.iter().take(shown);
    let rows = rows.map(|row| Row::Close(row.root().clone()));
    let more = (more > 1).then_some(Row::MoreClose(more));
    rows.chain(more).collect()
}

fn due_rows(app: &App) -> Vec<Row> {
    let due = app.due_now();
    let more = due.len().saturating_sub(MOST_DUE);
    // One more row says no more than the promise itself would.
    let shown = if more > 1 { MOST_DUE } else { due.len() };
    let rows = due
        .iter()
        .take(shown)
        .map(|promise| Row::Due(promise.place.clone()));
    let more = (more > 1).then_some(Row::MoreDue(more));
    rows.chain(more).collect()
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
        Row::Practice
        | Row::Draft(_)
        | Row::Close(_)
        | Row::MoreClose(_)
        | Row::Due(_)
        | Row::MoreDue(_) => (words::practice::PRACTICE, words::practice::PRACTICE_IS),
    }
}
