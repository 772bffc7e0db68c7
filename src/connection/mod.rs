//! Local help: the team's own list, and finding in it.
//!
//! A team writes a list by hand, as TOML or as the rows of a spreadsheet, or imports what its council publishes.
//! `examples/connections/` has lists to start from, and says how.
//!
//! | file | what it holds |
//! |---|---|
//! | [`listing`], [`hours`] | one piece of local help, how it reads in a note, and whether it is there today |
//! | [`find`], `index`, [`everyday`] | all of them; finding by the start of any word, and by what people say |
//! | [`memory`] | what the team remembers of them, and what of that a publisher should hear |
//! | [`read`](mod@read), `block`, [`rows`] | list files to listings, and what is wrong with each file |
//! | [`open_referral`], [`package`] | what councils publish: services as JSON, or as tables with a descriptor |
//! | [`import`] | which reader a file is for, and what is new in it |
//! | `tidy` | words as a list keeps them |
//!
//! A fault costs the line it is on, or at most its own listing. A list is most needed when nobody has time to mend it.

mod block;
pub mod everyday;
pub mod find;
pub mod hours;
pub mod import;
mod index;
pub mod listing;
pub mod memory;
pub mod open_referral;
pub mod package;
pub mod read;
#[cfg(test)]
mod read_tests;
pub mod rows;
mod tidy;

pub use find::{Listings, MOST_UNASKED};
pub use hours::Today;
pub use listing::{Listing, Running};
pub use memory::{Memory, Remembered, Remembering, Standing};
pub use read::{FORMAT, LARGEST_FILE, read};
pub use rows::LARGEST_ROWS;
