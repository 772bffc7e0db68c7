//! Playing on one's own: the person answers from the card.
//!
//! What is typed waits on the line until it is said what was done with it; then both go, with the answer, into the notes
//! as one step.

use crate::{
    app::{App, Key, Screen, SheetKind},
    conversation::{self as talk, Change, Group, Part},
    desk::{Command, Practise, Tick},
    guide::{Guide, TopicId},
    practice::{Caller, Did, Page, Scenario, Turn, alone},
    words,
};

/// No end has more rows, however narrow the screen.
const MOST_ROWS: usize = 20_000;

impl App {
    /// The scenario of the talk on the screen; `None` when it is no longer there.
    pub fn scenario_alone(&self) -> Option<&Scenario> {
        let played = self.shown()?.practice.as_ref()?;
        let scenarios = &self.practice.as_ref()?.scenarios;
        let is_alone = played.part == Part::Alone;
        scenarios.get(&played.scenario).filter(|_| is_alone)
    }

    /// The guide that has the titles of its topics.
    pub fn guide_of_scenario(&self) -> Option<Guide> {
        self.scenario_alone()?;
        self.guide_for(Part::Listener)
    }

    /// What a question may be about.
    pub fn topics_alone(&self) -> Vec<TopicId> {
        let scenario = self.scenario_alone();
        scenario.map_or_else(Vec::new, |one| Caller::new(one).topics())
    }

    /// Whether the person has ended the talk.
    pub fn is_over(&self) -> bool {
        let both = self.scenario_alone().zip(self.shown());
        both.is_some_and(|(scenario, talk)| alone::is_over(scenario, talk))
    }

    /// Whether the end is on the screen.
    pub fn is_at_end(&self) -> bool {
        let practice = self.practice.as_ref();
        self.screen == Screen::Alone && practice.is_some_and(|practice| practice.at_end)
    }

    /// The end, as a page.
    pub fn end_page(&self) -> Option<Page> {
        let guide = self.guide_of_scenario();
        let scenario = self.scenario_alone();
        let talk = self.shown()?;
        Some(alone::path(scenario, guide.as_ref(), talk))
    }

    /// Whether what would be taken back is how a talk on one's own began, which nobody did.
    pub fn is_only_begun(&self) -> bool {
        let last = self.desk.talk().and_then(|talk| talk.last_done());
        let added = last.into_iter().flat_map(|group| &group.changes);
        let notes = added.filter_map(|change| match change {
            Change::Note { to, .. } => to.as_deref(),
            _ => None,
        });
        self.screen == Screen::Alone && alone::is_opening(notes)
    }

    /// A talk begins: the person says the first thing. Gives what there is to say of it.
    pub(super) fn open_alone(&mut self, tick: Tick) -> String {
        let is_new = self.desk.talk().is_some_and(|talk| talk.notes.is_empty());
        let opening = self.scenario_alone().filter(|_| is_new).map(alone::opening);
        if let Some(opening) = opening {
            self.put(&talk::Command::Add(opening), tick);
        }
        words::alone::STARTED.to_owned()
    }

    /// A key while playing alone, with no sheet open. True when that is all it did.
    pub(super) fn key_alone(&mut self, key: Key, tick: Tick) -> bool {
        if !self.line_is_empty() {
            return false;
        }
        if self.is_at_end() {
            return self.key_at_end(key);
        }
        let Key::Char(c @ '1'..='7') = key else {
            return false;
        };
        let number = c.to_digit(10).unwrap_or_default() as usize;
        self.take_move(number - 1, tick);
        true
    }

    fn key_at_end(&mut self, key: Key) -> bool {
        let page = self.page() as isize;
        match key {
            Key::Down => self.scroll_end(1),
            Key::Up => self.scroll_end(-1),
            Key::PageDown => self.scroll_end(page),
            Key::PageUp => self.scroll_end(-page),
            Key::Home => self.scroll_end(isize::MIN),
            Key::End => self.scroll_end(MOST_ROWS as isize),
            Key::Esc => self.leave_end(),
            _ => return false,
        }
        true
    }

    /// Drawing stops at its end.
    fn scroll_end(&mut self, by: isize) {
        if let Some(practice) = &mut self.practice {
            practice.top = practice.top.saturating_add_signed(by).min(MOST_ROWS);
        }
    }

    /// Enter while playing alone: with words on the line or without. True when it was for that.
    pub(super) fn enter_alone(&mut self, _tick: Tick) -> bool {
        if !(self.is_at_end() && self.line_is_empty()) {
            self.choose_move();
        }
        true
    }

    /// Opens what can be done.
    pub(super) fn choose_move(&mut self) {
        if self.may_go_on() {
            self.leave_end();
            self.open(SheetKind::Moves);
        }
    }

    /// Does one of the seven things; what asks about something asks what about first.
    pub(super) fn take_move(&mut self, at: usize, tick: Tick) {
        match Did::ALL.get(at) {
            _ if !self.may_go_on() => {}
            None => self.said = Some(words::alone::ONE_TO_SEVEN.to_owned()),
            Some(did) if did.asks_about() => self.open(SheetKind::AskAbout(at)),
            Some(did) => self.take_turn(
                &Turn {
                    did: *did,
                    about: None,
                },
                tick,
            ),
        }
    }

    /// Asks about a topic, or about something else.
    pub(super) fn ask_about(&mut self, at: usize, about: Option<TopicId>, tick: Tick) {
        let asks = Did::ALL.get(at).filter(|did| did.asks_about());
        if let Some(did) = asks
            && self.may_go_on()
        {
            self.take_turn(&Turn { did: *did, about }, tick);
        }
    }

    /// Whether somebody can still answer; says so when not.
    fn may_go_on(&mut self) -> bool {
        let why_not = match self.scenario_alone() {
            _ if self.screen != Screen::Alone => Some(words::alone::NOT_HERE),
            None => Some(words::alone::SCENARIO_GONE),
            Some(_) if self.is_over() => Some(words::alone::IT_HAS_ENDED),
            Some(_) => None,
        };
        if let Some(why_not) = why_not {
            self.said = Some(why_not.to_owned());
        }
        why_not.is_none()
    }

    /// One turn, with what is on the line, and the answer to it.
    fn take_turn(&mut self, turn: &Turn, tick: Tick) {
        let Some((scenario, talk)) = self.scenario_alone().zip(self.desk.talk()) else {
            return;
        };
        let taken = alone::take(scenario, talk, turn, self.desk.line());
        // The end is shown straight away, and what was said last would not be seen.
        let last = taken.added.iter().rev().find(|one| one.speaker.is_some());
        let last = last.map(|one| {
            let name = one.speaker.as_deref().unwrap_or_default();
            words::alone::spoken(name, &one.text)
        });
        self.note = None;
        self.leave_end();
        self.put(&talk::Command::Say(taken.added), tick);
        if taken.ended {
            self.end_alone();
            self.said = last;
        }
    }

    /// Shows the end.
    pub(super) fn end_alone(&mut self) {
        if let Some(practice) = &mut self.practice {
            (practice.at_end, practice.top) = (true, 0);
        }
        self.note = None;
    }

    /// Goes back from the end to the talk.
    pub(in crate::app) fn leave_end(&mut self) {
        if let Some(practice) = &mut self.practice {
            (practice.at_end, practice.top) = (false, 0);
        }
    }

    /// A talk that has ended opens at its end.
    pub(in crate::app) fn end_if_over(&mut self) {
        if self.screen == Screen::Alone && self.is_over() {
            self.end_alone();
        }
    }

    /// Commands of any conversation that are another thing here, or none. True when it was one of them.
    pub(super) fn obey_alone(&mut self, command: &Command, tick: Tick) -> bool {
        match command {
            Command::ReadBack => self.end_alone(),
            Command::Save | Command::SaveNow { .. } => {
                self.end_alone();
                self.read_all();
                self.open(SheetKind::AloneOver);
            }
            Command::Talk(turned @ (talk::Command::Undo | talk::Command::Redo)) => {
                self.turn_back(turned, tick);
            }
            Command::Leave if self.is_untouched() => self.let_go(),
            command if counts_alone(command) => return false,
            _ => self.said = Some(words::alone::NOT_HERE.to_owned()),
        }
        true
    }

    /// Takes a step back, or does it again, and says so when it was a turn.
    fn turn_back(&mut self, turned: &talk::Command, tick: Tick) {
        let undo = *turned == talk::Command::Undo;
        let talk = self.desk.talk();
        let group = match undo {
            true => talk.and_then(|talk| talk.last_done()),
            false => talk.and_then(|talk| talk.last_undone()),
        };
        let is_turn = group.is_some_and(is_turn) && !(undo && self.is_only_begun());
        self.put(turned, tick);
        if is_turn {
            self.leave_end();
            let said = match undo {
                true => words::alone::TAKEN_BACK,
                false => words::alone::DONE_AGAIN,
            };
            self.said = Some(said.to_owned());
        }
    }

    /// Whether nothing was done or typed yet in what is in hand.
    pub fn is_untouched(&self) -> bool {
        let talk = self.desk.talk();
        let began = |talk: &talk::Conversation| {
            alone::steps(talk).len() <= 1 && talk.line.text.trim().is_empty()
        };
        talk.is_some_and(|talk| began(talk) && talk.practice.is_some())
    }

    /// Nobody would want to find a talk again in which nothing was done.
    fn let_go(&mut self) {
        if let Some(id) = self.desk.talk().map(|talk| talk.id.clone()) {
            self.desk.throw_away(&id);
        }
        self.show(Screen::Cards);
    }

    /// Keeps the end as a page; the talk goes once it is safe.
    pub(super) fn keep_end(&mut self, tick: Tick) {
        let guide = self.guide_of_scenario();
        let scenario = self.scenario_alone();
        let Some(talk) = self.desk.talk().filter(|_| self.screen == Screen::Alone) else {
            return;
        };
        let page = alone::page(scenario, guide.as_ref(), talk);
        self.desk.keep_page(page, tick);
    }
}

fn is_turn(group: &Group) -> bool {
    group
        .changes
        .iter()
        .any(|change| matches!(change, Change::Note { .. }))
}

/// What can be asked here as anywhere: typing, leaving, help, where things are; and practice, less what a trainer does.
fn counts_alone(command: &Command) -> bool {
    match command {
        Command::Talk(command) => matches!(
            command,
            talk::Command::Type(_)
                | talk::Command::Paste(_)
                | talk::Command::Backspace
                | talk::Command::Delete
                | talk::Command::DeleteWord
                | talk::Command::ClearLine
                | talk::Command::Cursor(_)
                | talk::Command::Sought(_)
                | talk::Command::Pause
                | talk::Command::CarryOn
                | talk::Command::Leave
                | talk::Command::Stop(_)
        ),
        Command::Practise(practise) => !matches!(practise, Practise::Injects | Practise::Inject(_)),
        Command::Enter
        | Command::Back
        | Command::Space
        | Command::Delete
        | Command::Toward(_)
        | Command::NewLine
        | Command::Commands
        | Command::Help
        | Command::Safe
        | Command::Pause
        | Command::Saved
        | Command::Leave
        | Command::Redraw
        | Command::Prefer(_)
        | Command::Open(_)
        | Command::Where
        | Command::KeepIn(_)
        | Command::TryAgain
        | Command::Lock
        | Command::Unlock
        | Command::LookOn(_)
        | Command::MoveHere(_)
        | Command::Unknown { .. }
        | Command::Needs(_)
        | Command::NotNow(_)
        | Command::TypeOut(_) => true,
        _ => false,
    }
}
