//! How far the reading has come, on standard error, when somebody is there to see. The reading itself says when: not
//! before it takes a while.

use std::{
    io::{self, IsTerminal, Write},
    sync::Mutex,
};

use crate::words::evidence::cli as words;

/// A line that is written over as the reading goes on, and taken away at its end.
pub(super) struct Progress {
    is_seen: bool,
    /// How wide the line is that stands there.
    wide: Mutex<usize>,
}

impl Progress {
    pub(super) fn begin() -> Self {
        Self {
            is_seen: io::stderr().is_terminal(),
            wide: Mutex::new(0),
        }
    }

    /// So many have been read of so many. Any thread may say so: one that another is in the way of says nothing.
    pub(super) fn at(&self, read: usize, of: usize) {
        if !self.is_seen {
            return;
        }
        let Ok(mut wide) = self.wide.try_lock() else {
            return;
        };
        let line = words::reading(read, of);
        let _ = write!(io::stderr(), "\r{line:wide$}", wide = *wide);
        *wide = line.len();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let wide = self.wide.get_mut().map_or(0, |wide| *wide);
        if wide > 0 {
            let _ = write!(io::stderr(), "\r{:wide$}\r", "");
        }
    }
}
