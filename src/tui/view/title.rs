//! Row 1: where you are, who it is with, and that it is saved.

use super::Draw;
use crate::{
    app::{App, Screen, SheetKind},
    conversation::Conversation,
    text,
    tui::row::{Role, Row},
    words,
};

/// Row 1.
pub(super) fn title(draw: &Draw<'_>) -> Row {
    let app = draw.app;
    let left = match app.desk.talk() {
        _ if is_help(app) => Row::new().with(Role::Title, words::HELP_TITLE),
        Some(_) if app.is_paused() => Row::new().with(Role::Title, words::PAUSED),
        Some(talk) if app.screen == Screen::Talk => conversation(draw, talk),
        Some(talk) if app.screen == Screen::ReadBack => read_back(draw, talk),
        _ => Row::new().with(Role::Title, words::ALONGSIDE),
    };
    let right = if app.screen == Screen::Home {
        date(draw)
    } else {
        saved(app)
    };
    let mut row = Row::new().with(Role::Text, draw.shape.margin());
    row.spans.extend(left.spans);
    let right = right.with(Role::Text, draw.shape.margin());
    Row::left_right(row, right, draw.shape.columns)
}

fn is_help(app: &App) -> bool {
    app.sheet
        .as_ref()
        .is_some_and(|sheet| sheet.kind == SheetKind::Help)
}

fn gap(draw: &Draw<'_>) -> &'static str {
    if draw.shape.has_margin { "   " } else { "  " }
}

fn conversation(draw: &Draw<'_>, talk: &Conversation) -> Row {
    let small = !draw.shape.has_rules;
    let guide = talk.guide();
    let title = if small && guide.id == guide.kind.main_guide() {
        words::kind(guide.kind)
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    } else {
        text::shown(&guide.title).into_owned()
    };
    let mut row = Row::new().with(Role::Title, title);
    if let Some(person) = &talk.facts.person {
        row.push(Role::Text, format!("{}{}", gap(draw), text::shown(person)));
    }
    row.push(Role::Quiet, format!("{}{}", gap(draw), since(draw, talk)));
    let back = talk.to_come_back_to();
    if back > 0 && draw.shape.has_margin {
        row.push(Role::Quiet, format!("{}{back} to come back to", gap(draw)));
    }
    row
}

/// When it began; or minutes, for those who asked for the clock.
fn since(draw: &Draw<'_>, talk: &Conversation) -> String {
    if !draw.app.desk.prefs.clock {
        return format!("from {}", words::clock(talk.started));
    }
    let minutes = talk.seconds(draw.app.now) / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

fn read_back(draw: &Draw<'_>, talk: &Conversation) -> Row {
    let mut row = Row::new().with(Role::Title, words::READ_BACK);
    if let Some(person) = &talk.facts.person {
        row.push(Role::Text, format!("{}{}", gap(draw), text::shown(person)));
    }
    if draw.shape.has_margin {
        row.push(
            Role::Quiet,
            format!("{}{}", gap(draw), text::shown(&talk.guide().title)),
        );
    }
    row
}

fn saved(app: &App) -> Row {
    match (&app.trouble, app.desk.talk()) {
        (Some(_), _) => Row::new().with(Role::Problem, "Not saved. Trying again"),
        (None, Some(talk)) => {
            Row::new().with(Role::Quiet, format!("Saved {}", words::clock(talk.last)))
        }
        (None, None) => Row::new(),
    }
}

fn date(draw: &Draw<'_>) -> Row {
    let now = draw.app.now;
    let date = if draw.shape.has_rules {
        format!(
            "{}, {}",
            words::full_date(now.date_naive()),
            words::clock(now)
        )
    } else {
        format!("{} {}", words::clock(now), now.format("%a %-d"))
    };
    Row::new().with(Role::Quiet, date)
}
