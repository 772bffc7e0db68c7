//! Finished records: Markdown files by year and month, and what was kept apart beside them.
//!
//! Nothing here ever writes over a record with another. What was kept apart goes first, so that a record that says
//! something was kept apart is never without it.

use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
};

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    files::entries,
    texts,
    turn::Turn,
    within::within,
};
use crate::conversation::ConversationId;

mod removal;
mod saving;

pub use removal::{Removal, Removals};
use saving::Pair;
pub use saving::save_to;

/// The finished records of one home, and of the folder chosen for records if there is one.
#[derive(Debug, Clone)]
pub struct Library {
    home: Home,
    chosen: Option<PathBuf>,
}

/// One record's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// Its name. With a number at the end when the conversation's own name was taken.
    pub id: ConversationId,
    /// Where it is.
    pub path: PathBuf,
    /// Whether something was kept apart from it.
    pub has_apart: bool,
}

/// Where a record went.
#[derive(Debug)]
pub struct Saved {
    /// The record. Its name has a number when the first was taken.
    pub path: PathBuf,
    /// What was kept apart.
    pub apart: Option<PathBuf>,
    /// Set when it could not go where it was meant to.
    pub elsewhere: Option<Elsewhere>,
}

/// Why a record is in the home and not in the folder chosen for records.
#[derive(Debug)]
pub struct Elsewhere {
    /// The folder chosen.
    pub wanted: PathBuf,
    /// What was the matter with it.
    pub why: StoreError,
}

impl fmt::Display for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wanted = self.wanted.display();
        match self.why {
            StoreError::NotThere { .. } => write!(
                f,
                "The records folder ({wanted}) is not there. The network drive may be off. Saved on this computer instead."
            ),
            _ => write!(
                f,
                "The records folder ({wanted}) could not be written. Saved on this computer instead."
            ),
        }
    }
}

/// A folder there may be records in.
#[derive(Debug)]
pub(super) struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// The year and month it is for, as in its path.
    pub month: (String, String),
    /// It is in the folder chosen for records, not in the home.
    pub is_chosen: bool,
}

/// What is in the library.
#[derive(Debug, Default)]
pub struct Listing {
    /// Newest first.
    pub records: Vec<RecordFile>,
    /// Folders that could not be read.
    pub troubles: Vec<StoreError>,
}

/// Every text in the library.
#[derive(Debug, Default)]
pub struct Texts {
    /// Their plain names. The file may be there under that name, under its sealed name, or under both.
    pub paths: Vec<PathBuf>,
    /// Folders that could not be read.
    pub troubles: Vec<StoreError>,
}

/// What a name or the start of one leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This one.
    One(RecordFile),
    /// More than one begins like this. Newest first.
    Several(Vec<RecordFile>),
    /// No record, but at least one that was removed. Newest first.
    Removed(Vec<Removal>),
    /// None.
    Nothing,
}

impl Library {
    /// The records of this home. A folder chosen for records may be given from the home (`records-2026`) or in full.
    pub fn of(home: &Home, chosen: Option<&Path>) -> Self {
        Self {
            home: home.clone(),
            chosen: chosen.map(|folder| home.root().join(folder)),
        }
    }

    /// Saves a record and what was kept apart from it. Saving the same again changes nothing.
    ///
    /// # Errors
    ///
    /// As the disk says, when neither the chosen folder nor the home can be written. Then neither file is there.
    pub fn save(&self, id: &ConversationId, record: &str, apart: Option<&str>) -> Result<Saved> {
        let home = &self.home;
        home.check_side(id)?;
        let pair = Pair {
            library: self,
            id,
            record,
            apart,
        };
        let Some(chosen) = &self.chosen else {
            return pair.save_in(home.root(), &home.records());
        };
        match is_there(chosen).and_then(|()| pair.save_in(chosen, chosen)) {
            Err(why) => {
                let saved = pair.save_in(home.root(), &home.records())?;
                let wanted = chosen.clone();
                Ok(Saved {
                    elsewhere: Some(Elsewhere { wanted, why }),
                    ..saved
                })
            }
            saved => saved,
        }
    }

    /// All records, newest first, and what stood in the way of more.
    pub fn list(&self) -> Listing {
        let mut listing = Listing::default();
        listing
            .troubles
            .extend(self.chosen.as_deref().and_then(|c| is_there(c).err()));
        for (year, month) in self.months(&mut listing.troubles) {
            let records = self.in_month(&year, &month, &mut listing.troubles);
            listing.records.extend(records);
        }
        listing
    }

    /// Every folder there may be records in, the newest month first, and what stood in the way of more.
    pub(super) fn folders(&self) -> (Vec<Folder>, Vec<StoreError>) {
        let chosen = self.chosen.as_deref();
        let mut troubles: Vec<StoreError> =
            chosen.and_then(|c| is_there(c).err()).into_iter().collect();
        let months = self.months(&mut troubles);
        let folders = months.into_iter().flat_map(|month| {
            let of_root = |root: PathBuf| Folder {
                path: root.join(&month.0).join(&month.1),
                is_chosen: Some(&*root) == chosen,
                month: month.clone(),
            };
            self.roots().map(of_root).collect::<Vec<_>>()
        });
        (
            folders.filter(|folder| folder.path.is_dir()).collect(),
            troubles,
        )
    }

    /// The records in one of them, by name.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub(super) fn in_folder(&self, folder: &Folder) -> Result<Vec<RecordFile>> {
        let mut troubles = Vec::new();
        let mut records = records_in(&folder.path, &mut troubles);
        records.retain(|record| self.home.check_side(&record.id).is_ok());
        troubles.pop().map_or(Ok(records), Err)
    }

    /// The newest records, reading no more folders than it must.
    pub fn newest(&self, count: usize) -> Vec<RecordFile> {
        let mut troubles = Vec::new();
        let mut records = Vec::new();
        for (year, month) in self.months(&mut troubles) {
            if records.len() >= count {
                break;
            }
            records.extend(self.in_month(&year, &month, &mut troubles));
        }
        records.truncate(count);
        records
    }

    /// Whether a conversation's record is kept, under its own name. Looks in one place, however many records there are.
    pub fn holds(&self, id: &ConversationId) -> bool {
        self.named(id).is_some()
    }

    /// The record with this name, or the one whose name begins like this.
    pub fn find(&self, name: &str) -> Found {
        if name.is_empty() {
            return Found::Nothing;
        }
        if let Some(record) = ConversationId::read(name).and_then(|id| self.named(&id)) {
            return Found::One(record);
        }
        // A name in full is never taken for the start of another.
        if let Some(removal) = ConversationId::read(name).and_then(|id| self.removal_named(&id)) {
            return Found::Removed(vec![removal]);
        }
        let mut records = self.list().records;
        records.retain(|record| record.id.as_str().starts_with(name));
        match records.len() {
            0 => self.removals_named(name),
            1 => Found::One(records.remove(0)),
            _ => Found::Several(records),
        }
    }

    /// Reads a record.
    ///
    /// # Errors
    ///
    /// As [`texts::read`].
    pub fn read(&self, record: &RecordFile) -> Result<String> {
        texts::read(&self.home, &record.path)
    }

    /// Reads what was kept apart from a record.
    ///
    /// # Errors
    ///
    /// As [`Self::read`]; [`StoreError::NotThere`] when nothing was.
    pub fn read_apart(&self, record: &RecordFile) -> Result<String> {
        texts::read(&self.home, &apart_from(&record.path))
    }

    /// Puts a record back with something added, if it is still as it was when it was read.
    ///
    /// # Errors
    ///
    /// [`StoreError::Changed`] when somebody else added to it first; else as the disk says. Then it is as it was.
    pub fn add(&self, record: &RecordFile, was: &str, becomes: &str) -> Result<()> {
        // Held from the last look to the end: two windows may be adding to it.
        let additions = self.home.root().join("additions");
        let _turn = Turn::wait(&**self.home.disk(), Errand::Addition, &additions);
        if self.read(record)? != was {
            return Err(StoreError::Changed {
                path: record.path.clone(),
            });
        }
        texts::replace(&self.home, Errand::Addition, &record.path, becomes).map(drop)
    }

    /// The plain name of every text, whatever form it is in: records and what was kept apart from them, by folder.
    pub fn texts(&self) -> Texts {
        let mut texts = Texts::default();
        for (year, month) in self.months(&mut texts.troubles) {
            for root in self.roots() {
                let folder = root.join(&year).join(&month);
                let names = file_names(&folder, &mut texts.troubles);
                let plain: BTreeSet<&str> =
                    names.iter().filter_map(|name| text_name(name)).collect();
                texts
                    .paths
                    .extend(plain.into_iter().map(|name| folder.join(name)));
            }
        }
        texts
    }

    /// What nothing under a root may lead out of: the home, or the folder somebody chose.
    fn base<'a>(&'a self, root: &'a Path) -> &'a Path {
        if root.starts_with(self.home.root()) {
            self.home.root()
        } else {
            root
        }
    }

    fn roots(&self) -> impl Iterator<Item = PathBuf> {
        self.chosen.iter().cloned().chain([self.home.records()])
    }

    /// Every year and month there is a folder for, newest first.
    fn months(&self, troubles: &mut Vec<StoreError>) -> Vec<(String, String)> {
        let mut months = BTreeSet::new();
        for root in self.roots() {
            if let Err(trouble) = within(self.base(&root), &root) {
                troubles.push(trouble);
                continue;
            }
            for year in numbered_folders(&root, 4, troubles) {
                for month in numbered_folders(&root.join(&year), 2, troubles) {
                    months.insert((year.clone(), month));
                }
            }
        }
        months.into_iter().rev().collect()
    }

    fn in_month(&self, year: &str, month: &str, troubles: &mut Vec<StoreError>) -> Vec<RecordFile> {
        let mut records = Vec::new();
        for root in self.roots() {
            records.extend(records_in(&root.join(year).join(month), troubles));
        }
        records.retain(|record| self.home.check_side(&record.id).is_ok());
        records.sort_by(|a, b| b.id.cmp(&a.id));
        records
    }

    fn named(&self, id: &ConversationId) -> Option<RecordFile> {
        self.home.check_side(id).ok()?;
        let path = self.roots().find_map(|root| {
            let path = record_path(&root, id);
            within(self.base(&root), &path).ok()?;
            texts::standing(&path).filter(|path| !removal::is_removed(path))
        })?;
        Some(RecordFile {
            id: id.clone(),
            has_apart: texts::standing(&apart_from(&path)).is_some(),
            path,
        })
    }
}

fn record_path(root: &Path, id: &ConversationId) -> PathBuf {
    let (year, month) = id.year_and_month();
    root.join(year).join(month).join(format!("{id}.md"))
}

/// The text for what was kept apart from a record in this one: `call.md` has `call.apart.md`, sealed or not.
pub fn apart_from(record: &Path) -> PathBuf {
    let record = texts::plain_name(record);
    if record.extension().is_some_and(|end| end == "md") {
        return record.with_extension("apart.md");
    }
    let mut name = record.file_name().unwrap_or_default().to_owned();
    name.push(".apart.md");
    record.with_file_name(name)
}

/// The record that a text belongs to, which may be itself: the other way round from [`apart_from`].
pub fn record_of(text: &Path) -> PathBuf {
    let name = text.to_string_lossy();
    name.strip_suffix(".apart.md").map_or_else(
        || text.to_owned(),
        |stem| PathBuf::from(format!("{stem}.md")),
    )
}

/// The plain name of a text of ours, by the name of its file. People keep other things beside them.
fn text_name(name: &str) -> Option<&str> {
    let plain = name.strip_suffix(".age").unwrap_or(name);
    let stem = plain.strip_suffix(".md")?;
    ConversationId::read(stem.strip_suffix(".apart").unwrap_or(stem))?;
    Some(plain)
}

/// A chosen folder is never made: its drive may be off, and a folder in its place would hide that.
fn is_there(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    Err(StoreError::NotThere {
        path: folder.to_owned(),
    })
}

/// Folders whose names are so many digits. People keep other things beside them.
fn numbered_folders(path: &Path, digits: usize, troubles: &mut Vec<StoreError>) -> Vec<String> {
    let found = entries(path).unwrap_or_else(|trouble| {
        troubles.push(trouble);
        Vec::new()
    });
    let folders = found
        .iter()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.len() == digits && name.bytes().all(|b| b.is_ascii_digit()))
        .collect()
}

/// The names of the files in a folder, in order.
fn file_names(folder: &Path, troubles: &mut Vec<StoreError>) -> Vec<String> {
    let found = entries(folder).unwrap_or_else(|trouble| {
        troubles.push(trouble);
        Vec::new()
    });
    let files = found
        .iter()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

/// Everything of one record is one name with different endings, so its files are side by side among the names.
fn records_in(folder: &Path, troubles: &mut Vec<StoreError>) -> Vec<RecordFile> {
    let names = file_names(folder, troubles);
    let stem = |name: &str| name.find('.').unwrap_or(name.len());
    let record = |of_one: &[String]| {
        let (id, _) = of_one.first()?.split_at(stem(&of_one[0]));
        let named = |ending: &str| of_one.iter().find(|name| &name[id.len()..] == ending);
        if named(removal::ENDING).is_some() {
            return None;
        }
        // The plain form counts while both are there.
        let record = named(".md").or_else(|| named(".md.age"))?;
        Some(RecordFile {
            path: folder.join(record),
            has_apart: named(".apart.md")
                .or_else(|| named(".apart.md.age"))
                .is_some(),
            id: ConversationId::read(id)?,
        })
    };
    let each = names.chunk_by(|a, b| a[..stem(a)] == b[..stem(b)]);
    each.filter_map(record).collect()
}

#[cfg(test)]
mod tests;
