//! Sticking close to people in crisis: the board, a check-in in two keys, when the worker looks again, and steady.
//!
//! The board is read with what was promised, and kept until it is read again. What is said of somebody goes into the
//! last record there is of their crisis; while the last conversation is open, into that, which opens.

mod again;
mod steady;

use chrono::NaiveDate;

use super::{App, Quiet, Screen, SheetKind, sheet::CloseSheet};
use crate::{
    conversation::{self as talk, About, Conversation, ConversationId, Holds, Link, Reason, Tie},
    desk::{Close, Effect, Index, Tick},
    guide::{GuideId, Kind},
    line::Outcome,
    people::{self, Contact, InCrisis, Met, Stands, Stick, Sticking, board},
    promise::Promise,
    words::{self, close as said},
};

/// The guide of a check-in.
const CHECK_IN: &str = "check-in";

/// What is said of a crisis once its conversation is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pending {
    id: ConversationId,
    what: Said,
}

/// What is said of a crisis.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Steady(Option<Reason>),
    NotSteady,
    LookAgain(NaiveDate),
}

impl App {
    /// Who is in crisis, the most pressing first; nobody in practice, or while that may not be known.
    pub fn sticking_close(&self) -> &[InCrisis] {
        match (&self.practice, self.locked) {
            (None, None) => &self.board,
            _ => &[],
        }
    }

    /// The row of the board whose crisis began with this talk.
    pub fn in_crisis(&self, root: &ConversationId) -> Option<&InCrisis> {
        let mut rows = self.sticking_close().iter();
        rows.find(|row| row.crises.iter().any(|crisis| crisis.root == *root))
    }

    /// A promise as a list says it: one to look again with the initials of whoever is in crisis, as it names nobody.
    pub fn promised(&self, promise: &Promise) -> String {
        let what = words::one_line(&promise.words());
        let id = promise.place.id();
        let mut rows = self.sticking_close().iter().filter(|_| promise.again);
        match rows.find(|row| row.holds(id)) {
            Some(row) => said::step(&what, &said::whose(row, self.sticking_close())),
            None => what,
        }
    }

    /// The records and conversations were read: who is in crisis is worked out, and what two of them do not say of each
    /// other is put right.
    pub(super) fn read_board(&mut self) {
        let (met, promises) = (self.desk.index.met(), self.desk.index.promises());
        self.board = people::board(met, promises, self.now.date_naive());
        let mends = board::to_mend(met, promises, self.now);
        for mend in mends {
            let once = (mend.record.clone(), mend.what.clone());
            if !self.mended.contains(&once) {
                self.mended.push(once);
                self.desk.ask(Effect::Stick(Box::new(mend)));
            }
        }
        self.nudge();
    }

    /// The key is forgotten: what was read with it goes from memory too.
    pub(super) fn forget_board(&mut self) {
        self.board.clear();
        self.pending_close = None;
    }

    /// Does what is asked about people in crisis.
    pub(super) fn close(&mut self, close: Close, tick: Tick) {
        match close {
            Close::Board => self.show_board(false),
            Close::Choose(root) => self.open_close(CloseSheet::Person(root)),
            Close::CheckIn(typed) => self.check_in_with(&typed, tick),
            Close::CheckOn(root) => self.check_in(&root, tick),
            Close::CheckInAlone => self.guide(&GuideId::new(CHECK_IN), tick),
            Close::When(None) => self.ask_when(false),
            Close::BeforeSaving => self.ask_when(true),
            Close::When(Some(root)) => self.open_close(CloseSheet::When(Some(root))),
            Close::WhichDay(root) => self.open_close(CloseSheet::Day(root)),
            Close::On(whose, day) => self.set_look_again(whose, Some(day), tick),
            Close::Again(whose, typed) => self.look_again_typed(whose, &typed, tick),
            Close::Why(root) => self.open_close(CloseSheet::Why(root)),
            Close::Steady(None, typed) => self.steady_here(&typed, tick),
            Close::Steady(Some(root), typed) => self.steady(&root, &typed, tick),
        }
    }

    fn show_board(&mut self, check_in: bool) {
        self.ask_for_index();
        match self.desk.index {
            Index::Unread => self.said = Some(said::STILL_READING.to_owned()),
            Index::Sealed => self.said = Some(said::SEALED.to_owned()),
            Index::Read(_) => self.open(SheetKind::Close(CloseSheet::Board { check_in })),
        }
    }

    fn open_close(&mut self, sheet: CloseSheet) {
        let root = match &sheet {
            CloseSheet::Person(root)
            | CloseSheet::When(Some(root))
            | CloseSheet::Day(root)
            | CloseSheet::Why(root) => Some(root),
            CloseSheet::Board { .. } | CloseSheet::When(None) => None,
        };
        if root.is_some_and(|root| self.in_crisis(root).is_none()) {
            self.said = Some(said::NOT_THERE.to_owned());
            return self.ask_for_index();
        }
        self.open(SheetKind::Close(sheet));
    }

    /// `/check-in`: on the crisis in hand, or on the one person the letters name; else who it is with is asked.
    fn check_in_with(&mut self, typed: &str, tick: Tick) {
        let here = self.desk.talk().filter(|_| self.screen != Screen::Home);
        let here = here.and_then(|talk| self.row_of_talk(talk));
        let named = self.named_on_board(typed);
        let row = match typed {
            "" => here,
            _ => named,
        };
        if let Some(root) = row.map(|row| row.root().clone()) {
            return self.check_in(&root, tick);
        }
        self.show_board(true);
        if self.sheet.is_some() && !typed.is_empty() {
            self.said = Some(said::which_one(typed));
        }
    }

    /// The one person on the board with these initials, or whose name begins so.
    fn named_on_board(&self, typed: &str) -> Option<&InCrisis> {
        let rows = self.sticking_close().iter();
        let mut found = rows.filter(|row| is_called(row, self.sticking_close(), typed));
        found.next().filter(|_| found.next().is_none())
    }

    /// The row a conversation belongs to: it is about that crisis, or with that person.
    fn row_of_talk(&self, talk: &Conversation) -> Option<&InCrisis> {
        let rows = || self.sticking_close().iter();
        let person = talk.facts.person.as_deref();
        rows()
            .find(|row| row.holds(&talk.id))
            .or_else(|| rows().find(|row| person.is_some_and(|person| row.is_about(person))))
    }

    /// Begins a check-in that is linked to the talk the crisis began with; or carries on the one that was begun.
    fn check_in(&mut self, root: &ConversationId, tick: Tick) {
        let Some(row) = self.in_crisis(root).cloned() else {
            self.said = Some(said::NOT_THERE.to_owned());
            return self.ask_for_index();
        };
        if let Some(open) = row.open_check_in() {
            self.desk.put_down(tick);
            return self.desk.ask(Effect::Open(open.clone()));
        }
        self.begin_check_in(&row, tick);
    }

    /// Begins a check-in on a crisis, with the person's name and how to be in touch as they stand there.
    pub fn begin_check_in(&mut self, row: &InCrisis, tick: Tick) {
        self.desk.begin(&GuideId::new(CHECK_IN), tick);
        let link = Link {
            to: row.root().clone(),
            tie: Tie::CheckInOn,
        };
        let person = row.person.clone().map(|person| About::Person(Some(person)));
        let contact = row.contact.clone();
        let contact = contact.map(|contact| About::Contact(Some(contact)));
        let no_copy = row.no_copy_home.then_some(About::NoCopyHome(true));
        let known = person.into_iter().chain(contact).chain(no_copy);
        for about in known.chain([About::Linked(link)]) {
            self.put(&talk::Command::About(about), tick);
        }
        self.show(Screen::Talk);
        self.said = Some(said::checking_in(row, &self.board, tick.now));
    }

    /// Says something of a crisis in the last contact there is: in its record, or while it is open, in itself.
    fn say_of(&mut self, last: &Contact, what: Said, tick: Tick) {
        if last.open {
            self.pending_close = Some(Pending {
                id: last.id.clone(),
                what,
            });
            if self.desk.talk().is_some_and(|talk| talk.id == last.id) {
                return self.close_here(tick);
            }
            self.desk.put_down(tick);
            return self.desk.ask(Effect::Open(last.id.clone()));
        }
        let what = match what {
            Said::Steady(reason) => Stick::Steady(reason),
            Said::NotSteady => Stick::NotSteady,
            Said::LookAgain(on) => Stick::LookAgain {
                on,
                words: said::LOOK_AGAIN.to_owned(),
            },
        };
        self.desk.ask(Effect::Stick(Box::new(Sticking {
            record: last.id.clone(),
            what,
            by: self.desk.prefs.name.clone(),
            at: self.now,
        })));
    }

    /// The conversation in hand was opened for something to be said of the crisis: it is said there.
    pub(super) fn close_here(&mut self, tick: Tick) {
        let here = self.desk.talk().map(|talk| talk.id.clone());
        let pending = self.pending_close.take();
        let pending = pending.filter(|pending| Some(&pending.id) == here.as_ref());
        match pending.map(|pending| pending.what) {
            Some(Said::LookAgain(day)) => self.look_again_here(Some(day), tick),
            Some(Said::Steady(reason)) => self.say_steady(Holds::Steady(reason), tick),
            Some(Said::NotSteady) => self.say_steady(Holds::NotYet, tick),
            None => {}
        }
    }

    /// The conversation in hand was opened again: if somebody has looked since, the day to look again was kept.
    pub(super) fn keep_what_was_looked_at(&mut self, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        let Some(step) = talk.look_again() else {
            return;
        };
        let is_on_this = |link: &Link| link.to == talk.id && link.tie == Tie::CheckInOn;
        let has_looked = |met: &Met| {
            !met.is_open()
                && met.started.timestamp() >= step.at.timestamp()
                && met.links.iter().any(is_on_this)
        };
        if self.desk.index.met().iter().any(has_looked) {
            let done = talk::Command::Outcome(Some(step.id), Outcome::Done);
            self.put(&done, tick);
        }
    }

    /// A check-in is kept: the records of its crisis are told, so that each names the other, and the day to look again
    /// was kept.
    pub(super) fn tell_the_others(&mut self, id: &ConversationId) {
        let Some(talk) = self.desk.talk().filter(|talk| talk.id == *id) else {
            return;
        };
        let Some(check_in) = Met::in_conversation(talk) else {
            return;
        };
        let is_on = |link: &&Link| link.tie == Tie::CheckInOn;
        let Some(on) = check_in
            .links
            .iter()
            .find(is_on)
            .map(|link| link.to.clone())
        else {
            return;
        };
        let check_in = Met {
            stands: Stands::Finished,
            ..check_in
        };
        let mut told: Vec<Sticking> = self
            .records_beside(&on)
            .map(|record| board::told(record, &check_in, self.now))
            .collect();
        // What is not read yet is told all the same: where it is no record yet, nothing comes of it.
        if told.iter().all(|sticking| sticking.record != on) {
            told.push(board::told_of(&on, &check_in, self.now));
        }
        for sticking in told {
            self.desk.ask(Effect::Stick(Box::new(sticking)));
        }
    }

    /// The finished records of the same crisis, and of the same person's others.
    fn records_beside(&self, root: &ConversationId) -> impl Iterator<Item = &Met> {
        let row = self.board.iter().find(|row| row.holds(root));
        let thread = people::threads(self.desk.index.met());
        let thread = thread.into_iter().find(|thread| thread.root == *root);
        let of_thread = thread.into_iter().flat_map(|thread| thread.met);
        let of_thread: Vec<ConversationId> = of_thread.map(|met| met.id.clone()).collect();
        let finished = self.desk.index.met().iter().filter(|met| !met.is_open());
        finished.filter(move |met| {
            of_thread.contains(&met.id) || row.is_some_and(|row| row.holds(&met.id))
        })
    }

    /// Whether somebody leaves the board once this record is void: no other of theirs keeps them there.
    pub(super) fn leave_with(&self, id: &ConversationId) -> bool {
        let Some(row) = self.sticking_close().iter().find(|row| row.holds(id)) else {
            return false;
        };
        let mut met = self.desk.index.met().to_vec();
        for met in met.iter_mut().filter(|met| met.id == *id) {
            met.stands = Stands::Void;
        }
        let rest = people::board(&met, &[], self.now.date_naive());
        let ids = row.crises.iter().flat_map(|crisis| &crisis.ids);
        !ids.into_iter()
            .any(|id| rest.iter().any(|other| other.holds(id)))
    }

    /// What sticking close adds is in the record.
    pub(super) fn stuck(&mut self, sticking: &Sticking) {
        let met = self.desk.index.met().iter();
        let of = met.filter(|met| met.id == sticking.record);
        let who = of.filter_map(|met| met.person.as_deref()).next();
        let who = words::initials(who.unwrap_or_default());
        if let Some(tells) = said::added(&sticking.what, &who, self.now.date_naive()) {
            self.said = Some(tells);
        }
        self.ask_for_index();
    }

    /// One quiet line, once, where a plan is begun with somebody who is in crisis. It stops nobody.
    pub(super) fn nudge(&mut self) {
        let Some(talk) = self.desk.talk() else { return };
        let plans = talk.kind() == Kind::GoodLife && self.screen == Screen::Talk;
        let was_said = self.nudged.as_ref() == Some(&talk.id);
        let may = self.practice.is_none() && self.locked.is_none() && self.desk.prefs.hints;
        if !plans || was_said || !may {
            return;
        }
        let is_steady = talk.facts.steady.as_ref().is_some_and(|said| !said.not);
        let from_crisis = talk
            .talks
            .iter()
            .any(|talk| talk.guide.kind == Kind::Crisis);
        let is_live = self.row_of_talk(talk).is_some() || from_crisis;
        if is_live && !is_steady {
            self.nudged = Some(talk.id.clone());
            self.quiet = Some(Quiet::StickingClose);
        }
    }
}

/// Whether somebody among these has these initials, or a name that begins so.
fn is_called(row: &InCrisis, among: &[InCrisis], typed: &str) -> bool {
    let typed = typed.to_lowercase();
    let name = row.person.as_deref().unwrap_or_default();
    let short = [said::whose(row, among), words::initials(name)];
    short.iter().any(|short| short.to_lowercase() == typed)
        || name.to_lowercase().starts_with(&typed)
}
