//! One key press, from the key to the bytes for the terminal: the desk decides, the journal has it, the row is drawn.

mod support;

use alongside::app::Key;
use divan::Bencher;
use support::{Program, a_letter_and_back};

fn main() {
    divan::main();
}

/// A letter typed.
#[divan::bench(args = [0, 2_000], min_time = 1)]
fn letter(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::home();
    a_letter_and_back(bencher, Program::talking(&home, notes));
}

/// The same in a sealed home, at a typist's pace: twenty keys a second, for the worker and a team recovery key. What is
/// timed is the key alone, not the pause before it, in which the headers of the next ones are made.
#[divan::bench(args = [0, 2_000], sample_count = 100, sample_size = 1)]
fn letter_sealed(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::sealed_home();
    at_a_typists_pace(bencher, Program::talking(&home, notes));
}

/// The same pace in plain text, to compare with.
#[divan::bench(args = [0, 2_000], sample_count = 100, sample_size = 1)]
fn letter_plain(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::home();
    at_a_typists_pace(bencher, Program::talking(&home, notes));
}

fn at_a_typists_pace(bencher: Bencher<'_, '_>, program: Program) {
    let program = std::cell::RefCell::new(program);
    bencher
        .with_inputs(|| std::thread::sleep(std::time::Duration::from_millis(50)))
        .bench_local_values(|()| program.borrow_mut().key(Key::Char('a')));
}

/// A note kept: typed beforehand, timed from Enter.
#[divan::bench(args = [0, 2_000], sample_count = 200, sample_size = 1)]
fn enter(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::home();
    let program = std::cell::RefCell::new(Program::talking(&home, notes));
    bencher
        .with_inputs(|| {
            for letter in "She cooks".chars() {
                program.borrow_mut().key(Key::Char(letter));
            }
        })
        .bench_local_values(|()| program.borrow_mut().key(Key::Enter));
}
