//! How far the reading is, said when it takes a while.

use std::{
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed},
    },
    time::Instant,
};

use crate::{conversation::ConversationId, store::files::entries};

/// Nothing is said before so many milliseconds are gone.
const AFTER: u64 = 500;

/// How many milliseconds are between two sayings, at least.
const BETWEEN: u64 = 150;

/// How far it is.
pub(super) struct Progress<'a> {
    tell: &'a (dyn Fn(usize, usize) + Sync),
    folders: Vec<PathBuf>,
    began: Instant,
    done: AtomicUsize,
    /// How many there are: counted only when somebody is to hear it.
    of: OnceLock<usize>,
    /// When it is said next, in milliseconds since it began.
    next: AtomicU64,
}

impl<'a> Progress<'a> {
    /// Nothing is done yet in these folders.
    pub(super) fn new<'f>(
        tell: &'a (dyn Fn(usize, usize) + Sync),
        folders: impl Iterator<Item = &'f Path>,
    ) -> Self {
        Self {
            tell,
            folders: folders.map(Path::to_owned).collect(),
            began: Instant::now(),
            done: AtomicUsize::new(0),
            of: OnceLock::new(),
            next: AtomicU64::new(AFTER),
        }
    }

    /// One more is done.
    pub(super) fn one_more(&self) {
        let done = self.done.fetch_add(1, Relaxed) + 1;
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let next = self.next.load(Relaxed);
        // Of several threads one says it.
        let is_due = now >= next
            && self
                .next
                .compare_exchange(next, now.saturating_add(BETWEEN), Relaxed, Relaxed)
                .is_ok();
        if is_due {
            let of = *self
                .of
                .get_or_init(|| self.folders.iter().map(|path| count(path)).sum());
            (self.tell)(done.min(of), of);
        }
    }
}

/// How many records are in a folder, as their names say.
fn count(folder: &Path) -> usize {
    let found = entries(folder).unwrap_or_default();
    let is_a_record = |name: &str| {
        let plain = name.strip_suffix(".age").unwrap_or(name);
        plain
            .strip_suffix(".md")
            .and_then(ConversationId::read)
            .is_some()
    };
    found
        .iter()
        .filter(|entry| entry.file_name().to_str().is_some_and(is_a_record))
        .count()
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::Mutex};

    use super::*;

    #[test]
    fn reading_that_takes_a_while_says_how_far_it_is() {
        let temp = tempfile::tempdir().expect("a folder");
        let three = (0..3).map(|nth| format!("2026-03-06-1420-listen-{nth:04}.md"));
        for name in three.chain(["2026-03-06-1420-listen-0000.apart.md".to_owned()]) {
            fs::write(temp.path().join(name), "").expect("written");
        }
        let said = Mutex::new(vec![]);
        let tell = |done, of| said.lock().expect("one at a time").push((done, of));
        let progress = Progress::new(&tell, [temp.path()].into_iter());
        progress.one_more();
        assert_eq!(*said.lock().expect("said"), []);
        let half_a_second_is_gone = || progress.next.store(0, Relaxed);
        half_a_second_is_gone();
        progress.one_more();
        progress.one_more();
        assert_eq!(*said.lock().expect("said"), [(2, 3)], "once for now");
    }
}
