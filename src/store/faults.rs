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
    (Errand::Begin, 3),
    (Errand::Lock, 14),
    (Errand::Journal, 6),
    (Errand::Fold, 2),
    (Errand::TakeAway, 4),
    (Errand::Record, 4),
    (Errand::Addition, 1),
    (Errand::Settings, 1),
    (Errand::SpareSeal, 1),
    (Errand::SealKeys, 3),
    (Errand::Seal, 2),
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

fn scenario(errand: Errand) -> Scenario {
    match errand {
        Errand::Begin => Scenario {
            before: |_| {},
            act: |stage| stage.begin().map(drop),
            found: |stage| match stage.events() {
                0 => Found::Old,
                1 => Found::New,
                more => panic!("{more} events"),
            },
        },
        Errand::Lock => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let folder = stage.home().conversation(&id());
                Lock::take(stage.home().disk(), &folder, samples::moment(0)).map(drop)
            },
            found: |stage| {
                let opened = Conversations::of(&stage.next_start()).open(&id(), samples::moment(1));
                assert_eq!(opened.expect("it can be had").1.events.len(), 1);
                Found::New
            },
        },
        Errand::Journal => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let (mut open, _) =
                    Conversations::of(&stage.home()).open(&id(), samples::moment(0))?;
                // Each is tried whatever became of those before it, as somebody would go on typing.
                let mut outcome = Ok(());
                for event in said() {
                    outcome = outcome.and(open.append(&[event]).map(drop));
                }
                let outcome = outcome.and(open.settle());
                if !stage.is_over() {
                    stage.disk.mend();
                    open.write().expect("it goes when it can");
                    assert_eq!(stage.events(), 4);
                }
                outcome
            },
            found: |stage| {
                let read = stage.read();
                let all = [vec![samples::typed(0, "a")], said()].concat();
                assert!(all.starts_with(&read.events), "{read:?}");
                match read.events.len() {
                    4 => Found::New,
                    _ => Found::Old,
                }
            },
        },
        Errand::Fold => Scenario {
            before: |stage| {
                let home = stage.next_start();
                let folder = home.conversation(&id());
                fs::create_dir_all(&folder).expect("made");
                for piece in long_pieces() {
                    let bytes = match stage.sealed {
                        true => home.vault().seal(&piece.1).expect("sealed"),
                        false => piece.1,
                    };
                    let end = if stage.sealed { ".age" } else { "" };
                    fs::write(folder.join(format!("{}{end}", piece.0)), bytes).expect("written");
                }
            },
            act: |stage| {
                let (mut open, _) =
                    Conversations::of(&stage.home()).open(&id(), samples::moment(0))?;
                open.append(&[samples::typed(9000, "z")])?;
                open.settle()
            },
            found: |stage| {
                let read = stage.read();
                assert!(read.set_aside.is_empty() && read.unopened == 0);
                let replayed = crate::conversation::apply::replay(id(), &read.events, || None);
                let text = replayed.expect("it has its beginning").line.text;
                assert!(text.contains(&"x".repeat(LETTERS)), "every letter");
                match pieces::Pieces::of(&stage.home().conversation(&id())) {
                    Ok(pieces) if pieces.standing.len() < 3 => Found::New,
                    _ => Found::Old,
                }
            },
        },
        Errand::TakeAway => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let conversations = Conversations::of(&stage.home());
                let (open, _) = conversations.open(&id(), samples::moment(0))?;
                conversations.remove(open)
            },
            found: |stage| {
                let listed = Conversations::of(&stage.next_start()).list();
                match listed.expect("listed").len() {
                    0 => Found::New,
                    _ => {
                        assert_eq!(stage.events(), 1, "still there, whole");
                        Found::Old
                    }
                }
            },
        },
        Errand::Record => Scenario {
            before: |_| {},
            act: |stage| {
                let library = Library::of(&stage.home(), None);
                library.save(&id(), "# Record", Some("# Apart")).map(drop)
            },
            found: |stage| {
                let library = Library::of(&stage.next_start(), None);
                let listed = library.list().records;
                let Some(record) = listed.first() else {
                    return Found::Old;
                };
                assert_eq!(library.read(record).expect("whole"), "# Record");
                assert_eq!(library.read_apart(record).expect("with it"), "# Apart");
                Found::New
            },
        },
        Errand::Addition => Scenario {
            before: |stage| {
                let library = Library::of(&stage.next_start(), None);
                library.save(&id(), "# Record", None).expect("saved");
            },
            act: |stage| {
                let library = Library::of(&stage.home(), None);
                let record = library.list().records.remove(0);
                library.add(&record, "# Record", "# Record\n\n## Added since")
            },
            found: |stage| {
                let library = Library::of(&stage.next_start(), None);
                let record = library.list().records.remove(0);
                match library.read(&record).expect("whole").as_str() {
                    "# Record" => Found::Old,
                    "# Record\n\n## Added since" => Found::New,
                    other => panic!("{other}"),
                }
            },
        },
        Errand::Settings => Scenario {
            before: |stage| settings::set(&stage.next_start(), &Setting::Clock(true)).expect("set"),
            act: |stage| settings::set(&stage.home(), &Setting::Clock(false)),
            found: |stage| {
                let file = fs::read_to_string(stage.home().config());
                match file.expect("whole").as_str() {
                    "clock = true\n" => Found::Old,
                    "clock = false\n" => Found::New,
                    other => panic!("{other}"),
                }
            },
        },
        Errand::SpareSeal => Scenario {
            before: |_| {},
            act: |stage| {
                let spare = Home::at(stage.temp.path().join("spare"));
                let spare = spare.on_disk(Arc::new(stage.disk.clone()));
                stage.home().vault().copy_to(&spare)
            },
            found: |stage| {
                let spare = Home::open(stage.temp.path().join("spare")).expect("a home");
                if !stage.sealed || !spare.vault().is_on() {
                    return Found::Old;
                }
                spare
                    .vault()
                    .unlock(passphrase())
                    .expect("its key is there");
                Found::New
            },
        },
        Errand::SealKeys => Scenario {
            before: |_| {},
            act: |stage| {
                let home = stage.home();
                if stage.sealed {
                    let other = seal::Key::generate().public();
                    return sealing::add_recipient(&home, "Team", other);
                }
                sealing::write_identity(&home, identity_file())?;
                sealing::turn_on(&home, passphrase())
            },
            found: |stage| {
                let home = stage.next_start();
                let is_on = home.vault().is_on();
                if home.identity().exists() {
                    home.vault().unlock(passphrase()).expect("a whole key");
                }
                assert!(!is_on || home.vault().has_key(), "never on without a key");
                match (stage.sealed, home.vault().recipients().len()) {
                    (true, 1) | (false, 0) => Found::Old,
                    (true, 2) | (false, 1) => Found::New,
                    (_, count) => panic!("{count} recipients"),
                }
            },
        },
        Errand::Seal => Scenario {
            before: |stage| {
                let plain = Home::at(stage.temp.path().join("home"));
                let library = Library::of(&plain, None);
                library
                    .save(&id(), "# Record", Some("# Apart"))
                    .expect("saved");
                stage.begin_and_settle();
            },
            act: |stage| {
                let home = stage.home();
                let library = Library::of(&home, None);
                for form in [sealing::Form::Sealed, sealing::Form::Plain] {
                    let outcome = sealing::turn_all(&home, &library, form, samples::moment(1))?;
                    outcome.troubles.into_iter().next().map_or(Ok(()), Err)?;
                }
                Ok(())
            },
            found: |stage| {
                let home = stage.next_start();
                let library = Library::of(&home, None);
                let record = library.list().records.remove(0);
                assert_eq!(library.read(&record).expect("whole"), "# Record");
                assert_eq!(library.read_apart(&record).expect("whole"), "# Apart");
                assert_eq!(stage.events(), 1);
                Found::New
            },
        },
        Errand::Doctor => Scenario {
            before: |_| {},
            act: |stage| {
                let path = stage.home().root().join(".alongside-doctor.tmp");
                stage.home().on(Errand::Doctor).write_new(&path, b"")?;
                stage.home().on(Errand::Doctor).remove(&path)
            },
            found: |stage| {
                let listed = Conversations::of(&stage.next_start()).list();
                assert!(listed.expect("listed").is_empty());
                Found::New
            },
        },
    }
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
    fn new(sealed: bool) -> Self {
        let stage = Self {
            temp: tempfile::tempdir().expect("a folder"),
            disk: FaultyDisk::new(),
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
fn steps(errand: Errand, sealed: bool) -> Vec<Step> {
    let stage = Stage::new(sealed);
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

fn every_fault(errand: Errand, sealed: bool) {
    let steps = steps(errand, sealed);
    for at in 0..steps.len() {
        for fault in FAULTS {
            let stage = Stage::new(sealed);
            let scenario = scenario(errand);
            (scenario.before)(&stage);
            stage.disk.fail(Some(errand), at, fault);
            let outcome = (scenario.act)(&stage);
            stage.disk.mend();
            if fault == Fault::PowerCut {
                stage.disk.lose_what_was_not_settled();
            }
            let found = (scenario.found)(&stage);
            let what = format!(
                "{errand:?}, sealed {sealed}, step {at} {:?}, {fault:?}",
                steps[at]
            );
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
        Errand::Settings | Errand::Doctor | Errand::TakeAway | Errand::Lock => &[false],
        _ => &[false, true],
    }
}

macro_rules! faults_of {
    ($($name:ident: $errand:ident,)*) => {
        $(#[test]
        fn $name() {
            for &sealed in with_and_without_a_seal(Errand::$errand) {
                every_fault(Errand::$errand, sealed);
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
    a_setting_is_the_old_or_the_new: Settings,
    a_spare_seal_opens_or_is_not_there: SpareSeal,
    sealing_is_on_with_a_key_or_off: SealKeys,
    everything_can_be_read_at_every_moment_of_being_sealed: Seal,
    looking_whether_a_folder_can_be_written_leaves_nothing: Doctor,
}

#[test]
fn every_errand_is_tested_and_takes_steps() {
    assert_eq!(TESTED, Errand::ALL);
    for errand in Errand::ALL {
        let sealed = with_and_without_a_seal(errand)[0];
        assert!(!steps(errand, sealed).is_empty(), "{errand:?} does nothing");
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

/// The sources that may write: without tests, and without this file and the list of errands.
fn collect(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "tests" && name != "disk" {
                collect(&path, into);
            }
        } else if !["tests.rs", "faults.rs", "disk.rs"].contains(&name.as_str()) {
            let text = fs::read_to_string(&path).expect("text");
            let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
            into.push(text[..end].to_owned());
        }
    }
}
