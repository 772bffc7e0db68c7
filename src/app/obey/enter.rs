//! Enter: what was offered, a typed command, a note to keep, or what is chosen.

use crate::{
    app::{
        App, Screen, Sheet, SheetKind, home,
        table::{self, Place},
    },
    conversation::{self as talk, Refusal},
    desk::{Close, Command, Count, Effect, Evidence, Follow, Practise, Tick},
    line::Reading,
    words,
};

impl App {
    /// Enter: run what was offered, run a typed command, keep the words, or open what is chosen.
    pub(super) fn enter(&mut self, tick: Tick) {
        if let Some(command) = self.offered.take() {
            if !self.line_is_empty() {
                self.desk.asked(tick);
            }
            return self.obey(command, tick);
        }
        let is_command = self
            .desk
            .talk()
            .is_some_and(|talk| matches!(talk.reading(), Reading::Command { .. }));
        if self.practice.is_some() && !is_command && self.enter_in_practice(tick) {
            return;
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
        if !self.choose_look_again(tick) {
            self.keep(tick);
        }
    }

    pub(super) fn keep(&mut self, tick: Tick) {
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
            if self.is_at_front() {
                let said = self.said.take();
                let quiet = self.quiet;
                self.show(Screen::Talk);
                (self.said, self.quiet) = (said, quiet);
            }
            self.kept_in_practice(tick);
        }
        if let Some(tip) = alone.filter(|tip| !self.tips.contains(tip)) {
            self.tips.push(tip);
            self.said = Some(tip.to_owned());
        }
    }

    /// Does a typed command. Words that are not one, or that do not count here, stay on the line.
    pub(super) fn typed(&mut self, name: &str, rest: &str, tick: Tick) {
        let command = table::typed(name, rest);
        match &command {
            Command::Unknown { .. } | Command::Needs(_) => return self.obey(command, tick),
            _ => self.said = self.counts_only(name, rest, &command),
        }
        if self.said.is_none() {
            self.desk.asked(tick);
            self.slash_row = None;
            self.run_typed(command, tick);
        }
    }

    /// Does a command that was typed where an answer is. True when it was one, or was said not to be: then what was
    /// answered so far is put by, or still there.
    pub(in crate::app) fn typed_in_answer(&mut self, sheet: &Sheet, tick: Tick) -> bool {
        let Some((name, rest)) = sheet.typed_command() else {
            return false;
        };
        let command = table::typed(name, rest);
        match &command {
            Command::Unknown { typed, nearest } => {
                self.said = Some(words::adding::no_command(typed, *nearest));
            }
            Command::Needs(usage) => self.said = Some(words::needs(usage)),
            command => self.said = self.counts_only(name, rest, command),
        }
        if self.said.is_none() {
            self.sheet = Some(Sheet::new(sheet.kind.clone(), ""));
            self.close_sheet();
            self.run_typed(command, tick);
        }
        true
    }

    /// Where a typed command counts, when that is not here.
    fn counts_only(&self, name: &str, rest: &str, command: &Command) -> Option<String> {
        let place = table::entry(name, rest)?.place;
        let over_charts = self.screen == Screen::Evidence;
        let is_off_talk = self.is_at_front() || (over_charts && !self.is_over_a_talk());
        let turns = |command| {
            matches!(
                command,
                &Command::Talk(talk::Command::NextTopic | talk::Command::PreviousTopic)
            )
        };
        let turns_charts = over_charts && turns(command);
        let is_elsewhere = place != Place::Anywhere
            && !self.counts(place)
            && (is_off_talk || place.is_of_practice() || place == Place::Evidence);
        // A chart that is named is opened from anywhere, as `/evidence` opens it.
        let names_chart = matches!(
            command,
            Command::Evidence(Evidence::Number(_) | Evidence::Chart(_))
        );
        (is_elsewhere && !self.begins(command) && !turns_charts && !names_chart)
            .then(|| words::counts_only(place.name()))
    }

    /// Whether a command begins a conversation where there is none.
    fn begins(&self, command: &Command) -> bool {
        match command {
            Command::About(about) => !self.is_of_finished(about),
            // A list of routes is of a talk that there is.
            Command::Count(count) => !matches!(count, Count::Route(_)),
            _ => false,
        }
    }

    fn run_typed(&mut self, command: Command, tick: Tick) {
        let begins = self.begins(&command);
        self.obey(command, tick);
        if begins && self.is_at_front() {
            let said = self.said.take();
            self.show(Screen::Talk);
            self.said = said;
        }
    }

    pub(super) fn unknown(&mut self, typed: &str, nearest: Option<&'static str>) {
        self.said = Some(words::no_command(typed, nearest));
        self.offered = nearest.map(|name| table::typed(name, ""));
    }

    /// Puts a command that needs words after it on the line, ready for them.
    pub(super) fn type_out(&mut self, name: &str, tick: Tick) {
        if self.line_is_empty() {
            self.type_in(&format!("/{name} "), tick);
        } else {
            self.said = Some(words::refusal(&Refusal::LineInUse).into_owned());
        }
    }

    pub(super) fn enter_on_choice(&mut self, tick: Tick) {
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
            Screen::Talk => self.read_back_if_it_has_its_lines(),
            Screen::Cards | Screen::Watch | Screen::Debrief | Screen::Alone | Screen::Evidence => {}
            Screen::ReadBack => {
                if !self.skip_look_again() {
                    self.about_note(SheetKind::NoteMenu);
                }
            }
        }
    }

    fn open_row(&mut self, tick: Tick) {
        match home::rows(self).get(self.row).cloned() {
            Some(home::Row::Begin(guide)) => {
                self.desk.begin(&guide, tick);
                self.show(Screen::Talk);
            }
            Some(home::Row::Practice) => self.obey(Command::Practise(Practise::Go), tick),
            Some(home::Row::Draft(at)) => {
                let draft = self.desk.drafts.get(at).map(|draft| draft.id.clone());
                if let Some(id) = draft {
                    self.desk.put_down(tick);
                    self.desk.ask(Effect::Open(id));
                }
            }
            Some(home::Row::Due(place)) => {
                let choose = Follow::Choose(place);
                self.desk.put_down(tick);
                self.follow(choose, tick);
            }
            Some(home::Row::MoreDue(_)) => self.follow(Follow::Due, tick),
            Some(home::Row::Close(root)) => {
                self.desk.put_down(tick);
                self.close(Close::Choose(root), tick);
            }
            Some(home::Row::MoreClose(_)) => self.close(Close::Board, tick),
            None => {}
        }
    }
}
