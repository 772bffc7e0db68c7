//! What holds for any text, and what holds for every scenario we ship.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{
    BUILT_IN, Caller, Did, Layer, Move, NOT_REAL, Page, Scenario, Scenarios, Turn, as_html,
    as_text::{CARD_COLUMNS, SHEET_COLUMNS},
    card, check, starter, trainer,
};
use crate::{guide::Shelf, text};

/// Words no screen and no page may show.
const BANNED: [&str; 6] = [
    "case",
    "client",
    "service user",
    "referral",
    "assessment",
    "review",
];

fn shipped() -> Vec<Scenario> {
    let shelf = Shelf::default();
    let scenarios = BUILT_IN.iter().map(|text| check(text, &shelf));
    scenarios.filter_map(|checked| checked.scenario).collect()
}

/// Every page of a scenario.
fn pages(scenario: &Scenario) -> Vec<Page> {
    let cards = scenario.actors.iter();
    let mut pages: Vec<Page> = cards.map(|actor| card::actor(scenario, actor)).collect();
    pages.extend([card::listener(scenario), trainer::trainer(scenario)]);
    pages
}

#[test]
fn every_shipped_scenario_is_clean() {
    for text in BUILT_IN {
        let checked = check(text, &Shelf::default());
        assert_eq!(checked.problems, [], "{:?}", checked.id);
        assert!(checked.scenario.is_some());
    }
    let ids: HashSet<_> = shipped().into_iter().map(|scenario| scenario.id).collect();
    assert_eq!(ids.len(), BUILT_IN.len());
}

#[test]
fn they_are_listed_by_kind_and_each_kind_has_some() {
    let kinds: Vec<_> = shipped().iter().map(|scenario| scenario.kind).collect();
    assert!(shipped().is_sorted_by_key(|scenario| (scenario.kind, scenario.level)));
    assert_eq!(kinds.iter().collect::<HashSet<_>>().len(), 3);
    let guides: HashSet<_> = shipped()
        .into_iter()
        .map(|scenario| scenario.guide)
        .collect();
    assert!(guides.len() >= 8, "{guides:?}");
}

/// Somebody who only waits, says back and asks openly meets every thread; nobody is told one for nothing.
#[test]
fn each_thread_opens_to_somebody_who_listens() {
    let listening = [Move::Wait, Move::SayItBack, Move::OpenQuestion];
    for scenario in shipped() {
        assert_eq!(scenario.threads.len(), 3, "{}", scenario.id);
        for thread in &scenario.threads {
            let first = scenario.thread(&thread.id).next().expect("something");
            let opens = |moved: &Move| listening.contains(moved);
            assert!(
                first.opened_by.iter().any(opens),
                "{}: {}",
                scenario.id,
                thread.id
            );
        }
    }
}

#[test]
fn every_layer_of_every_scenario_is_there() {
    for scenario in shipped() {
        for layer in Layer::ALL {
            let mut actors = scenario.actors.iter();
            let anybody = actors.any(|actor| scenario.said_by(actor, layer).next().is_some());
            assert!(anybody, "{} has nothing in {layer:?}", scenario.id);
        }
        for actor in &scenario.actors {
            let cards = [Layer::Freely, Layer::Listening];
            for layer in cards {
                assert!(
                    scenario.said_by(actor, layer).next().is_some(),
                    "{}",
                    actor.name
                );
            }
            assert!(
                !actor.not_said.is_empty() && !actor.if_heard.is_empty(),
                "{}",
                actor.name
            );
        }
    }
}

#[test]
fn what_is_not_said_is_said_nowhere() {
    for scenario in shipped() {
        let unsaid = scenario.actors.iter().flat_map(|actor| &actor.not_said);
        for unsaid in unsaid {
            let mut speech = scenario.speech.iter();
            assert!(speech.all(|piece| !piece.says.contains(unsaid)), "{unsaid}");
        }
    }
}

#[test]
fn no_shipped_page_says_a_banned_word() {
    for page in shipped().iter().flat_map(pages) {
        let text = super::as_text(&page, 10_000).to_lowercase();
        let letters = text.replace(|letter: char| !letter.is_alphabetic(), " ");
        let words: Vec<&str> = letters.split_whitespace().collect();
        let words = format!(" {} ", words.join(" "));
        for banned in BANNED {
            for form in [format!(" {banned} "), format!(" {banned}s ")] {
                assert!(!words.contains(&form), "{} says {banned}", page.title);
            }
        }
    }
}

/// Only numbers set aside for drama may be as long as one that somebody answers.
#[test]
fn no_shipped_scenario_holds_a_number_somebody_answers() {
    for text in BUILT_IN {
        let digits = text.replace(' ', "");
        let numbers = digits.split(|c: char| !c.is_ascii_digit());
        for number in numbers.filter(|number| number.len() > 6) {
            let drama = number.starts_with("01632960") || number.starts_with("02079460");
            assert!(drama, "{number}");
        }
    }
}

#[test]
fn the_listener_sees_nothing_of_the_cards() {
    for scenario in shipped() {
        let page = super::as_text(&card::listener(&scenario), 10_000);
        let mut secrets: Vec<&str> = scenario.speech.iter().map(|piece| &*piece.says).collect();
        secrets.extend(scenario.threads.iter().map(|thread| &*thread.title));
        secrets.extend(
            scenario
                .traps
                .iter()
                .chain(&scenario.finds)
                .map(|line| &**line),
        );
        for actor in &scenario.actors {
            let lines = actor.who.iter().chain(&actor.not_said).map(|line| &**line);
            secrets.extend(lines.chain([&*actor.opening, &*actor.sounds]));
        }
        for secret in secrets.into_iter().filter(|secret| !secret.is_empty()) {
            assert!(!page.contains(secret), "{}: {secret}", scenario.id);
        }
    }
}

#[test]
fn an_actor_sees_nothing_of_another_actors_card() {
    for scenario in shipped() {
        for actor in &scenario.actors {
            let page = super::as_text(&card::actor(&scenario, actor), 10_000);
            for piece in &scenario.speech {
                assert_eq!(
                    page.contains(&piece.says),
                    piece.by == actor.id,
                    "{}",
                    piece.says
                );
            }
        }
    }
}

#[test]
fn every_sheet_of_every_page_says_first_that_it_is_not_real() {
    for page in shipped().iter().flat_map(pages) {
        let said = super::as_text(&page, SHEET_COLUMNS);
        assert!(said.starts_with(&format!("{NOT_REAL}\n")));
        assert_eq!(said.matches(NOT_REAL).count(), page.sheets.len());
        let html = as_html(&page);
        assert!(
            html.lines()
                .next()
                .is_some_and(|line| line.contains(NOT_REAL))
        );
        assert_eq!(
            html.matches("<p class=\"not-real\">").count(),
            page.sheets.len()
        );
    }
}

#[test]
fn a_card_fits_a_phone_and_two_sides_of_paper() {
    for scenario in shipped() {
        for actor in &scenario.actors {
            let page = card::actor(&scenario, actor);
            let phone = super::as_text(&page, CARD_COLUMNS);
            assert!(
                phone.lines().all(|line| text::width(line) <= CARD_COLUMNS),
                "{phone}"
            );
            let paper = super::as_text(&page, 84).lines().count();
            assert!(paper <= 2 * 48, "{} is {paper} lines", actor.name);
        }
    }
}

#[test]
fn a_card_in_html_runs_nothing_and_fetches_nothing() {
    let hostile = "<script>alert(1)</script>&\\\"'";
    let text = starter("a", "<img src=x onerror=y>").replace("It's the bags, you see.", hostile);
    let scenario = check(&text, &Shelf::default()).scenario.expect("sound");
    for page in pages(&scenario) {
        let html = as_html(&page);
        for bad in [
            "<script", "<img", "http:", "https:", "src=", "url(", "@import", "<link",
        ] {
            assert!(!html.replace("src=x", "").contains(bad), "{bad} in\n{html}");
        }
        assert!(html.contains("&lt;img src=x onerror=y&gt;"));
    }
    let card = as_html(&card::actor(&scenario, &scenario.actors[0]));
    assert!(
        card.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"),
        "{card}"
    );
}

#[test]
fn words_that_steer_a_screen_do_nothing_on_a_page() {
    let mut scenario = shipped().remove(0);
    scenario.title = "\u{1b}]2;x\u{7}\u{202e}".to_owned();
    for page in pages(&scenario) {
        for printed in [super::as_text(&page, CARD_COLUMNS), as_html(&page)] {
            assert!(!printed.contains(|c: char| c != '\n' && text::acts(c)));
        }
    }
}

/// What examples/scenarios/README.md shows as a whole scenario works as it stands.
#[test]
fn what_the_readme_shows_is_true() {
    let readme = include_str!("../../examples/scenarios/README.md");
    let mut blocks = readme.split("```toml\n").skip(1);
    let whole = blocks.next().and_then(|rest| rest.split("```").next());
    let checked = check(whole.unwrap_or_default(), &Shelf::default());
    assert_eq!(checked.problems, []);
    for moved in Move::ALL {
        assert!(
            readme.contains(&format!("| `{}` |", moved.name())),
            "{moved:?}"
        );
    }
    for scenario in shipped() {
        assert!(
            readme.contains(&format!("| `{}.toml` |", scenario.id)),
            "{}",
            scenario.id
        );
    }
    let parts = [
        super::keys::SCENARIO,
        super::keys::ACTOR,
        super::keys::SPEECH,
        super::keys::THREAD,
        super::keys::INJECT,
    ];
    for key in parts.into_iter().flatten() {
        let part = ["actors", "speech", "threads", "injects"].contains(&key.name);
        let row = format!("| `{}` |", key.name);
        assert!(part || readme.contains(&row), "{}", key.name);
    }
}

#[test]
fn all_scenarios_are_there_by_their_id() {
    let scenarios = Scenarios::new(&[], &Shelf::default());
    for listed in scenarios.list() {
        assert!(scenarios.get(listed.id.as_str()).is_some());
    }
    assert!(scenarios.get("nobody").is_none());
}

/// Texts near enough to a scenario to reach past the first fault.
fn nearly_a_scenario() -> impl Strategy<Value = String> {
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
        "#",
        "\n",
        "\\",
        "é",
        "👩‍👩‍👧",
        "[[actors]]\n",
        "[[speech]]\n",
        "[speech]\n",
        "[[threads]]\n",
        "id = \"a\"\n",
        "by = \"x\"\n",
        "thread = \"x\"\n",
        "opened_by = [\"wait\"]\n",
        "minutes = 9999999999999999999\n",
        "\u{1b}[31m",
        "\u{feff}",
        "says = [",
        "title \"x\"\n",
        "level = \"heavy\"\n",
        "true",
    ]);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, pieces), 0..8);
    (0..BUILT_IN.len() + 1, edits).prop_map(|(which, edits)| {
        let small = starter("a-scenario", "A scenario");
        let mut text = BUILT_IN.get(which).map_or(small, |text| (*text).to_owned());
        for (at, cut, piece) in edits {
            let chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len() + 1);
            let after = (at + cut).min(chars.len());
            let before = chars[..at].iter().copied();
            text = before
                .chain(piece.chars())
                .chain(chars[after..].iter().copied())
                .collect();
        }
        text
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let checked = check(text, &Shelf::default());
    for problem in &checked.problems {
        prop_assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
        prop_assert!(!problem.message.contains(char::is_control), "{problem:?}");
    }
    let errors = checked
        .problems
        .iter()
        .any(|problem| problem.severity == crate::guide::Severity::Error);
    prop_assert_eq!(checked.scenario.is_none(), errors, "{:?}", checked.problems);
    if let Some(scenario) = &checked.scenario {
        for page in pages(scenario) {
            let _ = (super::as_text(&page, CARD_COLUMNS), as_html(&page));
        }
        // Whoever is on the card can be talked with, however little there is on it.
        let turns = Did::ALL.repeat(3);
        let turns = turns.into_iter().map(|did| Turn { did, about: None });
        let turns: Vec<Turn> = turns.collect();
        let (caller, answers) = Caller::replay(scenario, &turns);
        prop_assert_eq!(answers.len(), turns.len());
        prop_assert!(!caller.one_thing_to_try(&turns).is_empty());
    }
    Ok(())
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
    fn any_damaged_scenario_is_checked(text in nearly_a_scenario()) {
        holds(&text)?;
    }
}
