//! `config.toml` and `local.toml`: what is wrong with one line costs that line alone.

use std::{cell::RefCell, fs};

use alongside::store::{Home, Setting, local, settings};

use super::{guides::has_places, trial::Trial};

const WORDS: [&str; 36] = [
    "name = ",
    "records = ",
    "theme = ",
    "hints = ",
    "clock = ",
    "spacing = ",
    "width = ",
    "mouse = ",
    "'Priya'\n",
    "\"a\\nb\"\n",
    "'P:\\Records'\n",
    "\"../../..\"\n",
    "true\n",
    "50\n",
    "0x10\n",
    "1e9\n",
    "[[numbers]]\n",
    "[numbers]\n",
    "number = ",
    "safe_steps = [",
    "routes = [",
    "'', ''",
    "]\n",
    "[",
    "{",
    "a = {",
    "a.b = ",
    "[a.b.c]\n",
    "\"\"\"",
    "'''",
    "1979-05-27",
    "nan",
    "\u{FEFF}",
    "# ",
    "[[",
    "9223372036854775808\n",
];

/// Mistakes after which a file is given up: see `store::sift`.
const MOST: usize = 50;

#[test]
fn config() {
    Trial {
        name: "config",
        share: 12,
        also: &[],
        words: &WORDS,
        law: config_law,
    }
    .run();
}

#[test]
fn local() {
    Trial {
        name: "local",
        share: 10,
        also: &[],
        words: &WORDS,
        law: local_law,
    }
    .run();
}

fn config_law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (_, problems) = settings::read(&text);
    has_places(&text, &problems);
    let below = format!("name = 'Priya N'\n{text}");
    let (read, problems) = settings::read(&below);
    if problems.len() < MOST {
        assert_eq!(
            read.name.as_deref(),
            Some("Priya N"),
            "a good line was lost"
        );
    }
    if input.len() % 64 == 3 {
        changing_one_leaves_the_rest(&text);
    }
}

thread_local! {
    static FOLDER: RefCell<tempfile::TempDir> = RefCell::new(tempfile::tempdir().expect("a folder"));
}

fn changing_one_leaves_the_rest(text: &str) {
    FOLDER.with_borrow(|folder| {
        let path = folder.path().join("config.toml");
        fs::write(&path, text).expect("written");
        let (before, problems) = settings::read(text);
        let home = Home::at(folder.path());
        let outcome = settings::set(&home, &Setting::Width(Some(77)));
        let after = fs::read_to_string(&path).expect("still text");
        if outcome.is_err() {
            assert_eq!(after, text, "not changed, but touched");
            return;
        }
        let (mut read, more) = settings::read(&after);
        assert_eq!(read.width, Some(77), "{after}");
        assert!(more.len() <= problems.len(), "{more:?}");
        read.width = before.width;
        assert_eq!(read, before, "{after}");
    });
}

fn local_law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (_, problems) = local::read(&text);
    has_places(&text, &problems);
    let below = format!("safe_steps = ['Ring 999 if anybody is hurt.']\n{text}");
    let (read, problems) = local::read(&below);
    if problems.len() < MOST {
        assert_eq!(read.safe_steps, ["Ring 999 if anybody is hurt."]);
    }
}
