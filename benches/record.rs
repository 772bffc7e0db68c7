//! The record of a long talk: three hours, about 600 notes.

mod support;

use alongside::record::{self, Record};
use divan::{Bencher, black_box};
use support::Program;

fn main() {
    divan::main();
}

/// From the conversation to Markdown.
#[divan::bench(args = [600])]
fn written(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::home();
    let program = Program::talking(&home, notes);
    let talk = program.app.desk.talk().expect("is in hand");
    bencher.bench(|| record::markdown(&Record::from_conversation(black_box(talk), talk.last)));
}

/// How much is in, as Read back says on every frame.
#[divan::bench(args = [600])]
fn tallied(bencher: Bencher<'_, '_>, notes: usize) {
    let (_folder, home) = support::home();
    let program = Program::talking(&home, notes);
    let talk = program.app.desk.talk().expect("is in hand");
    bencher.bench(|| record::tally(black_box(talk)));
}
