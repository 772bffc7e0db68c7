//! A home of its own, and the program run in it.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

/// A home of its own, and the program run in it with nothing else in its environment.
pub struct Desk {
    /// The folder it runs in; the home is in it.
    pub folder: tempfile::TempDir,
}

/// What a run came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is text");
        let ran = Self {
            code: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        // No terminal, and no screen reader's buffer, is ever given anything but lines (E8).
        for printed in [&ran.out, &ran.err] {
            assert!(!printed.contains('\x1b'), "an escape: {printed:?}");
            assert!(!printed.contains('\r'), "a carriage return: {printed:?}");
        }
        ran
    }
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn start(&self, args: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_alongside"))
            .args(args)
            .env_clear()
            .env("ALONGSIDE_HOME", self.home())
            .env("ALONGSIDE_NOW", "2026-03-10T14:20")
            .env("TZ", "Europe/London")
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts")
    }

    pub fn run(&self, args: &[&str], typed: impl AsRef<[u8]>) -> Ran {
        let mut child = self.start(args);
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that has ended takes no more, and its exit code says why.
        let _ = stdin.write_all(typed.as_ref());
        drop(stdin);
        child.wait_with_output().expect("it ends").into()
    }

    pub fn files(&self, part: &str) -> Vec<PathBuf> {
        let mut found = vec![];
        gather(&self.home().join(part), &mut found);
        found.sort();
        found
    }

    pub fn drafts(&self) -> Vec<PathBuf> {
        let mut journals = self.files("conversations");
        journals.retain(|path| path.ends_with("journal.jsonl"));
        journals
    }
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, found);
        } else {
            found.push(path);
        }
    }
}
