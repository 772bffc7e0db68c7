//! Removing a record, and the note that stays where it was.
//!
//! The note goes first, and says that the record is being removed. From then on the record is in no list, and its name
//! is never used again. Then goes what was kept apart from it, then the record, each in both its forms; at last the note
//! says that nothing is left. Whatever stops this on the way, [`Library::go_on_removing`] ends it.

use std::path::{Path, PathBuf};

use super::{Found, Library, apart_from, file_names, record_path};
use crate::{
    conversation::{ConversationId, Moment},
    record::Removed,
    store::{
        RecordFile, answers, cache,
        disk::Errand,
        error::{Result, StoreError},
        files::{parent_of, read_limited},
        texts,
        within::within,
    },
};

/// What the name of a note ends with.
pub(super) const ENDING: &str = ".removed.md";

/// The longest note there may be, in bytes.
const NOTE_LIMIT: u64 = 64 << 10;

/// A record that was removed, or is being removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The name it had.
    pub id: ConversationId,
    /// The note that stays.
    pub path: PathBuf,
    /// What the note says. `None` when it is not as it was written.
    pub note: Option<Removed>,
    /// Something of the record is there: it was not all removed, or a copy was put back.
    pub has_left: bool,
}

impl Removal {
    /// Whether nothing of it is left, and the note says so.
    pub fn is_finished(&self) -> bool {
        !self.has_left && self.note.as_ref().is_some_and(|note| note.is_done)
    }

    fn of(folder: &Path, id: ConversationId) -> Self {
        let path = folder.join(note_name(&id));
        let record = folder.join(format!("{id}.md"));
        let left = [
            texts::standing(&record),
            texts::standing(&apart_from(&record)),
        ];
        Self {
            note: read_note(&path),
            has_left: left.iter().any(Option::is_some),
            id,
            path,
        }
    }
}

/// Every record that was removed.
#[derive(Debug, Default)]
pub struct Removals {
    /// Newest name first.
    pub found: Vec<Removal>,
    /// Folders that could not be read.
    pub troubles: Vec<StoreError>,
}

impl Library {
    /// Removes a record, leaves `note` where it was, and says where that is. There is no way back but a copy.
    ///
    /// # Errors
    ///
    /// As the disk says. Before the note is there, the record is as it was; after it, [`Self::go_on_removing`] ends what
    /// was begun.
    pub fn remove(&self, record: &RecordFile, note: &Removed) -> Result<PathBuf> {
        let begun = Removed {
            is_done: false,
            ..note.clone()
        };
        let path = removed_from(&record.path);
        let on = self.home.on(Errand::Remove);
        match on.write_new(&path, begun.markdown().as_bytes()) {
            // Another window was asked as well.
            Err(StoreError::AlreadyThere { .. }) => {}
            written => written?,
        }
        self.take_away(&path, begun)?;
        Ok(path)
    }

    /// Ends a removal that was interrupted, or takes away again what was put back since.
    ///
    /// # Errors
    ///
    /// As the disk says. Then it can be done again.
    pub fn go_on_removing(&self, removal: &Removal, now: Moment) -> Result<()> {
        // The name of the note says which record it is of; what is in it may have been changed by hand.
        let id = removal.id.clone();
        let note = match removal.note.clone() {
            Some(note) => Removed { id, ..note },
            None => Removed {
                kind: id.kind(),
                id,
                at: now,
                by: None,
                because: None,
                is_done: false,
            },
        };
        self.take_away(&removal.path, note)
    }

    /// Takes away all there is of the record beside this note, and then says so in it.
    fn take_away(&self, note: &Path, begun: Removed) -> Result<()> {
        cache::forget(&self.home)?;
        answers::forget_of(&self.home, &begun.id)?;
        let on = self.home.on(Errand::Remove);
        let folder = parent_of(note).unwrap_or(Path::new("."));
        let record = folder.join(format!("{}.md", begun.id));
        for text in [apart_from(&record), record] {
            on.remove(&text)?;
            on.remove(&texts::sealed_name(&text))?;
            // Settled one by one, so that a power cut leaves no notes kept apart without their record.
            on.sync_folder(folder)?;
        }
        on.clear_left_behind(folder);
        let done = Removed {
            is_done: true,
            ..begun
        };
        on.replace(note, done.markdown().as_bytes())
    }

    /// Every record that was removed, or is being removed.
    pub fn removals(&self) -> Removals {
        let mut removals = Removals::default();
        for (year, month) in self.months(&mut removals.troubles) {
            for root in self.roots() {
                let folder = root.join(&year).join(&month);
                let names = file_names(&folder, &mut removals.troubles);
                let ids = names
                    .iter()
                    .rev()
                    .filter_map(|name| ConversationId::read(name.strip_suffix(ENDING)?));
                let found = ids.map(|id| Removal::of(&folder, id));
                removals.found.extend(found);
            }
        }
        removals
    }

    /// The records that were removed and whose names begin like this.
    pub(super) fn removals_named(&self, name: &str) -> Found {
        let mut found = self.removals().found;
        found.retain(|removal| removal.id.as_str().starts_with(name));
        match found.is_empty() {
            true => Found::Nothing,
            false => Found::Removed(found),
        }
    }

    /// The record with this name, if it was removed.
    pub(super) fn removal_named(&self, id: &ConversationId) -> Option<Removal> {
        self.roots().find_map(|root| {
            let record = record_path(&root, id);
            within(self.base(&root), &record).ok()?;
            let folder = parent_of(&record)?;
            is_removed(&record).then(|| Removal::of(folder, id.clone()))
        })
    }
}

/// Where the note for this record goes, whichever of its names this is.
pub(super) fn removed_from(record: &Path) -> PathBuf {
    texts::plain_name(record).with_extension("removed.md")
}

/// Whether the record under this name was removed, or is being removed.
pub(super) fn is_removed(record: &Path) -> bool {
    removed_from(record).is_file()
}

/// The name of the note for a record.
pub(super) fn note_name(id: &ConversationId) -> String {
    format!("{id}{ENDING}")
}

fn read_note(path: &Path) -> Option<Removed> {
    let bytes = read_limited(path, NOTE_LIMIT).ok()?;
    Removed::read(&String::from_utf8(bytes).ok()?)
}
