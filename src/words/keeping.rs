//! What is said of how long records are kept, of keeping one longer, and of removing one.

use std::path::Path;

use chrono::NaiveDate;

use super::{full_date, kind as kind_name};
use crate::{conversation::Moment, guide::Kind, text};

/// How to keep a record that is due, and how to remove one.
pub const WHAT_TO_DO: &str = "\
To keep one longer: alongside keep ID --until DATE --because WHY
To remove one: alongside remove ID";

/// What removing does.
const WHAT_STAYS: &str = "\
Its files are deleted from this folder. A short note stays: the id and kind
it had, when it was removed, by whom, and why if you say. Nothing it said.";

/// What removing cannot do.
const WHAT_IT_CANNOT_DO: &str = "\
What this cannot do:
- Backups may still have it, and so may folders that are copied elsewhere,
  such as OneDrive.
- Letters and copies that were given stay where they are.
- The council's own system does not change.
- A disk may hold deleted files for some time, and an SSD is not surely
  wiped. That is so for sealed files too.";

/// Before a reason that stays.
const BECAUSE_STAYS: &str = "\
This reason stays in the note for anybody to read, even in a sealed home.
It should name nobody and say nothing private:";

/// Something else was typed than what was asked for.
pub const NOT_TYPED: &str = "That was something else. Nothing has changed.";

/// There is a record, and its conversation is there as well.
pub const STILL_THERE: &str = "The conversation of this record is still on this computer. Nothing has changed. Open Alongside once, which puts it away, then run this again.";

/// Heads the records whose day has come.
pub fn due(count: usize) -> String {
    match count {
        0 => "There is no record whose day to look at it again has come.".to_owned(),
        1 => "1 record to look at again. It does not go by itself.".to_owned(),
        _ => format!("{count} records to look at again. None of them goes by itself."),
    }
}

/// Nobody has said how long, and where to say it.
pub fn no_period(local: &Path) -> String {
    format!(
        "\
No time is set after which to look at a record again. Your council's own
rules say how long; Alongside has none. To set it, for example to 6 years,
put this in {}:

[keeping]
look-at-after = \"6 years\"",
        local.display()
    )
}

/// A removal that something stopped.
pub fn unfinished(id: &str) -> String {
    format!("{id} was being removed, and that is not finished. To go on: alongside remove {id}")
}

/// A record that is no more.
pub fn was_removed(id: &str, at: Option<Moment>, by: Option<&str>) -> String {
    let on = at.map_or(String::new(), |at| {
        format!(" on {}", full_date(at.date_naive()))
    });
    let by = by.map_or(String::new(), |by| format!(" by {}", text::shown(by)));
    format!("{id} was removed{on}{by}. A note that says so is all that is here.")
}

/// A conversation that is open, and so is no record.
pub fn is_open(id: &str) -> String {
    format!(
        "{} is an open conversation, and only a finished record can be removed. Nothing has changed. To go on with it: alongside carry-on",
        text::shown(id)
    )
}

/// Not a day to keep a record until.
pub fn not_a_day(until: &str) -> String {
    format!(
        "{} is not a day to come. Nothing has changed. Write it like 2030-01-31.",
        text::shown(until)
    )
}

/// A record was kept.
pub fn kept(until: NaiveDate) -> String {
    format!("Kept. The day to look at it again is {}.", full_date(until))
}

/// The record that would go.
#[derive(Debug, Clone)]
pub struct Going<'a> {
    /// When it began, where that can be read.
    pub started: Option<Moment>,
    /// Its kind, where that can be told.
    pub kind: Option<Kind>,
    /// The person's, and nothing more of the name; may be empty.
    pub initials: String,
    /// Its name.
    pub id: &'a str,
    /// Its file.
    pub path: &'a Path,
    /// Something was kept apart from it.
    pub has_apart: bool,
    /// Why it goes, when that was said.
    pub because: Option<&'a str>,
}

/// What would go, what stays, and what removing cannot do.
pub fn would_go(going: &Going<'_>) -> String {
    let started = going.started.map(|at| full_date(at.date_naive()));
    let kind = going.kind.map(|kind| kind_name(kind).to_owned());
    let initials = Some(text::shown(&going.initials).into_owned());
    let facts: Vec<String> = [started, kind, initials]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect();
    let apart = match going.has_apart {
        true => "With the notes that were kept apart from it.",
        false => "Nothing was kept apart from it.",
    };
    let mut said = format!(
        "This record would go:\n\n  {}\n  {}\n  {}\n  {apart}\n\n{WHAT_STAYS}\n\n{WHAT_IT_CANNOT_DO}\n",
        facts.join(", "),
        going.id,
        going.path.display(),
    );
    if let Some(because) = going.because {
        said += &format!("\n{BECAUSE_STAYS}\n  {}\n", text::shown(because));
    }
    said
}

/// The answer that removes a record, and the only one.
pub fn answer(id: &str) -> String {
    let start = id.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    format!("remove {}", &id[start..])
}

/// Asks for it.
pub fn ask(answer: &str) -> String {
    format!("To remove it, type {answer} and press Enter: ")
}

/// A record was removed.
pub fn removed(note: &Path) -> String {
    format!("Removed. The note that stays: {}", note.display())
}

/// How many notes there are of records that were removed.
pub fn removed_records(count: usize) -> String {
    format!("Records removed: {count}.")
}

/// How many removals something stopped.
pub fn removals_not_finished(count: usize) -> String {
    format!("Removals not finished: {count}. alongside records --due-to-go names them.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_ends_as_the_id_does() {
        assert_eq!(answer("2026-03-10-1420-listen-7k3f"), "remove 7k3f");
        assert_eq!(answer("2026-03-10-1420-listen-7k3f-2"), "remove 3f-2");
    }

    #[test]
    fn every_line_has_room_on_a_narrow_screen() {
        let local = no_period(Path::new("local.toml"));
        for text in [
            WHAT_TO_DO,
            WHAT_STAYS,
            WHAT_IT_CANNOT_DO,
            BECAUSE_STAYS,
            &local,
        ] {
            let longest = text.lines().map(text::width).max();
            assert!(longest <= Some(75), "{longest:?} in {text}");
        }
    }
}
