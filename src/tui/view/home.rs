//! Home: start, carry on.

use super::{Body, Draw, close, due};
use crate::{
    app::home::{self, Row as HomeRow},
    conversation::Ending,
    desk::{Draft, Glance, Index},
    text,
    tui::row::{Ground, Role, Row},
    words,
};

/// A row as drawn, and the number of the row it stands for.
type Drawn = (Row, Option<usize>);

/// The body of Home.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let app = draw.app;
    let roomy = draw.shape.has_rules;
    let mut rows: Vec<Drawn> = vec![];
    if is_spacious(draw) {
        rows.push((Row::new(), None));
    }
    rows.extend(said_first(draw));
    if roomy {
        rows.push((heading(draw, words::START), None));
    }
    let listed = home::rows(app);
    let digits = listed.len().to_string().len();
    for (at, row) in listed.iter().enumerate() {
        let nth = Nth { at, digits };
        let before = at.checked_sub(1).map(|before| &listed[before]);
        if matches!(row, HomeRow::Draft(0)) {
            rows.extend(before_drafts(draw).into_iter().map(|row| (row, None)));
        }
        if is_first(before, row, |row| matches!(row, HomeRow::Close(_))) {
            rows.extend(close::before(draw).into_iter().map(|row| (row, None)));
        }
        if is_first(before, row, |row| matches!(row, HomeRow::Due(_))) {
            rows.extend(due::before(draw).into_iter().map(|row| (row, None)));
        }
        if is_draft_after_due(before, row) && roomy {
            rows.push((Row::new(), None));
            rows.push((heading(draw, words::CARRY_ON), None));
        }
        let drawn = match row {
            HomeRow::Draft(which) => draft_row(draw, nth, &app.desk.drafts[*which]),
            HomeRow::Due(place) => due::row(draw, nth, place),
            HomeRow::MoreDue(count) => due::more(draw, nth, *count),
            HomeRow::Close(root) => close::row(draw, nth, root),
            HomeRow::MoreClose(count) => close::more(draw, nth, *count),
            begin => start_row(draw, nth, begin),
        };
        rows.push((drawn, Some(at)));
        if matches!(row, HomeRow::Draft(0)) && roomy {
            rows.extend(line_of_first(draw).map(|row| (row, None)));
        }
    }
    rows.extend(due::to_come(draw).into_iter().map(|row| (row, None)));
    let room = |foot: &[Row]| height.saturating_sub(foot.len() + 1);
    let foot = match roomy {
        true => Some(foot(draw, true)).filter(|foot| rows.len() <= room(foot)),
        false => Some(vec![]),
    };
    // Where not all of the list is to be seen, there is no room for how else somebody is found.
    let foot = foot.unwrap_or_else(|| self::foot(draw, false));
    // Nothing stays free while there is more below.
    let gap = usize::from(rows.len() < height.saturating_sub(foot.len()));
    let below = if roomy { foot.len() + gap } else { 0 };
    let (mut shown, chosen_at) = window(draw, rows, height.saturating_sub(below));
    if roomy {
        shown.resize_with(height.saturating_sub(foot.len()).max(shown.len()), Row::new);
        shown.extend(foot);
    }
    // Letters type in the line whatever is chosen, so the cursor is there until an arrow chooses.
    let cursor = chosen_at.filter(|_| app.choosing && app.line_is_empty());
    Body {
        rows: shown,
        cursor: cursor.map(|row| (inset(draw).len() as u16, row)),
        divider: None,
    }
}

/// Whether this row is such a one, and the one before it is not.
fn is_first(before: Option<&HomeRow>, row: &HomeRow, is_one: impl Fn(&HomeRow) -> bool) -> bool {
    is_one(row) && !before.is_some_and(is_one)
}

/// Whether this row goes on with the open conversations where what is due stands between.
fn is_draft_after_due(before: Option<&HomeRow>, row: &HomeRow) -> bool {
    let stands_between = |row: &HomeRow| !matches!(row, HomeRow::Practice | HomeRow::Draft(_));
    before.is_some_and(stands_between) && matches!(row, HomeRow::Draft(_))
}

/// A screen with room to spare.
pub(super) fn is_spacious(draw: &Draw<'_>) -> bool {
    draw.shape.is_wide && draw.shape.rows >= 30
}

/// The space left of everything.
pub(super) fn inset(draw: &Draw<'_>) -> &'static str {
    if is_spacious(draw) {
        "   "
    } else {
        draw.shape.margin()
    }
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
    let width = draw
        .shape
        .columns
        .saturating_sub(2 * inset(draw).len())
        .max(1);
    let mut rows: Vec<Drawn> = vec![];
    for (line, role) in saved.chain(notices) {
        let line = text::shown(line);
        for piece in text::wrap(&line, width) {
            rows.push((
                Row::new()
                    .with(Role::Text, inset(draw))
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

pub(super) fn heading(draw: &Draw<'_>, words: &'static str) -> Row {
    Row::new()
        .with(Role::Text, inset(draw))
        .with(Role::Title, words)
}

/// What stands above the open conversations, with how to read those that are sealed.
fn before_drafts(draw: &Draw<'_>) -> Vec<Row> {
    let sealed = draw.app.desk.drafts.iter().any(|draft| draft.sealed);
    let how = if sealed { words::SEALED_HOW } else { "" };
    if draw.shape.has_rules {
        let heading = heading(draw, words::CARRY_ON).with(Role::Quiet, format!("   {how}"));
        return vec![Row::new(), heading];
    }
    let row = Row::new().with(Role::Quiet, how);
    sealed.then_some(row).into_iter().collect()
}

/// The rows there is room for, with the chosen one among them; and where that one is.
fn window(draw: &Draw<'_>, rows: Vec<Drawn>, room: usize) -> (Vec<Row>, Option<u16>) {
    let mut rows = closer(rows, room);
    let place = |rows: &[Drawn]| {
        let is_it = |(_, number): &Drawn| *number == Some(draw.app.row);
        rows.iter().position(is_it).unwrap_or(0)
    };
    let chosen = place(&rows);
    // The last row says what is below it, so the chosen one is never the last while there is more.
    let says_more = room > 1 && rows.len() > room;
    let mut first = match rows.len().checked_sub(room) {
        Some(most) => (chosen + 1 + usize::from(says_more))
            .saturating_sub(room)
            .min(most),
        None => 0,
    };
    // A heading with nothing under it says nothing: a row more is shown in place of the one at the top.
    if says_more && room > 2 && first + room < rows.len() && is_heading(&rows[first + room - 2]) {
        match start_heading(&rows).filter(|_| first == 0) {
            Some(at) => drop(rows.remove(at)),
            None => first += 1,
        }
    }
    let chosen = place(&rows);
    let hidden = rows
        .iter()
        .skip((first + room).saturating_sub(1))
        .filter(|(_, number)| number.is_some())
        .count();
    // One that would stand there itself needs no words, unless what stands there is a heading over it.
    let is_over_it = rows
        .get((first + room).saturating_sub(1))
        .is_some_and(|(_, number)| number.is_none());
    let least = if is_over_it { 1 } else { 2 };
    if says_more && first + room < rows.len() && hidden >= least {
        let more = format!("{}  {}", inset(draw), words::more_below(hidden));
        rows[first + room - 1] = (Row::new().with(Role::Quiet, more), None);
    }
    rows.truncate(first + room);
    while rows.last().is_some_and(is_heading) {
        rows.pop();
    }
    let shown = rows.into_iter().skip(first).map(|(row, _)| row);
    (
        shown.collect(),
        chosen.checked_sub(first).map(|at| at as u16),
    )
}

/// The rows with as many of the empty ones between them as there is room for, the lowest going first.
fn closer(mut rows: Vec<Drawn>, room: usize) -> Vec<Drawn> {
    while rows.len() > room {
        let Some(at) = rows.iter().rposition(|(row, _)| row.spans.is_empty()) else {
            break;
        };
        rows.remove(at);
    }
    rows
}

fn is_heading((row, number): &Drawn) -> bool {
    number.is_none() && row.spans.iter().any(|span| span.role == Role::Title)
}

/// The heading over what can be started: the one whose rows need it least.
fn start_heading(rows: &[Drawn]) -> Option<usize> {
    let first = rows.iter().position(|(_, number)| number.is_some())?;
    first.checked_sub(1).filter(|at| is_heading(&rows[*at]))
}

/// A row's place in the list, and how many digits the longest number in it has.
#[derive(Clone, Copy)]
pub(super) struct Nth {
    at: usize,
    digits: usize,
}

pub(super) fn numbered(draw: &Draw<'_>, nth: Nth) -> Row {
    let chosen = draw.app.row == nth.at;
    let ground = if chosen { Ground::Chosen } else { Ground::Page };
    let pointer = if chosen {
        draw.glyphs.pointer
    } else {
        draw.glyphs.no_pointer
    };
    let gap = if draw.shape.has_rules { 2 } else { 1 };
    let role = if chosen { Role::Label } else { Role::Quiet };
    Row::new()
        .on(ground)
        .with(Role::Text, inset(draw))
        .with(Role::Label, pointer)
        .with(
            role,
            format!("{:<width$}", nth.at + 1, width = nth.digits + gap),
        )
}

/// The widest name of a start row, and the space after it.
const NAMES: usize = 22;

fn start_row(draw: &Draw<'_>, nth: Nth, row: &HomeRow) -> Row {
    let (title, purpose) = home::start_words(row);
    let chosen = draw.app.row == nth.at;
    let lead = numbered(draw, nth);
    let beside = lead.width() + NAMES;
    let drawn = lead.with(if chosen { Role::Title } else { Role::Text }, title);
    // Purposes stand in a column together or not at all: half of one says less than none.
    if beside + LONGEST_PURPOSE > draw.shape.columns {
        return drawn;
    }
    drawn.pad_to(beside).with(Role::Quiet, purpose)
}

/// What the longest purpose takes.
const LONGEST_PURPOSE: usize = 47;

fn draft_row(draw: &Draw<'_>, nth: Nth, draft: &Draft) -> Row {
    let row = numbered(draw, nth);
    let columns = draw.shape.columns.saturating_sub(inset(draw).len());
    let Some(glance) = &draft.glance else {
        return unread_row(draw, row, draft, columns);
    };
    let title = text::shown(&glance.title).into_owned();
    if !draw.shape.has_rules {
        let kind = draft.id.kind().filter(|kind| words::kind(*kind) == title);
        let title = match kind {
            Some(_) => title.split(' ').next().unwrap_or_default().to_lowercase(),
            None => title.to_lowercase(),
        };
        let who = match glance.initials.as_str() {
            "" => String::new(),
            initials => format!("{initials} "),
        };
        let words = format!("{who}{title}, {}", how_left(draw, glance, true));
        let room = columns.saturating_sub(row.width());
        return row.with(Role::Text, text::fit(&words, room).into_owned());
    }
    let initials = text::fit(&glance.initials, 4);
    let title = text::fit(&title, 20);
    let pad = |words: &str, width: usize| {
        format!(
            "{words}{}",
            " ".repeat(width.saturating_sub(text::width(words)))
        )
    };
    let row = row.with(Role::Text, pad(&initials, 5) + &pad(&title, 21));
    let notes = words::notes_here(glance.notes);
    if draw.shape.is_wide {
        let row = row
            .with(Role::Quiet, how_left(draw, glance, false))
            .pad_to(66)
            .with(Role::Quiet, format!("{notes:<12}"));
        let room = columns.saturating_sub(row.width());
        return row.with(Role::Quiet, last_words(glance, room));
    }
    let room = columns.saturating_sub(row.width());
    let how = how_left(draw, glance, false);
    if text::width(&how) + 2 + text::width(&notes) > room {
        return row.with(Role::Quiet, text::fit(&how, room).into_owned());
    }
    let beside = Row::new().on(row.ground).with(Role::Quiet, notes);
    Row::left_right(row.with(Role::Quiet, how), beside, columns)
}

/// The end of the line of the conversation that was cut off last, under its row: there is no doubt which one it was.
fn line_of_first(draw: &Draw<'_>) -> Option<Row> {
    let draft = draw.app.desk.drafts.first()?;
    let glance = draft.glance.as_ref().filter(|_| draft.was_cut_off())?;
    let row = Row::new()
        .with(Role::Text, inset(draw))
        .with(Role::Text, " ".repeat(UNDER_A_ROW));
    let room = draw
        .shape
        .columns
        .saturating_sub(row.width() + inset(draw).len());
    let words = words::line_ends(&glance.line, room).filter(|_| !glance.line.is_empty())?;
    Some(row.with(Role::Quiet, words))
}

/// As far in as the words of a numbered row with initials.
const UNDER_A_ROW: usize = 10;

/// A conversation known only by its name: of what kind it is, and where it cannot be read, when it began.
fn unread_row(draw: &Draw<'_>, row: Row, draft: &Draft, columns: usize) -> Row {
    let kind = draft.id.kind().map_or("", words::kind);
    let now = draw.app.now;
    let began = draft.id.began(now.offset()).filter(|_| draft.sealed);
    if !draw.shape.has_rules {
        let words = match began {
            Some(at) => words::began_in_short(kind, at, now),
            None => kind.to_owned(),
        };
        let room = columns.saturating_sub(row.width());
        return row.with(Role::Text, text::fit(&words, room).into_owned());
    }
    let began = began.map(|at| words::began(at, now)).unwrap_or_default();
    let row = row
        .with(Role::Text, format!("     {kind:<21}"))
        .with(Role::Quiet, began);
    if !draft.sealed {
        return row;
    }
    let beside = Row::new().on(row.ground).with(Role::Quiet, words::SEALED);
    if draw.shape.is_wide {
        return row.pad_to(66).with(Role::Quiet, words::SEALED);
    }
    if row.width() + 2 + beside.width() > columns {
        return row.cut(columns);
    }
    Row::left_right(row, beside, columns)
}

fn last_words(glance: &Glance, room: usize) -> String {
    let words = words::one_line(&glance.last_words);
    if !glance.line.is_empty() {
        words::LINE_IS_THERE.to_owned()
    } else if words.is_empty() {
        String::new()
    } else {
        text::fit(&words::last_said(&words), room).into_owned()
    }
}

/// `left today at 11:05`, `window closed Monday 16:40`; in short, `left 11:05`.
fn how_left(draw: &Draw<'_>, glance: &Glance, short: bool) -> String {
    if glance.elsewhere {
        return words::OPEN_ELSEWHERE.to_owned();
    }
    let how = words::how_left(glance.ending);
    let when = words::ago(glance.last, draw.app.now);
    let today = when.strip_prefix("today at ");
    let when = match today.filter(|_| short || glance.ending != Some(Ending::Left)) {
        Some(time) => time.to_owned(),
        None => when,
    };
    if !glance.line.is_empty() && !draw.shape.is_wide && draw.shape.columns >= 76 {
        format!("{how} {when}, {}", words::LINE_THERE)
    } else {
        format!("{how} {when}")
    }
}

fn foot(draw: &Draw<'_>, with_tips: bool) -> Vec<Row> {
    let app = draw.app;
    let mut said: Vec<&str> = vec![];
    let nothing_due = app.due_now().is_empty() && app.sticking_close().is_empty();
    if app.desk.drafts.is_empty() && app.saved.is_none() && nothing_due {
        said.push(match app.desk.index {
            Index::Read(_) => words::promise::NOTHING_AT_ALL,
            Index::Unread | Index::Sealed => words::NOTHING_TO_CARRY_ON,
        });
        // Where nothing can be read, nobody knows whether it is new to them.
        if app.desk.index != Index::Sealed {
            said.push(words::NEW_TO_THIS);
        }
        said.push("");
    }
    if app.desk.index == Index::Sealed && app.practice.is_none() {
        said.push(words::close::SEALED_HOME);
    }
    let knows_anybody = || app.desk.index.met().iter().any(|met| met.person.is_some());
    if with_tips && app.practice.is_none() && knows_anybody() {
        said.push(words::known::FINDS_THEM);
    }
    said.push(if app.saved.is_some() {
        words::NEXT_CALL
    } else {
        words::JUST_TYPE
    });
    let margin = draw.shape.margin();
    let width = draw.shape.columns.saturating_sub(2 * margin.len()).max(1);
    let rows = said.iter().flat_map(|words| {
        text::wrap(words, width).into_iter().map(|piece| {
            Row::new()
                .with(Role::Text, margin)
                .with(Role::Quiet, words[piece].to_owned())
        })
    });
    rows.collect()
}
