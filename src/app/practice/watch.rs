//! The observer: counting, and catching words.

use crate::{
    app::{App, Key},
    desk::Tick,
};

impl App {
    /// A key while observing, with no sheet open. True when it was for counting.
    pub(super) fn key_while_watching(&mut self, _key: Key, _tick: Tick) -> bool {
        false
    }
}
