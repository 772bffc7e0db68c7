//! What help says: five rules, marks, then every key from the table.

use super::{SheetRow, lists, table};
use crate::{line::Mark, words};

/// The five rules people learn.
pub const RULES: [&str; 5] = [
    "Letters always type. No letter is a command unless a list is open.",
    "Enter keeps what you typed. Nothing typed? Enter opens what is chosen.",
    "Arrows choose. Tab moves through the guide.",
    "Esc steps back. It never throws words away.",
    "Ctrl+Z undoes anything, as far back as you like.",
];

/// What stands beside the marks.
pub const OTHER_SIGNS: [(&str, &str); 6] = [
    ("&", "kept apart: never in a copy"),
    ("#", "topic: #money behind with rent"),
    ("/", "command: /find lunch"),
    ("Carol: ", "somebody else's words"),
    ("£22 ", "a spend from the small budget"),
    ("a space first", "no mark, just text"),
];

/// The rows of help that answer to the letters typed; all of it when nothing is typed.
pub fn rows(typed: &str) -> Vec<SheetRow> {
    let mut rows = vec![];
    section(
        &mut rows,
        typed,
        "Five rules",
        RULES
            .iter()
            .enumerate()
            .map(|(at, rule)| format!("{}  {rule}", at + 1)),
    );
    let marks = Mark::ALL
        .into_iter()
        .map(|mark| format!("{:<14}{}", mark.char(), words::mark(mark)));
    let signs = OTHER_SIGNS
        .into_iter()
        .map(|(sign, means)| format!("{sign:<14}{means}"));
    let title = "Marks: type at the start of a note, or alone to mark the last note";
    section(&mut rows, typed, title, marks.chain(signs));
    for (group, entries) in table::GROUPS {
        section(&mut rows, typed, group, entries.iter().map(key_row));
    }
    rows
}

/// One row of the key table: keys, what they do, the same typed.
pub fn key_row(entry: &table::Entry) -> String {
    let keys: Vec<String> = entry.keys.iter().map(ToString::to_string).collect();
    let typed = entry
        .typed
        .first()
        .map(|name| format!("/{name} {}", entry.takes))
        .unwrap_or_default();
    format!(
        "{:<18}{:<35}{}",
        keys.join("  "),
        entry.words,
        typed.trim_end()
    )
}

fn section(
    rows: &mut Vec<SheetRow>,
    typed: &str,
    title: &str,
    lines: impl Iterator<Item = String>,
) {
    let answers = |line: &String| typed.trim().is_empty() || lists::matches(line, typed.trim());
    let found: Vec<String> = lines.filter(answers).collect();
    if found.is_empty() {
        return;
    }
    if !rows.is_empty() {
        rows.push(SheetRow::words(""));
    }
    rows.push(SheetRow::words(title));
    rows.extend(
        found
            .into_iter()
            .map(|line| SheetRow::words(format!("  {line}"))),
    );
}
