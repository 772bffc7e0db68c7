//! What a practitioner can ask of one conversation, and the reasons it may say no.

use chrono::NaiveDate;

use super::{
    Caller, Choice, Detail, Due, Fact, Holds, Link, NoteId, PartOfAssessment, Stop, TopicRef,
};
use crate::{
    guide::{Guide, SectionId, TopicId},
    line::{Mark, Outcome, Who},
    text,
};

/// What a practitioner can ask of one conversation.
///
/// Where a note may be named, `None` is the last one kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Letters at the cursor.
    Type(String),
    /// A block at the cursor, pasted at once.
    Paste(String),
    /// A letter back.
    Backspace,
    /// A letter forward.
    Delete,
    /// A word back.
    DeleteWord,
    /// The whole line.
    ClearLine,
    /// The cursor.
    Cursor(Motion),
    /// Keep what is on the line: a note, a mark for the last note, a topic for it.
    Keep {
        /// Typed in Read back, after the talk.
        late: bool,
        /// The note a mark or topic alone is for.
        chosen: Option<NoteId>,
    },
    /// Mark a note; the same mark again takes it off.
    Mark(Option<NoteId>, Mark),
    /// Mark the words on the line; the same mark again takes it off.
    MarkLine(Mark),
    /// Keep a note apart; again puts it back with the others.
    Apart(Option<NoteId>),
    /// Put a note under another topic.
    Refile(Option<NoteId>, TopicRef),
    /// Put a note under another heading of the record.
    Section(Option<NoteId>, SectionId),
    /// Say whose words a note is; `None` is the person's.
    Whose(Option<NoteId>, Option<String>),
    /// Keep a note as one side of a disagreement, under the heading for those; again puts it back.
    Disagree(Option<NoteId>),
    /// In or out of the record.
    Choose(Option<NoteId>, Choice),
    /// The day a next step is due: of the one being typed, the one named, or the last.
    Due(Option<NoteId>, Due),
    /// Who does a next step.
    Owner(Option<NoteId>, Who),
    /// What has come of a next step.
    Outcome(Option<NoteId>, Outcome),
    /// Bring a note's words back to the line to change them.
    Change {
        /// Which note.
        note: Option<NoteId>,
        /// Each line becomes a note of its own.
        split: bool,
    },
    /// Join a note to the one above it.
    Join(Option<NoteId>),
    /// Move a note up the list, towards the first.
    Up(Option<NoteId>),
    /// Move a note down the list.
    Down(Option<NoteId>),
    /// Keep a connection chosen from the local list.
    Connect {
        /// The listing's stable id.
        listing: String,
        /// What kind of local help it is, where the list says.
        kind: Option<String>,
        /// As the note will read.
        text: String,
    },
    /// Keep a note that counts, in these words, whatever is on the line.
    Count {
        /// What it says for the figures beside its words. A spend says it in them.
        fact: Option<Fact>,
        /// The words.
        text: String,
        /// Asked for in Read back, after the talk.
        late: bool,
    },
    /// Keep these as notes, in one step, whatever is on the line.
    Add(Vec<Added>),
    /// The same, and the words on the line go: the first of the notes is made of them.
    Say(Vec<Added>),
    /// Keep something to find out, to come back to.
    FindOut(String),
    /// The next topic of the guide, round to the first.
    NextTopic,
    /// The topic before, round to the last.
    PreviousTopic,
    /// This topic.
    Topic(TopicId),
    /// Another kind of conversation, with its guide.
    Switch(Box<Guide>),
    /// Who, how, what is agreed.
    About(About),
    /// The day the worker looks again, as a step in these words; `None` takes it out.
    LookAgain(Option<NaiveDate>, String),
    /// Whether it is steady, and how anybody knows.
    Steady(Holds),
    /// How much goes into the record.
    Detail(Detail),
    /// Hide the notes and stop the clock.
    Pause,
    /// Leave the family alone: hide the notes, stop the clock, and let the record say so.
    FamilyTime,
    /// Go on.
    CarryOn,
    /// Leave it for later.
    Leave,
    /// Open it again.
    TakeUp,
    /// The program is being stopped.
    Stop(Stop),
    /// The record is on the disk.
    Finish,
    /// Words typed into a list.
    Sought(String),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
}

/// A note that was not typed on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The words.
    pub text: String,
    /// The topic of the guide in use it goes under. One the guide does not have is still kept with the note.
    pub topic: TopicId,
    /// What kind of note it is; never a next step.
    pub mark: Option<Mark>,
    /// Whose words they are, when they are somebody else's.
    pub speaker: Option<String>,
}

/// Something known of the conversation itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Who it is with.
    Person(Option<String>),
    /// Who it is with, and what their last record says of how to be in touch with them.
    Known {
        /// `Joan M`.
        person: String,
        /// How they like to be contacted and what helps; `None` says nothing of it.
        contact: Option<String>,
        /// Nothing may be sent to where they live. Never takes that mark off.
        no_copy_home: bool,
    },
    /// Who got in touch for them.
    Caller(Option<Caller>),
    /// How they like to be contacted and what helps.
    Contact(Option<String>),
    /// The day they first got in touch.
    Contacted(Option<NaiveDate>),
    /// Phone, home, ward, video.
    How(Option<String>),
    /// The worker's name.
    By(Option<String>),
    /// Somebody joined.
    Joined {
        /// `Carol`.
        name: String,
        /// `daughter`.
        role: Option<String>,
    },
    /// Somebody left.
    WentAway(String),
    /// Nothing may be sent to where the person lives.
    NoCopyHome(bool),
    /// The worker's word on the formal process.
    PartOfAssessment(PartOfAssessment),
    /// How and when the person had a copy.
    Copy(Option<String>),
    /// The outcome route.
    Route(Option<String>),
    /// It is held the old way, and counts in the baseline of this name.
    OldWay(Option<String>),
    /// It belongs to another conversation.
    Linked(Link),
}

/// A move of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// A letter left.
    Left,
    /// A letter right.
    Right,
    /// A word left.
    WordLeft,
    /// A word right.
    WordRight,
    /// To the start.
    Start,
    /// To the end.
    End,
}

impl Motion {
    /// Where the cursor is after it, from `at` in `line`.
    pub fn from(self, line: &str, at: usize) -> usize {
        match self {
            Self::Left => text::prev(line, at),
            Self::Right => text::next(line, at),
            Self::WordLeft => text::word_left(line, at),
            Self::WordRight => text::word_right(line, at),
            Self::Start => 0,
            Self::End => line.len(),
        }
    }
}

/// Why a command was not done. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to do again.
    NothingToRedo,
    /// More than one note can hold.
    TooLong,
    /// There is no note to do it to.
    NoNote,
    /// The guide in use has no such topic.
    NoTopic,
    /// The guides in use have no such heading.
    NoSection,
    /// Only a next step has a who and a when, and this note is none.
    NotAStep,
    /// There is no next step yet.
    NoStep,
    /// There is no note above.
    NothingAbove,
    /// The notes are different people's words.
    TwoVoices,
    /// There is no note below.
    NothingBelow,
    /// The conversation has this kind already.
    AlreadyHere,
    /// The line has words on it that this would take the place of.
    LineInUse,
    /// Nobody of that name is in the talk.
    NobodyCalled(String),
    /// Somebody of that name is in the talk already.
    HereAlready(String),
    /// That is the person it is about.
    IsThePerson,
    /// What the worker saw, thinks, asks, promises or connects is nobody else's words.
    WorkersOwn,
    /// A hand-over or a talk with a colleague is counted one by one, so it stays a note of its own.
    CountedAlone,
}
