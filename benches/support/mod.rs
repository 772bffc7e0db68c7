//! A program on a home of its own, as the full screen runs it but for the terminal.

#![allow(dead_code, reason = "each benchmark uses a part of it")]

use std::collections::VecDeque;

use alongside::{
    app::{App, Key, Msg},
    connection::Listings,
    desk::{Desk, Draft, Effect, Passphrase, Preferences, Team},
    guide::{Kind, Shelf},
    run::{Clock, World},
    store::{Home, Library, sealing},
    tui::{Depth, Painter, Theme, view::View},
};
use divan::Bencher;
use tempfile::TempDir;

/// Columns and rows of the screen drawn on.
const SIZE: (u16, u16) = (120, 40);

/// The program, its disk and its screen.
pub struct Program {
    pub app: App,
    pub world: World,
    theme: Theme,
    painter: Painter,
    view: View,
}

impl Program {
    /// Starts on this home, up to the first frame.
    pub fn started(home: &Home) -> Self {
        let clock = Clock::new(Some("2026-03-10T14:20"));
        let world = World::new(home.clone(), Library::of(home, None), clock);
        let mut desk = Desk::new(
            Shelf::new(vec![]),
            Listings::default(),
            Team::default(),
            Preferences::default(),
        );
        let ids = world.open_conversations().expect("can be listed");
        desk.drafts = ids.into_iter().map(Draft::unread).collect();
        let mut program = Self {
            app: App::new(desk, SIZE, clock.now()),
            world,
            theme: Theme::new(None, Depth::True, false),
            view: View::default(),
            painter: Painter::new(),
        };
        let first = program.app.desk.take_effects();
        program.perform(first);
        program.draw();
        program
    }

    /// In a conversation with so many notes, the line empty.
    pub fn talking(home: &Home, notes: usize) -> Self {
        let mut program = Self::started(home);
        let tick = program.world.clock.tick();
        let guide = Kind::ListenAndConnect.main_guide();
        program.app.start_with(&guide, tick);
        let first = program.app.desk.take_effects();
        program.perform(first);
        if notes > 0 {
            let pasted: Vec<String> = (0..notes).map(note).collect();
            program.takes(Msg::Paste(pasted.join("\n")));
            program.takes(Msg::Key(Key::Enter));
        }
        let kept = program.app.desk.talk().map(|talk| talk.notes.len());
        assert_eq!(kept, Some(notes));
        program.draw();
        program
    }

    /// One key: decided, written to the journal, drawn. The bytes a terminal would be sent.
    pub fn key(&mut self, key: Key) -> usize {
        self.takes(Msg::Key(key));
        self.draw()
    }

    pub fn takes(&mut self, msg: Msg) {
        let effects = self.app.update(msg, self.world.clock.tick());
        self.perform(effects);
    }

    fn draw(&mut self) -> usize {
        let frame = self.view.frame(&self.app, self.theme.glyphs());
        self.painter.paint(frame, &self.theme, SIZE).len()
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            for msg in self.world.perform(effect) {
                effects.extend(self.app.update(msg, self.world.clock.tick()));
            }
        }
    }
}

/// A home in a folder that goes when the first of the two does.
pub fn home() -> (TempDir, Home) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let home = Home::at(folder.path().join("home"));
    (folder, home)
}

/// The same, sealed to the worker and a team.
pub fn sealed_home() -> (TempDir, Home) {
    let (folder, home) = home();
    let home = Home::open(home.root().to_owned()).expect("a home");
    sealing::turn_on(&home, passphrase()).expect("can be sealed");
    let team = TEAM.parse().expect("a key");
    sealing::add_recipient(&home, "Team recovery", team).expect("can be added");
    (folder, home)
}

/// One or the other, open.
pub fn open_home(sealed: bool) -> (TempDir, Home) {
    if !sealed {
        return home();
    }
    let (folder, home) = sealed_home();
    home.vault().unlock(passphrase()).expect("opens");
    (folder, home)
}

/// A letter typed, and taken back the next time, so that the line stays short.
pub fn a_letter_and_back(bencher: Bencher<'_, '_>, mut program: Program) {
    let mut typed = false;
    bencher.bench_local(|| {
        typed = !typed;
        program.key(if typed {
            Key::Char('a')
        } else {
            Key::Backspace
        })
    });
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery".to_owned())
}

/// A key nobody has the other half of.
const TEAM: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// A note as somebody might type it.
fn note(nth: usize) -> String {
    const SAID: [&str; 4] = [
        "Rang because she cannot get out any more",
        "Frightened of the front step since the fall in January",
        "Still cooks: Sunday roast for the neighbour",
        "Tŷ Gŵyr on Thursdays, when the bus runs",
    ];
    format!("{} ({nth})", SAID[nth % SAID.len()])
}
