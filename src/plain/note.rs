//! A typed line is kept: a note, a mark for one, a topic for one. What was understood of it is said.

use super::{Plain, Typed};
use crate::{
    app::Quiet,
    conversation::{self as talk, Conversation, LONGEST_NOTE, Note, TopicRef},
    desk::{Command, Tick},
    guide::Kind,
    line::{Mark, Reading},
    words,
};

/// What a line without a slash turned out to be.
enum Is {
    Note,
    Mark(Mark),
    Apart,
    Topic,
}

impl Plain {
    /// A line that goes on from the one before, or will go on: it is on the desk's line, and so in the journal.
    pub(super) fn part_of_note(&mut self, typed: &Typed, tick: Tick) {
        self.begin_if_none(tick);
        if self.app.desk.line().len() + typed.text.len() >= LONGEST_NOTE {
            self.note("", tick);
        }
        if !typed.more {
            return self.note(&typed.text, tick);
        }
        let (kept, rest) = self.kept_in_parts(&typed.text, tick);
        let part = if kept {
            format!(" {rest}\n")
        } else {
            format!("{rest}\n")
        };
        self.app
            .obey(Command::Talk(talk::Command::Type(part)), tick);
    }

    /// Types a line and keeps it; as several notes where one cannot hold it.
    pub(super) fn note(&mut self, text: &str, tick: Tick) {
        self.begin_if_none(tick);
        let (kept, rest) = self.kept_in_parts(text, tick);
        if kept {
            self.say(words::plain::KEPT_IN_PARTS);
            self.one_note(&format!(" {rest}"), tick);
        } else {
            self.one_note(rest, tick);
        }
    }

    /// Keeps as many whole notes as are in a text too long for one, and gives what is left. A space first says that
    /// what follows is just text, whatever it begins with.
    fn kept_in_parts<'a>(&mut self, text: &'a str, tick: Tick) -> (bool, &'a str) {
        let mut rest = text;
        let mut kept = false;
        while rest.len() >= LONGEST_NOTE {
            let whole = (0..LONGEST_NOTE - 1).rfind(|at| rest.is_char_boundary(*at));
            let (part, after) = rest.split_at(whole.unwrap_or_default());
            let space = if kept { " " } else { "" };
            self.one_note(&format!("{space}{part}"), tick);
            (kept, rest) = (true, after);
        }
        (kept, rest)
    }

    fn one_note(&mut self, text: &str, tick: Tick) {
        let letters = talk::Command::Type(text.to_owned());
        self.app.obey(Command::Talk(letters), tick);
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let is = match talk.reading() {
            Reading::Mark(mark) => Is::Mark(mark),
            Reading::Apart => Is::Apart,
            Reading::Topic(_) => Is::Topic,
            Reading::Blank | Reading::Note(_) | Reading::Command { .. } => Is::Note,
        };
        let notes = talk.notes.len();
        let (topic, facts) = (talk.topic.clone(), talk.facts.clone());
        let before = self.meant().cloned();
        let keep = talk::Command::Keep {
            late: false,
            chosen: self.app.note,
        };
        self.app.obey(Command::Talk(keep), tick);
        match is {
            Is::Note => {
                let came = self.app.said.take();
                self.say_kept(notes);
                self.say_what_else(came, &facts, &topic);
            }
            Is::Mark(mark) => self.say_marked(before, mark),
            Is::Apart => self.say_changed(before, |_, note| words::plain::apart(note)),
            Is::Topic => self.say_changed(before, |talk, note| {
                words::plain::under(&title(talk, &note.topic), note)
            }),
        }
        self.say_quiet();
        self.clear_line(tick);
    }

    /// A line the conversation was left with is kept as a note: here there is no line to go on typing.
    pub(super) fn keep_waiting_line(&mut self, tick: Tick) {
        let waiting = self.app.desk.line().trim_end().to_owned();
        if waiting.is_empty() || self.is_alone() || self.app.is_family_time() {
            return;
        }
        self.say(words::plain::line_was_kept(&waiting));
        let keep = talk::Command::Keep {
            late: false,
            chosen: None,
        };
        self.app.obey(Command::Talk(keep), tick);
        self.app.said = None;
        self.clear_line(tick);
    }

    fn say_kept(&mut self, notes_before: usize) {
        self.app.said = None;
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        if talk.notes.len() <= notes_before {
            return;
        }
        self.app.note = None;
        let said = talk
            .notes
            .last()
            .and_then(|note| kept(talk, note, self.app.now));
        self.said.extend(said);
    }

    /// Says that a mark went on the note that was meant, or came off it.
    pub(super) fn say_marked(&mut self, before: Option<Note>, mark: Mark) {
        let today = self.app.now.date_naive();
        self.say_changed(before, |_, note| words::plain::marked(note, today));
        if mark == Mark::ComeBack {
            self.say(words::plain::WANTED_HELP);
        }
    }

    /// Says what changed in the note that was meant, or why nothing did.
    pub(super) fn say_changed(
        &mut self,
        before: Option<Note>,
        say: impl FnOnce(&Conversation, &Note) -> String,
    ) {
        let after = before.as_ref().and_then(|before| {
            let talk = self.app.desk.talk()?;
            let note = talk.note(before.id)?;
            (note != before).then(|| say(talk, note))
        });
        match (after, self.app.said.take()) {
            (Some(said), _) => self.say(said),
            (None, Some(why)) => self.refuse(why),
            (None, None) => {}
        }
    }

    pub(super) fn say_quiet(&mut self) {
        let Some(quiet) = self.app.quiet.take() else {
            return;
        };
        if quiet == Quiet::StickingClose {
            return self.say(words::close::QUIET);
        }
        let crisis = self
            .app
            .desk
            .guide()
            .is_some_and(|guide| guide.kind == Kind::Crisis);
        self.say(if crisis {
            words::plain::QUIET_IN_CRISIS
        } else {
            words::plain::QUIET
        });
    }

    /// Nothing stays on the line between two lines. What a refused line typed is undone, not cleared, so that it does
    /// not stand in the way of `/undo`.
    pub(super) fn clear_line(&mut self, tick: Tick) {
        while !self.app.line_is_empty() && self.last_done().is_some() {
            self.app.obey(Command::Talk(talk::Command::Undo), tick);
        }
        self.app.said = None;
    }
}

fn kept(talk: &Conversation, note: &Note, now: talk::Moment) -> Option<String> {
    let elsewhere = (note.topic != talk.topic).then(|| title(talk, &note.topic));
    let is_back = |note: &&Note| note.mark == Some(Mark::ComeBack);
    let come_back = talk.notes.iter().filter(is_back).count();
    words::plain::kept(note, elsewhere.as_deref(), come_back, now.date_naive())
}

fn title(talk: &Conversation, topic: &TopicRef) -> String {
    let found = talk
        .guide_named(&topic.guide)
        .and_then(|guide| guide.topic(&topic.topic));
    found.map(|topic| topic.title.clone()).unwrap_or_default()
}
