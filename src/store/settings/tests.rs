//! What is read of a settings file, and how one setting is changed in it.

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
words = false
width = 50
lock_after = 10
mouse = true
";

fn every_setting() -> [Setting; 10] {
    [
        Setting::Name("Siân \"Sh\" O'Neill\n".trim().to_owned()),
        Setting::Records(r"P:\Adults\Records".to_owned()),
        Setting::Theme(Theme::Light),
        Setting::Hints(false),
        Setting::Clock(true),
        Setting::Spacing(true),
        Setting::Words(false),
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
            words: false,
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
    assert_eq!(found.text.lines().count(), 10);
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
    let Err(StoreError::Damaged { why, .. }) = set(&Home::at(temp.path()), &Setting::Clock(false))
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
