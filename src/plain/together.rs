//! More than one person in the talk, line by line: whose words a note is, a family left alone, a call of a few lines.

use super::{Plain, Typed};
use crate::{
    app::table,
    conversation::{self as talk, Conversation, Facts, LONGEST_NOTE, TopicRef},
    desk::{Command, Tick, Together},
    line::{self, Reading},
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
                self.say_other_side();
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

    /// A line while the family is alone. Words are kept unseen, and an empty line goes back to the talk, where each of
    /// them becomes a note. False where the line may do what it does elsewhere.
    pub(super) fn take_in_family_time(&mut self, typed: &Typed, tick: Tick) -> bool {
        let reading = line::read(&typed.text, |_| None::<()>);
        match reading {
            _ if typed.more => self.keep_unseen(&typed.text, tick),
            Reading::Blank => self.come_back(tick),
            Reading::Command { name, rest } => match table::typed(name, rest) {
                Command::Together(Together::FamilyTime) => self.come_back(tick),
                Command::Leave | Command::Lock | Command::Help => return false,
                _ => self.refuse(words::together::ENTER_GOES_BACK),
            },
            _ => self.keep_unseen(&typed.text, tick),
        }
        true
    }

    fn keep_unseen(&mut self, text: &str, tick: Tick) {
        let waiting = self.app.desk.line().len();
        if waiting + text.len() >= LONGEST_NOTE {
            return self.refuse(words::together::ENTER_GOES_BACK);
        }
        let letters = talk::Command::Type(format!("{text}\n"));
        self.app.obey(Command::Talk(letters), tick);
        self.say(words::together::WORDS_ARE_KEPT);
    }

    fn come_back(&mut self, tick: Tick) {
        self.app.obey(Command::Talk(talk::Command::CarryOn), tick);
        let alone = self.app.desk.talk().and_then(|talk| talk.alone.last());
        let came_back = alone.and_then(words::together::came_back);
        self.said.extend(came_back);
        let waiting = self.app.desk.line().to_owned();
        self.app.obey(Command::Talk(talk::Command::ClearLine), tick);
        for line in waiting.lines().filter(|line| !line.trim().is_empty()) {
            self.say(words::plain::line_was_kept(line));
            self.note(line, tick);
        }
    }

    /// How the other side is kept, while there is only one.
    fn say_other_side(&mut self) {
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let mut sides = talk.notes.iter().filter(|note| note.is_disagreement());
        let meant = self.meant().map(|note| note.id);
        let only = sides.next().filter(|_| sides.next().is_none());
        if only.is_some_and(|only| Some(only.id) == meant) {
            self.say(words::together::other_side_aloud());
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
