//! Finished records, line by line: the same list and choices as in the full screen, and an answer typed where one is
//! asked for.

use super::{Awaited, Plain, Typed};
use crate::{
    conversation::ConversationId,
    desk::{Command, Question, Records, Tick},
    line::{self, Reading},
    words::adding as words,
};

impl Plain {
    /// The question. The next line is the answer to it, unless it is a command.
    pub(super) fn ask_of_record(&mut self, id: ConversationId, question: Question) {
        let goes_on = matches!(&question, Question::Statement(lines) if !lines.is_empty());
        // The lines of a statement follow each other with nothing said between them.
        if !goes_on {
            self.say(words::asks(&question));
        }
        self.asked = Some(Awaited::Record(id, question));
    }

    /// Takes a line as that answer. True when it was.
    pub(super) fn take_answer_of_record(
        &mut self,
        id: ConversationId,
        question: Question,
        typed: &Typed,
        tick: Tick,
    ) -> bool {
        let reading = line::read(&typed.text, |_| None::<()>);
        // Once somebody's own words have begun, every line is one of them.
        let is_theirs = matches!(&question, Question::Statement(lines) if !lines.is_empty());
        if matches!(reading, Reading::Command { .. }) && !is_theirs {
            return false;
        }
        let answer = Records::Answer(id, question, typed.text.clone());
        self.app.obey(Command::Records(answer), tick);
        self.say_said();
        self.say_what_is_asked();
        true
    }
}
