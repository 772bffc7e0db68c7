//! What practice says on the command line. What stands on its cards and sheets is with them.

use crate::{
    conversation::{Moment, Note, Part, Practised},
    desk::Draft,
    guide::Setback,
    practice::{Actor, Listed, Scenario, ScenarioId},
    text,
};

/// How wide the columns of a list are.
pub struct Columns {
    id: usize,
    title: usize,
}

impl Columns {
    /// As wide as the widest, within reason.
    pub fn of(listed: &[Listed]) -> Self {
        let widest = |width: fn(&Listed) -> usize| listed.iter().map(width).max().unwrap_or(0);
        Self {
            id: widest(|one| one.id.as_str().len()).min(30),
            title: widest(|one| text::width(&text::shown(&one.title))).min(40),
        }
    }

    /// `only-about-the-bath  It's only about the bath  Listen and connect  10 min  gentle`
    pub fn line(&self, one: &Listed) -> String {
        let title = text::shown(&one.title);
        let title = text::fit(&title, self.title);
        let left = " ".repeat(self.title.saturating_sub(text::width(&title)));
        let from = one
            .team
            .as_ref()
            .map(|file| format!("  ({})", text::shown(file)))
            .unwrap_or_default();
        format!(
            "{:id$}  {title}{left}  {:18}  {:>3} min  {}{from}",
            one.id.as_str(),
            super::kind(one.kind),
            one.minutes,
            one.level.name(),
            id = self.id
        )
    }
}

/// A team file that is not used.
pub fn scenario_setback(setback: &Setback) -> String {
    let instead = if setback.fallback {
        "Using the one of that name that works."
    } else {
        "It is left out."
    };
    format!(
        "The scenario file {}: line {} is not understood. {} {instead}",
        text::shown(&setback.file),
        setback.line,
        text::shown(&setback.message)
    )
}

/// None has this id.
pub fn no_scenario(id: &str) -> String {
    format!(
        "There is no scenario {}. alongside practice list shows them.",
        text::shown(id)
    )
}

/// Which card, when there are several, or none of that number.
pub fn which_card(id: &ScenarioId, actors: &[Actor]) -> String {
    let mut said = "Each actor has a card alone. Say whose:\n".to_owned();
    for (actor, number) in actors.iter().zip(1..) {
        let name = text::shown(&actor.name);
        said.push_str(&format!(
            "  alongside practice show {id} --actor {number}   {name}\n"
        ));
    }
    said
}

/// Where a command counts.
pub const IN_PRACTICE: &str = "in practice";
/// Where a command counts.
pub const AMONG_SCENARIOS: &str = "among the scenarios";
/// Where a command counts.
pub const WHILE_PLAYING: &str = "while you play";

/// Where a command counts.
pub const AT_THE_END: &str = "in the debrief, and on your own";

/// A role-play began.
pub const STARTED: &str = "Begun. Nobody in it is real. Ctrl+R is the debrief.";

/// There is no record to change, copy or save.
pub const NO_RECORD: &str = "Practice makes no record. Ctrl+R is the debrief.";

/// Other guides cannot be begun here.
pub const SCENARIO_CHOOSES: &str = "Here the scenario chooses the guide. Enter starts it.";

/// There is no inject.
pub const NO_INJECTS: &str = "This scenario has nothing to make happen.";

/// Something was made to happen, on the listener's screen.
pub const IT_HAPPENS: &str = "It happens now. How is on the trainer's sheet.";

/// Who makes things happen.
pub const TRAINER: &str = "Trainer";

/// A part of a role-play is off the disk.
pub const THROWN_AWAY: &str = "Thrown away. Nothing of it is kept.";

/// Said by the tool in practice alone: more than 90 words typed in two minutes.
pub const TYPING_A_LOT: &str =
    "You are typing a lot. Say you are making notes, or stop and listen.";

/// Nothing has been played.
pub const NOTHING_PLAYED: &str = "Nothing played is kept here.";

/// Opens one again.
pub const GO_ON: &str = "Go on with it";
/// Takes one off the disk.
pub const THROW_AWAY: &str = "Throw it away";
/// What that does.
pub const THROW_AWAY_IS: &str = "nothing of it is kept";
/// The first of the moments.
pub const FROM_THE_START: &str = "From the start";

/// `Now: a son takes the phone`
pub fn happened(title: &str) -> String {
    format!("Now: {title}")
}

/// Another try began.
pub fn again(number: u32) -> String {
    format!("Try {number}. The one before is kept as it was: /so-far.")
}

/// None of the actors has this number.
pub fn no_card(actors: usize) -> String {
    match actors {
        1 => "There is one card: /card".to_owned(),
        actors => format!("There are {actors} cards: /card 1 to /card {actors}"),
    }
}

/// `Listen and connect, 10 min, gentle`
pub fn in_short(one: &Listed) -> String {
    format!(
        "{}, {} min, {}",
        super::kind(one.kind),
        one.minutes,
        one.level.name()
    )
}

/// What was played, and when and how far.
pub fn played(draft: &Draft, now: Moment) -> (String, String) {
    match &draft.glance {
        Some(glance) => (
            glance.practice.as_ref().map_or_else(String::new, part_of),
            format!(
                "{}, {}",
                super::ago(glance.last, now),
                super::notes_here(glance.notes)
            ),
        ),
        None => (draft.id.to_string(), String::new()),
    }
}

/// `It's only about the bath, listening, try 2`
pub fn part_of(practised: &Practised) -> String {
    let part = match practised.part {
        Part::Listener => "listening",
        Part::Observer => "observed",
        Part::Alone => "on your own",
    };
    let title = text::shown(&practised.title);
    match practised.try_number() {
        1 => format!("{title}, {part}"),
        number => format!("{title}, {part}, try {number}"),
    }
}

/// `After: slid down on Sunday`
pub fn after(note: &Note) -> String {
    format!("After: {}", text::shown(&note.text))
}

pub use crate::practice::NOT_REAL;

/// The same in so many columns: the last two words are the last to go.
pub fn not_real_in(columns: usize) -> &'static str {
    if columns < text::width(NOT_REAL) {
        "Not real"
    } else {
        NOT_REAL
    }
}

/// On Home.
pub const PRACTICE: &str = "Practice";
/// What it is.
pub const PRACTICE_IS: &str = "Role-play with a scenario. Nothing here is real";

/// Over the list of scenarios.
pub const SCENARIOS_TITLE: &str = "Scenarios";
/// Over what has been played.
pub const SO_FAR_TITLE: &str = "Played so far. Not real";
/// Over what a trainer may make happen.
pub const INJECTS_TITLE: &str = "For the trainer: make something happen";
/// Over the moments to try again from.
pub const MOMENTS_TITLE: &str = "Try again from. Both tries are kept";

/// On row 1 of the scenarios, at the right.
pub const NOTHING_IS_KEPT: &str = "Nothing here is kept unless you ask";
/// Over what is known of the person.
pub const LISTENER_SEES: &str = "Listener sees this";
/// In the place of a card's words.
pub const DOTS: &str = ". . . . . . . . . . . . . . . . . . . . . . . . . . . .";
/// Over what to try.
pub const TRY_TO: &str = "Try to";
/// What is worth trying in any of them.
pub const TRY: [&str; 3] = [
    "Find out what it means to them before you offer anything",
    "Use their words back to them, once",
    "Leave one pause that feels too long",
];
/// The way to play alone.
pub const ON_YOUR_OWN: &str = "On your own? /alone and the person answers from the card.";

/// `Scenario 3 of 12`
pub fn place(number: usize, of: usize) -> String {
    format!("Scenario {number} of {of}")
}

/// `Try 2`
pub fn try_number(number: u32) -> String {
    format!("Try {number}")
}

/// `Listen and connect   about 12 minutes   gentle   for three people`
pub fn for_how_many(scenario: &Scenario) -> String {
    let people = match scenario.actors.len() {
        1 => "three people".to_owned(),
        2 => "four people".to_owned(),
        actors => format!("{} people", actors + 2),
    };
    format!("{}   for {people}", in_few_words(scenario))
}

/// `Listen and connect   about 12 minutes   gentle`
pub fn in_few_words(scenario: &Scenario) -> String {
    let kind = super::kind(scenario.kind);
    let (minutes, level) = (scenario.minutes, scenario.level.name());
    format!("{kind}   about {minutes} minutes   {level}")
}

/// `May touch on: growing older, money.`
pub fn touches(note: &str) -> String {
    format!("May touch on: {note}")
}

/// `Caller card (hidden from the listener. Space shows it)`
pub fn hidden_cards(actors: usize) -> String {
    match actors {
        1 => "Caller card (hidden from the listener. Space shows it)".to_owned(),
        actors => format!("{actors} caller cards (hidden from the listener. Space shows each)"),
    }
}

/// The way to a card that the listener never sees.
pub fn on_paper(scenario: &Scenario) -> String {
    let id = scenario.id.as_str();
    let number = if scenario.actors.len() > 1 { " 1" } else { "" };
    format!("Or on paper or a phone: alongside practice show {id} --actor{number}")
}

/// Under that.
pub const FOR_THE_TRAINER: &str =
    "Whoever runs it has a sheet of everything: the same with --trainer";

/// `Anybody may say "Stop", and it stops.`
pub fn stop(word: &str) -> String {
    format!("Anybody may say \"{}\", and it stops.", text::shown(word))
}

/// The end of input with a role-play in hand.
pub const STILL_HERE_SAID: &str =
    "It is still here. alongside practice, then /so-far, goes on with it.";

/// Something played is still here.
pub fn still_here(count: usize) -> String {
    match count {
        1 => "1 played is still here. /so-far goes on with it, or throws it away.".to_owned(),
        count => format!("{count} played are still here. /so-far lists them."),
    }
}

/// A role-play was left.
pub const LEFT_FOR_LATER: &str = "It is still here: /so-far. Ctrl+Q again leaves practice.";

/// The scenarios could not be read.
pub const NO_SCENARIOS: &str = "There is no scenario to play. Ctrl+Q leaves.";

/// Said first, line by line.
pub const NOT_REAL_SAID: &str = "Practice. Not real.";

/// After the scenarios were said.
pub const CHOOSE_ONE: &str = "Number shows one. /leave goes back.";

/// After a scenario was said.
pub const HOW_TO_PLAY: &str = "/play starts it, or your first note. /card reads the card. /alone, /observe. /practice lists all.";

/// `Practice. Not real. It's only about the bath, listening.`
pub fn begun(practised: &Practised) -> String {
    format!("{NOT_REAL_SAID} {}.", part_of(practised))
}
