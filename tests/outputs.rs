//! Every way words leave, and that each asks first: what is kept apart and "no copy to the home" beat every default.
//!
//! Three things hold it. The compiler: the clipboard, the letters and what is printed of records take `Cleared` words,
//! which only `record::reader` makes. The walk: every reader there is gets what the program would give it, from a
//! conversation with something kept apart in every place it could hide; a new reader without a walk does not compile.
//! The reading of `src/`: a file that takes words of a conversation or a record is listed here with who reads them, and
//! names that reader; one that is not listed fails.

#[path = "rules_of_the_house/code.rs"]
#[allow(dead_code)]
mod code;
#[path = "record_room/support.rs"]
#[allow(dead_code)]
mod support;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use alongside::{
    conversation::{Choice, Conversation, Detail},
    desk::Draft,
    evidence::story,
    line::{Mark, Who},
    people::Told,
    promise::{self, Promise},
    record::{
        self, Around, Form, List, NotHome, Reader, Record, Refused, letter, paste, reader::Marked,
    },
};
use code::{without_tests, without_words};
use support::{at, day, joan, note, step};

/// What nobody but the worker and the file kept apart may ever have.
const APART: &str = "zqapart";

/// A talk with something kept apart wherever it could hide, the last of it said last.
fn talk() -> Conversation {
    let mut talk = joan();
    talk.detail = Some(Detail::Everything);
    for (nth, mark) in Mark::ALL.into_iter().enumerate() {
        if mark != Mark::NextStep {
            let kept = note(&mut talk, mark, &format!("{APART} {nth}"));
            (kept.apart, kept.choice) = (true, Choice::In);
        }
    }
    let ring = format!("Ring about {APART}");
    step(&mut talk, &ring, Who::You, Some(day(11)));
    talk.notes.last_mut().expect("the step").apart = true;
    let said = note(&mut talk, None, APART);
    said.speaker = Some(format!("Carol {APART}"));
    said.apart = true;
    talk
}

/// What a reader is given of a talk, as the program gives it.
fn given(reader: Reader, talk: &Conversation) -> Result<Vec<String>, Refused> {
    let record = Record::from_conversation(talk, at("14:58"));
    let around = around();
    let letter = |form| record::letter(&record, form, &around, None);
    let all = |words: record::Cleared| vec![words.words().to_owned()];
    Ok(match reader {
        Reader::Worker => talk.notes.iter().map(|note| note.text.clone()).collect(),
        Reader::Home => vec![format!("{:?}", Draft::of(talk))],
        Reader::Promises => vec![format!("{:?}", promises(talk))],
        Reader::Record | Reader::Reading | Reader::LastResort => vec![
            reader
                .ask(talk.facts.no_copy_home, None)?
                .words(record::markdown(&record))
                .words()
                .to_owned(),
        ],
        Reader::TenLines => {
            let told = Told::of_record(&talk.id, &record::markdown(&record));
            vec![format!("{told:?}")]
        }
        Reader::KeptApart => record::apart_markdown(talk, at("14:58"))
            .into_iter()
            .collect(),
        Reader::WholeCopied => all(paste::whole(&record)?),
        Reader::SectionCopied => {
            let sections = record.sections.iter();
            let copied = sections.map(|section| paste::section(&record, section).map(all));
            copied.collect::<Result<Vec<_>, _>>()?.concat()
        }
        Reader::NoteCopied => {
            let may = |note: &&alongside::conversation::Note| {
                reader.ask_for(note, talk.facts.no_copy_home).is_ok()
            };
            talk.notes
                .iter()
                .filter(may)
                .map(|note| note.text.clone())
                .collect()
        }
        Reader::Story => {
            let from = story::lines_of_record(&record::markdown(&record));
            let lines = from.expect("a story").lines.into_iter();
            lines.map(|line| line.words).collect()
        }
        Reader::Copy => all(record::person_copy(&record, None)?),
        Reader::Letter => all(letter(Form::Text)?),
        Reader::Page => all(letter(Form::Page)?),
        Reader::List(List::Calendar) => vec![promise::calendar(&promises(talk), at("15:00"))],
        Reader::List(List::Due | List::DueForScripts) => vec![format!("{:?}", promises(talk))],
        Reader::List(List::Records | List::RecordsForScripts) => {
            vec![format!("{:?}", record.front)]
        }
    })
}

fn promises(talk: &Conversation) -> Vec<Promise> {
    let record = Record::from_conversation(talk, at("14:58"));
    let open = promise::of_conversation(talk);
    let kept = promise::of_record(&talk.id, &record::markdown(&record));
    open.into_iter().chain(kept).collect()
}

fn around() -> Around {
    Around {
        today: day(11),
        ring: vec![("Out of hours".to_owned(), "01632 960000".to_owned())],
        language: letter::ENGLISH.to_owned(),
    }
}

#[test]
fn what_is_kept_apart_reaches_the_worker_and_its_own_file_and_nobody_else() {
    let talk = talk();
    for reader in Reader::ALL {
        let given = given(reader, &talk).expect("nothing forbids it");
        assert!(
            !given.is_empty() && !given[0].is_empty(),
            "{reader:?} gets nothing"
        );
        let holds = given
            .iter()
            .any(|words| words.to_lowercase().contains(APART));
        let may = matches!(reader, Reader::Worker | Reader::KeptApart);
        assert_eq!(holds, may, "{reader:?}: {given:?}");
    }
}

#[test]
fn a_marked_record_makes_no_copy_until_it_is_said_where_else_it_goes() {
    let mut talk = talk();
    talk.facts.no_copy_home = true;
    let record = Record::from_conversation(&talk, at("14:58"));
    let around = around();
    let not_home = NotHome::said(" at the\nlibrary ");
    assert_eq!(
        not_home.as_ref().map(NotHome::words),
        Some("at the library")
    );
    assert_eq!(NotHome::said(" \n "), None);
    for reader in Reader::ALL {
        let refuses = reader.when_marked() == Marked::Refuses;
        let refused = given(reader, &talk).err();
        assert_eq!(
            refused,
            refuses.then_some(Refused::NoCopyHome),
            "{reader:?}"
        );
    }
    for form in Form::ALL {
        let letter = record::letter(&record, form, &around, not_home.as_ref());
        assert!(letter.expect("it goes elsewhere").is_marked());
    }
    assert!(record::person_copy(&record, not_home.as_ref()).is_ok());
    assert!(paste::whole(&record).expect("for the worker").is_marked());
}

/// Rooms that are the worker's own two screens, where a conversation in hand shows its notes; those they are made of;
/// and those that hold no words of anybody's. What leaves from a screen is `Cleared`, and the compiler asks.
const SCREENS_AND_BELOW: [&str; 11] = [
    "app",
    "connection",
    "conversation",
    "guide",
    "line",
    "plain",
    "practice",
    "record",
    "text",
    "tui",
    "words",
];

/// What takes words of a conversation or a record.
const TAKES: [&str; 14] = [
    ".notes",
    ".sections",
    ".own_words",
    "markdown(",
    "person_copy(",
    "record::letter(",
    "record::read(",
    "read_apart(",
    ".read(&file)",
    ".load(",
    "so_far()",
    "of_conversation(",
    "of_front(",
    "calendar(",
];

/// Files that take such words for somebody, and the reader they ask as.
const ASK: &[(&str, &str)] = &[
    ("app/obey/copies.rs", "Reader::NoteCopied"),
    ("cli/copies.rs", "Cleared"),
    ("cli/due.rs", "List::Calendar"),
    ("cli/due.rs", "List::Due"),
    ("cli/due.rs", "List::DueForScripts"),
    ("cli/records.rs", "List::Records"),
    ("cli/records.rs", "List::RecordsForScripts"),
    ("cli/records.rs", "Reader::KeptApart"),
    ("cli/records.rs", "Reader::Reading"),
    ("desk/draft.rs", "Reader::Home"),
    ("desk/finish.rs", "Cleared"),
    ("evidence/story/lines.rs", "Reader::Story"),
    ("people/told.rs", "Reader::TenLines"),
    ("plain/session.rs", "Reader::LastResort"),
    ("promise/made.rs", "Reader::Promises"),
    ("record/copy.rs", "Reader::Copy"),
    ("record/letter.rs", "Reader::Letter"),
    ("record/letter.rs", "Reader::Page"),
    ("record/paste.rs", "Reader::SectionCopied"),
    ("record/paste.rs", "Reader::WholeCopied"),
    ("record/proportion.rs", "Reader::KeptApart"),
    ("record/proportion.rs", "Reader::Record"),
    ("run/copies.rs", "Cleared"),
    ("run/records.rs", "Reader::Reading"),
];

/// Files that take such words and give them to nobody, and why that is so.
const GIVE_NOBODY: &[(&str, &str)] = &[
    (
        "cli/add.rs",
        "adds to the record itself, and shows none of it",
    ),
    (
        "cli/guide.rs",
        "sections of a guide, which hold no words of anybody's",
    ),
    (
        "cli/keeping.rs",
        "puts a look at a record back into that record",
    ),
    ("cli/passphrase.rs", "opens the key"),
    ("cli/played.rs", "role-play, which is not real"),
    ("desk/index.rs", "holds what the index found"),
    (
        "desk/mod.rs",
        "takes notes of a role-play into another try at it",
    ),
    (
        "promise/lists.rs",
        "sorts promises that were asked for in made.rs",
    ),
    (
        "people/met.rs",
        "holds what a header says, and none of the words",
    ),
    (
        "people/named.rs",
        "holds who is named, so that they go from a story",
    ),
    (
        "people/stick.rs",
        "puts what is added for somebody in crisis into the record itself",
    ),
    ("run.rs", "writes and reads the journal"),
    (
        "store/additions.rs",
        "puts what is added into the record itself, and into those a check-in was on",
    ),
    (
        "store/evidence/head.rs",
        "takes from a header what counts, and counts the words of a letter",
    ),
    (
        "store/evidence/progress.rs",
        "says how many records were read so far",
    ),
    (
        "run/index.rs",
        "asks people what records tell, and hands it on",
    ),
    (
        "run/told.rs",
        "looks whether the record a story is told from still stands",
    ),
    ("run/observed.rs", "role-play, which is not real"),
    (
        "store/index.rs",
        "asks promise and people, and keeps what they say",
    ),
    ("store/library.rs", "reads and writes the files themselves"),
    (
        "store/library/removal.rs",
        "takes the files themselves away",
    ),
    (
        "store/sticking.rs",
        "writes that into the record's own file",
    ),
    (
        "store/promises.rs",
        "puts what became of a promise back into its record",
    ),
];

#[test]
fn every_file_that_takes_words_asks_for_who_reads_them() {
    let listed: BTreeSet<&str> = ASK
        .iter()
        .chain(GIVE_NOBODY)
        .map(|(file, _)| *file)
        .collect();
    let sources = sources();
    let unlisted: Vec<&str> = sources
        .iter()
        .filter(|(file, code)| is_outside_the_screens(file) && takes_words(code))
        .map(|(file, _)| file.as_str())
        .filter(|file| !listed.contains(file))
        .collect();
    assert_eq!(
        unlisted, [""; 0],
        "takes words of a conversation or a record: who reads them? Ask `record::Reader`, then list it in ASK"
    );
    for (file, reader) in ASK {
        let code = sources.iter().find(|(name, _)| name == file);
        let (_, code) = code.unwrap_or_else(|| panic!("{file} is not there any more"));
        assert!(names(code, reader), "{file} does not ask as {reader}");
    }
}

#[test]
fn every_reader_is_asked_as_somewhere() {
    for reader in Reader::ALL {
        let name = match reader {
            Reader::List(list) => format!("List::{list:?}"),
            reader => format!("Reader::{reader:?}"),
        };
        let asked = ASK.iter().any(|(_, asked)| *asked == name);
        assert!(asked || reader == Reader::Worker, "nothing asks as {name}");
    }
}

#[test]
fn a_new_output_would_be_found() {
    let new = "pub fn post(talk: &Conversation) -> String { talk.notes.concat() }";
    assert!(takes_words(&without_words(new)));
    assert!(is_outside_the_screens("post/mod.rs") && is_outside_the_screens("cli/post.rs"));
    assert!(!names("List::DueForScripts", "List::Due"));
    assert!(!takes_words(&without_words(
        "// talk.notes\nlet a = \"record::read(\";"
    )));
}

fn takes_words(code: &str) -> bool {
    TAKES.iter().any(|take| code.contains(take))
}

fn is_outside_the_screens(file: &str) -> bool {
    let room = file.split(['/', '.']).next().unwrap_or_default();
    !SCREENS_AND_BELOW.contains(&room)
}

/// Whether code names this, and not only something longer that begins so.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let after = code[at + name.len()..].chars().next();
        !after.is_some_and(char::is_alphanumeric)
    })
}

/// Every source file but its tests: its place below `src`, and its code without comments and words in quotes.
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = vec![];
    collect(&src, &mut paths);
    let read = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).expect("is text");
        let below = path.strip_prefix(&src).expect("is in src");
        let name = below.to_string_lossy().replace('\\', "/");
        (name, without_tests(&without_words(&text)))
    });
    let sources: Vec<(String, String)> = read.collect();
    assert!(sources.len() > 50, "the house was not found");
    sources
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_test =
            ["tests", "faults", "tests.rs", "faults.rs", "laws.rs"].contains(&name.as_str());
        match path.is_dir() {
            _ if is_test => {}
            true => collect(&path, into),
            false if name.ends_with(".rs") => into.push(path),
            false => {}
        }
    }
}
