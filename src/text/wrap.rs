//! Which bytes of a text go on which row.
//!
//! Rows are byte ranges, not strings: nothing is copied, and the cursor's place in the text is its place on the screen.
//! This runs for every note in view on every key, so ASCII is passed by the byte and only the rows are allocated.

use std::{borrow::Cow, ops::Range};

use super::{
    clean::shown,
    grapheme::{floor_char, grapheme_width, next, width as text_width},
};

/// Returns the rows of a text, `width` columns wide: broken between words, and inside a word only when it is wider than
/// a row. Never inside a grapheme.
///
/// A line end ends its row. What lies between two rows, the spaces at a break or the line end, is on neither. There is
/// always a row, and a line end at the end of the text has an empty one after it.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    wrap_with(text, width, width)
}

/// Like [`wrap`], with a first row of another width: the one that shares its place with a label.
pub fn wrap_with(text: &str, first_width: usize, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut rows = Rows {
        text,
        done: Vec::with_capacity(text.len() / width + 1),
        limit: first_width.max(1),
        width,
        start: 0,
        end: 0,
        column: 0,
    };
    let mut start = 0;
    for line in text.split('\n') {
        // "\r\n" is one grapheme: both belong to the line end.
        let end = start + line.strip_suffix('\r').unwrap_or(line).len();
        rows.line(start..end);
        start += line.len() + 1;
    }
    rows.done
}

/// Returns the row and the column of a cursor that stands at the byte `cursor`.
///
/// At the start of a row it is on that row; in the spaces at a break it waits at the end of the row before.
pub fn place(text: &str, rows: &[Range<usize>], cursor: usize) -> (usize, usize) {
    let cursor = floor_char(text, cursor);
    let row = rows
        .partition_point(|row| row.start <= cursor)
        .saturating_sub(1);
    let column = rows.get(row).map_or(0, |range| {
        let end = cursor.clamp(range.start, range.end);
        text_width(&text[range.start..end])
    });
    (row, column)
}

/// Returns the byte in `row` nearest to a column and not past it: where the cursor goes when it moves up or down.
pub fn at_column(text: &str, row: &Range<usize>, column: usize) -> usize {
    let (mut at, mut used) = (row.start, 0);
    while at < row.end {
        let (end, width) = cell(text, at);
        used += width;
        if used > column {
            break;
        }
        at = end;
    }
    at
}

/// Returns the text as it is drawn, cut to a width, with three dots when something was cut.
pub fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if text_width(text) <= width {
        return shown(text);
    }
    let dots = "...".get(..width).unwrap_or("...");
    let kept = at_column(text, &(0..text.len()), width - dots.len());
    Cow::Owned(format!("{}{dots}", shown(&text[..kept]).trim_end()))
}

/// The rows so far, and the one being filled.
struct Rows<'a> {
    text: &'a str,
    done: Vec<Range<usize>>,
    /// Columns of the row being filled; of every later row.
    limit: usize,
    width: usize,
    start: usize,
    end: usize,
    column: usize,
}

impl Rows<'_> {
    fn line(&mut self, line: Range<usize>) {
        self.begin(line.start);
        let mut at = line.start;
        while at < line.end {
            let gap = self.run(at, line.end, true);
            let word = self.run(gap.end, line.end, false);
            at = word.end;
            if word.is_empty() {
                self.hang(&gap);
            } else if self.column + gap.width + word.width <= self.limit {
                self.column += gap.width + word.width;
                self.end = word.end;
            } else {
                self.break_before(&gap, &word);
            }
        }
        self.finish();
    }

    /// A word that fits on no row is cut, but starts on a row of its own: its beginning is what people look for.
    fn break_before(&mut self, gap: &Run, word: &Run) {
        let row_is_empty = self.end == self.start && gap.is_empty();
        let would_fit_below = self.limit < self.width && word.width <= self.width;
        if !row_is_empty || would_fit_below {
            self.finish();
            self.begin(word.start);
        }
        let mut at = word.start;
        while at < word.end {
            let (end, width) = cell(self.text, at);
            if self.column > 0 && self.column + width > self.limit {
                self.finish();
                self.begin(at);
            }
            self.column += width;
            self.end = end;
            at = end;
        }
    }

    /// Spaces at the end of a line are on its row as far as they fit. They never make a new row: typing a space at the
    /// edge must not move what is on the screen.
    fn hang(&mut self, gap: &Run) {
        let mut at = gap.start;
        while at < gap.end {
            let (end, width) = cell(self.text, at);
            if self.column + width > self.limit {
                return;
            }
            self.column += width;
            self.end = end;
            at = end;
        }
    }

    fn begin(&mut self, at: usize) {
        (self.start, self.end, self.column) = (at, at, 0);
    }

    fn finish(&mut self) {
        self.done.push(self.start..self.end);
        self.limit = self.width;
    }

    /// The spaces, or the word, that begin at `start`.
    fn run(&self, start: usize, limit: usize, spaces: bool) -> Run {
        let (mut end, mut width) = (start, 0);
        while end < limit {
            let (after, columns) = cell(self.text, end);
            if is_space(&self.text[end..after]) != spaces {
                break;
            }
            end = after;
            width += columns;
        }
        Run { start, end, width }
    }
}

struct Run {
    start: usize,
    end: usize,
    width: usize,
}

impl Run {
    fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

/// Where the grapheme at `at` ends, and its columns.
fn cell(text: &str, at: usize) -> (usize, usize) {
    let end = next(text, at);
    (end, grapheme_width(&text[at..end]))
}

/// Whether a row may be broken here. Not at the no-break spaces: "10 March" stays together for whoever typed one.
fn is_space(grapheme: &str) -> bool {
    match grapheme.as_bytes() {
        [b] => *b == b' ' || *b == b'\t',
        _ => matches!(
            grapheme,
            "\u{1680}"
                | "\u{2000}"
                | "\u{2001}"
                | "\u{2002}"
                | "\u{2003}"
                | "\u{2004}"
                | "\u{2005}"
                | "\u{2006}"
                | "\u{2008}"
                | "\u{2009}"
                | "\u{200A}"
                | "\u{205F}"
                | "\u{3000}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::grapheme::{is_boundary, tests::awkward};
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn rows(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width)
            .into_iter()
            .map(|row| &text[row])
            .collect()
    }

    #[test]
    fn broken_between_words() {
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("one two three", 7), ["one two", "three"]);
        assert_eq!(rows("one   two", 4), ["one", "two"]);
        assert_eq!(rows("a\n\nb\n", 9), ["a", "", "b", ""]);
        assert_eq!(rows("  in", 9), ["  in"]);
        assert_eq!(rows("ten\u{A0}March x", 4), ["ten\u{A0}", "Marc", "h x"]);
    }

    #[test]
    fn a_word_wider_than_the_row_is_cut() {
        assert_eq!(rows("see abcdefgh i", 4), ["see", "abcd", "efgh", "i"]);
        assert_eq!(
            rows("\u{4e2d}\u{6587}\u{5b57}", 5),
            ["\u{4e2d}\u{6587}", "\u{5b57}"]
        );
        assert_eq!(rows("\u{4e2d}\u{6587}", 1), ["\u{4e2d}", "\u{6587}"]);
        assert_eq!(rows("ab", 0), ["a", "b"]);
    }

    #[test]
    fn a_first_row_of_another_width() {
        let text = "Sam rings Joan";
        assert_eq!(wrap_with(text, 3, 20), [0..3, 4..14]);
        assert_eq!(wrap_with(text, 2, 20), [0..0, 0..14]);
        assert_eq!(wrap_with(text, 20, 4).len(), 1);
    }

    #[test]
    fn spaces_at_the_end_make_no_row() {
        assert_eq!(rows("hello", 5), ["hello"]);
        assert_eq!(rows("hello   ", 5), ["hello"]);
        assert_eq!(rows("hell   ", 5), ["hell "]);
        assert_eq!(place("hello   ", &wrap("hello   ", 5), 7), (0, 5));
    }

    #[test]
    fn the_cursor_has_a_place() {
        let text = "one two\nth\u{4e2d}ee";
        let rows = wrap(text, 4);
        assert_eq!(place(text, &rows, 3), (0, 3));
        assert_eq!(place(text, &rows, 4), (1, 0));
        assert_eq!(place(text, &rows, 7), (1, 3));
        assert_eq!(place(text, &rows, 8), (2, 0));
        assert_eq!(place(text, &rows, 10), (2, 2));
        assert_eq!(place(text, &rows, 13), (3, 0));
        assert_eq!(place(text, &rows, 99), (3, 2));
        assert_eq!(at_column(text, &rows[2], 3), 10);
        assert_eq!(at_column(text, &rows[0], 9), 3);
    }

    #[test]
    fn cut_to_a_width() {
        assert_eq!(fit("Joan M", 6), "Joan M");
        assert_eq!(fit("Chapel Lane lunch club", 15), "Chapel Lane...");
        assert_eq!(fit("\u{4e2d}\u{6587}\u{5b57}\u{5b57}", 6), "\u{4e2d}...");
        assert_eq!(fit("Joan", 2), "..");
        assert_eq!(fit("Joan", 0), "");
        assert_eq!(fit("a\tb", 3), "a b");
    }

    proptest! {
        #[test]
        fn rows_cover_the_text(text in awkward(), first in 0usize..30, width in 0usize..30) {
            let rows = wrap_with(&text, first, width);
            prop_assert_eq!(rows[0].start, 0);
            for pair in rows.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
                let skipped = &text[pair[0].end..pair[1].start];
                prop_assert!(skipped.chars().all(char::is_whitespace));
                prop_assert!(skipped.matches('\n').count() <= 1);
            }
            let last = &text[rows[rows.len() - 1].end..];
            prop_assert!(last.chars().all(|c| c.is_whitespace() && c != '\n'));
        }

        #[test]
        fn rows_are_whole_letters_that_fit(text in awkward(), first in 0usize..30, width in 0usize..30) {
            for (number, row) in wrap_with(&text, first, width).into_iter().enumerate() {
                prop_assert!(is_boundary(&text, row.start) && is_boundary(&text, row.end));
                let limit = if number == 0 { first } else { width }.max(1);
                let row = &text[row];
                prop_assert!(!row.contains('\n'));
                let seen = row.graphemes(true).filter(|grapheme| text_width(grapheme) > 0).count();
                prop_assert!(text_width(row) <= limit || seen == 1);
            }
        }

        #[test]
        fn the_cursor_is_always_inside(text in awkward(), width in 0usize..30, cursor in 0usize..200) {
            let rows = wrap(&text, width);
            let (row, column) = place(&text, &rows, cursor);
            prop_assert!(column <= text_width(&text[rows[row].clone()]));
        }

        #[test]
        fn up_and_down_come_back(text in awkward(), width in 1usize..30, cursor in 0usize..200) {
            let rows = wrap(&text, width);
            let (row, column) = place(&text, &rows, cursor);
            prop_assert!(at_column(&text, &rows[row], column) >= rows[row].start);
            prop_assert!(is_boundary(&text, at_column(&text, &rows[row], column)));
        }

        #[test]
        fn what_is_fitted_fits(text in awkward(), width in 0usize..30) {
            prop_assert!(text_width(&fit(&text, width)) <= width);
        }
    }
}
