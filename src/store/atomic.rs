//! Files that are either whole or not there.
//!
//! Everything goes to a temporary file in the same folder, is settled on the disk, and only then gets its name.
//! A crash at any point leaves at most a temporary file, which every listing ignores ([`is_leftover`]).

use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{
    disk::{Disk, Errand},
    error::{At, Result, StoreError},
    files::{entries, parent_of},
    lock,
};

const PREFIX: &str = ".alongside-";
const SUFFIX: &str = ".tmp";

/// How many names are tried before giving up: far more than anybody has of one record.
const NAMES: u32 = 1000;

/// How old a file that a crash left behind must be to be cleared away. A younger one may belong to another window.
const LEFT_BEHIND: Duration = Duration::from_secs(60);

/// A disk, and what is being done on it.
#[derive(Debug, Clone, Copy)]
pub struct OnErrand<'a> {
    disk: &'a dyn Disk,
    errand: Errand,
}

impl<'a> OnErrand<'a> {
    /// On this disk, for this.
    pub fn new(disk: &'a dyn Disk, errand: Errand) -> Self {
        Self { disk, errand }
    }

    /// Writes a file that must not be there yet.
    ///
    /// # Errors
    ///
    /// [`StoreError::AlreadyThere`] when the name is taken, at whatever moment somebody took it; what was there is as
    /// it was. Others as the disk says.
    pub fn write_new(self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.make_folder(folder_of(path))?;
        let temp = Temp::write(self, path, bytes)?;
        self.publish(&temp.path, path)?;
        drop(temp);
        self.sync_folder(folder_of(path))
    }

    /// Writes a file under this name or, when it is taken, with `-2`, `-3` and so on before the ending. Returns the
    /// name.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn write_new_numbered(self, path: &Path, bytes: &[u8]) -> Result<PathBuf> {
        for number in 1..NAMES {
            let path = numbered(path, number);
            match self.write_new(&path, bytes) {
                Err(StoreError::AlreadyThere { .. }) => {}
                outcome => return outcome.map(|()| path),
            }
        }
        Err(StoreError::AlreadyThere {
            path: path.to_owned(),
        })
    }

    /// Puts a whole file in the place of another, or of none. A reader sees the old one or the new one, never a part.
    ///
    /// # Errors
    ///
    /// As the disk says; then what was there is as it was.
    pub fn replace(self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.make_folder(folder_of(path))?;
        self.replace_there(path, bytes)
    }

    /// The same in a folder that must be there: one whose drive went away this instant is not made anew, where the
    /// file would be found by nobody.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotThere`] without the folder; else as [`Self::replace`].
    pub fn replace_there(self, path: &Path, bytes: &[u8]) -> Result<()> {
        let temp = Temp::write(self, path, bytes)?;
        self.disk.rename(self.errand, &temp.path, path).at(path)?;
        temp.forget();
        self.sync_folder(folder_of(path))
    }

    /// The same as [`Self::replace`], without waiting for the disk to settle: for what is typed, letter by letter.
    ///
    /// # Errors
    ///
    /// As [`Self::replace`].
    pub fn replace_unsettled(self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.make_folder(folder_of(path))?;
        let (temp, file) = Temp::create(self, folder_of(path)).at(path)?;
        file.add_all(bytes).at(path)?;
        self.disk.rename(self.errand, &temp.path, path).at(path)?;
        temp.forget();
        Ok(())
    }

    /// Takes a file away. One that is not there is no trouble.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn remove(self, path: &Path) -> Result<()> {
        match self.disk.remove(self.errand, path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.at(path),
        }
    }

    /// Takes away the files that crashes left in a folder. Nobody looks at those, and they may be in plain text.
    pub fn clear_left_behind(self, folder: &Path) {
        let is_old = |entry: &std::fs::DirEntry| {
            let changed = entry.metadata().and_then(|found| found.modified());
            let age = changed.map(|at| SystemTime::now().duration_since(at));
            matches!(age, Ok(Ok(age)) if age > LEFT_BEHIND)
        };
        for entry in entries(folder).unwrap_or_default() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| is_leftover(name)) else {
                continue;
            };
            if writer_of(name).is_some_and(lock::has_gone) || is_old(&entry) {
                let _ = self.remove(&entry.path());
            }
        }
    }

    /// Makes a folder and what is missing above it, for this person alone.
    ///
    /// Folders that are there already keep the modes somebody gave them: the home may be `--home .`.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn make_folder(self, path: &Path) -> Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        let parent = parent_of(path);
        if let Some(parent) = parent {
            self.make_folder(parent)?;
        }
        match self.disk.make_folder(self.errand, path) {
            // Another window made it first.
            Err(_) if path.is_dir() => return Ok(()),
            outcome => outcome.at(path)?,
        }
        parent.map_or(Ok(()), |parent| self.sync_folder(parent))
    }

    /// Settles a folder's list of names on the disk.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn sync_folder(self, path: &Path) -> Result<()> {
        self.disk.sync_folder(self.errand, path).at(path)
    }

    /// Gives a settled file its name, unless the name is taken.
    ///
    /// A second name does both in one step. Not every drive has those; there a file beside it, made by us alone, holds
    /// the name while it is looked whether it is free and the real one is moved there.
    fn publish(self, temp: &Path, path: &Path) -> Result<()> {
        match self.disk.link(self.errand, temp, path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(StoreError::at(path, error))
            }
            Err(_) => self.publish_without_links(temp, path),
        }
    }

    fn publish_without_links(self, temp: &Path, path: &Path) -> Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let held = folder_of(path).join(format!("{PREFIX}{name}{SUFFIX}"));
        self.disk.create(self.errand, &held).at(path)?;
        let outcome = if fs::symlink_metadata(path).is_ok() {
            Err(io::ErrorKind::AlreadyExists.into())
        } else {
            self.disk.rename(self.errand, temp, path)
        };
        // One that stays only keeps the name from being used a second time.
        let _ = self.disk.remove(self.errand, &held);
        outcome.at(path)
    }
}

/// Whether a file name is that of a temporary file that a crash left behind.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// The number of the process that wrote a temporary file, by the file's name.
pub fn writer_of(name: &str) -> Option<u32> {
    let rest = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let (process, _) = rest.split_once('-')?;
    process.parse().ok()
}

/// The name with a number before its endings: `a.apart.md` is `a-2.apart.md`. Number 1 is the name itself.
pub(super) fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (stem, endings) = name.split_at(name.find('.').unwrap_or(name.len()));
    path.with_file_name(format!("{stem}-{number}{endings}"))
}

/// A temporary file beside the one it will become. It goes when dropped, unless it has been renamed.
struct Temp<'a> {
    on: OnErrand<'a>,
    path: PathBuf,
    there: bool,
}

impl<'a> Temp<'a> {
    /// Writes and settles one, in the folder of `path`.
    fn write(on: OnErrand<'a>, path: &Path, bytes: &[u8]) -> Result<Self> {
        let (temp, file) = Self::create(on, folder_of(path)).at(path)?;
        file.add_all(bytes).at(path)?;
        file.sync().at(path)?;
        Ok(temp)
    }

    fn create(
        on: OnErrand<'a>,
        folder: &Path,
    ) -> io::Result<(Self, Box<dyn super::disk::DiskFile>)> {
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_nanos());
        let mut attempt = 0;
        loop {
            let name = format!("{PREFIX}{}-{nanos}-{attempt}{SUFFIX}", process::id());
            let path = folder.join(name);
            match on.disk.create(on.errand, &path) {
                Ok(file) => {
                    let there = true;
                    return Ok((Self { on, path, there }, file));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// It has another name now.
    fn forget(mut self) {
        self.there = false;
    }
}

impl Drop for Temp<'_> {
    fn drop(&mut self) {
        if self.there {
            // Nothing more can be done here, and listings ignore what stays.
            let _ = self.on.disk.remove(self.on.errand, &self.path);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    parent_of(path).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
