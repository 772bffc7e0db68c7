//! Being told to end by somebody else: the window closed, the link dropped, the machine shutting down.
//!
//! The main thread sleeps in the terminal's event source, which cannot be woken and, once the terminal is gone, may
//! never return. So the thread that hears of the ending does all of it. Little is left to do: every word is in the
//! journal already.

use std::io;

/// Why the program has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The window was closed, or the link dropped.
    HangUp,
    /// Somebody asked the program to end: another program, or a machine shutting down.
    Terminate,
    /// An interrupt sent by another program; Ctrl+C is a key.
    Interrupt,
    /// A quit sent by another program.
    Quit,
}

/// Watches for an ending from now on. When one comes, `last_words` runs on the watching thread, then the terminal is
/// given back and the program exits; two seconds after the ending it exits whatever is still going on.
///
/// # Errors
///
/// If the system lets the program watch no signals.
#[cfg(unix)]
pub fn watch(last_words: impl FnOnce(Ending) + Send + 'static) -> io::Result<()> {
    unix::watch(last_words)
}

/// Elsewhere than on Unix nothing tells us in a way safe code can hear. The journal is all that is needed.
///
/// # Errors
///
/// Never.
#[cfg(not(unix))]
pub fn watch(_last_words: impl FnOnce(Ending) + Send + 'static) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::process;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    use super::{Ending, io};
    use crate::tui::terminal;

    /// The system kills what is still there a little later.
    const AT_MOST: Duration = Duration::from_secs(2);

    const WATCHED: [(i32, Ending); 4] = [
        (SIGHUP, Ending::HangUp),
        (SIGTERM, Ending::Terminate),
        (SIGINT, Ending::Interrupt),
        (SIGQUIT, Ending::Quit),
    ];

    pub(super) fn watch(last_words: impl FnOnce(Ending) + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new(WATCHED.map(|(signal, _)| signal))?;
        let listen = move || {
            let first = signals.forever().find_map(ending);
            if let Some((signal, ending)) = first {
                exit_in_time(signal);
                last_words(ending);
                terminal::leave();
                exit(signal);
            }
        };
        thread::Builder::new()
            .name("ending".to_owned())
            .spawn(listen)?;
        Ok(())
    }

    fn ending(signal: i32) -> Option<(i32, Ending)> {
        WATCHED.into_iter().find(|(watched, _)| *watched == signal)
    }

    /// A disk that does not answer must not keep the program.
    fn exit_in_time(signal: i32) {
        let wait = move || {
            thread::sleep(AT_MOST);
            exit(signal);
        };
        // Without a thread for it the ending is merely not hurried.
        let _ = thread::Builder::new().spawn(wait);
    }

    /// Exits as a shell reports a signal. The signal itself is not raised again, because a quit would leave a core dump
    /// with people's words in it.
    fn exit(signal: i32) -> ! {
        process::exit(128 + signal)
    }
}
