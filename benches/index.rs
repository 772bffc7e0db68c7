//! Against 10,000 records and 500 open conversations: Home's list, a key on it and in the list of records, `alongside due`, `alongside records` and `/who`.

#[path = "../examples/year/people.rs"]
mod people;
mod support;

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use alongside::{
    app::{Key, Msg},
    conversation::{Change, ConversationId, Event, Moment, Note, NoteId, Stamped, TopicRef, apply},
    desk::Index,
    guide::{Kind, Shelf},
    line::{Known, Mark, read_step},
    people::People,
    promise,
    run::Clock,
    store::{
        Conversations, Home, Library, cache,
        index::{self, Memory},
    },
};
use chrono::{Days, NaiveDate, TimeDelta};
use divan::{Bencher, black_box};
use support::{Program, a_letter_and_back};

const RECORDS: usize = 10_000;
const OPEN: usize = 500;

fn main() {
    divan::main();
}

/// As `alongside due` starts: nothing in memory, what was found before kept in the home.
#[divan::bench(args = [false, true], sample_count = 20)]
fn due_in_a_new_process(bencher: Bencher<'_, '_>, sealed: bool) {
    let (_folder, home) = full(sealed);
    let mut memory = Memory::default();
    read(&home, &mut memory);
    index::settle(&home, &mut memory);
    bencher.bench_local(|| read(&home, &mut Memory::default()));
}

/// As Home looks again: what was found before is in memory.
#[divan::bench(args = [false, true], sample_count = 20)]
fn home_looks_again(bencher: Bencher<'_, '_>, sealed: bool) {
    let (_folder, home) = full(sealed);
    let mut memory = Memory::default();
    read(&home, &mut memory);
    bencher.bench_local(|| read(&home, &mut memory));
}

/// The same, right after 20 records were edited, 20 added and 20 removed by hand.
#[divan::bench(sample_count = 20)]
fn home_looks_after_files_were_changed_by_hand(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    let mut memory = Memory::default();
    read(&home, &mut memory);
    let mut turn = 0;
    bencher
        .with_inputs(|| {
            turn += 1;
            by_hand(&home, turn);
        })
        .bench_local_values(|()| read(&home, &mut memory));
}

/// As `alongside records` starts: nothing in memory, what was found before kept in the home.
#[divan::bench(args = [false, true], sample_count = 20)]
fn records_in_a_new_process(bencher: Bencher<'_, '_>, sealed: bool) {
    let (_folder, home) = full(sealed);
    let mut memory = Memory::default();
    read(&home, &mut memory);
    index::settle(&home, &mut memory);
    bencher.bench_local(|| list(&home));
}

/// The same, right after 20 records were edited, 20 added and 20 removed by hand.
#[divan::bench(sample_count = 20)]
fn records_in_a_new_process_after_files_were_changed_by_hand(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    let mut memory = Memory::default();
    read(&home, &mut memory);
    index::settle(&home, &mut memory);
    let mut turn = 0;
    bencher
        .with_inputs(|| {
            turn += 1;
            by_hand(&home, turn);
        })
        .bench_local_values(|()| list(&home));
}

/// As `/who` opens: everybody met by name, from what Home has read.
#[divan::bench]
fn who_opens(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    let found = index::read(&home, &library(&home), &mut Memory::default(), today());
    bencher.bench_local(|| People::of(black_box(&found.known.met), None).len());
}

/// Each letter of a name typed after it, and letters that are in few.
#[divan::bench(args = ["j", "jo", "joan m", "jmh", "zq"])]
fn who_at_each_letter(bencher: Bencher<'_, '_>, typed: &str) {
    let (_folder, home) = full(false);
    let found = index::read(&home, &library(&home), &mut Memory::default(), today());
    let people = People::of(&found.known.met, None);
    assert!(people.len() > 3_000, "{} people", people.len());
    bencher.bench_local(|| people.found(black_box(typed)).len());
}

/// With nothing kept: what deleting it costs once.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn everything_read_anew(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    bencher
        .with_inputs(|| cache::forget(&home).expect("forgotten"))
        .bench_local_values(|()| read(&home, &mut Memory::default()));
}

/// What Home draws from it: those due, in order.
#[divan::bench]
fn sorted_for_home(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    let found = index::read(&home, &library(&home), &mut Memory::default(), today());
    bencher.bench_local(|| promise::due(black_box(&found.known.promises), today()).len());
}

/// A key on Home, from the key to the bytes for the terminal.
#[divan::bench(min_time = 1)]
fn a_key_on_home(bencher: Bencher<'_, '_>) {
    let (_folder, home) = full(false);
    a_letter_and_back(bencher, read_on_home(&home));
}

/// The same in the list of finished records, where each letter narrows it.
#[divan::bench(args = ["", "joan", "10 march", "zq"], min_time = 1)]
fn a_key_in_the_list_of_records(bencher: Bencher<'_, '_>, typed: &str) {
    let (_folder, home) = full(false);
    let mut program = read_on_home(&home);
    for letter in "/records".chars() {
        program.key(Key::Char(letter));
    }
    program.key(Key::Enter);
    for letter in typed.chars() {
        program.key(Key::Char(letter));
    }
    a_letter_and_back(bencher, program);
}

/// The program on Home, everything read.
fn read_on_home(home: &Home) -> Program {
    let mut program = Program::started(home);
    let found = index::read(home, &library(home), &mut Memory::default(), today());
    program.takes(Msg::Indexed(Index::Read(found.known)));
    program
}

fn read(home: &Home, memory: &mut Memory) -> usize {
    let found = index::read(home, &library(home), memory, today());
    let due = promise::due(&found.known.promises, today()).len();
    assert!(due > 1_000, "{due} due, {:?}", found.troubles.first());
    due
}

/// What `alongside records` reads to print its list, with nothing in memory.
fn list(home: &Home) -> usize {
    let found = index::read(home, &library(home), &mut Memory::default(), today());
    let words = found.records.iter().filter_map(|shelved| {
        let met = &found.known.met[shelved.met?];
        Some(met.words)
    });
    let words = words.filter(|words| *words > 0).count();
    assert!(
        words >= RECORDS,
        "{words} listed, {:?}",
        found.troubles.first()
    );
    words
}

fn library(home: &Home) -> Library {
    Library::of(home, None)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day")
}

/// A home with all of them, as somebody has it who did not touch it for a minute.
fn full(sealed: bool) -> (tempfile::TempDir, Home) {
    let (folder, home) = support::open_home(sealed);
    for nth in 0..RECORDS {
        let day = today() - Days::new((nth % 1_400) as u64);
        let (id, text) = record(nth, day);
        let (year, month) = id.year_and_month();
        let path = home.records().join(year).join(month);
        fs::create_dir_all(&path).expect("made");
        // Written straight, because settling each on the disk would take minutes.
        if sealed {
            let bytes = home.vault().seal(text.as_bytes()).expect("sealed");
            fs::write(path.join(format!("{id}.md.age")), bytes).expect("written");
        } else {
            fs::write(path.join(format!("{id}.md")), text).expect("written");
        }
    }
    for nth in 0..OPEN {
        leave_open(&home, nth);
    }
    age(home.root());
    (folder, home)
}

fn record(nth: usize, day: NaiveDate) -> (ConversationId, String) {
    let id = format!("{day}-{:02}{:02}-listen-{nth:04}", 8 + nth % 9, nth % 60);
    let id = ConversationId::read(&id).expect("an id");
    // One in ten has something still to be done.
    let state = if nth.is_multiple_of(10) {
        "open"
    } else {
        "done"
    };
    let due = day + Days::new(3);
    let text = format!(
        "---\nalongside: 1\nid: \"{id}\"\nkind: \"listen-and-connect\"\nguide: \"listen-and-connect 2026.1\"\nperson: \"{}\"\n\
         started: \"{day}T14:20:00+00:00\"\nended: \"{day}T14:58:00+00:00\"\nby: \"Priya N\"\nstatus: \"final\"\ndetail: \"standard\"\n\
         part_of_assessment: \"unsure\"\nno_copy_home: false\nkept_apart: 0\nnext_steps:\n  - id: \"s1\"\n    what: \"Ring about the rail ({nth})\"\n\
         \x20   who: \"Priya N\"\n    due: \"{due}\"\n    state: \"{state}\"\n  - id: \"s2\"\n    what: \"Sam rings Joan\"\n    who: \"Sam\"\n    state: \"{state}\"\n---\n\n\
         # Talking with you, Joan\n\n## What matters to you\n\n> \"I used to be out every day.\"\n\n- Still cooks.\n\n## What happens next\n\n\
         - [ ] Ring about the rail ({nth}). **Priya N**\n- [ ] Sam rings Joan. **Sam**\n\n\
         Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
        people::person(nth % people::NAMES)
    );
    (id, text)
}

fn leave_open(home: &Home, nth: usize) {
    let kind = Kind::ListenAndConnect;
    let guide = Shelf::new(vec![])
        .guide(&kind.main_guide())
        .expect("is compiled in");
    let at = Clock::new(Some("2026-03-09T09:00")).now() + TimeDelta::minutes(nth as i64);
    let id = ConversationId::new(at, kind, nth as u64);
    let begun = Event::Began {
        practice: None,
        guide: Box::new(guide),
        by: Some("Priya N".to_owned()),
    };
    let first = Stamped { at, event: begun };
    let talk = apply::replay(id.clone(), std::slice::from_ref(&first), || None).expect("begun");
    let conversations = Conversations::of(home);
    let mut open = conversations.begin(&id, &first).expect("can be begun");
    let note = step(at, talk.topic.clone());
    let change = Change::Note {
        index: 0,
        from: None,
        to: Some(Box::new(note)),
    };
    let did = Event::Did {
        join: false,
        changes: vec![change],
    };
    let events = [did, Event::Left].map(|event| Stamped { at, event });
    open.append(&events).expect("can be written");
}

fn step(at: Moment, topic: TopicRef) -> Note {
    let text = "I ring the surgery tomorrow".to_owned();
    Note {
        id: NoteId(1),
        step: Some(read_step(&text, at.date_naive(), &Known::default())),
        text,
        mark: Some(Mark::NextStep),
        topic,
        at,
        speaker: None,
        told: false,
        apart: false,
        choice: alongside::conversation::Choice::default(),
        section: None,
        late: false,
        listing: None,
        fact: None,
    }
}

/// Sets every file back by a minute: what was changed this second is never taken for what it was.
fn age(folder: &Path) {
    let then = SystemTime::now() - Duration::from_secs(60);
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            age(&path);
        } else {
            let file = fs::File::options().write(true).open(&path).expect("opened");
            file.set_modified(then).expect("set");
        }
    }
}

/// Edits 20, adds 20 and removes 20, as somebody would with an editor and a file manager.
fn by_hand(home: &Home, turn: usize) {
    let records = library(home).list().records;
    for file in &records[turn * 40..turn * 40 + 20] {
        let text = fs::read_to_string(&file.path).expect("read");
        fs::write(&file.path, text.replace("Still cooks", "Bakes")).expect("written");
    }
    for file in &records[turn * 40 + 20..turn * 40 + 40] {
        fs::remove_file(&file.path).expect("removed");
    }
    for nth in 0..20 {
        let (id, text) = record(RECORDS % 10_000 + turn * 20 + nth, today());
        let folder = home.records().join("2026").join("03");
        fs::write(folder.join(format!("{id}.md")), text).expect("written");
    }
}
