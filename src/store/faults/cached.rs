//! What was found being kept: whole or not at all, and nothing plain where there is a seal.

use super::*;
use crate::store::index;

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
