//! The debrief line by line: each question once, an answer a line, a blank line to go on. The threads are said when they
//! are asked for, and not before.

use super::{Plain, Typed};
use crate::{
    app::Screen,
    conversation::Note,
    desk::{Command, Practise, Tick},
    guide::TopicId,
    practice::debrief::{
        self, Met, WARNING, kept,
        questions::{COUNTED, FROM_MEMORY, HEARD, IS_IT_ME, IS_THIS_ME, THREADS},
    },
    words::{self, debriefing as said},
};

impl Plain {
    /// The question that is asked, while a debrief is on.
    pub(super) fn asked(&self) -> Option<TopicId> {
        let talk = self.app.desk.talk()?;
        (self.app.screen == Screen::Debrief).then(|| talk.topic.topic.clone())
    }

    /// After a line: the next question, when there is another now.
    pub(super) fn say_next_question(&mut self, before: Option<TopicId>) {
        if before.is_some() && self.asked() != before {
            self.say_question();
        }
    }

    /// A blank line: what was offered, or on to the next question of a debrief.
    pub(super) fn blank(&mut self, tick: Tick) {
        if let Some(offered) = self.app.offered.take() {
            return self.obey("", offered, tick);
        }
        if self.asked().is_some() {
            self.app.next_question(true, tick);
            self.say_said();
        }
    }

    /// A line to keep; in a debrief an answer, after which the next question comes.
    pub(super) fn answer(&mut self, typed: &Typed, tick: Tick) {
        let count = |plain: &Self| plain.app.desk.talk().map_or(0, |talk| talk.notes.len());
        let before = count(self);
        self.note(&typed.text, tick);
        if self.asked().is_some() && count(self) > before {
            self.app.answered(tick);
        }
    }

    /// Does a command of the debrief, and says what came of it.
    pub(super) fn debrief(&mut self, practise: &Practise, tick: Tick) {
        let command = Command::Practise(practise.clone());
        match practise {
            Practise::All if self.asked().is_some() => self.say_all(),
            Practise::Debrief => {
                self.app.obey(command, tick);
                self.say_said();
                self.say_debrief();
            }
            Practise::Threads | Practise::Met(..) => {
                self.app.obey(command, tick);
                self.say_said();
                self.offer_thread();
            }
            _ => self.plainly(command, tick),
        }
    }

    /// What is talked over, and the question that is asked.
    pub(super) fn say_debrief(&mut self) {
        if self.asked().is_none() {
            return;
        }
        let practised = self.app.desk.talk().and_then(|talk| talk.practice.as_ref());
        let title = practised.map(|practised| said::debrief_of(&practised.title));
        self.said.extend(title);
        self.say(said::HOW_SAID);
        self.say_question();
    }

    fn say_question(&mut self) {
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let Some((at, topic)) = debrief::asked(talk) else {
            return;
        };
        let question = said::question_said(at + 1, talk.guide().topics.len(), topic);
        let answered = debrief::answers(talk, &topic.id).map(debrief::in_words);
        let answered: Vec<String> = match topic.id.as_str() {
            COUNTED => vec![],
            _ => answered.collect(),
        };
        let mut all = vec![question];
        all.extend(answered.iter().map(|words| words::plain::stopped(words)));
        match topic.id.as_str() {
            COUNTED => all.extend(self.counts()),
            THREADS => all.push(said::THREADS_HIDDEN_SAID.to_owned()),
            IS_THIS_ME => all.extend(self.lines_from_memory()),
            _ => {}
        }
        if self.asked().is_some_and(|id| id.as_str() == IS_THIS_ME) {
            let choose = |at| Command::Practise(Practise::IsItMe(at));
            self.choices = (0..IS_IT_ME.len()).map(choose).collect();
        }
        self.said.extend(all);
    }

    /// What was counted, minute by minute, and heard; and that a count is not a score.
    fn counts(&self) -> Vec<String> {
        let Some(talk) = self.app.desk.talk() else {
            return vec![];
        };
        let Some(summary) = self.app.counted() else {
            return vec![said::NOTHING_COUNTED.to_owned()];
        };
        let minutes = self.app.observed().unwrap_or_default().minutes;
        let heard = kept(talk, HEARD).map(|note| said::heard(&note.text));
        let counted = std::iter::once(said::counted(&summary));
        let all = counted.chain(heard).chain(minutes);
        let all = all.map(|words| words::plain::stopped(&words));
        all.chain([WARNING.to_owned()]).collect()
    }

    fn lines_from_memory(&self) -> Vec<String> {
        let talk = self.app.desk.talk();
        let lines = |note: &Note| words::plain::stopped(&words::one_line(&note.text));
        let mut all: Vec<String> = talk
            .into_iter()
            .flat_map(|talk| kept(talk, FROM_MEMORY))
            .map(lines)
            .collect();
        if all.is_empty() {
            all.push(said::NOTHING_FROM_MEMORY.to_owned());
        }
        all.push(words::plain::numbered(&IS_IT_ME.map(str::to_owned)));
        all
    }

    /// The thread nobody has said anything of yet, with a number for each thing that may be said; after the last, all.
    fn offer_thread(&mut self) {
        let shown = self.app.threads_shown();
        let next = shown.iter().position(|(_, met)| met.is_none());
        let Some(at) = next else {
            let on = (!shown.is_empty()).then_some(said::BLANK_GOES_ON);
            self.said.extend(on.map(str::to_owned));
            return;
        };
        let thread = shown[at].0;
        let whole = said::thread_said(thread);
        let names = Met::ALL.map(|met| met.name().to_owned());
        self.say(whole);
        self.say(words::plain::numbered(&names));
        let choose = |met| Command::Practise(Practise::Met(at, met));
        self.choices = Met::ALL.map(choose).into();
    }

    /// All that was said, a heading and then its lines.
    fn say_all(&mut self) {
        let all = self.app.told_of_debrief();
        if all.is_empty() {
            return self.say(said::NOTHING_SAID);
        }
        let lines = all.into_iter().flat_map(|told| {
            let lines = told.lines.into_iter().map(|line| words::one_line(&line));
            std::iter::once(told.heading).chain(lines)
        });
        let lines: Vec<String> = lines.map(|line| words::plain::stopped(&line)).collect();
        self.said.extend(lines);
    }
}
