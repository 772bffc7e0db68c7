//! Line by line.

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
};

use super::{COULD_NOT_WRITE, DONE, NOT_UNDERSTOOD, PROBLEMS, Trouble};
use crate::{
    app::App,
    plain::{Destination, Outcome, Plain, Session},
    run::World,
    store::StoreError,
    tui::ending,
    words,
};

/// The name of standard output where a file could be named.
const STANDARD_OUTPUT: &str = "-";

/// Runs the line-by-line face on standard input. Talk gives way to a record on standard output.
pub(super) fn run(
    app: App,
    world: World,
    record: Option<&Path>,
    must_open: bool,
) -> Result<u8, Trouble> {
    ending::on_panic(|all| words::had_to_stop(0, all));
    ending::watch(world.last_words())?;
    let mut plain = Plain::new(app);
    plain.by_hand = io::stdin().is_terminal();
    let mut out = io::stdout().lock();
    let mut err = io::stderr().lock();
    let (talk, to): (&mut dyn Write, Destination<'_>) = match record {
        Some(path) if path == Path::new(STANDARD_OUTPUT) => {
            (&mut err, Destination::Writer(&mut out))
        }
        Some(path) => (&mut out, Destination::File(free(path)?)),
        None => (&mut out, Destination::Home),
    };
    let mut session = Session::new(plain, world, talk, to);
    if !session.open() && must_open {
        return Ok(PROBLEMS);
    }
    let outcome = session.run(io::stdin().lock())?;
    Ok(code(outcome))
}

/// A name that is taken is said before anybody types a whole conversation for it.
fn free(path: &Path) -> Result<std::path::PathBuf, Trouble> {
    let path = std::path::absolute(path)?;
    if path.exists() {
        return Err(StoreError::AlreadyThere { path }.into());
    }
    Ok(path)
}

fn code(outcome: Outcome) -> u8 {
    match outcome {
        Outcome {
            not_written: true, ..
        } => COULD_NOT_WRITE,
        Outcome {
            not_understood: 1..,
            ..
        } => NOT_UNDERSTOOD,
        Outcome {
            nothing_noted: true,
            ..
        } => PROBLEMS,
        _ => DONE,
    }
}
