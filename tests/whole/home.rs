//! A home of a test's own, and what the disk holds of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alongside::{
    conversation::{Conversation, ConversationId, Stamped, apply},
    guide::{Kind, Shelf},
    store::{self, JournalRead, Library},
};
#[cfg(feature = "seal")]
use {
    age::{
        secrecy::{ExposeSecret, SecretString},
        x25519,
    },
    alongside::desk::Passphrase,
};

/// What opens a home of a test that is sealed.
pub const PASSPHRASE: &str = "kettle gate number nine";

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

    /// One in which everything is sealed from the first word.
    #[cfg(feature = "seal")]
    pub fn sealed() -> Self {
        let home = Self::new();
        home.add_key();
        home
    }

    /// Puts a key in it, and its owner in the list: from now on what is written is sealed. Made with the age library,
    /// and with little work to its passphrase.
    #[cfg(feature = "seal")]
    pub fn add_key(&self) -> x25519::Identity {
        let key = x25519::Identity::generate();
        let mut lock = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE));
        lock.set_work_factor(2);
        let text = key.to_string();
        let identity = age::encrypt(&lock, text.expose_secret().as_bytes()).expect("encrypted");
        self.write("seal/identity.age", identity);
        let list = format!("# Your own key\n{}\n", key.to_public());
        self.write("seal/recipients.txt", list);
        key
    }

    /// The home as the store has it, with the key at hand when it is sealed.
    pub fn store(&self) -> store::Home {
        let home = store::Home::open(self.path().to_owned()).expect("its seal is read");
        #[cfg(feature = "seal")]
        if self.path().join("seal/identity.age").exists() {
            let passphrase = Passphrase::new(PASSPHRASE.to_owned());
            home.vault().unlock(passphrase).expect("it opens");
        }
        home
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

    /// The journals of the open conversations, in the order they began: role-plays last.
    pub fn read_journals(&self) -> Vec<(ConversationId, JournalRead)> {
        let home = self.store();
        let mut read = read_side(&home);
        read.extend(read_side(&home.practice()));
        read
    }

    /// The open conversations as their journals tell them, in the order they began.
    pub fn conversations(&self) -> Vec<Conversation> {
        let journals = self.read_journals().into_iter();
        journals
            .filter_map(|(id, read)| told(id, &read.events))
            .collect()
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

    /// The text of every finished record, and of what was kept apart from it.
    pub fn record_texts(&self) -> Vec<(String, Option<String>)> {
        let library = Library::of(&self.store(), None);
        let listing = library.list();
        assert!(listing.troubles.is_empty(), "{:?}", listing.troubles);
        let texts = listing.records.iter().map(|record| {
            let apart = record.has_apart.then(|| library.read_apart(record));
            let apart = apart.transpose().expect("is read");
            (library.read(record).expect("is read"), apart)
        });
        texts.collect()
    }

    /// The text of the one finished record.
    pub fn record(&self) -> String {
        let records = self.records();
        assert_eq!(records.len(), 1, "one record");
        fs::read_to_string(&records[0]).expect("text")
    }
}

/// A conversation as these events tell it.
pub fn told(id: ConversationId, events: &[Stamped]) -> Option<Conversation> {
    apply::replay(id, events, || {
        Shelf::new(vec![]).guide(&Kind::ListenAndConnect.main_guide())
    })
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

/// The journals of one side of the wall.
fn read_side(home: &store::Home) -> Vec<(ConversationId, JournalRead)> {
    let store = store::Conversations::of(home);
    let listed = store.list().expect("listed").into_iter();
    let mut ids: Vec<ConversationId> = listed.map(|listed| listed.id).collect();
    ids.sort();
    let read = ids.into_iter().filter_map(|id| {
        let read = store.load(&id).ok()?;
        Some((id, read))
    });
    read.collect()
}
