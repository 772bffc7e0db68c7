//! How far the reading has come, on standard error, when it takes over half a second and somebody is there to see.

use std::{
    io::{self, IsTerminal, Write},
    sync::Mutex,
    time::{Duration, Instant},
};

use crate::words::evidence::cli as words;

/// How long it may take in silence, and how long one line stands.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line that is written over as the reading goes on, and taken away at its end.
pub(super) struct Progress {
    is_seen: bool,
    state: Mutex<State>,
}

struct State {
    next: Instant,
    /// How wide the line is that stands there.
    wide: usize,
}

impl Progress {
    pub(super) fn begin() -> Self {
        Self {
            is_seen: io::stderr().is_terminal(),
            state: Mutex::new(State {
                next: Instant::now() + PATIENCE,
                wide: 0,
            }),
        }
    }

    /// So many have been read of so many. Any thread may say so: one that another is in the way of says nothing.
    pub(super) fn at(&self, read: usize, of: usize) {
        if !self.is_seen {
            return;
        }
        let Ok(mut state) = self.state.try_lock() else {
            return;
        };
        if Instant::now() < state.next {
            return;
        }
        let line = words::reading(read, of);
        let _ = write!(io::stderr(), "\r{line:wide$}", wide = state.wide);
        state.wide = line.len();
        state.next = Instant::now() + PATIENCE;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let wide = self.state.get_mut().map_or(0, |state| state.wide);
        if wide > 0 {
            let _ = write!(io::stderr(), "\r{:wide$}\r", "");
        }
    }
}
