//! Folders of small text files that a team writes: guides, scenarios, local help.
//!
//! All of them are read at every start, so there is an end to how many and how large they may be. What is left out is
//! said: nobody should wonder where their guide went. A list of local help may be rows as well, and those may be many.

use std::path::{Path, PathBuf};

use super::{
    error::{Result, StoreError},
    files::{entries, read_limited},
    within::within,
};
use crate::connection::LARGEST_ROWS;

/// The largest file that is read, in bytes. The readers of guides and lists have limits of their own below it.
const LARGEST: u64 = 1 << 20;

/// The most files of one folder that are read.
const MOST: usize = 300;

/// How the names of lists of local help end.
const LISTS: [&str; 3] = ["toml", "csv", "tsv"];

/// The files of a folder, and what stood in the way of more.
#[derive(Debug, Default)]
pub struct TeamFolder {
    /// Name and text of each, in the order of their names.
    pub files: Vec<(String, String)>,
    /// What was left out, and why.
    pub troubles: Vec<StoreError>,
    /// Names of the files with bytes that are not text. Those show as U+FFFD; the rest of the file works.
    pub not_all_text: Vec<String>,
}

impl TeamFolder {
    /// Reads the .toml files of a folder of the home in `root`. A folder that is not there has none.
    pub fn of(root: &Path, folder: &Path) -> Self {
        Self::ending(root, folder, &["toml"])
    }

    /// Reads the lists of local help in a folder, which may be rows too.
    pub fn of_lists(root: &Path, folder: &Path) -> Self {
        Self::ending(root, folder, &LISTS)
    }

    /// How many bytes such lists are together, as far as the disk says without reading them.
    pub fn bytes_of_lists(root: &Path, folder: &Path) -> u64 {
        let paths = files(root, folder, &LISTS).unwrap_or_default();
        let lengths = paths.iter().filter_map(|path| path.metadata().ok());
        lengths.map(|found| found.len()).sum()
    }

    fn ending(root: &Path, folder: &Path, endings: &[&str]) -> Self {
        let mut found = Self::default();
        let mut paths = files(root, folder, endings).unwrap_or_else(|trouble| {
            found.troubles.push(trouble);
            Vec::new()
        });
        if paths.len() > MOST {
            found.troubles.push(StoreError::TooMany {
                path: folder.to_owned(),
                limit: MOST,
            });
            paths.truncate(MOST);
        }
        paths.iter().for_each(|path| found.take(root, path));
        found
    }

    fn take(&mut self, root: &Path, path: &Path) {
        let Some(name) = path.file_name() else { return };
        let name = name.to_string_lossy().into_owned();
        let limit = match path.extension().is_some_and(|end| end == "toml") {
            true => LARGEST,
            false => LARGEST_ROWS as u64,
        };
        match within(root, path).and_then(|()| read_limited(path, limit)) {
            Ok(bytes) => {
                let text = String::from_utf8(bytes).unwrap_or_else(|not_text| {
                    self.not_all_text.push(name.clone());
                    String::from_utf8_lossy(not_text.as_bytes()).into_owned()
                });
                self.files.push((name, text));
            }
            Err(trouble) => self.troubles.push(trouble),
        }
    }
}

/// By name. A folder with such a name is somebody's own arrangement.
fn files(root: &Path, folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    within(root, folder)?;
    let mut paths: Vec<PathBuf> = entries(folder)?
        .iter()
        .filter(|entry| !entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.extension().is_some_and(|end| end == *ending))
        })
        .collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn texts(files: &[(&str, &[u8])]) -> (tempfile::TempDir, TeamFolder) {
        let temp = tempfile::tempdir().expect("a folder");
        let folder = temp.path().join("guides");
        fs::create_dir(&folder).expect("made");
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes).expect("written");
        }
        let texts = TeamFolder::of(temp.path(), &folder);
        (temp, texts)
    }

    #[test]
    fn a_folder_that_is_not_there_has_none_and_is_no_trouble() {
        let temp = tempfile::tempdir().expect("a folder");
        let texts = TeamFolder::of(temp.path(), &temp.path().join("guides"));
        assert!(texts.files.is_empty() && texts.troubles.is_empty());
    }

    #[test]
    fn a_file_too_large_is_said_and_the_others_are_read() {
        let large = vec![b'#'; 1 + usize::try_from(LARGEST).expect("fits")];
        let (_temp, texts) = texts(&[("a.toml", b"x"), ("b.toml", &large), ("c.md", b"y")]);
        assert_eq!(texts.files, [("a.toml".to_owned(), "x".to_owned())]);
        let said = texts.troubles[0].to_string();
        assert!(said.contains("b.toml would be over 1 MiB"), "{said}");
    }

    #[test]
    fn too_many_files_are_said_and_the_first_are_read() {
        let names: Vec<String> = (0..=MOST).map(|n| format!("{n:04}.toml")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
        let (_temp, texts) = texts(&files);
        assert_eq!(texts.files.len(), MOST);
        let said = texts.troubles[0].to_string();
        assert!(said.contains("guides holds over 300 files"), "{said}");
    }

    #[test]
    fn bytes_that_are_not_text_cost_themselves_and_are_said() {
        let (_temp, texts) = texts(&[("a.toml", b"caf\xE9")]);
        assert_eq!(texts.files[0].1, "caf\u{FFFD}");
        assert_eq!(texts.not_all_text, ["a.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_said_and_the_others_are_read() {
        let (temp, _) = texts(&[("a.toml", b"x")]);
        let folder = temp.path().join("guides");
        std::os::unix::fs::symlink("/etc/hostname", folder.join("b.toml")).expect("linked");
        let texts = TeamFolder::of(temp.path(), &folder);
        assert_eq!(texts.files.len(), 1);
        assert!(matches!(texts.troubles[0], StoreError::Link { .. }));
    }
}
