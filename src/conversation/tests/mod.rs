//! What a conversation does, told as keys and what comes of them.
//!
//! ```text
//! let talk = given("> Sam rings Joan tomorrow<enter>");
//! talk.holds(["> Sam rings Joan tomorrow [Sam, 2026-03-11]"]);
//! ```
//!
//! It is 14:20 on Tuesday 10 March 2026, and a key comes every tenth of a second. After every key the events so far,
//! written as a journal and read back, give the same conversation: every example is held to that law as well.

mod about;
mod changing;
mod counted;
mod folding;
mod keeping;
mod laws;
mod time;
mod together;
mod typing;
mod undo;

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta};

use super::{
    Command, Conversation, ConversationId, Event, Moment, Motion, Note, NoteId, Refusal, Stamped,
    apply::replay,
};
use crate::{
    guide::{Guide, Kind, Shelf},
    line::{Mark, Who},
};

static LISTEN: LazyLock<Guide> = LazyLock::new(|| built_in(Kind::ListenAndConnect));
static CRISIS: LazyLock<Guide> = LazyLock::new(|| built_in(Kind::Crisis));

fn built_in(kind: Kind) -> Guide {
    let shelf = Shelf::new(vec![]);
    shelf.guide(&kind.main_guide()).expect("is compiled in")
}

/// A conversation, what happened in it, and the time.
struct Talking {
    talk: Conversation,
    events: Vec<Stamped>,
    now: Moment,
}

/// A conversation of the kind listen and connect in which these keys were pressed.
fn given(keys: &str) -> Talking {
    let mut talking = Talking::begun(LISTEN.clone());
    talking.keys(keys);
    talking
}

impl Talking {
    fn begun(guide: Guide) -> Self {
        let now = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
        let id = ConversationId::new(now, guide.kind, 0);
        let mut talking = Self {
            talk: Conversation::begin(id, guide.clone(), None, now),
            events: vec![],
            now,
        };
        talking.happens(Event::Began {
            practice: None,
            guide: Box::new(guide),
            by: None,
        });
        talking
    }

    /// Presses keys: letters, and names in angle brackets. A lone `<` or `>` is a letter.
    fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|after| after.split_once('>'))
                .and_then(|(name, after)| Some((named(name)?, after)));
            match named {
                Some((command, after)) => {
                    self.does(command).expect("can be done");
                    rest = after;
                }
                None => {
                    self.does(Command::Type(letter.into())).expect("types");
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        self
    }

    /// Puts a command, a tenth of a second after the one before.
    fn does(&mut self, command: Command) -> Result<(), Refusal> {
        self.now += TimeDelta::milliseconds(100);
        for event in self.talk.decide(&command, self.now)? {
            self.happens(event);
        }
        assert_eq!(self.replayed(), self.talk, "after {command:?}");
        Ok(())
    }

    fn happens(&mut self, event: Event) {
        let stamped = Stamped {
            at: self.now,
            event,
        };
        self.talk.apply(&stamped);
        self.events.push(stamped);
    }

    /// The conversation as its journal would give it back.
    fn replayed(&self) -> Conversation {
        let read = |event: &Stamped| {
            let line = serde_json::to_string(event).expect("can be written");
            serde_json::from_str(&line).expect("can be read")
        };
        let events: Vec<Stamped> = self.events.iter().map(read).collect();
        replay(self.talk.id.clone(), &events, || None).expect("begins with its guide")
    }

    fn waits(&mut self, milliseconds: i64) -> &mut Self {
        self.now += TimeDelta::milliseconds(milliseconds);
        self
    }

    fn pastes(&mut self, words: &str) -> &mut Self {
        self.does(Command::Paste(words.into())).expect("pastes");
        self
    }

    /// Brings the last note back to the line.
    fn changes(&mut self, split: bool) -> &mut Self {
        self.does(Command::Change { note: None, split })
            .expect("there is a note and the line is free");
        self
    }

    /// A typed command was asked.
    fn asked(&mut self) -> &mut Self {
        self.happens(Event::Asked(self.talk.line.text.clone()));
        assert_eq!(self.replayed(), self.talk);
        self
    }

    /// The notes are exactly these, each as it would be typed and followed by what was read of a step.
    #[track_caller]
    fn holds<const N: usize>(&self, notes: [&str; N]) -> &Self {
        let shown: Vec<String> = self.talk.notes.iter().map(told).collect();
        assert_eq!(shown, notes);
        self
    }

    /// The line is this, with the cursor where `|` stands.
    #[track_caller]
    fn line(&self, with_cursor: &str) -> &Self {
        let mut shown = self.talk.line.text.clone();
        shown.insert(self.talk.line.cursor, '|');
        assert_eq!(shown, with_cursor);
        self
    }

    fn last(&self) -> &Note {
        self.talk.notes.last().expect("there is a note")
    }

    fn topic(&self) -> &str {
        self.talk.topic.topic.as_str()
    }
}

/// The command of a key by name; `None` is no key.
fn named(name: &str) -> Option<Command> {
    Some(match name {
        "enter" => keep(),
        "late" => Command::Keep {
            late: true,
            chosen: None,
        },
        "bs" => Command::Backspace,
        "del" => Command::Delete,
        "c-w" => Command::DeleteWord,
        "c-u" => Command::ClearLine,
        "left" => Command::Cursor(Motion::Left),
        "right" => Command::Cursor(Motion::Right),
        "c-left" => Command::Cursor(Motion::WordLeft),
        "c-right" => Command::Cursor(Motion::WordRight),
        "home" => Command::Cursor(Motion::Start),
        "end" => Command::Cursor(Motion::End),
        "c-z" => Command::Undo,
        "c-y" => Command::Redo,
        "tab" => Command::NextTopic,
        "s-tab" => Command::PreviousTopic,
        "nl" => Command::Type("\n".into()),
        _ => return None,
    })
}

fn keep() -> Command {
    Command::Keep {
        late: false,
        chosen: None,
    }
}

/// A note in a line: apart, mark, whose words, words, and who and when.
fn told(note: &Note) -> String {
    let mut told = String::new();
    if note.apart {
        told.push_str("& ");
    }
    if let Some(mark) = note.mark {
        told.extend([mark.char(), ' ']);
    }
    if let Some(speaker) = &note.speaker {
        told.push_str(&format!("{speaker}: "));
    }
    told.push_str(&note.text);
    if let Some(step) = &note.step {
        let who = match &step.who {
            Who::You => "you",
            Who::Person => "the person",
            Who::Named(name) => name,
            Who::NotSaid => "who?",
        };
        match step.when.due() {
            Some(day) => told.push_str(&format!(" [{who}, {day}]")),
            None => told.push_str(&format!(" [{who}]")),
        }
    }
    told
}

fn mark(mark: Mark) -> Command {
    Command::Mark(None, mark)
}

fn id(number: u32) -> Option<NoteId> {
    Some(NoteId(number))
}
