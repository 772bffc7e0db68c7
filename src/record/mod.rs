//! What is kept: proportion, headings, Markdown out and in.
//!
//! A finished conversation becomes a [`Record`], and a record is a Markdown file a person can read, print and keep.
//!
//! | step | where |
//! |---|---|
//! | which heading a note goes under | [`place`] |
//! | how much would go in | [`proportion`] |
//! | a conversation becomes a record | [`gather`](Record::from_conversation) |
//! | a record becomes Markdown | [`write`](mod@write), with [`front`] for its header and `entry` for each line |
//! | Markdown becomes a record again | [`read`](mod@read), the same three the other way |
//! | typed words stay words | [`inert`] |
//! | the file kept apart, the person's copy, a shorter look | [`apart`], [`copy`], [`show`] |
//! | what is added since, under a heading of ours; the letter as it is read then | [`addition`], [`view`] |
//! | when to look at it again, and what stays when it is removed | [`keeping`], [`removed`] |
//!
//! Two laws hold the room, with a CommonMark parser that is not ours as the referee: whatever was typed, the headings
//! are exactly ours and the words are exactly theirs; and a record read back is the record that was written.

pub mod addition;
pub mod apart;
pub mod copy;
pub mod front;
pub mod inert;
pub mod keeping;
pub mod model;
pub mod place;
pub mod proportion;
pub mod read;
pub mod removed;
pub mod show;
pub mod view;
pub mod write;

mod clean;
mod dates;
mod entry;
mod front_in;
mod front_strict;
mod gather;
mod intro;
mod voices;

pub use addition::{AddRefusal, Added, Addition, add, add_under};
pub use apart::apart_markdown;
pub use copy::{CopyRefusal, person_copy};
pub use front::{NotARecord, read_front, replace_front};
pub use gather::promises;
pub use intro::name_gone_by;
pub use keeping::{Keeping, LookedAt, initials};
pub use model::{Entry, Front, Moved, NextStep, Record, Section, Status, StepState, Voice, Voided};
pub use place::{Heading, headings, section_for, sections};
pub use proportion::{Tally, tally};
pub use read::{Reading, read};
pub use removed::Removed;
pub use show::detail_cut;
pub use write::{FOOT, markdown};
