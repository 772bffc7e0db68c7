//! `alongside evidence --as csv`: tables for a spreadsheet, a database, or another team.

use std::path::Path;

use super::{
    super::{Trouble, open},
    key::chance,
    not_over, say,
};
use crate::{
    evidence::{
        cleared::Cleared,
        package::{About, package},
    },
    store::{Home, packages},
    words::evidence::{cli, package as words},
};

/// Writes the package into a folder.
pub(super) fn write(
    home: &Home,
    folder: &Path,
    cleared: &Cleared,
    replace: bool,
) -> Result<(), Trouble> {
    let about = About {
        team: packages::team(home, &a_name()?)?,
        exported_on: open::clock().now().date_naive(),
    };
    packages::write(folder, &package(cleared, &about), replace).map_err(not_over)?;
    say(&cli::written(folder));
    if let Some(rows) = cleared.rows() {
        say(&match rows.is_empty() {
            true => words::NO_ROWS.to_owned(),
            false => words::with_rows(rows.key_check()),
        });
    }
    Ok(())
}

/// A name for a team that says nothing of it.
fn a_name() -> Result<String, Trouble> {
    let digits = chance::<8>()?.map(|byte| format!("{byte:02x}"));
    Ok(digits.concat())
}
