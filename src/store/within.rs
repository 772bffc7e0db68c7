//! Nothing in a home leads outside it.
//!
//! A home may be on a shared drive, or come from somebody else. A link in it is followed to a place that is in the home
//! too, and nowhere else: not to read, not to write. The home's own folder may be a link; that is its owner's choice.

use std::{fs, io, path::Path};

use super::error::{At, Result, StoreError};

/// Says no to a path that leads outside `root`, and to what is neither a file nor a folder: a pipe would be waited for
/// without end. A path with nothing there is fine when nothing on the way to it leads outside.
///
/// # Errors
///
/// [`StoreError::Link`], [`StoreError::NotAFile`]; else as the disk says.
pub fn within(root: &Path, path: &Path) -> Result<()> {
    match path.canonicalize() {
        Ok(real) if real.starts_with(root.canonicalize().at(root)?) => is_ordinary(path, &real),
        Ok(_) => Err(link(path)),
        Err(error) if is_absent(&error) => nothing_there(root, path),
        Err(error) => Err(StoreError::at(path, error)),
    }
}

fn is_ordinary(path: &Path, real: &Path) -> Result<()> {
    let kind = fs::metadata(real).at(path)?.file_type();
    if kind.is_file() || kind.is_dir() {
        return Ok(());
    }
    Err(StoreError::NotAFile {
        path: path.to_owned(),
    })
}

/// A link to nothing would be followed by whoever makes the file; else what counts is the folder it would be in.
fn nothing_there(root: &Path, path: &Path) -> Result<()> {
    match (fs::symlink_metadata(path), path.parent()) {
        (Ok(_), _) => Err(link(path)),
        (Err(_), Some(parent)) if path != root && parent.starts_with(root) => within(root, parent),
        _ => Ok(()),
    }
}

fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(error.kind(), Kind::NotFound | Kind::NotADirectory)
}

fn link(path: &Path) -> StoreError {
    StoreError::Link {
        path: path.to_owned(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A home, a folder beside it, and a link in the home to each of these.
    fn linked(targets: &[(&str, &str)]) -> tempfile::TempDir {
        let temp = tempfile::tempdir().expect("a folder");
        let home = temp.path().join("home");
        fs::create_dir_all(home.join("guides")).expect("made");
        fs::create_dir_all(temp.path().join("outside")).expect("made");
        fs::write(home.join("config.toml"), "").expect("written");
        fs::write(temp.path().join("outside/secret"), "").expect("written");
        for (link, target) in targets {
            symlink(target, home.join(link)).expect("linked");
        }
        temp
    }

    fn refused(temp: &tempfile::TempDir, path: &str) -> bool {
        let home = temp.path().join("home");
        matches!(
            within(&home, &home.join(path)),
            Err(StoreError::Link { .. })
        )
    }

    #[test]
    fn a_link_that_stays_inside_is_followed() {
        let temp = linked(&[("guides/a.toml", "../config.toml"), ("other", "guides")]);
        assert!(!refused(&temp, "guides/a.toml"));
        assert!(!refused(&temp, "other/a.toml"));
        assert!(!refused(&temp, "config.toml"));
        assert!(!refused(&temp, "not/made/yet"));
    }

    #[test]
    fn a_link_that_leads_out_is_refused_wherever_it_stands() {
        let temp = linked(&[
            ("local.toml", "../outside/secret"),
            ("connections", "../outside"),
            ("records", "/"),
            ("guides/up", "../.."),
        ]);
        for path in [
            "local.toml",
            "connections/secret",
            "connections/not-made-yet",
            "records",
            "guides/up/outside/secret",
        ] {
            assert!(refused(&temp, path), "{path}");
        }
    }

    #[test]
    fn a_link_to_nothing_is_refused_too() {
        let temp = linked(&[("local.toml", "../outside/not-made-yet"), ("a", "b")]);
        assert!(refused(&temp, "local.toml"));
        assert!(refused(&temp, "a"));
    }

    #[test]
    fn the_home_itself_may_be_a_link() {
        let temp = linked(&[]);
        symlink("home", temp.path().join("linked")).expect("linked");
        let root = temp.path().join("linked");
        within(&root, &root.join("config.toml")).expect("inside");
        within(&root, &root.join("guides/new.toml")).expect("inside");
    }

    #[test]
    fn a_home_that_is_not_there_leads_nowhere() {
        let temp = tempfile::tempdir().expect("a folder");
        let root = temp.path().join("home");
        within(&root, &root.join("config.toml")).expect("nothing there");
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let temp = linked(&[]);
        let pipe = temp.path().join("home/guides/pipe.toml");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        let outcome = within(&temp.path().join("home"), &pipe);
        assert!(matches!(outcome, Err(StoreError::NotAFile { .. })));
    }
}
