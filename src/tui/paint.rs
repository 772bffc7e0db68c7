//! From a frame to the bytes that turn what is shown into it.
//!
//! A letter typed into one row must not cost a screen. A whole-frame draw renders and compares every cell, and spends
//! most of a key press doing so; here rows are compared as the views made them, only a row that differs is rendered to
//! cells, and only cells that differ are sent. The cost is flat in the size of the screen and of the conversation.
//!
//! Terminals disagree about how wide some letters are (families, flags, Indic clusters). Such a letter is drawn on wiped
//! cells, the cursor is put in place after it, and the rest of its row is drawn again, so a disagreement stays inside the
//! letter's own cells.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::pen::Pen;
use super::row::{Frame, Ground, Role, Row, is_plain_ascii, letter_width};
use super::theme::Theme;

/// Unchanged cells worth drawing again to save moving the cursor over them.
const CHEAPER_THAN_A_MOVE: u16 = 4;

/// Keeps what the terminal shows, and says what to send to show something else.
#[derive(Debug)]
pub struct Painter {
    /// The frame shown.
    frame: Frame,
    /// What it was painted with; `None` if what is shown is not known.
    theme: Option<Theme>,
    /// What is shown, cell by cell.
    shown: Buffer,
    /// One row being rendered.
    fresh: Buffer,
    pen: Pen,
}

impl Default for Painter {
    fn default() -> Self {
        Self::new()
    }
}

impl Painter {
    /// A painter that knows nothing of what is shown.
    pub fn new() -> Self {
        Self {
            frame: Frame::default(),
            theme: None,
            shown: Buffer::empty(Rect::ZERO),
            fresh: Buffer::empty(Rect::ZERO),
            pen: Pen::default(),
        }
    }

    /// Forgets what is shown, so that the next frame is painted in full. For "redraw", and after another program had
    /// the screen.
    pub fn forget(&mut self) {
        self.theme = None;
    }

    /// The bytes that make the terminal show this frame; none if it does already. The size is in columns and rows.
    pub fn paint(&mut self, frame: Frame, theme: &Theme, size: (u16, u16)) -> &[u8] {
        let area = Rect::new(0, 0, size.0, size.1);
        let anew = self.theme.as_ref() != Some(theme) || self.shown.area != area;
        if anew {
            self.start_anew(area);
        }
        if area.is_empty() || (!anew && frame == self.frame) {
            self.frame = frame;
            self.theme = Some(*theme);
            return &[];
        }

        self.pen.begin();
        let mut drawn = 0;
        for y in 0..area.height {
            let row = frame.rows.get(usize::from(y));
            if anew || row != self.frame.rows.get(usize::from(y)) {
                self.render(row.map(|row| &**row), theme);
                drawn += usize::from(self.draw_row(y, anew));
            }
        }
        let (x, y) = frame.cursor;
        self.pen.go(x.min(area.width - 1), y.min(area.height - 1));
        self.frame = frame;
        self.theme = Some(*theme);
        if drawn > 1 {
            self.pen.end_together()
        } else {
            self.pen.end_alone()
        }
    }

    /// Every cell is painted next, so nothing needs clearing, and a resize does not flash.
    fn start_anew(&mut self, area: Rect) {
        self.pen.forget();
        self.shown = Buffer::empty(area);
        self.fresh = Buffer::empty(Rect::new(0, 0, area.width, 1));
    }

    /// Renders a row's cells into `fresh`.
    fn render(&mut self, row: Option<&Row>, theme: &Theme) {
        let rest = row.map_or(Ground::Page, |row| row.ground);
        let mut blank = Cell::EMPTY;
        blank.set_style(theme.style(Role::Text, rest));
        let cells = &mut self.fresh.content;
        cells.fill(blank);

        let mut x = 0;
        for span in row.map_or(&[][..], |row| &row.spans) {
            let mut cell = Cell::EMPTY;
            cell.set_style(theme.style(span.role, span.ground));
            match render_text(&span.text, &cell, cells, x) {
                Some(next) => x = next,
                None => break,
            }
        }
    }

    /// Sends the cells of `fresh` that differ from row `y` as shown, or all of them. Says whether any were sent.
    fn draw_row(&mut self, y: u16, all: bool) -> bool {
        let width = self.fresh.area.width;
        let start = usize::from(y) * usize::from(width);
        let shown = &mut self.shown.content[start..start + usize::from(width)];
        let fresh = &self.fresh.content;

        let mut drawn = false;
        // Cells left of this are drawn even if they look the same.
        let mut redraw_to = if all { width } else { 0 };
        let mut x = 0;
        while x < width {
            let at = usize::from(x);
            let (old, new) = (&shown[at], &fresh[at]);
            let columns = columns(new);
            if x >= redraw_to && old == new {
                x += columns;
                continue;
            }
            if is_doubtful(old) || is_doubtful(new) {
                redraw_to = width;
            }
            redraw_to = redraw_to.max(end_of_covered(shown, x, columns));
            bridge(&mut self.pen, fresh, x, y);
            self.pen.go(x, y);
            if is_doubtful(new) {
                self.pen.wipe(new, x, y, usize::from(columns));
            }
            self.pen.draw(new, is_sure(new) && x + 1 < width);
            x += columns;
            drawn = true;
        }
        if drawn {
            shown.clone_from_slice(fresh);
        }
        drawn
    }
}

/// Renders text from column `x` on. Gives the column after it, or `None` once a letter does not fit.
fn render_text(text: &str, look: &Cell, cells: &mut [Cell], mut x: usize) -> Option<usize> {
    if is_plain_ascii(text) {
        for byte in text.bytes() {
            let cell = cells.get_mut(x)?;
            cell.clone_from(look);
            cell.set_char(char::from(byte));
            x += 1;
        }
        return Some(x);
    }
    for letter in text.graphemes(true) {
        let width = letter_width(letter);
        if width == 0 {
            continue;
        }
        let place = cells.get_mut(x..x + width)?;
        place.fill(look.clone());
        place[0].set_symbol(letter);
        x += width;
    }
    Some(x)
}

/// The column after the last of the letters shown that writing over these columns touches. What a terminal leaves of a
/// wide letter that is half written over may look like anything.
fn end_of_covered(shown: &[Cell], x: u16, count: u16) -> u16 {
    let touched = (x..x + count).map(|x| x.saturating_add(columns(&shown[usize::from(x)])));
    touched.max().unwrap_or(x)
}

/// Draws a short run of unchanged cells again, if that is cheaper than moving over them.
fn bridge(pen: &mut Pen, fresh: &[Cell], x: u16, y: u16) {
    let Some(gap @ 1..=CHEAPER_THAN_A_MOVE) = pen.gap(x, y) else {
        return;
    };
    let between = &fresh[usize::from(x - gap)..usize::from(x)];
    let cheap = |cell: &Cell| cell.symbol().len() == 1 && pen.looks_like(cell);
    if between.iter().all(cheap) {
        for cell in between {
            pen.draw(cell, true);
        }
    }
}

/// Columns of the letter that begins in this cell.
fn columns(cell: &Cell) -> u16 {
    match cell.symbol() {
        symbol if symbol.len() == 1 => 1,
        symbol => u16::try_from(letter_width(symbol)).unwrap_or(1).max(1),
    }
}

/// Whether every terminal moves the cursor by one for this letter.
fn is_sure(cell: &Cell) -> bool {
    cell.symbol().len() == 1 || (columns(cell) == 1 && !is_doubtful(cell))
}

/// Whether terminals may disagree about this letter's width: it is made of several characters.
fn is_doubtful(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() > 1 && symbol.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests;
