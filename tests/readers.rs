//! Every reader, over input that nobody would write by hand: files, journals, records, key presses, names, clocks.
//!
//! Each reader has a folder of small files to begin from in `tests/corpora`, words of its own to throw in, and a law.
//! The files go in as they are, and then changed: cut, spliced, repeated, with bytes turned over. A panic, a broken law
//! or an input without an end is told with the input, as a line of shell that puts it into the corpus.
//!
//! | file | what it holds |
//! |---|---|
//! | `chance`, `change` | numbers by chance, and what is done to an input with them |
//! | `trial` | all inputs of one reader, over the threads there are |
//! | `guides`, `scenarios`, `before`, `journals`, `records`, `settings`, `local_help` | the files |
//! | `events`, `stage` | what a terminal sends, up to the frames drawn for it |
//! | `typed` | the language of the line; letters, rows and cleaning |
//! | `names` | ids, the clock, the words of the command line |
//!
//! `ALONGSIDE_INPUTS` is how many inputs there are in all; `ALONGSIDE_SEED` begins another sequence of them:
//!
//! ```text
//! ALONGSIDE_INPUTS=10000000 cargo test --release --test readers -- --nocapture --test-threads=1
//! ```

#[path = "readers/before.rs"]
mod before;
#[path = "readers/chance.rs"]
mod chance;
#[path = "readers/change.rs"]
mod change;
#[path = "readers/events.rs"]
mod events;
#[path = "readers/guides.rs"]
mod guides;
#[path = "readers/journals.rs"]
mod journals;
#[path = "readers/local_help.rs"]
mod local_help;
#[path = "readers/names.rs"]
mod names;
#[path = "readers/records.rs"]
mod records;
#[path = "readers/scenarios.rs"]
mod scenarios;
#[path = "readers/settings.rs"]
mod settings;
#[path = "readers/stage.rs"]
mod stage;
#[path = "readers/trial.rs"]
mod trial;
#[path = "readers/typed.rs"]
mod typed;
