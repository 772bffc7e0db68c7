//! The language of the line: what one typed line means.
//!
//! Marks at the start or alone, `#topic`, `/command`, `Carol: ` for somebody else's words, a leading space for plain
//! text; and who and when of a next step. [`read()`] turns a line into a [`Reading`]; [`read_step`] reads a sentence.
//! Nothing here changes a word: a reading points at the words it was given.
//!
//! | file | what it reads |
//! |---|---|
//! | [`mark`], [`mod@read`], `speaker` | a line: its kind, its topic, whose words |
//! | [`step`] | a sentence: [`Step`], who does what by when |
//! | `who` | the doer |
//! | [`when`], `counted`, `dated`, `clock` | a named day, a length of time, a written date, a time of day |
//! | [`listed`] | a step's words where the day stands beside them |
//! | `noted` | what follows a command for the figures: a colleague, a day that has been |
//! | [`spent`] | money at the beginning of a line: a spend or not, how much, what for |
//! | `sentence`, `names`, `calendar` | what those stand on: words with places, names of days, sums with days |

mod calendar;
mod clock;
mod counted;
mod dated;
pub mod listed;
pub mod mark;
mod names;
mod noted;
pub mod read;
mod sentence;
mod speaker;
pub mod spent;
pub mod step;
pub mod when;
mod who;

pub use counted::{Length, read_length};
pub use listed::{after_i_will, without_day};
pub use mark::Mark;
pub use names::{month, weekday};
pub use noted::{NotPast, read_colleague, read_past_day, takes_back};
pub use read::{Reading, Words, read};
pub use spent::{NotSpent, read_spend, spend};
pub use step::{Day, Known, Outcome, Step, When, Who, read_step};
pub use when::read_day;
