//! What somebody likes, in `config.toml`: read tolerantly, and changed one line at a time so that a hand-made file
//! stays as its maker left it.

use std::{
    fmt,
    ops::{Range, RangeInclusive},
    path::{Path, PathBuf},
};

use toml::de::DeTable;

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    fields::Fields,
    files::read_limited,
    sift::sift,
    turn::Turn,
    within::within,
};
use crate::guide::Problem;

/// The longest settings file there may be, in bytes: fifty times one with everything in it.
const LIMIT: u64 = 64 << 10;

/// What somebody likes. Whatever is not set, or not understood, is as it ships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The worker's name, as records give it.
    pub name: Option<String>,
    /// Where finished records go, instead of the home.
    pub records: Option<PathBuf>,
    /// The colours, when they are chosen and not found out.
    pub theme: Option<Theme>,
    /// The line of questions to glance at.
    pub hints: bool,
    /// How long the talk has lasted, on row 1.
    pub clock: bool,
    /// A blank row between notes.
    pub spacing: bool,
    /// Words that make people go hmm are shown in Read back.
    pub words: bool,
    /// The widest the text may be, in columns. `None` is as wide as the window.
    pub width: Option<u16>,
    /// Minutes without a key until everything is hidden and the key forgotten. `None` is never.
    pub lock_after: Option<u16>,
    /// The mouse does things, which takes selecting and copying away from the terminal.
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            records: None,
            theme: None,
            hints: true,
            clock: false,
            spacing: false,
            words: true,
            width: None,
            lock_after: None,
            mouse: false,
        }
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For a dark window.
    Dark,
    /// For a light window.
    Light,
    /// As much contrast as there is.
    Contrast,
    /// No colours that some people cannot tell apart.
    Safe,
}

impl Theme {
    /// Every theme and its name, in the order they are offered.
    pub const ALL: [(&'static str, Self); 4] = [
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("contrast", Self::Contrast),
        ("safe", Self::Safe),
    ];

    /// The name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Safe => "safe",
        }
    }

    /// The theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, theme)| theme)
    }
}

/// One setting with its new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    /// [`Settings::name`].
    Name(String),
    /// [`Settings::records`]. Blank is the home.
    Records(String),
    /// [`Settings::theme`].
    Theme(Theme),
    /// [`Settings::hints`].
    Hints(bool),
    /// [`Settings::clock`].
    Clock(bool),
    /// [`Settings::spacing`].
    Spacing(bool),
    /// [`Settings::words`].
    Words(bool),
    /// [`Settings::width`].
    Width(Option<u16>),
    /// [`Settings::lock_after`].
    LockAfter(Option<u16>),
    /// [`Settings::mouse`].
    Mouse(bool),
}

impl Setting {
    /// Its name in the file.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Records(_) => "records",
            Self::Theme(_) => "theme",
            Self::Hints(_) => "hints",
            Self::Clock(_) => "clock",
            Self::Spacing(_) => "spacing",
            Self::Words(_) => "words",
            Self::Width(_) => "width",
            Self::LockAfter(_) => "lock_after",
            Self::Mouse(_) => "mouse",
        }
    }

    fn value(&self) -> toml::Value {
        match self {
            Self::Name(text) | Self::Records(text) => text.as_str().into(),
            Self::Theme(theme) => theme.name().into(),
            Self::Hints(on)
            | Self::Clock(on)
            | Self::Spacing(on)
            | Self::Words(on)
            | Self::Mouse(on) => (*on).into(),
            Self::Width(number) | Self::LockAfter(number) => {
                i64::from(number.unwrap_or_default()).into()
            }
        }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.key(), self.value())
    }
}

/// What a file says, what is wrong with it, and its text, which the problems point into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FromFile<T> {
    /// What it says. Whatever is wrong is left out.
    pub value: T,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// The text that was read. Empty when there is no file.
    pub text: String,
}

impl FromFile<Settings> {
    /// Reads the settings of this home. No file is no problem.
    ///
    /// # Errors
    ///
    /// As the disk says. The defaults do for going on.
    pub fn settings(home: &Home) -> Result<Self> {
        from_file(&home.config(), read)
    }
}

/// Reads the text of `config.toml`.
pub fn read(text: &str) -> (Settings, Vec<Problem>) {
    let sifted = sift(text);
    let mut fields = Fields::of(&sifted);
    let defaults = Settings::default();
    let settings = Settings {
        name: fields.text("name"),
        records: fields.folder("records"),
        theme: fields.choice("theme", &Theme::ALL),
        hints: fields.switch("hints", defaults.hints),
        clock: fields.switch("clock", defaults.clock),
        spacing: fields.switch("spacing", defaults.spacing),
        words: fields.switch("words", defaults.words),
        width: width(&mut fields),
        lock_after: lock_after(&mut fields),
        mouse: fields.switch("mouse", defaults.mouse),
    };
    (settings, fields.finish())
}

/// 0 is as wide as the window.
fn width(fields: &mut Fields) -> Option<u16> {
    let why = "`width` is from 20 to 400, or 0 for all there is.";
    number_within(fields, "width", 20..=400, why)
}

/// 0 is never.
fn lock_after(fields: &mut Fields) -> Option<u16> {
    let why = "`lock_after` is from 1 to 240 minutes, or 0 for never.";
    number_within(fields, "lock_after", 1..=240, why)
}

/// A number that may be 0, which is none.
fn number_within(
    fields: &mut Fields,
    key: &'static str,
    range: RangeInclusive<u16>,
    why: &str,
) -> Option<u16> {
    let (number, span) = fields.number(key)?;
    match u16::try_from(number) {
        Ok(0) => None,
        Ok(number) if range.contains(&number) => Some(number),
        _ => {
            fields.warn(span, why);
            None
        }
    }
}

/// Changes one setting in the file at `path` and leaves every other line as it is. Makes the file if need be.
///
/// # Errors
///
/// [`StoreError::Damaged`] when the file is not understood, since then nobody can tell which part to change; else as
/// the disk says. Then the file is as it was.
pub fn set(home: &Home, setting: &Setting) -> Result<()> {
    let path = &home.config();
    let _turn = Turn::wait(&**home.disk(), Errand::Settings, path);
    let text = read_text(path)?;
    let changed = with(&text, setting).map_err(|at| StoreError::Damaged {
        path: path.to_owned(),
        why: format!(
            "line {} is not understood",
            Problem::error(at, "").place(&text).line
        ),
    })?;
    home.on(Errand::Settings).replace(path, changed.as_bytes())
}

/// The text with one setting changed, or the place that is not understood.
fn with(text: &str, setting: &Setting) -> std::result::Result<String, Range<usize>> {
    let not_understood = |error: toml::de::Error| error.span().unwrap_or_default();
    let table = DeTable::parse(text).map_err(not_understood)?;
    let mut changed = text.to_owned();
    match table.get_ref().get(setting.key()) {
        Some(value) => changed.replace_range(value.span(), &setting.value().to_string()),
        None => add_line(&mut changed, setting),
    }
    // What goes out must be readable, whatever came in.
    DeTable::parse(&changed).map_err(not_understood)?;
    Ok(changed)
}

/// At the end, where people look for what is new; but above any `[table]`, which would swallow it.
fn add_line(text: &mut String, setting: &Setting) {
    let has_tables = text.lines().any(|line| line.trim_start().starts_with('['));
    if has_tables {
        let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
        text.insert_str(start, &format!("{setting}\n"));
        return;
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&format!("{setting}\n"));
}

/// Reads a settings file with `read`, or nothing when there is none.
pub(super) fn from_file<T>(
    path: &Path,
    read: impl Fn(&str) -> (T, Vec<Problem>),
) -> Result<FromFile<T>> {
    let text = read_text(path)?;
    let (value, problems) = read(&text);
    Ok(FromFile {
        value,
        problems,
        text,
    })
}

fn read_text(path: &Path) -> Result<String> {
    // Settings stand in the home itself.
    within(path.parent().unwrap_or(path), path)?;
    let bytes = match read_limited(path, LIMIT) {
        Err(StoreError::NotThere { .. }) => Vec::new(),
        outcome => outcome?,
    };
    String::from_utf8(bytes).map_err(|error| StoreError::Damaged {
        path: path.to_owned(),
        why: format!("byte {} is not text", error.utf8_error().valid_up_to() + 1),
    })
}

#[cfg(test)]
mod tests;
