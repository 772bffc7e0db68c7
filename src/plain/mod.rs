//! The line-by-line face: for screen readers, braille displays, dumb terminals, pipes, and anyone who prefers it.
//!
//! It only ever adds lines. Silence means a note is kept; marks, dates and answers speak. Nothing is decided here that
//! the full screen decides too: a [`Plain`] holds the same [`App`], gives it the same commands, and turns what came of
//! them into sentences instead of a screen. The lists the full screen draws are numbered lines here.
//!
//! | file | what it is for |
//! |---|---|
//! | [`lines`] | bytes into typed lines |
//! | `note` | a typed line is kept: what was understood of it is said |
//! | `obey` | typed commands |
//! | `listed` | numbered choices: Home, topics, found, Read back |
//! | `alone` | role-play on one's own: what is said, what is done, the answer |
//! | `debriefing` | the debrief of a role-play: a question, an answer, the next |
//! | `practising` | role-play: the scenarios, what the listener sees, a card |
//! | `watching` | observing: numbers that count, minute by minute |
//! | `close` | people in crisis: the board, a day or a reason typed where one is asked for |
//! | `counted` | what is noted for the figures |
//! | `copies` | the clipboard of the computer, where there is one |
//! | `evidence` | what the records add up to: a sentence, then the table; more when it is asked for |
//! | `known` | people already met: the numbered list of them, and the ten lines |
//! | `question` | what is typed at a question of a story or of feedback; it is never left without a word |
//! | `story` | stories and feedback: the lists, and what is typed |
//! | `promised` | what was promised: an answer typed where one is asked for |
//! | `together` | more than one person: whose words, a family left alone; a call of a few lines |
//! | `locked` | everything hidden: notes are kept and none is said; the passphrase |
//! | [`hidden`] | reading a passphrase that does not show |
//! | [`session`] | the loop: a line in, effects done, sentences out |
//!
//! Start reading in [`session`].

mod alone;
mod close;
mod copies;
mod counted;
mod debriefing;
mod evidence;
pub mod hidden;
mod known;
pub mod lines;
mod listed;
mod locked;
mod note;
mod obey;
mod practising;
mod promised;
mod question;
pub mod session;
mod story;
#[cfg(test)]
mod tests;
mod together;
mod watching;

pub use hidden::HiddenTerminal;
pub use lines::Typed;
pub use session::{Destination, Outcome, Session};

use promised::Awaited;

use crate::{
    app::{App, Msg, Screen, SheetKind},
    conversation::{self as talk, About, Moment, Note, NoteId},
    desk::{Command, Effect, Tick},
    line::{self, Reading},
    words,
};

/// The state of the face: the program, and what a number would choose.
#[derive(Debug)]
pub struct Plain {
    /// The program, as the full screen has it.
    pub app: App,
    /// How many lines were not understood.
    pub not_understood: usize,
    /// Somebody is typing, and would like to hear what can be started next.
    pub by_hand: bool,
    choices: Vec<Command>,
    /// What is said once the words are on the clipboard.
    copied: Option<String>,
    said: Vec<String>,
    /// The key was just opened on Home, which lists more once it has been read.
    lists_home: bool,
    /// What the next line answers.
    asked: Option<Awaited>,
    /// A list of a story or of feedback was read out last: a word is no note then.
    told: Option<SheetKind>,
    /// It was said that a number chooses there.
    number_said: bool,
    /// The line before asked for a chart.
    at_charts: bool,
    /// What is told of the charts once they are read.
    telling: evidence::Telling,
}

/// What came of a line.
#[derive(Debug)]
pub struct Turn {
    /// What the outside should do, before anything is said.
    pub effects: Vec<Effect>,
    /// Sentences, one a line.
    pub said: Vec<String>,
}

impl Plain {
    /// A face on a program just started.
    pub fn new(app: App) -> Self {
        Self {
            app,
            not_understood: 0,
            by_hand: false,
            choices: vec![],
            copied: None,
            said: vec![],
            lists_home: false,
            asked: None,
            told: None,
            number_said: false,
            at_charts: false,
            telling: evidence::Telling::default(),
        }
    }

    /// What is said before anything else where practice comes first.
    pub fn welcome(&mut self) -> Turn {
        if self.app.goes_to_practice() {
            self.say(words::plain::WELCOME);
        }
        self.turn()
    }

    /// The first sentences: Home, or the conversation that was asked for.
    pub fn greet(&mut self, now: Moment) -> Turn {
        self.app.now = now;
        let notices = std::mem::take(&mut self.app.notices);
        self.said.extend(notices);
        // Something was asked for with the command: that is answered, and nothing else is listed.
        let is_asked = !self.choices.is_empty() || self.asked.is_some();
        match (self.app.screen, self.app.desk.talk()) {
            _ if is_asked => {}
            // Said already, and what there is in practice after it.
            _ if self.app.practice.is_some() => {}
            (Screen::Home, _) | (_, None) => {
                self.say(words::plain::WELCOME);
                self.list_home();
            }
            (_, Some(talk)) if talk.is_blank() => {
                self.say(words::plain::started(talk.guide(), talk.started));
            }
            // Said when it was opened.
            (_, Some(_)) => {}
        }
        self.turn()
    }

    /// Takes in one typed line.
    pub fn take(&mut self, typed: &Typed, tick: Tick) -> Turn {
        self.app.now = tick.now;
        self.app.said = None;
        self.leave_charts();
        let choices = std::mem::take(&mut self.choices);
        let asked = self.asked();
        let told = self.told_question();
        self.lock_if_idle();
        if self.app.locked.is_some() {
            self.take_while_locked(typed, tick);
            return self.turn();
        }
        if self.app.is_family_time() {
            if self.take_in_family_time(typed, tick) {
                return self.turn();
            }
        } else if self.app.is_paused() {
            self.app.obey(Command::Talk(talk::Command::CarryOn), tick);
            self.say(words::plain::CARRIED_ON);
        }
        if self.take_answer(typed, tick) {
            return self.turn();
        }
        if let Some(told) = told
            && self.take_at_question(told, &choices, typed, tick)
        {
            return self.turn();
        }
        if self.is_alone() {
            self.take_alone(typed, &choices, tick);
        } else if typed.more || !self.app.line_is_empty() {
            self.part_of_note(typed, tick);
        } else if let Some(why) = no_such_route(&choices, &typed.text) {
            self.choices = choices;
            self.refuse(why);
        } else if let Some(command) = chosen(&choices, &typed.text) {
            self.obey("", command, tick);
        } else if !self.tally(&typed.text, tick) {
            match line::read(&typed.text, |_| None::<()>) {
                Reading::Blank => self.blank(tick),
                Reading::Command { name, rest } => self.command(name, rest, tick),
                _ => self.answer(typed, tick),
            }
        }
        self.say_next_question(asked);
        self.say_quiet();
        self.turn()
    }

    /// Takes in what came of an effect.
    pub fn hear(&mut self, msg: Msg, tick: Tick) -> Turn {
        let opened = matches!(msg, Msg::Opened { .. });
        let added = matches!(msg, Msg::Added(..));
        let charts = matches!(msg, Msg::Evidence(_));
        let lists_home = matches!(msg, Msg::Glances(_)) && std::mem::take(&mut self.lists_home);
        let unlocks = matches!(msg, Msg::Unlocked) && self.app.is_opening();
        let crossed = matches!(msg, Msg::Crossed { .. });
        let was_watching = self.app.screen == Screen::Watch;
        let trouble = self.app.trouble.clone();
        self.hear_of_copy(&msg);
        let effects = self.app.update(msg, tick);
        if opened && let Some(talk) = self.app.desk.talk() {
            let old_way = words::evidence::facts::old_way_aloud(talk);
            self.say(words::plain::taken_up(talk));
            self.said.extend(old_way);
            self.keep_waiting_line(tick);
            self.say_where_alone();
            self.say_debrief();
        }
        if crossed {
            self.say_crossed();
        } else if !was_watching && self.app.screen == Screen::Watch {
            self.say_keys();
        }
        if self.app.trouble != trouble {
            self.said.extend(self.app.trouble.clone());
        }
        if added {
            // It was said what came of it: the whole record would be too much.
            self.app.sheet = None;
        }
        if charts {
            self.say_evidence();
        }
        self.say_what_is_asked();
        self.say_elsewhere();
        self.say_why_not_unlocked();
        self.lists_home |= unlocks && self.app.desk.talk().is_none();
        if lists_home {
            self.list_home_numbers();
        }
        if let Some(saved) = self.app.saved.take() {
            self.said.extend(saved.lines);
            if self.by_hand {
                self.list_home_numbers();
            }
        }
        self.say_said();
        let turn = self.turn();
        Turn {
            effects: effects.into_iter().chain(turn.effects).collect(),
            ..turn
        }
    }

    /// The end of input: what is in hand is put down for later.
    pub fn end(&mut self, tick: Tick) -> Turn {
        self.keep_waiting_line(tick);
        self.say_no_words_while_locked();
        let notes = self.app.desk.talk().filter(|talk| !talk.is_blank());
        let draft = notes.map(|talk| match talk.practice {
            Some(_) => words::practice::STILL_HERE_SAID.to_owned(),
            None => words::plain::left_as_draft(talk.notes.len()),
        });
        self.said.extend(draft);
        self.app.desk.put_down(tick);
        self.turn()
    }

    /// A command that gives no more than what it says.
    fn plainly(&mut self, command: Command, tick: Tick) {
        self.app.obey(command, tick);
        // What is read first is listed once it is there.
        let reads = self.app.desk.is_reading_local_help();
        let is_ready = |kind: &SheetKind| !reads || *kind != SheetKind::Find;
        match self.app.sheet.take_if(|sheet| is_ready(&sheet.kind)) {
            Some(sheet) => self.list_sheet(&sheet),
            None => self.say_said(),
        }
    }

    /// Begins with listen and connect where nothing is in hand: the line is always ready.
    fn begin_if_none(&mut self, tick: Tick) {
        if self.app.desk.talk().is_none() {
            self.app.begin_ready(tick);
            self.say_started();
        }
        self.app.show_in_hand();
    }

    fn say_started(&mut self) {
        if self.app.practice.is_some() {
            return self.say_begun();
        }
        if let Some(talk) = self.app.desk.talk() {
            let started = words::plain::started(talk.guide(), talk.started);
            self.say(started);
        }
    }

    fn say(&mut self, words: impl Into<String>) {
        self.said.push(words.into());
    }

    /// Says what the program said, if it did.
    fn say_said(&mut self) {
        let said = self.app.said.take();
        self.said
            .extend(said.map(|words| words::plain::stopped(&words)));
    }

    fn refuse(&mut self, words: impl Into<String>) {
        self.not_understood += 1;
        self.say(words);
    }

    /// The note commands are for: the chosen one, or the last.
    fn meant(&self) -> Option<&Note> {
        let talk = self.app.desk.talk()?;
        match self.app.note {
            Some(id) => talk.note(id),
            None => talk.notes.last(),
        }
    }

    fn meant_id(&self) -> Option<NoteId> {
        self.meant().map(|note| note.id)
    }

    fn turn(&mut self) -> Turn {
        self.app.keep_what_is_begun();
        Turn {
            effects: self.app.desk.take_effects(),
            said: std::mem::take(&mut self.said),
        }
    }
}

/// How many routes there were to choose from, where a lone number is none of them. Elsewhere it is a note.
fn no_such_route(choices: &[Command], typed: &str) -> Option<String> {
    let is_route = |command: &Command| matches!(command, Command::About(About::Route(_)));
    let is_number = typed.trim().parse::<usize>().is_ok();
    let is_routes = !choices.is_empty() && choices.iter().all(is_route);
    let refused = is_number && is_routes && chosen(choices, typed).is_none();
    refused.then(|| words::evidence::facts::no_such_route(typed.trim(), choices.len()))
}

/// The choice a lone number makes.
fn chosen(choices: &[Command], typed: &str) -> Option<Command> {
    let number: usize = typed.trim().parse().ok()?;
    choices.get(number.checked_sub(1)?).cloned()
}
