//! What was promised: on Home, in a list, and what became of each.
//!
//! It is read after the first frame, and again whenever Home shows and once a minute while it does. What became of a
//! promise in a record goes into that record; of one in an open conversation, into that conversation, which opens.

use super::{App, Screen, SheetKind, home};
use crate::{
    conversation::{self as talk, ConversationId, Due, NoteId},
    desk::{Asked, Effect, Follow, Following, Index, Tick},
    line::{self, Outcome, Who},
    promise::{Happened, Place, Promise, Standing, happened::next_day},
    words::{self, promise as said},
};

/// What becomes of a step once its conversation is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pending {
    id: ConversationId,
    note: NoteId,
    tries: u32,
    happened: Happened,
}

impl App {
    /// Asks for what was promised to be read, unless it may not be known here.
    pub(super) fn ask_for_index(&mut self) {
        if self.practice.is_none() && self.locked.is_none() {
            self.index_asked = self.now;
            self.desk.ask(Effect::ReadIndex);
        }
    }

    /// A minute has gone on Home: files may have been changed by hand.
    pub(super) fn look_for_index(&mut self) {
        let minute = |at: talk::Moment| at.timestamp().div_euclid(60);
        let is_due = minute(self.now) != minute(self.index_asked);
        if self.screen == Screen::Home && self.sheet.is_none() && is_due {
            self.ask_for_index();
        }
    }

    /// Every record and every open conversation was read.
    pub(super) fn index_read(&mut self, index: Index) {
        if self.locked.is_some() {
            return;
        }
        let chosen = home::rows(self).get(self.row).cloned();
        self.desk.index = index;
        self.know_names();
        self.ask_for_linked(&[]);
        self.read_board();
        self.people_changed();
        // The chosen row stays the chosen one, wherever it is now.
        let rows = home::rows(self);
        let same = chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen));
        self.row = same.unwrap_or(self.row).min(rows.len().saturating_sub(1));
    }

    /// The promises Home lists: overdue and today's, the most pressing first.
    pub fn due_now(&self) -> Vec<&Promise> {
        if self.practice.is_some() || self.locked.is_some() {
            return vec![];
        }
        let today = self.now.date_naive();
        let mut due = crate::promise::due(self.desk.index.promises(), today);
        due.retain(|promise| promise.standing(today) <= Standing::Today);
        due
    }

    /// Does what is asked about a promise.
    pub(super) fn follow(&mut self, follow: Follow, tick: Tick) {
        match follow {
            Follow::Due => self.list_promises(SheetKind::Due),
            Follow::Week => self.list_promises(SheetKind::Week),
            Follow::Choose(place) => self.open_promise(SheetKind::FollowUp(place, None)),
            Follow::Ask(place, asked) => self.open_promise(SheetKind::FollowUp(place, Some(asked))),
            Follow::Answer(place, asked, typed) => self.answer_about(place, asked, &typed, tick),
            Follow::Happened(place, happened) => self.happened(&place, happened, tick),
        }
    }

    fn list_promises(&mut self, kind: SheetKind) {
        self.ask_for_index();
        match self.desk.index {
            Index::Unread => self.said = Some(said::STILL_READING.to_owned()),
            Index::Sealed => self.said = Some(said::SEALED.to_owned()),
            Index::Read(_) => self.open(kind),
        }
    }

    fn open_promise(&mut self, kind: SheetKind) {
        let SheetKind::FollowUp(place, _) = &kind else {
            return;
        };
        if self.desk.index.promise(place).is_some() {
            self.open(kind);
        } else {
            self.said = Some(said::NOT_THERE.to_owned());
            self.ask_for_index();
        }
    }

    fn answer_about(&mut self, place: Place, asked: Asked, typed: &str, tick: Tick) {
        let typed = typed.trim();
        if typed.is_empty() {
            self.said = (asked != Asked::Said).then(|| said::AS_IT_WAS.to_owned());
            return;
        }
        let happened = match asked {
            Asked::Who => Happened::Who(typed.to_owned()),
            Asked::Said => Happened::Said(typed.to_owned()),
            Asked::Day => match line::read_day(typed, self.now.date_naive()).due() {
                Some(day) => Happened::Day(day),
                None => {
                    self.open_promise(SheetKind::FollowUp(place, Some(asked)));
                    self.said = Some(words::not_a_day(typed));
                    return;
                }
            },
        };
        self.happened(&place, happened, tick);
    }

    fn happened(&mut self, place: &Place, happened: Happened, tick: Tick) {
        let Some(promise) = self.desk.index.promise(place).cloned() else {
            self.said = Some(said::NOT_THERE.to_owned());
            return self.ask_for_index();
        };
        match place {
            Place::Record(..) => self.desk.ask(Effect::Follow(Box::new(Following {
                promise,
                happened,
                by: self.desk.prefs.name.clone(),
                at: self.now,
            }))),
            Place::Open(id, note) => {
                self.pending = Some(Pending {
                    id: id.clone(),
                    note: *note,
                    tries: promise.tries,
                    happened,
                });
                if self.desk.talk().is_some_and(|talk| talk.id == *id) {
                    return self.happen_here(tick);
                }
                self.desk.put_down(tick);
                self.desk.ask(Effect::Open(id.clone()));
            }
        }
    }

    /// What became of a promise is in its record; `now` is how it stands there.
    pub(super) fn followed(&mut self, following: &Following, now: Option<Promise>) {
        let place = following.promise.place.clone();
        if let Index::Read(known) = &mut self.desk.index {
            known.promises.retain(|promise| promise.place != place);
            known.promises.extend(now);
        }
        self.row = self.row.min(home::rows(self).len().saturating_sub(1));
        let tells = words::promise::happened(&following.happened, following.at);
        let done = following.happened == Happened::Done;
        if done {
            self.open_promise(SheetKind::FollowUp(place, Some(Asked::Said)));
        }
        self.said = Some(tells);
        if !done {
            self.ask_about_next();
        }
        self.ask_for_index();
    }

    /// The conversation in hand was opened for one of its steps: what became of that is said there.
    pub(super) fn happen_here(&mut self, tick: Tick) {
        let here = self.desk.talk().map(|talk| talk.id.clone());
        let Some(pending) = self
            .pending
            .take()
            .filter(|one| Some(&one.id) == here.as_ref())
        else {
            return;
        };
        let note = Some(pending.note);
        let outcome = |outcome| talk::Command::Outcome(note, outcome);
        let commands = match pending.happened {
            Happened::Done => vec![outcome(Outcome::Done)],
            Happened::Dropped => vec![outcome(Outcome::Dropped)],
            Happened::Day(day) => vec![talk::Command::Due(note, Due::On(day))],
            Happened::Who(name) => vec![talk::Command::Owner(note, who(&name))],
            Happened::Said(_) => vec![],
            Happened::Tried => {
                let tomorrow = next_day(self.now).map(Due::On);
                let due = tomorrow.map(|day| talk::Command::Due(note, day));
                let tried = outcome(Outcome::Tried(pending.tries.saturating_add(1)));
                due.into_iter().chain([tried]).collect()
            }
        };
        let asks = commands.first() == Some(&outcome(Outcome::Done));
        for command in commands {
            self.put(&command, tick);
        }
        if asks {
            self.said = Some(said::SAID_HERE.to_owned());
        }
    }
}

/// A name typed for who does something.
pub(super) fn who(name: &str) -> Who {
    match name.to_lowercase().as_str() {
        "me" | "i" | "you" => Who::You,
        _ => Who::Named(name.to_owned()),
    }
}
