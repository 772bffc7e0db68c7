//! The threads: what the person hoped was heard. Nothing of them is on any screen until somebody asks for them here.

use crate::{
    app::{App, Key, Screen},
    conversation::Conversation,
    desk::Tick,
    guide::TopicId,
    practice::{
        Thread,
        debrief::{
            Met,
            questions::THREADS,
            threads::{self, met},
        },
    },
    words::debriefing as words,
};

impl App {
    /// Whether the threads of what is talked over may be on the screen.
    pub fn are_threads_shown(&self) -> bool {
        let practice = self.practice.as_ref();
        let shown = practice.and_then(|practice| practice.debriefing.shown.as_ref());
        self.screen == Screen::Debrief
            && shown.is_some_and(|shown| self.desk.talk().is_some_and(|talk| talk.id == *shown))
    }

    /// The threads of what is talked over, and what was said of each; none until they are shown.
    pub fn threads_shown(&self) -> Vec<(&Thread, Option<Met>)> {
        let (Some(scenario), Some(talk)) = (self.debriefed(), self.desk.talk()) else {
            return vec![];
        };
        if !self.are_threads_shown() {
            return vec![];
        }
        let threads = scenario.threads.iter();
        threads.map(|thread| (thread, met(talk, thread))).collect()
    }

    /// Shows the threads, at the question that is about them.
    pub(super) fn show_threads(&mut self, tick: Tick) {
        let Some(talk) = self.desk.talk().filter(|_| self.screen == Screen::Debrief) else {
            return self.only_in_debrief();
        };
        let id = talk.id.clone();
        if self.debriefed().is_none_or(|one| one.threads.is_empty()) {
            self.said = Some(words::NO_THREADS.to_owned());
            return;
        }
        if !self.is_asked(THREADS) {
            let topic = crate::conversation::Command::Topic(TopicId::new(THREADS));
            self.put(&topic, tick);
        }
        if let Some(practice) = &mut self.practice {
            practice.debriefing.shown = Some(id);
            practice.debriefing.whole = false;
        }
        let threads = self.threads_shown();
        let first = threads.iter().position(|(_, met)| met.is_none());
        self.choose_thread(first.unwrap_or(0));
    }

    fn choose_thread(&mut self, at: usize) {
        if let Some(practice) = &mut self.practice {
            practice.debriefing.thread = at;
        }
    }

    /// Keeps what the people in the room say of a thread, and goes on to the next one.
    pub(super) fn met(&mut self, at: usize, met: Met, tick: Tick) {
        let threads = self.threads_shown();
        let last = threads.len().saturating_sub(1);
        let Some((thread, _)) = threads.get(at) else {
            return self.only_in_debrief();
        };
        let said = words::met(thread, met);
        let topic = threads::topic(&thread.id);
        self.add(topic.as_str(), vec![met.name().to_owned()], tick);
        self.choose_thread((at + 1).min(last));
        self.said = Some(said);
    }

    /// A key at the question about the threads, with nothing typed. True when it was for them.
    pub(super) fn key_among_threads(&mut self, key: Key, tick: Tick) -> bool {
        if !self.is_asked(THREADS) {
            return false;
        }
        let shown = self.threads_shown().len();
        let chosen = self
            .practice
            .as_ref()
            .map_or(0, |one| one.debriefing.thread);
        match key {
            Key::Char(' ') if shown == 0 => self.show_threads(tick),
            _ if shown == 0 => return false,
            Key::Up if chosen > 0 => self.choose_thread(chosen - 1),
            Key::Down if chosen + 1 < shown => self.choose_thread(chosen + 1),
            Key::Char(digit @ '1'..='3') => {
                self.met(chosen, Met::ALL[digit as usize - '1' as usize], tick);
            }
            _ => return false,
        }
        true
    }
}

/// Whether anything was said of any thread.
pub(super) fn any_met(talk: &Conversation, threads: &[Thread]) -> bool {
    threads.iter().any(|thread| met(talk, thread).is_some())
}
