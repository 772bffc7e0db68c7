//! What the outside should do. `run` performs it; what comes of it returns as a message.

use crate::{
    connection::Remembering,
    conversation::{ConversationId, Side, Stamped},
    desk::{Adding, Begun, CopyGiven, Following, LetterAsked, Passphrase, Preference, Tell},
    people::Sticking,
    record::Cleared,
};

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a conversation's folder and journal, with its first event.
    Begin(ConversationId, Box<Stamped>),
    /// Write one event to the journal, before it is shown.
    Append(ConversationId, Box<Stamped>),
    /// Settle the journal on the disk now rather than within a second.
    Sync(ConversationId),
    /// Open a conversation: lock it, read it, say what was found.
    Open(ConversationId),
    /// Read a conversation another window has, without touching it.
    LookOn(ConversationId),
    /// Ask the other window to let a conversation go, then open it here.
    MoveHere(ConversationId),
    /// Let go of a conversation: settle, unlock.
    Close(ConversationId),
    /// Take away a conversation that never held a word.
    Discard(ConversationId),
    /// Take away a conversation that was read for Home and never held a word, unless it was opened meanwhile.
    Sweep(ConversationId),
    /// Read these conversations far enough for a line each on Home.
    Summarise(Vec<ConversationId>),
    /// List again what is open on this side of the wall.
    Relist,
    /// Read what was promised and who was met, in every record and every open conversation. The answer comes when it comes.
    ReadIndex,
    /// Read the team's local help. The answer comes when it comes.
    ReadLocalHelp,
    /// Write what became of a promise into its record.
    Follow(Box<Following>),
    /// Add to a finished record of a crisis what sticking close adds.
    Stick(Box<Sticking>),
    /// Read what these records tell of what matters to somebody. The answer comes when it comes.
    ReadKnown(Vec<ConversationId>),
    /// Read a finished record, to be looked at.
    ReadRecord(ConversationId),
    /// Add something to a finished record.
    Add(Box<Adding>),
    /// Keep what is begun to be added to records, in the place of what was kept of that; before it is shown.
    KeepAnswers {
        /// All of it. None takes away what was kept.
        begun: Vec<Begun>,
        /// Only letters changed, so that nobody waits for the disk to settle.
        typing: bool,
    },
    /// Read what is begun to be added to records.
    ReadAnswers,
    /// Keep or read something about stories or feedback.
    Tell(Box<Tell>),
    /// Put the record on the disk, then end the journal and take it away.
    Save(Box<Saving>),
    /// Put words on the clipboard.
    Copy(Cleared),
    /// Write the person's copy as a letter, in the folder of copies.
    WriteLetter(Box<LetterAsked>),
    /// Write into a finished record how and when the person had their copy.
    NoteCopyGiven(Box<CopyGiven>),
    /// Open the key with this passphrase, so that what is sealed can be read. Takes about a second.
    Unlock(Passphrase),
    /// Forget the key.
    Lock,
    /// Keep everything in this folder from now on, and what could not be written first of all.
    KeepIn(String),
    /// Try now what could not be written.
    TryAgain,
    /// Go to the other side of the wall: from people's lives to role-play, or back. Nothing is in hand then.
    Cross(Side),
    /// Read what observers counted of this role-play, or of others played about then, without touching it.
    Fetch(ConversationId),
    /// Write what was observed as a file of this name, outside the home and never over another.
    Carry(ConversationId, String),
    /// Read such a file.
    Bring(String),
    /// Remember this of the listing with this id.
    RememberListing(String, Remembering),
    /// Remember a preference.
    Remember(Preference),
    /// Draw everything again.
    Redraw,
    /// End the program.
    Leave,
}

/// A finished record on its way to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// The conversation, and the record's name.
    pub id: ConversationId,
    /// The record.
    pub record: String,
    /// The notes kept apart from it, when there are any.
    pub apart: Option<String>,
    /// Words for the clipboard once it is saved.
    pub copy: Option<Cleared>,
    /// The event that ends the journal.
    pub end: Stamped,
}
