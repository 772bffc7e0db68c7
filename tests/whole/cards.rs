//! What the listener's terminal is sent before somebody presses the key for a card: nothing of any card.

use std::{collections::BTreeSet, fs, path::Path};

use alongside::{
    guide::Shelf,
    practice::{Page, Scenario, Scenarios, as_text, card},
};

use super::{home::Home, program::Start};

/// Shorter words than this are anybody's.
const TELLING: usize = 5;

fn words_of(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let words = words.filter(|word| word.chars().count() >= TELLING);
    words.map(str::to_lowercase).collect()
}

fn words_on(page: &Page) -> BTreeSet<String> {
    words_of(&as_text(page, 10_000))
}

/// Every word the program may say by itself: its sentences, its guides, the frame of a page.
fn words_of_the_program() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut words = BTreeSet::new();
    for folder in [
        "src/words",
        "src/app",
        "src/app/table",
        "src/practice",
        "src/tui/view",
        "guides",
    ] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(path).unwrap_or_default();
            words.extend(words_of(&text));
        }
    }
    words
}

/// Words that are on the cards of this scenario and nowhere else.
fn telling(scenario: &Scenario, others: &BTreeSet<String>) -> BTreeSet<String> {
    let cards = scenario.actors.iter();
    let on_cards = cards.flat_map(|actor| words_on(&card::actor(scenario, actor)));
    on_cards.filter(|word| !others.contains(word)).collect()
}

/// The bytes a terminal was sent, with what steers it left out.
fn letters(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut letters = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            // To the letter that ends the sequence. Others end with a bell, and hold no words of ours.
            rest.by_ref()
                .find(|c| c.is_ascii_alphabetic() || *c == '\u{7}');
            letters.push(' ');
        } else {
            letters.push(c);
        }
    }
    letters.to_lowercase()
}

#[test]
fn no_byte_of_a_card_reaches_the_terminal_before_the_key_for_it() {
    let scenarios = Scenarios::new(&[], &Shelf::default());
    let all: Vec<&Scenario> = (0..scenarios.len())
        .filter_map(|at| scenarios.nth(at))
        .collect();
    let mut others = words_of_the_program();
    for scenario in &all {
        others.extend(words_on(&card::listener(scenario)));
        // What a trainer makes happen is listed by its title while it is played.
        others.extend(scenario.injects.iter().flat_map(|one| words_of(&one.title)));
    }
    let home = Home::new();
    let mut program = Start::in_home(&home).size(80, 24).args(&["practice"]).run();
    for (at, scenario) in all.iter().enumerate() {
        program.see(&format!("Scenario {} of {}", at + 1, all.len()));
        // Nothing of it is shown while it is played, either.
        program.press("Enter");
        program.see("Listening");
        program.enter(&format!("Heard {at}"));
        program.see(&format!("Heard {at}"));
        program.enter("/again");
        program.see("Try again from");
        program.press("Esc");
        program.press("Ctrl+Q");
        program.see(&format!("Scenario {} of {}", at + 1, all.len()));
        let sent = letters(&program.bytes());
        let telling = telling(scenario, &others);
        assert!(telling.len() > 8, "{telling:?}");
        for word in &telling {
            assert!(
                !sent.contains(word.as_str()),
                "{}: {word} was sent",
                scenario.id
            );
        }
        program.press("Right");
    }
    // Round at the end, to the first of them.
    program.see("Scenario 1 of");
    program.write(" ");
    program.see("Card for whoever plays");
    let sent = letters(&program.bytes());
    let told = telling(all[0], &others);
    assert!(
        told.iter().any(|word| sent.contains(word.as_str())),
        "{told:?}"
    );
    program.press("Esc");
    program.see("Listener sees this");
}

#[test]
fn every_first_row_of_practice_says_it_is_not_real() {
    let home = Home::new();
    let mut program = Start::in_home(&home).size(60, 20).args(&["practice"]).run();
    let says = |program: &super::program::Program, what: &str| {
        let screen = program.see(what);
        assert!(
            screen
                .row(1)
                .trim_start()
                .starts_with("Practice   Not real"),
            "{what}\n{screen}"
        );
    };
    says(&program, "Listener sees this");
    program.write(" ");
    says(&program, "Card for whoever plays");
    program.press("Esc");
    program.press("F1");
    says(&program, "Letters always type");
    program.press("Esc");
    program.press("Enter");
    says(&program, "Listening");
    program.enter("Rang about a seat");
    says(&program, "Rang about a seat");
    program.press("Ctrl+P");
    says(&program, "Paused");
    program.press("Enter");
    program.enter("/inject");
    says(&program, "make something happen");
    program.write("1");
    says(&program, "Trainer: Now:");
    program.enter("/so-far");
    program.press("Esc");
    program.press("Ctrl+Q");
    says(&program, "/so-far");
}
