//! `alongside practice`: list, read, check and begin scenarios. Whatever it prints says first that it is not real.
//!
//! Results go to standard output, talk to standard error. What `show` prints is for one pair of eyes at a time: the
//! listener, an actor, or the trainer.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::{
    DONE, NOT_UNDERSTOOD,
    begin::Beginning,
    check::{Reading, TOML, read_files, renderer, report},
};
use crate::guide::{Shelf, TeamFile};
use crate::practice::{
    NOT_REAL, Page, Scenario, Scenarios, as_html,
    as_text::{CARD_COLUMNS, SHEET_COLUMNS, as_text},
    card, check, starter, trainer,
};
use crate::words::practice as words;

/// What to do with scenarios.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum PracticeCommand {
    /// List the scenarios there are, or what has been played and not thrown away.
    List {
        /// What has been played and is still here.
        #[arg(long)]
        kept: bool,
    },
    /// Play a scenario as its listener, or on your own.
    Start {
        /// The scenario's id, as `list` shows it. Without it: choose one.
        id: Option<String>,
        /// The person answers from the card.
        #[arg(long)]
        alone: bool,
    },
    /// Observe one: count what opens a talk up, and catch words.
    Observe {
        /// The scenario's id. Without it: the one being played on this computer, or choose.
        id: Option<String>,
    },
    /// Talk a role-play over: the last one, or the one named.
    Debrief {
        /// The id of what was played, as `list --kept` shows it.
        id: Option<String>,
    },
    /// Write what was observed as a file, to bring to the debrief on another computer.
    Carry {
        /// The id of what was observed, as `list --kept` shows it.
        id: String,
        /// Where to write it. Never overwrites a file.
        file: String,
    },
    /// Show what the listener may see, or an actor's card, or everything.
    Show {
        /// The scenario's id, as `list` shows it.
        id: String,
        /// The card of whoever is played; with several, which of them.
        #[arg(long, value_name = "N", num_args = 0..=1, conflicts_with = "trainer")]
        actor: Option<Option<usize>>,
        /// Everything: how to run it, every card, the observer's sheet, the debrief.
        #[arg(long)]
        trainer: bool,
        /// As what.
        #[arg(long = "as", value_name = "FORM", default_value = "text")]
        form: Form,
    },
    /// Check scenario files, and say every problem with its place.
    Check {
        /// Files, and folders of .toml files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print the problems as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Begin a new scenario from a small one that works. Never overwrites a file.
    New {
        /// Where to write it. Its name becomes the scenario's id.
        path: PathBuf,
        /// The title. Without it, made from the name of the file.
        #[arg(long)]
        title: Option<String>,
    },
}

/// What a page is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Plain text.
    Text,
    /// One file for a browser, a phone or a printer.
    Html,
}

/// A scenario, to begin one.
const SCENARIO: Beginning = Beginning {
    one: "scenario",
    check: "alongside practice check",
    starter,
};

/// Runs one subcommand and returns the exit code: 0 done, 1 problems found, 2 not understood, 3 could not write.
///
/// `team` are the team's own scenarios, `shelf` the guides there are. Fails only when `out` or `err` cannot be written.
pub fn run(
    command: &PracticeCommand,
    team: &[TeamFile],
    shelf: &Shelf,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    match command {
        PracticeCommand::List { kept: false } => list(&Scenarios::new(team, shelf), out, err),
        PracticeCommand::Show {
            id,
            actor,
            trainer,
            form,
        } => {
            let scenarios = Scenarios::new(team, shelf);
            let Some(scenario) = scenarios.get(id) else {
                say_setbacks(&scenarios, err)?;
                writeln!(err, "{}", words::no_scenario(id))?;
                return Ok(NOT_UNDERSTOOD);
            };
            let whose = match actor {
                Some(number) => Whose::Actor(*number),
                None if *trainer => Whose::Trainer,
                None => Whose::Listener,
            };
            show(scenario, whose, *form, out, err)
        }
        PracticeCommand::Check { paths, json } => check_all(paths, shelf, *json, out, err),
        PracticeCommand::New { path, title } => {
            writeln!(out, "{NOT_REAL}")?;
            SCENARIO.write(path, title.as_deref(), out, err)
        }
        // These need the home, and are done before.
        PracticeCommand::List { kept: true }
        | PracticeCommand::Carry { .. }
        | PracticeCommand::Start { .. }
        | PracticeCommand::Observe { .. }
        | PracticeCommand::Debrief { .. } => Ok(NOT_UNDERSTOOD),
    }
}

fn list(scenarios: &Scenarios, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    writeln!(out, "{NOT_REAL}")?;
    let listed = scenarios.list();
    let columns = words::Columns::of(&listed);
    for one in &listed {
        writeln!(out, "{}", columns.line(one))?;
    }
    say_setbacks(scenarios, err)?;
    Ok(DONE)
}

fn say_setbacks(scenarios: &Scenarios, err: &mut dyn Write) -> io::Result<()> {
    let mut setbacks = scenarios.setbacks().iter();
    setbacks.try_for_each(|setback| writeln!(err, "{}", words::scenario_setback(setback)))
}

/// Whose eyes a page is for.
enum Whose {
    Listener,
    /// The number as it was asked for, from 1. Nobody has to count to one.
    Actor(Option<usize>),
    Trainer,
}

fn show(
    scenario: &Scenario,
    whose: Whose,
    form: Form,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let (page, columns) = match whose {
        Whose::Listener => (card::listener(scenario), SHEET_COLUMNS),
        Whose::Trainer => (trainer::trainer(scenario), SHEET_COLUMNS),
        Whose::Actor(number) => match (number, scenario.actors.as_slice()) {
            (None, [only]) => (card::actor(scenario, only), CARD_COLUMNS),
            (number, actors) => {
                let at = number.and_then(|number| number.checked_sub(1));
                let Some(actor) = at.and_then(|at| actors.get(at)) else {
                    write!(err, "{}", words::which_card(&scenario.id, actors))?;
                    return Ok(NOT_UNDERSTOOD);
                };
                (card::actor(scenario, actor), CARD_COLUMNS)
            }
        },
    };
    out.write_all(printed(&page, form, columns).as_bytes())?;
    Ok(DONE)
}

fn printed(page: &Page, form: Form, columns: usize) -> String {
    match form {
        Form::Text => as_text(page, columns),
        Form::Html => as_html(page),
    }
}

fn check_all(
    paths: &[PathBuf],
    shelf: &Shelf,
    json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let readings = match read_files(paths, TOML, err)? {
        Ok(readings) => readings,
        Err(code) => return Ok(code),
    };
    let renderer = (!json).then(renderer);
    if !json {
        writeln!(out, "{NOT_REAL}")?;
    }
    let check = |reading: &Reading| check(&reading.text, shelf).problems;
    report(&readings, "scenario", check, renderer.as_ref(), out)
}
