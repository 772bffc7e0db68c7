//! What the full-screen program does, told as keys and what comes of them. No terminal and no disk.
//!
//! ```text
//! let mut app = keys("Rang at nine<enter>");
//! app.shows(Screen::Talk).notes(["Rang at nine"]);
//! ```
//!
//! It is 14:20 on Tuesday 10 March 2026, and a key comes every tenth of a second. The outside is a map of journals in
//! memory. After every key the journal, read back, gives the conversation on the screen: what is seen is kept.

mod alone;
mod answering;
mod close;
mod copies;
mod counted;
mod elsewhere;
mod evidence;
mod following;
mod home;
mod known;
mod listening;
mod local_help;
mod locked;
mod practice;
mod reading_back;
mod recording;
mod sheets;
mod together;
mod told;
mod told_keys;
mod typed;
mod unlocking;
mod whereabouts;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta};

use super::{App, Charts, Glanced, Key, Msg, Quiet, Screen, Seal, SheetKind, SheetRow};
use crate::{
    connection,
    conversation::{Conversation, ConversationId, Event, Moment, Side, Stamped},
    desk::{
        Adding, Begun, Desk, Draft, Effect, Following, Heard, Index, Known, Preference,
        Preferences, Saving, Team, Tell, Tick, Unfinished,
    },
    evidence::{feedback::Feedback, story::Story},
    guide::Shelf,
    people::{Sticking, Told, stick},
    promise, record, words,
};

/// The program, and an outside that remembers all it was asked to do.
struct Playing {
    app: App,
    now: Moment,
    turn: u64,
    journals: BTreeMap<ConversationId, Vec<Stamped>>,
    open: Option<ConversationId>,
    saved: Vec<Saving>,
    copied: Vec<String>,
    remembered: Vec<Preference>,
    asked: Vec<Effect>,
    records: BTreeMap<ConversationId, String>,
    begun: Vec<Begun>,
    unfinished: Unfinished,
    stories: Vec<Story>,
    feedback: Vec<Feedback>,
    left: bool,
}

/// A program just started on an empty home, after these keys.
fn keys(keys: &str) -> Playing {
    let mut playing = Playing::started(BTreeMap::new());
    playing.keys(keys);
    playing
}

impl Playing {
    fn started(journals: BTreeMap<ConversationId, Vec<Stamped>>) -> Self {
        let list =
            "format = 1\n[[listing]]\nid = \"chapel-lane\"\nname = \"Chapel Lane lunch club\"\n";
        let (listings, _) = connection::read(&[("near.toml".into(), list.into())]);
        let shelf = Shelf::new(vec![]);
        let mut desk = Desk::new(shelf, listings, Team::default(), Preferences::default());
        // The last used first, as the disk lists them.
        let mut ids: Vec<_> = journals.keys().cloned().collect();
        ids.sort_by_key(|id| std::cmp::Reverse(journals[id].last().map(|event| event.at)));
        desk.drafts = ids.into_iter().map(Draft::unread).collect();
        let now = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
        let mut playing = Self {
            app: App::new(desk, (80, 24), now),
            now,
            turn: 0,
            journals,
            open: None,
            saved: vec![],
            copied: vec![],
            remembered: vec![],
            asked: vec![],
            records: BTreeMap::new(),
            begun: vec![],
            unfinished: Unfinished::default(),
            stories: vec![],
            feedback: vec![],
            left: false,
        };
        let first = playing.app.desk.take_effects();
        playing.perform(first);
        playing
    }

    /// Presses keys: letters, and names in angle brackets. A lone `<` or `>` is a letter.
    fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|after| after.split_once('>'))
                .and_then(|(name, after)| Some((key(name)?, after)));
            let (key, after) = named.unwrap_or((Key::Char(letter), &rest[letter.len_utf8()..]));
            self.takes(Msg::Key(key));
            rest = after;
        }
        self
    }

    fn pastes(&mut self, words: &str) -> &mut Self {
        self.takes(Msg::Paste(words.into()))
    }

    fn takes(&mut self, msg: Msg) -> &mut Self {
        let tick = self.tick();
        let effects = self.app.update(msg, tick);
        self.perform(effects);
        if let Some(talk) = self.app.desk.talk() {
            let journal = &self.journals[&talk.id];
            let read = self.app.desk.replay(&talk.id, journal);
            assert_eq!(read.as_ref(), Some(talk), "what is seen is kept");
        }
        self
    }

    fn tick(&mut self) -> Tick {
        self.now += TimeDelta::milliseconds(100);
        self.turn += 1;
        Tick {
            now: self.now,
            dice: self.turn,
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let answer = match effect {
                Effect::Begin(id, first) => {
                    let had = self.journals.insert(id.clone(), vec![*first]);
                    assert!(had.is_none(), "{id} was taken");
                    self.open = Some(id);
                    None
                }
                Effect::Append(id, event) => {
                    assert_eq!(
                        self.open.as_ref(),
                        Some(&id),
                        "only what is open is written"
                    );
                    self.journals.entry(id).or_default().push(*event);
                    None
                }
                Effect::Open(id) => Some(self.opens(id)),
                Effect::Close(id) => {
                    self.open.take_if(|open| *open == id);
                    None
                }
                Effect::Discard(id) | Effect::Sweep(id) => {
                    self.journals.remove(&id);
                    None
                }
                Effect::Summarise(ids) => {
                    let locked = self.app.seal == Seal::Locked;
                    let read = |id: ConversationId| match self.journals[&id].clone() {
                        _ if locked => (id, Glanced::Sealed),
                        events => (id, Glanced::Read(events)),
                    };
                    Some(Msg::Glances(ids.into_iter().map(read).collect()))
                }
                Effect::Save(saving) => {
                    self.journals.remove(&saving.id);
                    let (id, copied) = (saving.id.clone(), saving.copy.is_some());
                    self.records.insert(id.clone(), saving.record.clone());
                    self.saved.push(*saving);
                    Some(Msg::Saved {
                        path: format!("records/{id}.md"),
                        id,
                        said: None,
                        copied,
                    })
                }
                Effect::Copy(words) => {
                    self.copied.push(words.words().to_owned());
                    None
                }
                what @ (Effect::WriteLetter(_) | Effect::NoteCopyGiven(_)) => {
                    self.asked.push(what);
                    None
                }
                what @ (Effect::ReadEvidence(_) | Effect::ExportEvidence(_)) => {
                    self.asked.push(what);
                    None
                }
                what @ Effect::RememberListing(..) => {
                    self.asked.push(what);
                    None
                }
                Effect::Remember(preference) => {
                    self.remembered.push(preference);
                    None
                }
                Effect::Leave => {
                    self.left = true;
                    None
                }
                Effect::Unlock(passphrase) => Some(if passphrase.expose() == "right" {
                    Msg::Unlocked
                } else {
                    Msg::NotUnlocked("That passphrase does not open it.".into())
                }),
                Effect::LookOn(id) => Some(match self.journals.get(&id) {
                    Some(events) => Msg::Looked {
                        events: events.clone(),
                        id,
                    },
                    None => Msg::NotOpened(id, "It is not there.".into()),
                }),
                Effect::MoveHere(id) => Some(self.opens(id)),
                Effect::Relist => {
                    let side = self
                        .app
                        .practice
                        .as_ref()
                        .map_or(Side::Life, |_| Side::Practice);
                    let ids = self.journals.keys().rev();
                    let ids = ids.filter(|id| id.side() == side).cloned();
                    Some(Msg::Relisted(ids.collect()))
                }
                Effect::Cross(side) => Some(Msg::Crossed {
                    side,
                    open: self
                        .journals
                        .keys()
                        .filter(|id| id.side() == side)
                        .cloned()
                        .collect(),
                    scenarios: vec![],
                    said: vec![],
                }),
                Effect::Lock | Effect::KeepIn(_) | Effect::TryAgain | Effect::ReadLocalHelp => {
                    self.asked.push(effect);
                    None
                }
                Effect::ReadIndex if self.app.seal == Seal::Locked => {
                    Some(Msg::Indexed(Index::Sealed))
                }
                Effect::ReadIndex => Some(Msg::Indexed(Index::Read(self.known()))),
                Effect::Follow(following) => Some(self.follows(*following)),
                Effect::Stick(sticking) => self.sticks(*sticking),
                Effect::ReadKnown(ids) => {
                    let told = ids
                        .iter()
                        .filter_map(|id| Told::of_record(id, &self.records[id]));
                    Some(Msg::KnownRead(told.collect()))
                }
                Effect::ReadRecord(id) => {
                    let markdown = self.records.get(&id).cloned();
                    markdown.map(|markdown| Msg::RecordRead(id, markdown))
                }
                Effect::Add(adding) => Some(self.adds(*adding)),
                Effect::KeepAnswers { begun, .. } => {
                    self.begun = begun;
                    None
                }
                Effect::ReadAnswers => Some(Msg::AnswersRead(self.begun.clone())),
                Effect::Tell(what) => self.tells(*what),
                Effect::Sync(_)
                | Effect::Redraw
                | Effect::Fetch(_)
                | Effect::Carry(..)
                | Effect::Bring(_) => None,
            };
            if let Some(msg) = answer {
                let tick = self.tick();
                let more = self.app.update(msg, tick);
                self.perform(more);
            }
        }
    }

    /// What is in every record and every open conversation.
    fn known(&self) -> Known {
        let records = self.records.iter();
        let kept = records.map(|(id, text)| Known::of_record(id, text));
        let journals = self.journals.iter();
        let talks = journals.filter_map(|(id, events)| self.app.desk.replay(id, events));
        kept.chain(talks.map(|talk| Known::of_conversation(&talk)))
            .collect()
    }

    fn follows(&mut self, following: Following) -> Msg {
        let (id, by) = (following.promise.place.id(), following.by.as_deref());
        let (promise, happened) = (&following.promise, &following.happened);
        match promise::happen(&self.records[id], promise, happened, by, following.at) {
            Err(why) => Msg::Say(why.to_string()),
            Ok(becomes) => {
                self.records.insert(id.clone(), becomes);
                let mut now = self.known().promises.into_iter();
                let now = now.find(|one| one.place == promise.place);
                Msg::Followed(Box::new(following), now.map(Box::new))
            }
        }
    }

    fn adds(&mut self, adding: Adding) -> Msg {
        let (by, record) = (adding.by.as_deref(), &self.records[&adding.id]);
        match record::add(record, &adding.addition, by, adding.at) {
            Err(why) => Msg::NotAdded(Box::new(adding), words::adding::refusal(&why)),
            Ok(becomes) => {
                self.records.insert(adding.id.clone(), becomes.clone());
                Msg::Added(Box::new(adding), becomes)
            }
        }
    }

    fn tells(&mut self, what: Tell) -> Option<Msg> {
        let heard = match what {
            Tell::KeepUnfinished(unfinished) => {
                self.unfinished = *unfinished;
                return None;
            }
            Tell::KeepLetters(letters) => {
                self.unfinished.take_letters(*letters);
                return None;
            }
            Tell::ReadUnfinished => Heard::Unfinished(Box::new(self.unfinished.clone())),
            Tell::KeepStory(keeping) => {
                let story = keeping.story;
                self.stories.retain(|other| other.id != story.id);
                self.stories.push(story.clone());
                Heard::StoryKept(Box::new(story))
            }
            Tell::RemoveStory(id) => {
                self.stories.retain(|other| other.id != id);
                Heard::StoryRemoved(id)
            }
            Tell::ReadLinked(ids) => {
                let read = ids.iter().filter_map(|id| self.records.get(id));
                Heard::Linked(read.cloned().collect())
            }
            Tell::ReadStories => Heard::Stories(self.stories.clone(), vec![]),
            Tell::KeepFeedback(said) => {
                let asked = said.asked;
                self.feedback.push(said);
                Heard::FeedbackKept(asked)
            }
        };
        Some(Msg::Told(Box::new(heard)))
    }

    fn sticks(&mut self, sticking: Sticking) -> Option<Msg> {
        let record = self.records.get_mut(&sticking.record)?;
        let becomes = stick::add(record, &sticking).expect("it is a record")?;
        *record = becomes;
        Some(Msg::Stuck(Box::new(sticking)))
    }

    fn opens(&mut self, id: ConversationId) -> Msg {
        if self.app.seal == Seal::Locked {
            return Msg::NeedsKey(id);
        }
        self.open = Some(id.clone());
        match self.journals.get(&id) {
            Some(events) => Msg::Opened {
                events: events.clone(),
                id,
                said: None,
            },
            None => Msg::NotOpened(id, "It is not there.".into()),
        }
    }

    /// The program ends here, however it was left, and starts again on what the journals hold.
    fn restarts(self) -> Self {
        Self::started(self.journals)
    }

    fn talk(&self) -> &Conversation {
        self.app
            .desk
            .talk()
            .expect("there is a conversation in hand")
    }

    #[track_caller]
    fn shows(&self, screen: Screen) -> &Self {
        assert_eq!(self.app.screen, screen);
        self
    }

    #[track_caller]
    fn line(&self, words: &str) -> &Self {
        assert_eq!(self.app.desk.line(), words);
        self
    }

    #[track_caller]
    fn notes<const N: usize>(&self, notes: [&str; N]) -> &Self {
        let shown: Vec<&str> = self.talk().notes.iter().map(|note| &*note.text).collect();
        assert_eq!(shown, notes);
        self
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        let said = self.app.said.as_deref().unwrap_or_default();
        assert!(said.contains(words), "said {said:?}");
        self
    }

    /// The rows of the open sheet.
    #[track_caller]
    fn rows(&self) -> Vec<SheetRow> {
        let sheet = self.app.sheet.as_ref().expect("a sheet is open");
        sheet.rows(&self.app)
    }

    /// The words of the row Enter would take.
    #[track_caller]
    fn chosen(&self) -> String {
        let sheet = self.app.sheet.as_ref().expect("a sheet is open");
        let rows = sheet.rows(&self.app);
        let at = sheet.choice(&rows).expect("a row can be chosen");
        rows[at].text.clone()
    }

    #[track_caller]
    fn no_sheet(&self) -> &Self {
        assert_eq!(self.app.sheet, None);
        self
    }
}

/// The key with a name such as `c-g`, `s-tab`, `enter`, `f10`.
fn key(name: &str) -> Option<Key> {
    let words = match name.split_once('-') {
        Some(("c", rest)) => format!("Ctrl+{rest}"),
        Some(("s", rest)) => format!("Shift+{rest}"),
        _ if name == "bs" => "Backspace".to_owned(),
        _ => name.to_owned(),
    };
    words.parse().ok().filter(|_| name.chars().count() > 1)
}

/// The events of a journal, without what began it.
fn happened(playing: &Playing) -> Vec<&Event> {
    let journal = &playing.journals[&playing.talk().id];
    journal
        .iter()
        .skip(1)
        .map(|stamped| &stamped.event)
        .collect()
}
