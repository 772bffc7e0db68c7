//! Everything hidden: notes are kept, and not a word of them is said. And what two windows on one conversation say.

use std::io;

use super::{Plain, Turn, Typed};
use crate::{
    app::{Screen, Unlocking, table},
    conversation::{self as talk, Conversation},
    desk::{Command, Passphrase, Tick},
    line::{self, Reading},
    words,
};

impl Plain {
    /// Locks if that was to happen by itself before this line came, and says so.
    pub(super) fn lock_if_idle(&mut self) {
        let before = self.app.locked;
        self.app.pressed();
        if before != self.app.locked {
            self.say_locked();
        }
    }

    pub(super) fn say_locked(&mut self) {
        let said = self
            .app
            .locked
            .map(|locked| words::plain::locked(locked.since));
        self.said.extend(said);
    }

    /// Takes in one typed line while everything is hidden.
    pub(super) fn take_while_locked(&mut self, typed: &Typed, tick: Tick) {
        let already = self.said.len();
        if typed.more || !self.app.line_is_empty() {
            self.part_of_note(typed, tick);
        } else {
            match line::read(&typed.text, |_| None::<()>) {
                Reading::Blank if self.by_hand => return self.app.obey(Command::Unlock, tick),
                Reading::Blank => return,
                Reading::Command { name, rest } => {
                    return self.command_while_locked(name, rest, tick);
                }
                _ => self.note(&typed.text, tick),
            }
        }
        self.said.truncate(already);
        self.app.said = None;
        if !typed.more {
            let notes = self.app.desk.talk().map_or(0, |talk| talk.notes.len());
            self.say(words::kept_while_locked(notes));
        }
    }

    fn command_while_locked(&mut self, name: &str, rest: &str, tick: Tick) {
        match table::typed(&name.to_lowercase(), rest.trim()) {
            Command::Leave => self.leave(tick),
            Command::Talk(talk::Command::Undo) => self.turn_hidden(Self::undo, words::UNDONE, tick),
            Command::Talk(talk::Command::Redo) => self.turn_hidden(Self::redo, words::REDONE, tick),
            command => {
                self.app.obey(command, tick);
                match self.app.sheet.take() {
                    Some(sheet) => self.list_sheet(&sheet),
                    None if self.app.said.as_deref() == Some(words::LOCKED_HOW) => {
                        self.app.said = None;
                        self.refuse(words::LOCKED_HOW);
                    }
                    None => self.say_said(),
                }
            }
        }
    }

    /// Undo and redo, without a word of what came or went.
    fn turn_hidden(&mut self, turn: fn(&mut Self, Tick), done: &str, tick: Tick) {
        let already = self.said.len();
        let revision = self.app.desk.talk().map(Conversation::revision);
        turn(self, tick);
        // Where there was nothing to turn it says so, and that names nobody.
        if self.app.desk.talk().map(Conversation::revision) != revision {
            self.said.truncate(already);
            self.say(done);
        }
    }

    /// What would be said of notes is not, while everything is hidden.
    pub(super) fn say_no_words_while_locked(&mut self) {
        if self.app.locked.is_some() {
            self.said.clear();
            self.app.said = None;
        }
    }

    /// Whether the passphrase is to be asked for next.
    pub fn wants_passphrase(&self) -> bool {
        self.app.unlocking.is_some() && !self.app.is_opening()
    }

    /// Takes in the passphrase that was asked for.
    pub fn give_passphrase(&mut self, passphrase: Passphrase) -> Turn {
        if passphrase.expose().is_empty() {
            return self.no_passphrase(&io::ErrorKind::Interrupted.into());
        }
        self.app.give_passphrase(passphrase);
        self.turn()
    }

    /// No passphrase was given, or none could be.
    pub fn no_passphrase(&mut self, why: &io::Error) -> Turn {
        self.app.unlocking = None;
        self.say(if why.kind() == io::ErrorKind::Unsupported {
            words::plain::PASSPHRASE_NEEDS_TERMINAL
        } else {
            words::plain::NO_PASSPHRASE
        });
        self.turn()
    }

    /// A passphrase that did not open the key is answered once; `/unlock` asks again.
    pub(super) fn say_why_not_unlocked(&mut self) {
        let why = |asked: &mut Unlocking| asked.said.is_some();
        if let Some(asked) = self.app.unlocking.take_if(why) {
            self.said.extend(asked.said);
        }
    }

    /// Says that another window has a conversation, with numbers to choose by; or what it holds, once looked at.
    pub(super) fn say_elsewhere(&mut self) {
        if let Some(sheet) = self.app.sheet.take() {
            self.choices.clear();
            self.list_sheet(&sheet);
        }
        let Some(looking) = self.app.looking.take() else {
            return;
        };
        self.app.screen = Screen::Home;
        self.say(words::plain::looking_on(&looking.talk));
        let notes = looking.talk.notes.iter().map(words::plain::looked);
        self.said.extend(notes);
        let id = looking.talk.id;
        self.choices = vec![Command::MoveHere(id.clone()), Command::LookOn(id)];
        let choices = [words::MOVE_HERE, words::plain::LOOK_AGAIN].map(str::to_owned);
        self.say(words::plain::numbered(&choices));
    }
}
