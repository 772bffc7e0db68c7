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
        package::{About, Rows, package},
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
    let left_out = cleared.rows().map(Rows::left_out);
    for (why, quarters) in left_out.into_iter().flatten() {
        say(&words::rows_left_out(*why, quarters));
    }
    packages::write(folder, &package(cleared, &about), replace).map_err(not_over)?;
    say(&cli::written(folder));
    match cleared.rows() {
        Some(rows) if !rows.is_empty() => say(&words::with_rows(rows.key_check())),
        Some(rows) if rows.left_out().is_empty() => say(words::NO_ROWS),
        _ => {}
    }
    Ok(())
}

/// A name for a team that says nothing of it.
fn a_name() -> Result<String, Trouble> {
    let digits = chance::<8>()?.map(|byte| format!("{byte:02x}"));
    Ok(digits.concat())
}
