//! A home of a test's own, and what the disk holds of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alongside::{
    conversation::{Conversation, ConversationId},
    guide::{Kind, Shelf},
    store,
};

/// A home in a folder that goes with it.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// One that nothing was ever kept in.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file in it, with the folders it needs.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// The open conversations as their journals tell them, in the order they began.
    pub fn conversations(&self) -> Vec<Conversation> {
        let store = store::Conversations::of(&store::Home::at(self.path()));
        let mut ids: Vec<ConversationId> = store
            .list()
            .expect("listed")
            .into_iter()
            .map(|listed| listed.id)
            .collect();
        ids.sort();
        let replayed = ids.into_iter().filter_map(|id| {
            let read = store.load(&id).ok()?;
            alongside::conversation::apply::replay(id, &read.events, || {
                Shelf::new(vec![]).guide(&Kind::ListenAndConnect.main_guide())
            })
        });
        replayed.collect()
    }

    /// The one open conversation.
    pub fn conversation(&self) -> Conversation {
        let mut all = self.conversations();
        assert_eq!(all.len(), 1, "one open conversation");
        all.remove(0)
    }

    /// The journals of open conversations: a long one is in several files.
    pub fn journals(&self) -> Vec<PathBuf> {
        files_under(&self.path().join("conversations"), ".jsonl")
    }

    /// The text of the one journal.
    pub fn journal(&self) -> String {
        let journals = self.journals();
        assert_eq!(journals.len(), 1, "one journal");
        fs::read_to_string(&journals[0]).expect("text")
    }

    /// The name of every file and folder, each with the way to it.
    pub fn file_names(&self) -> Vec<String> {
        let names = files_under(self.path(), "").into_iter().map(|path| {
            let inside = path.strip_prefix(self.path()).expect("in the home");
            inside.to_string_lossy().into_owned()
        });
        names.collect()
    }

    /// Finished records.
    pub fn records(&self) -> Vec<PathBuf> {
        files_under(&self.path().join("records"), ".md")
    }

    /// The text of the one finished record.
    pub fn record(&self) -> String {
        let records = self.records();
        assert_eq!(records.len(), 1, "one record");
        fs::read_to_string(&records[0]).expect("text")
    }
}

/// The files of a folder and the folders in it whose names end so, in order. None where there is no folder.
fn files_under(folder: &Path, end: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return vec![];
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let found = paths.into_iter().flat_map(|path| match path.is_dir() {
        true => files_under(&path, end),
        false if path.to_string_lossy().ends_with(end) => vec![path],
        false => vec![],
    });
    found.collect()
}
