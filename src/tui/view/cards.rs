//! The scenarios, one at a time: what the listener sees. An actor's card stays hidden until a key is pressed for it.

use super::{
    Body, Draw,
    page::{self, wrapped},
};
use crate::{
    practice::{Scenario, card},
    tui::row::{Role, Row},
    words::practice as words,
};

/// The body of the scenarios.
pub(super) fn body(draw: &Draw<'_>, height: usize) -> Body {
    let practice = draw.app.practice.as_ref();
    let Some((practice, scenario)) = practice.and_then(|one| Some((one, one.scenario()?))) else {
        return Body::of(wrapped(draw, Role::Text, "", words::NO_SCENARIOS));
    };
    let rows = match practice.card.and_then(|card| scenario.actor(card)) {
        Some(actor) => page::rows(draw, &card::actor(scenario, actor)),
        None => listeners(draw, scenario, height),
    };
    // Drawing stops at the end, however far the keys went.
    let top = practice.top.min(rows.len().saturating_sub(height));
    Body::of(rows.into_iter().skip(top).take(height).collect())
}

/// What the listener may see. Where there is too little room for all of it, the space between goes first and then what is
/// worth trying; the arrows move to the rest.
fn listeners(draw: &Draw<'_>, scenario: &Scenario, height: usize) -> Vec<Row> {
    let mut blocks = [
        about(draw, scenario),
        what_is_known(draw, scenario),
        hidden(draw, scenario),
        worth_trying(draw),
        wrapped(draw, Role::Quiet, "", &words::stop(&scenario.stop_word)),
        wrapped(draw, Role::Quiet, "", words::ON_YOUR_OWN),
        so_far(draw),
    ];
    let mut taken: usize = blocks.iter().map(Vec::len).sum();
    if taken > height {
        let [_, _, _, trying, ..] = &mut blocks;
        taken -= trying.len();
        trying.clear();
    }
    let mut gaps = height.saturating_sub(taken).min(4);
    let mut rows = vec![];
    for block in blocks {
        if gaps > 0 && !rows.is_empty() && !block.is_empty() {
            rows.push(Row::new());
            gaps -= 1;
        }
        rows.extend(block);
    }
    rows
}

fn about(draw: &Draw<'_>, scenario: &Scenario) -> Vec<Row> {
    let short = if draw.shape.has_margin {
        words::for_how_many(scenario)
    } else {
        words::in_few_words(scenario)
    };
    let mut rows = wrapped(draw, Role::Title, "", &scenario.title);
    rows.extend(wrapped(draw, Role::Quiet, "", &short));
    rows
}

fn what_is_known(draw: &Draw<'_>, scenario: &Scenario) -> Vec<Row> {
    let mut rows = wrapped(draw, Role::Label, "", words::LISTENER_SEES);
    for known in &scenario.listener_sees {
        rows.extend(wrapped(draw, Role::Text, "  ", known));
    }
    if !scenario.content_note.is_empty() {
        let touches = words::touches(&scenario.content_note);
        rows.extend(wrapped(draw, Role::Quiet, "  ", &touches));
    }
    rows
}

/// That there are cards, and nothing of what is on them.
fn hidden(draw: &Draw<'_>, scenario: &Scenario) -> Vec<Row> {
    let title = words::hidden_cards(scenario.actors.len());
    let mut rows = wrapped(draw, Role::Label, "", &title);
    if draw.shape.has_margin {
        let elsewhere = words::on_paper(scenario);
        rows.extend(wrapped(draw, Role::Quiet, "  ", &elsewhere));
        rows.extend(wrapped(draw, Role::Quiet, "  ", words::FOR_THE_TRAINER));
    } else if draw.shape.has_rules {
        rows.extend(wrapped(draw, Role::Quiet, "  ", words::DOTS));
    }
    rows
}

/// That something played is still here, when it is.
fn so_far(draw: &Draw<'_>) -> Vec<Row> {
    match draw.app.desk.drafts.len() {
        0 => vec![],
        count => wrapped(draw, Role::Quiet, "", &words::still_here(count)),
    }
}

fn worth_trying(draw: &Draw<'_>) -> Vec<Row> {
    let mut rows = wrapped(draw, Role::Label, "", words::TRY_TO);
    for one in words::TRY {
        rows.extend(wrapped(draw, Role::Text, "  - ", one));
    }
    rows
}
