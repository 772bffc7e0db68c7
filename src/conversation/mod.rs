//! What was said.
//!
//! A [`Conversation`] is the fold of its [`Event`]s. A [`Command`] is decided into events ([`decide`], which changes
//! nothing) and events are applied ([`apply`], which never fails). The same events, read back from a journal, give
//! the same conversation; so do fewer of them ([`fold`]), when there are many.

pub mod apply;
pub mod command;
pub mod decide;
pub mod event;
pub mod fact;
pub mod facts;
pub mod fold;
pub mod id;
pub mod keep;
pub mod links;
pub mod note;
pub mod practised;
pub mod reshape;
#[cfg(test)]
pub(crate) mod samples;
pub mod state;
pub mod steady;
#[cfg(test)]
mod tests;
pub mod together;
pub mod topics;

pub use command::{About, Added, Command, Motion, Refusal};
pub use decide::LONGEST_NOTE;
pub use event::{Change, Due, Edit, Editing, Event, Pasted, Stamped, Stop, Talk, Writing};
pub use fact::Fact;
pub use facts::{Caller, Facts, PartOfAssessment, Presence};
pub use id::{ConversationId, Moment, NoteId, TopicRef};
pub use links::{Link, Tie};
pub use note::{Choice, Detail, Note};
pub use practised::{Again, NOT_REAL, Part, Practised, Side};
pub use state::{Conversation, Ending, Group, Line};
pub use steady::{Holds, Reason, Steady, Whose};
pub use together::Alone;
