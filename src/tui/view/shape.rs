//! What there is room for: ux at five sizes, decided in one place.

use crate::app::{App, Screen};

/// What a screen of this size has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Columns.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// The guide stands in a column of its own.
    pub has_guide: bool,
    /// Kinds of note are spelled out; there is room for lists beside the notes.
    pub is_wide: bool,
    /// Rules between title, body and line.
    pub has_rules: bool,
    /// A column of space at the left edge.
    pub has_margin: bool,
    /// The label has a row of its own.
    pub label_above: bool,
    /// The label stands beside the line.
    pub label_beside: bool,
    /// Row 1.
    pub has_title: bool,
    /// The keys.
    pub has_footer: bool,
    /// The row under the line.
    pub has_under: bool,
    /// The most rows the line may take.
    pub line_rows: usize,
    /// The most rows of a sheet; 0 is the whole body.
    pub sheet_rows: usize,
}

impl Shape {
    /// The shape of the screen as it is.
    pub fn of(app: &App) -> Self {
        let (columns, rows) = (usize::from(app.size.0), usize::from(app.size.1));
        let tall = rows >= 16;
        let small = !tall || columns < 50;
        let tiny = columns < 40 || rows < 12;
        let hidden = app.is_paused() || app.locked.is_some();
        Self {
            columns,
            rows,
            has_guide: columns >= 76
                && tall
                && app.guide_shown
                && app.screen == Screen::Talk
                && !app.is_talked_over()
                && !hidden,
            is_wide: columns >= 110 && tall,
            has_rules: !small,
            has_margin: columns >= 76,
            label_above: small && !tiny && app.screen == Screen::Talk,
            label_beside: !small || (!tiny && app.screen != Screen::Talk),
            // In practice the first row of every screen says that it is not real, however small.
            has_title: rows >= 6 || (rows >= 2 && app.practice.is_some()),
            has_footer: rows >= 9,
            has_under: !small,
            line_rows: match () {
                () if tiny => 1,
                () if small => 2,
                () if columns < 76 => 3,
                () if columns >= 110 && rows >= 30 => 6,
                () => 4,
            },
            sheet_rows: match () {
                () if small => 0,
                () if columns >= 110 && rows >= 30 => 14,
                () => 9,
            },
        }
    }

    /// The space at the left edge.
    pub fn margin(&self) -> &'static str {
        if self.has_margin { " " } else { "" }
    }
}
