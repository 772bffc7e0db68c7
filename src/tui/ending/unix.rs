//! Hearing of an ending on Unix: signals, and the terminal going away without one. Here, too, the program is stopped for
//! a while and goes on, as a shell asks of every program in its window.

use std::io;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::{Ending, end};
use crate::tui::terminal;

const ENDINGS: [(i32, Ending); 4] = [
    (SIGHUP, Ending::HangUp),
    (SIGTERM, Ending::Terminate),
    (SIGINT, Ending::Interrupt),
    (SIGQUIT, Ending::Quit),
];

/// Listens for signals on a thread of its own.
pub(super) fn watch() -> io::Result<()> {
    let endings = ENDINGS.map(|(signal, _)| signal);
    let mut signals = Signals::new(endings.iter().chain(&[SIGTSTP, SIGCONT]))?;
    let listen = move || {
        let mut rests = false;
        for signal in &mut signals.forever() {
            match signal {
                SIGTSTP => {
                    rest();
                    rests = true;
                }
                // The same going on, heard again.
                SIGCONT if rests => rests = false,
                SIGCONT => take_again(terminal::leave()),
                signal => {
                    if let Some((_, ending)) = ENDINGS.into_iter().find(|(one, _)| *one == signal) {
                        end(ending)
                    }
                }
            }
        }
    };
    thread::Builder::new()
        .name("ending".to_owned())
        .spawn(listen)
        .map(drop)
}

/// Watches standard input, which is the terminal, for a hang-up. Nothing is read.
pub(super) fn watch_terminal() -> io::Result<()> {
    let listen = || {
        let stdin = io::stdin();
        loop {
            let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut fds, None) {
                Ok(_) if fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                    end(Ending::HangUp)
                }
                Err(Errno::INTR) => {}
                // A system that cannot say so of a terminal. A closed window still sends a signal.
                _ => return,
            }
        }
    };
    thread::Builder::new()
        .name("terminal".to_owned())
        .spawn(listen)
        .map(drop)
}

/// Gives the terminal back, stops until somebody says to go on, and takes the terminal again.
fn rest() {
    let was_ours = terminal::leave();
    // Where it cannot stop it goes straight on.
    let _ = low_level::emulate_default_handler(SIGTSTP);
    take_again(was_ours);
}

/// Takes the terminal again and has everything drawn: what a window that changed its size gets. Somebody else may have
/// written on the screen meanwhile, or changed its modes.
fn take_again(was_ours: bool) {
    // A terminal that is gone is heard of by itself.
    if was_ours && terminal::take().is_ok() {
        let _ = low_level::raise(SIGWINCH);
    }
}
