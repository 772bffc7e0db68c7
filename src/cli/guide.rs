//! `alongside guide`: list, read, check and begin guides.
//!
//! Results go to standard output, talk to standard error. Whatever comes out of a file has its control characters
//! made visible first, so that no guide can steer the terminal it is shown on.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;

use crate::guide::{Guide, GuideId, Shelf, TeamFile, Topic, schema, starter};
use crate::text::{acts, shown};

mod check;
#[cfg(test)]
mod tests;

use check::{check_all, renderer};

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

/// Done, and nothing to say.
const DONE: u8 = 0;
/// A guide has errors.
const PROBLEMS: u8 = 1;
/// No such guide, no such file.
const NOT_UNDERSTOOD: u8 = 2;
/// The file could not be written.
const NOT_WRITTEN: u8 = 3;

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
        GuideCommand::New { path, title } => new(path, title.as_deref(), out, err),
        GuideCommand::Schema => writeln!(out, "{:#}", schema()).map(|()| DONE),
    }
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

fn new(
    path: &Path,
    title: Option<&str>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let id = id_for(path);
    if id.is_empty() {
        writeln!(
            err,
            "{} needs a name with letters in it: it becomes the guide's id.",
            named(path)
        )?;
        return Ok(NOT_UNDERSTOOD);
    }
    let title = title.map_or_else(|| title_for(&id), str::to_owned);
    let text = starter(&id, &title);
    // create_new: between looking and writing, somebody else's file could appear.
    let written = fs::File::options().write(true).create_new(true).open(path);
    match written.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => {
            writeln!(out, "{}", named(path))?;
            writeln!(err, "Edit it, then: alongside guide check {}", named(path))?;
            Ok(DONE)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            writeln!(
                err,
                "{} is there already. Nothing was changed.",
                named(path)
            )?;
            Ok(NOT_WRITTEN)
        }
        Err(error) => {
            writeln!(err, "Could not write {}: {error}.", named(path))?;
            Ok(NOT_WRITTEN)
        }
    }
}

/// The name of a file as a guide's id: `Moving House.toml` is `moving-house`.
fn id_for(path: &Path) -> String {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let parts = stem.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn title_for(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + letters.as_str()
    })
}

/// A path as people are told it.
fn named(path: &Path) -> String {
    shown(&path.to_string_lossy()).into_owned()
}

/// As [`shown`], for a line with a caret under it: each letter keeps its length in bytes, so that the caret stays true.
fn in_place(line: &str) -> String {
    let stand_in = |letter: char| match letter {
        '\t' => letter,
        _ if !acts(letter) => letter,
        _ => ['?', '?', '·', '\u{fffd}', '\u{1f6c7}'][letter.len_utf8()],
    };
    line.chars().map(stand_in).collect()
}
