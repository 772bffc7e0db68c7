//! The program run with no terminal at all.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use super::home::Home;

/// The Friday before.
pub const FRIDAY: &str = "2026-03-06T14:20";

/// When most tests begin.
pub const TWENTY_PAST_TWO: &str = "2026-03-10T14:20";

/// Runs the program at a time with no terminal at all, and these lines on its standard input.
pub fn piped(now: &str, home: &Home, args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(args)
        .env_clear()
        .env("ALONGSIDE_HOME", home.path())
        .env("ALONGSIDE_NOW", now)
        .env("TZ", "Europe/London")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that reads nothing may have ended already.
    let _ = stdin.write_all(typed.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// A home in which these lines were typed on [`FRIDAY`], and made a record.
pub fn home_after(call: &str) -> Home {
    let home = Home::new();
    let saved = piped(FRIDAY, &home, &["new", "listen", "--plain"], call);
    assert!(saved.status.success(), "{saved:?}");
    home
}
