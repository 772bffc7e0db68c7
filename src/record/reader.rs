//! Who may have which words: the one place that knows.
//!
//! Whatever shows, copies, prints or writes words of a conversation or a record asks a [`Reader`] first, and there is
//! one for every way out of the program. Two things beat every default: what is kept apart goes to nobody but the
//! worker and the file kept apart, and a record marked "no copy to the home" makes no letter unless the worker says
//! where else it goes. [`Cleared`] words can be made here alone, after asking; the clipboard, the letters and what
//! `alongside` prints of records take nothing else. `tests/outputs.rs` walks through all of them.

use super::inert::on_one_line;
use crate::conversation::Note;

/// Everybody and everything that gets words of a conversation or a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// The worker, in the conversation: its notes on the screen or line by line.
    Worker,
    /// Home's list of open conversations, which people passing see.
    Home,
    /// What was promised, wherever it is listed; and the block that is read aloud to the person.
    Promises,
    /// The record that is kept, and the look at it before it is.
    Record,
    /// The file kept apart.
    KeptApart,
    /// A finished record that is read: on the screen, or with `alongside show`.
    Reading,
    /// What to know of somebody before they have to say it again, in ten lines.
    TenLines,
    /// The record said once more where no disk will take it.
    LastResort,
    /// The whole record on the clipboard.
    WholeCopied,
    /// One heading of it on the clipboard.
    SectionCopied,
    /// One note on the clipboard.
    NoteCopied,
    /// The person's copy as Markdown.
    Copy,
    /// The person's copy as a letter in plain text.
    Letter,
    /// The person's copy as a page to print.
    Page,
    /// A story of difference that is begun with lines of a record.
    Story,
    /// A list gathered from many records, for the worker.
    List(List),
}

/// A list gathered from many records. It holds no more of each than its header does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Finished records.
    Records,
    /// The same for scripts.
    RecordsForScripts,
    /// What was promised.
    Due,
    /// The same for scripts.
    DueForScripts,
    /// The same as a calendar file, which others at work see.
    Calendar,
}

/// What "no copy to the home" means to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// It makes no difference: the words stay with the worker.
    Stays,
    /// The words can be carried anywhere from there, so the mark is said as they leave.
    Says,
    /// The words go to the person, so there are none until it is said where else than the home.
    Refuses,
}

/// Where the person's copy goes, when that is not the home: in the worker's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHome(String);

/// Why a reader may not have the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The worker marked the record.
    #[error(
        "Marked in their records: no copy to the home. Ask the person where a copy would be safe."
    )]
    NoCopyHome,
    /// The note is kept apart.
    #[error("That note is kept apart, so it is not copied. /apart puts it back.")]
    KeptApart,
}

/// A reader that asked and may have the words.
#[derive(Debug)]
pub struct Allowed {
    reader: Reader,
    marked: bool,
}

/// Words on their way to a reader that asked for them. Nothing in them acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    words: String,
    reader: Reader,
    marked: bool,
}

impl Reader {
    /// Every one there is.
    pub const ALL: [Self; 20] = [
        Self::Worker,
        Self::Home,
        Self::Promises,
        Self::Record,
        Self::KeptApart,
        Self::Reading,
        Self::TenLines,
        Self::LastResort,
        Self::WholeCopied,
        Self::SectionCopied,
        Self::NoteCopied,
        Self::Copy,
        Self::Letter,
        Self::Page,
        Self::Story,
        Self::List(List::Records),
        Self::List(List::RecordsForScripts),
        Self::List(List::Due),
        Self::List(List::DueForScripts),
        Self::List(List::Calendar),
    ];

    /// Whether it may have this note at all. What is kept apart is for the worker and its own file.
    pub fn may_have(self, note: &Note) -> bool {
        match self {
            Self::Worker => true,
            Self::KeptApart => note.apart,
            _ => !note.apart,
        }
    }

    /// What the mark "no copy to the home" means to it.
    pub fn when_marked(self) -> Marked {
        match self {
            Self::Copy | Self::Letter | Self::Page => Marked::Refuses,
            Self::WholeCopied | Self::SectionCopied | Self::NoteCopied | Self::Story => {
                Marked::Says
            }
            Self::Worker
            | Self::Home
            | Self::Promises
            | Self::Record
            | Self::KeptApart
            | Self::Reading
            | Self::TenLines
            | Self::LastResort
            | Self::List(_) => Marked::Stays,
        }
    }

    /// Asks for the words of one conversation or record, which is `marked` when no copy of it may go to the home.
    ///
    /// # Errors
    ///
    /// [`Refused::NoCopyHome`] where that stops it, and nobody said where else the words go.
    pub fn ask(self, marked: bool, not_home: Option<&NotHome>) -> Result<Allowed, Refused> {
        if marked && self.when_marked() == Marked::Refuses && not_home.is_none() {
            return Err(Refused::NoCopyHome);
        }
        Ok(Allowed {
            reader: self,
            marked,
        })
    }

    /// Asks for one note of a conversation.
    ///
    /// # Errors
    ///
    /// [`Refused::KeptApart`] where it is not for this reader; else as [`Self::ask`].
    pub fn ask_for(self, note: &Note, marked: bool) -> Result<Allowed, Refused> {
        if !self.may_have(note) {
            return Err(Refused::KeptApart);
        }
        self.ask(marked, None)
    }
}

impl List {
    /// Words gathered from many records, for the worker.
    pub fn clear(self, words: String) -> Cleared {
        Allowed {
            reader: Reader::List(self),
            marked: false,
        }
        .words(words)
    }
}

impl Allowed {
    /// The words, cleared.
    pub fn words(self, words: String) -> Cleared {
        Cleared {
            words,
            reader: self.reader,
            marked: self.marked,
        }
    }
}

impl Cleared {
    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Who they are for.
    pub fn reader(&self) -> Reader {
        self.reader
    }

    /// Whether no copy may go to the home, which is said as the words leave.
    pub fn is_marked(&self) -> bool {
        self.marked
    }
}

impl NotHome {
    /// Where the copy goes. `None` when nothing is said.
    pub fn said(words: &str) -> Option<Self> {
        let words = on_one_line(words);
        (!words.is_empty()).then_some(Self(words))
    }

    /// In the worker's words.
    pub fn words(&self) -> &str {
        &self.0
    }
}
