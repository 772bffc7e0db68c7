//! Stories and feedback: the old words or the new, never neither, and nothing plain where there is a seal.

use super::*;
use crate::{
    evidence::{
        feedback::{Answer, Answered, Asked, Feedback, rows},
        story::{PARTS, Story, Told},
    },
    store::{feedback, stories, texts},
};

/// A story that is kept, and one that goes.
const KEPT: &str = "7k3f-q2m9";
const GOES: &str = "9x2b-aaaa";

fn keep(home: &Home, id: &str, words: &str) -> Result<()> {
    let mut parts: [String; PARTS.len()] = Default::default();
    parts[0] = words.to_owned();
    let story = Story {
        id: id.to_owned(),
        parts,
        went: Told::Badly,
        permission: None,
    };
    stories::keep(home, &story).map(drop)
}

pub(super) fn story() -> Scenario {
    Scenario {
        before: |stage| {
            keep(&stage.next_start(), KEPT, "Before").expect("kept");
            keep(&stage.next_start(), GOES, "A draft").expect("kept");
        },
        act: |stage| {
            keep(&stage.home(), KEPT, "After")?;
            stories::remove(&stage.home(), GOES)
        },
        found: |stage| {
            let plain = stories::folder(&stage.home()).join("7k3f-q2m9.md");
            assert!(!(stage.sealed && plain.exists()));
            let found = stories::all(&stage.next_start()).expect("whole");
            assert!(found.troubles.is_empty());
            let words = found.stories.iter().map(|read| &*read.story.parts[0]);
            match words.collect::<Vec<_>>()[..] {
                ["Before" | "After", "A draft"] => Found::Old,
                ["After"] => Found::New,
                ref other => panic!("{other:?}"),
            }
        },
    }
}

fn say(home: &Home, words: &str) -> Result<()> {
    let said = Feedback {
        on: chrono::NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day"),
        asked: Asked::People,
        asked_by: None,
        answers: vec![Answered {
            question: 0,
            answer: Answer::Yes,
            words: Some(words.to_owned()),
        }],
    };
    feedback::keep(home, &said)
}

pub(super) fn feedback() -> Scenario {
    Scenario {
        before: |stage| say(&stage.next_start(), "one").expect("kept"),
        act: |stage| say(&stage.home(), "two"),
        found: |stage| {
            let path = feedback::file(&stage.home(), Asked::People);
            assert!(!(stage.sealed && path.exists()));
            let text = texts::read(&stage.next_start(), &path).expect("whole");
            let (said, problems) = rows::read(&text);
            assert!(problems.is_empty(), "{text}");
            match said.len() {
                1 => Found::Old,
                2 => Found::New,
                more => panic!("{more} rows: {text}"),
            }
        },
    }
}
