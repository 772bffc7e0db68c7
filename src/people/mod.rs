//! Who was met: every finished record and every open conversation in a few facts.
//!
//! Known people are a view of the records, never a second store: nothing here is kept anywhere but in the records
//! themselves, and whoever deletes one has deleted it here.
//!
//! | file | what it holds |
//! |---|---|
//! | [`met`] | one conversation, in what its header says |
//! | [`threads`] | the conversations that belong to one crisis |
//! | [`board`] | who is in crisis, and when somebody is in touch next |
//! | [`stick`] | what sticking close adds to a finished record |

pub mod board;
pub mod met;
pub mod stick;
#[cfg(test)]
mod tests;
pub mod threads;

pub use board::{Contact, Crisis, InCrisis, board, crises};
pub use met::{Met, Stands};
pub use stick::{Stick, Sticking};
pub use threads::{Thread, root_of, threads};
