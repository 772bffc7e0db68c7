//! Figures for a spreadsheet, a database or another team: a Frictionless Data Package, version 2.
//!
//! A folder of plain CSV files and a `datapackage.json` that says what is in them. It is made from a [`Cleared`] report
//! alone, and holds no text that anybody typed: a baseline is known by its days. With a team key it also has a row for
//! each person and each conversation under a [pseudonym](super::pseudonym), in `people/` and `conversations/`, one file a
//! quarter. Whoever joins the packages of two teams can see that both met somebody, and not whom: that is what the
//! key is for.
//!
//! What one package hides, two could show: a later one of this home is [held against](super::cleared) those before it.

mod cells;
mod descriptor;
mod rows;
mod sheets;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::cleared::Cleared;
pub use cells::{Cell, Column, Sheet, Type};
pub use descriptor::{DESCRIPTOR, Described, FORMAT, described, hash, listed};
pub use rows::{LeftOut, Line, Rows, quarter_name, rows_name};
pub use sheets::GROUP_NUMBER;

/// A file of a package: its path there, with `/` between folders, and what is in it.
pub type PackageFile = (String, Vec<u8>);

/// Whose package it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// A name by chance that a home keeps: the same team exported twice counts once. It says nothing of the team.
    pub team: String,
    /// The day of the export.
    pub exported_on: NaiveDate,
}

/// The files of the package of a report, the descriptor last.
pub fn package(cleared: &Cleared, about: &About) -> Vec<PackageFile> {
    let period = cleared.report().period;
    let key = cleared.rows().map(|rows| rows.key_check().to_owned());
    let sheets = sheets::of(cleared, about);
    described(
        &sheets,
        &Described {
            name: format!("alongside-evidence-{}-{}", period.from(), period.to()),
            title: format!("Evidence, {}", period.name()),
            created: about.exported_on,
            ours: serde_json::json!({
                "package": FORMAT,
                "team": about.team,
                "exported_on": about.exported_on,
                "from": period.from(),
                "to": period.to(),
                "key_check": key,
            }),
        },
    )
}
