//! More than one person in the talk, line by line: whose words a note is, a family left alone, a call of a few lines.

use super::Plain;
use crate::{
    conversation::{Conversation, Facts, TopicRef},
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

    /// What else a kept line did: it said that the person is there, or who they are; in a call of a few lines, it was one
    /// of them. `came` is what was said of it, `facts` and `topic` are as they were before.
    pub(super) fn say_what_else(&mut self, came: Option<String>, facts: &Facts, topic: &TopicRef) {
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let is_new =
            |now: &Facts| now.present.len() > facts.present.len() || now.person != facts.person;
        let came = came.filter(|_| is_new(&talk.facts));
        self.said
            .extend(came.map(|words| words::plain::stopped(&words)));
        let few = |talk: &&Conversation| talk.guide().a_line_each;
        let Some(talk) = self.app.desk.talk().filter(few) else {
            return;
        };
        let topic = talk.current_topic().filter(|_| talk.topic != *topic);
        let next = topic.map(words::plain::topic);
        let all = talk.has_its_lines() && talk.notes_under(&talk.topic) == 1;
        let last = talk.notes.last();
        let promise = last.is_some_and(|note| talk.note_could_be_a_promise(note));
        self.said.extend(next);
        if promise {
            self.say(words::together::COULD_BE_A_PROMISE_ALOUD);
        }
        if all {
            self.say(words::together::HAS_ITS_LINES_ALOUD);
        }
    }
}
