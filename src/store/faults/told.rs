//! Stories and feedback: the old words or the new, never neither, and nothing plain where there is a seal.

use super::*;
use crate::{
    desk::Unfinished,
    evidence::{
        feedback::{Answer, Answered, Asked, Asking, Feedback, rows},
        story::{PARTS, Story, Told},
    },
    store::{answers, feedback, stories, texts},
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

/// Somebody who is being asked, at the words to the first question.
fn asking(words: &str, step: u64) -> Unfinished {
    let mut asking = Asking::begin(Asked::People);
    asking.answer(0, Some(Answer::Yes));
    asking.words(0, words);
    Unfinished {
        asking: Some(asking),
        step,
        ..Unfinished::default()
    }
}

fn words_kept(stage: &Stage) -> String {
    let kept = answers::read_unfinished(&stage.next_start()).expect("whole");
    kept.asking.expect("somebody is asked").given[0]
        .words
        .clone()
}

#[test]
fn letters_that_are_typed_to_a_question_are_the_old_or_the_new_whenever_the_program_is_killed() {
    for sealed in [false, true] {
        for at in 0.. {
            let stage = Stage::new(sealed, FaultyDisk::new());
            answers::keep_unfinished(&stage.next_start(), &asking("The", 1)).expect("kept");
            stage.disk.fail(Some(Errand::Answers), at, Fault::Killed);
            let letters = asking("The shop", 1).letters();
            let outcome = answers::keep_letters(&stage.home(), &letters);
            stage.disk.mend();
            let words = words_kept(&stage);
            assert!(["The", "The shop"].contains(&words.as_str()), "{words}");
            let plain = stage.home().root().join("typing.json");
            assert!(!(stage.sealed && plain.exists()));
            if outcome.is_ok() {
                assert_eq!(words, "The shop");
                break;
            }
        }
    }
}

#[test]
fn a_step_is_the_old_or_the_new_and_letters_from_before_it_are_never_typed_again() {
    for sealed in [false, true] {
        for at in 0.. {
            let stage = Stage::new(sealed, FaultyDisk::new());
            let next = stage.next_start();
            answers::keep_unfinished(&next, &asking("The", 1)).expect("kept");
            answers::keep_letters(&next, &asking("The shop", 1).letters()).expect("kept");
            stage.disk.fail(Some(Errand::Answers), at, Fault::Killed);
            let outcome = answers::keep_unfinished(&stage.home(), &asking("Gone", 2));
            stage.disk.mend();
            let words = words_kept(&stage);
            assert!(["The shop", "Gone"].contains(&words.as_str()), "{words}");
            if outcome.is_ok() {
                assert_eq!(words, "Gone");
                answers::settle_unfinished(&stage.home()).expect("settled");
                answers::keep_unfinished(&stage.home(), &Unfinished::default()).expect("gone");
                let left = fs::read_dir(stage.home().root())
                    .expect("a folder")
                    .flatten();
                let names = left.map(|entry| entry.file_name().to_string_lossy().into_owned());
                let ours = |name: &String| name.contains("typing") || name.contains("unfinished");
                assert_eq!(names.filter(ours).count(), 0);
                break;
            }
        }
    }
}
