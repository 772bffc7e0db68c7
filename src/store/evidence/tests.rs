//! What is counted is what is on the disk, whatever was kept of it; and nothing that could not be counted is passed over.

use std::fs;

use super::*;
use crate::{
    conversation::{ConversationId, Moment},
    desk::Passphrase,
    store::{
        sealing,
        tests::{age, removed},
        texts,
    },
};

/// Enough in one folder to be kept.
const ENOUGH: usize = 20;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at() -> Moment {
    "2026-03-10T15:02:00+00:00".parse().expect("a time")
}

fn id(nth: usize) -> ConversationId {
    ConversationId::read(&format!("2026-03-06-1420-listen-{nth:04}")).expect("an id")
}

fn record(nth: usize, route: &str) -> String {
    format!(
        "---\nalongside: 1\nid: \"{}\"\nkind: \"listen-and-connect\"\nperson: \"Joan {nth}\"\n\
         started: \"2026-03-06T14:20:00+00:00\"\nroute: \"{route}\"\nwords: 12\n---\n\n# Talk\n",
        id(nth)
    )
}

/// A home with so many records, last changed a while ago.
fn home(temp: &tempfile::TempDir, count: usize) -> (Home, Library) {
    let home = Home::open(temp.path().join("home")).expect("a home");
    let library = Library::of(&home, None);
    for nth in 0..count {
        let saved = library.save(&id(nth), &record(nth, "Connected"), None);
        age(&saved.expect("saved").path, 60);
    }
    (home, library)
}

fn gathered(home: &Home, library: &Library) -> Gathered {
    let march = Period::quarter_of(day("2026-03-10"));
    gather(home, library, march, day("2026-03-10"), &|_, _| {})
}

/// How many conversations take each route.
fn routes(home: &Home, library: &Library) -> Vec<(String, usize)> {
    let gathered = gathered(home, library);
    assert_eq!(gathered.unreadable, [""; 0]);
    let report = gathered.report(&Beside::default());
    let routes = report.measure(crate::evidence::measure::MeasureId::Routes);
    let groups = &routes.expect("a measure").tables[0].groups;
    let said = groups.iter().filter(|group| group.typed);
    said.map(|group| (group.name.clone(), group.count.known().expect("known")))
        .collect()
}

fn connected(count: usize) -> (String, usize) {
    ("Connected".to_owned(), count)
}

fn path(home: &Home, nth: usize) -> PathBuf {
    home.records()
        .join("2026")
        .join("03")
        .join(format!("{}.md", id(nth)))
}

fn cached(home: &Home) -> PathBuf {
    cache::months(home).join("2026-03.jsonl")
}

#[test]
fn what_is_changed_added_or_removed_by_hand_is_seen_at_once() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    assert_eq!(routes(&home, &library), [connected(ENOUGH)]);
    // Of the same length, and as long ago as anybody likes.
    fs::write(path(&home, 0), record(0, "Disputed!")).expect("written");
    age(&path(&home, 0), 30);
    fs::remove_file(path(&home, 1)).expect("removed");
    let new = record(ENOUGH, "Connected");
    fs::write(path(&home, ENOUGH), new).expect("written");
    let after = [connected(ENOUGH - 1), ("Disputed!".to_owned(), 1)];
    assert_eq!(routes(&home, &library), after);
    assert_eq!(routes(&home, &library), after);
    let kept = fs::read_to_string(cached(&home)).expect("kept");
    assert!(!kept.contains("Joan 1\""), "who is gone is not kept");
}

#[test]
fn a_small_home_keeps_nothing_and_a_large_one_loses_nothing_with_it() {
    let temp = tempfile::tempdir().expect("a folder");
    let (few, library) = home(&temp, kept::WORTH_KEEPING - 1);
    routes(&few, &library);
    assert!(!cache::months(&few).exists());
    let (many, library) = home(&temp, ENOUGH);
    let all = [connected(ENOUGH)];
    assert_eq!(routes(&many, &library), all);
    let kept = fs::read_to_string(cached(&many)).expect("kept");
    for damage in [
        "",
        "99\tsomewhere\n",
        "not ours",
        &kept[..kept.len() - 9],
        &kept.replace('{', "["),
    ] {
        fs::write(cached(&many), damage).expect("written");
        assert_eq!(routes(&many, &library), all, "{damage:?}");
    }
    fs::remove_dir_all(many.root().join("cache")).expect("removed");
    assert_eq!(routes(&many, &library), all);
}

#[test]
fn what_is_kept_answers_for_files_that_are_as_they_were_and_for_no_other_folder() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    routes(&home, &library);
    let text = fs::read_to_string(cached(&home)).expect("kept");
    fs::write(cached(&home), text.replacen("Connected", "Kept", 1)).expect("written");
    let found = [connected(ENOUGH - 1), ("Kept".to_owned(), 1)];
    assert_eq!(routes(&home, &library), found);
    fs::write(cache::months(&home).join("2019-01.jsonl"), &text).expect("written");
    fs::write(cached(&home), text.replacen("2026/03", "2026/04", 1)).expect("written");
    assert_eq!(routes(&home, &library), [connected(ENOUGH)]);
    assert_eq!(
        cache::kept_months(&home),
        [cached(&home)],
        "there is no such folder now"
    );
}

#[test]
fn a_record_that_is_removed_leaves_no_word_in_what_was_kept() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    routes(&home, &library);
    let file: RecordFile = library.list().records.remove(0);
    library.remove(&file, &removed(&file.id)).expect("removed");
    assert!(cache::kept_months(&home).is_empty());
    assert_eq!(routes(&home, &library), [connected(ENOUGH - 1)]);
}

#[test]
fn in_a_sealed_home_nothing_plain_is_kept_and_nothing_is_counted_without_the_key() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    routes(&home, &library);
    let passphrase = || Passphrase::new("correct horse battery".to_owned());
    sealing::turn_on(&home, passphrase()).expect("on");
    sealing::turn_all(&home, &library, sealing::Form::Sealed, at()).expect("sealed");
    assert!(!cached(&home).exists(), "the plain one goes");
    for file in library.list().records {
        age(&file.path, 60);
    }
    let all = routes(&home, &library);
    assert_eq!(all, [connected(ENOUGH)]);
    let sealed = texts::sealed_name(&cached(&home));
    assert!(!cached(&home).exists() && sealed.exists());
    let kept = fs::read(&sealed).expect("read");
    home.vault().lock();
    let locked = gathered(&home, &library);
    assert!(locked.sealed && locked.unreadable.is_empty());
    assert_eq!(fs::read(&sealed).expect("read"), kept, "it is left alone");
    home.vault().unlock(passphrase()).expect("open");
    assert_eq!(routes(&home, &library), all);
}

#[test]
fn what_cannot_be_read_is_named() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    let spoil = |nth, bytes: &[u8]| fs::write(path(&home, nth), bytes).expect("written");
    spoil(3, b"---\nalongside: 1\nid: [\n---\n");
    spoil(5, b"---\nid: \"\xFF\"\n---\n");
    spoil(7, b"No header at all.");
    spoil(9, b"");
    spoil(
        11,
        &[b"---\nalongside: 1\n", "x: 1\n".repeat(9_000).as_bytes()].concat(),
    );
    for _ in 0..2 {
        let gathered = gathered(&home, &library);
        let names = [3, 5, 7, 9, 11].map(|nth| id(nth).as_str().to_owned());
        assert_eq!(gathered.unreadable, names);
        let report = gathered.report(&Beside::default());
        assert_eq!(report.counted.unreadable_count, 5);
        assert_eq!(report.counted.conversations.known(), Some(ENOUGH - 5));
    }
}

#[test]
fn a_header_is_read_to_its_end_however_long_it_is_and_an_older_letter_for_its_words() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, 0);
    let words = |text: &str, name: usize| {
        library.save(&id(name), text, None).expect("saved");
        let gathered = gathered(&home, &library);
        assert_eq!(gathered.unreadable, [""; 0]);
        let report = gathered.report(&Beside::default());
        let length = report.measure(crate::evidence::measure::MeasureId::Length);
        let words = length.expect("a measure").spreads[0].spread;
        fs::remove_file(path(&home, name)).expect("removed");
        words.map(|words| words.median)
    };
    let long = record(1, &"Connected ".repeat(2_000));
    assert_eq!(words(&long, 1), Some(12.0));
    let body = "## What you told me\n\n- Still cooks on Sundays.\n";
    let older = record(2, "Connected").replace("words: 12\n", "") + body;
    assert_eq!(words(&older, 2), Some(4.0));
}

#[test]
fn a_folder_chosen_for_records_counts_as_well_and_is_missed_when_it_is_gone() {
    let temp = tempfile::tempdir().expect("a folder");
    let (home, library) = home(&temp, ENOUGH);
    let chosen = temp.path().join("drive");
    let folder = chosen.join("2026").join("03");
    fs::create_dir_all(&folder).expect("made");
    for nth in ENOUGH..2 * ENOUGH {
        let path = folder.join(format!("{}.md", id(nth)));
        fs::write(&path, record(nth, "Connected")).expect("written");
        age(&path, 60);
    }
    let both = Library::of(&home, Some(&chosen));
    for _ in 0..2 {
        assert_eq!(routes(&home, &both), [connected(2 * ENOUGH)]);
    }
    assert_eq!(cache::kept_months(&home).len(), 2);
    fs::rename(&chosen, temp.path().join("off")).expect("moved");
    let gathered = gathered(&home, &both);
    assert_eq!(gathered.troubles.len(), 1);
    let report = gathered.report(&Beside::default());
    assert_eq!(
        (report.troubles.len(), report.counted.conversations.known()),
        (1, Some(ENOUGH))
    );
    assert_eq!(
        cache::kept_months(&home).len(),
        2,
        "the drive may come back"
    );
    assert_eq!(routes(&home, &library), [connected(ENOUGH)]);
    assert_eq!(cache::kept_months(&home).len(), 1);
}
