//! Lists as rows and columns: what a spreadsheet saves, and our own file of imported listings.
//!
//! The first row names the columns. Ours are in [`COLUMNS`]; others that plainly mean the same are understood. Commas,
//! semicolons and tabs are, too: spreadsheets differ.

use std::ops::Range;

use csv::StringRecord;

use super::{
    Listing, Running, hours,
    read::{Draft, ListFile},
    tidy::{LONGEST, cut, one_line},
};
use crate::guide::{
    Problem,
    written::{
        sheet::{self, LineEnd, Sheet, reader},
        values::day,
    },
};

/// The largest file of rows that is read, in bytes: some two hundred thousand listings.
pub const LARGEST_ROWS: usize = 64 * 1024 * 1024;

/// The columns as we write them, in order.
pub const COLUMNS: [&str; 15] = [
    "id", "name", "kind", "when", "phone", "about", "words", "cost", "join", "place", "alert",
    "running", "hours", "checked", "source",
];

/// What else columns are called.
const ALSO: [(&str, &str); 26] = [
    ("title", "name"),
    ("service", "name"),
    ("service name", "name"),
    ("activity", "name"),
    ("type", "kind"),
    ("category", "kind"),
    ("opening times", "when"),
    ("opening hours", "when"),
    ("day", "when"),
    ("days", "when"),
    ("times", "when"),
    ("telephone", "phone"),
    ("tel", "phone"),
    ("phone number", "phone"),
    ("contact number", "phone"),
    ("description", "about"),
    ("notes", "about"),
    ("keywords", "words"),
    ("tags", "words"),
    ("price", "cost"),
    ("how to join", "join"),
    ("address", "place"),
    ("where", "place"),
    ("venue", "place"),
    ("last checked", "checked"),
    ("status", "running"),
];

/// Every row of a text, as it stands.
pub(super) fn every(text: &str) -> impl Iterator<Item = StringRecord> + '_ {
    let rows = reader(text, b',').into_records();
    rows.filter_map(Result::ok)
}

/// Rows as text, with quotes where they are needed.
pub(super) fn written(rows: &[Vec<String>]) -> String {
    sheet::written(rows, b',', LineEnd::Ours)
}

/// Listings as the file that keeps what was imported.
pub fn text_of(listings: &[Listing]) -> String {
    let mut rows = Vec::with_capacity(listings.len() + 1);
    rows.push(COLUMNS.map(str::to_owned).to_vec());
    for listing in listings {
        let words: Vec<String> = listing
            .words
            .iter()
            .map(|word| word.replace(';', ","))
            .collect();
        let hours: Vec<String> = listing.hours.iter().map(ToString::to_string).collect();
        let checked = listing.checked.map(|day| day.to_string());
        rows.push(vec![
            listing.id.clone(),
            listing.name.clone(),
            listing.kind.clone(),
            listing.when.clone(),
            listing.phone.clone(),
            listing.about.clone(),
            words.join("; "),
            listing.cost.clone(),
            listing.join.clone(),
            listing.place.clone(),
            listing.alert.clone(),
            listing.running.word().to_owned(),
            hours.join("; "),
            checked.unwrap_or_default(),
            listing.source.clone(),
        ]);
    }
    written(&rows)
}

/// Reads a list of rows.
pub(super) fn read(text: &str) -> ListFile {
    let mut file = ListFile::default();
    if text.len() > LARGEST_ROWS {
        let limit = LARGEST_ROWS / 1024 / 1024;
        let message = format!("This file is too large to be a list: the limit is {limit} MiB.");
        let problem = Problem::error(0..0, message);
        file.problems
            .push(problem.hint("Make two files of it; all files are read."));
        return file;
    }
    let mut rows = Sheet::of(text);
    let mut record = StringRecord::new();
    let Some(header) = rows.next(&mut record) else {
        return file;
    };
    let columns = columns(&record, header.clone(), &mut file.problems);
    if !columns.contains(&Some("name")) {
        let problem = Problem::error(header, "No column says what each thing is called.");
        let columns = COLUMNS.join(", ");
        file.problems.push(problem.hint(format!(
            "Name the columns in the first row. They may be: {columns}."
        )));
        return file;
    }
    while let Some(span) = rows.next(&mut record) {
        row(&mut file, &columns, &record, span);
    }
    file.problems.append(&mut rows.problems);
    file
}

/// What each column is for; `None` is not for us.
fn columns(
    header: &StringRecord,
    span: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Vec<Option<&'static str>> {
    let mut seen: Vec<&str> = vec![];
    let mut unknown: Vec<String> = vec![];
    let mut column = |cell: &str| {
        let name = cell.trim().to_lowercase().replace('_', " ");
        let ours = COLUMNS.into_iter().find(|column| *column == name);
        let also = || {
            ALSO.into_iter()
                .find(|(also, _)| *also == name)
                .map(|(_, ours)| ours)
        };
        let column = ours.or_else(also).filter(|column| !seen.contains(column));
        match column {
            Some(column) => seen.push(column),
            None if !name.is_empty() => unknown.push(one_line(cell).0),
            None => {}
        }
        column
    };
    let columns = header.iter().map(&mut column).collect();
    if !unknown.is_empty() {
        let (names, _) = cut(&unknown.join(", "), 120);
        let problem = Problem::warning(span, format!("Columns that are not used: {names}."));
        problems.push(problem.hint(format!("Used are: {}.", COLUMNS.join(", "))));
    }
    columns
}

fn row(
    file: &mut ListFile,
    columns: &[Option<&'static str>],
    record: &StringRecord,
    span: Range<usize>,
) {
    let mut listing = Listing::default();
    let mut hours = "";
    let mut warn = |message: &str, hint: &str| {
        let problem = Problem::warning(span.clone(), message);
        file.problems.push(problem.hint(hint));
    };
    if record.len() > columns.len() {
        warn(
            "This row has more cells than there are columns.",
            "Put quotes around words with a comma in them.",
        );
    }
    for (column, cell) in columns.iter().zip(record) {
        let (words, has_unseen) = one_line(cell);
        if has_unseen {
            warn(
                "There is an invisible control character in these words. It is not used.",
                "Delete the cell and type it again.",
            );
        }
        let (words, is_cut) = cut(&words, LONGEST);
        if is_cut {
            warn(
                "Words too long for a list are cut.",
                "Keep what helps in a phone call.",
            );
        }
        match *column {
            Some("id") => listing.id = words,
            Some("name") => listing.name = words,
            Some("kind") => listing.kind = words,
            Some("when") => listing.when = words,
            Some("phone") => listing.phone = words,
            Some("about") => listing.about = words,
            Some("words") => listing.words = list(&words),
            Some("cost") => listing.cost = words,
            Some("join") => listing.join = words,
            Some("place") => listing.place = words,
            Some("alert") => listing.alert = words,
            Some("source") => listing.source = words,
            Some("hours") => hours = cell,
            Some("running") => match Running::read(&words) {
                Some(running) => listing.running = running,
                None => warn(
                    "Whether this is running is not understood.",
                    "Leave it empty, or write paused or ended.",
                ),
            },
            Some("checked") if !words.is_empty() => {
                listing.checked = day(&words);
                if listing.checked.is_none() {
                    warn("This is not a day.", "Write it like this: 2026-02-28");
                }
            }
            _ => {}
        }
    }
    listing.hours = match hours.trim() {
        "" => hours::from_words(&listing.when),
        some => match some.split(';').map(hours::read).collect() {
            Some(hours) => hours,
            None => {
                warn(
                    "The days in `hours` are not understood.",
                    "Delete them: the days are read from `when`.",
                );
                hours::from_words(&listing.when)
            }
        },
    };
    if listing.name.is_empty() {
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            let problem = Problem::error(span, "This row has no name, so it is left out.");
            file.problems
                .push(problem.hint("Write what it is called under name."));
        }
        return;
    }
    let id_span = (!listing.id.is_empty()).then_some(span);
    file.drafts.push(Draft { listing, id_span });
}

/// Words apart by semicolons, or else by commas.
fn list(cell: &str) -> Vec<String> {
    let apart = if cell.contains(';') { ';' } else { ',' };
    let words = cell.split(apart).map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests;
