//! What was found being kept: whole or not at all, and nothing plain where there is a seal.

use super::*;
use crate::store::promises;

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: |_| {},
        act: |stage| promises::write(&stage.home(), "{\"form\":1,\"files\":[]}"),
        found: |stage| {
            let plain = stage.home().root().join("cache/promises.json");
            assert!(!(stage.sealed && plain.exists()));
            match promises::is_kept(&stage.next_start()) {
                true => Found::New,
                false => Found::Old,
            }
        },
    }
}
