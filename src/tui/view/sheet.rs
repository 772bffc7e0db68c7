//! Sheets over the lower rows of a screen; where the screen is small, in place of them.

use super::{
    Body, Draw,
    help::{find_column, find_row},
};
use crate::{
    app::{Sheet, SheetKind, SheetRow, lists, sheet::Stage},
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// The body with the open sheet over it, or the list of commands a typed slash shows.
pub(super) fn over(draw: &Draw<'_>, under: Body, height: usize) -> Body {
    let app = draw.app;
    if let Some(sheet) = &app.sheet {
        let list = listed(draw, sheet);
        return lay(draw, under, height, list);
    }
    if app.is_slash() && draw.shape.has_footer {
        let rows = lists::commands(app, app.slash_filter());
        let list = List {
            title: words::COMMANDS_TITLE.to_owned(),
            head: vec![],
            chosen: app.slash_row,
            cursor: Cursor::Line,
            rows,
            numbered: false,
            wraps: false,
        };
        return lay(draw, under, height, list);
    }
    under
}

/// Where the cursor goes while a list is open.
enum Cursor {
    /// Stays in the line.
    Line,
    /// After what is typed to narrow it.
    Filter(u16),
    /// On the chosen row.
    Chosen,
}

struct List {
    title: String,
    head: Vec<Row>,
    rows: Vec<SheetRow>,
    chosen: Option<usize>,
    cursor: Cursor,
    numbered: bool,
    wraps: bool,
}

fn listed(draw: &Draw<'_>, sheet: &Sheet) -> List {
    let rows = sheet.rows(draw.app);
    let reading = matches!(sheet.kind, SheetKind::WholeTopic | SheetKind::Safe);
    let chosen = if reading { None } else { sheet.choice(&rows) };
    let moved = sheet.chosen > 0;
    let mut head = vec![];
    if sheet.narrows() {
        head.push(find_row(draw, sheet));
    }
    if let Some(sentence) = sentence(draw, sheet) {
        let margin = draw.shape.margin();
        let room = draw.shape.columns.saturating_sub(margin.len());
        head.push(
            Row::new()
                .with(Role::Text, margin)
                .with(Role::NextStep, text::fit(&sentence, room).into_owned()),
        );
    }
    let cursor = match sheet.kind {
        SheetKind::Safe => Cursor::Line,
        _ if sheet.narrows() && !moved => Cursor::Filter(find_column(draw, sheet)),
        _ => Cursor::Chosen,
    };
    let rows = if reading {
        rows.into_iter().skip(sheet.chosen).collect()
    } else {
        rows
    };
    List {
        title: title(draw, sheet),
        head,
        rows,
        chosen,
        cursor,
        numbered: sheet.is_numbered(),
        wraps: reading,
    }
}

/// The step the when sheet is about.
fn sentence(draw: &Draw<'_>, sheet: &Sheet) -> Option<String> {
    let SheetKind::When(when) = &sheet.kind else {
        return None;
    };
    let talk = draw.app.desk.talk()?;
    let (sentence, _) = lists::step_in_hand(talk, when.note, draw.app.now)?;
    (when.stage == Stage::List).then(|| words::one_line(&sentence))
}

fn title(draw: &Draw<'_>, sheet: &Sheet) -> String {
    let talk = draw.app.desk.talk();
    let note = |id| {
        let note = talk.and_then(|talk| talk.note(id));
        note.map(|note| words::one_line(&note.text))
            .unwrap_or_default()
    };
    match &sheet.kind {
        SheetKind::Topics => words::TOPICS.to_owned(),
        SheetKind::Headings(_) => words::HEADINGS_TITLE.to_owned(),
        SheetKind::Commands => words::COMMANDS_TITLE.to_owned(),
        SheetKind::Find => words::FIND_TITLE.to_owned(),
        SheetKind::Kinds if draw.app.screen == crate::app::Screen::Home => {
            words::START_TITLE.to_owned()
        }
        SheetKind::Kinds => words::MOVE_TITLE.to_owned(),
        SheetKind::Guides => words::GUIDES_TITLE.to_owned(),
        SheetKind::When(_) => words::WHEN_TITLE.to_owned(),
        SheetKind::NoteMenu(id) => note(*id),
        SheetKind::Marks(_) => words::MARKS_TITLE.to_owned(),
        SheetKind::Notes => words::NOTES_TITLE.to_owned(),
        SheetKind::Save => words::SAVE_TITLE.to_owned(),
        SheetKind::WholeTopic => talk
            .and_then(|talk| talk.current_topic())
            .map(|topic| text::shown(&topic.title).into_owned())
            .unwrap_or_default(),
        SheetKind::Safe => words::SAFE_TITLE.to_owned(),
        SheetKind::Help => words::HELP_TITLE.to_owned(),
    }
}

/// Lays a list over the lower rows of a body.
fn lay(draw: &Draw<'_>, mut under: Body, height: usize, list: List) -> Body {
    let most = match draw.shape.sheet_rows {
        0 => height,
        most => most.max(if list.wraps { 14 } else { 0 }) + 1,
    };
    let wanted = 1 + list.head.len() + drawn_rows(draw, &list).len();
    let taken = wanted.min(most).min(height);
    let room = taken.saturating_sub(1 + list.head.len());
    let top = if draw.shape.sheet_rows == 0 {
        0
    } else {
        height - taken
    };
    under.rows.resize_with(height, Row::new);
    under.rows.truncate(top);
    let divider = under.divider.filter(|_| top > 0);
    under.rows.push(draw.titled_rule(&list.title, divider));
    let head = list.head.len();
    let (rows, chosen_at) = window(draw, &list, room);
    let cursor = match list.cursor {
        Cursor::Line => None,
        Cursor::Filter(column) => Some((column, (top + 1) as u16)),
        Cursor::Chosen => chosen_at.map(|at| {
            (
                draw.shape.margin().len() as u16,
                (top + 1 + head + at) as u16,
            )
        }),
    };
    under.rows.extend(list.head);
    under.rows.extend(rows);
    Body {
        rows: under.rows,
        cursor,
        divider,
    }
}

/// The rows there is room for, with the chosen one among them.
fn window(draw: &Draw<'_>, list: &List, room: usize) -> (Vec<Row>, Option<usize>) {
    let drawn = drawn_rows(draw, list);
    let chosen = drawn
        .iter()
        .position(|(_, at)| at.is_some() && *at == list.chosen);
    let first = chosen.map_or(0, |at| (at + 1).saturating_sub(room));
    let rows = drawn
        .into_iter()
        .skip(first)
        .take(room)
        .map(|(row, _)| row)
        .collect();
    (rows, chosen.map(|at| at - first))
}

/// Each row as drawn, with the place in the list it stands for.
fn drawn_rows(draw: &Draw<'_>, list: &List) -> Vec<(Row, Option<usize>)> {
    let mut number = 0;
    let widest = list
        .rows
        .iter()
        .filter(|row| row.pick.is_some())
        .map(|row| text::width(&row.text))
        .max()
        .unwrap_or(0);
    let mut rows = vec![];
    for (at, row) in list.rows.iter().enumerate() {
        if row.pick.is_none() {
            rows.extend(
                words_row(draw, row, list.wraps)
                    .into_iter()
                    .map(|row| (row, None)),
            );
            continue;
        }
        number += 1;
        let number = list.numbered.then_some(number);
        rows.push((
            choice_row(draw, row, number, list.chosen == Some(at), widest),
            Some(at),
        ));
    }
    rows
}

fn words_row(draw: &Draw<'_>, row: &SheetRow, wraps: bool) -> Vec<Row> {
    let margin = draw.shape.margin();
    let words = text::shown(&row.text);
    let width = draw.shape.columns.saturating_sub(margin.len()).max(1);
    let heading = wraps && !words.starts_with(' ');
    let role = if heading { Role::Label } else { Role::Quiet };
    let role = if wraps && !heading { Role::Text } else { role };
    let pieces = text::wrap(&words, width);
    pieces
        .into_iter()
        .map(|piece| {
            Row::new()
                .with(Role::Text, margin)
                .with(role, words[piece].to_owned())
        })
        .collect()
}

fn choice_row(
    draw: &Draw<'_>,
    row: &SheetRow,
    number: Option<usize>,
    chosen: bool,
    widest: usize,
) -> Row {
    let ground = if chosen { Ground::Chosen } else { Ground::Page };
    let pointer = if chosen {
        draw.glyphs.pointer
    } else {
        draw.glyphs.no_pointer
    };
    let mut drawn = Row::new()
        .on(ground)
        .with(Role::Text, draw.shape.margin())
        .with(Role::Label, pointer);
    if let Some(number) = number {
        drawn.push(Role::Quiet, format!("{number}  "));
    }
    let beside = widest.min(draw.shape.columns * 2 / 5);
    let words = text::shown(&row.text).into_owned();
    let start = drawn.width();
    drawn.push(if chosen { Role::Title } else { Role::Text }, words);
    if !row.detail.is_empty() && draw.shape.columns >= 50 {
        drawn = drawn.pad_to(start + beside + 2);
        drawn.push(Role::Quiet, text::shown(&row.detail).into_owned());
    }
    drawn.cut(draw.shape.columns)
}
