//! The few things every file of ours needs: private modes, no surprises from links, and an end to what is read.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read},
    path::Path,
};

use super::error::{At, Result, StoreError};

/// Makes a folder and what is missing above it, for this person alone.
///
/// Folders that are there already keep the modes somebody gave them: the home may be `--home .`.
pub(super) fn make_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = parent_of(path) {
        make_folder(parent)?;
    }
    match make_one_folder(path) {
        // Another window made it first.
        Err(StoreError::AlreadyThere { .. }) if path.is_dir() => return Ok(()),
        outcome => outcome?,
    }
    parent_of(path).map_or(Ok(()), sync_folder)
}

/// Makes one folder that must not be there yet, for this person alone. Its name is not settled on the disk yet.
pub(super) fn make_one_folder(path: &Path) -> Result<()> {
    modes::folder_builder().create(path).at(path)?;
    modes::restore_folder(path);
    Ok(())
}

/// Makes a file that must not be there yet, for this person alone.
pub(super) fn create_private(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let file = modes::private(options).create_new(true).open(path)?;
    modes::restore_file(&file);
    Ok(file)
}

/// Opens a file, or makes it for this person alone.
pub(super) fn open_or_create_private(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let file = modes::private(options).create(true).open(path)?;
    modes::restore_file(&file);
    Ok(file)
}

/// For this person alone. What is made with a mode never has more than that mode; a umask can only leave it less, and
/// the owner's own bits are then put back. Drives that keep no modes refuse this, which makes nothing less private.
#[cfg(unix)]
mod modes {
    use std::{
        fs::{self, DirBuilder, File, OpenOptions, Permissions},
        os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
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
        let _ = file.set_permissions(Permissions::from_mode(0o600));
    }
}

/// Elsewhere a person's folder for data is private already.
#[cfg(not(unix))]
mod modes {
    use std::{
        fs::{DirBuilder, File, OpenOptions},
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
}

/// Settles a folder's list of names on the disk.
///
/// Some file systems, and Windows, cannot do this to a folder; there the names settle by themselves.
pub(super) fn sync_folder(path: &Path) -> Result<()> {
    let Some(folder) = open_folder(path).at(path)? else {
        return Ok(());
    };
    match folder.sync_all() {
        Err(error) if cannot_sync(&error) => Ok(()),
        outcome => outcome.at(path),
    }
}

/// A handle on a folder that can be synced, where the platform has such a thing.
pub(super) fn open_folder(path: &Path) -> io::Result<Option<File>> {
    if cfg!(unix) {
        File::open(path).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether this kind of file has no syncing, which is no trouble, rather than trouble with syncing.
pub(super) fn cannot_sync(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(error.kind(), Kind::InvalidInput | Kind::Unsupported)
}

/// Reads a whole file that has at most `limit` bytes.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let file = File::open(path).at(path)?;
    let too_large = || StoreError::TooLarge {
        path: path.to_owned(),
        limit,
    };
    let size = file.metadata().at(path)?.len();
    if size > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // The size is only what it was a moment ago, and a device has none.
    file.take(limit + 1).read_to_end(&mut bytes).at(path)?;
    if bytes.len() as u64 > limit {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Says no to a link; a path with nothing there is fine.
pub(super) fn refuse_link(path: &Path) -> Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.file_type().is_symlink() => Err(StoreError::Link {
            path: path.to_owned(),
        }),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::at(path, error)),
    }
}

/// The folder a path is in, unless that is only "here".
pub(super) fn parent_of(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
}

/// The names in a folder. A folder that is not there has none.
pub(super) fn entries(path: &Path) -> Result<Vec<fs::DirEntry>> {
    match fs::read_dir(path) {
        // One entry that cannot be read must not hide the others.
        Ok(entries) => Ok(entries.filter_map(io::Result::ok).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(StoreError::at(path, error)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Checks the permission bits of a path, where there are such things.
    pub(in crate::store) fn assert_mode(path: &Path, expected: u32) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let found = fs::metadata(path).expect("it is there").permissions();
            let mode = found.mode() & 0o777;
            assert_eq!(mode, expected, "{} has mode {mode:o}", path.display());
        }
        #[cfg(not(unix))]
        let _ = (path, expected);
    }

    #[cfg(unix)]
    #[test]
    fn folders_that_were_there_keep_their_modes() {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir().expect("a folder");
        let mine = temp.path().join("mine");
        fs::create_dir(&mine).expect("made");
        fs::set_permissions(&mine, fs::Permissions::from_mode(0o750)).expect("set");
        make_folder(&mine.join("a/b")).expect("made");
        assert_mode(&mine, 0o750);
        assert_mode(&mine.join("a"), 0o700);
        assert_mode(&mine.join("a/b"), 0o700);
    }

    #[test]
    fn reading_ends() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("long");
        fs::write(&path, [b'a'; 11]).expect("written");
        assert!(read_limited(&path, 11).is_ok());
        assert!(matches!(
            read_limited(&path, 10),
            Err(StoreError::TooLarge { limit: 10, .. })
        ));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_without_an_end_is_too_large() {
        assert!(matches!(
            read_limited(Path::new("/dev/zero"), 1 << 16),
            Err(StoreError::TooLarge { .. })
        ));
    }

    /// The modes must not depend on the umask, which belongs to the whole process: so this runs in one of its own.
    #[cfg(unix)]
    #[test]
    fn modes_hold_under_any_umask() {
        for umask in ["000", "077", "777"] {
            let temp = tempfile::tempdir().expect("a folder");
            let outcome = std::process::Command::new("sh")
                .args(["-c", "umask $1; exec \"$2\" --exact --ignored \"$3\"", "sh"])
                .arg(umask)
                .arg(std::env::current_exe().expect("this program"))
                .arg("store::files::tests::under_the_umask")
                .env("ALONGSIDE_TEST_FOLDER", temp.path())
                .output()
                .expect("ran");
            assert!(outcome.status.success(), "umask {umask}: {outcome:?}");
            let folder = temp.path().join("a/b");
            assert_mode(&folder, 0o700);
            for name in ["new", "replaced", "opened"] {
                assert_mode(&folder.join(name), 0o600);
            }
        }
    }

    #[cfg(unix)]
    #[test]
    #[ignore = "started by modes_hold_under_any_umask"]
    fn under_the_umask() {
        use crate::store::atomic;
        let root = std::env::var_os("ALONGSIDE_TEST_FOLDER").expect("set by the parent");
        let folder = Path::new(&root).join("a/b");
        make_folder(&folder).expect("made");
        atomic::write_new(&folder.join("new"), b"").expect("written");
        atomic::replace(&folder.join("replaced"), b"").expect("written");
        let mut options = OpenOptions::new();
        open_or_create_private(&folder.join("opened"), options.append(true)).expect("opened");
    }
}
