//! One piece of local help: what is known and remembered of it, and the way to an introduction.

use crate::{
    app::{App, Pick, Sheet, SheetKind, SheetRow},
    connection::{Listings, Remembering, Standing},
    conversation::{self as talk, Refusal},
    desk::{Command, Effect, LocalHelp, Tick},
    words,
};

impl App {
    /// Asks for the team's local help to be read.
    pub fn ask_for_local_help(&mut self) {
        self.desk.awaits_listings = true;
        self.read_local_help();
    }

    fn read_local_help(&mut self) {
        self.local_help_asked = self.now;
        self.remembered_since.clear();
        self.desk.ask(Effect::ReadLocalHelp);
    }

    /// Opens Find. A list somebody imported meanwhile is looked for, where there was none at once and else once a
    /// minute; until the answer Find shows what it has.
    pub(super) fn find(&mut self, typed: &str) {
        let minute = |at: talk::Moment| at.timestamp().div_euclid(60);
        let is_due =
            self.desk.listings.is_empty() || minute(self.now) != minute(self.local_help_asked);
        if is_due && !self.desk.awaits_listings && self.practice.is_none() {
            self.read_local_help();
        }
        self.open_with(SheetKind::Find, typed);
    }

    /// The team's local help was read. What is to be said of its files is said on Home.
    pub(in crate::app) fn local_help_read(&mut self, listings: Listings, said: Vec<String>) {
        self.desk.awaits_listings = false;
        self.desk.listings = listings;
        for (id, what) in &self.remembered_since {
            self.desk.listings.remember(id, *what);
        }
        for words in said {
            if !self.notices.contains(&words) {
                self.notices.push(words);
            }
        }
    }

    pub(super) fn local_help(&mut self, what: LocalHelp, tick: Tick) {
        match what {
            LocalHelp::More(id) => self.about_listing(id, SheetKind::Listing),
            LocalHelp::Ask(id) => self.about_listing(id, SheetKind::Introduce),
            LocalHelp::WriteOut(words) => self.write_out(&words, tick),
            LocalHelp::NotThisTime => {
                self.said = Some(words::local_help::NOTHING_PROMISED.to_owned());
            }
            LocalHelp::Remember(id, standing) => self.remember_listing(id, standing, tick),
        }
    }

    /// A connection note was made of a listing: that is remembered, and what may come next is offered.
    pub(super) fn connected(&mut self, id: &str, tick: Tick) {
        let person = self.desk.talk().and_then(|talk| talk.facts.person.clone());
        self.said = Some(words::local_help::added(&person.unwrap_or_default()));
        if self.practice.is_none() {
            self.remember(id, Remembering::Used(tick.now.date_naive()));
        }
    }

    /// Right on a listing that Find shows says more about it. True when it did.
    pub(in crate::app) fn more_about(
        &mut self,
        sheet: &Sheet,
        rows: &[SheetRow],
        tick: Tick,
    ) -> bool {
        let chosen = sheet.choice(rows).and_then(|at| rows[at].pick.as_ref());
        match chosen {
            Some(Pick::Do(Command::Talk(talk::Command::Connect { listing, .. })))
                if sheet.kind == SheetKind::Find =>
            {
                self.local_help(LocalHelp::More(Some(listing.clone())), tick);
                true
            }
            _ => false,
        }
    }

    fn about_listing(&mut self, id: Option<String>, sheet: fn(String) -> SheetKind) {
        match id.or_else(|| self.listing_meant()) {
            Some(id) if self.desk.listings.get(&id).is_some() => self.open(sheet(id)),
            Some(_) => self.said = Some(words::local_help::NOT_LISTED_NOW.to_owned()),
            None => self.said = Some(words::local_help::NO_LISTING_MEANT.to_owned()),
        }
    }

    /// The listing of the chosen note, or of the last that has one.
    fn listing_meant(&self) -> Option<String> {
        let talk = self.desk.talk()?;
        let chosen = self.note.and_then(|id| talk.note(id)?.listing.clone());
        chosen.or_else(|| {
            talk.notes
                .iter()
                .rev()
                .find_map(|note| note.listing.clone())
        })
    }

    /// Nothing is kept until Enter: the words are the worker's to change.
    fn write_out(&mut self, words: &str, tick: Tick) {
        if self.line_is_empty() {
            self.type_in(words, tick);
        } else {
            self.said = Some(words::refusal(&Refusal::LineInUse).into_owned());
        }
    }

    fn remember_listing(&mut self, id: Option<String>, standing: Standing, tick: Tick) {
        if self.practice.is_some() {
            self.said = Some(words::local_help::NOT_IN_PRACTICE.to_owned());
            return;
        }
        let Some(id) = id.or_else(|| self.listing_meant()) else {
            self.said = Some(words::local_help::NO_LISTING_MEANT.to_owned());
            return;
        };
        let Some(listing) = self.desk.listings.get(&id) else {
            self.said = Some(words::local_help::NOT_LISTED_NOW.to_owned());
            return;
        };
        let remembered = self.desk.listings.memory().of(&id);
        let was_so = remembered.is_some_and(|remembered| remembered.is(standing));
        let name = listing.name.clone();
        let what = match was_so {
            true => Remembering::IsNot(standing),
            false => Remembering::Is(standing, tick.now.date_naive()),
        };
        self.remember(&id, what);
        self.said = Some(words::local_help::remembered(&name, standing, !was_so));
    }

    fn remember(&mut self, id: &str, what: Remembering) {
        self.desk.listings.remember(id, what);
        self.remembered_since.push((id.to_owned(), what));
        self.desk.ask(Effect::RememberListing(id.to_owned(), what));
    }

    /// Whether this makes a connection note of a listing, and of which.
    pub(super) fn connects(command: &talk::Command) -> Option<String> {
        match command {
            talk::Command::Connect { listing, .. } => Some(listing.clone()),
            _ => None,
        }
    }
}
