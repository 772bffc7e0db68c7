//! What somebody said is for this person's eyes: in the files of the home, and nowhere else.

use std::{
    fs,
    io::Write,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{bytes, home::Home, program::Start};

/// A word that was said, and must be found in the home alone.
const SAID: &str = "Featherstonehaugh";

/// Every file and folder below this one, itself first.
fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("can be listed").path();
        if path.is_dir() {
            found.extend(everything_in(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// A whole working day: a record with something kept apart, one left open, a setting changed.
#[test]
fn whatever_the_umask_only_its_owner_can_read_a_home_and_nothing_is_outside_it() {
    for umask in ["umask 000", "umask 022", "umask 277"] {
        let (place, temp) = (Home::new(), Home::new());
        let home = place.path().join("made/by/the/program");
        let home_said = home.display().to_string();
        let temp_said = temp.path().display().to_string();
        let start = |args: &[&'static str]| {
            Start::in_home(&place)
                .env("ALONGSIDE_HOME", &home_said)
                .env("TMPDIR", &temp_said)
                .after(umask)
                .args(args)
                .open()
        };
        let mut program = start(&["new", "listen"]);
        program.enter(&format!("/who {SAID}"));
        program.enter("/me Priya N");
        program.enter(&format!("! {SAID} fell"));
        program.see("fell");
        program.enter(&format!("& {SAID} is afraid"));
        program.see("is afraid");
        program.press("Ctrl+R");
        program.see("Read back");
        program.press("Ctrl+S");
        program.see("Save and finish");
        program.press("Enter");
        program.see("Saved.");
        let (_, written) = program.close();
        assert!(
            bytes::titles(&written)
                .iter()
                .all(|title| title == "Alongside")
        );

        let mut program = start(&["new", "crisis"]);
        program.enter(SAID);
        program.wait("the note", |screen| {
            screen.line_is_empty() && screen.has(SAID)
        });
        program.kill();

        let all = everything_in(&home);
        for ending in ["journal.jsonl", ".md", ".apart.md", "config.toml"] {
            let made = |path: &PathBuf| path.to_string_lossy().ends_with(ending);
            assert!(all.iter().any(made), "no {ending} was made: {all:?}");
        }
        for path in &all {
            let mode = fs::metadata(path).expect("there").permissions().mode() & 0o777;
            let meant = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode, meant, "{umask}: {} has {mode:o}", path.display());
            let name = path
                .strip_prefix(&home)
                .expect("inside")
                .display()
                .to_string();
            assert!(!name.contains(SAID) && !name.contains("Priya"), "{name}");
        }
        assert_eq!(
            temp.file_names(),
            Vec::<String>::new(),
            "in the folder for temporary files"
        );
    }
}

#[test]
fn the_doctor_says_nothing_of_whose_home_it_is() {
    let place = Home::new();
    let whose = place.path().join(SAID);
    let home = whose.join("data/alongside");
    fs::create_dir_all(&home).expect("made");
    place.write(
        &format!("{SAID}/data/alongside/config.toml"),
        format!("name = '{SAID}'\nrecords = 'gone'\n"),
    );
    place.write(
        &format!("{SAID}/data/alongside/conversations/2026-03-10-1420-listen-7k3f/journal.jsonl"),
        format!("{{\"{SAID}\n"),
    );
    let output = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .arg("doctor")
        .env("HOME", &whose)
        .env("ALONGSIDE_HOME", &home)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("~/data/alongside"), "{said}");
    assert!(!said.contains(SAID), "{said}");
}

/// The memory of a program holds what is being typed, and a system may write it all to the disk when one ends badly.
#[cfg(target_os = "linux")]
#[test]
fn no_picture_of_its_memory_is_ever_written() {
    let home = Home::new();
    let mut child = Command::new("sh")
        .args([
            "-c",
            "ulimit -c unlimited 2> /dev/null; exec \"$0\" new listen --plain",
            env!("CARGO_BIN_EXE_alongside"),
        ])
        .env("ALONGSIDE_HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut said = child.stdout.take().expect("a pipe");
    // It has said something, so it has begun.
    std::io::Read::read_exact(&mut said, &mut [0]).expect("a letter");
    let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("there");
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    let soft = core.and_then(|line| line.split_whitespace().nth(4));
    assert_eq!(soft, Some("0"), "{limits}");
    let mut keys = child.stdin.take().expect("a pipe");
    let _ = keys.write_all(b"/quit\n");
    drop(keys);
    drop(said);
    child.wait().expect("it ends");
}
