//! Where input comes from: events waited for, translated, and given one at a time.
//!
//! The loop waits with [`Source::next`], then empties the queue with [`Source::ready`] before it draws, so that a burst
//! of keys costs one frame and not one each.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{self, Event};

use super::burst::{Burst, LOOK_AHEAD_MS};
use super::input::{Input, translate};
use super::reply::{LONGEST, Part, Reply};
use crate::app::key::Key;

/// Long enough to see what is there already: with no wait at all the terminal's reader does not look, and it spins
/// through the whole of a short one, which every key would pay for. If it is over too soon, the next wait sees it.
const GLANCE: Duration = Duration::from_micros(2);

/// Gives the next event, or `None` if none comes within the wait. No wait means for ever.
type NextEvent = fn(Option<Duration>) -> io::Result<Option<Event>>;

/// Input from the terminal.
#[derive(Debug)]
pub struct Source<E = NextEvent> {
    next_event: E,
    /// Whether pastes come as bare keys and have to be told from typing.
    bare_pastes: bool,
    burst: Burst,
    /// Translated, and not yet looked at for bursts.
    arrived: VecDeque<Input>,
    /// To be given.
    settled: VecDeque<Input>,
    begun: Instant,
}

impl Default for Source {
    fn default() -> Self {
        Self::new()
    }
}

impl Source {
    /// Input from this process's terminal.
    pub fn new() -> Self {
        Self::from_events(terminal_event, cfg!(windows))
    }
}

impl<E: FnMut(Option<Duration>) -> io::Result<Option<Event>>> Source<E> {
    fn from_events(next_event: E, bare_pastes: bool) -> Self {
        Self {
            next_event,
            bare_pastes,
            burst: Burst::default(),
            arrived: VecDeque::new(),
            settled: VecDeque::new(),
            begun: Instant::now(),
        }
    }

    /// The next input, or `None` if none comes within the wait. Without a wait it sleeps until there is one.
    ///
    /// # Errors
    ///
    /// If the terminal can no longer be read. There is nothing left to do then but end.
    pub fn next(&mut self, wait: Option<Duration>) -> io::Result<Option<Input>> {
        let until = wait.map(|wait| Instant::now() + wait);
        loop {
            if let Some(input) = self.settled.pop_front() {
                return Ok(Some(input));
            }
            let patience = self.patience(until);
            match (self.next_event)(patience)? {
                Some(event) => {
                    self.arrive(event)?;
                    self.settle()?;
                }
                None => {
                    let now = self.now_ms();
                    self.settled.extend(self.burst.quiet(now));
                    let timed_out = until.is_some_and(|until| Instant::now() >= until);
                    if self.settled.is_empty() && timed_out {
                        return Ok(None);
                    }
                }
            }
        }
    }

    /// Input that is there already.
    ///
    /// # Errors
    ///
    /// As [`Source::next`].
    pub fn ready(&mut self) -> io::Result<Option<Input>> {
        self.next(Some(GLANCE))
    }

    /// Takes in an event, unless it and what comes right behind it are an answer of the terminal's.
    fn arrive(&mut self, event: Event) -> io::Result<()> {
        let Some(mut reply) = Reply::begins(&event) else {
            self.arrived.extend(translate(event));
            return Ok(());
        };
        let mut taken = vec![event];
        while taken.len() < LONGEST {
            let Some(next) = (self.next_event)(Some(reply.patience()))? else {
                break;
            };
            match reply.then(&next) {
                Part::Inside(then) => reply = then,
                Part::End => return Ok(()),
                Part::Typed => {
                    self.arrived.extend(taken.into_iter().flat_map(translate));
                    return self.arrive(next);
                }
            }
            taken.push(next);
        }
        self.arrived.extend(taken.into_iter().flat_map(translate));
        Ok(())
    }

    /// How long to sleep: to the end of the wait, or to when a burst may have ended.
    fn patience(&self, until: Option<Instant>) -> Option<Duration> {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let due = self.burst.due_ms();
        let due = due.map(|due| Duration::from_millis(due.saturating_sub(self.now_ms())));
        match (left, due) {
            (Some(left), Some(due)) => Some(left.min(due)),
            (left, due) => left.or(due),
        }
    }

    /// Moves what has arrived to what is to be given, gathering bursts on the way.
    fn settle(&mut self) -> io::Result<()> {
        while let Some(input) = self.arrived.pop_front() {
            match input {
                Input::Key(key) if self.bare_pastes => {
                    let more = key == Key::Enter && self.more_is_waiting()?;
                    let now = self.now_ms();
                    let meant = self.burst.key(key, now, more);
                    self.settled.extend(meant.into_iter().flatten());
                }
                other => {
                    self.settled.extend(self.burst.finish());
                    self.settled.push_back(other);
                }
            }
        }
        Ok(())
    }

    /// Whether other input is right behind. An event that means nothing, such as the release of an earlier key, is no
    /// input, so the look-ahead goes on past it.
    fn more_is_waiting(&mut self) -> io::Result<bool> {
        let until = Instant::now() + Duration::from_millis(LOOK_AHEAD_MS);
        while self.arrived.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            match (self.next_event)(Some(left))? {
                Some(event) => self.arrive(event)?,
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

fn terminal_event(wait: Option<Duration>) -> io::Result<Option<Event>> {
    match wait {
        Some(wait) if !event::poll(wait)? => Ok(None),
        _ => event::read().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    /// All that a script of events comes to; `None` in the script is a wait with nothing in it.
    fn read_all(script: Vec<Option<Event>>, bare_pastes: bool) -> Vec<Input> {
        let mut script = VecDeque::from(script);
        let next_event = move |_| Ok(script.pop_front().flatten());
        let mut source = Source::from_events(next_event, bare_pastes);
        let mut found = vec![];
        while let Some(input) = source
            .next(Some(Duration::from_millis(60)))
            .expect("a script does not fail")
        {
            found.push(input);
        }
        found
    }

    fn press(code: KeyCode) -> Option<Event> {
        Some(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn release(code: KeyCode) -> Option<Event> {
        let mut event = KeyEvent::new(code, KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        Some(Event::Key(event))
    }

    #[test]
    fn esc_and_a_quick_letter_come_one_after_the_other() {
        let alt = KeyEvent::new(KeyCode::Char('h'), KeyModifiers::ALT);
        let expected = if cfg!(windows) {
            vec![]
        } else {
            vec![Input::Key(Key::Esc), Input::Key(Key::Char('h'))]
        };
        assert_eq!(read_all(vec![Some(Event::Key(alt))], false), expected);
    }

    fn pressed_with(code: char, modifiers: KeyModifiers) -> Option<Event> {
        Some(Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers)))
    }

    fn letters(text: &str) -> Vec<Option<Event>> {
        text.chars().map(|c| press(KeyCode::Char(c))).collect()
    }

    fn keys(text: &str) -> Vec<Input> {
        text.chars().map(|c| Input::Key(Key::Char(c))).collect()
    }

    #[test]
    fn an_answer_of_the_terminal_types_nothing() {
        const ALT: KeyModifiers = KeyModifiers::ALT;
        let ends = [
            pressed_with('\\', ALT),
            pressed_with('g', KeyModifiers::CONTROL),
        ];
        for end in ends {
            let mut script = letters("be");
            script.push(pressed_with(']', ALT));
            script.extend(letters("11;rgb:1e1e/1e1e/1e1e"));
            script.push(end);
            script.extend(letters("fore"));
            assert_eq!(read_all(script, false), keys("before"));
        }
        let script = letters("be41;354;0cfore");
        assert_eq!(read_all(script, false), keys("before"));
    }

    #[test]
    fn what_only_begins_like_an_answer_is_typed() {
        for text in [
            "41;354;0",
            "41;354;0 c",
            "4;2c",
            "10c",
            "1;2;3;4c",
            "12:30; 5",
        ] {
            assert_eq!(read_all(letters(text), false), keys(text), "{text}");
        }
        let mut script = vec![pressed_with('P', KeyModifiers::ALT | KeyModifiers::SHIFT)];
        script.extend(letters("lease"));
        script.push(press(KeyCode::Enter));
        let mut expected = keys("Please");
        expected.push(Input::Key(Key::Enter));
        if !cfg!(windows) {
            expected.insert(0, Input::Key(Key::Esc));
            assert_eq!(read_all(script, false), expected);
        }
    }

    #[test]
    fn a_bare_paste_is_gathered_past_key_releases() {
        let script = vec![
            press(KeyCode::Char('a')),
            release(KeyCode::Char('a')),
            press(KeyCode::Enter),
            release(KeyCode::Enter),
            press(KeyCode::Char('b')),
            Some(Event::FocusLost),
        ];
        let expected = [
            Input::Key(Key::Char('a')),
            Input::Paste("\nb".to_owned()),
            Input::Focus(false),
        ];
        assert_eq!(read_all(script, true), expected);
    }

    #[test]
    fn a_lone_enter_stays_a_key_whatever_is_released_after_it() {
        let script = vec![press(KeyCode::Enter), release(KeyCode::Char('a')), None];
        assert_eq!(read_all(script, true), [Input::Key(Key::Enter)]);
    }

    #[test]
    fn a_burst_ends_by_itself() {
        let script = vec![press(KeyCode::Enter), press(KeyCode::Char('b'))];
        assert_eq!(read_all(script, true), [Input::Paste("\nb".to_owned())]);
    }

    #[test]
    fn where_pastes_are_bracketed_every_enter_is_a_key() {
        let script = vec![press(KeyCode::Enter), press(KeyCode::Char('b'))];
        let expected = [Input::Key(Key::Enter), Input::Key(Key::Char('b'))];
        assert_eq!(read_all(script, false), expected);
    }
}
