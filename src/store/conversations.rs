//! Open conversations: a folder each, with a journal and a lock.
//!
//! A folder goes in two steps: it is renamed, which happens whole or not at all, and then emptied. A crash in between
//! leaves a folder that is plainly not a conversation, and the next listing clears it away.

use std::{
    fs::{self, DirEntry},
    path::PathBuf,
    sync::Arc,
    time::SystemTime,
};

use super::{
    CutOff, Home, Journal, JournalRead, Lock, SyncHandle, boot,
    error::{At, Result, StoreError},
    files::{entries, make_folder, make_one_folder, open_folder, refuse_link},
    journal,
};
use crate::conversation::{ConversationId, Moment, Stamped};

const GONE: &str = ".gone-";

/// The open conversations of one home.
#[derive(Debug, Clone)]
pub struct Conversations {
    home: Home,
}

/// A conversation as the list shows it before its journal is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub id: ConversationId,
    /// When something was last written in it.
    pub changed: SystemTime,
}

/// A conversation that this window alone may write. Let go when dropped.
#[derive(Debug)]
pub struct OpenConversation {
    /// Its name.
    pub id: ConversationId,
    /// Where what is said goes.
    pub journal: Journal,
    folder: PathBuf,
    lock: Lock,
}

impl OpenConversation {
    /// What must be settled for the conversation to be found again after a power cut: its journal, and the two folders
    /// that hold its name. Ask for all of them once; after that the journal alone.
    pub fn sync_handles(&self) -> Vec<SyncHandle> {
        let folders = [Some(self.folder.as_path()), self.folder.parent()];
        let mut handles = vec![self.journal.sync_handle()];
        for path in folders.into_iter().flatten() {
            // A folder that cannot be opened for this is no reason to stop writing.
            if let Ok(Some(folder)) = open_folder(path) {
                handles.push(SyncHandle::new(Arc::new(folder), path));
            }
        }
        handles
    }
}

impl Conversations {
    /// Those in this home. Nothing is written until one is begun.
    pub fn of(home: &Home) -> Self {
        Self { home: home.clone() }
    }

    /// Begins a conversation with its first event.
    ///
    /// # Errors
    ///
    /// [`StoreError::AlreadyThere`] when there is one with this name; else as the disk says. Then nothing of it stays.
    pub fn create(&self, id: &ConversationId, first: &Stamped) -> Result<OpenConversation> {
        let folder = self.home.conversation(id);
        make_folder(&self.home.conversations())?;
        make_one_folder(&folder)?;
        self.begin(id, first).inspect_err(|_| {
            let _ = fs::remove_dir_all(&folder);
        })
    }

    fn begin(&self, id: &ConversationId, first: &Stamped) -> Result<OpenConversation> {
        let lock = Lock::take(&self.home.lock(id), first.at)?;
        let mut journal = Journal::create(&self.home.journal(id))?;
        journal.append(std::slice::from_ref(first))?;
        Ok(self.opened(id, journal, lock))
    }

    /// Opens a conversation to go on with it, and reads what was said.
    ///
    /// # Errors
    ///
    /// [`StoreError::OpenElsewhere`] when another window is writing it (look at it with [`Self::load`] instead),
    /// [`StoreError::NotThere`] and [`StoreError::Link`]; else as the disk says.
    pub fn open(
        &self,
        id: &ConversationId,
        now: Moment,
    ) -> Result<(OpenConversation, JournalRead)> {
        self.check(id)?;
        let lock = Lock::take(&self.home.lock(id), now)?;
        let journal = Journal::open(&self.home.journal(id))?;
        let said = journal::load(&self.home.journal(id))?;
        Ok((self.opened(id, journal, lock), said))
    }

    /// Reads a conversation, whoever is writing it.
    ///
    /// # Errors
    ///
    /// As [`Self::open`], less the other window.
    pub fn load(&self, id: &ConversationId) -> Result<JournalRead> {
        self.check(id)?;
        journal::load(&self.home.journal(id))
    }

    /// What became of whoever was writing a conversation that has no ending.
    pub fn cut_off(&self, id: &ConversationId) -> CutOff {
        boot::cut_off(&self.home.lock(id))
    }

    /// Those there are, the last written first. Reads no journal: there may be hundreds.
    ///
    /// # Errors
    ///
    /// As the disk says of the folder that holds them.
    pub fn list(&self) -> Result<Vec<Listed>> {
        let entries = entries(&self.home.conversations())?;
        entries.iter().for_each(clear_gone);
        let mut listed: Vec<_> = entries.iter().filter_map(|e| self.listed(e)).collect();
        listed.sort_by(|a, b| (b.changed, &b.id).cmp(&(a.changed, &a.id)));
        Ok(listed)
    }

    /// Takes a conversation away: its record is safely on the disk, or nothing was ever said in it.
    ///
    /// # Errors
    ///
    /// As the disk says; then the conversation is still there, whole.
    pub fn remove(&self, open: OpenConversation) -> Result<()> {
        let OpenConversation {
            id,
            journal,
            folder,
            lock,
        } = open;
        let gone = self.home.conversations().join(format!("{GONE}{id}"));
        drop(journal);
        // Windows moves no folder with open files in it. Elsewhere nobody else may get in before it is moved.
        let held = if cfg!(windows) {
            drop(lock);
            None
        } else {
            Some(lock)
        };
        let _ = fs::remove_dir_all(&gone);
        fs::rename(&folder, &gone).at(&folder)?;
        drop(held);
        // What stays is cleared away by the next listing.
        let _ = fs::remove_dir_all(&gone);
        Ok(())
    }

    fn opened(&self, id: &ConversationId, journal: Journal, lock: Lock) -> OpenConversation {
        OpenConversation {
            id: id.clone(),
            journal,
            folder: self.home.conversation(id),
            lock,
        }
    }

    /// Before anything is opened or made in a conversation's folder.
    fn check(&self, id: &ConversationId) -> Result<()> {
        let folder = self.home.conversation(id);
        refuse_link(&folder)?;
        if folder.is_dir() {
            Ok(())
        } else {
            Err(StoreError::NotThere { path: folder })
        }
    }

    fn listed(&self, entry: &DirEntry) -> Option<Listed> {
        let id = ConversationId::read(entry.file_name().to_str()?)?;
        if !is_real_folder(entry) {
            return None;
        }
        let journal = fs::symlink_metadata(self.home.journal(&id)).ok()?;
        let said = journal.is_file() && journal.len() > 0;
        let changed = journal.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        said.then_some(Listed { id, changed })
    }
}

/// Not a link to one.
fn is_real_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
}

fn clear_gone(entry: &DirEntry) {
    let name = entry.file_name();
    let gone = name.to_str().and_then(|name| name.strip_prefix(GONE));
    // Only what we could have put there.
    if gone.and_then(ConversationId::read).is_some() && is_real_folder(entry) {
        let _ = fs::remove_dir_all(entry.path());
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::conversation::samples;
    use crate::store::{Why, files::tests::assert_mode};

    fn id(tail: &str) -> ConversationId {
        ConversationId::read(&format!("2026-03-10-1420-listen-{tail}")).expect("an id")
    }

    fn begin(conversations: &Conversations, tail: &str) -> OpenConversation {
        conversations
            .create(&id(tail), &samples::typed(0, "a"))
            .expect("created")
    }

    fn in_a_new_home() -> (tempfile::TempDir, Home, Conversations) {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let conversations = Conversations::of(&home);
        (temp, home, conversations)
    }

    fn names(listed: &[Listed]) -> Vec<&str> {
        listed.iter().map(|listed| listed.id.as_str()).collect()
    }

    #[test]
    fn a_fresh_home_is_not_written_to() {
        let (_temp, home, conversations) = in_a_new_home();
        assert_eq!(conversations.list().expect("listed"), []);
        assert!(matches!(
            conversations.load(&id("aaaa")),
            Err(StoreError::NotThere { .. })
        ));
        assert!(!home.root().exists());
    }

    #[test]
    fn what_was_said_is_there_next_time() {
        let (_temp, home, conversations) = in_a_new_home();
        let mut open = begin(&conversations, "aaaa");
        open.journal
            .append(&[samples::typed(1, "b")])
            .expect("written");
        drop(open);
        let (mut open, said) = conversations
            .open(&id("aaaa"), samples::moment(60))
            .expect("opened");
        assert_eq!(said.events.len(), 2);
        open.journal
            .append(&[samples::typed(61, "c")])
            .expect("written");
        assert_eq!(conversations.load(&open.id).expect("read").events.len(), 3);
        for (path, mode) in [
            (home.root().to_owned(), 0o700),
            (home.conversation(&open.id), 0o700),
            (home.journal(&open.id), 0o600),
            (home.lock(&open.id), 0o600),
        ] {
            assert_mode(&path, mode);
        }
    }

    #[test]
    fn one_window_writes_and_another_may_look() {
        let (_temp, _home, conversations) = in_a_new_home();
        let open = begin(&conversations, "aaaa");
        assert!(matches!(
            conversations.open(&open.id, samples::moment(60)),
            Err(StoreError::OpenElsewhere { .. })
        ));
        assert_eq!(conversations.load(&open.id).expect("read").events.len(), 1);
    }

    #[test]
    fn a_name_is_used_once() {
        let (_temp, _home, conversations) = in_a_new_home();
        let _open = begin(&conversations, "aaaa");
        assert!(matches!(
            conversations.create(&id("aaaa"), &samples::typed(0, "b")),
            Err(StoreError::AlreadyThere { .. })
        ));
        assert_eq!(
            conversations.load(&id("aaaa")).expect("read").events,
            [samples::typed(0, "a")]
        );
    }

    #[test]
    fn the_last_written_comes_first() {
        let (_temp, home, conversations) = in_a_new_home();
        for (tail, age) in [("aaaa", 30), ("bbbb", 10), ("cccc", 20)] {
            drop(begin(&conversations, tail));
            let journal = fs::File::options()
                .append(true)
                .open(home.journal(&id(tail)))
                .expect("opened");
            journal
                .set_modified(SystemTime::now() - Duration::from_secs(age))
                .expect("set");
        }
        let listed = conversations.list().expect("listed");
        assert_eq!(
            names(&listed),
            [
                id("bbbb").as_str(),
                id("cccc").as_str(),
                id("aaaa").as_str()
            ]
        );
    }

    #[test]
    fn a_list_holds_conversations_only() {
        let (_temp, home, conversations) = in_a_new_home();
        drop(begin(&conversations, "aaaa"));
        for name in ["notes", ".alongside-1-2-0.tmp", id("bbbb").as_str()] {
            fs::create_dir(home.conversations().join(name)).expect("made");
        }
        fs::write(home.journal(&id("bbbb")), "").expect("written");
        let listed = conversations.list().expect("listed");
        assert_eq!(names(&listed), [id("aaaa").as_str()]);
    }

    #[test]
    fn a_removed_one_leaves_nothing() {
        let (_temp, home, conversations) = in_a_new_home();
        let open = begin(&conversations, "aaaa");
        conversations.remove(open).expect("removed");
        assert_eq!(conversations.list().expect("listed"), []);
        assert!(entries(&home.conversations()).expect("read").is_empty());
    }

    #[test]
    fn a_crash_while_removing_leaves_no_half_conversation() {
        let (_temp, home, conversations) = in_a_new_home();
        drop(begin(&conversations, "aaaa"));
        let gone = home.conversations().join(format!("{GONE}{}", id("aaaa")));
        fs::rename(home.conversation(&id("aaaa")), &gone).expect("renamed");
        let not_ours = home.conversations().join(".gone-fishing");
        fs::create_dir(&not_ours).expect("made");
        assert_eq!(conversations.list().expect("listed"), []);
        assert!(!gone.exists());
        assert!(not_ours.exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_refused() {
        use std::os::unix::fs::symlink;
        let (temp, home, conversations) = in_a_new_home();
        drop(begin(&conversations, "aaaa"));
        let outside = temp.path().join("outside");
        fs::rename(home.conversation(&id("aaaa")), &outside).expect("moved");
        symlink(&outside, home.conversation(&id("aaaa"))).expect("linked");
        fs::create_dir(home.conversation(&id("bbbb"))).expect("made");
        symlink(outside.join("journal.jsonl"), home.journal(&id("bbbb"))).expect("linked");
        for tail in ["aaaa", "bbbb"] {
            let outcomes = [
                conversations.load(&id(tail)).map(drop),
                conversations.open(&id(tail), samples::moment(0)).map(drop),
            ];
            for outcome in outcomes {
                assert!(matches!(outcome, Err(StoreError::Link { .. })), "{tail}");
            }
        }
        assert_eq!(conversations.list().expect("listed"), []);
        symlink(
            &outside,
            home.conversations().join(format!("{GONE}{}", id("cccc"))),
        )
        .expect("linked");
        conversations.list().expect("listed");
        assert!(outside.join("journal.jsonl").exists());
    }

    #[test]
    fn damage_is_said_and_stops_nothing() {
        let (_temp, home, conversations) = in_a_new_home();
        drop(begin(&conversations, "aaaa"));
        let path = home.journal(&id("aaaa"));
        let good = fs::read(&path).expect("read");
        fs::write(&path, [&good[..], b"\xFF\n", &good, b"{\"v\""].concat()).expect("written");
        let said = conversations.load(&id("aaaa")).expect("read");
        assert_eq!(said.events.len(), 2);
        assert_eq!(said.set_aside[0].why, Why::NotText);
        assert!(said.torn);
    }

    #[test]
    fn all_that_holds_its_name_can_be_settled() {
        let (_temp, _home, conversations) = in_a_new_home();
        let open = begin(&conversations, "aaaa");
        let expected = if cfg!(unix) { 3 } else { 1 };
        assert_eq!(open.sync_handles().len(), expected);
    }
}
