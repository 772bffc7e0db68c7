//! The full-screen program without a terminal: keys in, frames out, and a pretend disk that never fails.

use std::collections::BTreeMap;

use alongside::{
    app::{App, Glanced, Key, Msg},
    connection::{Listing, Listings},
    conversation::{Conversation, ConversationId, Moment, Stamped},
    desk::{Desk, Effect, Preferences, Team, Tick},
    guide::Shelf,
    tui::{Depth, Glyphs, Theme, row::Frame, view::view},
};
use chrono::{DateTime, TimeDelta};

/// The program, with what it asked for done at once.
pub struct Pretend {
    pub app: App,
    /// Whether it has asked to end.
    pub has_left: bool,
    now: Moment,
    turns: u64,
    journals: BTreeMap<ConversationId, Vec<Stamped>>,
    theme: Theme,
}

impl Pretend {
    /// On Home, at 80x24, with one listing.
    pub fn new() -> Self {
        let club = Listing {
            id: "chapel-lane-lunch".into(),
            name: "Chapel Lane lunch club".into(),
            ..Listing::default()
        };
        let listings = Listings::new(vec![club], None);
        let desk = Desk::new(
            Shelf::new(vec![]),
            listings,
            Team::default(),
            Preferences::default(),
        );
        let now = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
        Self {
            app: App::new(desk, (80, 24), now),
            has_left: false,
            now,
            turns: 0,
            journals: BTreeMap::new(),
            theme: Theme::new(None, Depth::None, false),
        }
    }

    /// In a conversation that has just begun.
    pub fn listening() -> Self {
        let mut pretend = Self::new();
        pretend.press(Key::Enter);
        pretend
    }

    /// Takes a message in and does what is asked, to the end.
    pub fn take(&mut self, msg: Msg) {
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            self.turns += 1;
            self.now += TimeDelta::milliseconds(150);
            let tick = Tick {
                now: self.now,
                dice: self.turns.wrapping_mul(0x9E37_79B9_7F4A_7C15),
            };
            for effect in self.app.update(msg, tick) {
                messages.extend(self.perform(effect));
            }
        }
    }

    pub fn press(&mut self, key: Key) {
        self.take(Msg::Key(key));
    }

    pub fn write(&mut self, words: &str) {
        words
            .chars()
            .for_each(|letter| self.press(Key::Char(letter)));
    }

    /// What is on the screen.
    pub fn frame(&self) -> Frame {
        view(&self.app, self.theme.glyphs())
    }

    /// What lines and pointers are drawn with.
    pub fn glyphs(&self) -> &'static Glyphs {
        self.theme.glyphs()
    }

    /// The conversation in hand.
    pub fn talk(&self) -> &Conversation {
        self.app.desk.talk().expect("a conversation in hand")
    }

    /// Every word that was ever written down, letter by letter as it was typed.
    pub fn everything_written(&self) -> String {
        self.journals
            .values()
            .map(|events| super::words::written(events))
            .collect()
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Begin(id, first) => {
                self.journals.insert(id, vec![*first]);
            }
            Effect::Append(id, event) => self.journals.entry(id).or_default().push(*event),
            Effect::Open(id) => {
                let events = self.journals.get(&id).cloned().unwrap_or_default();
                return Some(Msg::Opened {
                    id,
                    events,
                    said: None,
                });
            }
            Effect::Summarise(ids) => {
                let read = ids.into_iter().filter_map(|id| {
                    let events = self.journals.get(&id)?.clone();
                    Some((id, Glanced::Read(events)))
                });
                return Some(Msg::Glances(read.collect()));
            }
            Effect::Save(saving) => {
                let copied = saving.copy.is_some();
                let path = format!("{}.md", saving.id);
                return Some(Msg::Saved {
                    id: saving.id,
                    path,
                    said: None,
                    copied,
                });
            }
            Effect::Relist => return Some(Msg::Relisted(self.journals.keys().cloned().collect())),
            Effect::Cross(side) => {
                let open = self.journals.keys().filter(|id| id.side() == side);
                return Some(Msg::Crossed {
                    side,
                    open: open.cloned().collect(),
                    scenarios: vec![],
                    said: vec![],
                });
            }
            Effect::Leave => self.has_left = true,
            Effect::Fetch(_)
            | Effect::Carry(..)
            | Effect::KeepAnswers { .. }
            | Effect::ReadAnswers
            | Effect::Bring(_)
            | Effect::Discard(_)
            | Effect::Sweep(_)
            | Effect::Close(_)
            | Effect::Sync(_)
            | Effect::LookOn(_)
            | Effect::MoveHere(_)
            | Effect::Unlock(_)
            | Effect::Lock
            | Effect::KeepIn(_)
            | Effect::TryAgain
            | Effect::Copy(_)
            | Effect::WriteLetter(_)
            | Effect::NoteCopyGiven(_)
            | Effect::RememberListing(..)
            | Effect::Remember(_)
            | Effect::ReadIndex
            | Effect::ReadLocalHelp
            | Effect::Follow(_)
            | Effect::Stick(_)
            | Effect::ReadKnown(_)
            | Effect::ReadRecord(_)
            | Effect::Add(_)
            | Effect::Tell(_)
            | Effect::Redraw => {}
        }
        None
    }
}
