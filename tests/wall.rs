//! The wall between people's lives and role-play. Whatever is pressed, typed or asked of the disk, no word of either side
//! is found on the other, no list of one names anything of the other, and every file of a role-play says first that it
//! is not real.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alongside::{
    app::{App, Key, Msg},
    connection,
    conversation::{ConversationId, NOT_REAL, Side, Stamped},
    desk::{Desk, Effect, Preferences, Saving, Team, Tick},
    guide::{Kind, Shelf},
    run::{Clock, World},
    store::{Conversations, Found, Home, Library, StoreError},
};
use proptest::prelude::*;
use tempfile::TempDir;

/// A home and a program in it, with every word that was typed on either side.
struct Walk {
    temp: TempDir,
    app: App,
    world: World,
    clock: Clock,
    dice: u64,
    typed: Vec<(Side, String)>,
}

/// One thing somebody does, or a program gone wrong asks for.
#[derive(Debug, Clone)]
enum Step {
    Word,
    Key(Key),
    Typed(&'static str),
    /// Asks the disk for one of the conversations there are, from either side.
    Ask(Asked, usize),
}

#[derive(Debug, Clone, Copy)]
enum Asked {
    Open,
    LookOn,
    MoveHere,
    Summarise,
    Sweep,
    Save,
}

const KEYS: [Key; 16] = [
    Key::Enter,
    Key::Enter,
    Key::Esc,
    Key::Tab,
    Key::Down,
    Key::Up,
    Key::Right,
    Key::Char('1'),
    Key::Char('2'),
    Key::Char('4'),
    Key::Char('5'),
    Key::Char(' '),
    Key::Ctrl('q'),
    Key::Ctrl('r'),
    Key::Ctrl('s'),
    Key::Ctrl('z'),
];

const TYPED: [&str; 20] = [
    "/practice",
    "/practice",
    "/play",
    "/alone",
    "/observe",
    "/so-far",
    "/again",
    "/inject",
    "/debrief",
    "/leave",
    "/crisis",
    "/guides",
    "/save",
    "/copy",
    "/who Ann B",
    "/read-back",
    "/everything",
    "/card",
    "/scenarios",
    "/pause",
];

fn step() -> impl Strategy<Value = Step> {
    use Asked::*;
    let asked = prop::sample::select(vec![Open, LookOn, MoveHere, Summarise, Sweep, Save]);
    prop_oneof![
        4 => Just(Step::Word),
        6 => prop::sample::select(KEYS.to_vec()).prop_map(Step::Key),
        4 => prop::sample::select(TYPED.to_vec()).prop_map(Step::Typed),
        2 => (asked, any::<prop::sample::Index>()).prop_map(|(asked, at)| Step::Ask(asked, at.index(97))),
    ]
}

impl Walk {
    fn new() -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let shelf = Shelf::new(vec![]);
        let (listings, _) = connection::read(&[]);
        let desk = Desk::new(shelf, listings, Team::default(), Preferences::default());
        let clock = Clock::new(Some("2026-03-10T14:20"));
        let library = Library::of(&home, None);
        Self {
            app: App::new(desk, (80, 24), clock.now()),
            world: World::new(home, library, clock),
            temp,
            clock,
            dice: 7,
            typed: vec![],
        }
    }

    fn home(&self) -> Home {
        Home::at(self.temp.path().join("home"))
    }

    fn side(&self) -> Side {
        match self.app.practice {
            Some(_) => Side::Practice,
            None => Side::Life,
        }
    }

    fn take(&mut self, msg: Msg) {
        self.dice = self
            .dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let tick = Tick {
            now: self.clock.now(),
            dice: self.dice,
        };
        let mut effects = self.app.update(msg, tick);
        while !effects.is_empty() {
            let effect = effects.remove(0);
            // Whoever asks to leave is asked to stay: the walk goes on.
            for msg in self.world.perform_telling(effect, |_, _| {}) {
                effects.extend(self.app.update(msg, tick));
            }
        }
    }

    fn letters(&mut self, letters: &str) {
        letters
            .chars()
            .for_each(|c| self.take(Msg::Key(Key::Char(c))));
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Word => {
                let (name, side) = match self.side() {
                    Side::Life => ("lifeword", Side::Life),
                    Side::Practice => ("playword", Side::Practice),
                };
                let word = format!("{name}{}x", self.typed.len());
                self.letters(&format!("{word} "));
                self.typed.push((side, word));
            }
            Step::Key(key) => self.take(Msg::Key(*key)),
            Step::Typed(words) => {
                self.take(Msg::Key(Key::Esc));
                self.letters(words);
                self.take(Msg::Key(Key::Enter));
            }
            Step::Ask(asked, at) => {
                let ids = self.all_ids();
                if let Some(id) = ids.get(at % ids.len().max(1)) {
                    self.ask(*asked, id.clone());
                }
            }
        }
    }

    /// What only a program gone wrong would ask, when the conversation is on the other side.
    fn ask(&mut self, asked: Asked, id: ConversationId) {
        if id.side() == self.side() {
            return;
        }
        let effect = match asked {
            Asked::Open => Effect::Open(id),
            Asked::LookOn => Effect::LookOn(id),
            Asked::MoveHere => Effect::MoveHere(id),
            Asked::Summarise => Effect::Summarise(vec![id]),
            Asked::Sweep => Effect::Sweep(id),
            Asked::Save => Effect::Save(Box::new(Saving {
                end: Stamped {
                    at: self.clock.now(),
                    event: alongside::conversation::Event::Finished,
                },
                record: "wrongside".to_owned(),
                apart: None,
                copy: None,
                id,
            })),
        };
        for msg in self.world.perform_telling(effect, |_, _| {}) {
            assert!(
                !matches!(
                    msg,
                    Msg::Opened { .. } | Msg::Looked { .. } | Msg::Saved { .. }
                ),
                "{msg:?}"
            );
        }
    }

    fn all_ids(&self) -> Vec<ConversationId> {
        let sides = [self.home(), self.home().practice()];
        let listed = sides
            .iter()
            .flat_map(|home| Conversations::of(home).list().expect("listed"));
        listed.map(|listed| listed.id).collect()
    }

    fn nothing_crossed(&self) {
        let home = self.home();
        for path in files(home.root()) {
            let bytes = fs::read(&path).expect("is read");
            let text = String::from_utf8_lossy(&bytes);
            let side = if path.starts_with(home.practice().root()) {
                Side::Practice
            } else {
                Side::Life
            };
            assert!(!text.contains("wrongside"), "{}", path.display());
            for (typed_on, word) in &self.typed {
                let crossed = *typed_on != side && text.contains(word);
                assert!(!crossed, "{word} is in {}", path.display());
            }
            let says = text.lines().next().unwrap_or_default().contains(NOT_REAL);
            let is_lock = path.file_name().is_some_and(|name| name == "lock");
            assert_eq!(
                says,
                side == Side::Practice && !is_lock,
                "the first line of {}: {text}",
                path.display()
            );
        }
        for (home, side) in [
            (home.clone(), Side::Life),
            (home.practice(), Side::Practice),
        ] {
            let open = Conversations::of(&home).list().expect("listed");
            assert!(open.iter().all(|listed| listed.id.side() == side));
            let records = Library::of(&home, None).list().records;
            assert!(records.iter().all(|record| record.id.side() == side));
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return vec![];
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_crosses_the_wall(steps in prop::collection::vec(step(), 10..60)) {
        let mut walk = Walk::new();
        for step in &steps {
            walk.step(step);
        }
        walk.nothing_crossed();
    }
}

/// Whoever moves the folder of a role-play among people's lives by hand has moved nothing that is read there.
#[test]
fn a_journal_moved_through_the_wall_by_hand_is_not_read_there() {
    let mut walk = Walk::new();
    for step in [Step::Typed("/practice"), Step::Word, Step::Key(Key::Enter)] {
        walk.step(&step);
    }
    let id = walk.all_ids().remove(0);
    assert_eq!(id.side(), Side::Practice);
    let home = walk.home();
    let now = walk.clock.now();
    let life = ConversationId::new(now, Kind::Crisis, 3);
    let journal = home.practice().conversation(&id).join("journal.jsonl");
    for name in [&id, &life] {
        fs::create_dir_all(home.conversation(name)).expect("made");
        fs::copy(&journal, home.conversation(name).join("journal.jsonl")).expect("copied");
    }
    let conversations = Conversations::of(&home);
    for name in [&id, &life] {
        let read = conversations.load(name);
        assert!(
            matches!(read, Err(StoreError::OtherSide { .. })),
            "{read:?}"
        );
        let opened = conversations.open(name, now);
        assert!(matches!(opened, Err(StoreError::OtherSide { .. })));
    }
    let listed = conversations.list().expect("listed");
    assert!(listed.iter().all(|listed| listed.id != id));
}

/// A page that was kept is in no list of records, and no name leads to it.
#[test]
fn a_page_that_was_kept_is_no_record() {
    let temp = tempfile::tempdir().expect("a folder");
    let home = Home::at(temp.path());
    let now = Clock::new(Some("2026-03-10T14:20")).now();
    let id = ConversationId::practice(now, 5);
    let page = format!("{NOT_REAL}\n\n# A page\n");
    let practice = Library::of(&home.practice(), None);
    practice.save(&id, &page, None).expect("saved");
    assert!(practice.holds(&id));
    let life = Library::of(&home, None);
    assert!(matches!(
        life.save(&id, &page, None),
        Err(StoreError::OtherSide { .. })
    ));
    let there = home.records().join("2026/03");
    fs::create_dir_all(&there).expect("made");
    fs::write(there.join(format!("{id}.md")), &page).expect("written");
    assert_eq!(life.list().records, []);
    assert_eq!(life.find(id.as_str()), Found::Nothing);
    assert!(!life.holds(&id));
}
