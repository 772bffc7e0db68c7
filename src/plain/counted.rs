//! What is noted for the figures, line by line: the sentence it became is said, because it is not the one that was typed.

use super::Plain;
use crate::{
    desk::{Command, Count, Tick},
    words::evidence::facts as said,
};

impl Plain {
    pub(super) fn count(&mut self, count: Count, tick: Tick) {
        let (notes, revision) = self.so_far();
        self.app.obey(Command::Count(count), tick);
        let is_refused = self.app.sheet.is_none() && self.so_far().1 == revision;
        if let Some(why) = self.app.said.take_if(|_| is_refused) {
            return self.refuse(why);
        }
        match self.app.sheet.take() {
            Some(sheet) => self.list_sheet(&sheet),
            None => self.say_said(),
        }
        let last = self.app.desk.talk().and_then(|talk| talk.notes.last());
        let kept = last.filter(|_| self.so_far().0 > notes);
        let kept = kept.map(said::kept_aloud);
        self.said.extend(kept);
    }

    /// How many notes there are, and a number that is another one once anything has changed.
    fn so_far(&self) -> (usize, u64) {
        let talk = self.app.desk.talk();
        talk.map_or((0, 0), |talk| (talk.notes.len(), talk.revision()))
    }
}
