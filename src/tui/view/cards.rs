//! The scenarios, one at a time: what the listener sees. An actor's card stays hidden until a key is pressed for it.

use super::{Body, Draw};
use crate::{
    practice::{Actor, Page, Scenario, as_text, card},
    text,
    tui::row::{Role, Row},
    words::{self, practice as practice_words},
};

/// The body of the scenarios.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let Some(practice) = &draw.app.practice else {
        return Body::of(vec![]);
    };
    let Some(scenario) = practice.scenario() else {
        return Body::of(vec![]);
    };
    let rows = match practice.card.and_then(|card| scenario.actor(card)) {
        Some(actor) => actors_card(draw, scenario, actor),
        None => listeners(draw, scenario, height),
    };
    // Drawing stops at the end, however far the keys went.
    let top = practice.top.min(rows.len().saturating_sub(height));
    Body::of(rows.into_iter().skip(top).take(height).collect())
}

/// An actor's card as it is printed, at the width of the screen.
fn actors_card(draw: &Draw<'_>, scenario: &Scenario, actor: &Actor) -> Vec<Row> {
    let page = card::actor(scenario, actor);
    let margin = draw.shape.margin();
    let columns = draw.shape.columns.saturating_sub(2 * margin.len()).max(1);
    printed(&page, columns)
        .map(|line| Row::new().with(Role::Text, margin).with(Role::Text, line))
        .collect()
}

/// The lines of a page without its first, which row 1 says.
fn printed(page: &Page, columns: usize) -> impl Iterator<Item = String> {
    let text = as_text(page, columns);
    let lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    lines.into_iter().skip_while(String::is_empty)
}

/// What the listener may see, as much as there is room for: what is known comes first, and the keys last.
fn listeners(draw: &Draw<'_>, scenario: &Scenario, height: usize) -> Vec<Row> {
    let roomy = draw.shape.has_rules;
    let mut rows = vec![];
    rows.extend(lines(draw, Role::Title, "", &scenario.title));
    let short = if roomy {
        practice_words::for_three(scenario)
    } else {
        practice_words::for_three_short(scenario)
    };
    rows.extend(lines(draw, Role::Quiet, "", &short));
    rows.extend(gap(roomy));
    rows.extend(heading(draw, practice_words::LISTENER_SEES));
    for words in &scenario.listener_sees {
        rows.extend(lines(draw, Role::Text, "  ", words));
    }
    if !scenario.content_note.is_empty() {
        let words = practice_words::touches(&scenario.content_note);
        rows.extend(lines(draw, Role::Quiet, "  ", &words));
    }
    rows.extend(gap(roomy));
    rows.extend(hidden(draw, scenario));
    let mut foot = gap(roomy);
    foot.extend(heading(draw, practice_words::TRY_TO));
    for words in practice_words::TRY {
        foot.extend(lines(draw, Role::Text, "  - ", words));
    }
    foot.extend(gap(roomy));
    foot.extend(lines(
        draw,
        Role::Quiet,
        "",
        &practice_words::stop(&scenario.stop_word),
    ));
    foot.extend(lines(draw, Role::Quiet, "", practice_words::ON_YOUR_OWN));
    if rows.len() + foot.len() <= height || roomy {
        rows.extend(foot);
    }
    rows
}

/// That there are cards, and nothing of what is on them.
fn hidden(draw: &Draw<'_>, scenario: &Scenario) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    let title = practice_words::hidden_cards(scenario.actors.len());
    rows.extend(heading(draw, &title));
    if draw.shape.has_rules {
        rows.extend(lines(draw, Role::Quiet, "  ", practice_words::DOTS));
    }
    rows
}

fn gap(roomy: bool) -> Vec<Row> {
    if roomy { vec![Row::new()] } else { vec![] }
}

fn heading(draw: &Draw<'_>, words: &str) -> Vec<Row> {
    lines(draw, Role::Label, "", words)
}

/// Words wrapped under a lead: `  - `.
fn lines(draw: &Draw<'_>, role: Role, lead: &str, words: &str) -> Vec<Row> {
    let margin = draw.shape.margin();
    let words = words::one_line(words);
    let room = draw
        .shape
        .columns
        .saturating_sub(2 * margin.len() + lead.len())
        .max(1);
    let pieces = text::wrap(&words, room);
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
