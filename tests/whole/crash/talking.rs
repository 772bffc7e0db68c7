//! Killed while a conversation goes on: every character that was on the screen is on the line or in a note.

use std::{collections::BTreeMap, thread, time::Duration};

use alongside::conversation::Conversation;

use super::matrix::{Doing, Trial};
use crate::{
    home::{PASSPHRASE, told},
    program::{Program, Start},
    screen::Screen,
    words::{is_ours, word},
};

/// Between the last key and the kill, at most.
const LONGEST: Duration = Duration::from_millis(30);

/// Longer than starting takes, as a rule.
const STARTING: Duration = Duration::from_millis(500);

/// A letter that does not show.
const DOT: char = '·';

/// One conversation, killed and carried on over and over.
pub fn kill(trial: &mut Trial) {
    let mut typist = Typist::default();
    let mut line = String::new();
    for kill in 0..trial.kills {
        let mut program = started(trial, kill);
        if kill == 0 {
            typist.begins(&mut program);
        }
        if trial.doing != Doing::CarryingOn || kill == 0 {
            carried_on(&program, &line);
            typist.types(trial, &mut program);
            trial.any_instant(LONGEST);
        } else {
            typist.types_while_it_starts(trial, &mut program);
        }
        let last = program.kill();
        trial.count.kills += 1;
        let talk = all_of_it_reads(trial);
        match trial.doing {
            Doing::Undoing => is_a_state_of_it(trial, &program.last_frame()),
            // Before the first frame the terminal itself shows what is typed.
            Doing::CarryingOn => is_kept(trial, &talk, &mut typist, &program.last_frame()),
            _ => is_kept(trial, &talk, &mut typist, &last),
        }
        trial.count.done += usize::from(trial.doing == Doing::Folding && is_folded(trial));
        line = talk.line.text;
    }
}

/// The one conversation. Nothing of it was set aside, and nothing of it does not open.
fn all_of_it_reads(trial: &Trial) -> Conversation {
    for (_, read) in trial.home.read_journals() {
        assert!(read.set_aside.is_empty() && read.unopened == 0, "{read:?}");
    }
    trial.home.conversation()
}

fn is_folded(trial: &Trial) -> bool {
    let names = trial.home.file_names();
    let mut names = names.iter().filter_map(|name| name.rsplit('/').next());
    names.any(|name| name.starts_with("journal.") && name.contains('-'))
}

fn started(trial: &Trial, kill: usize) -> Program {
    let args: &[&str] = if kill == 0 {
        &["new", "listen"]
    } else {
        &["carry-on"]
    };
    let mut start = Start::in_home(&trial.home).size(120, 60).args(args);
    if trial.doing == Doing::Folding {
        start = start.env("ALONGSIDE_TEST_FOLD_AT", "300");
    }
    if kill == 0 {
        return start.open();
    }
    let mut program = start.run();
    if trial.sealed {
        program.see("Passphrase:");
        program.enter(PASSPHRASE);
    }
    program
}

/// What is shown after carrying on has all that was on the line.
fn carried_on(program: &Program, line: &str) {
    program.wait(&format!("carried on, with {line:?}"), |screen| {
        screen.row(1).contains("from 14:20")
            && !screen.has("Passphrase:")
            && line.split_whitespace().all(|word| screen.has(word))
    });
    assert!(!program.screen().has("could not be opened"));
}

/// Whoever types, and what is known of it.
#[derive(Default)]
struct Typist {
    typed: usize,
    /// What the conversation held after the kill before.
    kept: Vec<String>,
    /// Words that were seen on the screen before it was hidden.
    seen: Vec<String>,
}

impl Typist {
    fn next_word(&mut self) -> String {
        self.typed += 1;
        word(self.typed - 1)
    }

    /// A word, so that there is a conversation to carry on with.
    fn begins(&mut self, program: &mut Program) {
        let word = self.next_word();
        program.write(&format!("{word} "));
        program.see(&word);
    }

    fn types(&mut self, trial: &mut Trial, program: &mut Program) {
        match trial.doing {
            Doing::Typing(rate) => self.types_at(trial, program, rate),
            Doing::CarryingOn => self.types_at(trial, program, 100),
            Doing::ReadingBack => self.reads_back(trial, program),
            Doing::Folding => self.types_notes(trial, program),
            Doing::Undoing => self.undoes(trial, program),
            Doing::Locking => self.hides(trial, program),
            Doing::Saving | Doing::Following | Doing::Adding | Doing::Turning => {
                unreachable!("no talk")
            }
        }
    }

    /// Letter by letter, at so many a second, for at most a second and a half.
    fn types_at(&mut self, trial: &mut Trial, program: &mut Program, rate: u32) {
        let mut left = 1 + trial.chance.below(rate as usize * 3 / 2);
        while left > 0 {
            let word = self.next_word();
            let end = if trial.now_and_then(5) { "\r" } else { " " };
            for letter in format!("{word}{end}").chars().take(left) {
                program.write(&letter.to_string());
                thread::sleep(Duration::from_secs(1) / rate);
                left -= 1;
            }
        }
    }

    /// Keys sent while it starts, and a kill somewhere in it.
    fn types_while_it_starts(&mut self, trial: &mut Trial, program: &mut Program) {
        for _ in 0..trial.chance.below(3) {
            let word = self.next_word();
            // The first letter could be taken for a choice on Home, which these letters are not.
            program.write(&format!("{word} "));
        }
        trial.any_instant(STARTING);
    }

    fn types_notes(&mut self, trial: &mut Trial, program: &mut Program) {
        for _ in 0..2 + trial.chance.below(12) {
            let (one, two) = (self.next_word(), self.next_word());
            program.enter(&format!("{one} {two}"));
            thread::sleep(Duration::from_millis(trial.chance.below(25) as u64));
        }
        let half = self.next_word();
        program.write(&half[..1 + trial.chance.below(half.len())]);
    }

    fn reads_back(&mut self, trial: &mut Trial, program: &mut Program) {
        for _ in 0..2 {
            let word = self.next_word();
            program.enter(&word);
            program.wait("kept", |screen| screen.has(&word) && screen.line_is_empty());
        }
        program.press("Ctrl+R");
        for _ in 0..trial.chance.below(20) {
            let typed = [
                " ", "Down", "Up", "Delete", "Word", "Ctrl+R", "Esc", "Enter",
            ];
            match *trial.chance.one_of(&typed) {
                "Word" => program.write(&self.next_word()),
                key => program.press(key),
            }
            thread::sleep(Duration::from_millis(trial.chance.below(20) as u64));
        }
    }

    fn undoes(&mut self, trial: &mut Trial, program: &mut Program) {
        for _ in 0..5 + trial.chance.below(40) {
            match trial.chance.below(10) {
                0..3 => program.press("Ctrl+Z"),
                3..5 => program.press("Ctrl+Y"),
                5 => program.press("Enter"),
                _ => program.write(&format!("{} ", self.next_word())),
            }
            thread::sleep(Duration::from_millis(trial.chance.below(20) as u64));
        }
    }

    fn hides(&mut self, trial: &mut Trial, program: &mut Program) {
        let word = self.next_word();
        program.enter(&word);
        program.wait("kept", |screen| screen.has(&word) && screen.line_is_empty());
        self.seen.push(word);
        if trial.sealed {
            program.enter("/lock");
            program.see("Everything is hidden");
        } else {
            program.press("Ctrl+P");
        }
        self.types_at(trial, program, 60);
    }
}

/// All that was painted is kept, and all that was kept before.
fn is_kept(trial: &mut Trial, talk: &Conversation, typist: &mut Typist, painted: &Screen) {
    let kept = words_of(talk);
    let mut ours: Vec<&str> = painted_words(painted).collect();
    // A word that was half there must not stand for one that was there: each is found for itself, the longest first.
    // Read back shows some twice.
    let once = trial.doing != Doing::ReadingBack;
    ours.sort_by_key(|word| std::cmp::Reverse(word.len()));
    // Letters that narrow a list are no note, and are kept all the same.
    let sought = talk.sought().split_whitespace();
    let mut left: Vec<&str> = kept.iter().map(String::as_str).chain(sought).collect();
    for word in &ours {
        let same = left.iter().position(|one| one == word);
        let at = same.or_else(|| left.iter().position(|one| one.starts_with(word)));
        let Some(at) = at else {
            panic!("{word} was shown and is not kept\n{painted}\n{kept:?}");
        };
        if once {
            left.swap_remove(at);
        }
        trial.count.painted += word.len();
    }
    for word in typist.kept.iter().chain(&typist.seen) {
        // What was half there may have been gone on with.
        let found = kept.iter().any(|one| one.contains(word.as_str()));
        assert!(found, "{word} was kept before and is not now\n{kept:?}");
    }
    let dots = painted.line().chars().filter(|letter| *letter == DOT);
    let (dots, line) = (dots.count(), talk.line.text.chars().count());
    assert!(
        dots <= line,
        "{dots} letters were there, {line} are\n{painted}"
    );
    trial.count.painted += dots;
    typist.kept = kept;
}

/// What was painted is how the conversation was at one time: so what is kept is that, or what came after it.
fn is_a_state_of_it(trial: &mut Trial, painted: &Screen) {
    let shown = counted(painted_words(painted));
    let journals = trial.home.read_journals();
    let (id, read) = journals.first().expect("a conversation");
    let mut states = (1..=read.events.len()).rev().filter_map(|count| {
        let talk = told(id.clone(), &read.events[..count])?;
        Some(words_of(&talk))
    });
    let found = states.any(|words| counted(words.iter().map(String::as_str)) == shown);
    let now = trial.home.conversation();
    assert!(
        found || shown.is_empty(),
        "it never was like this\n{painted}\n{:?}",
        words_of(&now)
    );
    trial.count.painted += shown
        .iter()
        .map(|(word, times)| word.len() * times)
        .sum::<usize>();
}

/// Our words on a screen, less those in what the program says of them.
fn painted_words(painted: &Screen) -> impl Iterator<Item = &str> {
    let said = ["Undone", "Redone", "Your line ends"];
    let rows = painted.rows.iter();
    rows.filter(move |row| !said.iter().any(|said| row.contains(said)))
        .flat_map(|row| row.split_whitespace())
        .filter(|word| is_ours(word))
}

fn counted<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for word in words {
        *counted.entry(word.to_owned()).or_default() += 1;
    }
    counted
}

fn words_of(talk: &Conversation) -> Vec<String> {
    let notes = talk.notes.iter().map(|note| note.text.as_str());
    let words = notes
        .chain([talk.line.text.as_str()])
        .flat_map(str::split_whitespace);
    words.map(str::to_owned).collect()
}
