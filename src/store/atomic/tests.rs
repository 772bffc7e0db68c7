//! Files whole or not there, whoever else is writing, and private whatever the umask.

use std::fs;

use super::*;
use crate::store::{disk::RealDisk, files::tests::assert_mode};

fn on() -> OnErrand<'static> {
    OnErrand::new(&RealDisk, Errand::Record)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_name_that_is_taken_is_left_as_it_is() {
    let temp = tempfile::tempdir().expect("a folder");
    let path = temp.path().join("a.md");
    on().write_new(&path, b"first").expect("written");
    assert!(matches!(
        on().write_new(&path, b"second"),
        Err(StoreError::AlreadyThere { .. })
    ));
    assert_eq!(fs::read(&path).expect("read"), b"first");
    assert_eq!(names(temp.path()), ["a.md"]);
}

#[test]
fn both_writers_of_one_name_are_kept() {
    let temp = tempfile::tempdir().expect("a folder");
    let path = temp.path().join("a.apart.md");
    let written: Vec<PathBuf> = std::thread::scope(|scope| {
        let path = &path;
        let writers: Vec<_> = (0..8_u8)
            .map(|n| scope.spawn(move || on().write_new_numbered(path, &[n])))
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().expect("no panic").expect("written"))
            .collect()
    });
    for (n, path) in written.iter().enumerate() {
        assert_eq!(fs::read(path).expect("read"), [n as u8]);
    }
    let found = names(temp.path());
    assert_eq!(found.len(), 8);
    assert_eq!(found[0], "a-2.apart.md");
    assert_eq!(found[7], "a.apart.md");
}

#[test]
fn without_links_a_taken_name_is_left_too() {
    let temp = tempfile::tempdir().expect("a folder");
    let path = temp.path().join("a.md");
    for (words, name) in [("first", "one"), ("second", "two")] {
        let from = temp.path().join(name);
        fs::write(&from, words).expect("written");
        let _ = on().publish_without_links(&from, &path);
    }
    assert_eq!(fs::read(&path).expect("read"), b"first");
    assert_eq!(names(temp.path()), ["a.md", "two"]);
}

#[test]
fn replacing_leaves_only_the_new() {
    let temp = tempfile::tempdir().expect("a folder");
    let path = temp.path().join("deep/config.toml");
    on().replace(&path, b"old").expect("written");
    on().replace(&path, b"new").expect("written");
    assert_eq!(fs::read(&path).expect("read"), b"new");
    assert_eq!(names(&temp.path().join("deep")), ["config.toml"]);
}

#[test]
fn temporary_files_are_known_by_name() {
    assert!(is_leftover(".alongside-12-34-0.tmp"));
    assert!(!is_leftover("2026-03-10-1420-listen-7k3f.md"));
}

#[test]
fn numbers_go_before_the_endings() {
    let name = |path: &str, number| numbered(Path::new(path), number);
    assert_eq!(name("r/a.md", 1), Path::new("r/a.md"));
    assert_eq!(name("r/a.md", 2), Path::new("r/a-2.md"));
    assert_eq!(name("a.apart.md", 3), Path::new("a-3.apart.md"));
    assert_eq!(name("plain", 2), Path::new("plain-2"));
}

#[cfg(unix)]
#[test]
fn folders_that_were_there_keep_their_modes() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().expect("a folder");
    let mine = temp.path().join("mine");
    fs::create_dir(&mine).expect("made");
    fs::set_permissions(&mine, fs::Permissions::from_mode(0o750)).expect("set");
    on().make_folder(&mine.join("a/b")).expect("made");
    assert_mode(&mine, 0o750);
    assert_mode(&mine.join("a"), 0o700);
    assert_mode(&mine.join("a/b"), 0o700);
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
            .arg("store::atomic::tests::under_the_umask")
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
    let root = std::env::var_os("ALONGSIDE_TEST_FOLDER").expect("set by the parent");
    let folder = Path::new(&root).join("a/b");
    on().make_folder(&folder).expect("made");
    on().write_new(&folder.join("new"), b"").expect("written");
    on().replace(&folder.join("replaced"), b"")
        .expect("written");
    RealDisk
        .open_or_create(Errand::Lock, &folder.join("opened"))
        .expect("opened");
}

#[test]
fn a_folder_that_went_away_is_not_made_again_for_what_belongs_in_it() {
    let temp = tempfile::tempdir().expect("a folder");
    let gone = temp.path().join("drive");
    let replaced = on().replace_there(&gone.join("journal.0-3.jsonl"), b"words");
    assert!(matches!(replaced, Err(StoreError::NotThere { .. })));
    assert!(!gone.exists());
    on().replace(&gone.join("a.md"), b"words").expect("made");
    on().replace_there(&gone.join("a.md"), b"more")
        .expect("replaced");
    assert_eq!(names(&gone), ["a.md"]);
}
