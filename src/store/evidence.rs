//! What all finished records add up to.
//!
//! Folder by folder, several at a time: a folder's files are listed, and what was found in each before is used where the
//! file is as it was then; only the others are read, and of those only the header. No more than a folder's rows are in
//! memory at once for each thread. What was found is kept in the home (see [`cache`]).

mod head;
mod kept;
mod progress;
#[cfg(all(test, feature = "seal"))]
mod tests;

use std::{
    collections::HashSet,
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    thread::{self, Scope, ScopedJoinHandle},
    time::SystemTime,
};

use chrono::NaiveDate;

use self::{
    head::Room,
    kept::{Kept, Lines},
    progress::Progress,
};
use super::{
    Home, Library, RecordFile, cache,
    error::{Result, StoreError},
    library::Folder,
};
use crate::evidence::{
    baseline::{self, Baseline},
    kept::Kept as Beside,
    period::Period,
    report::Report,
    row::Row,
    tally::Tally,
};

/// How many threads read at once, at least. A disk far away answers each in its own time.
const THREADS: usize = 4;

/// How many folders are in hand at once. More would only take more memory.
const FOLDERS: usize = 2;

/// How many files make it worth a thread.
const WORTH_A_THREAD: usize = 64;

/// What was counted, and what could not be.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// What was counted.
    pub tally: Tally,
    /// The records that could not be read, by name, in order.
    pub unreadable: Vec<String>,
    /// Folders that could not be read, a sentence each: what is in them is in no figure.
    pub troubles: Vec<String>,
    /// Some of it is sealed, and the key is not open.
    pub sealed: bool,
}

/// Counts every record of the home. `progress` hears how many have been read of how many, from any thread: once half a
/// second has gone by, and then a few times a second.
pub fn gather(
    home: &Home,
    library: &Library,
    period: Period,
    today: NaiveDate,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Gathered {
    // Another window may have turned sealing on since.
    let _ = home.vault().refresh();
    let (folders, troubles) = library.folders();
    let with_path = |folder| (kept::path(home, &folder), folder);
    let folders: Vec<(PathBuf, Folder)> = folders.into_iter().map(with_path).collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let at_once = FOLDERS.min(folders.len());
    let gatherer = Gatherer {
        home,
        library,
        began: SystemTime::now(),
        progress: Progress::new(progress, folders.iter().map(|(_, folder)| &*folder.path)),
        nothing: Gathered {
            tally: Tally::new(period, today),
            unreadable: vec![],
            troubles: vec![],
            sealed: false,
        },
        next: AtomicUsize::new(0),
        each: cores.max(THREADS).div_ceil(at_once.max(1)),
        folders,
    };
    let mut gathered = gatherer.gather(at_once);
    if troubles.is_empty() {
        gatherer.forget_gone();
    }
    gathered
        .troubles
        .extend(troubles.iter().map(ToString::to_string));
    gathered.unreadable.sort();
    gathered.tally.fit();
    gathered
}

impl Gathered {
    /// What it adds up to, with what is kept beside the records, and set against it and against what was counted the old
    /// way.
    pub fn report(&self, beside: &Beside) -> Report {
        let mut report = self.tally.report(beside);
        report.counted.unreadable_count = self.unreadable.len();
        report.counted.unreadable.clone_from(&self.unreadable);
        report.counted.sealed = self.sealed;
        report.troubles.extend(self.troubles.iter().cloned());
        let old_way = self.tally.baselines();
        let baselines: Vec<Baseline> = beside.baselines.iter().cloned().chain(old_way).collect();
        baseline::compare(&mut report, &baselines);
        report
    }

    fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
        self.unreadable.extend(other.unreadable);
        self.troubles.extend(other.troubles);
        self.sealed |= other.sealed;
    }
}

struct Gatherer<'a> {
    home: &'a Home,
    library: &'a Library,
    began: SystemTime,
    progress: Progress<'a>,
    nothing: Gathered,
    /// The file that keeps what was found in a folder, and the folder: all of them.
    folders: Vec<(PathBuf, Folder)>,
    /// The first folder nobody has begun.
    next: AtomicUsize,
    /// How many threads share the files of one folder.
    each: usize,
}

impl Gatherer<'_> {
    fn gather(&self, at_once: usize) -> Gathered {
        thread::scope(|scope| {
            let others = (1..at_once)
                .filter_map(|_| started(scope, || self.folders_in_turn()))
                .collect::<Vec<_>>();
            let mut gathered = self.folders_in_turn();
            for other in others {
                gathered.merge(ended(other));
            }
            gathered
        })
    }

    /// One folder after another, until none is left.
    fn folders_in_turn(&self) -> Gathered {
        let mut gathered = self.nothing.clone();
        while let Some((path, folder)) = self.folders.get(self.next.fetch_add(1, Relaxed)) {
            self.folder(folder, path, &mut gathered);
        }
        gathered
    }

    fn folder(&self, folder: &Folder, path: &Path, gathered: &mut Gathered) {
        let files = match self.library.in_folder(folder) {
            Ok(files) => files,
            Err(trouble) => return gathered.troubles.push(trouble.to_string()),
        };
        let kept = Kept::load(self.home, path, &folder.path);
        let share = files.len().div_ceil(self.each).max(WORTH_A_THREAD);
        let lines = thread::scope(|scope| {
            let mut shares = files.chunks(share);
            let mine = shares.next().unwrap_or_default();
            let others: Vec<_> = shares
                .map(|files| (files, started(scope, || self.share(files, &kept))))
                .collect();
            let mut lines = self.files(mine, &kept, gathered);
            for (files, other) in others {
                // Where there is no thread for it, it is read here.
                let (more, theirs) = other.map_or_else(|| self.share(files, &kept), ended);
                lines.extend(more);
                gathered.merge(theirs);
            }
            lines
        });
        kept.settle(self.home, path, lines);
    }

    fn share<'k>(&self, files: &[RecordFile], kept: &'k Kept) -> (Lines<'k>, Gathered) {
        let mut gathered = self.nothing.clone();
        let lines = self.files(files, kept, &mut gathered);
        (lines, gathered)
    }

    /// Counts these files, and says what is to be kept of them.
    fn files<'k>(
        &self,
        files: &[RecordFile],
        kept: &'k Kept,
        gathered: &mut Gathered,
    ) -> Lines<'k> {
        let mut lines = Lines::default();
        let mut room = Room::default();
        for file in files {
            match self.file(file, kept, &mut lines, &mut room) {
                Ok(Some(row)) => gathered.tally.take(&row),
                // A role-play, or a record that was moved or removed since it was listed.
                Ok(None) | Err(StoreError::NotThere { .. }) => {}
                Err(StoreError::Sealed { .. }) => gathered.sealed = true,
                Err(_) => gathered.unreadable.push(file.id.as_str().to_owned()),
            }
            self.progress.one_more();
        }
        lines
    }

    /// What one file is counted by. It is kept unless the file may still change within a tick of the disk's clock.
    fn file<'k>(
        &self,
        file: &RecordFile,
        kept: &'k Kept,
        lines: &mut Lines<'k>,
        room: &mut Room,
    ) -> Result<Option<Row>> {
        if let Some((row, line)) = kept.find(&file.path) {
            lines.stay(line);
            return Ok(row);
        }
        let (row, stamp) = head::row(self.home, file, room)?;
        if let Some(stamp) = stamp.filter(|stamp| stamp.is_before(self.began)) {
            lines.add(&file.path, stamp, row.as_ref());
        }
        Ok(row)
    }

    /// Takes away what is kept of folders that are no longer there.
    fn forget_gone(&self) {
        let standing: HashSet<&Path> = self.folders.iter().map(|(path, _)| &**path).collect();
        for path in cache::kept_months(self.home) {
            if !standing.contains(&*path) {
                // Where it cannot be taken away, it is the next time.
                let _ = cache::remove(self.home, &path);
            }
        }
    }
}

fn started<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> Option<ScopedJoinHandle<'scope, T>> {
    thread::Builder::new().spawn_scoped(scope, work).ok()
}

/// What a thread came to. A fault of ours in one of them is not passed over: records would be missing from a figure.
fn ended<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|fault| resume_unwind(fault))
}
