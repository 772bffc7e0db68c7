//! One file a screen: an [`App`] in, a [`Frame`] out. A view reads the state and changes nothing.
//!
//! Every screen has the same bones, which [`view()`] puts together: a title row, the body, the line, what was
//! understood of it, and the keys that matter now. What there is room for is decided once, in [`shape`].

mod alone;
mod cards;
mod choice;
mod close;
mod debrief;
mod due;
mod evidence;
mod footer;
mod guide;
mod help;
mod home;
mod line;
mod locked;
mod notes;
mod page;
mod paused;
mod read_back;
mod said;
mod shape;
mod sheet;
mod talk;
mod title;
mod unlock;
mod watch;

use std::rc::Rc;

use self::shape::Shape;
use super::{
    row::{Frame, Ground, Role, Row},
    theme::Glyphs,
};
use crate::{
    app::{App, Quiet, Screen, SheetKind},
    conversation::{ConversationId, NoteId},
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
    View::default().frame(app, glyphs)
}

/// Draws screens one after another, and keeps the body of a conversation while only the line is being typed in: a
/// letter must not cost more because there are many notes. What it draws is what [`view()`] draws.
#[derive(Debug, Default)]
pub struct View {
    kept: Option<Kept>,
}

/// The body of a conversation as it was last drawn, and what it was drawn from.
#[derive(Debug)]
struct Kept {
    talk: ConversationId,
    still: Still,
    drawn: Rc<Drawn>,
}

/// A body of its full height with the rules above and below it, its rows ready to be shared between frames.
#[derive(Debug)]
struct Drawn {
    above: Rc<Row>,
    rows: Vec<Rc<Row>>,
    below: Rc<Row>,
    cursor: Option<(u16, u16)>,
}

/// All that the body of a conversation is drawn from, beside the conversation itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Still {
    revision: u64,
    note: Option<NoteId>,
    /// Whether the cursor stands on it: while nothing is typed.
    cursor_is_there: bool,
    shape: Shape,
    height: usize,
    spacing: bool,
    width: u16,
    looking: bool,
    glyphs: &'static Glyphs,
}

impl View {
    /// The whole screen.
    pub fn frame(&mut self, app: &App, glyphs: &'static Glyphs) -> Frame {
        let shape = Shape::of(app);
        if app.locked.is_some() {
            // What was drawn holds words.
            self.kept = None;
        }
        if shape.columns == 0 || shape.rows == 0 {
            return Frame::default();
        }
        Draw { app, shape, glyphs }.frame(self)
    }
}

/// What every part of a view is given.
#[derive(Clone, Copy)]
struct Draw<'a> {
    app: &'a App,
    shape: Shape,
    glyphs: &'static Glyphs,
}

impl Draw<'_> {
    fn frame(&self, view: &mut View) -> Frame {
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
        let body = self.drawn_body(view, height);

        let whole = |row: Row| Rc::new(row.cut(columns));
        let mut rows: Vec<Rc<Row>> = Vec::with_capacity(shape.rows);
        if shape.has_title {
            rows.push(whole(title::title(self).on(Ground::Bar)));
        }
        if shape.has_rules {
            rows.push(Rc::clone(&body.above));
        }
        let body_top = rows.len();
        rows.extend(body.rows.iter().cloned());
        rows.extend(said.above.into_iter().take(said_above).map(whole));
        if shape.has_rules {
            rows.push(Rc::clone(&body.below));
        }
        rows.extend(quiet.into_iter().map(whole));
        let line_top = rows.len();
        rows.extend(line.rows.into_iter().map(whole));
        rows.extend(said.under.map(whole));
        rows.truncate(shape.rows - usize::from(shape.has_footer));
        if shape.has_footer {
            let keys = || footer::footer(self).on(Ground::Bar);
            rows.push(whole(said.in_place_of_keys.unwrap_or_else(keys)));
        }
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
        }
    }

    /// The body, of this height; the one drawn last, if nothing it is drawn from has changed.
    fn drawn_body(&self, view: &mut View, height: usize) -> Rc<Drawn> {
        let Some((talk, still)) = self.still(height) else {
            return Rc::new(self.draw_body(height));
        };
        if let Some(kept) = &view.kept
            && kept.still == still
            && kept.talk == *talk
        {
            return Rc::clone(&kept.drawn);
        }
        let drawn = Rc::new(self.draw_body(height));
        view.kept = Some(Kept {
            talk: talk.clone(),
            still,
            drawn: Rc::clone(&drawn),
        });
        drawn
    }

    /// What the body is drawn from, where that is little: a conversation with nothing open over it.
    fn still(&self, height: usize) -> Option<(&ConversationId, Still)> {
        let app = self.app;
        let hidden = app.is_paused() || app.locked.is_some();
        let covered = app.sheet.is_some() || app.unlocking.is_some() || app.is_slash() || hidden;
        if app.screen != Screen::Talk || covered || !self.shape.has_under {
            return None;
        }
        let talk = app.shown()?;
        let still = Still {
            revision: talk.revision(),
            note: app.note,
            cursor_is_there: app.note.is_some() && app.line_is_empty(),
            shape: self.shape,
            height,
            spacing: app.desk.prefs.spacing,
            width: app.desk.prefs.width,
            looking: app.looking.is_some(),
            glyphs: self.glyphs,
        };
        Some((&talk.id, still))
    }

    fn draw_body(&self, height: usize) -> Drawn {
        let mut body = self.body(height);
        body.rows.resize_with(height, Row::new);
        let columns = self.shape.columns;
        let app = self.app;
        let in_sight = app.sheet.is_none() && app.unlocking.is_none() && !app.is_slash();
        let standing = body.divider.filter(|_| in_sight);
        let rows = body.rows.into_iter().map(|row| Rc::new(row.cut(columns)));
        Drawn {
            above: Rc::new(self.rule(body.divider, self.glyphs.down_from)),
            rows: rows.collect(),
            below: Rc::new(self.rule(standing, self.glyphs.up_from)),
            cursor: body.cursor,
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
        let under = match (app.locked, app.screen) {
            (Some(locked), _) => locked::body(self, locked, height),
            _ if app.is_paused() => paused::body(self, height),
            (None, Screen::Home) => home::body(self, height),
            (None, Screen::Talk) => talk::body(self, height),
            (None, Screen::ReadBack) => read_back::body(self, height),
            (None, Screen::Cards) => cards::body(self, height),
            (None, Screen::Watch) => watch::body(self, height),
            (None, Screen::Debrief) => debrief::body(self, height),
            (None, Screen::Alone) => alone::body(self, height),
            (None, Screen::Evidence) => evidence::body(self, height),
        };
        sheet::over(self, under, height)
    }

    /// The quiet line, just above the line.
    fn quiet(&self) -> Vec<Row> {
        if !self.has_quiet() {
            return vec![];
        }
        let room = self
            .shape
            .columns
            .saturating_sub(2 * self.shape.margin().len());
        let [whole, short] = match self.app.quiet {
            Some(Quiet::StickingClose) => [words::close::QUIET, words::close::QUIET_SHORT],
            Some(Quiet::Worry) | None => [words::QUIET, words::QUIET_SHORT],
        };
        let words = match text::width(whole) <= room {
            true => whole,
            false => short,
        };
        vec![
            Row::new()
                .with(Role::Text, self.shape.margin())
                .with(Role::Label, text::fit(words, room)),
        ]
    }

    fn has_quiet(&self) -> bool {
        let hidden = self.app.is_paused() || self.app.locked.is_some();
        self.app.quiet.is_some() && self.shape.has_title && !hidden
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

    /// Beside the guide: what moves it, unless it is another window's.
    fn tab_moves(&self) -> &'static str {
        match self.app.looking {
            Some(_) => "",
            None => words::TAB_MOVES,
        }
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
