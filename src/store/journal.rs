//! Writing what is said, as it is said.
//!
//! Each call is one write(2), so what is on the screen is with the operating system before it is drawn: the program
//! may be killed at any instant. Settling it on the disk itself is slow and is left to [`sync`](super::sync).
//!
//! When the disk will not take it (full, a drive gone), the lines stay here in order and go first at the next try.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    error::{At, Result, StoreError},
    files::{create_private, read_limited, refuse_link},
    lines::{self, CANCELLED, JournalRead, LINE_LIMIT},
    sync::SyncHandle,
};
use crate::conversation::Stamped;

/// The most a journal may hold, in bytes: hundreds of hours of typing.
pub const JOURNAL_LIMIT: u64 = 256 << 20;

/// The journal of one conversation, open for adding to.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Arc<File>,
    size: u64,
    waiting: Waiting,
}

impl Journal {
    /// Begins a journal that must not be there yet.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn create(path: &Path) -> Result<Self> {
        let file = create_private(path, OpenOptions::new().append(true)).at(path)?;
        Ok(Self::on(path, file, 0))
    }

    /// Opens a journal that is there. A last line that was cut short is ended first, so that it spoils no other.
    ///
    /// # Errors
    ///
    /// [`StoreError::Link`] when it is a link; else as the disk says.
    pub fn open(path: &Path) -> Result<Self> {
        refuse_link(path)?;
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .open(path)
            .at(path)?;
        let size = file.metadata().at(path)?.len();
        let torn = size > 0 && last_byte(&mut file).at(path)? != Some(b'\n');
        let mut journal = Self::on(path, file, size);
        if torn {
            journal.waiting.bytes.push(b'\n');
        }
        Ok(journal)
    }

    fn on(path: &Path, file: File, size: u64) -> Self {
        Self {
            path: path.to_owned(),
            file: Arc::new(file),
            size,
            waiting: Waiting::default(),
        }
    }

    /// Adds events, after any that are still waiting, with one write.
    ///
    /// # Errors
    ///
    /// [`StoreError::TooLarge`] when the journal, or one of the events, would be too large ever to be read back: then
    /// none of these events is taken. With any other error they are kept and wait ([`Self::retry`]).
    pub fn append(&mut self, events: &[Stamped]) -> Result<()> {
        let before = self.waiting.bytes.len();
        if let Err(error) = self.queue(events) {
            self.waiting.bytes.truncate(before);
            return Err(error);
        }
        self.retry()
    }

    /// Writes what is waiting, if anything is.
    ///
    /// # Errors
    ///
    /// As the disk says; what was not written goes on waiting.
    pub fn retry(&mut self) -> Result<()> {
        let (written, outcome) = self.waiting.write_to(&mut &*self.file);
        self.size += written;
        outcome.at(&self.path)
    }

    /// How many events are in memory only.
    pub fn waiting(&self) -> usize {
        self.waiting.events()
    }

    /// What the sync thread needs in order to settle this journal.
    pub fn sync_handle(&self) -> SyncHandle {
        SyncHandle::new(Arc::clone(&self.file), &self.path)
    }

    fn queue(&mut self, events: &[Stamped]) -> Result<()> {
        for event in events {
            let start = self.waiting.bytes.len();
            lines::write(&mut self.waiting.bytes, event)
                .map_err(io::Error::from)
                .at(&self.path)?;
            let line = (self.waiting.bytes.len() - start) as u64;
            self.hold_to(line, LINE_LIMIT)?;
        }
        self.hold_to(self.size + self.waiting.bytes.len() as u64, JOURNAL_LIMIT)
    }

    fn hold_to(&self, size: u64, limit: u64) -> Result<()> {
        if size <= limit {
            return Ok(());
        }
        Err(StoreError::TooLarge {
            path: self.path.clone(),
            limit,
        })
    }
}

/// Reads the journal at this path.
///
/// # Errors
///
/// [`StoreError::Link`] when it is a link, [`StoreError::TooLarge`] when it is over [`JOURNAL_LIMIT`]; else as the
/// disk says. Damage inside is no error: see [`JournalRead::set_aside`].
pub fn load(path: &Path) -> Result<JournalRead> {
    refuse_link(path)?;
    Ok(lines::read(&read_limited(path, JOURNAL_LIMIT)?))
}

fn last_byte(file: &mut File) -> io::Result<Option<u8>> {
    file.seek(SeekFrom::End(-1))?;
    let mut byte = [0];
    let count = file.read(&mut byte)?;
    Ok((count == 1).then_some(byte[0]))
}

/// Lines the disk has not taken yet.
#[derive(Debug, Default)]
struct Waiting {
    /// Whole lines, in order.
    bytes: Vec<u8>,
    /// A part of the first of them is at the end of the file.
    begun: bool,
}

impl Waiting {
    /// Writes everything if it can. Returns how many bytes were taken, and what stopped it.
    fn write_to(&mut self, out: &mut impl Write) -> (u64, io::Result<()>) {
        let mut written = 0;
        while !self.bytes.is_empty() {
            match self.write_once(out) {
                Ok(count) => written += count as u64,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return (written, Err(error)),
            }
        }
        (written, Ok(()))
    }

    fn write_once(&mut self, out: &mut impl Write) -> io::Result<usize> {
        if self.begun {
            // It is written again whole, so its first part must not count as a line.
            self.bytes.splice(..0, [CANCELLED, b'\n']);
            self.begun = false;
        }
        let count = out.write(&self.bytes)?;
        if count == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        let newline = self.bytes[..count].iter().rposition(|&b| b == b'\n');
        let whole = newline.map_or(0, |newline| newline + 1);
        self.begun = whole < count;
        self.bytes.drain(..whole);
        Ok(count)
    }

    fn events(&self) -> usize {
        self.bytes
            .split(|&byte| byte == b'\n')
            .filter(|line| line.starts_with(b"{"))
            .count()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::conversation::samples::{event, typed};

    #[test]
    fn what_is_appended_is_read_back() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        let mut journal = Journal::create(&path).expect("created");
        journal.append(&[typed(0, "a")]).expect("written");
        journal
            .append(&[typed(1, "b"), typed(2, "c")])
            .expect("written");
        let found = load(&path).expect("read");
        assert_eq!(found.events, [typed(0, "a"), typed(1, "b"), typed(2, "c")]);
        assert_eq!(journal.waiting(), 0);
    }

    #[test]
    fn a_journal_is_never_begun_over_another() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        Journal::create(&path).expect("created");
        assert!(matches!(
            Journal::create(&path),
            Err(StoreError::AlreadyThere { .. })
        ));
    }

    #[test]
    fn after_a_torn_line_the_next_one_is_whole() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        let mut bytes = Vec::new();
        lines::write(&mut bytes, &typed(0, "a")).expect("encoded");
        for cut in 1..bytes.len() {
            fs::write(&path, &bytes[..cut]).expect("written");
            let mut journal = Journal::open(&path).expect("opened");
            journal.append(&[typed(1, "b")]).expect("written");
            let found = load(&path).expect("read");
            assert_eq!(found.events.last(), Some(&typed(1, "b")), "cut at {cut}");
            assert_eq!(found.events.len() + found.set_aside.len(), 2);
            assert!(!found.torn);
        }
    }

    #[test]
    fn opening_a_torn_journal_writes_nothing() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        fs::write(&path, "{\"v\":1").expect("written");
        drop(Journal::open(&path).expect("opened"));
        assert_eq!(fs::read(&path).expect("read"), b"{\"v\":1");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_keeps_the_words() {
        let full = OpenOptions::new()
            .append(true)
            .open("/dev/full")
            .expect("opened");
        let mut journal = Journal::on(Path::new("/dev/full"), full, 0);
        for n in 0..3 {
            let outcome = journal.append(&[typed(n, "a")]);
            assert!(matches!(outcome, Err(StoreError::Full { .. })));
        }
        assert_eq!(journal.waiting(), 3);

        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        let mut freed = Journal::create(&path).expect("created");
        freed.waiting = journal.waiting;
        freed.append(&[typed(3, "a")]).expect("written");
        let expected: Vec<_> = (0..4).map(|n| typed(n, "a")).collect();
        assert_eq!(load(&path).expect("read").events, expected);
    }

    #[test]
    fn what_could_never_be_read_back_is_not_taken() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        let mut journal = Journal::create(&path).expect("created");
        let paste = "a".repeat(usize::try_from(LINE_LIMIT).expect("fits"));
        let outcome = journal.append(&[typed(0, "a"), typed(1, &paste)]);
        assert!(matches!(outcome, Err(StoreError::TooLarge { .. })));
        assert_eq!(journal.waiting(), 0);
        journal.append(&[typed(0, "b")]).expect("written");
        assert_eq!(load(&path).expect("read").events, [typed(0, "b")]);
    }

    #[test]
    fn a_journal_over_the_limit_is_refused() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        let file = File::create(&path).expect("created");
        file.set_len(JOURNAL_LIMIT + 1).expect("a sparse file");
        assert!(matches!(load(&path), Err(StoreError::TooLarge { .. })));
        let mut journal = Journal::open(&path).expect("opened");
        assert!(matches!(
            journal.append(&[typed(0, "a")]),
            Err(StoreError::TooLarge { .. })
        ));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("journal.jsonl");
        fs::write(temp.path().join("elsewhere"), "").expect("written");
        std::os::unix::fs::symlink("elsewhere", &path).expect("linked");
        assert!(matches!(load(&path), Err(StoreError::Link { .. })));
        assert!(matches!(Journal::open(&path), Err(StoreError::Link { .. })));
    }

    /// A disk that takes only so many bytes at each write, and sometimes none.
    struct Stingy {
        taken: Vec<u8>,
        allowances: Vec<usize>,
    }

    impl Write for Stingy {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            match self.allowances.pop().unwrap_or(usize::MAX) {
                0 => Err(io::ErrorKind::StorageFull.into()),
                allowance => {
                    let count = allowance.min(bytes.len());
                    self.taken.extend(&bytes[..count]);
                    Ok(count)
                }
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn however_little_the_disk_takes_each_event_is_there_once(
            events in prop::collection::vec(event(), 1..6),
            allowances in prop::collection::vec(prop_oneof![Just(0), 1_usize..600], 0..20),
        ) {
            let mut disk = Stingy { taken: Vec::new(), allowances };
            let mut waiting = Waiting::default();
            for event in &events {
                lines::write(&mut waiting.bytes, event).expect("encoded");
                let _ = waiting.write_to(&mut disk);
                let found = lines::read(&disk.taken);
                prop_assert!(events.starts_with(&found.events));
            }
            disk.allowances.clear();
            waiting.write_to(&mut disk).1.expect("room at last");
            let found = lines::read(&disk.taken);
            prop_assert_eq!(found.events, events);
            prop_assert_eq!(found.set_aside, []);
            prop_assert!(!found.torn);
        }
    }
}
