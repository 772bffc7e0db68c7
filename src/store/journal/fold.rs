//! Settling a journal, and folding its pieces together, on the settling thread.
//!
//! In plain text there is one piece that is added to, and it is synced. In a sealed home every write is a piece: those
//! not settled yet become one, and with it those before that are not much larger, so that their number grows with the
//! logarithm of the journal. When what was said has grown long, the events themselves are folded
//! ([`conversation::fold`]): the letters of a word become one event.
//!
//! What replaces pieces is whole on the disk, under its own name, before any of them goes.

use std::{
    env,
    ops::Range,
    path::{Path, PathBuf},
};

use super::{Part, Said, Shared};
use crate::{
    conversation,
    store::{
        disk::Errand,
        error::{At, Result},
        lines,
        pieces::{Piece, Pieces},
        sync::Settle,
    },
};

/// Below this many bytes a journal is not worth folding: about ten thousand letters. Tests fold sooner.
const WORTH_FOLDING: usize = if cfg!(test) { 1 << 16 } else { 1 << 20 };

/// With which a test has a journal folded sooner. Read where debug assertions are on; the program people use has none
/// of this.
const FOLD_AT: &str = "ALONGSIDE_TEST_FOLD_AT";

/// A journal is folded again when it is this many times as long as it was then.
const GROWN: usize = 3;

/// Below this many bytes a journal is not folded.
fn worth_folding() -> usize {
    let asked = || env::var(FOLD_AT).ok()?.parse().ok();
    let asked = cfg!(debug_assertions).then(asked).flatten();
    asked.unwrap_or(WORTH_FOLDING)
}

impl Settle for Shared {
    fn settle(&self) -> Result<()> {
        let _alone = self.settling.lock();
        if self.said().ended {
            return Ok(());
        }
        self.look_whether_it_is_there()?;
        self.clear_spent();
        match self.plan()? {
            Plan::Nothing => {}
            Plan::Sync(path) => self.sync_piece(&path)?,
            Plan::SyncLive => self.sync_live()?,
            Plan::Merge { parts, bytes } => self.replace(parts, &bytes)?,
        }
        self.fold_events()
    }
}

/// What has to be done so that what was written is settled.
enum Plan {
    Nothing,
    /// One piece that was written at once.
    Sync(PathBuf),
    /// The piece that is added to.
    SyncLive,
    /// These pieces become one, with these lines.
    Merge {
        parts: Range<usize>,
        bytes: Vec<u8>,
    },
}

impl Shared {
    /// A file that was moved or taken away can be written all the same, and nobody would ever find it.
    fn look_whether_it_is_there(&self) -> Result<()> {
        let mut said = self.said();
        let there = match &said.live {
            Some(live) => live.is_at(&self.live_path(&said)),
            None => said.parts.is_empty() || self.folder.is_dir(),
        };
        said.astray |= !there;
        if said.astray {
            return Err(self.not_there());
        }
        Ok(())
    }

    /// See [`super::Journal::write_again`].
    pub(super) fn write_again(&self) -> Result<()> {
        let _alone = self.settling.lock();
        let found = Pieces::of(&self.folder)?;
        let (bytes, piece) = {
            let mut said = self.said();
            // Wide enough to stand for everything that is there.
            let to = said.next.max(found.next());
            said.next = to + 1;
            let sealed = self.home.vault().is_on();
            (
                said.whole.clone(),
                Piece {
                    from: 0,
                    to,
                    sealed,
                },
            )
        };
        self.put(piece, &bytes)?;
        let mut said = self.said();
        said.written = bytes.len();
        said.parts = vec![Part {
            piece,
            end: bytes.len(),
            settled: true,
        }];
        said.live = None;
        said.lead.clear();
        said.astray = false;
        // What could not be read is not among what was written again: those files are only stood for, and stay.
        if std::mem::take(&mut said.floor) == 0 {
            said.spent = found.standing.into_iter().chain(found.spent).collect();
        }
        drop(said);
        self.clear_spent();
        Ok(())
    }

    fn plan(&self) -> Result<Plan> {
        let sealed = self.home.vault().is_on();
        let mut said = self.said();
        let floor = said.floor.min(said.parts.len());
        let Some(last) = said.parts.last().copied() else {
            return Ok(Plan::Nothing);
        };
        // Sealing was turned on, or off, since these were written.
        let other_way = said.parts[floor..]
            .iter()
            .any(|part| part.piece.sealed != sealed);
        if other_way {
            if sealed {
                said.live = None;
            } else if !last.piece.sealed {
                self.turn_page(&mut said)?;
            }
            return Ok(said.merge_from(floor));
        }
        if last.settled {
            return Ok(Plan::Nothing);
        }
        if !sealed {
            return Ok(Plan::SyncLive);
        }
        Ok(match said.first_to_merge() {
            first if first + 1 == said.parts.len() => Plan::Sync(last.piece.path(&self.folder)),
            first => said.merge_from(first),
        })
    }

    fn sync_piece(&self, path: &Path) -> Result<()> {
        let count = self.said().parts.len();
        let file = self.home.disk().open(Errand::Journal, path).at(path)?;
        file.sync().at(path)?;
        self.home.on(Errand::Journal).sync_folder(&self.folder)?;
        if let Some(part) = self.said().parts.get_mut(count - 1) {
            part.settled = true;
        }
        Ok(())
    }

    fn sync_live(&self) -> Result<()> {
        let (live, end) = {
            let said = self.said();
            let end = said.parts.last().map(|part| part.end);
            (said.live.clone(), end)
        };
        let Some(live) = live else { return Ok(()) };
        live.sync().at(&self.folder)?;
        if let Some(last) = self.said().parts.last_mut() {
            last.settled = Some(last.end) == end;
        }
        Ok(())
    }

    /// In plain text: what is written from now on goes into a new piece, so that those before can be folded.
    fn turn_page(&self, said: &mut Said) -> Result<()> {
        if said.written < said.whole.len() || !said.lead.is_empty() {
            // A disk that takes nothing now must have what waits first.
            self.write(said)?;
        }
        let live = self.begin_piece(said)?;
        said.live = Some(live);
        Ok(())
    }

    /// Folds the events of all that was said so far, when it has grown enough to be worth it.
    fn fold_events(&self) -> Result<()> {
        let Some((count, lines)) = self.worth_folding()? else {
            return Ok(());
        };
        let events = lines::read(&lines).events;
        let mut bytes = Vec::new();
        // None: it was not proven that nothing would change, so nothing does.
        let folded = conversation::fold::fold(&self.id, &events, || None);
        for event in folded.iter().flatten() {
            lines::write(&mut bytes, event)
                .map_err(std::io::Error::from)
                .at(&self.folder)?;
        }
        if bytes.is_empty() || bytes.len() > lines.len() / 2 {
            self.said().folded = lines.len();
            return Ok(());
        }
        self.replace(0..count, &bytes)
    }

    /// How many pieces can be folded now, and their lines, if they are worth it.
    fn worth_folding(&self) -> Result<Option<(usize, Vec<u8>)>> {
        let mut said = self.said();
        let long = said.written > worth_folding().max(said.folded * GROWN);
        if !long || said.floor > 0 {
            return Ok(None);
        }
        if !self.home.vault().is_on() {
            self.turn_page(&mut said)?;
        }
        let count = said.complete();
        let last = count.checked_sub(1).map(|last| said.range(last).end);
        Ok(last.map(|end| (count, said.whole[..end].to_vec())))
    }

    /// Puts one piece with these lines in the place of several.
    fn replace(&self, parts: Range<usize>, bytes: &[u8]) -> Result<()> {
        let old: Vec<Piece> = self.said().parts[parts.clone()]
            .iter()
            .map(|part| part.piece)
            .collect();
        let (Some(oldest), Some(newest)) = (old.first(), old.last()) else {
            return Ok(());
        };
        let piece = Piece {
            from: oldest.from,
            to: newest.to,
            sealed: self.home.vault().is_on(),
        };
        self.put(piece, bytes)?;
        let mut said = self.said();
        said.swap(parts, piece, bytes);
        said.spent
            .extend(old.into_iter().filter(|other| *other != piece));
        drop(said);
        self.clear_spent();
        Ok(())
    }

    /// Puts these lines in a piece, whole and settled.
    fn put(&self, piece: Piece, bytes: &[u8]) -> Result<()> {
        let vault = self.home.vault();
        let sealed = piece.sealed.then(|| vault.seal(bytes)).transpose()?;
        let content = sealed.as_deref().unwrap_or(bytes);
        let on = self.home.on(Errand::Fold);
        // Where its drive is away by now, what is made would be somewhere else.
        on.replace_there(&piece.path(&self.folder), content)
    }

    /// Takes away pieces that another stands for. One that stays is tried again.
    fn clear_spent(&self) {
        let spent = std::mem::take(&mut self.said().spent);
        let on = self.home.on(Errand::Fold);
        let left = spent
            .into_iter()
            .filter(|piece| on.remove(&piece.path(&self.folder)).is_err());
        let left: Vec<Piece> = left.collect();
        self.said().spent.extend(left);
    }
}

impl Said {
    /// The first piece to be folded with those that are not settled: each before it that is not twice as large as all
    /// after it.
    fn first_to_merge(&self) -> usize {
        let loose = self.parts.iter().rposition(|part| part.settled);
        let mut first = loose.map_or(0, |settled| settled + 1).max(self.floor);
        while first > self.floor {
            let after = self.range(first).start;
            let before = self.range(first - 1);
            if before.len() > 2 * (self.written - after) {
                break;
            }
            first -= 1;
        }
        first
    }

    /// How many pieces nothing will be added to.
    fn complete(&self) -> usize {
        self.parts.len() - usize::from(self.live.is_some())
    }

    fn merge_from(&self, first: usize) -> Plan {
        let count = self.complete();
        if first >= count {
            return Plan::Nothing;
        }
        let lines = self.range(first).start..self.range(count - 1).end;
        Plan::Merge {
            parts: first..count,
            bytes: self.whole[lines].to_vec(),
        }
    }

    /// One piece stands for several from now on, with these lines in place of theirs.
    fn swap(&mut self, parts: Range<usize>, piece: Piece, bytes: &[u8]) {
        let lines = self.range(parts.start).start..self.range(parts.end - 1).end;
        let shorter = lines.len().saturating_sub(bytes.len());
        let after = parts.start + 1;
        let end = lines.start + bytes.len();
        self.parts.splice(
            parts,
            [Part {
                piece,
                end,
                settled: true,
            }],
        );
        if shorter == 0 {
            return;
        }
        self.whole.splice(lines, bytes.iter().copied());
        self.written -= shorter;
        self.folded = bytes.len();
        for part in &mut self.parts[after..] {
            part.end -= shorter;
        }
    }
}
