//! A page of practice on the screen: the same parts as on paper.

use super::Draw;
use crate::{
    practice::page::{Page, Part, Said, Sheet},
    text,
    tui::row::{Role, Row},
};

/// The rows of a page, with nothing of it left out. Row 1 of the screen says that it is not real.
pub(super) fn rows(draw: &Draw<'_>, page: &Page) -> Vec<Row> {
    let mut rows = wrapped(draw, Role::Title, "", &page.title);
    for sheet in &page.sheets {
        rows.extend(self::sheet(draw, sheet));
    }
    rows
}

fn sheet(draw: &Draw<'_>, sheet: &Sheet) -> Vec<Row> {
    let mut rows = wrapped(draw, Role::Quiet, "", &sheet.whose);
    let mut under_heading = false;
    for part in &sheet.parts {
        if !under_heading && matches!(part, Part::Heading(_) | Part::Words(_)) {
            rows.push(Row::new());
        }
        under_heading = matches!(part, Part::Heading(_));
        rows.extend(self::part(draw, part));
    }
    rows
}

fn part(draw: &Draw<'_>, part: &Part) -> Vec<Row> {
    let one_each = |lead: &str, words: &str| wrapped(draw, Role::Text, lead, words);
    match part {
        Part::Heading(words) => wrapped(draw, Role::Label, "", words),
        Part::Words(words) => one_each("", words),
        Part::List(lines) => lines.iter().flat_map(|line| one_each("- ", line)).collect(),
        Part::Steps(lines) => {
            let numbered = lines.iter().zip(1..);
            numbered
                .flat_map(|(line, number)| one_each(&format!("{number}. "), line))
                .collect()
        }
        Part::Said(said) => said.iter().flat_map(|said| spoken(draw, said)).collect(),
        Part::Tally(things) => things
            .iter()
            .flat_map(|thing| one_each("- ", thing))
            .collect(),
        Part::Room(_) => vec![],
    }
}

/// What somebody says, and under it when.
fn spoken(draw: &Draw<'_>, said: &Said) -> Vec<Row> {
    let mut rows = wrapped(draw, Role::Text, "- ", &format!("\"{}\"", said.words));
    if !said.when.is_empty() {
        rows.extend(wrapped(draw, Role::Quiet, "  ", &said.when));
    }
    rows
}

/// Words wrapped under a lead: `- `.
pub(super) fn wrapped(draw: &Draw<'_>, role: Role, lead: &str, words: &str) -> Vec<Row> {
    let margin = draw.shape.margin();
    let words = text::shown(words);
    let taken = 2 * margin.len() + lead.len();
    let pieces = text::wrap(&words, draw.shape.columns.saturating_sub(taken).max(1));
    let rows = pieces.into_iter().enumerate().map(|(nth, piece)| {
        let lead = if nth == 0 {
            lead.to_owned()
        } else {
            " ".repeat(lead.len())
        };
        Row::new()
            .with(Role::Text, margin)
            .with(role, lead)
            .with(role, words[piece].to_owned())
    });
    rows.collect()
}
