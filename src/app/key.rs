//! A key as the program thinks of it, whatever terminal it came from.
//!
//! Terminals disagree about what a key press is. All of that ends in `tui::input`; from here on there is one name for
//! each key, which prints as help writes it (`Ctrl+O`, `Shift+Tab`) and reads back from the same words.

use std::fmt;
use std::str::FromStr;

/// One key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character to type; never a control character.
    Char(char),
    /// Control and a letter from `a` to `z`. Build it with [`Key::ctrl`], which knows the letters that are other keys.
    Ctrl(char),
    /// A function key, 1 to 12.
    F(u8),
    /// Keep the note, or open what is chosen.
    Enter,
    /// A new line inside a note: Ctrl+J everywhere; Shift+Enter and Ctrl+Enter where the terminal tells them apart.
    NewLine,
    /// Next topic.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Step back.
    Esc,
    /// Delete one letter to the left.
    Backspace,
    /// Delete one letter to the right.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// A word left.
    CtrlLeft,
    /// A word right.
    CtrlRight,
    /// Delete a word to the left; also Alt+Backspace.
    CtrlBackspace,
    /// Move the chosen thing up.
    ShiftUp,
    /// Move the chosen thing down.
    ShiftDown,
}

/// Keys with a name of their own, as help writes them.
const NAMED: [(Key, &str); 22] = [
    (Key::Char(' '), "Space"),
    (Key::Enter, "Enter"),
    (Key::NewLine, "Ctrl+J"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift+Tab"),
    (Key::Esc, "Esc"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
    (Key::CtrlLeft, "Ctrl+Left"),
    (Key::CtrlRight, "Ctrl+Right"),
    (Key::CtrlBackspace, "Ctrl+Backspace"),
    (Key::ShiftUp, "Shift+Up"),
    (Key::ShiftDown, "Shift+Down"),
    // Last, so that printing finds "Ctrl+J" first.
    (Key::NewLine, "Shift+Enter"),
];

impl Key {
    /// Control and `letter`. Some are other keys by another name, because terminals send the same byte for both:
    /// Ctrl+H, I, J, M are Backspace, Tab, a new line and Enter. `None` if it is not a letter.
    pub fn ctrl(letter: char) -> Option<Self> {
        match letter.to_ascii_lowercase() {
            'h' => Some(Self::Backspace),
            'i' => Some(Self::Tab),
            'j' => Some(Self::NewLine),
            'm' => Some(Self::Enter),
            letter @ 'a'..='z' => Some(Self::Ctrl(letter)),
            '[' => Some(Self::Esc),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name)) = NAMED.iter().find(|(key, _)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(letter) => write!(f, "Ctrl+{}", letter.to_ascii_uppercase()),
            Self::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
        }
    }
}

/// Words that name no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {0}")]
pub struct UnknownKey(String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        single_char(text)
            .or_else(|| named(text))
            .or_else(|| control(text))
            .or_else(|| function(text))
            .ok_or_else(|| UnknownKey(text.to_owned()))
    }
}

fn single_char(text: &str) -> Option<Key> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() => Some(Key::Char(c)),
        _ => None,
    }
}

fn named(text: &str) -> Option<Key> {
    let (key, _) = NAMED
        .iter()
        .find(|(_, name)| name.eq_ignore_ascii_case(text))?;
    Some(*key)
}

fn control(text: &str) -> Option<Key> {
    let (modifier, rest) = text.split_at_checked("Ctrl+".len())?;
    if !modifier.eq_ignore_ascii_case("Ctrl+") {
        return None;
    }
    match single_char(rest) {
        Some(Key::Char(letter)) => Key::ctrl(letter),
        _ if rest.eq_ignore_ascii_case("Enter") => Some(Key::NewLine),
        _ => None,
    }
}

fn function(text: &str) -> Option<Key> {
    let number = text.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=12).contains(&number).then_some(Key::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prints_as_help_writes_it() {
        let table = [
            (Key::Ctrl('o'), "Ctrl+O"),
            (Key::F(5), "F5"),
            (Key::Enter, "Enter"),
            (Key::BackTab, "Shift+Tab"),
            (Key::NewLine, "Ctrl+J"),
            (Key::PageUp, "PgUp"),
            (Key::CtrlBackspace, "Ctrl+Backspace"),
            (Key::Char('/'), "/"),
            (Key::Char('+'), "+"),
            (Key::Char(' '), "Space"),
            (Key::Char('ŵ'), "ŵ"),
        ];
        for (key, words) in table {
            assert_eq!(key.to_string(), words);
            assert_eq!(words.parse(), Ok(key));
        }
    }

    #[test]
    fn reads_other_ways_of_writing_a_key() {
        let table = [
            ("ctrl+o", Key::Ctrl('o')),
            ("Shift+Enter", Key::NewLine),
            ("Ctrl+Enter", Key::NewLine),
            ("Ctrl+I", Key::Tab),
            ("Ctrl+M", Key::Enter),
            ("Ctrl+[", Key::Esc),
            ("Ctrl+H", Key::Backspace),
            ("f10", Key::F(10)),
            ("esc", Key::Esc),
            ("F", Key::Char('F')),
        ];
        for (words, key) in table {
            assert_eq!(words.parse(), Ok(key), "{words}");
        }
    }

    #[test]
    fn refuses_what_is_no_key() {
        for words in [
            "",
            "F0",
            "F13",
            "Ctrl+",
            "Ctrl+1",
            "Alt+h",
            "Tabs",
            "\u{1b}",
            "ŵŵŵŵŵ",
        ] {
            assert!(words.parse::<Key>().is_err(), "{words:?}");
        }
    }

    #[test]
    fn every_named_key_reads_back() {
        for (key, name) in NAMED {
            assert_eq!(name.parse(), Ok(key));
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    fn any_key() -> impl Strategy<Value = Key> {
        prop_oneof![
            any::<char>()
                .prop_filter("types something", |c| !c.is_control())
                .prop_map(Key::Char),
            proptest::char::range('a', 'z').prop_filter_map("a key of its own", Key::ctrl),
            (1..=12u8).prop_map(Key::F),
            proptest::sample::select(NAMED.as_slice()).prop_map(|(key, _)| key),
        ]
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(key in any_key()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }
    }
}
