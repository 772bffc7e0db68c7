//! Two hundred windows at once on one home: nothing is lost, nothing is written by two, nothing is half there.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Stdio},
};

use super::home::Home;

const CROWD: usize = 200;

/// Starts the line-by-line face. It waits for what is typed.
fn start(home: &Home, args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(args)
        .arg("--plain")
        .env_clear()
        .env("ALONGSIDE_HOME", home.path())
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .env("TZ", "Europe/London")
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// Starts a crowd, and only then types into each of them.
fn crowd(home: &Home, args: &[&str], typed: impl Fn(usize) -> String) -> Vec<(i32, String)> {
    let mut crowd: Vec<Child> = (0..CROWD).map(|_| start(home, args)).collect();
    for (nth, one) in crowd.iter_mut().enumerate() {
        let mut keyboard = one.stdin.take().expect("piped");
        // One that has ended already is heard of by its code.
        let _ = keyboard.write_all(typed(nth).as_bytes());
    }
    crowd.into_iter().map(ended).collect()
}

/// The exit code, and all it said.
fn ended(one: Child) -> (i32, String) {
    let output = one.wait_with_output().expect("it ends");
    let said = [output.stdout, output.stderr].concat();
    let code = output.status.code().expect("it ends by itself");
    (code, String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn two_hundred_calls_at_once_are_two_hundred_records() {
    let home = Home::new();
    let said = crowd(&home, &["new", "listen"], |nth| {
        format!("Rang about the step {nth}\n! Frightened of falling {nth}\n/save\n")
    });
    for (code, said) in said {
        assert_eq!(code, 0, "{said}");
    }
    let records = home.records();
    assert_eq!(records.len(), CROWD);
    let mut kept = BTreeSet::new();
    for path in records {
        let record = fs::read_to_string(&path).expect("text");
        assert!(record.starts_with("---\nalongside: 1\n"), "{record}");
        assert!(record.ends_with("all was well.\n"), "{record}");
        let id = path.file_stem().expect("a name").to_string_lossy();
        assert!(
            record.contains(&format!("id: \"{id}\"\n")),
            "{path:?}: {record}"
        );
        let notes = record
            .lines()
            .filter_map(|line| line.strip_prefix("- Frightened of falling "));
        kept.extend(notes.map(str::to_owned));
    }
    assert_eq!(kept, (0..CROWD).map(|nth| nth.to_string()).collect());
    assert!(home.conversations().is_empty(), "no draft is left");
    let names = home.file_names();
    let left: Vec<_> = names
        .iter()
        .filter(|name| !name.starts_with("records"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(names.len(), CROWD, "and nothing half written");
}

#[test]
fn of_two_hundred_that_carry_on_one_conversation_one_does() {
    let home = Home::new();
    let mut first = start(&home, &["new", "listen"]);
    let typed = first
        .stdin
        .take()
        .expect("piped")
        .write_all(b"Rang about the step\n");
    typed.expect("it hears");
    assert_eq!(ended(first).0, 0);
    let mut crowd: Vec<Child> = (0..CROWD).map(|_| start(&home, &["carry-on"])).collect();
    // All have said whether they have it before any of them is typed into, or hears the end.
    let said: Vec<String> = crowd.iter_mut().map(first_words).collect();
    let has_it: Vec<bool> = said
        .iter()
        .map(|said| said.contains("Carried on: "))
        .collect();
    assert_eq!(has_it.iter().filter(|has| **has).count(), 1, "{said:#?}");
    for (mut one, has_it) in crowd.into_iter().zip(has_it) {
        let typed = one
            .stdin
            .take()
            .expect("piped")
            .write_all(b"Carol will ring\n/save\n");
        let (code, said) = ended(one);
        if has_it {
            typed.expect("it hears");
            assert_eq!(code, 0, "{said}");
        } else {
            assert_eq!(code, 1, "{said}");
        }
    }
    for said in &said {
        let refused = said.contains("This conversation is open in another window (since 14:20).");
        assert!(refused || said.contains("Carried on: "), "{said}");
    }
    let record = home.record();
    assert_eq!(record.matches("Rang about the step").count(), 1, "{record}");
    assert_eq!(record.matches("Carol will ring").count(), 1, "{record}");
    assert!(home.conversations().is_empty(), "no draft is left");
}

/// What a process says until it tells how the conversation stands.
fn first_words(one: &mut Child) -> String {
    let mut output = BufReader::new(one.stdout.take().expect("piped"));
    let mut said = String::new();
    while output.read_line(&mut said).expect("text") > 0 {
        if said.contains("Carried on: ") {
            break;
        }
    }
    let mut rest = output.into_inner();
    std::thread::spawn(move || rest.read_to_end(&mut vec![]));
    said
}

#[test]
fn two_hundred_that_change_a_preference_leave_the_file_whole() {
    let home = Home::new();
    home.write("config.toml", "# ours\ntheme = \"dark\"\n");
    // One changes something else, and all the others write over it who did not wait for it.
    let said = crowd(&home, &["new", "listen"], |nth| match nth {
        100 => "/hints off\n/leave\n".to_owned(),
        _ => format!("/me Priya {nth}\n/leave\n"),
    });
    for (code, said) in said {
        assert_eq!(code, 0, "{said}");
    }
    let config = fs::read_to_string(home.path().join("config.toml")).expect("text");
    let settings: toml::Table = config.parse().expect("whole and valid");
    assert!(config.starts_with("# ours\ntheme = \"dark\"\n"), "{config}");
    let hints = settings.get("hints").and_then(|hints| hints.as_bool());
    assert_eq!(hints, Some(false), "{config}");
    let name = settings.get("name").and_then(|name| name.as_str());
    assert!(
        name.is_some_and(|name| name.starts_with("Priya ")),
        "{config}"
    );
    assert_eq!(settings.len(), 3, "{config}");
    assert_eq!(
        home.file_names(),
        ["config.lock", "config.toml"],
        "and nothing half written"
    );
}
