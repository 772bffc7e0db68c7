//! The home cannot be written in the middle of a conversation: its folder goes, its disk is full, it may only be read.
//! Typing goes on, one calm line says what is safe, and when it is back every word is there.

use std::{fs, path::PathBuf};

use super::{
    home::{Home, told},
    program::{Left, Program, Start},
};

/// A folder moved out of the way, as a drive that vanishes would be.
struct Away {
    home: PathBuf,
    away: PathBuf,
    _keeps: Home,
}

impl Away {
    fn takes(home: &Home) -> Self {
        let keeps = Home::new();
        let away = Self {
            home: home.path().to_owned(),
            away: keeps.path().join("away"),
            _keeps: keeps,
        };
        fs::rename(&away.home, &away.away).expect("moved away");
        away
    }

    fn comes_back(&self) {
        fs::rename(&self.away, &self.home).expect("moved back");
    }
}

/// A conversation with one note in it.
fn talking(home: &Home) -> Program {
    let mut program = Start::in_home(home).args(&["new", "listen"]).open();
    notes(&mut program, "Before it went");
    program
}

fn notes(program: &mut Program, words: &str) {
    program.enter(words);
    program.wait(words, |screen| {
        screen.has(&format!("  {words}")) && screen.line_is_empty()
    });
}

/// What the one conversation in a home says.
fn said(home: &Home) -> Vec<String> {
    let talk = home.conversation();
    let notes = talk.notes.into_iter().map(|note| note.text);
    notes.chain([talk.line.text]).collect()
}

/// Leaves for Home, and closes there with as many presses as it takes.
fn closes(mut program: Program, presses: usize) -> Left {
    program.press("Ctrl+Q");
    program.wait("Home", |screen| screen.row(1).contains("Alongside"));
    for press in 1..=presses {
        assert!(program.is_running(), "closed at press {}", press - 1);
        program.press("Ctrl+Q");
        if press < presses {
            program.see("Ctrl+Q again closes");
        }
    }
    program.left()
}

fn text(left: &Left) -> String {
    String::from_utf8_lossy(&left.bytes).into_owned()
}

#[test]
fn a_folder_that_goes_and_comes_back_has_every_word() {
    let home = Home::new();
    let mut program = talking(&home);
    let away = Away::takes(&home);
    notes(&mut program, "While it was away");
    program.write("and half");
    program.wait("the words", |screen| screen.line_ends("and half"));
    away.comes_back();
    program.write(" a line");
    program.wait("the words", |screen| screen.line_ends("half a line"));
    program.kill();
    assert_eq!(
        said(&home),
        ["Before it went", "While it was away", "and half a line"]
    );
}

#[test]
fn a_sealed_one_says_so_once_and_goes_on_by_itself() {
    let home = Home::sealed();
    let mut program = talking(&home);
    let away = Away::takes(&home);
    program.write("and half");
    program.wait("the words, and that they are safe", |screen| {
        screen.line_ends("and half") && screen.has("safe in memory")
    });
    away.comes_back();
    program.wait("by itself", |screen| {
        screen.has("Saving again") && !screen.has("safe in memory")
    });
    program.kill();
    assert_eq!(said(&home), ["Before it went", "and half"]);
}

#[test]
fn another_folder_keeps_everything_until_the_first_is_back() {
    let (home, spare) = (Home::sealed(), Home::new());
    let mut program = talking(&home);
    let away = Away::takes(&home);
    notes(&mut program, "While it was away");
    program.see("safe in memory");
    program.enter(&format!("/where {}", spare.path().display()));
    program.see("Kept in");
    notes(&mut program, "While it was elsewhere");
    let all = [
        "Before it went",
        "While it was away",
        "While it was elsewhere",
        "",
    ];
    assert_eq!(said(&spare), all);
    away.comes_back();
    program.see("Saving again");
    assert!(spare.read_journals().is_empty(), "it is home again");
    assert_eq!(said(&home), all);
    let left = closes(program, 1);
    assert_eq!(left.code, 0);
    assert!(!text(&left).contains("--home"), "{}", text(&left));
}

#[test]
fn leaving_while_it_is_elsewhere_says_where_and_it_carries_on_there() {
    let (home, spare) = (Home::sealed(), Home::new());
    let mut program = talking(&home);
    let away = Away::takes(&home);
    notes(&mut program, "While it was away");
    let folder = spare.path().display().to_string();
    program.enter(&format!("/where {folder}"));
    program.see("Kept in");
    program.write("and half");
    program.wait("the words", |screen| screen.line_ends("and half"));
    let left = closes(program, 1);
    let told = text(&left);
    assert!(
        told.contains(&format!("alongside --home {folder}")),
        "{told}"
    );
    assert!(left.lines_as_before);

    let mut program = Start::in_home(&spare)
        .args(&["--home", &folder, "carry-on"])
        .run();
    program.see("Passphrase:");
    program.enter(super::home::PASSPHRASE);
    program.wait("every word", |screen| {
        screen.has("Before it went")
            && screen.has("While it was away")
            && screen.line_ends("and half")
    });
    away.comes_back();
}

#[test]
fn closing_while_words_are_only_in_memory_takes_two_presses() {
    let home = Home::sealed();
    let mut program = talking(&home);
    let away = Away::takes(&home);
    notes(&mut program, "While it was away");
    program.see("safe in memory");
    let left = closes(program, 2);
    assert!(
        text(&left).contains("could not be written anywhere"),
        "{}",
        text(&left)
    );
    away.comes_back();
    let (id, read) = home.read_journals().remove(0);
    let talk = told(id, &read.events).expect("a conversation");
    assert_eq!(talk.notes[0].text, "Before it went");
}

/// A disk that takes no more: the system lets this process write files of so many bytes and no larger.
#[cfg(target_os = "linux")]
fn room_for(program: &Program, bytes: Option<u64>) {
    use rustix::process::{Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: bytes,
        maximum: None,
    };
    prlimit(Some(program.pid()), Resource::Fsize, limit).expect("a limit");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_costs_no_word_and_it_goes_on_when_there_is_room() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .after("trap '' XFSZ")
        .args(&["new", "listen"])
        .open();
    notes(&mut program, "Before it was full");
    let size = fs::metadata(&home.journals()[0]).expect("there").len();
    // A line of the journal fits in part.
    room_for(&program, Some(size + 40));
    notes(&mut program, "While it was full");
    program.see("safe in memory");
    program.write("and half");
    program.wait("the words", |screen| screen.line_ends("and half"));
    room_for(&program, None);
    program.see("Saving again");
    program.kill();
    let (_, read) = home.read_journals().remove(0);
    assert!(read.set_aside.is_empty() && !read.torn, "{read:?}");
    assert_eq!(
        said(&home),
        ["Before it was full", "While it was full", "and half"]
    );
}

/// Not for root, whom no permission stops.
#[test]
fn a_home_that_may_only_be_read_costs_no_word() {
    use std::os::unix::fs::PermissionsExt;
    if rustix::process::geteuid().is_root() {
        return;
    }
    let home = Home::sealed();
    let mut program = talking(&home);
    let conversation = home.path().join("conversations");
    let conversation = fs::read_dir(conversation).expect("there").flatten().next();
    let conversation = conversation.expect("a conversation").path();
    let allow = |mode| fs::set_permissions(&conversation, fs::Permissions::from_mode(mode));
    allow(0o500).expect("set");
    notes(&mut program, "While it could not be written");
    program.see("safe in memory");
    allow(0o700).expect("set");
    program.see("Saving again");
    program.kill();
    assert_eq!(
        said(&home),
        ["Before it went", "While it could not be written", ""]
    );
}
