//! Practice: the scenarios, playing one, and talking it over. Everything here is on the far side of a wall from
//! people's lives, with a folder, journals and a list of its own; every screen's first row says it is not real.
//!
//! | file | what it holds |
//! |---|---|
//! | `cards` | the scenarios, and what the listener sees; an actor's card, until then hidden, at a key |
//! | `play` | playing it: what a trainer makes happen, trying a moment again, what has been played |
//! | `watch` | the observer |
//! | `debrief` | talking it over |
//! | `alone` | playing on one's own |

mod alone;
mod cards;
mod debrief;
mod play;
mod watch;

pub use debrief::Debriefing;
pub use watch::Observed;

use super::{App, Key, Screen, SheetKind};
use crate::{
    conversation::{self as talk, Conversation, ConversationId, Part, Side},
    desk::{Begins, Command, Draft, Effect, Practise, Tick},
    guide::{Guide, TeamFile},
    practice::{self, Scenario, Scenarios, watch::Watched},
    words,
};

/// What there is in practice.
#[derive(Debug)]
pub struct Practice {
    /// The scenarios.
    pub scenarios: Scenarios,
    /// Which of them is shown, the first being 0.
    pub at: usize,
    /// Whose card is on the screen, the first actor's being 0. Nobody's until a key was pressed for it.
    pub card: Option<usize>,
    /// The first row of it that is shown.
    pub top: usize,
    /// The end of a talk on one's own is on the screen.
    pub at_end: bool,
    /// Leaving leads back to people's lives, where this was begun from.
    pub from_home: bool,
    /// What is shown of a debrief.
    pub debriefing: Debriefing,
    /// What observers counted of the role-play on the screen, the first to begin first.
    pub watched: Vec<Watched>,
    /// The first row that is shown of what was observed, while it is read minute by minute.
    pub minutes: Option<usize>,
    /// What is being played on this computer is to be observed, once that is known.
    observes: bool,
    /// Somebody asked what was observed, and is told.
    asked_for_observers: bool,
}

/// What somebody came to practice for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The id of the scenario; without one, the first.
    pub scenario: Option<String>,
    /// What comes first.
    pub first: First,
    /// Leaving leads back to people's lives.
    pub from_home: bool,
}

/// What comes first in practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum First {
    /// Looking at the scenario.
    Look,
    /// This part of it.
    Play(Part),
    /// The debrief of what was played: the last, or the one whose id begins like this.
    Debrief(Option<String>),
}

impl Wanted {
    /// Whether it is to observe, and not said what.
    fn observes_any(&self) -> bool {
        self.scenario.is_none() && self.first == First::Play(Part::Observer)
    }
}

impl Practice {
    /// The scenario that is shown.
    pub fn scenario(&self) -> Option<&Scenario> {
        self.scenarios.nth(self.at)
    }
}

/// The screen a conversation belongs on.
pub fn screen_of(talk: &Conversation) -> Screen {
    match talk.practice.as_ref().map(|practised| practised.part) {
        Some(Part::Observer) => Screen::Watch,
        Some(Part::Alone) => Screen::Alone,
        Some(Part::Listener) if practice::debrief::is_on(talk) => Screen::Debrief,
        Some(Part::Listener) | None => Screen::Talk,
    }
}

impl App {
    /// Goes to practice. Whatever is in hand is put down for later.
    pub fn go_to_practice(&mut self, wanted: Wanted, tick: Tick) {
        self.desk.put_down(tick);
        self.wanted = Some(wanted);
        self.desk.ask(Effect::Cross(Side::Practice));
    }

    /// Whether it is on its way to practice.
    pub fn goes_to_practice(&self) -> bool {
        self.wanted.is_some()
    }

    /// The other side was reached: its list is on the desk, and nothing of the one before.
    pub(super) fn crossed(
        &mut self,
        side: Side,
        open: Vec<ConversationId>,
        team: &[TeamFile],
        said: Vec<String>,
        tick: Tick,
    ) {
        self.desk.drafts = open.into_iter().map(Draft::unread).collect();
        self.saved = None;
        self.row = 0;
        let wanted = self.wanted.take();
        self.practice = match side {
            Side::Life => None,
            Side::Practice => Some(Box::new(Practice {
                scenarios: Scenarios::new(team, &self.desk.shelf),
                at: 0,
                card: None,
                top: 0,
                at_end: false,
                from_home: wanted.as_ref().is_some_and(|wanted| wanted.from_home),
                debriefing: Debriefing::default(),
                watched: vec![],
                minutes: None,
                asked_for_observers: false,
                observes: wanted.as_ref().is_some_and(Wanted::observes_any),
            })),
        };
        self.desk.begins = Begins::Life;
        self.show(self.front());
        self.look_at_drafts();
        let setbacks = self.practice.iter().flat_map(|p| p.scenarios.setbacks());
        let setbacks = setbacks.map(words::practice::scenario_setback);
        let said: Vec<String> = said.into_iter().chain(setbacks).collect();
        if !said.is_empty() {
            self.said = Some(said.join(" "));
        }
        if self.practice.is_some() {
            self.begin_wanted(wanted, tick);
        }
    }

    fn begin_wanted(&mut self, wanted: Option<Wanted>, tick: Tick) {
        let scenario = wanted.as_ref().and_then(|wanted| wanted.scenario.clone());
        let at = self.practice.as_ref().and_then(|practice| {
            let listed = practice.scenarios.list();
            listed
                .iter()
                .position(|one| Some(one.id.as_str()) == scenario.as_deref())
        });
        self.show_scenario(at.unwrap_or(0));
        match wanted
            .filter(|wanted| !wanted.observes_any())
            .map(|wanted| wanted.first)
        {
            Some(First::Play(part)) => self.begin_part(part, tick),
            Some(First::Debrief(id)) => self.open_debrief(id.as_deref()),
            Some(First::Look) | None => {}
        }
        self.observe_what_is_played(tick);
    }

    /// What leaving the first screen leads to.
    pub(super) fn way_out(&self) -> Effect {
        match &self.practice {
            Some(practice) if practice.from_home => Effect::Cross(Side::Life),
            _ => Effect::Leave,
        }
    }

    /// Whether a scenario is being played, by a listener or by somebody on their own.
    pub fn is_playing(&self) -> bool {
        let part = self.desk.talk().and_then(|talk| talk.practice.as_ref());
        let part = part.map(|practised| practised.part);
        matches!(
            (self.screen, part),
            (
                Screen::Talk | Screen::Alone,
                Some(Part::Listener | Part::Alone)
            )
        )
    }

    /// Whether the guide of what is on the screen is the debrief's, which has nothing to ask a caller.
    pub fn is_talked_over(&self) -> bool {
        self.practice.is_some() && self.shown().is_some_and(practice::debrief::is_on)
    }

    /// The scenario being played, or else the one that is shown.
    pub fn scenario(&self) -> Option<&Scenario> {
        let practice = self.practice.as_ref()?;
        let played = self.shown().and_then(|talk| talk.practice.as_ref());
        played
            .and_then(|played| practice.scenarios.get(&played.scenario))
            .or_else(|| practice.scenario())
    }

    /// Commands that are about a record in people's lives: here there is none. True when it was one of them.
    pub(super) fn obey_in_practice(&mut self, command: &Command, tick: Tick) -> bool {
        if self.screen == Screen::Alone {
            return self.obey_alone(command, tick);
        }
        let listens = self.screen == Screen::Talk;
        match command {
            Command::Save | Command::SaveNow { .. } if self.screen == Screen::Debrief => {
                self.practise(Practise::End, tick);
            }
            Command::ReadBack | Command::Save | Command::SaveNow { .. }
                if self.screen == Screen::Watch =>
            {
                self.minute_by_minute();
            }
            Command::ReadBack | Command::Save | Command::SaveNow { .. } => self.debrief(tick),
            Command::Talk(talk::Command::NextTopic) if self.screen == Screen::Debrief => {
                self.next_question(true, tick);
            }
            Command::Talk(talk::Command::PreviousTopic) if self.screen == Screen::Debrief => {
                self.next_question(false, tick);
            }
            Command::Copy
            | Command::Copies(_)
            | Command::Choose(_)
            | Command::Detail(_)
            | Command::Heading(_)
            | Command::Records(_)
            | Command::Story(_)
            | Command::Feedback(_)
            | Command::Close(_)
            | Command::Follow(_) => {
                self.said = Some(words::practice::NO_RECORD.to_owned());
            }
            Command::Kinds | Command::Guides | Command::Guide(_) if !listens => {
                self.said = Some(words::practice::SCENARIO_CHOOSES.to_owned());
            }
            _ => return false,
        }
        true
    }

    /// Does a command of practice.
    pub(super) fn practise(&mut self, practise: Practise, tick: Tick) {
        if self.practice.is_none() && practise != Practise::Go {
            self.said = Some(words::counts_only(words::practice::IN_PRACTICE));
            return;
        }
        match practise {
            Practise::Go => self.go(tick),
            Practise::Scenario(at) => self.show_scenario(at),
            Practise::Scenarios => self.open(SheetKind::Scenarios),
            Practise::Card(number) => self.turn_card(number),
            Practise::Start => self.begin_part(Part::Listener, tick),
            Practise::Alone => self.begin_part(Part::Alone, tick),
            Practise::Observe => self.begin_part(Part::Observer, tick),
            Practise::SoFar => self.so_far(),
            Practise::Played(id) => self.open(SheetKind::Played(id)),
            Practise::ThrowAway(id) => self.throw_away(&id),
            Practise::ThrowAllAway(id) => self.throw_all_away(&id),
            Practise::Injects => self.injects(),
            Practise::Inject(at) => self.inject(at, tick),
            Practise::Moments => self.open(super::SheetKind::Moments),
            Practise::AgainFrom(note) => self.again_from(note, tick),
            Practise::Debrief | Practise::Minutes if self.screen == Screen::Watch => {
                self.minute_by_minute();
            }
            Practise::Minutes => self.said = Some(words::watching::NOT_OBSERVING.to_owned()),
            Practise::TallyWithEnter(needs_enter) => self.tally_with_enter(needs_enter),
            Practise::Carry(file) => self.carry(file),
            Practise::Bring(file) => self.bring(file),
            Practise::Debrief if self.screen == Screen::Alone => self.end_alone(),
            Practise::Moves => self.choose_move(),
            Practise::Move(at) => self.take_move(at, tick),
            Practise::AskAbout(at, topic) => self.ask_about(at, topic, tick),
            Practise::KeepEnd => self.keep_end(tick),
            Practise::Debrief
            | Practise::Order(_)
            | Practise::All
            | Practise::Threads
            | Practise::Met(..)
            | Practise::IsItMe(_)
            | Practise::End
            | Practise::KeepPage => self.practise_in_debrief(&practise, tick),
        }
    }

    /// A key on a screen of practice, with no sheet open. True when that is all it did.
    pub(super) fn key_in_practice(&mut self, key: Key, tick: Tick) -> bool {
        match self.screen {
            Screen::Cards => self.key_among_cards(key, tick),
            Screen::Watch => self.key_while_watching(key, tick),
            Screen::Debrief => self.key_in_debrief(key, tick),
            Screen::Alone => self.key_alone(key, tick),
            Screen::Home | Screen::Talk | Screen::ReadBack => false,
        }
    }

    /// Enter on a screen of practice. True when it was for that screen alone.
    pub(super) fn enter_in_practice(&mut self, tick: Tick) -> bool {
        match self.screen {
            Screen::Cards if self.line_is_empty() => {
                self.begin_part(Part::Listener, tick);
                true
            }
            Screen::Alone => self.enter_alone(tick),
            Screen::Debrief => self.enter_in_debrief(tick),
            Screen::Watch => self.enter_while_watching(tick),
            _ => false,
        }
    }

    /// Another screen shows: the observer's begins with the tally.
    pub(super) fn shown_in_practice(&mut self) {
        if let Some(practice) = &mut self.practice {
            practice.minutes = None;
        }
        self.look_beside_debrief();
    }

    /// Beside a debrief stands what was observed.
    pub(super) fn look_beside_debrief(&mut self) {
        if self.screen == Screen::Debrief {
            self.look_for_observers();
        }
    }

    /// A note was kept on a screen of practice.
    pub(super) fn kept_in_practice(&mut self, tick: Tick) {
        match self.screen {
            Screen::Talk => self.mind_the_typing(),
            Screen::Debrief => self.answered(tick),
            _ => {}
        }
    }

    fn go(&mut self, tick: Tick) {
        if self.practice.is_some() {
            self.desk.put_down(tick);
            self.show(Screen::Cards);
            return;
        }
        let wanted = Wanted {
            scenario: None,
            first: First::Look,
            from_home: true,
        };
        self.go_to_practice(wanted, tick);
    }

    /// The guide beside whoever plays this part.
    fn guide_for(&self, part: Part) -> Option<Guide> {
        let scenario = self.scenario()?;
        match part {
            Part::Listener => {
                let shelf = &self.desk.shelf;
                let named = shelf.guide(&scenario.guide);
                named.or_else(|| shelf.guide(&scenario.kind.main_guide()))
            }
            Part::Observer => Some(practice::watch::guide(scenario)),
            Part::Alone => Some(practice::alone::guide(scenario)),
        }
    }

    /// Begins a part of the scenario that is shown, or goes on with what the first letter began.
    fn begin_part(&mut self, part: Part, tick: Tick) {
        let begun = self.desk.talk().and_then(|talk| talk.practice.as_ref());
        if begun.is_none_or(|begun| begun.part != part) {
            let Some(guide) = self.guide_for(part) else {
                return;
            };
            let Some(practised) = self.scenario().map(|scenario| scenario.practised(part)) else {
                return;
            };
            self.desk.practise(practised, guide, tick);
        }
        if let Some(screen) = self.desk.talk().map(screen_of) {
            self.show(screen);
        }
        self.said = Some(match part {
            Part::Alone => self.open_alone(tick),
            Part::Listener | Part::Observer => words::practice::STARTED.to_owned(),
        });
    }
}
