//! Importing local help, and remembering something of it.

use std::fs;

use super::{Found, Home, Result, Scenario};
use crate::{
    connection::{Memory, Remembering, Standing, import},
    store::local_help,
};

fn keep(home: &Home, name: &str) -> Result<()> {
    let brought = import::read(&[("a.csv".to_owned(), format!("name\n{name}\n"))]);
    local_help::keep(home, brought, "county").map(drop)
}

pub(super) fn imported() -> Scenario {
    Scenario {
        before: |stage| keep(&stage.next_start(), "Club").expect("kept"),
        act: |stage| keep(&stage.home(), "Shed"),
        found: |stage| {
            let text = fs::read_to_string(stage.home().imported()).expect("whole");
            let rows: Vec<&str> = text.lines().skip(1).collect();
            match rows[..] {
                [one] if one.starts_with("club,Club,") && one.ends_with(",county") => Found::Old,
                [one] if one.starts_with("shed,Shed,") && one.ends_with(",county") => Found::New,
                _ => panic!("{text}"),
            }
        },
    }
}

pub(super) fn remembered() -> Scenario {
    Scenario {
        before: |stage| remember(&stage.next_start(), Standing::Tried).expect("kept"),
        act: |stage| remember(&stage.home(), Standing::Full),
        found: |stage| {
            let text = fs::read_to_string(stage.home().remembered()).expect("whole");
            let memory = Memory::read(&text);
            let club = memory.of("club").expect("remembered");
            assert!(club.is(Standing::Tried), "{text}");
            match club.is(Standing::Full) {
                true => Found::New,
                false => Found::Old,
            }
        },
    }
}

fn remember(home: &Home, standing: Standing) -> Result<()> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    local_help::remember(home, "club", Remembering::Is(standing, day))
}
