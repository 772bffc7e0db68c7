//! What was promised, line by line: the same choices as in the full screen, and an answer typed where one is asked for.

use super::{Awaited, Plain, Typed};
use crate::{
    app::{Sheet, SheetKind},
    desk::{Asked, Command, Follow, Index, Tick},
    line::{self, Reading},
    promise::{Place, side_by_side},
    words::{self, promise as said},
};

impl Plain {
    /// Asks for what the program wants to know of a promise, where it does.
    pub(super) fn say_what_is_asked(&mut self) {
        let wants = |sheet: &mut Sheet| {
            use SheetKind::{Adding, FollowUp, Known, Record, RecordMenu};
            matches!(
                sheet.kind,
                FollowUp(..) | Record | RecordMenu(_) | Adding(..) | Known(_)
            )
        };
        if let Some(sheet) = self.app.sheet.take_if(wants) {
            self.say_said();
            self.list_sheet(&sheet);
        }
    }

    /// The question of a sheet that takes an answer. The next line is that answer, unless it is a command.
    pub(super) fn ask_about(&mut self, place: Place, asked: Asked) {
        self.say(said::asks(asked));
        self.asked = Some(Awaited::Promise(place, asked));
    }

    /// Takes a line as the answer to what was asked. True when it was.
    pub(super) fn take_answer(&mut self, typed: &Typed, tick: Tick) -> bool {
        let (place, asked) = match self.asked.take() {
            None => return false,
            Some(Awaited::Promise(place, asked)) => (place, asked),
            Some(Awaited::Record(id, question)) => {
                return self.take_answer_of_record(id, question, typed, tick);
            }
        };
        let reading = line::read(&typed.text, |_| None::<()>);
        if typed.more || matches!(reading, Reading::Command { .. }) {
            return false;
        }
        let answer = Follow::Answer(place, asked, typed.text.clone());
        self.app.obey(Command::Follow(answer), tick);
        self.say_said();
        self.say_what_is_asked();
        true
    }

    /// How many promises are due, for the first line. Nothing while that is not known.
    pub(super) fn say_count_due(&self) -> Option<String> {
        let known = matches!(self.app.desk.index, Index::Read(_));
        known.then(|| said::count_due(self.app.due_now().len()))
    }

    /// What was promised in this conversation, in one block: I will, you will, they will.
    pub(super) fn say_sides(&mut self) {
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let today = self.app.now.date_naive();
        let sides = side_by_side(talk).into_iter();
        let said: Vec<String> = sides
            .map(|(side, promises)| words::promise::side_aloud(side, &promises, today))
            .collect();
        self.said.extend(said);
    }
}
