//! What was found being kept: whole or not at all, and nothing plain where there is a seal.

use super::*;
use crate::store::{cache, index};

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: |_| {},
        act: |stage| index::write(&stage.home(), &nothing_found()),
        found: |stage| {
            let plain = stage.home().root().join("cache/index.json");
            assert!(!(stage.sealed && plain.exists()));
            match index::is_kept(&stage.next_start()) {
                true => Found::New,
                false => Found::Old,
            }
        },
    }
}

fn nothing_found() -> String {
    format!("{{\"form\":{},\"files\":[]}}", index::FORM)
}

#[test]
fn a_month_that_was_found_is_whole_or_not_there_whenever_the_program_is_killed_and_can_be_forgotten()
 {
    for sealed in [false, true] {
        for at in 0.. {
            let stage = Stage::new(sealed, FaultyDisk::new());
            let month = cache::months(&stage.home()).join("2026-03.jsonl");
            stage.disk.fail(Some(Errand::Cache), at, Fault::Killed);
            let outcome = cache::write_unsettled(&stage.home(), &month, "1\there\n");
            stage.disk.mend();
            let home = stage.next_start();
            assert!(!(sealed && month.exists()));
            match cache::read(&home, &month) {
                None => assert!(outcome.is_err()),
                Some(bytes) => assert_eq!(bytes, b"1\there\n"),
            }
            cache::forget(&home).expect("forgotten");
            assert!(cache::read(&home, &month).is_none());
            if outcome.is_ok() {
                break;
            }
        }
    }
}
