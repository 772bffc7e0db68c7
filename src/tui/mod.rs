//! The full-screen face: the terminal, what comes in from it, and what goes out to it.
//!
//! | file | what it holds |
//! |---|---|
//! | `terminal` | the terminal taken over and given back, one write a frame |
//! | `ending` | signals, a terminal that is gone, panics: the last words, and out within two seconds |
//! | `source` | waiting for input, and taking all of it before a draw |
//! | `input` | events of any terminal as one kind of key |
//! | `reply` | answers of the terminal that look like typing |
//! | `burst` | telling a paste from typing where the terminal does not |
//! | `row` | what views make: rows, and the part each piece of text plays |
//! | `depth` | how many colours to send, from what the environment says |
//! | `theme`, `palette` | how each part looks |
//! | `paint`, `pen` | the bytes from the frame shown to the next |
//!
//! In: event → [`Source`] → [`Input`]. Out: [`Frame`] → [`Painter`] → bytes → [`Terminal::show`]. Nothing here knows
//! what a conversation is.

pub mod burst;
pub mod depth;
pub mod ending;
pub mod face;
pub mod input;
pub mod paint;
mod palette;
mod pen;
mod reply;
pub mod row;
pub mod source;
pub mod terminal;
pub mod theme;
pub mod view;

pub use depth::{Depth, TermFacts};
pub use ending::Ending;
pub use input::{Input, Mouse};
pub use paint::Painter;
pub use row::{Frame, Ground, Role, Row, Span};
pub use source::Source;
pub use terminal::Terminal;
pub use theme::{Glyphs, Theme, ThemeName};
