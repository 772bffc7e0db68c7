//! The last row while a list is open.

use super::{Hint, hint};
use crate::{
    app::{
        Sheet, SheetKind,
        feedback::FeedbackSheet,
        sheet::{CloseSheet, Stage},
        story::StorySheet,
    },
    tui::view::Draw,
};

/// The keys that matter while this sheet is open.
pub(super) fn hints(draw: &Draw<'_>, sheet: &Sheet) -> Vec<Hint> {
    let arrows = draw.up_and_down();
    match &sheet.kind {
        SheetKind::Safe => vec![hint("the line", "still types")],
        SheetKind::WholeTopic | SheetKind::Words => vec![hint(&arrows, "move")],
        SheetKind::Record => {
            let shown = draw.app.shown_record.as_ref();
            let turns = match shown.is_some_and(|shown| shown.as_finished) {
                true => "as put right",
                false => "as finished",
            };
            vec![
                hint("Tab", turns),
                hint("Enter", "add to it"),
                hint(&arrows, "move"),
            ]
        }
        SheetKind::FollowUp(_, Some(_))
        | SheetKind::Adding(..)
        | SheetKind::Close(CloseSheet::Day(_) | CloseSheet::Why(_)) => {
            vec![hint("type", "an answer"), hint("Enter", "take it")]
        }
        SheetKind::Story(StorySheet::Parts) => vec![
            hint("number", "takes it"),
            hint(&arrows, "choose"),
            hint("Enter", "takes the chosen"),
        ],
        SheetKind::Story(which) => told_hints(draw, which),
        SheetKind::Feedback(FeedbackSheet::Intro) => {
            vec![hint("Enter", "go on"), hint(&arrows, "move")]
        }
        SheetKind::Feedback(which) if which.takes_answer() => {
            vec![hint("type", "an answer"), hint("Enter", "take it")]
        }
        SheetKind::Where if draw.app.trouble.is_none() => vec![],
        SheetKind::Help => vec![
            hint(&arrows, "move"),
            hint("PgUp PgDn", "page"),
            hint("type", "to find"),
        ],
        SheetKind::When(when) if when.stage != Stage::List => vec![hint("Enter", "take it")],
        SheetKind::Routes => vec![
            hint("number", "takes it"),
            hint("type", "to narrow"),
            hint("Enter", "takes the chosen"),
        ],
        _ if sheet.is_numbered() => vec![
            hint("number", "takes it"),
            hint("Enter", "takes the chosen"),
        ],
        SheetKind::Commands => vec![
            hint("type", "to narrow"),
            hint(&arrows, "choose"),
            hint("Enter", "run"),
        ],
        SheetKind::Find => vec![
            hint("type", "to narrow"),
            hint(&arrows, "choose"),
            hint("Enter", "add"),
            hint(draw.glyphs.arrows[1], "more"),
        ],
        _ => vec![
            hint("type", "to narrow"),
            hint(&arrows, "choose"),
            hint("Enter", "go"),
        ],
    }
}

fn told_hints(draw: &Draw<'_>, which: &StorySheet) -> Vec<Hint> {
    let arrows = draw.up_and_down();
    match which {
        StorySheet::Lines => vec![
            hint("Space", "in/out"),
            hint("Tab", "go on"),
            hint(&draw.glyphs.arrows[..2].join(" "), "part"),
            hint(&arrows, "choose"),
        ],
        StorySheet::Check => vec![hint("Enter", "go on"), hint(&arrows, "move")],
        StorySheet::Read(_) | StorySheet::ReadTold => vec![hint(&arrows, "move")],
        StorySheet::Part(_) => vec![hint("Enter", "take it"), hint("Backspace", "line before")],
        which if which.takes_answer() => vec![hint("type", "an answer"), hint("Enter", "take it")],
        StorySheet::List => vec![hint(&arrows, "choose"), hint("Enter", "go")],
        _ => vec![
            hint("number", "takes it"),
            hint("Enter", "takes the chosen"),
        ],
    }
}
