//! Arguments, and one file a subcommand.
//!
//! Standard output carries the result, standard error the talk. Exit codes: 0 done, 1 problems found, 2 not understood,
//! 3 could not write.

mod add;
mod args;
mod begin;
mod check;
mod check_in;
pub mod connections;
pub mod copies;
mod doctor;
mod due;
pub mod evidence;
pub mod guide;
mod keeping;
mod keys;
mod open;
mod passphrase;
mod plain_talk;
mod played;
pub mod practice;
mod private;
mod records;
pub mod seal;
mod system;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

use crate::text;

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
    private::leave_nothing_behind();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are results; anything else is talk.
            say_what_was_not_understood(&error);
            return ExitCode::from(if error.use_stderr() {
                NOT_UNDERSTOOD
            } else {
                DONE
            });
        }
    };
    let code = open::run(args).unwrap_or_else(|trouble| {
        open::say(&trouble.sentence);
        trouble.code
    });
    ExitCode::from(code)
}

/// Says it in colour, unless it repeats an argument that could bring colours of its own.
fn say_what_was_not_understood(error: &clap::Error) {
    let said = error.render().to_string();
    if text::shown_lines(&said) == said {
        let _ = error.print();
    } else {
        open::say(said.trim_end());
    }
}

/// Data for a script, with what acts unseen written as a number: data is looked at in a terminal too.
fn json(value: &serde_json::Value) -> String {
    let mut text = String::new();
    for c in format!("{value:#}\n").chars() {
        if c == '\n' || !text::acts(c) {
            text.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    }
    text
}

/// Prints a result. A reader that has seen enough of it is no trouble.
fn print(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_says_the_same_and_steers_nothing() {
        let value = serde_json::json!({"person": "\u{1b}]2;x\u{7}\u{9b}5m\u{202e}\u{E0041}ŵ\n"});
        let printed = json(&value);
        assert!(
            !printed.chars().any(|c| c != '\n' && text::acts(c)),
            "{printed:?}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&printed).ok(),
            Some(value)
        );
    }
}
