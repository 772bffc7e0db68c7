//! The computer's own disk: the only file of the program that changes one.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::Path,
};

use super::{Disk, DiskFile, Errand};

/// The computer's own disk.
#[derive(Debug, Clone, Copy)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create(&self, _: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        private(OpenOptions::new().append(true).create_new(true), path)
    }

    fn open(&self, _: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(OpenOptions::new().append(true).open(path)?))
    }

    fn open_or_create(&self, _: Errand, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        private(OpenOptions::new().append(true).create(true), path)
    }

    fn make_folder(&self, _: Errand, path: &Path) -> io::Result<()> {
        modes::folder_builder().create(path)?;
        modes::restore_folder(path);
        Ok(())
    }

    fn link(&self, _: Errand, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, _: Errand, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, _: Errand, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, _: Errand, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync_folder(&self, _: Errand, path: &Path) -> io::Result<()> {
        // Elsewhere a folder cannot be opened for this, and its names settle by themselves.
        if cfg!(unix) {
            return settled(File::open(path)?.sync_all());
        }
        Ok(())
    }
}

fn private(options: &mut OpenOptions, path: &Path) -> io::Result<Box<dyn DiskFile>> {
    let file = modes::private(options).open(path)?;
    modes::restore_file(&file);
    Ok(Box::new(file))
}

impl DiskFile for File {
    fn add(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut file = self;
        file.write(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        settled(self.sync_all())
    }

    fn clear(&self) -> io::Result<()> {
        self.set_len(0)
    }

    fn is_at(&self, path: &Path) -> bool {
        match (self.metadata(), fs::metadata(path)) {
            (Ok(this), Ok(named)) => modes::is_same(&this, &named),
            _ => false,
        }
    }

    fn try_lock(&self) -> Result<(), TryLockError> {
        File::try_lock(self)
    }
}

/// Some file systems, and kinds of file, have no syncing, which is no trouble with syncing.
fn settled(outcome: io::Result<()>) -> io::Result<()> {
    use io::ErrorKind as Kind;
    match outcome {
        Err(error) if matches!(error.kind(), Kind::InvalidInput | Kind::Unsupported) => Ok(()),
        outcome => outcome,
    }
}

/// For this person alone. What is made with a mode never has more than that mode; a umask can only leave it less, and
/// the owner's own bits are then put back. Drives that keep no modes refuse this, which makes nothing less private.
#[cfg(unix)]
mod modes {
    use std::{
        fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions},
        os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
        path::Path,
    };

    pub(super) fn folder_builder() -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.mode(0o700);
        builder
    }

    pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
        options.mode(0o600)
    }

    pub(super) fn restore_folder(path: &Path) {
        let _ = fs::set_permissions(path, Permissions::from_mode(0o700));
    }

    pub(super) fn restore_file(file: &File) {
        // Asking is a good deal cheaper than setting, and in a sealed home every key makes a file.
        let is_private = |found: Metadata| found.mode() & 0o777 == 0o600;
        if !file.metadata().is_ok_and(is_private) {
            let _ = file.set_permissions(Permissions::from_mode(0o600));
        }
    }

    pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    }
}

/// Elsewhere a person's folder for data is private already.
#[cfg(not(unix))]
mod modes {
    use std::{
        fs::{DirBuilder, File, Metadata, OpenOptions},
        path::Path,
    };

    pub(super) fn folder_builder() -> DirBuilder {
        DirBuilder::new()
    }

    pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    pub(super) fn restore_folder(_path: &Path) {}

    pub(super) fn restore_file(_file: &File) {}

    /// An open file cannot be moved or taken away there, so one that is there is the same.
    pub(super) fn is_same(_one: &Metadata, _other: &Metadata) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_cannot_be_synced_is_no_trouble() {
        let null = OpenOptions::new()
            .append(true)
            .open("/dev/null")
            .expect("opened");
        DiskFile::sync(&null).expect("no trouble");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said() {
        let full = RealDisk
            .open(Errand::Journal, Path::new("/dev/full"))
            .expect("opened");
        let error = full.add_all(b"words").expect_err("full");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
}
