//! Commands that note something for the figures.

use crate::{
    app::{App, Screen, SheetKind, lists},
    conversation::{self as talk, About, Fact},
    desk::{Command, Count, Tick},
    line,
    words::{self, evidence::facts as said},
};

impl App {
    pub(super) fn note_for_figures(&mut self, count: Count, tick: Tick) {
        match count {
            Count::Spent(line) => self.keep_counted(Some(Fact::Spent), line, tick),
            Count::HandedOver(who, why) => {
                let words = said::handed_over(&who, why.as_deref());
                self.keep_counted(Some(Fact::HandedOver(who)), words, tick);
            }
            Count::TalkedOver(who, decision) => {
                let words = said::talked_over(&who, decision.as_deref());
                self.keep_counted(Some(Fact::TalkedOver(who)), words, tick);
            }
            Count::Contacted(typed) => self.contacted(&typed, tick),
            Count::Route(typed) => self.route(&typed, tick),
            Count::OldWay(name) => self.old_way(name, tick),
        }
    }

    /// Keeps a note that counts. What is on the line stays there.
    fn keep_counted(&mut self, fact: Option<Fact>, text: String, tick: Tick) {
        let late = self.screen == Screen::ReadBack;
        self.put(&talk::Command::Count { fact, text, late }, tick);
        if !late {
            self.note = None;
        }
    }

    fn contacted(&mut self, typed: &str, tick: Tick) {
        let today = tick.now.date_naive();
        let day = match line::takes_back(typed) {
            true => Ok(None),
            false => line::read_past_day(typed, today).map(Some),
        };
        let began = self.desk.talk().map(|talk| talk.started.date_naive());
        let began = began.filter(|began| day.is_ok_and(|day| day > Some(*began)));
        match (day, began) {
            (_, Some(began)) => self.said = Some(said::after_it_began(began, today)),
            (Ok(day), None) => self.put(&talk::Command::About(About::Contacted(day)), tick),
            (Err(why), None) => self.said = Some(said::not_past(typed, why, today)),
        }
    }

    /// What happened next: one of the team's list, by its number or whatever its capitals; the list of those that answer
    /// to what was typed; or what was typed.
    fn route(&mut self, typed: &str, tick: Tick) {
        let routes = &self.desk.team.routes;
        let same = |route: &&String| route.to_lowercase() == typed.to_lowercase();
        let number = typed.parse().ok().filter(|_| !routes.is_empty());
        let numbered = number.map(|nth: usize| routes.get(nth.wrapping_sub(1)).cloned());
        if let Some(None) = numbered {
            self.said = Some(said::no_such_route(typed, routes.len()));
            return;
        }
        if routes.is_empty() && typed.parse::<u64>().is_ok() {
            self.said = Some(said::NO_LIST_OF_ROUTES.to_owned());
            return;
        }
        let listed = numbered.flatten();
        let listed = listed.or_else(|| routes.iter().find(same).cloned());
        let is_open = routes.iter().any(|route| lists::matches(route, typed));
        let route = match (typed, listed) {
            ("none", _) => None,
            (_, Some(route)) => Some(route),
            (typed, None) if line::takes_back(typed) => None,
            (typed, None) if is_open => return self.open_with(SheetKind::Routes, typed),
            ("", None) => return self.obey(Command::Needs(said::ROUTE), tick),
            (typed, None) => Some(typed.to_owned()),
        };
        self.put(&talk::Command::About(About::Route(route)), tick);
    }

    /// Holds this the old way, or no longer.
    fn old_way(&mut self, name: Option<String>, tick: Tick) {
        let is_held = self
            .desk
            .talk()
            .is_some_and(|talk| talk.facts.old_way.is_some());
        let ends = name.as_deref().is_some_and(line::takes_back);
        let name = name.filter(|_| !ends);
        if name.is_none() && !is_held {
            self.said = Some(match ends {
                true => said::NOT_THE_OLD_WAY.to_owned(),
                false => words::needs(said::OLD_WAY_NAME),
            });
            return;
        }
        self.put(&talk::Command::About(About::OldWay(name)), tick);
    }
}
