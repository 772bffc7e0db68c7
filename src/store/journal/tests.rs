//! A journal written, read back, cut, damaged and folded.

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{
        Event,
        apply::replay,
        samples::{event, typed},
    },
    store::{
        disk::faulty::{Fault, FaultyDisk},
        pieces::{self, Pieces},
    },
};

/// A home with the folder of one conversation in it.
struct Place {
    temp: tempfile::TempDir,
    home: Home,
    id: ConversationId,
}

impl Place {
    fn new() -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
        fs::create_dir_all(home.conversation(&id)).expect("made");
        Self { temp, home, id }
    }

    fn on(self, disk: &FaultyDisk) -> Self {
        Self {
            home: self.home.on_disk(Arc::new(disk.clone())),
            ..self
        }
    }

    fn journal(&self) -> Journal {
        Journal::new(&self.home, &self.id)
    }

    fn opened(&self) -> Journal {
        let mut found = self.found();
        let read = std::mem::take(&mut found.read);
        Journal::found(&self.home, &self.id, found, &read)
    }

    fn found(&self) -> Found {
        pieces::load(&self.home, &self.id).expect("read")
    }

    fn read(&self) -> JournalRead {
        self.found().read
    }

    fn file(&self) -> PathBuf {
        self.home.conversation(&self.id).join("journal.jsonl")
    }

    fn pieces(&self) -> Vec<String> {
        let pieces = Pieces::of(&self.home.conversation(&self.id)).expect("listed");
        pieces.standing.iter().map(ToString::to_string).collect()
    }
}

fn append(journal: &Journal, events: &[Stamped]) -> Result<()> {
    journal.take(events)?;
    journal.write()
}

#[test]
fn what_is_appended_is_read_back() {
    let place = Place::new();
    let journal = place.journal();
    append(&journal, &[typed(0, "a")]).expect("written");
    append(&journal, &[typed(1, "b"), typed(2, "c")]).expect("written");
    assert_eq!(
        place.read().events,
        [typed(0, "a"), typed(1, "b"), typed(2, "c")]
    );
    assert_eq!(journal.waiting(), 0);
    assert_eq!(place.pieces(), ["journal.jsonl"]);
}

#[test]
fn a_journal_is_never_begun_over_another() {
    let place = Place::new();
    append(&place.journal(), &[typed(0, "a")]).expect("written");
    assert!(matches!(
        append(&place.journal(), &[typed(1, "b")]),
        Err(StoreError::AlreadyThere { .. })
    ));
    assert_eq!(place.read().events, [typed(0, "a")]);
}

#[test]
fn after_a_torn_line_the_next_one_is_whole() {
    let place = Place::new();
    let mut bytes = Vec::new();
    lines::write(&mut bytes, &typed(0, "a")).expect("encoded");
    for cut in 1..bytes.len() {
        fs::write(place.file(), &bytes[..cut]).expect("written");
        append(&place.opened(), &[typed(1, "b")]).expect("written");
        let read = place.read();
        assert_eq!(read.events.last(), Some(&typed(1, "b")), "cut at {cut}");
        assert_eq!(read.events.len() + read.set_aside.len(), 2);
        assert!(!read.torn);
    }
}

#[test]
fn opening_a_torn_journal_writes_nothing() {
    let place = Place::new();
    fs::write(place.file(), "{\"v\":1").expect("written");
    let journal = place.opened();
    journal.write().expect("nothing to write");
    journal.settle().expect("nothing to settle");
    assert_eq!(fs::read(place.file()).expect("read"), b"{\"v\":1");
}

#[test]
fn a_full_disk_keeps_the_words() {
    let disk = FaultyDisk::new();
    let place = Place::new().on(&disk);
    disk.fail(None, 0, Fault::FromHere(io::ErrorKind::StorageFull));
    let journal = place.journal();
    for n in 0..3 {
        let outcome = append(&journal, &[typed(n, "a")]);
        assert!(matches!(outcome, Err(StoreError::Full { .. })));
    }
    assert_eq!(journal.waiting(), 3);
    disk.mend();
    append(&journal, &[typed(3, "a")]).expect("written");
    let expected: Vec<_> = (0..4).map(|n| typed(n, "a")).collect();
    assert_eq!(place.read().events, expected);
}

#[test]
fn what_could_never_be_read_back_is_not_taken() {
    let place = Place::new();
    let journal = place.journal();
    let paste = "a".repeat(usize::try_from(LINE_LIMIT).expect("fits"));
    let outcome = journal.take(&[typed(0, "a"), typed(1, &paste)]);
    assert!(matches!(outcome, Err(StoreError::TooLarge { .. })));
    assert_eq!(journal.waiting(), 0);
    append(&journal, &[typed(0, "b")]).expect("written");
    assert_eq!(place.read().events, [typed(0, "b")]);
}

#[test]
fn a_journal_over_the_limit_is_refused() {
    let place = Place::new();
    let file = fs::File::create(place.file()).expect("created");
    file.set_len(JOURNAL_LIMIT + 1).expect("a sparse file");
    assert!(matches!(
        pieces::load(&place.home, &place.id),
        Err(StoreError::TooLarge { .. })
    ));
}

#[cfg(unix)]
#[test]
fn a_link_is_refused() {
    let place = Place::new();
    fs::write(place.temp.path().join("elsewhere"), "").expect("written");
    std::os::unix::fs::symlink(place.temp.path().join("elsewhere"), place.file()).expect("linked");
    assert!(matches!(
        pieces::load(&place.home, &place.id),
        Err(StoreError::Link { .. })
    ));
}

#[test]
fn once_it_moved_nothing_more_is_taken() {
    let place = Place::new();
    let journal = place.journal();
    append(&journal, &[typed(0, "a")]).expect("written");
    journal.let_go();
    assert!(matches!(
        journal.take(&[typed(1, "b")]),
        Err(StoreError::MovedAway)
    ));
    journal.write().expect("nothing waits");
    assert_eq!(place.read().events, [typed(0, "a")]);
}

/// A talk of so many letters, as it would be typed, with its beginning.
fn long_talk(letters: u64) -> Vec<Stamped> {
    let guide = crate::guide::Shelf::new(vec![])
        .guide(&crate::guide::Kind::ListenAndConnect.main_guide())
        .expect("built in");
    let at = typed(0, "").at;
    let mut events = vec![Stamped {
        at,
        event: Event::Began {
            practice: None,
            guide: Box::new(guide),
            by: None,
        },
    }];
    for n in 0..letters {
        let mut event = typed(i64::try_from(n / 8).expect("small"), "x");
        if let Event::Did { join, changes } = &mut event.event {
            *join = n % 6 != 0;
            if let Some(crate::conversation::Change::Line(edit)) = changes.first_mut() {
                edit.at = usize::try_from(n).expect("small");
            }
        }
        events.push(event);
    }
    events
}

/// The lines of such a talk.
pub(in crate::store) fn long_lines(letters: usize) -> Vec<Vec<u8>> {
    let talk = long_talk(u64::try_from(letters).expect("small"));
    talk.iter().map(line).collect()
}

#[test]
fn a_long_journal_is_folded_while_it_is_written_and_says_the_same() {
    let place = Place::new();
    let journal = place.journal();
    let events = long_talk(4_000);
    for (n, event) in events.iter().enumerate() {
        append(&journal, std::slice::from_ref(event)).expect("written");
        if n.is_multiple_of(200) {
            journal.settle().expect("settled");
        }
    }
    let unfolded: usize = events.iter().map(|event| line(event).len()).sum();
    let on_disk: u64 = place
        .pieces()
        .iter()
        .map(|name| place.home.conversation(&place.id).join(name))
        .map(|path| fs::metadata(path).expect("there").len())
        .sum();
    assert!(
        usize::try_from(on_disk).expect("small") < unfolded * 2 / 3,
        "{on_disk} bytes of {unfolded}"
    );
    let read = place.read();
    assert_eq!(
        replay(place.id.clone(), &read.events, || None),
        replay(place.id.clone(), &events, || None)
    );
    // And it goes on.
    let opened = place.opened();
    append(&opened, &[typed(9000, "y")]).expect("written");
    assert_eq!(place.read().events.last(), Some(&typed(9000, "y")));
}

fn line(event: &Stamped) -> Vec<u8> {
    let mut bytes = Vec::new();
    lines::write(&mut bytes, event).expect("encoded");
    bytes
}

#[test]
fn a_damaged_journal_is_never_folded() {
    let place = Place::new();
    let mut bytes: Vec<u8> = long_talk(1_000).iter().flat_map(line).collect();
    bytes.extend(b"damage\n");
    fs::write(place.file(), &bytes).expect("written");
    let journal = place.opened();
    append(&journal, &[typed(9000, "y")]).expect("written");
    journal.settle().expect("settled");
    assert_eq!(place.pieces(), ["journal.jsonl"]);
    assert!(fs::read(place.file()).expect("read").starts_with(&bytes));
}

#[test]
fn what_a_crash_left_of_a_fold_is_cleared_away() {
    let place = Place::new();
    let folder = place.home.conversation(&place.id);
    let both: Vec<u8> = [line(&typed(0, "a")), line(&typed(1, "b"))].concat();
    fs::write(folder.join("journal.0-1.jsonl"), &both).expect("written");
    fs::write(place.file(), line(&typed(0, "a"))).expect("written");
    fs::write(folder.join("journal.1.jsonl"), line(&typed(1, "b"))).expect("written");
    assert_eq!(place.read().events, [typed(0, "a"), typed(1, "b")]);
    let journal = place.opened();
    append(&journal, &[typed(2, "c")]).expect("written");
    journal.settle().expect("settled");
    assert_eq!(
        place.read().events,
        [typed(0, "a"), typed(1, "b"), typed(2, "c")]
    );
    assert_eq!(place.pieces(), ["journal.0-1.jsonl"]);
    assert!(!place.file().exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However little the disk takes at each write, each event is there once.
    #[test]
    fn a_stingy_disk_costs_nothing(
        events in prop::collection::vec(event(), 1..6),
        fault in 0_usize..12,
        kind in prop_oneof![Just(Fault::Short), Just(Fault::Once(io::ErrorKind::TimedOut))],
    ) {
        let disk = FaultyDisk::new();
        let place = Place::new().on(&disk);
        let journal = place.journal();
        disk.fail(None, fault, kind);
        for event in &events {
            let _ = append(&journal, std::slice::from_ref(event));
            prop_assert!(events.starts_with(&place.read().events));
        }
        disk.mend();
        if journal.is_astray() {
            journal.write_again().expect("it is there again");
        }
        journal.write().expect("room at last");
        let read = place.read();
        prop_assert_eq!(read.events, events);
        prop_assert_eq!(read.set_aside, []);
        prop_assert!(!read.torn);
    }
}
