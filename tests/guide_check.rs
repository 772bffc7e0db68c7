//! Every broken guide in `tests/guides/broken`, checked in one run: each problem is said, where it is, and nothing
//! else is.
//!
//! Lines and columns count from 1, columns in characters, as an editor counts them.

use std::fs;
use std::path::Path;

use alongside::guide::{Shelf, TeamFile, check};

/// Line, column, and part of the message.
type Expected = (usize, usize, &'static str);

const BROKEN: &[(&str, &[Expected])] = &[
    (
        "ask-empty",
        &[(13, 7, "There is nothing to ask in this topic.")],
    ),
    (
        "borrow-loop-back",
        &[(
            12,
            10,
            "goes round in a loop: borrow-loop-back/round, then borrow-loop-there/round, then borrow-loop-back/round.",
        )],
    ),
    (
        "borrow-loop-there",
        &[(
            11,
            10,
            "goes round in a loop: borrow-loop-there/round, then borrow-loop-back/round, then borrow-loop-there/round.",
        )],
    ),
    (
        "borrow-missing",
        &[
            (11, 10, "There is no guide `crysis` to borrow from."),
            (14, 10, "has no topic `nothing-of-the-kind`"),
            (17, 10, "not the right shape for a borrowed topic"),
            (18, 1, "`why` is not a key of a borrowed topic."),
        ],
    ),
    (
        "comma-missing",
        &[(13, 17, "A comma is missing between two items.")],
    ),
    (
        "control-characters",
        &[
            (12, 9, "invisible control character here (U+001B)"),
            (13, 13, "invisible control character here (U+202E)"),
        ],
    ),
    (
        "curly-quotes",
        &[(5, 9, "Curly quotes do not count as quotes here.")],
    ),
    (
        "duplicate-ids",
        &[
            (16, 6, "There are two topics `one`."),
            (25, 6, "There are two sections `first`."),
        ],
    ),
    ("duplicate-key", &[(6, 1, "`title` is here twice.")]),
    (
        "equals-missing",
        &[
            (4, 6, "There is no `=` here."),
            (18, 23, "No note is of the kind `sow`."),
        ],
    ),
    (
        "format-missing",
        &[(7, 26, "`format` is missing from this guide.")],
    ),
    (
        "format-two",
        &[(2, 10, "This program reads guides of format 1 only.")],
    ),
    (
        "header-unclosed",
        &[
            (15, 1, "This line is not understood."),
            (20, 1, "`sections` needs two brackets on each side."),
        ],
    ),
    (
        "id-shape",
        &[
            (3, 6, "`Tŷ_Gŵyr` is not the right shape for a name."),
            (11, 6, "`one two` is not the right shape"),
            (16, 6, "`-first` is not the right shape"),
        ],
    ),
    ("kind-unknown", &[(4, 8, "There is no kind `good-live`.")]),
    (
        "list-unclosed",
        &[
            (13, 7, "This list is never closed."),
            (22, 1, "`listen_fro` is not a key of this topic."),
        ],
    ),
    (
        "long-words",
        &[
            (5, 9, "This title is 21 characters long."),
            (13, 18, "This prompt is 20 words long."),
        ],
    ),
    (
        "missing-keys",
        &[
            (8, 16, "There are braces here that stand for nothing."),
            (10, 1, "`title` is missing from this topic."),
            (10, 1, "`ask` is missing from this topic."),
            (13, 1, "`heading` is missing from this section."),
        ],
    ),
    (
        "names-twice",
        &[(21, 16, "Another topic above names the person already.")],
    ),
    (
        "no-topics",
        &[
            (9, 10, "There are no topics in this guide."),
            (10, 12, "There are no sections in this guide."),
        ],
    ),
    (
        "nothing-reaches",
        &[(20, 6, "Nothing can reach the section `second`.")],
    ),
    (
        "prompt-empty",
        &[
            (7, 11, "`purpose` has no words in it."),
            (12, 9, "`title` has no words in it."),
            (13, 17, "There are no words in this item of `ask`."),
        ],
    ),
    (
        "quote-unclosed",
        &[(13, 21, "The closing quote is missing.")],
    ),
    (
        "section-unknown",
        &[(14, 11, "There is no section `frist` in this guide.")],
    ),
    (
        "takes-twice",
        &[
            (18, 25, "`view` is here twice."),
            (23, 19, "Another section above takes `saw` already."),
            (23, 26, "No note is of the kind `Gŵyr`."),
        ],
    ),
    (
        "wrong-types",
        &[
            (5, 9, "`title` should be words in quotes, not a number."),
            (
                6,
                11,
                "`version` should be words in quotes, not a number with a point.",
            ),
            (7, 11, "`purpose` should be words in quotes, not a list."),
            (13, 7, "`ask` should be a list, not words in quotes."),
            (
                14,
                21,
                "An item of `gentler` should be words in quotes, not a number.",
            ),
            (
                15,
                16,
                "`names_person` should be true or false, not words in quotes.",
            ),
            (20, 9, "`takes` should be a list, not true or false."),
        ],
    ),
];

fn broken_guides() -> Vec<TeamFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/broken");
    let mut files: Vec<TeamFile> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(Result::ok)
        .map(|entry| TeamFile {
            name: entry.file_name().to_string_lossy().into_owned(),
            text: fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{error}")),
        })
        .collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// What was found where something else was expected, as one line each.
fn differences(file: &TeamFile, expected: &[Expected], shelf: &Shelf) -> Vec<String> {
    let problems = check(&file.name, &file.text, shelf).problems;
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.place(&file.text), &problem.message))
        .collect();
    let same = found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|((place, message), (line, column, part))| {
                (place.line, place.column) == (*line, *column) && message.contains(part)
            });
    if same {
        return Vec::new();
    }
    let say = |(place, message): &(alongside::guide::Place, &String)| {
        format!("{}:{}:{}: {message}", file.name, place.line, place.column)
    };
    let mut lines: Vec<String> = found.iter().map(say).collect();
    lines.push(format!("  expected {expected:?}"));
    lines
}

#[test]
fn every_problem_is_said_where_it_is_and_nothing_else_is() {
    let files = broken_guides();
    let names: Vec<&str> = files
        .iter()
        .map(|file| file.name.trim_end_matches(".toml"))
        .collect();
    let expected: Vec<&str> = BROKEN.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, expected);
    let shelf = Shelf::new(files.clone());
    let differences: Vec<String> = files
        .iter()
        .zip(BROKEN)
        .flat_map(|(file, (_, expected))| differences(file, expected, &shelf))
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn each_broken_guide_says_in_its_first_line_what_is_wrong() {
    for file in broken_guides() {
        assert!(file.text.starts_with("# Wrong here: "), "{}", file.name);
    }
}
