//! The real program in a real pseudo-terminal: keys go in, screens come out.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::{home::Home, screen::Screen};

/// Long enough for the slowest of machines: a test that passes never waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// Before and after a frame.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// How to start the program.
pub struct Start<'a> {
    home: &'a Home,
    size: (u16, u16),
    env: Vec<(&'a str, &'a str)>,
    args: Vec<&'a str>,
    /// What a shell does before it becomes the program; nothing, and there is no shell.
    before: &'a str,
    has_keyboard: bool,
}

/// The program, running.
pub struct Program {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    terminal: Arc<Terminal>,
    /// How the terminal handled lines before the program was started.
    lines_before: LineModes,
}

/// How the terminal handles lines: input, output, control and local modes, told so that they can be compared.
type LineModes = Option<String>;

/// How the program left the terminal.
pub struct Left {
    pub code: u32,
    /// Every byte it wrote.
    pub bytes: Vec<u8>,
    /// Lines are handled as they were before.
    pub lines_as_before: bool,
}

/// The other end of the pseudo-terminal.
struct Terminal {
    seen: Mutex<Seen>,
    changed: Condvar,
}

struct Seen {
    parser: vt100::Parser,
    /// Every byte the program has written.
    bytes: Vec<u8>,
    /// A frame has begun and not ended: what is on the screen is half of one and half of another.
    is_painting: bool,
    has_ended: bool,
}

impl<'a> Start<'a> {
    /// At 80x24, in colour, on Home.
    pub fn in_home(home: &'a Home) -> Self {
        Self {
            home,
            size: (80, 24),
            env: vec![],
            args: vec![],
            before: "",
            has_keyboard: true,
        }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub fn env(mut self, name: &'a str, value: &'a str) -> Self {
        self.env.push((name, value));
        self
    }

    pub fn args(mut self, args: &[&'a str]) -> Self {
        self.args = args.to_vec();
        self
    }

    /// With whatever a line of shell sets before it.
    pub fn after(mut self, shell: &'a str) -> Self {
        self.before = shell;
        self
    }

    /// With a screen, and nothing to read keys from.
    pub fn without_a_keyboard(mut self) -> Self {
        self.has_keyboard = false;
        self
    }

    /// Starts the program. Keys may be sent at once.
    pub fn run(self) -> Program {
        let pair = native_pty_system()
            .openpty(pty_size(self.size))
            .expect("a pseudo-terminal");
        let program = env!("CARGO_BIN_EXE_alongside");
        let from = if self.has_keyboard { "" } else { "< /dev/null" };
        let script = format!("{}\nexec \"$0\" \"$@\" {from}", self.before);
        let mut command = if self.has_keyboard && self.before.is_empty() {
            CommandBuilder::new(program)
        } else {
            let mut shell = CommandBuilder::new("/bin/sh");
            shell.args(["-c", &script, program]);
            shell
        };
        command.env_clear();
        command.args(&self.args);
        command.cwd(self.home.path());
        command.env("ALONGSIDE_HOME", self.home.path());
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "en_GB.UTF-8"),
            ("TZ", "Europe/London"),
            ("ALONGSIDE_NOW", "2026-03-10T14:20"),
        ] {
            command.env(name, value);
        }
        for (name, value) in self.env {
            command.env(name, value);
        }
        let lines_before = line_modes(&*pair.master);
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let terminal = Arc::new(Terminal::new(self.size));
        let output = pair.master.try_clone_reader().expect("its output");
        let feed = Arc::clone(&terminal);
        thread::spawn(move || feed.read_all(output));
        Program {
            child,
            keyboard: pair.master.take_writer().expect("its keyboard"),
            master: pair.master,
            terminal,
            lines_before,
        }
    }

    /// Starts the program and waits until its line is ready.
    pub fn open(self) -> Program {
        let program = self.run();
        program.wait("the line is ready", |screen| {
            !screen.row(1).is_empty() && screen.line_is_empty()
        });
        program
    }
}

impl Terminal {
    fn new(size: (u16, u16)) -> Self {
        let parser = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        let seen = Seen {
            parser,
            bytes: vec![],
            is_painting: false,
            has_ended: false,
        };
        Self {
            seen: Mutex::new(seen),
            changed: Condvar::new(),
        }
    }

    fn read_all(&self, mut output: impl Read) {
        let mut chunk = vec![0; 1 << 16];
        // A terminal whose program has gone gives an error on some systems and the end on others.
        while let Ok(count @ 1..) = output.read(&mut chunk) {
            self.lock().take(&chunk[..count]);
            self.changed.notify_all();
        }
        self.lock().has_ended = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seen {
    fn take(&mut self, chunk: &[u8]) {
        self.parser.process(chunk);
        let from = self.bytes.len().saturating_sub(BEGIN.len());
        self.bytes.extend_from_slice(chunk);
        let fresh = &self.bytes[from..];
        let last = |mark: &[u8]| fresh.windows(mark.len()).rposition(|bytes| bytes == mark);
        match (last(BEGIN), last(END)) {
            (None, None) => {}
            (begin, end) => self.is_painting = begin > end,
        }
    }

    fn screen(&self) -> Screen {
        Screen::of(self.parser.screen())
    }
}

impl Program {
    /// Sends bytes, as a keyboard would.
    pub fn send(&mut self, bytes: &[u8]) {
        self.keyboard
            .write_all(bytes)
            .expect("the program reads its keys");
        self.keyboard.flush().expect("the program reads its keys");
    }

    /// Types words.
    pub fn write(&mut self, words: &str) {
        self.send(words.as_bytes());
    }

    /// Presses a key by the name help gives it.
    pub fn press(&mut self, key: &str) {
        self.send(&bytes_of(key));
    }

    /// Types words and presses Enter.
    pub fn enter(&mut self, words: &str) {
        self.write(words);
        self.press("Enter");
    }

    /// Waits until the screen is so, and gives it.
    ///
    /// Panics with the screen if that never happens.
    pub fn wait(&self, what: &str, is_so: impl Fn(&Screen) -> bool) -> Screen {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.terminal.lock();
        loop {
            let screen = seen.screen();
            if !seen.is_painting && is_so(&screen) {
                return screen;
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.has_ended {
                let gone = if seen.has_ended {
                    " (the program has gone)"
                } else {
                    ""
                };
                panic!("never seen: {what}{gone}\n{screen}");
            }
            let waited = self.terminal.changed.wait_timeout(seen, left);
            seen = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits until these words are on the screen.
    pub fn see(&self, words: &str) -> Screen {
        self.wait(words, |screen| screen.has(words))
    }

    /// The screen now.
    pub fn screen(&self) -> Screen {
        self.terminal.lock().screen()
    }

    /// The last frame that was painted whole, on a screen that never changed its size.
    pub fn last_frame(&self) -> Screen {
        let seen = self.terminal.lock();
        let size = seen.parser.screen().size();
        let mut parser = vt100::Parser::new(size.0, size.1, 0);
        let end = seen.bytes.windows(END.len()).rposition(|at| at == END);
        parser.process(&seen.bytes[..end.map_or(0, |end| end + END.len())]);
        Screen::of(parser.screen())
    }

    /// Every byte the program has written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.terminal.lock().bytes.clone()
    }

    /// The bytes written in this much time with no key pressed.
    pub fn bytes_while_idle(&self, time: Duration) -> usize {
        let until = Instant::now() + time;
        let mut seen = self.terminal.lock();
        let before = seen.bytes.len();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return seen.bytes.len() - before;
            }
            let waited = self.terminal.changed.wait_timeout(seen, left);
            seen = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Gives the terminal another size, as a person dragging its corner would.
    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.terminal.lock();
        seen.parser.set_size(cells(rows), cells(columns));
        self.master
            .resize(pty_size((columns, rows)))
            .expect("another size");
    }

    /// Whether the program is still there.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("its state").is_none()
    }

    /// Kills the program with no warning at all. Gives the last screen it painted.
    pub fn kill(&mut self) -> Screen {
        self.signal(Signal::KILL);
        self.ended().1
    }

    /// Closes the window on the program. Gives the last screen it painted.
    pub fn hang_up(&mut self) -> Screen {
        self.signal(Signal::HUP);
        self.ended().1
    }

    /// Waits for the program to end by itself. Gives how, and every byte it wrote.
    pub fn finish(mut self) -> (ExitStatus, Vec<u8>) {
        let (status, _) = self.ended();
        let bytes = self.bytes();
        (status, bytes)
    }

    /// Waits for the program to end by itself. Gives how it left the terminal.
    pub fn left(mut self) -> Left {
        let (status, _) = self.ended();
        Left {
            code: status.exit_code(),
            bytes: self.bytes(),
            lines_as_before: self.handles_lines_as_before(),
        }
    }

    /// Whether the terminal handles lines as it did before the program was started.
    pub fn handles_lines_as_before(&self) -> bool {
        self.lines_before.is_some() && line_modes(&*self.master) == self.lines_before
    }

    /// Leaves for Home and closes there.
    pub fn close(mut self) -> (ExitStatus, Vec<u8>) {
        if !self
            .screen()
            .row(1)
            .trim()
            .to_lowercase()
            .starts_with("alongside")
        {
            self.press("Ctrl+Q");
            self.wait("Home", |screen| {
                screen.row(1).trim().starts_with("Alongside")
            });
        }
        self.press("Ctrl+Q");
        self.finish()
    }

    /// Sends the program a signal.
    pub fn signal(&mut self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the signal is sent");
    }

    /// Its process.
    pub fn pid(&self) -> Pid {
        let id = self.child.process_id().expect("the program runs");
        let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
        pid.expect("a process")
    }

    fn ended(&mut self) -> (ExitStatus, Screen) {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.terminal.lock();
        while !seen.has_ended {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "the program never ended\n{}",
                seen.screen()
            );
            let waited = self.terminal.changed.wait_timeout(seen, left);
            seen = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let screen = seen.screen();
        drop(seen);
        (self.child.wait().expect("how it ended"), screen)
    }
}

impl Drop for Program {
    /// A test that fails leaves no program behind.
    fn drop(&mut self) {
        if self.is_running() {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

/// What a terminal sends for a key, by the name help gives it; a character sends itself.
pub fn bytes_of(key: &str) -> Vec<u8> {
    let named = match key {
        "Enter" => "\r",
        "Tab" => "\t",
        "Shift+Tab" => "\x1b[Z",
        // As terminals that were asked to tell it apart send it, so that no letter after it can be taken for a part of it.
        "Esc" => "\x1b[27u",
        "Backspace" => "\x7f",
        "Delete" => "\x1b[3~",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "Shift+Up" => "\x1b[1;2A",
        "Shift+Down" => "\x1b[1;2B",
        "Ctrl+Right" => "\x1b[1;5C",
        "Ctrl+Left" => "\x1b[1;5D",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        "F10" => "\x1b[21~",
        other => match other.strip_prefix("Ctrl+") {
            Some(letter) => return vec![letter.as_bytes()[0].to_ascii_lowercase() & 0x1f],
            None => other,
        },
    };
    named.as_bytes().to_vec()
}

/// What a terminal sends for a paste, where pastes are bracketed.
pub fn paste(text: &str) -> Vec<u8> {
    format!("\x1b[200~{text}\x1b[201~").into_bytes()
}

fn line_modes(master: &dyn MasterPty) -> LineModes {
    let modes = master.get_termios()?;
    Some(format!(
        "{:?} {:?} {:?} {:?}",
        modes.input_flags, modes.output_flags, modes.control_flags, modes.local_flags
    ))
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size")
}
