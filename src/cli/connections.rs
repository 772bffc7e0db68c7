//! `alongside connections`: import, find and check local help, and tell its publisher what is not so.
//!
//! Nothing is fetched: whoever imports a file brought it.

use std::{
    collections::HashMap,
    io::Write,
    path::{Path, PathBuf},
};

use super::{
    DONE, PROBLEMS, Trouble,
    check::{Reading, renderer, report},
    open::{clock, say},
    print,
};
use crate::{
    connection::import,
    guide::Problem,
    run::listings,
    store::{Home, local_help},
    text,
    words::local_help::{self as words, cli},
};

/// How many listings `find` shows.
const MOST_FOUND: usize = 20;

/// What to do with local help.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum ConnectionsCommand {
    /// Read Open Referral data or a list of your own into the home. Says what is wrong with it
    Import {
        /// A .json, .csv or .toml file, a datapackage.json, or a folder of them
        path: PathBuf,
        /// What to call where it is from. Import it under the same name to replace it
        #[arg(long = "as", value_name = "NAME")]
        source: Option<String>,
    },
    /// Look for local help, as Find does
    Find {
        /// A need, a place or a name
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Check files before they are imported, and say every problem with its place
    Check {
        /// Files, and folders of them
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print the problems as JSON
        #[arg(long)]
        json: bool,
    },
    /// What you marked full, closed or wrong, as CSV for whoever publishes it
    ExportCorrections,
}

/// Runs one subcommand and returns the exit code: 0 done, 1 problems found, 2 not understood, 3 could not write.
pub(super) fn run(
    command: &ConnectionsCommand,
    home: &Home,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    match command {
        ConnectionsCommand::Import { path, source } => bring(home, path, source.as_deref(), out),
        ConnectionsCommand::Find { words } => find(home, &words.join(" "), out),
        ConnectionsCommand::Check { paths, json } => check(paths, *json, out),
        ConnectionsCommand::ExportCorrections => export(home, out),
    }
}

fn bring(
    home: &Home,
    path: &Path,
    source: Option<&str>,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let files = read(path)?;
    let mut brought = import::read(&files.0);
    brought.is_whole &= files.1;
    let source = source.map_or_else(|| source_of(path), str::to_owned);
    let counted: Vec<String> = brought
        .counted()
        .iter()
        .map(|(what, of)| cli::counted(what, of))
        .collect();
    let (count, warnings) = (brought.listings.len(), brought.said.len());
    let is_whole = brought.is_whole;
    let mut said = vec![];
    if count > 0 {
        let merged = local_help::keep(home, brought, &source)?;
        said.push(cli::read(count, &source, merged));
        said.push(cli::kept_in(&home.imported().display().to_string()));
    }
    if warnings > 0 {
        said.push(cli::warnings(warnings));
        said.extend(counted);
        said.push(cli::see_each(&path.display().to_string()));
    }
    if count > 0 && !is_whole {
        said.push(cli::NOT_WHOLE.to_owned());
    }
    print(out, format!("{}\n", said.join("\n")).as_bytes())?;
    if count == 0 {
        return Err(Trouble::found(cli::NOTHING_READ));
    }
    Ok(DONE)
}

/// The files at a path, and whether they are all that are there.
fn read(path: &Path) -> Result<(Vec<(String, String)>, bool), Trouble> {
    let shown = path.display().to_string();
    let (files, troubles) = local_help::bring(path)
        .map_err(|error| Trouble::not_understood(cli::cannot_read(&shown, &error.to_string())))?;
    troubles
        .iter()
        .for_each(|trouble| say(&trouble.to_string()));
    if files.is_empty() {
        return Err(Trouble::not_understood(cli::no_files(&shown)));
    }
    Ok((files, troubles.is_empty()))
}

/// The name of a file without its ending, or of the folder it is the whole of.
fn source_of(path: &Path) -> String {
    let path = match path.file_name() {
        Some(name) if name == import::DESCRIPTOR => path.parent().unwrap_or(path),
        _ => path,
    };
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = full.file_stem().unwrap_or_default().to_string_lossy();
    text::stored(&text::shown(&name))
}

fn find(home: &Home, typed: &str, out: &mut dyn Write) -> Result<u8, Trouble> {
    let (listings, said) = listings(home);
    said.iter().for_each(|words| say(words));
    if listings.is_empty() {
        return Err(Trouble::found(cli::NO_LIST));
    }
    let found = listings.find(typed);
    if found.is_empty() {
        return Err(Trouble::found(cli::NOTHING_FOUND));
    }
    let today = clock().now().date_naive();
    let mut lines = String::new();
    for listing in found.into_iter().take(MOST_FOUND) {
        let remembered = listings.memory().of(&listing.id);
        lines.push_str(&format!("{}\n", text::shown(&listing.name)));
        for line in words::whole(listing, remembered, today) {
            lines.push_str(&format!("  {}\n", text::shown(&line)));
        }
    }
    print(out, lines.as_bytes())?;
    Ok(DONE)
}

fn check(paths: &[PathBuf], json: bool, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut code = DONE;
    let mut readings: Vec<Reading> = vec![];
    let mut problems: HashMap<String, Vec<Problem>> = HashMap::new();
    for path in paths {
        let (files, is_all) = read(path)?;
        if !is_all {
            code = PROBLEMS;
        }
        let folder = match path.is_dir() {
            true => path.as_path(),
            false => path.parent().unwrap_or(Path::new("")),
        };
        let said = import::read(&files).said;
        for (name, text) in files {
            let its = said.iter().filter(|said| said.file == name);
            let its = its.map(|said| said.problem.clone()).collect();
            let reading = Reading::of(folder.join(&name), text);
            // A file given twice is checked once.
            if problems.insert(reading.name(), its).is_none() {
                readings.push(reading);
            }
        }
    }
    let of_file = |reading: &Reading| problems.get(&reading.name()).cloned().unwrap_or_default();
    let renderer = renderer();
    let found = report(
        &readings,
        "list",
        of_file,
        (!json).then_some(&renderer),
        out,
    )?;
    Ok(code.max(found))
}

fn export(home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let (listings, said) = listings(home);
    said.iter().for_each(|words| say(words));
    let (text, count) = listings.memory().corrections(listings.all());
    if count == 0 {
        say(cli::NO_CORRECTIONS);
    }
    print(out, text.as_bytes())?;
    Ok(DONE)
}
