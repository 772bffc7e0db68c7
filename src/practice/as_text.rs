//! A page as plain text: read aloud, on a narrow screen, or printed.

use super::page::{NOT_REAL, Page, Part, Said, Sheet};
use crate::text::{shown, width, wrap_with};

/// Columns of a card held in one hand.
pub const CARD_COLUMNS: usize = 40;

/// Columns of a sheet of paper.
pub const SHEET_COLUMNS: usize = 72;

/// The page in so many columns. Its first line, and that of every sheet, says that it is not real.
pub fn as_text(page: &Page, columns: usize) -> String {
    let columns = columns.max(20);
    let sheets = page.sheets.iter();
    let sheets: Vec<String> = sheets.map(|sheet| Text::of(page, sheet, columns)).collect();
    sheets.join(&format!("\n{}\n\n", "-".repeat(columns)))
}

struct Text {
    written: String,
    columns: usize,
}

impl Text {
    fn of(page: &Page, sheet: &Sheet, columns: usize) -> String {
        let mut text = Self {
            written: format!("{NOT_REAL}\n"),
            columns,
        };
        text.lines("", &page.title);
        text.lines("", &sheet.whose);
        sheet.parts.iter().for_each(|part| text.part(part));
        text.written
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(words) => {
                self.gap();
                self.lines("", &words.to_uppercase());
            }
            Part::Words(words) => {
                if !self.is_under_heading() {
                    self.gap();
                }
                self.lines("", words);
            }
            Part::List(lines) => lines.iter().for_each(|line| self.lines("- ", line)),
            Part::Steps(lines) => lines
                .iter()
                .zip(1..)
                .for_each(|(line, number)| self.lines(&format!("{number}. "), line)),
            Part::Said(said) => said.iter().for_each(|said| self.said(said)),
            Part::Tally(things) => things.iter().for_each(|thing| self.tally(thing)),
            Part::Room(rows) => (0..*rows).for_each(|_| self.row("")),
        }
    }

    fn said(&mut self, said: &Said) {
        self.lines("- ", &format!("\"{}\"", said.words));
        if !said.when.is_empty() {
            self.lines("  ", &format!("({})", said.when));
        }
    }

    fn tally(&mut self, thing: &str) {
        self.row(&format!("{thing:24}"));
    }

    /// A row to write on, after a label.
    fn row(&mut self, label: &str) {
        let left = self.columns.saturating_sub(width(label));
        self.written.push_str(label);
        self.written.push_str(&"_".repeat(left));
        self.written.push('\n');
    }

    fn gap(&mut self) {
        self.written.push('\n');
    }

    /// Headings stand after an empty line and close to what is under them.
    fn is_under_heading(&self) -> bool {
        let mut last = self.written.lines().rev();
        let heading = last.next().is_some_and(|line| line == line.to_uppercase());
        heading && last.next() == Some("")
    }

    /// Words after a label, wrapped, with later rows under the first word.
    fn lines(&mut self, label: &str, words: &str) {
        let words = shown(words);
        let left = self.columns.saturating_sub(width(label)).max(10);
        let rows = wrap_with(&words, left, left);
        for (nth, row) in rows.into_iter().enumerate() {
            let before = if nth == 0 {
                label.to_owned()
            } else {
                " ".repeat(width(label))
            };
            self.written.push_str(&before);
            self.written.push_str(&words[row]);
            self.written.push('\n');
        }
    }
}
