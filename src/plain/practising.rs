//! Practice line by line: the scenarios by number, what the listener sees, a card when it is asked for.

use super::Plain;
use crate::{
    app::Screen,
    desk::{Command, Practise, Tick},
    practice::{Page, as_text, card},
    words::{self, practice as said},
};

/// As wide as any line: a screen reader wraps for itself.
const NEVER_WRAPPED: usize = 100_000;

impl Plain {
    /// The other side of the wall was reached.
    pub(super) fn say_crossed(&mut self) {
        if !self.app.is_at_front() {
            return self.say_begun();
        }
        self.say_said();
        if self.app.seeks_debrief() {
            return self.say(said::NOT_REAL_SAID);
        }
        match self.app.screen {
            Screen::Cards => self.list_practice(),
            _ => self.list_home_numbers(),
        }
    }

    /// The scenarios, by number.
    pub(super) fn list_practice(&mut self) {
        let Some(practice) = &self.app.practice else {
            return;
        };
        let listed = practice.scenarios.list();
        let titles: Vec<String> = listed.into_iter().map(|one| one.title).collect();
        let choose = |at| Command::Practise(Practise::Scenario(at));
        self.choices = (0..titles.len()).map(choose).collect();
        self.say(said::NOT_REAL_SAID);
        self.say(words::plain::numbered(&titles));
        self.say(said::CHOOSE_ONE);
    }

    /// Does a command of practice, and says what came of it.
    pub(super) fn practise(&mut self, practise: Practise, tick: Tick) {
        let command = Command::Practise(practise.clone());
        match practise {
            Practise::Go if self.app.practice.is_some() => {
                self.app.obey(command, tick);
                self.list_practice();
            }
            Practise::Scenario(_) => {
                self.app.obey(command, tick);
                self.say_scenario();
            }
            Practise::Card(_) => {
                self.app.obey(command, tick);
                self.say_card();
            }
            Practise::Start | Practise::Alone | Practise::Observe => {
                self.app.obey(command, tick);
                self.say_begun();
            }
            Practise::Minutes | Practise::Debrief if self.app.screen == Screen::Watch => {
                self.say_minutes();
            }
            Practise::Moves => self.offer_moves(tick),
            Practise::Move(_) | Practise::AskAbout(..) => self.take_turn(command, tick),
            Practise::AgainFrom(_) if self.is_alone() => {
                self.plainly(command, tick);
                self.say_where_it_stands();
            }
            Practise::Debrief if self.is_alone() => {
                self.app.obey(command, tick);
                self.say_end();
            }
            Practise::Debrief
            | Practise::Order(_)
            | Practise::All
            | Practise::Threads
            | Practise::Met(..)
            | Practise::IsItMe(_) => self.debrief(&practise, tick),
            _ => self.plainly(command, tick),
        }
    }

    /// What the listener of a scenario sees, and what can be done with it.
    fn say_scenario(&mut self) {
        let scenario = self.app.practice.as_ref().and_then(|one| one.scenario());
        let Some(page) = scenario.map(card::listener) else {
            return;
        };
        self.say_page(&page);
        self.say(said::HOW_TO_PLAY);
    }

    /// The card that was asked for, or why there is none.
    fn say_card(&mut self) {
        self.say_said();
        let page = self.app.practice.as_ref().and_then(|practice| {
            let scenario = practice.scenario()?;
            let actor = scenario.actor(practice.card?)?;
            Some(card::actor(scenario, actor))
        });
        if let Some(page) = page {
            self.say_page(&page);
        }
        if let Some(practice) = &mut self.app.practice {
            // Said once: there is no screen to hide it on again.
            practice.card = None;
        }
    }

    pub(super) fn say_page(&mut self, page: &Page) {
        let text = as_text(page, NEVER_WRAPPED);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        self.said.extend(lines.map(str::to_owned));
    }

    /// A part of a role-play began.
    pub(super) fn say_begun(&mut self) {
        self.app.said = None;
        let practised = self.app.desk.talk().and_then(|talk| talk.practice.as_ref());
        if let Some(begun) = practised.map(said::begun) {
            self.say(begun);
        }
        self.say_keys();
        self.say_where_alone();
    }
}
