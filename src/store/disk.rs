//! The few things this room asks of a file system, and what each is for.
//!
//! Everything in `store` that writes goes through a [`Disk`], and says with an [`Errand`] what it is doing. The program
//! uses [`RealDisk`]. Tests use a double that fails at a chosen step, so that every step of every errand can be shown
//! to leave the old or the new and never neither (`store::faults`). A new errand without such a test does not compile.

use std::{
    fmt,
    fs::TryLockError,
    io,
    path::Path,
    sync::{Arc, OnceLock},
};

#[cfg(test)]
pub(crate) mod faulty;
mod real;

pub use real::RealDisk;

/// What a write is for. Each is a way of writing that has its own test of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Errand {
    /// The folder of a new conversation.
    Begin,
    /// The lock beside a journal.
    Lock,
    /// What is said, as it is said.
    Journal,
    /// Pieces of a journal becoming one.
    Fold,
    /// A conversation whose record is kept going from the open ones.
    TakeAway,
    /// A record and what was kept apart from it.
    Record,
    /// Something added to a record.
    Addition,
    /// A record and what was kept apart from it being removed, and the note that stays.
    Remove,
    /// A setting somebody changed.
    Settings,
    /// The seal of a home that cannot be reached, put on the folder that stands in for it.
    SpareSeal,
    /// The key to what is sealed, and the list of who can open it.
    SealKeys,
    /// What was there already being sealed, sealed to one more, or unsealed.
    Seal,
    /// A guide or a scenario to start from, a calendar or a letter, where somebody asked for it.
    NewFile,
    /// What was found in records and conversations, kept so that they need not all be read again.
    Cache,
    /// Local help that was imported.
    Imported,
    /// Something remembered of local help.
    Remembered,
    /// What is begun to be added to records, told or asked, as it is typed.
    Answers,
    /// A file kept beside the records: a baseline, what was counted elsewhere.
    Evidence,
    /// A story of difference.
    Story,
    /// What somebody said when they were asked.
    Feedback,
    /// Seeing whether a folder can be written, for `alongside doctor`.
    Doctor,
}

impl Errand {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Begin,
        Self::Lock,
        Self::Journal,
        Self::Fold,
        Self::TakeAway,
        Self::Record,
        Self::Addition,
        Self::Remove,
        Self::Settings,
        Self::SpareSeal,
        Self::SealKeys,
        Self::Seal,
        Self::NewFile,
        Self::Cache,
        Self::Imported,
        Self::Remembered,
        Self::Answers,
        Self::Evidence,
        Self::Story,
        Self::Feedback,
        Self::Doctor,
    ];
}

/// A file system that can be written. What is made is private: files 0600, folders 0700, whatever the umask.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Makes a file that must not be there yet, to add to its end.
    ///
    /// # Errors
    ///
    /// As the disk says; `AlreadyExists` when the name is taken.
    fn create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file that is there, to add to its end.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn open(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file, or makes it.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn open_or_create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Makes one folder that must not be there yet.
    ///
    /// # Errors
    ///
    /// As the disk says; `AlreadyExists` when the name is taken.
    fn make_folder(&self, errand: Errand, path: &Path) -> io::Result<()>;

    /// Gives a file a second name, which must be free.
    ///
    /// # Errors
    ///
    /// As the disk says; `AlreadyExists` when the name is taken. Not every drive has second names.
    fn link(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file or folder another name, in one step. A file of that name is replaced.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn rename(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn remove(&self, errand: Errand, path: &Path) -> io::Result<()>;

    /// Takes a folder away, with all that is in it. Links in it go; what they lead to stays.
    ///
    /// # Errors
    ///
    /// As the disk says; then some of what was in it may be gone.
    fn remove_folder(&self, errand: Errand, path: &Path) -> io::Result<()>;

    /// Settles a folder's list of names. Where a folder has no such thing, that is no error.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn sync_folder(&self, errand: Errand, path: &Path) -> io::Result<()>;
}

/// A file open for adding to its end.
pub trait DiskFile: fmt::Debug + Send + Sync {
    /// Adds as many of the bytes as the disk takes in one go, and says how many.
    ///
    /// # Errors
    ///
    /// As the disk says; then none were taken.
    fn add(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Settles what was added. Where a file has no such thing, that is no error.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn sync(&self) -> io::Result<()>;

    /// Empties the file.
    ///
    /// # Errors
    ///
    /// As the disk says.
    fn clear(&self) -> io::Result<()>;

    /// Whether this is still the file of that name: not moved, not taken away, its drive not gone.
    fn is_at(&self, path: &Path) -> bool;

    /// Takes the system's lock on the file, which goes with this process at the latest.
    ///
    /// # Errors
    ///
    /// `WouldBlock` when somebody has it; another when this drive has no locks.
    fn try_lock(&self) -> Result<(), TryLockError>;
}

impl dyn DiskFile + '_ {
    /// Adds all of the bytes.
    ///
    /// # Errors
    ///
    /// As the disk says; then some of them may be in the file.
    pub fn add_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match self.add(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// The computer's own disk.
pub fn real() -> Arc<dyn Disk> {
    static REAL: OnceLock<Arc<dyn Disk>> = OnceLock::new();
    Arc::clone(REAL.get_or_init(|| Arc::new(RealDisk)))
}
