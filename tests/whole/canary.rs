//! A canary: words that are said in a sealed home, and looked for afterwards in every file there is, whatever became of
//! the program meanwhile. They may be in what is sealed, and nowhere else: not in the home, not in the folder for
//! temporary files, not in the window's title, not on standard error.

use std::{fs, path::Path, process::Command, time::Duration};

use super::{
    bytes,
    home::{Home, PASSPHRASE},
    program::{Program, Start, paste},
    words::Chance,
};

/// What is looked for. It begins with no letter that could choose something.
const CANARY: &str = "Featherstonehaugh";

/// A journal is folded from this many bytes.
const FOLD_AT: &str = "300";

/// How an age file begins.
const AGE: &[u8] = b"age-encryption.org/v1\n";

/// What a program may leave words in.
struct Place {
    home: Home,
    /// For temporary files.
    temp: Home,
    /// Another folder, for when the home cannot be written.
    spare: Home,
    /// Where standard error goes.
    said: Home,
}

impl Place {
    fn of(home: Home) -> Self {
        Self {
            home,
            temp: Home::new(),
            spare: Home::new(),
            said: Home::new(),
        }
    }

    fn sealed() -> Self {
        Self::of(Home::sealed())
    }

    fn open(&self, args: &[&str]) -> Program {
        let (temp, errors) = (self.temp.path(), self.said.path().join("errors"));
        let program = Start::in_home(&self.home)
            .env("TMPDIR", &temp.display().to_string())
            .env("ERRORS", &errors.display().to_string())
            .env("ALONGSIDE_TEST_FOLD_AT", FOLD_AT)
            .after("exec 2>> \"$ERRORS\"")
            .args(args)
            .run();
        program.wait("the line is ready", |screen| {
            !screen.row(1).is_empty() && screen.cursor_shown
        });
        program
    }

    /// Every file in which the canary is, in whatever letters.
    fn found(&self) -> Vec<String> {
        let folders = [&self.home, &self.temp, &self.spare, &self.said];
        let found = folders.iter().flat_map(|home| {
            let names = home.file_names().into_iter();
            names.filter(|name| {
                let bytes = fs::read(home.path().join(name)).unwrap_or_default();
                name.contains(CANARY) || holds_canary(&bytes)
            })
        });
        found.collect()
    }

    /// The canary is in no file. Whatever may hold words is an age file; nothing is left for temporary files.
    fn assert_nowhere(&self) {
        assert_eq!(self.found(), [""; 0], "the canary is in these");
        assert_eq!(self.temp.file_names(), [""; 0]);
        for home in [&self.home, &self.spare] {
            for name in home.file_names() {
                let known = name.ends_with("/lock") || name.starts_with("seal/");
                let bytes = fs::read(home.path().join(&name)).unwrap_or_default();
                let sealed = bytes.is_empty() || bytes.starts_with(AGE);
                assert!(known || name == "config.toml" || sealed, "{name} is plain");
            }
        }
    }

    /// The same, of a program that has gone, whatever it sent.
    fn assert_nowhere_after(&self, program: &Program) {
        self.assert_nowhere();
        for title in bytes::titles(&program.bytes()) {
            assert_eq!(title, "Alongside");
        }
    }

    /// Every conversation and record there is, in one piece.
    fn kept(&self) -> String {
        let talks = self.home.conversations().into_iter();
        let talks = talks.map(|talk| format!("{:?} {:?}", talk.notes, talk.line));
        let records = self.home.record_texts().into_iter();
        let records = records.map(|(record, apart)| record + &apart.unwrap_or_default());
        talks.chain(records).collect()
    }
}

/// Whether the canary is in these bytes: as text, in 16-bit letters either way round, in base64 wherever it begins.
fn holds_canary(bytes: &[u8]) -> bool {
    let mut forms = vec![CANARY.as_bytes().to_vec()];
    forms.push(CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect());
    forms.push(CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect());
    forms.extend((0..3).map(base64_after));
    forms
        .iter()
        .any(|form| bytes.windows(form.len()).any(|at| at == form))
}

/// The letters of base64 that the canary alone decides, when it begins this many bytes into a group of three.
fn base64_after(before: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes: Vec<u8> = [vec![0; before], CANARY.as_bytes().to_vec()].concat();
    let sixes = (0..bytes.len() * 8 / 6).map(|six| {
        let bit = |at: usize| bytes[at / 8] >> (7 - at % 8) & 1;
        (0..6).fold(0, |number, at| number << 1 | bit(six * 6 + at))
    });
    let first = (before * 8).div_ceil(6);
    sixes
        .skip(first)
        .map(|six| LETTERS[usize::from(six)])
        .collect()
}

/// All the ways words come into a conversation, and what moves them about in it.
fn says_it_all_ways(program: &mut Program) {
    program.enter(&format!("/who {CANARY} M"));
    program.enter(&format!("{CANARY} rang"));
    program.see(&format!("{CANARY} rang"));
    program.enter(&format!("& Derek and {CANARY}"));
    program.see(&format!("Derek and {CANARY}"));
    program.send(&paste(&format!("{CANARY} one\n\n{CANARY} two")));
    program.press("Enter");
    program.see(&format!("{CANARY} two"));
    program.press("Ctrl+F");
    program.write(CANARY);
    program.see("In these notes");
    program.press("Esc");
    program.press("Ctrl+Z");
    program.see("Undone");
    program.press("Ctrl+Y");
    program.see("Redone");
    program.press("Ctrl+U");
    program.write(&format!("> {CANARY} rings"));
    program.see(&format!("> {CANARY} rings"));
}

#[test]
fn the_canary_is_found_where_nothing_is_sealed() {
    let place = Place::of(Home::new());
    let mut program = place.open(&["new", "listen"]);
    says_it_all_ways(&mut program);
    program.kill();
    assert!(!place.found().is_empty());
    for text in [
        "RmVhdGhlcnN0b25laGF1Z2gg",
        "IEZlYXRoZXJzdG9uZWhhdWdoIA==",
        "ICBGZWF0aGVyc3RvbmVoYXVnaCA=",
    ] {
        assert!(holds_canary(text.as_bytes()), "{text}");
    }
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(holds_canary(&wide));
    assert!(!holds_canary(b"Feathers and stone"));
}

#[test]
fn said_in_every_way_and_killed() {
    let place = Place::sealed();
    let mut program = place.open(&["new", "listen"]);
    says_it_all_ways(&mut program);
    place.assert_nowhere();
    program.kill();
    place.assert_nowhere_after(&program);
    assert!(
        place.kept().matches(CANARY).count() >= 5,
        "{}",
        place.kept()
    );
}

#[test]
fn said_while_it_is_locked_and_left() {
    let place = Place::sealed();
    let mut program = place.open(&["new", "listen"]);
    says_it_all_ways(&mut program);
    program.press("Enter");
    program.enter("/lock");
    program.see("Everything is hidden");
    program.enter(&format!("{CANARY} too"));
    program.see("Kept.");
    program.press("Ctrl+Q");
    program.wait("Home", |screen| !screen.has("Note  "));
    place.assert_nowhere();
    program.press("Ctrl+Q");
    let left = program.left();
    place.assert_nowhere();
    assert_eq!(left.code, 0);
    assert!(place.kept().contains(&format!("{CANARY} too")));
}

#[test]
fn said_for_so_long_that_it_is_folded() {
    let place = Place::sealed();
    let mut program = place.open(&["new", "listen"]);
    for number in 0..20 {
        program.enter(&format!("{CANARY} said {number}"));
        program.see(&format!("{CANARY} said {number}"));
        place.assert_nowhere();
    }
    program.kill();
    place.assert_nowhere_after(&program);
    assert_eq!(place.home.conversation().notes.len(), 20);
}

#[test]
fn saved_and_killed_while_it_is_saved() {
    let mut chance = Chance::new(3);
    for turn in 0..10 {
        let place = Place::sealed();
        let mut program = place.open(&["new", "listen"]);
        says_it_all_ways(&mut program);
        program.press("Enter");
        program.press("Ctrl+R");
        program.see("Read back");
        program.press("Ctrl+S");
        program.see("Save and finish");
        program.press("Enter");
        if turn == 0 {
            program.see("Saved.");
        } else {
            std::thread::sleep(Duration::from_micros(chance.below(60_000) as u64));
        }
        program.kill();
        place.assert_nowhere_after(&program);
        assert!(place.kept().contains(CANARY));
        let mut next = place.open(&[]);
        place.assert_nowhere();
        next.kill();
    }
}

#[test]
fn kept_in_another_folder_while_the_home_is_away() {
    let place = Place::sealed();
    let mut program = place.open(&["new", "listen"]);
    says_it_all_ways(&mut program);
    program.press("Enter");
    let away = place.said.path().join("away");
    fs::rename(place.home.path(), &away).expect("moved away");
    program.enter(&format!("{CANARY} again"));
    program.see("safe in memory");
    place.assert_nowhere();
    program.enter(&format!("/where {}", place.spare.path().display()));
    program.see("Kept in");
    program.enter(&format!("{CANARY} and again"));
    program.see(&format!("{CANARY} and again"));
    place.assert_nowhere();
    program.kill();
    place.assert_nowhere_after(&program);
    let talk = place.spare.conversation();
    let last = &talk.notes.last().expect("a note").text;
    assert_eq!(*last, format!("{CANARY} and again"));
    fs::rename(&away, place.home.path()).expect("moved back");
}

#[test]
fn what_was_plain_is_nowhere_once_it_is_sealed() {
    let place = Place::of(Home::new());
    let mut program = place.open(&["new", "listen"]);
    says_it_all_ways(&mut program);
    program.press("Enter");
    program.press("Ctrl+R");
    program.see("Read back");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved.");
    program.kill();
    let mut program = place.open(&["new", "crisis"]);
    says_it_all_ways(&mut program);
    program.kill();
    leave_behind(&place);
    assert!(place.found().len() >= 4, "{:?}", place.found());
    place.home.add_key();
    let sealed = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["seal", "init"])
        .env("ALONGSIDE_HOME", place.home.path())
        .output();
    let sealed = sealed.expect("it runs");
    assert!(sealed.status.success(), "{sealed:?}");
    place.assert_nowhere();
    assert!(place.kept().matches(CANARY).count() > 8);
}

/// What a program that was killed a moment ago may have left beside what it was writing.
fn leave_behind(place: &Place) {
    let gone = 4_000_000;
    let leftover = format!(".alongside-{gone}-1767000000000000000-0.tmp");
    let beside: Vec<String> = place.home.file_names();
    for end in [".md", ".jsonl"] {
        let name = beside.iter().find(|name| name.ends_with(end));
        let folder = Path::new(name.expect("one")).parent().expect("a folder");
        let path = folder.join(&leftover);
        place.home.write(&path.to_string_lossy(), CANARY);
    }
}

#[test]
fn the_passphrase_is_nowhere() {
    let place = Place::sealed();
    let mut program = place.open(&["new", "listen"]);
    program.enter(&format!("{CANARY} rang"));
    program.see(&format!("{CANARY} rang"));
    program.kill();
    let mut program = place.open(&["carry-on"]);
    program.see("Passphrase:");
    program.enter(PASSPHRASE);
    program.see(CANARY);
    program.kill();
    place.assert_nowhere_after(&program);
    for home in [&place.home, &place.temp, &place.said] {
        for name in home.file_names() {
            let bytes = fs::read(home.path().join(&name)).expect("is read");
            let at = bytes
                .windows(PASSPHRASE.len())
                .any(|at| at == PASSPHRASE.as_bytes());
            assert!(!at, "the passphrase is in {name}");
        }
    }
}
