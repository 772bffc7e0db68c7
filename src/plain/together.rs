//! More than one person in the talk, line by line: whose words a note is, a family left alone, a call of a few lines.

use super::Plain;
use crate::{
    desk::{Command, Tick, Together},
    words,
};

impl Plain {
    pub(super) fn together(&mut self, what: Together, tick: Tick) {
        let command = Command::Together(what.clone());
        match what {
            Together::Whose(_) => {
                let before = self.meant().cloned();
                self.app.obey(command, tick);
                self.say_changed(before, |_, note| words::together::whose_aloud(note));
            }
            Together::Disagree => {
                let before = self.meant().cloned();
                self.app.obey(command, tick);
                self.say_changed(before, |_, note| words::together::disagreed_aloud(note));
            }
            Together::FamilyTime => {
                self.app.obey(command, tick);
                self.app.said = None;
                self.said
                    .extend(words::together::family_time_aloud(tick.now));
            }
            Together::CarersOwn(_) => {
                let before = self.app.desk.talk().map(|talk| talk.id.clone());
                self.plainly(command, tick);
                if self.app.desk.talk().map(|talk| &talk.id) != before.as_ref() {
                    self.say_started();
                }
            }
        }
    }

    /// After a line of a call of a few lines: what the next is for, or that there are all of them.
    pub(super) fn say_next_line(&mut self, topic_before: bool) {
        let Some(talk) = self.app.desk.talk().filter(|talk| talk.guide().a_line_each) else {
            return;
        };
        let topic = talk.current_topic().filter(|_| topic_before);
        let next = topic.map(words::plain::topic);
        let all = talk.has_its_lines() && talk.notes_under(&talk.topic) == 1;
        self.said.extend(next);
        if all {
            self.say(words::together::HAS_ITS_LINES_ALOUD);
        }
    }
}
