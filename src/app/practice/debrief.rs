//! Talking a role-play over, in the listener's own conversation: a question at a time, an answer a note.
//!
//! | file | what it holds |
//! |---|---|
//! | `ending` | throwing it all away, or keeping it as a page |
//! | `finding` | the debrief of something played before |
//! | `threads` | the threads, hidden until somebody asks for them |

mod ending;
mod finding;
mod threads;

use finding::Sought;

use crate::{
    app::{App, Key, Screen},
    conversation::{self as talk, Added, Conversation, ConversationId, Part},
    desk::{Practise, Tick},
    guide::{Guide, TopicId},
    practice::{
        Debrief, Scenario,
        debrief::{
            self, LINES_FROM_MEMORY, NOTES, Told,
            questions::{COUNTED, FROM_MEMORY, HEARD, IS_IT_ME, IS_THIS_ME},
        },
    },
    words::{debriefing as words, watching::MINUTES},
};

/// What is shown of a debrief, beside what its conversation says.
#[derive(Debug, Default)]
pub struct Debriefing {
    /// The role-play whose threads were asked for.
    shown: Option<ConversationId>,
    /// The chosen thread, the first being 0.
    pub thread: usize,
    /// All that was said is shown, on one page.
    pub whole: bool,
    /// The first row of it that is shown.
    pub top: usize,
    /// Something played before is being looked for.
    sought: Option<Sought>,
}

impl App {
    /// Opens the debrief of what is being played; in it, what becomes of it.
    pub(super) fn debrief(&mut self, tick: Tick) {
        let Some(talk) = self.desk.talk() else {
            self.said = Some(words::NOTHING_PLAYED.to_owned());
            return;
        };
        if part_of(talk) != Some(Part::Listener) {
            self.said = Some(words::WITH_THE_LISTENER.to_owned());
            return;
        }
        let begins = !debrief::is_on(talk);
        if begins {
            let order = self
                .debriefed()
                .map_or(Debrief::Pendleton, |one| one.debrief);
            self.put_questions(order, tick);
        }
        self.show(Screen::Debrief);
        if let Some(practice) = &mut self.practice {
            practice.debriefing.whole = false;
        }
        self.said = begins.then(|| words::BEGUN.to_owned());
    }

    /// The scenario that is talked over, if it is still there.
    pub fn debriefed(&self) -> Option<&Scenario> {
        let played = self.shown()?.practice.as_ref()?;
        self.practice.as_ref()?.scenarios.get(&played.scenario)
    }

    /// The questions in this order, the one that is asked staying the same where both orders ask it.
    fn put_questions(&mut self, order: Debrief, tick: Tick) {
        let Some(guide) = self.questions_in(order) else {
            return;
        };
        let asked = self.desk.talk().map(|talk| talk.topic.topic.clone());
        let first = guide.topics.first().map(|topic| topic.id.clone());
        let here = asked.filter(|asked| guide.topic(asked).is_some());
        self.put(&talk::Command::Switch(Box::new(guide)), tick);
        if let Some(topic) = here.or(first) {
            self.put(&talk::Command::Topic(topic), tick);
        }
    }

    fn questions_in(&self, order: Debrief) -> Option<Guide> {
        if let Some(scenario) = self.debriefed() {
            return Some(debrief::guide(scenario, order));
        }
        let talk = self.desk.talk()?;
        Some(debrief::guide_without(talk.kind(), order))
    }

    /// The trainer asks for another order.
    pub(super) fn order(&mut self, order: Debrief, tick: Tick) {
        let Some(talk) = self.desk.talk().filter(|_| self.screen == Screen::Debrief) else {
            return self.only_in_debrief();
        };
        if debrief::order_of(talk) != Some(order) {
            self.put_questions(order, tick);
        }
        self.said = Some(words::in_order(order));
    }

    /// All that was said, on one page; asked again, the questions.
    pub(super) fn all_on_one_page(&mut self) {
        if self.screen != Screen::Debrief {
            return self.only_in_debrief();
        }
        if let Some(practice) = &mut self.practice {
            practice.debriefing.whole = !practice.debriefing.whole;
            practice.debriefing.top = 0;
        }
    }

    /// All that was said, as it may be on a screen now: what is written from memory is written without the notes.
    pub fn told_of_debrief(&self) -> Vec<Told> {
        let Some(talk) = self.shown() else {
            return vec![];
        };
        let mut all = debrief::told(talk, self.debriefed(), self.are_threads_shown());
        all.retain(|told| told.heading != NOTES || !debrief::asks(talk, FROM_MEMORY));
        // It holds the notes too, and what was counted, which is read at its own question first.
        let reached = debrief::kept(talk, COUNTED).next().is_some();
        let beside = self
            .observed()
            .filter(|_| reached && !debrief::asks(talk, FROM_MEMORY));
        all.extend(beside.map(|observed| Told {
            heading: MINUTES.to_owned(),
            lines: observed.minutes,
        }));
        all.retain(|told| !told.lines.is_empty());
        all
    }

    fn only_in_debrief(&mut self) {
        self.said = Some(words::ONLY_IN_DEBRIEF.to_owned());
    }

    /// A key in the debrief, with no sheet open. True when that is all it did.
    pub(super) fn key_in_debrief(&mut self, key: Key, tick: Tick) -> bool {
        if !self.line_is_empty() || self.is_changing() {
            return false;
        }
        let whole = self
            .practice
            .as_ref()
            .is_some_and(|one| one.debriefing.whole);
        if whole && self.key_on_the_page(key) {
            return true;
        }
        if self.key_among_threads(key, tick) {
            return true;
        }
        match key {
            Key::Up => self.next_question(false, tick),
            Key::Down => self.next_question(true, tick),
            Key::Esc => self.show(Screen::Talk),
            Key::Char(digit @ '1'..='3') if self.is_asked(IS_THIS_ME) => {
                self.is_it_me(digit as usize - '1' as usize, tick);
            }
            _ => return false,
        }
        true
    }

    fn key_on_the_page(&mut self, key: Key) -> bool {
        let page = self.page();
        let Some(practice) = &mut self.practice else {
            return false;
        };
        let top = &mut practice.debriefing.top;
        *top = match key {
            Key::Up => top.saturating_sub(1),
            Key::Down => top.saturating_add(1),
            Key::PageUp => top.saturating_sub(page),
            Key::PageDown => top.saturating_add(page),
            Key::Esc => {
                practice.debriefing.whole = false;
                return true;
            }
            _ => return false,
        }
        .min(MOST_ROWS);
        true
    }

    fn is_changing(&self) -> bool {
        let talk = self.desk.talk();
        talk.is_some_and(|talk| talk.line.writing.editing.is_some())
    }

    fn is_asked(&self, id: &str) -> bool {
        self.desk.talk().is_some_and(|talk| debrief::asks(talk, id))
    }

    /// Enter in the debrief, with nothing typed: the next question. True when it was for that.
    pub(super) fn enter_in_debrief(&mut self, tick: Tick) -> bool {
        if !self.desk.line().trim().is_empty() || self.is_changing() {
            return false;
        }
        self.next_question(true, tick);
        true
    }

    /// The question after this one, or before it. Nothing leads round from the last to the first.
    pub fn next_question(&mut self, on: bool, tick: Tick) {
        let Some((at, talk)) = self
            .desk
            .talk()
            .and_then(|talk| Some((debrief::asked(talk)?.0, talk)))
        else {
            return;
        };
        let to = if on { Some(at + 1) } else { at.checked_sub(1) };
        let topic = to.and_then(|to| talk.guide().topics.get(to));
        match topic.map(|topic| topic.id.clone()) {
            Some(topic) => self.put(&talk::Command::Topic(topic), tick),
            None if on => self.said = Some(words::THAT_WAS_THE_LAST.to_owned()),
            None => {}
        }
    }

    /// An answer was kept: on to the next question. From memory there is room for a few lines.
    pub fn answered(&mut self, tick: Tick) {
        let lines = self
            .desk
            .talk()
            .map_or(0, |talk| debrief::kept(talk, FROM_MEMORY).count());
        if self.is_asked(FROM_MEMORY) && lines < LINES_FROM_MEMORY {
            return;
        }
        let said = self.said.take();
        self.next_question(true, tick);
        self.said = said.or(self.said.take());
    }

    /// After anything was put to the conversation in the debrief: it may have been undone; and what was counted is kept
    /// with it once the question that reads it is reached, so that its page needs nobody else's journal.
    pub(in crate::app) fn after_in_debrief(&mut self, command: &talk::Command, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        if !debrief::is_on(talk) {
            let said = self.said.take();
            self.show(Screen::Talk);
            self.said = said;
            return;
        }
        if matches!(command, talk::Command::Topic(_) | talk::Command::Switch(_)) {
            self.keep_what_was_counted(tick);
        }
    }

    /// At the question that reads it, what was counted is kept with the debrief, and again when there is more of it.
    pub(in crate::app) fn keep_what_was_counted(&mut self, tick: Tick) {
        if self.screen != Screen::Debrief || !self.is_asked(COUNTED) {
            return;
        }
        let Some(observed) = self.observed() else {
            return;
        };
        let said = self.said.take();
        self.add_new(COUNTED, vec![observed.summary], tick);
        self.add_new(HEARD, observed.heard, tick);
        self.said = said;
    }

    /// What was counted, in a line: what observers are known to have counted, or else what was kept of it first.
    pub fn counted(&self) -> Option<String> {
        let observed = self.observed().map(|observed| observed.summary);
        let kept = || {
            let note = debrief::kept(self.shown()?, COUNTED).next()?;
            Some(note.text.clone())
        };
        observed.or_else(kept)
    }

    /// Keeps those of these that are not kept under a topic already.
    fn add_new(&mut self, topic: &str, mut texts: Vec<String>, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        texts.retain(|text| !debrief::kept(talk, topic).any(|note| note.text == *text));
        self.add(topic, texts, tick);
    }

    /// Keeps these under a topic of the debrief, whatever is on the line.
    fn add(&mut self, topic: &str, texts: Vec<String>, tick: Tick) {
        let added = texts.into_iter().map(|text| Added {
            text,
            topic: TopicId::new(topic),
            mark: None,
            speaker: None,
        });
        self.put(&talk::Command::Add(added.collect()), tick);
    }

    /// Whoever was played says in a word whether the record is them.
    fn is_it_me(&mut self, at: usize, tick: Tick) {
        match IS_IT_ME.get(at).filter(|_| self.screen == Screen::Debrief) {
            Some(said) => {
                self.add(IS_THIS_ME, vec![(*said).to_owned()], tick);
                self.said = Some(words::and_why(said));
            }
            None => self.only_in_debrief(),
        }
    }

    /// Does a command of the debrief.
    pub(super) fn practise_in_debrief(&mut self, practise: &Practise, tick: Tick) {
        match practise {
            Practise::Debrief => self.debrief(tick),
            Practise::Order(order) => self.order(*order, tick),
            Practise::All => self.all_on_one_page(),
            Practise::Threads => self.show_threads(tick),
            Practise::Met(thread, met) => self.met(*thread, *met, tick),
            Practise::IsItMe(at) => self.is_it_me(*at, tick),
            Practise::End => self.end_debrief(),
            Practise::KeepPage => self.keep_page(tick),
            _ => {}
        }
    }
}

fn part_of(talk: &Conversation) -> Option<Part> {
    talk.practice.as_ref().map(|practised| practised.part)
}

/// No page has more rows, however narrow the screen.
const MOST_ROWS: usize = 20_000;
