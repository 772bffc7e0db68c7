//! What the subcommands that only look say and print.

use std::{fmt, path::Path};

use chrono::NaiveDate;

use crate::{conversation::Moment, text};

/// No finished record yet.
pub const NO_RECORDS: &str = "No records yet.";
/// Before an open conversation's record so far.
pub const STILL_OPEN: &str =
    "This is an open conversation. It is not a record yet, and nothing of it has changed.";
/// Heads the marks.
pub const MARKS: &str = "Marks: type at the start of a note, or alone to mark the last note";
/// Over the keys that were pressed.
pub const TRY_KEYS: [&str; 2] = [
    "Press any key to see what arrives, and what it does in a conversation.",
    "Esc twice, or Ctrl+Q twice, leaves.",
];
/// The mouse was used.
pub const MOUSE: &str = "Mouse";
/// The folder that holds everything.
pub const HOME: &str = "Home";
/// The folder chosen for records.
pub const RECORDS: &str = "Records";
/// No colour.
pub const COLOURS_NONE: &str = "Colours: none. Bold and reverse only.";
/// The terminal's own.
pub const COLOURS_16: &str = "Colours: 16, the terminal's own.";
/// Indexed.
pub const COLOURS_256: &str = "Colours: 256.";
/// True colour.
pub const COLOURS_ALL: &str = "Colours: all.";
/// The locale is not UTF-8.
pub const ASCII_ONLY: &str = "The locale is not UTF-8: only plain ASCII is drawn.";
/// No terminal says how large it is.
pub const NO_SIZE: &str = "Size: this is not a terminal.";
/// A Mac's Option key.
pub const OPTION_AS_META: &str =
    "If Option+3 does not type #: turn off \"Use Option as Meta\", or use /topics and Ctrl+T.";

/// Which program this is.
pub fn version() -> String {
    format!("Alongside {}", env!("CARGO_PKG_VERSION"))
}

/// One finished record, as `alongside records` lists it.
pub struct Row<'a> {
    /// When it began.
    pub started: Moment,
    /// What kind of conversation it was, or the title of its guide.
    pub called: String,
    /// Who it was with; may be empty.
    pub person: &'a str,
    /// Words in it.
    pub words: usize,
    /// Next steps not done yet.
    pub steps_open: usize,
    /// Its id.
    pub id: &'a str,
    /// It no longer stands.
    pub is_void: bool,
}

/// How wide the columns are.
pub struct Columns {
    called: usize,
    person: usize,
}

impl Columns {
    /// As wide as the widest, within reason.
    pub fn of(rows: &[Row<'_>]) -> Self {
        let widest = |width: fn(&Row<'_>) -> usize| rows.iter().map(width).max().unwrap_or(0);
        Self {
            called: widest(|row| text::width(&row.called)),
            person: widest(|row| text::width(&text::shown(row.person))).min(24),
        }
    }

    /// `2026-03-10 14:20  Crisis              Joan M   70 words  2 open  2026-03-10-1420-crisis-7k3f`
    pub fn line(&self, row: &Row<'_>) -> String {
        let person = text::shown(row.person);
        let person = text::fit(&person, self.person);
        format!(
            "{}  {}  {}  {:>4} words  {:>2} open  {}{}\n",
            row.started.format("%Y-%m-%d %H:%M"),
            padded(&row.called, self.called),
            padded(&person, self.person),
            row.words,
            row.steps_open,
            row.id,
            super::adding::void_mark(row.is_void),
        )
    }

    /// The same with the day to look at it again first, and less after it.
    pub fn due_line(&self, look_at: NaiveDate, row: &Row<'_>) -> String {
        let person = text::shown(row.person);
        let person = text::fit(&person, self.person);
        format!(
            "{look_at}  {}  {}  {}\n",
            padded(&row.called, self.called),
            padded(&person, self.person),
            row.id
        )
    }
}

/// By width on the screen, which is not the count of letters.
fn padded(words: &str, width: usize) -> String {
    format!(
        "{words}{}",
        " ".repeat(width.saturating_sub(text::width(words)))
    )
}

/// A file among the records that is not one.
pub fn not_a_record(path: &str, why: &impl fmt::Display) -> String {
    format!(
        "{} could not be read as a record: {why} It was left as it is.",
        text::shown(path)
    )
}

/// A detail nobody has.
pub fn no_detail(name: &str) -> String {
    format!(
        "There is no detail called {}. Try short, standard or everything.",
        text::shown(name)
    )
}

/// More than one begins like this.
pub fn several(id: &str) -> String {
    format!(
        "More than one begins {}. Type a little more of it:",
        text::shown(id)
    )
}

/// None begins like this.
pub fn nothing_called(id: &str) -> String {
    format!(
        "There is no record and no open conversation that begins {}. alongside records lists them.",
        text::shown(id)
    )
}

/// Notes that stand in a file of their own, which is never shown beside the record.
pub fn kept_apart_in(count: usize, file: &Path) -> String {
    let file = file.display();
    match count {
        1 => format!("1 note kept apart, in {file}"),
        _ => format!("{count} notes kept apart, in {file}"),
    }
}

/// The same, before there is a file.
pub fn kept_apart_open(count: usize) -> String {
    match count {
        1 => "1 note kept apart is not shown.".to_owned(),
        _ => format!("{count} notes kept apart are not shown."),
    }
}

/// Something was pasted.
pub fn pasted(characters: usize) -> String {
    format!("Paste, {characters} characters")
}

/// The window has another size.
pub fn resized(columns: u16, rows: u16) -> String {
    format!("Window, {columns} columns, {rows} rows")
}

/// The window got the keyboard, or lost it.
pub fn focus(here: bool) -> &'static str {
    if here {
        "The keyboard is here"
    } else {
        "The keyboard is elsewhere"
    }
}

/// A folder that takes files.
pub fn can_be_written(name: &str, path: &Path) -> String {
    format!("{name}: {}. It can be written.", path.display())
}

/// A folder that does not.
pub fn cannot_be_written(name: &str, path: &Path, why: &str) -> String {
    format!("{name}: {}. It cannot be written: {why}", path.display())
}

/// A folder that comes with the first thing kept in it.
pub fn not_made_yet(name: &str, path: &Path) -> String {
    format!(
        "{name}: {}. It is made when something is first kept.",
        path.display()
    )
}

/// A folder somebody chose, and it is not there.
pub fn not_there(name: &str, path: &Path) -> String {
    format!(
        "{name}: {} is not there. Its drive may be off. Records go to the home until it is.",
        path.display()
    )
}

/// How many conversations are open.
pub fn open_conversations(count: usize) -> String {
    format!("Open conversations: {count}.")
}

/// How many records there are.
pub fn finished_records(count: usize) -> String {
    format!("Records: {count}.")
}

/// How many guides there are.
pub fn guides(count: usize) -> String {
    format!("Guides: {count}.")
}

/// How many pieces of local help there are.
pub fn local_help(count: usize) -> String {
    format!("Local help: {count}.")
}

/// What the environment says of the terminal.
pub fn term(term: Option<&str>, locale: Option<&str>) -> String {
    let said = |value: Option<&str>| value.unwrap_or("not set").to_owned();
    format!("Terminal: TERM {}, locale {}.", said(term), said(locale))
}

/// How large the terminal is.
pub fn size(columns: u16, rows: u16) -> String {
    format!("Size: {columns} columns, {rows} rows.")
}
