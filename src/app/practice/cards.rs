//! The scenarios, one at a time: what the listener sees, and at a key, for whoever plays it, an actor's card.

use crate::{
    app::{App, Key, Screen},
    conversation::Part,
    desk::{Begins, Tick},
    words,
};

impl App {
    /// Shows the scenario with this place in the list. The first letter typed begins playing it.
    pub(super) fn show_scenario(&mut self, at: usize) {
        let Some(practice) = &mut self.practice else {
            return;
        };
        let last = practice.scenarios.len().saturating_sub(1);
        practice.at = at.min(last);
        practice.card = None;
        practice.top = 0;
        if self.screen == Screen::Cards {
            self.sheet = None;
        }
        let practised = self
            .scenario_shown()
            .map(|one| one.practised(Part::Listener));
        let guide = self.guide_for(Part::Listener);
        if let (Some(practised), Some(guide)) = (practised, guide) {
            self.desk.begins = Begins::Practice(Box::new((practised, guide)));
        }
    }

    fn scenario_shown(&self) -> Option<&crate::practice::Scenario> {
        self.practice.as_ref()?.scenario()
    }

    /// The scenario after this one, or before it; round at the ends.
    fn turn_scenario(&mut self, on: bool) {
        let Some(practice) = &self.practice else {
            return;
        };
        let count = practice.scenarios.len().max(1);
        let by = if on { 1 } else { count - 1 };
        self.show_scenario((practice.at + by) % count);
    }

    /// Shows this actor's card, or hides it again.
    pub(super) fn turn_card(&mut self, number: Option<usize>) {
        let actors = self.scenario_shown().map_or(0, |one| one.actors.len());
        let Some(practice) = &mut self.practice else {
            return;
        };
        practice.top = 0;
        practice.card = number.filter(|number| *number < actors && practice.card != Some(*number));
        if number.is_some_and(|number| number >= actors) {
            self.said = Some(words::practice::no_card(actors));
        }
    }

    /// Space: the next card, and after the last none.
    fn next_card(&mut self) {
        let actors = self.scenario_shown().map_or(0, |one| one.actors.len());
        let Some(practice) = &mut self.practice else {
            return;
        };
        let next = practice.card.map_or(0, |card| card + 1);
        practice.card = (next < actors).then_some(next);
        practice.top = 0;
    }

    /// Up and down what there is no room for. Drawing stops at its end.
    fn scroll_card(&mut self, by: isize) {
        if let Some(practice) = &mut self.practice {
            practice.top = practice.top.saturating_add_signed(by).min(MOST_ROWS);
        }
    }

    /// A key among the scenarios, with nothing typed. True when it was for them.
    pub(super) fn key_among_cards(&mut self, key: Key, tick: Tick) -> bool {
        if !self.line_is_empty() {
            return false;
        }
        let page = self.page() as isize;
        match key {
            Key::Char(' ') => self.next_card(),
            Key::Right | Key::Tab => self.turn_scenario(true),
            Key::Left | Key::BackTab => self.turn_scenario(false),
            Key::Down => self.scroll_card(1),
            Key::Up => self.scroll_card(-1),
            Key::PageDown => self.scroll_card(page),
            Key::PageUp => self.scroll_card(-page),
            Key::Esc => self.back_from_cards(tick),
            _ => return false,
        }
        true
    }

    /// Esc: what is shown for one pair of eyes is hidden first.
    fn back_from_cards(&mut self, tick: Tick) {
        match &mut self.practice {
            Some(practice) if practice.card.is_some() => {
                practice.card = None;
                practice.top = 0;
            }
            Some(practice) if practice.from_home => self.leave(tick),
            _ => {}
        }
    }
}

/// No card has more rows, however narrow the screen.
const MOST_ROWS: usize = 2_000;
