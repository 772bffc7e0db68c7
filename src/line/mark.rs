//! The kinds of note, and the one character that makes each.

use serde::{Deserialize, Serialize};

/// What a note is. A note without a mark is just what was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// `"` The person's own words, exact.
    OwnWords,
    /// `*` What matters most.
    Matters,
    /// `!` A worry. It is the worker who says so, never the program.
    Worry,
    /// `+` A strength.
    Strength,
    /// `@` A connection: somebody or something near the person.
    Connection,
    /// `~` What the worker saw or noticed.
    Saw,
    /// `=` What the worker thinks, kept apart from fact.
    View,
    /// `?` Something to come back to.
    ComeBack,
    /// `>` A next step: a promise, with who and when.
    NextStep,
}

impl Mark {
    /// Every mark, in the order help and menus list them.
    pub const ALL: [Self; 9] = [
        Self::OwnWords,
        Self::Matters,
        Self::Worry,
        Self::Strength,
        Self::Connection,
        Self::Saw,
        Self::View,
        Self::ComeBack,
        Self::NextStep,
    ];

    /// The character typed and drawn.
    pub fn char(self) -> char {
        match self {
            Self::OwnWords => '"',
            Self::Matters => '*',
            Self::Worry => '!',
            Self::Strength => '+',
            Self::Connection => '@',
            Self::Saw => '~',
            Self::View => '=',
            Self::ComeBack => '?',
            Self::NextStep => '>',
        }
    }

    /// The mark a typed character stands for; straight, single and curly quotes are all own words.
    pub fn from_char(c: char) -> Option<Self> {
        match c {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' => Some(Self::OwnWords),
            _ => Self::ALL.into_iter().find(|mark| mark.char() == c),
        }
    }

    /// The name typed after `/mark`, and in files: `own`, `matters`, `worry` ...
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnWords => "own",
            Self::Matters => "matters",
            Self::Worry => "worry",
            Self::Strength => "strength",
            Self::Connection => "connection",
            Self::Saw => "saw",
            Self::View => "view",
            Self::ComeBack => "back",
            Self::NextStep => "step",
        }
    }

    /// The mark with this name, or the one it begins: `conn` is connection.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        if name.is_empty() {
            return None;
        }
        let exact = Self::ALL.into_iter().find(|mark| mark.name() == name);
        exact.or_else(|| {
            Self::ALL
                .into_iter()
                .find(|mark| mark.name().starts_with(&name))
        })
    }
}
