//! A file that is kept beside the records: what sort it is, all there is to say about it, and what it is called there.

use std::path::PathBuf;

use chrono::NaiveDate;
use csv::StringRecord;

use super::{
    baseline::{self, Baseline},
    brought::{self, Brought},
    feedback::{self, Feedback},
    story,
};
use crate::guide::{
    Marked, Problem,
    written::{columns, sheet::Sheet},
};

/// A sort of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What figures are set against.
    Baseline,
    /// What was counted elsewhere.
    Brought,
    /// What people, families and staff said.
    Feedback,
    /// A story of difference.
    Story,
}

/// A file, as far as it could be read.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What sort it is; none where nobody can tell.
    pub sort: Option<Sort>,
    /// Errors and warnings, in the order of the text.
    pub problems: Vec<Problem>,
    /// The baseline in it.
    pub baseline: Option<Baseline>,
    /// The rows of what was counted elsewhere, each where it begins.
    pub brought: Vec<Marked<Brought>>,
    /// The rows of what was said, each where it begins.
    pub feedback: Vec<Marked<Feedback>>,
}

/// A file that is kept: what can be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// What sort it is.
    pub sort: Sort,
    /// Where it is, by its plain name.
    pub path: PathBuf,
    /// What it is called, where it is a baseline that can be read.
    pub called: Option<String>,
    /// How many of its rows can be used.
    pub rows: usize,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Baseline, Self::Brought, Self::Feedback, Self::Story];

    /// The folder of the home's `evidence` folder it is kept in.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Baseline => "baselines",
            Self::Brought => "brought",
            Self::Feedback => "feedback",
            Self::Story => "stories",
        }
    }

    /// How the names of such files end.
    pub fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Baseline => &["toml", "csv", "tsv"],
            Self::Brought | Self::Feedback => &["csv", "tsv"],
            Self::Story => &["md"],
        }
    }

    /// The sort of a file, by how its name ends and, of rows, by what its columns are called.
    pub fn of(text: &str, file_name: &str) -> Option<Self> {
        let name = file_name.to_ascii_lowercase();
        if name.ends_with(".toml") {
            return Some(Self::Baseline);
        }
        if name.ends_with(".md") {
            return Some(Self::Story);
        }
        baseline::read::is_rows(&name).then(|| of_rows(text))?
    }
}

/// The sort that has the most of these columns.
fn of_rows(text: &str) -> Option<Sort> {
    let mut header = StringRecord::new();
    Sheet::of(text).next(&mut header)?;
    let names: Vec<String> = header.iter().map(columns::plain_name).collect();
    let shared = |columns: Vec<String>| {
        let is_there = |column: &&String| names.contains(column);
        columns.iter().filter(is_there).count()
    };
    let owned = |name: &str| name.to_owned();
    let of_each = [
        (
            Sort::Feedback,
            shared(feedback::rows::columns().map(owned).collect()),
        ),
        (
            Sort::Brought,
            shared(brought::columns().map(owned).collect()),
        ),
        (
            Sort::Baseline,
            shared(baseline::columns().map(owned).collect()),
        ),
    ];
    let (sort, shared) = of_each.into_iter().max_by_key(|(_, shared)| *shared)?;
    (shared > 0).then_some(sort)
}

/// Reads a file of whatever sort it is. Never fails: what is wrong is among the problems.
pub fn check(text: &str, file_name: &str) -> Checked {
    let sort = Sort::of(text, file_name);
    let mut checked = Checked {
        sort,
        problems: vec![],
        baseline: None,
        brought: vec![],
        feedback: vec![],
    };
    match sort {
        Some(Sort::Baseline) => {
            (checked.baseline, checked.problems) = baseline::read(text, file_name);
        }
        Some(Sort::Brought) => (checked.brought, checked.problems) = brought::marked(text),
        Some(Sort::Feedback) => (checked.feedback, checked.problems) = feedback::rows::marked(text),
        Some(Sort::Story) => checked.problems = story::read("", text).1,
        None => checked.problems.push(unknown(text)),
    }
    checked
}

fn unknown(text: &str) -> Problem {
    let first = text.lines().next().unwrap_or_default();
    let columns: Vec<&str> = brought::columns().collect();
    Problem::error(0..first.len(), "It is not clear what this file is.").hint(format!(
        "A baseline is a .toml file or rows with a column `figure`, feedback has columns q1 to q6, a \
         story is a .md file. Figures from elsewhere have these columns: {}.",
        columns.join(", ")
    ))
}

impl Checked {
    /// What to call it among the others of its sort: by its days, because nobody's name belongs in the name of a file.
    /// A story keeps its own name, which says nothing.
    pub fn name(&self, file_name: &str, today: NaiveDate) -> String {
        let (stem, end) = file_name.rsplit_once('.').unwrap_or((file_name, "csv"));
        let end = end.to_ascii_lowercase();
        let days = self.baseline.iter().map(|baseline| baseline.period);
        let days = days.chain(self.brought.iter().map(|one| one.value.period));
        let first = days.clone().map(|period| period.from()).min();
        let last = days.map(|period| period.to()).max();
        match (self.sort, first, last) {
            (Some(Sort::Story), ..) if story::is_id(stem) => format!("{stem}.{end}"),
            (_, Some(first), Some(last)) => format!("{first}-to-{last}.{end}"),
            _ => format!("{today}.{end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sort_of_a_file_is_told_by_its_columns_a_slip_in_them_or_not() {
        let of = |header: &str| Sort::of(header, "a.csv");
        assert_eq!(of("what,from,to,count,counted_by\n"), Some(Sort::Brought));
        assert_eq!(of("waht;from;to;pounds;counted by\n"), Some(Sort::Brought));
        assert_eq!(of("name,from,to,figur,count,of\n"), Some(Sort::Baseline));
        assert_eq!(of("on,asked,asked_by,q1,q1_words\n"), Some(Sort::Feedback));
        assert_eq!(of("colour,size\n"), None);
        assert_eq!(of(""), None);
        assert_eq!(Sort::of("", "a.TOML"), Some(Sort::Baseline));
        assert_eq!(Sort::of("name,figure", "a.txt"), None);
        assert_eq!(check("colour\n", "a.csv").problems.len(), 1);
    }

    #[test]
    fn no_name_of_anybody_is_in_the_name_of_a_file() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
        let rows = "what,from,to,count,counted_by\ncomplaints,2026-01-01,2026-01-31,3,Ann\n\
                    complaints,2026-02-01,2026-02-28,3,Ann\n";
        let named = |text, name| check(text, name).name(name, today);
        assert_eq!(named(rows, "Joan M.CSV"), "2026-01-01-to-2026-02-28.csv");
        assert_eq!(named("", "Joan M.md"), "2026-03-10.md");
        assert_eq!(named("", "7k3f-9d2b.md"), "7k3f-9d2b.md");
    }
}
