//! Files kept beside the records: each is there, whole and in the form of the home, or it is not; and one that is taken
//! away is not there in the other form.

use chrono::Datelike;

use super::*;
use crate::{evidence::file::Sort, store::evidence_kept};

const GOES: &str = "what,from,to,count,counted_by\ncomplaints,2026-01-01,2026-03-31,3,Ann\n";
const COMES: &str = "what,from,to,count,counted_by\ncomplaints,2026-04-01,2026-04-05,4,Ann\n";

fn keep(home: &Home, name: &str, rows: &str) -> Result<()> {
    evidence_kept::keep(home, Sort::Brought, name, rows).map(drop)
}

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: |stage| keep(&stage.next_start(), "a.csv", GOES).expect("kept"),
        act: |stage| {
            let home = stage.home();
            keep(&home, "b.csv", COMES)?;
            let (kept, _) = evidence_kept::listed(&home);
            let goes = kept.iter().find(|one| one.path.ends_with("a.csv"));
            goes.map_or(Ok(()), |goes| evidence_kept::remove(&home, goes))
        },
        found: |stage| {
            let home = stage.next_start();
            for name in ["a.csv", "b.csv"] {
                let plain = home.evidence().join("brought").join(name);
                assert!(!(stage.sealed && plain.exists()));
            }
            let today = chrono::NaiveDate::from_ymd_opt(2026, 4, 10).expect("a day");
            let kept = evidence_kept::kept(&home, today);
            assert_eq!(kept.troubles, Vec::<String>::new());
            let from = kept.brought.iter().map(|row| row.period.from().month());
            match from.collect::<Vec<_>>()[..] {
                [1] | [1, 4] => Found::Old,
                [4] => Found::New,
                ref other => panic!("{other:?}"),
            }
        },
    }
}
