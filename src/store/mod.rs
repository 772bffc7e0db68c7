//! The disk: home, journal, atomic files, locks, records, settings.
//!
//! Here `std::fs` is allowed, and here it stays. The rules of this room:
//!
//! - What a person typed is never lost to the disk: what cannot be written stays in memory and is tried again.
//! - Nothing is written over, but for settings and for records that are added to; those are replaced whole.
//! - A file is private (0600, folders 0700), whatever the computer is set to.
//! - Damage costs what is damaged, is said, and stops nothing.
//! - Looking writes nothing. A home appears when something is first kept in it.
//!
//! | file | what it is for |
//! |---|---|
//! | [`home`] | where everything is |
//! | [`conversations`] | open conversations: begin, list, open, remove |
//! | [`journal`], [`lines`] | writing what is said as it is said; the format, and reading it back |
//! | [`lock`] | one writer a conversation |
//! | [`sync`] | settling the disk, off the drawing thread |
//! | [`library`] | finished records: save, list, find, read, add |
//! | [`settings`], [`local`] | what somebody likes; what a team filled in |
//! | `texts` | the folders of files a team writes: guides, local help |
//! | [`atomic`] | files that are whole or not there |
//! | `within` | no link leads outside the home |
//! | [`error`] | what can go wrong, as sentences |
//!
//! Start reading in [`conversations`].

pub mod atomic;
pub mod conversations;
pub mod error;
mod fields;
mod files;
pub mod home;
pub mod journal;
pub mod library;
pub mod lines;
pub mod local;
pub mod lock;
pub mod settings;
mod sift;
pub mod sync;
mod texts;
mod within;

pub use conversations::{Conversations, Listed, OpenConversation};
pub use error::{Result, StoreError};
pub use files::read_limited;
pub use home::Home;
pub use journal::Journal;
pub use library::{Elsewhere, Found, Library, Listing, RecordFile, Saved, apart_from, save_to};
pub use lines::{JournalRead, SetAside, Why};
pub use local::{Local, Number};
pub use lock::Lock;
pub use settings::{FromFile, Setting, Settings, Theme};
pub use sync::{SyncHandle, Syncer};
pub use texts::Texts;
