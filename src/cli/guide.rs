//! `alongside guide`: list, read, check and begin guides.
//!
//! Results go to standard output, talk to standard error. Whatever comes out of a file has its control characters
//! made visible first, so that no guide can steer the terminal it is shown on.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;

use annotate_snippets::Renderer;

use crate::guide::{Guide, GuideId, Shelf, TeamFile, Topic, check, schema, starter};
use crate::text::shown;

#[cfg(test)]
mod tests;

use super::{
    DONE, NOT_UNDERSTOOD,
    begin::Beginning,
    check::{Reading, TOML, read_files, renderer, report},
};

/// What to do with guides.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum GuideCommand {
    /// List the guides there are.
    List,
    /// Show a guide as plain text.
    Show {
        /// The guide's id, as `list` shows it.
        id: String,
    },
    /// Check guide files, and say every problem with its place.
    Check {
        /// Files, and folders of .toml files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print the problems as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Begin a new guide from a small one that works. Never overwrites a file.
    New {
        /// Where to write it. Its name becomes the guide's id.
        path: PathBuf,
        /// The title. Without it, made from the name of the file.
        #[arg(long)]
        title: Option<String>,
    },
    /// Print the JSON Schema of guides.
    Schema,
}

/// A guide, to begin one.
const GUIDE: Beginning = Beginning {
    one: "guide",
    check: "alongside guide check",
    starter,
};

/// Runs one subcommand and returns the exit code: 0 done, 1 problems found, 2 not understood, 3 could not write.
///
/// `team` are the team's own guides. Fails only when `out` or `err` cannot be written.
pub fn run(
    command: &GuideCommand,
    team: &[TeamFile],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    run_with(command, team, &renderer(), out, err)
}

fn run_with(
    command: &GuideCommand,
    team: &[TeamFile],
    renderer: &Renderer,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    match command {
        GuideCommand::List => list(&Shelf::new(team.to_vec()), out, err),
        GuideCommand::Show { id } => show(&Shelf::new(team.to_vec()), id, out, err),
        GuideCommand::Check { paths, json } => {
            let renderer = (!json).then_some(renderer);
            check_all(paths, team, renderer, out, err)
        }
        GuideCommand::New { path, title } => GUIDE.write(path, title.as_deref(), out, err),
        GuideCommand::Schema => writeln!(out, "{:#}", schema()).map(|()| DONE),
    }
}

fn check_all(
    paths: &[PathBuf],
    team: &[TeamFile],
    renderer: Option<&Renderer>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let readings = match read_files(paths, TOML, err)? {
        Ok(readings) => readings,
        Err(code) => return Ok(code),
    };
    let shelf = Shelf::new(shelf_files(&readings, team));
    let check = |reading: &Reading| check(&reading.name(), &reading.text, &shelf).problems;
    report(&readings, "guide", check, renderer, out)
}

/// The files given, which come first, and the team's others: a file given may be the next version of a team's.
fn shelf_files(readings: &[Reading], team: &[TeamFile]) -> Vec<TeamFile> {
    let read = readings.iter().filter(|reading| !reading.text.is_empty());
    let given = read.map(|reading| TeamFile {
        name: reading.name(),
        text: reading.text.clone(),
    });
    given.chain(team.iter().cloned()).collect()
}

fn list(shelf: &Shelf, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let guides = shelf.list();
    let wide = guides
        .iter()
        .map(|guide| guide.id.as_str().len())
        .max()
        .unwrap_or(0);
    for guide in guides {
        let from = guide
            .team
            .map(|file| format!(" ({})", shown(&file)))
            .unwrap_or_default();
        let (title, purpose) = (shown(&guide.title), shown(&guide.purpose));
        writeln!(out, "{:wide$}  {title}: {purpose}{from}", guide.id.as_str())?;
    }
    for setback in shelf.setbacks() {
        let instead = if setback.fallback {
            "Using the built-in guide."
        } else {
            "It is left out."
        };
        let file = shown(&setback.file);
        let (line, message) = (setback.line, shown(&setback.message));
        writeln!(
            err,
            "The guide file {file}: line {line} is not understood. {message} {instead}"
        )?;
    }
    Ok(DONE)
}

fn show(shelf: &Shelf, id: &str, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(guide) = shelf.guide(&GuideId::new(id)) else {
        writeln!(
            err,
            "There is no guide {}. `alongside guide list` shows the guides there are.",
            shown(id)
        )?;
        return Ok(NOT_UNDERSTOOD);
    };
    out.write_all(in_plain_text(&guide).as_bytes())?;
    Ok(DONE)
}

/// A guide to be read from top to bottom, or out loud.
fn in_plain_text(guide: &Guide) -> String {
    let mut text = format!("{}\n{}\n", shown(&guide.title), shown(&guide.purpose));
    for topic in &guide.topics {
        topic_in_plain_text(topic, &mut text);
    }
    text.push_str("\nHeadings of the record\n");
    for section in &guide.sections {
        text.push_str(&format!("- {}\n", shown(&section.heading)));
    }
    text.push_str(&format!(
        "\n{}, {}\n",
        shown(&guide.name_and_version()),
        shown(&guide.language)
    ));
    text
}

fn topic_in_plain_text(topic: &Topic, text: &mut String) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n{} (#{})", shown(&topic.title), topic.id);
    paragraph(text, "", &topic.why);
    lines(text, "Ask", &topic.ask);
    lines(text, "Gentler", &topic.gentler);
    lines(text, "Listen for", &topic.listen_for);
    lines(text, "Follow", &topic.follow);
    paragraph(text, "", &topic.pause);
    paragraph(text, "Write: ", &topic.write);
}

fn paragraph(text: &mut String, label: &str, words: &str) {
    if !words.is_empty() {
        let _ = writeln!(text, "{label}{}", shown(words));
    }
}

fn lines(text: &mut String, label: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(text, "{label}:");
    }
    for line in lines {
        let _ = writeln!(text, "- {}", shown(line));
    }
}
