//! Talking a role-play over.

use crate::{
    app::{App, Key},
    desk::Tick,
};

impl App {
    /// Opens the debrief of what is being played.
    pub(super) fn debrief(&mut self, _tick: Tick) {}

    /// Opens the debrief of what was played last, or of the one whose id begins like this.
    pub(super) fn open_debrief(&mut self, _id: Option<&str>) {}

    /// A key in the debrief, with no sheet open. True when that is all it did.
    pub(super) fn key_in_debrief(&mut self, _key: Key, _tick: Tick) -> bool {
        false
    }

    /// An answer was kept.
    pub(super) fn answered(&mut self, _tick: Tick) {}
}
