//! The row under the line: what was understood of what is being typed, or a suggestion.

use super::{App, Screen};
use crate::{
    connection::Listing,
    conversation::Conversation,
    guide::TopicId,
    line::{Mark, Reading, Step},
    words::{self, together},
};

/// What the row under the line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Under {
    /// Who and when of a next step.
    Step(Step),
    /// A listing that answers to a connection being typed. Right takes it.
    Suggestion(String),
    /// Something about the words on the line.
    Words(String),
}

/// What to say of the line, if anything.
pub fn under(app: &App) -> Option<Under> {
    let talk = app.desk.talk()?;
    let line = &talk.line;
    if line.text.is_empty() && app.screen == Screen::Talk {
        return waiting(app, talk).map(|words| Under::Words(words.to_owned()));
    }
    if line.text.is_empty() || app.screen == Screen::Alone {
        return None;
    }
    if let Some(parts) = talk.paragraphs() {
        return Some(Under::Words(words::pasted(parts.len())));
    }
    if line.writing.pasted.is_some() && line.text.chars().count() > 5000 {
        return Some(Under::Words(words::pasted_long(line.text.chars().count())));
    }
    if line.writing.editing.is_some_and(|editing| editing.split) {
        return Some(Under::Words(words::SPLIT_HOW.to_owned()));
    }
    if line.writing.editing.is_some() {
        return Some(Under::Words(words::CHANGING.to_owned()));
    }
    match talk.reading() {
        Reading::Note(words) if words.mark == Some(Mark::NextStep) => {
            let mut step = talk.step_of(words.text, talk.begun(app.now));
            if let Some(due) = line.writing.due {
                step.when = due.chosen_over(&step.when);
            }
            Some(Under::Step(step))
        }
        Reading::Note(_) if app.screen == Screen::Talk && talk.could_be_a_promise(app.now) => {
            Some(Under::Words(together::COULD_BE_A_PROMISE.to_owned()))
        }
        Reading::Note(_) => suggestion(app).map(|listing| Under::Suggestion(listing.in_one_line())),
        Reading::Mark(Mark::ComeBack) => Some(Under::Words(words::WANTED_HELP.to_owned())),
        _ => None,
    }
}

/// What the next key could be good for, while nothing is typed.
fn waiting(app: &App, talk: &Conversation) -> Option<&'static str> {
    let is_family_time = talk.topic.topic.as_str() == TopicId::FAMILY_TIME;
    if app.has_its_lines() {
        Some(together::HAS_ITS_LINES)
    } else {
        is_family_time.then_some(together::FAMILY_TIME_HOW)
    }
}

/// The listing that answers best to the connection being typed.
pub fn suggestion(app: &App) -> Option<&Listing> {
    let talk = app.desk.talk()?;
    match talk.reading() {
        _ if app.screen == Screen::Alone => None,
        Reading::Note(words)
            if words.mark == Some(Mark::Connection) && words.text.trim().len() >= 2 =>
        {
            app.desk.listings.find(words.text.trim()).into_iter().next()
        }
        _ => None,
    }
}
