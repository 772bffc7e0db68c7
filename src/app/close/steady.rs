//! Steady: said from the board or in the conversation in hand, and taken back.

use super::{Said, is_called};
use crate::{
    app::{App, Screen},
    conversation::{self as talk, ConversationId, Holds, Link, Reason, Tie},
    desk::{Index, Tick},
    guide::Kind,
    people::board,
    words::close as said,
};

impl App {
    pub(super) fn steady(&mut self, root: &ConversationId, typed: &str, tick: Tick) {
        let Some(row) = self.in_crisis(root).cloned() else {
            self.said = Some(said::NOT_THERE.to_owned());
            return self.ask_for_index();
        };
        let reason = Reason::read(typed);
        for crisis in &row.crises {
            self.say_of(&crisis.last, Said::Steady(reason.clone()), tick);
        }
    }

    /// `/steady`, in a talk about a crisis; on Home `/steady off JM` takes it back.
    pub(super) fn steady_here(&mut self, typed: &str, tick: Tick) {
        if self.screen == Screen::Home {
            return match typed.split_once(' ').unwrap_or((typed, "")) {
                ("off", whose) => self.not_steady(whose.trim(), tick),
                _ => self.said = Some(said::STEADY_FROM_BOARD.to_owned()),
            };
        }
        let talk = self.desk.talk();
        let is_about_one = talk.is_some_and(|talk| {
            let is_check_in = |link: &Link| link.tie == Tie::CheckInOn;
            let was_one = talk
                .talks
                .iter()
                .any(|talk| talk.guide.kind == Kind::Crisis);
            was_one || talk.facts.links.iter().any(is_check_in)
        });
        if !is_about_one {
            self.said = Some(said::NO_CRISIS.to_owned());
            return;
        }
        let holds = match typed {
            "off" => Holds::NotYet,
            typed => Holds::Steady(Reason::read(typed)),
        };
        self.say_steady(holds, tick);
    }

    /// Somebody is not steady after all: the one person these letters name, and without any whoever was said to be
    /// steady last.
    fn not_steady(&mut self, typed: &str, tick: Tick) {
        match self.desk.index {
            Index::Unread => return self.said = Some(said::STILL_READING.to_owned()),
            Index::Sealed => return self.said = Some(said::SEALED.to_owned()),
            Index::Read(_) => {}
        }
        let (met, promises) = (self.desk.index.met(), self.desk.index.promises());
        let steadied = board::steadied(met, promises);
        let mut found = steadied
            .iter()
            .filter(|row| is_called(row, &steadied, typed));
        match (found.next(), found.next()) {
            (None, _) => self.said = Some(said::none_steady(typed)),
            (_, Some(_)) if !typed.is_empty() => self.said = Some(said::which_steady(typed)),
            (Some(row), _) => {
                for crisis in &row.crises {
                    self.say_of(&crisis.last, Said::NotSteady, tick);
                }
            }
        }
    }

    pub(super) fn say_steady(&mut self, holds: Holds, tick: Tick) {
        let tells = match &holds {
            Holds::Steady(Some(_)) => said::IS_STEADY,
            Holds::Steady(None) => said::IS_STEADY_WHY,
            Holds::NotYet => said::NOT_STEADY,
        };
        self.put(&talk::Command::Steady(holds), tick);
        self.said = Some(tells.to_owned());
    }
}
