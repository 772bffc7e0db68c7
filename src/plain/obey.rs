//! Typed commands: the same names as in the full screen, answered in sentences.

use super::Plain;
use crate::{
    app::{
        Seal,
        table::{self, Entry, Place},
    },
    conversation::{self as talk, Choice, Group, NoteId},
    desk::{Command, Copies, Count, LocalHelp, Practise, Preference, Tick},
    guide::{GuideId, TopicId},
    words,
};

impl Plain {
    /// Does what a typed command asks, or says why not.
    pub(super) fn command(&mut self, name: &str, rest: &str, tick: Tick) {
        let rest = rest.trim();
        let lower = name.to_lowercase();
        let entry = table::entry(&lower, rest);
        match (lower.as_str(), entry) {
            ("", _) => return self.list_commands(),
            ("in", _) if !rest.is_empty() => return self.choose_numbered(Choice::In, rest, tick),
            ("out", _) if !rest.is_empty() => return self.choose_numbered(Choice::Out, rest, tick),
            (_, Some(entry)) if takes_nothing(entry) && !rest.is_empty() => {
                return self.refuse(words::plain::takes_nothing(&lower));
            }
            _ => {}
        }
        match table::typed(&lower, rest) {
            Command::Unknown { typed, nearest } => {
                self.refuse(words::plain::no_command(&typed, nearest));
            }
            Command::Needs(usage) => self.refuse(words::needs(usage)),
            Command::About(about) => {
                if !self.app.is_of_finished(&about) {
                    self.begin_if_none(tick);
                }
                self.plainly(Command::About(about), tick);
            }
            Command::Count(count) if !matches!(count, Count::Route(_)) => {
                self.begin_if_none(tick);
                self.count(count, tick);
            }
            command => match self.turns_charts(&command) {
                Some(turn) => self.evidence(turn, tick),
                None if self.needs_talk(entry) => self.refuse(words::plain::NO_CONVERSATION),
                None => self.obey(&lower, command, tick),
            },
        }
    }

    /// Whether a command typed so does nothing here but say why it cannot.
    pub(super) fn is_refused(&self, lower: &str, rest: &str) -> bool {
        let entry = table::entry(lower, rest);
        let command = table::typed(lower, rest);
        let is_too_long = !rest.is_empty() && entry.is_some_and(takes_nothing);
        let begins = matches!(command, Command::About(_) | Command::Count(_));
        let turns = || self.turns_charts(&command).is_some();
        is_too_long || (!begins && !turns() && self.needs_talk(entry))
    }

    fn needs_talk(&self, entry: Option<&Entry>) -> bool {
        let about_talk = entry.is_none_or(|entry| {
            !matches!(
                entry.place,
                Place::Anywhere | Place::Practice | Place::Cards | Place::Evidence
            )
        });
        let undo = entry.is_some_and(|entry| matches!((entry.make)(""), Command::Talk(_)));
        self.app.desk.talk().is_none() && (about_talk || undo)
    }

    /// Does a command that was typed as `name`, or chosen by its number.
    pub(super) fn obey(&mut self, name: &str, command: Command, tick: Tick) {
        match command {
            Command::Talk(talk::Command::Undo) => self.undo(tick),
            Command::Talk(talk::Command::Redo) => self.redo(tick),
            Command::Talk(
                talk::Command::Topic(_) | talk::Command::NextTopic | talk::Command::PreviousTopic,
            ) => {
                self.app.obey(command, tick);
                self.say_topic();
            }
            Command::Talk(talk::Command::Due(..) | talk::Command::Owner(..)) => {
                self.app.obey(command, tick);
                self.say_step();
            }
            Command::Talk(talk::Command::FindOut(_)) => {
                self.app.obey(command, tick);
                self.say_marked_last();
            }
            Command::Talk(talk::Command::Connect { .. }) => {
                self.app.obey(command, tick);
                self.say_marked_last();
                let person = self.app.desk.talk();
                let person = person.and_then(|talk| talk.facts.person.as_deref());
                self.say(words::local_help::may_introduce(person.unwrap_or_default()));
            }
            // A line here is typed whole: the words are said, to be typed with the day.
            Command::LocalHelp(LocalHelp::WriteOut(words)) => {
                self.say(words::local_help::type_it(&words));
            }
            Command::Topics(wanted) => self.topics(&wanted, tick),
            Command::Ask => self.ask(),
            Command::Guide(guide) => self.guide(&guide, tick),
            Command::When(rest) => self.when(&rest, tick),
            Command::Owner(_) => {
                self.app.obey(command, tick);
                self.say_step();
            }
            Command::Mark(mark) => {
                let before = self.meant().cloned();
                self.app.obey(command, tick);
                self.say_marked(before, mark);
            }
            Command::Apart => {
                let before = self.meant().cloned();
                self.app.obey(command, tick);
                self.say_changed(before, |_, note| words::plain::apart(note));
            }
            Command::ChooseNote(id) => self.choose_note(id),
            Command::Heading(_) => self.heading(command, tick),
            Command::Choose(choice) => match self.meant_id() {
                Some(id) => self.choose(id, choice, tick),
                None => self.plainly(command, tick),
            },
            Command::Detail(detail) => {
                self.app.obey(command, tick);
                let tally = self.app.tally().unwrap_or_default();
                self.say(words::plain::detail(detail, tally));
            }
            Command::ReadBack if self.app.practice.is_some() => {
                self.practise(Practise::Debrief, tick);
            }
            Command::ReadBack => self.read_back(),
            Command::Save | Command::SaveNow { .. } if self.app.practice.is_some() => {
                self.plainly(Command::Save, tick);
            }
            Command::Save | Command::SaveNow { .. } => {
                self.app.obey(Command::SaveNow { copy: false }, tick);
            }
            Command::Pause => {
                self.app.obey(command, tick);
                self.say(words::plain::paused(tick.now));
            }
            Command::Leave => self.leave(tick),
            Command::Lock | Command::Unlock | Command::Prefer(Preference::LockAfter(_))
                if self.app.seal == Seal::Off =>
            {
                self.say(words::plain::SEALING_IS_OFF);
            }
            Command::Lock => {
                self.app.obey(command, tick);
                self.say_locked();
            }
            Command::Help => self.said.extend(words::plain::HELP.map(str::to_owned)),
            Command::Commands => self.list_commands(),
            Command::Back => self.say(words::plain::NOTHING_TO_STEP_BACK_FROM),
            Command::Copy | Command::CopyNote | Command::Copies(Copies::Section(_)) => {
                self.copy(command, tick);
            }
            Command::Know(know) => self.know(know, tick),
            Command::Evidence(evidence) => self.evidence(evidence, tick),
            Command::Count(count) => self.count(count, tick),
            Command::Together(what) => self.together(what, tick),
            Command::Practise(practise) => self.practise(practise, tick),
            Command::Story(asked) => self.tell(asked, tick),
            Command::Feedback(asked) => self.ask_feedback(asked, tick),
            command if only_full_screen(&command) => {
                self.say(words::plain::only_full_screen(name));
            }
            command => self.plainly(command, tick),
        }
    }

    pub(super) fn last_done(&self) -> Option<&Group> {
        self.app.desk.talk()?.last_done()
    }

    /// Takes back the last thing a person would call one: the typing of a line goes with the note it became.
    pub(super) fn undo(&mut self, tick: Tick) {
        if self.is_alone() && !self.app.line_is_empty() {
            return self.take_words_back(tick);
        }
        let mut told = false;
        while !told || !self.app.line_is_empty() {
            let Some(group) = self
                .last_done()
                .filter(|_| !self.app.is_only_begun())
                .cloned()
            else {
                break;
            };
            self.app.obey(Command::Talk(talk::Command::Undo), tick);
            if !told && !is_typing(&group) {
                self.say(words::plain::taken_back(&group));
                told = true;
            }
        }
        self.nothing_unless(told, &talk::Refusal::NothingToUndo);
    }

    pub(super) fn redo(&mut self, tick: Tick) {
        let mut told = false;
        while !told || !self.app.line_is_empty() {
            let undone = self.app.desk.talk().and_then(|talk| talk.last_undone());
            let Some(group) = undone.cloned() else { break };
            self.app.obey(Command::Talk(talk::Command::Redo), tick);
            if !told && !is_typing(&group) {
                self.say(words::plain::done_again(&group));
                told = true;
            }
        }
        self.nothing_unless(told, &talk::Refusal::NothingToRedo);
    }

    fn nothing_unless(&mut self, told: bool, refusal: &talk::Refusal) {
        self.app.said = None;
        if !told {
            self.say(words::refusal(refusal));
        }
    }

    fn topics(&mut self, wanted: &str, tick: Tick) {
        if wanted.is_empty() {
            return self.list_topics();
        }
        self.app.obey(Command::Topics(wanted.to_owned()), tick);
        if self.app.said.take().is_some() {
            return self.refuse(words::plain::no_topic(wanted));
        }
        self.say_topic();
    }

    fn say_topic(&mut self) {
        let topic = self.app.desk.talk().and_then(|talk| talk.current_topic());
        let family = topic.is_some_and(|topic| topic.id.as_str() == TopicId::FAMILY_TIME);
        let said = topic.map(words::plain::topic);
        self.said.extend(said);
        if family {
            self.say(words::together::FAMILY_TIME_HOW);
        }
    }

    fn ask(&mut self) {
        let Some(topic) = self.app.desk.talk().and_then(|talk| talk.current_topic()) else {
            return;
        };
        let first = words::plain::topic(topic);
        let others: Vec<String> = topic
            .ask
            .iter()
            .skip(1)
            .map(|question| words::plain::or_ask(question))
            .collect();
        self.say(first);
        self.said.extend(others);
    }

    fn guide(&mut self, guide: &GuideId, tick: Tick) {
        let before = self.app.desk.talk().map(|talk| talk.id.clone());
        let talks = self.app.desk.talk().map_or(0, |talk| talk.talks.len());
        self.app.obey(Command::Guide(guide.clone()), tick);
        let Some(talk) = self.app.desk.talk() else {
            return self.say_said();
        };
        if Some(&talk.id) != before.as_ref() {
            let said = self.app.said.take().filter(|_| before.is_some());
            self.said.extend(said);
            return self.say_started();
        }
        if talk.talks.len() == talks {
            return self.say_said();
        }
        self.app.said = None;
        let moved = words::plain::moved(talk.guide(), tick.now);
        self.say(moved);
        self.offer_topics();
    }

    fn when(&mut self, rest: &str, tick: Tick) {
        self.app.obey(Command::When(rest.to_owned()), tick);
        if let Some(sheet) = self.app.sheet.take() {
            return self.list_sheet(&sheet);
        }
        if self.app.said == Some(words::not_a_day(rest)) {
            self.not_understood += 1;
            return self.say_said();
        }
        self.say_step();
    }

    /// Says the step a command was about as it is now, or why there is none.
    fn say_step(&mut self) {
        let refused = self.app.said.take();
        let today = self.app.now.date_naive();
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let last = || talk.notes.iter().rev().find(|note| note.step.is_some());
        let meant = self.app.note.map_or_else(last, |id| talk.note(id));
        let step = meant.and_then(|note| note.step.as_ref());
        match step.map(|step| words::plain::step(step, today)) {
            Some(said) => self.say(said),
            None => self.said.extend(refused),
        }
    }

    fn say_marked_last(&mut self) {
        self.app.said = None;
        let today = self.app.now.date_naive();
        let last = self.app.desk.talk().and_then(|talk| talk.notes.last());
        let said = last.map(|note| words::plain::marked(note, today));
        self.said.extend(said);
    }

    fn choose_note(&mut self, id: NoteId) {
        let note = self.app.desk.talk().and_then(|talk| talk.note(id));
        let said = note.map(words::plain::chosen);
        self.app.note = Some(id);
        self.said.extend(said);
    }

    /// Read back's command, for the note that is meant.
    fn heading(&mut self, command: Command, tick: Tick) {
        let chosen = self.app.note;
        self.app.note = self.meant_id();
        self.plainly(command, tick);
        self.app.note = chosen;
    }

    /// From a conversation to Home; from Home, out.
    pub(super) fn leave(&mut self, tick: Tick) {
        let had = self.app.desk.talk().is_some_and(|talk| !talk.is_blank());
        let had = had && !(self.is_alone() && self.app.is_untouched());
        let front = self.app.is_at_front();
        self.app.obey(Command::Leave, tick);
        self.app.said = None;
        if front {
            return;
        }
        if had {
            self.say(words::plain::KEPT_FOR_LATER);
        }
        match self.app.practice {
            Some(_) => self.list_practice(),
            None => self.list_home_numbers(),
        }
    }
}

/// `/mark own` is a name of two words, and the second of them is no argument.
fn takes_nothing(entry: &Entry) -> bool {
    entry.takes.is_empty() && !entry.typed.iter().any(|name| name.contains(' '))
}

pub(super) fn is_typing(group: &Group) -> bool {
    group.changes.iter().all(talk::Change::is_typing)
}

/// Commands that change what a screen draws, or need a line to go on typing on.
fn only_full_screen(command: &Command) -> bool {
    matches!(
        command,
        Command::Change
            | Command::Split
            | Command::NoteMenu
            | Command::GuidePane
            | Command::Redraw
            | Command::NewLine
            | Command::Prefer(Preference::Clock(_) | Preference::Spacing(_) | Preference::Width(_))
    )
}
