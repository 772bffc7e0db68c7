//! Finished records: the list of them, reading one, and adding to it.
//!
//! What is typed in answer is kept until it is in the record: a refusal asks again with the words still there, and so
//! does choosing the same again after Esc.

use super::{App, Seal, Sheet, SheetKind};
use crate::{
    conversation::ConversationId,
    desk::{Adding, Effect, Index, Question, Records, Tick},
    record::{AddRefusal, Addition, addition::model::times},
    words::adding as words,
};

/// A finished record that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub id: ConversationId,
    /// Its file.
    pub markdown: String,
    /// It is read as it was finished, without what was put right since.
    pub as_finished: bool,
}

/// Where somebody was in adding to a record when they went away from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    id: ConversationId,
    question: Question,
    typed: String,
}

impl App {
    /// Does what is asked about finished records.
    pub(super) fn records(&mut self, records: Records) {
        match records {
            Records::List(typed) => self.list_records(&typed),
            Records::Add => match &self.shown_record {
                Some(shown) => self.ask_for_record(shown.id.clone(), true),
                None => self.list_records(""),
            },
            Records::Menu(id) => self.ask_for_record(id, true),
            Records::Read(id) => self.ask_for_record(id, false),
            Records::Turn => self.turn_record(),
            Records::Ask(id, question) => self.ask_of_record(id, question),
            Records::Answer(id, question, typed) => self.answer_of_record(id, question, &typed),
        }
    }

    fn list_records(&mut self, typed: &str) {
        self.ask_for_index();
        if self.desk.index == Index::Sealed && self.seal == Seal::Locked {
            self.said = Some(words::SEALED.to_owned());
            return;
        }
        // One that is not read yet, or whose key was only just opened, fills in once it is.
        self.sheet = Some(Sheet::new(SheetKind::Records, typed));
    }

    fn ask_for_record(&mut self, id: ConversationId, for_menu: bool) {
        self.record_for_menu = for_menu;
        self.desk.ask(Effect::ReadRecord(id));
    }

    /// A record was read.
    pub(super) fn record_read(&mut self, id: ConversationId, markdown: String) {
        if self.locked.is_some() {
            return;
        }
        self.shown_record = Some(Shown {
            id: id.clone(),
            markdown,
            as_finished: false,
        });
        self.open(match self.record_for_menu {
            true => SheetKind::RecordMenu(id),
            false => SheetKind::Record,
        });
    }

    /// The record being read as it was finished, or as it was put right.
    pub(super) fn turn_record(&mut self) {
        let Some(shown) = &mut self.shown_record else {
            self.said = Some(words::NONE_READ.to_owned());
            return;
        };
        shown.as_finished = !shown.as_finished;
        self.open(SheetKind::Record);
    }

    /// The record that was read last, if it is this one.
    fn read_last(&self, id: &ConversationId) -> Option<&Shown> {
        self.shown_record.as_ref().filter(|shown| shown.id == *id)
    }

    /// How often words stand in the letter of a record.
    pub fn times_in_record(&self, id: &ConversationId, words: &str) -> usize {
        let shown = self.read_last(id);
        shown.map_or(0, |shown| times(&shown.markdown, words))
    }

    /// Asks, with what was typed the last time it was asked, if that never came to anything.
    fn ask_of_record(&mut self, id: ConversationId, question: Question) {
        let same = |left: &mut Left| left.id == id && left.question.is_of_one_kind_with(&question);
        let (question, typed) = match self.left_answer.take_if(same) {
            Some(left) => (left.question, left.typed),
            None => (question, String::new()),
        };
        self.sheet = Some(Sheet::new(SheetKind::Adding(id, question), &typed));
    }

    /// Closes the open list. An answer about a record that was begun in it is kept.
    pub(super) fn close_sheet(&mut self) {
        let Some(sheet) = self.sheet.take() else {
            return;
        };
        if matches!(sheet.kind, SheetKind::Known(_)) {
            return self.ask_about_next();
        }
        let SheetKind::Adding(id, question) = sheet.kind else {
            return;
        };
        if question.holds_words() || !sheet.filter.trim().is_empty() {
            self.left_answer = Some(Left {
                id,
                question,
                typed: sheet.filter,
            });
            self.said = Some(words::KEPT_WORDS.to_owned());
        }
    }

    fn answer_of_record(&mut self, id: ConversationId, question: Question, typed: &str) {
        let answer = typed.trim().to_owned();
        let again = |app: &mut Self, question, why: AddRefusal| {
            app.sheet = Some(Sheet::new(SheetKind::Adding(id.clone(), question), typed));
            app.said = Some(words::refusal(&why));
        };
        let addition = match question {
            Question::Statement(lines) => {
                return self.next_line(id, lines, typed);
            }
            _ if answer.is_empty() => {
                self.said = Some(words::AS_IT_WAS.to_owned());
                return;
            }
            Question::Wrong if self.times_in_record(&id, &answer) == 0 => {
                return again(self, question, AddRefusal::NotThere(answer));
            }
            Question::Right(old) if old == answer => {
                return again(self, Question::Right(old), AddRefusal::SameWords);
            }
            Question::Wrong => return self.ask_next(id, Question::Right(answer)),
            Question::Right(old) => return self.ask_next(id, Question::Because(old, answer)),
            Question::Because(old, new) => Addition::Correction {
                old,
                new,
                why: answer,
            },
            Question::Heard => Addition::HeardLater(answer),
            Question::Void => Addition::Void { why: answer },
            Question::Again => Addition::StandsAgain { why: answer },
        };
        self.add_to_record(id, addition);
    }

    /// A line of what the person says. An empty one, or a full stop alone, ends it.
    fn next_line(&mut self, id: ConversationId, mut lines: Vec<String>, typed: &str) {
        if !matches!(typed.trim(), "" | ".") {
            lines.push(typed.trim_end().to_owned());
            return self.ask_next(id, Question::Statement(lines));
        }
        if lines.iter().all(|line| line.trim().is_empty()) {
            self.said = Some(words::AS_IT_WAS.to_owned());
            return;
        }
        self.add_to_record(id, Addition::Statement(lines.join("\n")));
    }

    fn ask_next(&mut self, id: ConversationId, question: Question) {
        self.open(SheetKind::Adding(id, question));
    }

    fn add_to_record(&mut self, id: ConversationId, addition: Addition) {
        self.desk.ask(Effect::Add(Box::new(Adding {
            id,
            addition,
            by: self.desk.prefs.name.clone(),
            at: self.now,
        })));
    }

    /// Something was added: the record is read with it.
    pub(super) fn added(&mut self, adding: &Adding, markdown: String) {
        self.record_for_menu = false;
        self.record_read(adding.id.clone(), markdown);
        let said_added = words::added(&adding.addition);
        let tells = match adding.addition {
            Addition::Void { .. } if self.leave_with(&adding.id) => {
                crate::words::close::VOID_LEAVES
            }
            _ => said_added,
        };
        self.said = Some(tells.to_owned());
        self.ask_for_index();
    }

    /// Something could not be added: it is asked again, with the words still there.
    pub(super) fn not_added(&mut self, adding: &Adding, why: String) {
        let (question, typed) = Question::before(&adding.addition);
        let kind = SheetKind::Adding(adding.id.clone(), question);
        self.sheet = Some(Sheet::new(kind, &typed));
        self.said = Some(why);
    }

    /// A paste while something is asked about a record is part of the answer. True when it was.
    pub(super) fn paste_answer(&mut self, pasted: &str, tick: Tick) -> bool {
        let Some(sheet) = self.sheet.clone() else {
            return false;
        };
        let SheetKind::Adding(id, question) = &sheet.kind else {
            return false;
        };
        let whole = format!("{}{}", sheet.filter, pasted.replace("\r\n", "\n"));
        let whole = whole.replace('\r', "\n");
        let mut lines: Vec<String> = whole.split('\n').map(str::to_owned).collect();
        let last = lines.pop().unwrap_or_default();
        match question {
            Question::Statement(before) => {
                let kept = before.iter().cloned().chain(lines).collect();
                let kind = SheetKind::Adding(id.clone(), Question::Statement(kept));
                self.narrow(&Sheet::new(kind, ""), |filter| filter.push_str(&last), tick);
            }
            _ => {
                lines.push(last);
                let line = lines.join(" ");
                self.narrow(&sheet, |filter| *filter = line, tick);
            }
        }
        true
    }

    /// Backspace before the first letter of a line of a statement goes back to the line before. True when it did.
    pub(super) fn line_before(&mut self, sheet: &Sheet) -> bool {
        let SheetKind::Adding(id, Question::Statement(lines)) = &sheet.kind else {
            return false;
        };
        let mut lines = lines.clone();
        let Some(last) = lines.pop().filter(|_| sheet.filter.is_empty()) else {
            return false;
        };
        let kind = SheetKind::Adding(id.clone(), Question::Statement(lines));
        self.sheet = Some(Sheet::new(kind, &last));
        true
    }
}
