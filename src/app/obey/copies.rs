//! Commands about copies: the clipboard, a letter, how the person had theirs.

use std::path::PathBuf;

use crate::{
    app::{App, Pick, Screen, Sheet, SheetKind},
    conversation::{About, Conversation, ConversationId, NoteId},
    desk::{Copies, CopyGiven, Effect, LetterAsked, Tick},
    guide::GuideId,
    people::none_home,
    record::{self, Around, Cleared, Form, NotHome, Reader, Record, Refused, paste},
    text,
    words::copies as said,
};

impl App {
    /// Does what is asked about copies.
    pub(super) fn copies(&mut self, copies: Copies, tick: Tick) {
        match copies {
            Copies::Section(name) => self.copy_section(&name, tick),
            Copies::Letter(form, not_home) => self.make_letter(form, not_home),
            Copies::Words => self.open(SheetKind::Words),
        }
    }

    /// The whole record as it stands.
    pub(super) fn copy(&mut self) {
        if let Some(record) = self.desk.so_far() {
            self.copy_cleared(paste::whole(&record), |app, words| {
                said::copied(None, words, &app.kept_in_hand())
            });
        }
    }

    /// The chosen note.
    pub(super) fn copy_note(&mut self) {
        let Some(talk) = self.desk.talk() else { return };
        let Some(note) = self.note.and_then(|id| talk.note(id)) else {
            return;
        };
        let allowed = Reader::NoteCopied.ask_for(note, talk.facts.no_copy_home);
        let words =
            allowed.map(|allowed| allowed.words(text::shown_lines(&note.text).into_owned()));
        self.copy_cleared(words, |app, words| {
            said::copied_note(words, &app.kept_in_hand())
        });
    }

    /// What is under one heading: the one named, or a list to choose from where none is.
    fn copy_section(&mut self, name: &str, tick: Tick) {
        let Some(record) = self.desk.so_far() else {
            return;
        };
        let named = |name: &str| {
            let mut sections = record.sections.iter();
            sections.find(|section| section.heading.to_lowercase() == name.to_lowercase())
        };
        if let Some(section) = named(name) {
            let heading = section.heading.clone();
            return self.copy_cleared(paste::section(&record, section), |app, words| {
                said::copied(Some(&heading), words, &app.kept_in_hand())
            });
        }
        let sheet = Sheet::new(SheetKind::CopyPart, name);
        let rows = sheet.rows(self);
        match sheet.choice(&rows).and_then(|at| rows[at].pick.clone()) {
            Some(Pick::Do(command)) => self.obey(command, tick),
            _ => self.open(SheetKind::CopyPart),
        }
    }

    fn copy_cleared(
        &mut self,
        words: Result<Cleared, Refused>,
        tells: impl FnOnce(&Self, &Cleared) -> String,
    ) {
        match words {
            Ok(words) => {
                self.said = Some(tells(self, &words));
                self.desk.ask(Effect::Copy(words));
            }
            Err(why) => self.said = Some(why.to_string()),
        }
    }

    /// The person's copy of what is being read back, or of what was read or saved last.
    fn make_letter(&mut self, form: Option<Form>, not_home: Option<NotHome>) {
        let Some(form) = form else {
            return match self.record_at_hand() {
                Some(_) => self.open(SheetKind::Letter(not_home)),
                None => self.said = Some(said::NO_RECORD_AT_HAND.to_owned()),
            };
        };
        let Some(id) = self.record_at_hand() else {
            self.said = Some(said::NO_RECORD_AT_HAND.to_owned());
            return;
        };
        let around = self.around();
        let so_far = self.so_far_at_hand().map(|mut record| {
            let person = record.front.person.as_deref();
            let marked = person.is_some_and(|name| none_home(self.desk.index.met(), name));
            record.front.no_copy_home |= marked;
            record::letter(&record, form, &around, not_home.as_ref())
        });
        match so_far.transpose() {
            Ok(so_far) => self.desk.ask(Effect::WriteLetter(Box::new(LetterAsked {
                id,
                so_far,
                form,
                not_home,
                around,
            }))),
            Err(why) => self.said = Some(said::refused(why, said::LETTER_NOT_HOME)),
        }
    }

    /// Whether something is said of the record that was read or saved last, and not of a conversation: on Home, how
    /// the person had their copy.
    pub fn is_of_finished(&self, about: &About) -> bool {
        let is_copy = matches!(about, About::Copy(Some(_)));
        is_copy && self.screen == Screen::Home && self.record_at_hand().is_some()
    }

    /// Notes in that record how the person had their copy.
    pub(super) fn note_copy_given(&mut self, about: About) {
        if let (About::Copy(Some(how)), Some(id)) = (about, self.record_at_hand()) {
            self.desk.ask(Effect::NoteCopyGiven(Box::new(CopyGiven {
                id,
                how,
                by: self.desk.prefs.name.clone(),
                at: self.now,
            })));
        }
    }

    fn record_at_hand(&self) -> Option<ConversationId> {
        if self.so_far_at_hand().is_some() {
            return self.desk.talk().map(|talk| talk.id.clone());
        }
        let shown = self.shown_record.as_ref().map(|shown| shown.id.clone());
        shown.or_else(|| self.saved_record.clone())
    }

    fn so_far_at_hand(&self) -> Option<Record> {
        if self.is_at_front() {
            return None;
        }
        self.desk.so_far()
    }

    fn around(&self) -> Around {
        let guide = self.desk.guide().filter(|_| !self.is_at_front()).cloned();
        let of_record = || {
            let kind = self.record_at_hand()?.kind()?;
            self.desk.shelf.guide(&GuideId::new(kind.name()))
        };
        Around {
            today: self.now.date_naive(),
            ring: self.desk.team.numbers.clone(),
            language: guide.or_else(of_record).map_or_else(
                || record::letter::ENGLISH.to_owned(),
                |guide| guide.language,
            ),
        }
    }

    /// Where the words of the conversation in hand are on the disk.
    pub fn kept_in_hand(&self) -> PathBuf {
        let home = self.kept_meanwhile.as_ref().unwrap_or(&self.home_path);
        let folder = PathBuf::from(home).join("conversations");
        match self.desk.talk() {
            Some(talk) => folder.join(talk.id.as_str()),
            None => folder,
        }
    }

    /// The words that make people go hmm in the conversation in hand, note by note; none where they are off.
    pub fn hmm(&self) -> Vec<(NoteId, Vec<&record::Word>)> {
        let talk = self.desk.talk().filter(|talk| is_life(talk));
        let talk = talk.filter(|_| self.desk.prefs.words);
        talk.map_or(vec![], |talk| self.desk.team.words.in_talk(talk))
    }
}

/// A role-play has no record, and nobody reads it back.
fn is_life(talk: &Conversation) -> bool {
    talk.practice.is_none()
}

/// `/letter`, `/letter page`, `/letter text to the library`.
pub(in crate::app) fn letter(rest: &str) -> Option<Copies> {
    let rest = rest.trim();
    let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let (form, place) = match Form::named(&first.to_lowercase()) {
        Some(form) => (Some(form), after.trim()),
        None => (None, rest),
    };
    let not_home = match place.split_once(' ') {
        Some((to, place)) if to.to_lowercase() == "to" => NotHome::said(place),
        _ if place.is_empty() => return Some(Copies::Letter(form, None)),
        _ => None,
    };
    not_home.map(|place| Copies::Letter(form, Some(place)))
}
