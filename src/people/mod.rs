//! Who was met: every finished record and every open conversation in a few facts.
//!
//! Known people are a view of the records, never a second store: nothing here is kept anywhere but in the records
//! themselves, and whoever deletes one has deleted it here.
//!
//! | file | what it holds |
//! |---|---|
//! | [`met`] | one conversation, in what its header says |
//! | [`mod@threads`] | the conversations that belong to one crisis |
//! | [`mod@board`] | who is in crisis, and when somebody is in touch next |
//! | [`stick`] | what sticking close adds to a finished record |
//! | [`known`] | those conversations by who they were with, found with a few letters |
//! | [`told`] | what one record tells of what matters to somebody, word for word |
//! | [`named`] | everybody a conversation names, whoever it is with |
//! | [`lines`] | what to know of somebody before they have to say it again, in ten lines |

pub mod board;
pub mod known;
pub mod lines;
pub mod met;
pub mod named;
pub mod stick;
#[cfg(test)]
mod tests;
pub mod threads;
pub mod told;

pub use board::{Contact, Crisis, InCrisis, board, crises};
pub use known::{People, Person, none_home};
pub use lines::{Line, ten_lines};
pub use met::{Met, Stands};
pub use named::Named;
pub use stick::{Stick, Sticking};
pub use threads::{Thread, checked_since, threads};
pub use told::{Said, Told};
