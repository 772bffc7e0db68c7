//! The disk: home, journal, atomic files, locks, records, settings.

pub mod atomic;
pub mod conversations;
pub mod error;
mod files;
pub mod home;
pub mod journal;
pub mod library;
pub mod lines;
pub mod lock;
#[cfg(test)]
mod samples;
pub mod sync;

pub use conversations::{Conversations, Listed, OpenConversation};
pub use error::{Result, StoreError};
pub use home::Home;
pub use journal::Journal;
pub use library::{Elsewhere, Found, Library, Listing, RecordFile, Saved};
pub use lines::{JournalRead, SetAside, Why};
pub use lock::Lock;
pub use sync::{SyncHandle, Syncer};
