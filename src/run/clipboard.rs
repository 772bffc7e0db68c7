//! The clipboard of the computer somebody sits at.
//!
//! Where the platform has a program for it, that is used: it can say whether the words arrived. Over SSH it would fill
//! the clipboard of the wrong computer, and elsewhere there may be none: then the face asks the terminal (OSC 52),
//! which can refuse in silence, so a path is always said too. Words go in on standard input, never as an argument that
//! a list of processes would show. Nothing here opens a connection to another computer.

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{World, answers::Answer};
use crate::{app::Msg, record::Cleared};

/// How long a program may take over it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Between two looks at whether it has ended.
const A_MOMENT: Duration = Duration::from_millis(10);

/// A program that puts its standard input on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clipboard {
    program: PathBuf,
    arguments: &'static [&'static str],
    takes: Takes,
}

/// What a program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// UTF-8.
    Utf8,
    /// Little-endian UTF-16 with its mark, and the line ends of Windows.
    Utf16,
}

/// What decides which program there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seat {
    /// Somebody sits at another computer.
    pub is_remote: bool,
    /// `WAYLAND_DISPLAY`.
    pub wayland: Option<OsString>,
    /// `DISPLAY`.
    pub x: Option<OsString>,
    /// Linux inside Windows.
    pub is_wsl: bool,
    /// The folders programs are in.
    pub path: Option<OsString>,
}

impl Seat {
    /// What the environment says.
    pub fn here() -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        Self {
            is_remote: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
                .into_iter()
                .any(|name| set(name).is_some()),
            wayland: set("WAYLAND_DISPLAY"),
            x: set("DISPLAY"),
            is_wsl: set("WSL_DISTRO_NAME").is_some() || set("WSL_INTEROP").is_some(),
            path: set("PATH"),
        }
    }

    /// Whether the X display is on this computer: with another's name before the colon it would be a connection there.
    fn has_x(&self) -> bool {
        let display = self.x.as_deref().map(|x| x.to_string_lossy());
        display.is_some_and(|x| x.starts_with(':') || x.starts_with("unix:"))
    }
}

impl Clipboard {
    /// The program for this seat, if there is one.
    pub fn at(seat: &Seat) -> Option<Self> {
        if seat.is_remote {
            return None;
        }
        let found = |name: &str, arguments, takes| {
            let program = on_path(seat.path.as_deref()?, name)?;
            Some(Self {
                program,
                arguments,
                takes,
            })
        };
        let windows = || found("clip.exe", &[], Takes::Utf16);
        if cfg!(windows) {
            return windows();
        }
        if cfg!(target_os = "macos") {
            return found("pbcopy", &[], Takes::Utf8);
        }
        let wayland = || found("wl-copy", &["--type", "text/plain"], Takes::Utf8);
        let xclip = || found("xclip", &["-selection", "clipboard", "-in"], Takes::Utf8);
        let xsel = || found("xsel", &["--clipboard", "--input"], Takes::Utf8);
        let wayland = seat.wayland.is_some().then(wayland).flatten();
        wayland
            .or_else(|| seat.has_x().then(|| xclip().or_else(xsel)).flatten())
            .or_else(|| seat.is_wsl.then(windows).flatten())
    }

    /// Puts words on the clipboard, in a few seconds at most.
    ///
    /// # Errors
    ///
    /// When the program cannot be run, does not end in time, or says it could not.
    fn put(&self, words: &str) -> io::Result<()> {
        let mut child = Command::new(&self.program)
            .args(self.arguments)
            .stdin(Stdio::piped())
            // Some stay behind to give the words away later, and would hold the terminal.
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let bytes = self.bytes(words);
        if let Some(mut input) = child.stdin.take() {
            // A program that reads nothing would never take it all: it is waited for below, and not here.
            thread::Builder::new()
                .name("copy".to_owned())
                .spawn(move || input.write_all(&bytes))?;
        }
        ended_well(child)
    }

    fn bytes(&self, words: &str) -> Vec<u8> {
        match self.takes {
            Takes::Utf8 => words.as_bytes().to_vec(),
            Takes::Utf16 => {
                let lines = words.replace('\n', "\r\n");
                let units = std::iter::once(0xFEFF).chain(lines.encode_utf16());
                units.flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}

fn ended_well(mut child: Child) -> io::Result<()> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            let well = status.success().then_some(());
            return well.ok_or_else(|| io::Error::other("it could not"));
        }
        if began.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return Err(io::ErrorKind::TimedOut.into());
        }
        thread::sleep(A_MOMENT);
    }
}

/// The first program of this name. Folders that are not named in full are passed over: what is in hand may be anybody's.
fn on_path(path: &std::ffi::OsStr, name: &str) -> Option<PathBuf> {
    let folders = env::split_paths(path).filter(|folder| folder.is_absolute());
    folders
        .map(|folder| folder.join(name))
        .find(|program| is_program(program))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let runs =
        |found: std::fs::Metadata| found.is_file() && found.permissions().mode() & 0o111 != 0;
    path.metadata().is_ok_and(runs)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

impl World {
    /// Puts words on the clipboard with the platform's program, on a thread of its own: nothing typed waits for it.
    pub(super) fn copy(&mut self, words: Cleared) -> Vec<Msg> {
        let Some(clipboard) = self.clipboard.clone() else {
            return vec![Msg::NotCopied(words)];
        };
        let to_copy = words.clone();
        let asked = self
            .answers
            .ask(move || match clipboard.put(to_copy.words()) {
                Ok(()) => Answer::Copied(None),
                Err(_) => Answer::Copied(Some(to_copy)),
            });
        match asked {
            Ok(()) => vec![],
            Err(_) => vec![Msg::NotCopied(words)],
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
