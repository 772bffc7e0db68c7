//! Observing: a stroke is on the screen in the next frame and on the disk before it, is taken back, and finds its way
//! beside what was played, from another window or another computer.

use std::{fs, process::Output, thread, time::Duration};

use alongside::practice::watch::{Tally, Watched};

use super::{
    home::Home,
    piped::{TWENTY_PAST_TWO, piped},
    program::{Program, Start},
    screen::Screen,
};

const SCENARIO: &str = "only-about-the-bath";

fn observe(home: &Home) -> Program {
    Start::in_home(home)
        .args(&["practice", "observe", SCENARIO])
        .open()
}

/// The count on the screen beside this tally.
fn shown(screen: &Screen, tally: Tally) -> Option<usize> {
    let row = screen.rows.iter().find(|row| row.contains(tally.title()))?;
    let after = row.split(tally.title()).nth(1)?;
    after.split_whitespace().next()?.parse().ok()
}

fn counts(program: &Program, tally: Tally, count: usize) -> Screen {
    program.wait(&format!("{count} of {tally:?}"), |screen| {
        shown(screen, tally) == Some(count)
    })
}

/// What the one observer's part on the disk holds.
fn kept(home: &Home) -> Watched {
    let all = home.conversations();
    let mut watched = all.iter().filter_map(Watched::of);
    let one = watched.next().expect("an observer's part");
    assert!(watched.next().is_none(), "only one");
    one
}

#[test]
fn a_stroke_shows_is_taken_back_and_outlives_a_kill() {
    let home = Home::new();
    let mut program = observe(&home);
    assert!(
        program
            .screen()
            .row(1)
            .contains("Practice   Not real   Observer")
    );
    program.write("116");
    counts(&program, Tally::ClosedQuestion, 1);
    program.press("Ctrl+Z");
    counts(&program, Tally::ClosedQuestion, 0);
    program.enter("and what would you cook?");
    program.wait("the words", |screen| {
        screen.has("Last: \"and what would you cook?\"") && screen.line_is_empty()
    });
    program.write("-");
    counts(&program, Tally::Fix, 1);
    let last = program.kill();
    assert_eq!(shown(&last, Tally::OpenQuestion), Some(2));
    let watched = kept(&home);
    assert_eq!(watched.count(Tally::OpenQuestion), 2);
    assert_eq!(watched.count(Tally::ClosedQuestion), 0);
    assert_eq!(watched.count(Tally::Fix), 1);
    assert_eq!(watched.quotes.len(), 1);
    let mut program = Start::in_home(&home).args(&["practice"]).open();
    program.enter("/so-far");
    program.see("observed");
    program.press("Enter");
    program.see("Go on with it");
    program.write("1");
    counts(&program, Tally::OpenQuestion, 2);
    program.press("Ctrl+R");
    program.wait("minute by minute", |screen| {
        screen.has("Open question 2, Fixed it for them")
            && screen.has("\"and what would you cook?\"")
            && screen.has("It is not a score")
    });
}

/// Killed at any instant while strokes are made as fast as they come: all that was ever on the screen is on the disk.
#[test]
fn no_stroke_that_was_shown_is_lost() {
    let mut seen = 0;
    for kill in 0..12_u64 {
        let home = Home::new();
        let mut program = observe(&home);
        for _ in 0..20 {
            program.write("12");
        }
        thread::sleep(Duration::from_millis(kill * 3));
        program.kill();
        let painted = program.last_frame();
        let watched = home.conversations().iter().find_map(Watched::of);
        for tally in [Tally::OpenQuestion, Tally::SaidItBack] {
            let painted = shown(&painted, tally).unwrap_or(0);
            let kept = watched.as_ref().map_or(0, |watched| watched.count(tally));
            seen += painted;
            assert!(painted <= kept, "{painted} painted, {kept} kept");
            assert!(kept <= 20);
        }
    }
    assert!(seen > 0, "every kill came before anything was shown");
}

#[test]
fn what_another_window_observes_is_found_and_its_file_is_brought_to_another_computer() {
    let home = Home::new();
    let mut player = Start::in_home(&home)
        .args(&["practice", "start", SCENARIO])
        .open();
    player.enter("Slid down on Sunday");
    player.see("  Slid down on Sunday");
    let mut observer = Start::in_home(&home).args(&["practice", "observe"]).run();
    observer.see("which another window plays now");
    observer.write("1150");
    counts(&observer, Tally::Strength, 1);
    player.enter("/bring");
    player.see("Found what 1 observer counted");

    let elsewhere = tempfile::tempdir().expect("a folder");
    let file = elsewhere.path().join("watched.txt");
    let name = file.display().to_string();
    observer.enter(&format!("/carry {name}"));
    observer.see("/bring and its name");
    let text = fs::read_to_string(&file).expect("written");
    let first = text.lines().next().expect("a line");
    assert!(first.contains("Practice   Not real"), "{first}");
    observer.enter(&format!("/carry {name}"));
    observer.see("There is already something called");
    let inside = home.path().join("watched.txt");
    observer.enter(&format!("/carry {}", inside.display()));
    observer.see("in Alongside's own folder");

    let other = Home::new();
    let mut player = Start::in_home(&other)
        .args(&["practice", "start", SCENARIO])
        .open();
    player.enter("Slid down on Sunday");
    player.see("  Slid down on Sunday");
    player.enter("/bring");
    player.see("Nothing was observed of this");
    player.enter(&format!("/bring {name}"));
    player.see("Brought in: 3 counted and 0 heard");
    let hostile = elsewhere.path().join("hostile.txt");
    fs::write(&hostile, "\u{1b}]2;x\u{7} no journal\n\u{202e}{\"v\":1}\n").expect("written");
    player.enter(&format!("/bring {}", hostile.display()));
    player.see("does not hold what an observer counted");
    fs::write(&hostile, text.replace(SCENARIO, "another")).expect("written");
    player.enter(&format!("/bring {}", hostile.display()));
    player.see("That was observed of It's only about the bath");
    player.enter(&format!("/bring {}", elsewhere.path().display()));
    player.see("is not an ordinary file");
}

#[test]
fn with_nothing_played_there_is_a_scenario_to_choose() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["practice", "observe"]).open();
    program.see("Nothing is being played on this computer");
    program.enter("/observe");
    program.see("Press a number each time");
}

fn ran(home: &Home, args: &[&str], typed: &str) -> Output {
    piped(TWENTY_PAST_TWO, home, args, typed)
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

#[test]
fn line_by_line_a_number_counts_and_what_is_kept_is_listed_and_carried() {
    let home = Home::new();
    let args = ["practice", "observe", SCENARIO, "--plain"];
    let typed = "1\n1\n6\n/undo\n0\n-\n 1 tin a week\nand what would you cook?\n/minutes\n";
    let said = ran(&home, &args, typed);
    assert_eq!(said.status.code(), Some(0), "{said:?}");
    let said = out(&said);
    for words in [
        "A number alone on a line counts.",
        "Open question, 1.\nOpen question, 2.\nClosed question, 1.\nTaken back: Closed question\nThe listener talks.\nFixed it for them, 1.\nMinute 0. Open question 2, Fixed it for them.",
        "Heard: 1 tin a week. Heard: and what would you cook?",
        "It is not a score.",
    ] {
        assert!(said.contains(words), "{words:?} in\n{said}");
    }
    let watched = kept(&home);
    assert_eq!((watched.tallies.len(), watched.quotes.len()), (3, 2));

    let kept = out(&ran(&home, &["practice", "list", "--kept"], ""));
    let mut lines = kept.lines();
    assert_eq!(lines.next(), Some("Practice   Not real"));
    let line = lines.next().expect("a line");
    assert!(line.starts_with(watched.id.as_str()), "{line}");
    assert!(
        line.contains("observed") && line.ends_with("6 notes"),
        "{line}"
    );

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("watched.txt").display().to_string();
    let carry = ["practice", "carry", watched.id.as_str(), file.as_str()];
    let carried = ran(&home, &carry, "");
    assert_eq!(carried.status.code(), Some(0), "{carried:?}");
    assert!(out(&carried).starts_with("Practice   Not real\n"));
    assert_eq!(ran(&home, &carry, "").status.code(), Some(3));
}
