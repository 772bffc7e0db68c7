//! What was promised is found whatever is done to the files by hand, and nothing depends on what was kept of it.

use std::fs;

use super::*;
use crate::{
    conversation::Moment,
    desk::Passphrase,
    promise::Happened,
    store::{
        RecordFile,
        promises::happen,
        sealing,
        tests::{age, removed},
    },
};

fn today() -> NaiveDate {
    "2026-03-10".parse().expect("a day")
}

fn at() -> Moment {
    chrono::DateTime::parse_from_rfc3339("2026-03-10T15:02:00+00:00").expect("a time")
}

fn id(nth: usize) -> ConversationId {
    ConversationId::read(&format!("2026-03-06-1420-listen-{nth:04}")).expect("an id")
}

fn record(nth: usize, what: &str) -> String {
    format!(
        "---\nalongside: 1\nid: \"{}\"\nkind: \"listen-and-connect\"\nstarted: \"2026-03-06T14:20:00+00:00\"\n\
         next_steps:\n  - id: \"s1\"\n    what: \"{what}\"\n    due: \"2026-03-09\"\n    state: \"open\"\n---\n\n# Talk\n",
        id(nth)
    )
}

/// A home with so many records, last changed a while ago.
fn home(temp: &tempfile::TempDir, count: usize) -> (Home, Library) {
    let home = Home::open(temp.path().join("home")).expect("a home");
    let library = Library::of(&home, None);
    for nth in 0..count {
        let saved = library.save(&id(nth), &record(nth, &format!("Ring {nth:04}")), None);
        age(&saved.expect("saved").path, 60);
    }
    (home, library)
}

fn whats(home: &Home, library: &Library, memory: &mut Memory) -> Vec<String> {
    let found = read(home, library, memory, today());
    settle(home, memory);
    assert!(found.troubles.is_empty(), "{:?}", found.troubles);
    let mut whats: Vec<String> = found
        .known
        .promises
        .into_iter()
        .map(|one| one.what)
        .collect();
    whats.sort();
    whats
}

#[test]
fn what_is_changed_added_or_removed_by_hand_is_seen_at_once() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, 3);
    let mut memory = Memory::default();
    assert_eq!(
        whats(&home, &library, &mut memory),
        ["Ring 0000", "Ring 0001", "Ring 0002"]
    );
    let path = |nth| {
        library
            .list()
            .records
            .into_iter()
            .find(|file| file.id == id(nth))
            .expect("there")
            .path
    };
    // Of the same length, and as long ago as anybody likes.
    fs::write(path(0), record(0, "Call 0000")).expect("written");
    age(&path(0), 30);
    fs::remove_file(path(1)).expect("removed");
    fs::write(
        path(2).with_file_name(format!("{}.md", id(7))),
        record(7, "Ring 0007"),
    )
    .expect("written");
    assert_eq!(
        whats(&home, &library, &mut memory),
        ["Call 0000", "Ring 0002", "Ring 0007"]
    );
    fs::write(path(7), record(7, "Call 0007")).expect("written");
    assert_eq!(
        whats(&home, &library, &mut memory),
        ["Call 0000", "Call 0007", "Ring 0002"]
    );
}

#[test]
fn a_small_home_keeps_nothing_and_a_large_one_loses_nothing_with_it() {
    let temp = tempfile::tempdir().expect("a folder");
    let (few, library) = home(&temp, WORTH_KEEPING - 1);
    whats(&few, &library, &mut Memory::default());
    assert!(!cache::index(&few).exists());
    let (many, library) = home(&temp, WORTH_KEEPING + 1);
    let all = whats(&many, &library, &mut Memory::default());
    assert!(cache::index(&many).exists());
    assert_eq!(whats(&many, &library, &mut Memory::default()), all);
    for damage in ["", "{\"form\":99,\"files\":[]}", "not ours"] {
        fs::write(cache::index(&many), damage).expect("written");
        assert_eq!(whats(&many, &library, &mut Memory::default()), all);
    }
    fs::remove_dir_all(many.root().join("cache")).expect("removed");
    assert_eq!(whats(&many, &library, &mut Memory::default()), all);
}

#[test]
fn what_is_kept_answers_for_files_that_are_as_they_were() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, WORTH_KEEPING);
    whats(&home, &library, &mut Memory::default());
    let text = fs::read_to_string(cache::index(&home)).expect("kept");
    fs::write(
        cache::index(&home),
        text.replace("Ring 0003", "From the cache"),
    )
    .expect("written");
    let found = whats(&home, &library, &mut Memory::default());
    assert!(
        found.contains(&"From the cache".to_owned()),
        "it was read again"
    );
}

#[test]
fn a_record_that_is_removed_leaves_no_word_in_what_was_kept() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, WORTH_KEEPING);
    whats(&home, &library, &mut Memory::default());
    let file: RecordFile = library.list().records.remove(0);
    library.remove(&file, &removed(&file.id)).expect("removed");
    assert!(!cache::index(&home).exists());
    assert_eq!(
        whats(&home, &library, &mut Memory::default()).len(),
        WORTH_KEEPING - 1
    );
}

#[test]
fn in_a_sealed_home_nothing_plain_is_kept_and_nothing_is_known_without_the_key() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, WORTH_KEEPING);
    whats(&home, &library, &mut Memory::default());
    let passphrase = || Passphrase::new("correct horse battery".to_owned());
    sealing::turn_on(&home, passphrase()).expect("on");
    sealing::turn_all(&home, &library, sealing::Form::Sealed, at()).expect("sealed");
    assert!(!cache::index(&home).exists(), "the plain one goes");
    for file in library.list().records {
        age(&file.path, 60);
    }
    let all = whats(&home, &library, &mut Memory::default());
    assert_eq!(all.len(), WORTH_KEEPING);
    assert!(!cache::index(&home).exists() && texts::sealed_name(&cache::index(&home)).exists());
    home.vault().lock();
    let found = read(&home, &library, &mut Memory::default(), today());
    assert!(found.sealed && found.known.promises.is_empty());
    home.vault().unlock(passphrase()).expect("open");
    assert_eq!(whats(&home, &library, &mut Memory::default()), all);
}

#[test]
fn what_became_of_a_promise_is_in_its_record_and_somebody_elses_change_stands() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, 1);
    let seen = read(&home, &library, &mut Memory::default(), today())
        .known
        .promises
        .remove(0);
    let who = Happened::Who("Sam".to_owned());
    happen(&library, &seen, &who, Some("Priya N"), at()).expect("written");
    let mine = happen(&library, &seen, &Happened::Done, Some("Priya N"), at());
    assert!(mine.expect_err("theirs stands").contains("meanwhile"));
    let now = read(&home, &library, &mut Memory::default(), today())
        .known
        .promises
        .remove(0);
    assert_eq!(
        (now.who.as_deref(), now.is_open(), now.changes),
        (Some("Sam"), true, 1)
    );
}

#[test]
fn what_is_gone_does_not_stay_in_what_was_kept() {
    let temp = tempfile::tempdir().expect("a folder");
    let (many, library) = home(&temp, WORTH_KEEPING + 1);
    let mut memory = Memory::default();
    whats(&many, &library, &mut memory);
    let file = library.list().records.remove(0);
    let what = format!("Ring {}", &file.id.as_str()[file.id.as_str().len() - 4..]);
    let kept = || fs::read_to_string(cache::index(&many)).expect("kept");
    assert!(kept().contains(&what));
    fs::remove_file(&file.path).expect("removed");
    whats(&many, &library, &mut memory);
    assert!(!kept().contains(&what));
    let other = tempfile::tempdir().expect("a folder");
    let (few, library) = home(&other, 2);
    let mut memory = Memory::default();
    whats(&few, &library, &mut memory);
    fs::remove_file(&library.list().records[0].path).expect("removed");
    whats(&few, &library, &mut memory);
    assert!(!cache::index(&few).exists(), "looking writes nothing");
}
