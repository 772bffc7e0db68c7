//! Letters on their way to be printed or sent: people's copies of their records, in the folder of copies.
//!
//! A letter is plain text or a page, because it must open on whatever prints it. A sealed home promises that nothing in
//! it can be read without the key, so there it is written only where somebody says.

use std::path::{Path, PathBuf};

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    files::entries,
    given,
    within::within,
};
use crate::{
    conversation::ConversationId,
    record::{Cleared, Form},
};

/// Writes a letter under the name of its record, with a number where that name is taken. Says where it is.
///
/// # Errors
///
/// [`StoreError::SealedHome`] in a sealed home; else as the disk says, and then there is no letter.
pub fn keep(home: &Home, id: &ConversationId, form: Form, letter: &Cleared) -> Result<PathBuf> {
    if home.vault().is_on() {
        return Err(StoreError::SealedHome);
    }
    home.check_place()?;
    let folder = home.copies();
    within(home.root(), &folder)?;
    let path = folder.join(format!("{id}.{}", form.ending()));
    let on = home.on(Errand::NewFile);
    on.write_new_numbered(&path, letter.words().as_bytes())
}

/// The letters there are: of one record, or all of them. They are plain, and stay when the record is sealed or removed.
pub fn there(home: &Home, of: Option<&ConversationId>) -> Vec<PathBuf> {
    let folder = home.copies();
    let found = within(home.root(), &folder).and_then(|()| entries(&folder));
    let is_of = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        let of = of.map_or("", ConversationId::as_str);
        name.is_some_and(|name| name.starts_with(of))
    };
    let paths = found.unwrap_or_default().into_iter();
    let mut paths: Vec<PathBuf> = paths.map(|entry| entry.path()).filter(is_of).collect();
    paths.sort();
    paths
}

/// Writes what was asked for where somebody says, for them alone; over what is there only to `replace` it.
///
/// # Errors
///
/// As [`given::file`].
pub fn give(path: &Path, words: &Cleared, replace: bool) -> Result<()> {
    given::file(path, words.words().as_bytes(), replace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Reader;

    fn letter(words: &str) -> Cleared {
        let allowed = Reader::Letter.ask(false, None).expect("it may");
        allowed.words(words.to_owned())
    }

    #[test]
    fn a_letter_has_its_records_name_and_none_is_written_over() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
        let first = keep(&home, &id, Form::Text, &letter("one")).expect("kept");
        let second = keep(&home, &id, Form::Text, &letter("two")).expect("kept");
        assert_eq!(first, home.copies().join("2026-03-10-1420-listen-7k3f.txt"));
        assert_eq!(std::fs::read_to_string(&first).expect("text"), "one");
        assert_eq!(std::fs::read_to_string(&second).expect("text"), "two");
        let other = ConversationId::read("2026-03-10-1500-listen-2222").expect("an id");
        assert_eq!(there(&home, Some(&id)), [second, first]);
        assert!(there(&home, Some(&other)).is_empty());
    }
}
