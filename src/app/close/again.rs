//! When the worker looks again: asked in Read back, answered by a number or typed, and said of somebody on the board.

use chrono::NaiveDate;

use super::Said;
use crate::{
    app::{App, Screen, SheetKind, sheet::CloseSheet},
    conversation::{self as talk, Conversation, ConversationId},
    desk::{Follow, Tick},
    guide::Kind,
    line,
    promise::Happened,
    words::{self, close as said},
};

impl App {
    /// Whether reading back asks when the worker looks again: of a talk about a crisis that is not steady, until it is
    /// said.
    pub fn asks_look_again(&self) -> bool {
        let talk = self.desk.talk();
        let is_open = |talk: &Conversation| {
            talk.look_again().is_none() && self.look_skipped.as_ref() != Some(&talk.id)
        };
        self.is_to_look_again() && talk.is_some_and(is_open)
    }

    /// Whether the conversation in hand is one in which the worker says when to look again.
    fn is_to_look_again(&self) -> bool {
        let talk = self.desk.talk().filter(|talk| talk.practice.is_none());
        talk.is_some_and(|talk| {
            let is_steady = talk.facts.steady.as_ref().is_some_and(|said| !said.not);
            talk.kind() == Kind::Crisis && !is_steady
        })
    }

    /// Enter with nothing typed in Read back, unless an arrow just chose a note, skips the question. True when it was asked.
    pub(in crate::app) fn skip_look_again(&mut self) -> bool {
        let is_asked = self.asks_look_again() && !self.chose_before;
        if is_asked {
            self.look_skipped = self.desk.talk().map(|talk| talk.id.clone());
        }
        is_asked
    }

    /// The step to look again of the conversation in hand, and its day.
    pub fn looks_again_on(&self) -> Option<Option<NaiveDate>> {
        let step = self.desk.talk()?.look_again()?.step.as_ref()?;
        Some(step.when.due())
    }

    /// A lone number in Read back is the answer to when the worker looks again, while that is asked; and another answer
    /// once it was answered. True when it was.
    pub(in crate::app) fn choose_look_again(&mut self, tick: Tick) -> bool {
        let is_set = self.is_to_look_again() && self.looks_again_on().is_some();
        let is_asked = self.screen == Screen::ReadBack && (is_set || self.asks_look_again());
        let typed: Option<usize> = self.desk.line().trim().parse().ok();
        let Some(at) = typed
            .filter(|_| is_asked)
            .and_then(|nth| nth.checked_sub(1))
        else {
            return false;
        };
        self.saving = false;
        let days = said::days(tick.now.date_naive());
        match days.get(at) {
            Some((_, day)) => {
                self.desk.asked(tick);
                self.set_look_again(None, Some(*day), tick);
            }
            None if at == days.len() => {
                self.desk.asked(tick);
                self.type_in("/look ", tick);
            }
            None => return false,
        }
        true
    }

    pub(super) fn ask_when(&mut self, saving: bool) {
        self.saving = saving;
        match self.desk.talk().map(Conversation::kind) {
            Some(Kind::Crisis) => self.open_close(CloseSheet::When(None)),
            _ => self.said = Some(said::NO_CRISIS.to_owned()),
        }
    }

    pub(super) fn look_again_typed(
        &mut self,
        whose: Option<ConversationId>,
        typed: &str,
        tick: Tick,
    ) {
        let day = line::read_day(typed, self.now.date_naive()).due();
        match (day, &whose) {
            (None, None) if typed.trim() == "none" => self.set_look_again(None, None, tick),
            (None, Some(_)) if typed.trim().is_empty() => {
                self.said = Some(said::NOTHING_CHANGED.to_owned());
            }
            (None, None) => self.said = Some(words::not_a_day(typed)),
            (None, Some(root)) => {
                self.open_close(CloseSheet::Day(root.clone()));
                self.said = Some(words::not_a_day(typed));
            }
            (Some(_), _) => self.set_look_again(whose, day, tick),
        }
    }

    /// The day the worker looks again, in the conversation in hand or for somebody on the board.
    pub(super) fn set_look_again(
        &mut self,
        whose: Option<ConversationId>,
        day: Option<NaiveDate>,
        tick: Tick,
    ) {
        match (whose, day) {
            (None, day) => self.look_again_here(day, tick),
            (Some(root), Some(day)) => self.look_again_for(&root, day, tick),
            (Some(_), None) => {}
        }
    }

    pub(super) fn look_again_here(&mut self, day: Option<NaiveDate>, tick: Tick) {
        if self.desk.talk().map(Conversation::kind) != Some(Kind::Crisis) {
            self.said = Some(said::NO_CRISIS.to_owned());
            return;
        }
        let words = said::LOOK_AGAIN.to_owned();
        self.put(&talk::Command::LookAgain(day, words), tick);
        self.said = Some(said::look_again_on(day, tick.now.date_naive()));
        // Whoever was asked among the ways to save goes on there.
        if std::mem::take(&mut self.saving) && self.screen == Screen::ReadBack {
            self.open(SheetKind::Save);
        }
    }

    /// The step that is to come moves. Where there is none, one goes into the last record there is.
    fn look_again_for(&mut self, root: &ConversationId, day: NaiveDate, tick: Tick) {
        let Some(row) = self.in_crisis(root).cloned() else {
            self.said = Some(said::NOT_THERE.to_owned());
            return self.ask_for_index();
        };
        if let Some(next) = row.next {
            return self.follow(Follow::Happened(next.place, Happened::Day(day)), tick);
        }
        self.say_of(&row.last, Said::LookAgain(day), tick);
    }
}
