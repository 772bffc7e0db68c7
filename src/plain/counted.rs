//! What is noted for the figures, line by line: the sentence it became is said, because it is not the one that was typed.

use super::Plain;
use crate::{
    desk::{Command, Count, Tick},
    words::evidence::facts as said,
};

impl Plain {
    pub(super) fn count(&mut self, count: Count, tick: Tick) {
        let notes = self.notes();
        self.plainly(Command::Count(count), tick);
        if self.notes() > notes {
            let last = self.app.desk.talk().and_then(|talk| talk.notes.last());
            let kept = last.map(said::kept_aloud);
            self.said.extend(kept);
        }
    }

    fn notes(&self) -> usize {
        self.app.desk.talk().map_or(0, |talk| talk.notes.len())
    }
}
