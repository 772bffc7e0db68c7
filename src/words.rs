//! Every sentence the interface says to a person, in one place.
//!
//! Short sentences, the important word first; what is safe before what to do; people, not files. At most 75 characters
//! a line, so that the narrowest screens wrap rather than cut.

pub mod adding;
pub mod alone;
mod amiss;
pub mod cli;
pub mod close;
pub mod copies;
pub mod debriefing;
mod done;
pub mod evidence;
mod fixed;
mod initials;
pub mod keeping;
pub mod known;
pub mod local_help;
mod names;
pub mod plain;
pub mod practice;
pub mod promise;
mod said;
mod sealed;
pub mod sealing;
mod time;
pub mod together;
pub mod watching;

pub use amiss::*;
pub use done::{changed_notes, done};
pub use fixed::*;
pub use initials::{initials, initials_among};
pub use names::*;
pub use said::*;
pub use sealed::*;
pub use time::{ago, clock, day, day_short, full_date};
