//! Two windows and one conversation: it moves from one to the other, whole, and is never written by both.

use rustix::process::Signal;

use super::{
    home::Home,
    program::{Program, Start},
};

/// A window with a conversation in it: a kept note, and half of another on the line.
fn first_window(home: &Home) -> Program {
    let mut first = Start::in_home(home).args(&["new", "listen"]).open();
    first.enter("Rang about the step");
    first.wait("kept", |screen| {
        screen.has("  Rang about the step") && screen.line_is_empty()
    });
    first.write("half a no");
    first.wait("the words", |screen| screen.line_ends("half a no"));
    first
}

/// Another window, in which it was asked to move the conversation there.
fn moves_it(home: &Home) -> Program {
    let mut second = Start::in_home(home).args(&["carry-on"]).run();
    second.see("Move it here");
    second.write("2");
    second
}

#[test]
fn a_conversation_moves_here_from_another_window() {
    let home = Home::new();
    let mut first = first_window(&home);
    let mut second = moves_it(&home);
    second.wait("all of it", |screen| {
        screen.has("  Rang about the step") && screen.line_ends("half a no")
    });
    second.write("te");
    second.wait("more words", |screen| screen.line_ends("half a note"));
    first.write("x");
    first.see("This conversation moved to another window");
    assert_eq!(home.conversation().line.text, "half a note");
    let mut third = moves_it(&home);
    third.wait("on to a third", |screen| screen.line_ends("half a note"));
    assert_eq!(home.conversation().notes.len(), 1);
    assert!(third.is_running() && second.is_running() && first.is_running());
}

#[test]
fn a_window_that_hangs_keeps_its_conversation_and_whoever_asked_is_told() {
    let home = Home::new();
    let mut first = first_window(&home);
    first.signal(Signal::STOP);
    let second = moves_it(&home);
    second.see("did not let go of this conversation");
    first.signal(Signal::CONT);
    first.write("te");
    first.wait("it goes on", |screen| screen.line_ends("half a note"));
    assert_eq!(home.conversation().line.text, "half a note");
    assert!(!home.file_names().iter().any(|name| name.ends_with("move")));
}
