//! What is begun to be added to a record: the old words or the new, and nothing plain where there is a seal.

use super::*;
use crate::{
    desk::{Begun, Question},
    store::answers,
};

fn keep(home: &Home, typed: &str, typing: bool) -> Result<()> {
    let begun = Begun {
        id: id(),
        question: Question::Heard,
        typed: typed.to_owned(),
        ahead: vec![],
    };
    answers::keep(home, &[begun], typing)
}

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: |stage| keep(&stage.next_start(), "The shop", false).expect("kept"),
        act: |stage| keep(&stage.home(), "The shop is shut", false),
        found: |stage| {
            let plain = stage.home().root().join("answers.json");
            assert!(!(stage.sealed && plain.exists()));
            let begun = answers::read(&stage.next_start()).expect("whole");
            match begun[0].typed.as_str() {
                "The shop" => Found::Old,
                "The shop is shut" => Found::New,
                other => panic!("{other}"),
            }
        },
    }
}

#[test]
fn letters_that_are_typed_are_the_old_or_the_new_whenever_the_program_is_killed() {
    for sealed in [false, true] {
        for at in 0.. {
            let stage = Stage::new(sealed, FaultyDisk::new());
            (scenario().before)(&stage);
            stage.disk.fail(Some(Errand::Answers), at, Fault::Killed);
            let outcome = keep(&stage.home(), "The shop is shut", true);
            stage.disk.mend();
            let found = (scenario().found)(&stage);
            if outcome.is_ok() {
                assert_eq!(found, Found::New);
                break;
            }
        }
    }
}

#[test]
fn nothing_is_left_once_nothing_is_begun() {
    for sealed in [false, true] {
        let stage = Stage::new(sealed, FaultyDisk::new());
        keep(&stage.home(), "The shop", true).expect("kept");
        answers::keep(&stage.home(), &[], false).expect("gone");
        let names = fs::read_dir(stage.home().root())
            .expect("a folder")
            .flatten();
        let left = names.filter(|entry| entry.file_name().to_string_lossy().contains("answers"));
        assert_eq!(left.count(), 0);
    }
}
