//! What may be talked about.
//!
//! A guide is a TOML file: topics to glance at, open questions, and the headings of the record. It is data and can
//! never run anything. Start in [`model`]; a file becomes a [`Guide`] in [`parse`].

pub mod id;
pub mod model;
pub mod problem;

pub use id::{GuideId, SectionId, TopicId};
pub use model::{Guide, Kind, Section, Take, Topic};
pub use problem::{Place, Problem, Severity};
