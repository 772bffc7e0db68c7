//! What holds for every talk, whoever has it with whoever is on the card.

use std::sync::LazyLock;

use chrono::DateTime;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use super::{guide, opening, page, steps, take, turns};
use crate::{
    conversation::{Command, Conversation, ConversationId, Moment, Part, Stamped},
    guide::Shelf,
    practice::{BUILT_IN, Caller, Did, NOT_REAL, Scenario, Turn, check},
};

static SHIPPED: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    let shelf = Shelf::default();
    let scenarios = BUILT_IN.iter().map(|text| check(text, &shelf));
    scenarios.filter_map(|checked| checked.scenario).collect()
});

/// What is done in a walk.
#[derive(Debug, Clone)]
enum Does {
    Turn(usize, usize, String),
    TakeBack,
}

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time")
}

fn obey(talk: &mut Conversation, command: &Command) {
    let events = talk.decide(command, now()).unwrap_or_default();
    for event in events {
        talk.apply(&Stamped { at: now(), event });
    }
}

fn begun(scenario: &Scenario) -> Conversation {
    let id = ConversationId::practice(now(), 7);
    let mut talk = Conversation::begin(id, guide(scenario), None, now());
    talk.practice = Some(scenario.practised(Part::Alone));
    obey(&mut talk, &Command::Add(opening(scenario)));
    talk
}

/// Does it through the line, as somebody would, and gives the turns that then should stand.
fn played(scenario: &Scenario, walk: &[Does]) -> (Conversation, Vec<Turn>) {
    let mut talk = begun(scenario);
    let mut taken: Vec<(Turn, String)> = vec![];
    let topics = Caller::new(scenario).topics();
    for does in walk {
        match does {
            Does::Turn(did, topic, words) => {
                let did = Did::ALL[did % Did::ALL.len()];
                let about = topics.get(topic % (topics.len() + 1)).cloned();
                let about = about.filter(|_| did.asks_about());
                let turn = Turn { did, about };
                obey(&mut talk, &Command::ClearLine);
                obey(&mut talk, &Command::Type(words.clone()));
                let line = talk.line.text.clone();
                let added = take(scenario, &talk, &turn, &line).added;
                obey(&mut talk, &Command::Say(added));
                assert_eq!(talk.line.text, "", "the words went into the turn");
                taken.push((turn, line));
            }
            Does::TakeBack => {
                let Some((_, words)) = taken.pop() else {
                    continue;
                };
                let before = talk.notes.len();
                // Letters typed since are steps of their own.
                while talk.notes.len() == before {
                    obey(&mut talk, &Command::Undo);
                }
                assert_eq!(talk.line.text, words, "the words are back on the line");
            }
        }
    }
    let turns = taken.into_iter().map(|(turn, _)| turn).collect();
    (talk, turns)
}

fn does() -> impl Strategy<Value = Does> {
    let words = prop_oneof![
        Just(String::new()),
        "[a-z# *<>\\\\]{0,12}".prop_map(|words| words),
        Just("# You\n\n- \"mine\" [x](y) <b>".to_owned()),
    ];
    prop_oneof![
        4 => (0..7usize, 0..8usize, words).prop_map(|(did, topic, words)| Does::Turn(did, topic, words)),
        1 => Just(Does::TakeBack),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_notes_are_the_turns_taken(
        at in any::<prop::sample::Index>(),
        walk in prop::collection::vec(does(), 0..24),
    ) {
        let scenario = at.get(&SHIPPED);
        let (talk, taken) = played(scenario, &walk);
        prop_assert_eq!(turns(&talk), taken.clone());
        let (_, answers) = Caller::replay(scenario, &taken);
        let said: Vec<&str> = answers
            .iter()
            .flat_map(|answer| answer.says.iter().map(|spoken| &*spoken.words))
            .collect();
        let noted = steps(&talk).into_iter().skip(1);
        let noted: Vec<&str> = noted
            .flat_map(|step| step.said.into_iter().map(|note| &*note.text))
            .collect();
        prop_assert_eq!(noted, said);
    }

    #[test]
    fn nothing_typed_is_markup_on_the_page(
        at in any::<prop::sample::Index>(),
        walk in prop::collection::vec(does(), 0..24),
    ) {
        let scenario = at.get(&SHIPPED);
        let (talk, _) = played(scenario, &walk);
        let page = page(Some(scenario), None, &talk);
        prop_assert_eq!(page.lines().next(), Some(NOT_REAL));
        let ours = ["What you heard", "What is still to hear", "One thing to try", "The path you took"];
        let mut headings = 0;
        for event in Parser::new(&page) {
            match event {
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::CodeBlock(_))
                | Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => {
                    prop_assert!(false, "{event:?} in\n{page}");
                }
                _ => {}
            }
        }
        let written = ours.iter().filter(|heading| page.contains(&format!("\n## {heading}\n"))).count();
        prop_assert_eq!(headings, written + 1);
    }
}
