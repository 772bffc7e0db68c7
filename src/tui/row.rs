//! What a view makes: rows of text, each piece with the part it plays.
//!
//! A view knows no colours and no terminal. It says "this is a worry, on the chosen row"; the theme decides how that
//! looks and the painter decides which bytes it takes. Rows are compared with the rows shown last, so an unchanged row
//! costs one comparison.

use std::{borrow::Cow, rc::Rc};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The part a piece of text plays. The theme gives each a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Ordinary words.
    #[default]
    Text,
    /// A heading: ordinary words, stronger.
    Title,
    /// Times, hints and the keys in the footer.
    Quiet,
    /// Labels and the pointer.
    Label,
    /// Rules and dividers, which carry no words.
    Line,
    /// `"` The person's own words.
    OwnWords,
    /// `*` What matters most.
    Matters,
    /// `!` A worry.
    Worry,
    /// `+` A strength.
    Strength,
    /// `@` A connection.
    Connection,
    /// `~` What the worker saw or noticed.
    Saw,
    /// `=` What the worker thinks.
    View,
    /// `?` Something to come back to.
    ComeBack,
    /// `>` A next step.
    NextStep,
    /// `&` Kept apart.
    Apart,
    /// Something went wrong.
    Problem,
}

impl Role {
    /// Every role, for tables and tests.
    pub const ALL: [Self; 16] = [
        Self::Text,
        Self::Title,
        Self::Quiet,
        Self::Label,
        Self::Line,
        Self::OwnWords,
        Self::Matters,
        Self::Worry,
        Self::Strength,
        Self::Connection,
        Self::Saw,
        Self::View,
        Self::ComeBack,
        Self::NextStep,
        Self::Apart,
        Self::Problem,
    ];
}

/// What text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ground {
    /// The screen.
    #[default]
    Page,
    /// The title row and the footer.
    Bar,
    /// The chosen row of a list. All text on it looks the same, so that no mark has to be read on a colour.
    Chosen,
}

/// A piece of text that plays one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words, already clean: control characters in them are not drawn.
    pub text: Cow<'static, str>,
    /// The part they play.
    pub role: Role,
    /// What they stand on.
    pub ground: Ground,
}

/// One row of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The pieces, left to right.
    pub spans: Vec<Span>,
    /// What the rest of the row, right of the last piece, stands on.
    pub ground: Ground,
}

impl Row {
    /// An empty row.
    pub fn new() -> Self {
        Self::default()
    }

    /// A row of ordinary words.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new().with(Role::Text, text)
    }

    /// Adds a piece at the right.
    pub fn push(&mut self, role: Role, text: impl Into<Cow<'static, str>>) {
        let (text, ground) = (text.into(), self.ground);
        if !text.is_empty() {
            self.spans.push(Span { text, role, ground });
        }
    }

    /// The row with a piece added at the right.
    #[must_use]
    pub fn with(mut self, role: Role, text: impl Into<Cow<'static, str>>) -> Self {
        self.push(role, text);
        self
    }

    /// The row with all of it, and whatever is added later, on this ground.
    #[must_use]
    pub fn on(mut self, ground: Ground) -> Self {
        self.ground = ground;
        for span in &mut self.spans {
            span.ground = ground;
        }
        self
    }

    /// Columns taken.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| width(&span.text)).sum()
    }

    /// The row with spaces to at least this width.
    #[must_use]
    pub fn pad_to(mut self, columns: usize) -> Self {
        let missing = columns.saturating_sub(self.width());
        self.push(Role::Text, spaces(missing));
        self
    }

    /// The row cut between two letters to at most this width.
    #[must_use]
    pub fn cut(mut self, columns: usize) -> Self {
        let mut left = columns;
        let mut kept = 0;
        for span in &mut self.spans {
            let taken = width(&span.text);
            if taken > left {
                truncate(&mut span.text, left);
                kept += usize::from(!span.text.is_empty());
                break;
            }
            left -= taken;
            kept += 1;
        }
        self.spans.truncate(kept);
        self
    }

    /// The row cut and padded to exactly this width.
    #[must_use]
    pub fn fit(self, columns: usize) -> Self {
        self.cut(columns).pad_to(columns)
    }

    /// This row in `left_width` columns, a divider, and another row beside it, which says what the rest stands on.
    #[must_use]
    pub fn beside(
        self,
        left_width: usize,
        divider: impl Into<Cow<'static, str>>,
        right: Self,
    ) -> Self {
        let mut row = self.fit(left_width);
        row.ground = Ground::Page;
        row.push(Role::Line, divider);
        row.ground = right.ground;
        row.spans.extend(right.spans);
        row
    }

    /// `left` at the left and `right` at the right of exactly `columns`, with a space between. The left is cut to make
    /// room; where no room would be left for it, the right goes instead, because words matter more than their time.
    #[must_use]
    pub fn left_right(left: Self, right: Self, columns: usize) -> Self {
        let taken = right.width() + 1;
        if taken >= columns {
            return left.fit(columns);
        }
        let mut row = left.fit(columns - taken);
        row.push(Role::Text, " ");
        row.spans.extend(right.spans);
        row
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_ref()).collect()
    }
}

/// All of a screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// Rows from the top. Missing ones are blank; ones below the screen are not drawn. Shared with the frame before,
    /// where a row has not changed, so that keeping and comparing it costs nothing.
    pub rows: Vec<Rc<Row>>,
    /// Where the terminal's own cursor stands: column, row. Always shown, so that screen readers, magnifiers and input
    /// methods can follow it.
    pub cursor: (u16, u16),
}

/// Columns this text takes, letter by letter as the painter draws them.
pub fn width(text: &str) -> usize {
    if is_plain_ascii(text) {
        return text.len();
    }
    text.graphemes(true).map(letter_width).sum()
}

/// Columns one letter takes. Control characters are never drawn, so they take none.
pub(super) fn letter_width(letter: &str) -> usize {
    if letter.contains(char::is_control) {
        return 0;
    }
    letter.width()
}

/// Whether every byte is a letter one column wide.
pub(super) fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7F).contains(&byte))
}

fn truncate(text: &mut Cow<'static, str>, columns: usize) {
    let mut left = columns;
    let end = text.grapheme_indices(true).find_map(|(at, letter)| {
        match left.checked_sub(letter_width(letter)) {
            Some(rest) => {
                left = rest;
                None
            }
            None => Some(at),
        }
    });
    match (text, end) {
        (_, None) => {}
        (Cow::Borrowed(text), Some(end)) => *text = &text[..end],
        (Cow::Owned(text), Some(end)) => text.truncate(end),
    }
}

fn spaces(count: usize) -> Cow<'static, str> {
    const BLANK: &str =
        "                                                                                ";
    match BLANK.get(..count) {
        Some(blank) => Cow::Borrowed(blank),
        None => Cow::Owned(" ".repeat(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn width_is_by_letter() {
        let table = [
            ("", 0),
            ("Joan", 4),
            ("Tŷ Gŵyr", 7),
            ("w\u{302}", 1),
            ("中文", 4),
            ("👨‍👩‍👧", 2),
            ("a\u{1b}[31mb\t", 6),
        ];
        for (text, columns) in table {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn a_letter_is_never_cut_in_two() {
        let row = Row::plain("ab中文").with(Role::Worry, "cd");
        assert_eq!(row.clone().cut(3).text(), "ab");
        assert_eq!(row.clone().fit(3).text(), "ab ");
        assert_eq!(row.clone().cut(7).text(), "ab中文c");
        assert_eq!(row.clone().cut(0), Row::new());
        assert_eq!(row.clone().cut(99), row);
    }

    #[test]
    fn time_stands_at_the_right_and_gives_way() {
        let note = || Row::plain("Rang because she cannot get out");
        let time = || Row::new().with(Role::Quiet, "14:20");
        assert_eq!(
            Row::left_right(note(), time(), 40).text(),
            "Rang because she cannot get out    14:20"
        );
        assert_eq!(Row::left_right(note(), time(), 12).text(), "Rang b 14:20");
        assert_eq!(Row::left_right(note(), time(), 6).text(), "Rang b");
    }

    #[test]
    fn a_chosen_topic_leaves_the_notes_beside_it_alone() {
        let row = Row::plain("note").beside(6, "│", Row::plain("topic").on(Ground::Chosen));
        assert_eq!(row.text(), "note  │topic");
        let grounds: Vec<_> = row.spans.iter().map(|span| span.ground).collect();
        assert_eq!(
            grounds,
            [Ground::Page, Ground::Page, Ground::Page, Ground::Chosen]
        );
        assert_eq!(row.ground, Ground::Chosen);
    }

    proptest! {
        #[test]
        fn rows_fit_exactly(texts in proptest::collection::vec(".{0,12}", 0..5), columns in 0usize..60) {
            let mut row = Row::new();
            for text in texts {
                row.push(Role::Text, text);
            }
            prop_assert!(row.clone().cut(columns).width() <= columns);
            prop_assert_eq!(row.fit(columns).width(), columns);
        }
    }
}
