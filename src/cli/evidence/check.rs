//! `alongside evidence check`: every problem of files that are to stand beside the records.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use super::super::{
    Trouble,
    check::{Reading, read_files, renderer, report},
    open::{self, clock},
};
use crate::{
    evidence::{
        file::{self, Sort},
        package::DESCRIPTOR,
        story::{names::Names, names_in_file},
    },
    store::{Home, stories},
    words::evidence::{before, story as words},
};

/// How the names of such files end. A story has to be named: in a folder, a .md file is anything.
const ENDS: &[&str] = &["toml", "csv", "tsv"];

/// What they are called when they are counted.
const FILE: &str = "file";

/// Prints what there is to say of each file, and gives the exit code.
pub(super) fn run(
    paths: &[PathBuf],
    json: bool,
    home: &Home,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    match read(paths)? {
        Ok(readings) => {
            if has_stories(&readings) && home.vault().is_on() && !home.vault().has_key() {
                open::say(words::NAMES_SEALED);
            }
            say(&readings, &names_for(&readings, home), json, out)
        }
        Err(code) => Ok(code),
    }
}

/// The files at these paths; the exit code where they cannot be read, which has been said.
///
/// # Errors
///
/// When one of them is a package of figures, which is put together with others and not kept.
pub(super) fn read(paths: &[PathBuf]) -> Result<Result<Vec<Reading>, u8>, Trouble> {
    if let Some(package) = paths.iter().find(|path| path.join(DESCRIPTOR).is_file()) {
        return Err(Trouble::not_understood(before::is_a_package(package)));
    }
    Ok(read_files(paths, ENDS, &mut io::stderr().lock())?)
}

/// Whether a story is among them.
pub(super) fn has_stories(readings: &[Reading]) -> bool {
    readings.iter().any(is_story)
}

fn is_story(reading: &Reading) -> bool {
    Sort::of(&reading.text, &reading.name()) == Some(Sort::Story)
}

/// Everybody the home knows of, where a story is held against them.
pub(super) fn names_for(readings: &[Reading], home: &Home) -> Names {
    match has_stories(readings) {
        true => stories::known_names(home, clock().now().date_naive()),
        false => Names::default(),
    }
}

/// Says what there is to say of each file, and gives the exit code.
pub(super) fn say(
    readings: &[Reading],
    names: &Names,
    json: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let problems = |reading: &Reading| {
        let mut problems = file::check(&reading.text, &reading.name()).problems;
        if is_story(reading) {
            problems.extend(names_in_file(&reading.text, names));
        }
        problems.sort_by_key(|problem| problem.span.start);
        problems
    };
    let renderer = renderer();
    let renderer = (!json).then_some(&renderer);
    Ok(report(readings, FILE, problems, renderer, out)?)
}
