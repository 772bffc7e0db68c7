//! Ten thousand keys, words, pastes and sizes at random: the program is still there, every word is written down, and the
//! terminal is left tidy. Most of the way in one program and a home in plain text; a part of it in a sealed one, and a
//! part with journals that are folded all the time.

use std::collections::{BTreeMap, BTreeSet};

use alongside::conversation::{Conversation, ConversationId, Stamped};

#[cfg(feature = "seal")]
use super::home::PASSPHRASE;
use super::{
    bytes,
    home::{Home, told},
    program::{Program, Start, paste},
    screen::Screen,
    words::{Chance, is_ours, word, written},
};

/// The steps of each walk.
const PLAIN: usize = 6_000;
const FOLDED: usize = 2_000;
#[cfg(feature = "seal")]
const SEALED: usize = 1_200;
#[cfg(feature = "seal")]
const SEALED_AND_FOLDED: usize = 800;

/// From how many bytes on a journal is folded: a stretch or two, and more than any walk writes.
const OFTEN: &str = "1000";
const NEVER: &str = "1000000000";

/// Steps between two looks at what is written down.
const STRETCH: usize = 100;

/// What is pressed. Ctrl+Q is pressed between stretches alone, and so is what saves: a record has no need of every
/// word, and what became of each is known by then.
const KEYS: [&str; 50] = [
    "Enter",
    "Enter",
    "Enter",
    "Tab",
    "Shift+Tab",
    "Esc",
    "Backspace",
    "Delete",
    "Up",
    "Down",
    "Right",
    "Left",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Shift+Up",
    "Shift+Down",
    "Ctrl+Right",
    "Ctrl+Left",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+D",
    "Ctrl+E",
    "Ctrl+F",
    "Ctrl+G",
    "Ctrl+J",
    "Ctrl+K",
    "Ctrl+O",
    "Ctrl+P",
    "Ctrl+R",
    "Ctrl+T",
    "Ctrl+U",
    "Ctrl+V",
    "Ctrl+W",
    "Ctrl+X",
    "Ctrl+Y",
    "Ctrl+Z",
    "1",
    "2",
    "3",
];

const LINES: [&str; 12] = [
    "/mark own",
    "/crisis",
    "/up",
    "/join",
    "/apart",
    "/out",
    "/everything",
    "/who Joan M",
    "/date fri",
    "/split",
    "> Sam rings Joan tomorrow",
    "#money",
];

/// A walk, and what has been typed on it.
struct Walk {
    home: Home,
    program: Program,
    chance: Chance,
    typed: usize,
    /// Words typed and not yet found in a journal.
    looked_for: BTreeSet<String>,
    /// What each journal held when it was last looked at.
    read: BTreeMap<ConversationId, Vec<Stamped>>,
    /// Journals are folded, so that what was typed and taken back again may leave them.
    folds: bool,
    /// How often a journal no longer held what it did.
    folded: usize,
}

fn folding_at<'a>(bytes: &'a str, home: &'a Home) -> Start<'a> {
    Start::in_home(home).env("ALONGSIDE_TEST_FOLD_AT", bytes)
}

#[test]
fn ten_thousand_steps() {
    let home = Home::new();
    let program = folding_at(NEVER, &home).open();
    Walk::new(home, program, false).walk(PLAIN);
}

#[test]
fn a_part_of_them_with_journals_that_are_folded() {
    let home = Home::new();
    let program = folding_at(OFTEN, &home).open();
    let folded = Walk::new(home, program, true).walk(FOLDED);
    assert!(folded > 0, "none was folded");
}

#[cfg(feature = "seal")]
#[test]
fn a_part_of_them_sealed() {
    for (steps, folds) in [(SEALED, false), (SEALED_AND_FOLDED, true)] {
        let home = Home::sealed();
        let at = if folds { OFTEN } else { NEVER };
        let mut program = folding_at(at, &home).args(&["seal", "unlock"]).run();
        program.see("Passphrase:");
        program.enter(PASSPHRASE);
        program.see("Alongside");
        Walk::new(home, program, folds).walk(steps);
    }
}

impl Walk {
    fn new(home: Home, program: Program, folds: bool) -> Self {
        Self {
            home,
            program,
            chance: Chance::new(20_260_310),
            typed: 0,
            looked_for: BTreeSet::new(),
            read: BTreeMap::new(),
            folds,
            folded: 0,
        }
    }

    /// Gives how often a journal was seen to be folded.
    fn walk(mut self, steps: usize) -> usize {
        self.open_something();
        for stretch in 0..steps / STRETCH {
            (0..STRETCH).for_each(|_| self.step());
            self.settle(stretch);
            self.find_every_word(stretch);
            match self.chance.below(8) {
                0 => self.leave(),
                1 => self.save(),
                _ => continue,
            }
            self.open_something();
        }
        assert!(self.folds || self.folded == 0, "it was to be as typed");
        let (status, bytes) = self.program.close();
        assert!(status.success(), "{status:?}");
        assert_eq!(bytes::left_untidy(&bytes), [""; 0]);
        assert!(!String::from_utf8_lossy(&bytes).contains("panicked"));
        self.folded
    }

    fn step(&mut self) {
        match self.chance.below(20) {
            0 => {
                let (columns, rows) = self.any_size();
                self.program.resize(columns, rows);
            }
            1 => {
                let words = [self.new_word(), self.new_word(), self.new_word()];
                let between = *self
                    .chance
                    .one_of(&[" ", "\r", "\r\r", "\r\r\r", "\x1b[31m\t"]);
                self.program.send(&paste(&words.join(between)));
            }
            2 => {
                let line = *self.chance.one_of(&LINES);
                self.program.enter(line);
            }
            3..8 => {
                let word = self.new_word();
                self.program.write(&format!("{word} "));
            }
            _ => {
                let key = *self.chance.one_of(&KEYS);
                self.program.press(key);
            }
        }
    }

    /// Any size from 1x1 to 300x100, small ones more often.
    fn any_size(&mut self) -> (u16, u16) {
        let (columns, rows) = *self
            .chance
            .one_of(&[(300, 100), (80, 24), (40, 12), (6, 3)]);
        let mut below = |limit: usize| 1 + self.chance.below(limit) as u16;
        (below(columns), below(rows))
    }

    fn new_word(&mut self) -> String {
        let word = word(self.typed);
        self.typed += 1;
        self.looked_for.insert(word.clone());
        word
    }

    /// Closes what is open and types a word, and waits for that: everything before it has been taken in then.
    fn settle(&mut self, stretch: usize) {
        self.program.resize(80, 24);
        for _ in 0..3 {
            self.program.press("Esc");
        }
        self.program.press("End");
        let last = self.new_word();
        self.program.write(&format!(" {last}"));
        self.program
            .wait(&format!("the end of stretch {stretch}: {last}"), |screen| {
                screen.has(&last)
            });
        assert!(self.program.is_running());
    }

    /// Looks for every word typed since the last time in what the journals hold since then, and for every word on the
    /// screen in what they say.
    fn find_every_word(&mut self, stretch: usize) {
        let screen = self.program.screen();
        let (mut fresh, mut said) = (String::new(), String::new());
        for (id, read) in self.home.read_journals() {
            assert!(read.set_aside.is_empty() && read.unopened == 0, "{read:?}");
            let events = read.events;
            let before = self.read.get(&id).map_or(&[][..], Vec::as_slice);
            // One that was folded is read again from its beginning.
            let folded = !events.starts_with(before);
            let from = if folded { 0 } else { before.len() };
            self.folded += usize::from(folded);
            fresh.push_str(&written(&events[from..]));
            said.extend(told(id.clone(), &events).as_ref().map(all_said));
            self.read.insert(id, events);
        }
        if self.folds {
            self.looked_for.clear();
        }
        self.looked_for.retain(|word| !fresh.contains(word));
        assert!(
            self.looked_for.is_empty(),
            "stretch {stretch}: typed and nowhere: {:?}",
            self.looked_for
        );
        for word in screen.words().filter(|word| is_ours(word)) {
            assert!(
                said.contains(word),
                "stretch {stretch}: {word} is shown and nowhere\n{screen}"
            );
        }
    }

    /// Goes Home with the conversation kept for later.
    fn leave(&mut self) {
        self.program.press("Ctrl+Q");
        // From a role-play it is two steps: to the scenarios, and then back through the wall.
        let left = self.program.wait("the scenarios, or Home", |screen| {
            is_home(screen) || screen.row(1).contains("Scenario ")
        });
        if !is_home(&left) {
            self.program.press("Ctrl+Q");
        }
        self.wait_for_home(true);
    }

    /// Opens one of the first rows of Home, so that what is typed next has a journal to be written in.
    fn open_something(&mut self) {
        for _ in 0..self.chance.below(6) {
            self.program.press("Down");
        }
        self.program.press("Enter");
        // All guides: the first of them.
        self.program.press("Enter");
        self.wait_for_home(false);
    }

    fn wait_for_home(&self, wanted: bool) {
        self.program
            .wait("Home, or what was opened there", |screen| {
                is_home(screen) == wanted
            });
    }

    /// Finishes the conversation in hand.
    fn save(&mut self) {
        if self.program.screen().row(1).contains("Not real") {
            // A role-play has no record.
            return self.leave();
        }
        // What is on the line is kept first.
        self.program.press("Enter");
        self.program.press("Ctrl+R");
        self.program.press("Ctrl+S");
        self.program.see("Save and finish");
        self.program.press("Enter");
        self.program
            .wait("Home", |screen| screen.row(1).contains("Alongside"));
    }
}

fn is_home(screen: &Screen) -> bool {
    screen.row(1).trim().starts_with("Alongside")
}

/// Everything that a conversation says now.
fn all_said(talk: &Conversation) -> String {
    format!("{:?} {:?} {:?}", talk.notes, talk.line, talk.facts)
}
