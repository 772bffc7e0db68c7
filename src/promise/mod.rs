//! What was promised: who does what by when, what became of it, and the same as calendar text.
//!
//! A promise is a next step of a record or of an open conversation. Nothing here is a second store: a [`Promise`] is
//! read from where it stands, and what becomes of it is written back there.
//!
//! | file | what it holds |
//! |---|---|
//! | [`model`] | a promise, who keeps it, and how it stands on a day |
//! | [`made`] | the promises of a record, and of a conversation |
//! | [`happened`] | done, tried, moved: added to the record in one change |
//! | [`lists`] | which come first, which are of this week, what each side will do |
//! | [`mod@calendar`] | promises as an iCalendar file that names nobody |

pub mod calendar;
pub mod happened;
pub mod lists;
pub mod made;
pub mod model;

pub use calendar::calendar;
pub use happened::{Happened, NotAdded, happen};
pub use lists::{Side, by_side, due, of_week, side_by_side};
pub use made::{in_record, of_conversation, of_record};
pub use model::{Doer, Place, Promise, Standing};
