//! One file a screen: an [`App`] in, a [`Frame`] out. A view reads the state and changes nothing.
//!
//! Every screen has the same bones, which [`view()`] puts together: a title row, the body, the line, what was
//! understood of it, and the keys that matter now. What there is room for is decided once, in [`shape`].

mod choice;
mod footer;
mod guide;
mod help;
mod home;
mod line;
mod notes;
mod paused;
mod read_back;
mod said;
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
    text, words,
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
        let columns = shape.columns;
        let line = line::line(self);
        let said = said::said(self);
        let quiet: Vec<Row> = said.trouble.into_iter().chain(self.quiet()).collect();
        let above = usize::from(shape.has_title) + usize::from(shape.has_rules);
        let below = usize::from(shape.has_rules)
            + quiet.len()
            + line.rows.len()
            + usize::from(shape.has_under)
            + usize::from(shape.has_footer);
        let middle = shape.rows.saturating_sub(above + below);
        let said_above = said.above.len().min(middle);
        let height = middle - said_above;
        let mut body = self.body(height);
        body.rows.resize_with(height, Row::new);

        let mut rows = Vec::with_capacity(shape.rows);
        if shape.has_title {
            rows.push(title::title(self).on(Ground::Bar));
        }
        if shape.has_rules {
            rows.push(self.rule(body.divider, self.glyphs.down_from));
        }
        let body_top = rows.len();
        rows.append(&mut body.rows);
        rows.extend(said.above.into_iter().take(said_above));
        if shape.has_rules {
            let whole = self.app.sheet.is_none() && !self.app.is_slash();
            rows.push(self.rule(body.divider.filter(|_| whole), self.glyphs.up_from));
        }
        rows.extend(quiet);
        let line_top = rows.len();
        rows.extend(line.rows);
        rows.extend(said.under);
        rows.truncate(shape.rows - usize::from(shape.has_footer));
        if shape.has_footer {
            rows.push(match said.in_place_of_keys {
                Some(row) => row,
                None => footer::footer(self).on(Ground::Bar),
            });
        }
        let rows: Vec<Row> = rows.into_iter().map(|row| row.cut(columns)).collect();
        let in_body = body.cursor.filter(|(_, row)| usize::from(*row) < height);
        let (column, row) = match in_body {
            Some((column, row)) => (column, body_top + usize::from(row)),
            None => (line.cursor.0, line_top + usize::from(line.cursor.1)),
        };
        Frame {
            cursor: (
                column.min(columns as u16 - 1),
                row.min(rows.len().saturating_sub(1)) as u16,
            ),
            rows,
            chosen: None,
        }
    }

    fn body(&self, height: usize) -> Body {
        let app = self.app;
        let help = app
            .sheet
            .as_ref()
            .filter(|sheet| sheet.kind == SheetKind::Help);
        if let Some(sheet) = help {
            return help::body(self, sheet, height);
        }
        let under = match app.screen {
            _ if app.is_paused() => paused::body(self, height),
            Screen::Home => home::body(self, height),
            Screen::Talk => talk::body(self, height),
            Screen::ReadBack => read_back::body(self, height),
        };
        sheet::over(self, under, height)
    }

    /// The quiet line after a worry, just above the line.
    fn quiet(&self) -> Vec<Row> {
        if !self.has_quiet() {
            return vec![];
        }
        let room = self
            .shape
            .columns
            .saturating_sub(2 * self.shape.margin().len());
        let words = [words::QUIET, words::QUIET_SHORT]
            .into_iter()
            .find(|words| text::width(words) <= room)
            .unwrap_or(words::QUIET_SHORT);
        vec![
            Row::new()
                .with(Role::Text, self.shape.margin())
                .with(Role::Label, text::fit(words, room)),
        ]
    }

    fn has_quiet(&self) -> bool {
        self.app.quiet && self.shape.has_title && !self.app.is_paused()
    }

    /// The words of a sentence that names arrows, as this screen can draw them.
    fn said(&self, words: &str) -> String {
        let mut words = text::shown(words).into_owned();
        for (arrow, named) in ["←", "→", "↑", "↓"].into_iter().zip(self.glyphs.arrows) {
            if arrow != named {
                words = words.replace(arrow, named);
            }
        }
        words
    }

    /// The arrows that choose, as a footer names them.
    fn up_and_down(&self) -> String {
        let [_, _, up, down] = self.glyphs.arrows;
        if text::width(up) == 1 {
            format!("{up}{down}")
        } else {
            format!("{up}/{down}")
        }
    }

    /// A rule across, with a divider hanging from it or standing on it.
    fn rule(&self, divider: Option<usize>, joint: &'static str) -> Row {
        Row::new().with(Role::Line, self.across(0, divider, joint))
    }

    /// A rule from a column to the right edge, with a joint where a divider meets it.
    fn across(&self, from: usize, divider: Option<usize>, joint: &'static str) -> String {
        let (across, columns) = (self.glyphs.across, self.shape.columns);
        match divider.filter(|at| (from..columns).contains(at)) {
            Some(at) => [
                across.repeat(at - from),
                joint.to_owned(),
                across.repeat(columns - at - 1),
            ]
            .concat(),
            None => across.repeat(columns.saturating_sub(from)),
        }
    }

    /// A rule that says something, `── Topics ───── 3 more below ──`, on which a divider may stand.
    fn titled_rule(&self, title: &str, right: &str, divider: Option<usize>) -> Row {
        let across = self.glyphs.across;
        let columns = self.shape.columns;
        let lead = if self.shape.has_margin { 2 } else { 1 };
        let right = match right {
            "" => String::new(),
            // The title says what the list is, so it is the last to be cut.
            _ if lead + text::width(title) + text::width(right) + 8 > columns => String::new(),
            right => format!(" {right} {}", across.repeat(lead)),
        };
        let room = columns.saturating_sub(text::width(&right));
        let title = text::fit(title, room.saturating_sub(lead + 3)).into_owned();
        let taken = lead + 2 + text::width(&title);
        let rule = self.across(taken, divider, self.glyphs.up_from);
        Row::new()
            .with(Role::Line, across.repeat(lead))
            .with(Role::Title, format!(" {title} "))
            .with(Role::Line, rule)
            .cut(room)
            .with(Role::Quiet, right)
    }
}
