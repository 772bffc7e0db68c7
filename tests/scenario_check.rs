//! Every broken scenario in `tests/scenarios/broken`, checked in one run: each problem is said, where it is, and nothing
//! else is.
//!
//! Lines and columns count from 1, columns in characters, as an editor counts them.

use std::{fs, path::Path};

use alongside::{guide::Shelf, practice::check};

/// Line, column, and part of the message.
type Expected = (usize, usize, &'static str);

const BROKEN: &[(&str, &[Expected])] = &[
    (
        "actor-unknown",
        &[(20, 6, "There is no actor `aa` in this scenario.")],
    ),
    ("actors-twice", &[(19, 6, "There are two actors `a`.")]),
    ("by-missing", &[(24, 1, "It is not said who says this.")]),
    (
        "comma-missing",
        &[(20, 21, "A comma is missing between two items.")],
    ),
    (
        "control-characters",
        &[
            (
                15,
                10,
                "There is an invisible control character here (U+001B).",
            ),
            (
                25,
                9,
                "There is an invisible control character here (U+202E).",
            ),
        ],
    ),
    (
        "curly-quotes",
        &[(15, 10, "Curly quotes do not count as quotes here.")],
    ),
    (
        "debrief-unknown",
        &[(9, 11, "There is no debrief `pendelton`.")],
    ),
    (
        "empty-lists",
        &[
            (8, 17, "There is nothing in `listener_sees`."),
            (9, 13, "There is nothing in `questions`."),
            (14, 7, "There is nothing in `who`."),
        ],
    ),
    ("equals-missing", &[(15, 8, "There is no `=` here.")]),
    (
        "format-two",
        &[(2, 10, "This program reads scenarios of format 1 only.")],
    ),
    ("guide-unknown", &[(5, 9, "There is no guide `crysis`.")]),
    (
        "header-single",
        &[(23, 1, "`threads` needs two brackets on each side.")],
    ),
    (
        "heavy-and-bare",
        &[
            (7, 9, "A heavy scenario should say what it touches."),
            (
                7,
                9,
                "A heavy scenario should say how the players are looked after.",
            ),
        ],
    ),
    (
        "id-shape",
        &[(3, 6, "`Id Shape` is not the right shape for a name.")],
    ),
    (
        "injects-faulty",
        &[
            (23, 1, "`happens` is missing from this inject."),
            (26, 1, "`hapens` is not a key of this inject."),
        ],
    ),
    (
        "kind-unknown",
        &[
            (4, 8, "There is no kind `crises`."),
            (7, 9, "There is no level `soft`."),
        ],
    ),
    ("list-unclosed", &[(8, 17, "This list is never closed.")]),
    (
        "long-words",
        &[
            (5, 9, "This title is 48 characters long."),
            (19, 8, "These are 61 words in one breath."),
        ],
    ),
    (
        "minutes-many",
        &[(6, 11, "Nobody can play this many minutes.")],
    ),
    (
        "minutes-words",
        &[(6, 11, "`minutes` should be a number, not words in quotes.")],
    ),
    (
        "missing-keys",
        &[
            (3, 20, "`kind` is missing from this scenario."),
            (3, 20, "`title` is missing from this scenario."),
            (3, 20, "`minutes` is missing from this scenario."),
            (3, 20, "`level` is missing from this scenario."),
            (3, 20, "`listener_sees` is missing from this scenario."),
            (3, 20, "`questions` is missing from this scenario."),
            (5, 1, "`name` is missing from this actor."),
            (5, 1, "`who` is missing from this actor."),
            (5, 1, "`sounds` is missing from this actor."),
            (6, 6, "Nobody begins."),
            (8, 1, "`says` is missing from this piece of speech."),
            (11, 1, "`id` is missing from this thread."),
        ],
    ),
    (
        "move-twice",
        &[
            (20, 22, "`wait` is here twice."),
            (20, 30, "There is no move `wiat`."),
        ],
    ),
    ("nobody-begins", &[(12, 6, "Nobody begins.")]),
    ("nothing-leads", &[(24, 8, "Nothing leads to these words.")]),
    ("nothing-opens", &[(23, 6, "Nothing opens the thread `t`.")]),
    (
        "quote-unclosed",
        &[(15, 16, "The closing quote is missing.")],
    ),
    (
        "speech-none",
        &[(9, 21, "`speech` is missing from this scenario.")],
    ),
    (
        "thread-unknown",
        &[(21, 10, "There is no thread `tt` in this scenario.")],
    ),
    ("threads-twice", &[(28, 6, "There are two threads `t`.")]),
    (
        "topic-unknown",
        &[(22, 9, "The guide `crisis` has no topic `right-nwo`.")],
    ),
    (
        "unknown-keys",
        &[
            (7, 1, "`levle` is not a key of this scenario."),
            (17, 1, "`if_rush` is not a key of this actor."),
            (24, 1, "`colour` is not a key of this piece of speech."),
        ],
    ),
    (
        "unsaid-said",
        &[
            (18, 19, "The card says that this stays unsaid."),
            (26, 8, "The card says that this stays unsaid."),
        ],
    ),
    (
        "words-twice",
        &[(24, 8, "These words are already there above.")],
    ),
    (
        "wrong-types",
        &[
            (5, 9, "`title` should be words in quotes, not a number."),
            (14, 7, "`who` should be a list, not words in quotes."),
            (19, 8, "`says` should be words in quotes, not a list."),
            (25, 9, "`title` should be words in quotes, not a date."),
        ],
    ),
];

/// What the hint of the first problem says.
const HINTS: &[(&str, &str)] = &[
    ("actor-unknown", "Did you mean `a`?"),
    ("actors-twice", "Give one of them another id."),
    ("by-missing", "Write `by`, with one of a and b."),
    (
        "comma-missing",
        "For quotes inside the words, put single quotes round the outside, or write \\\" for each.",
    ),
    ("control-characters", "Delete it, or type the words again."),
    ("curly-quotes", "Use straight quotes: \"like this\"."),
    ("debrief-unknown", "Did you mean `pendleton`?"),
    ("empty-lists", "Write at least one line."),
    ("equals-missing", "A line is written key = value."),
    ("format-two", "A newer scenario needs a newer program."),
    ("guide-unknown", "Did you mean `crisis`?"),
    ("header-single", "Write [[threads]]"),
    ("heavy-and-bare", "Write a `content_note`."),
    (
        "id-shape",
        "Use small letters, digits and single hyphens, like what-matters.",
    ),
    ("injects-faulty", "What then happens."),
    ("kind-unknown", "Did you mean `crisis`?"),
    ("list-unclosed", "Put ] after its last item."),
    ("long-words", "Over 40 it does not fit its row."),
    ("minutes-many", "Write a number from 1 to 120."),
    ("minutes-words", "Write it without quotes: minutes = 12"),
    (
        "missing-keys",
        "Which of the three purposes the conversation serves.",
    ),
    ("move-twice", "Once is enough."),
    ("nobody-begins", "Give one of the actors an `opening`."),
    (
        "nothing-leads",
        "Name the `thread` or the `topic` they belong to.",
    ),
    (
        "nothing-opens",
        "Give a [[speech]] part its `thread`, and the moves it is `opened_by`.",
    ),
    ("quote-unclosed", "Words need a quote at each end."),
    ("speech-none", "What they say, in the order it comes out."),
    ("thread-unknown", "Did you mean `t`?"),
    ("threads-twice", "Give one of them another id."),
    ("topic-unknown", "Did you mean `right-now`?"),
    ("unknown-keys", "Did you mean `level`?"),
    (
        "unsaid-said",
        "Take it out of `not_said`, or let nobody say it.",
    ),
    (
        "words-twice",
        "Nobody says them twice. Write others, or delete this part.",
    ),
    ("wrong-types", "Put quotes round it."),
];

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

#[test]
fn the_first_problem_of_each_says_what_to_do() {
    let mut differences = Vec::new();
    for (name, text) in broken_scenarios() {
        let first = check(&text, &Shelf::default()).problems.remove(0);
        let hint = first.hint.unwrap_or_default();
        let expected = HINTS.iter().find(|(broken, _)| *broken == name);
        if expected.is_none_or(|(_, expected)| *expected != hint) {
            differences.push(format!("    ({name:?}, {hint:?}),"));
        }
    }
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
    assert_eq!(HINTS.len(), BROKEN.len());
}
