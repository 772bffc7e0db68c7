//! However the program ends but by being left: the window closed, the link dropped, the machine shutting down, a panic.
//!
//! The main thread sleeps in the terminal's event source, which cannot be woken and, once the terminal is gone, may
//! never return. So the thread that hears of the ending does all of it. Little is left to do: every word is in the
//! journal already.
//!
//! `unix` and `windows` only hear; what happens then is here, and the same for both.

use std::io::{self, Write};
use std::panic;
use std::process;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use crate::conversation::Stop;
use crate::tui::terminal;

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

/// The system kills what is still there a little later: a closed window on Windows gets about five seconds.
const AT_MOST: Duration = Duration::from_secs(2);

/// Why the program has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The window was closed, the link dropped, or the terminal went away.
    HangUp,
    /// Somebody asked the program to end: another program, or a machine shutting down.
    Terminate,
    /// An interrupt sent by another program; Ctrl+C is a key.
    Interrupt,
    /// A quit sent by another program.
    Quit,
    /// Something in the program went wrong.
    Trouble,
}

impl Ending {
    /// As a shell reports a signal. The signal itself is not raised again, because a quit would leave a core dump with
    /// people's words in it.
    fn code(self) -> i32 {
        match self {
            Self::HangUp => 128 + 1,
            Self::Interrupt => 128 + 2,
            Self::Quit => 128 + 3,
            Self::Terminate => 128 + 15,
            Self::Trouble => 101,
        }
    }

    fn stop(self) -> Stop {
        match self {
            Self::HangUp => Stop::WindowClosed,
            Self::Terminate | Self::Interrupt | Self::Quit => Stop::AskedToEnd,
            Self::Trouble => Stop::Trouble,
        }
    }
}

/// Writes down how it ended and settles the disk. Gives whether everything typed is written.
type LastWords = Box<dyn FnOnce(Stop) -> bool + Send>;

/// What is said once, by whichever ending comes first. There is one for the whole program, because a panic and a
/// Windows event come with nothing in hand.
static LAST_WORDS: Mutex<Option<LastWords>> = Mutex::new(None);

/// The thread that ends the program: the first that hears of an ending.
static ENDS: OnceLock<ThreadId> = OnceLock::new();

/// Watches for an ending from now on. When one comes, `last_words` runs on the thread that hears of it, then the
/// terminal is given back and the program exits; two seconds after the ending it exits whatever is still going on.
///
/// # Errors
///
/// If the system lets the program watch nothing.
pub fn watch(last_words: impl FnOnce(Stop) -> bool + Send + 'static) -> io::Result<()> {
    *slot() = Some(Box::new(last_words));
    #[cfg(unix)]
    unix::watch()?;
    #[cfg(windows)]
    windows::watch()?;
    Ok(())
}

/// Watches for the terminal going away with no signal sent, as from now on. The event source would spin on it for ever.
///
/// # Errors
///
/// If the system starts no thread for it.
pub fn watch_terminal() -> io::Result<()> {
    #[cfg(unix)]
    unix::watch_terminal()?;
    Ok(())
}

/// Makes a panic of any thread an ending: last words, the terminal given back, then `message` and where it happened.
/// What the panic itself says is left out, because it may hold words from a note. `message` is told whether everything
/// typed is surely written.
pub fn on_panic(message: impl Fn(bool) -> String + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |info| {
        let all = begin(Ending::Trouble);
        terminal::leave();
        let place = info.location().map(|at| format!(" ({at})"));
        let place = place.unwrap_or_default();
        let _ = writeln!(io::stderr(), "{}{place}", message(all));
        process::exit(Ending::Trouble.code());
    }));
}

/// The terminal could not be read or written. Says the last words; what comes after is the caller's.
pub fn terminal_is_gone() {
    begin(Ending::HangUp);
}

/// All of an ending.
fn end(ending: Ending) -> ! {
    begin(ending);
    terminal::leave();
    process::exit(ending.code())
}

/// The part of an ending that is done once: the clock set, the last words said. Does not return where another thread
/// is ending the program already. Gives whether everything typed is surely written.
fn begin(ending: Ending) -> bool {
    let me = thread::current().id();
    let mut came_first = false;
    let ends = ENDS.get_or_init(|| {
        came_first = true;
        me
    });
    if *ends != me {
        loop {
            thread::park();
        }
    }
    if !came_first {
        // The last words themselves went wrong: there is nothing better to say.
        return false;
    }
    exit_in_time(ending);
    let last_words = slot().take();
    last_words.is_none_or(|last_words| last_words(ending.stop()))
}

/// A disk or a terminal that does not answer must not keep the program.
fn exit_in_time(ending: Ending) {
    let wait = move || {
        thread::sleep(AT_MOST);
        process::exit(ending.code());
    };
    // Without a thread for it the ending is merely not hurried.
    let _ = thread::Builder::new().spawn(wait);
}

fn slot() -> MutexGuard<'static, Option<LastWords>> {
    LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner)
}
