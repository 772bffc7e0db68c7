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
//! | who may have which words: every way out asks here | [`reader`] |
//! | the file kept apart, the person's copy, a shorter look | [`apart`], [`copy`], [`show`] |
//! | what a header says for the figures | [`counted`] |
//! | the person's copy as a letter; plain text to paste | [`mod@letter`], [`paste`], both from `parts` |
//! | words that make people go hmm, in the worker's own lines | [`kinder`] |
//! | what is added since, under a heading of ours; the letter as it is read then | [`addition`], [`view`] |
//! | whether somebody in a crisis is steady | [`steady`] |
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
pub mod kinder;
pub mod letter;
pub mod model;
pub mod paste;
pub mod place;
pub mod proportion;
pub mod read;
pub mod reader;
pub mod removed;
pub mod show;
pub mod steady;
pub mod view;
pub mod write;

pub mod counted;

mod dates;
mod doer;
mod entry;
mod front_in;
mod front_strict;
mod gather;
mod intro;
mod parts;
mod voices;

pub use addition::{AddRefusal, Added, Addition, add, add_under};
pub use apart::apart_markdown;
pub use copy::person_copy;
pub use counted::Counted;
pub use doer::Doer;
pub use front::{NotARecord, read_front, replace_front};
pub use front_in::free_id;
pub use gather::promises;
pub use intro::name_gone_by;
pub use keeping::{Keeping, LookedAt, initials};
pub use kinder::{Kinder, Word};
pub use letter::{Around, Form, letter};
pub use model::{Entry, Front, Moved, NextStep, Record, Section, Status, StepState, Voice, Voided};
pub use place::{Heading, headings, section_for, sections};
pub use proportion::{Tally, goes_apart, goes_in, tally};
pub use read::{Reading, read};
pub use reader::{Cleared, List, NotHome, Reader, Refused};
pub use removed::Removed;
pub use show::detail_cut;
pub use steady::Steadiness;
pub use write::{FOOT, markdown};
