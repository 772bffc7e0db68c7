//! Every broken scenario in `tests/scenarios/broken`, checked in one run: each problem is said, where it is, and nothing
//! else is.
//!
//! Lines and columns count from 1, columns in characters, as an editor counts them.

use std::{fs, path::Path};

use alongside::{guide::Shelf, practice::check};

/// Line, column, and part of the message.
type Expected = (usize, usize, &'static str);

const BROKEN: &[(&str, &[Expected])] = &[];

/// Name and text of each, by name.
fn broken_scenarios() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/broken");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.expect("can be listed").path();
            let name = path.file_stem().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("is text");
            (name.into_owned(), text)
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_problem_is_said_where_it_is_and_nothing_else_is() {
    let files = broken_scenarios();
    let names: Vec<&str> = files.iter().map(|(name, _)| &**name).collect();
    let mut differences = Vec::new();
    for (name, text) in &files {
        let expected = BROKEN.iter().find(|(broken, _)| broken == name);
        let expected = expected.map_or(&[][..], |(_, expected)| *expected);
        let problems = check(text, &Shelf::default()).problems;
        let mut same = problems.len() == expected.len();
        for (problem, (line, column, part)) in problems.iter().zip(expected) {
            let place = problem.place(text);
            same &= (place.line, place.column) == (*line, *column);
            same &= problem.message.contains(part);
        }
        if !same || expected.is_empty() {
            for problem in &problems {
                let place = problem.place(text);
                let (message, hint) = (&problem.message, &problem.hint);
                differences.push(format!(
                    "{name}:{}:{}: {message} {hint:?}",
                    place.line, place.column
                ));
            }
            differences.push(format!("  expected {expected:?}"));
        }
    }
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
    let expected: Vec<&str> = BROKEN.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, expected);
}

#[test]
fn each_broken_scenario_says_in_its_first_line_what_is_wrong() {
    for (name, text) in broken_scenarios() {
        assert!(text.starts_with("# Wrong here: "), "{name}");
    }
}
