//! The observer's screen: a tally with a key each, who is talking, what was counted last; or minute by minute.

use super::{Body, Draw};
use crate::{
    practice::watch::{Tally, Watched},
    text,
    tui::row::{Role, Row},
    words::watching as words,
};

/// Columns for a name, where there is room.
const NAME: usize = 27;

/// Columns for a count.
const COUNT: usize = 3;

/// Fewer rows than this and the tally stands in two columns.
const TALL: usize = 12;

/// The body of the screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(watched) = draw.app.watching() else {
        return Body::of(vec![]);
    };
    if let Some(from) = draw.app.minutes_from() {
        return Body::of(minutes(draw, &watched, from, height));
    }
    let mut rows = if height < TALL {
        beside(draw, &watched)
    } else {
        below(draw, &watched, height)
    };
    let spare = height.saturating_sub(rows.len());
    if draw.shape.is_wide && spare > 3 {
        rows.extend(caught(draw, &watched, spare));
    }
    Body::of(rows)
}

/// One under the other, with a gap between the groups where there is room for it.
fn below(draw: &Draw<'_>, watched: &Watched, height: usize) -> Vec<Row> {
    let columns = columns(draw);
    let (opens, closes): (Vec<Tally>, Vec<Tally>) =
        Tally::ALL.into_iter().partition(|tally| tally.opens());
    // Headings come first where there is room to spare, then what to do, then air.
    let heads = height >= TALL + 2;
    let spare = height.saturating_sub(TALL + 2);
    let gap = |wanted: usize| (spare >= wanted).then(Row::new);
    let head = |words: &str| heads.then(|| said(draw, Role::Label, words));
    let group = |group: Vec<Tally>| {
        let rows = group.into_iter();
        rows.map(|tally| one(draw, watched, tally, columns))
    };
    let press = if draw.app.tally_needs_enter {
        words::PRESS_ENTER
    } else {
        words::PRESS
    };
    let mut rows: Vec<Row> = vec![];
    rows.extend((spare >= 2).then(|| said(draw, Role::Quiet, press)));
    rows.extend(gap(4));
    rows.extend(head(words::OPENS));
    rows.extend(group(opens));
    rows.extend(gap(1));
    rows.extend(head(words::CLOSES));
    rows.extend(group(closes));
    rows.extend(gap(3));
    rows.extend(talking(draw, watched));
    rows
}

/// In two columns, what opens a talk up beside what may close it.
fn beside(draw: &Draw<'_>, watched: &Watched) -> Vec<Row> {
    let half = (columns(draw) / 2).max(1);
    let (opens, closes) = Tally::ALL.split_at(Tally::ALL.len() / 2);
    let pair = |(open, close): (&Tally, &Tally)| {
        let left = narrow(watched, *open, half.saturating_sub(3));
        let mut row = Row::new().with(Role::Text, draw.shape.margin());
        row.spans.extend(left.fit(half).spans);
        row.spans
            .extend(narrow(watched, *close, columns(draw) - half).spans);
        row
    };
    let mut rows: Vec<Row> = opens.iter().zip(closes).map(pair).collect();
    rows.extend(talking(draw, watched));
    rows
}

/// `  1  Open question                 6  ██████`: the bar goes first where there is little room, then the name's end.
fn one(draw: &Draw<'_>, watched: &Watched, tally: Tally, columns: usize) -> Row {
    let lead = if draw.shape.has_margin { "  " } else { "" };
    let name = NAME.min(columns.saturating_sub(lead.len() + 3 + COUNT + 1));
    let mut row = Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Text, lead)
        .with(Role::Label, tally.key().to_string())
        .with(Role::Text, "  ");
    let title = Row::plain(text::fit(tally.title(), name).into_owned());
    row.spans.extend(title.fit(name).spans);
    row.push(Role::Title, format!("{:>COUNT$}", watched.count(tally)));
    let room = columns.saturating_sub(lead.len() + 3 + name + COUNT + 2);
    let bar = draw.glyphs.bar[0].repeat(length(watched, tally, room));
    if !bar.is_empty() {
        row.push(Role::Quiet, format!("  {bar}"));
    }
    row
}

/// A cell of a bar for each, as long as the longest fits.
fn length(watched: &Watched, tally: Tally, room: usize) -> usize {
    let longest = Tally::ALL.map(|one| watched.count(one));
    let longest = longest.into_iter().max().unwrap_or_default();
    match watched.count(tally) {
        0 => 0,
        count if longest <= room => count,
        count => (count * room / longest).max(1).min(room),
    }
}

/// `1 Open question   6` in half a small screen.
fn narrow(watched: &Watched, tally: Tally, columns: usize) -> Row {
    let count = watched.count(tally).to_string();
    let name = columns.saturating_sub(2 + count.len() + 1);
    let title = text::fit(tally.title(), name).into_owned();
    let mut row = Row::new().with(Role::Label, format!("{} ", tally.key()));
    row.spans.extend(Row::plain(title).fit(name).spans);
    row.with(Role::Text, " ").with(Role::Title, count)
}

/// Who talks, and what was counted last.
fn talking(draw: &Draw<'_>, watched: &Watched) -> Vec<Row> {
    let app = draw.app;
    let columns = columns(draw);
    let shares = watched.shares(app.now);
    let long = shares.map(words::so_far);
    let short = shares.map(words::so_far_short);
    let with = |swaps: &'static str, shares: Option<String>| {
        let shares = shares.map_or_else(String::new, |shares| format!("   {shares}"));
        format!("{swaps}{shares}")
    };
    let ways = [
        with(words::SWAPS, long),
        with(words::SWAPS, short.clone()),
        with(words::SWAPS_SHORT, short.clone()),
        short.unwrap_or_else(|| words::SWAPS_SHORT.to_owned()),
    ];
    let room = columns.saturating_sub(3);
    let fits = ways.iter().find(|words| text::width(words) <= room);
    let swaps = fits.unwrap_or(&ways[3]).clone();
    let swaps = Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Label, "0")
        .with(Role::Text, format!("  {swaps}"));
    let last = app.shown().and_then(|talk| words::last(talk, watched));
    let last = last.map(|last| last_row(draw, &last, columns));
    std::iter::once(swaps).chain(last).collect()
}

/// `Last: 1 Open question at 5 min 40   Ctrl+Z takes it back`
fn last_row(draw: &Draw<'_>, last: &str, columns: usize) -> Row {
    let back = format!("   {}", words::TAKES_BACK);
    let last = format!("Last: {last}");
    let has_back = draw.app.line_is_empty() && text::width(&back) + 12 < columns;
    let wants = text::width(&last) + text::width(&back) <= columns;
    let room = match has_back && (wants || draw.shape.has_rules) {
        true => columns - text::width(&back),
        false => columns,
    };
    let row = said(draw, Role::Text, &text::fit(&last, room));
    match room < columns {
        true => row.with(Role::Quiet, back),
        false => row,
    }
}

/// The last words that were caught, each with its moment.
fn caught(draw: &Draw<'_>, watched: &Watched, height: usize) -> Vec<Row> {
    let room = height.saturating_sub(2);
    let first = watched.quotes.len().saturating_sub(room);
    let row = |(at, words): &(crate::conversation::Moment, String)| {
        let moment = words::moment(watched.seconds(*at));
        let words = crate::words::one_line(words);
        let words = text::fit(&words, columns(draw).saturating_sub(16)).into_owned();
        said(draw, Role::Quiet, &format!("  {moment:<12}")).with(Role::OwnWords, words)
    };
    let mut rows: Vec<Row> = watched.quotes[first..].iter().map(row).collect();
    if !rows.is_empty() {
        rows.insert(0, said(draw, Role::Label, words::WORDS_CAUGHT));
        rows.insert(0, Row::new());
    }
    rows
}

/// What was counted and heard, minute by minute.
fn minutes(draw: &Draw<'_>, watched: &Watched, from: usize, height: usize) -> Vec<Row> {
    let mut head = vec![said(draw, Role::Title, words::MINUTES)];
    if draw.shape.has_rules {
        head.push(Row::new());
    }
    let mut rows: Vec<Row> = vec![];
    for minute in watched.minutes() {
        let lead = format!("{:>7}  ", words::minutes(minute.number * 60));
        let counted = words::counted(&minute);
        let counted = (!counted.is_empty()).then_some((Role::Text, counted));
        let heard = minute.quotes.iter();
        let heard = heard.map(|quote| (Role::OwnWords, format!("\"{}\"", quoted(quote))));
        let talked = words::talked(&minute).map(|talked| (Role::Quiet, talked));
        let said = counted.into_iter().chain(heard).chain(talked);
        let mut lead = lead.as_str();
        for (role, words) in said {
            rows.extend(under(draw, lead, role, &words));
            lead = "         ";
        }
    }
    if rows.is_empty() {
        rows.push(said(draw, Role::Text, words::NOTHING_COUNTED));
    } else {
        let shares = watched.shares(watched.until).map(words::shares);
        rows.push(Row::new());
        rows.extend(shares.map(|shares| said(draw, Role::Text, &shares)));
        rows.extend(under(draw, "", Role::Quiet, words::NOT_A_SCORE));
    }
    let room = height.saturating_sub(head.len());
    let top = from.min(rows.len().saturating_sub(room));
    head.extend(rows.into_iter().skip(top).take(room));
    head
}

/// The words less a mark of quotation of their own.
fn quoted(words: &str) -> String {
    crate::words::one_line(words.trim_matches('"'))
}

/// Words wrapped beside a lead.
fn under(draw: &Draw<'_>, lead: &str, role: Role, words: &str) -> Vec<Row> {
    let room = columns(draw).saturating_sub(text::width(lead)).max(1);
    let pieces = text::wrap(words, room).into_iter().enumerate();
    let rows = pieces.map(|(nth, piece)| {
        let lead = match nth {
            0 => lead.to_owned(),
            _ => " ".repeat(text::width(lead)),
        };
        said(draw, Role::Quiet, &lead).with(role, words[piece].to_owned())
    });
    rows.collect()
}

fn said(draw: &Draw<'_>, role: Role, words: &str) -> Row {
    Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(role, words.to_owned())
}

/// Columns between the margins.
fn columns(draw: &Draw<'_>) -> usize {
    let margins = 2 * draw.shape.margin().len();
    draw.shape.columns.saturating_sub(margins)
}
