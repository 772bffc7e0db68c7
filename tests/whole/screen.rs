//! What a person sees: rows of text and a cursor.

use std::fmt;

/// One moment of the screen.
#[derive(Clone, Default)]
pub struct Screen {
    /// The text of each row, less the blanks at its end.
    pub rows: Vec<String>,
    /// Column and row of the cursor, from 0.
    pub cursor: (u16, u16),
    /// Whether the cursor can be seen.
    pub cursor_shown: bool,
}

impl Screen {
    /// The screen as a terminal has it.
    pub fn of(terminal: &vt100::Screen) -> Self {
        let (_, columns) = terminal.size();
        let (row, column) = terminal.cursor_position();
        let rows = terminal.rows(0, columns.get());
        Self {
            rows: rows.map(|row| row.trim_end().to_owned()).collect(),
            cursor: (column, row),
            cursor_shown: !terminal.hide_cursor(),
        }
    }

    /// A row, from 1 as people count; from the last backwards when negative.
    pub fn row(&self, number: isize) -> &str {
        let from = if number > 0 {
            -1
        } else {
            self.rows.len() as isize
        };
        let at = usize::try_from(number + from).unwrap_or(usize::MAX);
        self.rows.get(at).map_or("", String::as_str)
    }

    /// Whether these words are on one row.
    pub fn has(&self, words: &str) -> bool {
        self.rows.iter().any(|row| row.contains(words))
    }

    /// The row with the cursor in it.
    pub fn line(&self) -> &str {
        self.row(self.cursor.1 as isize + 1)
    }

    /// Whether the words on the line end with these, the cursor right after them.
    pub fn line_ends(&self, words: &str) -> bool {
        let before: String = self.line().chars().take(self.cursor.0.into()).collect();
        before.trim_end() == self.line() && before.ends_with(words)
    }

    /// Whether the line is ready and has nothing on it but its own name.
    pub fn line_is_empty(&self) -> bool {
        let name = self.line().trim();
        self.cursor_shown && (name.is_empty() || ["Note", "Heard"].contains(&name))
    }

    /// The words of the screen, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flat_map(|row| row.split_whitespace())
    }

    /// The row of the guide's pointer, less the pointer.
    pub fn pointed_at(&self) -> Option<&str> {
        let after = |row: &'_ String| row.find('›').map(|at| at + '›'.len_utf8());
        let row = self.rows.iter().find(|row| row.contains('›'))?;
        Some(row[after(row)?..].trim())
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, row) in self.rows.iter().enumerate() {
            writeln!(f, "{:>3} |{row}", number + 1)?;
        }
        let (column, row) = self.cursor;
        let shown = if self.cursor_shown { "" } else { ", hidden" };
        write!(
            f,
            "cursor in column {} of row {}{shown}",
            column + 1,
            row + 1
        )
    }
}
