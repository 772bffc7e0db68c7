//! On one's own in a real terminal: listening keys alone hear every thread, and a program killed in the middle of it is
//! carried on with at the same place.

use super::{
    home::Home,
    program::{Program, Start},
    screen::Screen,
};

/// Tall enough for the whole end.
const TALL: (u16, u16) = (100, 120);

/// The person's first words on this card.
const OPENING: &str = "I want one of those seats";

/// Waits for it, and holds that row 1 says it is not real.
fn says(program: &Program, what: &str) -> Screen {
    let screen = program.see(what);
    let row = screen.row(1).trim_start();
    assert!(row.starts_with("Practice   Not real"), "{what}\n{screen}");
    screen
}

/// How many rows of the talk there are.
fn said(screen: &Screen) -> Vec<String> {
    let rows = screen.rows.iter().map(|row| row.trim());
    let talk =
        rows.filter(|row| row.starts_with("You: ") || row.starts_with("Winifred Okafor: \""));
    talk.map(str::to_owned).collect()
}

#[test]
fn listening_alone_hears_every_thread_and_a_kill_in_the_middle_loses_no_turn() {
    let home = Home::new();
    let (columns, rows) = TALL;
    let start = ["practice", "start", "only-about-the-bath", "--alone"];
    let mut program = Start::in_home(&home).size(columns, rows).args(&start).run();
    says(&program, OPENING);
    program.write("32");
    program.enter("How do you manage?");
    says(&program, "What did you do?");
    program.write("1");
    says(&program, "An open question about");
    program.write("1");
    says(&program, "You: How do you manage?");
    program.write("and then");
    let before = program.wait("the words", |screen| screen.line_ends("and then"));
    program.kill();

    let practice = Start::in_home(&home)
        .size(columns, rows)
        .args(&["practice"]);
    let mut program = practice.run();
    says(&program, "Listener sees this");
    program.enter("/so-far");
    says(&program, "on your own");
    program.press("Enter");
    says(&program, "Go on with it");
    program.write("1");
    let after = program.wait("where it was", |screen| screen.line_ends("and then"));
    assert_eq!(said(&after), said(&before));
    assert!(said(&after).len() > 6, "{after}");

    program.press("Ctrl+U");
    // Its four topics, a few times over: a pause, what was said said back, an open question.
    for _ in 0..4 {
        for topic in 1..=4 {
            program.write(&format!("321{topic}"));
        }
    }
    program.press("Ctrl+R");
    let end = says(&program, "One thing to try");
    assert!(end.has("What you heard"), "{end}");
    assert!(!end.has("What is still to hear"), "{end}");
    assert!(!end.has("%") && !end.has("score"), "{end}");

    program.press("Ctrl+S");
    says(&program, "Is any of it kept?");
    program.press("Enter");
    says(&program, "Nothing of it is kept");
    program.enter("/so-far");
    says(&program, "Nothing played is kept here");
}

#[test]
fn line_by_line_the_person_answers_what_a_number_says_was_done() {
    let home = Home::new();
    let start = [
        "practice",
        "start",
        "only-about-the-bath",
        "--alone",
        "--plain",
    ];
    let mut program = Start::in_home(&home).size(100, 60).args(&start).run();
    program.see(OPENING);
    program.enter("What would a good morning be?");
    program.see("What did you do? 1 Ask an open question");
    program.enter("1");
    program.see("An open question about: 1 ");
    program.enter("1");
    program.see(": \"");
    program.enter("3");
    program.enter("/undo");
    program.see("Taken back: Wait");
    program.enter("/end");
    program.see("THE PATH YOU TOOK");
    program.see("What would a good morning be?");
    program.enter("/save");
    program.see("1 Throw it all away");
    program.enter("2");
    program.see("Kept as a page");
}
