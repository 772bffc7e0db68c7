//! What the library keeps, and what it never does to it.

use std::fs;

use super::*;
use crate::{
    conversation::samples::moment,
    store::{files::tests::assert_mode, tests::removed},
};

fn id(text: &str) -> ConversationId {
    ConversationId::read(text).expect("an id")
}

fn joan() -> ConversationId {
    id("2026-03-10-1420-listen-7k3f")
}

fn in_a_new_home() -> (tempfile::TempDir, Library) {
    let temp = tempfile::tempdir().expect("a folder");
    let library = Library::of(&Home::at(temp.path().join("home")), None);
    (temp, library)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("read")
}

fn names(records: &[RecordFile]) -> Vec<&str> {
    records.iter().map(|record| record.id.as_str()).collect()
}

#[test]
fn a_record_goes_under_its_year_and_month() {
    let (temp, library) = in_a_new_home();
    let saved = library
        .save(&joan(), "record", Some("apart"))
        .expect("saved");
    let month = temp.path().join("home/records/2026/03");
    assert_eq!(saved.path, month.join("2026-03-10-1420-listen-7k3f.md"));
    assert_eq!(
        saved.apart.as_deref(),
        Some(&*month.join("2026-03-10-1420-listen-7k3f.apart.md"))
    );
    assert!(saved.elsewhere.is_none());
    assert_mode(&month, 0o700);
    assert_mode(&saved.path, 0o600);
}

#[test]
fn a_taken_name_gets_a_number_and_the_pair_stays_together() {
    let (_temp, library) = in_a_new_home();
    let first = library.save(&joan(), "one", None).expect("saved");
    let second = library.save(&joan(), "two", Some("apart")).expect("saved");
    let third = library.save(&joan(), "three", Some("more")).expect("saved");
    assert_eq!(text(&first.path), "one");
    assert!(second.path.ends_with("2026-03-10-1420-listen-7k3f-2.md"));
    assert!(third.path.ends_with("2026-03-10-1420-listen-7k3f-3.md"));
    assert_eq!(text(&third.apart.expect("apart")), "more");
    let listed = library.list();
    let apart: Vec<_> = listed.records.iter().map(|r| r.has_apart).collect();
    assert_eq!(apart, [true, true, false]);
    assert!(listed.troubles.is_empty());
}

#[test]
fn saving_again_after_a_crash_makes_no_second_copy() {
    let (_temp, library) = in_a_new_home();
    let first = library.save(&joan(), "one", Some("apart")).expect("saved");
    fs::remove_file(&first.path).expect("as if the crash came between the two");
    for _ in 0..2 {
        let again = library.save(&joan(), "one", Some("apart")).expect("saved");
        assert_eq!(again.path, first.path);
    }
    assert_eq!(library.list().records.len(), 1);
}

#[test]
fn a_record_is_never_given_what_another_kept_apart() {
    let (_temp, library) = in_a_new_home();
    let first = library.save(&joan(), "one", Some("secret")).expect("saved");
    fs::remove_file(&first.path).expect("removed");
    let other = library.save(&joan(), "one", None).expect("saved");
    assert_ne!(other.path, first.path);
    let third = library.save(&joan(), "one", Some("also")).expect("saved");
    assert!(text(&third.apart.expect("apart")) == "also");
    assert_ne!(third.path, other.path);
}

#[test]
fn two_windows_saving_at_once_are_both_kept() {
    let (_temp, library) = in_a_new_home();
    std::thread::scope(|scope| {
        for n in 0..6 {
            let library = &library;
            scope.spawn(move || {
                let apart = format!("apart {n}");
                library
                    .save(&joan(), &format!("record {n}"), Some(&apart))
                    .expect("saved");
            });
        }
    });
    let records = library.list().records;
    assert_eq!(records.len(), 6);
    for record in &records {
        let (said, apart) = (library.read(record), library.read_apart(record));
        assert_eq!(
            said.expect("read").strip_prefix("record "),
            apart.expect("read").strip_prefix("apart ")
        );
    }
}

#[test]
fn a_folder_chosen_for_records_is_used() {
    let temp = tempfile::tempdir().expect("a folder");
    let chosen = temp.path().join("team");
    fs::create_dir(&chosen).expect("made");
    let home = Home::at(temp.path().join("home"));
    let library = Library::of(&home, Some(&chosen));
    let saved = library.save(&joan(), "record", None).expect("saved");
    assert!(saved.path.starts_with(&chosen));
    assert!(!home.root().exists());
}

#[test]
fn when_the_chosen_folder_is_off_the_record_stays_at_home_and_that_is_said() {
    let temp = tempfile::tempdir().expect("a folder");
    let home = Home::at(temp.path().join("home"));
    let library = Library::of(&home, Some(Path::new("/no/such/drive")));
    let saved = library.save(&joan(), "record", None).expect("saved");
    assert!(saved.path.starts_with(home.records()));
    assert_eq!(
        saved.elsewhere.expect("said").to_string(),
        "The records folder (/no/such/drive) is not there. The network drive may be off. Saved on this computer instead."
    );
    let listing = library.list();
    assert_eq!(listing.records.len(), 1);
    assert!(matches!(
        listing.troubles[..],
        [StoreError::NotThere { .. }]
    ));
}

#[test]
fn records_of_both_folders_are_listed_newest_first() {
    let temp = tempfile::tempdir().expect("a folder");
    let chosen = temp.path().join("team");
    fs::create_dir(&chosen).expect("made");
    let home = Home::at(temp.path().join("home"));
    let (own, both) = (Library::of(&home, None), Library::of(&home, Some(&chosen)));
    let ids = [
        "2026-03-11-0900-good-aaaa",
        "2026-03-10-1420-listen-7k3f",
        "2026-02-28-1700-crisis-bbbb",
        "2025-12-01-0900-listen-cccc",
    ];
    for (index, text) in ids.iter().enumerate() {
        let library = if index % 2 == 0 { &own } else { &both };
        library.save(&id(text), text, None).expect("saved");
    }
    assert_eq!(names(&both.list().records), ids);
    assert_eq!(names(&both.newest(3)), ids[..3]);
    assert_eq!(both.newest(0), []);
}

#[test]
fn other_things_in_the_folders_are_passed_over() {
    let (_temp, library) = in_a_new_home();
    let saved = library.save(&joan(), "record", Some("a")).expect("saved");
    let month = saved.path.parent().expect("a folder");
    for name in [".alongside-1-2-0.tmp", "readme.md", "Copy of 7k3f.md"] {
        fs::write(month.join(name), "").expect("written");
    }
    fs::create_dir(month.join("2026-03-10-1420-listen-zzzz.md")).expect("made");
    fs::create_dir_all(library.home.records().join("old/stuff")).expect("made");
    assert_eq!(names(&library.list().records), [joan().as_str()]);
}

#[test]
fn a_record_is_found_by_its_name_or_the_start_of_it() {
    let (_temp, library) = in_a_new_home();
    let other = id("2026-03-12-1000-good-aaaa");
    for id in [&joan(), &other] {
        library.save(id, "record", None).expect("saved");
    }
    library.save(&joan(), "second", None).expect("saved");
    let found = |name: &str| match library.find(name) {
        Found::One(record) => record.id.as_str().to_owned(),
        Found::Several(records) => records.len().to_string(),
        Found::Removed(removals) => format!("{} removed", removals.len()),
        Found::Nothing => "nothing".to_owned(),
    };
    assert_eq!(found(joan().as_str()), joan().as_str());
    assert_eq!(found("2026-03-12"), other.as_str());
    assert_eq!(found("2026-03-10"), "2");
    assert_eq!(found("2027"), "nothing");
    assert_eq!(found(""), "nothing");
    assert_eq!(found("../../../etc/passwd"), "nothing");
}

#[test]
fn adding_never_writes_over_what_somebody_else_added() {
    let (_temp, library) = in_a_new_home();
    library.save(&joan(), "one", None).expect("saved");
    let Found::One(record) = library.find(joan().as_str()) else {
        panic!("it was saved");
    };
    library.add(&record, "one", "one two").expect("added");
    assert!(matches!(
        library.add(&record, "one", "one three"),
        Err(StoreError::Changed { .. })
    ));
    assert_eq!(library.read(&record).expect("read"), "one two");
}

#[test]
fn what_is_no_record_is_said() {
    let (_temp, library) = in_a_new_home();
    let saved = library.save(&joan(), "record", None).expect("saved");
    let Found::One(record) = library.find(joan().as_str()) else {
        panic!("it was saved");
    };
    fs::write(&saved.path, b"a\xFF").expect("written");
    assert!(matches!(
        library.read(&record),
        Err(StoreError::Damaged { why, .. }) if why == "byte 2 is not text"
    ));
    let file = fs::File::create(&saved.path).expect("created");
    file.set_len(texts::TEXT_LIMIT + 1).expect("a sparse file");
    assert!(matches!(
        library.read(&record),
        Err(StoreError::TooLarge { .. })
    ));
}

#[test]
fn what_was_kept_apart_stands_beside_its_record() {
    let beside = |path: &str| apart_from(Path::new(path)).display().to_string();
    assert_eq!(beside("calls/joan.md"), "calls/joan.apart.md");
    assert_eq!(beside("joan"), "joan.apart.md");
    assert_eq!(beside("joan.2026"), "joan.2026.apart.md");
}

/// Removes the record with this name.
fn remove(library: &Library, id: &ConversationId) -> PathBuf {
    let Found::One(record) = library.find(id.as_str()) else {
        panic!("{id} is there");
    };
    library.remove(&record, &removed(id)).expect("removed")
}

#[test]
fn the_name_of_a_record_that_was_removed_is_never_used_again() {
    let (_temp, library) = in_a_new_home();
    let first = library.save(&joan(), "one", Some("apart")).expect("saved");
    let note = remove(&library, &joan());
    assert_mode(&note, 0o600);
    assert!(!first.path.exists() && !first.apart.expect("a name").exists());
    let again = library.save(&joan(), "one", None).expect("saved");
    assert!(again.path.ends_with("2026-03-10-1420-listen-7k3f-2.md"));
    let same = library.save(&joan(), "one", None).expect("saved");
    assert_eq!(same.path, again.path);
    remove(&library, &joan().numbered(2));
    let third = library.save(&joan(), "one", None).expect("saved");
    assert!(third.path.ends_with("2026-03-10-1420-listen-7k3f-3.md"));
}

#[test]
fn a_name_removed_in_the_chosen_folder_is_not_used_in_the_home() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, chosen) = (Home::at(temp.path().join("home")), temp.path().join("team"));
    fs::create_dir(&chosen).expect("made");
    let team = Library::of(&home, Some(&chosen));
    team.save(&joan(), "one", None).expect("saved");
    let note = remove(&team, &joan());
    assert!(note.starts_with(&chosen));
    let home_file = record_path(&home.records(), &joan());
    fs::create_dir_all(home_file.parent().expect("a folder")).expect("made");
    fs::rename(&note, removal::removed_from(&home_file)).expect("moved");
    let again = team.save(&joan(), "one", None).expect("saved");
    assert!(again.path.ends_with("2026-03-10-1420-listen-7k3f-2.md"));
}

#[test]
fn a_removed_record_is_found_as_one_and_its_name_is_not_the_start_of_another() {
    let (_temp, library) = in_a_new_home();
    library.save(&joan(), "one", None).expect("saved");
    library.save(&joan(), "two", None).expect("saved");
    remove(&library, &joan());
    assert_eq!(
        names(&library.list().records),
        [joan().numbered(2).as_str()]
    );
    assert!(!library.holds(&joan()));
    let removed = library.find(joan().as_str());
    assert!(matches!(removed, Found::Removed(all) if all[0].id == joan() && all[0].is_finished()));
    assert!(matches!(library.find("2026-03-10"), Found::One(_)));
    remove(&library, &joan().numbered(2));
    assert!(matches!(library.find("2026-03-10"), Found::Removed(all) if all.len() == 2));
}

#[test]
fn a_note_that_names_another_record_removes_only_its_own() {
    let (_temp, library) = in_a_new_home();
    let other = id("2026-03-12-1000-good-aaaa");
    for id in [&joan(), &other] {
        library.save(id, "record", None).expect("saved");
    }
    let note = remove(&library, &joan());
    let changed = text(&note).replace(joan().as_str(), other.as_str());
    for changed in [changed.as_str(), "", "not a note"] {
        fs::write(&note, changed).expect("written");
        fs::write(record_path(&library.home.records(), &joan()), "put back").expect("written");
        let removal = library.removals().found.remove(0);
        assert!(!removal.is_finished());
        library
            .go_on_removing(&removal, moment(9))
            .expect("removed");
        assert!(library.removals().found[0].is_finished());
        assert_eq!(names(&library.list().records), [other.as_str()]);
    }
}
