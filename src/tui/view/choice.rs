//! The rows of a list to choose from, in columns: what it is, and what is said beside it.
//!
//! What does not fit is cut with three dots, except on the chosen row, which says all of it on rows of its own. So a
//! telephone number can always be read by choosing its row.

use super::{Draw, sheet::Shown};
use crate::{
    app::SheetRow,
    text,
    tui::row::{Ground, Role, Row},
};

/// The most rows a chosen row's words may take, and what is said beside them as many again.
const MOST: usize = 3;

/// In fewer columns, words are said beside others only where all of them fit.
const BESIDE: usize = 50;

/// A list to choose from, and how it is laid in columns.
pub(super) struct Choices<'a> {
    draw: &'a Draw<'a>,
    rows: &'a [SheetRow],
    numbered: bool,
    /// Before the words: margin, pointer, number.
    start: usize,
    /// For the words of a row that says something beside them.
    words: usize,
    /// For what is said beside them; 0 is nothing.
    beside: usize,
    /// For both.
    room: usize,
}

impl<'a> Choices<'a> {
    /// Measures the rows.
    pub fn of(draw: &'a Draw<'a>, rows: &'a [SheetRow], numbered: bool) -> Self {
        let start = draw.shape.margin().len() + 2 + if numbered { 3 } else { 0 };
        let room = draw
            .shape
            .columns
            .saturating_sub(start + draw.shape.margin().len())
            .max(1);
        let widest = |width: fn(&SheetRow) -> usize| {
            let two = rows
                .iter()
                .filter(|row| row.pick.is_some() && !row.detail.is_empty());
            two.map(width).max().unwrap_or(0)
        };
        let details = widest(|row| text::width(&row.detail));
        let words = widest(|row| text::width(&row.text));
        let fits = words + 2 + details <= room;
        let words = words.min(room.saturating_sub(2 + details).max(room * 3 / 5));
        let beside = if fits || draw.shape.columns >= BESIDE {
            room.saturating_sub(words + 2)
        } else {
            0
        };
        Self {
            draw,
            rows,
            numbered,
            start,
            words,
            beside,
            room,
        }
    }

    /// How many rows the list takes when its longest row is the chosen one; at least `most` is as good as more.
    pub fn tallest(&self, most: usize) -> usize {
        if self.rows.len() >= most {
            return most;
        }
        let lines = |at: usize, chosen| self.row(at, chosen).len();
        let plain: usize = (0..self.rows.len()).map(|at| lines(at, false)).sum();
        let more = (0..self.rows.len()).map(|at| lines(at, true) - lines(at, false));
        plain + more.max().unwrap_or(0)
    }

    /// The rows there is room for, with the chosen one among them.
    pub fn window(&self, chosen: Option<usize>, room: usize) -> Shown {
        let near = chosen.unwrap_or(0);
        let mut lines: Vec<(usize, Row)> = vec![];
        for at in near.saturating_sub(room)..self.rows.len().min(near + room + 1) {
            lines.extend(
                self.row(at, chosen == Some(at))
                    .into_iter()
                    .map(|row| (at, row)),
            );
        }
        let begins = lines.iter().position(|(at, _)| Some(*at) == chosen);
        let ends = lines.iter().rposition(|(at, _)| Some(*at) == chosen);
        let first = ends
            .map_or(0, |end| (end + 1).saturating_sub(room))
            .min(begins.unwrap_or(0));
        let last_shown = lines.get((first + room).min(lines.len()).wrapping_sub(1));
        let after = last_shown.map_or(0, |(at, _)| at + 1);
        let below = self.rows[after.min(self.rows.len())..]
            .iter()
            .filter(|row| row.pick.is_some())
            .count();
        Shown {
            chosen: begins.map(|at| at - first),
            below,
            rows: lines
                .into_iter()
                .skip(first)
                .take(room)
                .map(|(_, row)| row)
                .collect(),
        }
    }

    /// One row as drawn.
    fn row(&self, at: usize, chosen: bool) -> Vec<Row> {
        let row = &self.rows[at];
        if row.pick.is_none() {
            return self.heading(&row.text);
        }
        let text = self.draw.said(&row.text);
        let detail = self.draw.said(&row.detail);
        let beside = !detail.is_empty() && self.beside > 0;
        let width = if beside { self.words } else { self.room };
        if !chosen {
            let mut drawn = self
                .lead(at, false)
                .with(Role::Text, text::fit(&text, width).into_owned());
            if beside {
                drawn = drawn
                    .pad_to(self.start + self.words + 2)
                    .with(Role::Quiet, text::fit(&detail, self.beside).into_owned());
            }
            return vec![drawn];
        }
        let mut drawn: Vec<Row> = pieces(&text, width)
            .into_iter()
            .enumerate()
            .map(|(nth, piece)| {
                let lead = if nth == 0 {
                    self.lead(at, true)
                } else {
                    self.under(0)
                };
                lead.with(Role::Title, piece)
            })
            .collect();
        if beside && text::width(&detail) <= self.beside {
            let first = drawn.remove(0).pad_to(self.start + self.words + 2);
            drawn.insert(0, first.with(Role::Quiet, detail));
        } else if !detail.is_empty() {
            // Columns made for a wide row have no meaning on rows of its own.
            let plain: Vec<&str> = detail.split_whitespace().collect();
            let detail = if self.beside == 0 {
                plain.join(" ")
            } else {
                detail
            };
            let width = self.room.saturating_sub(2).max(1);
            let first = drawn[0].width() + 2;
            if drawn.len() == 1 && first + text::width(&detail) <= self.start + self.room {
                let row = drawn.remove(0).pad_to(first);
                return vec![row.with(Role::Quiet, detail)];
            }
            drawn.extend(
                pieces(&detail, width)
                    .into_iter()
                    .map(|piece| self.under(2).with(Role::Quiet, piece)),
            );
        }
        drawn
    }

    /// Pointer and number.
    fn lead(&self, at: usize, chosen: bool) -> Row {
        let glyphs = self.draw.glyphs;
        let (ground, pointer) = if chosen {
            (Ground::Chosen, glyphs.pointer)
        } else {
            (Ground::Page, glyphs.no_pointer)
        };
        let mut row = Row::new()
            .on(ground)
            .with(Role::Text, self.draw.shape.margin())
            .with(Role::Label, pointer);
        if self.numbered {
            let before = &self.rows[..at];
            let number = 1 + before.iter().filter(|row| row.pick.is_some()).count();
            // One key is one digit: a row past the ninth is chosen with the arrows.
            let shown = if number <= 9 {
                number.to_string()
            } else {
                String::new()
            };
            row.push(Role::Quiet, format!("{shown:<3}"));
        }
        row
    }

    /// What stands before the further rows of the chosen one.
    fn under(&self, indent: usize) -> Row {
        Row::new()
            .on(Ground::Chosen)
            .with(Role::Text, " ".repeat(self.start + indent))
    }

    fn heading(&self, words: &str) -> Vec<Row> {
        let margin = self.draw.shape.margin();
        let words = self.draw.said(words);
        let width = self.draw.shape.columns.saturating_sub(2 * margin.len());
        let rows = text::wrap(&words, width.max(1)).into_iter().map(|piece| {
            Row::new()
                .with(Role::Text, margin)
                .with(Role::Quiet, words[piece].to_owned())
        });
        rows.collect()
    }
}

/// Words in as few rows as they take; past [`MOST`], cut with dots.
fn pieces(words: &str, width: usize) -> Vec<String> {
    let ranges = text::wrap(words, width.max(1));
    let mut pieces: Vec<String> = ranges
        .iter()
        .take(MOST)
        .map(|piece| words[piece.clone()].to_owned())
        .collect();
    if let (Some(cut), Some(last)) = (ranges.get(MOST - 1), pieces.get_mut(MOST - 1)) {
        *last = text::fit(&words[cut.start..], width).into_owned();
    }
    pieces
}
