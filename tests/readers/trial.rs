//! All inputs of one reader: those of its corpus as they are, then changed ones, over the threads there are.

use std::{
    any::Any,
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::{chance::Chance, change::changed};

/// Inputs when nobody asks for a number of them: a few seconds' worth.
const USUAL: u64 = 5_000;

/// An input that takes this long has no end. Nothing that does takes a thousandth of it.
const NO_END: Duration = Duration::from_secs(120);

/// One reader on trial.
pub struct Trial<'a> {
    /// Its folder in `tests/corpora`.
    pub name: &'a str,
    /// How many of a hundred inputs are its.
    pub share: u64,
    /// Files outside the corpora that serve as well: their folder and ending.
    pub also: &'a [(&'a str, &'a str)],
    /// Words that mean something to it.
    pub words: &'a [&'a str],
    /// Reads one input, and panics when that was not well done.
    pub law: fn(&[u8]),
}

impl Trial<'_> {
    /// Tries every input.
    pub fn run(&self) {
        let begun = Instant::now();
        let corpus = self.corpus();
        let all = asked("ALONGSIDE_INPUTS").unwrap_or(USUAL) * self.share / 100;
        let all = all.max(corpus.len() as u64);
        let next = AtomicU64::new(0);
        let first_fault = Mutex::new(None);
        let working = AtomicUsize::new(0);
        let workers = thread::available_parallelism().map_or(2, usize::from);
        let beats: Vec<AtomicU64> = (0..workers).map(|_| AtomicU64::new(0)).collect();
        thread::scope(|scope| {
            for beat in &beats {
                working.fetch_add(1, Ordering::SeqCst);
                scope.spawn(|| {
                    self.work(&corpus, all, &next, beat, &first_fault);
                    working.fetch_sub(1, Ordering::SeqCst);
                });
            }
            scope.spawn(|| self.watch(&corpus, &working, &beats));
        });
        let fault = first_fault.into_inner().expect("no worker panics");
        if let Some((input, why)) = fault {
            panic!("{why}\n{}", self.as_told(&self.smallest(input, &why)));
        }
        println!(
            "{}: {all} inputs, 0 panics, {:?}",
            self.name,
            begun.elapsed()
        );
    }

    fn work(
        &self,
        corpus: &[Vec<u8>],
        all: u64,
        next: &AtomicU64,
        beat: &AtomicU64,
        fault: &Mutex<Option<(Vec<u8>, String)>>,
    ) {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= all {
                return;
            }
            beat.store(number + 1, Ordering::Relaxed);
            let input = self.input(corpus, number);
            if let Err(why) = self.obeyed(&input) {
                next.store(all, Ordering::Relaxed);
                let mut first = fault.lock().expect("no worker panics");
                first.get_or_insert((input, why));
                return;
            }
        }
    }

    /// Looks now and then whether each thread has gone on. One that never does cannot be stopped, so all ends here.
    fn watch(&self, corpus: &[Vec<u8>], working: &AtomicUsize, beats: &[AtomicU64]) {
        const LOOK: Duration = Duration::from_millis(20);
        let mut before: Vec<(u64, Duration)> = vec![(0, Duration::ZERO); beats.len()];
        while working.load(Ordering::SeqCst) > 0 {
            thread::sleep(LOOK);
            for (beat, (number, same_for)) in beats.iter().zip(&mut before) {
                let now = beat.load(Ordering::Relaxed);
                *same_for = if now == *number {
                    *same_for + LOOK
                } else {
                    Duration::ZERO
                };
                *number = now;
                // A thread with nothing left to do stands still too, but never with work open this long.
                if *same_for > NO_END {
                    let input = self.input(corpus, now.saturating_sub(1));
                    eprintln!("This input has no end.\n{}", self.as_told(&input));
                    std::process::abort();
                }
            }
        }
    }

    fn input(&self, corpus: &[Vec<u8>], number: u64) -> Vec<u8> {
        let as_is = usize::try_from(number).ok().and_then(|at| corpus.get(at));
        as_is.cloned().unwrap_or_else(|| {
            let seed = asked("ALONGSIDE_SEED").unwrap_or(0) ^ name_as_number(self.name);
            changed(
                corpus,
                self.words,
                &mut Chance::of(seed ^ number.wrapping_mul(0xD134_2543_DE82_EF95)),
            )
        })
    }

    fn obeyed(&self, input: &[u8]) -> Result<(), String> {
        catch_unwind(AssertUnwindSafe(|| (self.law)(input))).map_err(|panic| said(&*panic))
    }

    /// The input with everything taken out that this fault does not need.
    fn smallest(&self, mut input: Vec<u8>, why: &str) -> Vec<u8> {
        let fault = |said: &str| said.chars().take(24).collect::<String>();
        let mut piece = input.len() / 2;
        while piece > 0 {
            let mut at = 0;
            while at < input.len() {
                let mut less = input.clone();
                less.drain(at..(at + piece).min(input.len()));
                if self
                    .obeyed(&less)
                    .is_err_and(|said| fault(&said) == fault(why))
                {
                    input = less;
                } else {
                    at += piece;
                }
            }
            piece /= 2;
        }
        input
    }

    /// A line of shell that puts the input into the corpus.
    fn as_told(&self, input: &[u8]) -> String {
        let quoted: String = input
            .iter()
            .map(|&byte| match byte {
                b'\'' | b'\\' | b'%' | 0..0x20 | 0x7F.. => format!("\\{byte:03o}"),
                plain => char::from(plain).to_string(),
            })
            .collect();
        format!(
            "Keep it with:\nprintf '{quoted}' > tests/corpora/{}/what-it-is",
            self.name
        )
    }

    fn corpus(&self) -> Vec<Vec<u8>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = files_in(&root.join("tests/corpora").join(self.name), "");
        assert!(!files.is_empty(), "{} has no corpus", self.name);
        for (folder, ending) in self.also {
            let more = files_in(&root.join(folder), ending);
            assert!(!more.is_empty(), "{folder} has no {ending}");
            files.extend(more);
        }
        let read = |path: PathBuf| fs::read(path).expect("is there");
        files.into_iter().map(read).collect()
    }
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of inputs");
    let paths = entries.map(|entry| entry.expect("can be listed").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.is_file() && path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    files
}

fn asked(variable: &str) -> Option<u64> {
    env::var(variable).ok()?.parse().ok()
}

fn name_as_number(name: &str) -> u64 {
    let add = |sum: u64, byte: u8| sum.wrapping_mul(31).wrapping_add(byte.into());
    name.bytes().fold(7, add)
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
        .to_owned()
}
