//! Every key; and in a terminal, what arrives when one is pressed.

use std::io::{self, IsTerminal, Write};

use super::{DONE, Trouble};
use crate::{
    app::{Key, help, table},
    line::Mark,
    text,
    tui::{Input, Source, Terminal, ending},
    words,
};

/// The table on a pipe; the loop in a terminal.
pub(super) fn run(out: &mut dyn Write) -> Result<u8, Trouble> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        try_them()?;
    } else {
        super::print(out, every_key().as_bytes())?;
    }
    Ok(DONE)
}

fn every_key() -> String {
    let mut text = String::new();
    let mut group = |title: &str, rows: Vec<String>| {
        text.push_str(&format!("{title}\n"));
        rows.iter()
            .for_each(|row| text.push_str(&format!("  {}\n", row.trim_end())));
        text.push('\n');
    };
    let marks = Mark::ALL.map(|mark| format!("{:<18}{}", mark.char(), words::mark(mark)));
    group(words::cli::MARKS, marks.to_vec());
    for (title, entries) in table::GROUPS {
        group(title, entries.iter().map(help::key_row).collect());
    }
    text.trim_end().to_owned() + "\n"
}

/// Presses, one a row, until the same leaving key comes twice.
fn try_them() -> io::Result<()> {
    ending::watch(|_| true)?;
    let mut screen = Terminal::enter()?;
    ending::watch_terminal()?;
    let mut source = Source::new();
    let mut rows: Vec<String> = vec![];
    let mut before = None;
    loop {
        let height = match screen.size()?.1 {
            // A terminal that does not know is one all the same.
            0 => 24,
            rows => usize::from(rows),
        };
        screen.show(&drawn(&rows, height))?;
        let Some(input) = source.next(None)? else {
            continue;
        };
        let key = match &input {
            Input::Key(key) => Some(*key),
            _ => None,
        };
        if leaves(key) && key == before {
            return Ok(());
        }
        before = key;
        rows.push(arrived(&input));
        let most = height.saturating_sub(words::cli::TRY_KEYS.len() + 1);
        let old = rows.len().saturating_sub(most);
        rows.drain(..old);
    }
}

fn leaves(key: Option<Key>) -> bool {
    matches!(key, Some(Key::Esc | Key::Ctrl('q')))
}

/// What a press is to the program, and what it does in a conversation.
fn arrived(input: &Input) -> String {
    match input {
        Input::Key(key) => {
            let does = table::entries()
                .filter(|entry| entry.keys.contains(key))
                .map(|entry| entry.words)
                .collect::<Vec<_>>()
                .join("; ");
            format!("{:<18}{does}", text::shown(&key.to_string()))
        }
        Input::Paste(text) => words::cli::pasted(text.chars().count()),
        Input::Resize(columns, rows) => words::cli::resized(*columns, *rows),
        Input::Focus(here) => words::cli::focus(*here).to_owned(),
        Input::Mouse(_) => words::cli::MOUSE.to_owned(),
    }
}

/// The whole screen again: nobody waits for this one.
fn drawn(rows: &[String], height: usize) -> Vec<u8> {
    let lines = words::cli::TRY_KEYS
        .into_iter()
        .chain(rows.iter().map(String::as_str));
    let mut bytes = b"\x1b[H\x1b[2J".to_vec();
    for (at, line) in lines.take(height).enumerate() {
        if at > 0 {
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(line.as_bytes());
    }
    bytes
}
