//! What ended a conversation whose journal does not say: found out from its lock.
//!
//! A program that is killed and a computer that stops leave no word behind. But the lock says in which run of the computer
//! it was taken. If the computer has started again since, it was the computer that stopped; if not, the program was
//! ended, and whether one still runs the lock itself tells.

use std::{fmt, fs, path::Path};

use super::{JournalRead, files::read_limited, lock};
use crate::conversation::{Event, Stamped, Stop};

/// Where Linux names the present run of the computer. Other systems have no such file, and nothing is said of them.
const BOOT_ID: &str = "/proc/sys/kernel/random/boot_id";

/// More than a lock or a name of a run ever holds, in bytes.
const LIMIT: u64 = 4096;

/// One run of the computer, from start to stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boot(String);

/// What became of whoever was writing a conversation that has no ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutOff {
    /// Another window is writing it.
    OpenElsewhere,
    /// Nobody is, and this is why.
    Ended(Stop),
}

impl Boot {
    /// The present run, where the system names it.
    pub fn present() -> Option<Self> {
        Self::named(fs::read_to_string(BOOT_ID).ok()?.trim())
    }

    /// A run by its name: letters, digits and dashes.
    pub(super) fn named(name: &str) -> Option<Self> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_name = !name.is_empty() && name.len() <= 64 && name.chars().all(plain);
        is_name.then(|| Self(name.to_owned()))
    }

    /// The run the lock at this path was taken in.
    fn of_lock(path: &Path) -> Option<Self> {
        let bytes = read_limited(path, LIMIT).ok()?;
        let text = str::from_utf8(&bytes).ok()?;
        Self::named(text.lines().find_map(|line| line.strip_prefix("boot "))?)
    }
}

impl fmt::Display for Boot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JournalRead {
    /// Whether its last line says how it ended.
    pub fn has_ending(&self) -> bool {
        let last = self.events.last().map(|last| &last.event);
        matches!(
            last,
            Some(Event::Left | Event::Stopped(_) | Event::Finished)
        )
    }

    /// Says how it ended where its last line does not: as of the last thing that happened. The journal stays as it is.
    pub fn end_with(&mut self, cut_off: CutOff) {
        if let (false, CutOff::Ended(stop), Some(last)) =
            (self.has_ending(), cut_off, self.events.last())
        {
            let at = last.at;
            let event = Event::Stopped(stop);
            self.events.push(Stamped { at, event });
        }
    }
}

/// What became of whoever had the conversation in this folder. Writes nothing.
pub(super) fn cut_off(folder: &Path) -> CutOff {
    // A claim is only there while it is held, or after its window was cut off.
    let files = [lock::CLAIM, lock::LOCK];
    let taken_in = files
        .iter()
        .find_map(|name| Boot::of_lock(&folder.join(name)));
    decide(
        lock::is_held(folder),
        taken_in.as_ref(),
        Boot::present().as_ref(),
    )
}

fn decide(held: bool, taken_in: Option<&Boot>, present: Option<&Boot>) -> CutOff {
    match (taken_in, present) {
        _ if held => CutOff::OpenElsewhere,
        (Some(then), Some(now)) if then == now => CutOff::Ended(Stop::Trouble),
        (Some(_), Some(_)) => CutOff::Ended(Stop::ComputerStopped),
        _ => CutOff::Ended(Stop::WithoutWarning),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conversation::samples::moment,
        store::{Lock, disk},
    };

    #[test]
    fn the_lock_tells_what_ended_it() {
        let (one, other) = (Boot::named("a-1"), Boot::named("b-2"));
        let told = |held, taken_in: &Option<Boot>, present: &Option<Boot>| {
            decide(held, taken_in.as_ref(), present.as_ref())
        };
        use CutOff::{Ended, OpenElsewhere};
        assert_eq!(told(false, &one, &one), Ended(Stop::Trouble));
        assert_eq!(told(false, &one, &other), Ended(Stop::ComputerStopped));
        assert_eq!(told(false, &None, &one), Ended(Stop::WithoutWarning));
        assert_eq!(told(false, &one, &None), Ended(Stop::WithoutWarning));
        for taken_in in [&one, &other, &None] {
            assert_eq!(told(true, taken_in, &one), OpenElsewhere);
        }
    }

    #[test]
    fn a_lock_that_is_held_and_one_that_is_left() {
        let temp = tempfile::tempdir().expect("a folder");
        let held = Lock::take(&disk::real(), temp.path(), moment(0)).expect("free");
        assert_eq!(cut_off(temp.path()), CutOff::OpenElsewhere);
        drop(held);
        let left = if Boot::present().is_some() {
            Stop::Trouble
        } else {
            Stop::WithoutWarning
        };
        assert_eq!(cut_off(temp.path()), CutOff::Ended(left));
        Lock::take(&disk::real(), temp.path(), moment(1)).expect("asking kept nobody out");
    }

    #[test]
    fn whatever_the_file_says_it_is_read_or_left() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("lock");
        for text in ["", "boot \n", "boot \x1b[2J\n", "since then\nboot"] {
            fs::write(&path, text).expect("written");
            assert_eq!(Boot::of_lock(&path), None, "{text:?}");
        }
        assert_eq!(
            cut_off(&temp.path().join("none")),
            CutOff::Ended(Stop::WithoutWarning)
        );
    }
}
