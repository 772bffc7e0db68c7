//! Words on a screen: letters as people count them, widths, wrapping, cleaning.
//!
//! | file | what it answers |
//! |---|---|
//! | [`cell`](mod@cell) | words in a cell of a spreadsheet |
//! | [`clean`] | what is kept of what was typed or pasted, and what may be drawn of it |
//! | [`grapheme`] | where one letter ends and the next begins, and how wide it is |
//! | [`html`](mod@html) | words in a page for a browser |
//! | [`slips`](mod@slips) | how far a mistyped word is from another |
//! | [`wrap`](mod@wrap) | which bytes go on which row, and where the cursor is then |
//!
//! One rule joins them: a text is kept as it came ([`stored`]), and everything that measures it measures what will be
//! drawn ([`shown`]). So byte offsets always point into the words as kept, and widths are always those of the screen.

pub mod cell;
pub mod clean;
pub mod grapheme;
pub mod html;
pub mod slips;
pub mod wrap;

pub use cell::{cell, of_cell};
pub use clean::{acts, shown, shown_in_a_file, shown_lines, stored};
pub use grapheme::{is_boundary, next, prev, width, word_left, word_right};
pub use html::html;
pub use slips::slips;
pub use wrap::{at_column, fit, place, wrap, wrap_with};
