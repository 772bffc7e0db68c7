//! Keys while a list is open, and what is chosen where none is.

use chrono::Days;

use super::{
    App, Key, Pick, Screen, Sheet, SheetKind, home, lists, read_back,
    sheet::{SheetRow, Stage, When},
    table,
};
use crate::{
    conversation::{self as talk, Note, NoteId},
    desk::{Command, Draft, Records, Tick, Toward},
    line, practice, words,
};

/// How many rows past the last note a page is: less than the smallest screen shows, so that none is passed over.
const MOST_ROWS_AT_ONCE: usize = 3;

impl App {
    /// A key while a sheet is open. The sheet has the keyboard; the line keeps its words. Rows are looked up only for
    /// a key that is about one: there may be thousands of records to look through.
    pub(super) fn key_in_sheet(&mut self, key: Key, tick: Tick) {
        let Some(sheet) = self.sheet.clone() else {
            return;
        };
        if sheet.kind == SheetKind::Safe && self.key_under_safe(key, tick) {
            return;
        }
        if self.key_in_story(&sheet, key, tick) || self.key_in_feedback(&sheet, key) {
            return;
        }
        match key {
            Key::Esc if self.question_before(&sheet) => {}
            Key::Esc => self.close_sheet(),
            Key::Tab if sheet.kind == SheetKind::Record => self.turn_record(),
            Key::Left | Key::Right if matches!(sheet.kind, SheetKind::Adding(..)) => {}
            Key::Enter => self.take(&sheet, &sheet.rows(self), tick),
            Key::Char(c) if sheet.takes_number() && c.is_ascii_digit() => {
                self.press_number(c, &sheet.rows(self), tick)
            }
            Key::Up | Key::Down | Key::Left | Key::Right if self.turn_day(&sheet, key) => {}
            Key::Up => self.step_in_sheet(&sheet.rows(self), -1),
            Key::Down | Key::Tab => self.step_in_sheet(&sheet.rows(self), 1),
            Key::PageUp => self.step_in_sheet(&sheet.rows(self), -(self.page() as isize)),
            Key::PageDown => self.step_in_sheet(&sheet.rows(self), self.page() as isize),
            Key::Right => {
                let rows = sheet.rows(self);
                if !self.more_about(&sheet, &rows, tick) {
                    self.take(&sheet, &rows, tick);
                }
            }
            Key::Backspace if self.line_before(&sheet) => {}
            Key::Backspace => self.narrow(&sheet, |filter| _ = filter.pop(), tick),
            Key::Ctrl('u') => self.narrow(&sheet, String::clear, tick),
            Key::Char(c) if sheet.narrows() => self.narrow(&sheet, |filter| filter.push(c), tick),
            // No choice of this list: letters always type.
            Key::Char(c) => {
                self.sheet = None;
                self.type_in(&c.to_string(), tick);
            }
            Key::Ctrl('q' | 'l' | 'p' | 'r') | Key::F(_) => {
                self.close_sheet();
                if let Some(command) = table::command_for(key, |place| self.counts(place)) {
                    self.obey(command, tick);
                }
            }
            _ => {}
        }
    }

    /// Under the safe sheet the line is live: what types goes to the line. True when it did.
    fn key_under_safe(&mut self, key: Key, tick: Tick) -> bool {
        if matches!(
            key,
            Key::Esc | Key::Up | Key::Down | Key::PageUp | Key::PageDown
        ) {
            return false;
        }
        match table::command_for(key, |place| self.counts(place)) {
            Some(Command::Safe) => self.sheet = None,
            Some(command) => self.obey(command, tick),
            None => match key {
                Key::Char(c) => self.type_in(&c.to_string(), tick),
                _ => return false,
            },
        }
        true
    }

    fn step_in_sheet(&mut self, rows: &[SheetRow], by: isize) {
        self.choosing = true;
        let Some(sheet) = &mut self.sheet else { return };
        let reading = sheet.is_safe_or_read() || sheet.kind == SheetKind::Help;
        let last = rows.len().saturating_sub(1);
        let here = if reading {
            Some(sheet.chosen)
        } else {
            sheet.choice(rows)
        };
        let mut at = here.map_or(0, |here| here.min(last).saturating_add_signed(by).min(last));
        if !reading {
            let way = if by < 0 { -1 } else { 1 };
            while rows.get(at).is_some_and(|row| row.pick.is_none()) {
                match at.checked_add_signed(way).filter(|next| *next <= last) {
                    Some(next) => at = next,
                    None => return,
                }
            }
        }
        sheet.chosen = at;
    }

    /// Letters typed into a list are not notes, but they were typed: the journal has them. The words of a story or of an
    /// answer are no part of any conversation, and are kept with it.
    pub(super) fn narrow(&mut self, sheet: &Sheet, change: impl FnOnce(&mut String), tick: Tick) {
        let mut narrowed = sheet.clone();
        change(&mut narrowed.filter);
        narrowed.chosen = 0;
        let is_told = match &sheet.kind {
            SheetKind::Story(sheet) => sheet.takes_answer(),
            SheetKind::Feedback(sheet) => sheet.takes_answer(),
            _ => false,
        };
        if is_told {
            narrowed = narrowed.changed_from(sheet);
        }
        if self.desk.talk().is_some() && !is_told {
            self.put(&talk::Command::Sought(narrowed.filter.clone()), tick);
        }
        if let SheetKind::When(when) = &mut narrowed.kind
            && let Stage::Day(_) = when.stage
            && let Some(day) = line::read_day(&narrowed.filter, tick.now.date_naive()).due()
        {
            when.stage = Stage::Day(day);
        }
        self.sheet = Some(narrowed);
    }

    fn press_number(&mut self, c: char, rows: &[SheetRow], tick: Tick) {
        let Some(number) = c.to_digit(10) else { return };
        let choices = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.pick.is_some());
        let Some((at, _)) = (number as usize)
            .checked_sub(1)
            .and_then(|nth| choices.clone().nth(nth))
        else {
            return;
        };
        if let Some(sheet) = &mut self.sheet {
            sheet.chosen = at;
            let sheet = sheet.clone();
            self.take(&sheet, rows, tick);
        }
    }

    /// Takes the chosen row: does its command, or goes on to what it leads to.
    fn take(&mut self, sheet: &Sheet, rows: &[SheetRow], tick: Tick) {
        if self.typed_in_answer(sheet, tick) {
            return;
        }
        let Some(pick) = sheet.choice(rows).and_then(|at| rows[at].pick.clone()) else {
            return self.take_nothing(sheet, tick);
        };
        match pick {
            Pick::Then(stage) => {
                if let SheetKind::When(when) = &sheet.kind {
                    self.sheet = Some(Sheet::new(
                        SheetKind::When(When {
                            stage,
                            ..when.clone()
                        }),
                        "",
                    ));
                }
            }
            Pick::Do(command) => {
                self.sheet = None;
                self.obey(command, tick);
            }
        }
    }

    /// Nothing answers to the letters: they go to the line, if it is free, so that they are not lost.
    fn take_nothing(&mut self, sheet: &Sheet, tick: Tick) {
        if let SheetKind::Adding(_, question) = &sheet.kind
            && sheet.filter.trim().is_empty()
        {
            self.said = words::adding::wanted(question).map(str::to_owned);
        }
        // An answer is no note, and no more is a name that is looked for: it stays where it is until it can be told.
        if matches!(
            sheet.kind,
            SheetKind::FollowUp(..)
                | SheetKind::Adding(..)
                | SheetKind::Records
                | SheetKind::Close(_)
                | SheetKind::Story(_)
                | SheetKind::Feedback(_)
        ) {
            return;
        }
        if sheet.kind == SheetKind::Record {
            return self.obey(Command::Records(Records::Add), tick);
        }
        if sheet.is_safe_or_read() || sheet.kind == SheetKind::Where {
            self.sheet = None;
        } else if !sheet.filter.is_empty() && self.line_is_empty() && sheet.kind != SheetKind::Help
        {
            self.sheet = None;
            self.type_in(&sheet.filter, tick);
            self.said = Some(words::WORDS_ON_THE_LINE.to_owned());
        }
    }

    /// In the when sheet, left and right turn a day and up and down a week. True when the key was for that.
    fn turn_day(&mut self, sheet: &Sheet, key: Key) -> bool {
        let SheetKind::When(when) = &sheet.kind else {
            return false;
        };
        let Stage::Day(day) = when.stage else {
            return false;
        };
        let turned = match key {
            Key::Left => day.checked_sub_days(Days::new(1)),
            Key::Right => day.checked_add_days(Days::new(1)),
            Key::Up => day.checked_sub_days(Days::new(7)),
            Key::Down => day.checked_add_days(Days::new(7)),
            _ => None,
        };
        if let Some(day) = turned {
            let kind = SheetKind::When(When {
                stage: Stage::Day(day),
                ..when.clone()
            });
            self.sheet = Some(Sheet::new(kind, ""));
        }
        true
    }

    /// A key while a slash on the line shows the list of commands. True when it chose or ran a row.
    pub(super) fn key_in_slash_list(&mut self, key: Key, tick: Tick) -> bool {
        let count = lists::commands(self, self.slash_filter()).len();
        match key {
            Key::Down => {
                self.slash_row = Some(
                    self.slash_row
                        .map_or(0, |row| row + 1)
                        .min(count.saturating_sub(1)),
                )
            }
            Key::Up => self.slash_row = self.slash_row.and_then(|row| row.checked_sub(1)),
            Key::Enter if self.slash_row.is_some() => {
                let rows = lists::commands(self, self.slash_filter());
                let row = self.slash_row.take().and_then(|row| rows.get(row).cloned());
                self.desk.asked(tick);
                if let Some(Pick::Do(command)) = row.and_then(|row| row.pick) {
                    self.obey(command, tick);
                }
            }
            _ => return false,
        }
        true
    }

    /// Chooses in a direction, or moves in the line.
    pub(super) fn toward(&mut self, toward: Toward, tick: Tick) {
        let typing = !self.line_is_empty();
        let page = self.page() as isize;
        match toward {
            Toward::Left if self.screen == Screen::ReadBack && !typing => {
                self.turn_detail(false, tick)
            }
            Toward::Right if self.screen == Screen::ReadBack && !typing => {
                self.turn_detail(true, tick)
            }
            Toward::Left => self.move_cursor(talk::Motion::Left, tick),
            Toward::Right => self.right(tick),
            Toward::Start => self.move_cursor(talk::Motion::Start, tick),
            Toward::End => self.move_cursor(talk::Motion::End, tick),
            Toward::Up => self.choose_by(-1),
            Toward::Down => self.choose_by(1),
            Toward::PageUp => self.choose_by(-page),
            Toward::PageDown => self.choose_by(page),
        }
    }

    fn move_cursor(&mut self, motion: talk::Motion, tick: Tick) {
        if self.desk.talk().is_some() {
            self.put(&talk::Command::Cursor(motion), tick);
        }
    }

    /// Right, or at the end of the line the suggestion under it.
    fn right(&mut self, tick: Tick) {
        let at_end = self
            .desk
            .talk()
            .is_some_and(|talk| talk.line.cursor == talk.line.text.len());
        match super::under::suggestion(self).filter(|_| at_end) {
            Some(listing) => {
                let command = lists::connects(listing);
                self.put(&command, tick);
            }
            None => self.move_cursor(talk::Motion::Right, tick),
        }
    }

    fn turn_detail(&mut self, more: bool, tick: Tick) {
        let Some(talk) = self.desk.talk() else { return };
        let detail = if more {
            talk.detail().more()
        } else {
            talk.detail().less()
        };
        self.put(&talk::Command::Detail(detail), tick);
    }

    fn choose_by(&mut self, by: isize) {
        self.choosing = true;
        match self.screen {
            Screen::Home => {
                let last = home::rows(self).len().saturating_sub(1);
                self.row = self.row.saturating_add_signed(by).min(last);
                self.look_at_drafts_near();
            }
            Screen::Cards | Screen::Evidence => {}
            Screen::Talk | Screen::Watch | Screen::Debrief | Screen::Alone => {
                let Some(talk) = self.shown() else { return };
                let shown = |note: &&Note| !practice::alone::is_how_they_sound(note);
                let ids: Vec<NoteId> = talk
                    .notes
                    .iter()
                    .filter(shown)
                    .map(|note| note.id)
                    .collect();
                self.note = step_in(&ids, self.note, by);
            }
            Screen::ReadBack => self.choose_in_read_back(by),
        }
    }

    /// Past the last note is what was agreed. It may be longer than the screen; the first step back is to the note.
    fn choose_in_read_back(&mut self, by: isize) {
        let ids = read_back::order(self);
        let Some(last) = ids.len().checked_sub(1) else {
            return;
        };
        let chosen = read_back::chosen(self);
        let here = ids.iter().position(|id| Some(*id) == chosen);
        let here = here.unwrap_or_default();
        if by > 0 && here == last {
            let rows = by.unsigned_abs().min(MOST_ROWS_AT_ONCE);
            self.past_last = self.past_last.saturating_add(rows);
        } else if std::mem::take(&mut self.past_last) == 0 {
            self.note = ids.get(here.saturating_add_signed(by).min(last)).copied();
        }
    }

    fn look_at_drafts_near(&mut self) {
        let chosen = home::rows(self).get(self.row).cloned();
        if let Some(home::Row::Draft(at)) = chosen
            && self.desk.drafts.get(at).is_some_and(Draft::is_unread)
        {
            self.look_at_drafts();
        }
    }

    /// Home starts on the first row, or on a conversation that was cut off or just left.
    pub(super) fn choose_first_row(&mut self) {
        if self.screen == Screen::Home && self.row == 0 && self.saved.is_none() {
            let cut_off = self
                .desk
                .drafts
                .first()
                .is_some_and(|draft| draft.glance.is_some() && draft.was_cut_off());
            if cut_off {
                self.row = home::first_draft(self);
            }
        }
    }
}

/// The id `by` places from the chosen one. From none, up is the last; past the last is none again.
fn step_in(ids: &[NoteId], chosen: Option<NoteId>, by: isize) -> Option<NoteId> {
    let here = chosen
        .and_then(|id| ids.iter().position(|one| *one == id))
        .unwrap_or(ids.len());
    let there = here.saturating_add_signed(by);
    ids.get(there).copied()
}
