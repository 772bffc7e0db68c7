//! Checking files a team writes, guides, scenarios and baselines: every problem with its line and a caret, or as JSON.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::text::{acts, shown};

use super::{DONE, NOT_UNDERSTOOD, PROBLEMS, begin::named};
use crate::guide::{LARGEST_FILE, Problem, Severity};

/// How the name of a guide or a scenario ends.
pub(super) const TOML: &[&str] = &["toml"];

/// A file to check, read as far as it can be.
pub(super) struct Reading {
    path: PathBuf,
    /// What is in it.
    pub text: String,
    /// What keeps it from being read to its end.
    fault: Option<Fault>,
}

/// What keeps a file from being read.
enum Fault {
    /// It is not text from this byte on.
    NotText(usize),
    /// The disk did not give it.
    NotGiven(io::Error),
}

impl Reading {
    /// One that was read by somebody else.
    pub fn of(path: PathBuf, text: String) -> Self {
        Self {
            path,
            text,
            fault: None,
        }
    }

    fn not_given(path: PathBuf, error: io::Error) -> Self {
        Self {
            path,
            text: String::new(),
            fault: Some(Fault::NotGiven(error)),
        }
    }

    /// The file as people are told it.
    pub fn name(&self) -> String {
        named(&self.path)
    }
}

/// A file and what there is to say about it.
type Finding<'r> = (&'r Reading, Vec<Problem>);

/// The files at these paths, and those in the folders among them whose names have one of these ends. One that cannot be
/// read is among them, with that as its problem. Where there are none at all, that is said, and the exit code is the
/// error.
pub(super) fn read_files(
    paths: &[PathBuf],
    ends: &[&str],
    err: &mut dyn Write,
) -> io::Result<Result<Vec<Reading>, u8>> {
    let readings = read_all(paths, ends);
    if readings.is_empty() {
        writeln!(err, "There are no .{} files there.", ends.join(" or ."))?;
        return Ok(Err(NOT_UNDERSTOOD));
    }
    Ok(Ok(readings))
}

/// Prints what `check` says of each file, each a `sort` (`guide`), and gives the exit code. Without a renderer as JSON.
pub(super) fn report(
    readings: &[Reading],
    sort: &str,
    check: impl Fn(&Reading) -> Vec<Problem>,
    renderer: Option<&Renderer>,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let findings: Vec<Finding<'_>> = readings
        .iter()
        .map(|reading| (reading, problems_of(reading, &check)))
        .collect();
    match renderer {
        Some(renderer) => print(&findings, sort, renderer, out)?,
        None => write!(
            out,
            "{}",
            crate::cli::json(&serde_json::json!(as_json(&findings)))
        )?,
    }
    let is_not_given = |reading: &Reading| matches!(reading.fault, Some(Fault::NotGiven(_)));
    Ok(match count(&findings, Severity::Error) {
        0 => DONE,
        _ if readings.iter().any(is_not_given) => NOT_UNDERSTOOD,
        _ => PROBLEMS,
    })
}

fn read_all(paths: &[PathBuf], ends: &[&str]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for path in paths {
        let files = match files_at(path, ends) {
            Ok(files) => files,
            Err(error) => {
                readings.push(Reading::not_given(path.clone(), error));
                continue;
            }
        };
        for file in files {
            let twice = readings
                .iter()
                .any(|reading| same_file(&reading.path, &file));
            if !twice {
                let given = read(&file);
                readings.push(given.unwrap_or_else(|error| Reading::not_given(file, error)));
            }
        }
    }
    readings
}

/// The file itself, or the files of a folder by name.
fn files_at(path: &Path, ends: &[&str]) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let is_ours = |end: &std::ffi::OsStr| ends.iter().any(|ours| end == *ours);
        if file.extension().is_some_and(is_ours) && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// One byte over the limit is enough for the parser to say that it is too large.
fn read(path: &Path) -> io::Result<Reading> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(
        &mut io::Read::take(fs::File::open(path)?, LARGEST_FILE as u64 + 1),
        &mut bytes,
    )?;
    let too_large = bytes.len() > LARGEST_FILE;
    let broken_at = std::str::from_utf8(&bytes)
        .err()
        .map(|error| error.valid_up_to())
        .filter(|_| !too_large);
    Ok(Reading {
        path: path.to_owned(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
        fault: broken_at.map(Fault::NotText),
    })
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn problems_of(reading: &Reading, check: impl Fn(&Reading) -> Vec<Problem>) -> Vec<Problem> {
    match &reading.fault {
        Some(Fault::NotText(at)) => {
            let problem = Problem::error(*at..*at, "This file is not UTF-8 text from here on.");
            vec![problem.hint("Save it as UTF-8 in your editor.")]
        }
        Some(Fault::NotGiven(error)) => vec![not_given(error)],
        None => check(reading),
    }
}

fn not_given(error: &io::Error) -> Problem {
    let (what, hint) = match error.kind() {
        io::ErrorKind::NotFound => (
            "There is no file or folder of this name.".to_owned(),
            "Look how it is written, and in which folder it is.",
        ),
        io::ErrorKind::PermissionDenied => (
            "You may not read this file or folder.".to_owned(),
            "Ask whoever looks after this computer.",
        ),
        _ => (
            format!("This could not be read: {error}."),
            "Copy it somewhere else, and check the copy.",
        ),
    };
    Problem::error(0..0, what).hint(hint)
}

fn count(findings: &[Finding<'_>], severity: Severity) -> usize {
    findings
        .iter()
        .flat_map(|(_, problems)| problems)
        .filter(|problem| problem.severity == severity)
        .count()
}

fn print(
    findings: &[Finding<'_>],
    sort: &str,
    renderer: &Renderer,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (reading, problems) in findings {
        for problem in problems {
            writeln!(out, "{}\n", drawn(reading, problem, renderer))?;
        }
    }
    writeln!(out, "{}", summary(findings, sort))
}

/// A problem as a compiler would print it: file, line, column, the line itself, caret, hint.
fn drawn(reading: &Reading, problem: &Problem, renderer: &Renderer) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (line, span) = first_line(&reading.text, problem);
    let line = in_place(line);
    let path = reading.name();
    let snippet = Snippet::source(&*line)
        .path(path)
        .line_start(problem.place(&reading.text).line)
        .annotation(AnnotationKind::Primary.span(span));
    let title = level.primary_title(shown(&problem.message));
    let mut group: Group<'_> = title.element(snippet);
    if let Some(hint) = &problem.hint {
        group = group.element(Level::HELP.message(shown(hint)));
    }
    renderer.render(&[group])
}

/// The line a problem begins on, and what of its span lies on that line.
fn first_line<'t>(text: &'t str, problem: &Problem) -> (&'t str, std::ops::Range<usize>) {
    let at = problem.span.start;
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let from = (at - start).min(line.len());
    let to = (problem.span.end - start).clamp(from, line.len());
    (line, from..to)
}

fn summary(findings: &[Finding<'_>], sort: &str) -> String {
    let (errors, warnings) = (
        count(findings, Severity::Error),
        count(findings, Severity::Warning),
    );
    let files = counted(findings.len(), sort);
    if errors + warnings == 0 {
        return format!("No problems in {files}.");
    }
    let with = findings
        .iter()
        .filter(|(_, problems)| !problems.is_empty())
        .count();
    let problems = counted(errors + warnings, "problem");
    let kinds = format!(
        "{}, {}",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    format!("{problems} in {with} of {files}: {kinds}.")
}

fn counted(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

/// A problem as `--json` prints it. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct JsonProblem<'p> {
    file: String,
    severity: Severity,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    message: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'p str>,
}

fn as_json<'f>(findings: &'f [Finding<'_>]) -> Vec<JsonProblem<'f>> {
    let each = |(reading, problems): &'f Finding<'_>| {
        problems
            .iter()
            .map(|problem| json_problem(reading, problem))
            .collect::<Vec<_>>()
    };
    findings.iter().flat_map(each).collect()
}

fn json_problem<'p>(reading: &Reading, problem: &'p Problem) -> JsonProblem<'p> {
    let place = problem.place(&reading.text);
    let more_lines = reading.text[problem.span.clone()].matches('\n').count();
    JsonProblem {
        file: reading.name(),
        severity: problem.severity,
        line: place.line,
        column: place.column,
        end_line: (more_lines > 0).then_some(place.line + more_lines),
        message: &problem.message,
        hint: problem.hint.as_deref(),
    }
}

/// Colour only on a terminal, and not where NO_COLOR asks for none.
pub(super) fn renderer() -> Renderer {
    let asked_for_none = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stdout().is_terminal() && !asked_for_none {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
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
