//! Killed while a record is saved: the conversation is whole, or the record is, and on the next start there is one of
//! the two.

use std::time::Duration;

use super::matrix::{self, Trial};
use crate::{
    home::Home,
    program::{Program, Start},
};

const NOTE: &str = "Frightened of the step";
const APART: &str = "Derek tripped there";

/// Longer than saving takes, as a rule.
const LONGEST: Duration = Duration::from_millis(200);

/// Saves in a home of its own each time, killed somewhere between the key and Home, or a little after.
pub fn kill(trial: &mut Trial) {
    for _ in 0..trial.kills {
        let mut program = about_to_save(&trial.home);
        program.press("Enter");
        trial.any_instant(LONGEST);
        program.kill();
        trial.count.kills += 1;
        trial.count.painted += NOTE.len() + APART.len();
        let saved = is_one_or_the_other(&trial.home);
        trial.count.done += usize::from(saved);
        is_in_one_place(&trial.home, saved);
        trial.home = matrix::another_like(trial);
    }
}

fn about_to_save(home: &Home) -> Program {
    let mut program = Start::in_home(home).args(&["new", "listen"]).open();
    program.enter(&format!("! {NOTE}"));
    program.enter(&format!("& {APART}"));
    program.press("Ctrl+R");
    program.see("Read back");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program
}

/// A whole record with what is apart from it, or a whole conversation. Says whether there is a record.
fn is_one_or_the_other(home: &Home) -> bool {
    let records = home.record_texts();
    match records.as_slice() {
        [] => {
            let notes: Vec<String> = home
                .conversation()
                .notes
                .into_iter()
                .map(|note| note.text)
                .collect();
            assert_eq!(notes, [NOTE, APART]);
            false
        }
        [(record, apart)] => {
            assert!(record.contains(&format!("- {NOTE}\n")), "{record}");
            assert!(record.ends_with("all was well.\n"), "{record}");
            assert!(!record.contains(APART), "{record}");
            let apart = apart.as_deref().expect("it is beside its record");
            assert!(apart.contains(APART), "{apart}");
            true
        }
        several => panic!("one record, not {}", several.len()),
    }
}

/// On the next start it can be carried on, or it is finished, and not both.
fn is_in_one_place(home: &Home, saved: bool) {
    let mut next = Start::in_home(home).open();
    let screen = next.screen();
    assert_eq!(screen.has("Carry on"), !saved, "{screen}");
    next.kill();
    assert_eq!(home.read_journals().is_empty(), saved);
    assert_eq!(home.record_texts().len(), usize::from(saved));
}
