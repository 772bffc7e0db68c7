//! Who was met: every finished record and every open conversation in a few facts.
//!
//! Known people are a view of the records, never a second store: nothing here is kept anywhere but in the records
//! themselves, and whoever deletes one has deleted it here.
//!
//! | file | what it holds |
//! |---|---|
//! | [`met`] | one conversation, in what its header says |

pub mod met;

pub use met::{Met, Stands};
