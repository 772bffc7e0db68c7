//! What holds for any text, and what holds for every guide we ship.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{BUILT_IN, Guide, GuideId, Shelf, TeamFile, TopicId, check, lint, starter};

/// Words no screen and no record may show.
const BANNED: [&str; 6] = [
    "case",
    "client",
    "service user",
    "referral",
    "assessment",
    "review",
];

fn shipped() -> impl Iterator<Item = Guide> {
    let shelf = Shelf::default();
    BUILT_IN
        .iter()
        .filter_map(move |guide| shelf.guide(&GuideId::new(guide.id)))
}

fn prompts(guide: &Guide) -> impl Iterator<Item = &String> {
    guide
        .topics
        .iter()
        .flat_map(|topic| topic.ask.iter().chain(&topic.gentler))
}

#[test]
fn every_shipped_guide_is_clean() {
    for guide in &BUILT_IN {
        let checked = check(guide.id, guide.text, &Shelf::default());
        assert_eq!(checked.problems, [], "{}", guide.id);
        assert!(checked.guide.is_some());
    }
    assert_eq!(shipped().count(), BUILT_IN.len());
}

/// What guides/README.md shows as a whole guide works as it stands, and each slip it shows is told.
#[test]
fn what_the_readme_shows_is_true() {
    let readme = include_str!("../../guides/README.md");
    let whole = readme
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let checked = check(
        "lunch-club.toml",
        whole.unwrap_or_default(),
        &Shelf::default(),
    );
    assert_eq!(checked.problems, []);
    let slips = readme
        .lines()
        .skip_while(|line| !line.starts_with("| what went wrong"))
        .skip(2);
    let slips = slips.take_while(|line| line.starts_with('|'));
    let wrong: Vec<&str> = slips
        .filter_map(|line| line.split('`').rev().nth(3))
        .collect();
    assert!(wrong.len() >= 8, "{wrong:?}");
    for slip in wrong {
        let text = format!("{}\n[[topics]]\n{slip}\n", starter("a", "A"));
        let from = text.len() - slip.len() - 1;
        let problems = check("a.toml", &text, &Shelf::default()).problems;
        assert!(
            problems
                .iter()
                .any(|problem| problem.span.end >= from && problem.hint.is_some()),
            "{slip}"
        );
    }
}

#[test]
fn every_shipped_guide_has_as_many_topics_as_it_should() {
    for guide in shipped() {
        let expected = match guide.id.as_str() {
            "listen-and-connect" | "crisis" | "good-life" => 12..=12,
            "update-call" | "check-in" | "looking-again" => 3..=5,
            _ => 7..=8,
        };
        let count = guide.topics.len() - 1;
        assert!(expected.contains(&count), "{} has {count} topics", guide.id);
    }
}

#[test]
fn every_shipped_guide_begins_with_just_listening_once() {
    for guide in shipped() {
        let listening = |topic: &&super::Topic| topic.id.as_str() == TopicId::JUST_LISTENING;
        assert!(guide.topics.first().iter().all(listening));
        assert_eq!(guide.topics.iter().filter(listening).count(), 1);
        let ids: HashSet<_> = guide.topics.iter().map(|topic| &topic.id).collect();
        assert_eq!(ids.len(), guide.topics.len());
    }
}

#[test]
fn no_shipped_prompt_is_too_long_to_glance_at() {
    for guide in shipped() {
        for prompt in prompts(&guide) {
            assert!(
                prompt.split_whitespace().count() < lint::LONG_PROMPT,
                "{}: {prompt}",
                guide.id
            );
        }
    }
}

#[test]
fn no_shipped_guide_says_a_banned_word() {
    for guide in shipped() {
        let text = serde_json::to_string(&guide)
            .unwrap_or_default()
            .to_lowercase();
        let letters_only = text.replace(|letter: char| !letter.is_alphabetic(), " ");
        let words = format!(
            " {} ",
            letters_only
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        );
        for banned in BANNED {
            for form in [format!(" {banned} "), format!(" {banned}s ")] {
                assert!(!words.contains(&form), "{} says {banned}", guide.id);
            }
        }
    }
}

/// Texts near enough to a guide to reach past the first fault: a real guide with pieces cut out and put in.
fn nearly_a_guide() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"",
        "'",
        "\"\"\"",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "#",
        "\n",
        "\r\n",
        "\\",
        "\\u001b",
        "é",
        "👩‍👩‍👧",
        "[[topics]]\n",
        "[topics]\n",
        "borrow = \"crisis/x\"\n",
        "id = \"a\"\n",
        "takes = [\"saw\"]\n",
        "\u{1b}[31m",
        "\u{feff}",
        "ask = [",
        "title \"x\"\n",
        "'''",
        "a.b.c = 1\n",
        "1979-05-27",
        "0x",
        "true",
    ]);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, pieces), 0..8);
    (0..BUILT_IN.len() + 1, edits).prop_map(|(which, edits)| {
        let starter = starter("a-guide", "A guide");
        let mut text = BUILT_IN
            .get(which)
            .map_or(starter, |guide| guide.text.to_owned());
        for (at, cut, piece) in edits {
            let chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len() + 1);
            let after = (at + cut).min(chars.len());
            text = chars[..at]
                .iter()
                .copied()
                .chain(piece.chars())
                .chain(chars[after..].iter().copied())
                .collect();
        }
        text
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let shelf = Shelf::new(vec![TeamFile {
        name: "a.toml".to_owned(),
        text: text.to_owned(),
    }]);
    let checked = check("a.toml", text, &shelf);
    for problem in &checked.problems {
        prop_assert!(
            problem.span.start <= problem.span.end && problem.span.end <= text.len(),
            "{problem:?}"
        );
        prop_assert!(text.is_char_boundary(problem.span.start), "{problem:?}");
        prop_assert!(text.is_char_boundary(problem.span.end), "{problem:?}");
        prop_assert!(!problem.message.contains(char::is_control), "{problem:?}");
    }
    let errors = checked
        .problems
        .iter()
        .any(|problem| problem.severity == super::Severity::Error);
    prop_assert_eq!(checked.guide.is_none(), errors);
    prop_assert_eq!(shelf.setbacks().is_empty(), !errors);
    if let Err(error) = toml::de::DeTable::parse(text) {
        prop_assert!(errors, "passed over: {error}");
    }
    Ok(())
}

#[test]
fn texts_that_once_broke_the_parser_are_checked() -> Result<(), TestCaseError> {
    ["=[aⴰ", "={\n\\[\n{é", "= [\né", "k\né"]
        .into_iter()
        .try_for_each(holds)
}

proptest! {
    #[test]
    fn any_text_is_checked(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_lines_are_checked(lines in prop::collection::vec("[\\[\\]{}a-c.='\"#, \\\\é0-9]{0,24}", 0..12)) {
        holds(&lines.join("\n"))?;
    }

    #[test]
    fn any_damaged_guide_is_checked(text in nearly_a_guide()) {
        holds(&text)?;
    }
}
