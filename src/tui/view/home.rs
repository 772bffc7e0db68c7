//! Home: start, carry on.

use super::{Body, Draw};
use crate::{
    app::home::{self, Row as HomeRow},
    conversation::{Ending, Stop},
    desk::{Draft, Glance},
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// A row as drawn, and the number of the row it stands for.
type Drawn = (Row, Option<usize>);

/// The body of Home.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let app = draw.app;
    let mut rows: Vec<Drawn> = said_first(draw);
    let list = home::rows(app);
    let roomy = draw.shape.has_rules;
    if roomy {
        rows.push((heading(draw, words::START), None));
    }
    for (at, row) in list.iter().enumerate() {
        if matches!(row, HomeRow::Draft(0)) && roomy {
            rows.push((Row::new(), None));
            rows.push((heading(draw, words::CARRY_ON), None));
        }
        let drawn = match row {
            HomeRow::Draft(nth) => draft_row(draw, at, &app.desk.drafts[*nth]),
            begin => start_row(draw, at, begin),
        };
        rows.push((drawn, Some(at)));
    }
    let foot = foot(draw);
    let room = height.saturating_sub(if roomy { foot.len() + 1 } else { 0 });
    let (mut shown, chosen_at) = window(draw, rows, room);
    if roomy {
        shown.resize_with(height.saturating_sub(foot.len()).max(shown.len()), Row::new);
        shown.extend(foot);
    }
    let cursor = chosen_at.filter(|_| app.line_is_empty() && app.sheet.is_none());
    let column = draw.shape.margin().len() as u16 + 2;
    // The cursor stays in the line: letters type there whatever is chosen.
    let _ = (cursor, column);
    Body::of(shown)
}

/// What was just saved, and what the worker should know first.
fn said_first(draw: &Draw<'_>) -> Vec<Drawn> {
    let app = draw.app;
    let saved = app
        .saved
        .iter()
        .flat_map(|saved| &saved.lines)
        .map(|line| (line, Role::Text));
    let notices = app.notices.iter().map(|line| (line, Role::Problem));
    let width = draw.shape.columns.saturating_sub(2).max(1);
    let mut rows: Vec<Drawn> = vec![];
    for (line, role) in saved.chain(notices) {
        let line = text::shown(line);
        for piece in text::wrap(&line, width) {
            rows.push((
                Row::new()
                    .with(Role::Text, draw.shape.margin())
                    .with(role, line[piece].to_owned()),
                None,
            ));
        }
    }
    if !rows.is_empty() && draw.shape.has_rules {
        rows.push((Row::new(), None));
    }
    rows
}

fn heading(draw: &Draw<'_>, words: &'static str) -> Row {
    Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Title, words)
}

/// The rows there is room for, with the chosen one among them; and where that one is.
fn window(draw: &Draw<'_>, rows: Vec<Drawn>, room: usize) -> (Vec<Row>, Option<u16>) {
    let chosen = rows
        .iter()
        .position(|(_, number)| *number == Some(draw.app.row))
        .unwrap_or(0);
    let first = if rows.len() <= room {
        0
    } else {
        (chosen + 2).saturating_sub(room).min(rows.len() - room)
    };
    let hidden = rows[(first + room).min(rows.len())..]
        .iter()
        .filter(|(_, number)| number.is_some())
        .count();
    let mut shown: Vec<Row> = rows
        .into_iter()
        .skip(first)
        .take(room)
        .map(|(row, _)| row)
        .collect();
    if hidden > 0 && !shown.is_empty() {
        let more = format!(
            "{}  {} more. Press the down arrow",
            draw.shape.margin(),
            hidden + 1
        );
        let last = shown.len() - 1;
        shown[last] = Row::new().with(Role::Quiet, more);
    }
    (shown, chosen.checked_sub(first).map(|at| at as u16))
}

fn numbered(draw: &Draw<'_>, at: usize) -> Row {
    let chosen = draw.app.row == at;
    let ground = if chosen { Ground::Chosen } else { Ground::Page };
    let pointer = if chosen {
        draw.glyphs.pointer
    } else {
        draw.glyphs.no_pointer
    };
    let gap = if draw.shape.has_rules { "  " } else { " " };
    let role = if chosen { Role::Label } else { Role::Quiet };
    Row::new()
        .on(ground)
        .with(Role::Text, draw.shape.margin())
        .with(Role::Label, pointer)
        .with(role, format!("{}{gap}", at + 1))
}

fn start_row(draw: &Draw<'_>, at: usize, row: &HomeRow) -> Row {
    let (title, purpose) = home::start_words(row);
    let chosen = draw.app.row == at;
    let mut drawn = numbered(draw, at).with(if chosen { Role::Title } else { Role::Text }, title);
    if draw.shape.columns >= 60 {
        drawn = drawn
            .pad_to(draw.shape.margin().len() + 26)
            .with(Role::Quiet, purpose);
    }
    drawn.cut(draw.shape.columns)
}

fn draft_row(draw: &Draw<'_>, at: usize, draft: &Draft) -> Row {
    let row = numbered(draw, at);
    let Some(glance) = &draft.glance else {
        let kind = draft.id.kind().map_or("", words::kind);
        return row
            .with(Role::Text, format!("     {kind}"))
            .cut(draw.shape.columns);
    };
    let columns = draw.shape.columns;
    let title = text::shown(&glance.title).into_owned();
    let how = how_left(draw, glance);
    if !draw.shape.has_rules {
        return row
            .with(
                Role::Text,
                format!("{:<3} {}, {how}", glance.initials, title.to_lowercase()),
            )
            .cut(columns);
    }
    let row = row
        .with(Role::Text, format!("{:<4} {title:<20} ", glance.initials))
        .with(Role::Quiet, how);
    let notes = words::notes_here(glance.notes);
    if draw.shape.is_wide {
        let last = if glance.line {
            "your last line is still there".to_owned()
        } else {
            last_words(glance)
        };
        return row
            .pad_to(66)
            .with(Role::Quiet, format!("{notes:<11}{last}"))
            .cut(columns);
    }
    Row::left_right(
        row.clone().on(row.ground),
        Row::new().on(row.ground).with(Role::Quiet, notes + " "),
        columns,
    )
}

fn last_words(glance: &Glance) -> String {
    let words = words::one_line(&glance.last_words);
    if words.is_empty() {
        String::new()
    } else {
        format!("last: {}", text::fit(&words, 34))
    }
}

/// `left today at 11:05`, `window closed Monday 16:40`.
fn how_left(draw: &Draw<'_>, glance: &Glance) -> String {
    let when = words::ago(glance.last, draw.app.now);
    let how = match glance.ending {
        Some(Ending::Left) => "left",
        Some(Ending::Stopped(Stop::WindowClosed)) => "window closed",
        Some(Ending::Stopped(Stop::AskedToEnd)) => "asked to stop",
        Some(Ending::Stopped(Stop::Trouble)) => "the app had to stop",
        Some(Ending::Finished) => "finished",
        None => "stopped",
    };
    let when = when
        .strip_prefix("today at ")
        .filter(|_| how != "left")
        .map_or(when.clone(), str::to_owned);
    if glance.line && !draw.shape.is_wide && draw.shape.columns >= 76 {
        format!("{how} {when}, line still there")
    } else {
        format!("{how} {when}")
    }
}

fn foot(draw: &Draw<'_>) -> Vec<Row> {
    let app = draw.app;
    let mut said: Vec<&str> = vec![];
    if app.desk.drafts.is_empty() && app.saved.is_none() {
        said.push(words::NOTHING_TO_CARRY_ON);
        said.push(words::NEW_TO_THIS);
        said.push("");
    }
    said.push(if app.saved.is_some() {
        words::NEXT_CALL
    } else {
        words::JUST_TYPE
    });
    let margin = draw.shape.margin();
    let width = draw.shape.columns.saturating_sub(margin.len()).max(1);
    let rows = said.iter().flat_map(|words| {
        text::wrap(words, width).into_iter().map(|piece| {
            Row::new()
                .with(Role::Text, margin)
                .with(Role::Quiet, words[piece].to_owned())
        })
    });
    rows.collect()
}
