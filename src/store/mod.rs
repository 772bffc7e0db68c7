//! The disk: home, journal, atomic files, locks, records, settings, sealing.
//!
//! Here `std::fs` is allowed, and here it stays; only [`disk`] changes anything with it. The rules of this room:
//!
//! - What a person typed is never lost to the disk: what cannot be written stays in memory and is tried again.
//! - Nothing is written over, but for settings and for records that are added to; those are replaced whole.
//! - A file is private (0600, folders 0700), whatever the computer is set to.
//! - Damage costs what is damaged, is said, and stops nothing.
//! - Looking writes nothing but what saves reading hundreds of files again, and the other half of what was being written
//!   when the program was stopped. A home appears when something is first kept in it.
//!
//! | file | what it is for |
//! |---|---|
//! | [`home`] | where everything is |
//! | `place` | whether the home is still where it was |
//! | [`disk`] | the few things asked of a file system, and what each is for |
//! | [`conversations`] | open conversations: begin, list, open, remove |
//! | [`journal`], [`pieces`], [`lines`] | writing what is said as it is said; its files; the format, and reading it back |
//! | [`lock`] | one writer a conversation |
//! | [`boot`] | what ended a conversation whose journal does not say |
//! | [`sync`] | settling the disk, off the drawing thread |
//! | [`library`] | finished records: save, list, find, read, add, remove |
//! | [`letters`] | people's copies of their records, on their way to be printed or sent |
//! | [`given`] | anything else that somebody says where to write: a page, a folder of tables |
//! | [`index`] | what all of them and every open conversation hold in short: promises, and who was met |
//! | [`evidence`], [`evidence_kept`] | what all records add up to; what is kept beside them |
//! | [`packages`] | figures of other teams, read and checked; the name this home has in its own |
//! | [`cache`], `stamp` | what was found in files, kept so that they need not all be read again; whether one is as it was |
//! | [`promises`], [`sticking`] | what became of a promise, put back; what is added for somebody in crisis |
//! | [`additions`] | anything else added to a record |
//! | [`answers`] | what is begun to be added, as it is typed |
//! | [`stories`], [`feedback`] | stories of difference; what people and staff said when they were asked |
//! | [`settings`], [`local`] | what somebody likes; what a team filled in |
//! | [`local_help`] | what was imported of local help, and what is remembered of it |
//! | `turn` | one window at a time with a small file |
//! | [`carried`] | an observer's part as a file for another computer |
//! | [`texts`] | records as files, plain or sealed |
//! | [`vault`], `seal` | sealing: on or off, locked or not; the one file that knows the sealed format |
//! | `sealing` | sealing and unsealing everything there is |
//! | `team` | the folders of files a team writes: guides, scenarios, local help |
//! | [`atomic`] | files that are whole or not there |
//! | `within` | no link leads outside the home |
//! | [`error`] | what can go wrong, as sentences |
//!
//! Start reading in [`conversations`].

pub mod additions;
pub mod answers;
pub mod atomic;
pub mod boot;
pub mod cache;
pub mod carried;
pub mod conversations;
pub mod disk;
pub mod error;
pub mod evidence;
pub mod evidence_kept;
pub mod exports;
#[cfg(all(test, feature = "seal"))]
mod faults;
pub mod feedback;
mod fields;
mod files;
pub mod given;
pub mod home;
pub mod index;
pub mod journal;
pub mod letters;
pub mod library;
pub mod lines;
pub mod local;
pub mod local_help;
pub mod lock;
#[cfg(not(feature = "seal"))]
mod no_seal;
pub mod packages;
pub mod pieces;
mod place;
pub mod promises;
#[cfg(feature = "seal")]
mod seal;
#[cfg(feature = "seal")]
pub mod sealing;
pub mod settings;
mod sift;
mod stamp;
pub mod sticking;
pub mod stories;
pub mod sync;
mod team;
#[cfg(test)]
mod tests;
pub mod texts;
mod turn;
pub mod vault;
mod within;

pub use atomic::OnErrand;
pub use boot::CutOff;
pub use carried::{bring, carry};
pub use conversations::{Conversations, Kept, Listed, OpenConversation};
#[cfg(test)]
pub(crate) use disk::faulty;
pub use disk::{Disk, Errand, RealDisk};
pub use error::{Result, StoreError};
pub use files::read_limited;
pub use home::Home;
pub use journal::Journal;
pub use library::{
    Elsewhere, Found, Library, Listing, RecordFile, Removal, Removals, Saved, apart_from, save_to,
};
pub use lines::{JournalRead, SetAside, Why};
pub use local::{Local, Number};
pub use lock::{Held, Lock, ask_to_move};
pub use settings::{FromFile, Setting, Settings, Theme};
pub use sync::{Settle, SyncHandle, Syncer};
pub use team::TeamFolder;
pub use vault::Vault;
