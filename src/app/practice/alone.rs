//! Playing on one's own: the person answers from the card.

use crate::{
    app::{App, Key},
    desk::Tick,
};

impl App {
    /// A key while playing alone, with no sheet open. True when that is all it did.
    pub(super) fn key_alone(&mut self, _key: Key, _tick: Tick) -> bool {
        false
    }

    /// Enter while playing alone: with words on the line or without. True when it was for that.
    pub(super) fn enter_alone(&mut self, _tick: Tick) -> bool {
        false
    }
}
