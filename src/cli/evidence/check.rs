//! `alongside evidence check`: every problem of files that are to stand beside the records.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use super::super::{
    Trouble,
    check::{Reading, read_files, renderer, report},
};
use crate::evidence::file;

/// How the names of such files end. A story has to be named: in a folder, a .md file is anything.
const ENDS: &[&str] = &["toml", "csv", "tsv"];

/// What they are called when they are counted.
const FILE: &str = "file";

/// Prints what there is to say of each file, and gives the exit code.
pub(super) fn run(paths: &[PathBuf], json: bool, out: &mut dyn Write) -> Result<u8, Trouble> {
    match read(paths)? {
        Ok(readings) => say(&readings, json, out),
        Err(code) => Ok(code),
    }
}

/// The files at these paths; the exit code where they cannot be read, which has been said.
pub(super) fn read(paths: &[PathBuf]) -> Result<Result<Vec<Reading>, u8>, Trouble> {
    Ok(read_files(paths, ENDS, &mut io::stderr().lock())?)
}

/// Says what there is to say of each file, and gives the exit code.
pub(super) fn say(readings: &[Reading], json: bool, out: &mut dyn Write) -> Result<u8, Trouble> {
    let problems = |reading: &Reading| file::check(&reading.text, &reading.name()).problems;
    let renderer = renderer();
    let renderer = (!json).then_some(&renderer);
    Ok(report(readings, FILE, problems, renderer, out)?)
}
