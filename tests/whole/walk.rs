//! Ten thousand keys, words, pastes and sizes at random, on one program: it is still there, every word is written down,
//! and the terminal is left tidy.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use super::{
    bytes,
    home::Home,
    program::{Program, Start, paste},
    screen::Screen,
    words::{Chance, word, written},
};

const STEPS: usize = 10_000;

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
    read: BTreeMap<PathBuf, usize>,
}

#[test]
fn ten_thousand_steps() {
    let home = Home::new();
    let program = Start::in_home(&home).open();
    let mut walk = Walk {
        home,
        program,
        chance: Chance::new(20_260_310),
        typed: 0,
        looked_for: BTreeSet::new(),
        read: BTreeMap::new(),
    };
    walk.open_something();
    for stretch in 0..STEPS / STRETCH {
        (0..STRETCH).for_each(|_| walk.step());
        walk.settle(stretch);
        walk.find_every_word(stretch);
        match walk.chance.below(8) {
            0 => walk.leave(),
            1 => walk.save(),
            _ => continue,
        }
        walk.open_something();
    }
    let (status, bytes) = walk.program.close();
    assert!(status.success(), "{status:?}");
    assert_eq!(bytes::left_untidy(&bytes), [""; 0]);
    assert!(!String::from_utf8_lossy(&bytes).contains("panicked"));
}

impl Walk {
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

    /// Looks for every word typed since the last time in what the journals hold since then.
    fn find_every_word(&mut self, stretch: usize) {
        let mut fresh = String::new();
        for path in self.home.journals() {
            let bytes = fs::read(&path).expect("a journal");
            // One that was folded is read again from its beginning.
            let from = self.read.insert(path, bytes.len());
            let from = from.filter(|from| *from <= bytes.len()).unwrap_or(0);
            let lines = bytes[from..]
                .split(|byte| *byte == b'\n')
                .filter(|line| !line.is_empty());
            let events = lines.map(|line| serde_json::from_slice(line).expect("an event"));
            fresh.push_str(&written(&events.collect::<Vec<_>>()));
        }
        self.looked_for.retain(|word| !fresh.contains(word));
        assert!(
            self.looked_for.is_empty(),
            "stretch {stretch}: typed and nowhere: {:?}",
            self.looked_for
        );
    }

    /// Goes Home with the conversation kept for later.
    fn leave(&mut self) {
        self.program.press("Ctrl+Q");
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
        let is_home = |screen: &Screen| screen.row(1).trim().starts_with("Alongside");
        self.program
            .wait("Home, or what was opened there", |screen| {
                is_home(screen) == wanted
            });
    }

    /// Finishes the conversation in hand.
    fn save(&mut self) {
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
