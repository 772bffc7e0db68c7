//! A role-play from its first note to its last page, in a real terminal: what is kept, where, and what is not.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use super::{
    home::Home,
    piped::{TWENTY_PAST_TWO, piped},
    program::{Program, Start},
};

/// Names of threads, which no byte may be of before somebody asks for them.
const THREADS: [&str; 3] = ["Sunday, on the lino", "Beryl", "Careful with money"];

/// Every file in the folder of what is not real.
fn files(home: &Home) -> Vec<PathBuf> {
    let all = home.file_names().into_iter();
    let practice = all.filter(|name| name.starts_with("practice/"));
    practice.map(|name| home.path().join(name)).collect()
}

/// Listens to the first scenario, and keeps two notes.
fn listened(home: &Home) -> Program {
    let mut program = Start::in_home(home)
        .args(&["practice", "start", "only-about-the-bath"])
        .open();
    program.enter("Asks for a bath seat");
    program.see("Asks for a bath seat");
    program.enter("Slid down on Sunday");
    program.see("Slid down on Sunday");
    program
}

/// At the question with this title, from the one before it or any before that.
fn go_to(program: &mut Program, why_and_what: &str) {
    for _ in 0..20 {
        if program.screen().has(why_and_what) {
            return;
        }
        let before = program.screen();
        program.press("Tab");
        program.wait("the next question", |screen| screen.row(3) != before.row(3));
    }
    panic!("never asked: {why_and_what}\n{}", program.screen());
}

fn has_bytes(program: &Program, words: &str) -> bool {
    let bytes = program.bytes();
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn a_debrief_from_out_of_role_to_a_page_that_says_it_is_not_real() {
    let home = Home::new();
    let mut program = listened(&home);
    program.press("Ctrl+R");
    let screen = program.see("Out of role first. Say your own name");
    assert!(
        screen
            .row(1)
            .trim()
            .starts_with("Practice   Not real   Debrief"),
        "{screen}"
    );
    program.press("Enter");
    program.see("How did that feel?");
    program.enter("A bit rushed # at first");
    program.see("What are two things that worked well?");
    go_to(&mut program, "The threads are hidden.");
    for thread in THREADS {
        assert!(!has_bytes(&program, thread), "{thread} was sent");
    }
    program.write(" ");
    program.see("Sunday, on the lino");
    program.write("2");
    program.see("brushed past.");
    program.press("Enter");
    program.see("Write it up from memory");
    program.enter("She wants no fuss.");
    program.see("She wants no fuss.");
    program.press("Enter");
    program.see("Is this me?");
    program.write("1");
    program.see("Yes. In words");
    program.press("Enter");
    program.enter("Wait longer");
    program.see("That was the last question.");
    program.press("Ctrl+S");
    program.see("Throw it all away");
    program.write("2");
    program.see("Kept as a page, not real");
    let files = files(&home);
    assert_eq!(files.len(), 1, "{files:?}");
    let page = fs::read_to_string(&files[0]).expect("text");
    assert_eq!(page.lines().next(), Some("Practice   Not real"));
    for words in [
        "- A bit rushed # at first\n",
        "- Sunday, on the lino: brushed past\n",
        "- She wants no fuss.\n",
        "- Yes\n",
        "- Wait longer\n",
        "Slid down on Sunday\n",
    ] {
        assert!(page.contains(words), "{words} in\n{page}");
    }
    let records = home.path().join("practice/records/2026/03");
    assert!(files[0].starts_with(records), "{files:?}");
    let mode = fs::metadata(&files[0]).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(home.records().is_empty() && home.journals().is_empty());
}

#[test]
fn what_is_thrown_away_leaves_nothing_nor_do_the_tries_before_it() {
    let home = Home::new();
    let mut program = listened(&home);
    program.enter("/again");
    program.see("From the start");
    program.press("Enter");
    program.see("Try 2");
    program.enter("And again");
    program.press("Ctrl+R");
    program.see("Out of role first");
    program.press("Ctrl+S");
    program.see("and the try before it");
    program.press("Enter");
    program.see("Thrown away, and the try before it.");
    assert!(files(&home).is_empty(), "{:?}", files(&home));
    program.press("Ctrl+Q");
    assert!(program.finish().0.success());
    assert!(files(&home).is_empty(), "{:?}", files(&home));
}

#[test]
fn the_debrief_is_opened_of_what_was_played_last() {
    let home = Home::new();
    let mut program = listened(&home);
    program.press("Ctrl+Q");
    program.see("Listener sees this");
    program.press("Ctrl+Q");
    assert!(program.finish().0.success());
    let program = Start::in_home(&home).args(&["practice", "debrief"]).open();
    let screen = program.see("Out of role first. Say your own name");
    assert!(screen.row(1).contains("Debrief"), "{screen}");
    drop(program);
    let none = Home::new();
    let program = Start::in_home(&none).args(&["practice", "debrief"]).open();
    program.see("Nothing that was played is here to talk over.");
}

#[test]
fn what_an_observer_counted_is_beside_the_debrief_and_on_its_page() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .args(&["practice", "observe", "only-about-the-bath"])
        .open();
    program.write("116");
    program.see("6  Closed question");
    program.enter(" and what would you cook?");
    program.press("Ctrl+Q");
    program.see("Listener sees this");
    program.press("Ctrl+Q");
    assert!(program.finish().0.success());
    let mut program = listened(&home);
    program.press("Ctrl+R");
    program.see("Out of role first.");
    go_to(&mut program, "Read the tally");
    program.see("Counted: Open question 2, Closed question");
    program.see("Heard at 0:0");
    program.see("A closed question is sometimes the right one.");
    program.press("Ctrl+S");
    program.see("Throw it all away");
    program.write("2");
    program.see("Kept as a page, not real");
    let pages = files(&home).into_iter();
    let pages: Vec<PathBuf> = pages
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    let page = fs::read_to_string(&pages[0]).expect("text");
    assert!(
        page.contains("- Open question 2, Closed question"),
        "{page}"
    );
    assert!(page.contains("\"and what would you cook?\""), "{page}");
}

/// What comes of these lines, line by line.
fn line_by_line(home: &Home, args: &[&str], lines: &str) -> String {
    let args = [args, &["--plain"]].concat();
    let output = piped(TWENTY_PAST_TWO, home, &args, lines);
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn line_by_line_each_question_is_said_once_and_threads_when_asked_for() {
    let home = Home::new();
    let play = ["practice", "start", "only-about-the-bath"];
    line_by_line(&home, &play, "Slid down on Sunday\n");
    let debrief = ["practice", "debrief"];
    let first = line_by_line(&home, &debrief, "\nA bit rushed\n/next\n/all\n");
    assert_eq!(
        first.matches("How did that feel? 2 of 17.").count(),
        1,
        "{first}"
    );
    for said in [
        "Practice. Not real. Debrief. It's only about the bath.",
        "Out of role first.",
        "To the listener, first. What are two things that worked well? 3 of 17.",
        "To whoever was played. What are two things the listener did that helped? 4 of 17.",
        "How did that feel?\nA bit rushed.\n",
    ] {
        assert!(first.contains(said), "{said} in\n{first}");
    }
    for thread in THREADS {
        assert!(!first.contains(thread), "{thread} in\n{first}");
    }
    let second = line_by_line(
        &home,
        &debrief,
        "/threads\n1\n3\n2\n\nNo fuss.\n\n2\n/finish\n2\n",
    );
    for said in [
        "Sunday, on the lino. How long she was there, and how she got up.\n1 heard. 2 brushed past. 3 not met.",
        "Choir, and Beryl: not met.",
        "Write it up from memory",
        "No fuss.\n1 Yes. 2 Partly. 3 No.",
        "1 Throw it all away. nothing of it is kept.",
        "Kept as a page, not real:",
    ] {
        assert!(second.contains(said), "{said} in\n{second}");
    }
    let files = files(&home);
    assert_eq!(files.len(), 1, "{files:?}");
    let page = fs::read_to_string(&files[0]).expect("text");
    assert!(
        page.contains("- Careful with money: brushed past\n"),
        "{page}"
    );
    assert!(page.contains("- Partly\n"), "{page}");
}
