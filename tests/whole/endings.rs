//! However the program ends: the last word is there, the terminal is as it was, the next start says how.

use std::{
    fs::{self, File},
    io::Write,
    os::fd::OwnedFd,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

use rustix::{
    io::{FdFlags, fcntl_setfd},
    process::Signal,
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{Winsize, tcsetwinsize},
};

use super::{
    bytes,
    home::Home,
    program::{Left, Program, Start},
};

const RANG: &str = "Rang because she cannot get out";
const SAID: &str = "she said the";

/// Long enough for the slowest of machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// A way for the program to end.
struct Ending {
    named: &'static str,
    /// Set for the program: which thread panics at F12.
    panics: &'static str,
    act: fn(&mut Program),
    code: u32,
    /// What Home says at the next start.
    home: &'static str,
    /// What the screen says once the conversation is carried on.
    carried_on: &'static str,
}

const fn by_signal(
    named: &'static str,
    act: fn(&mut Program),
    code: u32,
    home: &'static str,
    carried_on: &'static str,
) -> Ending {
    Ending {
        named,
        panics: "",
        act,
        code,
        home,
        carried_on,
    }
}

const fn by_panic(named: &'static str, panics: &'static str) -> Ending {
    Ending {
        named,
        panics,
        act: |program| program.send(F12),
        code: 101,
        home: "the app had to stop",
        carried_on: "Carried on. The app had to stop at",
    }
}

const F12: &[u8] = b"\x1b[24~";

const ENDINGS: [Ending; 7] = [
    Ending {
        named: "left",
        panics: "",
        act: |program| {
            program.press("Ctrl+Q");
            program.see("Carry on");
            program.press("Ctrl+Q");
        },
        code: 0,
        home: "left today at",
        carried_on: "",
    },
    by_signal(
        "hang-up",
        |program| program.signal(Signal::HUP),
        129,
        "window closed",
        "Carried on. The window closed at",
    ),
    by_signal(
        "interrupt",
        |program| program.signal(Signal::INT),
        130,
        "asked to stop",
        "Carried on. The app was asked to stop at",
    ),
    by_signal(
        "quit",
        |program| program.signal(Signal::QUIT),
        131,
        "asked to stop",
        "Carried on. The app was asked to stop at",
    ),
    by_signal(
        "terminate",
        |program| program.signal(Signal::TERM),
        143,
        "asked to stop",
        "Carried on. The app was asked to stop at",
    ),
    by_panic("panic on the main thread", "here"),
    by_panic("panic on another thread", "elsewhere"),
];

/// Something of the terminal that the program changes or might: how it is put back, and what changes it.
struct Mode {
    named: &'static str,
    changed: &'static [u8],
    as_before: &'static [u8],
}

const fn mode(named: &'static str, changed: &'static [u8], as_before: &'static [u8]) -> Mode {
    Mode {
        named,
        changed,
        as_before,
    }
}

const MODES: [Mode; 12] = [
    mode("alternate screen", b"\x1b[?1049h", b"\x1b[?1049l"),
    mode("cursor shown", b"\x1b[?25l", b"\x1b[?25h"),
    mode("cursor shape", b"\x1b[2 q", b"\x1b[0 q"),
    mode("bracketed paste", b"\x1b[?2004h", b"\x1b[?2004l"),
    mode("focus", b"\x1b[?1004h", b"\x1b[?1004l"),
    mode("keyboard", b"\x1b[>1u", b"\x1b[<1u"),
    mode("wrapping", b"\x1b[?7l", b"\x1b[?7h"),
    mode("whole frames", b"\x1b[?2026h", b"\x1b[?2026l"),
    mode("mouse", b"\x1b[?1000h", b"\x1b[?1000l"),
    mode("mouse far out", b"\x1b[?1006h", b"\x1b[?1006l"),
    mode("title", b"\x1b[22;2t", b"\x1b[23;2t"),
    mode("colours", b"\x1b[1m", b"\x1b[0m"),
];

#[test]
fn whatever_ends_it_the_terminal_is_tidy_and_home_says_how() {
    for ending in ENDINGS {
        if !ending.panics.is_empty() && !cfg!(debug_assertions) {
            continue;
        }
        let home = Home::new();
        let mut program = in_mid_sentence(&home, ending.panics);
        (ending.act)(&mut program);
        let left = program.left();
        assert_eq!(left.code, ending.code, "{}", ending.named);
        assert_tidy(&left, ending.named);
        if !ending.panics.is_empty() {
            assert_panic_is_said(&left.bytes);
        }
        assert_is_there_next_time(&home, &ending);
    }
}

/// A conversation with a note, and words on its line.
fn in_mid_sentence(home: &Home, panics: &str) -> Program {
    let mut program = Start::in_home(home)
        .env("ALONGSIDE_TEST_PANIC", panics)
        .open();
    program.enter(RANG);
    program.see(RANG);
    program.write(SAID);
    program.see(SAID);
    program
}

fn assert_tidy(left: &Left, named: &str) {
    for Mode {
        named: mode,
        changed,
        as_before,
    } in MODES
    {
        let last = |part: &[u8]| {
            left.bytes
                .windows(part.len())
                .rposition(|here| here == part)
        };
        let put_back = last(as_before);
        assert!(put_back.is_some(), "{named}: {mode} never put back");
        assert!(last(changed) < put_back, "{named}: {mode} changed again");
    }
    assert_eq!(bytes::left_untidy(&left.bytes), [""; 0], "{named}");
    assert!(left.lines_as_before, "{named}: lines");
}

/// What went wrong is said on the screen the program was started from: how much is kept, what to type, and no word of it.
fn assert_panic_is_said(all: &[u8]) {
    let left = b"\x1b[?1049l";
    let at = all.windows(left.len()).rposition(|here| here == left);
    let said = String::from_utf8_lossy(&all[at.expect("left")..]).into_owned();
    assert!(said.contains("Something in the app went wrong"), "{said}");
    assert!(said.contains("Your note and your line are kept."), "{said}");
    assert!(said.contains("Type alongside to carry on."), "{said}");
    assert!(!said.contains(SAID), "{said}");
}

fn assert_is_there_next_time(home: &Home, ending: &Ending) {
    let mut again = Start::in_home(home).open();
    let screen = again.see(ending.home);
    let is_cut_off = !ending.carried_on.is_empty();
    let line = screen.has("Your line ends: \"she said the\"");
    assert_eq!(line, is_cut_off, "{}\n{screen}", ending.named);
    again.press(if is_cut_off { "Enter" } else { "5" });
    if !is_cut_off {
        again.press("Enter");
    }
    let screen = again.wait("the line as it was left", |screen| {
        screen.line_ends(SAID) && screen.has(RANG)
    });
    assert!(screen.has(ending.carried_on), "{}\n{screen}", ending.named);
}

#[test]
fn stopped_for_a_while_the_terminal_is_given_back_and_taken_again() {
    let home = Home::new();
    let mut program = in_mid_sentence(&home, "");
    program.signal(Signal::TSTP);
    until("the terminal is given back", || {
        bytes::left_untidy(&program.bytes()).is_empty() && program.handles_lines_as_before()
    });
    program.signal(Signal::CONT);
    program.wait("all of it drawn again", |screen| {
        screen.has(RANG) && screen.line_ends(SAID)
    });
    assert!(!program.handles_lines_as_before());
    program.write(" step");
    program.wait("more words", |screen| screen.line_ends("she said the step"));
    // Stopped with no chance to give it back, which is what a debugger does.
    program.signal(Signal::STOP);
    program.signal(Signal::CONT);
    program.write(" is");
    program.wait("more words", |screen| {
        screen.line_ends("she said the step is")
    });
    program.signal(Signal::TERM);
    assert_tidy(&program.left(), "stopped for a while");
}

#[test]
fn a_terminal_that_goes_away_with_no_signal_ends_it() {
    let home = Home::new();
    let (master, child) = in_a_bare_terminal(&home);
    let mut child = Bare(child);
    let mut keyboard = File::from(master);
    keyboard.write_all(SAID.as_bytes()).expect("typed");
    until("the words are kept", || {
        let kept = home.conversations();
        kept.first().is_some_and(|talk| talk.line.text == SAID)
    });
    drop(keyboard);
    until("it is gone", || {
        child.0.try_wait().expect("a state").is_some()
    });
    assert!(!child.0.wait().expect("an end").success());
    let again = Start::in_home(&home).open();
    again.wait("how it ended", |screen| {
        screen
            .pointed_at()
            .is_some_and(|row| row.contains("window closed"))
    });
}

/// The program, which a test that fails leaves nothing of.
struct Bare(Child);

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program in a terminal that is nobody's controlling terminal, so that no signal tells of its end. Nothing reads
/// what is drawn.
fn in_a_bare_terminal(home: &Home) -> (OwnedFd, Child) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    // The program must not hold its own terminal open.
    fcntl_setfd(&master, FdFlags::CLOEXEC).expect("closed when it starts");
    grantpt(&master).expect("granted");
    unlockpt(&master).expect("unlocked");
    let name = ptsname(&master, vec![]).expect("a name");
    let size = Winsize {
        ws_row: 24,
        ws_col: 80,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&master, size).expect("a size");
    let slave = rustix::fs::open(
        name.as_c_str(),
        rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY,
        rustix::fs::Mode::empty(),
    );
    let slave = slave.expect("its other end");
    let end = || Stdio::from(slave.try_clone().expect("a copy"));
    let child = alongside(home)
        .env("TERM", "xterm-256color")
        .stdin(end())
        .stdout(end())
        .stderr(end())
        .spawn()
        .expect("started");
    (master, child)
}

#[test]
fn killed_with_no_warning_home_says_what_stopped() {
    let home = Home::new();
    let says = |words: &str| {
        let mut next = Start::in_home(&home).open();
        next.wait(words, |screen| {
            screen.pointed_at().is_some_and(|row| row.contains(words))
                && screen.has("Your line ends: \"she said the\"")
        });
        next.press("Enter");
        let screen = next.wait("the line", |screen| screen.line_ends(SAID));
        next.kill();
        screen
    };
    in_mid_sentence(&home, "").kill();
    let is_named = cfg!(target_os = "linux");
    let screen = says(if is_named {
        "the app had to stop"
    } else {
        "stopped without warning"
    });
    assert!(screen.has("Carried on."), "{screen}");
    if is_named {
        another_start_of_the_computer(&home);
        let screen = says("computer stopped");
        assert!(
            screen.has("Carried on. The computer stopped at"),
            "{screen}"
        );
    }
}

/// Makes the lock say that it was taken before the computer last started.
fn another_start_of_the_computer(home: &Home) {
    let lock = home.journals()[0].with_file_name("lock");
    let text = fs::read_to_string(&lock).expect("text");
    let lines = text.lines().map(|line| match line.split_once(' ') {
        Some(("boot", _)) => "boot another\n".to_owned(),
        _ => format!("{line}\n"),
    });
    let changed: String = lines.collect();
    assert!(changed.contains("boot another"), "{text}");
    fs::write(lock, changed).expect("written");
}

#[test]
fn what_another_window_is_writing_says_so_and_is_not_chosen() {
    let home = Home::new();
    let first = in_mid_sentence(&home, "");
    let second = Start::in_home(&home).open();
    let screen = second.see("open in another window");
    assert!(
        screen
            .pointed_at()
            .is_some_and(|row| row.contains("Understand what really matters")),
        "{screen}"
    );
    assert!(!screen.has(SAID), "{screen}");
    drop(first);
}

#[test]
fn reading_an_open_conversation_touches_nothing() {
    let home = Home::new();
    let mut program = in_mid_sentence(&home, "");
    let id = home.conversation().id;
    for held in [true, false] {
        if !held {
            program.kill();
        }
        let before = everything_under(home.path());
        let shown = alongside(&home)
            .args(["show", id.as_str()])
            .output()
            .expect("runs");
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.contains(RANG), "{shown}");
        assert_eq!(everything_under(home.path()), before);
        if held {
            program.write(" x");
            program.wait("still written here", |screen| {
                screen.line_ends("she said the x")
            });
            program.send(b"\x7f\x7f");
            program.wait("as it was", |screen| screen.line_ends(SAID));
        }
    }
}

/// Every file under a folder, when it was last changed, and what it holds.
fn everything_under(folder: &Path) -> Vec<(String, SystemTime, Vec<u8>)> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).expect("listed") {
        let path = entry.expect("listed").path();
        let changed = fs::metadata(&path)
            .expect("there")
            .modified()
            .expect("known");
        if path.is_dir() {
            found.push((path.display().to_string(), changed, vec![]));
            found.extend(everything_under(&path));
        } else {
            let held = fs::read(&path).expect("read");
            found.push((path.display().to_string(), changed, held));
        }
    }
    found.sort();
    found
}

#[test]
fn asked_to_stop_line_by_line_home_says_so() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "--plain"]).run();
    program.see("Listen and connect");
    program.write(&format!("{RANG}\n"));
    until("the note is kept", || {
        let kept = home.conversations();
        kept.first().is_some_and(|talk| !talk.notes.is_empty())
    });
    program.signal(Signal::TERM);
    assert_eq!(program.left().code, 143);
    Start::in_home(&home).open().see("asked to stop");
}

#[test]
fn trying_keys_leaves_the_terminal_tidy_too() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["keys"]).run();
    until("it is ours", || !program.handles_lines_as_before());
    program.wait("something", |screen| !screen.row(1).is_empty());
    program.signal(Signal::TERM);
    let left = program.left();
    assert_eq!(left.code, 143);
    assert_eq!(bytes::left_untidy(&left.bytes), [""; 0]);
    assert!(left.lines_as_before);
}

/// The program as the tests start it, with no terminal of its own yet.
fn alongside(home: &Home) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command
        .env_clear()
        .env("ALONGSIDE_HOME", home.path())
        .env("LANG", "en_GB.UTF-8")
        .env("TZ", "Europe/London")
        .env("ALONGSIDE_NOW", "2026-03-10T14:20");
    command
}

/// Waits until it is so.
fn until(what: &str, is_so: impl FnMut() -> bool) {
    let mut is_so = is_so;
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "never: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
