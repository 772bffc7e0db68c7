//! Rows as a spreadsheet saves them: each with where it begins, and where each of its cells stands.
//!
//! Commas, semicolons and tabs are understood: spreadsheets differ.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use crate::guide::Problem;

/// A row that runs over this many lines has a quote that was left open.
const MOST_LINES: u64 = 40;

/// A reader of rows of any length.
pub fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// How a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// As every file of ours does.
    Ours,
    /// As RFC 4180 has it, for what goes elsewhere.
    Rfc4180,
}

/// Rows as text, with quotes where they are needed.
pub fn written(rows: &[Vec<String>], delimiter: u8, end: LineEnd) -> String {
    let mut writer = WriterBuilder::new()
        .flexible(true)
        .delimiter(delimiter)
        .terminator(match end {
            LineEnd::Ours => Terminator::Any(b'\n'),
            LineEnd::Rfc4180 => Terminator::CRLF,
        })
        .from_writer(vec![]);
    for row in rows {
        // Into memory, nothing stands in the way.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Rows one after the other, each with where it begins.
pub struct Sheet<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    /// Where in the text the reader began.
    begun: usize,
    delimiter: u8,
    /// What is wrong with the spelling of the rows that were read.
    pub problems: Vec<Problem>,
}

impl<'t> Sheet<'t> {
    /// The rows of a text.
    pub fn of(text: &'t str) -> Self {
        let body = text.trim_start_matches('\u{FEFF}');
        let delimiter = delimiter(body);
        Self {
            text,
            reader: reader(body, delimiter),
            begun: text.len() - body.len(),
            delimiter,
            problems: vec![],
        }
    }

    /// What is between its cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The first line of the next row, which is read into `record`.
    pub fn next(&mut self, record: &mut StringRecord) -> Option<Range<usize>> {
        loop {
            let lines = self.reader.position().line();
            if !self.reader.read_record(record).unwrap_or(false) {
                return None;
            }
            let at = record.position().map_or(0, |at| at.byte());
            let at = self.begun + usize::try_from(at).unwrap_or(0);
            let rest = self.text.get(at..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
            let rest = &rest[blank..];
            let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let span = at + blank..at + blank + rest[..line].trim_end().len();
            let over = self.reader.position().line() - lines;
            let is_long = rest[..line].contains('"') && over > MOST_LINES + blank as u64;
            let opened = self.left_open(at + blank);
            if is_long || opened.is_some() {
                let span = opened.map_or(span, |quote| quote..quote + 1);
                let problem = Problem::error(span, "A quote is opened here and never closed.");
                self.problems
                    .push(problem.hint("Write two quotes where the words have one of their own."));
                self.begun = at + blank + line;
                self.reader = reader(&self.text[self.begun..], self.delimiter);
                continue;
            }
            return Some(span);
        }
    }

    /// Where a quote stands in the row that begins at `start` that was left open: the text ends in it, or it took in
    /// another line and was closed by a quote that opens something else.
    fn left_open(&self, start: usize) -> Option<usize> {
        let row = self.row(start);
        let first = row.find('\n').unwrap_or(row.len());
        let (mut quotes, mut opened) = (Quotes::MayOpen, 0);
        for (at, byte) in row.bytes().enumerate() {
            let next = quotes.after(byte, self.delimiter);
            if next == Quotes::Open && quotes == Quotes::MayOpen {
                opened = at;
            }
            if next == Quotes::AreLetters && quotes == Quotes::MayGoOn && opened < first {
                return (at > first).then_some(start + opened);
            }
            quotes = next;
        }
        (quotes == Quotes::Open).then_some(start + opened)
    }

    /// The row that was read last, which begins at `start`, without the end of its last line.
    fn row(&self, start: usize) -> &'t str {
        let end = usize::try_from(self.reader.position().byte()).unwrap_or(0);
        let row = self.text.get(start..self.begun + end).unwrap_or_default();
        row.trim_end_matches(['\n', '\r'])
    }

    /// Where the cells of the row stand that begins at `start`, quotes included and the space around them not.
    pub fn cells(&self, start: usize) -> Vec<Range<usize>> {
        let row = self.row(start);
        let (mut cells, mut from, mut quotes) = (vec![], 0, Quotes::MayOpen);
        for (at, byte) in row.bytes().enumerate() {
            if byte == self.delimiter && quotes != Quotes::Open {
                cells.push(from..at);
                from = at + 1;
            }
            quotes = quotes.after(byte, self.delimiter);
        }
        cells.push(from..row.len());
        let without_space = |cell: Range<usize>| {
            let written = &row[cell.clone()];
            let from = start + cell.start + written.len() - written.trim_start().len();
            from..from + written.trim().len()
        };
        cells.into_iter().map(without_space).collect()
    }
}

/// What a quote is, going through a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// At its beginning one opens.
    MayOpen,
    /// Inside, one closes.
    Open,
    /// Right after that, another one is a letter, and the cell goes on.
    MayGoOn,
    /// Anywhere else.
    AreLetters,
}

impl Quotes {
    fn after(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Open, b'"') => Self::MayGoOn,
            (Self::Open, _) => Self::Open,
            (_, byte) if byte == delimiter => Self::MayOpen,
            (Self::MayOpen | Self::MayGoOn, b'"') => Self::Open,
            _ => Self::AreLetters,
        }
    }
}

/// Whichever there are most of in the first row.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn every(text: &str) -> Vec<(StringRecord, Vec<Range<usize>>)> {
        let (mut sheet, mut record, mut all) = (Sheet::of(text), StringRecord::new(), vec![]);
        while let Some(span) = sheet.next(&mut record) {
            all.push((record.clone(), sheet.cells(span.start)));
        }
        all
    }

    #[test]
    fn a_cell_is_found_where_it_stands() {
        let text = "\u{FEFF}a, b ,c\r\n\n\"one, \"\"two\"\"\",ŵ,\"\"\nlast\n";
        let found: Vec<Vec<&str>> = every(text)
            .into_iter()
            .map(|(_, cells)| cells.into_iter().map(|cell| &text[cell]).collect())
            .collect();
        assert_eq!(found[0], ["a", "b", "c"]);
        assert_eq!(found[1], ["\"one, \"\"two\"\"\"", "ŵ", "\"\""]);
        assert_eq!(found[2], ["last"]);
    }

    #[test]
    fn a_quote_that_is_left_open_costs_its_own_row_and_is_said_where_it_stands() {
        let open = "a,\"all of them\nb,17\nc,12\n";
        let by_another = "a,\"all of them\nb,\"17\"\nc,12\n";
        for text in [open, by_another] {
            let (mut sheet, mut record, mut all) = (Sheet::of(text), StringRecord::new(), vec![]);
            while sheet.next(&mut record).is_some() {
                all.push(record.iter().collect::<Vec<_>>().join(" "));
            }
            assert_eq!(all, ["b 17", "c 12"], "{text}");
            assert_eq!(sheet.problems.len(), 1);
            assert_eq!(sheet.problems[0].span, 2..3);
        }
        let at_the_end = "b,17\na,\"all of them\n";
        let (mut sheet, mut record) = (Sheet::of(at_the_end), StringRecord::new());
        assert_eq!(sheet.next(&mut record), Some(0..4));
        assert_eq!(sheet.next(&mut record), None);
        assert_eq!(sheet.problems[0].span, 7..8);
        let meant = "a,\"one\ntwo\"\nb,c\n";
        assert_eq!(every(meant).len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_has_as_many_places_as_cells(text in "[a-c\",;\n\r\t ŵ]{0,60}") {
            for (record, cells) in every(&text) {
                prop_assert_eq!(record.len(), cells.len(), "{:?} {:?}", text, record);
                for cell in cells {
                    prop_assert!(text.get(cell).is_some());
                }
            }
        }
    }
}
