//! What a person can ask of the program: the one vocabulary of keys, typed names and plain mode.

use super::{
    AskFeedback, Close, Copies, Follow, Know, LocalHelp, Practise, Records, Stories, Together,
};
use crate::{
    conversation::{self as talk, About, Choice, ConversationId, Detail, NoteId},
    guide::GuideId,
    line::Mark,
};

/// What a person can ask.
///
/// Commands about a note mean the chosen one, or the last. `app::table` gives each its keys, typed name and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Straight to the conversation: letters, the cursor, undo.
    Talk(talk::Command),
    /// Keep what is typed; nothing typed, open what is chosen.
    Enter,
    /// One step back. Never throws words away.
    Back,
    /// A space, or in and out of the record.
    Space,
    /// A letter forward, or out of the record.
    Delete,
    /// Choose in a direction, or move in the line.
    Toward(Toward),
    /// A line break inside a note.
    NewLine,

    /// Find a topic, or go to the one named.
    Topics(String),
    /// Find a heading of the record, or move the note to the one named.
    Heading(String),
    /// Choose another kind of conversation.
    Kinds,
    /// Move to the conversation this guide is for, or begin it.
    Guide(GuideId),
    /// Choose among all guides.
    Guides,
    /// Mark a note.
    Mark(Mark),
    /// Choose a mark for a note.
    Marks,
    /// Keep a note apart, or put it back.
    Apart,
    /// Choose when a step is due; or the day, the choice or `none` named.
    When(String),
    /// Say who does a step.
    Owner(String),
    /// Find local help, notes and topics.
    Find(String),
    /// Show or hide the guide.
    GuidePane,
    /// Say the topic's questions.
    Ask,
    /// All commands.
    Commands,
    /// Five rules, marks, keys.
    Help,
    /// Bring a note's words back to the line.
    Change,
    /// Change a note so that each line becomes one.
    Split,
    /// Join a note to the one above.
    Join,
    /// Move a note up.
    NoteUp,
    /// Move a note down.
    NoteDown,
    /// What can be done with a note.
    NoteMenu,
    /// A list of the notes.
    Notes,
    /// Hide the notes, stop the clock.
    Pause,
    /// Choose what is in the record.
    ReadBack,
    /// In or out of the record.
    Choose(Choice),
    /// How much is in the record.
    Detail(Detail),
    /// Save the record: the sheet first, so that Enter is the last word.
    Save,
    /// Save now, finish, and copy if asked.
    SaveNow {
        /// Onto the clipboard as well.
        copy: bool,
    },
    /// Choose a note in the list.
    ChooseNote(NoteId),
    /// Open something Home lists.
    Open(ConversationId),
    /// Is it saved?
    Saved,
    /// Copy the record as it stands.
    Copy,
    /// Copy one note.
    CopyNote,
    /// Something about copies, or the words in them.
    Copies(Copies),
    /// Leave for later; on Home, close.
    Leave,
    /// Draw the screen again.
    Redraw,
    /// Who it is with, how to reach them, who else is there, what is agreed.
    About(About),
    /// The team's numbers and safe steps.
    Safe,
    /// The topics and questions of the guide, whole.
    WholeTopic,
    /// A preference, remembered.
    Prefer(Preference),
    /// How to add local help.
    Connections,
    /// Something about a piece of local help.
    LocalHelp(LocalHelp),
    /// Where everything is kept, and what can be done while it cannot be written.
    Where,
    /// Keep everything in this folder from now on.
    KeepIn(String),
    /// Try now what could not be written.
    TryAgain,
    /// Hide everything and forget the key.
    Lock,
    /// Ask for the passphrase.
    Unlock,
    /// Read a conversation another window has, and follow it.
    LookOn(ConversationId),
    /// Move a conversation another window has to this one.
    MoveHere(ConversationId),
    /// Something about what was promised.
    Follow(Follow),
    /// Something about people already met.
    Know(Know),
    /// Something about finished records.
    Records(Records),
    /// Something about stories of difference.
    Story(Stories),
    /// Something about feedback.
    Feedback(AskFeedback),
    /// Something about who is in the talk.
    Together(Together),
    /// Something about people in crisis.
    Close(Close),
    /// Something of practice.
    Practise(Practise),
    /// A typed command that is not one.
    Unknown {
        /// As typed.
        typed: String,
        /// The nearest there is.
        nearest: Option<&'static str>,
    },
    /// A typed command that needs something after it, or something else.
    Needs(&'static str),
    /// A listed command that cannot be done now, and why.
    NotNow(&'static str),
    /// A listed command that needs words after it: its name goes on the line.
    TypeOut(&'static str),
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Up one.
    Up,
    /// Down one.
    Down,
    /// Up a page.
    PageUp,
    /// Down a page.
    PageDown,
    /// Left.
    Left,
    /// Right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
}

/// Something a person prefers, kept in the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preference {
    /// The worker's name, for the record and next steps.
    Name(String),
    /// The quiet line after a worry.
    Hints(bool),
    /// Minutes on row 1.
    Clock(bool),
    /// A blank row between notes.
    Spacing(bool),
    /// How wide notes may be, in columns.
    Width(u16),
    /// Words that make people go hmm are shown in Read back.
    Words(bool),
    /// Minutes without a key until everything is hidden and the key forgotten; `None` is never.
    LockAfter(Option<u16>),
}
