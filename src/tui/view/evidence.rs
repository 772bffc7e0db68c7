//! Evidence: always the answer in a sentence, the chart, what it is set against, a story; then how it is counted.
//!
//! | file | what it draws |
//! |---|---|
//! | `bars` | a table as bars that carry their numbers |
//! | `numbers` | a table as numbers |
//! | `hints` | the keys that work, for the last row |
//! | `beside` | what it is set against, a story, how it is counted, what must be read with it |

mod bars;
mod beside;
pub(super) mod hints;
mod numbers;

use super::{Body, Draw, page::wrapped};
use crate::{
    app::Charts,
    evidence::{
        measure::MeasureId,
        report::{Measure, Report, Table},
        said,
    },
    tui::row::{Role, Row},
    words::evidence::screen as words,
};

/// The most groups of another measure that are drawn beside the first.
const MOST_BESIDE: usize = 6;

/// The body of the screen.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(charts) = draw.app.charts() else {
        return Body::of(vec![]);
    };
    Body::of(match charts.shown() {
        _ if draw.app.charts_are_sealed() => wrapped(draw, Role::Text, "", words::SEALED),
        None => wrapped(draw, Role::Quiet, "", &charts.progress()),
        Some(report) => shown_from(draw, rows(draw, charts, report), charts.top, height),
    })
}

/// As many rows as there are, from the first that is shown; and, where not all fit, how many are below.
fn shown_from(draw: &Draw<'_>, rows: Vec<Row>, top: usize, height: usize) -> Vec<Row> {
    if rows.len() <= height || height < 2 {
        return rows.into_iter().take(height).collect();
    }
    let room = height - 1;
    let top = top.min(rows.len() - room);
    let below = rows.len() - room - top;
    let foot = match below {
        0 => words::THE_END.to_owned(),
        below => words::more_below(below),
    };
    let mut shown: Vec<Row> = rows.into_iter().skip(top).take(room).collect();
    shown.push(
        Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(Role::Quiet, foot),
    );
    shown
}

/// All rows, however many.
fn rows(draw: &Draw<'_>, charts: &Charts, report: &Report) -> Vec<Row> {
    let mut rows = vec![];
    for (at, measure) in charts.measures() {
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        rows.extend(chart(draw, charts, report, (at, measure)));
        rows.extend(after(draw, charts, report, (at, measure)));
    }
    rows.extend(beside::not_in_it(draw, report));
    rows
}

/// The answer, the chart with what must stand beside it, what it is set against, and a story.
fn chart(
    draw: &Draw<'_>,
    charts: &Charts,
    report: &Report,
    (at, measure): (usize, &Measure),
) -> Vec<Row> {
    let mut rows = head(draw, at, measure);
    rows.extend(gap(draw));
    let answer = format!("{} {}", words::IN_SHORT, said::answer(measure));
    rows.extend(wrapped(draw, Role::Title, "", &answer));
    let count = report.counted.conversations.known();
    if let Some(count) = count.filter(|count| *count < words::FEW) {
        let few = words::few(count, report.counted.of_any_day, words::OTHER_DAYS);
        rows.extend(wrapped(draw, Role::Text, "", &few));
    }
    if let Some(not_over) = report.not_over() {
        rows.extend(wrapped(draw, Role::Quiet, "", &not_over));
    }
    if let Some(unreadable) = words::unreadable_short(report.counted.unreadable_count) {
        rows.extend(wrapped(draw, Role::Quiet, "", &unreadable));
    }
    rows.extend(gap(draw));
    match measure.tables.first() {
        Some(first) if first.is_filled() => {
            if first.title != said::title_of(measure) {
                rows.extend(wrapped(draw, Role::Text, "", &first.title));
            }
            rows.extend(table(draw, charts, first, None));
        }
        _ => rows.extend(wrapped(draw, Role::Quiet, "", words::NOTHING_IN_IT)),
    }
    for other in measure.id.beside() {
        rows.extend(beside_it(draw, charts, report, *other));
    }
    if must_stand_beside(measure) {
        rows.extend(beside::notes(draw, measure));
    }
    for comparison in &measure.comparisons {
        rows.extend(gap(draw));
        rows.extend(beside::comparison(draw, comparison));
    }
    if let Some(story) = report.story_beside(at) {
        rows.extend(gap(draw));
        rows.extend(beside::story(draw, story));
    }
    if draw.shape.is_wide && measure.id == MeasureId::Kinds {
        for other in [MeasureId::Mattered, MeasureId::Connections] {
            rows.extend(other_measure(draw, charts, report, other));
        }
    }
    rows
}

/// Whether something of another measure must be seen with it, and so must what is said where that is not there.
fn must_stand_beside(measure: &Measure) -> bool {
    !measure.id.beside().is_empty()
}

/// What is below: what an export leaves out, the other tables, how it is counted.
fn after(
    draw: &Draw<'_>,
    charts: &Charts,
    report: &Report,
    (at, measure): (usize, &Measure),
) -> Vec<Row> {
    let is_last = !charts.all || at + 1 == report.measures.len();
    let mut rows = vec![];
    if is_last {
        rows.extend(gap(draw));
        rows.extend(beside::export(draw));
    }
    let more = measure
        .tables
        .iter()
        .skip(1)
        .filter(|table| table.is_filled());
    for (nth, more) in more.enumerate() {
        rows.extend(gap(draw));
        if nth == 0 {
            rows.extend(wrapped(draw, Role::Label, "", words::ALSO_COUNTED));
        }
        rows.extend(wrapped(draw, Role::Text, "", &more.title));
        rows.extend(table(draw, charts, more, None));
    }
    rows.extend(beside::how(draw, measure));
    if !must_stand_beside(measure) {
        rows.extend(beside::notes(draw, measure));
    }
    if is_last {
        rows.extend(beside::caveats(draw));
    }
    rows
}

/// `Chart 2 of 16   How long until the next step happened`
fn head(draw: &Draw<'_>, at: usize, measure: &Measure) -> Vec<Row> {
    let of = MeasureId::ALL.len();
    let title = said::title_of(measure);
    if !draw.shape.has_rules {
        let place = words::place_short(at, of);
        return wrapped(draw, Role::Label, "", &format!("{place}  {title}"));
    }
    let place = words::place(at, of);
    vec![
        Row::new()
            .with(Role::Text, draw.shape.margin())
            .with(Role::Quiet, format!("{place}   "))
            .with(Role::Label, title),
    ]
}

/// What must be seen with this one: what it comes to, also where that is nothing, and its chart.
fn beside_it(draw: &Draw<'_>, charts: &Charts, report: &Report, id: MeasureId) -> Vec<Row> {
    let Some(measure) = report.measure(id) else {
        return vec![];
    };
    let mut rows = gap(draw);
    rows.extend(wrapped(draw, Role::Label, "", said::title(id)));
    rows.extend(wrapped(
        draw,
        Role::Text,
        lead(draw),
        &said::answer(measure),
    ));
    if let Some(first) = measure.tables.first().filter(|table| table.is_filled()) {
        if first.title != said::title(id) {
            rows.extend(wrapped(draw, Role::Text, "", &first.title));
        }
        rows.extend(table(draw, charts, first, Some(MOST_BESIDE)));
    }
    rows
}

/// The chart of another measure under this one.
fn other_measure(draw: &Draw<'_>, charts: &Charts, report: &Report, id: MeasureId) -> Vec<Row> {
    let found = report
        .measure(id)
        .and_then(|measure| measure.tables.first());
    let Some(first) = found.filter(|table| table.is_filled()) else {
        return vec![];
    };
    let mut rows = gap(draw);
    rows.extend(wrapped(draw, Role::Label, "", said::title(id)));
    rows.extend(table(draw, charts, first, Some(MOST_BESIDE)));
    rows
}

/// A table, as it was chosen to be seen; at most so many groups of it.
fn table(draw: &Draw<'_>, charts: &Charts, table: &Table, most: Option<usize>) -> Vec<Row> {
    let most = most.unwrap_or(usize::MAX);
    match charts.numbers {
        true => numbers::rows(draw, table, most),
        false => bars::rows(draw, table, most),
    }
}

/// A blank row, where there is room for air.
fn gap(draw: &Draw<'_>) -> Vec<Row> {
    draw.shape.has_rules.then(Row::new).into_iter().collect()
}

/// What stands before every group.
fn lead(draw: &Draw<'_>) -> &'static str {
    if draw.shape.has_margin { "  " } else { "" }
}
