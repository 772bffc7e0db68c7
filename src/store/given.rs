//! What is written where somebody says, outside the home: for them alone, and over what is there only when they say so.

use std::{fs, path::Path};

use super::{
    atomic::OnErrand,
    disk::{Errand, RealDisk},
    error::{Result, StoreError},
};

/// Writes a file; over one that is there only to `replace` it.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when the name is taken; else as the disk says.
pub fn file(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    let on = OnErrand::new(&RealDisk, Errand::NewFile);
    match replace {
        true => on.replace(path, bytes),
        false => on.write_new(path, bytes),
    }
}

/// Writes files into a folder that is made for them; into one that holds anything only to `replace` those of the same
/// names. The last is written last: where it is there, all of them are.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when something is in the folder; else as the disk says.
pub fn folder(path: &Path, files: &[(String, Vec<u8>)], replace: bool) -> Result<()> {
    if !replace && holds_anything(path) {
        return Err(StoreError::AlreadyThere {
            path: path.to_owned(),
        });
    }
    files
        .iter()
        .try_for_each(|(name, bytes)| file(&path.join(name), bytes, replace))
}

/// Whether something is there that files would be put among. A folder that cannot be listed is asked no further.
fn holds_anything(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => path.exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_tables_is_written_whole_and_never_among_what_is_there() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("spring/figures");
        let files = |words: &str| {
            let people = ("people/2026-q1.csv".to_owned(), words.as_bytes().to_vec());
            vec![people, ("package.json".to_owned(), b"{}".to_vec())]
        };
        folder(&path, &files("one"), false).expect("written");
        let again = folder(&path, &files("two"), false);
        assert!(matches!(again, Err(StoreError::AlreadyThere { .. })));
        let people = path.join("people/2026-q1.csv");
        assert_eq!(fs::read_to_string(&people).expect("text"), "one");
        folder(&path, &files("two"), true).expect("replaced");
        assert_eq!(fs::read_to_string(&people).expect("text"), "two");
        assert_eq!(fs::read(path.join("package.json")).expect("bytes"), b"{}");
    }
}
