//! The full-screen program without a terminal.
//!
//! An [`App`] is a [`Desk`] and what is on the screen: which screen, which sheet, what is chosen, what was said.
//! A [`Msg`] comes in with the time, [`update`] changes the state, effects go out. Nothing here draws; views read
//! the state and change nothing.

pub mod begun;
pub mod close;
pub mod elsewhere;
pub mod evidence;
pub mod feedback;
pub mod follow;
pub mod help;
pub mod home;
pub mod key;
pub mod known;
pub mod lists;
pub mod lock;
pub mod practice;
pub mod read_back;
pub mod records;
pub mod sheet;
pub mod story;
pub mod table;
pub mod under;
pub mod unlock;
pub mod update;

mod answer;
mod obey;
mod steer;
#[cfg(test)]
mod tests;

pub use elsewhere::Looking;
pub use evidence::Charts;
pub use key::Key;
pub use lock::{Locked, Seal};
pub use practice::Practice;
pub use sheet::{Pick, Sheet, SheetKind, SheetRow};
pub use unlock::Unlocking;

use crate::{
    connection::{Listings, Remembering},
    conversation::{Conversation, ConversationId, Moment, NoteId, Side, Stamped},
    desk::{Adding, Begun, Command, Desk, Effect, Following, Heard, Index, Tick, Unfinished},
    evidence::{report::Report, story::Story},
    guide::TeamFile,
    people::{InCrisis, People, Stick, Sticking, Told},
    promise::Promise,
    record::Cleared,
};

/// Which screen is showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Start, carry on.
    Home,
    /// Listen and note.
    Talk,
    /// Choose what is in the record.
    ReadBack,
    /// The scenarios, and what the listener of one sees.
    Cards,
    /// Observe a role-play.
    Watch,
    /// Talk a role-play over.
    Debrief,
    /// Play on one's own.
    Alone,
    /// What the records add up to.
    Evidence,
}

/// Which quiet line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quiet {
    /// After a worry: what there is for a crisis.
    Worry,
    /// A plan is begun with somebody who is in crisis.
    StickingClose,
}

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has this many columns and rows.
    Resize(u16, u16),
    /// The window has, or has lost, the keyboard.
    Focus(bool),
    /// A minute has gone, or nothing else has.
    Wake,
    /// The clock went on by this many seconds while the computer slept, or was set by so many.
    ClockMoved(i64),
    /// A conversation was read from its journal.
    Opened {
        /// Which.
        id: ConversationId,
        /// Its events.
        events: Vec<Stamped>,
        /// What had to be set aside, as a sentence.
        said: Option<String>,
    },
    /// A conversation could not be opened, or looked at.
    NotOpened(ConversationId, String),
    /// Another window has a conversation that was to be opened.
    OpenElsewhere {
        /// Which.
        id: ConversationId,
        /// When the other window opened it, where that is known.
        since: Option<Moment>,
    },
    /// A conversation that was to be opened is sealed, and the key is not open.
    NeedsKey(ConversationId),
    /// A conversation another window has was read.
    Looked {
        /// Which.
        id: ConversationId,
        /// Its events so far.
        events: Vec<Stamped>,
    },
    /// Another window took the conversation in hand. Nothing more may be written to it.
    MovedAway(ConversationId),
    /// The key is open.
    Unlocked,
    /// The key could not be opened, as a sentence.
    NotUnlocked(String),
    /// Everything is kept in this folder from here on, as a person would look for it.
    KeptIn(String),
    /// Every record and every open conversation was read.
    Indexed(Index),
    /// Every record was read for what they add up to.
    Evidence(Box<Report>),
    /// So many records were read for that, of so many.
    ReadingEvidence(usize, usize),
    /// The team's local help was read, and this is to be said of its files.
    LocalHelp(Box<Listings>, Vec<String>),
    /// What became of a promise is in its record, and how it stands there now.
    Followed(Box<Following>, Option<Box<Promise>>),
    /// What sticking close adds is in the record.
    Stuck(Box<Sticking>),
    /// What records tell of what matters to somebody was read.
    KnownRead(Vec<Told>),
    /// A finished record was read: its file.
    RecordRead(ConversationId, String),
    /// Something was added to a finished record, whose file is this now.
    Added(Box<Adding>, String),
    /// It could not be added, as a sentence; the record is as it was.
    NotAdded(Box<Adding>, String),
    /// What was begun to be added to records was read.
    AnswersRead(Vec<Begun>),
    /// Something about stories or feedback was kept or read, or could not be.
    Told(Box<Heard>),
    /// Open conversations were read for Home.
    Glances(Vec<(ConversationId, Glanced)>),
    /// What is open on this side was listed again, the last used first.
    Relisted(Vec<ConversationId>),
    /// The other side of the wall was reached.
    Crossed {
        /// Which.
        side: Side,
        /// What is open there, the last used first.
        open: Vec<ConversationId>,
        /// The team's own scenarios, in practice.
        scenarios: Vec<TeamFile>,
        /// What is to be said of files that were left out.
        said: Vec<String>,
    },
    /// What observers counted about then was read.
    Fetched(Vec<(ConversationId, Vec<Stamped>)>),
    /// What an observer counted was read from a file that was carried here.
    Brought(ConversationId, Vec<Stamped>),
    /// A record is on the disk.
    Saved {
        /// Whose.
        id: ConversationId,
        /// Where, as a person would look for it.
        path: String,
        /// What was different from what was asked, as a sentence.
        said: Option<String>,
        /// Whether it is on the clipboard as well.
        copied: bool,
    },
    /// The platform's clipboard has the words.
    Copied,
    /// It has not, or there is none: the terminal may take them.
    NotCopied(Cleared),
    /// A record could not be saved; the conversation is as it was.
    NotSaved(String),
    /// The journal cannot be written just now; the words are in memory.
    Trouble(String),
    /// The journal is written again.
    Mended,
    /// Something to say.
    Say(String),
}

/// What came of looking at an open conversation.
#[derive(Debug, Clone)]
pub enum Glanced {
    /// Its events.
    Read(Vec<Stamped>),
    /// Its events so far: another window is writing it.
    Elsewhere(Vec<Stamped>),
    /// Its record is kept, so it is no longer open.
    Gone,
    /// It could not be read just now; it stays in the list by name.
    Unreadable,
    /// It cannot be read until the key is open; it stays in the list by what its name says.
    Sealed,
}

/// What was saved last, for the top of Home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedNotice {
    /// Its sentences, in order.
    pub lines: Vec<String>,
}

/// The program's state.
#[derive(Debug)]
pub struct App {
    /// What is open.
    pub desk: Desk,
    /// Which screen.
    pub screen: Screen,
    /// The list that is open over it.
    pub sheet: Option<Sheet>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The chosen row of Home.
    pub row: usize,
    /// The chosen note, in the conversation or Read back.
    pub note: Option<NoteId>,
    /// What was just done or asked, in words.
    pub said: Option<String>,
    /// The quiet line that is showing.
    pub quiet: Option<Quiet>,
    /// Whether the guide is drawn where there is room.
    pub guide_shown: bool,
    /// The window has the keyboard, as far as the terminal says.
    pub focused: bool,
    /// What cannot be written, as a sentence, while that is so.
    pub trouble: Option<String>,
    /// The folder everything is kept in while that is so, if one was chosen.
    pub kept_meanwhile: Option<String>,
    /// What was just saved.
    pub saved: Option<SavedNotice>,
    /// Sentences Home says first: guides that could not be used, settings not understood.
    pub notices: Vec<String>,
    /// Where everything is kept, for `/where`.
    pub home_path: String,
    /// Where finished records go, when that is not in the home.
    pub records_path: Option<String>,
    /// Whether what is kept is sealed, and whether its key is open.
    pub seal: Seal,
    /// Everything is hidden, and the key forgotten.
    pub locked: Option<Locked>,
    /// The passphrase is being asked for.
    pub unlocking: Option<Unlocking>,
    /// Practice, while on that side of the wall.
    pub practice: Option<Box<Practice>>,
    /// While observing, a number counts only once Enter is pressed.
    pub tally_needs_enter: bool,
    /// The conversation of another window that is on the screen.
    pub looking: Option<Looking>,
    /// The clock at the last message.
    pub now: Moment,
    /// The command offered in place of one that is not there; Enter runs it.
    pub offered: Option<Command>,
    /// The chosen row of the list a typed slash shows.
    pub slash_row: Option<usize>,
    /// The last key chose among rows, so the cursor stands on the chosen one and a screen reader says it.
    pub choosing: bool,
    /// The key before it did.
    chose_before: bool,
    /// How many rows further down than the last note Read back is: what was agreed stands below it. Drawing stops at
    /// its end.
    pub past_last: usize,
    /// The finished record that is being read.
    pub shown_record: Option<records::Shown>,
    /// The record that was saved last.
    pub saved_record: Option<ConversationId>,
    hinted: Option<ConversationId>,
    tips: Vec<&'static str>,
    /// It was said what leaving would cost; asked again, it leaves.
    leaving: bool,
    /// When a key was last pressed.
    last_key: Moment,
    /// What another window has and was asked to be read.
    looks_for: Option<ConversationId>,
    /// What is done first in practice.
    wanted: Option<practice::Wanted>,
    /// What the record that was asked for is for.
    record_for: records::For,
    /// What was being added to records, put by.
    begun: Vec<Begun>,
    /// The same with what is being answered, as it was last kept.
    begun_kept: Vec<Begun>,
    /// A story that is being told, and somebody who is being asked.
    unfinished: Unfinished,
    /// The same as it was last kept.
    unfinished_kept: Unfinished,
    /// The line of a story's record that was chosen last.
    line_chosen: Option<usize>,
    /// The parts of the story that is being told were looked at: from its lines the way back is there.
    parts_seen: bool,
    /// The lines of a record are shown once those linked with it are read.
    lines_wait: bool,
    /// A story or what somebody said is on its way to its file.
    keeping: bool,
    /// The stories there are, once they were read.
    told: Option<Vec<Story>>,
    /// What was typed to the questions after the one that is asked, the next one last.
    ahead: Vec<String>,
    /// What becomes of a step once its conversation is open.
    pending: Option<follow::Pending>,
    /// When what was promised was last asked for.
    index_asked: Moment,
    /// When local help was last asked for.
    local_help_asked: Moment,
    /// What was remembered of it since, which the answer may not have.
    remembered_since: Vec<(String, Remembering)>,
    /// Who is in crisis, as it was last read.
    board: Vec<InCrisis>,
    /// What is said of a crisis once its conversation is open.
    pending_close: Option<close::Pending>,
    /// The conversation in which nothing was answered to when the worker looks again.
    look_skipped: Option<ConversationId>,
    /// What was asked to be put right since the program started: once each.
    mended: Vec<(ConversationId, Stick)>,
    /// When the worker looks again was asked from among the ways to save.
    saving: bool,
    /// The plan that was begun while somebody is in crisis, once that was said.
    nudged: Option<ConversationId>,
    /// Everybody met, as the index has them, once somebody asked.
    people: People,
    /// The person whose ten lines were asked for last.
    knowing: Option<known::Knowing>,
    /// What the records add up to, once somebody asked.
    charts: Option<Box<Charts>>,
}

impl App {
    /// A program just started, on Home. `drafts` are on the desk, the last used first.
    pub fn new(desk: Desk, size: (u16, u16), now: Moment) -> Self {
        let mut app = Self {
            desk,
            screen: Screen::Home,
            sheet: None,
            size,
            row: 0,
            note: None,
            said: None,
            quiet: None,
            guide_shown: true,
            focused: true,
            trouble: None,
            kept_meanwhile: None,
            leaving: false,
            saved: None,
            notices: vec![],
            home_path: String::new(),
            records_path: None,
            seal: Seal::Off,
            locked: None,
            unlocking: None,
            practice: None,
            tally_needs_enter: false,
            looking: None,
            now,
            offered: None,
            slash_row: None,
            choosing: false,
            chose_before: false,
            past_last: 0,
            hinted: None,
            tips: vec![],
            last_key: now,
            looks_for: None,
            wanted: None,
            shown_record: None,
            record_for: records::For::Reading,
            begun: vec![],
            begun_kept: vec![],
            unfinished: Unfinished::default(),
            unfinished_kept: Unfinished::default(),
            line_chosen: None,
            parts_seen: false,
            lines_wait: false,
            keeping: false,
            told: None,
            ahead: vec![],
            saved_record: None,
            pending: None,
            index_asked: now,
            local_help_asked: now,
            remembered_since: vec![],
            board: vec![],
            pending_close: None,
            look_skipped: None,
            mended: vec![],
            saving: false,
            nudged: None,
            people: People::default(),
            knowing: None,
            charts: None,
        };
        app.look_at_drafts();
        app.ask_for_index();
        app.desk.ask(Effect::ReadAnswers);
        app.ask_for_unfinished();
        app
    }

    /// Takes a message in, and gives what the outside should do.
    pub fn update(&mut self, msg: Msg, tick: Tick) -> Vec<Effect> {
        self.now = tick.now;
        self.lock_if_idle();
        update::update(self, msg, tick);
        self.keep_what_is_begun();
        self.forget_what_is_locked();
        self.desk.take_effects()
    }

    /// The conversation that is on the screen: another window's while looking on, or else the one in hand.
    pub fn shown(&self) -> Option<&Conversation> {
        match &self.looking {
            Some(looking) => Some(&looking.talk),
            None => self.desk.talk(),
        }
    }

    /// The first screen of this side of the wall.
    pub fn front(&self) -> Screen {
        match self.practice {
            Some(_) => Screen::Cards,
            None => Screen::Home,
        }
    }

    /// Whether that is the screen that is showing.
    pub fn is_at_front(&self) -> bool {
        self.screen == self.front()
    }

    /// Whether the conversation is paused, and its notes hidden.
    pub fn is_paused(&self) -> bool {
        !self.is_at_front() && self.desk.talk().is_some_and(|talk| talk.paused.is_some())
    }

    /// Whether it is paused because the family has the room to themselves.
    pub fn is_family_time(&self) -> bool {
        let alone = |talk: &Conversation| talk.family_time().is_some();
        self.is_paused() && self.desk.talk().is_some_and(alone)
    }

    /// Whether anything is on the line.
    pub fn line_is_empty(&self) -> bool {
        self.desk.line().is_empty()
    }

    /// Whether the line is a command being typed, so that the list of commands shows over it.
    pub fn is_slash(&self) -> bool {
        let line = self.desk.line();
        line.starts_with('/')
            && !line.starts_with("//")
            && self.sheet.is_none()
            && self.unlocking.is_none()
            && self.locked.is_none()
            && !self.is_paused()
            && !line.contains('\n')
    }

    /// What the list of commands is narrowed by while a slash is on the line.
    pub fn slash_filter(&self) -> &str {
        self.desk.line().strip_prefix('/').unwrap_or_default()
    }

    /// How many rows a page of a list is.
    fn page(&self) -> usize {
        usize::from(self.size.1 / 2).max(1)
    }
}
