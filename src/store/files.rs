//! The few things every reader of files needs: no surprises from links, and an end to what is read.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use super::error::{At, Result, StoreError};

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
}
