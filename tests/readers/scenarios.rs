//! Scenarios: every problem has its place, a scenario is there when there is no error, and what is there can be printed.

use std::sync::LazyLock;

use alongside::{
    guide::{Severity, Shelf},
    practice::{NOT_REAL, as_html, as_text::as_text, card, check, trainer},
};

use super::{guides::has_places, trial::Trial};

static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::new(vec![]));

const WORDS: [&str; 36] = [
    "format = 1\n",
    "format = 2\n",
    "id = ",
    "kind = \"good-life\"\n",
    "guide = ",
    "\"family\"",
    "title = ",
    "minutes = ",
    "level = \"heavy\"\n",
    "debrief = \"learner-led\"\n",
    "listener_sees = [",
    "questions = ",
    "[[actors]]\n",
    "[[speech]]\n",
    "[[threads]]\n",
    "[[injects]]\n",
    "[actors]\n",
    "[[speech",
    "by = ",
    "says = ",
    "opened_by = [\"wait\", \"say-it-back\"]\n",
    "\"plain-kind-question\"",
    "cue = ",
    "thread = ",
    "topic = \"right-now\"\n",
    "opening = ",
    "not_said = [\"\"]\n",
    "if_heard = ",
    "happens = ",
    "\"\"\"",
    "'''",
    "<script>&",
    "\\u0000",
    "\\u202e",
    "9999999999999999999",
    "“",
];

#[test]
fn scenarios() {
    Trial {
        name: "scenarios",
        share: 4,
        also: &[
            ("tests/scenarios/broken", ".toml"),
            ("examples/scenarios", ".toml"),
        ],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let checked = check(&text, &SHELF);
    let mut problems = checked.problems.iter();
    let errors = problems.any(|problem| problem.severity == Severity::Error);
    assert_eq!(checked.scenario.is_none(), errors, "{:?}", checked.problems);
    assert!(checked.problems.len() <= 201, "too much to say");
    has_places(&text, &checked.problems);
    let Some(scenario) = checked.scenario else {
        return;
    };
    let cards = scenario.actors.iter();
    let cards = cards.map(|actor| card::actor(&scenario, actor));
    for page in cards.chain([card::listener(&scenario), trainer::trainer(&scenario)]) {
        for printed in [as_text(&page, 40), as_html(&page)] {
            let first = printed.lines().next().unwrap_or_default();
            assert!(first.contains(NOT_REAL), "{first}");
            let acts = |c: char| c != '\n' && alongside::text::acts(c);
            assert!(!printed.contains(acts), "{printed:?}");
        }
    }
}
