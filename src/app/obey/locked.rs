//! What still can be done while everything is hidden: typing, keeping, undoing, leaving, unlocking. Nothing that is
//! said of it holds a word of anybody's.

use crate::{
    app::{App, SheetKind, table},
    conversation as talk,
    desk::{Command, Effect, Tick, Toward},
    line::Reading,
    words,
};

impl App {
    /// Does a command, if it is one of the few that show nothing.
    pub(super) fn obey_while_locked(&mut self, command: Command, tick: Tick) {
        match command {
            Command::Talk(talk::Command::Keep { .. }) => self.keep_hidden(tick),
            Command::Talk(talk::Command::Undo) => {
                self.put_hidden(&talk::Command::Undo, words::UNDONE, tick);
            }
            Command::Talk(talk::Command::Redo) => {
                self.put_hidden(&talk::Command::Redo, words::REDONE, tick);
            }
            Command::Talk(command) if is_typing(&command) => self.put(&command, tick),
            Command::Delete => self.put(&talk::Command::Delete, tick),
            Command::Space => self.type_in(" ", tick),
            Command::NewLine => self.type_in("\n", tick),
            Command::Toward(toward) => self.move_hidden(toward, tick),
            Command::Enter => self.enter_hidden(tick),
            Command::Back if self.line_is_empty() => {}
            Command::Back => self.said = Some(words::STILL_HERE.to_owned()),
            Command::Unlock => self.unlock(),
            Command::Saved => self.say_all_kept(),
            Command::Leave => {
                self.leave(tick);
                self.forget_what_is_locked();
            }
            Command::Redraw => self.desk.ask(Effect::Redraw),
            Command::Where => self.open(SheetKind::Where),
            Command::KeepIn(folder) => self.desk.ask(Effect::KeepIn(folder)),
            Command::TryAgain => self.desk.ask(Effect::TryAgain),
            _ => self.said = Some(words::LOCKED_HOW.to_owned()),
        }
    }

    /// Enter: a command that can be read is run, words are kept, and an empty line asks for the passphrase.
    fn enter_hidden(&mut self, tick: Tick) {
        let Some(talk) = self.desk.talk() else {
            return self.unlock();
        };
        if talk.line.writing.editing.is_none() {
            if talk.line.text.trim().is_empty() {
                return self.unlock();
            }
            if let Reading::Command { name, rest } = talk.reading() {
                let (name, rest) = (name.to_owned(), rest.to_owned());
                return self.typed_hidden(&name, &rest, tick);
            }
        }
        self.keep_hidden(tick);
    }

    /// A typed command. One from before the hiding cannot be seen, so it waits on the line until it can.
    fn typed_hidden(&mut self, name: &str, rest: &str, tick: Tick) {
        if !self.locked.is_some_and(|locked| locked.command) {
            return self.unlock();
        }
        let command = table::typed(name, rest);
        if !is_possible(&command) {
            self.said = Some(words::LOCKED_HOW.to_owned());
            return;
        }
        self.desk.asked(tick);
        self.obey_while_locked(command, tick);
    }

    /// Keeps what is on the line, and says how many notes there are and nothing of them.
    fn keep_hidden(&mut self, tick: Tick) {
        let before = self.desk.line().to_owned();
        self.keep(tick);
        self.quiet = None;
        // A line that is still there was refused, for a reason that names nobody.
        if before != self.desk.line() {
            let notes = self.desk.talk().map_or(0, |talk| talk.notes.len());
            self.said = Some(words::kept_while_locked(notes));
        }
    }

    fn put_hidden(&mut self, command: &talk::Command, done: &str, tick: Tick) {
        let said = match self.desk.say(command, tick) {
            Ok(_) => done.to_owned(),
            Err(refusal) => words::refusal(&refusal).into_owned(),
        };
        self.said = Some(said);
    }

    fn move_hidden(&mut self, toward: Toward, tick: Tick) {
        let motion = match toward {
            Toward::Left => talk::Motion::Left,
            Toward::Right => talk::Motion::Right,
            Toward::Start => talk::Motion::Start,
            Toward::End => talk::Motion::End,
            Toward::Up | Toward::Down | Toward::PageUp | Toward::PageDown => return,
        };
        if self.desk.talk().is_some() {
            self.put(&talk::Command::Cursor(motion), tick);
        }
    }
}

/// Whether a typed command can be done while everything is hidden.
fn is_possible(command: &Command) -> bool {
    matches!(
        command,
        Command::Unlock
            | Command::Saved
            | Command::Leave
            | Command::Redraw
            | Command::Where
            | Command::KeepIn(_)
            | Command::TryAgain
            | Command::Talk(talk::Command::Undo | talk::Command::Redo)
    )
}

/// Whether it is typing, which shows as dots and says nothing.
fn is_typing(command: &talk::Command) -> bool {
    use talk::Command as Talk;
    matches!(
        command,
        Talk::Type(_)
            | Talk::Paste(_)
            | Talk::Backspace
            | Talk::Delete
            | Talk::DeleteWord
            | Talk::ClearLine
            | Talk::Cursor(_)
            | Talk::CarryOn
    )
}
