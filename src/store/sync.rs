//! Settling on the disk what the operating system already holds.
//!
//! This takes milliseconds at best and a second at worst, so it happens on a thread of its own and nobody waits for
//! it, except on the way out. Requests for the same file run together. The thread sleeps while there is nothing to do.

use std::{
    fmt,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError},
    },
    thread,
    time::{Duration, Instant},
};

use super::error::{Result, StoreError};

/// From a change to the start of its settling, leaving time for it to be done within the second.
const SOON: Duration = Duration::from_millis(700);

/// Something that can be settled on the disk.
pub trait Settle: fmt::Debug + Send + Sync {
    /// Settles what was written before this was called.
    ///
    /// # Errors
    ///
    /// As the disk says; then it may be tried again.
    fn settle(&self) -> Result<()>;
}

/// Something to be settled, cheap to copy.
#[derive(Debug, Clone)]
pub struct SyncHandle {
    what: Arc<dyn Settle>,
    /// Asked for and not yet begun: asking again would wake the thread for nothing, on every key.
    waiting: Arc<AtomicBool>,
}

impl SyncHandle {
    /// A handle on this. Requests run together for a handle and its copies.
    pub fn new(what: Arc<dyn Settle>) -> Self {
        Self {
            what,
            waiting: Arc::default(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.waiting, &other.waiting)
    }

    fn settle(&self) -> Result<()> {
        // Before the disk is asked: whatever is written from here on needs asking for again.
        self.waiting.store(false, Ordering::SeqCst);
        self.what.settle()
    }
}

/// The thread that settles files.
#[derive(Debug)]
pub struct Syncer {
    asks: Sender<Ask>,
    troubles: Receiver<StoreError>,
    done: Receiver<()>,
}

#[derive(Debug)]
enum Ask {
    Soon(SyncHandle),
    Now(SyncHandle),
}

impl Syncer {
    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// When the computer will not start one.
    pub fn spawn() -> Result<Self> {
        let (asks, to_do) = mpsc::channel();
        let (tell, troubles) = mpsc::channel();
        let (finished, done) = mpsc::channel();
        let work = move || {
            Work::new(to_do, tell).run();
            // Nobody waits any more when this cannot be sent.
            let _ = finished.send(());
        };
        thread::Builder::new()
            .name("sync".to_owned())
            .spawn(work)
            .map_err(|source| StoreError::Other {
                path: PathBuf::from("The thread that settles the disk"),
                source,
            })?;
        Ok(Self {
            asks,
            troubles,
            done,
        })
    }

    /// Settles a file within a second. Returns at once.
    pub fn soon(&self, handle: &SyncHandle) {
        if !handle.waiting.swap(true, Ordering::SeqCst) {
            // The thread ends only after this end of the channel, so this is always heard.
            let _ = self.asks.send(Ask::Soon(handle.clone()));
        }
    }

    /// Settles a file as soon as the disk can. Returns at once.
    pub fn now(&self, handle: &SyncHandle) {
        let _ = self.asks.send(Ask::Now(handle.clone()));
    }

    /// The oldest trouble not yet told.
    pub fn trouble(&self) -> Option<StoreError> {
        self.troubles.try_recv().ok()
    }

    /// Settles everything asked for, and waits for it at most this long: a drive that hangs must not hold the window
    /// open. Returns whatever trouble was not yet told.
    pub fn finish(self, at_most: Duration) -> Vec<StoreError> {
        drop(self.asks);
        let _ = self.done.recv_timeout(at_most);
        self.troubles.try_iter().collect()
    }
}

/// The thread's side.
struct Work {
    to_do: Receiver<Ask>,
    tell: Sender<StoreError>,
    pending: Vec<SyncHandle>,
    /// When the oldest of `pending` must be done.
    due: Option<Instant>,
}

impl Work {
    fn new(to_do: Receiver<Ask>, tell: Sender<StoreError>) -> Self {
        Self {
            to_do,
            tell,
            pending: Vec::new(),
            due: None,
        }
    }

    fn run(mut self) {
        while let Ok(asked) = self.next() {
            if let Some(ask) = asked {
                self.take(ask);
            }
            let open = self.take_all_waiting();
            if self.due.is_some_and(|due| due <= Instant::now()) {
                self.settle();
            }
            if !open {
                break;
            }
        }
        self.settle();
    }

    /// Sleeps until something is asked, or (`None`) until something is due.
    fn next(&self) -> std::result::Result<Option<Ask>, RecvTimeoutError> {
        let Some(due) = self.due else {
            return self
                .to_do
                .recv()
                .map(Some)
                .map_err(|_| RecvTimeoutError::Disconnected);
        };
        let left = due.saturating_duration_since(Instant::now());
        match self.to_do.recv_timeout(left) {
            Err(RecvTimeoutError::Timeout) => Ok(None),
            outcome => outcome.map(Some),
        }
    }

    /// Takes in what was asked meanwhile, so that one settling serves it all. False when nobody can ask any more.
    fn take_all_waiting(&mut self) -> bool {
        loop {
            match self.to_do.try_recv() {
                Ok(ask) => self.take(ask),
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => return false,
            }
        }
    }

    fn take(&mut self, ask: Ask) {
        let now = Instant::now();
        let (handle, due) = match ask {
            Ask::Soon(handle) => (handle, now + SOON),
            Ask::Now(handle) => (handle, now),
        };
        if !self.pending.iter().any(|pending| pending.is(&handle)) {
            self.pending.push(handle);
        }
        self.due = Some(self.due.map_or(due, |earlier| earlier.min(due)));
    }

    fn settle(&mut self) {
        self.due = None;
        for handle in self.pending.drain(..) {
            if let Err(error) = handle.settle() {
                let _ = self.tell.send(error);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    #[derive(Debug)]
    struct Nothing;

    impl Settle for Nothing {
        fn settle(&self) -> Result<()> {
            Ok(())
        }
    }

    fn handle() -> SyncHandle {
        SyncHandle::new(Arc::new(Nothing))
    }

    #[test]
    fn finishing_does_not_wait_for_soon() {
        let syncer = Syncer::spawn().expect("started");
        syncer.soon(&handle());
        let start = Instant::now();
        assert!(syncer.finish(LONG).is_empty());
        assert!(start.elapsed() < LONG);
    }

    #[test]
    fn handles_are_let_go_once_settled() {
        let syncer = Syncer::spawn().expect("started");
        let handle = handle();
        for _ in 0..1000 {
            syncer.soon(&handle);
        }
        syncer.now(&handle);
        let start = Instant::now();
        while Arc::strong_count(&handle.what) > 1 && start.elapsed() < LONG {
            thread::yield_now();
        }
        assert_eq!(Arc::strong_count(&handle.what), 1);
        assert!(syncer.finish(LONG).is_empty());
    }

    #[test]
    fn requests_for_one_file_run_together_and_the_earliest_counts() {
        let (_asks, to_do) = mpsc::channel();
        let (tell, _troubles) = mpsc::channel();
        let mut work = Work::new(to_do, tell);
        let (one, other) = (handle(), handle());
        work.take(Ask::Soon(one.clone()));
        let first = work.due.expect("due");
        work.take(Ask::Soon(one.clone()));
        work.take(Ask::Soon(other));
        assert_eq!(work.due, Some(first));
        assert_eq!(work.pending.len(), 2);
        work.take(Ask::Now(one));
        assert!(work.due.expect("due") <= Instant::now());
        assert_eq!(work.pending.len(), 2);
    }
}
