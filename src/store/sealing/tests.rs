//! Everything sealed and unsealed, stopped anywhere, and gone on with.

use std::{fs, io, sync::Arc};

use tempfile::TempDir;

use super::*;
use crate::{
    conversation::samples::{moment, typed},
    record::{self, Removed},
    store::{
        disk::faulty::{Fault, FaultyDisk},
        files::entries,
        letters,
        tests::{age, removed},
    },
};

mod beside;

const PASSPHRASE: &str = "correct horse battery";

/// A home with two records, one of them with something kept apart, and an open conversation.
struct House {
    _temp: TempDir,
    home: Home,
}

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

fn id(tail: &str) -> ConversationId {
    ConversationId::read(&format!("2026-03-10-1420-listen-{tail}")).expect("an id")
}

impl House {
    fn plain() -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::open(temp.path().join("home")).expect("a home");
        let house = Self { _temp: temp, home };
        house.save("aaaa", "# One", Some("apart from one"));
        house.save("bbbb", "# Two", None);
        house.begin("cccc");
        house
    }

    /// The same, with sealing turned on. The identity file has little work to it, so that tests are quick.
    fn sealed() -> Self {
        let house = Self::plain();
        house.turn_on();
        house.turn_all(Form::Sealed);
        house
    }

    /// Another home like it. Copied, because making one settles the disk many times.
    fn copy(&self) -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let root = temp.path().join("home");
        copy_folder(self.home.root(), &root);
        let home = Home::open(root).expect("a home");
        Self { _temp: temp, home }
    }

    fn turn_on(&self) {
        fs::create_dir_all(self.home.seal()).expect("made");
        let file = seal::Key::generate().to_file_with(&passphrase(), 2);
        fs::write(self.home.identity(), file.expect("sealed")).expect("written");
        turn_on(&self.home, passphrase()).expect("turned on");
    }

    fn save(&self, tail: &str, record: &str, apart: Option<&str>) {
        let saved = self.library().save(&id(tail), record, apart);
        saved.expect("saved");
    }

    fn begin(&self, tail: &str) {
        let conversations = Conversations::of(&self.home);
        let mut open = conversations
            .begin(&id(tail), &typed(0, "words"))
            .expect("begun");
        open.write().expect("written");
    }

    fn library(&self) -> Library {
        Library::of(&self.home, None)
    }

    fn turn_all(&self, form: Form) -> Outcome {
        turn_all(&self.home, &self.library(), form, moment(60)).expect("gone through")
    }

    /// The same home, opened again by another start of the program.
    fn again(&self) -> Home {
        let home = Home::open(self.home.root().to_owned()).expect("a home");
        if home.identity().exists() {
            home.vault().unlock(passphrase()).expect("unlocked");
        }
        home
    }

    /// Everything is there and says what it said.
    fn assert_all_there(&self, home: &Home) {
        let library = Library::of(home, None);
        let listing = library.list();
        let read: Vec<String> = listing
            .records
            .iter()
            .map(|record| library.read(record).expect("is read"))
            .collect();
        assert_eq!(read, ["# Two", "# One"]);
        let one = &listing.records[1];
        assert_eq!(library.read_apart(one).expect("is read"), "apart from one");
        let said = Conversations::of(home).load(&id("cccc")).expect("is read");
        assert_eq!(said.events, [typed(0, "words")]);
        assert!(!said.torn && said.unopened == 0);
    }

    /// Every file of records and conversations, by its ending.
    fn files(&self) -> Vec<PathBuf> {
        let mut files = vec![];
        for folder in [self.home.records(), self.home.conversations()] {
            gather(&folder, &mut files);
        }
        files.retain(|path| !path.ends_with("lock"));
        files
    }

    fn plain_files(&self) -> Vec<PathBuf> {
        let mut files = self.files();
        files.retain(|path| !texts::is_sealed(path));
        files
    }

    fn status(&self) -> (Tally, Tally) {
        let status = status(&self.home, &self.library());
        (status.records, status.conversations)
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).expect("made");
    for entry in entries(from).expect("is read") {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("copied");
        }
    }
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in entries(folder).expect("is read") {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn tally(sealed: usize, behind: usize, plain: usize) -> Tally {
    Tally {
        sealed,
        behind,
        plain,
    }
}

#[test]
fn everything_there_is_becomes_sealed_and_says_the_same() {
    let house = House::plain();
    assert_eq!(house.status(), (tally(0, 0, 2), tally(0, 0, 1)));
    house.turn_on();
    let outcome = house.turn_all(Form::Sealed);
    assert!(outcome.is_whole(), "{outcome:?}");
    assert_eq!(outcome.turned, 4);
    assert!(house.plain_files().is_empty());
    assert_eq!(house.status(), (tally(2, 0, 0), tally(1, 0, 0)));
    house.assert_all_there(&house.again());
    assert_eq!(house.turn_all(Form::Sealed).turned, 0);
}

#[test]
fn no_word_of_it_is_left_in_any_file() {
    let house = House::sealed();
    let mut files = house.files();
    gather(&house.home.seal(), &mut files);
    for path in files {
        let bytes = fs::read(&path).expect("is read");
        for words in ["# One", "# Two", "apart from", "words"] {
            let found = bytes
                .windows(words.len())
                .any(|bytes| bytes == words.as_bytes());
            assert!(!found, "{words:?} is in {}", path.display());
        }
    }
}

#[test]
fn turning_it_off_gives_back_every_file_as_it_was() {
    let house = House::plain();
    let before: Vec<_> = house.files().into_iter().map(contents).collect();
    house.turn_on();
    house.turn_all(Form::Sealed);
    let outcome = turn_off(&house.home, &house.library(), moment(60)).expect("turned off");
    assert!(outcome.is_whole(), "{outcome:?}");
    assert!(!house.home.vault().is_on());
    assert!(house.home.identity().exists(), "copies may need it");
    let after: Vec<_> = house.files().into_iter().map(contents).collect();
    assert_eq!(after, before);
}

fn contents(path: PathBuf) -> (PathBuf, Vec<u8>) {
    let bytes = fs::read(&path).expect("is read");
    (path, bytes)
}

#[test]
fn without_the_key_nothing_is_unsealed() {
    let house = House::sealed();
    house.home.vault().lock();
    let outcome = turn_off(&house.home, &house.library(), moment(60));
    assert!(matches!(outcome, Err(StoreError::Sealed { .. })));
    assert!(house.plain_files().is_empty());
}

#[test]
fn one_more_recipient_opens_all_of_it() {
    let house = House::sealed();
    let team = seal::Key::generate();
    add_recipient(&house.home, "Team recovery", team.public()).expect("added");
    assert_eq!(house.status(), (tally(0, 2, 0), tally(0, 1, 0)));
    let outcome = house.turn_all(Form::Sealed);
    assert!(outcome.is_whole(), "{outcome:?}");
    assert_eq!(house.status(), (tally(2, 0, 0), tally(1, 0, 0)));
    for path in house.files() {
        let bytes = fs::read(&path).expect("is read");
        assert!(team.open(&bytes).is_some(), "{}", path.display());
    }
    house.assert_all_there(&house.again());
    let twice = add_recipient(&house.home, "Team recovery", team.public());
    assert!(matches!(twice, Err(StoreError::AlreadyThere { .. })));
}

#[test]
fn what_another_window_is_writing_is_left_and_said() {
    let house = House::plain();
    house.turn_on();
    let folder = house.home.conversation(&id("cccc"));
    let lock = Lock::take(house.home.disk(), &folder, moment(0)).expect("taken");
    let outcome = house.turn_all(Form::Sealed);
    assert_eq!(outcome.elsewhere, [id("cccc")]);
    assert_eq!(house.status(), (tally(2, 0, 0), tally(0, 0, 1)));
    drop(lock);
    assert!(house.turn_all(Form::Sealed).is_whole());
    assert_eq!(house.status().1, tally(1, 0, 0));
}

#[test]
fn a_piece_a_crash_cut_short_keeps_nothing_from_being_unsealed() {
    let house = House::sealed();
    let half = house
        .home
        .conversation(&id("cccc"))
        .join("journal.9.jsonl.age");
    fs::write(&half, b"age-encryption.org/v1\n-> X2").expect("written");
    let outcome = turn_off(&house.home, &house.library(), moment(60)).expect("turned off");
    assert!(outcome.is_whole(), "{outcome:?}");
    assert!(half.with_extension("age.damaged").exists());
    house.assert_all_there(&Home::open(house.home.root().to_owned()).expect("a home"));
}

#[test]
fn a_damaged_record_is_said_and_left_and_sealing_stays_on() {
    let house = House::sealed();
    let path = house.library().list().records[0].path.clone();
    fs::write(&path, b"not an age file").expect("written");
    let outcome = turn_off(&house.home, &house.library(), moment(60)).expect("tried");
    assert!(matches!(outcome.troubles[..], [StoreError::Damaged { .. }]));
    assert!(house.home.vault().is_on());
    assert_eq!(fs::read(&path).expect("is read"), b"not an age file");
}

#[test]
fn what_a_crash_left_behind_goes_when_it_is_old() {
    let house = House::plain();
    house.turn_on();
    let folder = house.library().list().records[0].path.clone();
    let folder = folder.parent().expect("a folder");
    for (name, seconds) in [("old", 3600), ("new", 0)] {
        let path = folder.join(format!(".alongside-{name}.tmp"));
        fs::write(&path, "plain words").expect("written");
        age(&path, seconds);
    }
    house.turn_all(Form::Sealed);
    assert!(!folder.join(".alongside-old.tmp").exists());
    assert!(folder.join(".alongside-new.tmp").exists());
}

#[test]
fn the_note_of_a_record_that_was_removed_is_plain_and_counts_for_nothing() {
    let house = House::plain();
    let library = house.library();
    let record = library.list().records.remove(0);
    let note = Removed {
        is_done: true,
        ..removed(&record.id)
    };
    let path = library.remove(&record, &note).expect("removed");
    let text = fs::read_to_string(&path).expect("is read");
    house.turn_on();
    house.turn_all(Form::Sealed);
    assert_eq!(house.status().0, tally(1, 0, 0));
    assert_eq!(fs::read_to_string(&path).expect("as it was"), text);
    let library = house.library();
    assert!(library.removals().found.iter().all(|one| one.is_finished()));
}

/// Stops at every step of it: the words are there then, and going on with it ends well.
fn stopped_anywhere(begun: &House, run: fn(&Home) -> Result<Outcome>) {
    let steps = {
        let (house, disk) = (begun.copy(), FaultyDisk::new());
        run(&house.again().on_disk(Arc::new(disk.clone()))).expect("runs");
        disk.take_steps().len()
    };
    assert!(steps > 20, "only {steps} steps");
    for fault in [
        Fault::Killed,
        Fault::PowerCut,
        Fault::Short,
        Fault::Once(io::ErrorKind::Other),
    ] {
        for at in 0..steps {
            let (house, disk) = (begun.copy(), FaultyDisk::new());
            let home = house.again().on_disk(Arc::new(disk.clone()));
            disk.fail(None, at, fault);
            let _ = run(&home);
            if fault == Fault::PowerCut {
                disk.lose_what_was_not_settled();
            }
            house.assert_all_there(&house.again());
            let outcome = run(&house.again()).expect("goes on");
            assert!(outcome.is_whole(), "{fault:?} at {at}: {outcome:?}");
            house.assert_all_there(&house.again());
        }
    }
}

fn all(home: &Home, form: Form) -> Result<Outcome> {
    turn_all(home, &Library::of(home, None), form, moment(60))
}

#[test]
fn sealing_may_stop_anywhere_and_goes_on() {
    let house = House::plain();
    house.turn_on();
    stopped_anywhere(&house, |home| all(home, Form::Sealed));
}

#[test]
fn unsealing_may_stop_anywhere_and_goes_on() {
    stopped_anywhere(&House::sealed(), |home| {
        turn_off(home, &Library::of(home, None), moment(60))
    });
}

#[test]
fn adding_somebody_may_stop_anywhere_and_goes_on() {
    const TEAM: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    stopped_anywhere(&House::sealed(), |home| {
        let key = TEAM.parse().map_err(|NotAKey| StoreError::NoHome)?;
        match add_recipient(home, "Team recovery", key) {
            Ok(()) | Err(StoreError::AlreadyThere { .. }) => all(home, Form::Sealed),
            Err(error) => Err(error),
        }
    });
}

#[test]
fn turning_it_on_may_stop_anywhere_and_goes_on() {
    // The key is made in full here, with all its work, so it is made once.
    let key = seal::Key::generate().to_file_with(&passphrase(), 2);
    let key = key.expect("sealed");
    for at in 0..8 {
        let (house, disk) = (House::plain(), FaultyDisk::new());
        fs::create_dir_all(house.home.seal()).expect("made");
        fs::write(house.home.identity(), &key).expect("written");
        let home = house.again().on_disk(Arc::new(disk.clone()));
        disk.fail(Some(Errand::SealKeys), at, Fault::Killed);
        let _ = turn_on(&home, passphrase());
        house.assert_all_there(&house.again());
        turn_on(&house.again(), passphrase()).expect("goes on");
        assert!(house.again().vault().is_on());
    }
}

#[test]
fn a_conversation_whose_record_is_kept_goes_without_the_key() {
    let house = House::sealed();
    let locked = Home::open(house.home.root().to_owned()).expect("a home");
    let conversations = Conversations::of(&locked);
    let open = conversations.open(&id("cccc"), moment(60));
    assert!(matches!(open, Err(StoreError::Sealed { .. })));
    conversations
        .take_away(&id("cccc"), moment(60))
        .expect("taken away");
    assert_eq!(conversations.list().expect("listed"), []);
}

#[test]
fn a_piece_that_was_begun_and_never_written_is_no_loss() {
    let house = House::sealed();
    let home = house.again();
    let (conversations, id) = (Conversations::of(&home), id("cccc"));
    let begun = home.conversation(&id).join("journal.1.jsonl.age");
    fs::write(&begun, "").expect("written");
    let (mut open, read) = conversations.open(&id, moment(60)).expect("opened");
    assert!(!read.torn, "nothing was cut short");
    open.append(&[typed(1, "more")]).expect("written");
    let read = conversations.load(&id).expect("is read");
    assert_eq!(read.events, [typed(0, "words"), typed(1, "more")]);
    assert_eq!(read.unopened, 0);
    open.settle().expect("settled");
    assert_eq!(conversations.load(&id).expect("is read").events.len(), 2);
    assert!(!begun.exists(), "folded with those beside it");
}

#[test]
fn no_letter_that_could_be_read_is_kept_in_a_sealed_home() {
    let house = House::sealed();
    let letter = record::Reader::Letter.ask(false, None).expect("it may");
    let letter = letter.words("To Joan".to_owned());
    let kept = letters::keep(&house.home, &id("aaaa"), record::Form::Text, &letter);
    assert!(matches!(kept, Err(StoreError::SealedHome)), "{kept:?}");
    assert!(!house.home.copies().exists());
}
