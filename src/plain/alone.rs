//! Practice on one's own, line by line: what is typed waits until a number says what was done with it; then the person
//! answers.

use super::{Plain, Typed, chosen, obey::is_typing};
use crate::{
    app::{Pick, Screen, SheetKind},
    conversation as talk,
    desk::{Command, Practise, Tick},
    line::{self, Reading},
    practice::{Did, alone},
    words::{self, alone as said},
};

impl Plain {
    /// Whether somebody is practising on her own.
    pub(super) fn is_alone(&self) -> bool {
        self.app.screen == Screen::Alone
    }

    /// Takes in one typed line: words, or what is done, by its number.
    pub(super) fn take_alone(&mut self, typed: &Typed, choices: &[Command], tick: Tick) {
        if typed.more {
            return self.add_to_line(&format!("{}\n", typed.text), tick);
        }
        if let Some(command) = chosen(choices, &typed.text).or_else(|| a_move(&typed.text)) {
            return self.obey("", command, tick);
        }
        let waits = !self.app.line_is_empty();
        match line::read(&typed.text, |_| None::<()>) {
            Reading::Command { name, rest } => return self.command(name, rest, tick),
            Reading::Blank if !waits => return,
            Reading::Blank => {}
            _ if waits => self.add_to_line(&format!(" {}", typed.text), tick),
            _ => self.add_to_line(&typed.text, tick),
        }
        self.offer_moves(tick);
    }

    fn add_to_line(&mut self, text: &str, tick: Tick) {
        let letters = talk::Command::Type(text.to_owned());
        self.app.obey(Command::Talk(letters), tick);
        self.say_said();
    }

    /// Takes the words off the line that nothing was done with yet.
    pub(super) fn take_words_back(&mut self, tick: Tick) {
        let words = self.app.desk.line().trim().to_owned();
        while !self.app.line_is_empty() && self.last_done().is_some_and(is_typing) {
            self.app.obey(Command::Talk(talk::Command::Undo), tick);
        }
        self.app.said = None;
        self.say(said::words_taken_back(&words));
    }

    /// The seven things, by number.
    pub(super) fn offer_moves(&mut self, tick: Tick) {
        self.app.obey(Command::Practise(Practise::Moves), tick);
        self.offer_sheet();
    }

    /// Does a turn, or asks what it is about.
    pub(super) fn take_turn(&mut self, command: Command, tick: Tick) {
        let before = self.app.desk.talk().map_or(0, |talk| talk.notes.len());
        self.app.obey(command, tick);
        if self.app.sheet.is_some() {
            return self.offer_sheet();
        }
        if self
            .app
            .desk
            .talk()
            .is_some_and(|talk| talk.notes.len() > before)
        {
            self.app.said = None;
            self.say_answer();
        }
        self.say_said();
        if self.app.is_at_end() {
            self.say_end();
        }
    }

    /// What the sheet that is open lists, in one sentence; numbers choose straight after it.
    fn offer_sheet(&mut self) {
        let Some(sheet) = self.app.sheet.take() else {
            return self.say_said();
        };
        let rows = sheet.rows(&self.app);
        let titles: Vec<String> = rows.iter().map(|row| row.text.clone()).collect();
        let choices = rows.into_iter().filter_map(|row| match row.pick? {
            Pick::Do(command) => Some(command),
            Pick::Then(_) => None,
        });
        self.choices = choices.collect();
        self.say(match sheet.kind {
            SheetKind::AskAbout(at) => {
                format!(
                    "{}: {}",
                    said::what_about(at),
                    words::plain::numbered(&titles)
                )
            }
            _ => said::moves(),
        });
    }

    /// What was said last, and how the person sounds, when that changed.
    pub(super) fn say_answer(&mut self) {
        let steps = self.app.desk.talk().map(alone::steps).unwrap_or_default();
        let Some(last) = steps.last() else { return };
        let spoken = last.said.iter().map(|note| {
            let name = note.speaker.as_deref().unwrap_or_default();
            said::spoken(name, &note.text)
        });
        let sounds = last.sounds.map(|note| note.text.clone());
        let lines: Vec<String> = spoken.chain(sounds).collect();
        self.said.extend(lines);
    }

    /// What was said last, and how the person sounds.
    pub(super) fn say_where_it_stands(&mut self) {
        let already = self.said.len();
        self.say_answer();
        let sounds = self
            .app
            .desk
            .talk()
            .and_then(alone::sounds)
            .map(str::to_owned);
        let is_new = sounds.as_ref() != self.said[already..].last();
        self.said.extend(sounds.filter(|_| is_new));
    }

    /// Where a talk stands that was begun, or opened again.
    pub(super) fn say_where_alone(&mut self) {
        if !self.is_alone() {
            return;
        }
        if self.app.is_at_end() {
            return self.say_end();
        }
        self.say_where_it_stands();
        let waiting = self.app.desk.line().trim().to_owned();
        if !waiting.is_empty() {
            self.say(said::going_to_say(&waiting));
        }
        self.say(said::HOW);
    }

    /// The end: threads met and missed, one thing to try, the path.
    pub(super) fn say_end(&mut self) {
        if let Some(page) = self.app.end_page() {
            self.say_page(&page);
        }
        self.say(said::AFTER_THE_END);
    }
}

/// What a lone number does where nothing was listed.
fn a_move(typed: &str) -> Option<Command> {
    let number: usize = typed.trim().parse().ok()?;
    let at = number.checked_sub(1).filter(|at| *at < Did::ALL.len())?;
    Some(Command::Practise(Practise::Move(at)))
}
