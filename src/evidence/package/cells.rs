//! Rows and columns, and how a cell is written so that a spreadsheet shows it and runs nothing.

use chrono::NaiveDate;

use super::PackageFile;
use crate::{
    evidence::report::Count,
    guide::written::sheet::{LineEnd, written},
    text,
};

/// A file of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name in the descriptor: `figures`.
    pub name: String,
    /// Its path in the package: `figures.csv`.
    pub path: String,
    /// What is in it.
    pub about: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The columns that together name a row.
    pub key: &'static [&'static str],
    /// Columns that name a row of another sheet, by the same names there.
    pub belongs_to: &'static [(&'static [&'static str], &'static str)],
    /// Its rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub is: Type,
    /// Whether every row has it.
    pub required: bool,
    /// What it says.
    pub about: &'static str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Type {
    /// Words.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A quarter of a year: `2026-Q1`.
    Quarter,
    /// How many.
    Count,
    /// Any number.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    YesNo,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many.
    Count(usize),
    /// A number.
    Number(f64),
    /// Money, in pence. Written in pounds.
    Pence(u64),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    YesNo(bool),
    /// Nothing, or nothing that may be said.
    Nothing,
}

impl Column {
    /// A column that every row has.
    pub const fn of(name: &'static str, is: Type, about: &'static str) -> Self {
        Self {
            name,
            is,
            required: true,
            about,
        }
    }

    /// A column that may be empty.
    pub const fn maybe(name: &'static str, is: Type, about: &'static str) -> Self {
        Self {
            required: false,
            ..Self::of(name, is, about)
        }
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words, or nothing.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A number, or nothing.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    /// The same for a script: no word in it is changed.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Count(count) => (*count).into(),
            Self::Number(number) => (*number).into(),
            Self::YesNo(yes) => (*yes).into(),
            Self::Nothing => serde_json::Value::Null,
            Self::Pence(_) | Self::Day(_) => self.written().into(),
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Text(text) => text::cell(text),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Pence(pence) => format!("{}.{:02}", pence / 100, pence % 100),
            Self::Day(day) => day.to_string(),
            Self::YesNo(yes) => yes.to_string(),
            Self::Nothing => String::new(),
        }
    }
}

impl From<Count> for Cell {
    fn from(count: Count) -> Self {
        count.known().map_or(Self::Nothing, Self::Count)
    }
}

impl Sheet {
    /// A sheet at the top of a package, with no rows yet.
    pub fn at_top(
        name: &str,
        about: &'static str,
        columns: Vec<Column>,
        key: &'static [&'static str],
    ) -> Self {
        Self {
            name: name.to_owned(),
            path: format!("{name}.csv"),
            about,
            columns,
            key,
            belongs_to: &[],
            rows: vec![],
        }
    }

    /// The file: UTF-8, as RFC 4180 has it.
    pub fn file(&self) -> PackageFile {
        let header = self.columns.iter().map(|column| column.name.to_owned());
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::written).collect());
        let rows: Vec<Vec<String>> = std::iter::once(header.collect()).chain(rows).collect();
        let text = written(&rows, b',', LineEnd::Rfc4180);
        (self.path.clone(), text.into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_would_run_are_words_and_numbers_stay_numbers() {
        for (cell, written) in [
            (Cell::text("=1+1"), "'=1+1"),
            (Cell::text("-2 days"), "'-2 days"),
            (Cell::text("@SUM(A1)"), "'@SUM(A1)"),
            (Cell::text("\tx"), "'\tx"),
            (Cell::text("Same day"), "Same day"),
            (Cell::Number(-0.25), "-0.25"),
            (Cell::Pence(1205), "12.05"),
            (Cell::Nothing, ""),
        ] {
            assert_eq!(cell.written(), written);
        }
    }
}
