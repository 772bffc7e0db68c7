//! What the listener may see, and an actor's card.

use super::{
    Actor, Layer, Move, Scenario, Speech,
    page::{Page, Part, Said, Sheet},
};
use crate::guide::{Kind, built_in};

/// All that the listener sees: nothing on it comes from an actor's card.
pub fn listener(scenario: &Scenario) -> Page {
    page(scenario, vec![listener_sheet(scenario)])
}

/// One actor's card, for that actor alone.
pub fn actor(scenario: &Scenario, actor: &Actor) -> Page {
    page(scenario, vec![actor_sheet(scenario, actor)])
}

/// These sheets of a scenario.
pub(super) fn page(scenario: &Scenario, sheets: Vec<Sheet>) -> Page {
    Page {
        title: scenario.title.clone(),
        sheets,
    }
}

pub(super) fn listener_sheet(scenario: &Scenario) -> Sheet {
    Sheet::of("For the listener")
        .words(in_short(scenario))
        .under("What you know", Part::List(scenario.listener_sees.clone()))
        .under(
            "Beside you",
            Part::Words(format!(
                "The guide {0}, to glance at. It reads well on paper: alongside guide show {0}",
                scenario.guide
            )),
        )
        .under("This may touch on", note(&scenario.content_note))
        .under("To stop", Part::Words(stop(scenario)))
        .under(
            "Before you begin",
            Part::List(lines(&[
                "Choose one thing to practise, and tell the observer.",
                "There is nothing to get right. Nobody keeps a score.",
            ])),
        )
}

pub(super) fn actor_sheet(scenario: &Scenario, actor: &Actor) -> Sheet {
    let said = |layer| Part::Said(scenario.said_by(actor, layer).map(said).collect());
    Sheet::of(format!("Card for whoever plays {}", actor.name))
        .words(in_short(scenario))
        .words("Keep this card from the listener until the debrief.")
        .under("This may touch on", note(&scenario.content_note))
        .under("Who you are", Part::List(actor.who.clone()))
        .under("How you sound", Part::Words(actor.sounds.clone()))
        .under("You begin", begins(actor))
        .under("You say freely", said(Layer::Freely))
        .under("You say if they listen", said(Layer::Listening))
        .under("Only if asked plainly and kindly", said(Layer::Asked))
        .under(
            "True, and you do not say it",
            Part::List(actor.not_said.clone()),
        )
        .under("How you take it", Part::List(takes(actor)))
        .under(
            "What you hope is heard",
            Part::List(threads(scenario, actor)),
        )
        .under("Playing it", Part::List(playing(scenario)))
}

/// `Listen and connect, 10 minutes, gentle.`
pub(super) fn in_short(scenario: &Scenario) -> String {
    let minutes = match scenario.minutes {
        1 => "1 minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    let (kind, level) = (kind(scenario.kind), scenario.level.name());
    format!("{kind}, {minutes}, {level}. Everybody in it is made up.")
}

/// A kind as the guides name it.
pub fn kind(kind: Kind) -> &'static str {
    built_in(&kind.main_guide()).map_or(kind.name(), |guide| guide.title)
}

/// `wait, ask openly, or say it back`.
pub(super) fn any_of(moves: &[Move]) -> String {
    let moves: Vec<&str> = moves.iter().copied().map(doing).collect();
    match moves.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{}, or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// A move, after `if they`.
fn doing(moved: Move) -> &'static str {
    match moved {
        Move::OpenQuestion => "ask openly",
        Move::SayItBack => "say it back",
        Move::Wait => "wait",
        Move::NoticeStrength => "notice a strength that is there",
        Move::PlainKindQuestion => "ask plainly and kindly",
    }
}

/// How the play is ended by anybody.
pub(super) fn stop(scenario: &Scenario) -> String {
    let word = &scenario.stop_word;
    format!("Anybody may say \"{word}\" at any moment. Everybody is then themselves again.")
}

fn note(words: &str) -> Part {
    Part::Words(words.to_owned())
}

fn begins(actor: &Actor) -> Part {
    if actor.opening.is_empty() {
        return Part::Words("Somebody else begins. Wait for your moment.".to_owned());
    }
    Part::Said(vec![Said {
        words: actor.opening.clone(),
        when: String::new(),
    }])
}

fn said(speech: &Speech) -> Said {
    // The headings of the other two layers say so already.
    let moves = match speech.layer() {
        Layer::Listening => format!("If they {}.", any_of(&speech.opened_by)),
        Layer::Freely | Layer::Asked => String::new(),
    };
    let when = format!("{moves} {}", speech.cue);
    Said {
        words: speech.says.clone(),
        when: when.trim().to_owned(),
    }
}

fn takes(actor: &Actor) -> Vec<String> {
    let ways = [
        ("If they rush", &actor.if_rushed),
        ("If they fix", &actor.if_fixed),
        ("If they judge", &actor.if_judged),
        ("If they listen", &actor.if_heard),
    ];
    let told = ways.into_iter().filter(|(_, what)| !what.is_empty());
    told.map(|(way, what)| format!("{way}: {what}")).collect()
}

/// The threads this actor has a part in: what somebody else keeps back is not for them to know.
fn threads(scenario: &Scenario, actor: &Actor) -> Vec<String> {
    let theirs = scenario.threads.iter().filter(|thread| {
        let mut pieces = scenario.thread(&thread.id);
        pieces.any(|piece| piece.by == actor.id)
    });
    theirs.map(|thread| thread.title.clone()).collect()
}

fn playing(scenario: &Scenario) -> Vec<String> {
    let mut playing = lines(&[
        "The words are there to lean on. Say them your own way.",
        "Answer what is really asked. Leave gaps.",
    ]);
    playing.push(stop(scenario));
    playing
}

pub(super) fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
