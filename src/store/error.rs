//! What can go wrong with the disk, each as a full sentence: what happened, what is safe, what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::conversation::{ConversationId, Moment, Side};

/// The outcome of anything that touches the disk.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Something the disk would not do.
///
/// The kinds are for a caller that can help (free space, choose another folder, look at a conversation read-only);
/// the sentence is for the person.
#[derive(Debug, Error)]
pub enum StoreError {
    /// No room left, or none left for this person.
    #[error(
        "This computer's disk is full, so {} could not be written. Nothing saved before has changed. Free some space, then try again.",
        path.display()
    )]
    Full {
        /// What was being written.
        path: PathBuf,
        /// What the computer said.
        source: io::Error,
    },
    /// The file or folder does not exist, or its drive is off.
    #[error("{} is not there. Nothing has changed. It may have been moved, or its drive may be off.", path.display())]
    NotThere {
        /// What was looked for.
        path: PathBuf,
    },
    /// The computer does not allow it, or the disk can only be read.
    #[error(
        "This computer does not allow the use of {}. Nothing saved before has changed. Choose another folder, or ask whoever looks after the computer.",
        path.display()
    )]
    Denied {
        /// What was being used.
        path: PathBuf,
        /// What the computer said.
        source: io::Error,
    },
    /// Something has this name already, and it was left as it is.
    #[error("There is already something called {}. It was left as it is. Use another name.", path.display())]
    AlreadyThere {
        /// The name that was taken.
        path: PathBuf,
    },
    /// A letter must be readable to be printed, and nothing in a sealed home may be.
    #[error(
        "This home is sealed, so no letter is kept in it where anybody could read it. Nothing was written. alongside show ID --copy --as html --to FILE writes one where you say."
    )]
    SealedHome,
    /// Another window is writing this conversation.
    #[error(
        "This conversation is open {}{}. Nothing has changed. Go on there, or start another here.",
        if *on_another_computer { "on another computer" } else { "in another window" },
        since_when(*since)
    )]
    OpenElsewhere {
        /// When the other window opened it, where that can be read.
        since: Option<Moment>,
        /// It is a window on another computer.
        on_another_computer: bool,
    },
    /// Another window was asked to let go of this conversation, and did not.
    #[error(
        "The other {}{} did not let go of this conversation. Nothing has changed. Go on there, or close it and try again.",
        if *on_another_computer { "computer" } else { "window" },
        since_when(*since)
    )]
    NotLetGo {
        /// When the other window opened it, where that can be read.
        since: Option<Moment>,
        /// It is a window on another computer.
        on_another_computer: bool,
    },
    /// Another window has the conversation now; nothing more is written to it from here.
    #[error(
        "This conversation moved to another window. Everything typed here before is in it. Go on there, or start another here."
    )]
    MovedAway,
    /// The file was changed by somebody else in the meantime.
    #[error("{} was changed by another program a moment ago. It was left as it is. Open it again and add to that.", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file does not hold what it should.
    #[error("{} could not be read: {why}. The file was left as it is. Mend it in an editor, or move it away.", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is the matter, to follow a colon.
        why: String,
    },
    /// More than is sensible to hold in memory.
    #[error("{} would be over {}, more than Alongside handles in one piece. It was left as it is. Use a smaller piece.", path.display(), size(*limit))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most there may be, in bytes.
        limit: u64,
    },
    /// A folder holds more files than are read.
    #[error(
        "{} holds over {limit} files, more than Alongside reads. The first {limit} by name are used. Move some of them away.",
        path.display()
    )]
    TooMany {
        /// The folder.
        path: PathBuf,
        /// The most that are read.
        limit: usize,
    },
    /// A pipe or a device stands where a file should be: reading it could take for ever.
    #[error("{} is not an ordinary file, so it was not opened. Nothing has changed. Put the real file there.", path.display())]
    NotAFile {
        /// What stands there.
        path: PathBuf,
    },
    /// A link stands where following it would read or write outside the home.
    #[error("{} is a link to somewhere else, so it was not opened. Nothing has changed. Put the real file or folder there.", path.display())]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// A file for another computer was to go among what the home looks after.
    #[error("{} is in Alongside's own folder. Nothing was written. Use a name outside it.", path.display())]
    InTheHome {
        /// The name.
        path: PathBuf,
    },
    /// It is sealed, and the key has not been taken out with the passphrase.
    #[error("{} is sealed. It is as it was. To read it, give your passphrase: alongside seal unlock.", path.display())]
    Sealed {
        /// What was to be read.
        path: PathBuf,
    },
    /// The passphrase is not the one, or the file with the key is not as it was. Nobody can tell which, on purpose.
    #[error(
        "That passphrase did not open it. It may be mistyped, or the file may be damaged. Nothing has changed. Try again, or ask whoever keeps your team's recovery key."
    )]
    NotOpened,
    /// It is sealed, or should be, and this build has no sealing.
    #[error(
        "{} belongs to sealing, and this build of Alongside has none. Nothing has been read or written. Use a build that has it.",
        path.display()
    )]
    NoSealing {
        /// What was met.
        path: PathBuf,
    },
    /// Role-play where life is kept, or life where role-play is.
    #[error(
        "{id} {} It was left as it is. Move it back to where it was.",
        wrong_side(id.side())
    )]
    OtherSide {
        /// What was met on the wrong side of the wall.
        id: ConversationId,
    },
    /// The computer does not say where a person's files go.
    #[error(
        "This computer does not say where your files go. Nothing has been written. Name a folder with --home."
    )]
    NoHome,
    /// Anything else the computer says.
    #[error("{} could not be used ({source}). Nothing saved before has changed. Try again, or choose another folder.", path.display())]
    Other {
        /// What was being used.
        path: PathBuf,
        /// What the computer said.
        source: io::Error,
    },
}

/// What is the matter with something of this side where it was met.
fn wrong_side(side: Side) -> &'static str {
    match side {
        Side::Practice => "is practice, and this is where people's lives are kept.",
        Side::Life => "is not practice, and this is where practice is kept.",
    }
}

/// `64 KiB`, `4 MiB`.
fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{} KiB", bytes >> 10),
        mebibytes => format!("{mebibytes} MiB"),
    }
}

impl StoreError {
    /// Turns what the computer said about `path` into a sentence.
    pub fn at(path: impl AsRef<Path>, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.as_ref().to_owned();
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
                Self::Full { path, source }
            }
            Kind::NotFound | Kind::NotADirectory => Self::NotThere { path },
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied { path, source },
            Kind::AlreadyExists => Self::AlreadyThere { path },
            _ => Self::Other { path, source },
        }
    }
}

/// ` (since 14:20)`, where it is known.
fn since_when(since: Option<Moment>) -> String {
    since.map_or(String::new(), |at| at.format(" (since %H:%M)").to_string())
}

/// Names the path in whatever went wrong with it.
pub(super) trait At<T> {
    /// The same outcome, with a sentence about `path` when it is an error.
    fn at(self, path: &Path) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T> {
        self.map_err(|source| StoreError::at(path, source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_error() -> Vec<StoreError> {
        let path = PathBuf::from("records/a.md");
        let since = chrono::DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").ok();
        let kinds = [
            io::ErrorKind::StorageFull,
            io::ErrorKind::NotFound,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::AlreadyExists,
            io::ErrorKind::TimedOut,
        ];
        let mut all: Vec<_> = kinds
            .into_iter()
            .map(|kind| StoreError::at(&path, kind.into()))
            .collect();
        for on_another_computer in [true, false] {
            for since in [since, None] {
                all.push(StoreError::OpenElsewhere {
                    since,
                    on_another_computer,
                });
                all.push(StoreError::NotLetGo {
                    since,
                    on_another_computer,
                });
            }
        }
        all.extend([
            StoreError::MovedAway,
            StoreError::Changed { path: path.clone() },
            StoreError::Damaged {
                path: path.clone(),
                why: "it is not text".to_owned(),
            },
            StoreError::TooLarge {
                path: path.clone(),
                limit: 4 << 20,
            },
            StoreError::TooMany {
                path: path.clone(),
                limit: 300,
            },
            StoreError::NotAFile { path: path.clone() },
            StoreError::Link { path: path.clone() },
            StoreError::InTheHome { path: path.clone() },
            StoreError::Sealed { path: path.clone() },
            StoreError::NotOpened,
            StoreError::NoSealing { path },
            StoreError::NoHome,
        ]);
        let at = since.unwrap_or_default();
        let life = ConversationId::new(at, crate::guide::Kind::Crisis, 1);
        all.extend([life, ConversationId::practice(at, 1)].map(|id| StoreError::OtherSide { id }));
        all
    }

    #[test]
    fn every_error_is_whole_sentences_without_alarm() {
        for error in every_error() {
            let said = error.to_string();
            assert!(said.ends_with('.'), "{said}");
            assert!(said.matches(". ").count() >= 2, "three sentences: {said}");
            for word in ["please", "sorry", "failed", "invalid", "error"] {
                assert!(!said.to_lowercase().contains(word), "{word}: {said}");
            }
        }
    }

    #[test]
    fn the_other_window_is_named_by_its_time() {
        let since = chrono::DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").ok();
        let said = StoreError::OpenElsewhere {
            since,
            on_another_computer: false,
        }
        .to_string();
        assert!(
            said.starts_with("This conversation is open in another window (since 14:20)."),
            "{said}"
        );
    }
}
