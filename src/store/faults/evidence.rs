//! A file kept beside the records: it is there, whole and in the form of the home, or it is not.

use super::*;
use crate::{evidence::file::Sort, store::evidence_kept};

const ROWS: &str = "what,from,to,count,counted_by\ncomplaints,2026-01-01,2026-03-31,3,Ann\n";

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: |_| {},
        act: |stage| evidence_kept::keep(&stage.home(), Sort::Brought, "a.csv", ROWS).map(drop),
        found: |stage| {
            let home = stage.next_start();
            let plain = home.evidence().join("brought/a.csv");
            assert!(!(stage.sealed && plain.exists()));
            let today = chrono::NaiveDate::from_ymd_opt(2026, 4, 10).expect("a day");
            let kept = evidence_kept::kept(&home, today);
            assert_eq!(kept.troubles, Vec::<String>::new());
            match kept.brought.len() {
                0 => Found::Old,
                1 => Found::New,
                other => panic!("{other}"),
            }
        },
    }
}
