//! Files that are either whole or not there.
//!
//! Everything goes to a temporary file in the same folder, is settled on the disk, and only then gets its name.
//! A crash at any point leaves at most a temporary file, which every listing ignores ([`is_leftover`]).

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
    time::{SystemTime, UNIX_EPOCH},
};

use super::{
    error::{At, Result, StoreError},
    files::{create_private, make_folder, parent_of, sync_folder},
};

const PREFIX: &str = ".alongside-";
const SUFFIX: &str = ".tmp";

/// How many names are tried before giving up: far more than anybody has of one record.
const NAMES: u32 = 1000;

/// Writes a file that must not be there yet.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when the name is taken, at whatever moment somebody took it; what was there is as it
/// was. Others as the disk says.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let temp = Temp::write(path, bytes)?;
    publish(&temp.path, path)?;
    drop(temp);
    sync_folder(folder_of(path))
}

/// Writes a file under this name or, when it is taken, with `-2`, `-3` and so on before the ending. Returns the name.
///
/// # Errors
///
/// As the disk says.
pub fn write_new_numbered(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    for number in 1..NAMES {
        let path = numbered(path, number);
        match write_new(&path, bytes) {
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
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let temp = Temp::write(path, bytes)?;
    fs::rename(&temp.path, path).at(path)?;
    temp.forget();
    sync_folder(folder_of(path))
}

/// Whether a file name is that of a temporary file that a crash left behind.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
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
struct Temp {
    path: PathBuf,
    there: bool,
}

impl Temp {
    /// Writes and settles one, in the folder of `path`, which is made if need be.
    fn write(path: &Path, bytes: &[u8]) -> Result<Self> {
        let folder = folder_of(path);
        make_folder(folder)?;
        let (temp, mut file) = Self::create(folder).at(path)?;
        file.write_all(bytes).at(path)?;
        file.sync_all().at(path)?;
        Ok(temp)
    }

    fn create(folder: &Path) -> io::Result<(Self, File)> {
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_nanos());
        let mut attempt = 0;
        loop {
            let name = format!("{PREFIX}{}-{nanos}-{attempt}{SUFFIX}", process::id());
            let path = folder.join(name);
            match create_private(&path, OpenOptions::new().write(true)) {
                Ok(file) => return Ok((Self { path, there: true }, file)),
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

impl Drop for Temp {
    fn drop(&mut self) {
        if self.there {
            // Nothing more can be done here, and listings ignore what stays.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Gives a settled file its name, unless the name is taken.
///
/// A hard link does both in one step. Not every drive has them; there an empty file made by us alone holds the name
/// while the real one is moved over it.
fn publish(temp: &Path, path: &Path) -> Result<()> {
    match fs::hard_link(temp, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(StoreError::at(path, error))
        }
        Err(_) => publish_without_links(temp, path),
    }
}

fn publish_without_links(temp: &Path, path: &Path) -> Result<()> {
    create_private(path, OpenOptions::new().write(true)).at(path)?;
    fs::rename(temp, path)
        .inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
        .at(path)
}

fn folder_of(path: &Path) -> &Path {
    parent_of(path).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_name_that_is_taken_is_left_as_it_is() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("a.md");
        write_new(&path, b"first").expect("written");
        assert!(matches!(
            write_new(&path, b"second"),
            Err(StoreError::AlreadyThere { .. })
        ));
        assert_eq!(fs::read(&path).expect("read"), b"first");
        assert_eq!(names(temp.path()), ["a.md"]);
    }

    #[test]
    fn both_writers_of_one_name_are_kept() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("a.apart.md");
        let written: Vec<PathBuf> = std::thread::scope(|scope| {
            let path = &path;
            let writers: Vec<_> = (0..8_u8)
                .map(|n| scope.spawn(move || write_new_numbered(path, &[n])))
                .collect();
            writers
                .into_iter()
                .map(|writer| writer.join().expect("no panic").expect("written"))
                .collect()
        });
        for (n, path) in written.iter().enumerate() {
            assert_eq!(fs::read(path).expect("read"), [n as u8]);
        }
        let found = names(temp.path());
        assert_eq!(found.len(), 8);
        assert_eq!(found[0], "a-2.apart.md");
        assert_eq!(found[7], "a.apart.md");
    }

    #[test]
    fn without_links_a_taken_name_is_left_too() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("a.md");
        for (words, name) in [("first", "one"), ("second", "two")] {
            let from = temp.path().join(name);
            fs::write(&from, words).expect("written");
            let _ = publish_without_links(&from, &path);
        }
        assert_eq!(fs::read(&path).expect("read"), b"first");
        assert_eq!(names(temp.path()), ["a.md", "two"]);
    }

    #[test]
    fn replacing_leaves_only_the_new() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("deep/config.toml");
        replace(&path, b"old").expect("written");
        replace(&path, b"new").expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"new");
        assert_eq!(names(&temp.path().join("deep")), ["config.toml"]);
    }

    #[test]
    fn temporary_files_are_known_by_name() {
        assert!(is_leftover(".alongside-12-34-0.tmp"));
        assert!(!is_leftover("2026-03-10-1420-listen-7k3f.md"));
    }

    #[test]
    fn numbers_go_before_the_endings() {
        let name = |path: &str, number| numbered(Path::new(path), number);
        assert_eq!(name("r/a.md", 1), Path::new("r/a.md"));
        assert_eq!(name("r/a.md", 2), Path::new("r/a-2.md"));
        assert_eq!(name("a.apart.md", 3), Path::new("a-3.apart.md"));
        assert_eq!(name("plain", 2), Path::new("plain-2"));
    }
}
