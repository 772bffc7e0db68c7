//! What stands with a chart: before, now and the difference; a story; how it is counted; what must be read with it.

use super::{
    super::{Draw, page::wrapped},
    gap, lead,
};
use crate::{
    evidence::{
        report::{Comparison, Count, Measure, Report},
        said,
        story::{PARTS, Story},
    },
    tui::row::{Role, Row},
    words::evidence::screen as words,
};

/// The parts of a story, the one that is most worth a line first: what is different, what happened, what was learned.
const WORTH_A_LINE: [usize; 3] = [4, 3, 7];

/// The most names of records that could not be read.
const MOST_NAMES: usize = 3;

/// Before, now and the difference, in that order, with what must be read with them.
pub(super) fn comparison(draw: &Draw<'_>, comparison: &Comparison) -> Vec<Row> {
    let compared = said::comparison(comparison);
    let mut rows = wrapped(draw, Role::Label, "", said::figure(comparison.figure));
    for words in [&compared.before, &compared.now, &compared.difference] {
        rows.extend(wrapped(draw, Role::Text, lead(draw), words));
    }
    for words in &compared.read_with {
        rows.extend(wrapped(draw, Role::Quiet, lead(draw), words));
    }
    rows
}

/// A line of a story that may be shown.
pub(super) fn story(draw: &Draw<'_>, story: &Story) -> Vec<Row> {
    let worth = WORTH_A_LINE.into_iter().chain(0..PARTS.len());
    let told = worth.map(|part| story.parts[part].trim());
    let Some(told) = told.into_iter().find(|told| !told.is_empty()) else {
        return vec![];
    };
    let mut rows = wrapped(draw, Role::Label, "", words::story(story.went));
    rows.extend(wrapped(
        draw,
        Role::OwnWords,
        lead(draw),
        &crate::words::one_line(told),
    ));
    rows
}

/// What an export leaves out.
pub(super) fn export(draw: &Draw<'_>) -> Vec<Row> {
    let mut said = words::EXPORT_HIDES.to_owned();
    if draw.shape.is_wide {
        said = format!("{said} {}", words::ALSO_A_TABLE);
    }
    wrapped(draw, Role::Quiet, "", &said)
}

/// How a measure is counted, its middles and its sums.
pub(super) fn how(draw: &Draw<'_>, measure: &Measure) -> Vec<Row> {
    let mut rows = gap(draw);
    rows.extend(wrapped(draw, Role::Label, "", words::HOW_IT_IS_COUNTED));
    rows.extend(wrapped(
        draw,
        Role::Text,
        lead(draw),
        said::definition(measure.id),
    ));
    let known = measure.spreads.iter().filter(|one| one.n != Count::Is(0));
    let spreads = known.map(said::summary);
    let sums = measure.sums.iter().map(said::sum);
    let said: Vec<String> = spreads.chain(sums).collect();
    rows.extend(under(draw, words::MIDDLES_AND_SUMS, &said));
    rows
}

/// What was left out of a measure, and why.
pub(super) fn notes(draw: &Draw<'_>, measure: &Measure) -> Vec<Row> {
    under(draw, words::LEFT_OUT, &said::read_with(measure))
}

/// What must be read with every table.
pub(super) fn caveats(draw: &Draw<'_>) -> Vec<Row> {
    let caveats = said::CAVEATS.map(str::to_owned);
    under(draw, words::READ_WITH_IT, &caveats)
}

/// Records that could not be read, by name; what no longer stands; what is kept beside and could not be used.
pub(super) fn not_in_it(draw: &Draw<'_>, report: &Report) -> Vec<Row> {
    let counted = &report.counted;
    let known = |count: Count| count.known().unwrap_or_default();
    let mut said: Vec<String> = words::unreadable(&counted.unreadable, MOST_NAMES)
        .into_iter()
        .collect();
    if counted.sealed {
        said.push(words::SOME_SEALED.to_owned());
    }
    said.extend(words::left_out(
        known(counted.voided),
        known(counted.old_way),
    ));
    said.extend(report.troubles.iter().cloned());
    under(draw, words::NOT_IN_IT, &said)
}

/// A heading and what is under it; nothing where nothing is.
fn under(draw: &Draw<'_>, heading: &str, said: &[String]) -> Vec<Row> {
    if said.is_empty() {
        return vec![];
    }
    let mut rows = gap(draw);
    rows.extend(wrapped(draw, Role::Label, "", heading));
    for words in said {
        rows.extend(wrapped(draw, Role::Text, lead(draw), words));
    }
    rows
}
