//! Local help: the team's own list, and finding in it.
//!
//! A list is a TOML file that a team writes by hand: places and people near those it talks with, as few or as many as
//! it knows. `examples/connections/` has one to start from.
//!
//! | file | what it holds |
//! |---|---|
//! | [`listing`] | one piece of local help, and how it reads in a note |
//! | [`find`] | all of them, and finding by the start of any word |
//! | [`read`](mod@read), `block` | list files to listings, and what is wrong with each file |
//!
//! A fault costs the line it is on, or at most its own listing. A list is most needed when nobody has time to mend it.

mod block;
pub mod find;
pub mod listing;
pub mod read;
#[cfg(test)]
mod read_tests;

pub use find::{Listings, MOST_UNASKED};
pub use listing::Listing;
pub use read::{FORMAT, LARGEST_FILE, read};
