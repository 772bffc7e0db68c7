//! Killed at any instant, with no warning: every character that was on the screen is there on the next start.
//!
//! Here are the kills at one chosen instant. `matrix` has those at any instant, `talking`, `saving` and `turning` what is
//! going on then and what must hold.

mod adding;
mod following;
mod matrix;
mod one_record;
mod saving;
mod talking;
#[cfg(feature = "seal")]
mod turning;

use super::{home::Home, program::Start, screen::Screen};

#[test]
fn killed_before_the_first_enter() {
    let home = Home::new();
    let mut program = Start::in_home(&home).open();
    program.write("she says th");
    program.wait("the words", |screen| screen.line_ends("she says th"));
    program.kill();
    let mut program = Start::in_home(&home).open();
    program.wait("that conversation", |screen| {
        screen
            .pointed_at()
            .is_some_and(|row| row.contains("line still there"))
    });
    program.press("Enter");
    program.wait("the words", |screen| screen.line_ends("she says th"));
    assert_eq!(home.conversation().line.text, "she says th");
}

#[test]
fn killed_in_read_back() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.enter("! Frightened of the step");
    program.enter("+ Still cooks");
    program.press("Ctrl+R");
    program.see("Read back");
    program.press(" ");
    program.see("[out]");
    program.write("he rang ba");
    program.wait("the words", |screen| screen.line_ends("he rang ba"));
    program.kill();
    let mut program = Start::in_home(&home).args(&["carry-on"]).run();
    program.wait("the words and the notes", |screen| {
        screen.has("! Frightened of the step")
            && screen.has("+ Still cooks")
            && screen.line_ends("he rang ba")
    });
    program.press("Enter");
    program.press("Ctrl+R");
    program.wait("what was left out", |screen| {
        screen.has("[out]") && screen.has("he rang ba")
    });
}

#[test]
fn killed_after_undo() {
    let home = Home::new();
    let mut program = Start::in_home(&home).open();
    program.enter("She sleeps well");
    program.wait("kept", Screen::line_is_empty);
    program.enter("Rang at noon");
    program.wait("kept", |screen| {
        screen.has("Rang at noon") && screen.line_is_empty()
    });
    program.press("Ctrl+Z");
    program.wait("back on the line", |screen| {
        screen.line_ends("Rang at noon")
    });
    program.kill();
    let mut program = Start::in_home(&home).args(&["carry-on"]).run();
    program.wait("still on the line", |screen| {
        screen.line_ends("Rang at noon")
    });
    program.press("Ctrl+Y");
    program.wait("kept again", |screen| {
        screen.has("Rang at noon") && screen.line_is_empty()
    });
}

#[test]
fn killed_when_all_was_undone_and_again_after_carrying_on() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.write("she");
    program.wait("the word", |screen| screen.line_ends("she"));
    program.press("Ctrl+Z");
    program.wait("nothing", Screen::line_is_empty);
    program.kill();
    let mut program = Start::in_home(&home).args(&["carry-on"]).open();
    program.write("she says");
    program.wait("the words", |screen| screen.line_ends("she says"));
    program.kill();
    assert_eq!(home.conversation().line.text, "she says");
}
