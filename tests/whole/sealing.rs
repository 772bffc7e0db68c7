//! Sealing, as it is typed: the passphrase asked for in a real terminal, and the age library, which stands for any
//! other tool, on what came of it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use age::{secrecy::SecretString, x25519};
use rustix::process::Signal;

use super::{
    home::{Home, PASSPHRASE},
    piped::{self, TWENTY_PAST_TWO},
    program::{Left, Program, Start},
};

/// Words of the record, of what was kept apart from it, and of the open conversation.
const IN_THE_RECORD: &str = "carried other people's shopping";
const IN_WHAT_IS_APART: &str = "tripped on the gate step";
pub const IN_THE_CONVERSATION: &str = "frightened of the stairs";

/// A home with a record, something kept apart from it, and an open conversation.
fn lived_in() -> Home {
    let home = Home::new();
    let typed = format!("\" I've {IN_THE_RECORD}.\n& Derek {IN_WHAT_IS_APART}.\n/save\n");
    assert!(
        piped(&home, &["new", "listen", "--plain"], &typed)
            .status
            .success()
    );
    let typed = format!("Is {IN_THE_CONVERSATION}\n");
    piped(&home, &["new", "listen", "--plain"], &typed);
    assert_eq!(plain_files(&home).len(), 3);
    home
}

/// The same, and sealed, with the key that opens it.
pub fn sealed() -> (Home, x25519::Identity) {
    let home = lived_in();
    let key = seal(&home);
    (home, key)
}

/// Seals what there is, with a key that has little work to its passphrase.
pub fn seal(home: &Home) -> x25519::Identity {
    let key = home.add_key();
    let sealed = piped(home, &["seal", "init"], "");
    assert!(sealed.status.success(), "{sealed:?}");
    assert!(plain_files(home).is_empty());
    key
}

/// Runs the program with no terminal at all.
fn piped(home: &Home, args: &[&str], typed: &str) -> Output {
    piped::piped(TWENTY_PAST_TWO, home, args, typed)
}

fn asked(home: &Home, args: &[&str]) -> Program {
    let program = Start::in_home(home).size(100, 40).args(args).run();
    program.see("Passphrase:");
    program
}

/// Answers the question and waits for the end.
fn answered(home: &Home, args: &[&str]) -> Left {
    let mut program = asked(home, args);
    program.enter(PASSPHRASE);
    program.left()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every file of records and conversations; the lock holds no words.
fn files(home: &Home) -> Vec<PathBuf> {
    let mut names = home.file_names();
    names.retain(|name| {
        let here = name.starts_with("records/") || name.starts_with("conversations/");
        here && !name.ends_with("/lock")
    });
    names.iter().map(|name| home.path().join(name)).collect()
}

fn plain_files(home: &Home) -> Vec<PathBuf> {
    let mut files = files(home);
    files.retain(|path| path.extension().is_none_or(|end| end != "age"));
    files
}

/// The id of the record.
fn record_id(home: &Home) -> String {
    let path = files(home)
        .into_iter()
        .find(|path| path.starts_with(home.path().join("records")))
        .expect("a record");
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    name.split('.').next().expect("a stem").to_owned()
}

fn opens_with(key: &x25519::Identity, path: &Path) -> String {
    let bytes = fs::read(path).expect("is read");
    let opened =
        age::decrypt(key, &bytes).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    String::from_utf8(opened).expect("is text")
}

fn assert_no_word_in_any_file(home: &Home) {
    for name in home.file_names() {
        let bytes = fs::read(home.path().join(&name)).expect("is read");
        let found = text(&bytes);
        for words in [
            IN_THE_RECORD,
            IN_WHAT_IS_APART,
            IN_THE_CONVERSATION,
            PASSPHRASE,
        ] {
            assert!(!found.contains(words), "{words:?} is in {name}");
        }
    }
}

#[test]
fn turning_it_on_makes_a_key_and_seals_all_there_is() {
    let home = lived_in();
    let mut program = Start::in_home(&home)
        .size(100, 40)
        .args(&["seal", "init"])
        .run();
    program.see("New passphrase:");
    program.enter("short");
    program.see("under 12 characters");
    program.enter(PASSPHRASE);
    program.see("The same again:");
    program.enter("kettle gate number ten");
    program.see("not the same");
    program.enter(PASSPHRASE);
    program.wait("asked again", |screen| {
        screen.to_string().matches("The same again:").count() == 2
    });
    program.enter(PASSPHRASE);
    program.see("Sealed: 3 files.");
    let left = program.left();
    assert_eq!(left.code, 0);
    assert!(left.lines_as_before);
    assert!(!text(&left.bytes).contains("kettle"), "it was shown");
    assert_no_word_in_any_file(&home);

    let key = key_opened_with(&home, PASSPHRASE);
    let said: Vec<String> = files(&home)
        .iter()
        .map(|path| opens_with(&key, path))
        .collect();
    for words in [IN_THE_RECORD, IN_WHAT_IS_APART, IN_THE_CONVERSATION] {
        assert!(
            said.iter().any(|text| text.contains(words)),
            "{words:?} is gone"
        );
    }
    let again = piped(&home, &["seal", "init"], "");
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("Sealing is on already"));
}

/// The worker's key, taken out of its file the way any age tool does.
fn key_opened_with(home: &Home, passphrase: &str) -> x25519::Identity {
    let file = fs::read(home.path().join("seal/identity.age")).expect("is read");
    let lock = age::scrypt::Identity::new(SecretString::from(passphrase));
    let text = age::decrypt(&lock, &file).expect("opens");
    let text = String::from_utf8(text).expect("is text");
    let line = text
        .lines()
        .find(|line| !line.starts_with('#'))
        .expect("a key");
    line.parse().expect("is a key")
}

#[test]
fn records_and_show_ask_once_and_a_slip_may_be_mended() {
    let (home, _) = sealed();
    let mut program = asked(&home, &["records"]);
    program.enter("kettle gate number ten");
    program.see("That passphrase did not open it.");
    program.enter(PASSPHRASE);
    let left = program.left();
    assert_eq!(left.code, 0);
    assert!(text(&left.bytes).contains(&record_id(&home)));
    let left = answered(&home, &["show", &record_id(&home)]);
    assert!(text(&left.bytes).contains(IN_THE_RECORD));
    assert!(!text(&left.bytes).contains("kettle"));
}

#[test]
fn a_third_wrong_passphrase_is_the_last() {
    let (home, _) = sealed();
    let mut program = asked(&home, &["records"]);
    for tried in 1..=3 {
        program.wait("asked", |screen| {
            screen.to_string().matches("Passphrase:").count() == tried
        });
        program.enter("not this one");
    }
    let left = program.left();
    assert_eq!(left.code, 1);
    assert!(text(&left.bytes).contains("That was the third try."));
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let (home, _) = sealed();
    let id = record_id(&home);
    for args in [
        &["records"][..],
        &["show", &id],
        &["seal", "open", &id],
        &["seal", "off"],
    ] {
        let ran = piped(&home, args, "");
        assert_eq!(ran.status.code(), Some(1), "{args:?}");
        assert!(ran.stdout.is_empty());
        let said = text(&ran.stderr);
        assert!(said.contains("Run it in a terminal."), "{args:?}: {said}");
    }
}

#[test]
fn open_gives_the_plain_text_and_what_is_apart_only_when_asked() {
    let (home, _) = sealed();
    let id = record_id(&home);
    let record = text(&answered(&home, &["seal", "open", &id]).bytes);
    assert!(record.contains(IN_THE_RECORD) && !record.contains(IN_WHAT_IS_APART));
    let apart = text(&answered(&home, &["seal", "open", &id, "--apart"]).bytes);
    assert!(apart.contains(IN_WHAT_IS_APART) && !apart.contains(IN_THE_RECORD));
    let open = files(&home)
        .into_iter()
        .find(|path| path.starts_with(home.path().join("conversations")))
        .expect("a conversation");
    let open = open.parent().and_then(Path::file_name).expect("a name");
    let talk = answered(&home, &["seal", "open", &open.to_string_lossy()]);
    assert!(text(&talk.bytes).contains(IN_THE_CONVERSATION));
}

#[test]
fn leaving_the_question_leaves_the_terminal_as_it_was() {
    let (home, _) = sealed();
    let leave: [fn(&mut Program); 4] = [
        |program| program.press("Ctrl+C"),
        |program| program.send(b"\x1b\x1b"),
        |program| program.signal(Signal::TERM),
        |program| program.signal(Signal::INT),
    ];
    for leave in leave {
        let mut program = asked(&home, &["records"]);
        program.write("kett");
        leave(&mut program);
        let left = program.left();
        assert_eq!(left.code, 1);
        assert!(left.lines_as_before);
        assert!(!text(&left.bytes).contains("kett"));
    }
}

#[test]
fn another_key_opens_all_of_it_once_it_is_added() {
    let (home, own) = sealed();
    let team = x25519::Identity::generate();
    let public = team.to_public().to_string();
    let add = ["seal", "add-recipient", &public, "--label", "Team recovery"];
    let left = answered(&home, &add);
    assert_eq!(left.code, 0, "{}", text(&left.bytes));
    for path in files(&home) {
        assert_eq!(opens_with(&team, &path), opens_with(&own, &path));
    }
    let status = piped(&home, &["seal", "status"], "");
    assert_eq!(status.status.code(), Some(0));
    let status = text(&status.stdout);
    assert!(
        status.contains("Team recovery") && status.contains(&public),
        "{status}"
    );
    let again = piped(&home, &add, "");
    assert!(text(&again.stderr).contains("can open what is sealed already"));
    let no_key = piped(&home, &["seal", "add-recipient", "age1abc"], "");
    assert_eq!(no_key.status.code(), Some(2));
}

#[test]
fn status_says_what_is_not_sealed_yet() {
    let (home, _) = sealed();
    assert_eq!(piped(&home, &["seal", "status"], "").status.code(), Some(0));
    home.write(
        "records/2026/03/2026-03-09-1000-listen-9zzz.md",
        "# From a backup",
    );
    let status = piped(&home, &["seal", "status"], "");
    assert_eq!(status.status.code(), Some(1));
    assert!(text(&status.stdout).contains("Records: 1 sealed, 1 not sealed"));
    assert!(piped(&home, &["seal", "init"], "").status.success());
    assert_eq!(piped(&home, &["seal", "status"], "").status.code(), Some(0));
}

#[test]
fn turning_it_off_makes_everything_plain_again() {
    let (home, _) = sealed();
    let left = answered(&home, &["seal", "off"]);
    assert_eq!(left.code, 0, "{}", text(&left.bytes));
    assert_eq!(plain_files(&home), files(&home));
    let shown = piped(&home, &["show", &record_id(&home)], "");
    assert!(text(&shown.stdout).contains(IN_THE_RECORD));
    let status = piped(&home, &["seal", "status"], "");
    assert_eq!(status.status.code(), Some(0));
    assert!(text(&status.stdout).starts_with("Sealing is off."));
}

#[test]
fn unlock_opens_home_with_everything_readable() {
    let (home, _) = sealed();
    let mut program = asked(&home, &["seal", "unlock"]);
    program.enter(PASSPHRASE);
    program.see("1 note");
    program.press("5");
    program.press("Enter");
    program.see(IN_THE_CONVERSATION);
    let (status, _) = program.close();
    assert!(status.success());
}

#[test]
fn what_is_typed_in_a_sealed_home_is_in_no_file_and_opens_afterwards() {
    let (home, key) = sealed();
    let before = files(&home);
    let mut program = Start::in_home(&home).args(&["new"]).open();
    program.enter("The canary sings at dawn.");
    program.see("The canary sings");
    program.write("And a half-typed owl");
    program.see("half-typed owl");
    program.kill();
    for name in home.file_names() {
        let bytes = fs::read(home.path().join(&name)).expect("is read");
        for words in ["canary", "owl"] {
            assert!(!text(&bytes).contains(words), "{words:?} is in {name}");
        }
    }
    let new: Vec<PathBuf> = files(&home)
        .into_iter()
        .filter(|path| !before.contains(path))
        .collect();
    assert!(!new.is_empty());
    // A piece the kill cut short opens to nothing; every other is an ordinary age file.
    let whole = new
        .iter()
        .filter(|path| age::decrypt(&key, &fs::read(path).expect("is read")).is_ok());
    assert!(whole.count() >= new.len() - 1);
    let folder = new[0].parent().and_then(Path::file_name).expect("a name");
    let opened = answered(&home, &["seal", "open", &folder.to_string_lossy()]);
    assert!(text(&opened.bytes).contains("The canary sings at dawn."));
}
