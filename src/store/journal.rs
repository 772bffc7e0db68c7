//! Writing what is said, as it is said.
//!
//! Each call is one write(2), so what is on the screen is with the operating system before it is drawn: the program
//! may be killed at any instant. In a sealed home each write is a file of its own, whole in itself. Settling it all on
//! the disk, and folding pieces together, is slow and is left to [`sync`](super::sync).
//!
//! All that was said stays here in memory as well. When the disk will not take it (full, a drive gone), what it has
//! not taken goes first at the next try; and the whole of it can be written somewhere else.

use std::{
    io,
    ops::Range,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

mod fold;

use super::{
    Home,
    disk::{DiskFile, Errand},
    error::{At, Result, StoreError},
    lines::{self, CANCELLED, JournalRead, LINE_LIMIT},
    pieces::{Found, JOURNAL_LIMIT, Piece},
    sync::{Settle, SyncHandle},
};
use crate::conversation::{ConversationId, Stamped};

/// The journal of one conversation, open for adding to.
#[derive(Debug)]
pub struct Journal {
    shared: Arc<Shared>,
    handle: SyncHandle,
}

/// What the typing and the settling thread share.
#[derive(Debug)]
struct Shared {
    home: Home,
    id: ConversationId,
    folder: PathBuf,
    said: Mutex<Said>,
    /// Held while settling: one thread at a time.
    settling: Mutex<()>,
}

/// What was said, and how much of it the disk has.
#[derive(Debug, Default)]
struct Said {
    /// Whole lines, in order.
    whole: Vec<u8>,
    /// How many bytes of them are in pieces.
    written: usize,
    /// The pieces, in order, each from where the one before ends.
    parts: Vec<Part>,
    /// The number of the next piece.
    next: u32,
    /// The last piece, when it can be added to.
    live: Option<Arc<dyn DiskFile>>,
    /// What ends a line that is only partly in the last piece, so that it spoils no other.
    lead: Vec<u8>,
    /// Pieces before this one are left as they are: something in them could not be read.
    floor: usize,
    /// Pieces a wider one stands for, which a crash left behind.
    spent: Vec<Piece>,
    /// How long `whole` was when it was last folded.
    folded: usize,
    /// What the disk has may not be what was written there: its drive went, or the folder did. Nothing is added to it
    /// before all of it has been written again.
    astray: bool,
    /// Another window has this conversation now.
    moved: bool,
    /// It is being taken away: nothing in its folder is made any more.
    ended: bool,
}

/// One piece, and where it ends in all that was said.
#[derive(Debug, Clone, Copy)]
struct Part {
    piece: Piece,
    end: usize,
    settled: bool,
}

impl Journal {
    /// A journal with nothing in it. Nothing is written yet, and the folder need not be there yet.
    pub fn new(home: &Home, id: &ConversationId) -> Self {
        Self::on(home, id, Said::default())
    }

    /// A journal as it was found. A last line that was cut short is ended at the next write, so that it spoils no other.
    pub fn found(home: &Home, id: &ConversationId, found: Found, read: &JournalRead) -> Self {
        Self::on(home, id, Said::of(found, read))
    }

    /// Another journal that says all this one does, to be written somewhere else or under another name.
    pub fn copy_to(&self, home: &Home, id: &ConversationId) -> Self {
        let whole = self.shared.said().whole.clone();
        let said = Said {
            whole,
            ..Said::default()
        };
        Self::on(home, id, said)
    }

    fn on(home: &Home, id: &ConversationId, said: Said) -> Self {
        let shared = Arc::new(Shared {
            home: home.clone(),
            id: id.clone(),
            folder: home.conversation(id),
            said: Mutex::new(said),
            settling: Mutex::default(),
        });
        Self {
            handle: SyncHandle::new(Arc::clone(&shared) as Arc<dyn Settle>),
            shared,
        }
    }

    /// Takes events in, after any that are still waiting. They are in memory then, and not yet on the disk.
    ///
    /// # Errors
    ///
    /// [`StoreError::TooLarge`] when the journal, or one of the events, would be too large ever to be read back, and
    /// [`StoreError::MovedAway`] when another window has the conversation: then none of these events is taken.
    pub fn take(&self, events: &[Stamped]) -> Result<()> {
        let mut said = self.shared.said();
        if said.moved {
            return Err(StoreError::MovedAway);
        }
        let before = said.whole.len();
        let outcome = self.shared.queue(&mut said.whole, events);
        if outcome.is_err() {
            said.whole.truncate(before);
        }
        outcome
    }

    /// Writes what is waiting, if anything is, with one write.
    ///
    /// # Errors
    ///
    /// As the disk says; what was not written goes on waiting.
    pub fn write(&self) -> Result<()> {
        self.shared.write(&mut self.shared.said())
    }

    /// Whether all of it has to be written again before anything can be added, because its files went or may not hold
    /// what they should.
    pub fn is_astray(&self) -> bool {
        self.shared.said().astray
    }

    /// Writes all of it again, as one piece that stands for whatever is in its folder.
    ///
    /// # Errors
    ///
    /// As the disk says; then it is still astray.
    pub fn write_again(&self) -> Result<()> {
        self.shared.write_again()
    }

    /// How many events are in memory only.
    pub fn waiting(&self) -> usize {
        let said = self.shared.said();
        let from = if said.astray { 0 } else { said.written };
        let lines = said.whole[from..].split(|&byte| byte == b'\n');
        lines.filter(|line| line.starts_with(b"{")).count()
    }

    /// Takes nothing more from now on: another window has the conversation.
    pub fn let_go(&self) {
        self.shared.said().moved = true;
    }

    /// Settles and folds nothing from now on, so that a folder that is taken away stays away. Waits for a settling that
    /// has begun.
    pub fn end(&self) {
        let _alone = self.shared.settling.lock();
        self.shared.said().ended = true;
    }

    /// What the sync thread needs in order to settle this journal.
    pub fn sync_handle(&self) -> SyncHandle {
        self.handle.clone()
    }

    /// Settles what was written, and folds what can be. Slow.
    ///
    /// # Errors
    ///
    /// As the disk says; then it may be tried again.
    pub fn settle(&self) -> Result<()> {
        self.shared.settle()
    }
}

impl Said {
    fn of(found: Found, read: &JournalRead) -> Self {
        let mut whole = found.bytes;
        let pieces = found.pieces.standing.iter().zip(&found.ends);
        let parts: Vec<Part> = pieces
            .map(|(&piece, &end)| Part {
                piece,
                end,
                settled: true,
            })
            .collect();
        let mut lead = vec![];
        if !whole.is_empty() && !whole.ends_with(b"\n") {
            lead.push(b'\n');
            whole.push(b'\n');
        }
        let sound = !read.torn && read.unopened == 0 && read.set_aside.is_empty();
        // A first piece that stands for several was folded already.
        let folded = parts.first().filter(|part| part.piece.from < part.piece.to);
        Self {
            written: whole.len(),
            next: found.pieces.next(),
            floor: if sound { 0 } else { parts.len() },
            spent: found.pieces.spent,
            folded: folded.map_or(0, |part| part.end),
            whole,
            parts,
            lead,
            ..Self::default()
        }
    }

    /// Where a piece's lines are.
    fn range(&self, part: usize) -> Range<usize> {
        let start = part
            .checked_sub(1)
            .map_or(0, |before| self.parts[before].end);
        start..self.parts[part].end
    }
}

impl Shared {
    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn queue(&self, whole: &mut Vec<u8>, events: &[Stamped]) -> Result<()> {
        for event in events {
            let start = whole.len();
            lines::write(whole, event)
                .map_err(io::Error::from)
                .at(&self.folder)?;
            self.hold_to((whole.len() - start) as u64, LINE_LIMIT)?;
        }
        self.hold_to(whole.len() as u64, JOURNAL_LIMIT)
    }

    fn hold_to(&self, size: u64, limit: u64) -> Result<()> {
        if size <= limit {
            return Ok(());
        }
        Err(StoreError::TooLarge {
            path: self.folder.clone(),
            limit,
        })
    }

    fn write(&self, said: &mut Said) -> Result<()> {
        if said.written == said.whole.len() {
            return Ok(());
        }
        if said.astray {
            return Err(self.not_there());
        }
        let outcome = self.add(said);
        // A full disk takes the rest later. After anything else it is not known what is there.
        said.astray = !matches!(outcome, Ok(()) | Err(StoreError::Full { .. }));
        outcome
    }

    fn not_there(&self) -> StoreError {
        StoreError::NotThere {
            path: self.folder.clone(),
        }
    }

    fn add(&self, said: &mut Said) -> Result<()> {
        if self.home.vault().is_on() {
            return self.write_sealed(said);
        }
        let live = match &said.live {
            Some(live) => Arc::clone(live),
            None => self.open_live(said)?,
        };
        said.add_to(&*live).at(&self.live_path(said))
    }

    fn live_path(&self, said: &Said) -> PathBuf {
        let last = said.parts.last();
        last.map_or_else(|| self.folder.clone(), |last| last.piece.path(&self.folder))
    }

    /// The piece that is added to: the last there is, or else a new one.
    fn open_live(&self, said: &mut Said) -> Result<Arc<dyn DiskFile>> {
        let disk = self.home.disk();
        let last = said.parts.last().filter(|last| !last.piece.sealed);
        let live: Arc<dyn DiskFile> = match last {
            Some(last) => {
                let path = last.piece.path(&self.folder);
                disk.open(Errand::Journal, &path).at(&path)?.into()
            }
            None => self.begin_piece(said)?,
        };
        said.live = Some(Arc::clone(&live));
        Ok(live)
    }

    /// Makes the next piece in plain text, with nothing in it yet.
    fn begin_piece(&self, said: &mut Said) -> Result<Arc<dyn DiskFile>> {
        let piece = Piece::single(said.next, false);
        let path = piece.path(&self.folder);
        let file = self.home.disk().create(Errand::Journal, &path).at(&path)?;
        said.next += 1;
        said.lead.clear();
        said.parts.push(Part {
            piece,
            end: said.written,
            settled: false,
        });
        Ok(file.into())
    }

    /// Writes all that waits as a piece of its own.
    fn write_sealed(&self, said: &mut Said) -> Result<()> {
        let sealed = self.home.vault().seal(&said.whole[said.written..])?;
        let piece = Piece::single(said.next, true);
        let path = piece.path(&self.folder);
        let disk = self.home.disk();
        let file = disk.create(Errand::Journal, &path).at(&path)?;
        // Whatever becomes of it, this name is used: a part of a piece may stay behind under it, and opens to nothing.
        said.next += 1;
        if let Err(error) = file.add_all(&sealed) {
            drop(file);
            let _ = disk.remove(Errand::Journal, &path);
            return Err(StoreError::at(&path, error));
        }
        said.live = None;
        said.lead.clear();
        said.written = said.whole.len();
        said.parts.push(Part {
            piece,
            end: said.written,
            settled: false,
        });
        Ok(())
    }
}

impl Said {
    /// Adds what waits to the last piece. A line that was only partly taken is written again whole, and its first part
    /// made to count for nothing.
    fn add_to(&mut self, live: &dyn DiskFile) -> io::Result<()> {
        while self.written < self.whole.len() || !self.lead.is_empty() {
            let leading = !self.lead.is_empty();
            let bytes = if leading {
                &self.lead
            } else {
                &self.whole[self.written..]
            };
            let count = match live.add(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if leading {
                self.lead.drain(..count);
                continue;
            }
            let newline = bytes[..count].iter().rposition(|&byte| byte == b'\n');
            let lines = newline.map_or(0, |newline| newline + 1);
            if lines < count {
                self.lead.extend([CANCELLED, b'\n']);
            }
            self.written += lines;
            if let Some(last) = self.parts.last_mut() {
                last.end = self.written;
                last.settled = false;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests;
