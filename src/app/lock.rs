//! Locked: everything is hidden and the key forgotten, and typing goes on.
//!
//! Locking is asked for with `/lock`, or comes by itself after the minutes somebody chose, before whatever came next
//! is taken in. While it lasts, views show dots in place of words, and only a command begun since can be read.

use chrono::TimeDelta;

use super::{App, Key, table};
use crate::{
    conversation::Moment,
    desk::{Effect, Index, Tick},
    words,
};

/// Whether what is kept is sealed, and whether its key is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// Nothing is sealed.
    Off,
    /// The key is not open: what is kept can be written but not read.
    Locked,
    /// The key is open.
    Unlocked,
}

/// Everything is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked {
    /// Since when.
    pub since: Moment,
    /// The line is a command that was begun since, so it can be shown.
    pub command: bool,
}

impl App {
    /// When everything will be hidden if no key is pressed until then; `None` where that was not chosen.
    pub fn locks_at(&self) -> Option<Moment> {
        let minutes = self.desk.prefs.lock_after?;
        let can_lock = self.seal != Seal::Off && self.locked.is_none();
        let at = self
            .last_key
            .checked_add_signed(TimeDelta::minutes(i64::from(minutes)))?;
        can_lock.then_some(at)
    }

    /// Somebody is here. A computer that slept wakes with a key as often as not, so if it was time to lock, it locks
    /// before what was typed is taken in.
    pub fn pressed(&mut self) {
        self.lock_if_idle();
        self.last_key = self.now;
    }

    /// Locks if it is time.
    pub(super) fn lock_if_idle(&mut self) {
        if self.locks_at().is_some_and(|at| self.now >= at) {
            self.lock();
        }
    }

    /// Hides everything and forgets the key.
    pub(super) fn lock(&mut self) {
        if self.seal == Seal::Off {
            self.said = Some(words::SEALING_IS_OFF.to_owned());
            return;
        }
        if self.looking.take().is_some() {
            self.show(self.front());
        }
        self.locked = Some(Locked {
            since: self.now,
            command: false,
        });
        self.seal = Seal::Locked;
        self.close_sheet();
        self.unlocking = None;
        self.offered = None;
        self.slash_row = None;
        self.quiet = None;
        self.said = None;
        self.desk.ask(Effect::Lock);
    }

    /// What Home had read of other conversations goes from memory, too.
    pub(super) fn forget_what_is_locked(&mut self) {
        if self.locked.is_some() {
            self.desk.seal_drafts();
            self.desk.index = Index::Sealed;
            self.shown_record = None;
            self.told = None;
            self.pending = None;
            self.forget_board();
            self.forget_who_was_met();
            if let Some(practice) = &mut self.practice {
                practice.watched.clear();
            }
        }
    }

    /// A key while everything is hidden.
    pub(super) fn key_while_locked(&mut self, key: Key, tick: Tick) {
        let before = self.desk.line().to_owned();
        if self.is_paused() && matches!(key, Key::Char(_)) {
            self.carry_on(tick);
            self.said = None;
        }
        match table::command_for(key, |place| self.counts(place)) {
            Some(command) => self.obey(command, tick),
            None => self.letter(key, tick),
        }
        self.show_only_a_command(key, &before);
    }

    /// The line may be read only while it is a command whose every letter was typed since everything was hidden: it
    /// began on an empty line, and nothing but typing has touched it.
    fn show_only_a_command(&mut self, key: Key, before: &str) {
        let line = self.desk.line();
        let is_slash = line.starts_with('/');
        let began = key == Key::Char('/') && before.is_empty();
        let untouched = types(key) || line == before;
        if let Some(locked) = &mut self.locked {
            locked.command = is_slash && (began || (locked.command && untouched));
        }
    }
}

/// Keys that bring no words to the line but their own.
fn types(key: Key) -> bool {
    matches!(
        key,
        Key::Char(_)
            | Key::Backspace
            | Key::CtrlBackspace
            | Key::Delete
            | Key::Ctrl('u' | 'w')
            | Key::Left
            | Key::Right
            | Key::CtrlLeft
            | Key::CtrlRight
            | Key::Home
            | Key::End
    )
}
