//! The program played by hand: keys in, frames out, a world in memory in place of the disk.
//!
//! The clock stands at 14:20 on Tuesday 10 March 2026 and moves only when told to. Chance is always the same.

use std::collections::BTreeMap;

use alongside::{
    app::{App, Glanced, Key, Msg, Seal},
    connection,
    conversation::{ConversationId, Moment, Side, Stamped},
    desk::{Desk, Effect, Following, Heard, Index, Known, Preferences, Team, Tell, Tick},
    evidence::{kept::Kept, report::Report, story::Story, tally::Tally},
    guide::Shelf,
    people::{Told, stick},
    promise, record,
    tui::{
        row::Frame,
        theme::{Theme, ThemeName},
        view::view,
    },
};
use chrono::{DateTime, TimeDelta};

/// The list of local help the examples come with.
const LOCAL_HELP: &str = include_str!("../../examples/connections/moss-lane.toml");

/// The passphrase that opens what is sealed.
pub const RIGHT: &str = "correct horse";
/// One whose answer has not come yet.
pub const SLOW: &str = "slow";
/// What is said of any other.
const WRONG: &str = "That does not open it. Either the passphrase is another one, or the key file is damaged. \
     Nothing has changed.";

/// A program being used.
pub struct Play {
    /// The program.
    pub app: App,
    now: Moment,
    dice: u64,
    journals: BTreeMap<ConversationId, Vec<Stamped>>,
    records: BTreeMap<ConversationId, String>,
    stories: Vec<Story>,
    report: Option<Report>,
    reads_slowly: bool,
    closed: bool,
}

impl Play {
    /// A program just opened on a home with nothing in it.
    pub fn new() -> Self {
        let listings = connection::read(&[("moss-lane.toml".to_owned(), LOCAL_HELP.to_owned())]).0;
        let team = Team::default();
        let prefs = Preferences {
            name: Some("Priya N".to_owned()),
            ..Preferences::default()
        };
        let now = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
        let desk = Desk::new(Shelf::new(vec![]), listings, team, prefs);
        Self {
            app: App::new(desk, (80, 24), now),
            now,
            dice: 7,
            journals: BTreeMap::new(),
            records: BTreeMap::new(),
            stories: vec![],
            report: None,
            reads_slowly: false,
            closed: false,
        }
    }

    /// A program opened again on what this one kept, as after a window was closed.
    pub fn opened_again(self) -> Self {
        let mut next = Self::new();
        next.now = self.now;
        next.dice = self.dice;
        let newest = |id: &&ConversationId| {
            let last = self.journals[*id].last();
            last.map(|stamped| std::cmp::Reverse(stamped.at))
        };
        let mut ids: Vec<&ConversationId> = self.journals.keys().collect();
        ids.sort_by_key(newest);
        let mut desk = Desk::new(
            Shelf::new(vec![]),
            next.app.desk.listings.clone(),
            Team::default(),
            next.app.desk.prefs.clone(),
        );
        desk.drafts = ids
            .into_iter()
            .cloned()
            .map(alongside::desk::Draft::unread)
            .collect();
        next.journals = self.journals;
        next.records = self.records;
        next.app = App::new(desk, self.app.size, next.now);
        next.app.seal = match self.app.seal {
            Seal::Off => Seal::Off,
            Seal::Locked | Seal::Unlocked => Seal::Locked,
        };
        let effects = next.app.desk.take_effects();
        next.perform(effects);
        next
    }

    /// The same with sealing on, and the key open.
    pub fn sealed(mut self) -> Self {
        self.app.seal = Seal::Unlocked;
        self
    }

    /// The conversation begun first, as another window has it.
    pub fn first(&self) -> ConversationId {
        self.journals.keys().next().expect("there is one").clone()
    }

    /// Minutes go by.
    pub fn later(mut self, minutes: i64) -> Self {
        self.now += TimeDelta::minutes(minutes);
        self.message(Msg::Wake);
        self
    }

    /// Presses keys, written as they are typed; those that print nothing stand in angle brackets, with the names help
    /// gives them or short ones: `hello<enter>`, `<c-g>`, `<f4>2`, `<shift+tab>`, `<pgdn>`.
    pub fn keys(mut self, keys: &str) -> Self {
        for key in read(keys) {
            self.message(Msg::Key(key));
        }
        self
    }

    /// Keeps one note a line, a minute apart.
    pub fn notes(mut self, lines: &[&str]) -> Self {
        for line in lines {
            self = self.keys(line).keys("<enter>").later(1);
        }
        self
    }

    /// Pastes.
    pub fn paste(mut self, text: &str) -> Self {
        self.message(Msg::Paste(text.to_owned()));
        self
    }

    /// Tells the program something from outside.
    pub fn tell(mut self, msg: Msg) -> Self {
        self.message(msg);
        self
    }

    /// Makes the window this big.
    pub fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.message(Msg::Resize(columns, rows));
        self
    }

    /// Looks at the same moment in a window of another size.
    pub fn resized_in_place(mut self, columns: u16, rows: u16) -> Self {
        self.app.size = (columns, rows);
        self
    }

    /// What is on the screen now.
    pub fn frame(&self) -> Frame {
        view(&self.app, self.theme(false).glyphs())
    }

    /// What is on a screen that can draw no special characters.
    pub fn ascii_frame(&self) -> Frame {
        view(&self.app, self.theme(true).glyphs())
    }

    /// Whether the program was closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    fn theme(&self, ascii: bool) -> Theme {
        Theme::new(
            Some(ThemeName::Dark),
            alongside::tui::depth::Depth::True,
            ascii,
        )
    }

    /// Puts a record in the home, as if saved some other day.
    pub fn with_record(mut self, id: &str, markdown: &str) -> Self {
        let id = ConversationId::read(id).expect("an id");
        self.records.insert(id, markdown.to_owned());
        let effects = vec![Effect::ReadIndex];
        self.perform(effects);
        self
    }

    /// What the records add up to, whichever days are asked for.
    pub fn with_evidence(mut self, report: Report) -> Self {
        self.report = Some(report);
        self
    }

    /// The records take longer to read than anybody waits.
    pub fn reads_slowly(mut self) -> Self {
        self.reads_slowly = true;
        self
    }

    /// The records in the home.
    pub fn records(&self) -> BTreeMap<ConversationId, String> {
        self.records.clone()
    }

    fn known(&self) -> Known {
        let records = self.records.iter();
        let kept = records.map(|(id, text)| Known::of_record(id, text));
        let journals = self.journals.iter();
        let talks = journals.filter_map(|(id, events)| self.app.desk.replay(id, events));
        kept.chain(talks.map(|talk| Known::of_conversation(&talk)))
            .collect()
    }

    fn follow(&mut self, following: Following) {
        let (id, by) = (following.promise.place.id(), following.by.as_deref());
        let (seen, happened) = (&following.promise, &following.happened);
        let becomes = promise::happen(&self.records[id], seen, happened, by, following.at);
        let becomes = becomes.expect("it is as it was");
        self.records.insert(id.clone(), becomes);
        let now = self.known().promises;
        let now = now.into_iter().find(|one| one.place == seen.place);
        self.message(Msg::Followed(Box::new(following), now.map(Box::new)));
    }

    fn tells(&mut self, what: Tell) {
        let heard = match what {
            Tell::KeepUnfinished(_) | Tell::KeepLetters(_) | Tell::ReadUnfinished => return,
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
            Tell::KeepFeedback(said) => Heard::FeedbackKept(said.asked),
        };
        self.message(Msg::Told(Box::new(heard)));
    }

    fn message(&mut self, msg: Msg) {
        let tick = Tick {
            now: self.now,
            dice: self.dice,
        };
        self.dice = self.dice.rotate_left(9).wrapping_add(1);
        let effects = self.app.update(msg, tick);
        self.perform(effects);
    }

    /// Does in memory what the program asks of the outside.
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Begin(id, first) => _ = self.journals.insert(id, vec![*first]),
                Effect::Append(id, event) => self.journals.entry(id).or_default().push(*event),
                Effect::Discard(id) | Effect::Sweep(id) => _ = self.journals.remove(&id),
                Effect::Open(id) if self.app.seal == Seal::Locked => {
                    self.message(Msg::NeedsKey(id));
                }
                Effect::Open(id) => {
                    let events = self.journals.get(&id).cloned().unwrap_or_default();
                    self.message(Msg::Opened {
                        id,
                        events,
                        said: None,
                    });
                }
                Effect::Summarise(ids) => {
                    let read = ids.into_iter().filter_map(|id| {
                        let events = self.journals.get(&id)?.clone();
                        let sealed = self.app.seal == Seal::Locked;
                        let glanced = if sealed {
                            Glanced::Sealed
                        } else {
                            Glanced::Read(events)
                        };
                        Some((id, glanced))
                    });
                    let read = read.collect();
                    self.message(Msg::Glances(read));
                }
                Effect::Save(saving) => {
                    self.journals.remove(&saving.id);
                    self.message(Msg::Saved {
                        path: format!("~/alongside/records/2026/03/{}.md", saving.id),
                        id: saving.id,
                        said: None,
                        copied: saving.copy.is_some(),
                    });
                }
                Effect::Relist => {
                    let ids = self.journals.keys().rev();
                    let ids = ids.filter(|id| id.side() == Side::Practice).cloned();
                    let ids = ids.collect();
                    self.message(Msg::Relisted(ids));
                }
                Effect::Cross(side) => {
                    let open = self.journals.keys().filter(|id| id.side() == side);
                    self.message(Msg::Crossed {
                        side,
                        open: open.cloned().collect(),
                        scenarios: vec![],
                        said: vec![],
                    });
                }
                Effect::Fetch(played) => {
                    let others = self.journals.iter().filter(|(id, _)| **id != played);
                    let others = others.map(|(id, events)| (id.clone(), events.clone()));
                    self.message(Msg::Fetched(others.collect()));
                }
                Effect::Carry(..) | Effect::Bring(_) => {}
                Effect::Leave => self.closed = true,
                Effect::Unlock(passphrase) => match passphrase.expose() {
                    RIGHT => self.message(Msg::Unlocked),
                    SLOW => {}
                    _ => self.message(Msg::NotUnlocked(WRONG.to_owned())),
                },
                Effect::LookOn(id) => {
                    let events = self.journals.get(&id).cloned().unwrap_or_default();
                    self.message(Msg::Looked { id, events });
                }
                Effect::ReadIndex if self.app.seal == Seal::Locked => {
                    self.message(Msg::Indexed(Index::Sealed));
                }
                Effect::ReadIndex => {
                    let known = self.known();
                    self.message(Msg::Indexed(Index::Read(known)));
                }
                Effect::Follow(following) => self.follow(*following),
                Effect::Stick(sticking) => {
                    let record = self.records.get_mut(&sticking.record);
                    let becomes = record
                        .as_ref()
                        .and_then(|record| stick::add(record, &sticking).expect("it is a record"));
                    if let (Some(record), Some(becomes)) = (record, becomes) {
                        *record = becomes;
                        self.message(Msg::Stuck(sticking));
                    }
                }
                Effect::ReadKnown(ids) => {
                    let told = ids
                        .iter()
                        .filter_map(|id| Told::of_record(id, &self.records[id]));
                    let told = told.collect();
                    self.message(Msg::KnownRead(told));
                }
                Effect::ReadRecord(id) => {
                    let markdown = self.records[&id].clone();
                    self.message(Msg::RecordRead(id, markdown));
                }
                Effect::Add(adding) => {
                    let (by, at) = (adding.by.as_deref(), adding.at);
                    let now = record::add(&self.records[&adding.id], &adding.addition, by, at);
                    let now = now.expect("it can be added");
                    self.records.insert(adding.id.clone(), now.clone());
                    self.message(Msg::Added(adding, now));
                }
                Effect::Tell(what) => self.tells(*what),
                Effect::ReadEvidence(_) if self.reads_slowly => {}
                Effect::ReadEvidence(period) => {
                    let mut report = self.report.clone().unwrap_or_else(|| {
                        Tally::new(period, self.now.date_naive()).report(&Kept::default())
                    });
                    report.period = period;
                    report.counted.sealed = self.app.seal == Seal::Locked;
                    self.message(Msg::Evidence(Box::new(report)));
                }
                Effect::Sync(_)
                | Effect::KeepAnswers { .. }
                | Effect::ExportEvidence(_)
                | Effect::ReadAnswers
                | Effect::ReadLocalHelp
                | Effect::Lock
                | Effect::MoveHere(_)
                | Effect::KeepIn(_)
                | Effect::TryAgain
                | Effect::Close(_)
                | Effect::Copy(_)
                | Effect::WriteLetter(_)
                | Effect::NoteCopyGiven(_)
                | Effect::RememberListing(..)
                | Effect::Remember(_)
                | Effect::Redraw => {}
            }
        }
    }
}

/// The keys a line of this small language presses.
fn read(keys: &str) -> Vec<Key> {
    let mut pressed = vec![];
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|after| {
            let (name, after) = after.split_once('>')?;
            Some((named(name)?, after))
        });
        let (key, after) = named.unwrap_or((Key::Char(first), &rest[first.len_utf8()..]));
        pressed.push(key);
        rest = after;
    }
    pressed
}

fn named(name: &str) -> Option<Key> {
    if name.chars().count() < 2 {
        return None;
    }
    match name.strip_prefix("c-") {
        Some(letter) => Key::ctrl(letter.chars().next()?),
        None => name.parse().ok(),
    }
}
