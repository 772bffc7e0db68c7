//! Sheets: short lists that open over the line when a key is pressed for them. The line keeps its words.
//!
//! Every row of a sheet is a command. Choosing a row closes the sheet and does it; Esc closes and changes nothing.

use chrono::NaiveDate;

use super::{App, answer::Edits, feedback::FeedbackSheet, lists, story::StorySheet, table};
use crate::{
    conversation::{ConversationId, Moment, NoteId},
    desk::{Asked, Command, Question},
    line::{self, Reading},
    promise::Place,
    record::NotHome,
};

/// Which list is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetKind {
    /// Topics of the guide in use.
    Topics,
    /// Headings of the record, for a note.
    Headings(NoteId),
    /// All commands.
    Commands,
    /// Local help, notes and topics.
    Find,
    /// One piece of local help, by its id.
    Listing(String),
    /// What somebody said to being introduced to it.
    Introduce(String),
    /// The three kinds, and the way to all guides.
    Kinds,
    /// All guides.
    Guides,
    /// When is it due.
    When(When),
    /// What can be done with a note.
    NoteMenu(NoteId),
    /// Marks for a note.
    Marks(NoteId),
    /// The notes.
    Notes,
    /// Ways to save.
    Save,
    /// One topic whole: questions, clues, where next, what to write.
    WholeTopic,
    /// What can be done about a conversation another window has, perhaps since then.
    Elsewhere(ConversationId, Option<Moment>),
    /// Where everything is kept, and what can be done while it cannot be written.
    Where,
    /// Everything that was promised.
    Due,
    /// What was promised this week.
    Week,
    /// People already met.
    People,
    /// What to know of one of them, by name.
    Known(String),
    /// What became of one promise, or what is asked about it.
    FollowUp(Place, Option<Asked>),
    /// The finished records.
    Records,
    /// What can be done with one.
    RecordMenu(ConversationId),
    /// What is asked of somebody who adds to one.
    Adding(ConversationId, Question),
    /// Something about people in crisis.
    Close(CloseSheet),
    /// Something about stories of difference.
    Story(StorySheet),
    /// Something about feedback.
    Feedback(FeedbackSheet),
    /// A finished record, to be read.
    Record,
    /// What happened next, from the team's list.
    Routes,
    /// Which part of the record is copied.
    CopyPart,
    /// What a letter is written as, and where it goes when that is not the home.
    Letter(Option<NotHome>),
    /// The words that make people go hmm.
    Words,
    /// The team's numbers and safe steps. The line stays live under it.
    Safe,
    /// The scenarios.
    Scenarios,
    /// What has been played and not thrown away.
    SoFar,
    /// What can be done with one of those.
    Played(ConversationId),
    /// What the trainer may make happen.
    Injects,
    /// The moments to try again from.
    Moments,
    /// What can be done in a turn on one's own.
    Moves,
    /// What it asks about: the one with this place in that list.
    AskAbout(usize),
    /// Whether anything is kept of a talk on one's own.
    AloneOver,
    /// What becomes of a debrief.
    EndDebrief,
    /// Rules, marks, keys; fills the screen.
    Help,
}

/// Which list about people in crisis. `None` is the conversation in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CloseSheet {
    /// Everybody on the board; and where a check-in is to begin, the way to one on nobody there.
    Board {
        /// A check-in is to begin.
        check_in: bool,
    },
    /// What can be done about one of them.
    Person(ConversationId),
    /// When the worker looks again.
    When(Option<ConversationId>),
    /// A day, typed.
    Day(ConversationId),
    /// How anybody knows that it is steady, typed.
    Why(ConversationId),
}

/// The state of the when sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The step; `None` is the one being typed.
    pub note: Option<NoteId>,
    /// What is being chosen.
    pub stage: Stage,
}

/// What the when sheet is choosing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Among the readings.
    List,
    /// A day, with the arrows or typed.
    Day(NaiveDate),
    /// A name, typed.
    Owner,
}

/// An open list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which.
    pub kind: SheetKind,
    /// Letters typed to narrow it.
    pub filter: String,
    /// How many bytes of them stand after the cursor.
    pub after: usize,
    /// The chosen row.
    pub chosen: usize,
    /// What an answer typed in it was before, for as long as it is open.
    pub edits: Edits,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is.
    pub text: String,
    /// What is said beside it.
    pub detail: String,
    /// What choosing it does; `None` for a heading or a line to read.
    pub pick: Option<Pick>,
}

/// What choosing a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Closes the sheet and does this.
    Do(Command),
    /// Stays in the when sheet and chooses this next.
    Then(Stage),
}

impl SheetRow {
    /// A row that does something.
    pub fn new(text: impl Into<String>, detail: impl Into<String>, command: Command) -> Self {
        Self {
            text: text.into(),
            detail: detail.into(),
            pick: Some(Pick::Do(command)),
        }
    }

    /// A row that goes on to another choice.
    pub fn then(text: impl Into<String>, detail: impl Into<String>, stage: Stage) -> Self {
        Self {
            text: text.into(),
            detail: detail.into(),
            pick: Some(Pick::Then(stage)),
        }
    }

    /// A row to read.
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            detail: String::new(),
            pick: None,
        }
    }
}

/// No row.
const NOTHING: usize = usize::MAX;

impl Sheet {
    /// A list just opened, perhaps narrowed already.
    pub fn new(kind: SheetKind, filter: &str) -> Self {
        Self {
            kind,
            filter: filter.to_owned(),
            after: 0,
            chosen: 0,
            edits: Edits::default(),
        }
    }

    /// The same with no row chosen, so that Enter gives no answer that nobody gave.
    #[must_use]
    pub fn with_nothing_chosen(self) -> Self {
        Self {
            chosen: NOTHING,
            ..self
        }
    }

    /// Whether no row is chosen.
    pub fn has_nothing_chosen(&self) -> bool {
        self.chosen == NOTHING
    }

    /// Whether a digit chooses a row: not where it goes on with letters that narrow the list.
    pub fn takes_number(&self) -> bool {
        self.is_numbered() && self.filter.is_empty()
    }

    /// Whether its rows have numbers.
    pub fn is_numbered(&self) -> bool {
        match &self.kind {
            SheetKind::Kinds
            | SheetKind::Listing(_)
            | SheetKind::Introduce(_)
            | SheetKind::NoteMenu(_)
            | SheetKind::Marks(_)
            | SheetKind::Save
            | SheetKind::Elsewhere(..)
            | SheetKind::Injects
            | SheetKind::Moves
            | SheetKind::AskAbout(_)
            | SheetKind::AloneOver
            | SheetKind::Played(_)
            | SheetKind::EndDebrief
            | SheetKind::FollowUp(_, None)
            | SheetKind::Known(_)
            | SheetKind::RecordMenu(_)
            | SheetKind::Routes
            | SheetKind::Letter(_)
            | SheetKind::Close(CloseSheet::Person(_) | CloseSheet::When(_))
            | SheetKind::Where => true,
            SheetKind::When(when) => when.stage == Stage::List,
            SheetKind::Story(which) => which.is_numbered(),
            SheetKind::Feedback(which) => which.is_numbered(),
            _ => false,
        }
    }

    /// Whether this letter is a digit that chooses a row.
    pub fn is_number(&self, letter: char) -> bool {
        letter.is_ascii_digit() && self.is_numbered()
    }

    /// Whether letters narrow it.
    pub fn narrows(&self) -> bool {
        let is_both = self.kind == SheetKind::Routes;
        (is_both || !self.is_numbered()) && !self.is_safe_or_read()
    }

    /// Whether it is read through rather than chosen from, over the screen.
    pub fn is_safe_or_read(&self) -> bool {
        match &self.kind {
            SheetKind::WholeTopic | SheetKind::Safe | SheetKind::Record | SheetKind::Words => true,
            SheetKind::Story(which) => which.is_read(),
            SheetKind::Feedback(which) => *which == FeedbackSheet::Intro,
            _ => false,
        }
    }

    /// Its rows now.
    pub fn rows(&self, app: &App) -> Vec<SheetRow> {
        let mut rows = lists::rows(app, self);
        if matches!(
            self.kind,
            SheetKind::Headings(_)
                | SheetKind::Guides
                | SheetKind::Notes
                | SheetKind::Scenarios
                | SheetKind::SoFar
                | SheetKind::Moments
                | SheetKind::Due
                | SheetKind::CopyPart
                | SheetKind::Week
                | SheetKind::Close(CloseSheet::Board { .. })
                | SheetKind::Story(StorySheet::List)
        ) && !self.filter.is_empty()
        {
            rows.retain(|row| lists::matches(&row.text, &self.filter));
        }
        rows
    }

    /// Whether it takes an answer, or a name that is looked for: words of its own, that are no note.
    pub fn takes_answer(&self) -> bool {
        match &self.kind {
            SheetKind::FollowUp(_, Some(_))
            | SheetKind::Adding(..)
            | SheetKind::Records
            | SheetKind::Close(CloseSheet::Day(_) | CloseSheet::Why(_)) => true,
            SheetKind::Story(which) => which.takes_answer(),
            SheetKind::Feedback(which) => which.takes_answer(),
            _ => false,
        }
    }

    /// The command that was typed where an answer is: its name, and what follows it.
    pub fn typed_command(&self) -> Option<(&str, &str)> {
        let goes_on = match &self.kind {
            SheetKind::Adding(_, question) => question.goes_on(),
            SheetKind::Story(StorySheet::Part(_))
            | SheetKind::Feedback(FeedbackSheet::Words(_)) => true,
            _ => false,
        };
        command_in_answer(&self.filter, goes_on).filter(|_| self.takes_answer())
    }

    /// The row that Enter takes: the chosen one, or the next that does something. None where nothing is chosen.
    pub fn choice(&self, rows: &[SheetRow]) -> Option<usize> {
        if self.has_nothing_chosen() {
            return None;
        }
        let does = |at: &usize| rows[*at].pick.is_some();
        (self.chosen.min(rows.len())..rows.len())
            .find(does)
            .or_else(|| (0..rows.len()).rev().find(does))
    }
}

/// The command a line typed as an answer is: its name, and what follows it. Once somebody's own words have begun, a
/// line is theirs unless it is a command's name and nothing else.
pub fn command_in_answer(typed: &str, goes_on: bool) -> Option<(&str, &str)> {
    match line::read(typed, |_| None::<()>) {
        Reading::Command { name, rest } if !goes_on && !name.is_empty() => Some((name, rest)),
        Reading::Command { name, rest: "" } if table::is_name(name) => Some((name, "")),
        _ => None,
    }
}
