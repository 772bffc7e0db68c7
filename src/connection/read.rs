//! List files to listings, and what is wrong with each file.
//!
//! Files are read block by block ([`super::block`]), so that no fault reaches beyond its own listing.

use std::ops::Range;

use chrono::NaiveDate;

use super::{
    Listing, Listings, Running,
    block::{self, Block, Entry, Value},
    everyday::Everyday,
    hours, rows,
    tidy::{self, Ids, id_from},
};
use crate::guide::Problem;

/// The format of a list that this program reads.
pub const FORMAT: i64 = 1;

/// The largest list file that is read, in bytes: some five thousand listings.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Problems of one file that are said one by one.
const MOST_PROBLEMS: usize = 50;

/// The keys above the first listing.
const TOP_KEYS: [&str; 3] = ["format", "checked", "everyday"];

/// The keys of a listing.
const LISTING_KEYS: [&str; 13] = [
    "id", "name", "kind", "when", "phone", "about", "words", "cost", "join", "place", "alert",
    "running", "checked",
];

/// Reads the list files of a team, each as its name and its text, in the order they are to be listed.
///
/// Never fails: what can be read is listed, and what is wrong comes with the name of its file, in the order of its
/// text. The listings count as checked only when every file that has any says when, and then since the earliest.
pub fn read(texts: &[(String, String)]) -> (Listings, Vec<(String, Problem)>) {
    let read = |(name, text): &(String, String)| ListFile::read(name, text);
    let mut files: Vec<ListFile> = texts.iter().map(read).collect();
    make_ids_differ(&mut files);
    let mut everyday = Everyday::default();
    for (said, listed) in files.iter_mut().flat_map(|file| file.everyday.drain(..)) {
        everyday.add(&said, listed.into_iter());
    }
    let with_listings = files.iter().filter(|file| !file.drafts.is_empty());
    let checked: Option<Vec<NaiveDate>> = with_listings.map(|file| file.checked).collect();
    let checked = checked.and_then(|dates| dates.into_iter().min());
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    for (file, (name, _)) in files.into_iter().zip(texts) {
        all.extend(file.drafts.into_iter().map(|draft| draft.listing));
        let mut found = file.problems;
        found.sort_by_key(|problem| problem.span.start);
        let found = found.into_iter();
        problems.extend(found.map(|problem| (name.clone(), problem)));
    }
    (
        Listings::new(all, checked).with_everyday(everyday),
        problems,
    )
}

/// Whether a file of this name is a list of rows.
pub(super) fn is_rows(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".csv", ".tsv"].iter().any(|end| name.ends_with(end))
}

/// What was read of one file.
#[derive(Default)]
pub(super) struct ListFile {
    pub drafts: Vec<Draft>,
    /// When all of it was checked.
    pub checked: Option<NaiveDate>,
    /// Everyday words, and for each what lists call it.
    pub everyday: Vec<(String, Vec<String>)>,
    pub problems: Vec<Problem>,
}

/// A listing, before its id is known to be its own.
pub(super) struct Draft {
    pub listing: Listing,
    /// Where the file gives the id. Nothing when it is to be made from the name.
    pub id_span: Option<Range<usize>>,
}

impl ListFile {
    fn read(name: &str, text: &str) -> Self {
        let mut file = match is_rows(name) {
            true => rows::read(text),
            false => Self::read_all(text),
        };
        for draft in &mut file.drafts {
            draft.listing.checked = draft.listing.checked.or(file.checked);
        }
        file.problems.sort_by_key(|problem| problem.span.start);
        if file.problems.len() > MOST_PROBLEMS {
            file.problems.truncate(MOST_PROBLEMS);
            let end = text.len()..text.len();
            let problem =
                Problem::error(end, "There is more wrong with this file than is said here.");
            file.problems
                .push(problem.hint("Mend what is said and check again. Is it a list at all?"));
        }
        file
    }

    fn read_all(text: &str) -> Self {
        let mut file = Self::default();
        if text.len() > LARGEST_FILE {
            let message = format!(
                "This file is too large to be a list: the limit is {} KiB.",
                LARGEST_FILE / 1024
            );
            let problem = Problem::error(0..0, message);
            file.problems
                .push(problem.hint("Make two files of it; all files are read."));
            return file;
        }
        let (top, listings) = block::split(text);
        if file.top(text, top) {
            for one in listings {
                file.listing(text, one);
            }
        }
        file
    }

    /// Reads what stands above the first listing. False when the file is not for this program.
    fn top(&mut self, text: &str, span: Range<usize>) -> bool {
        let entries = self.entries(text, span);
        let is_sound = self.problems.is_empty();
        for entry in &entries {
            match (entry.key.as_str(), &entry.value) {
                ("everyday", Value::Tables(words)) => self.everyday(words),
                ("format", Value::Whole(Some(FORMAT))) => {}
                ("format", _) => {
                    let message = "This program reads lists of format 1 only.";
                    let problem = Problem::error(entry.span.clone(), message);
                    self.problems.push(problem.hint(
                        "Write format = 1 when you wrote the list yourself. A newer list needs a newer program.",
                    ));
                    return false;
                }
                ("checked", value) => self.checked = self.day(value, &entry.span),
                _ => self.unknown(entry, &TOP_KEYS, "The top of a list"),
            }
        }
        let says_format = entries.iter().any(|entry| entry.key == "format");
        if is_sound && !says_format && !text.trim().is_empty() {
            let problem = Problem::warning(0..0, "The list does not say its format.");
            self.problems
                .push(problem.hint("Write format = 1 on the first line."));
        }
        true
    }

    fn day(&mut self, value: &Value, span: &Range<usize>) -> Option<NaiveDate> {
        let written = match value {
            Value::Text(written) => written.trim(),
            _ => "",
        };
        let day = NaiveDate::parse_from_str(written, "%Y-%m-%d").ok();
        if day.is_none() {
            let problem = Problem::warning(span.clone(), "This is not a day.");
            self.problems
                .push(problem.hint("Write it like this: checked = \"2026-02-28\""));
        }
        day
    }

    fn everyday(&mut self, entries: &[Entry]) {
        for entry in entries {
            let listed = self.list(entry);
            self.everyday.push((entry.key.clone(), listed));
        }
    }

    fn listing(&mut self, text: &str, span: Range<usize>) {
        let header = block::first_line(text, &span);
        let before = self.problems.len();
        let entries = self.entries(text, span);
        let is_sound = self.problems.len() == before;
        let mut listed = None;
        for entry in entries {
            match entry.value {
                Value::Tables(entries) if entry.key == "listing" => listed = Some(entries),
                // The remains of a faulty header are not worth a word of their own.
                _ if !is_sound => {}
                _ => {
                    let problem = Problem::error(entry.span, "This is not a listing.");
                    self.problems
                        .push(problem.hint("Each one begins with a line that says [[listing]]"));
                }
            }
        }
        let Some(entries) = listed else { return };
        let mut draft = Draft {
            listing: Listing::default(),
            id_span: None,
        };
        for entry in entries {
            self.field(&mut draft, entry);
        }
        if !draft.listing.name.is_empty() {
            draft.listing.hours = hours::from_words(&draft.listing.when);
            self.drafts.push(draft);
        } else if is_sound {
            let problem = Problem::error(header, "This listing has no name, so it is left out.");
            self.problems
                .push(problem.hint("Write under it: name = \"Chapel Lane lunch club\""));
        }
    }

    fn field(&mut self, draft: &mut Draft, entry: Entry) {
        let listing = &mut draft.listing;
        let field = match entry.key.as_str() {
            "id" => {
                let written = self.words(&entry).unwrap_or_default();
                if is_id(&written) {
                    listing.id = written;
                    draft.id_span = Some(entry.span);
                } else {
                    let message =
                        "This id is not used: it has more in it than letters, digits and hyphens.";
                    let problem = Problem::warning(entry.span, message);
                    self.problems
                        .push(problem.hint("Delete the line: an id is made from the name."));
                }
                return;
            }
            "words" => {
                listing.words = self.list(&entry);
                return;
            }
            "checked" => {
                listing.checked = self.day(&entry.value, &entry.span);
                return;
            }
            "running" => {
                let written = self.words(&entry).unwrap_or_default();
                match Running::read(&written) {
                    Some(running) => listing.running = running,
                    None => {
                        let message = "Whether this is running is not understood.";
                        let problem = Problem::warning(entry.span, message);
                        self.problems.push(
                            problem.hint("Delete the line, or write \"paused\" or \"ended\"."),
                        );
                    }
                }
                return;
            }
            "name" => &mut listing.name,
            "kind" => &mut listing.kind,
            "when" => &mut listing.when,
            "phone" => &mut listing.phone,
            "about" => &mut listing.about,
            "cost" => &mut listing.cost,
            "join" => &mut listing.join,
            "place" => &mut listing.place,
            "alert" => &mut listing.alert,
            _ => return self.unknown(&entry, &LISTING_KEYS, "A listing"),
        };
        if let Some(words) = self.words(&entry) {
            *field = words;
        }
    }

    /// The words of an entry, on one line.
    fn words(&mut self, entry: &Entry) -> Option<String> {
        let Value::Text(written) = &entry.value else {
            let message = format!("`{}` should be words in quotes.", entry.key);
            let problem = Problem::error(entry.span.clone(), message);
            self.problems
                .push(problem.hint(format!("Write it like this: {} = \"...\"", entry.key)));
            return None;
        };
        Some(self.one_line(written, &entry.span))
    }

    /// A list of words. One text with commas in it is as good.
    fn list(&mut self, entry: &Entry) -> Vec<String> {
        let written = match &entry.value {
            Value::Text(written) => written.split(',').map(str::to_owned).collect(),
            Value::Texts(written) => written.clone(),
            _ => {
                let problem = Problem::error(
                    entry.span.clone(),
                    format!("`{}` should be a list of words in quotes.", entry.key),
                );
                self.problems
                    .push(problem.hint("Write it like this: words = [\"company\", \"food\"]"));
                return Vec::new();
            }
        };
        let words = written.iter().map(|word| self.one_line(word, &entry.span));
        words.filter(|word| !word.is_empty()).collect()
    }

    /// The text with one space between words, and without what steers a screen or turns the words on it.
    fn one_line(&mut self, written: &str, span: &Range<usize>) -> String {
        let (line, has_unseen) = tidy::one_line(written);
        if has_unseen {
            let problem = Problem::warning(
                span.clone(),
                "There is an invisible control character in these words. It is not used.",
            );
            self.problems
                .push(problem.hint("Delete the line and type it again."));
        }
        line
    }

    fn unknown(&mut self, entry: &Entry, known: &[&str], what: &str) {
        let message = format!("`{}` is not known here.", entry.key.escape_debug());
        let hint = format!("{what} may have: {}.", known.join(", "));
        self.problems
            .push(Problem::warning(entry.key_span.clone(), message).hint(hint));
    }

    /// What stands in a block; what is wrong with its spelling is said.
    fn entries(&mut self, text: &str, span: Range<usize>) -> Vec<Entry> {
        let Block { entries, problems } = block::entries(text, span);
        self.problems.extend(problems);
        entries
    }
}

/// Gives every listing an id of its own. Ids that are written keep what they say before any is made, so that a new
/// listing further up never takes the id that older notes point at.
fn make_ids_differ(files: &mut [ListFile]) {
    let mut ids = Ids::default();
    for file in &mut *files {
        for draft in &mut file.drafts {
            let Some(span) = draft.id_span.clone() else {
                continue;
            };
            let id = ids.take(&draft.listing.id);
            if id != draft.listing.id {
                let message = format!("Another listing has the id `{}`.", draft.listing.id);
                let problem = Problem::warning(span, message);
                file.problems
                    .push(problem.hint("Delete one of the two, or give it another id."));
                draft.listing.id = id;
            }
        }
    }
    let drafts = files.iter_mut().flat_map(|file| &mut file.drafts);
    for draft in drafts.filter(|draft| draft.id_span.is_none()) {
        draft.listing.id = ids.take(&id_from(&draft.listing.name));
    }
}

fn is_id(written: &str) -> bool {
    !written.is_empty() && written.chars().all(|c| c.is_alphanumeric() || c == '-')
}
