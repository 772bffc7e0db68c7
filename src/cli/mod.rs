//! Arguments, and one file a subcommand.
//!
//! Standard output carries the result, standard error the talk. Exit codes: 0 done, 1 problems found, 2 not understood,
//! 3 could not write.

mod args;
mod doctor;
pub mod guide;
mod keys;
mod open;
mod passphrase;
mod plain_talk;
mod records;
pub mod seal;
mod system;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

pub use args::{Args, Command};
pub use open::Trouble;

/// Done.
pub const DONE: u8 = 0;
/// Problems were found.
pub const PROBLEMS: u8 = 1;
/// Not understood.
pub const NOT_UNDERSTOOD: u8 = 2;
/// Could not write.
pub const COULD_NOT_WRITE: u8 = 3;

/// Reads the arguments of this process, does what they ask, and gives the exit code.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are results; anything else is talk.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() {
                NOT_UNDERSTOOD
            } else {
                DONE
            });
        }
    };
    let code = open::run(args).unwrap_or_else(|trouble| {
        let _ = writeln!(std::io::stderr(), "{trouble}");
        trouble.code
    });
    ExitCode::from(code)
}

/// Prints a result. A reader that has seen enough of it is no trouble.
fn print(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}
