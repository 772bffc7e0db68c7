//! Files a team writes, in TOML or as the rows of a spreadsheet: their text to fields with positions, and what is wrong
//! with each.
//!
//! Guides are read by this, and so are scenarios, lists of local help and baselines. It knows the shape of none.
//!
//! | file | what it does |
//! |---|---|
//! | [`tree`], [`recover`], [`syntax`] | TOML text to a tree with positions, faults or no faults |
//! | [`fields`], [`rows`] | taking the fields of one table, and the tables under one name |
//! | [`values`] | fields that are days and numbers |
//! | [`sheet`], [`columns`] | rows of a spreadsheet, each with its place; the cells of a row by what their column is called |
//! | [`near`] | did you mean? |
//! | [`problems`] | all there is to say of one file, in order, with an end to it |

pub mod columns;
pub mod fields;
pub mod near;
pub mod problems;
mod recover;
pub mod rows;
pub mod sheet;
pub mod syntax;
pub mod tree;
pub mod values;

use std::ops::Range;

/// What sort of file is read, as sentences about it name it.
#[derive(Debug, Clone, Copy)]
pub struct Sort {
    /// `guide`.
    pub one: &'static str,
    /// How its parts begin: `[[topics]] or [[sections]]`.
    pub parts: &'static str,
}

/// A value and where it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<T> {
    /// What is written.
    pub value: T,
    /// Byte range of the value, quotes included.
    pub span: Range<usize>,
}

/// A TOML string of `text`: anything that steers a screen becomes a space.
pub fn quoted(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| {
            if syntax::is_control(letter) {
                ' '
            } else {
                letter
            }
        })
        .collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
