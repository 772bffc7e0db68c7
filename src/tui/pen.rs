//! The bytes of a frame: text, the fewest codes that put it in place, and nothing a reader may not use.
//!
//! ratatui's own backend ends each draw with colour resets, an underline-colour code among them, even under
//! `NO_COLOR`, and flushes several times. Ours writes to memory, remembers the style the terminal is left in from one
//! frame to the next, and knows no attribute but bold and reverse.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Starts a frame the terminal shows all at once, with the cursor out of sight while it is drawn.
pub(super) const BEGIN: &[u8] = b"\x1b[?2026h\x1b[?25l";
const END: &[u8] = b"\x1b[?25h\x1b[?2026l";

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    bold: bool,
    reverse: bool,
}

impl Look {
    const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        bold: false,
        reverse: false,
    };

    fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            bold: cell.modifier.contains(Modifier::BOLD),
            reverse: cell.modifier.contains(Modifier::REVERSED),
        }
    }

    fn is_colourless(self) -> bool {
        self.fg == Color::Reset && self.bg == Color::Reset
    }
}

/// Writes a frame's bytes.
#[derive(Debug, Default)]
pub(super) struct Pen {
    out: Vec<u8>,
    /// Where the terminal's cursor is, if that is certain.
    at: Option<(u16, u16)>,
    /// How the terminal draws now, if that is certain.
    look: Option<Look>,
}

impl Pen {
    /// Starts a frame. Where the cursor was left is not trusted: another program may have written to the terminal, and
    /// one move a frame puts that right.
    pub fn begin(&mut self) {
        self.out.clear();
        self.out.extend_from_slice(BEGIN);
        self.at = None;
    }

    /// Forgets how the terminal draws.
    pub fn forget(&mut self) {
        self.look = None;
    }

    /// Ends a frame that was drawn in one go, and gives its bytes.
    pub fn end_together(&mut self) -> &[u8] {
        self.out.extend_from_slice(END);
        &self.out
    }

    /// Ends a frame too small to tear, and gives its bytes.
    pub fn end_alone(&self) -> &[u8] {
        &self.out[BEGIN.len()..]
    }

    /// Moves the cursor, if it is not there.
    pub fn go(&mut self, x: u16, y: u16) {
        if self.at != Some((x, y)) {
            write!(self.out, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1)
                .expect("memory takes any bytes");
            self.at = Some((x, y));
        }
    }

    /// Columns between the cursor and `x`, if the cursor is surely to its left on row `y`.
    pub fn gap(&self, x: u16, y: u16) -> Option<u16> {
        let (at, row) = self.at?;
        (row == y).then(|| x.checked_sub(at)).flatten()
    }

    /// Whether drawing this cell takes no change of style.
    pub fn looks_like(&self, cell: &Cell) -> bool {
        self.look == Some(Look::of(cell))
    }

    /// Draws a cell where the cursor is. `sure` says whether every terminal agrees how far that moves the cursor.
    pub fn draw(&mut self, cell: &Cell, sure: bool) {
        self.change_to(Look::of(cell));
        self.out.extend_from_slice(cell.symbol().as_bytes());
        self.at = match self.at {
            Some((x, y)) if sure => Some((x + 1, y)),
            _ => None,
        };
    }

    /// Draws spaces in a cell's look and comes back to its place.
    pub fn wipe(&mut self, cell: &Cell, x: u16, y: u16, columns: usize) {
        self.change_to(Look::of(cell));
        self.out.resize(self.out.len() + columns, b' ');
        self.at = None;
        self.go(x, y);
    }

    fn change_to(&mut self, to: Look) {
        if self.look == Some(to) {
            return;
        }
        let mut codes = Codes::new(&mut self.out);
        // A full reset names no colour, so it is the only way back for a screen without colours.
        let from = match self.look {
            Some(from) if !to.is_colourless() => from,
            _ => {
                codes.add(&[0]);
                Look::PLAIN
            }
        };
        if from.bold != to.bold {
            codes.add(if to.bold { &[1] } else { &[22] });
        }
        if from.reverse != to.reverse {
            codes.add(if to.reverse { &[7] } else { &[27] });
        }
        if from.fg != to.fg {
            codes.colour(30, to.fg);
        }
        if from.bg != to.bg {
            codes.colour(40, to.bg);
        }
        codes.end();
        self.look = Some(to);
    }
}

/// One `SGR` sequence.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    separator: &'static [u8],
}

impl<'a> Codes<'a> {
    fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            separator: b"\x1b[",
        }
    }

    fn add(&mut self, codes: &[u8]) {
        for code in codes {
            self.out.extend_from_slice(self.separator);
            self.separator = b";";
            write!(self.out, "{code}").expect("memory takes any bytes");
        }
    }

    /// Adds a colour; `base` is 30 for letters and 40 for what they stand on.
    fn colour(&mut self, base: u8, colour: Color) {
        match colour {
            Color::Reset => self.add(&[base + 9]),
            Color::Rgb(r, g, b) => self.add(&[base + 8, 2, r, g, b]),
            Color::Indexed(slot) => self.add(&[base + 8, 5, slot]),
            named => match slot(named) {
                low @ 0..8 => self.add(&[base + low]),
                high => self.add(&[base + 60 + high - 8]),
            },
        }
    }

    fn end(self) {
        self.out.push(b'm');
    }
}

/// The place of a named colour among the sixteen.
fn slot(colour: Color) -> u8 {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let found = (0..16).find(|slot| NAMED[usize::from(*slot)] == colour);
    found.unwrap_or(7)
}
