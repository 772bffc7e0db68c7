//! What `alongside evidence` says while it reads, and of what it wrote.

use std::path::Path;

use crate::{
    evidence::{asked::NotAPeriod, said::grouped},
    text,
};

/// A form that is not one.
pub const NO_FORM: &str = "--as takes text, csv, json or html.";
/// Tables are several files.
pub const CSV_NEEDS_A_FOLDER: &str =
    "Tables are several files. Say which folder they go into: --into FOLDER";
/// What a key is for.
pub const KEY_NEEDS_CSV: &str =
    "--key is for tables that are put together with another team's: --as csv";
/// A file that is there already.
pub const INTO_HOW: &str = "To write in its place, add --replace";
/// After it was written where somebody said.
pub const LEAVES_OUT: &str = "Nobody it is about is named, and groups smaller than 5 are hidden.";

/// Why there is no period.
pub fn not_a_period(why: &NotAPeriod) -> String {
    match why {
        NotAPeriod::NotADay(typed) => format!(
            "{} is not a day. Try 2026-01-31, 31 jan or last monday.",
            text::shown(typed)
        ),
        NotAPeriod::EndsBeforeItBegins => {
            "The last day is before the first. Put --from first.".to_owned()
        }
    }
}

/// While many records are read.
pub fn reading(read: usize, of: usize) -> String {
    format!("Reading {} of {} records", grouped(read), grouped(of))
}

/// Records that could not be read: how many, and each by its name.
pub fn unreadable(names: &[String]) -> Option<String> {
    let over = match names.len() {
        0 => return None,
        1 => "1 record could not be read. It is in no figure.".to_owned(),
        count => format!("{count} records could not be read. They are in no figure."),
    };
    Some(format!("{over}\n{}", names.join("\n")))
}

/// Said where nothing was ever kept: a slip in the name of the folder would read as nothing done.
pub fn no_home(folder: &Path) -> String {
    format!(
        "There is no folder {} yet, so there is nothing to count. --home says which.",
        folder.display()
    )
}

/// After it was printed where somebody reads it and no more.
pub const SHOWN_HERE: &str = "This is for this screen. To give it to anybody, write it with --into: what is given is\n\
                              remembered, so that two reports cannot be taken from each other.";

/// Said of days that are all to come.
pub const TO_COME: &str = "These days are all still to come.";

/// The report is where it was asked to go.
pub fn written(path: &Path) -> String {
    format!("Written to {}. {LEAVES_OUT}", path.display())
}

/// A baseline that could not be read.
pub fn cannot_read(path: &Path, why: &str) -> String {
    format!("{} could not be read: {}", path.display(), text::shown(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_said_in_threes() {
        assert_eq!(reading(0, 999), "Reading 0 of 999 records");
        assert_eq!(
            reading(40_000, 1_234_567),
            "Reading 40,000 of 1,234,567 records"
        );
    }
}
