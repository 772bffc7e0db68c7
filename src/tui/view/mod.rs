//! One file a screen: an [`App`] in, a [`Frame`] out. A view reads the state and changes nothing.
//!
//! Every screen has the same bones, which [`frame`] puts together: a title row, the body, the line, what was
//! understood of it, and the keys that matter now. What there is room for is decided once, in [`shape`].

mod footer;
mod guide;
mod help;
mod home;
mod line;
mod notes;
mod paused;
mod read_back;
mod shape;
mod sheet;
mod talk;
mod title;

use self::shape::Shape;
use super::{
    row::{Frame, Ground, Role, Row},
    theme::Glyphs,
};
use crate::{
    app::{App, Screen, SheetKind},
    text,
};

/// What a screen puts between the title row and the line.
struct Body {
    /// The rows, as many as were asked for or fewer.
    rows: Vec<Row>,
    /// Where the cursor goes, when it is not in the line: column, and row of the body.
    cursor: Option<(u16, u16)>,
    /// The column of the divider, where there is one.
    divider: Option<usize>,
}

impl Body {
    fn of(rows: Vec<Row>) -> Self {
        Self {
            rows,
            cursor: None,
            divider: None,
        }
    }
}

/// The whole screen.
pub fn view(app: &App, glyphs: &'static Glyphs) -> Frame {
    let shape = Shape::of(app);
    let draw = Draw { app, shape, glyphs };
    if shape.columns == 0 || shape.rows == 0 {
        return Frame {
            rows: vec![],
            cursor: (0, 0),
            chosen: None,
        };
    }
    draw.frame()
}

/// What every part of a view is given.
#[derive(Clone, Copy)]
struct Draw<'a> {
    app: &'a App,
    shape: Shape,
    glyphs: &'static Glyphs,
}

impl Draw<'_> {
    fn frame(&self) -> Frame {
        let shape = &self.shape;
        let line = line::line(self);
        let above = usize::from(shape.has_title) + usize::from(shape.has_rules);
        let quiet = self.quiet();
        let below = line.rows.len()
            + usize::from(shape.has_rules)
            + quiet.len()
            + usize::from(shape.has_footer);
        let height = shape.rows.saturating_sub(above + below);
        let mut body = self.body(height);
        body.rows.truncate(height);
        while body.rows.len() < height {
            body.rows.push(Row::new());
        }

        let mut rows = Vec::with_capacity(shape.rows);
        if shape.has_title {
            rows.push(title::title(self).on(Ground::Bar));
        }
        if shape.has_rules {
            rows.push(self.rule(body.divider, self.glyphs.down_from));
        }
        let body_top = rows.len();
        rows.append(&mut body.rows);
        if shape.has_rules {
            let divider = body
                .divider
                .filter(|_| self.app.sheet.is_none() && !self.app.is_slash());
            rows.push(self.rule(divider, self.glyphs.up_from));
        }
        rows.extend(quiet);
        let line_top = rows.len();
        rows.extend(line.rows);
        rows.truncate(shape.rows - usize::from(shape.has_footer));
        if shape.has_footer {
            rows.push(footer::footer(self).on(Ground::Bar));
        }
        let in_body = body.cursor.filter(|(_, row)| usize::from(*row) < height);
        let cursor = match in_body {
            Some((column, row)) => (column, body_top as u16 + row),
            None => (
                line.cursor.0,
                (line_top as u16).saturating_add(line.cursor.1),
            ),
        };
        let last = (
            shape.columns as u16 - 1,
            rows.len().saturating_sub(1) as u16,
        );
        Frame {
            rows,
            cursor: (cursor.0.min(last.0), cursor.1.min(last.1)),
            chosen: None,
        }
    }

    fn body(&self, height: usize) -> Body {
        let app = self.app;
        let under = if app.is_paused() {
            paused::body(self, height)
        } else if app
            .sheet
            .as_ref()
            .is_some_and(|sheet| sheet.kind == SheetKind::Help)
        {
            return help::body(self, height);
        } else {
            match app.screen {
                Screen::Home => home::body(self, height),
                Screen::Talk => talk::body(self, height),
                Screen::ReadBack => read_back::body(self, height),
            }
        };
        sheet::over(self, under, height)
    }

    /// The quiet line after a worry, just above the line.
    fn quiet(&self) -> Vec<Row> {
        use crate::words;
        if !self.app.quiet || !self.shape.has_title {
            return vec![];
        }
        let words = if self.shape.columns >= 80 {
            words::QUIET
        } else {
            words::QUIET_SHORT
        };
        vec![
            Row::new()
                .with(Role::Text, self.shape.margin())
                .with(Role::Label, words),
        ]
    }

    /// A rule across, with a divider hanging from it or standing on it.
    fn rule(&self, divider: Option<usize>, joint: &'static str) -> Row {
        let across = self.glyphs.across;
        match divider.filter(|at| *at < self.shape.columns) {
            Some(at) => Row::new().with(
                Role::Line,
                format!(
                    "{}{joint}{}",
                    across.repeat(at),
                    across.repeat(self.shape.columns - at - 1)
                ),
            ),
            None => Row::new().with(Role::Line, across.repeat(self.shape.columns)),
        }
    }

    /// A rule that says something: `── Topics ─────`, on which a divider may stand.
    fn titled_rule(&self, title: &str, divider: Option<usize>) -> Row {
        let across = self.glyphs.across;
        let columns = self.shape.columns;
        let lead = if self.shape.has_margin { 2 } else { 1 };
        let title = text::fit(title, columns.saturating_sub(lead + 3)).into_owned();
        let taken = lead + 2 + text::width(&title);
        let rest = match divider.filter(|at| (taken..columns).contains(at)) {
            Some(at) => [
                across.repeat(at - taken),
                self.glyphs.up_from.to_owned(),
                across.repeat(columns - at - 1),
            ]
            .concat(),
            None => across.repeat(columns.saturating_sub(taken)),
        };
        Row::new()
            .with(Role::Line, across.repeat(lead))
            .with(Role::Title, format!(" {title} "))
            .with(Role::Line, rest)
    }
}
