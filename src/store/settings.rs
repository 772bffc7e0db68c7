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
            Self::Width(_) => "width",
            Self::LockAfter(_) => "lock_after",
            Self::Mouse(_) => "mouse",
        }
    }

    fn value(&self) -> toml::Value {
        match self {
            Self::Name(text) | Self::Records(text) => text.as_str().into(),
            Self::Theme(theme) => theme.name().into(),
            Self::Hints(on) | Self::Clock(on) | Self::Spacing(on) | Self::Mouse(on) => (*on).into(),
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
mod tests {
    use std::fs;

    use super::*;
    use crate::guide::Severity;

    const ALL: &str = r"
name = 'Priya N'
records = 'P:\Adults\Records'
theme = 'contrast'
hints = false
clock = true
spacing = true
width = 50
lock_after = 10
mouse = true
";

    fn every_setting() -> [Setting; 9] {
        [
            Setting::Name("Siân \"Sh\" O'Neill\n".trim().to_owned()),
            Setting::Records(r"P:\Adults\Records".to_owned()),
            Setting::Theme(Theme::Light),
            Setting::Hints(false),
            Setting::Clock(true),
            Setting::Spacing(true),
            Setting::Width(Some(60)),
            Setting::LockAfter(Some(10)),
            Setting::Mouse(true),
        ]
    }

    #[test]
    fn everything_can_be_set() {
        let (settings, problems) = read(ALL);
        assert_eq!(problems, []);
        assert_eq!(
            settings,
            Settings {
                name: Some("Priya N".to_owned()),
                records: Some(PathBuf::from(r"P:\Adults\Records")),
                theme: Some(Theme::Contrast),
                hints: false,
                clock: true,
                spacing: true,
                width: Some(50),
                lock_after: Some(10),
                mouse: true,
            }
        );
    }

    #[test]
    fn nothing_has_to_be_set() {
        assert_eq!(read(""), (Settings::default(), Vec::new()));
    }

    #[test]
    fn each_mistake_costs_itself_and_is_pointed_at() {
        let text =
            "name = 7\ntheme = \"purple\"\nhints = \"no\"\nwidth = 3\nclok = true\nmouse = true\n";
        let (settings, problems) = read(text);
        let expected = Settings {
            mouse: true,
            ..Settings::default()
        };
        assert_eq!(settings, expected);
        let said: Vec<_> = problems
            .iter()
            .map(|p| (p.place(text).line, &text[p.span.clone()], p.severity))
            .collect();
        assert_eq!(
            said,
            [
                (1, "7", Severity::Warning),
                (2, "\"purple\"", Severity::Warning),
                (3, "\"no\"", Severity::Warning),
                (4, "3", Severity::Warning),
                (5, "clok", Severity::Warning),
            ]
        );
        assert_eq!(
            problems[1].message,
            "`theme` is one of dark, light, contrast, safe. It is left out until then."
        );
        assert_eq!(problems[4].hint.as_deref(), Some("Did you mean `clock`?"));
    }

    #[test]
    fn one_line_that_is_not_toml_leaves_the_others() {
        let quotes = "Words go in single quotes: 'P:\\Records'. In double quotes each backslash is written twice.";
        let line = "A setting is a line like: hints = true";
        let twice = "Take one of the two away.";
        for (broken, hint) in [
            ("records = \"P:\\Adults\"", quotes),
            ("records = P", quotes),
            ("records", line),
            ("records = [1, = 2", line),
            ("mouse = false", twice),
        ] {
            let text = format!("mouse = true\n{broken}\n\n# The rest.\nclock = true\n");
            let (settings, problems) = read(&text);
            assert!(settings.mouse, "{broken}");
            assert_eq!(settings.records, None, "{broken}");
            assert_eq!(problems[0].severity, Severity::Error);
            assert_eq!(problems[0].place(&text).line, 2, "{broken}: {problems:?}");
            assert_eq!(problems[0].hint.as_deref(), Some(hint), "{broken}");
            assert!(settings.clock, "{broken}");
            assert_eq!(problems.len(), 1, "{broken}: {problems:?}");
        }
    }

    #[test]
    fn a_backslash_that_means_something_else_is_said() {
        let (settings, problems) = read("records = \"P:\\new\"\n");
        assert_eq!(settings.records, None);
        assert_eq!(
            problems[0].message,
            "`records` has a backslash that means something else."
        );
    }

    #[test]
    fn what_is_set_is_read_back() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        for setting in every_setting() {
            set(&home, &setting).expect("set");
            set(&home, &setting).expect("set again");
        }
        let found = FromFile::settings(&home).expect("read");
        assert_eq!(found.problems, []);
        assert_eq!(found.text.lines().count(), 9);
        assert_eq!(found.value.name.as_deref(), Some("Siân \"Sh\" O'Neill"));
        assert_eq!(
            found.value.records.as_deref(),
            Some(Path::new(r"P:\Adults\Records"))
        );
        assert_eq!(found.value.width, Some(60));
        assert_eq!(found.value.lock_after, Some(10));
        assert_eq!(found.value.theme, Some(Theme::Light));
        assert!(!found.value.hints && found.value.mouse);
    }

    #[test]
    fn every_other_line_stays_as_it_is() {
        let text = "# Mine.\nclock   =   false # not yet\n\nname = '''\nPriya'''\n";
        let changed = with(text, &Setting::Clock(true)).expect("understood");
        assert_eq!(changed, text.replace("false", "true"));
        let changed = with(text, &Setting::Name("Sam".to_owned())).expect("understood");
        assert_eq!(
            changed,
            "# Mine.\nclock   =   false # not yet\n\nname = \"Sam\"\n"
        );
        let changed = with("clock = true", &Setting::Width(None)).expect("understood");
        assert_eq!(changed, "clock = true\nwidth = 0\n");
    }

    #[test]
    fn a_new_line_is_not_swallowed_by_a_table() {
        let changed = with("\u{FEFF}# Mine.\n[later]\na = 1\n", &Setting::Mouse(true));
        let (settings, _) = read(&changed.expect("understood"));
        assert!(settings.mouse);
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_changed() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("config.toml");
        let text = "clock = true\ntheme = dark\n";
        fs::write(&path, text).expect("written");
        let Err(StoreError::Damaged { why, .. }) =
            set(&Home::at(temp.path()), &Setting::Clock(false))
        else {
            panic!("it is not understood");
        };
        assert_eq!(why, "line 2 is not understood");
        assert_eq!(fs::read_to_string(&path).expect("read"), text);
    }

    #[test]
    fn themes_are_known_by_name() {
        for (name, theme) in Theme::ALL {
            assert_eq!(theme.name(), name);
            assert_eq!(Theme::named(name), Some(theme));
        }
        assert_eq!(Theme::named("purple"), None);
    }
}
