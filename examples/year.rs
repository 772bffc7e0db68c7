//! Writes a home with a generated year of records in it, to see what they add up to: `cargo run --example year -- FOLDER
//! [COUNT] [SEED]`. Everybody in them is made up, and the same count and seed make the same year.

#[path = "year/made.rs"]
mod made;

use std::{env, path::PathBuf, process::ExitCode};

use alongside::store::Home;

/// How many records a year has when nobody says.
const COUNT: usize = 5_000;

/// How it is run.
const HOW: &str = "\
Writes a home with a generated year of made-up records:
    cargo run --example year -- FOLDER [COUNT] [SEED]
Without COUNT there are 5000. The same COUNT and SEED make the same year.";

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let Some(folder) = args.next() else {
        return ask();
    };
    if matches!(folder.to_str(), Some("--help" | "-h" | "help")) {
        println!("{HOW}");
        return ExitCode::SUCCESS;
    }
    // What begins like an option is no folder anybody means.
    if folder.to_string_lossy().starts_with('-') {
        return ask();
    }
    let folder = PathBuf::from(folder);
    let mut numbers = args.map(|arg| arg.to_str().and_then(|arg| arg.parse::<u64>().ok()));
    let (count, seed) = match (numbers.next(), numbers.next()) {
        (None, _) => (COUNT, 1),
        (Some(Some(count)), None) => (count as usize, 1),
        (Some(Some(count)), Some(Some(seed))) => (count as usize, seed),
        _ => return ask(),
    };
    if folder.join("records").exists() {
        eprintln!(
            "{} has records already. Give a new folder.",
            folder.display()
        );
        return ExitCode::FAILURE;
    }
    match made::write(&Home::at(&folder), count, seed) {
        Ok(()) => {
            println!(
                "{count} made-up records of {} are in {}.",
                made::YEAR,
                folder.display()
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Could not write there: {error}");
            ExitCode::FAILURE
        }
    }
}

fn ask() -> ExitCode {
    eprintln!("{HOW}");
    ExitCode::FAILURE
}
