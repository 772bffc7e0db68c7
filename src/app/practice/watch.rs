//! The observer: counting, and catching words. A key is a stroke while nothing is typed; what is typed was heard.

use crate::{
    app::{App, Key, Screen},
    conversation::{self as talk, Added, ConversationId, Part, Stamped},
    desk::{Command, Effect, Tick},
    practice::watch::{self, Tally, Watched},
    words::watching as words,
};

/// What observers counted and heard, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observed {
    /// `Open question 6, Closed question 4`.
    pub summary: String,
    /// Each minute in which something was noted, counted or heard: the time line and the tally side by side.
    pub minutes: Vec<String>,
    /// `5:40 "and what would you cook?"`.
    pub heard: Vec<String>,
}

/// Counts who is talking.
const SWAP: char = '0';

impl App {
    /// What the observer has counted so far, while observing.
    pub fn watching(&self) -> Option<Watched> {
        self.shown().and_then(Watched::of)
    }

    /// Whether it is read minute by minute, and from which row on.
    pub fn minutes_from(&self) -> Option<usize> {
        let practice = self.practice.as_ref()?;
        practice.minutes.filter(|_| self.screen == Screen::Watch)
    }

    /// A key while observing, with no sheet open. True when it was for counting.
    pub(super) fn key_while_watching(&mut self, key: Key, tick: Tick) -> bool {
        let reading = self.minutes_from().is_some();
        match key {
            Key::Char(c) if self.line_is_empty() && !reading && !self.tally_needs_enter => {
                self.press_tally(c, tick)
            }
            Key::Esc if reading => {
                self.read_minutes(None);
                true
            }
            // What is heard stays where it is, and no note is chosen that is not on the screen.
            Key::Tab | Key::BackTab => true,
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.scroll_minutes(key);
                true
            }
            Key::Ctrl('s') => {
                self.obey(Command::Saved, tick);
                true
            }
            Key::Ctrl('r') | Key::F(10) => {
                self.minute_by_minute();
                true
            }
            _ => false,
        }
    }

    /// Enter while observing. True when a number was on the line to be counted.
    pub(super) fn enter_while_watching(&mut self, tick: Tick) -> bool {
        let mut letters = self.desk.line().chars();
        let (Some(only), None, true) = (letters.next(), letters.next(), self.tally_needs_enter)
        else {
            return false;
        };
        if only != SWAP && !Tally::ALL.iter().any(|tally| tally.key() == only) {
            return false;
        }
        self.desk.asked(tick);
        self.press_tally(only, tick)
    }

    /// A stroke for what has this key, or a swap of who is talking. False when the key has neither.
    pub fn press_tally(&mut self, key: char, tick: Tick) -> bool {
        let Some(watched) = self.watching() else {
            return false;
        };
        let tally = Tally::ALL.into_iter().find(|tally| tally.key() == key);
        let stroke = match (key, tally) {
            (SWAP, _) => watched.talker().other().stroke(),
            (_, Some(tally)) => tally.stroke(),
            (_, None) => return false,
        };
        self.count(stroke, tick);
        true
    }

    fn count(&mut self, stroke: Added, tick: Tick) {
        self.put(&talk::Command::Add(vec![stroke]), tick);
    }

    /// A number counts only once Enter is pressed, or at once.
    pub(super) fn tally_with_enter(&mut self, needs_enter: bool) {
        self.tally_needs_enter = needs_enter;
        let said = if needs_enter {
            words::WITH_ENTER
        } else {
            words::AT_ONCE
        };
        self.said = Some(said.to_owned());
    }

    /// Reads what was counted and heard, minute by minute.
    pub(super) fn minute_by_minute(&mut self) {
        if self.screen == Screen::Watch {
            self.read_minutes(Some(0));
        }
    }

    fn read_minutes(&mut self, from: Option<usize>) {
        if let Some(practice) = &mut self.practice {
            practice.minutes = from;
        }
    }

    /// Up and down what there is no room for. Drawing stops at its end.
    fn scroll_minutes(&mut self, key: Key) {
        let by = match key {
            Key::Up => -1,
            Key::Down => 1,
            Key::PageUp => -(self.page() as isize),
            _ => self.page() as isize,
        };
        if let Some(from) = self.minutes_from() {
            let last = self.watching().map_or(0, |watched| {
                watched.tallies.len() + 2 * watched.quotes.len() + watched.turns.len()
            });
            self.read_minutes(Some(from.saturating_add_signed(by).min(last)));
        }
    }

    /// Without a scenario named, the one being played on this computer is observed: in another window now, or else the
    /// last. Waits until enough has been read to know.
    pub(in crate::app) fn observe_what_is_played(&mut self, tick: Tick) {
        let Some(practice) = &mut self.practice else {
            return;
        };
        if !practice.observes {
            return;
        }
        if self
            .desk
            .drafts
            .first()
            .is_some_and(|draft| draft.is_unread())
        {
            return;
        }
        practice.observes = false;
        let played = self.desk.drafts.iter().filter_map(|draft| {
            let glance = draft.glance.as_ref()?;
            let practised = glance.practice.as_ref()?;
            let at = practice
                .scenarios
                .list()
                .iter()
                .position(|one| one.id.as_str() == practised.scenario)?;
            let is_played = practised.part != Part::Observer;
            is_played.then_some((glance.elsewhere, glance.last, at))
        });
        let Some((elsewhere, _, at)) =
            played.max_by_key(|(elsewhere, last, _)| (*elsewhere, *last))
        else {
            self.said = Some(words::NOTHING_PLAYED.to_owned());
            return;
        };
        self.show_scenario(at);
        self.begin_part(Part::Observer, tick);
        let title = self.scenario().map(|scenario| scenario.title.clone());
        self.said = title.map(|title| words::observing(&title, elsewhere));
    }

    /// What observers counted and heard of the role-play on the screen, in words. `None` when nobody is known to have
    /// observed it.
    pub fn observed(&self) -> Option<Observed> {
        let (played, practice) = (self.shown()?, self.practice.as_ref()?);
        let watched = practice.watched.iter().filter(|one| one.is_of(played));
        let watched: Vec<&Watched> = watched.collect();
        let rows = |one: &&Watched| watch::joined(played, one);
        (!watched.is_empty()).then(|| Observed {
            summary: words::summary(&watched),
            minutes: watched
                .iter()
                .flat_map(rows)
                .map(|row| words::beside(&row))
                .collect(),
            heard: watched.iter().flat_map(|one| words::heard(one)).collect(),
        })
    }

    /// Asks for what observers of the role-play on the screen counted on this computer.
    pub(super) fn look_for_observers(&mut self) {
        let played = self.shown().and_then(|talk| {
            let practised = talk.practice.as_ref()?;
            (practised.part != Part::Observer).then(|| talk.id.clone())
        });
        if let Some(id) = played {
            self.desk.ask(Effect::Fetch(id));
        }
    }

    /// What was observed on this computer was read: what belongs to the role-play on the screen is joined to it.
    pub(in crate::app) fn fetched(&mut self, found: &[(ConversationId, Vec<Stamped>)]) {
        let read = found
            .iter()
            .filter_map(|(id, events)| Watched::of(&self.desk.replay(id, events)?));
        let read: Vec<Watched> = read.collect();
        let Some(played) = self.shown().cloned() else {
            return;
        };
        if let Some(practice) = &mut self.practice {
            practice.watched.retain(|watched| watched.is_of(&played));
        }
        for watched in read.into_iter().filter(|watched| watched.is_of(&played)) {
            self.join(watched);
        }
        if let Some(practice) = &mut self.practice
            && std::mem::take(&mut practice.asked_for_observers)
        {
            self.said = Some(words::found(practice.watched.len()));
        }
    }

    /// A file an observer carried here was read.
    pub(in crate::app) fn brought(&mut self, id: &ConversationId, events: &[Stamped]) {
        let talk = self.desk.replay(id, events);
        let title = talk.as_ref().and_then(|talk| talk.practice.as_ref());
        let title = title.map(|one| one.title.clone()).unwrap_or_default();
        let Some(watched) = talk.as_ref().and_then(Watched::of) else {
            self.said = Some(words::NOT_OBSERVED.to_owned());
            return;
        };
        let said = match self.shown() {
            Some(played) if watched.is_of(played) => words::brought(&watched),
            Some(played) if played.practice.is_some() => words::of_another(&title, watched.began),
            _ => words::OPEN_IT_FIRST.to_owned(),
        };
        if self.shown().is_some_and(|played| watched.is_of(played)) {
            self.join(watched);
        }
        self.said = Some(said);
    }

    /// Once each, however often it is brought.
    fn join(&mut self, watched: Watched) {
        let Some(practice) = &mut self.practice else {
            return;
        };
        let is_it = |one: &Watched| one.began == watched.began && one.scenario == watched.scenario;
        practice.watched.retain(|one| !is_it(one));
        practice.watched.push(watched);
        practice.watched.sort_by_key(|one| one.began);
    }

    /// Writes what was observed as a file, to be brought to the computer the role-play was played on.
    pub(super) fn carry(&mut self, file: String) {
        match self.desk.talk().filter(|talk| Watched::of(talk).is_some()) {
            Some(talk) => {
                let effect = Effect::Carry(talk.id.clone(), file);
                self.desk.ask(effect);
            }
            None => self.said = Some(words::NOT_OBSERVING.to_owned()),
        }
    }

    /// Reads such a file; without one, looks again at what was observed on this computer.
    pub(super) fn bring(&mut self, file: Option<String>) {
        let played = self.shown().and_then(|talk| talk.practice.as_ref());
        if played.is_none_or(|one| one.part == Part::Observer) {
            self.said = Some(words::OPEN_IT_FIRST.to_owned());
            return;
        }
        match file {
            Some(file) => self.desk.ask(Effect::Bring(file)),
            None => {
                if let Some(practice) = &mut self.practice {
                    practice.asked_for_observers = true;
                }
                self.look_for_observers();
            }
        }
    }
}
