//! People already met, line by line: a numbered list of them, and the ten lines once they are read.

use super::Plain;
use crate::{
    app::SheetKind,
    desk::{Command, Know, Tick},
};

impl Plain {
    /// Does what is asked about people already met. The ten lines are said when the records have been read.
    pub(super) fn know(&mut self, know: Know, tick: Tick) {
        let before = self.app.desk.talk().map(|talk| talk.id.clone());
        self.app.obey(Command::Know(know), tick);
        let here = self.app.desk.talk();
        let begun = here.is_some_and(|talk| Some(&talk.id) != before.as_ref());
        if begun {
            let said = self.app.said.take();
            self.app.show_in_hand();
            self.app.said = said;
            self.say_started();
        }
        let lines = self.app.sheet.as_ref();
        if lines.is_some_and(|sheet| matches!(sheet.kind, SheetKind::Known(_))) {
            return;
        }
        match self.app.sheet.take() {
            Some(sheet) => self.list_sheet(&sheet),
            None => self.say_said(),
        }
    }
}
