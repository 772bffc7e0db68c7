//! Commands into changes of the desk and the screen.

mod notes;

use super::{
    App, Screen, Sheet, SheetKind, home, read_back,
    table::{self, Place},
};
use crate::{
    conversation::{self as talk, Choice, Ending, Event, NoteId, Refusal},
    desk::{Command, Effect, Preference, Tick},
    line::{Mark, Reading, Who},
    record, words,
};

impl App {
    /// Whether an entry of the table counts on the screen that is showing.
    pub fn counts(&self, place: Place) -> bool {
        match place {
            Place::Anywhere => true,
            Place::Talk => self.screen != Screen::Home,
            Place::Listening => self.screen == Screen::Talk,
            Place::ReadBack => self.screen == Screen::ReadBack,
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
            Command::Mark(_)
            | Command::Marks
            | Command::Apart
            | Command::Change
            | Command::Split
            | Command::Join
            | Command::NoteUp
            | Command::NoteDown
            | Command::NoteMenu
                if empty =>
            {
                Some(words::NO_NOTE_SHORT)
            }
            _ => None,
        }
    }

    /// Does a command.
    pub fn obey(&mut self, command: Command, tick: Tick) {
        if !matches!(command, Command::Enter) {
            self.offered = None;
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
            Command::Find(rest) => self.open_with(SheetKind::Find, &rest),
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
            Command::Saved => {
                self.said = Some(words::all_kept(
                    self.desk.talk().map(|talk| talk.last),
                    &self.trouble,
                ))
            }
            Command::Copy => self.copy(),
            Command::CopyNote => self.copy_note(),
            Command::Leave => self.leave(tick),
            Command::Redraw => self.desk.ask(Effect::Redraw),
            Command::About(about) => self.put(&talk::Command::About(about), tick),
            Command::Prefer(preference) => self.prefer(preference, tick),
            Command::Connections => self.said = Some(words::HOW_TO_ADD_CONNECTIONS.to_owned()),
            Command::Where => self.said = Some(words::kept_in(&self.home_path)),
            Command::Unknown { typed, nearest } => self.unknown(&typed, nearest),
            Command::Needs(usage) => self.said = Some(words::needs(usage)),
            Command::NotNow(why) => self.said = Some(words::not_now(why)),
            Command::TypeOut(name) => self.type_out(name, tick),
        }
    }

    /// Puts a command to the conversation and says what came of it.
    pub(super) fn put(&mut self, command: &talk::Command, tick: Tick) {
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
            self.quiet = true;
        } else if kept && !events.is_empty() {
            self.quiet = false;
        }
    }

    /// Enter: run what was offered, run a typed command, keep the words, or open what is chosen.
    fn enter(&mut self, tick: Tick) {
        if let Some(command) = self.offered.take() {
            self.desk.asked(tick);
            return self.obey(command, tick);
        }
        let Some(talk) = self.desk.talk() else {
            return self.enter_on_choice(tick);
        };
        if talk.line.writing.editing.is_some() {
            return self.keep(tick);
        }
        if talk.line.text.trim().is_empty() {
            return self.enter_on_choice(tick);
        }
        if let Reading::Command { name, rest } = talk.reading() {
            let (name, rest) = (name.to_owned(), rest.to_owned());
            return self.typed(&name, &rest, tick);
        }
        if self.screen == Screen::Home
            && let Some(row) = home::numbered(self, talk.line.text.trim())
        {
            self.desk.asked(tick);
            self.row = row;
            return self.enter_on_choice(tick);
        }
        self.keep(tick);
    }

    fn keep(&mut self, tick: Tick) {
        let late = self.screen == Screen::ReadBack;
        let editing = self.desk.talk().and_then(|talk| talk.line.writing.editing);
        let notes = self.desk.talk().map_or(0, |talk| talk.notes.len());
        let alone = self.desk.talk().and_then(|talk| match talk.reading() {
            Reading::Mark(mark) => words::short_way(mark),
            _ => None,
        });
        self.put(
            &talk::Command::Keep {
                late,
                chosen: self.note,
            },
            tick,
        );
        let kept = self
            .desk
            .talk()
            .is_some_and(|talk| talk.notes.len() > notes);
        if kept && editing.is_none() && self.screen != Screen::ReadBack {
            self.note = None;
            if self.screen == Screen::Home {
                let said = self.said.take();
                let quiet = self.quiet;
                self.show(Screen::Talk);
                (self.said, self.quiet) = (said, quiet);
            }
        }
        if let Some(tip) = alone.filter(|tip| !self.tips.contains(tip)) {
            self.tips.push(tip);
            self.said = Some(tip.to_owned());
        }
    }

    /// Does a typed command. Words that are not one, or that do not count here, stay on the line.
    fn typed(&mut self, name: &str, rest: &str, tick: Tick) {
        let command = table::typed(name, rest);
        let place = table::entry(name, rest).map(|entry| entry.place);
        let begins = matches!(command, Command::About(_));
        match (&command, place) {
            (Command::Unknown { .. } | Command::Needs(_), _) => return self.obey(command, tick),
            (_, Some(place))
                if place != Place::Anywhere && self.screen == Screen::Home && !begins =>
            {
                self.said = Some(words::counts_only(place.name()));
                return;
            }
            _ => {}
        }
        self.desk.asked(tick);
        self.slash_row = None;
        self.obey(command, tick);
        if begins && self.screen == Screen::Home {
            let said = self.said.take();
            self.show(Screen::Talk);
            self.said = said;
        }
    }

    fn unknown(&mut self, typed: &str, nearest: Option<&'static str>) {
        self.said = Some(words::no_command(typed, nearest));
        self.offered = nearest.map(|name| table::typed(name, ""));
    }

    /// Puts a command that needs words after it on the line, ready for them.
    fn type_out(&mut self, name: &str, tick: Tick) {
        if self.line_is_empty() {
            self.type_in(&format!("/{name} "), tick);
        } else {
            self.said = Some(words::refusal(&Refusal::LineInUse).into_owned());
        }
    }

    fn enter_on_choice(&mut self, tick: Tick) {
        match self.screen {
            Screen::Home => self.open_row(tick),
            Screen::Talk if self.note.is_some() => {
                self.put(
                    &talk::Command::Change {
                        note: self.note,
                        split: false,
                    },
                    tick,
                );
            }
            Screen::Talk => {}
            Screen::ReadBack => self.about_note(SheetKind::NoteMenu),
        }
    }

    fn open_row(&mut self, tick: Tick) {
        match home::rows(self).get(self.row) {
            Some(home::Row::Begin(guide)) => {
                self.desk.begin(guide, tick);
                self.show(Screen::Talk);
            }
            Some(home::Row::OtherGuides) => self.open(SheetKind::Guides),
            Some(home::Row::Draft(at)) => {
                let draft = self.desk.drafts.get(*at).map(|draft| draft.id.clone());
                if let Some(id) = draft {
                    self.desk.put_down(tick);
                    self.desk.ask(Effect::Open(id));
                }
            }
            None => {}
        }
    }

    fn back(&mut self, tick: Tick) {
        if self.quiet {
            self.quiet = false;
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

    /// In, out, or the other of the two; and on to the next row.
    fn choose_in_or_out(&mut self, choice: Option<Choice>, tick: Tick) {
        let chosen = if self.screen == Screen::ReadBack {
            read_back::chosen(self)
        } else {
            self.last_or_chosen()
        };
        let Some(talk) = self.desk.talk() else { return };
        let Some(note) = chosen.and_then(|id| talk.note(id)) else {
            self.said = Some(words::refusal(&Refusal::NoNote).into_owned());
            return;
        };
        let other = if note.is_in(talk.detail()) {
            Choice::Out
        } else {
            Choice::In
        };
        let id = note.id;
        self.note = (self.screen == Screen::ReadBack)
            .then_some(id)
            .or(self.note);
        self.put(
            &talk::Command::Choose(Some(id), choice.unwrap_or(other)),
            tick,
        );
    }

    fn last_or_chosen(&self) -> Option<NoteId> {
        self.note
            .or_else(|| Some(self.desk.talk()?.notes.last()?.id))
    }

    pub(super) fn open(&mut self, kind: SheetKind) {
        self.open_with(kind, "");
    }

    fn open_with(&mut self, kind: SheetKind, filter: &str) {
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

    fn read_back(&mut self) {
        self.show(Screen::ReadBack);
        self.note = read_back::order(self).first().copied();
    }

    fn save(&mut self, tick: Tick) {
        if self.screen != Screen::ReadBack {
            self.read_back();
        }
        if self
            .desk
            .talk()
            .is_some_and(|talk| !talk.line.text.trim().is_empty())
        {
            self.keep(tick);
        }
        self.open(SheetKind::Save);
    }

    fn save_now(&mut self, copy: bool, tick: Tick) {
        if self
            .desk
            .talk()
            .is_some_and(|talk| talk.ending == Some(Ending::Finished))
        {
            return;
        }
        self.desk.save(copy, tick);
    }

    fn copy(&mut self) {
        if let Some(text) = self.desk.record_so_far() {
            self.desk.ask(Effect::Copy(text));
            self.said = Some(words::COPIED_SO_FAR.to_owned());
        }
    }

    fn copy_note(&mut self) {
        let talk = self.desk.talk();
        let note = self
            .note
            .and_then(|id| talk?.note(id))
            .map(|note| note.text.clone());
        if let Some(text) = note {
            self.desk.ask(Effect::Copy(text));
            self.said = Some(words::COPIED_NOTE.to_owned());
        }
    }

    /// From a conversation to Home, with the draft kept; from Home, out.
    fn leave(&mut self, tick: Tick) {
        self.saved = None;
        if self.screen == Screen::Home {
            self.desk.put_down(tick);
            self.desk.ask(Effect::Leave);
            return;
        }
        let blank = self.desk.talk().is_none_or(|talk| talk.is_blank());
        self.desk.put_down(tick);
        self.show(Screen::Home);
        self.row = if blank { 0 } else { home::first_draft(self) };
        self.said = (!blank).then(|| words::LEFT_FOR_LATER.to_owned());
    }

    fn prefer(&mut self, preference: Preference, tick: Tick) {
        let prefs = &mut self.desk.prefs;
        match &preference {
            Preference::Name(name) => prefs.name = Some(name.clone()),
            Preference::Hints(on) => prefs.hints = *on,
            Preference::Clock(on) => prefs.clock = *on,
            Preference::Spacing(on) => prefs.spacing = *on,
            Preference::Width(columns) => prefs.width = *columns,
        }
        if let Preference::Name(name) = &preference
            && self.screen != Screen::Home
        {
            self.put(
                &talk::Command::About(talk::About::By(Some(name.clone()))),
                tick,
            );
        }
        self.said = Some(words::preferred(&preference));
        self.desk.ask(Effect::Remember(preference));
    }

    /// Words of the record so far, for views.
    pub fn tally(&self) -> Option<record::Tally> {
        self.desk.talk().map(record::tally)
    }
}

fn who(name: &str) -> Who {
    match name.to_lowercase().as_str() {
        "me" | "i" | "you" => Who::You,
        _ => Who::Named(name.to_owned()),
    }
}
