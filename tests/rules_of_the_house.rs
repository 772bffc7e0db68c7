//! The rules of the house, read from the source: who may use whom, what a pure room may not name, and how long a file
//! may be. One crate cannot have the compiler hold these; a test in plain sight can.

#[path = "rules_of_the_house/code.rs"]
mod code;

use std::{
    fs,
    path::{Path, PathBuf},
};

use code::{first_names, names, used_rooms, without_tests, without_words};

/// What a room may use. It may always use itself.
enum Uses {
    /// These rooms.
    These(&'static [&'static str]),
    /// Every room above it in the list.
    AllBelow,
    /// The same, but for these.
    AllBelowBut(&'static [&'static str]),
}

/// Each room and the rooms it may use, from the ground up.
const ROOMS: [(&str, Uses); 18] = [
    ("text", Uses::AllBelow),
    ("guide", Uses::AllBelow),
    ("line", Uses::These(&["text"])),
    ("conversation", Uses::AllBelow),
    ("record", Uses::AllBelow),
    ("promise", Uses::AllBelow),
    ("people", Uses::AllBelow),
    ("evidence", Uses::AllBelow),
    ("connection", Uses::These(&["text", "guide"])),
    (
        "practice",
        Uses::These(&["text", "guide", "line", "conversation", "record"]),
    ),
    ("desk", Uses::AllBelow),
    ("words", Uses::AllBelow),
    ("app", Uses::AllBelow),
    ("store", Uses::AllBelow),
    ("run", Uses::AllBelow),
    // The two faces never see each other, and leave the disk to `run`.
    ("tui", Uses::AllBelowBut(&["store"])),
    ("plain", Uses::AllBelowBut(&["store", "tui"])),
    ("cli", Uses::AllBelow),
];

/// The first room that is not pure. In those below it time, ids and chance come in as arguments and effects go out as
/// data.
const NOT_PURE: &str = "store";

/// Parts of the standard library that reach outside.
const OUTSIDE: [&str; 7] = ["fs", "io", "env", "process", "thread", "net", "os"];

/// Other names that do.
const IMPURE: [&str; 14] = [
    "ratatui",
    "crossterm",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "dbg!",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant",
    "rand",
    "RandomState",
    "static mut",
];

/// The most lines a source file may have.
const LONGEST: usize = 500;

#[test]
fn every_room_uses_only_the_rooms_below_it() {
    assert_none(house(), |file, room| {
        let used = used_rooms(&file.code, file.depth);
        used.into_iter()
            .filter(|used| used != room && is_room(used) && !may_use(room, used))
            .map(|used| format!("{room} may not use {used}"))
            .collect()
    });
}

#[test]
fn pure_rooms_reach_nothing_outside() {
    assert_none(house(), |file, room| {
        if is_below(room, NOT_PURE) {
            reaches_outside(&file.code)
        } else {
            vec![]
        }
    });
}

#[test]
fn nothing_is_unsafe_but_hearing_of_a_closing_window_on_windows() {
    assert_none(house(), |file, _| {
        let is_unsafe = names(&file.code, "unsafe") || file.code.contains("unsafe_code");
        let found = is_unsafe && !file.path.ends_with("tui/ending/windows.rs");
        found.then(|| "unsafe".to_owned()).into_iter().collect()
    });
}

#[test]
fn every_file_says_first_what_it_is_for() {
    assert_none(house(), |file, _| {
        let said = file.text.starts_with("//! ");
        (!said)
            .then(|| "does not open with //!".to_owned())
            .into_iter()
            .collect()
    });
}

/// Words that stand nowhere in what the program says: practice.md 1.2.
const HMM: [&str; 10] = [
    "case",
    "cases",
    "client",
    "clients",
    "service user",
    "service users",
    "referral",
    "assessment",
    "review",
    "reviews",
];

/// The one list of them, which quotes each beside a kinder one and says none of them.
const THEIR_LIST: &str = "record/kinder.rs";

#[test]
fn words_that_make_people_go_hmm_are_said_nowhere_but_in_their_own_list() {
    let says = |text: &str| {
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n").to_lowercase();
        let code = code.replace("kebab-case", "");
        HMM.into_iter()
            .filter(|word| names(&code, word))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        says("let a = \"Your Case is open\";\n// a client"),
        ["case"]
    );
    assert_none(house(), |file, room| {
        let is_theirs = file.path.ends_with(THEIR_LIST);
        let is_said = ["words", "app", "tui", "plain", "record", "promise", "cli"].contains(&room);
        if is_theirs {
            assert_eq!(
                says(&file.text).len(),
                HMM.len(),
                "the list is where it was"
            );
            return vec![];
        }
        let found = if is_said { says(&file.text) } else { vec![] };
        found
            .into_iter()
            .map(|word| format!("says \"{word}\""))
            .collect()
    });
}

#[test]
fn no_file_is_too_long_to_see_whole() {
    let long: Vec<String> = ["src", "tests", "benches", "examples"]
        .into_iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .filter_map(|path| {
            let lines = fs::read_to_string(&path).expect("is text").lines().count();
            (lines > LONGEST).then(|| format!("{}: {lines} lines", named(&path)))
        })
        .collect();
    assert!(
        long.is_empty(),
        "over {LONGEST} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn the_map_in_lib_names_every_room() {
    let map = fs::read_to_string(root().join("src/lib.rs")).expect("is there");
    for (room, _) in ROOMS {
        let row = map
            .lines()
            .any(|line| line.starts_with("//! | [`") && line.contains(&format!("{room}`]")));
        assert!(row, "{room} is not in the table of src/lib.rs");
    }
}

#[test]
fn a_room_uses_what_is_below_it_and_no_face_the_disk_or_the_other() {
    let uses = |room| {
        let rooms = ROOMS.iter().map(|(used, _)| *used);
        rooms.filter(|used| may_use(room, used)).collect::<Vec<_>>()
    };
    let below_store = "text guide line conversation record promise people evidence connection practice desk words app";
    assert_eq!(uses("store").join(" "), below_store);
    assert_eq!(uses("tui").join(" "), format!("{below_store} run"));
    assert_eq!(uses("tui"), uses("plain"));
    assert_eq!(uses("line"), ["text"]);
    assert_eq!(
        uses("people").join(" "),
        "text guide line conversation record promise"
    );
    assert_eq!(uses("cli").len(), ROOMS.len() - 1);
}

#[test]
fn the_rules_can_be_broken() {
    let text = r##"
        //! A room that breaks them, and doc links to [`crate::cli`], which break none.
        use crate::{
            app::{self, table::Place},
            text, // crate::store
        };
        use std::{collections::BTreeMap, io::{self, Write}};
        fn f<'a>(c: char) -> &'a str {
            let quoted = "crate::run and println! and std::env \" still";
            let raw = r#"crate::tui "unsafe" "#;
            let bracket = '"';
            super::super::store::open();
            crate::plain::run(); unsafe { std::thread::park() }
            println!("{}", Instant::now());
            let strand = "a name that holds another is not that name";
        }
        #[cfg(test)]
        mod tests {
            use crate::cli::Args;
            fn g() { std::fs::read("{").unwrap(); }
        }
        #[cfg(test)]
        use crate::connection;
        fn after() { crate::record::write() }
    "##;
    let code = without_tests(&without_words(text));
    let used: Vec<String> = used_rooms(&code, 2).into_iter().collect();
    assert_eq!(used, ["app", "plain", "record", "store", "text"]);
    let outside = ["std::io", "std::thread", "println!", "Instant"];
    assert_eq!(
        reaches_outside(&code),
        outside.map(|name| format!("names {name}"))
    );
    assert!(names(&code, "unsafe"));
    assert!(!names("let unsafely = 1;", "unsafe"));
}

/// A source file of the house.
struct Source {
    path: PathBuf,
    text: String,
    /// The text without comments, words in quotes, and tests.
    code: String,
    /// How many modules deep it is: 1 for a room's own file.
    depth: usize,
}

/// Every file of every room, but for those that are compiled for tests alone.
fn house() -> Vec<(String, Source)> {
    let src = root().join("src");
    let all = rust_files(&src);
    let for_tests: Vec<PathBuf> = all
        .iter()
        .flat_map(|path| test_modules(path, &fs::read_to_string(path).expect("is text")))
        .collect();
    let is_for_tests = |path: &PathBuf| {
        for_tests
            .iter()
            .any(|module| path.starts_with(module) || *path == module.with_extension("rs"))
    };
    all.into_iter()
        .filter(|path| !is_for_tests(path))
        .filter_map(|path| {
            let below = path
                .strip_prefix(&src)
                .expect("is in src")
                .with_extension("");
            let mut modules: Vec<String> = below
                .iter()
                .map(|part| part.to_string_lossy().into_owned())
                .collect();
            modules.pop_if(|last| last == "mod");
            let room = modules.first()?.clone();
            let text = fs::read_to_string(&path).expect("is text");
            let source = Source {
                code: without_tests(&without_words(&text)),
                text,
                path,
                depth: modules.len(),
            };
            (room != "lib" && room != "main").then_some((room, source))
        })
        .collect()
}

fn assert_none(house: Vec<(String, Source)>, faults: impl Fn(&Source, &str) -> Vec<String>) {
    assert!(house.len() > 50, "the house was not found");
    let found: Vec<String> = house
        .iter()
        .flat_map(|(room, file)| {
            let told = faults(file, room);
            told.into_iter()
                .map(|fault| format!("{}: {fault}", named(&file.path)))
        })
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn is_room(name: &str) -> bool {
    ROOMS.iter().any(|(room, _)| *room == name)
}

/// Where a room stands from the ground up.
fn height(room: &str) -> usize {
    let mut rooms = ROOMS.iter();
    rooms
        .position(|(name, _)| *name == room)
        .unwrap_or_else(|| panic!("{room} has no place in the house: add it to ROOMS"))
}

fn is_below(room: &str, other: &str) -> bool {
    height(room) < height(other)
}

fn may_use(room: &str, used: &str) -> bool {
    match ROOMS[height(room)].1 {
        Uses::These(these) => these.contains(&used),
        Uses::AllBelow => is_below(used, room),
        Uses::AllBelowBut(these) => is_below(used, room) && !these.contains(&used),
    }
}

fn reaches_outside(code: &str) -> Vec<String> {
    let std = first_names(code, "std::");
    let parts = OUTSIDE
        .into_iter()
        .filter(|part| std.contains(*part))
        .map(|part| format!("names std::{part}"));
    let others = IMPURE
        .into_iter()
        .filter(|name| names(code, name))
        .map(|name| format!("names {name}"));
    parts.chain(others).collect()
}

/// The modules a file declares for tests alone and keeps in files of their own, as paths without `.rs`.
fn test_modules(path: &Path, text: &str) -> Vec<PathBuf> {
    let folder = if path.ends_with("mod.rs") || path.ends_with("lib.rs") {
        path.with_file_name("")
    } else {
        path.with_extension("")
    };
    text.split("#[cfg(test)]")
        .skip(1)
        .filter_map(|after| {
            let item = after.split([';', '{']).next()?;
            let (_, name) = item.split_once("mod ")?;
            Some(folder.join(name.trim()))
        })
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return vec![];
    };
    let mut files = vec![];
    for entry in entries {
        let path = entry.expect("can be listed").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn named(path: &Path) -> String {
    let below = path.strip_prefix(root()).unwrap_or(path);
    below.display().to_string()
}
