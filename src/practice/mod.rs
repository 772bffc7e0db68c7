//! Role-play: scenarios to play in threes, and the cards and sheets that are read or printed for it. Nothing in it is
//! real, and every page says so in its first line.
//!
//! A scenario is a TOML file, read like a guide. It is data and can never run anything.
//!
//! # The map of the room
//!
//! | file | what it holds |
//! |---|---|
//! | [`model`] | what a scenario says once it is whole: start here |
//! | [`keys`] | every key a scenario may hold, once |
//! | [`check`](mod@check) | TOML text to a scenario, and every problem in one run |
//! | `lint` | threads nothing opens, and what works but is probably not meant |
//! | [`built_in`], [`scenarios`] | the scenarios there are |
//! | [`starter`](mod@starter) | for those who write one |
//! | `parts` | the parts of a role-play as conversations: the listener's, the observer's, somebody's on her own |
//! | [`watch`], [`debrief`], [`alone`] | each of those: its guide, and what its notes say |
//! | [`caller`] | how the person answers somebody on their own, and the path taken |
//! | [`page`] | a page to read or print, whatever it is printed as |
//! | [`card`], [`trainer`] | the listener's page, an actor's card; everything else, for the trainer |
//! | [`as_text`](mod@as_text), [`as_html`](mod@as_html) | a page as plain text, and as one file for a browser |

pub mod alone;
pub mod as_html;
pub mod as_text;
pub mod built_in;
pub mod caller;
pub mod card;
pub mod check;
pub mod debrief;
pub mod keys;
#[cfg(test)]
mod laws;
mod lint;
pub mod model;
pub mod page;
mod parts;
pub mod scenarios;
pub mod starter;
pub mod trainer;
pub mod watch;

pub use as_html::as_html;
pub use as_text::as_text;
pub use built_in::BUILT_IN;
pub use caller::{
    Answer, Caller, Spoken,
    mood::Mood,
    path::{Met, ThreadPath, WouldOpen},
    turn::{Did, Turn},
};
pub use check::{Checked, check};
pub use model::{
    Actor, ActorId, Debrief, Inject, InjectId, Layer, Level, Move, Scenario, ScenarioId, Speech,
    Thread, ThreadId,
};
pub use page::{NOT_REAL, Page};
pub use scenarios::{Listed, Scenarios};
pub use starter::starter;
