//! `alongside evidence combine`: packages of several teams as one.

use std::{io::Write, path::PathBuf};

use clap::Args;

use super::{
    super::{DONE, PROBLEMS, Trouble, json, open, print},
    not_over, say,
};
use crate::{
    evidence::combine::Combined,
    store::packages,
    text,
    words::evidence::{cli, package as words},
};

/// Which packages, and how the whole is to be given.
#[derive(Debug, Args)]
pub struct CombineArgs {
    /// Folders that `alongside evidence --as csv` wrote
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// text, json or csv
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    pub form: String,
    /// With --as csv: into this folder, which must not be there yet
    #[arg(long, value_name = "FOLDER")]
    pub into: Option<PathBuf>,
    /// With --into: in the place of what is there
    #[arg(long, requires = "into")]
    pub replace: bool,
}

/// Puts the packages together. One that cannot be read is said, and the others are put together without it.
pub(super) fn run(asked: &CombineArgs, out: &mut dyn Write) -> Result<u8, Trouble> {
    match (asked.form.as_str(), asked.into.is_some()) {
        ("text" | "json", false) | ("csv", true) => {}
        ("csv", false) => return Err(Trouble::not_understood(cli::CSV_NEEDS_A_FOLDER)),
        ("text" | "json", true) => return Err(Trouble::not_understood(words::INTO_IS_FOR_CSV)),
        _ => return Err(Trouble::not_understood(words::NO_FORM)),
    }
    let (mut read, mut code) = (vec![], DONE);
    for folder in &asked.folders {
        let said = match packages::read(folder) {
            Ok(Ok(package)) => {
                read.push(package);
                continue;
            }
            Ok(Err(why)) => words::not_a_package(folder, &why),
            Err(error) => words::cannot_read(folder, &error.to_string()),
        };
        say(&said);
        code = PROBLEMS;
    }
    if read.is_empty() {
        return Err(Trouble::found(words::NOTHING_TO_COMBINE));
    }
    let combined = Combined::of(read);
    match (asked.form.as_str(), &asked.into) {
        ("csv", Some(folder)) => {
            let today = open::clock().now().date_naive();
            let files = combined.files(today);
            packages::write(folder, &files, asked.replace).map_err(not_over)?;
            say(&cli::written(folder));
        }
        ("json", _) => print(out, json(&combined.json()).as_bytes())?,
        _ => {
            let said = words::combined(&combined);
            print(out, text::shown_lines(&said).as_bytes())?;
            return Ok(code);
        }
    }
    combined.said.iter().for_each(|one| say(&words::said(one)));
    Ok(code)
}
