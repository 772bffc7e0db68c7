//! What stands over the lists about stories and feedback.

use super::Draw;
use crate::{
    app::{feedback::FeedbackSheet, story::StorySheet},
    evidence::{feedback::Asking, story::PARTS},
    words::evidence::{feedback as ask, story as said},
};

/// The title of a list about stories.
pub(super) fn story_title(draw: &Draw<'_>, which: &StorySheet) -> String {
    let app = draw.app;
    let one = |id: &str| {
        let today = app.now.date_naive();
        app.story(id).map_or(said::LIST_TITLE.to_owned(), |story| {
            said::menu_title(story, today)
        })
    };
    match which {
        StorySheet::Lines => said::LINES_TITLE.to_owned(),
        StorySheet::Parts => {
            let words = app.telling().map_or(0, |telling| telling.story().words());
            said::parts_title(words)
        }
        StorySheet::Part(part) => PARTS.get(*part).copied().unwrap_or_default().to_owned(),
        StorySheet::Check => said::CHECK_TITLE.to_owned(),
        StorySheet::Went => said::WENT_TITLE.to_owned(),
        StorySheet::Ways => said::WAYS_TITLE.to_owned(),
        StorySheet::Yes(asked) => said::asks(*asked).to_owned(),
        StorySheet::List => said::LIST_TITLE.to_owned(),
        StorySheet::Menu(id) | StorySheet::Read(id) | StorySheet::Withdraw(id) => one(id),
    }
}

/// The title of a list about feedback.
pub(super) fn feedback_title(draw: &Draw<'_>, which: &FeedbackSheet) -> String {
    let of = draw.app.asking().map_or(0, Asking::questions);
    match which {
        FeedbackSheet::Whom => ask::WHOM_TITLE.to_owned(),
        FeedbackSheet::Intro => ask::INTRO_TITLE.to_owned(),
        FeedbackSheet::By => ask::BY_TITLE.to_owned(),
        FeedbackSheet::Question(at) => ask::title(*at, of),
        FeedbackSheet::Words(_) => ask::WORDS_TITLE.to_owned(),
        FeedbackSheet::End => ask::END_TITLE.to_owned(),
    }
}
