//! Commands about a note: where it goes, what it is, when and who.

use crate::{
    app::{
        App, Pick, Screen, Sheet, SheetKind, lists, read_back,
        sheet::{Stage, When},
    },
    conversation::{self as talk, Due, NoteId, Refusal},
    desk::Tick,
    guide::GuideId,
    line::{self, Mark, Reading},
    words,
};

impl App {
    /// Opens a sheet about the chosen note, or in the conversation the last one.
    pub(super) fn about_note(&mut self, kind: fn(NoteId) -> SheetKind) {
        let note = if self.screen == Screen::ReadBack {
            read_back::chosen(self)
        } else {
            self.last_or_chosen()
        };
        match note {
            Some(id) => {
                self.note = Some(id);
                self.open(kind(id));
            }
            None => self.said = Some(words::refusal(&Refusal::NoNote).into_owned()),
        }
    }

    pub(super) fn topics(&mut self, name: &str, tick: Tick) {
        if name.is_empty() {
            return self.open(SheetKind::Topics);
        }
        match self.desk.talk().and_then(|talk| talk.topic_named(name)) {
            Some(topic) => self.put(&talk::Command::Topic(topic.topic), tick),
            None => self.said = Some(words::no_topic(name)),
        }
    }

    pub(super) fn heading(&mut self, name: &str, tick: Tick) {
        let Some(note) = read_back::chosen(self) else {
            self.said = Some(words::refusal(&Refusal::NoNote).into_owned());
            return;
        };
        self.note = Some(note);
        if name.is_empty() {
            return self.open(SheetKind::Headings(note));
        }
        let mut sheet = Sheet::new(SheetKind::Headings(note), name);
        sheet.filter = name.to_owned();
        let rows = sheet.rows(self);
        match sheet.choice(&rows).and_then(|at| rows[at].pick.clone()) {
            Some(Pick::Do(command)) => self.obey(command, tick),
            _ => self.said = Some(words::no_heading(name)),
        }
    }

    pub(in crate::app) fn guide(&mut self, guide: &GuideId, tick: Tick) {
        if self.screen == Screen::Home {
            self.desk.begin(guide, tick);
            return self.show(Screen::Talk);
        }
        if self.begins_beside(guide) {
            self.desk.begin(guide, tick);
            self.show(Screen::Talk);
            return self.said = Some(words::together::UPDATE_CALL_BEGAN.to_owned());
        }
        match self.desk.move_to(guide, tick) {
            Ok(()) => {
                self.show(Screen::Talk);
                self.nudge();
                self.said = self.desk.guide().map(|guide| words::moved_to(&guide.title));
            }
            Err(refusal) => self.said = Some(words::refusal(&refusal).into_owned()),
        }
    }

    /// Marks what is being typed; with nothing typed, the chosen note or the last.
    pub(super) fn mark(&mut self, mark: Mark, tick: Tick) {
        let typing = self
            .desk
            .talk()
            .is_some_and(|talk| matches!(talk.reading(), Reading::Note(_)));
        if typing {
            return self.put(&talk::Command::MarkLine(mark), tick);
        }
        let note = if self.screen == Screen::ReadBack {
            read_back::chosen(self)
        } else {
            self.note
        };
        self.put(&talk::Command::Mark(note, mark), tick);
    }

    /// The note a command about a step means: the chosen one, which may be no step, or else the last step.
    pub(super) fn step_meant(&self) -> Option<NoteId> {
        let talk = self.desk.talk()?;
        let chosen = if self.screen == Screen::ReadBack {
            read_back::chosen(self)
        } else {
            self.note
        };
        chosen.or_else(|| {
            let mut steps = talk.notes.iter().rev().filter(|note| note.step.is_some());
            steps.next().map(|note| note.id)
        })
    }

    /// `/date`: the sheet, or a day, `none`, or the number of a row of the sheet.
    pub(super) fn when(&mut self, rest: &str, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        let note = if talk.step_on_line().is_some() {
            None
        } else {
            self.step_meant()
        };
        if lists::step_in_hand(talk, note, tick.now).is_none() {
            let refusal = note.map_or(Refusal::NoStep, |_| Refusal::NotAStep);
            self.said = Some(words::refusal(&refusal).into_owned());
            return;
        }
        let sheet = Sheet::new(
            SheetKind::When(When {
                note,
                stage: Stage::List,
            }),
            "",
        );
        if rest.is_empty() {
            self.sheet = Some(sheet);
            return;
        }
        if rest == "none" {
            return self.put(&talk::Command::Due(note, Due::NoDate), tick);
        }
        let rows = lists::rows(self, &sheet);
        let numbered = rest
            .parse::<usize>()
            .ok()
            .and_then(|number| rows.get(number.checked_sub(1)?)?.pick.clone());
        if let Some(Pick::Do(command)) = numbered {
            return self.obey(command, tick);
        }
        match line::read_day(rest, tick.now.date_naive()).due() {
            Some(day) => self.put(&talk::Command::Due(note, Due::On(day)), tick),
            None => self.said = Some(words::not_a_day(rest)),
        }
    }
}
