//! What is kept beside the records, in the home's `evidence` folder: baselines, what was counted elsewhere, what people
//! said, stories.
//!
//! Each is a file of its own that a team can read and mend; in a sealed home each is sealed. One that cannot be used is
//! said and stops nothing.

use std::{
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use super::{
    Home,
    atomic::{is_leftover, numbered},
    disk::Errand,
    error::{Result, StoreError},
    files::entries,
    local::Local,
    settings::{FromFile, Settings},
    stories, texts,
    within::within,
};
use crate::{
    evidence::{
        baseline::{self, Baseline},
        brought::{self, Brought},
        feedback::{self, Feedback},
        file::{KeptFile, Sort},
        kept::Kept,
        story::{Story, names::Names, names_in_file},
    },
    guide::{Problem, Severity},
    words::evidence::{before as words, story as of_stories},
};

/// The most files of one sort that are read.
const MOST: usize = 2000;

/// How often another name is tried for a file.
const NAMES: u32 = 1000;

/// Reads all of it. `today` tells which days are over.
pub fn kept(home: &Home, today: NaiveDate) -> Kept {
    let mut reading = Reading {
        home,
        today,
        kept: Kept::default(),
        said: HashSet::new(),
        is_sealed: false,
    };
    for sort in [Sort::Baseline, Sort::Brought, Sort::Feedback] {
        let (paths, troubles) = files(home, sort);
        reading.say_all(&troubles);
        paths.iter().for_each(|path| reading.read(sort, path));
    }
    reading.stories();
    reading.routes();
    // Settings that cannot be read are said where the program starts.
    let settings = FromFile::<Settings>::settings(home).ok();
    reading.kept.worker = settings.and_then(|read| read.value.name);
    if reading.is_sealed {
        reading.kept.troubles.push(words::SEALED.to_owned());
    }
    reading.kept
}

/// Whether something is kept that cannot be read without the passphrase.
pub fn is_locked(home: &Home) -> bool {
    let is_sealed = |path: &PathBuf| texts::standing(path).is_some_and(|it| texts::is_sealed(&it));
    !home.vault().has_key() && all(home).0.iter().any(is_sealed)
}

/// Where a file was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// It is new there.
    New(PathBuf),
    /// A file that says just this was there.
    WasThere(PathBuf),
}

/// Keeps a file of this sort under this name or, when it is taken, with `-2`, `-3` and so on. Never over another.
///
/// # Errors
///
/// As the disk says; then it is not kept.
pub fn keep(home: &Home, sort: Sort, name: &str, text: &str) -> Result<Keeping> {
    home.check_place()?;
    let path = folder(home, sort).join(name);
    within(home.root(), &path)?;
    for number in 1..NAMES {
        let path = numbered(&path, number);
        if texts::holds(home, &path, text) {
            return Ok(Keeping::WasThere(path));
        }
        match write_new(home, &path, text) {
            Err(StoreError::AlreadyThere { .. }) => {}
            outcome => return outcome.map(Keeping::New),
        }
    }
    Err(StoreError::AlreadyThere { path })
}

/// Every baseline and every file with rows that was brought in, in order, and what could not be read. One that cannot be
/// used is among them: it can go as well.
pub fn listed(home: &Home) -> (Vec<KeptFile>, Vec<StoreError>) {
    let (mut listed, mut troubles) = (vec![], vec![]);
    for sort in [Sort::Baseline, Sort::Brought, Sort::Feedback] {
        let (paths, missed) = files(home, sort);
        troubles.extend(missed);
        for path in paths {
            let text = texts::read(home, &path).unwrap_or_else(|trouble| {
                troubles.push(trouble);
                String::new()
            });
            let name = path.to_string_lossy();
            listed.push(KeptFile {
                called: (sort == Sort::Baseline)
                    .then(|| baseline::read(&text, &name).0.map(|one| one.name))
                    .flatten(),
                rows: match sort {
                    Sort::Brought => brought::read(&text).0.len(),
                    Sort::Feedback => feedback::read(&text).0.len(),
                    Sort::Baseline | Sort::Story => 0,
                },
                sort,
                path,
            });
        }
    }
    (listed, troubles)
}

/// Takes one away, in either form.
///
/// # Errors
///
/// As the disk says; then it can be done again.
pub fn remove(home: &Home, file: &KeptFile) -> Result<()> {
    home.check_place()?;
    within(home.root(), &file.path)?;
    let on = home.on(Errand::Evidence);
    on.remove(&file.path)?;
    on.remove(&texts::sealed_name(&file.path))?;
    on.sync_folder(&folder(home, file.sort))
}

/// Writes a file of the folder, plain or sealed as the home is. Never over another.
pub(super) fn write_new(home: &Home, path: &Path, text: &str) -> Result<PathBuf> {
    texts::write_new(home, Errand::Evidence, path, text)
}

/// Every file of the folder by its plain name, and what could not be looked at.
pub(super) fn all(home: &Home) -> (Vec<PathBuf>, Vec<StoreError>) {
    let (mut found, mut troubles) = (BTreeSet::new(), vec![]);
    let mut folders = vec![home.evidence()];
    while let Some(folder) = folders.pop() {
        let listed = within(home.root(), &folder).and_then(|()| entries(&folder));
        let entries = listed.unwrap_or_else(|trouble| {
            troubles.push(trouble);
            vec![]
        });
        for entry in entries {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() && !is_passing(&entry.path()) => {
                    found.insert(texts::plain_name(&entry.path()));
                }
                _ => {}
            }
        }
    }
    (found.into_iter().collect(), troubles)
}

/// Whether a file is there for a moment only: half a write, or a turn that is taken.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_leftover(&name) || path.extension().is_some_and(|end| end == "lock")
}

/// Where the files of a sort are.
pub(super) fn folder(home: &Home, sort: Sort) -> PathBuf {
    home.evidence().join(sort.folder())
}

/// The files of a sort by their plain names, each once and in order, and what could not be looked at.
pub(super) fn files(home: &Home, sort: Sort) -> (Vec<PathBuf>, Vec<StoreError>) {
    let mut troubles = vec![];
    let folder = folder(home, sort);
    let listed = within(home.root(), &folder).and_then(|()| entries(&folder));
    let listed = listed.unwrap_or_else(|trouble| {
        troubles.push(trouble);
        vec![]
    });
    let plain = listed.iter().map(|entry| texts::plain_name(&entry.path()));
    let ours: BTreeSet<PathBuf> = plain
        .filter(|path| {
            let end = path.extension().unwrap_or_default().to_string_lossy();
            sort.ends().contains(&end.to_ascii_lowercase().as_str()) && !is_passing(path)
        })
        .collect();
    if ours.len() > MOST {
        let limit = MOST;
        troubles.push(StoreError::TooMany {
            path: folder,
            limit,
        });
    }
    (ours.into_iter().take(MOST).collect(), troubles)
}

/// Reading file by file.
struct Reading<'a> {
    home: &'a Home,
    today: NaiveDate,
    kept: Kept,
    /// What the files before this one say that people said.
    said: HashSet<Feedback>,
    is_sealed: bool,
}

impl Reading<'_> {
    fn read(&mut self, sort: Sort, path: &Path) {
        let text = match texts::read(self.home, path) {
            Ok(text) => text,
            Err(StoreError::Sealed { .. }) => {
                self.is_sealed = true;
                return;
            }
            Err(trouble) => return self.say(trouble.to_string()),
        };
        let file = self.named(path);
        match sort {
            Sort::Baseline => {
                let (baseline, problems) = baseline::read(&text, &file);
                match (baseline, first_error(&problems)) {
                    (Some(baseline), _) => self.baseline(&file, baseline),
                    (None, Some(problem)) => {
                        let line = problem.place(&text).line;
                        self.say(words::not_used(&file, line, &problem.message));
                    }
                    (None, None) => {}
                }
            }
            Sort::Brought => {
                let (rows, problems) = brought::read(&text);
                self.rows_not_used(&file, &text, &problems);
                rows.into_iter().for_each(|row| self.brought(&file, row));
            }
            Sort::Feedback => {
                let (rows, problems) = feedback::read(&text);
                self.rows_not_used(&file, &text, &problems);
                self.said(&file, rows);
            }
            Sort::Story => {}
        }
    }

    /// Stories are read in one way, wherever they are shown.
    fn stories(&mut self) {
        match stories::all(self.home) {
            Ok(found) => {
                self.say_all(&found.troubles);
                let today = self.today;
                let is_shown = |read: &stories::Read| read.story.may_be_shown(today);
                let names = match found.stories.iter().any(is_shown) {
                    true => stories::known_names(self.home, today),
                    false => Names::default(),
                };
                for read in found.stories {
                    let story = self.unless_it_names(read, &names);
                    self.kept.stories.push(story);
                }
            }
            Err(_) => self.is_sealed = true,
        }
    }

    /// A story that may be shown and has a name known here in it is nobody's to be shown until that is out, whoever said
    /// yes.
    fn unless_it_names(&mut self, read: stories::Read, names: &Names) -> Story {
        let story = read.story;
        let named = match story.may_be_shown(self.today) {
            true => names_in_file(&read.text, names),
            false => vec![],
        };
        let Some(first) = named.first() else {
            return story;
        };
        let line = first.place(&read.text).line;
        self.say(of_stories::not_shown(&story.id, line, &first.message));
        Story {
            permission: None,
            ..story
        }
    }

    /// A row that another file has word for word, of the same day, is that row: a list that grows is brought in again.
    fn said(&mut self, file: &str, rows: Vec<Feedback>) {
        let before = rows.len();
        let new = rows.into_iter().filter(|row| !self.said.contains(row));
        let new: Vec<Feedback> = new.collect();
        if new.len() < before {
            self.kept
                .troubles
                .push(words::said_in_another(file, before - new.len()));
        }
        self.said.extend(new.iter().cloned());
        self.kept.feedback.extend(new);
    }

    fn baseline(&mut self, file: &str, baseline: Baseline) {
        if self
            .kept
            .baselines
            .iter()
            .any(|other| other.name == baseline.name)
        {
            return self.say(words::same_name(file, &baseline.name));
        }
        self.say_if_not_over(file, baseline.period.to());
        self.kept.baselines.push(baseline);
    }

    fn brought(&mut self, file: &str, row: Brought) {
        if self
            .kept
            .brought
            .iter()
            .any(|other| other.counts_twice_with(&row))
        {
            return self.say(words::counted_twice(file, row.what));
        }
        self.say_if_not_over(file, row.period.to());
        self.kept.brought.push(row);
    }

    fn say_if_not_over(&mut self, file: &str, last: NaiveDate) {
        if last > self.today {
            self.say(words::not_over(file, last));
        }
    }

    fn rows_not_used(&mut self, file: &str, text: &str, problems: &[Problem]) {
        if let Some(first) = first_error(problems) {
            let errors = problems.iter().filter(|problem| is_error(problem)).count();
            let line = first.place(text).line;
            self.say(words::rows_not_used(file, errors, line, &first.message));
        }
    }

    /// The team's own list of what happens next.
    fn routes(&mut self) {
        match FromFile::<Local>::local(self.home) {
            Ok(local) => self.kept.routes = local.value.routes,
            Err(trouble) => self.say(trouble.to_string()),
        }
    }

    /// A file by its place in the home.
    fn named(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.home.root()).unwrap_or(path);
        below.display().to_string()
    }

    fn say_all(&mut self, troubles: &[StoreError]) {
        let troubles = troubles.iter().map(ToString::to_string);
        self.kept.troubles.extend(troubles);
    }

    fn say(&mut self, sentence: String) {
        self.kept.troubles.push(sentence);
    }
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

fn first_error(problems: &[Problem]) -> Option<&Problem> {
    problems.iter().find(|problem| is_error(problem))
}

#[cfg(test)]
mod tests;
