//! A disk for tests, which fails where it is told to.
//!
//! It does everything on the real disk below a temporary folder, and counts. Each thing it is asked is a *step*; a
//! [`Fault`] makes one of them go wrong, or it and all that follow.

use std::{
    collections::BTreeMap,
    fs::TryLockError,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use super::{Disk, DiskFile, Errand, RealDisk};

/// One thing that was asked of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Step {
    Create,
    Open,
    MakeFolder,
    Link,
    Rename,
    Remove,
    RemoveFolder,
    SyncFolder,
    Add,
    Sync,
    Clear,
    Lock,
}

/// What goes wrong, from a step on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// This step alone, with this error.
    Once(io::ErrorKind),
    /// This step and every one after it: the drive is gone, or full for good.
    FromHere(io::ErrorKind),
    /// The disk takes half of what is added at this step, and then nothing more.
    Short,
    /// The program is killed here: nothing more happens, not even what would clear up.
    Killed,
    /// The computer stops here, and what was never settled is lost with it.
    PowerCut,
}

impl Fault {
    fn error(self) -> io::Error {
        match self {
            Self::Once(kind) | Self::FromHere(kind) => kind.into(),
            Self::Short => io::ErrorKind::StorageFull.into(),
            Self::Killed | Self::PowerCut => io::Error::other("stopped"),
        }
    }
}

/// A disk that fails.
#[derive(Debug, Clone, Default)]
pub(crate) struct FaultyDisk(Arc<Mutex<Told>>);

#[derive(Debug, Default)]
struct Told {
    steps: Vec<(Errand, Step)>,
    fault: Option<(usize, Fault)>,
    /// Only steps of this errand count for the fault.
    only: Option<Errand>,
    counted: usize,
    no_locks: bool,
    no_links: bool,
    /// How much of each file made here has been settled.
    settled: BTreeMap<PathBuf, u64>,
}

impl FaultyDisk {
    /// A disk without faults, as yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// From now on, the step of this number (from 0, counted from now) of this errand, or of any, goes wrong.
    pub(crate) fn fail(&self, only: Option<Errand>, at: usize, fault: Fault) {
        let mut told = self.told();
        told.fault = Some((at, fault));
        told.only = only;
        told.counted = 0;
    }

    /// From now on nothing goes wrong.
    pub(crate) fn mend(&self) {
        self.told().fault = None;
    }

    /// Whether what went wrong stopped everything, so that nobody goes on.
    pub(crate) fn is_over(&self) -> bool {
        let told = self.told();
        let fault = told.fault.map(|(_, fault)| fault);
        matches!(fault, Some(Fault::Killed | Fault::PowerCut))
    }

    /// This drive has no locks, as some network drives.
    pub(crate) fn without_locks(self) -> Self {
        self.told().no_locks = true;
        self
    }

    /// This drive has no second names, as some sticks.
    pub(crate) fn without_links(self) -> Self {
        self.told().no_links = true;
        self
    }

    /// Every step so far. Empties the list.
    pub(crate) fn take_steps(&self) -> Vec<(Errand, Step)> {
        std::mem::take(&mut self.told().steps)
    }

    /// After a power cut: what had not been settled is cut from the files. Names stay, which is the worse case: a name
    /// without its content.
    pub(crate) fn lose_what_was_not_settled(&self) {
        for (path, settled) in &self.told().settled {
            if let Ok(file) = std::fs::OpenOptions::new().write(true).open(path)
                && file.metadata().is_ok_and(|found| found.len() > *settled)
            {
                file.set_len(*settled).expect("cut");
            }
        }
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a step, and says what goes wrong with it.
    fn step(&self, errand: Errand, step: Step) -> io::Result<()> {
        match self.fault_at(errand, step) {
            None => Ok(()),
            Some(fault) => Err(fault.error()),
        }
    }

    fn fault_at(&self, errand: Errand, step: Step) -> Option<Fault> {
        let mut told = self.told();
        told.steps.push((errand, step));
        let (at, fault) = told.fault?;
        if told.only.is_some_and(|only| only != errand) {
            // A drive that is gone is gone for everything.
            let gone = told.counted > at && !matches!(fault, Fault::Once(_));
            return gone.then_some(fault);
        }
        let here = told.counted;
        told.counted += 1;
        match fault {
            Fault::Once(_) => (here == at).then_some(fault),
            Fault::Short if here == at && step == Step::Add => Some(fault),
            Fault::Short => (here > at).then_some(Fault::FromHere(io::ErrorKind::StorageFull)),
            _ => (here >= at).then_some(fault),
        }
    }

    fn file(&self, errand: Errand, path: &Path, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        let size = std::fs::metadata(path).map_or(0, |found| found.len());
        self.told().settled.entry(path.to_owned()).or_insert(size);
        Box::new(FaultyFile {
            disk: self.clone(),
            errand,
            path: path.to_owned(),
            file,
        })
    }
}

impl Disk for FaultyDisk {
    fn create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.step(errand, Step::Create)?;
        Ok(self.file(errand, path, RealDisk.create(errand, path)?))
    }

    fn open(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.step(errand, Step::Open)?;
        Ok(self.file(errand, path, RealDisk.open(errand, path)?))
    }

    fn open_or_create(&self, errand: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.step(errand, Step::Open)?;
        Ok(self.file(errand, path, RealDisk.open_or_create(errand, path)?))
    }

    fn make_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.step(errand, Step::MakeFolder)?;
        RealDisk.make_folder(errand, path)
    }

    fn link(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()> {
        self.step(errand, Step::Link)?;
        if self.told().no_links {
            return Err(io::ErrorKind::Unsupported.into());
        }
        RealDisk.link(errand, from, to)?;
        self.named(from, to, false);
        Ok(())
    }

    fn rename(&self, errand: Errand, from: &Path, to: &Path) -> io::Result<()> {
        self.step(errand, Step::Rename)?;
        RealDisk.rename(errand, from, to)?;
        self.named(from, to, true);
        Ok(())
    }

    fn remove(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.step(errand, Step::Remove)?;
        RealDisk.remove(errand, path)
    }

    fn remove_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.step(errand, Step::RemoveFolder)?;
        RealDisk.remove_folder(errand, path)
    }

    fn sync_folder(&self, errand: Errand, path: &Path) -> io::Result<()> {
        self.step(errand, Step::SyncFolder)?;
        RealDisk.sync_folder(errand, path)
    }
}

impl FaultyDisk {
    fn named(&self, from: &Path, to: &Path, moved: bool) {
        let mut told = self.told();
        let settled = if moved {
            told.settled.remove(from)
        } else {
            told.settled.get(from).copied()
        };
        if let Some(settled) = settled {
            told.settled.insert(to.to_owned(), settled);
        }
    }
}

#[derive(Debug)]
struct FaultyFile {
    disk: FaultyDisk,
    errand: Errand,
    path: PathBuf,
    file: Box<dyn DiskFile>,
}

impl DiskFile for FaultyFile {
    fn add(&self, bytes: &[u8]) -> io::Result<usize> {
        let fault = self.disk.fault_at(self.errand, Step::Add);
        match fault {
            None => self.file.add(bytes),
            Some(Fault::Short) => self.file.add(&bytes[..bytes.len().div_ceil(2)]),
            Some(fault) => Err(fault.error()),
        }
    }

    fn sync(&self) -> io::Result<()> {
        self.disk.step(self.errand, Step::Sync)?;
        self.file.sync()?;
        let size = std::fs::metadata(&self.path).map_or(0, |found| found.len());
        self.disk.told().settled.insert(self.path.clone(), size);
        Ok(())
    }

    fn clear(&self) -> io::Result<()> {
        self.disk.step(self.errand, Step::Clear)?;
        self.file.clear()
    }

    fn is_at(&self, path: &Path) -> bool {
        self.file.is_at(path)
    }

    fn try_lock(&self) -> Result<(), TryLockError> {
        self.disk
            .step(self.errand, Step::Lock)
            .map_err(TryLockError::Error)?;
        if self.disk.told().no_locks {
            return Err(TryLockError::Error(io::ErrorKind::Unsupported.into()));
        }
        self.file.try_lock()
    }
}
