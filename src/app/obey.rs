//! Commands into changes of the desk and the screen.
//!
//! | file | what it holds |
//! |---|---|
//! | `enter` | keeping what is typed, running a typed command, opening what is chosen |
//! | `notes` | a note: where it goes, what it is, when and who |
//! | `record` | what is in the record, and saving it |
//! | `copies` | the clipboard, a letter, how the person had theirs |
//! | `local_help` | one listing: what is known and remembered of it, and an introduction |
//! | `together` | more than one person: whose words, a family left alone, a carer's own |
//! | `locked` | what still can be done while everything is hidden |

mod copies;
mod enter;
mod local_help;
mod locked;
mod notes;
mod record;
mod together;

pub(super) use copies::letter;

use super::{
    App, Quiet, Screen, Seal, Sheet, SheetKind,
    follow::who,
    home,
    table::{self, Place},
};
use crate::{
    conversation::{self as talk, Change, Choice, Event, NoteId},
    desk::{Command, Effect, Preference, Tick, Together},
    line::Mark,
    words,
};

impl App {
    /// Whether an entry of the table counts on the screen that is showing.
    pub fn counts(&self, place: Place) -> bool {
        match place {
            Place::Anywhere => true,
            Place::Talk => !self.is_at_front(),
            Place::Listening => self.screen == Screen::Talk,
            Place::ReadBack => self.screen == Screen::ReadBack,
            Place::Practice => self.practice.is_some(),
            Place::Cards => self.screen == Screen::Cards,
            Place::Play => self.is_playing(),
            Place::Debrief => self.screen == Screen::Debrief,
            Place::Watch => self.screen == Screen::Watch,
            Place::Alone => self.screen == Screen::Alone,
            Place::Ending => matches!(self.screen, Screen::Debrief | Screen::Alone),
        }
    }

    /// Why an entry cannot be done now; `None` when it can.
    pub fn refusal(&self, entry: &table::Entry) -> Option<&'static str> {
        if !self.counts(entry.place) {
            return Some(entry.place.name());
        }
        let talk = self.desk.talk();
        let empty = talk.is_none_or(|talk| talk.notes.is_empty());
        match (entry.make)("") {
            Command::Talk(talk::Command::Undo) => {
                let nothing = talk.is_none_or(|talk| talk.last_done().is_none());
                nothing.then_some(words::NOTHING_TO_UNDO_SHORT)
            }
            Command::Talk(talk::Command::Redo) => {
                let nothing = talk.is_none_or(|talk| talk.last_undone().is_none());
                nothing.then_some(words::NOTHING_TO_REDO_SHORT)
            }
            Command::Lock | Command::Unlock if self.seal == Seal::Off => {
                Some(words::SEALING_IS_OFF_SHORT)
            }
            Command::Unlock if self.seal == Seal::Unlocked => Some(words::ALREADY_UNLOCKED_SHORT),
            Command::Mark(_)
            | Command::Marks
            | Command::Apart
            | Command::Change
            | Command::Split
            | Command::Join
            | Command::NoteUp
            | Command::NoteDown
            | Command::NoteMenu
            | Command::Together(Together::Disagree)
                if empty =>
            {
                Some(words::NO_NOTE_SHORT)
            }
            _ => None,
        }
    }

    /// Does a command.
    pub fn obey(&mut self, command: Command, tick: Tick) {
        if self.locked.is_some() {
            return self.obey_while_locked(command, tick);
        }
        if self.looking.is_some() {
            return self.obey_while_looking(command, tick);
        }
        if !matches!(command, Command::Enter) {
            self.offered = None;
        }
        if self.practice.is_some() && self.obey_in_practice(&command, tick) {
            return;
        }
        match command {
            Command::Talk(command) => self.put(&command, tick),
            Command::Enter => self.enter(tick),
            Command::Back => self.back(tick),
            Command::Space => self.space(tick),
            Command::Delete if self.screen == Screen::ReadBack && self.line_is_empty() => {
                self.choose_in_or_out(Some(Choice::Out), tick);
            }
            Command::Delete => self.put(&talk::Command::Delete, tick),
            Command::Toward(toward) => self.toward(toward, tick),
            Command::NewLine => self.type_in("\n", tick),
            Command::Topics(name) => self.topics(&name, tick),
            Command::Heading(name) => self.heading(&name, tick),
            Command::Kinds => self.open(SheetKind::Kinds),
            Command::Guides => self.open(SheetKind::Guides),
            Command::Guide(guide) => self.guide(&guide, tick),
            Command::Mark(mark) => self.mark(mark, tick),
            Command::Marks => self.about_note(SheetKind::Marks),
            Command::Apart => self.put(&talk::Command::Apart(self.note), tick),
            Command::When(rest) => self.when(&rest, tick),
            Command::Owner(name) => {
                self.put(&talk::Command::Owner(self.step_meant(), who(&name)), tick)
            }
            Command::Find(rest) => self.find(&rest),
            Command::GuidePane => self.guide_pane(),
            Command::Ask => self.ask_aloud(),
            Command::WholeTopic => self.open(SheetKind::WholeTopic),
            Command::Commands => self.open(SheetKind::Commands),
            Command::Help => self.open(SheetKind::Help),
            Command::Safe => self.open(SheetKind::Safe),
            Command::Change => self.put(
                &talk::Command::Change {
                    note: self.note,
                    split: false,
                },
                tick,
            ),
            Command::Split => self.put(
                &talk::Command::Change {
                    note: self.note,
                    split: true,
                },
                tick,
            ),
            Command::Join => self.put(&talk::Command::Join(self.note), tick),
            Command::NoteUp => self.put(&talk::Command::Up(self.note), tick),
            Command::NoteDown => self.put(&talk::Command::Down(self.note), tick),
            Command::NoteMenu => self.about_note(SheetKind::NoteMenu),
            Command::Notes => self.open(SheetKind::Notes),
            Command::ChooseNote(note) => self.note = Some(note),
            Command::Open(id) => self.desk.ask(Effect::Open(id)),
            Command::Pause => self.put(&talk::Command::Pause, tick),
            Command::ReadBack => self.read_back(),
            Command::Choose(choice) => self.choose_in_or_out(Some(choice), tick),
            Command::Detail(detail) => self.put(&talk::Command::Detail(detail), tick),
            Command::Save => self.save(tick),
            Command::SaveNow { copy } => self.save_now(copy, tick),
            Command::Saved => self.say_all_kept(),
            Command::Copy => self.copy(),
            Command::CopyNote => self.copy_note(),
            Command::Copies(copies) => self.copies(copies, tick),
            Command::Leave => self.leave(tick),
            Command::Redraw => self.desk.ask(Effect::Redraw),
            Command::About(about) if self.is_of_finished(&about) => self.note_copy_given(about),
            Command::About(about) => {
                self.put(&talk::Command::About(about), tick);
                self.nudge();
            }
            Command::Prefer(preference) => self.prefer(preference, tick),
            Command::Connections => self.said = Some(words::HOW_TO_ADD_CONNECTIONS.to_owned()),
            Command::LocalHelp(what) => self.local_help(what, tick),
            Command::Where => self.open(SheetKind::Where),
            Command::KeepIn(folder) => self.desk.ask(Effect::KeepIn(folder)),
            Command::TryAgain => self.desk.ask(Effect::TryAgain),
            Command::Lock => self.lock(),
            Command::Unlock => self.unlock(),
            Command::LookOn(id) => self.look_on(id, tick),
            Command::MoveHere(id) => self.move_here(id, tick),
            Command::Together(what) => self.together(what, tick),
            Command::Follow(follow) => self.follow(follow, tick),
            Command::Know(know) => self.know(know, tick),
            Command::Records(records) => self.records(records),
            Command::Story(asked) => self.stories(asked, tick),
            Command::Feedback(asked) => self.feedback(asked),
            Command::Close(close) => self.close(close, tick),
            Command::Practise(practise) => self.practise(practise, tick),
            Command::Unknown { typed, nearest } => self.unknown(&typed, nearest),
            Command::Needs(usage) => self.said = Some(words::needs(usage)),
            Command::NotNow(why) => self.said = Some(words::not_now(why)),
            Command::TypeOut(name) => self.type_out(name, tick),
        }
    }

    /// Puts a command to the conversation and says what came of it.
    pub(super) fn put(&mut self, command: &talk::Command, tick: Tick) {
        if *command == talk::Command::Undo && self.is_only_begun() {
            self.said = Some(words::refusal(&talk::Refusal::NothingToUndo).into_owned());
            return;
        }
        let talk = self.desk.talk();
        let turned = match command {
            talk::Command::Undo => talk.and_then(|talk| talk.last_done().cloned()),
            talk::Command::Redo => talk.and_then(|talk| talk.last_undone().cloned()),
            _ => None,
        };
        match self.desk.say(command, tick) {
            Ok(events) => {
                if let Some(said) = words::done(command, &events, turned) {
                    self.said = Some(said);
                }
                self.after(command, &events);
                if matches!(command, talk::Command::Keep { .. }) && names_somebody(&events) {
                    self.named_by_line(tick);
                }
                if self.screen == Screen::Debrief {
                    self.after_in_debrief(command, tick);
                }
                if let Some(listing) = Self::connects(command) {
                    self.connected(&listing, tick);
                }
            }
            Err(refusal) => self.said = Some(words::refusal(&refusal).into_owned()),
        }
    }

    /// What else follows: the quiet line after a worry, the choice that is no longer there.
    fn after(&mut self, command: &talk::Command, events: &[Event]) {
        let Some(talk) = self.desk.talk() else { return };
        if let Some(chosen) = self.note
            && talk.note(chosen).is_none()
        {
            self.note = None;
        }
        let kept = matches!(command, talk::Command::Keep { .. });
        let worry = words::changed_notes(events).any(|(before, after)| {
            after.mark == Some(Mark::Worry)
                && before.is_none_or(|note| note.mark != Some(Mark::Worry))
        });
        if worry
            && self.screen == Screen::Talk
            && self.desk.prefs.hints
            && self.hinted.as_ref() != Some(&talk.id)
        {
            self.hinted = Some(talk.id.clone());
            self.quiet = Some(Quiet::Worry);
        } else if kept && !events.is_empty() {
            self.quiet = None;
        }
    }

    fn back(&mut self, tick: Tick) {
        if self.quiet.is_some() {
            self.quiet = None;
        } else if self
            .desk
            .talk()
            .is_some_and(|talk| talk.line.writing.editing.is_some())
        {
            self.keep(tick);
        } else if !self.line_is_empty() {
            self.said = Some(words::STILL_HERE.to_owned());
        } else if self.screen == Screen::ReadBack {
            self.show(Screen::Talk);
        } else {
            self.note = None;
        }
    }

    fn space(&mut self, tick: Tick) {
        if self.screen == Screen::ReadBack && self.line_is_empty() {
            self.choose_in_or_out(None, tick);
        } else {
            self.type_in(" ", tick);
        }
    }

    fn last_or_chosen(&self) -> Option<NoteId> {
        self.note
            .or_else(|| Some(self.desk.talk()?.notes.last()?.id))
    }

    pub(super) fn open(&mut self, kind: SheetKind) {
        self.open_with(kind, "");
    }

    pub(super) fn open_with(&mut self, kind: SheetKind, filter: &str) {
        self.sheet = Some(Sheet::new(kind, filter));
    }

    fn guide_pane(&mut self) {
        if self.size.0 >= 76 && self.size.1 >= 16 {
            self.guide_shown = !self.guide_shown;
        } else {
            self.open(SheetKind::Topics);
        }
    }

    fn ask_aloud(&mut self) {
        let topic = self.desk.talk().and_then(|talk| talk.current_topic());
        self.said = topic.map(words::you_could_ask);
    }

    fn say_all_kept(&mut self) {
        let last = self.desk.talk().map(|talk| talk.last);
        self.said = Some(words::all_kept(last, &self.trouble));
    }

    /// From a conversation to Home, with the draft kept; from Home, out.
    pub(super) fn leave(&mut self, tick: Tick) {
        self.saved = None;
        if self.is_at_front() {
            let loses = self.trouble.is_some() && self.kept_meanwhile.is_none();
            if loses && !std::mem::replace(&mut self.leaving, true) {
                self.said = Some(words::LEAVING_LOSES.to_owned());
                return;
            }
            self.desk.put_down(tick);
            let out = self.way_out();
            self.desk.ask(out);
            return;
        }
        let blank = self.desk.talk().is_none_or(|talk| talk.is_blank());
        self.desk.put_down(tick);
        self.show(self.front());
        self.row = if blank { 0 } else { home::first_draft(self) };
        let left = match self.practice {
            Some(_) => words::practice::LEFT_FOR_LATER,
            None => words::LEFT_FOR_LATER,
        };
        self.said = (!blank).then(|| left.to_owned());
    }

    fn prefer(&mut self, preference: Preference, tick: Tick) {
        if matches!(preference, Preference::LockAfter(_)) && self.seal == Seal::Off {
            self.said = Some(words::SEALING_IS_OFF.to_owned());
            return;
        }
        let prefs = &mut self.desk.prefs;
        match &preference {
            Preference::Name(name) => prefs.name = Some(name.clone()),
            Preference::Hints(on) => prefs.hints = *on,
            Preference::Clock(on) => prefs.clock = *on,
            Preference::Spacing(on) => prefs.spacing = *on,
            Preference::Words(on) => prefs.words = *on,
            Preference::Width(columns) => prefs.width = *columns,
            Preference::LockAfter(minutes) => prefs.lock_after = *minutes,
        }
        if let Preference::Name(name) = &preference
            && !self.is_at_front()
        {
            self.put(
                &talk::Command::About(talk::About::By(Some(name.clone()))),
                tick,
            );
        }
        self.said = Some(words::preferred(&preference));
        self.desk.ask(Effect::Remember(preference));
    }
}

/// Whether it says who this is with, which nobody had said.
fn names_somebody(events: &[Event]) -> bool {
    let names = |change: &Change| matches!(change, Change::Facts { from, to } if from.person.is_none() && to.person.is_some());
    let changes =
        |event: &Event| matches!(event, Event::Did { changes, .. } if changes.iter().any(names));
    events.iter().any(changes)
}
