//! Sheets over the lower rows of a screen; where the screen is small, in place of them.

use super::{
    Body, Draw,
    choice::Choices,
    help::{find_column, find_row},
    unlock,
};
use crate::{
    app::{
        Screen, Sheet, SheetKind, SheetRow, Unlocking, lists,
        sheet::{CloseSheet, Stage},
    },
    conversation::ConversationId,
    text,
    tui::row::{Role, Row},
    words,
};

/// A sheet to be read through has at least this many rows where there is room.
const READING_ROWS: usize = 14;

/// The fewest columns a title is cut to, so that how many rows are below stands beside it.
const SHORTEST_TITLE: usize = 14;

/// The body with the open sheet over it, or the list of commands a typed slash shows.
pub(super) fn over(draw: &Draw<'_>, under: Body, height: usize) -> Body {
    let app = draw.app;
    if let Some(asked) = &app.unlocking {
        return lay(draw, under, height, &asking(draw, asked));
    }
    if let Some(sheet) = &app.sheet {
        return lay(draw, under, height, &listed(draw, sheet));
    }
    if app.is_slash() && (draw.shape.has_footer || app.slash_row.is_some()) {
        let list = List {
            title: words::COMMANDS_TITLE.to_owned(),
            head: vec![],
            rows: lists::commands(app, app.slash_filter()),
            chosen: app.slash_row,
            numbered: false,
            reading: None,
            told: false,
            cursor: if app.slash_row.is_some() {
                Cursor::Chosen
            } else {
                Cursor::Line
            },
        };
        return lay(draw, under, height, &list);
    }
    under
}

/// Where the cursor goes while a list is open.
#[derive(Clone, Copy)]
enum Cursor {
    /// Stays in the line.
    Line,
    /// After what is typed to narrow it.
    Filter(u16),
    /// On the chosen row; where none is, on the first.
    Chosen,
}

struct List {
    title: String,
    head: Vec<Row>,
    rows: Vec<SheetRow>,
    chosen: Option<usize>,
    numbered: bool,
    /// To be read rather than chosen from: the row at its top.
    reading: Option<usize>,
    /// A story or what somebody says is in it: it may be as tall as one to be read, and how many rows are below is said
    /// even where its title is cut for it.
    told: bool,
    cursor: Cursor,
}

/// The passphrase is asked for.
fn asking(draw: &Draw<'_>, asked: &Unlocking) -> List {
    let (dots, column) = unlock::passphrase(draw, asked);
    List {
        title: words::UNLOCK_TITLE.to_owned(),
        head: vec![dots],
        rows: unlock::rows(asked),
        chosen: None,
        numbered: false,
        reading: None,
        told: false,
        cursor: Cursor::Filter(column),
    }
}

fn listed(draw: &Draw<'_>, sheet: &Sheet) -> List {
    let rows = sheet.rows(draw.app);
    let reading = sheet.is_safe_or_read();
    let chosen = if reading { None } else { sheet.choice(&rows) };
    let mut head = vec![];
    if sheet.narrows() {
        head.push(find_row(draw, sheet));
    }
    if let Some(sentence) = sentence(draw, sheet) {
        let margin = draw.shape.margin();
        let room = draw.shape.columns.saturating_sub(2 * margin.len());
        head.push(
            Row::new()
                .with(Role::Text, margin)
                .with(Role::NextStep, text::fit(&sentence, room).into_owned()),
        );
    }
    let cursor = match sheet.kind {
        SheetKind::Safe => Cursor::Line,
        _ if sheet.narrows() && !draw.app.choosing => Cursor::Filter(find_column(draw, sheet)),
        _ => Cursor::Chosen,
    };
    List {
        title: title(draw, sheet),
        head,
        rows,
        chosen,
        numbered: sheet.is_numbered(),
        reading: reading.then_some(sheet.chosen),
        told: matches!(sheet.kind, SheetKind::Story(_) | SheetKind::Feedback(_)),
        cursor,
    }
}

/// The step the when sheet is about, or where a promise comes from.
fn sentence(draw: &Draw<'_>, sheet: &Sheet) -> Option<String> {
    if let SheetKind::FollowUp(place, None) = &sheet.kind {
        let promise = draw.app.desk.index.promise(place)?;
        return Some(words::promise::from_sentence(
            promise,
            draw.app.now.date_naive(),
        ));
    }
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
        SheetKind::Listing(id) | SheetKind::Introduce(id) => {
            let listing = draw.app.desk.listings.get(id);
            listing
                .map(|listing| words::one_line(&listing.name))
                .unwrap_or_default()
        }
        SheetKind::Kinds if draw.app.screen == Screen::Home => words::START_TITLE.to_owned(),
        SheetKind::Kinds => words::MOVE_TITLE.to_owned(),
        SheetKind::Guides => words::GUIDES_TITLE.to_owned(),
        SheetKind::When(when) if when.stage == Stage::Owner => words::WHO_TITLE.to_owned(),
        SheetKind::When(_) => words::WHEN_TITLE.to_owned(),
        SheetKind::NoteMenu(id) => note(*id),
        SheetKind::Marks(_) => words::MARKS_TITLE.to_owned(),
        SheetKind::Notes => words::NOTES_TITLE.to_owned(),
        SheetKind::Save => words::SAVE_TITLE.to_owned(),
        SheetKind::WholeTopic => talk
            .and_then(|talk| talk.current_topic())
            .map(|topic| text::shown(&topic.title).into_owned())
            .unwrap_or_default(),
        SheetKind::Elsewhere(..) => words::ELSEWHERE_TITLE.to_owned(),
        SheetKind::Where => words::WHERE_TITLE.to_owned(),
        SheetKind::Due => words::promise::DUE_TITLE.to_owned(),
        SheetKind::Week => words::promise::WEEK_TITLE.to_owned(),
        SheetKind::FollowUp(_, Some(asked)) => words::promise::asks(*asked).to_owned(),
        SheetKind::FollowUp(place, None) => draw
            .app
            .desk
            .index
            .promise(place)
            .map(|promise| words::one_line(&promise.what))
            .unwrap_or_default(),
        SheetKind::People => words::known::PEOPLE_TITLE.to_owned(),
        SheetKind::Known(name) => words::known::title(name, draw.app.nothing_goes_home(name)),
        SheetKind::Records => words::adding::RECORDS_TITLE.to_owned(),
        SheetKind::RecordMenu(id) => record_title(draw, id),
        SheetKind::Adding(_, question) => words::adding::asks(question).to_owned(),
        SheetKind::Record => {
            let shown = draw.app.shown_record.as_ref();
            match shown.is_some_and(|shown| shown.as_finished) {
                true => words::adding::AS_FINISHED_TITLE.to_owned(),
                false => words::adding::RECORD_TITLE.to_owned(),
            }
        }
        SheetKind::Routes => words::evidence::facts::ROUTES_TITLE.to_owned(),
        SheetKind::CopyPart => words::copies::COPY_TITLE.to_owned(),
        SheetKind::Letter(_) => words::copies::LETTER_TITLE.to_owned(),
        SheetKind::Words => words::copies::WORDS_TITLE.to_owned(),
        SheetKind::Close(which) => about_close(draw, which),
        SheetKind::Story(which) => draw.app.story_title(which),
        SheetKind::Feedback(which) => draw.app.feedback_title(which),
        SheetKind::Safe => words::SAFE_TITLE.to_owned(),
        SheetKind::Scenarios => words::practice::SCENARIOS_TITLE.to_owned(),
        SheetKind::SoFar | SheetKind::Played(_) => words::practice::SO_FAR_TITLE.to_owned(),
        SheetKind::Injects => words::practice::INJECTS_TITLE.to_owned(),
        SheetKind::Moments => words::practice::MOMENTS_TITLE.to_owned(),
        SheetKind::Moves => words::alone::WHAT_DID_YOU_DO.to_owned(),
        SheetKind::AskAbout(at) => words::alone::what_about(*at).to_owned(),
        SheetKind::AloneOver => words::alone::OVER_TITLE.to_owned(),
        SheetKind::EndDebrief => words::debriefing::END_TITLE.to_owned(),
        SheetKind::Help => words::HELP_TITLE.to_owned(),
    }
}

/// Whose record it is, in initials, and of which day.
fn record_title(draw: &Draw<'_>, id: &ConversationId) -> String {
    let all = draw.app.desk.index.met();
    let others: Vec<&str> = all.iter().filter_map(|met| met.person.as_deref()).collect();
    let met = all.iter().find(|met| met.id == *id);
    let today = draw.app.now.date_naive();
    met.map_or(words::adding::RECORD_TITLE.to_owned(), |met| {
        words::adding::title(met, &draw.app.called(met), &others, today)
    })
}

/// The title of a list about people in crisis.
fn about_close(draw: &Draw<'_>, which: &CloseSheet) -> String {
    match which {
        CloseSheet::Board { check_in: true } => words::close::CHECK_IN_TITLE.to_owned(),
        CloseSheet::Board { check_in: false } => words::close::TITLE.to_owned(),
        CloseSheet::Person(root) => {
            let row = draw.app.in_crisis(root);
            row.map(|row| words::close::about(row, draw.app.sticking_close(), draw.app.now))
                .unwrap_or_default()
        }
        CloseSheet::When(_) => words::close::WHEN_TITLE.to_owned(),
        CloseSheet::Day(_) => words::close::WHICH_DAY.to_owned(),
        CloseSheet::Why(_) => words::close::WHY_TITLE.to_owned(),
    }
}

/// Lays a list over the lower rows of a body.
///
/// The sheet is as tall as its list can become, so that its top stays where it is while the choice moves. Where there
/// are only a few rows, its title and what is typed to narrow it give way to what can be chosen.
fn lay(draw: &Draw<'_>, mut under: Body, height: usize, list: &List) -> Body {
    let choices = Choices::of(draw, &list.rows, list.numbered);
    let most = match (draw.shape.sheet_rows, list.reading) {
        (0, _) => height,
        (most, None) if !list.told => most + 1,
        (most, _) => most.max(READING_ROWS) + 1,
    };
    let tallest = match list.reading {
        None => choices.tallest(most),
        Some(_) => reading_lines(draw, &list.rows).len(),
    };
    let taken = (1 + list.head.len() + tallest).min(most).min(height);
    let has_title = taken >= 3;
    let head: Vec<Row> = list
        .head
        .iter()
        .take(taken.saturating_sub(1 + usize::from(has_title)))
        .cloned()
        .collect();
    let above = usize::from(has_title) + head.len();
    let shown = match list.reading {
        None => choices.window(list.chosen, taken - above),
        Some(top) => read_from(draw, &list.rows, top, taken - above),
    };

    let top = match draw.shape.sheet_rows {
        0 => 0,
        _ => height - taken,
    };
    under.rows.resize_with(height, Row::new);
    under.rows.truncate(top);
    let divider = under.divider.filter(|_| top > 0);
    if has_title {
        let more = match shown.below {
            0 => String::new(),
            below => words::more_under(below),
        };
        let room = draw.shape.columns.saturating_sub(text::width(&more) + 10);
        let is_cut = list.told && shown.below > 0 && room >= SHORTEST_TITLE;
        let title = match is_cut {
            true => text::fit(&list.title, room),
            false => list.title.as_str().into(),
        };
        under.rows.push(draw.titled_rule(&title, &more, divider));
    }
    let row = |row: usize| (top + row) as u16;
    let on_choice = (
        draw.shape.margin().len() as u16,
        row(above + shown.chosen.unwrap_or(0)),
    );
    let cursor = match list.cursor {
        Cursor::Line => None,
        Cursor::Filter(column) if !head.is_empty() => Some((column, row(usize::from(has_title)))),
        Cursor::Filter(_) | Cursor::Chosen => Some(on_choice),
    };
    under.rows.extend(head);
    under.rows.extend(shown.rows);
    Body {
        rows: under.rows,
        cursor,
        divider,
    }
}

/// What there was room for.
pub(super) struct Shown {
    /// The rows.
    pub rows: Vec<Row>,
    /// The first row of the chosen one, among them.
    pub chosen: Option<usize>,
    /// How many choices, or lines to read, are below.
    pub below: usize,
}

/// The lines of a sheet that is read through, each with the row it is part of.
fn reading_lines(draw: &Draw<'_>, rows: &[SheetRow]) -> Vec<(usize, Row)> {
    let margin = draw.shape.margin();
    let width = draw.shape.columns.saturating_sub(2 * margin.len()).max(1);
    let lines = rows.iter().enumerate().flat_map(|(at, row)| {
        let words = text::shown(&row.text).into_owned();
        let indent = words.len() - words.trim_start().len();
        let role = if indent == 0 { Role::Label } else { Role::Text };
        let words = words.trim_start().to_owned();
        let indent = indent.min(width / 4);
        let pieces = text::wrap(&words, width.saturating_sub(indent).max(1));
        pieces.into_iter().map(move |piece| {
            let line = Row::new()
                .with(Role::Text, margin)
                .with(Role::Text, " ".repeat(indent))
                .with(role, words[piece].to_owned());
            (at, line)
        })
    });
    lines.collect()
}

/// As many of those lines as fit, from a row on; the last page is a full one.
fn read_from(draw: &Draw<'_>, rows: &[SheetRow], top: usize, room: usize) -> Shown {
    let lines = reading_lines(draw, rows);
    let first = lines
        .iter()
        .position(|(at, _)| *at >= top)
        .unwrap_or(lines.len())
        .min(lines.len().saturating_sub(room));
    Shown {
        below: lines.len().saturating_sub(first + room),
        chosen: None,
        rows: lines
            .into_iter()
            .skip(first)
            .take(room)
            .map(|(_, row)| row)
            .collect(),
    }
}
