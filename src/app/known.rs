//! People already met: finding one with a few letters, starting with them, and what to know of them.
//!
//! Who was met is read from the records themselves, and so is every word of the ten lines, at the moment they are asked
//! for. Nothing is kept beside them.

use super::{App, Screen, SheetKind};
use crate::{
    conversation::{self as talk, ConversationId},
    desk::{Command, Effect, Follow, Index, Know, Tick},
    guide::{GuideId, Take},
    people::{Line, Met, People, Told, known::key, ten_lines},
    promise::{self, Place, Promise},
    words::{self, known as said},
};

/// How many of somebody's last records are read for what matters to them.
const LAST_RECORDS: usize = 5;

/// The person whose ten lines were asked for.
#[derive(Debug)]
pub(super) struct Knowing {
    name: String,
    /// The conversation they were asked for in.
    talk: ConversationId,
    /// What their last records tell, once that is read.
    told: Vec<Told>,
    /// What the worker promised in a record and has not been asked about yet in this conversation.
    unasked: Vec<Place>,
}

impl App {
    /// Does what is asked about people already met.
    pub(super) fn know(&mut self, know: Know, tick: Tick) {
        match know {
            // Nobody's name comes into a role-play but one that is typed there.
            Know::Who(typed) if self.practice.is_some() && typed.is_empty() => {
                self.said = Some(words::needs(said::WHO_TAKES));
            }
            Know::Who(typed) if self.practice.is_some() => self.name(&typed, tick),
            Know::Who(typed) => self.who(&typed, tick),
            Know::Name(typed) => self.name(&typed, tick),
            Know::List(letters) => self.list_people(&letters),
            Know::Take(name) => self.take_known(&name, tick),
            Know::CarryOn(id) => self.carry_on_another(id, tick),
            Know::Lines => self.known_lines(),
        }
        self.nudge();
    }

    fn who(&mut self, typed: &str, tick: Tick) {
        if typed.is_empty() {
            return self.list_people("");
        }
        let why_not = match self.desk.index {
            Index::Read(_) => None,
            Index::Unread => Some(said::STILL_READING),
            Index::Sealed => Some(said::SEALED),
        };
        if let Some(why_not) = why_not {
            self.name(typed, tick);
            return self.say_also(why_not);
        }
        self.look_up_people();
        let like = self.people.begun(typed);
        match self.people.called(typed).map(|person| person.name.clone()) {
            Some(name) => self.take_known(&name, tick),
            // One word may be the first letters of a name; more than one is a name.
            None if !typed.contains(' ') && !like.is_empty() => self.list_people(typed),
            None => {
                let like: Vec<String> = like.iter().map(|person| person.name.clone()).collect();
                self.name(typed, tick);
                if !like.is_empty() {
                    self.say_also(&said::met_before(&like));
                    self.offered = Some(Command::Know(Know::List(typed.to_owned())));
                }
            }
        }
    }

    /// Says who this is with, as typed. What was filled in from another person's record goes with that person.
    fn name(&mut self, typed: &str, tick: Tick) {
        self.look_up_people();
        let about = match self.contact_was_filled_in(typed) {
            true => talk::About::Known {
                person: typed.to_owned(),
                contact: None,
                no_copy_home: false,
            },
            false => talk::About::Person(Some(typed.to_owned())),
        };
        self.put(&talk::Command::About(about), tick);
        self.show_the_talk();
    }

    /// Whether how to be in touch is as the last record of whoever this was with has it, and this is not them.
    fn contact_was_filled_in(&self, name: &str) -> bool {
        let Some(facts) = self.desk.talk().map(|talk| &talk.facts) else {
            return false;
        };
        let Some(before) = facts.person.as_deref().filter(|one| key(one) != key(name)) else {
            return false;
        };
        let (contact, _) = self.last_said(before);
        contact.is_some() && contact == facts.contact
    }

    fn list_people(&mut self, letters: &str) {
        self.ask_for_index();
        match self.desk.index {
            Index::Unread => self.said = Some(said::STILL_READING.to_owned()),
            Index::Sealed => self.said = Some(said::SEALED.to_owned()),
            Index::Read(_) => {
                self.look_up_people();
                self.open_with(SheetKind::People, letters);
            }
        }
    }

    /// Starts with somebody who was met before, or says that this conversation is with them.
    fn take_known(&mut self, name: &str, tick: Tick) {
        self.look_up_people();
        let (last, no_copy_home) = self.last_said(name);
        let facts = self.desk.talk().map(|talk| talk.facts.clone());
        let facts = facts.unwrap_or_default();
        // What was typed here about this very person, or before anybody was named, is newer than any record.
        let typed_here = facts.contact.clone().filter(|_| {
            let before = facts.person.as_deref();
            before.is_none_or(|one| key(one) == key(name)) || !self.contact_was_filled_in(name)
        });
        let filled = typed_here.is_none() && last.is_some();
        let about = talk::About::Known {
            person: name.to_owned(),
            contact: typed_here.or(last),
            no_copy_home,
        };
        self.put(&talk::Command::About(about), tick);
        self.show_the_talk();
        self.said = Some(said::with(name, filled, no_copy_home));
        self.show_known(name);
    }

    /// A kept line said who this is with. What was heard of them before comes with the name, in the same step of undo.
    pub(super) fn named_by_line(&mut self, tick: Tick) {
        let facts = self.desk.talk().map(|talk| talk.facts.clone());
        let Some(typed) = facts.as_ref().and_then(|facts| facts.person.clone()) else {
            return;
        };
        if self.practice.is_some() {
            return self.said = Some(said::with(&typed, false, false));
        }
        self.look_up_people();
        let known = self.people.called(&typed).map(|one| one.name.clone());
        let name = known.unwrap_or(typed);
        let (last, no_copy_home) = self.last_said(&name);
        let typed_here = facts.and_then(|facts| facts.contact);
        let filled = typed_here.is_none() && last.is_some();
        let about = talk::About::Known {
            person: name.clone(),
            contact: typed_here.or(last),
            no_copy_home,
        };
        self.put(&talk::Command::About(about), tick);
        self.said = Some(said::with(&name, filled, no_copy_home));
    }

    /// Carries on another conversation with the same person. One that holds nothing but their name leaves no draft.
    fn carry_on_another(&mut self, id: ConversationId, tick: Tick) {
        let talk = self.desk.talk();
        let holds_a_name =
            talk.is_some_and(|talk| talk.notes.is_empty() && talk.line.text.is_empty());
        if holds_a_name {
            let nobody = talk::About::Person(None);
            self.put(&talk::Command::About(nobody), tick);
        }
        self.desk.ask(Effect::Open(id));
    }

    /// What to know of whoever this is with.
    fn known_lines(&mut self) {
        let Some(name) = self.desk.talk().and_then(|talk| talk.facts.person.clone()) else {
            self.said = Some(said::NOBODY_NAMED.to_owned());
            return;
        };
        match self.desk.index {
            _ if self.practice.is_some() => self.said = Some(said::not_met(&name)),
            Index::Unread => self.said = Some(said::STILL_READING.to_owned()),
            Index::Sealed => self.said = Some(said::SEALED.to_owned()),
            Index::Read(_) => {
                self.look_up_people();
                match self.people.called(&name) {
                    Some(_) => self.show_known(&name),
                    None => self.said = Some(said::not_met(&name)),
                }
            }
        }
    }

    /// Opens the ten lines, and asks for the words of theirs that are only in the records.
    fn show_known(&mut self, name: &str) {
        let Some(talk) = self.desk.talk().map(|talk| talk.id.clone()) else {
            return;
        };
        let records = self.talks_of(name).into_iter().filter(|met| !met.is_open());
        let records: Vec<ConversationId> = records
            .take(LAST_RECORDS)
            .map(|met| met.id.clone())
            .collect();
        let is_same = |one: &Knowing| one.talk == talk && key(&one.name) == key(name);
        if !self.knowing.as_ref().is_some_and(is_same) {
            let unasked = self.asked_of(name);
            self.knowing = Some(Knowing {
                name: name.to_owned(),
                talk,
                told: vec![],
                unasked,
            });
        }
        self.desk.ask(Effect::ReadKnown(records));
        let said = self.said.take();
        self.open(SheetKind::Known(name.to_owned()));
        self.said = said;
    }

    /// What their records tell was read. It is kept until another is asked about.
    pub(super) fn known_read(&mut self, told: Vec<Told>) {
        let told: Vec<Told> = told
            .into_iter()
            .map(|mut told| {
                let headings = self.headings_for_what_matters(&told.guides);
                told.find_what_matters(|heading| headings.iter().any(|one| one == heading));
                told
            })
            .collect();
        if let Some(knowing) = &mut self.knowing
            && self.locked.is_none()
        {
            knowing.told = told;
        }
    }

    fn headings_for_what_matters(&self, guides: &[String]) -> Vec<String> {
        let guides = guides
            .iter()
            .filter_map(|id| self.desk.shelf.guide(&GuideId::new(id.as_str())));
        let sections = guides.flat_map(|guide| guide.sections);
        let takes = sections.filter(|section| section.takes.contains(&Take::Matters));
        takes.map(|section| section.heading).collect()
    }

    /// The ten lines about somebody, as they are now.
    pub fn lines_of(&self, name: &str) -> Vec<Line<'_>> {
        let today = self.now.date_naive();
        let all = self.desk.index.promises();
        let over = all.iter().filter(|promise| !promise.is_open());
        let promises: Vec<&Promise> = promise::due(all, today).into_iter().chain(over).collect();
        let knowing = self.knowing.as_ref();
        let knowing = knowing.filter(|one| key(&one.name) == key(name));
        let told = knowing.map_or(&[][..], |one| &one.told);
        let me = self.desk.prefs.name.as_deref();
        ten_lines(&self.talks_of(name), &promises, told, |one| one.is_mine(me))
    }

    /// Whether the last that was heard of somebody says that nothing may be sent to where they live.
    pub fn nothing_goes_home(&self, name: &str) -> bool {
        self.last_said(name).1
    }

    /// Everybody met, for a list of them.
    pub fn people(&self) -> &People {
        &self.people
    }

    fn talks_of(&self, name: &str) -> Vec<&Met> {
        let person = self.people.called(name);
        person.map_or(vec![], |person| person.talks(self.desk.index.met()))
    }

    /// How to be in touch with somebody as the last conversation has it that says so, and whether the last one says that
    /// nothing goes to their home.
    fn last_said(&self, name: &str) -> (Option<String>, bool) {
        let talks = self.talks_of(name);
        let contact = talks.iter().find_map(|met| met.contact.clone());
        (contact, talks.first().is_some_and(|met| met.no_copy_home))
    }

    /// Brings who was met up to date with the index. The conversation in hand is no news of anybody.
    pub(super) fn look_up_people(&mut self) {
        let in_hand = self.desk.talk().map(|talk| &talk.id);
        self.people = People::of(self.desk.index.met(), in_hand);
    }

    /// The index was read anew. People are looked up again the next time somebody asks, or now if they are on the screen.
    pub(super) fn people_changed(&mut self) {
        let sheet = self.sheet.as_ref().map(|sheet| &sheet.kind);
        match sheet {
            Some(SheetKind::People | SheetKind::Known(_)) => self.look_up_people(),
            _ => self.people = People::default(),
        }
    }

    pub(super) fn forget_who_was_met(&mut self) {
        self.people = People::default();
        self.knowing = None;
    }

    /// The promises of the worker's to somebody that stand in a record: what became of one goes there, and this
    /// conversation stays in hand.
    fn asked_of(&self, name: &str) -> Vec<Place> {
        let talks = self.talks_of(name);
        let me = self.desk.prefs.name.as_deref();
        let due = promise::due(self.desk.index.promises(), self.now.date_naive());
        let is_asked = |promise: &&Promise| {
            let place = &promise.place;
            let is_theirs = talks.iter().any(|met| met.id == *place.id());
            is_theirs && promise.is_mine(me) && matches!(place, Place::Record(..))
        };
        let asked = due.into_iter().filter(is_asked);
        asked.map(|promise| promise.place.clone()).collect()
    }

    /// Asks under the line about the next promise to whoever this is with, if there is one that was not asked about. Enter answers it;
    /// anything else lets it be.
    pub(super) fn ask_about_next(&mut self) {
        let here = self.desk.talk().map(|talk| talk.id.clone());
        let today = self.now.date_naive();
        let Some(knowing) = self
            .knowing
            .as_mut()
            .filter(|one| Some(&one.talk) == here.as_ref())
        else {
            return;
        };
        if self.screen != Screen::Talk || !self.desk.line().is_empty() {
            return;
        }
        while !knowing.unasked.is_empty() {
            let place = knowing.unasked.remove(0);
            let promise = self.desk.index.promise(&place);
            if let Some(promise) = promise.filter(|promise| promise.is_open()) {
                let question = said::enter_answers(promise, today);
                self.offered = Some(Command::Follow(Follow::Choose(place)));
                return self.say_also(&question);
            }
        }
    }

    fn say_also(&mut self, sentence: &str) {
        let before = self
            .said
            .take()
            .map(|said| words::plain::stopped(&said) + " ");
        self.said = Some(before.unwrap_or_default() + sentence);
    }

    /// From Home to the conversation, with what was just said.
    fn show_the_talk(&mut self) {
        if self.is_at_front() && self.desk.talk().is_some() {
            let said = self.said.take();
            self.show_in_hand();
            self.said = said;
        }
    }
}
