//! Killed while everything is sealed, or unsealed: every text is there, once, whole; and doing it again goes on with it.

use std::{
    fs,
    process::{Command, Stdio},
    time::Duration,
};

use alongside::{
    conversation::{ConversationId, Event, Stamped},
    store::{Conversations, Library},
};

use super::matrix::Trial;
use crate::{
    home::{Home, PASSPHRASE},
    program::Start,
    words::word,
};

const RECORDS: usize = 6;
const CONVERSATIONS: usize = 4;

/// Longer than turning so few takes, as a rule.
const LONGEST: Duration = Duration::from_millis(200);

/// Turns all there is the way the home does not have yet, killed before it is through, as often as is asked.
pub fn kill(trial: &mut Trial) {
    lived_in(&trial.home);
    trial.home.add_key();
    if trial.sealed {
        to_the_end(&trial.home, false);
    }
    let before = all_texts(&trial.home);
    assert_eq!(before.len(), 2 * RECORDS + CONVERSATIONS);
    for _ in 0..trial.kills {
        let files = files(&trial.home);
        if trial.sealed {
            unseal_and_kill(trial);
        } else {
            seal_and_kill(trial);
        }
        trial.count.kills += 1;
        trial.count.done += usize::from(files != self::files(&trial.home));
        trial.count.painted += before.iter().map(String::len).sum::<usize>();
        assert_eq!(all_texts(&trial.home), before);
    }
    to_the_end(&trial.home, trial.sealed);
    assert_eq!(all_texts(&trial.home), before);
    let plain = files(&trial.home)
        .into_iter()
        .filter(|name| !name.ends_with(".age"))
        .count();
    assert_eq!(plain, if trial.sealed { before.len() } else { 0 });
}

fn seal_and_kill(trial: &mut Trial) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["seal", "init"])
        .env_clear()
        .env("ALONGSIDE_HOME", trial.home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    trial.any_instant(LONGEST);
    child.kill().expect("is killed");
    child.wait().expect("has ended");
}

fn unseal_and_kill(trial: &mut Trial) {
    let mut program = Start::in_home(&trial.home)
        .size(100, 40)
        .args(&["seal", "off"])
        .run();
    // Once everything is plain there is nothing to ask.
    if trial.home.path().join("seal/recipients.txt").exists() {
        program.see("Passphrase:");
        program.enter(PASSPHRASE);
    }
    trial.any_instant(LONGEST);
    program.kill();
}

/// Until everything is sealed, or unsealed.
fn to_the_end(home: &Home, plain: bool) {
    if !plain {
        let ran = Command::new(env!("CARGO_BIN_EXE_alongside"))
            .args(["seal", "init"])
            .env_clear()
            .env("ALONGSIDE_HOME", home.path())
            .stdin(Stdio::null())
            .output();
        ran.expect("it runs");
        return;
    }
    if !home.path().join("seal/recipients.txt").exists() {
        return;
    }
    let mut program = Start::in_home(home)
        .size(100, 40)
        .args(&["seal", "off"])
        .run();
    program.see("Passphrase:");
    program.enter(PASSPHRASE);
    assert_eq!(program.left().code, 0);
}

/// Some records with something apart from each, and some conversations, in plain text.
fn lived_in(home: &Home) {
    let store = home.store();
    let (library, conversations) = (Library::of(&store, None), Conversations::of(&store));
    let first = first_event();
    for number in 0..RECORDS {
        let (text, apart) = (text(number), text(number + 100));
        let saved = library.save(&id(number), &text, Some(&apart));
        saved.expect("saved");
    }
    for number in 0..CONVERSATIONS {
        let mut open = conversations
            .begin(&id(number + 50), &first)
            .expect("begun");
        let event = Event::Sought(word(number + 200));
        let said = Stamped {
            event,
            ..first.clone()
        };
        open.append(&[said]).expect("written");
    }
}

/// As long as an ordinary record.
fn text(number: usize) -> String {
    format!("- {}\n", word(number)).repeat(200)
}

fn id(number: usize) -> ConversationId {
    let name = format!(
        "2026-03-10-{:02}{:02}-listen-7k3f",
        8 + number / 60,
        number % 60
    );
    ConversationId::read(&name).expect("an id")
}

fn first_event() -> Stamped {
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
    Stamped {
        at,
        event: Event::Sought(word(999)),
    }
}

/// Everything that can be read in the home, in order.
fn all_texts(home: &Home) -> Vec<String> {
    let mut texts = vec![];
    for (record, apart) in home.record_texts() {
        texts.push(record);
        texts.extend(apart);
    }
    for (_, read) in home.read_journals() {
        assert!(read.set_aside.is_empty() && read.unopened == 0 && !read.torn);
        texts.push(format!("{:?}", read.events));
    }
    texts
}

/// Every file of records and conversations, less those nobody looks at.
fn files(home: &Home) -> Vec<String> {
    let mut names = home.file_names();
    names.retain(|name| {
        let held = name.starts_with("records/") || name.starts_with("conversations/");
        let looked_at = fs::metadata(home.path().join(name)).is_ok_and(|found| found.len() > 0);
        held && looked_at && !name.ends_with("/lock") && !name.contains(".alongside-")
    });
    names
}
