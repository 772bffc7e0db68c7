//! Finished records: the list of them, reading one, and adding to it.
//!
//! What is typed in answer is kept until it is in the record: a refusal asks again with the words still there, and so
//! does choosing the same again after Esc.

use super::{App, Seal, Sheet, SheetKind};
use crate::{
    conversation::ConversationId,
    desk::{Adding, Begun, Effect, Index, Question, Records, Tick},
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

/// What a record that was asked for is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum For {
    /// To be read.
    Reading,
    /// The list of what can be done with it.
    Menu,
    /// Going on with what was begun to be added to it.
    GoingOn(Question),
    /// A story that is begun from it, with the chance its name is made of.
    Story(u64),
    /// The story that is being told from it is gone on with: what was put right since is looked for.
    GoingOnTelling,
}

impl App {
    /// Does what is asked about finished records.
    pub(super) fn records(&mut self, records: Records) {
        match records {
            Records::List(typed) => self.list_records(&typed),
            Records::Add if self.goes_on_adding() => {}
            Records::Add => match &self.shown_record {
                Some(shown) => self.ask_for_record(shown.id.clone(), For::Menu),
                None => self.list_records(""),
            },
            Records::Menu(id) => self.ask_for_record(id, For::Menu),
            Records::Read(id) => self.ask_for_record(id, For::Reading),
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

    pub(super) fn ask_for_record(&mut self, id: ConversationId, wanted: For) {
        self.record_for = wanted;
        self.desk.ask(Effect::ReadRecord(id));
    }

    /// A record was read.
    pub(super) fn record_read(&mut self, id: ConversationId, markdown: String) {
        if self.locked.is_some() {
            return;
        }
        let wanted = std::mem::replace(&mut self.record_for, For::Reading);
        if wanted == For::GoingOnTelling {
            return self.put_story_right(&id, &markdown);
        }
        self.shown_record = Some(Shown {
            id: id.clone(),
            markdown: markdown.clone(),
            as_finished: false,
        });
        match wanted {
            For::GoingOnTelling => {}
            For::Reading => self.open(SheetKind::Record),
            For::Menu => self.open(SheetKind::RecordMenu(id)),
            For::GoingOn(question) => self.ask_of_record(id, question),
            For::Story(dice) => self.tell_from(id, &markdown, dice),
        }
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
        let begun = self.take_begun(&id, &question);
        self.go_on_with(begun.unwrap_or(Begun {
            id,
            question,
            typed: String::new(),
            ahead: vec![],
        }));
    }

    /// Closes the open list. An answer about a record that was begun in it is kept.
    pub(super) fn close_sheet(&mut self) {
        let Some(sheet) = self.sheet.take() else {
            return;
        };
        if self.close_what_is_told(&sheet) {
            return;
        }
        if matches!(sheet.kind, SheetKind::Known(_)) {
            return self.ask_about_next();
        }
        let SheetKind::Adding(id, question) = sheet.kind else {
            return;
        };
        self.put_by(&id, &question, &sheet.filter);
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
            question @ (Question::Right(_) | Question::Because(..)) if answer.is_empty() => {
                self.said = words::wanted(&question).map(str::to_owned);
                self.open(SheetKind::Adding(id, question));
                return;
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
        let typed = self.ahead.pop().unwrap_or_default();
        self.open_with(SheetKind::Adding(id, question), &typed);
    }

    fn add_to_record(&mut self, id: ConversationId, addition: Addition) {
        // Until it is known to be in the record it is still only begun.
        self.wait_for(Begun::before(&id, &addition));
        self.ahead.clear();
        self.desk.ask(Effect::Add(Box::new(Adding {
            id,
            addition,
            by: self.desk.prefs.name.clone(),
            at: self.now,
        })));
    }

    /// Something was added: the record is read with it.
    pub(super) fn added(&mut self, adding: &Adding, markdown: String) {
        let before = Begun::before(&adding.id, &adding.addition);
        self.take_begun(&before.id, &before.question);
        self.record_for = For::Reading;
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
        let before = Begun::before(&adding.id, &adding.addition);
        self.take_begun(&before.id, &before.question);
        self.go_on_with(before);
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

    /// Esc in a later question goes back to the one before, with its words. What was typed here waits. True when it did.
    pub(super) fn question_before(&mut self, sheet: &Sheet) -> bool {
        let SheetKind::Adding(id, question) = &sheet.kind else {
            return false;
        };
        let (before, typed) = match question {
            Question::Right(old) => (Question::Wrong, old),
            Question::Because(old, new) => (Question::Right(old.clone()), new),
            _ => return false,
        };
        self.ahead.push(sheet.filter.clone());
        let kind = SheetKind::Adding(id.clone(), before);
        self.sheet = Some(Sheet::new(kind, typed));
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
