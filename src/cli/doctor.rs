//! What this terminal and this home can do. Counts only: this is pasted into emails to whoever looks after the
//! computer, so it holds no name and no word of a note.

use std::{
    io::Write,
    path::{MAIN_SEPARATOR, Path, PathBuf},
};

use super::{Args, DONE, PROBLEMS, Trouble, open};
use crate::{
    run::listings,
    store::{Conversations, Errand, Home, Library, Removal, StoreError},
    text,
    tui::{Depth, TermFacts},
    words::{cli as say, keeping},
};

/// Prints what was found. Exit 1 when something stands in the way.
pub(super) fn run(args: &Args, home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut found = Found {
        whose: etcetera::home_dir()
            .ok()
            .filter(|folder| folder.parent().is_some())
            .map(|folder| folder.display().to_string()),
        ..Found::default()
    };
    found.line(say::version());
    found.home(home);
    found.guides_and_settings(home);
    found.terminal(&open::term_facts(args));
    super::print(out, found.text.as_bytes())?;
    Ok(if found.trouble { PROBLEMS } else { DONE })
}

#[derive(Default)]
struct Found {
    text: String,
    trouble: bool,
    /// The folder that has everything of this person, when it is more than the root of the disk.
    whose: Option<String>,
}

impl Found {
    fn line(&mut self, words: impl AsRef<str>) {
        let words = self.without_whose(words.as_ref());
        self.text.push_str(&text::shown(&words));
        self.text.push('\n');
    }

    /// The person's own folder has their name in it: it is `~`.
    fn without_whose(&self, words: &str) -> String {
        let Some(whose) = &self.whose else {
            return words.to_owned();
        };
        let ends = [MAIN_SEPARATOR, '.', ',', ' ', ':', ')'];
        ends.into_iter().fold(words.to_owned(), |words, end| {
            words.replace(&format!("{whose}{end}"), &format!("~{end}"))
        })
    }

    fn problem(&mut self, words: impl AsRef<str>) {
        self.trouble = true;
        self.line(words);
    }

    fn home(&mut self, home: &Home) {
        self.folder(home, say::HOME, home.root());
        let settings = open::settings(home).0;
        if let Some(records) = &settings.records {
            let chosen = home.root().join(records);
            if chosen.is_dir() {
                self.folder(home, say::RECORDS, &chosen);
            } else {
                self.problem(say::not_there(say::RECORDS, &chosen));
            }
        }
        match Conversations::of(home).list() {
            Ok(open) => self.line(say::open_conversations(open.len())),
            Err(error) => self.problem(error.to_string()),
        }
        let library = Library::of(home, settings.records.as_deref());
        let listing = library.list();
        self.line(say::finished_records(listing.records.len()));
        self.removals(&library.removals().found);
        // A chosen folder that is not there was said above.
        let others = listing
            .troubles
            .iter()
            .filter(|trouble| !is_missing(trouble));
        others.for_each(|trouble| self.problem(trouble.to_string()));
    }

    fn removals(&mut self, removals: &[Removal]) {
        if removals.is_empty() {
            return;
        }
        let (done, begun): (Vec<_>, Vec<_>) = removals.iter().partition(|one| one.is_finished());
        self.line(keeping::removed_records(done.len()));
        if !begun.is_empty() {
            self.problem(keeping::removals_not_finished(begun.len()));
        }
    }

    fn folder(&mut self, home: &Home, name: &str, path: &Path) {
        if !path.exists() {
            return self.line(say::not_made_yet(name, path));
        }
        match try_to_write(home, path) {
            Ok(()) => self.line(say::can_be_written(name, path)),
            Err(error) => self.problem(say::cannot_be_written(name, path, &error.to_string())),
        }
    }

    fn guides_and_settings(&mut self, home: &Home) {
        let (settings, problems) = open::settings(home);
        let (desk, notices) = open::desk(home, &settings);
        let (listings, said) = listings(home);
        self.line(say::guides(desk.shelf.list().len()));
        self.line(say::local_help(listings.all().len()));
        problems
            .iter()
            .chain(&notices)
            .chain(&said)
            .for_each(|problem| self.problem(problem));
    }

    fn terminal(&mut self, facts: &TermFacts) {
        self.line(say::term(facts.term.as_deref(), facts.locale.as_deref()));
        self.line(match facts.depth() {
            Depth::None => say::COLOURS_NONE,
            Depth::Sixteen => say::COLOURS_16,
            Depth::Indexed => say::COLOURS_256,
            Depth::True => say::COLOURS_ALL,
        });
        if facts.needs_ascii() {
            self.line(say::ASCII_ONLY);
        }
        self.line(match crossterm::terminal::size() {
            Ok((columns, rows)) => say::size(columns, rows),
            Err(_) => say::NO_SIZE.to_owned(),
        });
        if cfg!(target_os = "macos") {
            self.line(say::OPTION_AS_META);
        }
    }
}

fn is_missing(trouble: &StoreError) -> bool {
    matches!(trouble, StoreError::NotThere { .. })
}

/// Writes an empty file and takes it away again: permissions alone do not tell, on a network drive or a full disk.
fn try_to_write(home: &Home, folder: &Path) -> Result<(), StoreError> {
    let path: PathBuf = folder.join(format!(".alongside-doctor-{}.tmp", std::process::id()));
    home.on(Errand::Doctor).write_new(&path, b"")?;
    home.on(Errand::Doctor).remove(&path)
}
