//! Guides: every problem has its place, and a guide is there when there is no error.

use std::sync::LazyLock;

use alongside::guide::{Problem, Severity, Shelf, TeamFile, check};

use super::trial::Trial;

static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::new(vec![]));

const WORDS: [&str; 40] = [
    "format = 1\n",
    "format = 2\n",
    "id = ",
    "kind = ",
    "title = ",
    "language = ",
    "version = ",
    "purpose = ",
    "record_title = ",
    "[[topics]]\n",
    "[[sections]]\n",
    "[topics]\n",
    "[[topics",
    "borrow = ",
    "\"listen-and-connect/what-matters\"",
    "\"listen-and-connect\"",
    "\"crisis\"",
    "why = ",
    "ask = [",
    "gentler = [\"\"]\n",
    "listen_for = ",
    "follow = ",
    "pause = ",
    "write = ",
    "section = ",
    "heading = ",
    "takes = [\"own-words\", \"matters\"]\n",
    "\"\"\"",
    "'''",
    "{ a = ",
    "a.b.c = 1\n",
    "1979-05-27T07:32:00Z",
    "0xffffffffffffffff",
    "inf",
    "true",
    "\\u0000",
    "\\uD800",
    "\"../../etc/passwd\"",
    "{person}",
    "“",
];

#[test]
fn guides() {
    Trial {
        name: "guides",
        share: 6,
        also: &[("tests/guides/broken", ".toml"), ("guides", ".toml")],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let checked = check("mine.toml", &text, &SHELF);
    let errors = checked
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert_eq!(checked.guide.is_none(), errors, "{:?}", checked.problems);
    assert!(checked.problems.len() <= 201, "too much to say");
    has_places(&text, &checked.problems);
    if input.len() % 16 == 1 {
        stands_with_the_others(text.into_owned());
    }
}

fn stands_with_the_others(text: String) {
    let team = TeamFile {
        name: "mine.toml".to_owned(),
        text,
    };
    let shelf = Shelf::new(vec![team]);
    assert!(shelf.list().len() >= SHELF.list().len(), "a guide was lost");
    for listed in shelf.list().iter().filter(|listed| listed.team.is_some()) {
        assert!(shelf.guide(&listed.id).is_some(), "{:?}", listed.id);
    }
}

/// Every problem points at whole letters of the text.
pub fn has_places(text: &str, problems: &[Problem]) {
    for problem in problems {
        assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
        let place = problem.place(text);
        assert!(place.line > 0 && place.column > 0, "{problem:?}");
    }
}
