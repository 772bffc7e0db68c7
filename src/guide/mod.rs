//! What may be talked about.
//!
//! A guide is a TOML file: topics to glance at, open questions, and the headings of the record. It is data and can
//! never run anything.
//!
//! # The map of the room
//!
//! | file | what it holds |
//! |---|---|
//! | [`model`], [`id`] | what a guide says once it is whole: start here |
//! | [`problem`] | something to say about a file, and where |
//! | [`keys`] | every key a guide may hold, once |
//! | `written` | TOML text to a tree with positions, faults or no faults, and taking its fields; scenarios use it too |
//! | [`parse`](mod@parse), [`draft`] | the tree to a draft and every problem in one run |
//! | [`lint`] | what works but is probably not meant |
//! | `borrow`, `listening` | topics of other guides, and the one in every guide |
//! | [`check`](mod@check) | all of that for one file |
//! | [`built_in`](mod@built_in), [`shelf`] | the guides there are |
//! | [`schema`](mod@schema), [`starter`](mod@starter) | for those who write guides |
//!
//! A text becomes a [`Guide`] in three steps: `written` spells it out, [`parse()`] makes a [`Draft`] of it, and
//! [`check()`] (or the [`Shelf`]) fetches what it borrows. No step stops at a fault.

mod borrow;
pub mod built_in;
pub mod check;
pub mod draft;
pub mod id;
pub mod keys;
#[cfg(test)]
mod laws;
pub mod lint;
mod listening;
pub mod model;
pub mod parse;
pub mod problem;
pub mod schema;
pub mod shelf;
#[cfg(test)]
mod shelf_tests;
pub mod starter;
pub(crate) mod written;

pub use built_in::{BUILT_IN, BuiltIn, built_in};
pub use check::{Checked, check};
pub use draft::{Borrowed, Draft, DraftTopic};
pub use id::{GuideId, SectionId, TopicId};
pub use listening::just_listening;
pub use model::{Guide, Kind, Section, Take, Topic};
pub use parse::{Parsed, parse};
pub use problem::{Place, Problem, Severity};
pub use schema::schema;
pub use shelf::{Listed, Setback, Shelf, TeamFile};
pub use starter::starter;
pub use written::{Marked, tree::LARGEST_FILE};
