//! Every step of every way of writing, made to go wrong in every way: what is there afterwards is the old or the new,
//! never neither, and going on works.
//!
//! [`scenario`] has an arm for each [`Errand`], so an errand without one does not compile. [`SITES`] counts where each is
//! named in `src`, so that another way of writing under an old name is noticed as well.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, OnceLock},
};

use tempfile::TempDir;

mod answers;
mod cached;
mod evidence;
mod local_help;
mod removing;
mod scenarios;
mod told;

use scenarios::scenario;

use super::{
    Conversations, Errand, Home, Library, Lock, OpenConversation, Setting, StoreError, Vault,
    disk::faulty::{Fault, FaultyDisk, Step},
    error::Result,
    pieces, seal, sealing, settings,
};
use crate::{
    conversation::{ConversationId, Stamped, samples},
    desk::Passphrase,
};

/// How often each errand is named in `src`, but for tests and the list of them. When this does not hold there is a new
/// way of writing: let the errand's scenario take it, then count it here.
const SITES: [(Errand, usize); Errand::ALL.len()] = [
    (Errand::Begin, 4),
    (Errand::Lock, 14),
    (Errand::Journal, 6),
    (Errand::Fold, 2),
    (Errand::TakeAway, 4),
    (Errand::Record, 4),
    (Errand::Addition, 2),
    (Errand::Remove, 2),
    (Errand::Settings, 2),
    (Errand::SpareSeal, 1),
    (Errand::SealKeys, 3),
    (Errand::Seal, 2),
    (Errand::NewFile, 5),
    (Errand::Cache, 4),
    (Errand::Imported, 2),
    (Errand::Remembered, 2),
    (Errand::Answers, 5),
    (Errand::Evidence, 2),
    (Errand::Story, 2),
    (Errand::Feedback, 2),
    (Errand::Doctor, 2),
];

/// A home on a disk that fails, and the same home as the next start finds it.
struct Stage {
    temp: TempDir,
    disk: FaultyDisk,
    sealed: bool,
}

/// What is there after the fault.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Old,
    New,
}

/// One way of writing, and how to tell what became of it.
struct Scenario {
    /// What is there before.
    before: fn(&Stage),
    /// The writing.
    act: fn(&Stage) -> Result<()>,
    /// What is there afterwards. Panics when it is neither.
    found: fn(&Stage) -> Found,
}

/// Letters enough for a journal to be worth folding.
const LETTERS: usize = 600;

fn id() -> ConversationId {
    ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id")
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery".to_owned())
}

/// A key with little work to its passphrase. The same for all, because making one takes a moment.
fn identity_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        seal::Key::generate()
            .to_file_with(&passphrase(), 2)
            .expect("sealed")
    })
}

fn said() -> Vec<Stamped> {
    (1..4).map(|n| samples::typed(n, "b")).collect()
}

/// A long talk in three pieces, with their names.
fn long_pieces() -> Vec<(String, Vec<u8>)> {
    static LINES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let lines = LINES.get_or_init(|| super::journal::tests::long_lines(LETTERS));
    let third = lines.len() / 3;
    let parts = [
        &lines[..third],
        &lines[third..2 * third],
        &lines[2 * third..],
    ];
    let names = ["journal.jsonl", "journal.1.jsonl", "journal.2.jsonl"];
    names
        .iter()
        .zip(parts)
        .map(|(name, lines)| ((*name).to_owned(), lines.concat()))
        .collect()
}

impl Stage {
    fn new(sealed: bool, disk: FaultyDisk) -> Self {
        let stage = Self {
            temp: tempfile::tempdir().expect("a folder"),
            disk,
            sealed,
        };
        if sealed {
            let home = Home::at(stage.temp.path().join("home"));
            let home = home
                .clone()
                .with_vault(Vault::load(&home.seal()).expect("off"));
            sealing::write_identity(&home, identity_file()).expect("written");
            sealing::turn_on(&home, passphrase()).expect("on");
        }
        stage
    }

    /// The home on the disk that fails.
    fn home(&self) -> Home {
        self.next_start().on_disk(Arc::new(self.disk.clone()))
    }

    /// The home as the next start finds it, unlocked.
    fn next_start(&self) -> Home {
        let home = Home::open(self.temp.path().join("home")).expect("a home");
        if home.vault().is_on() {
            home.vault().unlock(passphrase()).expect("unlocked");
        }
        home
    }

    fn begin(&self) -> Result<OpenConversation> {
        let conversations = Conversations::of(&self.home());
        let mut open = conversations.begin(&id(), &samples::typed(0, "a"))?;
        match open.write() {
            Ok(_) => Ok(open),
            Err(why) if self.is_over() => Err(why),
            Err(why) => {
                self.disk.mend();
                open.write().expect("it goes when it can");
                assert_eq!(self.events(), 1);
                Err(why)
            }
        }
    }

    fn begin_and_settle(&self) {
        self.begin().and_then(|open| open.settle()).expect("begun");
    }

    fn read(&self) -> super::JournalRead {
        let home = self.next_start();
        match pieces::load(&home, &id()) {
            Ok(found) => found.read,
            Err(StoreError::NotThere { .. }) => super::JournalRead::default(),
            Err(error) => panic!("{error}"),
        }
    }

    fn events(&self) -> usize {
        self.read().events.len()
    }

    /// Whether the program or the computer was stopped, so that nobody goes on.
    fn is_over(&self) -> bool {
        self.disk.is_over()
    }
}

/// The steps an errand takes when nothing goes wrong.
fn steps(errand: Errand, sealed: bool, disk: Made) -> Vec<Step> {
    let stage = Stage::new(sealed, disk());
    let scenario = scenario(errand);
    (scenario.before)(&stage);
    stage.disk.take_steps();
    (scenario.act)(&stage).unwrap_or_else(|error| panic!("{errand:?}: {error}"));
    let steps = stage.disk.take_steps();
    let ours = steps.into_iter().filter(|(whose, _)| *whose == errand);
    ours.map(|(_, step)| step).collect()
}

const FAULTS: [Fault; 6] = [
    Fault::Once(io::ErrorKind::TimedOut),
    Fault::FromHere(io::ErrorKind::StorageFull),
    Fault::FromHere(io::ErrorKind::ReadOnlyFilesystem),
    Fault::Short,
    Fault::Killed,
    Fault::PowerCut,
];

/// How a disk is made: like most, or without second names.
type Made = fn() -> FaultyDisk;

fn every_fault(errand: Errand, sealed: bool, disk: Made) {
    let steps = steps(errand, sealed, disk);
    for (at, step) in steps.iter().enumerate() {
        for fault in FAULTS {
            let stage = Stage::new(sealed, disk());
            let scenario = scenario(errand);
            (scenario.before)(&stage);
            stage.disk.fail(Some(errand), at, fault);
            let outcome = (scenario.act)(&stage);
            stage.disk.mend();
            if fault == Fault::PowerCut {
                stage.disk.lose_what_was_not_settled();
            }
            let found = (scenario.found)(&stage);
            let what = format!("{errand:?}, sealed {sealed}, step {at} {step:?}, {fault:?}");
            if outcome.is_ok() {
                assert_eq!(found, Found::New, "said to be done: {what}");
            }
        }
    }
}

/// Some errands are nothing without a seal, and the others are the same with it or not.
fn with_and_without_a_seal(errand: Errand) -> &'static [bool] {
    match errand {
        Errand::SpareSeal | Errand::Seal => &[true],
        Errand::Settings
        | Errand::Imported
        | Errand::Remembered
        | Errand::NewFile
        | Errand::Doctor
        | Errand::TakeAway
        | Errand::Lock => &[false],
        _ => &[false, true],
    }
}

macro_rules! faults_of {
    ($($name:ident: $errand:ident,)*) => {
        $(#[test]
        fn $name() {
            for &sealed in with_and_without_a_seal(Errand::$errand) {
                every_fault(Errand::$errand, sealed, FaultyDisk::new);
            }
        })*

        const TESTED: &[Errand] = &[$(Errand::$errand),*];
    };
}

faults_of! {
    a_conversation_is_begun_or_not: Begin,
    a_lock_can_always_be_had_again: Lock,
    what_is_said_is_there_up_to_somewhere_and_all_of_it_later: Journal,
    folding_loses_nothing: Fold,
    a_conversation_is_there_or_gone: TakeAway,
    a_record_is_there_with_what_was_kept_apart_or_not_at_all: Record,
    an_addition_is_in_the_record_or_not: Addition,
    a_record_is_whole_or_it_is_gone_and_a_note_says_so: Remove,
    a_setting_is_the_old_or_the_new: Settings,
    a_spare_seal_opens_or_is_not_there: SpareSeal,
    sealing_is_on_with_a_key_or_off: SealKeys,
    everything_can_be_read_at_every_moment_of_being_sealed: Seal,
    a_new_file_is_there_or_not: NewFile,
    what_was_found_is_kept_whole_or_not_at_all: Cache,
    imported_listings_are_the_old_or_the_new: Imported,
    what_is_remembered_of_a_listing_is_the_old_or_the_new: Remembered,
    what_is_begun_to_be_added_is_the_old_or_the_new: Answers,
    a_file_beside_the_records_is_there_or_not: Evidence,
    a_story_is_the_old_or_the_new: Story,
    what_somebody_said_is_one_more_row_or_none: Feedback,
    looking_whether_a_folder_can_be_written_leaves_nothing: Doctor,
}

#[test]
fn on_a_drive_without_second_names_too_a_record_is_whole_or_not_there() {
    every_fault(Errand::Record, false, || FaultyDisk::new().without_links());
}

#[test]
fn every_errand_is_tested_and_takes_steps() {
    assert_eq!(TESTED, Errand::ALL);
    for errand in Errand::ALL {
        let sealed = with_and_without_a_seal(errand)[0];
        assert!(
            !steps(errand, sealed, FaultyDisk::new).is_empty(),
            "{errand:?} does nothing"
        );
    }
}

#[test]
fn every_way_of_writing_is_counted() {
    let mut sources = vec![];
    collect(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path(),
        &mut sources,
    );
    for (errand, expected) in SITES {
        let name = format!("Errand::{errand:?}");
        let named = |text: &String| {
            let ends = |at: usize| {
                let after = text[at + name.len()..].chars().next();
                !after.is_some_and(|c| c.is_alphanumeric())
            };
            text.match_indices(&name)
                .filter(|(at, _)| ends(*at))
                .count()
        };
        let count: usize = sources.iter().map(named).sum();
        assert_eq!(
            count, expected,
            "{name}: a new way of writing? Let its scenario in store/faults.rs take it, then count it there."
        );
    }
}

/// What changes a disk, and may be named in the real disk alone.
const CHANGES: [&str; 11] = [
    "fs::write",
    "fs::rename",
    "fs::remove_",
    "fs::create_dir",
    "fs::hard_link",
    "fs::copy",
    "fs::set_permissions",
    "File::create",
    "File::options",
    "OpenOptions",
    ".set_len(",
];

#[test]
fn nothing_but_the_real_disk_changes_one() {
    let mut sources = vec![];
    collect(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path(),
        &mut sources,
    );
    for change in CHANGES {
        let found = sources.iter().find(|text| text.contains(change));
        let start = found.map(|text| text.lines().next().unwrap_or_default());
        assert_eq!(
            start, None,
            "{change} goes round the disk, in the file that begins so"
        );
    }
}

/// The sources that may write: without tests, and without this file and the list of errands.
fn collect(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["tests", "disk", "faults"].contains(&name.as_str()) {
                collect(&path, into);
            }
        } else if !["tests.rs", "faults.rs", "disk.rs"].contains(&name.as_str()) {
            let text = fs::read_to_string(&path).expect("text");
            let tests = text.find("mod tests {").unwrap_or(text.len());
            into.push(text[..tests].to_owned());
        }
    }
}
