//! The language of the line: what one typed line means.
//!
//! Marks at the start or alone, `#topic`, `/command`, `Carol: ` for somebody else's words, a leading space for plain
//! text; and who and when of a next step. [`read`] turns a line into a [`Reading`]; [`read_step`] reads a sentence.
//! Nothing here changes a word: a reading points at the words it was given.

pub mod mark;
pub mod read;
mod speaker;
pub mod step;

pub use mark::Mark;
pub use read::{Reading, Words, read};
pub use step::{Day, Step, When, Who};
