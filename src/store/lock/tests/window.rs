//! A window in a process of its own: this very test program, started again with one test.

use std::{
    env,
    io::{self, BufRead, BufReader, Lines, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

use super::{Drive, Lock, moment};

/// What a window in a process of its own does with a conversation it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Lets go when asked.
    Polite,
    /// Hangs.
    Deaf,
}

/// A window in a process of its own.
pub(super) struct Window {
    process: Child,
    _input: ChildStdin,
    said: Lines<BufReader<ChildStdout>>,
}

impl Window {
    /// Starts one that takes the conversation in this folder; what it says of that comes first.
    pub(super) fn opens(folder: &Path, drive: Drive, manner: Manner) -> Self {
        let mut process = Command::new(env::current_exe().expect("this program"))
            .args([
                "--exact",
                "store::lock::tests::window::a_window_of_its_own",
                "--nocapture",
            ])
            .env("TEST_FOLDER", folder)
            .env("TEST_WITHOUT_LOCKS", (drive == Drive::Without).to_string())
            .env("TEST_DEAF", (manner == Manner::Deaf).to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let output = process.stdout.take().expect("piped");
        Self {
            _input: process.stdin.take().expect("piped"),
            said: BufReader::new(output).lines(),
            process,
        }
    }

    pub(super) fn says(&mut self, words: &str) {
        let mine = |line: &String| line.starts_with("window: ");
        let said = self
            .said
            .by_ref()
            .map_while(std::result::Result::ok)
            .find(mine);
        assert_eq!(said.as_deref(), Some(format!("window: {words}").as_str()));
    }

    pub(super) fn kill(mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Not a test but what [`Window`] runs: without its environment it does nothing.
#[test]
fn a_window_of_its_own() {
    let Some(folder) = env::var_os("TEST_FOLDER").map(PathBuf::from) else {
        return;
    };
    let is = |name| env::var(name).is_ok_and(|value| value == "true");
    let drive = if is("TEST_WITHOUT_LOCKS") {
        Drive::Without
    } else {
        Drive::WithLocks
    };
    let say = |words: &str| {
        println!("\nwindow: {words}");
        io::stdout().flush().expect("said");
    };
    match Lock::take(&drive.disk(), &folder, moment(0)) {
        Err(error) => say(&error.to_string()),
        Ok(lock) => {
            say("mine");
            while is("TEST_DEAF") || !lock.is_wanted_elsewhere() {
                std::thread::sleep(Duration::from_millis(10));
            }
            drop(lock);
            say("let go");
        }
    }
}
