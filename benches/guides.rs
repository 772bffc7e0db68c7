//! Reading and checking a thousand guides, as a large team's folder might hold.

use alongside::guide::{BUILT_IN, Shelf, check};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

/// Each read with its positions, linted, and its borrowing followed.
#[divan::bench(args = [1_000], sample_count = 10, sample_size = 1)]
fn checked(bencher: Bencher<'_, '_>, count: usize) {
    let shelf = Shelf::new(vec![]);
    let files: Vec<(String, String)> = (0..count).map(file).collect();
    bencher.counter(ItemsCount::new(count)).bench(|| {
        let found = files
            .iter()
            .map(|(name, text)| check(name, text, &shelf).problems.len());
        found.sum::<usize>()
    });
}

/// A built-in guide under another name and id.
fn file(nth: usize) -> (String, String) {
    let guide = &BUILT_IN[nth % BUILT_IN.len()];
    let id = format!("id = \"{}\"", guide.id);
    let own = format!("id = \"team-{nth}\"");
    (
        format!("team-{nth}.toml"),
        guide.text.replacen(&id, &own, 1),
    )
}
