//! What every record and every open conversation holds in short: what was promised, and who was met.
//!
//! Reading thousands of records takes a while, so what was found in each is remembered with its length and when it was
//! last changed, and only those that are not as they were are read again. Where many had to be read, what was found is
//! kept in the home as well (`cache/index.json`, sealed when sealing is on). It is never asked for anything that
//! is not on the disk elsewhere: whoever deletes it loses nothing.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsString,
    path::{Path, PathBuf},
    thread,
    time::SystemTime,
};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    Conversations, Home, Library, Listing, RecordFile, cache,
    error::{Result, StoreError},
    stamp::Stamp,
    texts,
};
use crate::{
    conversation::{ConversationId, apply},
    desk::Known,
    guide::{Kind, Shelf},
    promise::Promise,
};

/// The form of the file. Any other is as good as none.
pub(super) const FORM: u32 = 5;

/// How many files must have been read before it is worth keeping what was found in them.
const WORTH_KEEPING: usize = 256;

/// How long a promise that was kept is remembered, in days: longer than any list of what was promised looks back.
const LOOK_BACK: u64 = 14;

/// What all of them hold.
#[derive(Debug, Default)]
pub struct Whole {
    /// In no order. Promises kept long ago are left out.
    pub known: Known,
    /// Every record there is, the last first.
    pub records: Vec<Shelved>,
    /// Some of it is sealed, and the key is not open.
    pub sealed: bool,
    /// What could not be read.
    pub troubles: Vec<String>,
    /// How many of those, from the first, are of records; the others are of open conversations.
    pub of_records: usize,
}

/// A record, and where it is.
#[derive(Debug)]
pub struct Shelved {
    /// Its file.
    pub file: RecordFile,
    /// The place of what its header says among those met. `None` of a file that could not be read as a record.
    pub met: Option<usize>,
}

/// What was found in each file when it was last read.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the whole path as text: hashing a path part by part takes longer than asking the disk about it.
    files: HashMap<OsString, Remembered>,
    loaded: bool,
    /// How often it was brought up to date.
    turn: u64,
    /// What is kept in the home is not what was found.
    owes: bool,
}

/// What was found in one file.
#[derive(Debug)]
struct Remembered {
    stamp: Stamp,
    known: Known,
    /// When the file was last there.
    turn: u64,
}

/// The file as it is written.
#[derive(Serialize)]
struct Writing<'a> {
    form: u32,
    files: Vec<(&'a Path, Stamp, &'a Known)>,
}

/// The file as it is read.
#[derive(Deserialize)]
struct Reading {
    form: u32,
    files: Vec<(PathBuf, Stamp, Known)>,
}

/// Reads what all of them hold. `memory` is what was found before, and is brought up to date; [`settle`] it after.
pub fn read(home: &Home, library: &Library, memory: &mut Memory, today: NaiveDate) -> Whole {
    let mut reader = Reader {
        home,
        library,
        since: today
            .checked_sub_days(Days::new(LOOK_BACK))
            .unwrap_or(today),
        began: SystemTime::now(),
        found: Whole::default(),
        read_anew: 0,
    };
    // Another window may have turned sealing on since.
    let _ = home.vault().refresh();
    let (listing, stamps) = listed_while(library, || memory.load(home));
    memory.turn += 1;
    let finished = reader.records(listing, stamps, memory);
    reader.conversations(memory, &finished);
    let gone = memory.forget_gone();
    // What is gone must not stay behind in what is kept; where nothing is kept, there is nothing to put right.
    memory.owes |= reader.read_anew >= WORTH_KEEPING
        || (gone && texts::standing(&cache::index(home)).is_some());
    reader.found
}

/// Keeps what was found in the home, where that is worth it. Asked for once the answer is given: nobody waits for it.
pub fn settle(home: &Home, memory: &mut Memory) {
    if std::mem::take(&mut memory.owes) {
        // Another window may have turned sealing on since it was read.
        let _ = home.vault().refresh();
        memory.keep(home);
    }
}

/// Which records there are, and what the disk says of each, looked for while something else is done.
fn listed_while(library: &Library, meanwhile: impl FnOnce()) -> (Listing, Vec<Option<Stamp>>) {
    let look = || {
        let listing = library.list();
        let paths: Vec<&Path> = listing
            .records
            .iter()
            .map(|file| file.path.as_path())
            .collect();
        let stamps = Stamp::of_files(&paths);
        (listing, stamps)
    };
    thread::scope(|scope| {
        let looking = thread::Builder::new().spawn_scoped(scope, look);
        meanwhile();
        // Where there is no thread for it, it is looked for now.
        looking.ok().and_then(|looking| looking.join().ok())
    })
    .unwrap_or_else(look)
}

struct Reader<'a> {
    home: &'a Home,
    library: &'a Library,
    /// Promises kept before this day are left out.
    since: NaiveDate,
    began: SystemTime,
    found: Whole,
    read_anew: usize,
}

impl Reader<'_> {
    /// What every record holds, and which records there are.
    fn records(
        &mut self,
        listing: Listing,
        stamps: Vec<Option<Stamp>>,
        memory: &mut Memory,
    ) -> HashSet<ConversationId> {
        let troubles = listing.troubles.iter().map(ToString::to_string);
        self.found.troubles.extend(troubles);
        let mut finished = HashSet::with_capacity(listing.records.len());
        for (file, stamp) in listing.records.into_iter().zip(stamps) {
            let library = self.library;
            let read = || Ok(Known::of_record(&file.id, &library.read(&file)?));
            let before = self.found.known.met.len();
            self.take(&file.path, stamp, memory, read);
            let met = (self.found.known.met.len() > before).then_some(before);
            finished.insert(file.id.clone());
            self.found.records.push(Shelved { file, met });
        }
        self.found.of_records = self.found.troubles.len();
        finished
    }

    /// What every open conversation holds whose record is not kept yet.
    fn conversations(&mut self, memory: &mut Memory, finished: &HashSet<ConversationId>) {
        let conversations = Conversations::of(self.home);
        let listed = conversations.list().unwrap_or_else(|trouble| {
            self.found.troubles.push(trouble.to_string());
            vec![]
        });
        for listed in listed {
            if finished.contains(&listed.id) {
                continue;
            }
            let folder = self.home.conversation(&listed.id);
            let read = || {
                let events = conversations.load(&listed.id)?.events;
                let guide = || {
                    let kind = listed.id.kind().unwrap_or(Kind::ListenAndConnect);
                    Shelf::new(vec![]).guide(&kind.main_guide())
                };
                let talk = apply::replay(listed.id.clone(), &events, guide);
                Ok(talk
                    .as_ref()
                    .map(Known::of_conversation)
                    .unwrap_or_default())
            };
            self.take(&folder, Stamp::of_journal(&folder), memory, read);
        }
    }

    /// What is in one file: as it was found before, when the file is as it was then.
    fn take(
        &mut self,
        path: &Path,
        stamp: Option<Stamp>,
        memory: &mut Memory,
        read: impl FnOnce() -> Result<Known>,
    ) {
        let turn = memory.turn;
        if let (Some(remembered), Some(stamp)) = (memory.files.get_mut(path.as_os_str()), stamp)
            && remembered.stamp == stamp
        {
            remembered.turn = turn;
            self.found.known.extend([remembered.known.clone()]);
            return;
        }
        match read() {
            Ok(mut known) => {
                let is_worth_it = |promise: &Promise| promise.is_open() || self.is_of_late(promise);
                known.promises.retain(is_worth_it);
                self.found.known.extend([known.clone()]);
                if let Some(stamp) = stamp.filter(|stamp| stamp.is_before(self.began)) {
                    self.read_anew += 1;
                    let remembered = Remembered { stamp, known, turn };
                    memory.files.insert(path.as_os_str().to_owned(), remembered);
                }
            }
            Err(StoreError::Sealed { .. }) => self.found.sealed = true,
            Err(trouble) => self.found.troubles.push(trouble.to_string()),
        }
    }

    fn is_of_late(&self, promise: &Promise) -> bool {
        promise.made >= self.since || promise.due.is_some_and(|due| due >= self.since)
    }
}

impl Memory {
    /// Takes in what was kept, once. What cannot be read is no loss.
    fn load(&mut self, home: &Home) {
        if self.loaded || !home.vault().is_unlocked() {
            return;
        }
        self.loaded = true;
        let Some(reading) = kept(home) else { return };
        for (path, stamp, known) in reading.files {
            let remembered = Remembered {
                stamp,
                known,
                turn: self.turn,
            };
            self.files
                .entry(path.into_os_string())
                .or_insert(remembered);
        }
    }

    /// Forgets files that are no longer there. True when there were any.
    fn forget_gone(&mut self) -> bool {
        let before = self.files.len();
        let turn = self.turn;
        self.files.retain(|_, file| file.turn == turn);
        before != self.files.len()
    }

    /// Keeps what was found. Where that cannot be done, it is found again the next time.
    fn keep(&self, home: &Home) {
        let files = self.files.iter();
        let writing = Writing {
            form: FORM,
            files: files
                .map(|(path, file)| (Path::new(path), file.stamp, &file.known))
                .collect(),
        };
        let written = serde_json::to_string(&writing).map(|text| write(home, &text));
        drop(written);
    }
}

fn kept(home: &Home) -> Option<Reading> {
    let bytes = cache::read(home, &cache::index(home))?;
    let reading: Reading = serde_json::from_slice(&bytes).ok()?;
    (reading.form == FORM).then_some(reading)
}

/// Writes the file: whole, or not at all.
pub(super) fn write(home: &Home, text: &str) -> Result<()> {
    cache::write(home, &cache::index(home), text)
}

/// Whether there is such a file that can be read.
#[cfg(test)]
pub(super) fn is_kept(home: &Home) -> bool {
    kept(home).is_some()
}

#[cfg(all(test, feature = "seal"))]
mod tests;
