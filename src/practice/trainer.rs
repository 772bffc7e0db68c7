//! Everything, for whoever runs it: how, the listener's sheet, the cards, a sheet for the observer, the debrief.
//!
//! The running order is one trainers know: out of role first, the listener before anybody else, what was seen and what
//! it did, and no marks. What the debrief asks is in [`super::debrief::questions`].

use super::{
    Move, Scenario, Thread,
    card::{actor_sheet, any_of, in_short, lines, listener_sheet, page, stop},
    debrief::{
        WARNING,
        questions::{AFTERWARDS, Question, questions},
    },
    page::{Page, Part, Sheet},
    watch::Tally,
};

/// All there is of a scenario, each sheet on paper of its own.
pub fn trainer(scenario: &Scenario) -> Page {
    let mut sheets = vec![run_sheet(scenario), listener_sheet(scenario)];
    let cards = scenario.actors.iter();
    sheets.extend(cards.map(|actor| actor_sheet(scenario, actor)));
    sheets.extend([observer_sheet(scenario), debrief_sheet(scenario)]);
    page(scenario, sheets)
}

fn run_sheet(scenario: &Scenario) -> Sheet {
    let threads = scenario.threads.iter();
    let injects = scenario.injects.iter();
    Sheet::of("For the trainer alone")
        .words(in_short(scenario))
        .under(
            "Looking after people",
            Part::Words(scenario.safety_note.clone()),
        )
        .under(
            "This may touch on",
            Part::Words(scenario.content_note.clone()),
        )
        .under("To stop", Part::Words(stop(scenario)))
        .under(
            "In threes, from start to finish",
            Part::Steps(running_order(scenario)),
        )
        .under(
            "Threads",
            Part::List(threads.map(|thread| in_full(scenario, thread)).collect()),
        )
        .under(
            "What a good listener might find",
            Part::List(scenario.finds.clone()),
        )
        .under("Traps", Part::List(scenario.traps.clone()))
        .under(
            "You may make this happen, once",
            Part::List(
                injects
                    .map(|inject| titled(&inject.title, &inject.happens))
                    .collect(),
            ),
        )
}

fn running_order(scenario: &Scenario) -> Vec<String> {
    let play = scenario.minutes;
    vec![
        "4 minutes. Agree what it is for, the word that stops it, and what to leave alone. Ask quietly whether anybody is living something like it now.".to_owned(),
        "4 minutes. Whoever is played reads their card, alone. The listener chooses one thing to practise and tells the observer.".to_owned(),
        format!("{play} minutes. Play. The observer says nothing. You may stop the clock once, and let one moment be tried again."),
        "2 minutes. Out of role: everybody says their own name, moves chairs, and says something about their evening.".to_owned(),
        "16 minutes. The debrief, on its own sheet.".to_owned(),
        "5 minutes. The listener writes it up from memory, five lines. Whoever was played says: is this me?".to_owned(),
        "2 minutes. One line each: what I will try on Monday.".to_owned(),
    ]
}

fn in_full(scenario: &Scenario, thread: &Thread) -> String {
    let mut ways: Vec<Move> = Vec::new();
    let opened_by = scenario
        .thread(&thread.id)
        .flat_map(|piece| &piece.opened_by);
    for moved in opened_by {
        if !ways.contains(moved) {
            ways.push(*moved);
        }
    }
    let about = titled(&thread.title, &thread.about);
    format!("{about} It opens if they {}.", any_of(&ways))
}

fn titled(title: &str, about: &str) -> String {
    if about.is_empty() {
        format!("{title}.")
    } else {
        format!("{title}: {about}")
    }
}

fn observer_sheet(scenario: &Scenario) -> Sheet {
    Sheet::of("For the observer")
        .words("Say nothing while it plays. Count, and catch words. There are no marks out of ten.")
        .under("The one thing the listener is practising", Part::Room(1))
        .under("Watch for", Part::List(scenario.watch_for.clone()))
        .under(
            "A stroke each time",
            Part::Tally(Tally::ALL.map(Tally::title).to_vec()),
        )
        .words(WARNING)
        .under("The first two minutes, in one line", Part::Room(2))
        .under("Words I caught, and when", Part::Room(5))
        .under("A thread picked up. A thread passed by", Part::Room(3))
        .under(
            "Did they know what happens next, and who to ring?",
            Part::Room(1),
        )
        .under("What I would borrow", Part::Room(1))
}

fn debrief_sheet(scenario: &Scenario) -> Sheet {
    let asked = questions(scenario.debrief).map(Question::on_paper);
    let afterwards = AFTERWARDS.iter().map(Question::on_paper);
    Sheet::of("The debrief")
        .under("In this order", Part::Steps(asked.collect()))
        .under(
            "Questions for this one",
            Part::List(scenario.questions.clone()),
        )
        .under("Then, and only then", Part::Steps(afterwards.collect()))
        .under("Saying it", Part::List(lines(&SAYING_IT)))
}

const SAYING_IT: [&str; 3] = [
    "Say what was seen and what it did. It is not a score.",
    "Whoever was played speaks as themselves: \"when you waited, I wanted to tell you\".",
    "These sheets belong to the listener. Throw them away at the end unless they want them.",
];
