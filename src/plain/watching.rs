//! Observing line by line: a lone number is a stroke, and says so; words are what was heard.

use super::Plain;
use crate::{app::Screen, desk::Tick, words::watching as said};

impl Plain {
    /// A number alone on its line, or `-`, while observing. True when it was counted.
    pub(super) fn tally(&mut self, typed: &str, tick: Tick) -> bool {
        let mut letters = typed.trim_end().chars();
        let (Some(key), None, true) = (
            letters.next(),
            letters.next(),
            self.app.screen == Screen::Watch,
        ) else {
            return false;
        };
        if !self.app.press_tally(key, tick) {
            return false;
        }
        let counted = self.app.watching();
        let counted = counted.map(|watched| said::said_count(&watched, key));
        self.said.extend(counted);
        self.say_said();
        true
    }

    /// What was counted and heard, minute by minute.
    pub(super) fn say_minutes(&mut self) {
        let watched = self.app.watching();
        let read = watched.map(|watched| said::read_out(&watched, watched.until));
        self.said.extend(read.into_iter().flatten());
    }

    /// What each number counts.
    pub(super) fn say_keys(&mut self) {
        if self.app.screen == Screen::Watch {
            self.choices.clear();
            self.say(said::HOW_TO_COUNT);
            self.say(said::keys());
        }
    }
}
