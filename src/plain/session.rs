//! The loop: a line in, its effects done, then what is to be said of it. What is said is in the journal first.

use std::{
    collections::VecDeque,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use super::{HiddenTerminal, Plain, Turn, lines::Lines};
use crate::{
    app::Msg,
    conversation::Side,
    desk::{Effect, Saving},
    record::Reader,
    run::World,
    text, words,
};

/// A terminal that gathers lines itself stops taking letters near here.
const LONG_LINE: usize = 900;

/// Where a finished record goes.
pub enum Destination<'a> {
    /// The home's records, as from the full screen.
    Home,
    /// A file that must not be there yet, and nowhere else.
    File(PathBuf),
    /// Somebody who reads, and nowhere else.
    Writer(&'a mut dyn Write),
}

/// What a session came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many lines were not understood.
    pub not_understood: usize,
    /// Something asked for could not be written. The words are in the journal, or were said.
    pub not_written: bool,
    /// A record was asked for, and there was nothing to put in one.
    pub nothing_noted: bool,
}

/// One sitting at the line-by-line face.
pub struct Session<'a> {
    plain: Plain,
    world: World,
    talk: &'a mut dyn Write,
    to: Destination<'a>,
    written: bool,
    outcome: Outcome,
}

/// Whether the loop goes on.
#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Leave,
}

impl<'a> Session<'a> {
    /// A session that talks to `talk` and puts its record where it was asked to go.
    pub fn new(plain: Plain, world: World, talk: &'a mut dyn Write, to: Destination<'a>) -> Self {
        Self {
            plain,
            world,
            talk,
            to,
            written: false,
            outcome: Outcome::default(),
        }
    }

    /// Does what was asked before the first line: a conversation begun, or taken up. False when none could be.
    pub fn open(&mut self) -> bool {
        let turn = self.plain.welcome();
        self.perform(turn);
        let greeting = self.plain.greet(self.world.clock.now());
        self.perform(greeting);
        self.ask_passphrase();
        self.plain.app.desk.talk().is_some()
    }

    /// Takes lines until they end or `/leave` does.
    ///
    /// # Errors
    ///
    /// If the input can no longer be read. What was typed is kept as a draft first.
    pub fn run(mut self, input: impl BufRead) -> io::Result<Outcome> {
        let mut lines = Lines::new(input);
        let read = self.take_lines(&mut lines);
        self.end();
        self.outcome.not_understood = self.plain.not_understood;
        self.world.finish();
        read.map(|()| self.outcome)
    }

    fn take_lines(&mut self, lines: &mut Lines<impl BufRead>) -> io::Result<()> {
        while let Some(typed) = lines.read()? {
            if typed.damaged {
                self.speak(words::plain::not_text(lines.count));
            }
            if self.plain.by_hand && typed.text.len() >= LONG_LINE {
                self.speak(words::plain::LONG_LINE);
            }
            if self.world.is_in_trouble() {
                let messages = self.world.retry();
                self.hear(messages);
            }
            let moved = self.world.clock_moved();
            self.hear(moved.into_iter().collect());
            let turn = self.plain.take(&typed, self.world.clock.tick());
            if self.perform(turn) == Then::Leave {
                break;
            }
            self.ask_passphrase();
        }
        Ok(())
    }

    /// Asks for the passphrase, if one is wanted: once, because the person is the one to say whether to go on trying.
    fn ask_passphrase(&mut self) {
        if !self.plain.wants_passphrase() {
            return;
        }
        // Whoever hears of an ending gives the terminal back.
        let asked = HiddenTerminal::begin()
            .and_then(|terminal| terminal.ask(words::plain::PASSPHRASE, || false));
        let turn = match asked {
            Ok(passphrase) => self.plain.give_passphrase(passphrase),
            Err(why) => self.plain.no_passphrase(&why),
        };
        self.perform(turn);
    }

    /// The end of input. A record that was asked for is written; anything else in hand stays as a draft.
    fn end(&mut self) {
        let tick = self.world.clock.tick();
        let locked = self.plain.app.locked.is_some();
        if !self.written && !matches!(self.to, Destination::Home) && locked {
            self.outcome.not_written = true;
            self.speak(words::plain::LOCKED_NO_RECORD);
        } else if !self.written && !matches!(self.to, Destination::Home) {
            self.plain.keep_waiting_line(tick);
            match self.plain.app.desk.talk() {
                Some(talk) if !talk.is_blank() => self.plain.app.desk.save(false, tick),
                _ => {
                    self.outcome.nothing_noted = true;
                    self.plain.say(words::plain::NOTHING_NOTED);
                }
            }
            let turn = self.plain.turn();
            self.perform(turn);
        }
        self.say_what_is_only_here();
        let turn = self.plain.end(tick);
        self.perform(turn);
    }

    /// Notes no disk would take are said, so that they are somewhere when this ends.
    fn say_what_is_only_here(&mut self) {
        if !self.world.is_in_trouble() {
            return;
        }
        let messages = self.world.retry();
        self.hear(messages);
        if !self.world.is_in_trouble() {
            return;
        }
        if let Some(where_it_is) = self.world.kept_meanwhile() {
            return self.speak(where_it_is);
        }
        self.outcome.not_written = true;
        if self.plain.app.locked.is_some() {
            self.speak(words::plain::LOCKED_NOT_ON_DISK);
        } else if let Some(record) = self.plain.app.desk.record_so_far(Reader::LastResort) {
            self.speak(words::plain::NOT_ON_DISK);
            self.speak(record.words());
        }
    }

    /// Does effects, takes in what comes of them until nothing more does, and then says it all.
    fn perform(&mut self, turn: Turn) -> Then {
        let mut effects = VecDeque::from(turn.effects);
        let mut said = turn.said;
        let mut then = Then::GoOn;
        while let Some(effect) = effects.pop_front() {
            for message in self.perform_one(effect, &mut then) {
                let turn = self.plain.hear(message, self.world.clock.tick());
                effects.extend(turn.effects);
                said.extend(turn.said);
            }
        }
        said.into_iter().for_each(|words| self.speak(words));
        then
    }

    fn perform_one(&mut self, effect: Effect, then: &mut Then) -> Vec<Msg> {
        let elsewhere = !matches!(self.to, Destination::Home);
        match effect {
            Effect::Leave => {
                *then = Then::Leave;
                vec![]
            }
            Effect::Save(saving) if elsewhere => self.save_elsewhere(&saving),
            // A script's record goes where it was sent; the worker's own preferences and memory stay as they are.
            Effect::Remember(_) | Effect::RememberListing(..) | Effect::Stick(_) if elsewhere => {
                vec![]
            }
            Effect::Save(saving) => self.save_at_home(saving),
            effect => self.perform_and_tell(effect),
        }
    }

    /// Does an effect and waits for what comes of it. That it takes long is said once.
    fn perform_and_tell(&mut self, effect: Effect) -> Vec<Msg> {
        let (world, talk, mut told) = (&mut self.world, &mut self.talk, false);
        world.perform_telling(effect, |read, of| {
            if !std::mem::replace(&mut told, true) {
                say(talk, &Plain::reads(read, of));
            }
        })
    }

    fn save_at_home(&mut self, saving: Box<Saving>) -> Vec<Msg> {
        let apart = words::kept_apart_saved(self.kept_apart());
        // A page of a role-play holds all of it.
        let left_out = self.left_out().filter(|_| saving.id.side() == Side::Life);
        let mut messages = self.world.perform(Effect::Save(saving));
        let failed = |message: &Msg| matches!(message, Msg::NotSaved(_));
        self.outcome.not_written = messages.iter().any(failed);
        if !self.outcome.not_written {
            messages.extend(left_out.into_iter().chain(apart).map(Msg::Say));
        }
        messages
    }

    fn left_out(&self) -> Option<String> {
        let tally = self
            .plain
            .app
            .tally()
            .filter(|_| self.plain.app.practice.is_none())?;
        words::plain::left_out(tally, self.kept_apart())
    }

    fn kept_apart(&self) -> usize {
        self.plain.app.desk.talk().map_or(0, super::listed::apart)
    }

    fn hear(&mut self, messages: Vec<Msg>) {
        for message in messages {
            let turn = self.plain.hear(message, self.world.clock.tick());
            self.perform(turn);
        }
    }

    /// Writes the record where it was asked to go. Only then does the journal go.
    fn save_elsewhere(&mut self, saving: &Saving) -> Vec<Msg> {
        if self.written {
            self.outcome.not_written = true;
            return vec![Msg::NotSaved(words::plain::RECORD_ONCE.to_owned())];
        }
        let apart = self.kept_apart();
        let left_out = self.left_out();
        let (outcome, path, said) = match &mut self.to {
            Destination::Writer(out) => (
                give(*out, &saving.record),
                words::plain::STANDARD_OUTPUT.to_owned(),
                words::plain::apart_left_out(apart),
            ),
            Destination::File(path) => (
                self.world.save_to(path, saving),
                words::plain::written_to(&path.display().to_string()),
                words::kept_apart_saved(apart),
            ),
            Destination::Home => return vec![],
        };
        if let Err(why) = outcome {
            self.outcome.not_written = true;
            return vec![Msg::NotSaved(why)];
        }
        self.written = true;
        self.outcome.not_written = false;
        self.world.let_go(saving);
        let saved = Msg::Saved {
            id: saving.id.clone(),
            path,
            said,
            copied: false,
        };
        std::iter::once(saved)
            .chain(left_out.map(Msg::Say))
            .collect()
    }

    /// Says one thing. Nobody may be listening any more, and that loses no word.
    fn speak(&mut self, words: impl AsRef<str>) {
        say(self.talk, words.as_ref());
    }
}

fn say(talk: &mut dyn Write, words: &str) {
    let words = text::shown_lines(words);
    let _ = writeln!(talk, "{words}").and_then(|()| talk.flush());
}

fn give(out: &mut dyn Write, record: &str) -> Result<(), String> {
    let given = out.write_all(record.as_bytes()).and_then(|()| out.flush());
    given.map_err(|error| words::could_not_write(&error.to_string()))
}
