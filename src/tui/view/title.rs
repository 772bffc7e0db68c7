//! Row 1: where you are, who it is with, and that it is saved.

use super::Draw;
use crate::{
    app::{App, Charts, Screen, SheetKind},
    conversation::Conversation,
    text,
    tui::row::{Role, Row},
    words::{self, together},
};

/// Row 1.
pub(super) fn title(draw: &Draw<'_>) -> Row {
    let app = draw.app;
    let margin = draw.shape.margin();
    let right = match app.screen {
        Screen::Home => date(draw),
        Screen::Cards => nothing_kept(draw),
        Screen::Evidence if app.trouble.is_none() && app.locked.is_none() && !is_help(app) => {
            counted(draw)
        }
        _ if app.looking.is_some() => elsewhere(draw),
        _ if app.is_family_time() && app.trouble.is_none() => Row::new(),
        _ => saved(draw),
    };
    let right = beside_not_real(draw, right);
    let room = draw
        .shape
        .columns
        .saturating_sub(right.width() + 2 * margin.len() + gap(draw).len());
    let title = |words: &'static str| Row::new().with(Role::Title, words);
    let left = match app.shown() {
        _ if app.locked.is_some() => title(words::LOCKED),
        _ if is_help(app) => title(words::HELP_TITLE),
        _ if app.screen == Screen::Evidence => evidence(draw, room),
        Some(_) if app.is_family_time() => title(together::FAMILY_TIME),
        Some(_) if app.is_paused() => title(words::PAUSED),
        Some(talk) if app.screen == Screen::Watch => watching(draw, talk, room),
        Some(talk)
            if matches!(app.screen, Screen::Talk | Screen::Alone) && app.practice.is_some() =>
        {
            playing(draw, talk, room)
        }
        Some(talk) if app.screen == Screen::Talk => conversation(draw, talk, room),
        Some(talk) if app.screen == Screen::ReadBack => read_back(draw, talk, room),
        Some(talk) if app.screen == Screen::Debrief => debrief(draw, talk, room),
        _ if app.screen == Screen::Cards => cards(draw),
        _ => title(words::ALONGSIDE),
    };
    let left = not_real(draw, left);
    let mut row = Row::new().with(Role::Text, margin);
    row.spans.extend(left.spans);
    Row::left_right(row, right.with(Role::Text, margin), draw.shape.columns)
}

/// Every first row on this side of the wall begins by saying where one is.
fn not_real(draw: &Draw<'_>, left: Row) -> Row {
    if draw.app.practice.is_none() {
        return left;
    }
    let mut row = Row::new().with(
        Role::Title,
        words::practice::not_real_in(draw.shape.columns),
    );
    if left.width() > 0 {
        row.push(Role::Text, gap(draw));
        row.spans.extend(left.spans);
    }
    row
}

/// What stands at the right, unless there would be no room to say that it is not real.
fn beside_not_real(draw: &Draw<'_>, right: Row) -> Row {
    let taken = 2 * draw.shape.margin().len() + gap(draw).len() + right.width();
    let fits = text::width(words::practice::NOT_REAL) + taken <= draw.shape.columns;
    if draw.app.practice.is_none() || fits {
        right
    } else {
        Row::new()
    }
}

/// `Scenario 3 of 12`
fn cards(draw: &Draw<'_>) -> Row {
    let Some(practice) = &draw.app.practice else {
        return Row::new();
    };
    let place = words::practice::place(practice.at + 1, practice.scenarios.len());
    Row::new().with(Role::Text, place)
}

/// `Evidence   January to March 2026`; the days alone where there is no room for both.
fn evidence(draw: &Draw<'_>, room: usize) -> Row {
    let title = words::evidence::screen::EVIDENCE;
    let row = Row::new().with(Role::Title, title);
    let Some(charts) = draw.app.charts() else {
        return row;
    };
    let days = charts.period().name();
    let left = room.saturating_sub(text::width(title) + gap(draw).len());
    if text::width(&days) > left {
        return Row::new().with(Role::Title, text::fit(&days, room).into_owned());
    }
    row.with(Role::Text, gap(draw)).with(Role::Text, days)
}

/// `From 148 records on this computer`
fn counted(draw: &Draw<'_>) -> Row {
    let Some(report) = draw.app.charts().and_then(Charts::shown) else {
        return Row::new();
    };
    let words = match draw.shape.has_margin {
        true => words::evidence::screen::from_records,
        false => words::evidence::screen::records,
    };
    let count = report.counted.conversations.known();
    let words = count.map(|count| words(count, report.counted.of_any_day));
    let words = words.unwrap_or_default();
    let days = text::width(&report.period.name());
    if days + gap(draw).len() + text::width(&words) > draw.shape.columns {
        // The days matter more.
        return Row::new();
    }
    Row::new().with(Role::Quiet, words)
}

/// Beside the scenarios, where there is room.
fn nothing_kept(draw: &Draw<'_>) -> Row {
    if draw.shape.has_margin {
        Row::new().with(Role::Quiet, words::practice::NOTHING_IS_KEPT)
    } else {
        Row::new()
    }
}

/// What is played, which try it is, and for how long.
fn playing(draw: &Draw<'_>, talk: &Conversation, room: usize) -> Row {
    let taken = text::width(words::practice::NOT_REAL) + gap(draw).len();
    let practised = talk.practice.as_ref();
    let title = practised.map_or_else(String::new, |one| text::shown(&one.title).into_owned());
    let nth = practised.map_or(1, |one| one.try_number());
    let since = Some(since(draw, talk));
    let after = match nth {
        nth if draw.app.screen == Screen::Alone => [Some(words::alone::which_try(nth)), since],
        1 => [since, None],
        nth => [since, Some(words::practice::try_number(nth))],
    };
    in_order(draw, &title, talk, after, room.saturating_sub(taken))
}

/// What is talked over.
fn debrief(draw: &Draw<'_>, talk: &Conversation, room: usize) -> Row {
    let taken = text::width(words::practice::NOT_REAL) + gap(draw).len();
    let practised = talk.practice.as_ref();
    let title = practised.map(|one| text::shown(&one.title).into_owned());
    in_order(
        draw,
        words::debriefing::DEBRIEF,
        talk,
        [title, None],
        room.saturating_sub(taken),
    )
}

/// `Observer   Mrs Kaur and the shopping   6 min`: in little room the minutes, then whose part it is, then what is played.
fn watching(draw: &Draw<'_>, talk: &Conversation, room: usize) -> Row {
    let gap = gap(draw);
    let part = words::watching::OBSERVER;
    let minutes = words::watching::minutes(talk.seconds(draw.app.now));
    let taken = text::width(words::practice::NOT_REAL) + gap.len() + text::width(&minutes);
    let mut left = room.saturating_sub(taken);
    let mut row = Row::new();
    if left >= part.len() + gap.len() {
        left -= part.len() + gap.len();
        row.push(Role::Title, format!("{part}{gap}"));
    }
    let title = talk.practice.as_ref().map(|practised| &practised.title);
    if let Some(title) = title.filter(|_| left >= gap.len() + 2 * SHORTEST_NAME) {
        let title = text::shown(title);
        let title = text::fit(&title, left - gap.len()).into_owned();
        row.push(Role::Text, format!("{title}{gap}"));
    }
    row.with(Role::Quiet, minutes)
}

fn is_help(app: &App) -> bool {
    app.sheet
        .as_ref()
        .is_some_and(|sheet| sheet.kind == SheetKind::Help)
}

fn gap(draw: &Draw<'_>) -> &'static str {
    if draw.shape.has_margin { "   " } else { "  " }
}

fn conversation(draw: &Draw<'_>, talk: &Conversation, room: usize) -> Row {
    let back = talk.to_come_back_to();
    let back = (back > 0 && draw.shape.has_margin).then(|| words::to_come_back_to(back));
    let title = old_way(talk, guide_title(draw, talk));
    let left = room.saturating_sub(text::width(&title));
    let there = on_the_line(talk);
    let there = there.into_iter().find(|words| {
        let taken = gap(draw).len() + text::width(words);
        taken + least_name(draw, talk) <= left
    });
    let after = match there {
        None => [Some(since(draw, talk)), back],
        there => [there, Some(since(draw, talk))],
    };
    in_order(draw, &title, talk, after, room)
}

/// `Old way: Listen and connect`, before anything there may be no room for: nobody may forget it.
fn old_way(talk: &Conversation, title: String) -> String {
    match talk.facts.old_way {
        Some(_) => format!("{}: {title}", words::evidence::facts::OLD_WAY),
        None => title,
    }
}

/// Who is on the line, where somebody rang for the person.
fn on_the_line(talk: &Conversation) -> Vec<String> {
    let facts = &talk.facts;
    if facts.caller.is_none() {
        return vec![];
    }
    let others = facts.others_there().map(|one| one.name.as_str());
    let person = facts.person.as_deref().filter(|_| facts.person_is_there());
    together::on_the_line(&others.chain(person).collect::<Vec<_>>())
}

/// The guide's name; in little room, the first word of a kind.
fn guide_title(draw: &Draw<'_>, talk: &Conversation) -> String {
    let guide = talk.guide();
    if !draw.shape.has_rules && guide.id == guide.kind.main_guide() {
        let first = words::kind(guide.kind).split(' ').next();
        return first.unwrap_or_default().to_owned();
    }
    text::shown(&guide.title).into_owned()
}

/// The fewest columns a name is worth.
const SHORTEST_NAME: usize = 6;

/// The columns the name would take.
fn name_wants(draw: &Draw<'_>, talk: &Conversation) -> usize {
    let name = talk.facts.person.as_deref().map(text::shown);
    name.map_or(0, |name| gap(draw).len() + text::width(&name))
}

/// The columns that nothing after it takes from the name.
fn least_name(draw: &Draw<'_>, talk: &Conversation) -> usize {
    name_wants(draw, talk).min(gap(draw).len() + 2 * SHORTEST_NAME)
}

/// What the row is about, who it is with, and what there is still room for after that. A long name is cut with dots
/// before anything else is, and goes only when a few letters of it would be left.
fn in_order(
    draw: &Draw<'_>,
    title: &str,
    talk: &Conversation,
    after: [Option<String>; 2],
    room: usize,
) -> Row {
    let gap = gap(draw);
    let title = text::fit(title, room).into_owned();
    let mut left = room - text::width(&title);
    let name = talk.facts.person.as_deref().map(text::shown);
    let wanted = name_wants(draw, talk);
    let mut kept = vec![];
    for words in after.into_iter().flatten() {
        let taken = gap.len() + text::width(&words);
        if taken + least_name(draw, talk) <= left {
            left -= taken;
            kept.push(words);
        }
    }
    let mut row = Row::new().with(Role::Title, title);
    if let Some(name) = name
        && left >= wanted.min(gap.len() + SHORTEST_NAME)
    {
        let name = text::fit(&name, left - gap.len()).into_owned();
        row.push(Role::Text, format!("{gap}{name}"));
    }
    for words in kept {
        row.push(Role::Quiet, format!("{gap}{words}"));
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

fn read_back(draw: &Draw<'_>, talk: &Conversation, room: usize) -> Row {
    let guide = draw.shape.has_margin.then(|| guide_title(draw, talk));
    let title = old_way(talk, words::READ_BACK.to_owned());
    in_order(draw, &title, talk, [guide, None], room)
}

fn saved(draw: &Draw<'_>) -> Row {
    match (&draw.app.trouble, draw.app.desk.talk()) {
        (Some(_), _) if draw.shape.has_rules => Row::new().with(Role::Problem, words::NOT_SAVED),
        (Some(_), _) => Row::new().with(Role::Problem, words::NOT_SAVED_SHORT),
        (None, Some(talk)) => Row::new().with(Role::Quiet, words::saved_at(talk.last)),
        (None, None) => Row::new(),
    }
}

/// In place of when it was saved: nothing is saved from here.
fn elsewhere(draw: &Draw<'_>) -> Row {
    let words = if draw.shape.has_rules {
        words::ELSEWHERE_TITLE
    } else {
        words::ELSEWHERE_SHORT
    };
    Row::new().with(Role::Label, words)
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
