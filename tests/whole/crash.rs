//! Killed at any instant, with no warning: every character that was on the screen is there on the next start.

use super::{
    home::Home,
    program::{Program, Start},
    screen::Screen,
    words::{Chance, is_ours, word},
};

/// Homes killed over and over, and the kills of each: 200 in all, two homes at a time.
const HOMES: u64 = 20;
const KILLS: usize = 10;

#[test]
fn killed_at_any_instant_nothing_shown_is_lost() {
    std::thread::scope(|scope| {
        for worker in 0..2 {
            scope.spawn(move || {
                (0..HOMES)
                    .filter(|seed| seed % 2 == worker)
                    .for_each(kill_often)
            });
        }
    });
}

/// Types at speed in one home, killed and started again over and over.
fn kill_often(seed: u64) {
    let home = Home::new();
    let mut chance = Chance::new(seed);
    let mut typed = 0;
    let mut shown = Screen::default();
    for kill in 0..KILLS {
        let context = format!("seed {seed}, kill {kill}");
        let mut program = Start::in_home(&home).open();
        if kill > 0 {
            program.press("Enter");
            carried_on(&program, &shown, &context);
        }
        type_at_speed(&mut program, &mut chance, &mut typed);
        shown = program.kill();
        assert_kept(&home, &shown, &context);
    }
}

/// Types some words, and waits only until one of their letters is on the screen.
fn type_at_speed(program: &mut Program, chance: &mut Chance, typed: &mut usize) {
    let count = 1 + chance.below(12);
    let words: Vec<String> = (*typed..*typed + count).map(word).collect();
    *typed += count;
    for word in &words {
        program.write(word);
        match chance.below(6) {
            0 => program.press("Enter"),
            1 => program.press("Tab"),
            _ => program.write(" "),
        }
    }
    let last = &words[chance.below(count)];
    let part = &last[..1 + chance.below(last.len())];
    program.wait("a letter of what was typed", |screen| screen.has(part));
}

/// What is shown after carrying on has all that was shown before.
fn carried_on(program: &Program, before: &Screen, context: &str) {
    // Words typed and not yet painted may have pushed the oldest rows out of sight: those are looked for on the disk.
    let line: Vec<&str> = before
        .line()
        .split_whitespace()
        .filter(|word| is_ours(word))
        .collect();
    program.wait(&format!("{context}: {line:?}"), |screen| {
        !screen.row(1).contains("Alongside") && line.iter().all(|word| screen.has(word))
    });
}

/// Every word and part of a word that was on the screen is in the one open conversation.
fn assert_kept(home: &Home, shown: &Screen, context: &str) {
    let kept = home.conversation();
    let notes = kept.notes.iter().map(|note| note.text.as_str());
    let kept: Vec<&str> = notes
        .chain([kept.line.text.as_str()])
        .flat_map(str::split_whitespace)
        .collect();
    for word in shown.words().filter(|word| is_ours(word)) {
        let found = kept.iter().any(|one| one.starts_with(word));
        assert!(
            found,
            "{context}: {word} was shown and is not kept\n{shown}\n{kept:?}"
        );
    }
}

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
fn killed_in_the_middle_of_saving() {
    const NOTE: &str = "Frightened of the step";
    let mut chance = Chance::new(12);
    let mut saved = 0;
    for turn in 0..24 {
        let home = Home::new();
        let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
        program.enter(&format!("! {NOTE}"));
        program.press("Ctrl+R");
        program.press("Ctrl+S");
        program.see("Save and finish");
        program.press("Enter");
        // Somewhere between the key and Home, and now and then after it.
        if turn % 6 == 0 {
            program.see("Saved.");
        } else {
            spin(chance.below(4000));
        }
        program.kill();
        let records = home.records();
        if records.is_empty() {
            assert_eq!(home.conversation().notes[0].text, NOTE, "still open");
        } else {
            saved += 1;
            let record = home.record();
            assert!(record.contains(&format!("- {NOTE}\n")), "{record}");
            assert!(record.ends_with("all was well.\n"), "{record}");
        }
        let next = Start::in_home(&home).open();
        let screen = next.screen();
        let open = screen.has("Carry on");
        assert_eq!(
            open,
            records.is_empty(),
            "in one place and not in both\n{screen}"
        );
    }
    assert!(saved >= 4, "some were saved: {saved}");
}

/// Passes a moment that is too short to sleep for.
fn spin(microseconds: usize) {
    let begun = std::time::Instant::now();
    while begun.elapsed().as_micros() < microseconds as u128 {
        std::hint::spin_loop();
    }
}
